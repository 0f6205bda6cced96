//! A copy locked with a passphrase: what lies in the file. The locking itself is the browser's (`browser::crypto`).
//!
//! Says in the open how the key is made and nothing else: no name, no count, and no day but that of saving. Decides
//! which files are worth trying: one with an unknown method, or with so many rounds that the device would hang, is
//! refused before anything is computed. All that stands outside is bound to what is locked, so that nobody can change
//! it unnoticed. Why so, and what the rounds rest on: docs/decisions/0009-locked-copies.md.

use super::base64;
use super::envelope::{self, ReadError};
use serde::{Deserialize, Serialize};

const KIND: &str = "locked copy";
const VERSION: u32 = 1;
const KDF: &str = "PBKDF2-SHA-256";
const CIPHER: &str = "AES-GCM-256";

/// Rounds of PBKDF2 for a new file.
pub const ROUNDS: u32 = 600_000;
/// Fewer rounds than any release of ours ever took.
const FEWEST: u32 = 600_000;
/// More would hang a telephone for minutes.
const MOST: u32 = 10_000_000;
/// Bytes of the salt.
pub const SALT: usize = 16;
/// Bytes of the initialisation vector.
pub const IV: usize = 12;
/// Bytes that the cipher adds: without them nothing can be unlocked.
const TAG: usize = 16;
/// Largest file looked at, in bytes: four letters for three bytes of the largest copy.
const LARGEST: usize = (64 << 20) / 3 * 4 + 1024;

/// Why a file cannot be unlocked. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockedError {
    /// Larger than any copy.
    TooLarge,
    /// Not a locked copy from this site.
    NotLocked,
    /// A locked copy that is damaged.
    Damaged,
    /// Made by a newer release, or in a way this one does not know.
    Newer,
    /// Asks for so many rounds, or so few, that it is none of ours.
    Rounds,
}

/// What stands in the open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Local time of the device.
    pub saved: String,
    /// Rounds of PBKDF2.
    pub rounds: u32,
    /// Salt of the key. New for every file.
    pub salt: [u8; SALT],
    /// Initialisation vector. New for every file.
    pub iv: [u8; IV],
}

impl Header {
    /// What the cipher binds to the text (its associated data): everything in the open, in one order.
    pub fn bound(&self) -> String {
        let (salt, iv) = (base64::write(&self.salt), base64::write(&self.iv));
        format!("quiet-legs\n{KIND}\n{VERSION}\n{KDF}\n{}\n{salt}\n{CIPHER}\n{iv}\n{}", self.rounds, self.saved)
    }
}

/// Version 1, as it lies in files.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LockedV1 {
    kdf: String,
    rounds: u64,
    salt: String,
    cipher: String,
    iv: String,
    text: String,
}

/// The file of a locked text.
pub fn seal(header: &Header, locked: &[u8]) -> String {
    let data = LockedV1 {
        kdf: KDF.to_owned(),
        rounds: header.rounds.into(),
        salt: base64::write(&header.salt),
        cipher: CIPHER.to_owned(),
        iv: base64::write(&header.iv),
        text: base64::write(locked),
    };
    envelope::seal(KIND, VERSION, &header.saved, &data)
}

/// Reads a file: what stands in the open, and the locked bytes.
pub fn open(text: &str) -> Result<(Header, Vec<u8>), LockedError> {
    if text.len() > LARGEST {
        return Err(LockedError::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    let (data, saved) = envelope::open::<LockedV1>(KIND, VERSION, text).map_err(|error| match error {
        ReadError::Newer => LockedError::Newer,
        ReadError::Unreadable if is_locked(text) => LockedError::Damaged,
        ReadError::Unreadable => LockedError::NotLocked,
    })?;
    if data.kdf != KDF || data.cipher != CIPHER {
        return Err(LockedError::Newer);
    }
    let rounds = u32::try_from(data.rounds).ok().filter(|rounds| (FEWEST..=MOST).contains(rounds));
    let rounds = rounds.ok_or(LockedError::Rounds)?;
    let bytes = |text: &str| base64::read(text).ok_or(LockedError::Damaged);
    let salt = bytes(&data.salt)?.try_into().map_err(|_| LockedError::Damaged)?;
    let iv = bytes(&data.iv)?.try_into().map_err(|_| LockedError::Damaged)?;
    let locked = bytes(&data.text)?;
    if locked.len() <= TAG {
        return Err(LockedError::Damaged);
    }
    Ok((Header { saved, rounds, salt, iv }, locked))
}

/// Whether a text is a locked copy of ours, of whatever version and in whatever state inside.
pub fn is_locked(text: &str) -> bool {
    envelope::is_of(KIND, text)
}
