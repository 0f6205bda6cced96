//! A few boxes that are filled in and not kept: they are gone with their screen.
//!
//! For what is asked for one file alone. Nothing of it reaches a store, a draft or the address.

use super::parts::entry::Texts;
use super::state::App;
use crate::clinical::answers::Answers;
use leptos::prelude::*;

/// The boxes.
#[derive(Clone, Copy)]
pub struct Slip {
    app: App,
    /// What was typed.
    pub given: RwSignal<Answers>,
}

impl Slip {
    /// As first offered.
    pub fn new(app: App, given: Answers) -> Self {
        Self { app, given: RwSignal::new(given) }
    }
}

impl Texts for Slip {
    fn of(self) -> App {
        self.app
    }

    fn texts(self) -> RwSignal<Answers> {
        self.given
    }

    fn put(self, key: &str, value: &str) {
        self.given.update(|given| given.set(key, value));
    }
}
