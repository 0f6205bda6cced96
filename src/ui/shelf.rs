//! What lies in the store, as the screens read and write it: nights, drafts, and what this tab wrote last.
//!
//! Decides when two tabs that wrote one key meet again. What ends up under a key is decided by `records`.

use super::beside;
use crate::browser::clock;
use crate::browser::storage::{self, Device};
use crate::diary::clock::Stamp;
use crate::diary::entry::{Entry, Recorded};
use crate::diary::night::{Night, Rhythm};
use crate::records::envelope::ReadError;
use crate::records::kind::{Kind, night_key};
use crate::records::layered::Layered;
use crate::records::night;
use crate::records::save::{SaveError, save};
use crate::records::store::Store;
use crate::records::versions::Versions;
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static STORE: Layered<Device> = const { Layered::new(Device, false) };
    /// What this tab wrote last under a key: another tab that wrote at the same moment may have overlooked it.
    static MINE: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Runs something with the store.
pub fn with_store<T>(run: impl FnOnce(&Layered<Device>) -> T) -> T {
    STORE.with(run)
}

/// The night to note now.
pub fn offered() -> Night {
    let (today, now) = (clock::today(), clock::now());
    let last = Night(today).plus(-1);
    let empty = last.is_none_or(|night| read(night).is_ok_and(|kept| kept.is_none()));
    Night::offered(today, now, Rhythm::ByNight, empty).unwrap_or(Night(today))
}

/// The night just gone, or tonight once it has an entry.
pub fn last_night() -> Night {
    let tonight = Night(clock::today());
    let noted = matches!(read(tonight), Ok(Some(_)));
    if noted { tonight } else { tonight.plus(-1).unwrap_or(tonight) }
}

/// What is noted for a night.
pub fn read(night: Night) -> Result<Option<Versions<Entry>>, ReadError> {
    match with_store(|store| store.read(&night_key(night))) {
        Ok(Some(text)) => night::decode(night, &text).map(Some),
        _ => Ok(None),
    }
}

/// Whether this tab has begun an entry of a night and not saved it.
pub fn is_begun(night: Night) -> bool {
    storage::draft(night).is_some()
}

/// The entries of so many nights up to and with the last one, oldest first. Reads no other key.
pub fn nights(last: Night, count: i32) -> Vec<Recorded> {
    let one = |back: i32| {
        let night = last.plus(-back)?;
        read(night).ok().flatten().map(|kept| Recorded { night, entry: kept.now })
    };
    (0..count).rev().filter_map(one).collect()
}

/// What was taken in the two weeks up to a night, the latest first.
pub fn taken_before(night: Night) -> Vec<String> {
    nights(night, 14).into_iter().rev().flat_map(|one| one.entry.taken.unwrap_or_default()).collect()
}

/// Writes a text by the write rule; what the store refuses is held in memory.
pub fn put(key: &str, text: String, now: Stamp) -> Option<SaveError> {
    beside::written(key);
    match with_store(|store| save(store, key, &text, now)) {
        Ok(saved) => {
            // What keeps no second version is whoever wrote it last: two tabs would write it against each other for ever.
            if Kind::of(key).is_some_and(Kind::keeps_both) {
                MINE.with(|mine| mine.borrow_mut().insert(key.to_owned(), saved.text));
            }
            let memory = with_store(Layered::is_memory_only);
            memory.then_some(SaveError::Blocked)
        }
        Err(error) => {
            with_store(|store| store.hold(key, text));
            Some(error)
        }
    }
}

/// Two tabs that write one key at the same moment do not see each other: whichever hears of it meets again.
pub fn meet_again(key: &str) {
    let mine = MINE.with(|mine| mine.borrow().get(key).cloned());
    let Some(mine) = mine else { return };
    match with_store(|store| store.read(key)) {
        // Deleted in the other tab, on purpose.
        Ok(None) => drop(MINE.with(|all| all.borrow_mut().remove(key))),
        Ok(Some(_)) => drop(put(key, mine, clock::edit_stamp())),
        Err(_) => {}
    }
}

/// This tab no longer stands for what it wrote under these keys.
pub fn not_mine(keys: &[String]) {
    MINE.with(|mine| mine.borrow_mut().retain(|key, _| !keys.contains(key)));
}

/// This tab no longer stands for anything it wrote.
pub fn nothing_mine() {
    MINE.with(|mine| mine.borrow_mut().clear());
}
