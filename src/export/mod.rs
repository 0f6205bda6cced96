//! From a report, or from nights, to what can be carried away.
//!
//! Part of the core: reads reports, nights and words, and knows no screen, no clock and no storage.

pub mod asked;
pub mod calendar;
pub mod clean;
pub mod csv;
pub mod fhir;
pub mod json;
pub mod learn;
pub mod names;
pub mod page;
pub mod plan;
pub mod printed;
pub mod qr;
pub mod summary;
pub mod text;

use crate::clinical::answers::Answers;
use crate::clinical::report::Report;
use crate::date::Date;
use crate::diary::summary::Summary;
use crate::diary::timeline::Lab;

/// What somebody told, and what follows from it: all that an export may read.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Every answer of the check, word for word. Those that are no longer asked are left out by each export.
    pub answers: &'a Answers,
    /// What follows from them.
    pub report: &'a Report,
    /// The nights summed up, where there are enough.
    pub nights: Option<&'a Summary>,
    /// Blood tests noted beside the nights.
    pub labs: &'a [Lab],
    /// The day of the export, on the person's device.
    pub today: Date,
}
