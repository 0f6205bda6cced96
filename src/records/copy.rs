//! A copy of everything, as one file.
//!
//! The same envelope and the same records as on the device, one under each key, so that a copy is read by the same
//! code. Decides what goes in: every record but what this device knows about its own keeping, also those of a newer
//! release. Refuses to know files and what a person wants with a copy: [`super::import`] reads it back.

use super::PREFIX;
use super::envelope::{self, ReadError};
use super::kind::Kind;
use super::pairs::{self, Every};
use super::store::{Store, StoreError};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

const KIND: &str = "copy";
const VERSION: u32 = 1;

/// Version 1, as it lies in files.
#[derive(Serialize)]
struct CopyV1 {
    records: BTreeMap<String, Box<RawValue>>,
}

/// Version 1, as it is read: somebody may have joined two files by hand.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadV1 {
    #[serde(deserialize_with = "pairs::every")]
    records: Every<Box<RawValue>>,
}

/// A copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// What goes into the file.
    pub text: String,
    /// Keys of broken texts, which cannot be in it. They are offered on their own.
    pub left_out: Vec<String>,
}

/// Copies everything in the store.
pub fn export(store: &dyn Store, saved: &str) -> Result<Copy, StoreError> {
    let mut records = BTreeMap::new();
    let mut left_out = Vec::new();
    for key in store.keys()? {
        if !Kind::of(&key).is_some_and(Kind::is_copied) {
            continue;
        }
        let Some(text) = store.read(&key)? else { continue };
        match RawValue::from_string(text) {
            Ok(text) => drop(records.insert(short(&key).to_owned(), text)),
            Err(_) => left_out.push(key),
        }
    }
    Ok(Copy { text: envelope::seal(KIND, VERSION, saved, &CopyV1 { records }), left_out })
}

/// Reads a copy: keys without [`PREFIX`], with their texts, not yet looked at. More than one text where the file says a
/// key twice.
pub(super) fn open(text: &str) -> Result<Every<Box<RawValue>>, ReadError> {
    envelope::open::<ReadV1>(KIND, VERSION, text).map(|(data, _)| data.records)
}

fn short(key: &str) -> &str {
    key.strip_prefix(PREFIX).unwrap_or(key)
}
