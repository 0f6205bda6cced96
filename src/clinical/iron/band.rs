//! The simple three-band table, and where it and the adult scale must not be shown.
//!
//! Decides the band of every ferritin and hides it where it would be false comfort. The edges are rows of
//! `facts/iron.toml`. Facts: evidence 6.2.

use super::case::Case;
use crate::content::{BANDS, SimpleBand, ZONES, Zone};

/// The band of a ferritin in ng/mL; every number from 0 has one.
pub fn band(ferritin: f64) -> Option<SimpleBand> {
    // They stand in order and without gaps: it is the first that reaches so far.
    BANDS.iter().enumerate().find_map(|(at, row)| {
        // A band ends with its upper edge unless the next one begins with it.
        let ends = BANDS.get(at + 1).is_none_or(|next| !next.from_included);
        (ferritin < row.to || (ends && ferritin <= row.to)).then_some(row.band)
    })
}

/// Ferritin, ng/mL, where laboratories can disagree about the side of a line of the adult scale.
pub const BRACKET: std::ops::RangeInclusive<f64> = 60.0..=120.0;

impl Zone {
    /// Whether this ferritin, ng/mL, lies in the zone; every number from 0 lies in one.
    pub fn holds(&self, ferritin: f64) -> bool {
        let above = ferritin > self.from || (self.from_included && ferritin >= self.from);
        let next = ZONES.iter().find(|next| next.from >= self.to);
        let below = ferritin < self.to || (ferritin <= self.to && next.is_some_and(|next| !next.from_included));
        above && below
    }
}

/// Whether the simple table may stand beside the guideline message.
pub fn may_show_band(case: &Case<'_>) -> bool {
    may_show_scale(case) && case.ferritin_is(|f| f <= 300.0)
}

/// Whether the adult scale holds for this person. It has a zone of its own over 300, so that hides only the table.
pub fn may_show_scale(case: &Case<'_>) -> bool {
    let other_lines = !case.adult() || case.pregnant() || case.dialysis();
    let other_meaning = case.inflamed()
        || case.tsat_high()
        || case.a.has_condition("liver")
        || case.overload_risk()
        || case.recent_iv_iron();
    case.ferritin().is_some() && !other_lines && !other_meaning
}
