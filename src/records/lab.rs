//! A blood test result as it is kept: the version that counts and the one before.
//!
//! [`LabV1`] is frozen: a later shape is a new type, and this one is then read and carried over.

use super::envelope::{self, ReadError};
use super::night::{cut, fits};
use super::versions::{Version, Versions};
use crate::date::Date;
use crate::decimal;
use crate::diary::clock::Stamp;
use crate::diary::timeline::{Lab, Test};
use serde::{Deserialize, Serialize};

const KIND: &str = "lab";
const VERSION: u32 = 1;

/// Version 1, as it lies on devices.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LabV1 {
    now: ResultV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<ResultV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ResultV1 {
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
        envelope::write(&result_v1(self))
    }
}

/// The text to keep.
pub fn encode(kept: &Versions<Lab>) -> String {
    let data = LabV1 { now: result_v1(&kept.now), before: kept.before.as_ref().map(result_v1) };
    envelope::seal(KIND, VERSION, &kept.now.edited.to_string(), &data)
}

/// Reads a kept text back.
pub fn decode(text: &str) -> Result<Versions<Lab>, ReadError> {
    let (data, _) = envelope::open::<LabV1>(KIND, VERSION, text)?;
    let now = result(data.now).ok_or(ReadError::Unreadable)?;
    let Some(before) = data.before else { return Ok(Versions::first(now)) };
    let before = result(before).ok_or(ReadError::Unreadable)?;
    Ok(Versions::first(now).merge(Versions::first(before)))
}

fn result_v1(lab: &Lab) -> ResultV1 {
    ResultV1 {
        test: lab.test.code().to_owned(),
        name: cut(&lab.name),
        value: lab.value.clone(),
        unit: cut(&lab.unit),
        day: lab.day.to_string(),
        note: cut(&lab.note),
        created: lab.created.to_string(),
        edited: lab.edited.to_string(),
    }
}

fn result(v1: ResultV1) -> Option<Lab> {
    let fits = [&v1.name, &v1.value, &v1.unit, &v1.note].into_iter().all(|text| fits(text));
    fits.then_some(())?;
    decimal::parse(&v1.value)?;
    Some(Lab {
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
