//! What the iron rules ask of a person, in the words of the decision table.
//!
//! Decides who counts as an adult, pregnant or on dialysis, and which numbers are high. "Not given" is
//! never high, low or yes. Facts: evidence 6.5 and 6.6.

use super::values::Values;
use crate::clinical::assessment::{Assessment, Sex, Tri};
use crate::clinical::medicines::MedicineEntry;
use crate::content::Medicine;
use crate::date::Date;

/// One person with their numbers.
pub struct Case<'a> {
    /// The answers.
    pub a: &'a Assessment,
    /// The numbers.
    pub values: &'a Values,
    /// The day on the person's device.
    pub today: Date,
}

/// Completed years of an adult.
const ADULT: u32 = 18;

impl Case<'_> {
    /// Ferritin, ng/mL.
    pub fn ferritin(&self) -> Option<f64> {
        self.values.ferritin.as_ref().map(|value| value.number)
    }

    /// Whether ferritin is given and so.
    pub fn ferritin_is(&self, so: impl FnOnce(f64) -> bool) -> bool {
        self.ferritin().is_some_and(so)
    }

    /// Whether the saturation is given and so.
    pub fn tsat_is(&self, so: impl FnOnce(f64) -> bool) -> bool {
        self.values.tsat.is_some_and(so)
    }

    /// Too little iron on the move.
    pub fn tsat_low(&self) -> bool {
        self.tsat_is(|t| t < 20.0)
    }

    /// A sign not to add iron.
    pub fn tsat_high(&self) -> bool {
        self.tsat_is(|t| t >= 45.0)
    }

    /// 18 or over; an unknown age is neither an adult's nor a child's.
    pub fn adult(&self) -> bool {
        self.a.person.age().is_some_and(|age| age >= ADULT)
    }

    /// Under 18.
    pub fn minor(&self) -> bool {
        self.a.person.is_under(ADULT)
    }

    /// As asked or as ticked.
    pub fn pregnant(&self) -> bool {
        self.a.person.pregnancy.is_yes() || self.a.has_condition("pregnancy")
    }

    /// Dialysis or stage 5 kidney disease.
    pub fn dialysis(&self) -> bool {
        self.a.has_condition("dialysis")
    }

    /// Any of these conditions.
    pub fn has_any(&self, conditions: &[&str]) -> bool {
        conditions.iter().any(|id| self.a.has_condition(id))
    }

    /// Conditions in which iron may be too much already.
    pub fn overload_risk(&self) -> bool {
        self.has_any(&["haemochromatosis", "thalassaemia", "transfusion"])
    }

    /// Iron into a vein in the last 12 weeks.
    pub fn recent_iv_iron(&self) -> bool {
        self.a.labs.iv_iron_last_12_weeks == Some(Tri::Yes)
    }

    /// Iron less than 24 hours before the test.
    pub fn iron_before_test(&self) -> bool {
        self.a.labs.iron_within_24h == Some(Tri::Yes)
    }

    /// Above 5 mg/L.
    pub fn inflamed(&self) -> bool {
        self.values.crp.is_some_and(|crp| crp > 5.0)
    }

    /// As the laboratory records it.
    pub fn sex(&self) -> Option<Sex> {
        self.a.person.sex
    }

    /// The test is more than 6 months old.
    pub fn old_result(&self) -> bool {
        self.a.labs.taken_on.is_some_and(|taken| {
            let months = self.today.months_since(taken);
            months > 6 || (months == 6 && self.today.day() > taken.day())
        })
    }

    /// Places on the medicine list whose row is so.
    pub fn listed(&self, so: fn(&Medicine) -> bool) -> impl Iterator<Item = usize> {
        on_list(self.a, so)
    }
}

/// Iron by mouth (ORAL_IRON of evidence 4.5), told from iron into a vein without its words.
pub fn is_oral_iron(medicine: &Medicine) -> bool {
    use crate::content::Direction::AffectsTest;
    medicine.has_mechanism(27) && medicine.direction == AffectsTest
}

/// Takes up room in the gut that iron or vitamin B12 need.
pub fn lowers_uptake(medicine: &Medicine) -> bool {
    use crate::content::Direction::{B12Depletion, IronAbsorption};
    matches!(medicine.direction, IronAbsorption | B12Depletion)
}

/// Places on the list of entries that stand for a row that is so.
fn on_list(a: &Assessment, so: fn(&Medicine) -> bool) -> impl Iterator<Item = usize> {
    let is_so = move |entry: &MedicineEntry| entry.medicines(a.country).into_iter().any(so);
    a.medicines.iter().enumerate().filter(move |(_, entry)| is_so(entry)).map(|(at, _)| at)
}
