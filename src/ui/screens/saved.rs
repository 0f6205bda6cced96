//! After saving a night: nothing else to do.

use super::super::book::{self, Book};
use crate::browser::clock;
use crate::content::fill;
use crate::content::text::diary::saved as text;
use crate::content::text::ui;
use crate::diary::said;
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::{heading, link};
use crate::ui::state::App;
use leptos::prelude::*;

/// The screen.
pub fn screen(book: Book) -> Vec<El> {
    vec![heading(ui::diary::SAVED), with_late_words(book.app, draw)]
}

fn draw(_: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    let night = book.news.with_untracked(|news| news.saved);
    let kept = night.and_then(|night| Some((night, book::read(night).ok().flatten()?)));
    let Some((night, kept)) = kept else {
        let back = link("", Route::Diary).words(text::DIARY);
        return vec![say("p", "ql-lead", text::AGAIN), el("p", "").child(back)];
    };
    let strength = kept.now.intensity.value().to_string();
    let said = fill(text::NIGHT, &[("night", &said::long(night, clock::today())), ("strength", &strength)]);
    let edit = link("", Route::Night(night)).words(text::EDIT);
    vec![say("p", "ql-lead", text::CLOSE), el("p", "ql-saved-night").text(said).text(" ").child(edit)]
}
