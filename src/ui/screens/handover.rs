//! Showing the result to the clinic whose page this stands in: what it would get, and one question before it gets it.
//!
//! Nothing leaves without the button here, and one tap sends one message, to the origin that the clinic's own settings
//! name. A page of any other origin is told nothing, whatever it asks. What goes out is made by `export`.

use super::record::items;
use crate::browser::{clock, embed, focus};
use crate::clinic::{Format, Handover};
use crate::content::text::handover as text;
use crate::content::text::host::SHOW;
use crate::content::text::ui;
use crate::content::{Key, fill, words};
use crate::export::fhir::bundle;
use crate::route::Route;
use crate::ui::book::{self, Book};
use crate::ui::clinic;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::{back_link, button, heading, link, list};
use crate::ui::state::App;
use crate::ui::told::{NIGHTS, is_anything, nothing_yet, with_told};
use leptos::prelude::*;

/// How long a page may take to say that it has it, in ms.
const ANSWERS_WITHIN: i32 = 5_000;

/// Where it is told what became of it.
const TOLD: &str = "told";

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// Not shown.
    NotYet,
    /// On its way.
    Sent,
    /// The page says that it has it.
    Taken,
    /// The page said nothing.
    Unanswered,
    /// The browser refused.
    Failed,
}

/// The screen.
pub fn screen(book: Book) -> Vec<El> {
    vec![back_link(Route::Result), heading(ui::report::HANDOVER), with_late_words(book.app, draw)]
}

fn draw(_: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    let Some(to) = clinic::handover().filter(|to| embed::host().as_ref() == Some(&to.origin)) else {
        return elsewhere();
    };
    if untrack(|| with_told(book, NIGHTS, |told| !is_anything(told))) {
        return nothing_yet();
    }
    let shown = RwSignal::new(Shown::NotYet);
    // Drawn anew for the yes alone: what becomes of it is told in a place that has the focus then.
    let is_open = Memo::new(move |_| shown.get() == Shown::NotYet);
    let told = el("div", "ql-lead").attr("id", TOLD).attr("tabindex", "-1").attr("role", "status");
    vec![
        el("div", "ql-stack").block(move || if is_open.get() { asked(book, to, shown) } else { Vec::new() }),
        told.block(move || told_of(shown.get()).into_iter().collect()),
        el("div", "ql-part").block(move || if is_open.get() { Vec::new() } else { ways_on() }),
    ]
}

/// Not in the page of the clinic: then there is nobody to show it to.
fn elsewhere() -> Vec<El> {
    let page = link("ql-button", Route::Report).words(text::INSTEAD);
    vec![say("p", "ql-lead", text::ELSEWHERE), el("div", "ql-buttons").child(page)]
}

/// What would be handed over, and whether it shall be.
fn asked(book: Book, to: &'static Handover, shown: RwSignal<Shown>) -> Vec<El> {
    let named = |key: Key| fill(key, &[("clinic", clinic::name()), ("origin", &to.origin)]);
    let inside = untrack(|| match to.format {
        Format::Fhir => with_told(book, NIGHTS, items),
        Format::Text => vec![words(text::PAGE).to_owned()],
    });
    let show = button("ql-button", move || send(book, to, shown))
        .attr("id", "show")
        .text(fill(SHOW, &[("clinic", clinic::name())]));
    let stay = link("ql-button is-second", Route::Result).words(text::STAY);
    vec![
        el("p", "ql-lead").text(named(text::LEAD)),
        say("h2", "", text::INSIDE),
        list(inside),
        say("p", "", text::ANONYMOUS),
        el("p", "").text(named(text::ONCE)),
        el("div", "ql-buttons").child(show).child(stay),
    ]
}

fn send(book: Book, to: &'static Handover, shown: RwSignal<Shown>) {
    if shown.get_untracked() != Shown::NotYet {
        return;
    }
    let content = untrack(|| match to.format {
        Format::Fhir => with_told(book, NIGHTS, |told| bundle(told, None)),
        Format::Text => super::report::text(book),
    });
    let taken = move || shown.set(Shown::Taken);
    let sent = content.and_then(|content| embed::hand_over(&to.origin, to.format.name(), &content, taken));
    shown.set(if sent.is_some() { Shown::Sent } else { Shown::Failed });
    focus::after_drawing(|| focus::to_id(TOLD));
    clock::after(ANSWERS_WITHIN, move || {
        if shown.try_get_untracked() == Some(Shown::Sent) {
            shown.set(Shown::Unanswered);
        }
    });
}

fn told_of(shown: Shown) -> Option<El> {
    let says = match shown {
        Shown::NotYet => return None,
        Shown::Sent => text::SENT,
        Shown::Taken => text::TAKEN,
        Shown::Unanswered => text::UNANSWERED,
        Shown::Failed => text::FAILED,
    };
    Some(el("p", "").text(fill(says, &[("clinic", clinic::name())])))
}

fn ways_on() -> Vec<El> {
    let back = link("ql-button", Route::Result).words(text::BACK);
    let page = link("ql-button is-second", Route::Report).words(text::INSTEAD);
    vec![el("div", "ql-buttons").child(back).child(page)]
}
