//! How much is kept, and whether it is time for a copy.
//!
//! Decides what is counted and when the reminder to save a copy is due. Refuses to know the words of it and the device's
//! clock: day and time come in as arguments.

use super::kind::Kind;
use super::meta::Meta;
use super::night;
use super::store::{Store, StoreError};
use super::{QUARANTINE, SAFETY};
use crate::date::Date;
use crate::diary::clock::Clock;
use crate::diary::entry::Entry;
use crate::diary::night::Night;
use std::collections::BTreeMap;

/// Nights without a copy, after which the reminder is due.
pub const NIGHTS: usize = 14;
/// Days for which it stays away once it was put off.
pub const PUT_OFF: i32 = 30;
/// Nobody is asked for anything from then on ...
const NIGHT_FROM: Clock = Clock::from_minutes(22 * 60);
/// ... until then.
const NIGHT_TO: Clock = Clock::from_minutes(6 * 60);

/// What is kept on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Nights.
    pub nights: usize,
    /// Blood test results.
    pub results: usize,
    /// Changes.
    pub changes: usize,
    /// Experiments.
    pub experiments: usize,
    /// What is wanted of the appointment.
    pub wishes: usize,
    /// Checks.
    pub checks: usize,
    /// Texts set aside because they could not be read.
    pub aside: usize,
    /// Copies made before a change of many things.
    pub safety: usize,
    /// Bytes of everything, keys too, as browsers count them: two for each UTF-16 unit.
    pub bytes: usize,
}

/// Counts everything. Reads every text, for its length.
pub fn usage(store: &dyn Store) -> Result<Usage, StoreError> {
    let mut found = Usage::default();
    for key in store.keys()? {
        let Some(text) = store.read(&key)? else { continue };
        found.bytes += bytes(&key) + bytes(&text);
        let count = match Kind::of(&key) {
            Some(Kind::Night(_)) => &mut found.nights,
            Some(Kind::Lab) => &mut found.results,
            Some(Kind::Change) => &mut found.changes,
            Some(Kind::Experiment) => &mut found.experiments,
            Some(Kind::Wishes) => &mut found.wishes,
            Some(Kind::Check) => &mut found.checks,
            Some(Kind::Settings | Kind::Meta) => continue,
            None if key.starts_with(QUARANTINE) => &mut found.aside,
            None if key.starts_with(SAFETY) => &mut found.safety,
            None => continue,
        };
        *count += 1;
    }
    Ok(found)
}

fn bytes(text: &str) -> usize {
    text.encode_utf16().count() * 2
}

/// Every night, in order, and the keys of those that cannot be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nights {
    /// The entries that count.
    pub entries: BTreeMap<Night, Entry>,
    /// Keys of nights that are broken or of a newer release.
    pub unread: Vec<String>,
}

/// Reads every night, for a table of all of them.
pub fn nights(store: &dyn Store) -> Result<Nights, StoreError> {
    let mut found = Nights::default();
    for key in store.keys()? {
        let Some(Kind::Night(night)) = Kind::of(&key) else { continue };
        match store.read(&key)?.map(|text| night::decode(night, &text)) {
            Some(Ok(kept)) => drop(found.entries.insert(night, kept.now)),
            Some(Err(_)) => found.unread.push(key),
            None => {}
        }
    }
    Ok(found)
}

/// How many nights have no copy yet: those from the day of the last copy on, or all. Looks at keys alone, so that it
/// costs no more when nights are long; a night before that day, filled in since, is not among them.
pub fn nights_since_copy(store: &dyn Store, meta: &Meta, today: Date) -> Result<usize, StoreError> {
    // A copy "made tomorrow" was made before the clock was set back: nobody knows when.
    let copied = meta.last_copy.filter(|day| *day <= today);
    let since = |key: &String| match Kind::of(key) {
        Some(Kind::Night(night)) => copied.is_none_or(|day| night.0 >= day),
        _ => false,
    };
    Ok(store.keys()?.iter().filter(|key| since(key)).count())
}

/// Whether to remind of a copy now: after [`NIGHTS`] nights without one, not within [`PUT_OFF`] days of being put off,
/// and never between 22:00 and 6:00.
pub fn is_copy_due(nights_since_copy: usize, meta: &Meta, today: Date, now: Clock) -> bool {
    let at_night = now >= NIGHT_FROM || now < NIGHT_TO;
    let put_off = meta.put_off.is_some_and(|day| (0..PUT_OFF).contains(&(today.day_number() - day.day_number())));
    nights_since_copy >= NIGHTS && !put_off && !at_night
}
