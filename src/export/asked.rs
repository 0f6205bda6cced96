//! What is asked before a file is made: when to remind, and who the person is, if they want to say.
//!
//! Decides what is offered, what is read from the boxes and what is put right first. Nothing half-typed is dropped or
//! guessed. Neither is ever kept: the boxes live as long as their screen.

use super::calendar::{MONTHS, NIGHTS, months_later};
use super::clean;
use super::fhir::Identity;
use crate::clinical::answers::{Answers, LONGEST};
use crate::clinical::problems::Problem;
use crate::content::Said;
use crate::content::text::ways::errors;
use crate::date::Date;
use crate::diary::clock::Clock;
use crate::diary::form::day::{self, Boxes};
use crate::diary::form::read_clock;
use crate::diary::timeline::{Lab, Test};
use crate::export::text::day as printed;

/// At what time the diary reminds.
pub const AT: &str = "remind_at";
/// On which evening first.
pub const FIRST: Boxes = Boxes { day: "first_day", month: "first_month", year: "first_year" };
/// From which day the months to the next blood test are counted.
pub const AFTER: Boxes = Boxes { day: "after_day", month: "after_month", year: "after_year" };
/// What the person is called.
pub const NAME: &str = "own_name";
/// When they were born.
pub const BORN: Boxes = Boxes { day: "born_day", month: "born_month", year: "born_year" };

/// Half past nine in the evening.
const EVENING: Clock = Clock::from_minutes(21 * 60 + 30);
/// Days ahead that are taken for meant.
const FAR: i32 = 366;

/// The boxes of the reminders as they are first offered: this evening, or the next where it is late; the last ferritin
/// result, where the reminder of the next one is still to come, else today.
pub fn offered(today: Date, now: Clock, labs: &[Lab]) -> Answers {
    let mut given = Answers::default();
    given.set(AT, &EVENING.to_string());
    let first = if now < EVENING { Some(today) } else { Date::from_day_number(today.day_number() + 1) };
    day::set_in(&mut given, &FIRST, first.unwrap_or(today));
    let last = labs.iter().filter(|lab| lab.test == Test::Ferritin).map(|lab| lab.day).max();
    let last = last.filter(|last| months_later(*last, MONTHS).is_some_and(|on| on >= today));
    day::set_in(&mut given, &AFTER, last.unwrap_or(today));
    given
}

/// The first evening and the time.
pub fn evenings(given: &Answers, today: Date) -> Result<(Date, Clock), Vec<Problem>> {
    let at = given.get(AT).and_then(read_clock).ok_or(Said::plain(errors::AT));
    let first = day::read_in(given, &FIRST, today).and_then(|first| match first {
        first if first < today => Err(Said::plain(errors::EVENING_PAST)),
        first => near(first, today, i32::from(NIGHTS)),
    });
    match (at, first) {
        (Ok(at), Ok(first)) => Ok((first, at)),
        (at, first) => Err(wrong([at.err().map(|says| (AT, says)), first.err().map(|says| (FIRST.day, says))])),
    }
}

/// The day from which the months to the next blood test are counted.
pub fn retest(given: &Answers, today: Date) -> Result<Date, Vec<Problem>> {
    let after = day::read_in(given, &AFTER, today).and_then(|after| match months_later(after, MONTHS) {
        Some(on) if on < today => Err(Said { key: errors::RETEST_PAST, with: vec![("day", printed(on))] }),
        Some(_) => near(after, today, 0),
        None => Err(Said::plain(errors::FAR)),
    });
    after.map_err(|says| wrong([Some((AFTER.day, says)), None]))
}

/// A day that is not so far away that its year must be a slip, with as many days after it in the calendar.
fn near(date: Date, today: Date, days: i32) -> Result<Date, Said> {
    let ends = Date::from_day_number(date.day_number() + days).is_some();
    let near = date.day_number() - today.day_number() <= FAR && ends;
    if near { Ok(date) } else { Err(Said::plain(errors::FAR)) }
}

/// Who the person is; nobody where nothing was typed.
pub fn identity(given: &Answers, today: Date) -> Result<Option<Identity>, Vec<Problem>> {
    let name = given.get(NAME).unwrap_or_default();
    let blank = day::is_blank(given, &BORN);
    let born = if blank { Ok(None) } else { born(given, today).map(Some) };
    let named = match clean::line(name) {
        line if line.is_empty() && !blank => Err(Said::plain(errors::NAME_MISSING)),
        line if line.chars().nth(LONGEST).is_some() => {
            Err(Said { key: errors::NAME_LONG, with: vec![("most", LONGEST.to_string())] })
        }
        line => Ok(line),
    };
    match (named, born) {
        (Ok(name), Ok(_)) if name.is_empty() => Ok(None),
        (Ok(name), Ok(born)) => Ok(Some(Identity { name, born })),
        (name, born) => Err(wrong([name.err().map(|says| (NAME, says)), born.err().map(|says| (BORN.day, says))])),
    }
}

fn born(given: &Answers, today: Date) -> Result<Date, Said> {
    day::past(day::read_in(given, &BORN, today)?, today)
}

fn wrong(found: [Option<(&'static str, Said)>; 2]) -> Vec<Problem> {
    found.into_iter().flatten().map(|(field, says)| Problem { field, says }).collect()
}
