//! A day in three boxes: day, month, year. The day of a blood test, of a change, of a reminder.
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

/// The three boxes of one day, by their keys. What is wrong with any of them stands at the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boxes {
    /// Of the day of the month.
    pub day: &'static str,
    /// Of the month.
    pub month: &'static str,
    /// Of the year.
    pub year: &'static str,
}

/// Those of a blood test and of a change.
pub const BOXES: Boxes = Boxes { day: DAY, month: MONTH, year: YEAR };

/// Nobody keeping a diary noted anything before.
const FIRST_YEAR: u16 = 1900;

/// Fills the boxes.
pub fn set(given: &mut Answers, date: Date) {
    set_in(given, &BOXES, date);
}

/// Fills other boxes.
pub fn set_in(given: &mut Answers, boxes: &Boxes, date: Date) {
    given.set(boxes.day, &date.day().to_string());
    given.set(boxes.month, &date.month().to_string());
    given.set(boxes.year, &date.year().to_string());
}

/// The day in the boxes, or what is wrong with it. It is needed, and not in the future.
pub fn read(given: &Answers, today: Date) -> Result<Date, Said> {
    past(read_in(given, &BOXES, today)?, today)
}

/// A day that has come.
pub fn past(date: Date, today: Date) -> Result<Date, Said> {
    if date > today { Err(Said::plain(errors::FUTURE)) } else { Ok(date) }
}

/// The day in other boxes, past or to come, or what is wrong with it. It is needed.
pub fn read_in(given: &Answers, boxes: &Boxes, today: Date) -> Result<Date, Said> {
    let typed = |key| given.get(key).map(str::trim).unwrap_or_default();
    let like = |key: Key| Said { key, with: vec![("year", today.year().to_string())] };
    let (day, month, year) = (typed(boxes.day), typed(boxes.month), typed(boxes.year));
    if is_blank(given, boxes) {
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
    Date::new(year, month, day).ok_or(Said::plain(errors::NO_SUCH_DAY))
}

/// Whether nothing stands in the boxes.
pub fn is_blank(given: &Answers, boxes: &Boxes) -> bool {
    [boxes.day, boxes.month, boxes.year].iter().all(|key| given.get(key).unwrap_or_default().trim().is_empty())
}

fn small(text: &str) -> Option<u8> {
    whole(text).and_then(|number| u8::try_from(number).ok())
}

fn whole(text: &str) -> Option<u16> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
