//! Bringing a file in: its texts stand in the boxes as they are, right or wrong, and every fault of it is listed.
//!
//! What was in the boxes can be put back. A file that is no settings changes nothing.

use super::part;
use crate::browser::{files, focus};
use crate::clinic::draft::Draft;
use crate::clinic::rules;
use crate::clinic::{Fault, read};
use crate::content::text::clinic_page::bring as text;
use crate::content::{Key, Said, fill, words};
use crate::ui::desk::Desk;
use crate::ui::element::{El, el, say};
use crate::ui::parts::{button, list};
use leptos::prelude::*;
use leptos::web_sys::File;

/// What became of it.
#[derive(Clone)]
enum Outcome {
    Nothing,
    Busy,
    Refused(String),
    In(Vec<Said>),
    Undone,
}

/// The part of the page.
pub fn part_of(desk: Desk) -> El {
    let outcome = RwSignal::new(Outcome::Nothing);
    let input = el("input", "")
        .attr("type", "file")
        .attr("id", "clinic-file")
        .attr("accept", ".json,application/json")
        .attr("aria-describedby", "clinic-file-hint")
        .on_file(move |file| bring(desk, outcome, file));
    let label = el("label", "ql-button is-second ql-file").child(say("span", "", text::CHOOSE)).child(input);
    part(text::TITLE)
        .child(say("p", "", text::TEXT))
        .child(el("div", "ql-buttons").child(label))
        .child(say("p", "ql-small", text::HINT).attr("id", "clinic-file-hint"))
        .child(el("div", "ql-told").attr("role", "status").block(move || told(&outcome.get())))
        .child(el("div", "").show(move || desk.before.with(|before| !before.is_empty()), move || undo(desk, outcome)))
}

fn bring(desk: Desk, outcome: RwSignal<Outcome>, file: File) {
    outcome.set(Outcome::Busy);
    wasm_bindgen_futures::spawn_local(async move {
        let limit = u32::try_from(rules::FILE).unwrap_or(u32::MAX);
        let next = match files::text_of(&file, limit).await {
            Ok(text) => taken(desk, &text),
            Err(files::FileError::TooLarge) => Outcome::Refused(words(text::LARGE).to_owned()),
            Err(_) => Outcome::Refused(words(text::UNREAD).to_owned()),
        };
        // The person may have gone on to another screen meanwhile.
        let _ = outcome.try_set(next);
    });
}

fn taken(desk: Desk, file: &str) -> Outcome {
    let (_, faults) = read(file);
    let Some(draft) = Draft::read(file) else {
        let why = faults.first().map(|fault| fault.wrong.text()).unwrap_or_default();
        return Outcome::Refused(fill(text::REFUSED, &[("why", &why)]));
    };
    let before = desk.fill(draft.0);
    desk.before.update(|all| all.push(before));
    Outcome::In(faults.iter().map(Fault::said).collect())
}

fn told(outcome: &Outcome) -> Vec<El> {
    let line = |key: Key| say("p", "", key);
    match outcome {
        Outcome::Nothing | Outcome::Busy => Vec::new(),
        Outcome::Refused(why) => vec![el("p", "").text(why.clone())],
        Outcome::Undone => vec![line(text::UNDONE)],
        Outcome::In(faults) if faults.is_empty() => vec![line(text::DONE)],
        Outcome::In(faults) => {
            let faults = list(faults.iter().map(Said::text)).attr("id", "clinic-faults");
            vec![line(text::DONE), line(text::FAULTS), faults, line(text::LEFT)]
        }
    }
}

fn undo(desk: Desk, outcome: RwSignal<Outcome>) -> El {
    let call = move || {
        if let Some(before) = desk.before.try_update(Vec::pop).flatten() {
            desk.fill(before);
            outcome.set(Outcome::Undone);
            focus::after_drawing(|| focus::to_id("clinic-file"));
        }
    };
    button("ql-link", call).attr("id", "clinic-undo").words(text::UNDO)
}
