//! Reminders for a calendar (RFC 5545): the diary over 14 nights, and a blood test some three months after another.
//!
//! Decides when, and how it is written down. Times float: what the wall clock shows, wherever the person is. Nobody is
//! invited and no place is named; the title is neutral, because calendars are shared and shown on locked screens.
//! Programs that read only what the standard says get it: CRLF, lines of at most 75 bytes, three escapes.

use super::clean;
use crate::content::text::exports::calendar as said;
use crate::content::text::idle_ready;
use crate::content::{Key, fill, words};
use crate::date::Date;
use crate::diary::clock::{Clock, Stamp};
use crate::export::text::day;

/// Nights of the diary that are reminded of.
pub const NIGHTS: u16 = 14;
/// Months from one blood test to the next.
pub const MONTHS: u16 = 3;
/// Bytes of a line, without its end.
const LONGEST_LINE: usize = 75;

/// What stands in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Tells it from every other event there is; holds nothing of the person.
    pub id: String,
    /// When.
    pub when: When,
    /// The title.
    pub title: String,
    /// What stands below it.
    pub details: String,
}

/// When something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// All of a day; the device reminds at 9.
    Day(Date),
    /// At a time from a day on, so many days one after the other.
    Daily {
        /// The first day.
        from: Date,
        /// At what time.
        at: Clock,
        /// On how many days.
        days: u16,
    },
}

/// The diary, on [`NIGHTS`] nights. `seed`: a random number, so that no two events share an id. `None` while the words
/// are not here, and at the end of the calendar.
pub fn diary(from: Date, at: Clock, seed: u64) -> Option<Event> {
    let last = Date::from_day_number(from.day_number().checked_add(i32::from(NIGHTS) - 1)?);
    last.filter(|_| idle_ready())?;
    let details = fill(said::DIARY_DETAILS, &[("nights", &NIGHTS.to_string())]);
    Some(event(seed, 1, When::Daily { from, at, days: NIGHTS }, said::DIARY, details))
}

/// A blood test [`MONTHS`] months after a day the person picked; `None` as for [`diary`].
pub fn retest(after: Date, seed: u64) -> Option<Event> {
    let on = months_later(after, MONTHS).filter(|_| idle_ready())?;
    let details = fill(said::RETEST_DETAILS, &[("day", &day(after)), ("months", &MONTHS.to_string())]);
    Some(event(seed, 2, When::Day(on), said::RETEST, details))
}

fn event(seed: u64, kind: u8, when: When, title: Key, details: String) -> Event {
    Event { id: format!("{seed:016x}-{kind}"), when, title: words(title).to_owned(), details }
}

/// The same day of a later month, or the last day of that month where it is shorter.
pub fn months_later(date: Date, months: u16) -> Option<Date> {
    let count = u16::from(date.month()) - 1 + months;
    let (year, month) = (date.year().checked_add(count / 12)?, u8::try_from(count % 12 + 1).ok()?);
    (1..=date.day()).rev().find_map(|day| Date::new(year, month, day))
}

/// The file. `now`: when it is made, in universal time, which the standard wants to be told.
pub fn file(events: &[Event], now: Stamp) -> String {
    let mut text = String::new();
    put(&mut text, "BEGIN:VCALENDAR");
    put(&mut text, "VERSION:2.0");
    put(&mut text, "PRODID:-//Quiet Legs//Reminders//EN");
    put(&mut text, "CALSCALE:GREGORIAN");
    for event in events {
        write(&mut text, event, now);
    }
    put(&mut text, "END:VCALENDAR");
    text
}

fn write(text: &mut String, event: &Event, now: Stamp) {
    put(text, "BEGIN:VEVENT");
    put(text, &["UID:", &escaped(&clean::line(&event.id))].concat());
    put(text, &["DTSTAMP:", &digits(&now.to_string())].concat());
    let alarm = match event.when {
        When::Day(on) => {
            put(text, &["DTSTART;VALUE=DATE:", &digits(&on.to_string())].concat());
            "TRIGGER:PT9H"
        }
        When::Daily { from, at, days } => {
            put(text, &["DTSTART:", &digits(&from.to_string()), "T", &digits(&at.to_string()), "00"].concat());
            put(text, "DURATION:PT5M");
            put(text, &["RRULE:FREQ=DAILY;COUNT=", &days.to_string()].concat());
            "TRIGGER:PT0S"
        }
    };
    let title = escaped(&clean::line(&event.title));
    put(text, &["SUMMARY:", &title].concat());
    put(text, &["DESCRIPTION:", &escaped(&clean::text(&event.details))].concat());
    put(text, "CLASS:PRIVATE");
    put(text, "TRANSP:TRANSPARENT");
    put(text, "BEGIN:VALARM");
    put(text, "ACTION:DISPLAY");
    put(text, &["DESCRIPTION:", &title].concat());
    put(text, alarm);
    put(text, "END:VALARM");
    put(text, "END:VEVENT");
}

/// `2026-11-24T02:41:09Z` as calendars write it.
fn digits(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '-' | ':')).collect()
}

/// What would end a value, written so that it does not.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out
}

/// One line, cut where it is too long and never inside a character; what follows a cut begins with a space.
fn put(text: &mut String, line: &str) {
    let mut room = LONGEST_LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            text.push_str("\r\n ");
            room = LONGEST_LINE - 1;
        }
        text.push(c);
        room -= c.len_utf8();
    }
    text.push_str("\r\n");
}
