//! The day of a blood test or a change, in three boxes: day, month, year.
//!
//! Decides which day was meant. Boxes hold what was typed, letter for letter, so that a half-typed day is never lost.

use crate::clinical::answers::Answers;
use crate::content::text::timeline::errors;
use crate::content::{Key, Said};
use crate::date::Date;

/// The day of the month. What is wrong with any of the three stands here.
pub const DAY: &str = "day";
/// The month.
pub const MONTH: &str = "month";
/// The year.
pub const YEAR: &str = "year";

/// Nobody keeping a diary noted anything before.
const FIRST_YEAR: u16 = 1900;

/// Fills the boxes.
pub fn set(given: &mut Answers, date: Date) {
    given.set(DAY, &date.day().to_string());
    given.set(MONTH, &date.month().to_string());
    given.set(YEAR, &date.year().to_string());
}

/// The day in the boxes, or what is wrong with it. It is needed, and not in the future.
pub fn read(given: &Answers, today: Date) -> Result<Date, Said> {
    let typed = |key| given.get(key).map(str::trim).unwrap_or_default();
    let like = |key: Key| Said { key, with: vec![("year", today.year().to_string())] };
    let (day, month, year) = (typed(DAY), typed(MONTH), typed(YEAR));
    if [day, month, year].iter().all(|text| text.is_empty()) {
        return Err(like(errors::DAY_MISSING));
    }
    let Some(day) = small(day).filter(|day| (1..=31).contains(day)) else {
        return Err(Said::plain(errors::DAY));
    };
    let Some(month) = small(month).filter(|month| (1..=12).contains(month)) else {
        return Err(Said::plain(errors::MONTH));
    };
    let year = (year.len() == 4).then(|| whole(year)).flatten();
    let Some(year) = year.filter(|year| *year >= FIRST_YEAR) else {
        return Err(like(errors::YEAR));
    };
    match Date::new(year, month, day) {
        None => Err(Said::plain(errors::NO_SUCH_DAY)),
        Some(date) if date > today => Err(Said::plain(errors::FUTURE)),
        Some(date) => Ok(date),
    }
}

fn small(text: &str) -> Option<u8> {
    whole(text).and_then(|number| u8::try_from(number).ok())
}

fn whole(text: &str) -> Option<u16> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
