//! The version that counts and the one before it.
//!
//! Two tabs, or a device and a file, can hold different versions of one thing. Decides which one counts (the later
//! edit) and keeps the other. The order in which versions meet makes no difference, and neither does meeting twice: a
//! record holds the two latest of all versions that ever met. Knows nothing of what is in them.

use crate::diary::clock::Stamp;

/// Something that is kept with its previous version.
pub trait Version: Clone + PartialEq {
    /// When it was last changed.
    fn edited(&self) -> Stamp;
    /// The same, changed at another time.
    fn edited_at(self, stamp: Stamp) -> Self;
    /// The text kept of it. Different versions have different texts.
    fn text(&self) -> String;
}

/// A thing and its previous version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions<T> {
    /// The version that counts.
    pub now: T,
    /// The one before it. Never the later one.
    pub before: Option<T>,
}

impl<T: Version> Versions<T> {
    /// A first version.
    pub const fn first(now: T) -> Self {
        Self { now, before: None }
    }

    /// The two latest of all versions in both.
    pub fn merge(self, other: Self) -> Self {
        let mut merged = Self::first(self.now);
        for version in [self.before, Some(other.now), other.before].into_iter().flatten() {
            merged.meet(version);
        }
        merged
    }

    /// A new version, made now out of this one, which becomes the previous version.
    pub fn edit(self, new: T, now: Stamp) -> Self {
        let stamp = Stamp::edit(now, self.now.edited());
        Self { now: new.edited_at(stamp), before: Some(self.now) }
    }

    fn meet(&mut self, version: T) {
        if later(&version, &self.now) {
            self.before = Some(std::mem::replace(&mut self.now, version));
        } else if version != self.now && self.before.as_ref().is_none_or(|before| later(&version, before)) {
            self.before = Some(version);
        }
    }
}

/// Of two edits in the same second, the text decides, so that all devices decide alike.
fn later<T: Version>(one: &T, other: &T) -> bool {
    match one.edited().cmp(&other.edited()) {
        std::cmp::Ordering::Equal => one.text() > other.text(),
        order => order.is_gt(),
    }
}
