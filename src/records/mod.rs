//! What is kept on the device, and how it is read back.
//!
//! Each thing has one key and lies in one versioned [`envelope`]. Decides what a kept text means and where one that
//! cannot be read is set aside ([`quarantine`]): it is never written over. Knows no storage: `browser::storage`
//! reads and writes the texts.

pub mod check;
pub mod envelope;
pub mod settings;

/// What every key of this site begins with.
pub const PREFIX: &str = "quiet-legs.";
/// The check in progress, or the last finished one.
pub const CHECK: &str = "quiet-legs.check";
/// Theme, and whether to keep answers.
pub const SETTINGS: &str = "quiet-legs.settings";
/// Written and removed again to see whether there is room.
pub const PROBE: &str = "quiet-legs.probe";
/// What the keys of texts set aside begin with.
pub const QUARANTINE: &str = "quiet-legs.quarantine.";

/// Where an unreadable text is set aside: `quarantine("20261124T024100", CHECK)` is
/// `quiet-legs.quarantine.20261124T024100.check`.
pub fn quarantine(stamp: &str, key: &str) -> String {
    format!("{QUARANTINE}{stamp}.{}", key.strip_prefix(PREFIX).unwrap_or(key))
}
