//! localStorage, made safe: probed in the same call, written, read back and compared.
//!
//! `gloo_storage::LocalStorage` panics where storage is blocked (clinic frames, strict settings), so every
//! function probes first. Texts are stored as they are.

use crate::records::store::Store;
pub use crate::records::store::StoreError;
use crate::records::{DELETED, DRAFT, PREFIX, PROBE, quarantine};
use gloo_storage::{LocalStorage, Storage as _};
use std::fmt::Display;

/// Bytes of a check with every question answered, and some more.
const CHECK_SIZE: usize = 8_000;

fn probe() -> Result<(), StoreError> {
    match super::window().map(|w| w.local_storage()) {
        Some(Ok(Some(_))) => Ok(()),
        _ => Err(StoreError::Blocked),
    }
}

/// The text under a key.
pub fn read(key: &str) -> Result<Option<String>, StoreError> {
    probe()?;
    LocalStorage::raw().get_item(key).map_err(|_| StoreError::Blocked)
}

/// Keeps a text under a key and makes sure that it is there.
pub fn write(key: &str, text: &str) -> Result<(), StoreError> {
    probe()?;
    LocalStorage::raw().set_item(key, text).map_err(|_| StoreError::Full)?;
    if read(key)?.as_deref() == Some(text) { Ok(()) } else { Err(StoreError::Full) }
}

/// Whether a check would fit: writes as much as one takes and removes it again, so that a person is told before the
/// first answer and not after it.
pub fn has_room() -> Result<(), StoreError> {
    let tried = write(PROBE, &"0".repeat(CHECK_SIZE));
    remove(PROBE)?;
    tried
}

/// Sets an unreadable text aside under a key of its own, and only then frees its key.
pub fn set_aside(key: &str, text: &str) -> Result<(), StoreError> {
    write(&quarantine(&super::clock::stamp(), key), text)?;
    remove(key)
}

/// Removes one key.
pub fn remove(key: &str) -> Result<(), StoreError> {
    probe()?;
    LocalStorage::delete(key);
    Ok(())
}

/// localStorage as the records see it.
pub struct Device;

impl Store for Device {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        probe()?;
        LocalStorage::raw().set_item(key, text).map_err(|_| StoreError::Full)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        keys()
    }
}

/// What only this tab keeps, over a reload and until it is closed: a form being filled in, by the night or the name of
/// what it is for. Nothing depends on it, so a browser that refuses is no error.
pub fn draft(of: impl Display) -> Option<String> {
    tab()?.get_item(&format!("{DRAFT}{of}")).ok().flatten()
}

/// Keeps a form being filled in; `None` forgets it.
pub fn keep_draft(of: impl Display, text: Option<&str>) {
    let Some(tab) = tab() else { return };
    let key = format!("{DRAFT}{of}");
    let _ = match text {
        Some(text) => tab.set_item(&key, text),
        None => tab.remove_item(&key),
    };
}

/// Forgets every form being filled in.
pub fn forget_drafts() {
    if let Some(tab) = tab() {
        let _ = tab.clear();
    }
}

fn tab() -> Option<web_sys::Storage> {
    super::window()?.session_storage().ok().flatten()
}

/// Names of everything we keep.
pub fn keys() -> Result<Vec<String>, StoreError> {
    probe()?;
    let store = LocalStorage::raw();
    let mut found = Vec::new();
    for at in 0..LocalStorage::length() {
        if let Ok(Some(key)) = store.key(at)
            && key.starts_with(PREFIX)
        {
            found.push(key);
        }
    }
    Ok(found)
}

/// Removes everything we keep, and nothing of other pages of the same site. Other tabs are told: before, so that they
/// do not fill the room that comes free with what they hold, and after, where there was no room to tell them before.
pub fn remove_all() -> Result<(), StoreError> {
    let told = write(DELETED, "yes").is_ok();
    for key in keys()? {
        remove(&key)?;
    }
    if !told {
        let _ = write(DELETED, "yes");
        remove(DELETED)?;
    }
    if keys()?.is_empty() { Ok(()) } else { Err(StoreError::Full) }
}
