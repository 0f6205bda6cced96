//! The page for the doctor: how it leaves the browser, the page itself, and what the person wants to ask.
//!
//! What stands on the page is decided by `export::page`; this draws it, and keeps which copy was shown and which
//! questions are wanted.

mod asking;
mod sheet;

use crate::content::text::report_screen::{copy, lead, nights, ways as more};
use crate::content::text::ui;
use crate::content::{Key, words};
use crate::diary::timeline::Change;
use crate::export::names::Out;
use crate::export::page::{self, Copy, Given, LENGTHS, Page};
use crate::records::{CHANGE, change};
use crate::route::Route;
use crate::ui::beside;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::ways::{Made, Outcome, Way};
use crate::ui::parts::{button, heading, link};
use crate::ui::state::App;
use crate::ui::told::{last_nights, nothing_yet, with_nights};
use crate::ui::wishes;
use leptos::prelude::*;

/// Where the page begins on the screen.
const PAGE: &str = "the-page";

/// The screen.
pub fn screen(book: Book) -> Vec<El> {
    vec![heading(ui::report::TITLE), with_late_words(book.app, draw)]
}

fn draw(_: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    // As many nights as were looked at last.
    let many = book.trends.with_untracked(|view| view.count > LENGTHS[0]);
    let days = RwSignal::new(if many { LENGTHS[1] } else { LENGTHS[0] });
    let page: Memo<Option<Page>> = Memo::new(move |_| {
        book.follow();
        made(book, days.get())
    });
    let is_empty = Memo::new(move |_| page.with(|page| page.as_ref().is_none_or(|page| page.parts.is_empty())));
    vec![el("div", "ql-parts").block(move || if is_empty.get() { nothing_yet() } else { filled(book, days, page) })]
}

fn filled(book: Book, days: RwSignal<u16>, page: Memo<Option<Page>>) -> Vec<El> {
    let print = button("ql-button", || crate::browser::paper::print(".ql-report"))
        .attr("id", "print")
        .child(icon(icons::PRINTER));
    let article = el("article", "ql-report").attr("aria-label", words(ui::report::TITLE));
    let article = article.block(move || page.with(|page| page.as_ref().map(sheet::drawn)).unwrap_or_default());
    let suggested =
        Memo::new(move |_| page.with(|page| page.as_ref().map(|page| page.suggested.clone())).unwrap_or_default());
    let see = button("ql-link", || crate::browser::focus::to_id(PAGE)).words(lead::SEE);
    let title = say("h2", "ql-screen", lead::PAGE).attr("id", PAGE).attr("tabindex", "-1");
    vec![
        say("p", "ql-lead ql-screen", lead::TEXT),
        el("div", "ql-buttons").child(print.words(lead::PRINT)).child(see),
        asking::part(book, suggested),
        message(page),
        others(),
        el("section", "ql-part").child(title).child(turns(book, days)).child(article),
    ]
}

/// The page as a text.
fn message(page: Memo<Option<Page>>) -> El {
    let make = move || {
        let text = page.with_untracked(|page| page.as_ref().map(as_text));
        text.map(Made::plain).ok_or_else(Vec::new)
    };
    let name = || Out::Page.file_name(crate::browser::clock::today());
    let way = Way::new(Outcome::new("page"), name, Out::Page.media_type(), make).second();
    let part = el("section", "ql-part ql-screen").child(say("h2", "", more::TEXT));
    part.child(say("p", "", more::TEXT_WHY)).child(way.part())
}

fn as_text(page: &Page) -> String {
    page::plain(page, words(ui::report::TITLE))
}

/// The page of now as a text, with as many nights as usual.
pub(super) fn text(book: Book) -> Option<String> {
    made(book, LENGTHS[0]).as_ref().map(as_text)
}

/// The page of now, with the last so many nights.
fn made(book: Book, days: u16) -> Option<Page> {
    let noted = last_nights(book, days)?;
    let wishes = wishes::read();
    let changes: Vec<Change> = beside::all(CHANGE, change::decode).records.into_iter().map(|(_, one)| one).collect();
    let copy = if wishes.clinician { Copy::Clinician } else { Copy::Person };
    with_nights(book, Some(&noted), |told| {
        let (window, nights) = (noted.0, noted.1.as_slice());
        let (own, left_out) = (wishes.questions.as_str(), wishes.left_out.as_slice());
        page::page(&Given { told: *told, window, nights, changes: &changes, own, left_out, copy })
    })
}

/// For whom, and how many nights.
fn turns(book: Book, days: RwSignal<u16>) -> El {
    let turn = |on: Box<dyn Fn() -> bool + Send>, says: Key, call: Box<dyn FnMut() + Send>| {
        button("ql-turn", call).live("aria-pressed", move || Some(on().to_string())).words(says)
    };
    let for_whom = [(false, copy::PERSON), (true, copy::CLINICIAN)].map(|(clinician, says)| {
        let on = move || {
            book.follow();
            wishes::read().clinician == clinician
        };
        turn(Box::new(on), says, Box::new(move || wishes::edit(book, |wishes| wishes.clinician = clinician)))
    });
    let lengths = LENGTHS.into_iter().zip([nights::N14, nights::N28]);
    let lengths = lengths
        .map(|(count, says)| turn(Box::new(move || days.get() == count), says, Box::new(move || days.set(count))));
    let group = |name: Key| el("div", "ql-turns").attr("role", "group").attr("aria-label", words(name));
    el("div", "ql-control").child(group(copy::LABEL).children(for_whom)).child(group(nights::LABEL).children(lengths))
}

/// The other ways to hand it over.
fn others() -> El {
    let rows = [
        (Route::Code, ui::report::CODE, more::CODE),
        (Route::Record, ui::report::RECORD, more::RECORD),
        (Route::Reminders, ui::report::REMINDERS, more::REMINDERS),
        (Route::Plan, ui::plan::TITLE, more::PLAN),
    ];
    let row = |(to, title, says): (Route, Key, Key)| {
        el("li", "").child(link("", to).words(title)).child(say("span", "ql-small", says)).child(icon(icons::ONWARD))
    };
    el("section", "ql-part ql-screen")
        .child(say("h2", "", more::TITLE))
        .child(el("ul", "ql-links").children(rows.map(row)))
}
