//! What a start does with what an earlier one left: journals are finished or undone, broken texts are set aside.
//!
//! Decides nothing about content. Opens no more than it must: journals, and the keys it is asked to look at.

use super::JOURNAL;
use super::envelope::ReadError;
use super::journal::{apply, decode, reversed};
use super::kind::Kind;
use super::save::{SaveError, copy_aside};
use super::store::{Store, StoreError};
use crate::diary::clock::Stamp;

/// What became of a change that had broken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovered {
    /// It is finished now.
    Finished,
    /// There was no room: everything is as it was before.
    Undone,
    /// Its journal cannot be read, and was set aside.
    SetAside,
    /// A newer release began it: left alone.
    Newer,
    /// The store refuses; the next start tries again.
    Waiting,
}

/// Finishes or undoes every change that had broken off.
pub fn recover(store: &dyn Store, now: Stamp) -> Result<Vec<Recovered>, StoreError> {
    let mut journals: Vec<String> = store.keys()?.into_iter().filter(|key| key.starts_with(JOURNAL)).collect();
    crate::order::by_rank(&mut journals, String::clone);
    let mut found = Vec::new();
    for key in journals {
        if let Some(text) = store.read(&key)? {
            found.push(one(store, &key, &text, now)?);
        }
    }
    Ok(found)
}

fn one(store: &dyn Store, key: &str, text: &str, now: Stamp) -> Result<Recovered, StoreError> {
    let steps = match decode(text) {
        Ok(steps) => steps,
        Err(ReadError::Newer) => return Ok(Recovered::Newer),
        Err(ReadError::Unreadable) => {
            copy_aside(store, key, text, now)?;
            store.remove(key)?;
            return Ok(Recovered::SetAside);
        }
    };
    let (_, error) = apply(store, &steps, now);
    let recovered = match error {
        None => Recovered::Finished,
        Some(SaveError::Blocked) => return Ok(Recovered::Waiting),
        Some(_) => match apply(store, &reversed(&steps), now) {
            (_, None) => Recovered::Undone,
            _ => return Ok(Recovered::Waiting),
        },
    };
    store.remove(key)?;
    Ok(recovered)
}

/// Sets the text under a key aside if it is no record, and frees the key. Says where it went.
pub fn set_aside_if_broken(store: &dyn Store, key: &str, now: Stamp) -> Result<Option<String>, StoreError> {
    let (Some(kind), Some(text)) = (Kind::of(key), store.read(key)?) else { return Ok(None) };
    if kind.canonical(&text) != Err(ReadError::Unreadable) {
        return Ok(None);
    }
    let aside = copy_aside(store, key, &text, now)?;
    store.remove(key)?;
    Ok(Some(aside))
}
