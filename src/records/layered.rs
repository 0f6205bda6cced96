//! The store with the memory of this visit laid over it.
//!
//! Where storage is blocked or not wanted, everything lives in memory; where it is full, what could not be written waits
//! there, is read as if it were kept, and is written as soon as there is room ([`Layered::retry`]). So a copy made
//! meanwhile holds everything. Knows no browser.

use super::META;
use super::save::{SaveError, save};
use super::store::{Store, StoreError};
use crate::diary::clock::Stamp;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// A store and the memory over it.
pub struct Layered<S> {
    below: S,
    memory: RefCell<BTreeMap<String, String>>,
    memory_only: Cell<bool>,
}

impl<S: Store> Layered<S> {
    /// Over a store; with `memory_only` nothing is written to it. What lies there is read all the same.
    pub const fn new(below: S, memory_only: bool) -> Self {
        Self { below, memory: RefCell::new(BTreeMap::new()), memory_only: Cell::new(memory_only) }
    }

    /// Keeps everything from now on in memory only, or no longer.
    pub fn set_memory_only(&self, only: bool) {
        self.memory_only.set(only);
    }

    /// Whether nothing is written to the store: not wanted, or refused by it. Looks at one key, whatever there is.
    pub fn is_memory_only(&self) -> bool {
        self.memory_only.get() || self.below.read(META) == Err(StoreError::Blocked)
    }

    /// Keeps a text in memory until there is room for it.
    pub fn hold(&self, key: &str, text: String) {
        self.memory.borrow_mut().insert(key.to_owned(), text);
    }

    /// Drops what memory holds under a key; what lies in the store below is read again.
    pub fn let_go(&self, key: &str) {
        self.memory.borrow_mut().remove(key);
    }

    /// Drops everything that memory holds: it was deleted.
    pub fn let_all_go(&self) {
        self.memory.borrow_mut().clear();
    }

    /// How many texts are in memory only.
    pub fn held(&self) -> usize {
        self.memory.borrow().len()
    }

    /// Writes what waits, by the write rule; says how many still wait.
    pub fn retry(&self, now: Stamp) -> usize {
        if self.memory_only.get() || self.held() == 0 {
            return self.held();
        }
        let waiting: Vec<(String, String)> = self.memory.borrow().iter().map(|(k, v)| (k.clone(), v.clone())).collect();
        for (key, text) in waiting {
            match save(&self.below, &key, &text, now) {
                // The release that wrote there reads no text of ours: it stays in memory, and in every copy.
                Ok(_) => drop(self.memory.borrow_mut().remove(&key)),
                Err(SaveError::Newer | SaveError::Invalid) => {}
                Err(SaveError::Full | SaveError::Blocked) => break,
            }
        }
        self.held()
    }
}

impl<S: Store> Store for Layered<S> {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        if let Some(text) = self.memory.borrow().get(key) {
            return Ok(Some(text.clone()));
        }
        match self.below.read(key) {
            Err(StoreError::Blocked) => Ok(None),
            other => other,
        }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let written = if self.memory_only.get() { Err(StoreError::Blocked) } else { self.below.write(key, text) };
        match written {
            Ok(()) => {
                self.memory.borrow_mut().remove(key);
                Ok(())
            }
            Err(StoreError::Blocked) => {
                self.hold(key, text.to_owned());
                Ok(())
            }
            Err(StoreError::Full) => Err(StoreError::Full),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.memory.borrow_mut().remove(key);
        match self.below.remove(key) {
            Err(StoreError::Blocked) => Ok(()),
            other => other,
        }
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = match self.below.keys() {
            Err(StoreError::Blocked) => Vec::new(),
            other => other?,
        };
        let held = self.memory.borrow();
        let more: Vec<String> = held.keys().filter(|key| !keys.contains(key)).cloned().collect();
        keys.extend(more);
        Ok(keys)
    }
}
