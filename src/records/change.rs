//! A change as it is kept: the version that counts and the one before.
//!
//! [`HappenedV1`] is frozen: a later shape is a new type, and this one is then read and carried over.

use super::envelope::{self, ReadError};
use super::night::{cut, fits};
use super::pair::{self, Frozen};
use super::versions::{Version, Versions};
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::diary::timeline::{Change, What};
use serde::{Deserialize, Serialize};

/// Version 1, as it lies on devices.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HappenedV1 {
    what: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    day: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    created: String,
    edited: String,
}

impl Version for Change {
    fn edited(&self) -> Stamp {
        self.edited
    }

    fn edited_at(self, stamp: Stamp) -> Self {
        Self { edited: stamp, ..self }
    }

    fn text(&self) -> String {
        envelope::write(&self.v1())
    }
}

/// The text to keep.
pub fn encode(kept: &Versions<Change>) -> String {
    pair::encode(kept)
}

/// Reads a kept text back.
pub fn decode(text: &str) -> Result<Versions<Change>, ReadError> {
    pair::decode(text)
}

impl Frozen for Change {
    type V1 = HappenedV1;
    const KIND: &str = "change";

    fn v1(&self) -> HappenedV1 {
        HappenedV1 {
            what: self.what.code().to_owned(),
            name: cut(&self.name),
            day: self.day.to_string(),
            note: cut(&self.note),
            created: self.created.to_string(),
            edited: self.edited.to_string(),
        }
    }

    fn of_v1(v1: HappenedV1) -> Option<Self> {
        (fits(&v1.name) && fits(&v1.note)).then_some(())?;
        Some(Self {
            what: What::from_code(&v1.what)?,
            name: v1.name,
            day: Date::parse(&v1.day)?,
            note: v1.note,
            created: Stamp::parse(&v1.created)?,
            edited: Stamp::parse(&v1.edited)?,
        })
    }
}
