//! Which night it is.
//!
//! A night is named by the civil date of the evening it begins; for somebody who sleeps by day, by the date their main
//! sleep begins. Decides which night an entry made now belongs to. Knows no zone and no daylight saving: what the wall
//! clock shows is all it looks at, so a night of 23 or 25 hours is a night like any other. Facts: evidence 9.2 and 9.3.

use super::clock::{Clock, DAY};
use crate::date::Date;
use std::fmt;

/// Until then a night that has no entry yet is offered before the coming one.
const EVENING: Clock = Clock::from_minutes(18 * 60);

/// A night.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Night(pub Date);

/// When a person usually sleeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rhythm {
    /// By night, or not told.
    #[default]
    ByNight,
    /// By day: the usual main sleep.
    ByDay {
        /// When it begins.
        from: Clock,
        /// When it ends.
        to: Clock,
    },
}

impl Rhythm {
    /// Where one night ends and the next begins: noon, or 12 hours before the middle of the main sleep by day. Times
    /// are compared by the minutes after it, so that 23:30 and 00:30 are neighbours.
    pub fn anchor(self) -> Clock {
        match self {
            Self::ByNight => Clock::NOON,
            Self::ByDay { from, to } => {
                let middle = u32::from(from.minutes()) + u32::from(to.after(from) / 2);
                Clock::from_minutes(middle + u32::from(DAY / 2))
            }
        }
    }

    /// Whether the night that begins at the anchor bears the date of the next day.
    fn named_after_next_day(self) -> bool {
        match self {
            Self::ByNight => false,
            Self::ByDay { from, .. } => from < self.anchor(),
        }
    }
}

impl Night {
    /// The night that an entry made on this day at this time belongs to: before noon, the night just gone. `None` at
    /// the two ends of the calendar.
    pub fn of(today: Date, now: Clock, rhythm: Rhythm) -> Option<Self> {
        let begun = i32::from(now >= rhythm.anchor()) - 1;
        let named = i32::from(rhythm.named_after_next_day());
        Self(today).plus(begun + named)
    }

    /// The night to offer for a new entry. In the afternoon that is still the night just gone, if it has no entry.
    pub fn offered(today: Date, now: Clock, rhythm: Rhythm, last_is_empty: bool) -> Option<Self> {
        let night = Self::of(today, now, rhythm)?;
        let afternoon = rhythm == Rhythm::ByNight && now >= Clock::NOON && now < EVENING;
        if afternoon && last_is_empty { night.plus(-1) } else { Some(night) }
    }

    /// The last night that is over. Before noon the night just gone is, once it has an entry.
    pub fn over(today: Date, now: Clock, last_has_entry: bool) -> Option<Self> {
        let going_on = now < Clock::NOON && !last_has_entry;
        Self(today).plus(if going_on { -2 } else { -1 })
    }

    /// So many nights later; earlier when negative.
    pub fn plus(self, nights: i32) -> Option<Self> {
        Date::from_day_number(self.0.day_number().checked_add(nights)?).map(Self)
    }

    /// How many nights later than another; negative when earlier.
    pub fn since(self, other: Self) -> i32 {
        self.0.day_number() - other.0.day_number()
    }

    /// The morning after, for the words "the night from 22 to 23 November".
    pub fn morning(self) -> Option<Date> {
        self.plus(1).map(|next| next.0)
    }
}

impl fmt::Display for Night {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
