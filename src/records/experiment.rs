//! An experiment as it is kept: the version that counts and the one before.
//!
//! [`PlanV1`] is frozen: a later shape is a new type, and this one is then read and carried over. A plan whose blocks
//! could not have been drawn like that is unreadable: it is set aside, and nothing is worked out from it.

use super::envelope::{self, ReadError};
use super::night::{cut, fits};
use super::pair::{self, Frozen};
use super::versions::{Version, Versions};
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::diary::experiment::{Arm, Design, Experiment, Tried, Wish};
use crate::diary::night::Night;
use serde::{Deserialize, Serialize};

/// Version 1, as it lies on devices.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanV1 {
    tried: String,
    design: String,
    nights: u8,
    drop_first: bool,
    first: String,
    blocks: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    ended: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    created: String,
    edited: String,
}

impl Version for Experiment {
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
pub fn encode(kept: &Versions<Experiment>) -> String {
    pair::encode(kept)
}

/// Reads a kept text back.
pub fn decode(text: &str) -> Result<Versions<Experiment>, ReadError> {
    pair::decode(text)
}

impl Frozen for Experiment {
    type V1 = PlanV1;
    const KIND: &str = "experiment";

    fn v1(&self) -> PlanV1 {
        PlanV1 {
            tried: self.wish.tried.code().to_owned(),
            design: self.wish.design.code().to_owned(),
            nights: self.wish.nights,
            drop_first: self.wish.drop_first,
            first: self.wish.first.to_string(),
            blocks: self.blocks.iter().map(|arm| arm.code().to_owned()).collect(),
            ended: self.ended.map(|day| day.to_string()).unwrap_or_default(),
            note: cut(&self.note),
            created: self.created.to_string(),
            edited: self.edited.to_string(),
        }
    }

    fn of_v1(v1: PlanV1) -> Option<Self> {
        fits(&v1.note).then_some(())?;
        let wish = Wish {
            tried: Tried::from_code(&v1.tried)?,
            design: Design::from_code(&v1.design)?,
            nights: v1.nights,
            drop_first: v1.drop_first,
            first: Night(Date::parse(&v1.first)?),
        };
        let plan = Self {
            wish,
            blocks: v1.blocks.iter().map(|code| Arm::from_code(code)).collect::<Option<_>>()?,
            ended: if v1.ended.is_empty() { None } else { Some(Date::parse(&v1.ended)?) },
            note: v1.note,
            created: Stamp::parse(&v1.created)?,
            edited: Stamp::parse(&v1.edited)?,
        };
        plan.is_sound().then_some(plan)
    }
}
