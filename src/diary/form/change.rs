//! A change while it is being typed in.
//!
//! Decides what becomes a change and what is asked again. A name says what the person began, ended or takes: it is
//! noted and means nothing here. Facts: evidence 9.2.

use super::day;
use super::{NOTE, note_problem, text};
use crate::clinical::answers::{Answers, LONGEST};
use crate::clinical::problems::Problem;
use crate::content::Said;
use crate::content::text::timeline::errors;
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::diary::timeline::{Change, What};

/// What kind.
pub const WHAT: &str = "what";
/// What it is called.
pub const NAME: &str = "name";

impl What {
    /// Whether it says little without a name.
    pub const fn is_named(self) -> bool {
        matches!(self, Self::Started | Self::Stopped | Self::Dose | Self::Other)
    }
}

/// The form of a change that is kept.
pub fn of(change: &Change) -> Answers {
    let mut given = Answers::default();
    given.set(WHAT, change.what.code());
    given.set(NAME, &change.name);
    given.set(NOTE, &change.note);
    day::set(&mut given, change.day);
    given
}

/// The kind chosen.
pub fn what(given: &Answers) -> Option<What> {
    given.get(WHAT).and_then(What::from_code)
}

/// The change, or everything that is wrong.
pub fn read(given: &Answers, today: Date, now: Stamp) -> Result<Change, Vec<Problem>> {
    let what = what(given).ok_or(Said::plain(errors::WHAT));
    let name = what.as_ref().map_or(Ok(String::new()), |what| name(given, *what));
    let day = day::read(given, today);
    let note = note_problem(given).map_or(Ok(()), Err);
    match (what, name, day, note) {
        (Ok(what), Ok(name), Ok(day), Ok(())) => {
            let note = text(given, NOTE).unwrap_or_default().to_owned();
            Ok(Change { what, name, day, note, created: now, edited: now })
        }
        (what, name, day, note) => {
            let all = [(WHAT, what.err()), (NAME, name.err()), (day::DAY, day.err()), (NOTE, note.err())];
            Err(all.into_iter().filter_map(|(field, says)| Some(Problem { field, says: says? })).collect())
        }
    }
}

fn name(given: &Answers, what: What) -> Result<String, Said> {
    let typed = text(given, NAME).unwrap_or_default();
    match what.is_named() {
        false => Ok(String::new()),
        true if typed.is_empty() => Err(Said::plain(errors::CHANGE_NAME)),
        true if typed.chars().nth(LONGEST).is_some() => Err(super::said(errors::LONG, LONGEST as u64)),
        true => Ok(typed.to_owned()),
    }
}
