//! The store as the records see it: texts under keys.
//!
//! Small, so that a test can be a store that is blocked, full, lying or raced by another tab. In the browser it is
//! localStorage.

/// Why something is not kept. The screens say so; the entry goes on in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser refuses storage, or has none.
    Blocked,
    /// There is no room, or the text did not arrive.
    Full,
}

/// Texts under keys. Every call can fail, and what was written need not have arrived.
pub trait Store {
    /// The text under a key.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Puts a text under a key.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Removes a key. One that is not there is no error.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// Names of everything we keep, in any order.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// Puts a text under a key and makes sure that it is there.
pub fn write_and_verify(store: &dyn Store, key: &str, text: &str) -> Result<(), StoreError> {
    store.write(key, text)?;
    if store.read(key)?.as_deref() == Some(text) { Ok(()) } else { Err(StoreError::Full) }
}

impl<S: Store> Store for &S {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        (*self).read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        (*self).write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        (*self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (*self).keys()
    }
}
