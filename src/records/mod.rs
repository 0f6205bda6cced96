//! What is kept on the device, and how it is read back.
//!
//! Each thing has one key and lies in one versioned [`envelope`]; no key holds a list that two tabs could rewrite.
//! Decides what a kept text means, how two [`versions`] of one thing meet, how it is written ([`save`], [`journal`])
//! and where a text that cannot be read is set aside ([`quarantine`]): it is never written over. Knows no browser:
//! the [`store`] comes in as an argument.

mod base64;
pub mod change;
pub mod check;
pub mod copy;
pub mod envelope;
pub mod experiment;
pub mod import;
pub mod journal;
pub mod kind;
pub mod lab;
pub mod layered;
pub mod locked;
pub mod meta;
pub mod night;
mod pair;
mod pairs;
pub mod recover;
pub mod save;
pub mod settings;
pub mod store;
pub mod usage;
pub mod versions;
pub mod wishes;

/// What every key of this site begins with.
pub const PREFIX: &str = "quiet-legs.";
/// The check in progress, or the last finished one.
pub const CHECK: &str = "quiet-legs.check";
/// Theme, and whether to keep answers.
pub const SETTINGS: &str = "quiet-legs.settings";
/// Written and removed again to see whether there is room.
pub const PROBE: &str = "quiet-legs.probe";
/// Written and removed again when everything is deleted, so that other tabs forget what they hold in memory.
pub const DELETED: &str = "quiet-legs.deleted";
/// What the keys of entries being filled in begin with, in the storage of one tab; the date follows.
pub const DRAFT: &str = "quiet-legs.draft.";
/// What the keys of texts set aside begin with.
pub const QUARANTINE: &str = "quiet-legs.quarantine.";

/// What the keys of nights begin with; the date follows.
pub const NIGHT: &str = "quiet-legs.night.";
/// What the keys of blood test results begin with; an id follows.
pub const LAB: &str = "quiet-legs.lab.";
/// What the keys of changes begin with; an id follows.
pub const CHANGE: &str = "quiet-legs.change.";
/// What the keys of experiments begin with; an id follows.
pub const EXPERIMENT: &str = "quiet-legs.experiment.";
/// What the person wants of the appointment.
pub const WISHES: &str = "quiet-legs.wishes";
/// What the site knows about its own keeping.
pub const META: &str = "quiet-legs.meta";
/// What the keys of changes under way begin with; a stamp follows.
pub const JOURNAL: &str = "quiet-legs.journal.";
/// What the keys of copies made before a change of many things begin with; a stamp follows.
pub const SAFETY: &str = "quiet-legs.safety.";

/// Where an unreadable text is set aside: `quarantine("20261124T024100", CHECK)` is
/// `quiet-legs.quarantine.20261124T024100.check`.
pub fn quarantine(stamp: &str, key: &str) -> String {
    format!("{QUARANTINE}{stamp}.{}", key.strip_prefix(PREFIX).unwrap_or(key))
}
