//! Results that are here already: those typed into the check, and those noted in the diary.
//!
//! The check reads what a number can mean for iron; the diary keeps numbers with their day. So a number of the diary
//! can be taken over into the check: decides which page of it then holds the number, and fills it in as it was noted,
//! never worked out. Matches a test that the person named to one we know by its name alone.

use super::Known;
use crate::clinical::answers::Answers;
use crate::clinical::flow;
use crate::clinical::iron::Quantity;
use crate::clinical::report::TestToAsk;
use crate::content::{PAGES, words};
use crate::date::Date;
use crate::diary::form::lab::quantity;
use crate::diary::said;
use crate::diary::timeline::{Lab, Test};
use crate::export::printed::{Printed, of_check, printed, taken};

/// A result noted in the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// "45 ng/mL".
    pub shown: String,
    /// The day of the test.
    pub day: Date,
    /// How the check can read it; `None` where it has read this number, or asks for no such number.
    pub take_over: Option<TakeOver>,
}

/// A number of the diary as answers of the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeOver {
    /// The page of the check that then holds it.
    pub page: &'static str,
    /// The answers to give.
    pub given: Vec<(String, String)>,
}

/// A result of a test that is not asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct There {
    /// "Ferritin".
    pub name: String,
    /// "45 ng/mL".
    pub shown: String,
    /// "3 March 2026", "March 2026", or nothing.
    pub when: String,
    /// How the check can read it.
    pub take_over: Option<TakeOver>,
}

/// Under which test the diary keeps a test of the tables.
pub fn test_of(id: &str) -> Test {
    Test::from_code(id).unwrap_or(Test::Other)
}

/// Whether a noted result is of this test.
fn is_of(lab: &Lab, test: &TestToAsk) -> bool {
    is_named(lab, test.id, words(test.name))
}

fn is_named(lab: &Lab, id: &str, name: &str) -> bool {
    let test = test_of(id);
    if test != Test::Other || lab.test != Test::Other {
        return test == lab.test;
    }
    let typed = lab.name.trim();
    let inside = |name: &str| {
        let (before, rest) = name.split_once('(')?;
        let short = rest.split([',', ')']).any(|part| part.trim().eq_ignore_ascii_case(typed));
        Some(short || before.trim().eq_ignore_ascii_case(typed))
    };
    !typed.is_empty() && (typed.eq_ignore_ascii_case(name) || inside(name).unwrap_or(false))
}

/// The latest result of a test.
pub fn latest(known: &Known<'_>, test: &TestToAsk) -> Option<Found> {
    let labs = known.labs.iter().filter(|lab| is_of(lab, test));
    let lab = labs.max_by_key(|lab| (lab.day, lab.created))?;
    Some(Found { shown: lab.shown(), day: lab.day, take_over: unread(known, lab) })
}

/// How the check can read it, unless it has.
fn unread(known: &Known<'_>, lab: &Lab) -> Option<TakeOver> {
    let counted = flow::counted(known.answers, known.today);
    let read = of_check(&counted).any(|value| Some(value) == of_lab(lab));
    if read { None } else { take_over(lab, known.answers, known.today) }
}

fn of_lab(lab: &Lab) -> Option<Printed> {
    printed(quantity(lab.test)?, &lab.value, &lab.unit)
}

/// The latest results of tests that are not asked about: what the check has read first, then the diary's.
pub fn others(known: &Known<'_>, asked: &[TestToAsk]) -> Vec<There> {
    let counted = flow::counted(known.answers, known.today);
    let of_check: Vec<Printed> = of_check(&counted).collect();
    let month = taken(&counted).map(|month| said_month(&month)).unwrap_or_default();
    let mut made: Vec<There> = of_check
        .iter()
        .map(|value| There { name: value.name(), shown: value.shown(), when: month.clone(), take_over: None })
        .collect();
    let mut latest: Vec<&Lab> = Vec::new();
    for lab in known.labs.iter().filter(|lab| !asked.iter().any(|test| is_of(lab, test))) {
        let same = |other: &&mut &Lab| other.test == lab.test && other.name.eq_ignore_ascii_case(&lab.name);
        match latest.iter_mut().find(same) {
            Some(other) if (other.day, other.created) >= (lab.day, lab.created) => {}
            Some(other) => *other = lab,
            None => latest.push(lab),
        }
    }
    let fresh = latest.into_iter().filter(|lab| !of_check.iter().any(|value| Some(value) == of_lab(lab).as_ref()));
    made.extend(fresh.map(|lab| There {
        name: lab.title(),
        shown: lab.shown(),
        when: said::day(lab.day),
        take_over: take_over(lab, known.answers, known.today),
    }));
    made
}

/// "October 2026", of `2026-10`; a year alone stays.
fn said_month(month: &str) -> String {
    Date::parse(&format!("{month}-01")).map_or_else(|| month.to_owned(), said::month_and_year)
}

/// The answers that put a noted number into the check; `None` where the check asks this person for no such number.
pub fn take_over(lab: &Lab, answers: &Answers, today: Date) -> Option<TakeOver> {
    let quantity = quantity(lab.test)?;
    let field = quantity.field();
    let ferritin = quantity == Quantity::Ferritin;
    let mut given = vec![(field.to_owned(), lab.value.clone()), (format!("{field}_unit"), unit(quantity, &lab.unit))];
    let (tested, date) = if ferritin { ("ferritin", "taken") } else { ("other", "other_taken") };
    // The date of the check belongs to its ferritin: another number does not move it.
    if ferritin || !answers.is("tested", "ferritin") {
        given.push(("tested".to_owned(), tested.to_owned()));
        given.push((format!("{date}_month"), lab.day.month().to_string()));
        given.push((format!("{date}_year"), lab.day.year().to_string()));
    }
    let mut then = answers.clone();
    for (key, value) in &given {
        then.set(key, value);
    }
    let page = PAGES.iter().find(|page| page.fields.iter().any(|asked| asked.id == field))?;
    let counts = flow::counted(&then, today).get(field).is_some();
    (counts && !answers.is_empty()).then_some(TakeOver { page: page.id, given })
}

/// The unit as the check's choice calls it; "not sure" where it has one, and else nothing, for an unknown unit.
fn unit(quantity: Quantity, printed: &str) -> String {
    let id = format!("{}_unit", quantity.field());
    let field = flow::field(&id);
    let codes = || field.into_iter().flat_map(|field| field.options).map(|option| option.code);
    let same = |code: &&str| match (quantity.unit(code), quantity.unit(printed)) {
        (Some(one), Some(other)) => one.is_same(other),
        _ => false,
    };
    let unsure = || codes().find(|code| *code == crate::clinical::iron::UNSURE);
    codes().find(same).or_else(unsure).unwrap_or_default().to_owned()
}
