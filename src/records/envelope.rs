//! The envelope around everything kept: who wrote it, what it is, in which version.
//!
//! Looks at the outside first, so that a record of a newer version is told from a broken one. Decides nothing about
//! what is inside: each version of a record is a frozen type of its own.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const APP: &str = "quiet-legs";

/// Why a kept text was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Written by a newer version of this site: leave it as it is, and write nothing over it.
    Newer,
    /// Not a record of ours: set it aside.
    Unreadable,
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a, T> {
    app: &'a str,
    kind: &'a str,
    version: u32,
    saved: String,
    data: T,
}

#[derive(Deserialize)]
struct Outside {
    app: String,
    kind: String,
    version: u32,
}

/// Puts data into its envelope. `saved` is the local time of the device, `2026-11-24T02:41`.
pub fn seal<T: Serialize>(kind: &str, version: u32, saved: &str, data: &T) -> String {
    write(&Envelope { app: APP, kind, version, saved: saved.to_owned(), data })
}

/// Data as text.
pub(super) fn write<T: Serialize>(data: &T) -> String {
    // Strings, lists and maps with string keys cannot fail to be written; an empty text would read as unreadable.
    serde_json::to_string(data).unwrap_or_default()
}

/// Takes data out of its envelope, with the time it was saved.
pub fn open<T: DeserializeOwned>(kind: &str, version: u32, text: &str) -> Result<(T, String), ReadError> {
    let outside: Outside = serde_json::from_str(text).map_err(|_| ReadError::Unreadable)?;
    if outside.app != APP || outside.kind != kind || outside.version < version {
        return Err(ReadError::Unreadable);
    }
    if outside.version > version {
        return Err(ReadError::Newer);
    }
    let envelope: Envelope<'_, T> = serde_json::from_str(text).map_err(|_| ReadError::Unreadable)?;
    Ok((envelope.data, envelope.saved))
}

/// Whether a text is an envelope of this kind, of whatever version.
pub(super) fn is_of(kind: &str, text: &str) -> bool {
    serde_json::from_str::<Outside>(text).is_ok_and(|outside| outside.app == APP && outside.kind == kind)
}
