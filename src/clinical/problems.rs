//! What is wrong with the answers of a page, and which numbers to ask about once more.
//!
//! Decides what a page may not be left with (a [`Problem`]: fixed before Continue works) and what is only
//! unusual (an [`Unusual`]: asked once on a page of its own, then used). Looks only at inputs that are asked.
//! What a laboratory can report is judged by [`super::iron`]. Facts: evidence 6.1.

use super::answers::{Answers, LONGEST};
use super::flow;
use super::iron::{self, Checked, Quantity};
use super::medicines::SEARCH;
use crate::content::text::{errors, fields};
use crate::content::{Field, FieldKind, Key, PAGES, Page, PageKind, Said, words};
use crate::date::Date;

/// Something wrong, said beside its input and at the top of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// [`Field::id`].
    pub field: &'static str,
    /// What is wrong and what to do.
    pub says: Said,
}

/// A number that may well be right and is asked about once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusual {
    /// [`Field::id`].
    pub field: &'static str,
    /// As typed, with its unit. Answering `sure.<field>` with this very text confirms it, so that another
    /// number in the same box is asked about again.
    pub value: String,
    /// What is unusual about it.
    pub says: Said,
}

/// The oldest test that is read at all.
const FIRST_YEAR: u16 = 1990;
/// Letters of a typed name that a sentence repeats.
const SHOWN: usize = 60;

/// An age in years, fractions allowed; `None` unless it is a number from 0 to 120.
pub fn age(typed: &str) -> Option<f64> {
    years(typed).filter(|age| (0.0..=120.0).contains(age))
}

/// Key of the answer that confirms an unusual number.
pub fn sure(field: &str) -> String {
    format!("sure.{field}")
}

/// Everything wrong with a page, in the order of its inputs.
pub fn of_page(page: &'static Page, answers: &Answers, today: Date) -> Vec<Problem> {
    let asked = flow::fields(page, answers, today);
    let mut found: Vec<Problem> = asked
        .filter_map(|field| of_field(field, answers, today).map(|says| Problem { field: field.id, says }))
        .collect();
    let of_iron =
        |problem: &Problem| ["iron", "iron_unit", "tibc", "tibc_unit", "transferrin"].contains(&problem.field);
    if page.fields.iter().any(|f| f.id == Quantity::Iron.field()) && !found.iter().any(of_iron) {
        found.extend(more_iron_than_room(answers).map(|says| Problem { field: Quantity::Iron.field(), says }));
    }
    found.extend(not_added(page, answers));
    found
}

/// A name in the search box that is not on the list yet: going on would leave it out without a word.
fn not_added(page: &Page, answers: &Answers) -> Option<Problem> {
    let typed = answers.get(SEARCH).filter(|text| page.kind == PageKind::Medicines && !text.trim().is_empty())?;
    let shown: String = typed.trim().chars().take(SHOWN).collect();
    Some(Problem { field: SEARCH, says: Said { key: errors::medicine::NOT_ADDED, with: vec![("typed", shown)] } })
}

fn of_field(field: &'static Field, answers: &Answers, today: Date) -> Option<Said> {
    let typed = answers.get(field.id).unwrap_or_default().trim();
    match field.kind {
        FieldKind::MonthYear => of_date(field.id, answers, today),
        // Boxes may always be left empty: "None of these" is one of them, or the page can be skipped.
        FieldKind::Checkboxes { .. } => None,
        _ if typed.is_empty() => missing(field, answers),
        FieldKind::Number | FieldKind::Text if typed.chars().nth(LONGEST).is_some() => Some(too_long()),
        FieldKind::Text => typed.contains(char::is_control).then_some(Said::plain(errors::text::CONTROL)),
        FieldKind::Number => of_number(field.id, typed, answers, today),
        FieldKind::Radios | FieldKind::Tiles | FieldKind::Picker | FieldKind::Select => None,
    }
}

/// Left empty although it is required, or although the value beside it cannot be read without.
fn missing(field: &Field, answers: &Answers) -> Option<Said> {
    let quantity = field.id.strip_suffix("_unit").and_then(Quantity::of_field);
    let valued = quantity.filter(|q| answers.get(q.field()).is_some_and(|typed| !typed.trim().is_empty()));
    field.required.map(Said::plain).or_else(|| {
        let name = words(valued?.name()).to_owned();
        Some(Said { key: errors::lab::UNIT, with: vec![("name", name)] })
    })
}

fn too_long() -> Said {
    Said { key: errors::text::LONG, with: vec![("longest", LONGEST.to_string())] }
}

fn of_number(id: &str, typed: &str, answers: &Answers, today: Date) -> Option<Said> {
    let Some(quantity) = Quantity::of_field(id) else {
        return if id == "age" { of_age(typed, today) } else { None };
    };
    match check(quantity, answers) {
        // Said beside the unit instead.
        Checked::Refused(says) if says.key == errors::lab::UNIT => None,
        Checked::Refused(says) => Some(says),
        Checked::Empty | Checked::Good(_) | Checked::Ask(..) => None,
    }
}

fn check(quantity: Quantity, answers: &Answers) -> Checked {
    let unit = answers.get(&format!("{}_unit", quantity.field())).unwrap_or_default();
    iron::check(quantity, answers.get(quantity.field()).unwrap_or_default(), unit)
}

/// The number in a usable answer.
fn number(quantity: Quantity, answers: &Answers) -> Option<f64> {
    match check(quantity, answers) {
        Checked::Good(value) | Checked::Ask(value, _) => Some(value.number),
        Checked::Empty | Checked::Refused(_) => None,
    }
}

fn more_iron_than_room(answers: &Answers) -> Option<Said> {
    if number(Quantity::Tsat, answers).is_some() {
        return None;
    }
    let [iron, tibc, transferrin] =
        [Quantity::Iron, Quantity::Tibc, Quantity::Transferrin].map(|quantity| number(quantity, answers));
    iron::saturation(iron?, tibc, transferrin)?.err()
}

/// Years as typed, the word "years" allowed after them.
fn years(typed: &str) -> Option<f64> {
    let number = iron::number::read(typed)?;
    let plain = number.sign == iron::number::Sign::Exact && !number.guessed;
    let unit_fits = number.rest.is_empty() || number.rest.eq_ignore_ascii_case(words(fields::age::UNIT));
    (plain && unit_fits).then_some(number.number)
}

fn of_age(typed: &str, today: Date) -> Option<Said> {
    match years(typed) {
        None => Some(Said::plain(errors::age::NUMBER)),
        Some(number) if (0.0..=120.0).contains(&number) => None,
        Some(year) if (1900.0..=f64::from(today.year())).contains(&year) => Some(Said::plain(errors::age::BIRTH_YEAR)),
        Some(_) => Some(Said::plain(errors::age::RANGE)),
    }
}

fn of_date(id: &str, answers: &Answers, today: Date) -> Option<Said> {
    let part = |end: &str| answers.get(&format!("{id}_{end}")).unwrap_or_default().trim();
    let like = |key: Key| Said { key, with: vec![("year", today.year().to_string())] };
    let (month, year) = (part("month"), part("year"));
    match (month.is_empty(), year.is_empty()) {
        (true, true) => return None,
        (true, false) => return Some(Said::plain(errors::date::MONTH_MISSING)),
        (false, true) => return Some(like(errors::date::YEAR_MISSING)),
        (false, false) => {}
    }
    let whole = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u16>().ok()).flatten();
    let Some(month) = whole(month).and_then(|m| u8::try_from(m).ok()).filter(|m| (1..=12).contains(m)) else {
        return Some(Said::plain(errors::date::MONTH));
    };
    let Some(year) = whole(year).filter(|y| (1000..=9999).contains(y)) else {
        return Some(like(errors::date::YEAR));
    };
    match year {
        _ if (year, month) > (today.year(), today.month()) => Some(Said::plain(errors::date::FUTURE)),
        _ if year < FIRST_YEAR => Some(Said::plain(errors::date::LONG_AGO)),
        _ => None,
    }
}

/// Numbers that are asked for now, are unusual, and have not been confirmed.
pub fn unusual(answers: &Answers, today: Date) -> Vec<Unusual> {
    let asked = Quantity::ALL.iter().filter(|quantity| is_asked(quantity.field(), answers, today));
    let found = asked.filter_map(|quantity| question(*quantity, answers));
    found.filter(|unusual| !answers.is(&sure(unusual.field), &unusual.value)).collect()
}

/// Whether the page of a field is asked, and the field on it. Not through [`flow::asked`], which would ask back here.
fn is_asked(id: &str, answers: &Answers, today: Date) -> bool {
    PAGES.iter().any(|page| {
        let field = page.fields.iter().find(|field| field.id == id);
        field.is_some_and(|field| flow::is_asked(page, answers, today) && flow::is_offered(field, answers, today))
    })
}

fn question(quantity: Quantity, answers: &Answers) -> Option<Unusual> {
    let (value, says) = match check(quantity, answers) {
        Checked::Ask(value, says) => (value.typed, says),
        Checked::Good(value) if quantity == Quantity::Ferritin && same_as_iron(answers) => {
            let with = vec![("value", typed_number(quantity, answers)?.digits)];
            (value.typed, Said { key: errors::ask::FERRITIN_IS_IRON, with })
        }
        Checked::Good(_) | Checked::Empty | Checked::Refused(_) => return None,
    };
    Some(Unusual { field: quantity.field(), value, says })
}

fn same_as_iron(answers: &Answers) -> bool {
    let typed = |quantity| typed_number(quantity, answers).map(|typed| typed.number);
    typed(Quantity::Ferritin).is_some() && typed(Quantity::Ferritin) == typed(Quantity::Iron)
}

fn typed_number(quantity: Quantity, answers: &Answers) -> Option<iron::number::Typed> {
    iron::number::read(answers.get(quantity.field())?)
}
