//! A blood test result while it is being typed in.
//!
//! Decides what becomes a result, what is asked again and what is asked about once: sizes and units are judged where
//! the check has them judged ([`iron::check`]). What is kept is the number on the paper with its unit, never one
//! worked out from it. Facts: evidence 6.1.

use super::day;
use super::{NOTE, note_problem, text};
use crate::clinical::answers::{Answers, LONGEST};
use crate::clinical::iron::number::{self, Sign, Typed};
use crate::clinical::iron::{self, Checked, Quantity, UNSURE};
use crate::clinical::problems::Problem;
use crate::content::Said;
use crate::content::text::errors as lab_errors;
use crate::content::text::timeline::errors;
use crate::date::Date;
use crate::decimal;
use crate::diary::clock::Stamp;
use crate::diary::timeline::{Lab, Test};

/// Which test.
pub const TEST: &str = "test";
/// What the person calls another test.
pub const NAME: &str = "name";
/// The number on the paper.
pub const VALUE: &str = "value";
/// The unit of another test, in the person's own letters.
pub const OWN_UNIT: &str = "unit";
/// Confirms an unusual value: holds that value, so that another one is asked about again.
pub const SURE: &str = "sure";

/// Why a form is not a result yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// To be put right first.
    Wrong(Vec<Problem>),
    /// Unusual: kept once [`SURE`] holds the value.
    Ask {
        /// As typed, with its unit.
        value: String,
        /// What is unusual about it.
        says: Said,
    },
}

/// The quantity that a test measures; another test is not judged.
pub const fn quantity(test: Test) -> Option<Quantity> {
    match test {
        Test::Ferritin => Some(Quantity::Ferritin),
        Test::Tsat => Some(Quantity::Tsat),
        Test::Haemoglobin => Some(Quantity::Haemoglobin),
        Test::Crp => Some(Quantity::Crp),
        Test::Other => None,
    }
}

/// The key of the chosen unit. Each test has its own: the units of one are never those of another.
pub const fn unit_key(test: Test) -> &'static str {
    match test {
        Test::Ferritin => "unit_ferritin",
        Test::Tsat => "unit_tsat",
        Test::Haemoglobin => "unit_haemoglobin",
        Test::Crp => "unit_crp",
        Test::Other => OWN_UNIT,
    }
}

/// Units to choose from, as printed; none where there is only one.
pub fn units(test: Test) -> Vec<&'static str> {
    let units = quantity(test).map(Quantity::units).unwrap_or_default();
    if units.len() > 1 { units.iter().map(|unit| unit.printed).collect() } else { Vec::new() }
}

/// The form of a result that is kept.
pub fn of(lab: &Lab) -> Answers {
    let mut given = Answers::default();
    given.set(TEST, lab.test.code());
    given.set(NAME, &lab.name);
    given.set(VALUE, &lab.value);
    let unsure = lab.unit.is_empty() && !units(lab.test).is_empty();
    given.set(unit_key(lab.test), if unsure { UNSURE } else { &lab.unit });
    given.set(NOTE, &lab.note);
    day::set(&mut given, lab.day);
    // What was kept was confirmed.
    given.set(SURE, &shown(lab));
    given
}

/// `45 ng/mL`, `22%`.
fn shown(lab: &Lab) -> String {
    let space = if lab.unit == "%" || lab.unit.is_empty() { "" } else { " " };
    format!("{}{space}{}", lab.value, lab.unit)
}

/// The result, or what is in its way.
pub fn read(given: &Answers, today: Date, now: Stamp) -> Result<Lab, Trouble> {
    let day = day::read(given, today).map_err(|says| (day::DAY, says));
    let note = note_problem(given).map_or(Ok(()), |says| Err((NOTE, says)));
    let Some(test) = given.get(TEST).and_then(Test::from_code) else {
        let first = (TEST, Said::plain(errors::TEST));
        return Err(wrong([Some(first), day.err(), note.err(), None]));
    };
    let (name, value, day) = match (name(given, test), value(given, test), day, note) {
        (Ok(name), Ok(value), Ok(day), Ok(())) => (name, value, day),
        (name, value, day, note) => return Err(wrong([name.err(), value.err(), day.err(), note.err()])),
    };
    let note = text(given, NOTE).unwrap_or_default().to_owned();
    let lab = Lab { test, name, value: value.digits, unit: value.unit, day, note, created: now, edited: now };
    match value.ask {
        Some(says) if !given.is(SURE, &shown(&lab)) => Err(Trouble::Ask { value: shown(&lab), says }),
        _ => Ok(lab),
    }
}

/// What is wrong with one box.
type Fault = (&'static str, Said);

/// Everything wrong, in the order of the form.
fn wrong(found: [Option<Fault>; 4]) -> Trouble {
    Trouble::Wrong(found.into_iter().flatten().map(|(field, says)| Problem { field, says }).collect())
}

fn name(given: &Answers, test: Test) -> Result<String, Fault> {
    let typed = text(given, NAME).unwrap_or_default();
    match test {
        Test::Other if typed.is_empty() => Err((NAME, Said::plain(errors::TEST_NAME))),
        Test::Other if is_long(typed) => Err((NAME, too_long())),
        Test::Other => Ok(typed.to_owned()),
        _ => Ok(String::new()),
    }
}

fn is_long(text: &str) -> bool {
    text.chars().nth(LONGEST).is_some()
}

fn too_long() -> Said {
    super::said(errors::LONG, LONGEST as u64)
}

/// A value that can be kept.
struct Value {
    digits: String,
    unit: String,
    /// What to ask about it first.
    ask: Option<Said>,
}

/// The value and its unit; else the box to look at, and why.
fn value(given: &Answers, test: Test) -> Result<Value, Fault> {
    let typed = text(given, VALUE).unwrap_or_default();
    if typed.is_empty() {
        return Err((VALUE, Said::plain(errors::VALUE)));
    }
    if is_long(typed) {
        return Err((VALUE, too_long()));
    }
    let Some(quantity) = quantity(test) else { return other(given, typed).map_err(|says| (VALUE, says)) };
    let chosen = given.get(unit_key(test)).unwrap_or_default();
    let read = number::read(typed);
    let kept = |read: &Typed, shown: &str, ask| Value {
        digits: digits(read),
        unit: shown.strip_prefix(&read.digits).unwrap_or_default().trim().to_owned(),
        ask,
    };
    match (iron::check(quantity, typed, chosen), read) {
        (Checked::Good(value), Some(read)) => Ok(kept(&read, &value.typed, None)),
        (Checked::Ask(value, says), Some(read)) => Ok(kept(&read, &value.typed, Some(says))),
        (Checked::Refused(says), _) if says.key == lab_errors::lab::UNIT => Err((unit_key(test), says)),
        (Checked::Refused(says), _) => Err((VALUE, says)),
        // The unit is not known: the number stands alone, unless no unit makes it possible.
        (Checked::Empty, Some(read)) => match impossible(quantity, typed) {
            Some(says) => Err((VALUE, says)),
            None => Ok(kept(&read, "", None)),
        },
        (_, None) => Err((VALUE, Said::plain(errors::VALUE))),
    }
}

/// Why a number is possible in no unit; `None` when it is in one.
fn impossible(quantity: Quantity, typed: &str) -> Option<Said> {
    let judged = |unit: &'static str| match iron::check(quantity, typed, unit) {
        Checked::Refused(says) => Some(says),
        _ => None,
    };
    let mut reasons = quantity.units().iter().map(|unit| judged(unit.printed));
    let first = reasons.next()??;
    reasons.all(|reason| reason.is_some()).then_some(first)
}

/// The result of another test: any number of 0 or more, with the unit typed beside or after it.
fn other(given: &Answers, typed: &str) -> Result<Value, Said> {
    let read = number::read(typed).filter(|read| read.number >= 0.0).ok_or(Said::plain(errors::NUMBER))?;
    let unit = text(given, OWN_UNIT).unwrap_or(&read.rest).to_owned();
    if is_long(&unit) {
        return Err(too_long());
    }
    let meant = || vec![("value", typed.to_owned()), ("meant", decimal::print(read.number, 3))];
    let ask = read.guessed.then(|| Said { key: lab_errors::ask::THOUSANDS, with: meant() });
    Ok(Value { digits: digits(&read), unit, ask })
}

/// The digits as typed, with a point for a comma and without marks between thousands.
fn digits(read: &Typed) -> String {
    let mark = match read.sign {
        Sign::Exact => "",
        Sign::Less => "<",
        Sign::More => ">",
    };
    let typed = read.digits.trim_start_matches(['<', '>']).replace(',', ".");
    let same = decimal::parse(&typed) == Some(read.number);
    let plain = if same { typed } else { decimal::print(read.number, 9) };
    format!("{mark}{plain}")
}
