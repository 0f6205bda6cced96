//! Deleting one month, or everything. Says what goes, and offers a copy first.

use super::bringing::why_not;
use super::saving;
use super::words as says;
use crate::browser::{clock, focus};
use crate::content::text::copies::{all, count, month as text};
use crate::content::text::ui::delete as ask;
use crate::content::{Key, fill, words};
use crate::diary::night::Night;
use crate::records::journal::{self, ChangeError, Step};
use crate::records::kind::Kind;
use crate::records::save::SaveError;
use crate::records::store::Store;
use crate::route::Route;
use crate::ui::book::{self, Book, with_store};
use crate::ui::copies;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words_or;
use crate::ui::parts::details::disclose;
use crate::ui::parts::ways::Outcome;
use crate::ui::parts::{button, heading, link, month};
use crate::ui::state::App;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A year and a month.
type Month = (u16, u8);
/// Where it is said what was done.
const TOLD: &str = "month-told";

/// What became of it.
#[derive(Clone)]
enum Gone {
    Nothing,
    /// With the steps that bring it back.
    Deleted(Month, usize, Vec<Step>),
    ForGood(Month, usize),
    /// No room for a safety copy: the nights it was about.
    NoRoom(Month, Vec<String>),
    Failed(Key),
}

/// The part of the page.
pub fn part(book: Book) -> El {
    super::part(all::TITLE).child(disclose("month-part", text::OPEN, false, move || vec![one_month(book)]))
}

/// Keys of the nights of every month that has some.
fn months() -> BTreeMap<Month, Vec<String>> {
    let mut found: BTreeMap<Month, Vec<String>> = BTreeMap::new();
    for key in with_store(|store| store.keys()).unwrap_or_default() {
        if let Some(Kind::Night(Night(date))) = Kind::of(&key) {
            found.entry((date.year(), date.month())).or_default().push(key);
        }
    }
    found
}

fn named(key: Key, (year, number): Month, count: usize) -> String {
    fill(key, &[("month", month(number)), ("year", &year.to_string()), ("nights", &says::nights(count))])
}

fn one_month(book: Book) -> El {
    let chosen = RwSignal::new(None::<Month>);
    let gone = RwSignal::new(Gone::Nothing);
    let told = Outcome::new("month-copy");
    let draw = move || {
        book.follow();
        let months = months();
        let Some(last) = months.keys().next_back().copied() else { return vec![say("p", "", text::NONE)] };
        let at = chosen.get().filter(|month| months.contains_key(month)).unwrap_or(last);
        let keys = months.get(&at).cloned().unwrap_or_default();
        let count = keys.len();
        let yes = button("ql-button is-delete", move || delete(book, gone, at, &keys));
        let copy = button("ql-button is-second", move || saving::save(book, told)).words(text::COPY);
        vec![
            select(&months, at, chosen),
            el("p", "").text(named(text::SAYS, at, count)),
            el("div", "ql-buttons").child(copy).child(yes.text(named(text::YES, at, count))),
        ]
    };
    let outcome = el("div", "ql-stack").attr("id", TOLD).attr("tabindex", "-1").block(move || outcome(book, gone));
    el("div", "ql-stack").child(outcome).child(el("div", "ql-stack").block(draw)).child(told.block())
}

fn select(months: &BTreeMap<Month, Vec<String>>, at: Month, chosen: RwSignal<Option<Month>>) -> El {
    let code = |(year, number): Month| format!("{year}-{number}");
    let option = |(month, keys): (&Month, &Vec<String>)| {
        let option = el("option", "").attr("value", code(*month)).text(named(text::OPTION, *month, keys.len()));
        if *month == at { option.attr("selected", "") } else { option }
    };
    let pick = move |typed: String| {
        let parts = typed.split_once('-');
        chosen.set(parts.and_then(|(year, number)| Some((year.parse().ok()?, number.parse().ok()?))));
        focus::after_drawing(|| focus::to_id("month"));
    };
    let select = el("select", "ql-select").attr("id", "month").attr("name", "month");
    let select = select.children(months.iter().rev().map(option)).on_text("change", pick);
    el("div", "ql-fieldwrap").child(say("label", "ql-label", text::LABEL).attr("for", "month")).child(select)
}

fn delete(book: Book, gone: RwSignal<Gone>, month: Month, keys: &[String]) {
    let step = |key: &String| Some(Step { key: key.clone(), from: Some(copies::text_of(key)?), to: None });
    let steps: Vec<Step> = keys.iter().filter_map(step).collect();
    gone.set(match book.attempt(&steps, clock::edit_stamp()) {
        Ok(done) => Gone::Deleted(month, done.steps.len(), journal::reversed(&done.steps)),
        Err(ChangeError::Unchanged(SaveError::Full)) => Gone::NoRoom(month, keys.to_vec()),
        Err(error) => Gone::Failed(why_not(error)),
    });
    focus::after_drawing(|| focus::to_id(TOLD));
}

fn outcome(book: Book, gone: RwSignal<Gone>) -> Vec<El> {
    match gone.get() {
        Gone::Nothing => Vec::new(),
        Gone::Failed(why) => vec![say("p", "", why)],
        Gone::ForGood(month, count) => vec![el("p", "").text(named(text::GONE, month, count))],
        Gone::Deleted(month, count, undo) => {
            let call = move || {
                let back = copies::change(book, &undo);
                gone.set(back.map_or_else(|error| Gone::Failed(why_not(error)), |_| Gone::Nothing));
                focus::after_drawing(|| focus::to_id("month"));
            };
            let undo = button("ql-button is-second", call).attr("id", "month-undo");
            let undo = undo.words(crate::content::text::diary::delete::UNDO);
            vec![el("p", "").text(named(text::DONE, month, count)), el("div", "ql-buttons").child(undo)]
        }
        Gone::NoRoom(month, keys) => {
            let call = move || {
                let count = keys.len();
                let removed = copies::remove_for_good(book, &keys);
                gone.set(
                    removed.map_or(Gone::Failed(why_not(ChangeError::Unfinished)), |()| Gone::ForGood(month, count)),
                );
                focus::after_drawing(|| focus::to_id(TOLD));
            };
            let anyway = button("ql-button is-delete", call).words(text::WITHOUT);
            vec![say("p", "", text::FULL), el("div", "ql-buttons").child(anyway)]
        }
    }
}

/// Whether to delete everything.
pub fn everything(book: Book) -> El {
    let inside = with_late_words_or(book.app, counted, |app| {
        let keep = link("ql-button", Route::Data).words(ask::KEEP);
        vec![say("p", "", ask::TEXT), el("div", "ql-buttons").child(keep).child(yes(app))]
    });
    el("section", "ql-interrupt").child(heading(ask::TITLE)).child(inside)
}

fn counted(app: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    let told = Outcome::new("copy");
    let says = move || {
        book.follow();
        let things = copies::usage(app).map(|there| says::things(&there)).unwrap_or_default();
        let settings = words(count::OTHER);
        let first = things.join(", ");
        let what = match things.is_empty() {
            true => settings.to_owned(),
            false => fill(all::AND, &[("first", &first), ("last", settings)]),
        };
        vec![el("p", "").text(fill(all::SAYS, &[("what", &what)]))]
    };
    let copy = button("ql-button", move || saving::save(book, told)).words(all::COPY);
    vec![
        el("div", "").block(says),
        el("div", "ql-buttons").child(copy).child(yes(app)),
        told.block(),
        el("p", "").child(link("", Route::Data).words(ask::KEEP)),
    ]
}

fn yes(app: App) -> El {
    let call = move || {
        app.delete_everything();
        app.go(Route::Data);
    };
    button("ql-button is-delete", call).words(ask::YES)
}
