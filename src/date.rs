//! Civil dates: a day number and back, parse and print.
//!
//! A date here has no time and no zone. It never asks the device for "today": that comes in as an
//! argument from `browser::clock`. Small on purpose (docs/decisions/0004-own-date.md); the tests
//! compare it with `jiff` over the whole range it accepts.

use std::fmt;

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` when there is no such day.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year == 0 || year > 9999 || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// For tables that the build has already checked; an impossible day becomes 1 January 1.
    pub const fn literal(year: u16, month: u8, day: u8) -> Self {
        match Self::new(year, month, day) {
            Some(date) => date,
            None => Self { year: 1, month: 1, day: 1 },
        }
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        if y.len() != 4 || m.len() != 2 || d.len() != 2 {
            return None;
        }
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if ![y, m, d].into_iter().all(digits) {
            return None;
        }
        Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }

    /// 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January 1970, negative before it.
    pub const fn day_number(self) -> i32 {
        // Years counted from March, so that the leap day is the last of its year.
        let y = self.year as i32 - (self.month <= 2) as i32;
        let m = (self.month as i32 + 9) % 12;
        let day_of_year = (153 * m + 2) / 5 + self.day as i32 - 1;
        y * 365 + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + day_of_year - 719_468
    }

    /// The day with this [`day_number`](Self::day_number); `None` outside years 1 to 9999.
    pub fn from_day_number(number: i32) -> Option<Self> {
        let z = number.checked_add(719_468)?;
        let era = z.div_euclid(146_097);
        let of_era = z.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let m = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * m + 2) / 5 + 1;
        let month = if m < 10 { m + 3 } else { m - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// Whole calendar months from `earlier` to `self`; 0 when `earlier` is the later one.
    pub const fn months_since(self, earlier: Self) -> u32 {
        let months = (self.year as i32 - earlier.year as i32) * 12 + self.month as i32
            - earlier.month as i32
            - (self.day < earlier.day) as i32;
        if months < 0 { 0 } else { months as u32 }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_day_number_is_the_day_jiff_says(number in -719_162i32..2_932_896) {
            let epoch = jiff::civil::date(1970, 1, 1);
            let expected = epoch.saturating_add(jiff::Span::new().days(number));
            let ours = Date::from_day_number(number).unwrap();
            prop_assert_eq!(ours.to_string(), expected.to_string());
            prop_assert_eq!(ours.day_number(), number);
            prop_assert_eq!(Date::parse(&ours.to_string()), Some(ours));
        }

        #[test]
        fn a_text_that_is_no_date_is_refused(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}") {
            let expected = text.parse::<jiff::civil::Date>().ok().filter(|d| d.year() > 0);
            prop_assert_eq!(Date::parse(&text).is_some(), expected.is_some());
        }
    }

    #[test]
    fn months_are_counted_whole() {
        let d = |t| Date::parse(t).unwrap();
        assert_eq!(d("2026-11-24").months_since(d("2026-05-24")), 6);
        assert_eq!(d("2026-11-24").months_since(d("2026-05-25")), 5);
        assert_eq!(d("2026-11-24").months_since(d("2027-01-01")), 0);
    }
}
