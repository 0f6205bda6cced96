//! A blood test result as it is kept: the version that counts and the one before.
//!
//! [`ResultV1`] is frozen: a later shape is a new type, and this one is then read and carried over.

use super::envelope::{self, ReadError};
use super::night::{cut, fits};
use super::pair::{self, Frozen};
use super::versions::{Version, Versions};
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::diary::timeline::{Lab, Test};
use serde::{Deserialize, Serialize};

/// Version 1, as it lies on devices.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResultV1 {
    test: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    value: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    unit: String,
    day: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    created: String,
    edited: String,
}

impl Version for Lab {
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
pub fn encode(kept: &Versions<Lab>) -> String {
    pair::encode(kept)
}

/// Reads a kept text back.
pub fn decode(text: &str) -> Result<Versions<Lab>, ReadError> {
    pair::decode(text)
}

impl Frozen for Lab {
    type V1 = ResultV1;
    const KIND: &str = "lab";

    fn v1(&self) -> ResultV1 {
        ResultV1 {
            test: self.test.code().to_owned(),
            name: cut(&self.name),
            value: self.value.clone(),
            unit: cut(&self.unit),
            day: self.day.to_string(),
            note: cut(&self.note),
            created: self.created.to_string(),
            edited: self.edited.to_string(),
        }
    }

    fn of_v1(v1: ResultV1) -> Option<Self> {
        let fits = [&v1.name, &v1.value, &v1.unit, &v1.note].into_iter().all(|text| fits(text));
        (fits && Lab::is_value(&v1.value)).then_some(())?;
        Some(Self {
            test: Test::from_code(&v1.test)?,
            name: v1.name,
            value: v1.value,
            unit: v1.unit,
            day: Date::parse(&v1.day)?,
            note: v1.note,
            created: Stamp::parse(&v1.created)?,
            edited: Stamp::parse(&v1.edited)?,
        })
    }
}
