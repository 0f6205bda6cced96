//! Changes of many keys at once: an import, its undo, moving a night, deleting a month.
//!
//! Before the first key is touched, a safety copy and a journal of all steps are written; the journal goes last. So a
//! change that breaks off (the tab closed, the room ran out) is finished or undone by the next start
//! ([`super::recover`]). A step only touches what it was made for: where somebody wrote in between, versions meet or
//! the newer text stays.

use super::envelope::{self, ReadError};
use super::kind::Kind;
use super::save::{SaveError, put_back, save};
use super::store::{Store, StoreError, write_and_verify};
use super::{JOURNAL, SAFETY, copy};
use crate::diary::clock::Stamp;
use serde::{Deserialize, Serialize};

const KIND: &str = "journal";
const VERSION: u32 = 1;
/// Safety copies kept.
const COPIES: usize = 2;

/// One key of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The key.
    pub key: String,
    /// The text that lies there, or none.
    pub from: Option<String>,
    /// The text that is to lie there, or none.
    pub to: Option<String>,
}

/// Why a change was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeError {
    /// Nothing was changed.
    Unchanged(SaveError),
    /// The store gave out half way: the next start finishes or undoes it.
    Unfinished,
}

/// A change that was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// What it really did, for [`reversed`].
    pub steps: Vec<Step>,
    /// Keys left alone, because they were written by somebody else since the change was planned.
    pub left: Vec<String>,
}

/// The steps that undo these. What was edited after the change stays edited.
pub fn reversed(steps: &[Step]) -> Vec<Step> {
    let back = |step: &Step| Step { key: step.key.clone(), from: step.to.clone(), to: step.from.clone() };
    steps.iter().map(back).collect()
}

/// Makes a change: safety copy, journal, steps, end of the journal.
pub fn run(store: &dyn Store, steps: &[Step], now: Stamp) -> Result<Done, ChangeError> {
    let unchanged = |error: StoreError| ChangeError::Unchanged(error.into());
    keep_safety_copy(store, now).map_err(unchanged)?;
    let journal = free_key(store, JOURNAL, now).map_err(unchanged)?;
    if let Err(error) = write_and_verify(store, &journal, &envelope::seal(KIND, VERSION, &now.to_string(), &steps)) {
        return Err(match store.remove(&journal) {
            Ok(()) => ChangeError::Unchanged(error.into()),
            // A journal cut short is set aside by the next start.
            Err(_) => ChangeError::Unfinished,
        });
    }
    let (done, error) = apply(store, steps, now);
    let Some(error) = error else {
        let _ = store.remove(&journal);
        return Ok(done);
    };
    let (_, again) = apply(store, &reversed(&done.steps), now);
    if again.is_some() || store.remove(&journal).is_err() {
        return Err(ChangeError::Unfinished);
    }
    Err(ChangeError::Unchanged(error))
}

/// Reads a journal.
pub(super) fn decode(text: &str) -> Result<Vec<Step>, ReadError> {
    envelope::open::<Vec<Step>>(KIND, VERSION, text).map(|(steps, _)| steps)
}

/// Takes steps until one fails; says what was done. Taking them twice is the same as once.
pub(super) fn apply(store: &dyn Store, steps: &[Step], now: Stamp) -> (Done, Option<SaveError>) {
    let mut done = Done::default();
    for step in steps {
        match take(store, step, now) {
            Ok(Some(step)) => done.steps.push(step),
            Ok(None) => done.left.push(step.key.clone()),
            Err(error) => return (done, Some(error)),
        }
    }
    (done, None)
}

/// Takes one step; `None` when somebody else wrote there.
fn take(store: &dyn Store, step: &Step, now: Stamp) -> Result<Option<Step>, SaveError> {
    let kind = Kind::of(&step.key).ok_or(SaveError::Invalid)?;
    let there = store.read(&step.key)?;
    if there == step.to {
        return Ok(Some(step.clone()));
    }
    let untouched = there == step.from;
    match &step.to {
        None if untouched => {
            store.remove(&step.key)?;
            if store.read(&step.key)?.is_some() {
                return Err(SaveError::Full);
            }
            Ok(Some(step.clone()))
        }
        // What is put back, or planned over what is still there, is written as it is: nothing is lost that the
        // journal does not hold.
        Some(text) if untouched => {
            if let Err(error) = write_and_verify(store, &step.key, text) {
                put_back(store, &step.key, step.from.as_deref());
                return Err(error.into());
            }
            Ok(Some(step.clone()))
        }
        Some(text) if kind.keeps_both() => {
            let saved = save(store, &step.key, text, now)?;
            Ok(Some(Step { key: step.key.clone(), from: there, to: Some(saved.text) }))
        }
        _ => Ok(None),
    }
}

/// Writes a copy of everything, and only then removes all but the newest two.
fn keep_safety_copy(store: &dyn Store, now: Stamp) -> Result<(), StoreError> {
    let text = copy::export(store, &now.to_string())?.text;
    let key = free_key(store, SAFETY, now)?;
    if let Err(error) = write_and_verify(store, &key, &text) {
        store.remove(&key)?;
        return Err(error);
    }
    let mut copies: Vec<String> = store.keys()?.into_iter().filter(|key| key.starts_with(SAFETY)).collect();
    crate::order::by_rank(&mut copies, |other| (*other == key, other.clone()));
    let old = copies.len().saturating_sub(COPIES);
    for key in copies.iter().take(old) {
        store.remove(key)?;
    }
    Ok(())
}

/// `journal.2026-11-24T02:41:09Z`, or a later second when that one is taken.
fn free_key(store: &dyn Store, prefix: &str, now: Stamp) -> Result<String, StoreError> {
    let mut stamp = now;
    loop {
        let key = format!("{prefix}{stamp}");
        if store.read(&key)?.is_none() {
            return Ok(key);
        }
        stamp = Stamp::edit(now, stamp);
    }
}
