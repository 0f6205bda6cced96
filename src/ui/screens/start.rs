//! The start page: word for word and element for element what `index.html` shows before the app is here.

use super::note;
use crate::browser::location;
use crate::clinical::flow;
use crate::content::emergency::home;
use crate::content::text::start::{also, keep, known, private, urgent};
use crate::content::text::{self, start, ui};
use crate::content::{Key, fill, words};
use crate::date::Date;
use crate::route::Route;
use crate::ui::clinic;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::interruption;
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::{day, heading, link, list};
use crate::ui::state::App;
use leptos::prelude::*;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    let own = |key: Key| words(key).to_owned();
    let mut made = vec![heading(start::TITLE), say("p", "ql-lead", start::LEAD)];
    made.extend(clinic::said().welcome.lines().map(|line| el("p", "").text(line)));
    made.extend([
        el("p", "ql-promise").child(icon(icons::LOCK)).words(start::PROMISE),
        say("p", "", start::NEED),
        list([start::NEED_MEDICINES, start::NEED_FERRITIN].map(own)),
        say("p", "", start::LIMIT),
        emergency(),
        el("div", "ql-form").child(keeping(app)).block(ways_on(app)),
        also_here(),
    ]);
    made
}

fn emergency() -> El {
    let signs = [urgent::WEAK, urgent::NUMB, urgent::BLADDER, urgent::COLD, urgent::CHEST, urgent::MOOD];
    let head = el("div", "ql-care-head")
        .child(say("p", "ql-care-when", urgent::LEVEL))
        .child(say("h2", "", urgent::TITLE).attr("id", "urgent"))
        .child(icon(icons::PHONE));
    let number = match home() {
        Some(row) => fill(text::host::CALL, &[("number", row.said())]),
        None => words(urgent::NUMBERS).to_owned(),
    };
    let body = el("div", "ql-care-body").child(list(signs.map(|key| words(key).to_owned())));
    let body = body.child(el("p", "").text(number));
    el("section", "ql-care is-now is-compact").attr("aria-labelledby", "urgent").child(head).child(body)
}

fn keeping(app: App) -> El {
    let legend = el("legend", "ql-legend").child(say("h2", "", keep::TITLE));
    let rows = [(true, "yes", keep::YES), (false, "no", keep::NO)];
    let options = el("div", "ql-options").children(rows.map(|(on, code, says)| keep_row(app, on, code, says)));
    el("fieldset", "ql-field")
        .child(legend)
        .child(say("p", "ql-hint", keep::HINT).attr("id", "keep-hint"))
        .child(options)
}

/// One of the two answers to "Keep my answers on this device?".
pub fn keep_row(app: App, on: bool, code: &'static str, says: Key) -> El {
    let set = move || app.device.with(|device| device.settings.keep == on);
    let input = el("input", "")
        .attr("type", "radio")
        .attr("name", "keep")
        .attr("value", code)
        .attr("aria-describedby", "keep-hint")
        .flag("checked", set)
        .on("change", move || app.set(|settings| settings.keep = on));
    el("label", "")
        .class_when("ql-option", "is-chosen", set)
        .child(input)
        .child(el("span", "ql-mark"))
        .child(el("span", "ql-words").child(say("span", "", says)))
}

/// Start, or go on with what was begun. Drawn anew only when that changes: a button in use must not go away.
fn ways_on(app: App) -> impl Fn() -> Vec<El> + Send {
    let state = Memo::new(move |_| {
        let begun = app.answers.with(|answers| !answers.is_empty());
        app.device.with(|device| (begun, device.page, device.done, device.begun))
    });
    move || ways(state.get())
}

fn ways((begun, page, done, since): (bool, &'static str, bool, Option<Date>)) -> Vec<El> {
    let first = flow::first().map_or(Route::Start, |page| Route::Check(page.id));
    if !begun {
        return vec![link("ql-button", first).words(start::START)];
    }
    let to = if page.is_empty() { first } else { Route::Check(page) };
    let (plain, dated, to, says) = if done {
        (ui::start::FINISHED, ui::start::FINISHED_ON, Route::Result, ui::start::RESULT)
    } else {
        (ui::start::BEGUN, ui::start::BEGUN_ON, to, ui::start::CONTINUE)
    };
    let title = since.map_or_else(|| words(plain).to_owned(), |since| fill(dated, &[("day", &day(since))]));
    let buttons = el("div", "ql-buttons")
        .child(link("ql-button", to).words(says))
        .child(link("ql-button is-second", Route::Again).words(ui::start::AGAIN));
    vec![el("h2", "ql-begun").text(title), buttons]
}

fn also_here() -> El {
    let items = [
        (Route::Learn, ui::learn::TITLE, also::LEARN_HINT),
        (Route::Data, also::DATA, also::DATA_HINT),
        (Route::How, also::HOW, also::HOW_HINT),
    ];
    let item = |(to, says, hint): (Route, Key, Key)| {
        let arrow = icon(icons::ONWARD);
        el("li", "").child(link("", to).words(says)).child(say("span", "ql-small", hint)).child(arrow)
    };
    let links = el("ul", "ql-links").children(items.map(item));
    el("section", "ql-part").child(say("h2", "", also::TITLE)).child(links)
}

/// The notes beside it.
pub fn notes() -> Vec<El> {
    let with = |text, to, says| say("p", "", text).text(" ").child(link("", to).words(says));
    let private = with(private::TEXT, Route::Topic("privacy"), private::LINK);
    vec![note(private::TITLE, private), note(known::TITLE, with(known::TEXT, Route::Sources, known::LINK))]
}

/// Whether to throw the answers away and begin again.
pub fn again(app: App) -> El {
    let stay = (ui::again::KEEP, Route::Start);
    interruption(ui::again::TITLE, ui::again::TEXT, stay, ui::again::YES, move || {
        app.forget_answers();
        if let Some(first) = flow::first() {
            location::go(&Route::Check(first.id).href());
        }
    })
}
