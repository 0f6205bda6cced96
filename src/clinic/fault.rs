//! One thing that is wrong in the file, as a sentence: which setting, what is wrong, what holds instead.
//!
//! The words come with the idle-loaded file: ask for them when it is here.

use super::rules::is_hidden;
use crate::content::text::clinic::fault;
use crate::content::{Key, Said};

/// How much of what somebody wrote is repeated to them.
const REPEATED: usize = 40;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: `phone`, `colours.light`, `address #2`; empty for the file as a whole.
    pub at: String,
    /// What is wrong.
    pub wrong: Said,
    /// What holds instead.
    pub instead: Said,
}

impl Fault {
    pub(super) fn new(at: &str, wrong: Key, instead: Key) -> Self {
        Self { at: shown(at), wrong: Said::plain(wrong), instead: Said::plain(instead) }
    }

    /// A value for a placeholder of what is wrong and of what holds instead.
    pub(super) fn with(mut self, name: &'static str, value: String) -> Self {
        self.instead.with.push((name, value.clone()));
        self.wrong.with.push((name, value));
        self
    }

    /// The whole of it in one line.
    pub fn said(&self) -> Said {
        let key = if self.at.is_empty() { fault::FILE } else { fault::LINE };
        let with = [("field", self.at.clone()), ("wrong", self.wrong.text()), ("instead", self.instead.text())];
        Said { key, with: Vec::from(with) }
    }
}

/// The beginning of what was written, on one line and with nothing hidden in it.
pub(super) fn shown(text: &str) -> String {
    text.chars().take(REPEATED).map(|c| if is_hidden(c) { '?' } else { c }).collect()
}
