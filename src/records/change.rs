//! A change as it is kept: the version that counts and the one before.
//!
//! [`ChangeV1`] is frozen: a later shape is a new type, and this one is then read and carried over.

use super::envelope::{self, ReadError};
use super::night::{cut, fits};
use super::versions::{Version, Versions};
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::diary::timeline::{Change, What};
use serde::{Deserialize, Serialize};

const KIND: &str = "change";
const VERSION: u32 = 1;

/// Version 1, as it lies on devices.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeV1 {
    now: HappenedV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<HappenedV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HappenedV1 {
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
        envelope::write(&happened_v1(self))
    }
}

/// The text to keep.
pub fn encode(kept: &Versions<Change>) -> String {
    let data = ChangeV1 { now: happened_v1(&kept.now), before: kept.before.as_ref().map(happened_v1) };
    envelope::seal(KIND, VERSION, &kept.now.edited.to_string(), &data)
}

/// Reads a kept text back.
pub fn decode(text: &str) -> Result<Versions<Change>, ReadError> {
    let (data, _) = envelope::open::<ChangeV1>(KIND, VERSION, text)?;
    let now = happened(data.now).ok_or(ReadError::Unreadable)?;
    let Some(before) = data.before else { return Ok(Versions::first(now)) };
    let before = happened(before).ok_or(ReadError::Unreadable)?;
    Ok(Versions::first(now).merge(Versions::first(before)))
}

fn happened_v1(change: &Change) -> HappenedV1 {
    HappenedV1 {
        what: change.what.code().to_owned(),
        name: cut(&change.name),
        day: change.day.to_string(),
        note: cut(&change.note),
        created: change.created.to_string(),
        edited: change.edited.to_string(),
    }
}

fn happened(v1: HappenedV1) -> Option<Change> {
    (fits(&v1.name) && fits(&v1.note)).then_some(())?;
    Some(Change {
        what: What::from_code(&v1.what)?,
        name: v1.name,
        day: Date::parse(&v1.day)?,
        note: v1.note,
        created: Stamp::parse(&v1.created)?,
        edited: Stamp::parse(&v1.edited)?,
    })
}
