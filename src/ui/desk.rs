//! The settings a clinic is typing: kept in this tab over a reload, and forgotten with it.
//!
//! No health data, and nothing of it reaches the store of the device: the file is how a clinic keeps it. What is right
//! or wrong is decided in `clinic`, by reading the file that the boxes make.

use super::parts::entry::Texts;
use super::state::App;
use crate::browser::{clock, storage};
use crate::clinic::draft::Draft;
use crate::clinic::{Clinic, Fault, draft, read};
use crate::clinical::answers::Answers;
use crate::clinical::problems::Problem;
use crate::content::text::clinic::instead::COLOUR;
use crate::records::check;
use leptos::prelude::*;
use std::cell::Cell;

/// Name of the draft.
const NAME: &str = "clinic";

thread_local! {
    static DESK: Cell<Option<Desk>> = const { Cell::new(None) };
}

/// The boxes.
#[derive(Clone, Copy)]
pub struct Desk {
    app: App,
    given: RwSignal<Answers>,
    /// What was in the boxes before each file that was brought in, the last one last.
    pub before: RwSignal<Vec<Answers>>,
}

/// The desk of this page. Only for screens of the whole app, where it was begun.
pub fn desk() -> Option<Desk> {
    DESK.with(Cell::get)
}

/// Begins, with what was typed before a reload.
pub fn begin(app: App) {
    let kept = storage::draft(NAME).and_then(|text| check::decode(&text).ok());
    let given = kept.map_or_else(|| Draft::empty().0, |kept| kept.answers);
    let desk = Desk { app, given: RwSignal::new(given), before: RwSignal::new(Vec::new()) };
    DESK.with(|cell| cell.set(Some(desk)));
}

/// Everything is being deleted.
pub fn forget() {
    if let Some(desk) = desk() {
        desk.given.set(Draft::empty().0);
        desk.before.set(Vec::new());
    }
}

impl Desk {
    /// Whether the tab keeps what is typed.
    pub fn is_kept(self) -> bool {
        self.keep();
        storage::draft(NAME).is_some()
    }

    fn keep(self) {
        let answers = self.given.get_untracked();
        let kept = check::Kept { page: String::new(), answers, done: false, saved: clock::saved() };
        storage::keep_draft(NAME, Some(&check::encode(&kept)));
    }

    /// Puts other texts into the boxes, and gives what was there.
    pub fn fill(self, new: Answers) -> Answers {
        let old = self.given.get_untracked();
        self.given.set(new);
        self.keep();
        self.app.problems.set(Vec::new());
        self.app.title();
        old
    }

    /// The file that the boxes make.
    pub fn file(self) -> String {
        Draft(self.given.get()).print()
    }

    /// What visitors' browsers make of that file.
    pub fn read(self) -> (Clinic, Vec<Fault>) {
        read(&self.file())
    }

    /// What is wrong with the boxes. A colour that will be made readable is not: it is told beside its box.
    pub fn problems(self) -> Vec<Problem> {
        let faults = self.read().1.into_iter().filter(|fault| fault.instead.key != COLOUR);
        let problems = faults.filter_map(|fault| draft::problem(&fault));
        problems.map(|(field, says)| Problem { field, says }).collect()
    }

    /// Tells what is wrong at the top and beside each box; whether nothing was.
    pub fn is_right(self) -> bool {
        !self.app.complain(untrack(|| self.problems()))
    }
}

impl Texts for Desk {
    fn of(self) -> App {
        self.app
    }

    fn texts(self) -> RwSignal<Answers> {
        self.given
    }

    fn put(self, key: &str, value: &str) {
        self.given.update(|given| given.set(key, value));
        self.keep();
    }
}
