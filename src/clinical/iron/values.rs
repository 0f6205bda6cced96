//! The laboratory values of one person, each judged, and the saturation worked out where it was not printed.
//!
//! Decides which numbers the rules may use and collects the reasons for those they may not.
//! A refused value spoils none of the others. Facts: evidence 6.1.

use super::limits::{Checked, Value, check, saturation};
use super::units::Quantity;
use crate::clinical::assessment::{Assessment, Lab};
use crate::content::Said;
use crate::content::text::errors::unread;
use crate::date::Date;

/// What could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    /// ng/mL.
    pub ferritin: Option<Value>,
    /// Percent.
    pub tsat: Option<f64>,
    /// Whether `tsat` was worked out.
    pub tsat_computed: bool,
    /// g/dL.
    pub haemoglobin: Option<f64>,
    /// mg/L.
    pub crp: Option<f64>,
    /// Whether a value was refused.
    pub any_refused: bool,
    /// Why, and what else kept a value from being read.
    pub problems: Vec<Said>,
    /// Keys of the answers that were given.
    pub given: Vec<&'static str>,
}

/// Reads every value; `None` when not one was given.
pub fn values(a: &Assessment, today: Date) -> Option<Values> {
    let mut values = Values::default();
    let labs = &a.labs;
    let ferritin = values.take(Quantity::Ferritin, labs.ferritin.as_ref());
    let tsat = values.number(Quantity::Tsat, labs.tsat.as_ref());
    let iron = values.number(Quantity::Iron, labs.serum_iron.as_ref());
    let tibc = values.number(Quantity::Tibc, labs.tibc.as_ref());
    let transferrin = values.number(Quantity::Transferrin, labs.transferrin.as_ref());
    values.haemoglobin = values.number(Quantity::Haemoglobin, labs.haemoglobin.as_ref());
    values.crp = values.number(Quantity::Crp, labs.crp.as_ref());
    values.ferritin = ferritin;
    values.tsat = tsat.or_else(|| values.work_out(iron?, tibc, transferrin));
    if values.given.is_empty() {
        return None;
    }
    values.other_problems(a, today);
    Some(values)
}

impl Values {
    fn take(&mut self, quantity: Quantity, lab: Option<&Lab>) -> Option<Value> {
        let lab = lab.filter(|lab| !lab.value.trim().is_empty())?;
        self.given.push(quantity.field());
        match check(quantity, &lab.value, &lab.unit) {
            Checked::Empty => None,
            Checked::Good(value) | Checked::Ask(value, _) => Some(value),
            Checked::Refused(reason) => {
                self.refuse(reason);
                None
            }
        }
    }

    fn number(&mut self, quantity: Quantity, lab: Option<&Lab>) -> Option<f64> {
        self.take(quantity, lab).map(|value| value.number)
    }

    fn refuse(&mut self, reason: Said) {
        self.any_refused = true;
        self.problems.push(reason);
    }

    fn work_out(&mut self, iron: f64, tibc: Option<f64>, transferrin: Option<f64>) -> Option<f64> {
        match saturation(iron, tibc, transferrin)? {
            Ok(percent) => {
                self.tsat_computed = true;
                Some(percent)
            }
            Err(reason) => {
                self.refuse(reason);
                None
            }
        }
    }

    fn other_problems(&mut self, a: &Assessment, today: Date) {
        // Given, not refused and yet not there: its unit is not known.
        if self.ferritin.is_none() && !self.any_refused && self.given.contains(&Quantity::Ferritin.field()) {
            self.problems.push(Said::plain(unread::UNIT));
        }
        if a.person.age().is_none() {
            self.problems.push(Said::plain(unread::AGE));
        }
        if a.labs.taken_on.is_some_and(|taken| taken > today) {
            self.problems.push(Said::plain(unread::FUTURE));
        }
    }
}
