//! The plan: what to do next, in four steps, drawn from the answers, the results and the nights.
//!
//! Decides what stands under each step and nothing about medicine: tests, findings and times are those of the report,
//! comparisons those of the diary. Causes are the findings that may be behind the trouble, without habits, which have a
//! step of their own, and without family, which nobody can change. Every note about time stands beside its cause.
//! Says what a step still needs; counts nights without judging them. Facts: evidence 7, 8, 9.

mod asked;
mod habits;
mod results;

pub use asked::{Ask, Group as TestGroup, Tests};
pub use habits::{Habit, Habits};
pub use results::{Found, TakeOver, There, take_over};

use crate::clinical::answers::Answers;
use crate::clinical::findings::points_to_cause;
use crate::clinical::report::{Finding, Report, TimeSaid, Verdict};
use crate::content::text::plan::track as text;
use crate::content::{Group, Said};
use crate::date::Date;
use crate::diary::entry::Recorded;
use crate::diary::night::{Night, Rhythm};
use crate::diary::summary::{LEAST, summary};
use crate::diary::timeline::Lab;
use crate::diary::window::Window;

/// Nights that the plan looks at: the usual length of a diary before a visit.
pub const NIGHTS: u16 = 14;

/// All that the plan is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Every answer of the check.
    pub answers: &'a Answers,
    /// What follows from them.
    pub report: &'a Report,
    /// Nights with an entry; those outside of the last [`NIGHTS`] do not count.
    pub nights: &'a [Recorded],
    /// The last night there can be an entry of.
    pub last: Night,
    /// Blood tests noted beside the nights.
    pub labs: &'a [Lab],
    /// Today, on the person's device.
    pub today: Date,
}

/// How far the check has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Nothing is answered.
    Nothing,
    /// Answers that the verdict needs are missing.
    Part,
    /// There is a result.
    All,
}

/// The four steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// How far the check has come.
    pub answered: Answered,
    /// Whether there is nothing to draw it from.
    pub is_empty: bool,
    /// Step 1.
    pub track: Track,
    /// Step 2.
    pub tests: Tests,
    /// Step 3.
    pub habits: Habits,
    /// Step 4.
    pub causes: Causes,
}

/// Step 1: noting nights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// How many of the last [`NIGHTS`] have an entry.
    pub noted: usize,
    /// Said about them.
    pub says: Vec<Said>,
    /// Whether the trends show a picture of them.
    pub picture: bool,
}

/// Step 4: what may be behind it, and how long it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Causes {
    /// How far the check has come.
    pub answered: Answered,
    /// In the order of the report.
    pub groups: Vec<CauseGroup>,
    /// Notes about time whose cause is none of those above.
    pub times: Vec<TimeSaid>,
    /// Whether any medicine is listed: the sentence about stopping must then be there.
    pub medicines: bool,
    /// Said where nothing points to a cause.
    pub none: Option<Said>,
}

/// Causes of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct CauseGroup {
    /// Which kind.
    pub group: Group,
    /// Each with its place among the findings of the report.
    pub findings: Vec<(usize, Finding)>,
    /// How long it takes.
    pub times: Vec<TimeSaid>,
}

/// Draws the plan.
pub fn plan(known: &Known<'_>) -> Plan {
    let answered = match known.report.verdict {
        _ if known.answers.is_empty() => Answered::Nothing,
        Verdict::Incomplete => Answered::Part,
        _ => Answered::All,
    };
    Plan {
        answered,
        is_empty: answered == Answered::Nothing && known.nights.is_empty() && known.labs.is_empty(),
        track: track(known),
        tests: asked::tests(known, answered),
        habits: habits::habits(known, answered),
        causes: causes(known, answered),
    }
}

impl Known<'_> {
    /// The last [`NIGHTS`] nights; `None` at the beginning of the calendar.
    pub fn window(&self) -> Option<Window> {
        Window::last(NIGHTS, self.last)
    }
}

fn track(known: &Known<'_>) -> Track {
    let noted = known.window().map_or(0, |window| window.of(known.nights).len());
    let count = || ("count", noted.to_string());
    let days = ("days", NIGHTS.to_string());
    let all = noted == usize::from(NIGHTS);
    let said = |key, with: Vec<(&'static str, String)>| Said { key, with };
    let mut says = vec![match noted {
        0 => said(text::NONE, vec![days]),
        1 => said(text::ONE, vec![days]),
        _ if all => said(text::ALL, vec![days]),
        _ => said(text::SOME, vec![count(), days]),
    }];
    let shown = known.window().and_then(|window| summary(known.nights, window, Rhythm::ByNight).ok());
    match &shown {
        Some(shown) => says.push(shown.sentence()),
        None => says.push(said(text::FEW, vec![("least", LEAST.to_string())])),
    }
    says.extend((!all).then_some(Said::plain(text::BLANK)));
    Track { noted, says, picture: shown.is_some() }
}

/// Whether a finding is told under the causes.
fn is_cause(finding: &Finding, report: &Report) -> bool {
    if habits::is_habit(finding) || finding.faint || finding.group == Group::Family {
        return false;
    }
    // What is dangerous together is no cause, and is never left out.
    finding.rule.starts_with("combination.")
        || (finding.rule != "medicine_unknown" && points_to_cause(finding, report.iron.as_ref()))
}

fn causes(known: &Known<'_>, answered: Answered) -> Causes {
    let report = known.report;
    let mut groups: Vec<CauseGroup> = Vec::new();
    for (at, finding) in report.findings.iter().enumerate().filter(|(_, finding)| is_cause(finding, report)) {
        match groups.iter_mut().find(|group| group.group == finding.group) {
            Some(group) => group.findings.push((at, finding.clone())),
            None => {
                let findings = vec![(at, finding.clone())];
                groups.push(CauseGroup { group: finding.group, findings, times: Vec::new() });
            }
        }
    }
    let mut times = Vec::new();
    for note in &report.time_notes {
        match groups.iter_mut().find(|group| group.findings.iter().any(|(_, finding)| shares(finding, note))) {
            Some(group) => group.times.push(note.clone()),
            None => times.push(note.clone()),
        }
    }
    let medicines = !known.answers.medicines.is_empty();
    let none = report.no_cause.clone().filter(|_| groups.is_empty());
    Causes { answered, groups, times, medicines, none }
}

fn shares(finding: &Finding, note: &TimeSaid) -> bool {
    note.because.iter().any(|path| finding.because.contains(path))
}
