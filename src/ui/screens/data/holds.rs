//! What is kept and how much, and whether it will stay.

use super::words as says;
use crate::browser::{clock, focus, keeping};
use crate::content::text::copies::{kept, stays};
use crate::content::{fill, words};
use crate::diary::said;
use crate::records::store::StoreError;
use crate::ui::book::Book;
use crate::ui::copies;
use crate::ui::element::{El, el, say};
use crate::ui::parts::button;
use leptos::prelude::*;

/// What browsers let one site keep in localStorage, in bytes; they say nothing about it themselves.
const USUAL: usize = 5_000_000;
/// Where the browser's answer stands, for the focus.
const PROMISE: &str = "promise";

/// What is kept, how much of the room it takes, and the day of the last copy.
fn room(book: Book, all: RwSignal<usize>) -> Vec<El> {
    book.follow();
    let app = book.app;
    let there = match copies::usage(app) {
        Ok(there) => there,
        Err(StoreError::Blocked | StoreError::Full) => return vec![say("p", "", kept::UNREAD)],
    };
    let mut things = says::things(&there);
    let nothing = things.is_empty();
    things.push(says::size(there.bytes));
    let mut made = vec![if nothing {
        say("p", "", kept::NOTHING)
    } else {
        el("p", "ql-amount").text(format!("{}.", things.join(", ")))
    }];
    if copies::is_kept(app) {
        made.push(meter(there.bytes, all.get()));
    } else if !nothing {
        made.push(say("p", "", kept::MEMORY));
    }
    if !nothing {
        let copied = copies::noted().last_copy;
        made.push(match copied {
            Some(day) => el("p", "").text(fill(kept::COPIED, &[("day", &said::day(day))])),
            None => say("p", "", kept::NEVER),
        });
    }
    made
}

/// The part of the page.
pub fn part(book: Book) -> El {
    let all = RwSignal::new(USUAL);
    wasm_bindgen_futures::spawn_local(async move {
        // A private window can have less than browsers usually give.
        if let Some(said) = keeping::room().await.ok().and_then(|room| usize::try_from(room.all?).ok())
            && said < USUAL
        {
            let _ = all.try_set(said);
        }
    });
    let wanted = Memo::new(move |_| book.app.device.with(|device| device.settings.keep));
    super::part(kept::TITLE)
        .child(el("div", "ql-stack").block(move || {
            wanted.get();
            room(book, all)
        }))
        .child(say("p", "", kept::OTHERS))
}

fn meter(used: usize, all: usize) -> El {
    let says = fill(kept::OF, &[("used", &says::size(used)), ("all", &says::size(all))]);
    let share = (used.saturating_mul(1000) / all.max(1)).clamp(4, 1000).to_string();
    let bar = |class, width: String| {
        el("rect", class).attr("x", "0").attr("y", "0").attr("height", "10").attr("width", width)
    };
    let svg = el("svg", "ql-meter-bar")
        .attr("viewBox", "0 0 1000 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(bar("ql-meter-all", "1000".to_owned()))
        .child(bar("ql-meter-used", share));
    let meter = el("div", "ql-meter")
        .attr("role", "meter")
        .attr("aria-label", words(kept::METER))
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", all.to_string())
        .attr("aria-valuenow", used.min(all).to_string())
        .attr("aria-valuetext", says.clone())
        .child(svg);
    el("div", "").child(meter).child(el("p", "ql-small").text(says))
}

/// Whether the browser will keep it, in its own answer, and what it may do all the same.
pub fn stays(book: Book) -> El {
    let answer = RwSignal::new(None);
    let look = move || {
        wasm_bindgen_futures::spawn_local(async move {
            let said = keeping::persisted().await.ok();
            let _ = answer.try_set(Some(said));
        });
    };
    look();
    let says = move || {
        book.follow();
        let key = match (answer.get(), copies::noted().persisted) {
            (None, _) => return Vec::new(),
            (Some(None), _) => stays::SILENT,
            (Some(Some(true)), _) => stays::PROMISED,
            (Some(Some(false)), Some(_)) => stays::REFUSED,
            (Some(Some(false)), None) => stays::UNASKED,
        };
        vec![say("p", "", key).attr("id", PROMISE).attr("tabindex", "-1")]
    };
    let ask = move || {
        book.follow();
        if answer.get() != Some(Some(false)) || !copies::is_kept(book.app) {
            return Vec::new();
        }
        let asked = copies::noted().persisted.is_some();
        let tap = button("ql-button is-second", move || {
            copies::ask_to_keep(book, move || {
                look();
                clock::after(50, || focus::to_id(PROMISE));
            });
        });
        vec![el("div", "ql-buttons").child(tap.words(if asked { stays::AGAIN } else { stays::ASK }))]
    };
    super::part(stays::TITLE)
        .child(say("p", "", stays::LOSES))
        .child(say("p", "", stays::HOME))
        .child(el("div", "").attr("role", "status").block(says))
        .child(el("div", "").block(ask))
}
