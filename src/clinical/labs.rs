//! Laboratory tests a person could ask about, each with the reason and the answers behind it.
//!
//! Decides which rows of `labs.toml` are offered: the first look where the answers match, and everything else only
//! for a reason. A number that was given is not asked for again unless it is old or could not be read well. Where
//! the answers do not match or cannot be screened, only a typed number or a condition is a reason. Never says that
//! a test must be done, and knows no ranges. Facts: evidence 5.1, 6.6, 7.

mod reasons;

use super::report::{AnswerPath, Verdict};
use super::weighing::Weighed;
use crate::content::text::labs::{how_to_ask, reasons as why};
use crate::content::{Key, LABS, LabCore, LabTest, Said, SourceId};
use crate::date::Date;
use crate::order::by_rank;

/// Reasons that tests of the first look share: said once, above them.
pub const SHARED: [Key; 2] = [why::SIGNIFICANT, why::COULD];

/// A test the person could ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestToAsk {
    /// `ferritin`, `tsat` …
    pub id: &'static str,
    /// Plain name.
    pub name: Key,
    /// Part of the first look, because the answers match; otherwise only useful for the reason given.
    pub core: bool,
    /// What it shows, then why this person could ask for it.
    pub says: Vec<Said>,
    /// The answers that gave the reason.
    pub because: Vec<AnswerPath>,
    /// LOINC codes, `mass;molar` (see [`LabTest::codes`]).
    pub loinc: Key,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// Why a test is offered: sentences, and the answers behind them.
#[derive(Default)]
pub(super) struct Why {
    says: Vec<Said>,
    because: Vec<AnswerPath>,
    core: bool,
}

impl Why {
    fn add(&mut self, key: Key, because: impl IntoIterator<Item = AnswerPath>) {
        self.say(Said::plain(key), because);
    }

    fn say(&mut self, said: Said, because: impl IntoIterator<Item = AnswerPath>) {
        if !self.says.iter().any(|other| other.key == said.key) {
            self.says.push(said);
        }
        for path in because {
            if !self.because.contains(&path) {
                self.because.push(path);
            }
        }
    }
}

/// Every test to offer: the first look, then the others in the order of the table.
pub fn tests(w: &Weighed) -> Vec<TestToAsk> {
    if w.a.person.is_under(2) {
        return Vec::new();
    }
    let listed: reasons::Listed = reasons::listed(w);
    let mut made: Vec<TestToAsk> = LABS.iter().filter_map(|row| offered(w, row, &listed)).collect();
    if made.iter().any(|test| test.id == "hba1c") && reasons::is_low(w) {
        let at = made.iter().position(|test| test.id == "hba1c").map_or(0, |at| at + 1);
        let because = vec!["ferritin".to_owned()];
        let why = Why { says: vec![Said::plain(why::STAND_IN)], because, core: false };
        made.splice(at..at, row("fasting_glucose").map(|row| made_of(row, why)));
    }
    by_rank(&mut made, |test| !test.core);
    made
}

fn offered(w: &Weighed, row: &'static LabTest, listed: &reasons::Listed) -> Option<TestToAsk> {
    if reasons::is_answered(w, row.id) {
        return None;
    }
    let mut why = Why::default();
    first_look(w, row, &mut why);
    reasons::of_numbers(w, row.id, &mut why);
    reasons::told(w, row, listed, &mut why);
    reasons::others(w, row.id, &mut why);
    (!why.says.is_empty()).then(|| made_of(row, why))
}

fn made_of(row: &'static LabTest, why: Why) -> TestToAsk {
    TestToAsk {
        id: row.id,
        name: row.name,
        core: why.core,
        says: std::iter::once(Said::plain(row.shows)).chain(why.says).collect(),
        because: why.because,
        loinc: row.loinc,
        sources: row.sources,
        reviewed: row.reviewed,
    }
}

/// Low iron that doctors treat in the person the lines are meant for.
pub fn is_treated_when_low(w: &Weighed) -> bool {
    let here = w.iron.as_ref().is_some_and(|iron| reasons::is_low_class(iron.class));
    here && !w.verdict.points_elsewhere()
}

fn row(id: &str) -> Option<&'static LabTest> {
    LABS.iter().find(|row| row.id == id)
}

/// Guidelines look at iron and the blood count in everyone whose answers match and whose life is affected.
fn first_look(w: &Weighed, row: &LabTest, why: &mut Why) {
    let significant = w.a.impact.is_significant();
    let belongs = match row.core {
        Some(LabCore::Match) => true,
        // How kidneys are read in a child, or on dialysis, is for their own doctors.
        Some(LabCore::Significant) => significant && !w.a.person.is_under(18) && !w.a.has_condition("dialysis"),
        None => false,
    };
    if belongs && w.verdict.matches() {
        why.core = true;
        let points = super::criteria::FIRST_FOUR.map(|(_, key)| key.to_owned());
        let effect = super::urgency::significant_answers(w.a);
        // Only these are named by the guidelines themselves.
        let named = significant && row.core == Some(LabCore::Match);
        why.add(if named { why::SIGNIFICANT } else { why::COULD }, points.into_iter().chain(effect));
    }
}

/// The sentence to read out or to print, where the answers match and iron is still to be tested.
pub fn how_to_ask(w: &Weighed, tests: &[TestToAsk]) -> Option<Said> {
    let iron = tests.iter().any(|test| matches!(test.id, "ferritin" | "tsat"));
    let other_team = w.a.has_condition("dialysis") || reasons::is_for_a_specialist(w);
    if !iron || other_team || !matches!(w.verdict, Verdict::Likely | Verdict::Possible) {
        return None;
    }
    let key = match w.a.person.answered_for {
        true if w.a.person.is_under(18) => how_to_ask::CHILD,
        true => how_to_ask::THEM,
        false => how_to_ask::ME,
    };
    Some(Said::plain(key))
}
