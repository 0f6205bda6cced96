//! Anaemia by haemoglobin, age, sex and pregnancy.
//!
//! Decides whether a haemoglobin is under the line of its group, and whether far under. Where the group is not
//! known it takes the line of adults; where only the sex is not, the lower one, and says so.
//! Facts: evidence 6.5 (WHO 2024).

use super::case::Case;
use crate::clinical::assessment::{Pregnancy, Sex};
use crate::content::{IronModifier, Urgency};

/// Anaemia below the first, severe below the second, g/dL.
fn lines(case: &Case<'_>) -> (f64, f64) {
    if case.pregnant() {
        let first_or_third = matches!(case.a.person.pregnancy, Pregnancy::Yes(Some(1 | 3)));
        return (if first_or_third { 11.0 } else { 10.5 }, 7.0);
    }
    match case.a.person.age() {
        Some(0..2) => (10.5, 7.0),
        Some(2..5) => (11.0, 7.0),
        Some(5..12) => (11.5, 8.0),
        Some(12..15) => (12.0, 8.0),
        _ if case.sex() == Some(Sex::Male) => (13.0, 8.0),
        _ => (12.0, 8.0),
    }
}

/// `HB_SEVERE`, `HB_LOW` or neither.
pub fn anaemia(case: &Case<'_>) -> Option<IronModifier> {
    let haemoglobin = case.values.haemoglobin?;
    let (low, severe) = lines(case);
    match haemoglobin {
        _ if haemoglobin < severe => Some(IronModifier::HbSevere),
        _ if haemoglobin < low => Some(IronModifier::HbLow),
        _ => None,
    }
}

/// A known kidney disease explains most of a low one; a severe one is today's matter for everybody.
pub fn urgency(found: IronModifier, case: &Case<'_>) -> Option<Urgency> {
    match found {
        IronModifier::HbSevere => Some(Urgency::SameDay),
        IronModifier::HbLow if case.has_any(&["dialysis", "ckd"]) => Some(Urgency::Routine),
        IronModifier::HbLow => Some(Urgency::Soon),
        _ => None,
    }
}

/// Whether the sex, which was not given, would have changed the answer.
pub fn depends_on_sex(case: &Case<'_>) -> bool {
    let grown = !case.pregnant() && !case.a.person.is_under(15);
    grown && case.sex().is_none() && case.values.haemoglobin.is_some_and(|hb| (12.0..13.0).contains(&hb))
}
