//! Laboratory values as they stand on the paper: sign, number, unit.
//!
//! Decides which values may leave as numbers: those the judge of `clinical::iron` takes. A value stays in the unit it
//! was printed in; only where the judge read it as another unit (118 "g/dL", a saturation of 0.2) does it leave as read.

use crate::clinical::answers::Answers;
use crate::clinical::iron::number::{self, Sign};
use crate::clinical::iron::units::Unit;
use crate::clinical::iron::{Checked, Quantity, check};
use crate::content::text::capital;
use crate::content::{LABS, LabTest, words};
use crate::decimal;

/// More than a `<` moves a number to its safe side, in the unit of the tables.
const MOVED: f64 = 0.11;

/// A value that can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// What was measured.
    pub quantity: Quantity,
    /// `<`, `>` or nothing.
    pub sign: &'static str,
    /// The number, in `unit`.
    pub number: String,
    /// As printed: `µg/L`.
    pub unit: &'static str,
}

/// The value of a quantity; `None` when there is none or it was refused.
pub fn printed(quantity: Quantity, typed: &str, unit: &str) -> Option<Printed> {
    let (Checked::Good(value) | Checked::Ask(value, _)) = check(quantity, typed, unit) else { return None };
    let read = number::read(typed)?;
    let first = quantity.units().first()?;
    let said = quantity.unit(unit).or_else(|| quantity.unit(&read.rest));
    // Saturation has one unit; any other value without one is told as it was typed, not as what it may be.
    let chosen = said.or_else(|| (quantity == Quantity::Tsat).then_some(first))?;
    let as_printed = (chosen.read(read.number) - value.number).abs() < MOVED;
    let (number, unit): (f64, &Unit) = if as_printed { (read.number, chosen) } else { (value.number, first) };
    let sign = match read.sign {
        Sign::Exact => "",
        Sign::Less => "<",
        Sign::More => ">",
    };
    Some(Printed { quantity, sign, number: decimal::print(number, 4), unit: unit.printed })
}

/// Every value of the check that can be read, in the order asked.
pub fn of_check(answers: &Answers) -> impl Iterator<Item = Printed> + '_ {
    Quantity::ALL.iter().filter_map(|quantity| {
        let field = quantity.field();
        let unit = answers.get(&[field, "_unit"].concat()).unwrap_or_default();
        printed(*quantity, answers.get(field)?, unit)
    })
}

/// When the blood of the check was taken: `2026-10`, or the year alone.
pub fn taken(answers: &Answers) -> Option<String> {
    month_of(answers, "taken").or_else(|| month_of(answers, "other_taken"))
}

/// A month and a year as typed, the way dates are written.
pub fn month_of(answers: &Answers, field: &str) -> Option<String> {
    let whole = |part: &str| answers.get(&[field, part].concat()).and_then(|typed| typed.trim().parse::<u16>().ok());
    let year = whole("_year").filter(|year| (1900..=9999).contains(year))?;
    Some(match whole("_month").filter(|month| (1..=12).contains(month)) {
        Some(month) => format!("{year}-{month:02}"),
        None => year.to_string(),
    })
}

impl Printed {
    /// What it is called: "Haemoglobin".
    pub fn name(&self) -> String {
        capital(words(self.quantity.name()))
    }

    /// Its row among the tests.
    pub fn test(&self) -> Option<&'static LabTest> {
        let id = match self.quantity {
            Quantity::Ferritin => "ferritin",
            Quantity::Tsat => "tsat",
            Quantity::Iron => "serum_iron",
            Quantity::Tibc => "tibc",
            Quantity::Transferrin => "transferrin",
            Quantity::Haemoglobin => "haemoglobin",
            Quantity::Crp => "crp",
        };
        LABS.iter().find(|row| row.id == id)
    }

    /// The LOINC code of this test in this kind of unit. No code is better than one of another kind.
    pub fn loinc(&self) -> Option<&'static str> {
        let (mass, molar) = self.test()?.codes();
        let codes = if self.unit.contains("mol") { molar } else { mass };
        codes.split(',').next().filter(|code| !code.is_empty())
    }

    /// The unit as UCUM writes it.
    pub fn ucum(&self) -> String {
        self.unit.replace('µ', "u")
    }

    /// "45 ng/mL", "22%".
    pub fn shown(&self) -> String {
        let space = if self.unit == "%" { "" } else { " " };
        [self.sign, &self.number, space, self.unit].concat()
    }

    /// `<10 ug/L`, in letters that every scanner knows.
    pub fn says(&self) -> String {
        [self.sign, &self.number, " ", &self.ucum()].concat()
    }
}
