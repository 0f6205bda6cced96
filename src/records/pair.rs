//! A record that is nothing but a thing and its previous version: results, changes and experiments.
//!
//! Decides how the two lie in their envelope. [`PairV1`] is frozen like what is in it: a later shape is a new type, and
//! this one is then read and carried over. A field this version does not know makes the text unreadable, so that
//! nothing in it is lost by writing it anew.

use super::envelope::{self, ReadError};
use super::versions::{Version, Versions};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const VERSION: u32 = 1;

/// Version 1, as it lies on devices.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PairV1<T> {
    now: T,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    before: Option<T>,
}

const fn none<T>() -> Option<T> {
    None
}

/// A thing with a frozen shape.
pub(super) trait Frozen: Version {
    /// The shape of version 1.
    type V1: Serialize + DeserializeOwned;
    /// The kind in the envelope.
    const KIND: &str;

    /// As version 1 writes it.
    fn v1(&self) -> Self::V1;

    /// Reads it back; `None` when it is no such thing.
    fn of_v1(v1: Self::V1) -> Option<Self>;
}

/// The text to keep.
pub(super) fn encode<T: Frozen>(kept: &Versions<T>) -> String {
    let data = PairV1 { now: kept.now.v1(), before: kept.before.as_ref().map(T::v1) };
    envelope::seal(T::KIND, VERSION, &kept.now.edited().to_string(), &data)
}

/// Reads a kept text back.
pub(super) fn decode<T: Frozen>(text: &str) -> Result<Versions<T>, ReadError> {
    let (data, _) = envelope::open::<PairV1<T::V1>>(T::KIND, VERSION, text)?;
    let now = T::of_v1(data.now).ok_or(ReadError::Unreadable)?;
    let Some(before) = data.before else { return Ok(Versions::first(now)) };
    let before = T::of_v1(before).ok_or(ReadError::Unreadable)?;
    Ok(Versions::first(now).merge(Versions::first(before)))
}
