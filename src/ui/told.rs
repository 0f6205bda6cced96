//! All that was told, gathered for the ways out: the check, what follows from it, the last nights, blood tests.
//!
//! Reads the store and decides nothing: which nights make a picture is decided in `diary::summary`, what of it goes into
//! a file in `export`. What draws with it is drawn anew when an answer or anything kept has changed.

use super::beside;
use super::book::{self, Book};
use super::element::{El, el, say};
use super::parts::link;
use crate::content::text::ways::nothing;
use crate::diary::entry::Recorded;
use crate::diary::night::Rhythm;
use crate::diary::summary::summary;
use crate::diary::timeline::Lab;
use crate::diary::window::Window;
use crate::export::Told;
use crate::order::by_rank;
use crate::records::{LAB, lab};
use crate::route::Route;
use leptos::prelude::*;

/// Nights that are summed up, as long as nobody asks for more.
pub const NIGHTS: u16 = 14;

/// The nights of a window, and what is noted of them.
pub type Noted = (Window, Vec<Recorded>);

/// Hands over what was told, with the last so many nights.
pub fn with_told<T>(book: Book, nights: u16, run: impl FnOnce(&Told<'_>) -> T) -> T {
    with_nights(book, last_nights(book, nights).as_ref(), run)
}

/// Hands over what was told, with these nights summed up where there are enough.
pub fn with_nights<T>(book: Book, noted: Option<&Noted>, run: impl FnOnce(&Told<'_>) -> T) -> T {
    let summed = noted.and_then(|(window, nights)| summary(nights, *window, Rhythm::ByNight).ok());
    let (report, labs) = (book.app.report(), labs(book));
    book.app.answers.with(|answers| {
        run(&Told { answers, report: &report, nights: summed.as_ref(), labs: &labs, today: book.app.today() })
    })
}

/// The last so many nights; `None` at the beginning of the calendar.
pub fn last_nights(book: Book, nights: u16) -> Option<Noted> {
    book.follow();
    let window = Window::last(nights, book::last_night())?;
    Some((window, book::nights(window.to(), window.length())))
}

/// Whether there is anything to hand over: an answer, nights that make a picture, or a blood test.
pub fn is_anything(told: &Told<'_>) -> bool {
    !told.answers.is_empty() || told.nights.is_some() || !told.labs.is_empty()
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
