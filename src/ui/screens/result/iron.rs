//! Iron in the result: the numbers with the scale where it holds, what guidelines say and the simple table beside
//! it; then what else bears on iron, which is told without any number too.

use super::finding::reasons;
use crate::clinical::flow;
use crate::clinical::report::{IronReading, Report};
use crate::clinical::said::said;
use crate::content::learn::explains;
use crate::content::text::result_screen::iron;
use crate::content::{BANDS, Said, fill};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::inset;
use crate::ui::parts::list;
use crate::ui::parts::scale::scale;
use crate::ui::state::App;
use leptos::prelude::*;

/// The part "Your iron number", or "Iron" where there is none.
pub fn part(app: App, report: &Report) -> Vec<El> {
    let mut made = report.iron.as_ref().map(|reading| numbers(app, reading)).unwrap_or_default();
    for (at, finding) in report.about_iron() {
        let id = format!("why-iron-{at}");
        // Anaemia and other iron matters that are not the reading itself have sentences of their own.
        if finding.rule.starts_with("iron.") {
            made.extend(explains(&finding.rule).map(super::finding::read_more));
            made.push(reasons(app, &id, &finding.because, &finding.rule_says, &finding.sources, finding.reviewed));
        } else {
            made.push(super::finding::card(app, at, finding));
        }
    }
    made
}

/// What the numbers mean.
fn numbers(app: App, reading: &IronReading) -> Vec<El> {
    let mut made = Vec::new();
    if !reading.problems.is_empty() {
        let panel = el("div", "ql-panel").child(say("h3", "", iron::PROBLEMS));
        made.push(panel.child(list(reading.problems.iter().map(Said::text))));
    }
    if let Some(typed) = &reading.ferritin_typed {
        let taken = flow::field("taken").and_then(|field| app.answers.with(|answers| said(field, answers)));
        made.push(el("p", "").text(match taken {
            Some(date) => fill(iron::WAS_ON, &[("value", typed), ("date", &date)]),
            None => fill(iron::WAS, &[("value", typed)]),
        }));
    }
    made.extend(reading.says.iter().map(|said| el("p", "").text(said.text())));
    if let Some(ferritin) = reading.ferritin.filter(|_| reading.scale_shown) {
        made.push(scale(ferritin));
    }
    made.extend(simple_table(reading));
    if !reading.ask.is_empty() {
        let panel = el("div", "ql-panel").child(say("h3", "", iron::ASK));
        made.push(panel.child(list(reading.ask.iter().map(Said::text))));
    }
    // Whatever the numbers say, and where nothing could be read too.
    made.push(inset(iron::START, iron::START_WHY));
    made
}

/// The simple three-band table, with its warning, where it may be shown.
fn simple_table(reading: &IronReading) -> Option<El> {
    let band = reading.band.filter(|_| reading.band_shown)?;
    let row = BANDS.iter().find(|row| row.band == band)?;
    let panel = el("div", "ql-panel").child(say("h3", "", iron::BAND)).child(say("p", "", row.says));
    Some(panel.child(say("p", "ql-small", iron::BAND_HINT)))
}
