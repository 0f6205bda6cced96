//! What the nights show: a sentence first, then the middle values, the charts, comparisons, and the nights as a table.
//!
//! Draws what `diary` found, in the words it chose. Reads the nights it shows and no others.

mod around;
mod pairs;
mod picture;
mod table;
mod view;

pub use view::{View, title};

use super::note;
use crate::content::fill;
use crate::content::text::trends::limits;
use crate::content::text::trends_screen::care;
use crate::diary::entry::Recorded;
use crate::diary::night::Rhythm;
use crate::route::Route;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::link;
use crate::ui::state::{App, LateWords};
use leptos::prelude::*;

/// When people sleep, as long as nobody is asked.
const RHYTHM: Rhythm = Rhythm::ByNight;

/// The screen.
pub fn screen(book: Book) -> Vec<El> {
    let title = move || vec![say("span", "", book.trends.with(view::heading))];
    vec![el("h1", "").attr("tabindex", "-1").block(title), with_late_words(book.app, draw)]
}

/// How to read it, in the margin.
pub fn notes(app: App) -> Vec<El> {
    let late = Memo::new(move |_| app.device.with(|device| device.late == LateWords::Ready));
    let ideas = || {
        let count = book::book().map_or_else(String::new, |book| book.trends.with(|view| view.count.to_string()));
        vec![el("span", "").text(fill(care::IDEAS, &[("count", &count)]))]
    };
    let text = move || el("div", "").child(say("p", "", limits::BAD_TIMES)).child(el("p", "").block(ideas));
    vec![el("div", "").show(move || late.get(), move || note(care::TITLE, text()))]
}

fn draw(_: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    let shown = Memo::new(move |_| {
        book.follow();
        view::window(book.trends.get())
    });
    let nights: Memo<Vec<Recorded>> = Memo::new(move |_| {
        book.follow();
        shown.get().map(|window| book::nights(window.to(), window.length())).unwrap_or_default()
    });
    let kept = Memo::new(move |_| {
        book.follow();
        view::kept()
    });
    let part = move |draw: fn(Book, &view::Shown) -> Vec<El>| {
        el("div", "ql-parts").block(move || {
            let Some(window) = shown.get() else { return Vec::new() };
            nights.with(|nights| draw(book, &view::Shown { window, nights, first: kept.with(|kept| kept.first) }))
        })
    };
    vec![
        part(picture::lead).attr("role", "status"),
        view::control(book, shown, kept),
        part(picture::figures),
        around::part(book, kept),
        part(pairs::part),
        part(table::part),
        el("div", "ql-buttons").child(link("ql-button is-second", Route::Report).words(care::REPORT)),
    ]
}
