//! The sentence, the middle values, and the charts of strength and start times.

use super::RHYTHM;
use super::view::Shown;
use crate::clinical::reading::takes_what_augments;
use crate::content::text::trends_screen::{empty, halves, middles, nightly, starting};
use crate::content::{Key, Said, fill, words};
use crate::diary::said;
use crate::diary::stats::Spread;
use crate::diary::summary::{LEAST, Summary, Times, TooFew, summary};
use crate::route::Route;
use crate::ui::book::Book;
use crate::ui::element::{El, el, say};
use crate::ui::parts::chart::starts::starts;
use crate::ui::parts::chart::strip::strips;
use crate::ui::parts::link;
use leptos::prelude::With;

/// The page of the check that asks about starting earlier and earlier.
const AUGMENTATION: &str = "augmentation";
/// The page with the person's list.
const MEDICINES: &str = "medicines";

/// The summary in a sentence, or how many nights are missing for one.
pub fn lead(_: Book, shown: &Shown<'_>) -> Vec<El> {
    let text = match summary(shown.nights, shown.window, RHYTHM) {
        Ok(found) => {
            let week = found.says_week().map(|said| format!(" {}", said.text())).unwrap_or_default();
            found.sentence().text() + &week
        }
        Err(few) if shown.first.is_none_or(|first| first >= shown.window.from()) => few.says().text(),
        Err(few) => few_here(few, shown),
    };
    let range = said::range(shown.window.from().0, shown.window.to().0);
    let days = (!shown.window.is_last()).then(|| el("p", "ql-small").text(range));
    std::iter::once(el("p", "ql-lead").text(text)).chain(days).collect()
}

/// There are more nights, but not among these.
fn few_here(few: TooFew, shown: &Shown<'_>) -> String {
    let key = match few.recorded {
        0 => empty::NONE,
        1 => empty::ONE,
        _ => empty::SOME,
    };
    let (nights, days) = (few.recorded.to_string(), shown.window.length().to_string());
    fill(key, &[("nights", &nights), ("days", &days), ("least", &LEAST.to_string())])
}

/// The middle values and the charts.
pub fn figures(book: Book, shown: &Shown<'_>) -> Vec<El> {
    let found = summary(shown.nights, shown.window, RHYTHM).ok();
    let mut made: Vec<El> = found.as_ref().map(values).unwrap_or_else(|| vec![invitation()]);
    if shown.nights.is_empty() {
        return made;
    }
    let strips = strips(shown.window, shown.nights);
    made.push(part(nightly::TITLE, "nightly").child(say("p", "ql-small", nightly::KEY)).children(strips));
    if let Some(found) = &found {
        made.push(started(book, shown, found));
        made.extend(first_and_last(found));
    }
    made
}

fn invitation() -> El {
    let note = link("", Route::Diary).words(empty::NOTE);
    let text = say("p", "", empty::TEXT);
    el("div", "ql-panel").child(say("h2", "", empty::TITLE)).child(text).child(el("p", "").child(note))
}

/// A part with its heading.
pub fn part(title: Key, id: &'static str) -> El {
    el("section", "ql-part").attr("id", id).child(say("h2", "", title))
}

fn values(found: &Summary) -> Vec<El> {
    let range = |spread: &Spread| {
        let (low, high) = (spread.low.to_string(), spread.high.to_string());
        fill(middles::RANGE, &[("low", &low), ("high", &high)])
    };
    let of = |key, spread: &Spread| row(key, spread.middle.to_string(), range(spread));
    let mut rows: Vec<El> = found.strength.iter().map(|spread| of(middles::STRENGTH, spread)).collect();
    if found.with_symptoms < found.recorded {
        rows.push(of(middles::ALL, &found.strength_of_all));
    }
    rows.extend(found.start.map(|times| match times {
        Times::Usual { middle, .. } => row(middles::START, middle.to_string(), String::new()),
        Times::NoneUsual => row(middles::START, String::new(), words(middles::NOT_USUAL).to_owned()),
    }));
    let minutes = || words(middles::MINUTES).to_owned();
    rows.extend(found.awake.as_ref().map(|spread| row(middles::AWAKE, spread.middle.to_string(), minutes())));
    let means = say("p", "ql-small", middles::MEANS);
    let means = if found.with_symptoms < found.recorded { means.text(" ").words(middles::MEANS_ALL) } else { means };
    vec![el("dl", "ql-middles").children(rows), means]
}

fn row(name: Key, value: String, beside: String) -> El {
    let value = el("dd", "").child(el("b", "").text(value)).child(el("span", "ql-small").text(format!(" {beside}")));
    el("div", "").child(say("dt", "", name)).child(value)
}

/// Start times, and what to do about symptoms that begin earlier and earlier.
fn started(book: Book, shown: &Shown<'_>, found: &Summary) -> El {
    let said: Vec<String> =
        found.says_start().into_iter().chain(found.drift.says_start()).map(|said| said.text()).collect();
    let range = said::range(shown.window.from().0, shown.window.to().0);
    let name = fill(starting::CHART, &[("range", &range), ("says", &said.join(" "))]);
    let made = part(starting::TITLE, "starting");
    let Some(chart) = starts(shown.window, shown.nights, RHYTHM.anchor(), name) else {
        return made.child(say("p", "ql-small", starting::NONE));
    };
    made.child(say("p", "ql-small", starting::KEY))
        .child(chart)
        .children(said.into_iter().map(|text| el("p", "").text(text)))
        .maybe(ask(book, shown, found))
}

/// What to say to whom, and the page of the check that asks further: the one about this, which is asked of people with
/// such a medicine on their list, or the list.
fn ask(book: Book, shown: &Shown<'_>, found: &Summary) -> Option<El> {
    let noted: Vec<String> = shown.nights.iter().flat_map(|one| one.entry.taken.iter().flatten().cloned()).collect();
    let takes = |noted: &[String]| book.app.answers.with(|answers| takes_what_augments(answers, noted));
    let says = found.drift.asks(takes(&noted))?;
    let (page, way) = if takes(&[]) { (AUGMENTATION, starting::CHECK) } else { (MEDICINES, starting::LIST) };
    let way = link("", Route::Check(page)).words(way).on("click", move || book.app.begin_change());
    Some(el("div", "ql-inset").child(el("p", "").text(says.text())).child(el("p", "").child(way)))
}

fn first_and_last(found: &Summary) -> Option<El> {
    let said: Vec<Said> = found.drift.says_change().into_iter().chain(found.drift.says_caution()).collect();
    (!said.is_empty())
        .then(|| part(halves::TITLE, "halves").children(said.iter().map(|said| el("p", "").text(said.text()))))
}
