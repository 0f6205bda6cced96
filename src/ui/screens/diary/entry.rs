//! The form of one night.

use super::word;
use crate::browser::{clock, focus, location};
use crate::content::fill;
use crate::content::text::diary::{delete as deleting, form as text};
use crate::diary::entry::Extra;
use crate::diary::form::key;
use crate::diary::form::{
    ACTIVITY, ADD, ALCOHOL, AT, CAFFEINE, EXTRA, GOT_UP, LOST, NONE, NOTE, START, STRENGTH, TAKEN,
};
use crate::diary::night::Night;
use crate::diary::said;
use crate::records::kind::night_key;
use crate::records::settings::Theme;
use crate::route::Route;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::details::disclose;
use crate::ui::parts::entry::{line, note, strength, tick, tiles};
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::problems::{has_problem, problem};
use crate::ui::parts::{button, link};
use leptos::prelude::*;

/// The form.
pub fn form(book: Book) -> El {
    let opened = Memo::new(move |_| book.form.with(|form| form.opened));
    let save = move || {
        if book.save() {
            location::replace(&Route::Saved.href());
        }
    };
    el("form", "ql-form ql-entry")
        .attr("novalidate", "")
        .instead("submit", save)
        .child(strength(book, STRENGTH, text::STRENGTH))
        .child(starting(book))
        .child(measured(book))
        .child(tiles(book, ACTIVITY, text::ACTIVITY, activity()))
        .child(tiles(book, CAFFEINE, text::CAFFEINE, caffeine()))
        .child(tiles(book, ALCOHOL, text::ALCOHOL, alcohol()))
        .child(taken(book))
        .child(disclose("more", text::MORE, has_more(book), move || more(book)))
        .child(buttons(book, save))
        .child(say("p", "ql-small", text::ONLY_FIRST))
        .block(move || delete(opened.get(), book))
}

fn activity() -> Vec<(&'static str, crate::content::Key)> {
    use text::active as a;
    vec![("none", a::NONE), ("light", a::LIGHT), ("moderate", a::MODERATE), ("hard", a::HARD)]
}

fn caffeine() -> Vec<(&'static str, crate::content::Key)> {
    use text::coffee as c;
    vec![("none", c::NONE), ("before_two", c::BEFORE_TWO), ("after_two", c::AFTER_TWO)]
}

fn alcohol() -> Vec<(&'static str, crate::content::Key)> {
    use text::drinks as d;
    vec![("none", d::NONE), ("one", d::ONE), ("two_or_more", d::TWO_OR_MORE)]
}

fn starting(book: Book) -> El {
    use text::start as s;
    let choices = vec![("before_bed", s::BEFORE_BED), ("falling_asleep", s::FALLING_ASLEEP), ("woke_me", s::WOKE_ME)];
    let label = el("label", "ql-small")
        .attr("for", AT)
        .child(say("span", "", text::AT).attr("aria-hidden", "true"))
        .child(say("span", "ql-hidden", text::AT_LABEL));
    let clock = el("div", "ql-at").child(label).child(el("div", "ql-box is-time").child(line(book, AT, "text")));
    let wrap = el("div", "").class_when("ql-fieldwrap", "is-problem", move || has_problem(book.app, AT));
    let wrap = wrap.child(problem(book.app, AT)).child(clock);
    el("div", "ql-started").child(tiles(book, START, text::STARTING, choices)).child(wrap)
}

fn measured(book: Book) -> El {
    let label = say("label", "ql-label", text::LOST).attr("for", LOST);
    let unit = say("span", "ql-unit", text::MINUTES);
    let input = el("div", "ql-box is-number").child(line(book, LOST, "numeric")).child(unit);
    el("div", "")
        .class_when("ql-fieldwrap", "is-problem", move || has_problem(book.app, LOST))
        .child(label)
        .child(problem(book.app, LOST))
        .child(input)
}

/// The person's own list, and a name to add to it.
fn taken(book: Book) -> El {
    let night = book.night();
    let recent = Memo::new(move |_| book::taken_before(night.get()));
    let names = Memo::new(move |_| recent.with(|recent| book.medicines(recent)));
    let rows = move || {
        let names = names.get();
        if names.is_empty() {
            return Vec::new();
        }
        let row = |name: String| {
            let (code, says) = (name.clone(), name.clone());
            tick(book, key(TAKEN, &name), says, false, move |on| {
                book.change(|form| form.given.tick(TAKEN, &code, on, &[NONE]));
            })
        };
        let none = tick(book, key(TAKEN, NONE), word(text::TAKEN_NONE), true, move |on| {
            book.change(|form| form.given.tick(TAKEN, NONE, on, &[NONE]));
        });
        vec![el("div", "ql-options").children(names.into_iter().map(row)).child(none)]
    };
    let group = el("fieldset", "ql-field").child(say("legend", "ql-label", text::TAKEN)).block(rows);
    el("div", "ql-fieldwrap").child(group).child(disclose("add-medicine", text::ADD, false, move || add(book)))
}

fn add(book: Book) -> Vec<El> {
    let call = move || {
        book.change(crate::diary::form::Form::add_typed);
        focus::to_id(ADD);
    };
    let row = el("div", "ql-adding")
        .child(el("div", "ql-box is-text").child(line(book, ADD, "text")))
        .child(button("ql-button is-second", call).words(text::ADD_BUTTON));
    let label = say("label", "ql-small", text::ADD_LABEL).attr("for", ADD);
    let wrap = el("div", "").class_when("ql-fieldwrap", "is-problem", move || has_problem(book.app, ADD));
    vec![wrap.child(label).child(problem(book.app, ADD)).child(row)]
}

fn has_more(book: Book) -> bool {
    book.form.with_untracked(|form| {
        let given = &form.given;
        given.get(GOT_UP).is_some() || given.get(NOTE).is_some() || given.ticked(EXTRA).next().is_some()
    })
}

fn more(book: Book) -> Vec<El> {
    use text::extra as e;
    let says = [e::LONG_SITTING, e::LATE_EXERCISE, e::MISSED_DOSE, e::PERIOD, e::NEW_MEDICINE, e::COMPRESSION, e::BATH];
    let row = |(extra, says): (&Extra, crate::content::Key)| {
        let code = extra.code();
        tick(book, key(EXTRA, code), word(says), false, move |on| {
            book.change(|form| form.given.tick(EXTRA, code, on, &[]));
        })
    };
    let rows = el("div", "ql-options").children(Extra::ALL.iter().zip(says).map(row));
    let extras = el("fieldset", "ql-field").child(say("legend", "ql-label", text::EXTRAS)).child(rows);
    let up = tiles(book, GOT_UP, text::GOT_UP, vec![("yes", text::YES), ("no", text::NO)]);
    vec![up, el("div", "ql-fieldwrap").child(extras), note(book, NOTE, text::NOTE)]
}

fn buttons(book: Book, save: impl Fn() + Copy + Send + Sync + 'static) -> El {
    let dark = move || {
        let dark = button("ql-button is-second", move || {
            book.app.set(|settings| settings.theme = Theme::Night);
            save();
        });
        dark.child(icon(icons::MOON)).words(text::SAVE_DARK)
    };
    let day = move || book.app.device.with(|device| device.settings.theme != Theme::Night);
    el("div", "ql-buttons").child(say("button", "ql-button", text::SAVE).attr("type", "submit")).show(day, dark)
}

/// Deleting the night that is open: says what goes, and offers a copy first.
fn delete(opened: Option<Night>, book: Book) -> Vec<El> {
    let Some(night) = opened else { return Vec::new() };
    let inside = move || {
        let Ok(Some(kept)) = book::read(night) else { return Vec::new() };
        let with = [
            ("night", said::long(night, clock::today())),
            ("strength", kept.now.intensity.value().to_string()),
            ("summary", said::summary(&kept.now)),
        ];
        let with: Vec<(&str, &str)> = with.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let yes = button("ql-button is-delete", move || {
            if book.delete(&[night_key(night)]) {
                book.forget(night);
                book.app.go(Route::Diary);
            }
        });
        let copy = link("ql-button is-second", Route::Data).words(deleting::COPY);
        let buttons = el("div", "ql-buttons").child(copy).child(yes.words(deleting::YES));
        vec![el("p", "").text(fill(deleting::SAYS, &with)), buttons]
    };
    vec![disclose("delete-night", deleting::OPEN, false, inside)]
}
