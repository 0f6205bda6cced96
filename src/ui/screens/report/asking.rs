//! What the person wants to ask: own questions, and those that follow from the answers, to untick.

use crate::content::fill;
use crate::content::text::report_screen::ask;
use crate::export::page::Question;
use crate::records::wishes::{LONGEST_QUESTIONS, mark};
use crate::ui::book::Book;
use crate::ui::element::{El, el, say};
use crate::ui::wishes;
use leptos::prelude::*;

const OWN: &str = "own-questions";
/// How many characters may be left before it says how many.
const NEARLY_FULL: usize = 200;

/// The part of the screen.
pub fn part(book: Book, suggested: Memo<Vec<Question>>) -> El {
    el("section", "ql-part ql-screen")
        .child(say("h2", "", ask::TITLE))
        .child(own(book))
        .block(move || suggestions(book, suggested.get()))
}

/// The box. What is typed stands here while it is typed, and is kept as far as there is room.
fn own(book: Book) -> El {
    let typed = RwSignal::new(wishes::read().questions);
    let area = el("textarea", "ql-input ql-note-box")
        .attr("id", OWN)
        .attr("rows", "4")
        .attr("aria-describedby", "own-questions-hint own-questions-left")
        .live("aria-invalid", move || (room(&typed.get()) < 0).then(|| "true".to_owned()))
        .value(move || typed.get())
        .on_text("input", move |text| {
            wishes::edit(book, |wishes| wishes.questions = text.chars().take(LONGEST_QUESTIONS).collect());
            typed.set(text);
        });
    let left = move || {
        let left = room(&typed.get());
        let says = match left {
            ..0 => fill(ask::TOO_LONG, &[("over", &left.unsigned_abs().to_string())]),
            _ => fill(ask::LEFT, &[("left", &left.to_string())]),
        };
        (left < NEARLY_FULL as i64).then(|| el("span", "").text(says)).into_iter().collect()
    };
    el("div", "ql-fieldwrap")
        .child(say("label", "ql-label", ask::OWN).attr("for", OWN))
        .child(say("p", "ql-small", ask::OWN_HINT).attr("id", "own-questions-hint"))
        .child(el("div", "ql-box is-text").child(area))
        .child(el("p", "ql-small").attr("id", "own-questions-left").attr("role", "status").block(left))
}

fn room(text: &str) -> i64 {
    LONGEST_QUESTIONS as i64 - text.chars().count() as i64
}

/// Drawn anew with the answers alone, so that a tick keeps its focus.
fn suggestions(book: Book, all: Vec<Question>) -> Vec<El> {
    if all.is_empty() {
        return Vec::new();
    }
    let row = |question: Question| {
        let (id, shown, chosen) = (question.id.clone(), question.id.clone(), question.id);
        let on = |id: &str| !wishes::read().left_out.iter().any(|other| other == id);
        let input = el("input", "")
            .attr("type", "checkbox")
            .flag("checked", move || {
                book.follow();
                on(&shown)
            })
            .on_tick(move |ticked| wishes::edit(book, |wishes| mark(&mut wishes.left_out, &id, !ticked)));
        el("label", "")
            .class_when("ql-option", "is-chosen", move || {
                book.follow();
                on(&chosen)
            })
            .child(input)
            .child(el("span", "ql-mark"))
            .child(el("span", "ql-words").child(el("span", "").text(question.says)))
    };
    let set = el("fieldset", "ql-field")
        .child(say("legend", "ql-label", ask::SUGGESTED))
        .child(say("p", "ql-small", ask::SUGGESTED_HINT))
        .child(el("div", "ql-options").children(all.into_iter().map(row)));
    vec![el("div", "ql-fieldwrap").child(set)]
}
