//! The shape of what is known beside the rules: laboratory tests, treatments, time, and what guidelines say about iron.
//!
//! Education and reasons only; nothing here holds a dose. The rows are written by `build.rs` from `labs.toml`,
//! `treatments.toml`, `courses.toml` and `guidelines.toml`. Facts: evidence 6.3, 7 and 8.

use super::{Key, LabCore, SourceId, words};
use crate::date::Date;

/// A laboratory test (evidence 7).
#[derive(Debug)]
pub struct LabTest {
    /// `ferritin`, `tsat` …
    pub id: &'static str,
    /// When it belongs to the first look; `None`: only for a reason.
    pub core: Option<LabCore>,
    /// Plain name ("Ferritin (iron stores)").
    pub name: Key,
    /// What it shows.
    pub shows: Key,
    /// For whom, as the evidence says.
    pub who: Key,
    /// What laboratories often print for adults. The range on the person's own report counts.
    pub range: Key,
    /// `2276-4;14723-1`: see [`LabTest::codes`].
    pub loinc: Key,
    /// `ng/mL,µg/L;pmol/L`: units per mass, then per amount of substance.
    pub units: Key,
    /// Conditions that are a reason for it.
    pub conditions: &'static [&'static str],
    /// Look-alikes that are a reason for it.
    pub look_alikes: &'static [&'static str],
    /// Medicines and substances that are a reason for it.
    pub medicines: &'static [&'static str],
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

impl LabTest {
    /// LOINC codes per mass (or of the only kind there is) and per amount of substance, comma-separated.
    pub fn codes(&self) -> (&'static str, &'static str) {
        words(self.loinc).split_once(';').unwrap_or_default()
    }
}

/// What is known about a treatment (evidence 8.2). Education only, never a dose.
#[derive(Debug)]
pub struct Treatment {
    /// `iron`, `dopamine_medicines` …
    pub id: &'static str,
    /// Plain name.
    pub name: Key,
    /// What it is.
    pub what: Key,
    /// What guidelines say, and where they differ.
    pub guidelines: Key,
    /// How long it takes, as far as that is known.
    pub time: Option<Key>,
    /// What to know before.
    pub warns: Option<Key>,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// How long it takes once a cause is looked after, said honestly (evidence 8.1, 8.4).
#[derive(Debug)]
pub struct TimeNote {
    /// `iron`, `medicine` …
    pub id: &'static str,
    /// The sentences.
    pub says: Key,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// How long a change of the diary takes until it is judged (evidence 8.1).
#[derive(Debug)]
pub struct Course {
    /// `iron_tablets`, `cpap` …
    pub id: &'static str,
    /// Codes of the changes it is about ([`What::code`](crate::diary::timeline::What::code)).
    pub changes: &'static [&'static str],
    /// Days until it is judged, where studies name a time.
    pub judged_days: Option<u16>,
    /// What is known about the time.
    pub says: Key,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// What one guideline says about iron (evidence 6.3). Thresholds only, never a dose.
#[derive(Debug)]
pub struct Guideline {
    /// `aasm_2025` …
    pub id: &'static str,
    /// Who published it, and when.
    pub name: Key,
    /// Testing, iron by mouth, iron into a vein, children, pregnancy, dialysis; `None` where it says nothing we know of.
    pub cells: [Option<Key>; 6],
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}
