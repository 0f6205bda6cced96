//! How a night is named: "Sunday 22 to Monday 23 November".
//!
//! A night always says both of its days, because at three in the morning nobody knows which one counts. Months and days
//! of the week are words of `content/`.

use super::entry::{Entry, Moment};
use super::night::Night;
use crate::content::text::MONTHS;
use crate::content::text::diary::{days, form, months, night as text, row, span};
use crate::content::{Key, fill, words};
use crate::date::Date;

/// "Sunday 22 to Monday 23 November", with the year when it is not this one.
pub fn long(night: Night, today: Date) -> String {
    spoken(night, today, LONG, MONTHS)
}

/// "Sun 22 to Mon 23 Nov", with the year when it is not this one.
pub fn short(night: Night, today: Date) -> String {
    spoken(night, today, SHORT, SHORT_MONTHS)
}

/// "Sun 22 Nov": the evening alone, for tables that are read down.
pub fn evening(night: Night) -> String {
    format!("{} {} {}", weekday(night.0, SHORT), night.0.day(), month(night.0, SHORT_MONTHS))
}

/// "23 November 2026".
pub fn day(date: Date) -> String {
    [&date.day().to_string(), " ", month(date, MONTHS), " ", &date.year().to_string()].concat()
}

/// "November 2026".
pub fn month_and_year(date: Date) -> String {
    [month(date, MONTHS), " ", &date.year().to_string()].concat()
}

/// "9 to 22 November 2026", and as much more as the two days need.
pub fn range(from: Date, to: Date) -> String {
    let key = match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => span::WITHIN,
        (true, false) => span::ACROSS,
        (false, _) => span::YEARS,
    };
    let [(first, first_month, first_year), (last, last_month, last_year)] =
        [from, to].map(|day| (day.day().to_string(), month(day, MONTHS), day.year().to_string()));
    let with = [
        ("from", first.as_str()),
        ("from_month", first_month),
        ("from_year", &first_year),
        ("to", &last),
        ("to_month", last_month),
        ("year", &last_year),
    ];
    fill(key, &with)
}

/// "9 Nov", for under a chart.
pub fn brief(night: Night) -> String {
    format!("{} {}", night.0.day(), month(night.0, SHORT_MONTHS))
}

/// "S", for under a bar.
pub fn letter(night: Night) -> &'static str {
    weekday(night.0, LETTERS)
}

/// One line about a night: "From 23:30, awake 10 minutes".
pub fn summary(entry: &Entry) -> String {
    if !entry.symptoms() {
        return words(row::FREE).to_owned();
    }
    let at = entry.at.map(|at| at.to_string());
    let lost = entry.lost.filter(|minutes| *minutes > 0).map(|minutes| minutes.to_string());
    match (at, lost) {
        (Some(at), Some(lost)) => fill(row::FROM_LOST, &[("at", &at), ("lost", &lost)]),
        (Some(at), None) => fill(row::FROM, &[("at", &at)]),
        (None, Some(lost)) => fill(row::LOST, &[("lost", &lost)]),
        (None, None) => words(entry.start.map_or(row::SYMPTOMS, started)).to_owned(),
    }
}

/// When it started, in the words of the form.
pub const fn started(moment: Moment) -> Key {
    match moment {
        Moment::BeforeBed => form::start::BEFORE_BED,
        Moment::FallingAsleep => form::start::FALLING_ASLEEP,
        Moment::WokeMe => form::start::WOKE_ME,
    }
}

fn spoken(night: Night, today: Date, names: [Key; 7], months: [Key; 12]) -> String {
    let (from, to) = (night.0, night.morning().unwrap_or(night.0));
    let year = if to.year() == today.year() { String::new() } else { format!(" {}", to.year()) };
    let (first, last) = (from.day().to_string(), to.day().to_string());
    let with = [
        ("from_day", weekday(from, names)),
        ("from", &first),
        ("from_month", month(from, months)),
        ("to_day", weekday(to, names)),
        ("to", &last),
        ("to_month", month(to, months)),
        ("year", &year),
    ];
    fill(if from.month() == to.month() { text::WITHIN } else { text::ACROSS }, &with)
}

/// Monday first: 1 January 1970 was a Thursday.
fn weekday(date: Date, names: [Key; 7]) -> &'static str {
    let at = usize::try_from((date.day_number() + 3).rem_euclid(7)).unwrap_or(0);
    names.get(at).map_or("", |key| words(*key))
}

fn month(date: Date, names: [Key; 12]) -> &'static str {
    names.get(usize::from(date.month()).wrapping_sub(1)).map_or("", |key| words(*key))
}

const LONG: [Key; 7] = [days::D1, days::D2, days::D3, days::D4, days::D5, days::D6, days::D7];
const SHORT: [Key; 7] = [days::S1, days::S2, days::S3, days::S4, days::S5, days::S6, days::S7];
const LETTERS: [Key; 7] = [days::L1, days::L2, days::L3, days::L4, days::L5, days::L6, days::L7];
const SHORT_MONTHS: [Key; 12] = [
    months::M1,
    months::M2,
    months::M3,
    months::M4,
    months::M5,
    months::M6,
    months::M7,
    months::M8,
    months::M9,
    months::M10,
    months::M11,
    months::M12,
];
