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

/// A map of texts as a list in order of key; one with a doubled key is refused.
pub(super) mod once {
    use super::{Deserializer, Error, MapAccess, Visitor, fmt};
    use serde::Serializer;

    type List = Vec<(String, String)>;

    /// Writes the list as a map.
    pub fn serialize<S: Serializer>(list: &List, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(list.iter().map(|(key, value)| (key, value)))
    }

    /// Reads a map.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<List, D::Error> {
        from.deserialize_map(Once)
    }

    struct Once;

    impl<'de> Visitor<'de> for Once {
        type Value = List;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<List, A::Error> {
            let mut found = List::new();
            while let Some((key, value)) = map.next_entry::<String, String>()? {
                let Err(at) = found.binary_search_by(|(before, _)| before.cmp(&key)) else {
                    return Err(A::Error::custom("doubled"));
                };
                found.insert(at, (key, value));
            }
            Ok(found)
        }
    }
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
