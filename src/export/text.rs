//! The result as plain text: every sentence of the result screen, in its order.
//!
//! Decides nothing but the order, which is that of `ui::screens::result`: how soon, how well it fits and why, what
//! may be behind it, iron, what was not looked at, and what to say. What opens on the screen ("Why it says this")
//! follows its finding, but for the person's own answers. A test holds the order of the parts against the screen.

mod parts;

use super::text::parts::{behind, iron, look_alikes, quoted, tests, time, urgency, why};
use crate::clinical::report::{Fit, Report, Verdict};
use crate::content::text::result_screen::{self as own, findings, left, more, why as why_words};
use crate::content::text::ui::result as shown;
use crate::content::{Emergency, Group, Key, PAGES, Said, fill, words};
use crate::date::Date;
pub use crate::diary::said::day;
use std::borrow::Cow;

/// Words of a line, most of them as they stand in the tables.
pub type Words = Cow<'static, str>;

/// One line of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading: 1 for the page, 2 for a part, 3 for what stands in a part.
    Heading(u8, Words),
    /// One or more sentences.
    Says(Words),
    /// An item of a list.
    Item(Words),
}

/// The parts of the screen by id and heading, in order; [`result`] leaves out what is empty.
pub const PARTS: [(&str, Key); 9] = [
    ("why", why_words::TITLE),
    ("behind", findings::TITLE),
    ("iron", own::iron::TITLE),
    ("not-yet", more::NOT_LOOKED_AT),
    ("tests", more::TESTS),
    ("time", more::TIME),
    ("look-alikes", more::LOOK_ALIKES),
    ("could-not-tell", more::COULD_NOT_TELL),
    ("to-say", more::TO_SAY),
];

/// The whole result. `answers`: how many were given; `emergency`: whom to call where the person lives.
pub fn result(report: &Report, today: Date, answers: usize, emergency: Option<&Emergency>) -> Vec<Line> {
    let mut made = vec![Line::Heading(1, words(shown::TITLE).into())];
    made.push(Line::Says(fill(own::DATE, &[("day", &day(today)), ("count", &answers.to_string())]).into()));
    made.extend(urgency(report, emergency));
    made.push(Line::Heading(2, headline(report.verdict).into()));
    made.extend(says(&report.verdict_says));
    made.extend(questions_left(report));
    for (id, title) in PARTS {
        let part = match id {
            "why" => why(report),
            "behind" => behind(report),
            "iron" => iron(report),
            "not-yet" => items(&report.not_looked_at),
            "tests" => tests(report),
            "time" => time(report),
            "look-alikes" => look_alikes(report),
            "could-not-tell" => items(&report.could_not_tell),
            _ => report.to_say.iter().map(|said| Line::Item(quoted(said))).collect(),
        };
        if !part.is_empty() {
            let title = if id == "iron" && report.iron.is_none() { Group::Iron.heading() } else { title };
            made.push(Line::Heading(2, words(title).into()));
            made.extend(part);
        }
    }
    made.push(Line::Heading(2, words(shown::SURE).into()));
    made.push(Line::Says(words(shown::SURE_TEXT).into()));
    made
}

/// As one text: an empty line before a heading, a dash before an item.
pub fn plain(lines: &[Line]) -> String {
    let mut text = String::with_capacity(lines.iter().map(|line| line.words().len() + 3).sum());
    for (at, line) in lines.iter().enumerate() {
        text.push_str(line.mark(at == 0));
        text.push_str(line.words());
        text.push('\n');
    }
    text
}

impl Line {
    /// What it says.
    pub fn words(&self) -> &str {
        match self {
            Self::Heading(_, words) | Self::Says(words) | Self::Item(words) => words,
        }
    }

    /// What stands before its words in a plain text.
    pub const fn mark(&self, first: bool) -> &'static str {
        match self {
            Self::Heading(..) if !first => "\n",
            Self::Item(_) => "- ",
            _ => "",
        }
    }
}

/// The verdict as one sentence.
pub fn headline(verdict: Verdict) -> String {
    let headline = verdict.headline();
    match headline.word_and_after {
        Some((word, after)) => [words(headline.before), words(word), words(after)].join(" "),
        None => words(headline.before).to_owned(),
    }
}

fn says(all: &[Said]) -> impl Iterator<Item = Line> + '_ {
    all.iter().map(|said| Line::Says(said.words()))
}

fn items(all: &[Said]) -> Vec<Line> {
    all.iter().map(|said| Line::Item(said.words())).collect()
}

/// The questions an unfinished check still needs.
fn questions_left(report: &Report) -> Vec<Line> {
    if report.verdict != Verdict::Incomplete {
        return Vec::new();
    }
    let no_age = report.verdict_says.iter().any(|said| said.key == crate::content::text::result::below::AGE_MISSING);
    let is_open = |id: &str| report.points.iter().any(|point| point.id == id && point.fit == Fit::NotAnswered);
    let needed = [
        ("age", no_age),
        ("urge", is_open("C1")),
        ("rest", is_open("C2")),
        ("relief", is_open("C3")),
        ("evening", is_open("C4")),
    ];
    let open = PAGES.iter().filter(|page| needed.contains(&(page.id, true)));
    let titles: Vec<Line> = open.map(|page| Line::Item(words(page.title).into())).collect();
    if titles.is_empty() {
        return titles;
    }
    [vec![Line::Heading(2, words(left::TITLE).into())], titles].concat()
}
