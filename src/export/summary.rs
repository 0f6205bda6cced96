//! The shortest text that is of use in the consulting room: verdict, the five points, iron, medicines, nights.
//!
//! Made to be scanned, so it keeps to letters every scanner knows and holds nothing but what it names. Whether it fits
//! is decided by [`super::qr`]: what a person listed is never cut without their knowing.

use super::text::{day, headline};
use super::{Told, clean, printed};
use crate::clinical::flow::counted;
use crate::clinical::report::Verdict;
use crate::content::text::exports::summary as said;
use crate::content::text::idle_ready;
use crate::content::{Key, fill, words};
use crate::diary::summary::{Summary, Times};

/// Between two things on a line.
const AND: &str = "; ";

/// The text, a line for each thing told. `None` while the words are not here yet.
pub fn summary(told: &Told<'_>) -> Option<String> {
    idle_ready().then_some(())?;
    let mut lines = vec![fill(said::TITLE, &[("day", &day(told.today))]), headline(told.report.verdict)];
    if told.report.verdict != Verdict::CannotScreen {
        lines.extend(told.report.points.iter().map(|point| named(point.name, words(point.fit.says()))));
    }
    lines.extend(iron(told));
    lines.extend(medicines(told));
    lines.extend(told.nights.map(nights));
    let mut text = String::new();
    for line in lines {
        text.push_str(&plain(&clean::line(&line)));
        text.push('\n');
    }
    Some(text)
}

fn named(name: Key, value: &str) -> String {
    [words(name), ": ", value].concat()
}

fn iron(told: &Told<'_>) -> Option<String> {
    let answers = counted(told.answers, told.today);
    let mut values: Vec<String> =
        printed::of_check(&answers).map(|value| [&value.name(), " ", &*value.says()].concat()).collect();
    if let Some(tsat) = told.report.iron.as_ref().filter(|iron| iron.tsat_computed).and_then(|iron| iron.tsat) {
        values.push(fill(said::WORKED_OUT, &[("value", &crate::decimal::print(tsat, 1))]));
    }
    if values.is_empty() {
        return None;
    }
    values.extend(printed::taken(&answers).map(|taken| fill(said::TAKEN, &[("month", &taken)])));
    Some(named(said::IRON, &values.join(AND)))
}

fn medicines(told: &Told<'_>) -> Option<String> {
    let names: Vec<&str> = told.answers.medicines.iter().map(|listed| listed.typed.as_str()).collect();
    (!names.is_empty()).then(|| named(said::MEDICINES, &names.join(AND)))
}

fn nights(nights: &Summary) -> String {
    let (from, to) = (nights.window.from().to_string(), nights.window.to().to_string());
    let with = [
        ("with", &*nights.with_symptoms.to_string()),
        ("recorded", &nights.recorded.to_string()),
        ("from", &from),
        ("to", &to),
    ];
    let mut parts = vec![fill(said::NIGHTS, &with)];
    let middle = |key, value: &str| fill(key, &[("middle", value)]);
    parts.extend(nights.strength.map(|strength| middle(said::STRENGTH, &strength.middle.to_string())));
    parts.push(middle(said::STRENGTH_ALL, &nights.strength_of_all.middle.to_string()));
    parts.extend(match nights.start {
        Some(Times::Usual { middle: time, .. }) => Some(middle(said::START, &time.to_string())),
        Some(Times::NoneUsual) => Some(words(said::NO_USUAL_START).to_owned()),
        None => None,
    });
    parts.extend(nights.awake.map(|awake| middle(said::AWAKE, &awake.middle.to_string())));
    parts.join(AND)
}

/// Printed signs as a typewriter has them; letters of any language stay.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '‘' | '’' => out.push('\''),
            '“' | '”' | '„' => out.push('"'),
            '–' | '—' | '−' => out.push('-'),
            'µ' | 'μ' => out.push('u'),
            '…' => out.push_str("..."),
            _ => out.push(c),
        }
    }
    out
}
