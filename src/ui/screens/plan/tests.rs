//! Step 2: tests to tick off, each with its reason, its result where there is one, and the way to type one in.
//!
//! A result is typed into the diary, which keeps it with its day. What a number can mean depends on more than the
//! number, so from there it can be taken over into the check, which asks for the rest.

use super::needed;
use crate::clinical::report::Report;
use crate::content::text::labs;
use crate::content::text::plan::tests as text;
use crate::content::text::result_screen::tests as own;
use crate::content::{Key, Said, fill, words};
use crate::diary::form::day::{DAY, MONTH, YEAR};
use crate::diary::form::lab::{NAME, TEST, VALUE};
use crate::diary::form::{NOTE, lab};
use crate::diary::said;
use crate::export::plan::{Ask, TakeOver, TestGroup, Tests, There};
use crate::records::wishes::{Wishes, mark};
use crate::route::Route;
use crate::ui::beside::{self, Sheet};
use crate::ui::book::Book;
use crate::ui::element::{El, el, say};
use crate::ui::parts::entry::Paper;
use crate::ui::parts::link;
use crate::ui::screens::result;
use crate::ui::state::App;
use crate::ui::wishes;
use leptos::prelude::*;

/// The step.
pub fn step(book: Book, report: &Report, tests: &Tests) -> Vec<El> {
    let app = book.app;
    let wished = Memo::new(move |_| {
        book.follow();
        wishes::read()
    });
    let mut made = needed(tests.answered, text::NEEDS);
    if made.is_empty() && tests.groups.is_empty() && tests.there.is_empty() {
        made.push(say("p", "", text::NONE));
    }
    if !tests.groups.is_empty() {
        made.push(say("p", "ql-small ql-screen", text::TICK));
        made.extend(tests.groups.iter().map(|one| group(book, wished, one)));
    }
    made.extend(tests.how_to_ask.as_ref().map(|ask| {
        let panel = el("div", "ql-panel").child(say("h3", "", own::ASK));
        panel.child(el("p", "").text(format!("“{}”", ask.text()))).child(say("p", "ql-small", labs::MORNING))
    }));
    if !tests.there.is_empty() {
        made.push(say("h3", "ql-group", text::THERE));
        made.push(el("ul", "ql-list").children(tests.there.iter().map(|one| there(app, one))));
    }
    if !tests.groups.is_empty() {
        let behind = report.tests.iter().map(|test| (test.because.as_slice(), test.sources, test.reviewed));
        made.push(result::why_tests(app, "why-tests", behind, &[labs::RULE, labs::NOT_NEEDED].map(Said::plain)));
    }
    made
}

fn group(book: Book, wished: Memo<Wishes>, group: &TestGroup) -> El {
    let title = if group.core { own::FIRST } else { own::REASON };
    let rows = group.asks.iter().map(|ask| row(book, wished, ask));
    el("fieldset", "ql-field")
        .child(el("legend", "").child(say("h3", "ql-group", title)))
        .maybe(group.shared.map(|key| say("p", "", key)))
        .child(el("ul", "ql-options ql-asks").children(rows))
}

fn row(book: Book, wished: Memo<Wishes>, ask: &Ask) -> El {
    let id = ask.id;
    let is_ticked = move || wished.with(|wished| wished.ticked.iter().any(|other| other == id));
    let input = el("input", "")
        .attr("type", "checkbox")
        .attr("id", format!("ask-{id}"))
        .attr("name", format!("ask.{id}"))
        .flag("checked", is_ticked)
        .on_tick(move |on| wishes::edit(book, |wishes| mark(&mut wishes.ticked, id, on)));
    let reasons: Vec<String> = ask.says.iter().map(Said::text).collect();
    let says =
        el("span", "ql-words").child(el("b", "").words(ask.name)).child(el("span", "ql-small").text(reasons.join(" ")));
    let label = el("label", "")
        .class_when("ql-option", "is-chosen", is_ticked)
        .child(input)
        .child(el("span", "ql-mark"))
        .child(says);
    let result = ask.result.as_ref().map(|found| {
        let with = [("shown", found.shown.as_str()), ("day", &said::day(found.day))];
        el("span", "").text(fill(text::RESULT, &with))
    });
    let says = if ask.result.is_some() { text::NEWER } else { text::TYPE };
    let over = ask.result.as_ref().and_then(|found| found.take_over.clone());
    let more = el("p", "ql-ways ql-ask-more")
        .maybe(result)
        .maybe(over.map(|over| take_over(book.app, over, words(ask.name))))
        .child(type_in(ask, says));
    el("li", "").child(label).child(more)
}

fn of(name: &str) -> El {
    el("span", "ql-hidden").text(format!(" {}", fill(text::OF, &[("name", name)])))
}

/// To the form of a result, with the test chosen, and back here from there.
fn type_in(ask: &Ask, says: Key) -> El {
    let (test, name) = ask.keeps;
    let open = move || {
        let Some(sheet) = beside::forms().map(|forms| forms.lab) else { return };
        sheet.open(None);
        sheet.from.set(Route::Plan);
        if is_blank(sheet) {
            sheet.give(TEST, test.code());
            sheet.give(NAME, name);
        }
    };
    link("ql-screen", Route::Lab).words(says).child(of(words(ask.name))).on("click", open)
}

/// Nothing but a test is entered: choosing another one loses nothing.
fn is_blank(sheet: Sheet) -> bool {
    let given = sheet.given.get_untracked();
    [VALUE, NOTE, DAY, MONTH, YEAR, lab::OWN_UNIT].iter().all(|key| given.get(key).is_none())
}

/// Into the check, which says what the number can mean.
fn take_over(app: App, over: TakeOver, name: &str) -> El {
    let call = move || {
        app.begin_change();
        app.change(|answers| over.given.iter().for_each(|(key, value)| answers.set(key, value)));
    };
    link("ql-screen", Route::Check(over.page)).words(text::READ).child(of(name)).on("click", call)
}

fn there(app: App, there: &There) -> El {
    let with = [("name", there.name.as_str()), ("shown", &there.shown), ("when", &there.when)];
    let line = el("li", "").text(fill(if there.when.is_empty() { text::NO_DATE } else { text::LINE }, &with));
    match there.take_over.clone() {
        Some(over) => line.text(" ").child(take_over(app, over, &there.name)),
        None => line,
    }
}
