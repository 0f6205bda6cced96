//! The same nights as a table: what every chart on the screen shows, in figures.

use super::picture::part as section;
use super::view::Shown;
use crate::content::text::trends_screen::table as text;
use crate::content::{Key, fill, words};
use crate::diary::entry::{Entry, Recorded};
use crate::diary::night::Night;
use crate::diary::said;
use crate::ui::book::Book;
use crate::ui::element::{El, el, say};

/// The table, newest night first; nothing where no night has an entry.
pub fn part(_: Book, shown: &Shown<'_>) -> Vec<El> {
    if shown.nights.is_empty() {
        return Vec::new();
    }
    let mut nights: Vec<Night> = shown.window.nights().collect();
    nights.reverse();
    let rows = nights.into_iter().map(|night| row(night, shown.nights.iter().find(|one| one.night == night)));
    let body = el("tbody", "").children(rows);
    let heads = [text::NIGHT, text::STRENGTH, text::STARTED, text::AWAKE];
    vec![section(text::TITLE, "table").child(table(text::TITLE, heads.map(|key| say("th", "", key)), body))]
}

/// A table named by the heading above it.
pub fn table<const COLUMNS: usize>(name: Key, heads: [El; COLUMNS], body: El) -> El {
    let heads = heads.map(|head| head.attr("scope", "col"));
    let head = el("thead", "").child(el("tr", "").children(heads));
    el("table", "ql-table").attr("aria-label", words(name)).child(head).child(body)
}

fn row(night: Night, noted: Option<&Recorded>) -> El {
    let name = el("th", "").attr("scope", "row").text(said::evening(night));
    let made = el("tr", "").child(name);
    let Some(one) = noted else {
        return made.child(say("td", "is-blank", text::NONE).attr("colspan", "3"));
    };
    let entry = &one.entry;
    let awake = entry.lost.map(|minutes| fill(text::MINUTES, &[("minutes", &minutes.to_string())]));
    made.child(el("td", "").text(entry.intensity.value().to_string())).child(cell(started(entry))).child(cell(awake))
}

fn started(entry: &Entry) -> Option<String> {
    let clock = entry.started_at().map(|at| at.to_string());
    clock.or_else(|| entry.start.filter(|_| entry.symptoms()).map(|moment| words(said::started(moment)).to_owned()))
}

/// A dash to the eye, words to the ear.
fn cell(value: Option<String>) -> El {
    match value {
        Some(value) => el("td", "").text(value),
        None => el("td", "").child(el("span", "").attr("aria-hidden", "true").text("–")).child(say(
            "span",
            "ql-hidden",
            text::BLANK,
        )),
    }
}
