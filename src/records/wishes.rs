//! What the person wants of the appointment, as it is kept: own questions, suggested ones left out, tests asked for.
//!
//! One key for one person; the version that counts and the one before. Decides how long it may be and what is no
//! wishes at all. Refuses to know which questions and tests there are: ids are kept as they are, so that a tick comes
//! back with its test. [`WishesV1`] is frozen: a later shape is a new type, and this one is then read and carried over.

use super::envelope::{self, ReadError};
use super::pair::{self, Frozen};
use super::versions::{Version, Versions};
use crate::diary::clock::Stamp;
use serde::{Deserialize, Serialize};

/// Characters of the person's own questions that are kept.
pub const LONGEST_QUESTIONS: usize = 2_000;
/// Ids in one list.
const MOST_IDS: usize = 300;
/// Bytes of an id.
const LONGEST_ID: usize = 80;

/// What the person wants of the appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// Their own questions, one a line.
    pub questions: String,
    /// Ids of suggested questions that were unticked.
    pub left_out: Vec<String>,
    /// Ids of tests ticked off as asked for.
    pub ticked: Vec<String>,
    /// Whether the copy for a doctor was shown last, and not the plain one.
    pub clinician: bool,
    /// When it was last changed.
    pub edited: Stamp,
}

impl Wishes {
    /// None yet.
    pub const NONE: Self = Self {
        questions: String::new(),
        left_out: Vec::new(),
        ticked: Vec::new(),
        clinician: false,
        edited: Stamp::from_seconds(0),
    };
}

/// Puts an id into a list, or takes it out.
pub fn mark(list: &mut Vec<String>, id: &str, on: bool) {
    list.retain(|other| other != id);
    if on {
        list.push(id.to_owned());
    }
}

/// Version 1, as it lies on devices.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WishesV1 {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    questions: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    ticked: Vec<String>,
    clinician: bool,
    edited: String,
}

impl Version for Wishes {
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

/// The text to keep. What is longer than we keep is cut there: the screens say so beside the field.
pub fn encode(kept: &Versions<Wishes>) -> String {
    pair::encode(kept)
}

/// Reads a kept text back.
pub fn decode(text: &str) -> Result<Versions<Wishes>, ReadError> {
    pair::decode(text)
}

impl Frozen for Wishes {
    type V1 = WishesV1;
    const KIND: &str = "wishes";

    fn v1(&self) -> WishesV1 {
        let ids = |list: &[String]| list.iter().filter(|id| is_id(id)).take(MOST_IDS).cloned().collect();
        WishesV1 {
            questions: self.questions.chars().take(LONGEST_QUESTIONS).collect(),
            left_out: ids(&self.left_out),
            ticked: ids(&self.ticked),
            clinician: self.clinician,
            edited: self.edited.to_string(),
        }
    }

    fn of_v1(v1: WishesV1) -> Option<Self> {
        let lists = [&v1.left_out, &v1.ticked];
        let fits = v1.questions.chars().nth(LONGEST_QUESTIONS).is_none()
            && lists.iter().all(|list| list.len() <= MOST_IDS && list.iter().all(|id| is_id(id)));
        fits.then_some(())?;
        Some(Self {
            questions: v1.questions,
            left_out: v1.left_out,
            ticked: v1.ticked,
            clinician: v1.clinician,
            edited: Stamp::parse(&v1.edited)?,
        })
    }
}

fn is_id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len())
}
