//! What lies under a key, and how two texts of it meet.
//!
//! The one table of what is kept. Decides by the key alone; everything that writes goes through it with texts, so that
//! saving, importing and finishing a journal are written once and not for each kind.

use super::envelope::ReadError;
use super::versions::{Version, Versions};
use super::{
    CHANGE, CHECK, EXPERIMENT, LAB, META, NIGHT, SETTINGS, WISHES, change, check, experiment, lab, meta, night,
    settings, wishes,
};
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::diary::night::Night;

/// Longest id of a result, a change or an experiment.
const LONGEST_ID: usize = 40;

/// What lies under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One night.
    Night(Night),
    /// One blood test result.
    Lab,
    /// One change.
    Change,
    /// One experiment.
    Experiment,
    /// What the person wants of the appointment.
    Wishes,
    /// The check.
    Check,
    /// The settings.
    Settings,
    /// What the site knows about its own keeping.
    Meta,
}

/// The key of a night.
pub fn night_key(night: Night) -> String {
    format!("{NIGHT}{night}")
}

impl Kind {
    /// What lies under this key; `None` for a key that holds no record.
    pub fn of(key: &str) -> Option<Self> {
        if let Some(date) = key.strip_prefix(NIGHT) {
            return Date::parse(date).map(|date| Self::Night(Night(date)));
        }
        if let Some(id) = key.strip_prefix(LAB) {
            return is_id(id).then_some(Self::Lab);
        }
        if let Some(id) = key.strip_prefix(CHANGE) {
            return is_id(id).then_some(Self::Change);
        }
        if let Some(id) = key.strip_prefix(EXPERIMENT) {
            return is_id(id).then_some(Self::Experiment);
        }
        match key {
            WISHES => Some(Self::Wishes),
            CHECK => Some(Self::Check),
            SETTINGS => Some(Self::Settings),
            META => Some(Self::Meta),
            _ => None,
        }
    }

    /// Whether two versions of it can both be kept, one as the previous one.
    pub const fn keeps_both(self) -> bool {
        matches!(self, Self::Night(_) | Self::Lab | Self::Change | Self::Experiment | Self::Wishes)
    }

    /// Whether it belongs into a copy. What is known about this device's own keeping does not.
    pub const fn is_copied(self) -> bool {
        !matches!(self, Self::Meta)
    }

    /// The text as this version writes it.
    pub fn canonical(self, text: &str) -> Result<String, ReadError> {
        Ok(match self {
            Self::Night(night) => night::encode(night, &night::decode(night, text)?),
            Self::Lab => lab::encode(&lab::decode(text)?),
            Self::Change => change::encode(&change::decode(text)?),
            Self::Experiment => experiment::encode(&experiment::decode(text)?),
            Self::Wishes => wishes::encode(&wishes::decode(text)?),
            Self::Check => check::decode(text).map(|_| text.to_owned())?,
            Self::Settings => settings::decode(text).map(|_| text.to_owned())?,
            Self::Meta => meta::decode(text).map(|_| text.to_owned())?,
        })
    }

    /// Whether the versions that count are the same.
    pub fn same(self, one: &str, other: &str) -> Result<bool, ReadError> {
        Ok(match self {
            Self::Night(night) => night::decode(night, one)?.now == night::decode(night, other)?.now,
            Self::Lab => lab::decode(one)?.now == lab::decode(other)?.now,
            Self::Change => change::decode(one)?.now == change::decode(other)?.now,
            Self::Experiment => experiment::decode(one)?.now == experiment::decode(other)?.now,
            Self::Wishes => wishes::decode(one)?.now == wishes::decode(other)?.now,
            Self::Check => check::decode(one)? == check::decode(other)?,
            Self::Settings => settings::decode(one)? == settings::decode(other)?,
            Self::Meta => meta::decode(one)? == meta::decode(other)?,
        })
    }

    /// What lies there met by what is to be written. Of what keeps no second version, the new text counts.
    pub fn merge(self, there: &str, new: &str) -> Result<String, ReadError> {
        Ok(match self {
            Self::Night(night) => night::encode(night, &night::decode(night, there)?.merge(night::decode(night, new)?)),
            Self::Lab => lab::encode(&lab::decode(there)?.merge(lab::decode(new)?)),
            Self::Change => change::encode(&change::decode(there)?.merge(change::decode(new)?)),
            Self::Experiment => experiment::encode(&experiment::decode(there)?.merge(experiment::decode(new)?)),
            Self::Wishes => wishes::encode(&wishes::decode(there)?.merge(wishes::decode(new)?)),
            Self::Check | Self::Settings | Self::Meta => {
                self.canonical(there)?;
                self.canonical(new)?
            }
        })
    }

    /// `theirs` in front of `mine`, which becomes the previous version, whichever was edited later.
    pub fn prefer(self, mine: &str, theirs: &str, now: Stamp) -> Result<String, ReadError> {
        Ok(match self {
            Self::Night(night) => {
                night::encode(night, &front(night::decode(night, mine)?, night::decode(night, theirs)?, now))
            }
            Self::Lab => lab::encode(&front(lab::decode(mine)?, lab::decode(theirs)?, now)),
            Self::Change => change::encode(&front(change::decode(mine)?, change::decode(theirs)?, now)),
            Self::Experiment => experiment::encode(&front(experiment::decode(mine)?, experiment::decode(theirs)?, now)),
            Self::Wishes => wishes::encode(&front(wishes::decode(mine)?, wishes::decode(theirs)?, now)),
            Self::Check | Self::Settings | Self::Meta => self.canonical(theirs)?,
        })
    }
}

fn front<T: Version>(mine: Versions<T>, theirs: Versions<T>, now: Stamp) -> Versions<T> {
    if theirs.now.edited() > mine.now.edited() || theirs.now == mine.now {
        return mine.merge(theirs);
    }
    mine.edit(theirs.now, now)
}

fn is_id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
