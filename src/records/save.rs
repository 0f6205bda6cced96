//! The write rule for one key: read, meet, write, read back.
//!
//! Decides what ends up under a key when something may already lie there: an older version becomes the previous one,
//! a later one stays in front, an unreadable one is set aside first, and one of a newer release is left alone. When
//! saving fails, what lay there is put back, and the entry is still in the hands of the caller. The cost does not
//! depend on how many other keys there are.

use super::envelope::ReadError;
use super::kind::Kind;
use super::store::{Store, StoreError, write_and_verify};
use super::{QUARANTINE, quarantine};
use crate::diary::clock::Stamp;

/// How often to meet another writer of the same key before giving up.
const ROUNDS: u8 = 4;

/// Why something was not saved. Nothing that lay there was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The store refuses.
    Blocked,
    /// There is no room, or the text does not arrive.
    Full,
    /// A newer release of this site wrote what is there: read only.
    Newer,
    /// What was to be written is no record of this key.
    Invalid,
}

impl From<StoreError> for SaveError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Blocked => Self::Blocked,
            StoreError::Full => Self::Full,
        }
    }
}

/// What lies under the key now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The text. Of another writer's later version, with ours as the previous one, where there was one.
    pub text: String,
    /// Where an unreadable text that lay there was set aside.
    pub set_aside: Option<String>,
}

/// Saves a text under its key by the write rule.
pub fn save(store: &dyn Store, key: &str, mine: &str, now: Stamp) -> Result<Saved, SaveError> {
    let kind = Kind::of(key).ok_or(SaveError::Invalid)?;
    let mine = kind.canonical(mine).map_err(|_| SaveError::Invalid)?;
    let first = store.read(key)?;
    let mut there = first.clone();
    let mut set_aside = None;
    for _ in 0..ROUNDS {
        let text = match there.as_deref().map(|there| kind.merge(there, &mine)) {
            None => mine.clone(),
            Some(Ok(merged)) => merged,
            Some(Err(ReadError::Newer)) => return Err(SaveError::Newer),
            Some(Err(ReadError::Unreadable)) => {
                if set_aside.is_none() {
                    set_aside = Some(copy_aside(store, key, there.as_deref().unwrap_or_default(), now)?);
                }
                mine.clone()
            }
        };
        if there.as_deref() == Some(text.as_str()) {
            return Ok(Saved { text, set_aside });
        }
        if let Err(error) = store.write(key, &text) {
            put_back(store, key, first.as_deref());
            return Err(error.into());
        }
        there = store.read(key)?;
        if there.as_deref() == Some(text.as_str()) {
            return Ok(Saved { text, set_aside });
        }
    }
    put_back(store, key, first.as_deref());
    Err(SaveError::Full)
}

/// Sets an unreadable text aside under a key of its own, and says where. Its own key is then free to be written.
pub fn copy_aside(store: &dyn Store, key: &str, text: &str, now: Stamp) -> Result<String, StoreError> {
    let digits: String = now.to_string().chars().filter(char::is_ascii_alphanumeric).collect();
    let mut aside = quarantine(&digits, key);
    // Never over another text set aside in the same second.
    while store.read(&aside)?.is_some_and(|other| other != text) {
        aside = format!("{QUARANTINE}again.{}", aside.strip_prefix(QUARANTINE).unwrap_or(&aside));
    }
    write_and_verify(store, &aside, text)?;
    Ok(aside)
}

/// A store that damaged what it was given may have damaged what lay there: that is put back, but only over a text
/// that nobody can read.
pub(super) fn put_back(store: &dyn Store, key: &str, first: Option<&str>) {
    let Some(kind) = Kind::of(key) else { return };
    let Ok(there) = store.read(key) else { return };
    let damaged = match there.as_deref() {
        None => first.is_some(),
        Some(text) => Some(text) != first && kind.canonical(text) == Err(ReadError::Unreadable),
    };
    if damaged {
        let _ = match first {
            Some(text) => store.write(key, text),
            None => store.remove(key),
        };
    }
}
