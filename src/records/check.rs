//! The check as it is kept: answers word for word, the page in front, and whether the result was seen.
//!
//! [`CheckV1`] is frozen: a later shape is a new type, and this one is then read and carried over.
//! Half-typed text is kept like any other; what it means is decided elsewhere.

use super::envelope::{self, ReadError};
use super::pairs;
use crate::clinical::answers::{Answers, LONGEST, ListedMedicine};
use serde::{Deserialize, Serialize};

const KIND: &str = "check";
const VERSION: u32 = 1;

/// Version 1, as it lies on devices.
#[derive(Serialize, Deserialize)]
struct CheckV1 {
    page: String,
    #[serde(with = "pairs::once")]
    answers: Vec<(String, String)>,
    medicines: Vec<ListedV1>,
    done: bool,
}

#[derive(Serialize, Deserialize)]
struct ListedV1 {
    typed: String,
    ids: Vec<String>,
    timing: String,
}

/// A check, read back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Id of the page in front, or empty.
    pub page: String,
    /// The answers.
    pub answers: Answers,
    /// Whether the result was opened.
    pub done: bool,
    /// Local time of the last change, `2026-11-24T02:41`.
    pub saved: String,
}

/// The text to keep. A typed answer longer than [`LONGEST`] is cut there: the screens say so beside the field.
pub fn encode(kept: &Kept) -> String {
    let cut = |text: &str| text.chars().take(LONGEST).collect::<String>();
    let listed = |m: &ListedMedicine| ListedV1 { typed: cut(&m.typed), ids: m.ids.clone(), timing: m.timing.clone() };
    let answers = kept.answers.all().map(|(key, value)| (key.to_owned(), cut(value))).collect();
    let data = CheckV1 {
        page: kept.page.clone(),
        answers,
        medicines: kept.answers.medicines.iter().map(listed).collect(),
        done: kept.done,
    };
    envelope::seal(KIND, VERSION, &kept.saved, &data)
}

/// Reads a kept text back.
pub fn decode(text: &str) -> Result<Kept, ReadError> {
    let (data, saved) = envelope::open::<CheckV1>(KIND, VERSION, text)?;
    let texts = data.answers.iter().map(|(_, value)| value).chain(data.medicines.iter().map(|m| &m.typed));
    if texts.into_iter().any(|text| text.chars().nth(LONGEST).is_some()) {
        return Err(ReadError::Unreadable);
    }
    let mut answers: Answers = data.answers.into_iter().collect();
    let listed = |m: ListedV1| ListedMedicine { typed: m.typed, ids: m.ids, timing: m.timing };
    answers.medicines = data.medicines.into_iter().map(listed).collect();
    Ok(Kept { page: data.page, answers, done: data.done, saved })
}
