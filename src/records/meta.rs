//! What the site knows about its own keeping: the last copy, and what the browser answered.
//!
//! Holds no list and nothing about health, so that two tabs that write it lose nothing that matters. `device` is a
//! random name that never leaves in a copy.

use super::envelope::{self, ReadError};
use crate::date::Date;
use serde::{Deserialize, Serialize};

const KIND: &str = "meta";
const VERSION: u32 = 1;

/// What is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// A random name of this device.
    pub device: String,
    /// The day of the last copy saved to a file.
    pub last_copy: Option<Date>,
    /// The day the reminder to save a copy was put off.
    pub put_off: Option<Date>,
    /// What the browser answered when asked to keep the data.
    pub persisted: Option<bool>,
}

#[derive(Serialize, Deserialize)]
struct MetaV1 {
    device: String,
    last_copy: Option<String>,
    put_off: Option<String>,
    persisted: Option<bool>,
}

/// The text to keep. `saved` is the local time of the device.
pub fn encode(meta: &Meta, saved: &str) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let data = MetaV1 {
        device: meta.device.clone(),
        last_copy: day(meta.last_copy),
        put_off: day(meta.put_off),
        persisted: meta.persisted,
    };
    envelope::seal(KIND, VERSION, saved, &data)
}

/// Reads a kept text back. A day that is none was not told.
pub fn decode(text: &str) -> Result<Meta, ReadError> {
    let (data, _) = envelope::open::<MetaV1>(KIND, VERSION, text)?;
    let day = |day: Option<String>| day.as_deref().and_then(Date::parse);
    Ok(Meta {
        device: data.device,
        last_copy: day(data.last_copy),
        put_off: day(data.put_off),
        persisted: data.persisted,
    })
}
