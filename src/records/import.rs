//! Bringing a copy in: what is in the file, what would change, and the steps that change it.
//!
//! Looking never writes. Decides for each record whether it is new, the same or differs, and what becomes of those that
//! differ; no choice loses a version of a night. What cannot be read is named and left out. [`super::journal::run`]
//! takes the steps, and takes them back.

use super::envelope::ReadError;
use super::journal::Step;
use super::kind::Kind;
use super::locked;
use super::store::{Store, StoreError};
use super::{PREFIX, copy};
use crate::diary::clock::Stamp;

/// Largest file looked at, in bytes: ten years with a long note every night, several times over.
const LARGEST: usize = 64 << 20;
/// In every file of ours.
const MARK: &str = "\"quiet-legs\"";

/// Why a file was not taken. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Larger than any copy.
    TooLarge,
    /// Not a copy from this site.
    NotACopy,
    /// A copy from this site that is damaged.
    Damaged,
    /// Made by a newer release.
    Newer,
    /// Locked with a passphrase: [`super::locked`].
    Locked,
    /// A copy with nothing in it that can be read.
    Empty,
    /// The store could not be read.
    Store(StoreError),
}

/// Why one record is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// No key of ours.
    UnknownKey,
    /// The file's text is no such record.
    Unreadable,
    /// The file's record is of a newer release.
    Newer,
    /// The file has more than one text for this key, and they differ.
    Twice,
    /// What lies on the device is broken, and has to be set aside first.
    MineUnreadable,
    /// What lies on the device is of a newer release.
    MineNewer,
}

/// One record of the file beside that on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The key.
    pub key: String,
    /// On the device.
    pub mine: Option<String>,
    /// In the file.
    pub theirs: String,
}

/// What is in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Not yet on the device.
    pub new: Vec<Item>,
    /// How many are the same.
    pub same: usize,
    /// Those of the same whose version before is another one. They are counted among the same.
    pub earlier: Vec<Item>,
    /// Those that differ.
    pub differing: Vec<Item>,
    /// Those left out, and why.
    pub left: Vec<(String, Left)>,
}

/// What to do with records that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Those on the device stay.
    Mine,
    /// Those of the file come in front; of nights, results and changes, those on the device become the version before.
    Theirs,
    /// The later edit counts, and the other becomes the version before. What has no version before stays.
    Both,
}

/// Looks at a file.
pub fn preview(store: &dyn Store, text: &str) -> Result<Preview, Refused> {
    if text.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    // Windows editors put a mark before the text.
    let text = text.trim_start_matches('\u{feff}');
    let records = copy::open(text).map_err(|error| match error {
        _ if locked::is_locked(text) => Refused::Locked,
        ReadError::Newer => Refused::Newer,
        ReadError::Unreadable if text.contains(MARK) => Refused::Damaged,
        ReadError::Unreadable => Refused::NotACopy,
    })?;
    let mut preview = Preview::default();
    for (key, texts) in records {
        let key = format!("{PREFIX}{key}");
        match texts.split_first() {
            Some((theirs, others)) if others.iter().all(|other| other.get() == theirs.get()) => {
                preview.look_at(store, key, theirs.get()).map_err(Refused::Store)?;
            }
            _ => preview.left.push((key, Left::Twice)),
        }
    }
    let readable = preview.same + preview.new.len() + preview.differing.len();
    let mine = |(_, left): &(String, Left)| matches!(left, Left::MineNewer | Left::MineUnreadable);
    if readable == 0 && !preview.left.iter().any(mine) { Err(Refused::Empty) } else { Ok(preview) }
}

impl Preview {
    fn look_at(&mut self, store: &dyn Store, key: String, theirs: &str) -> Result<(), StoreError> {
        let Some(kind) = Kind::of(&key).filter(|kind| kind.is_copied()) else {
            self.left.push((key, Left::UnknownKey));
            return Ok(());
        };
        let theirs = match kind.canonical(theirs) {
            Ok(text) => text,
            Err(ReadError::Newer) => return self.leave(key, Left::Newer),
            Err(ReadError::Unreadable) => return self.leave(key, Left::Unreadable),
        };
        let Some(mine) = store.read(&key)? else {
            self.new.push(Item { key, mine: None, theirs });
            return Ok(());
        };
        match kind.same(&mine, &theirs) {
            Ok(true) => {
                self.same += 1;
                if kind.keeps_both() && kind.merge(&mine, &theirs) != kind.canonical(&mine) {
                    self.earlier.push(Item { key, mine: Some(mine), theirs });
                }
            }
            Ok(false) => self.differing.push(Item { key, mine: Some(mine), theirs }),
            Err(ReadError::Newer) => return self.leave(key, Left::MineNewer),
            Err(ReadError::Unreadable) => return self.leave(key, Left::MineUnreadable),
        }
        Ok(())
    }

    fn leave(&mut self, key: String, why: Left) -> Result<(), StoreError> {
        self.left.push((key, why));
        Ok(())
    }

    /// The steps that bring the file in.
    pub fn steps(&self, choice: Choice, now: Stamp) -> Vec<Step> {
        let step = |item: &Item| {
            let to = match &item.mine {
                None => item.theirs.clone(),
                Some(mine) => chosen(&item.key, mine, &item.theirs, choice, now)?,
            };
            (Some(&to) != item.mine.as_ref()).then(|| Step {
                key: item.key.clone(),
                from: item.mine.clone(),
                to: Some(to),
            })
        };
        self.new.iter().chain(&self.differing).chain(&self.earlier).filter_map(step).collect()
    }
}

fn chosen(key: &str, mine: &str, theirs: &str, choice: Choice, now: Stamp) -> Option<String> {
    let kind = Kind::of(key)?;
    match choice {
        Choice::Theirs => kind.prefer(mine, theirs, now).ok(),
        Choice::Both if kind.keeps_both() => kind.merge(mine, theirs).ok(),
        Choice::Both | Choice::Mine => None,
    }
}
