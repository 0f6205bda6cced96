//! Which laboratory values are taken, which are asked about first, and which are refused.
//!
//! One judge for the pages, which ask and refuse while the paper is at hand, and for the reading of the numbers.
//! A value that is only unusual is used once confirmed; where nobody can be asked it is used as it stands.
//! Says nothing about what a value means. Facts: evidence 6.1.

use super::number::{self, Sign, Typed};
use super::units::{CARRIED_BY_TRANSFERRIN, Quantity, Unit, one_decimal, plain};
use crate::content::text::errors::{ask, lab};
use crate::content::{Key, Said, words};
use crate::decimal;

/// A laboratory value that can be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// In the unit of the tables (see [`super::units`]).
    pub number: f64,
    /// As typed, with its unit: `45 ng/mL`, `<10 µg/L`, `49,9 pmol/L`.
    pub typed: String,
}

/// What a typed value comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Checked {
    /// Nothing to read: left empty, or a number whose unit the person is not sure of.
    Empty,
    /// Taken.
    Good(Value),
    /// Unusual: what would be used, and the question.
    Ask(Value, Said),
    /// Not used, and why.
    Refused(Said),
}

/// The code of the choice "I'm not sure" among the units.
pub const UNSURE: &str = "unsure";

/// The least and the most that is possible, and what lies within but is unusual; in the unit of the tables.
struct Limits {
    least: f64,
    most: f64,
    low: f64,
    high: f64,
}

const fn limits(quantity: Quantity) -> Limits {
    match quantity {
        Quantity::Ferritin => Limits { least: 0.0, most: 100_000.0, low: 5.0, high: 1000.0 },
        Quantity::Tsat => Limits { least: 0.0, most: 100.0, low: 5.0, high: 60.0 },
        Quantity::Iron => Limits { least: 0.5, most: 60.0, low: 0.0, high: 45.0 },
        Quantity::Tibc => Limits { least: 20.0, most: 130.0, low: 35.0, high: 100.0 },
        // The limits of TIBC, in the transferrin that carries as much.
        Quantity::Transferrin => Limits { least: 0.8, most: 5.2, low: 1.4, high: 4.0 },
        Quantity::Haemoglobin => Limits { least: 3.0, most: 22.0, low: 8.0, high: 18.0 },
        Quantity::Crp => Limits { least: 0.0, most: 500.0, low: 0.0, high: 100.0 },
    }
}

/// Haemoglobin in this range "per dL" can only be per litre.
const PER_LITRE: std::ops::RangeInclusive<f64> = 30.0..=220.0;
/// `<` of a large ferritin or `>` of a small one is a normal range copied by mistake: no test stops there.
const LEAST_MEASURED: f64 = 30.0;
const MOST_MEASURED: f64 = 300.0;

/// Judges a value as typed, with its unit as chosen or printed.
pub fn check(quantity: Quantity, typed: &str, unit: &str) -> Checked {
    if typed.trim().is_empty() {
        return Checked::Empty;
    }
    let Some(number) = number::read(typed) else {
        return Checked::Refused(say(lab::NUMBER, quantity, &[]));
    };
    if number.number <= 0.0 && matches!(quantity, Quantity::Ferritin) {
        return Checked::Refused(say(lab::ABOVE_ZERO, quantity, &[]));
    }
    match unit_of(quantity, &number, unit) {
        Ok(Some(unit)) => size(quantity, &number, unit),
        Ok(None) => Checked::Empty,
        Err(reason) if reason.key == lab::UNIT => {
            Checked::Refused(impossible_in_any_unit(quantity, &number).unwrap_or(reason))
        }
        Err(reason) => Checked::Refused(reason),
    }
}

/// Where no unit could make the number right, the number is what to look at, not the unit.
fn impossible_in_any_unit(quantity: Quantity, typed: &Typed) -> Option<Said> {
    let limits = limits(quantity);
    let judged = |unit: &Unit| refused(quantity, unit, &limits, in_sign(typed, unit.read(typed.number)));
    let mut reasons = quantity.units().iter().map(judged);
    let first = reasons.next()??;
    reasons.all(|reason| reason.is_some()).then_some(first)
}

/// The unit chosen or, where none was, the one typed; `None` when the person is not sure.
fn unit_of(quantity: Quantity, number: &Typed, chosen: &str) -> Result<Option<&'static Unit>, Said> {
    let (chosen, rest) = (plain(chosen), plain(&number.rest));
    let after = quantity.spelt(&rest);
    if quantity == Quantity::Ferritin && (chosen == "ug/dl" || rest == "ug/dl") {
        return Err(Said::plain(lab::FERRITIN_UG_DL));
    }
    if !number.rest.is_empty() && after.is_none() {
        return Err(say(lab::NUMBER, quantity, &[]));
    }
    let unit = match chosen.as_str() {
        UNSURE => return Ok(after),
        "" => after.or_else(|| default_unit(quantity)).ok_or_else(|| say(lab::UNIT, quantity, &[]))?,
        chosen => quantity.spelt(chosen).ok_or_else(|| {
            let known: Vec<&str> = quantity.units().iter().map(|u| u.printed).collect();
            say(lab::UNIT_UNKNOWN, quantity, &[("units", known.join(", "))])
        })?,
    };
    match after {
        Some(other) if !other.is_same(unit) => Err(say(lab::UNIT_TWICE, quantity, &[])),
        _ => Ok(Some(unit)),
    }
}

/// Saturation has one unit. Haemoglobin without one is read per dL: were it mmol/L it would be higher than that,
/// and a low one must never be overlooked.
fn default_unit(quantity: Quantity) -> Option<&'static Unit> {
    let known = matches!(quantity, Quantity::Tsat | Quantity::Haemoglobin);
    quantity.units().first().filter(|_| known)
}

fn size(quantity: Quantity, typed: &Typed, unit: &Unit) -> Checked {
    let shown =
        if unit.printed == "%" { format!("{}%", typed.digits) } else { format!("{} {}", typed.digits, unit.printed) };
    let value = |number| Value { number, typed: shown.clone() };
    let asked = |key, number, more: &[(&'static str, String)]| {
        let with = [&[("value", shown.clone())], more].concat();
        Checked::Ask(value(number), say(key, quantity, &with))
    };
    if quantity == Quantity::Haemoglobin && unit.printed == "g/dL" && PER_LITRE.contains(&typed.number) {
        return asked(ask::HAEMOGLOBIN_G_L, in_sign(typed, typed.number / 10.0), &[("meant", print(typed.number))]);
    }
    if quantity == Quantity::Tsat && typed.number > 0.0 && typed.number < 1.0 {
        let percent = one_decimal(typed.number * 100.0);
        return asked(ask::FRACTION, in_sign(typed, percent), &[("meant", print(percent))]);
    }
    let number = in_sign(typed, unit.read(typed.number));
    let limits = limits(quantity);
    if let Some(reason) = refused(quantity, unit, &limits, number) {
        return Checked::Refused(reason);
    }
    let meant = [("meant", print(typed.number))];
    match question(quantity, typed, &limits, number) {
        Some(key) => asked(key, number, &meant),
        None => Checked::Good(value(number)),
    }
}

/// `<10` is used as 9.9, `>1000` as 1000.1: the safe side of any line it stands on.
fn in_sign(typed: &Typed, number: f64) -> f64 {
    match typed.sign {
        Sign::Exact => number,
        Sign::Less => one_decimal(number - 0.1).max(0.0),
        Sign::More => one_decimal(number + 0.1),
    }
}

fn refused(quantity: Quantity, unit: &Unit, limits: &Limits, number: f64) -> Option<Said> {
    let fits = (limits.least..=limits.most).contains(&number);
    match quantity {
        Quantity::Tsat if !fits || number == 0.0 => Some(Said::plain(lab::TSAT_RANGE)),
        _ if fits => None,
        _ => {
            let key = if quantity == Quantity::Ferritin { lab::FERRITIN_HIGH } else { lab::RANGE };
            let (low, high) = (print(unit.print(limits.least)), print(unit.print(limits.most)));
            Some(say(key, quantity, &[("low", low), ("high", high), ("unit", unit.printed.to_owned())]))
        }
    }
}

/// What to ask before the value is used; the paper has said "less" or "more" on purpose.
fn question(quantity: Quantity, typed: &Typed, limits: &Limits, number: f64) -> Option<Key> {
    let ferritin = quantity == Quantity::Ferritin;
    match typed.sign {
        Sign::Less if ferritin && number >= LEAST_MEASURED => Some(ask::SIGN),
        Sign::More if ferritin && number < MOST_MEASURED => Some(ask::SIGN),
        _ if typed.guessed => Some(ask::THOUSANDS),
        Sign::Less | Sign::More => None,
        Sign::Exact if ferritin && number < 1.0 => Some(ask::FERRITIN_BELOW_1),
        Sign::Exact if number < limits.low => Some(ask::LOW),
        Sign::Exact if number > limits.high => Some(ask::HIGH),
        Sign::Exact => None,
    }
}

/// Saturation in percent from iron and what can carry it, both in the units of the tables, to one decimal.
/// Refused when more is carried than there is room for.
pub fn saturation(iron: f64, tibc: Option<f64>, transferrin: Option<f64>) -> Option<Result<f64, Said>> {
    let room = tibc.or_else(|| transferrin.map(|t| t * CARRIED_BY_TRANSFERRIN)).filter(|room| *room > 0.0)?;
    let percent = one_decimal(iron / room * 100.0);
    Some(if percent > limits(Quantity::Tsat).most { Err(Said::plain(lab::IRON_OVER_TIBC)) } else { Ok(percent) })
}

fn say(key: Key, quantity: Quantity, more: &[(&'static str, String)]) -> Said {
    let mut with = vec![("name", words(quantity.name()).to_owned()), ("example", quantity.example().to_owned())];
    with.extend(more.iter().cloned());
    Said { key, with }
}

/// As it may be typed: no decimals that say nothing.
fn print(number: f64) -> String {
    decimal::print(number, 3)
}
