//! The file: whether it is ready, how it leaves the browser, where it goes.
//!
//! A file with something wrong in it is not made: what is wrong is said first. One that says too little is made, and
//! said not to be ready.

use super::lines::shown_text;
use super::part;
use crate::clinic::draft::missing;
use crate::content::text::clinic_page::ready as text;
use crate::content::{Key, words};
use crate::ui::desk::Desk;
use crate::ui::element::{El, el, say};
use crate::ui::parts::details::disclose;
use crate::ui::parts::list;
use crate::ui::parts::ways::{Made, Outcome, Way};
use leptos::prelude::*;

const NAME: &str = "clinic.json";

/// How the file goes out.
pub fn way(desk: Desk) -> Way {
    let make = move || {
        if desk.is_right() { Ok(Made::plain(untrack(|| desk.file()))) } else { Err(Vec::new()) }
    };
    Way::new(Outcome::new("clinic"), || NAME.to_owned(), "application/json", make)
        .called([text::SAVE, text::SHARE, text::COPY])
        .in_form()
}

/// The part of the page.
pub fn part_of(desk: Desk, way: &Way) -> El {
    let state = Memo::new(move |_| (missing(&desk.read().0), !desk.problems().is_empty()));
    let inside = move || vec![shown_text("clinic-text".to_owned(), text::INSIDE, "12", move || desk.file())];
    part(text::TITLE)
        .child(
            el("div", "ql-panel").attr("id", "clinic-state").attr("role", "status").block(move || told(&state.get())),
        )
        .child(way.clone().part())
        .child(say("p", "", text::WHERE))
        .child(disclose("clinic-inside", text::INSIDE, false, inside))
}

fn told((missing, wrong): &(Vec<Key>, bool)) -> Vec<El> {
    let mut made = Vec::new();
    if missing.is_empty() && !wrong {
        return vec![say("p", "", text::YES)];
    }
    if !missing.is_empty() {
        made.push(say("p", "", text::NO));
        made.push(list(missing.iter().map(|key| words(*key).to_owned())));
    }
    if *wrong {
        made.push(say("p", "", text::WRONG));
    } else {
        made.push(say("p", "ql-small", text::TEXT));
    }
    made
}
