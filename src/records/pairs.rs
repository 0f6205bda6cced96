//! Maps whose text may say one key twice.
//!
//! JSON allows that, and a plain map silently keeps the last one. Here nothing is lost silently: a record with a doubled
//! key is refused, and of a copy every text under a doubled key is handed on, for the import to name it.

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// Texts or records under their keys, each key with everything that stands under it.
pub(super) type Every<T> = BTreeMap<String, Vec<T>>;

/// Reads a map and keeps everything in it.
pub(super) fn every<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Every<T>, D::Error> {
    from.deserialize_map(Pairs(PhantomData))
}

/// Reads a map of texts; one with a doubled key is refused.
pub(super) fn once<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, String>, D::Error> {
    let mut map = BTreeMap::new();
    for (key, values) in every::<D, String>(from)? {
        let mut values = values.into_iter();
        let (Some(value), None) = (values.next(), values.next()) else { return Err(D::Error::custom("doubled")) };
        map.insert(key, value);
    }
    Ok(map)
}

struct Pairs<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
    type Value = Every<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = Every::new();
        while let Some((key, value)) = map.next_entry::<String, T>()? {
            found.entry(key).or_default().push(value);
        }
        Ok(found)
    }
}
