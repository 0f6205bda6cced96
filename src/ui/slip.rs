//! A few boxes that are filled in and not kept: they are gone with their screen.
//!
//! For what is asked for one file alone. Nothing of it reaches a store, a draft or the address.

use super::parts::entry::Paper;
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

impl Paper for Slip {
    fn app(self) -> App {
        self.app
    }

    fn given(self, key: &str) -> String {
        self.given.with(|given| given.get(key).unwrap_or_default().to_owned())
    }

    fn give(self, key: &str, value: &str) {
        self.given.update(|given| given.set(key, value));
    }

    fn is(self, key: &str, code: &str) -> bool {
        self.given.with(|given| given.is(key, code))
    }

    fn was(self, key: &str, code: &str) -> bool {
        self.given.with_untracked(|given| given.is(key, code))
    }
}
