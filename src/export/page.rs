//! The page for the doctor: what it holds and in which order, for the screen, the printer and a message.
//!
//! Decides the parts and their order (evidence 9.4; conditions stand beside the look-alikes, for both bear on the fifth
//! point), and what the clinician's copy has beside the person's own: codes,
//! rule ids and sources. Refuses to weigh anything: every line is an answer, a noted night, or what the report says.
//! What somebody typed stands as typed, without signs that do not print ([`clean`]).

mod diary;
mod iron;
mod medicines;
mod parts;
mod plain;
mod sources;

pub use diary::LENGTHS;
pub use parts::Question;
pub use plain::plain;

use super::text::day;
use super::{Told, clean};
use crate::clinical::answers::Answers;
use crate::clinical::flow::{self, counted};
use crate::clinical::report::Verdict;
use crate::content::text::{idle_ready, report as said};
use crate::content::{Key, Urgency, fill, words};
use crate::diary::entry::Recorded;
use crate::diary::timeline::Change;
use crate::diary::window::Window;

/// Whom a copy is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// In plain words.
    Person,
    /// With codes, rule ids and sources.
    Clinician,
}

/// Everything the page is made from.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// Answers, report and results.
    pub told: Told<'a>,
    /// The nights to show.
    pub window: Window,
    /// What is noted of them.
    pub nights: &'a [Recorded],
    /// Changes noted beside the nights.
    pub changes: &'a [Change],
    /// The person's own questions, one a line.
    pub own: &'a str,
    /// Ids of suggested questions that the person does not want to ask.
    pub left_out: &'a [String],
    /// For whom.
    pub copy: Copy,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// "Made 23 November 2026. Filled in by the person, not checked."
    pub made: String,
    /// What needs help before anything else, most urgent first.
    pub urgent: Vec<String>,
    /// The verdict as a sentence, with what it is not. Nothing where the check was not begun.
    pub verdict: Option<String>,
    /// The parts, in order; none is empty.
    pub parts: Vec<Part>,
    /// Questions that follow from the answers, those that were left out too.
    pub suggested: Vec<Question>,
    /// What it is and where it comes from.
    pub foot: Vec<String>,
}

/// A part under a heading of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `points`, `course`, `diary` …
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What stands in it, in order.
    pub blocks: Vec<Block>,
}

/// Something in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A sentence.
    Says(String),
    /// A remark under what it belongs to.
    Small(String),
    /// Names with what is known about each.
    Facts(Vec<(String, String)>),
    /// A table; the first column names the row.
    Table {
        /// Of each column.
        heads: Vec<&'static str>,
        /// As many cells as heads.
        rows: Vec<Vec<String>>,
    },
    /// Lines with a box to tick.
    Boxes(Vec<String>),
    /// The pictures of the nights.
    Charts(Charts),
}

/// What the pictures of the nights are drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charts {
    /// Which nights.
    pub window: Window,
    /// What is noted of them.
    pub nights: Vec<Recorded>,
    /// When symptoms began, in words, where there are enough nights.
    pub start: Option<String>,
}

/// The page; `None` while the words are not here yet.
pub fn page(given: &Given<'_>) -> Option<Page> {
    idle_ready().then_some(())?;
    let told = &given.told;
    let answers = counted(told.answers, told.today);
    let begun = !answers.is_empty();
    let mut parts = Vec::new();
    if begun {
        parts.extend(parts::of_check(given, &answers));
    }
    parts.extend(diary::part(given));
    if begun {
        parts.extend([medicines::part(given, &answers), iron::part(given, &answers)].into_iter().flatten());
    }
    parts.extend(parts::changes(given));
    let suggested = if begun { parts::suggested(given) } else { Vec::new() };
    parts.extend(parts::to_do(given, begun, &suggested));
    if begun && given.copy == Copy::Clinician {
        parts.push(sources::part(given));
    }
    Some(Page {
        made: made(told, &answers),
        urgent: if begun { urgent(told) } else { Vec::new() },
        verdict: begun.then(|| verdict(given)),
        parts,
        suggested,
        foot: sources::foot(given),
    })
}

fn made(told: &Told<'_>, answers: &Answers) -> String {
    let key = if flow::is_for_another(answers) { said::MADE_FOR } else { said::MADE };
    fill(key, &[("day", &day(told.today))])
}

/// Reasons to get help within two weeks or sooner, each once.
fn urgent(told: &Told<'_>) -> Vec<String> {
    let mut says: Vec<String> = Vec::new();
    for reason in told.report.urgency_because.iter().filter(|reason| reason.urgency >= Urgency::Soon) {
        let text = clean::line(&reason.says.text());
        if !says.contains(&text) {
            says.push(text);
        }
    }
    says
}

fn verdict(given: &Given<'_>) -> String {
    use said::verdict as v;
    let verdict = given.told.report.verdict;
    let sentence = match (given.copy, verdict) {
        (Copy::Person, _) => super::text::headline(verdict),
        (Copy::Clinician, Verdict::Likely) => words(v::LIKELY).to_owned(),
        (Copy::Clinician, Verdict::Possible) => words(v::POSSIBLE).to_owned(),
        (Copy::Clinician, Verdict::NeedsDifferential) => words(v::NEEDS_DIFFERENTIAL).to_owned(),
        (Copy::Clinician, Verdict::Unlikely) => words(v::UNLIKELY).to_owned(),
        (Copy::Clinician, Verdict::Incomplete) => words(v::INCOMPLETE).to_owned(),
        (Copy::Clinician, Verdict::CannotScreen) => words(v::CANNOT_SCREEN).to_owned(),
    };
    [&sentence, " ", words(said::NO_DIAGNOSIS)].concat()
}

impl Part {
    /// A part, unless nothing stands in it.
    fn of(id: &'static str, title: Key, blocks: Vec<Block>) -> Option<Self> {
        (!blocks.is_empty()).then(|| Self { id, title: words(title).to_owned(), blocks })
    }
}

impl Block {
    /// Facts, unless there are none.
    fn facts(rows: Vec<(String, String)>) -> Option<Self> {
        (!rows.is_empty()).then_some(Self::Facts(rows))
    }

    /// A table, unless it has no row.
    fn table<const COLUMNS: usize>(heads: [Key; COLUMNS], rows: Vec<Vec<String>>) -> Option<Self> {
        (!rows.is_empty()).then(|| Self::Table { heads: heads.into_iter().map(words).collect(), rows })
    }
}
