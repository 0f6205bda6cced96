//! Reminders for a calendar: the diary over 14 evenings, and a blood test some three months on.
//!
//! Draws two forms. What may stand in them is decided in `export::asked`, what a calendar is told in
//! `export::calendar`. Nothing typed here is kept: the file is all that is left of it.

use crate::browser::{clock, crypto};
use crate::clinical::problems::Problem;
use crate::content::text::exports::calendar::{DIARY, RETEST};
use crate::content::text::ui::report;
use crate::content::text::ways::reminders as text;
use crate::content::{Key, Said, fill, words};
use crate::date::Date;
use crate::diary::said;
use crate::export::asked::{self, AFTER, AT, FIRST};
use crate::export::calendar::{self, Event, NIGHTS, When};
use crate::export::names::Out;
use crate::route::Route;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::entry::{date, labelled};
use crate::ui::parts::problems::error_summary;
use crate::ui::parts::ways::{Made, Outcome, Way};
use crate::ui::parts::{back_link, heading, list};
use crate::ui::slip::Slip;
use crate::ui::state::App;
use crate::ui::told::labs;
use leptos::prelude::*;

/// The screen.
pub fn screen(book: Book) -> Vec<El> {
    vec![back_link(Route::Report), heading(report::REMINDERS), with_late_words(book.app, draw)]
}

fn draw(app: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    let offered = untrack(|| asked::offered(clock::today(), clock::now(), &labs(book)));
    let (slip, seed) = (Slip::new(app, offered), crypto::random());
    let how = [text::IPHONE, text::ANDROID, text::GONE].map(|key| words(key).to_owned());
    vec![
        error_summary(app),
        say("p", "ql-lead", text::LEAD),
        evenings(book, slip, seed),
        retest(book, slip, seed),
        part(text::HOW).child(list(how)),
    ]
}

fn part(title: Key) -> El {
    el("section", "ql-part").child(say("h2", "", title))
}

fn evenings(book: Book, slip: Slip, seed: u64) -> El {
    let make = move |today| {
        let (from, at) = asked::evenings(&slip.given.get_untracked(), today)?;
        Ok(calendar::diary(from, at, seed))
    };
    let fields = [
        private(DIARY),
        labelled(slip, AT, text::DIARY_AT, Some(text::DIARY_AT_HINT), "ql-box is-number", None),
        date(slip, &FIRST, text::DIARY_FIRST, of_this_year(text::DIARY_FIRST_HINT)),
    ];
    let name = || Out::Calendar.file_name(clock::today());
    part(text::DIARY).child(form(way(book, "evenings", name, make), fields.into()))
}

fn retest(book: Book, slip: Slip, seed: u64) -> El {
    let make = move |today| Ok(calendar::retest(asked::retest(&slip.given.get_untracked(), today)?, seed));
    let why = el("div", "").child(say("p", "", text::RETEST_WHY)).child(private(RETEST));
    let fields = [why, date(slip, &AFTER, text::RETEST_AFTER, of_this_year(text::RETEST_AFTER_HINT))];
    let way = way(book, "retest", || Out::Reminder.file_name(clock::today()), make).second();
    part(text::RETEST).child(form(way, fields.into()))
}

fn private(title: Key) -> El {
    el("p", "").text(fill(text::PRIVATE, &[("title", words(title))]))
}

fn of_this_year(hint: Key) -> String {
    fill(hint, &[("year", &clock::today().year().to_string())])
}

fn form(way: Way, fields: Vec<El>) -> El {
    let first = way.clone();
    el("form", "ql-form")
        .attr("novalidate", "")
        .instead("submit", move || first.first())
        .children(fields)
        .child(way.part())
}

/// A reminder and its ways out. What is wrong with the boxes is said at the top.
fn way(
    book: Book,
    id: &'static str,
    name: fn() -> String,
    make: impl Fn(Date) -> Result<Option<Event>, Vec<Problem>> + Send + Sync + 'static,
) -> Way {
    let file = move || {
        let event = make(clock::today()).map_err(|problems| {
            book.complain(problems);
            Vec::new()
        })?;
        book.app.problems.set(Vec::new());
        book.app.title();
        let event = event.ok_or_else(Vec::new)?;
        let also = vec![when(&event)];
        Ok(Made { text: calendar::file(&[event], clock::edit_stamp()), also })
    };
    Way::new(Outcome::new(id), name, Out::Calendar.media_type(), file).in_form()
}

/// "It holds 14 reminders at 21:30, from …": what was typed, as it was understood.
fn when(event: &Event) -> Said {
    match event.when {
        When::Day(on) => Said { key: text::RETEST_MADE, with: vec![("day", said::day(on))] },
        When::Daily { from, at, days } => {
            let last = Date::from_day_number(from.day_number() + i32::from(days) - 1).unwrap_or(from);
            let with = vec![
                ("nights", NIGHTS.to_string()),
                ("time", at.to_string()),
                ("first", said::day(from)),
                ("last", said::day(last)),
            ];
            Said { key: text::DIARY_MADE, with }
        }
    }
}
