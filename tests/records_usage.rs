//! The data screen counts what is there, and the reminder of a copy comes when it should and never at night.

mod diary_support;

use diary_support::{Memory, entry, night};
use quiet_legs::date::Date;
use quiet_legs::diary::clock::Clock;
use quiet_legs::records::kind::night_key;
use quiet_legs::records::meta::Meta;
use quiet_legs::records::night::encode;
use quiet_legs::records::usage::{Usage, is_copy_due, nights, nights_since_copy, usage};
use quiet_legs::records::versions::Versions;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn clock(text: &str) -> Clock {
    Clock::parse(text).unwrap()
}

fn with_nights(days: std::ops::RangeInclusive<u8>) -> Memory {
    let store = Memory::default();
    for at in days {
        let night = night(&format!("2026-11-{at:02}"));
        store.put(&night_key(night), &encode(night, &Versions::first(entry(at % 11, at.into()))));
    }
    store
}

#[test]
fn everything_of_ours_is_counted_and_weighed_as_browsers_do() {
    let store = Memory::default();
    for (key, text) in [
        ("quiet-legs.night.2026-11-23", "ä"),
        ("quiet-legs.lab.a", "😀"),
        ("quiet-legs.change.b", ""),
        ("quiet-legs.wishes", ""),
        ("quiet-legs.check", "{}"),
        ("quiet-legs.meta", "{}"),
        ("quiet-legs.quarantine.20261124T024100.check", "x"),
        ("quiet-legs.safety.2026-11-24T02:41:09Z", "x"),
    ] {
        store.put(key, text);
    }
    let bytes: usize =
        store.texts.borrow().keys().map(|key| key.len() * 2).sum::<usize>() + 2 * (1 + 2 + 2 + 2 + 1 + 1);
    let expected =
        Usage { nights: 1, results: 1, changes: 1, experiments: 0, wishes: 1, checks: 1, aside: 1, safety: 1, bytes };
    assert_eq!(usage(&store), Ok(expected));
}

#[test]
fn nights_come_in_order_and_those_that_cannot_be_read_are_named() {
    let store = with_nights(1..=3);
    store.put("quiet-legs.night.2026-11-02", "broken");
    let found = nights(&store).unwrap();
    let days: Vec<String> = found.entries.keys().map(ToString::to_string).collect();
    assert_eq!(days, ["2026-11-01", "2026-11-03"]);
    assert_eq!(found.unread, ["quiet-legs.night.2026-11-02"]);
}

#[test]
fn nights_are_counted_from_the_day_of_the_last_copy_on() {
    let (store, today) = (with_nights(1..=20), day("2026-11-25"));
    let since = |last_copy: Option<&str>| {
        let meta = Meta { last_copy: last_copy.map(day), ..Meta::default() };
        nights_since_copy(&store, &meta, today).unwrap()
    };
    assert_eq!(since(None), 20);
    assert_eq!(since(Some("2026-11-10")), 11);
    assert_eq!(since(Some("2026-11-21")), 0);
    assert_eq!(since(Some("2027-06-01")), 20, "a copy from the future was made before the clock was set back");
}

#[test]
fn the_reminder_comes_after_14_nights_and_stays_away_for_30_days() {
    let (today, noon) = (day("2026-11-25"), Clock::NOON);
    let never = Meta::default();
    assert!(!is_copy_due(13, &never, today, noon));
    assert!(is_copy_due(14, &never, today, noon));
    let put_off = |text: &str| Meta { put_off: Some(day(text)), ..Meta::default() };
    for (since, due) in [("2026-11-25", false), ("2026-10-27", false), ("2026-10-26", true), ("2027-01-01", true)] {
        assert_eq!(is_copy_due(40, &put_off(since), today, noon), due, "{since}");
    }
}

#[test]
fn nobody_is_reminded_at_night() {
    for (time, due) in [("21:59", true), ("22:00", false), ("03:00", false), ("05:59", false), ("06:00", true)] {
        assert_eq!(is_copy_due(14, &Meta::default(), day("2026-11-25"), clock(time)), due, "{time}");
    }
}

#[test]
fn a_blocked_store_says_so() {
    let store = with_nights(1..=3);
    store.blocked.set(true);
    assert!(usage(&store).is_err() && nights(&store).is_err());
    assert!(nights_since_copy(&store, &Meta::default(), day("2026-11-25")).is_err());
}
