//! A stretch of nights to look at.
//!
//! Decides which nights are looked at, and which are the first and the last seven of them. A night without an entry is
//! missing and stays missing. Knows no words and no storage: [`Window::nights`] names the nights, so that a screen
//! reads no more than it shows. Facts: evidence 9.3.

use super::entry::Recorded;
use super::night::Night;
use crate::order::by_rank;

/// Nights at the beginning that are held against as many at the end.
const SIDE: i32 = 7;

/// Which nights, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    from: Night,
    to: Night,
    last: bool,
}

impl Window {
    /// The last so many nights, up to this one. `None` of no nights, and at the beginning of the calendar.
    pub fn last(nights: u16, to: Night) -> Option<Self> {
        let from = to.plus(1 - i32::from(nights))?;
        (nights > 0).then_some(Self { from, to, last: true })
    }

    /// From one night to another. `None` when the other is earlier.
    pub fn between(from: Night, to: Night) -> Option<Self> {
        (from <= to).then_some(Self { from, to, last: false })
    }

    /// The first night.
    pub const fn from(self) -> Night {
        self.from
    }

    /// The last night.
    pub const fn to(self) -> Night {
        self.to
    }

    /// How many nights, with or without an entry.
    pub fn length(self) -> i32 {
        self.to.since(self.from) + 1
    }

    /// Whether these are the last so many nights, and not others chosen by date.
    pub const fn is_last(self) -> bool {
        self.last
    }

    /// Every night of it, oldest first.
    pub fn nights(self) -> impl Iterator<Item = Night> {
        (0..self.length()).filter_map(move |at| self.from.plus(at))
    }

    /// The entries that belong to it, oldest first.
    pub fn of(self, all: &[Recorded]) -> Vec<&Recorded> {
        let mut nights: Vec<&Recorded> =
            all.iter().filter(|one| self.from <= one.night && one.night <= self.to).collect();
        by_rank(&mut nights, |one| one.night);
        nights
    }

    /// The entries of the first seven nights and of the last seven; `None` when the two would overlap. Nights before
    /// the first entry and after the last are passed over where 14 are left.
    pub fn sides<'a>(self, nights: &[&'a Recorded]) -> Option<[Vec<&'a Recorded>; 2]> {
        let (first, last) = (nights.first()?.night, nights.last()?.night);
        let begin = self.from.plus((self.length() - 2 * SIDE).min(first.since(self.from)).max(0))?;
        let end = last.max(begin.plus(2 * SIDE - 1)?);
        if end > self.to {
            return None;
        }
        let of = |from: Night| move |one: &&&Recorded| (0..SIDE).contains(&one.night.since(from));
        let late = end.plus(1 - SIDE)?;
        Some([nights.iter().filter(of(begin)).copied().collect(), nights.iter().filter(of(late)).copied().collect()])
    }
}
