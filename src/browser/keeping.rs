//! Asking the browser to keep what is stored, and what it says about the room.
//!
//! Answers are the browser's own: granted or not says nothing of a person who clears their data, and Safari may clear
//! sites not used for seven days whatever it answered. When to ask, and the words, are decided elsewhere. How much of
//! the room is ours is counted in `records::usage`.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepError {
    /// The browser does not answer such questions here.
    Unavailable,
    /// It failed to.
    Failed,
}

/// What the browser says about the room of the whole site, in bytes. It is an estimate, and rounded on purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Used.
    pub used: Option<u64>,
    /// There is, used or not.
    pub all: Option<u64>,
}

/// Asks the browser to keep what is stored. Firefox asks the person; others decide by themselves.
pub async fn persist() -> Result<bool, KeepError> {
    answer(manager()?.persist()).await
}

/// Whether the browser has promised to keep it.
pub async fn persisted() -> Result<bool, KeepError> {
    answer(manager()?.persisted()).await
}

/// How much room there is.
pub async fn room() -> Result<Room, KeepError> {
    let said = done(manager()?.estimate()).await?;
    let said: StorageEstimate = said.unchecked_into();
    let bytes = |value: Option<f64>| value.filter(|value| *value >= 0.0).map(|value| value as u64);
    Ok(Room { used: bytes(said.get_usage()), all: bytes(said.get_quota()) })
}

fn manager() -> Result<StorageManager, KeepError> {
    let manager = super::window().ok_or(KeepError::Unavailable)?.navigator().storage();
    // Left out by older browsers, and where the page is not secure.
    if AsRef::<JsValue>::as_ref(&manager).is_undefined() { Err(KeepError::Unavailable) } else { Ok(manager) }
}

async fn answer(asked: Result<Promise, JsValue>) -> Result<bool, KeepError> {
    done(asked).await?.as_bool().ok_or(KeepError::Failed)
}

/// A call of what is missing fails at once; what is there may fail later.
async fn done(asked: Result<Promise, JsValue>) -> Result<JsValue, KeepError> {
    JsFuture::from(asked.map_err(|_| KeepError::Unavailable)?).await.map_err(|_| KeepError::Failed)
}
