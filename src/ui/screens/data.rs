//! Where the data is, copies of it, and deleting it.
//!
//! What is counted, what a copy is and what becomes of one that comes in is decided by `records`.

mod aside;
mod bringing;
mod found;
mod holds;
mod passphrase;
mod removing;
mod saving;
pub(super) mod words;

use crate::content::text::copies::bring;
use crate::content::text::start::private;
use crate::content::text::ui::{data, deleted};
use crate::route::Route;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words_or;
use crate::ui::parts::problems::error_summary;
use crate::ui::parts::{heading, link};
use crate::ui::state::App;
pub use bringing::screen as bring_in;
use leptos::prelude::*;
pub use removing::everything as delete;

/// The screen; right after deleting it says what is gone.
pub fn screen(book: Book) -> Vec<El> {
    if book.app.device.with_untracked(|device| device.deleted) {
        return vec![heading(deleted::TITLE), say("p", "ql-lead", deleted::TEXT)];
    }
    vec![
        heading(data::TITLE),
        say("p", "ql-lead", data::WHERE),
        el("p", "").child(link("", Route::Topic("privacy")).words(private::LINK)),
        with_late_words_or(book.app, draw, |_| vec![delete_all()]),
    ]
}

fn draw(app: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    let bring = part(bring::TITLE)
        .child(say("p", "", bring::TEXT))
        .child(el("div", "ql-buttons").child(link("ql-button is-second", Route::Import).words(bring::LINK)));
    vec![
        error_summary(app),
        holds::part(book),
        saving::part(book),
        bring,
        holds::stays(book),
        aside::parts(book),
        removing::part(book).child(delete_all()),
    ]
}

fn delete_all() -> El {
    el("div", "ql-buttons").child(link("ql-button is-delete", Route::Delete).words(data::DELETE))
}

/// A part of the page under a heading of its own.
fn part(title: crate::content::Key) -> El {
    el("section", "ql-part").child(say("h2", "", title))
}
