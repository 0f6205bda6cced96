//! The time of day on a night, and the stamp of an edit.
//!
//! A [`Clock`] is what a person reads off the wall: no date, no zone. A [`Stamp`] only puts versions in order. It is
//! kept in universal time, so that neither daylight saving nor a flight turns two edits round. Neither asks the device
//! for the time: it comes in as an argument.

use crate::date::Date;
use std::fmt;

/// Minutes in a day.
pub const DAY: u16 = 1440;
const SECONDS: i64 = 86_400;
/// A stamp later than this is no edit of ours. Room is left to count on from it.
const LAST_YEAR: u16 = 9000;

/// A time of day, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock(u16);

impl Clock {
    /// 12:00.
    pub const NOON: Self = Self(720);

    /// `None` when no clock shows it.
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        if hour > 23 || minute > 59 { None } else { Some(Self(hour as u16 * 60 + minute as u16)) }
    }

    /// So many minutes after midnight, going round the clock.
    pub const fn from_minutes(minutes: u32) -> Self {
        Self((minutes % DAY as u32) as u16)
    }

    /// Reads `HH:MM`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        Self::new(two_digits(hour)?, two_digits(minute)?)
    }

    /// Minutes after midnight, 0 to 1439.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// Minutes from an earlier time to this one, going round the clock, 0 to 1439.
    pub const fn after(self, earlier: Self) -> u16 {
        (self.0 + DAY - earlier.0) % DAY
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// When something was written, to the second, in universal time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp(i64);

impl Stamp {
    /// From seconds since 1 January 1970, universal time.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Reads `2026-11-24T02:41:09Z`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let (clock, second) = (time.get(..5)?, time.get(5..)?.strip_prefix(':')?);
        let (date, clock, second) = (Date::parse(date)?, Clock::parse(clock)?, two_digits(second)?);
        (second < 60 && date.year() <= LAST_YEAR)
            .then(|| Self(i64::from(date.day_number()) * SECONDS + i64::from(clock.0) * 60 + i64::from(second)))
    }

    /// The stamp of an edit made now of what was written at `before`. It is always the later one, also when the clock
    /// of the device was set back in between.
    pub const fn edit(now: Self, before: Self) -> Self {
        if now.0 > before.0 { now } else { Self(before.0 + 1) }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = i32::try_from(self.0.div_euclid(SECONDS)).ok().and_then(Date::from_day_number);
        let date = day.unwrap_or(Date::literal(1, 1, 1));
        let second = self.0.rem_euclid(SECONDS);
        write!(f, "{date}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
    }
}
