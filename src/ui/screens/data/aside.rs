//! Texts that could not be read, and the safety copies: to be saved to a file.

use super::words as says;
use crate::browser::{clock, files, focus};
use crate::content::text::copies::aside;
use crate::content::{fill, words};
use crate::date::Date;
use crate::diary::said;
use crate::records::kind::Kind;
use crate::records::{PREFIX, QUARANTINE, SAFETY};
use crate::ui::book::Book;
use crate::ui::copies::{self, COPY};
use crate::ui::element::{El, el, say};
use crate::ui::parts::button;
use leptos::prelude::*;

/// Both lists, as far as there are any.
pub fn parts(book: Book) -> El {
    let deleted = RwSignal::new(false);
    let draw = move || {
        book.follow();
        let mut made = Vec::new();
        let (set_aside, safety) = (copies::keys(QUARANTINE), copies::keys(SAFETY));
        if !set_aside.is_empty() {
            let rows = set_aside.into_iter().map(|key| row(found(&key), key, "text/plain", ".txt"));
            let list = el("ul", "ql-list-rows").children(rows);
            made.push(super::part(aside::TITLE).child(say("p", "", aside::TEXT)).child(list));
        }
        if !safety.is_empty() {
            made.push(copies_made(book, safety, deleted));
        } else if deleted.get() {
            let says = say("p", "", aside::SAFETY_DELETED).attr("id", "no-safety").attr("tabindex", "-1");
            made.push(super::part(aside::SAFETY).child(says));
        }
        made
    };
    el("div", "").attr("id", "aside").block(draw)
}

fn copies_made(book: Book, keys: Vec<String>, deleted: RwSignal<bool>) -> El {
    let rows = keys.clone().into_iter().map(|key| row(made_on(&key), key, COPY, ".json"));
    let list = el("ul", "ql-list-rows").children(rows);
    let call = move || {
        deleted.set(copies::remove_for_good(book, &keys).is_ok());
        focus::after_drawing(|| focus::to_id("no-safety"));
    };
    let delete = button("ql-button is-second", call).words(aside::SAFETY_DELETE);
    super::part(aside::SAFETY)
        .attr("id", "safety")
        .child(say("p", "", aside::SAFETY_TEXT))
        .child(list)
        .child(el("div", "ql-buttons").child(delete))
}

fn row(name: String, key: String, media_type: &'static str, ending: &'static str) -> El {
    let hidden = el("span", "ql-hidden").text(format!(" {name}"));
    let save = button("ql-link", move || {
        if let Some(text) = copies::text_of(&key) {
            let day = key.bytes().filter(u8::is_ascii_digit).take(14).map(char::from).collect::<String>();
            let _ = files::download(&format!("quiet-legs-{day}{ending}"), media_type, &text);
        }
    });
    let save = save.words(aside::SAVE).child(hidden);
    el("li", "ql-listed").child(el("div", "").text(name)).child(save)
}

/// "Set aside on 24 November 2026: the night …".
fn found(key: &str) -> String {
    let mut rest = key.strip_prefix(QUARANTINE).unwrap_or(key);
    while let Some(other) = rest.strip_prefix("again.") {
        rest = other;
    }
    let (stamp, of) = rest.split_once('.').unwrap_or((rest, ""));
    let key = format!("{PREFIX}{of}");
    let what = if Kind::of(&key).is_some() { says::what(&key) } else { words(aside::SOME).to_owned() };
    fill(aside::ITEM, &[("day", &day(stamp)), ("what", &what)])
}

/// `20261124T02…` as "24 November 2026".
fn day(stamp: &str) -> String {
    let part = |from, to| stamp.get(from..to).unwrap_or_default();
    let date = Date::parse(&format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8)));
    date.map_or_else(|| stamp.to_owned(), said::day)
}

fn made_on(key: &str) -> String {
    let stamp = key.strip_prefix(SAFETY).unwrap_or(key);
    let Some((day, time)) = clock::local(stamp) else { return stamp.to_owned() };
    fill(aside::SAFETY_ITEM, &[("day", &said::day(day)), ("time", &time)])
}
