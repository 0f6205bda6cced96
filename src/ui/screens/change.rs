//! The form of a change.

use super::lab::day_boxes;
use crate::browser::{clock, location};
use crate::content::text::timeline::form as text;
use crate::content::text::ui;
use crate::diary::form::NOTE;
use crate::diary::form::change::{self, NAME, WHAT};
use crate::diary::timeline::What;
use crate::route::Route;
use crate::ui::beside::{self, Sheet};
use crate::ui::book;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::entry::{Paper, labelled, note, rows};
use crate::ui::parts::problems::error_summary;
use crate::ui::parts::{back_link, heading};
use crate::ui::state::App;
use leptos::prelude::*;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    vec![back_link(Route::Timeline), heading(ui::diary::CHANGE), with_late_words(app, draw)]
}

fn draw(app: App) -> Vec<El> {
    let Some(sheet) = beside::forms().map(|forms| forms.change) else { return Vec::new() };
    let kinds = What::ALL.iter().map(|what| (what.code(), what.title())).collect();
    let named = move || sheet.given.with(change::what).is_some_and(What::is_named);
    let name = move || labelled(sheet, NAME, text::CHANGE_NAME, Some(text::CHANGE_NAME_HINT), "ql-box is-text", None);
    let form = el("form", "ql-form ql-entry")
        .attr("novalidate", "")
        .instead("submit", move || save(sheet))
        .child(rows(sheet, WHAT, text::WHAT, kinds))
        .show(named, name)
        .child(day_boxes(sheet, text::CHANGE_DAY, text::CHANGE_DAY_HINT))
        .child(note(sheet, NOTE, text::NOTE))
        .child(el("div", "ql-buttons").child(say("button", "ql-button", text::SAVE).attr("type", "submit")));
    vec![error_summary(app), form]
}

fn save(sheet: Sheet) {
    let (Some(book), now) = (book::book(), clock::edit_stamp()) else { return };
    match change::read(&sheet.given.get_untracked(), clock::today(), now) {
        Ok(new) => {
            sheet.app().problems.set(Vec::new());
            beside::keep_change(sheet.key.get_untracked(), new, now);
            sheet.done();
            sheet.saved.set(true);
            location::replace(&Route::Timeline.href());
        }
        Err(problems) => book.complain(problems),
    }
}
