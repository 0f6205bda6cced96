//! From a report to the answer of the audit tool, in the codes of the case format.
//!
//! Translates and leaves nothing out; adds what a listed name may mean, confirmed or not, as the search finds it.

use super::case::Case;
use super::codes::DANGERS;
use super::paths::because;
use crate::clinical::report::{Finding, IronReading, Report, UrgencyReason};
use crate::clinical::urgency::emergency;
use crate::content::names::{Found, Match, find};
use crate::content::{
    CARE, COMBINATIONS, CONCERNS, CONDITIONS, COURSES, CRITERIA, Country, EMERGENCY, GUIDELINES, HABITS, IRON_CLASSES,
    IRON_MODIFIERS, LABS, LOOK_ALIKES, MEDICINES, Medicine, RULES, SIGNS, SourceId, TIME_NOTES, TREATMENTS, WITHDRAWAL,
};
use crate::date::Date;
use crate::export::text::{self, Line};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::sync::OnceLock;

/// The answer, in the order printed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answered {
    /// In the codes of the format.
    #[serde(flatten)]
    pub codes: Codes,
    /// The whole result in words.
    #[serde(rename = "text", serialize_with = "as_text")]
    pub lines: Vec<Line>,
}

/// What stands before the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Codes {
    pub id: Option<String>,
    pub app_version: &'static str,
    pub content_version: &'static str,
    pub verdict: &'static str,
    pub failed_criteria: Vec<&'static str>,
    pub unsure_criteria: Vec<&'static str>,
    pub course: &'static str,
    pub dsm5_frequency: bool,
    pub significant: bool,
    pub urgency: &'static str,
    pub urgency_because: Vec<Reason>,
    pub akathisia: bool,
    pub look_alikes: Vec<&'static str>,
    pub medicines: Vec<Listed>,
    pub danger_combinations: Vec<&'static str>,
    pub conditions: Vec<&'static str>,
    pub iron: Option<Iron>,
    pub tests_to_ask: Vec<&'static str>,
    pub findings: Vec<Told>,
}

/// Why the urgency is at least this.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Reason {
    pub rule: String,
    pub urgency: &'static str,
    pub because: Vec<Cow<'static, str>>,
}

/// A line of the medicine list, and what it may mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Listed {
    pub typed: String,
    pub matches: Vec<Meant>,
}

/// One medicine a typed name may mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Meant {
    pub id: &'static str,
    pub certainty: &'static str,
    pub needs_confirmation: bool,
    pub direction: &'static str,
    pub strength: &'static str,
    pub danger: Vec<&'static str>,
}

/// The iron reading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Iron {
    pub ferritin_ug_l: Option<f64>,
    pub tsat_percent: Option<f64>,
    pub class: &'static str,
    pub modifiers: Vec<&'static str>,
    pub simple_band: Option<&'static str>,
    pub simple_band_shown: bool,
    pub problem: Option<String>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Told {
    pub rule: String,
    pub urgency: Option<&'static str>,
    pub because: Vec<Cow<'static, str>>,
    pub sources: Vec<&'static str>,
    pub reviewed: String,
}

impl Answered {
    /// Puts a report into the words of the format.
    pub fn new(case: &Case<'_>, report: Report) -> Self {
        let a = &case.assessment;
        let given = &case.given;
        let listed = a.medicines.iter().filter(|entry| !entry.typed.is_empty());
        let printed = text::result(&report, case.today, given.answers(), emergency(a));
        let (danger_combinations, tests_to_ask) = (danger_combinations(&report), tests_to_ask(&report));
        let codes = Codes {
            id: case.id.clone(),
            app_version: env!("CARGO_PKG_VERSION"),
            content_version: content_version(),
            verdict: report.verdict.code(),
            failed_criteria: report.failed_criteria,
            unsure_criteria: report.unsure_criteria,
            course: report.course.code(),
            dsm5_frequency: report.dsm5_frequency,
            significant: report.significant,
            urgency: report.urgency.code(),
            urgency_because: report.urgency_because.into_iter().map(|r| Reason::new(r, case)).collect(),
            akathisia: report.akathisia,
            look_alikes: report.look_alikes.iter().map(|row| row.id).collect(),
            medicines: listed.map(|entry| Listed::new(&entry.typed, entry.country.or(a.country))).collect(),
            danger_combinations,
            conditions: a.conditions.clone(),
            iron: report.iron.as_ref().map(Iron::new),
            tests_to_ask,
            findings: report.findings.into_iter().map(|found| Told::new(found, case)).collect(),
        };
        Self { codes, lines: printed }
    }

    /// Adds it to `line`, compact.
    pub fn print(&self, line: &mut Vec<u8>) -> serde_json::Result<()> {
        serde_json::to_writer(&mut *line, &self.codes)?;
        // Most of an answer is its text: line by line into its place, and few lines hold anything to escape.
        line.pop();
        line.extend_from_slice(b",\"text\":\"");
        for (at, said) in self.lines.iter().enumerate() {
            line.extend_from_slice(match said.mark(at == 0) {
                "\n" => b"\\n",
                mark => mark.as_bytes(),
            });
            escape(said.words(), line)?;
            line.extend_from_slice(b"\\n");
        }
        line.extend_from_slice(b"\"}");
        Ok(())
    }
}

/// Ids of evidence 4.5, each once, in the order of the report.
fn danger_combinations(report: &Report) -> Vec<&'static str> {
    let mut ids: Vec<&'static str> = Vec::new();
    for one in &report.danger_combinations {
        if !ids.contains(&one.id) {
            ids.push(one.id);
        }
    }
    ids
}

/// Ids of the tests of evidence 7, in the order of the report.
fn tests_to_ask(report: &Report) -> Vec<&'static str> {
    report.tests.iter().map(|test| test.id).collect()
}

/// The lines as the one text they are.
fn as_text<S: Serializer>(lines: &[Line], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&text::plain(lines))
}

/// Adds what stands between the marks of a JSON text.
fn escape(part: &str, line: &mut Vec<u8>) -> serde_json::Result<()> {
    let is_plain = |plain, byte: u8| plain & (byte >= b' ') & (byte != b'"') & (byte != b'\\');
    if part.bytes().fold(true, is_plain) {
        line.extend_from_slice(part.as_bytes());
        return Ok(());
    }
    let quoted = serde_json::to_string(part)?;
    let inside = quoted.strip_prefix('"').and_then(|quoted| quoted.strip_suffix('"'));
    line.extend_from_slice(inside.unwrap_or_default().as_bytes());
    Ok(())
}

impl Reason {
    fn new(reason: UrgencyReason, case: &Case<'_>) -> Self {
        Self { rule: reason.rule, urgency: reason.urgency.code(), because: because(&reason.because, &case.given) }
    }
}

impl Told {
    fn new(found: Finding, case: &Case<'_>) -> Self {
        Self {
            rule: found.rule,
            urgency: found.urgency.map(|urgency| urgency.code()),
            because: because(&found.because, &case.given),
            sources: found.sources.iter().copied().filter_map(SourceId::row).map(|row| row.id).collect(),
            reviewed: found.reviewed.to_string(),
        }
    }
}

impl Listed {
    fn new(typed: &str, country: Option<Country>) -> Self {
        let found = find(typed, country);
        let each = |matches: &[Match], certainty, asks| {
            matches.iter().map(|m| Meant::new(m.medicine, certainty, asks)).collect()
        };
        let matches = match &found {
            Found::Exact(matches) => each(matches, "exact", false),
            Found::DidYouMean(matches) => each(matches, "close", true),
            Found::AskWhich { among, .. } => each(among, "ambiguous", true),
            Found::PickList { sections, medicines, .. } => {
                let of_sections = MEDICINES.iter().filter(|row| sections.contains(&row.section));
                let single = medicines.iter().copied().filter(|row| !sections.contains(&row.section));
                single.chain(of_sections).map(|row| Meant::new(row, "ambiguous", true)).collect()
            }
            Found::Unknown => Vec::new(),
        };
        Self { typed: typed.to_owned(), matches }
    }
}

impl Meant {
    fn new(medicine: &Medicine, certainty: &'static str, needs_confirmation: bool) -> Self {
        Self {
            id: medicine.id,
            certainty,
            needs_confirmation,
            direction: medicine.direction.code(),
            strength: medicine.strength.code(),
            danger: (0..).zip(DANGERS).filter(|(n, _)| medicine.has_danger(*n)).map(|(_, code)| code).collect(),
        }
    }
}

impl Iron {
    fn new(reading: &IronReading) -> Self {
        let problems: Vec<String> = reading.problems.iter().map(|said| said.text()).collect();
        Self {
            ferritin_ug_l: reading.ferritin,
            tsat_percent: reading.tsat,
            class: reading.class.code(),
            modifiers: reading.modifiers.iter().map(|modifier| modifier.code()).collect(),
            simple_band: reading.band.map(|band| band.code()),
            simple_band_shown: reading.band_shown,
            problem: (!problems.is_empty()).then(|| problems.join(" ")),
        }
    }
}

/// The day of the newest review of any row.
pub fn content_version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| reviews().max().map(|day| day.to_string()).unwrap_or_default())
}

/// The day of the last review of every row of every table.
fn reviews() -> impl Iterator<Item = Date> {
    macro_rules! days {
        ($($table:ident)+) => {
            [$($table.iter().map(|row| row.reviewed).collect::<Vec<Date>>()),+]
        };
    }
    let all = days!(
        SIGNS CRITERIA LOOK_ALIKES CONDITIONS IRON_CLASSES IRON_MODIFIERS RULES EMERGENCY MEDICINES COMBINATIONS
        WITHDRAWAL LABS TREATMENTS TIME_NOTES COURSES GUIDELINES HABITS CARE CONCERNS
    );
    all.into_iter().flatten()
}
