//! The form of a blood test result.

use crate::browser::{clock, focus, location};
use crate::clinical::iron::UNSURE;
use crate::content::text::timeline::form as text;
use crate::content::text::ui;
use crate::content::{Key, fill, words};
use crate::diary::form::lab::{self, NAME, OWN_UNIT, SURE, TEST, Trouble, VALUE};
use crate::diary::form::{NOTE, day};
use crate::diary::timeline::Test;
use crate::route::Route;
use crate::ui::beside::{self, Sheet};
use crate::ui::book;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::entry::{Paper, date, labelled, note, rows, tiles_of};
use crate::ui::parts::problems::error_summary;
use crate::ui::parts::{back_link, button, heading};
use crate::ui::state::App;
use leptos::prelude::*;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    vec![back_link(from()), heading(ui::diary::LAB), with_late_words(app, draw)]
}

/// Where it was opened.
fn from() -> Route {
    beside::forms().map_or(Route::Timeline, |forms| forms.lab.from.get_untracked())
}

fn draw(app: App) -> Vec<El> {
    let Some(sheet) = beside::forms().map(|forms| forms.lab) else { return Vec::new() };
    let tests = Test::ALL.iter().map(|test| (test.code(), test.title())).collect();
    let test = Memo::new(move |_| sheet.given.with(|given| given.get(TEST).and_then(Test::from_code)));
    let form = el("form", "ql-form ql-entry")
        .attr("novalidate", "")
        .instead("submit", move || save(sheet))
        .child(rows(sheet, TEST, text::TEST, tests))
        .block(move || test.get().map_or_else(Vec::new, |test| of_test(sheet, test)))
        .child(day_boxes(sheet, text::DAY, text::DAY_HINT))
        .child(note(sheet, NOTE, text::NOTE))
        .child(el("div", "ql-buttons").child(say("button", "ql-button", text::SAVE).attr("type", "submit")));
    vec![error_summary(app), el("div", "ql-asking").block(move || asking(sheet)), form]
}

/// The boxes that depend on the test.
fn of_test(sheet: Sheet, test: Test) -> Vec<El> {
    let percent = (test == Test::Tsat).then(|| el("span", "ql-unit").text("%"));
    let value = labelled(sheet, VALUE, text::VALUE, Some(text::VALUE_HINT), "ql-box is-number", percent);
    if test == Test::Other {
        let name = labelled(sheet, NAME, text::NAME, None, "ql-box is-text", None);
        let unit = labelled(sheet, OWN_UNIT, text::OWN_UNIT, None, "ql-box is-unit", None);
        return vec![name, value, unit];
    }
    let mut units: Vec<(String, String)> =
        lab::units(test).into_iter().map(|unit| (unit.to_owned(), unit.to_owned())).collect();
    if units.is_empty() {
        return vec![value];
    }
    units.push((UNSURE.to_owned(), words(text::UNSURE).to_owned()));
    vec![value, tiles_of(sheet, lab::unit_key(test), text::UNIT, None, units)]
}

/// The day, with an example of this year.
pub(super) fn day_boxes(sheet: Sheet, legend: Key, hint: Key) -> El {
    date(sheet, &day::BOXES, legend, fill(hint, &[("year", &clock::today().year().to_string())]))
}

/// Asks once about an unusual number.
fn asking(sheet: Sheet) -> Vec<El> {
    let Some((value, says)) = sheet.asking.get() else { return Vec::new() };
    let change = button("ql-button", move || {
        sheet.asking.set(None);
        focus::after_drawing(|| focus::to_id(VALUE));
    });
    let right = button("ql-button is-second", move || {
        sheet.give(SURE, &value);
        save(sheet);
    });
    let title = say("h2", "", text::ASK).attr("id", "asking").attr("tabindex", "-1");
    let buttons =
        el("div", "ql-buttons").child(change.words(ui::numbers::CHANGE)).child(right.words(ui::numbers::RIGHT));
    vec![el("section", "ql-interrupt").child(title).child(el("p", "").text(says.text())).child(buttons)]
}

fn save(sheet: Sheet) {
    let (Some(book), now) = (book::book(), clock::edit_stamp()) else { return };
    let given = sheet.given.get_untracked();
    match lab::read(&given, clock::today(), now) {
        Ok(new) => {
            sheet.app().problems.set(Vec::new());
            beside::keep_lab(sheet.key.get_untracked(), new, now);
            sheet.done();
            sheet.saved.set(true);
            location::replace(&from().href());
        }
        Err(Trouble::Wrong(problems)) => {
            sheet.asking.set(None);
            book.complain(problems);
        }
        Err(Trouble::Ask { value, says }) => {
            sheet.app().problems.set(Vec::new());
            sheet.app().title();
            sheet.asking.set(Some((value, says)));
            focus::after_drawing(|| focus::to_id("asking"));
        }
    }
}
