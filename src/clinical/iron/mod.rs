//! What a person's iron numbers mean: typed values in, one reading out.
//!
//! Decides the message class (first row that fits), what is added to it, how urgent each is, and whether the
//! simple table and the adult scale may be shown. Never says that a ferritin is too low for restless legs,
//! never names a dose. Sentences and sources are rows of `content`. Facts: evidence 6.
//!
//! [`number`] reads the digits, [`units`] the unit, [`limits`] judges the size, [`values`] gathers them,
//! then [`class`], [`modifiers`] and [`band`] decide and [`sentences`] says it.

pub mod band;
pub mod case;
pub mod class;
pub mod haemoglobin;
pub mod limits;
pub mod modifiers;
pub mod number;
pub mod sentences;
pub mod units;
pub mod values;

pub use limits::{Checked, UNSURE, Value, check, saturation};
pub use units::Quantity;

use super::assessment::Assessment;
use super::report::{IronReading, IronUrgencyOf};
use crate::content::{IronClass, IronModifier, Urgency};
use crate::date::Date;
use case::Case;

/// Reads the iron numbers; `None` when no value at all was given. `points_elsewhere`: the verdict is
/// UNLIKELY or NEEDS_DIFFERENTIAL, so the lines for restless legs are not this person's.
pub fn read(a: &Assessment, points_elsewhere: bool, today: Date) -> Option<IronReading> {
    let values = values::values(a, today)?;
    let case = Case { a, values: &values, today };
    let class = class::class(&case);
    let modifiers = modifiers::modifiers(class, &case);
    let understood = class != IronClass::InputError;
    let (says, ask) = sentences::sentences(class, &modifiers, points_elsewhere, &case);
    Some(IronReading {
        ferritin: case.ferritin(),
        ferritin_typed: values.ferritin.as_ref().map(|value| value.typed.clone()),
        tsat: values.tsat,
        tsat_computed: values.tsat_computed,
        // Compared whole; printed with the decimals a laboratory has.
        haemoglobin: values.haemoglobin.map(|grams| (grams * 100.0).round() / 100.0),
        crp: values.crp,
        class,
        urgencies: urgencies(class, &modifiers, &case),
        band: case.ferritin().filter(|_| understood).and_then(band::band),
        band_shown: understood && band::may_show_band(&case),
        scale_shown: understood && band::may_show_scale(&case),
        problems: values.problems.clone(),
        says,
        ask,
        because: sentences::because(&modifiers, &case),
        modifiers,
    })
}

fn urgencies(class: IronClass, modifiers: &[IronModifier], case: &Case<'_>) -> Vec<(IronUrgencyOf, Urgency)> {
    let of_class = class::urgency(class, case).map(|urgency| (IronUrgencyOf::Class(class), urgency));
    let of_modifiers = modifiers.iter().filter_map(|modifier| {
        let urgency = match modifier {
            IronModifier::CauseSearch => Some(Urgency::Soon),
            other => haemoglobin::urgency(*other, case),
        };
        urgency.map(|urgency| (IronUrgencyOf::Modifier(*modifier), urgency))
    });
    of_class.into_iter().chain(of_modifiers).collect()
}
