//! Blood test results and changes on one timeline, newest first, and each test over time.

use crate::browser::{clock, focus};
use crate::content::text::timeline::{iron, list as text, over_time};
use crate::content::text::ui;
use crate::content::{fill, words};
use crate::diary::before_after::judged;
use crate::diary::said;
use crate::diary::timeline::listed::{Thing, newest_first, tables};
use crate::diary::timeline::{Change, Lab};
use crate::records::{CHANGE, LAB, change, lab};
use crate::route::Route;
use crate::ui::beside::{self, Forms};
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::{button, heading, link};
use crate::ui::state::App;
use leptos::prelude::*;

/// One line of the list.
struct Row {
    key: String,
    thing: Thing,
    /// Deleted just now: it can be brought back.
    gone: bool,
}

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    vec![heading(ui::diary::TIMELINE), with_late_words(app, draw)]
}

fn draw(_: App) -> Vec<El> {
    let (Some(book), Some(forms)) = (book::book(), beside::forms()) else { return Vec::new() };
    let saved = move || {
        let any = forms.lab.saved.get() || forms.change.saved.get();
        let says = || el("p", "ql-saved").child(icon(icons::TICK)).child(say("span", "", text::SAVED));
        any.then(says).into_iter().collect()
    };
    vec![
        say("p", "ql-lead", text::LEAD),
        el("div", "ql-said").attr("role", "status").block(saved),
        adding(forms),
        el("div", "").block(move || listed(book, forms)),
    ]
}

fn adding(forms: Forms) -> El {
    let lab = link("ql-button", Route::Lab).words(text::ADD_LAB).on("click", move || forms.lab.open(None));
    let change = link("ql-button is-second", Route::Change).words(text::ADD_CHANGE);
    let change = change.on("click", move || forms.change.open(None));
    el("div", "ql-buttons").child(lab).child(change)
}

fn listed(book: Book, forms: Forms) -> Vec<El> {
    book.follow();
    let (labs, changes) = (beside::all(LAB, lab::decode), beside::all(CHANGE, change::decode));
    let unread = labs.unread + changes.unread;
    let mut rows: Vec<Row> = Vec::new();
    rows.extend(labs.records.into_iter().map(|(key, lab)| Row { key, thing: Thing::Lab(lab), gone: false }));
    rows.extend(changes.records.into_iter().map(|(key, one)| Row { key, thing: Thing::Change(one), gone: false }));
    rows.extend(deleted(book));
    newest_first(&mut rows, |row| &row.thing);
    let mut made = Vec::new();
    if rows.is_empty() {
        made.push(el("div", "ql-panel ql-beside-empty").child(say("h2", "", text::EMPTY)).child(say(
            "p",
            "",
            text::EMPTY_TEXT,
        )));
    }
    if unread > 0 {
        let says = if unread == 1 {
            words(text::BROKEN_ONE).to_owned()
        } else {
            fill(text::BROKEN, &[("count", &unread.to_string())])
        };
        made.push(el("p", "ql-small").text(says));
    }
    made.extend(years(book, forms, &rows));
    let kept = rows.iter().filter(|row| !row.gone).filter_map(|row| match &row.thing {
        Thing::Lab(lab) => Some(lab),
        Thing::Change(_) => None,
    });
    let tables = tables(kept);
    if !tables.is_empty() {
        made.push(say("h2", "ql-part-title", over_time::TITLE));
        made.extend(tables.iter().map(|table| one_test(table)));
    }
    let check = link("", Route::Check("blood-test")).words(iron::LINK);
    let about = el("div", "ql-inset ql-beside-iron").child(say("p", "", iron::TEXT)).child(el("p", "").child(check));
    made.extend(rows.iter().any(|row| matches!(row.thing, Thing::Lab(_))).then_some(about));
    made
}

/// What was deleted last and can be brought back stands where it stood.
fn deleted(book: Book) -> Vec<Row> {
    let steps = book.news.with(|news| news.undo.clone());
    let row = |key: String, text: &str| {
        let thing = if key.starts_with(LAB) {
            Thing::Lab(lab::decode(text).ok()?.now)
        } else {
            Thing::Change(change::decode(text).ok()?.now)
        };
        Some(Row { key, thing, gone: true })
    };
    steps.into_iter().filter_map(|step| row(step.key, step.to.as_deref()?)).collect()
}

fn years(book: Book, forms: Forms, rows: &[Row]) -> Vec<El> {
    let mut made: Vec<(u16, Vec<El>)> = Vec::new();
    for row in rows {
        let year = row.thing.day().year();
        let line = if row.gone { gone(book, row) } else { one(book, forms, row) };
        match made.last_mut().filter(|(last, _)| *last == year) {
            Some((_, lines)) => lines.push(line),
            None => made.push((year, vec![line])),
        }
    }
    let group = |(year, lines): (u16, Vec<El>)| {
        let id = format!("year-{year}");
        el("section", "ql-year")
            .attr("aria-labelledby", id.clone())
            .child(el("h2", "").attr("id", id).text(year.to_string()))
            .child(el("ul", "ql-beside").children(lines))
    };
    made.into_iter().map(group).collect()
}

fn one(book: Book, forms: Forms, row: &Row) -> El {
    let (prefix, route, sheet) = match row.thing {
        Thing::Lab(_) => (LAB, Route::Lab, forms.lab),
        Thing::Change(_) => (CHANGE, Route::Change, forms.change),
    };
    let hidden = || el("span", "ql-hidden").text(format!(" {}", named(&row.thing)));
    let (open, gone) = (row.key.clone(), row.key.clone());
    let edit = link("ql-link", route).attr("id", edit_id(&row.key)).words(text::EDIT).child(hidden());
    let edit = edit.on("click", move || sheet.open(Some(open.clone())));
    let delete = button("ql-link", move || {
        beside::forget(prefix, &gone);
        if book.delete(std::slice::from_ref(&gone)) {
            focus::after_drawing(|| focus::to_id("undo"));
        }
    });
    let delete = delete.words(text::DELETE).child(hidden());
    let begun = beside::is_begun(prefix, &row.key).then(|| say("p", "ql-small", text::BEGUN));
    el("li", "ql-beside-row")
        .child(el("p", "ql-small").text(said::day(row.thing.day())))
        .children(match &row.thing {
            Thing::Lab(lab) => of_lab(lab),
            Thing::Change(change) => of_change(change),
        })
        .maybe(begun)
        .child(el("p", "ql-actions").child(edit).child(delete))
}

/// The link that a deleted line leads back to once it is there again.
fn edit_id(key: &str) -> String {
    format!("edit-{key}")
}

fn gone(book: Book, row: &Row) -> El {
    let says = fill(text::DELETED, &[("what", &named(&row.thing))]);
    let back = edit_id(&row.key);
    let undo = button("ql-link", move || {
        let back = back.clone();
        book.undo();
        focus::after_drawing(move || focus::to_id(&back));
    });
    let line = el("p", "").text(says);
    el("li", "ql-beside-row is-gone").child(line).child(undo.attr("id", "undo").words(text::UNDO))
}

/// "Ferritin of 3 November 2026".
fn named(thing: &Thing) -> String {
    let what = match thing {
        Thing::Lab(lab) => lab.title(),
        Thing::Change(change) => change.title(),
    };
    fill(text::OF, &[("what", &what), ("day", &said::day(thing.day()))])
}

fn of_lab(lab: &Lab) -> Vec<El> {
    let value = el("b", "ql-beside-value").text(lab.shown());
    let mut made = vec![el("h3", "").text(lab.title()).text(" ").child(value)];
    made.extend(note(&lab.note));
    made
}

fn of_change(change: &Change) -> Vec<El> {
    let mut made = vec![el("h3", "").text(change.title())];
    made.extend(note(&change.note));
    let Some(judged) = judged(change, clock::today()) else { return made };
    let says: Vec<String> = judged.says().iter().map(|said| said.text()).collect();
    made.push(el("p", "").text(says.join(" ")));
    let sides = || el("p", "").child(link("", Route::Trends).words(text::SIDES));
    made.extend(judged.has_passed().then(sides));
    made
}

fn note(text: &str) -> Option<El> {
    (!text.is_empty()).then(|| el("p", "ql-beside-note").text(text.to_owned()))
}

/// One test over time.
fn one_test(labs: &[&Lab]) -> El {
    let title = labs.first().map(|lab| lab.title()).unwrap_or_default();
    let head = [over_time::DAY, over_time::RESULT].map(|key| say("th", "", key).attr("scope", "col"));
    let row = |lab: &&Lab| {
        let day = el("th", "").attr("scope", "row").text(said::day(lab.day));
        el("tr", "").child(day).child(el("td", "").text(lab.shown()))
    };
    el("table", "ql-over-time")
        .child(el("caption", "").text(fill(over_time::CAPTION, &[("test", &title)])))
        .child(el("thead", "").child(el("tr", "").children(head)))
        .child(el("tbody", "").children(labs.iter().map(row)))
}
