//! An entry belongs to one night, whatever clocks and calendars do; the night is always a civil date.

use proptest::prelude::*;
use quiet_legs::date::Date;
use quiet_legs::diary::clock::{Clock, Stamp};
use quiet_legs::diary::night::{Night, Rhythm};
use quiet_legs::diary::said;

fn of(day: &str, time: &str) -> String {
    let night = Night::of(Date::parse(day).unwrap(), Clock::parse(time).unwrap(), Rhythm::ByNight);
    night.unwrap().to_string()
}

fn by_day(from: &str, to: &str) -> Rhythm {
    Rhythm::ByDay { from: Clock::parse(from).unwrap(), to: Clock::parse(to).unwrap() }
}

#[test]
fn a_stretch_of_days_says_each_month_and_year_once() {
    let range = |from: &str, to: &str| said::range(Date::parse(from).unwrap(), Date::parse(to).unwrap());
    assert_eq!(range("2026-11-09", "2026-11-22"), "9 to 22 November 2026");
    assert_eq!(range("2026-10-26", "2026-11-08"), "26 October to 8 November 2026");
    assert_eq!(range("2025-12-26", "2026-01-08"), "26 December 2025 to 8 January 2026");
    assert_eq!(range("2025-11-09", "2026-11-22"), "9 November 2025 to 22 November 2026");
}

#[test]
fn an_entry_made_at_3_am_belongs_to_the_night_before() {
    assert_eq!(of("2026-11-24", "03:00"), "2026-11-23");
    assert_eq!(of("2026-11-24", "00:00"), "2026-11-23");
}

#[test]
fn an_entry_before_noon_belongs_to_the_night_just_gone_and_from_noon_on_to_the_coming_one() {
    assert_eq!(of("2026-11-24", "11:59"), "2026-11-23");
    assert_eq!(of("2026-11-24", "12:00"), "2026-11-24");
    assert_eq!(of("2026-11-24", "23:59"), "2026-11-24");
}

#[test]
fn in_the_afternoon_the_night_just_gone_is_offered_while_it_has_no_entry() {
    let today = Date::parse("2026-11-24").unwrap();
    let offered = |time: &str, empty| {
        Night::offered(today, Clock::parse(time).unwrap(), Rhythm::ByNight, empty).unwrap().to_string()
    };
    assert_eq!(offered("15:00", true), "2026-11-23");
    assert_eq!(offered("15:00", false), "2026-11-24");
    assert_eq!(offered("18:00", true), "2026-11-24");
    assert_eq!(offered("09:00", true), "2026-11-23");
}

#[test]
fn the_night_the_clocks_change_is_one_night() {
    // Europe 2026: 02:00 becomes 03:00 on 29 March; 03:00 becomes 02:00 on 25 October, so 02:30 comes twice.
    for time in ["01:59", "03:00", "03:01"] {
        assert_eq!(of("2026-03-29", time), "2026-03-28");
    }
    for time in ["02:30", "02:30", "03:00"] {
        assert_eq!(of("2026-10-25", time), "2026-10-24");
    }
    assert_eq!(of("2026-10-25", "22:00"), "2026-10-25");
}

#[test]
fn crossing_the_date_line_never_makes_two_nights_of_one_evening_by_itself() {
    // Westward from Honolulu a day is skipped: that night stays missing. Eastward one date comes twice: the second
    // evening falls on a night that has an entry, which the screen says and which the person can move.
    assert_eq!(of("2026-11-24", "22:00"), "2026-11-24");
    assert_eq!(of("2026-11-26", "07:00"), "2026-11-25");
    let first = of("2026-11-24", "22:00");
    assert_eq!(of("2026-11-24", "22:00"), first);
}

#[test]
fn an_edit_made_after_the_clock_was_set_back_is_still_the_later_one() {
    let written = Stamp::parse("2026-11-24T02:41:09Z").unwrap();
    let set_back = Stamp::parse("2001-01-01T00:00:00Z").unwrap();
    let edit = Stamp::edit(set_back, written);
    assert!(edit > written);
    assert_eq!(edit.to_string(), "2026-11-24T02:41:10Z");
    assert!(Stamp::edit(set_back, edit) > edit);
}

#[test]
fn a_leap_day_is_a_night() {
    assert_eq!(of("2028-02-29", "21:00"), "2028-02-29");
    assert_eq!(of("2028-03-01", "02:00"), "2028-02-29");
    assert_eq!(of("2027-03-01", "02:00"), "2027-02-28");
    let leap = Night(Date::parse("2028-02-29").unwrap());
    assert_eq!(leap.morning().unwrap().to_string(), "2028-03-01");
    assert_eq!(leap.plus(366).unwrap().to_string(), "2029-03-01");
}

#[test]
fn the_night_of_new_year_belongs_to_the_old_year() {
    assert_eq!(of("2027-01-01", "04:00"), "2026-12-31");
    assert_eq!(of("2026-12-31", "23:59"), "2026-12-31");
}

#[test]
fn who_sleeps_by_day_has_the_night_of_the_date_their_sleep_begins() {
    let rhythm = by_day("08:00", "16:00");
    assert_eq!(rhythm.anchor().to_string(), "00:00");
    for (day, time, night) in [
        ("2026-11-24", "07:00", "2026-11-24"),
        ("2026-11-24", "17:00", "2026-11-24"),
        ("2026-11-24", "23:59", "2026-11-24"),
        ("2026-11-25", "00:01", "2026-11-25"),
    ] {
        let found = Night::of(Date::parse(day).unwrap(), Clock::parse(time).unwrap(), rhythm).unwrap();
        assert_eq!(found.to_string(), night, "{day} {time}");
    }
    // Asleep from 06:00 to 13:00: the evening before at 22:00 already belongs to the sleep of the next date.
    let early = by_day("06:00", "13:00");
    let found = Night::of(Date::parse("2026-11-23").unwrap(), Clock::parse("22:00").unwrap(), early).unwrap();
    assert_eq!(found.to_string(), "2026-11-24");
}

#[test]
fn half_past_eleven_and_half_past_midnight_are_an_hour_apart() {
    let anchor = Rhythm::ByNight.anchor();
    let after = |time: &str| Clock::parse(time).unwrap().after(anchor);
    assert_eq!(after("00:30") - after("23:30"), 60);
}

#[test]
fn nothing_breaks_at_the_ends_of_the_calendar() {
    assert_eq!(Night::of(Date::literal(1, 1, 1), Clock::from_minutes(0), Rhythm::ByNight), None);
    assert_eq!(Night(Date::literal(9999, 12, 31)).plus(1), None);
    assert_eq!(Night(Date::literal(9999, 12, 31)).plus(i32::MAX), None);
}

proptest! {
    #[test]
    fn every_minute_belongs_to_one_night_and_nights_follow_one_another(day in 0_i32..40_000, minute in 0_u32..1440, from in 0_u32..1440, length in 60_u32..720) {
        let rhythms = [
            Rhythm::ByNight,
            Rhythm::ByDay { from: Clock::from_minutes(from), to: Clock::from_minutes(from + length) },
        ];
        for rhythm in rhythms {
            let at = |minutes: u32| {
                let date = Date::from_day_number(day + (minutes / 1440) as i32).unwrap();
                Night::of(date, Clock::from_minutes(minutes), rhythm).unwrap()
            };
            let step = at(minute + 1).since(at(minute));
            let edge = Clock::from_minutes(minute + 1) == rhythm.anchor();
            prop_assert_eq!(step, i32::from(edge));
        }
    }

    #[test]
    fn a_main_sleep_by_day_begins_on_the_date_of_its_night(day in 0_i32..40_000, from in 0_u32..1440, length in 60_u32..720) {
        let date = Date::from_day_number(day).unwrap();
        let rhythm = Rhythm::ByDay { from: Clock::from_minutes(from), to: Clock::from_minutes(from + length) };
        prop_assert_eq!(Night::of(date, Clock::from_minutes(from), rhythm), Some(Night(date)));
    }

    #[test]
    fn a_stamp_comes_back_as_it_was(seconds in -62_135_596_800_i64..221_000_000_000) {
        let stamp = Stamp::from_seconds(seconds);
        prop_assert_eq!(Stamp::parse(&stamp.to_string()), Some(stamp));
    }

    #[test]
    fn no_text_breaks_a_clock_or_a_stamp(text in "\\PC{0,30}", other in "[0-9T:Z-]{0,24}") {
        for text in [text, other] {
            let _ = (Clock::parse(&text), Stamp::parse(&text));
        }
    }
}
