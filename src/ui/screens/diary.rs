//! One night's entry, the last 14 nights and the list of past ones.
//!
//! The strength comes first and is the only answer needed. Which night it is for is always said, and can be changed.

mod entry;
mod nights;

use super::data::words as copy_words;
use super::note;
use crate::browser::{clock, focus};
use crate::content::text::copies::reminder as copy;
use crate::content::text::diary::{delete as deleting, news as text, night as night_text, notes as why, row};
use crate::content::text::ui;
use crate::content::{Key, fill, words};
use crate::diary::night::Night;
use crate::diary::said;
use crate::records::envelope::ReadError;
use crate::records::recover::Recovered;
use crate::route::Route;
use crate::ui::beside;
use crate::ui::book::{self, Book};
use crate::ui::copies;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::problems::error_summary;
use crate::ui::parts::{button, heading, link};
use crate::ui::state::{App, LateWords};
use leptos::prelude::*;

/// The screen, for the night of the address or the one to note now.
pub fn screen(book: Book, night: Option<Night>) -> Vec<El> {
    if night.is_some_and(|night| night > last_that_can_be_noted()) {
        return vec![heading(ui::diary::OTHER), with_late_words(book.app, not_yet)];
    }
    vec![heading(title(book)), with_late_words(book.app, draw)]
}

/// "Last night", "Tonight", or that it is another one.
pub fn title(book: Book) -> Key {
    let night = book.form.with_untracked(|form| form.night);
    let now = last_that_can_be_noted();
    match now.since(night) {
        0 if night.0 == clock::today() => ui::diary::TONIGHT,
        0 => ui::diary::LAST,
        1 if now.0 == clock::today() => ui::diary::LAST,
        _ => ui::diary::OTHER,
    }
}

/// Why a diary, in the margin.
pub fn notes(app: App) -> Vec<El> {
    let late = Memo::new(move |_| app.device.with(|device| device.late == LateWords::Ready));
    let text = || el("div", "").child(say("p", "", why::TEXT)).child(say("p", "", why::GUESS));
    vec![el("div", "").show(move || late.get(), move || note(why::WHY, text()))]
}

/// Tonight, or the night just gone while it is not yet noon.
fn last_that_can_be_noted() -> Night {
    let (today, now) = (clock::today(), clock::now());
    Night::of(today, now, crate::diary::night::Rhythm::ByNight).unwrap_or(Night(today))
}

fn not_yet(_: App) -> Vec<El> {
    let back = link("ql-button", Route::Diary).words(night_text::TO_DIARY);
    vec![say("p", "ql-lead", night_text::NOT_YET), el("div", "ql-buttons").child(back)]
}

fn draw(app: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    copies::look_for_reminder(book);
    let night = book.night();
    vec![
        el("div", "ql-banners").attr("role", "status").block(move || news(book, night.get())),
        which(book),
        beside_the_plan(book),
        error_summary(app),
        entry::form(book),
        nights::strip(book),
        nights::list(book),
    ]
}

/// What the person is to know before going on.
fn news(book: Book, night: Night) -> Vec<El> {
    let news = book.news.get();
    let mut made = Vec::new();
    let unread = match book::read(night) {
        Err(ReadError::Newer) => Some(row::NEWER),
        Err(ReadError::Unreadable) => Some(row::BROKEN),
        Ok(_) => None,
    };
    made.extend(unread.map(|key| banner("ql-banner is-strong", key)));
    if news.met {
        made.push(banner("ql-banner", text::MET));
    }
    for recovered in news.recovered {
        let says = match recovered {
            Recovered::Finished => text::FINISHED,
            Recovered::Undone => text::UNDONE,
            Recovered::SetAside => text::SET_ASIDE,
            Recovered::Newer | Recovered::Waiting => continue,
        };
        made.push(banner("ql-banner", says));
    }
    if !news.undo.is_empty() {
        let undo = button("ql-link", move || book.undo()).words(deleting::UNDO);
        made.push(banner("ql-banner", deleting::DONE).child(undo));
    }
    made.extend(reminder(book));
    made
}

/// That it is time for a copy, until one is made or the person says "Not now".
fn reminder(book: Book) -> Option<El> {
    let nights = book.copy_due.get();
    let later = move || {
        copies::put_off(book);
        focus::to("main h1");
    };
    let actions = el("div", "ql-actions")
        .child(link("ql-link", Route::Data).words(copy::SAVE))
        .child(button("ql-link", later).words(copy::LATER));
    let says = fill(copy::TEXT, &[("nights", &copy_words::nights(nights))]);
    let says = el("div", "ql-banner").attr("id", "reminder").child(icon(icons::SHEETS)).child(el("p", "").text(says));
    (nights > 0).then(|| says.child(actions))
}

/// What an experiment asks for on this night.
fn beside_the_plan(book: Book) -> El {
    let night = book.night();
    let draw = move || {
        book.follow();
        let Some((_, plan)) = beside::running() else { return Vec::new() };
        let said = plan.says_beside(night.get(), clock::today(), clock::now());
        said.iter().map(|said| el("p", "").text(said.words())).collect()
    };
    el("div", "ql-trial-line").block(draw)
}

fn banner(class: &'static str, says: Key) -> El {
    el("div", class).child(icon(icons::PROBLEM)).child(say("p", "", says))
}

/// "Sunday 22 to Monday 23 November", and another night to choose.
fn which(book: Book) -> El {
    let open = RwSignal::new(false);
    let taken = RwSignal::new(false);
    let night = book.night();
    let line = move || {
        let change = button("ql-link", move || open.update(|open| *open = !*open))
            .live("aria-expanded", move || Some(open.get().to_string()))
            .attr("aria-controls", "which-night")
            .words(night_text::CHANGE);
        vec![el("p", "ql-lead ql-night").text(said::long(night.get(), clock::today())).text(". ").child(change)]
    };
    let choose = move |typed: String| {
        let Some(night) = crate::date::Date::parse(&typed).map(Night) else { return };
        taken.set(!book.move_to(night));
    };
    let pick = move || {
        let input = el("input", "ql-input")
            .attr("type", "date")
            .attr("id", "night")
            .attr("name", "night")
            .attr("aria-describedby", "night-hint")
            .attr("max", last_that_can_be_noted().to_string())
            .value(move || night.get().to_string())
            .on_text("change", choose);
        let label = say("label", "ql-label", night_text::WHICH).attr("for", "night");
        let hint = say("p", "ql-small", night_text::WHICH_HINT).attr("id", "night-hint");
        el("div", "ql-fieldwrap").child(label).child(hint).child(el("div", "ql-box is-date").child(input))
    };
    let says = move || {
        let moving = book.form.with(|form| form.opened.is_some_and(|from| from != form.night));
        let key = if taken.get() { Some(night_text::TAKEN) } else { moving.then_some(night_text::MOVING) };
        key.map(|key| say("p", "ql-small", key)).into_iter().collect()
    };
    el("div", "ql-which")
        .block(line)
        .child(el("div", "").attr("id", "which-night").show(move || open.get(), pick))
        .child(el("div", "").attr("role", "status").block(says))
}

/// Words of a night for a reader of the page: "Edit the night Sat 21 to Sun 22 Nov".
fn of_night(night: Night) -> El {
    let name = said::short(night, clock::today());
    let says = crate::content::fill(row::OF, &[("night", &name)]);
    el("span", "ql-hidden").text(format!(" {says}"))
}

/// A word that is looked up when it is drawn.
fn word(key: Key) -> String {
    words(key).to_owned()
}
