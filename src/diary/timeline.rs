//! What stands beside the nights: blood test results, and changes in somebody's life.
//!
//! Decides what may stand in either. A value stays as it was typed, with its unit; what it means for iron is decided in
//! `clinical::iron`. Says nothing about causes. Facts: evidence 8.1, 9.2.

pub mod listed;
mod says;

use super::clock::Stamp;
use super::coded;
use crate::date::Date;
use crate::decimal;

coded! {
    /// A blood test.
    Test {
        /// Ferritin.
        Ferritin = "ferritin",
        /// Transferrin saturation.
        Tsat = "tsat",
        /// Haemoglobin.
        Haemoglobin = "haemoglobin",
        /// C-reactive protein.
        Crp = "crp",
        /// Another one, named by the person.
        Other = "other",
    }
}

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lab {
    /// Which test.
    pub test: Test,
    /// What the person calls it, or empty.
    pub name: String,
    /// Digits as typed, with a point: `49.9`, `<10`.
    pub value: String,
    /// Its unit, as chosen.
    pub unit: String,
    /// The day of the blood test.
    pub day: Date,
    /// In the person's own words.
    pub note: String,
    /// When it was first written.
    pub created: Stamp,
    /// When it was last changed.
    pub edited: Stamp,
}

impl Lab {
    /// Whether this can be a value: digits, after the `<` or `>` of a laboratory that could not measure further.
    pub fn is_value(text: &str) -> bool {
        decimal::parse(text.strip_prefix(['<', '>']).unwrap_or(text)).is_some()
    }
}

coded! {
    /// What changed.
    What {
        /// Iron by mouth.
        IronTablets = "iron_tablets",
        /// Iron into a vein.
        IronInfusion = "iron_infusion",
        /// Began taking something.
        Started = "started",
        /// No longer takes something.
        Stopped = "stopped",
        /// The doctor changed a dose.
        Dose = "dose",
        /// CPAP or another treatment of sleep apnoea.
        Cpap = "cpap",
        /// Pregnancy, or its end.
        Pregnancy = "pregnancy",
        /// Something else.
        Other = "other",
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind.
    pub what: What,
    /// What it is called: a medicine, a habit.
    pub name: String,
    /// The day it happened.
    pub day: Date,
    /// In the person's own words.
    pub note: String,
    /// When it was first written.
    pub created: Stamp,
    /// When it was last changed.
    pub edited: Stamp,
}
