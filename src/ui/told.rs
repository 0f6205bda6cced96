//! All that was told, gathered for the ways out: the check, what follows from it, the last nights, blood tests.
//!
//! Reads the store and decides nothing: which nights make a picture is decided in `diary::summary`, what of it goes into
//! a file in `export`. What draws with it is drawn anew when an answer or anything kept has changed.

use super::beside;
use super::book::{self, Book};
use super::element::{El, el, say};
use super::parts::link;
use crate::content::text::ways::nothing;
use crate::diary::night::Rhythm;
use crate::diary::summary::{Summary, summary};
use crate::diary::timeline::Lab;
use crate::diary::window::Window;
use crate::export::Told;
use crate::order::by_rank;
use crate::records::{LAB, lab};
use crate::route::Route;
use leptos::prelude::*;

/// Nights that are summed up, as long as nobody asks for more.
pub const NIGHTS: u16 = 14;

/// Hands over what was told, with the last so many nights.
pub fn with_told<T>(book: Book, nights: u16, run: impl FnOnce(&Told<'_>) -> T) -> T {
    let (report, labs, summed) = (book.app.report(), labs(book), summed(book, nights));
    book.app.answers.with(|answers| {
        run(&Told { answers, report: &report, nights: summed.as_ref(), labs: &labs, today: book.app.today() })
    })
}

/// Whether there is anything to hand over: an answer, nights that make a picture, or a blood test.
pub fn is_anything(told: &Told<'_>) -> bool {
    !told.answers.is_empty() || told.nights.is_some() || !told.labs.is_empty()
}

/// The last so many nights summed up, where there are enough.
pub fn summed(book: Book, nights: u16) -> Option<Summary> {
    book.follow();
    let window = Window::last(nights, book::last_night())?;
    summary(&book::nights(window.to(), window.length()), window, Rhythm::ByNight).ok()
}

/// Blood tests noted beside the nights, by day.
pub fn labs(book: Book) -> Vec<Lab> {
    book.follow();
    let mut labs: Vec<Lab> = beside::all(LAB, lab::decode).records.into_iter().map(|(_, lab)| lab).collect();
    by_rank(&mut labs, |lab| (lab.day, lab.created));
    labs
}

/// What stands in the place of a way out when there is nothing to hand over.
pub fn nothing_yet() -> Vec<El> {
    let check = link("ql-button", Route::Start).words(nothing::CHECK);
    let diary = link("ql-button is-second", Route::Diary).words(nothing::DIARY);
    vec![say("p", "ql-lead", nothing::SAYS), el("div", "ql-buttons").child(check).child(diary)]
}
