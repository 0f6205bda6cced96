//! The reminders are read by a program that knows nothing of ours, tell nobody anything, and cannot be made to say more.
#![cfg(not(target_arch = "wasm32"))]

mod diary_support;
mod export_support;

use export_support::{any_text, hostile, is_golden};
use proptest::prelude::*;
use quiet_legs::date::Date;
use quiet_legs::diary::clock::{Clock, Stamp};
use quiet_legs::export::calendar::{Event, When, diary, file, months_later, retest};
use quiet_legs::export::clean;
use quiet_legs::export::names::Out;

const FROM: Date = Date::literal(2026, 11, 24);

fn now() -> Stamp {
    Stamp::parse("2026-11-24T19:05:09Z").unwrap()
}

fn half_past_nine() -> Clock {
    Clock::parse("21:30").unwrap()
}

fn fixed() -> String {
    file(&[diary(FROM, half_past_nine(), 7).unwrap(), retest(FROM, 7).unwrap()], now())
}

fn own(title: &str, details: &str) -> Event {
    Event { id: "1".into(), when: When::Day(FROM), title: title.into(), details: details.into() }
}

/// One line: its name with parameters, and its value as written.
type Line = (String, String);

/// Read by the letter of RFC 5545, section 3.1: CRLF, then unfolding, then name and value.
fn lines(text: &str) -> Vec<Line> {
    let body = text.strip_suffix("\r\n").expect("the last line ends too");
    for line in body.split("\r\n") {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.chars().any(|c| c.is_control()), "{line:?}");
    }
    let unfolded = body.replace("\r\n ", "");
    let pairs = unfolded.split("\r\n").map(|line| line.split_once(':').unwrap_or_else(|| panic!("no name: {line}")));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Section 3.3.11; panics at what may not stand in a text.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => text.push(match chars.next() {
                Some('n' | 'N') => '\n',
                Some(c @ ('\\' | ';' | ',')) => c,
                other => panic!("an escape of {other:?}"),
            }),
            (';' | ',', _) => panic!("a bare {c}"),
            _ => text.push(c),
        }
    }
    text
}

/// Every begin has its end; the names in each component.
fn components(lines: &[Line]) -> Vec<(String, Vec<String>)> {
    let (mut open, mut done): (Vec<(String, Vec<String>)>, Vec<_>) = (Vec::new(), Vec::new());
    for (name, value) in lines {
        match name.as_str() {
            "BEGIN" => open.push((value.clone(), Vec::new())),
            "END" => {
                let last = open.pop().expect("an end without a begin");
                assert_eq!(last.0, *value);
                done.push(last);
            }
            _ => open.last_mut().expect("a line outside").1.push(name.clone()),
        }
    }
    assert!(open.is_empty());
    done
}

fn value<'a>(lines: &'a [Line], name: &str) -> &'a str {
    lines.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str()).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn the_reminders_of_a_fixed_day_are_the_golden_file_to_the_byte() {
    is_golden("reminders.ics", &fixed());
}

#[test]
fn the_diary_is_fourteen_evenings_at_the_time_of_the_wall_clock() {
    let lines = lines(&file(&[diary(FROM, half_past_nine(), 7).unwrap()], now()));
    assert_eq!(value(&lines, "DTSTART"), "20261124T213000", "no zone and no Z: it floats");
    assert_eq!(value(&lines, "RRULE"), "FREQ=DAILY;COUNT=14");
    assert_eq!(value(&lines, "DTSTAMP"), "20261124T190509Z");
}

#[test]
fn the_next_blood_test_is_a_day_three_months_later() {
    for (after, on) in [
        ("2026-11-24", "20270224"),
        ("2026-11-30", "20270228"),
        ("2027-11-30", "20280229"),
        ("2026-09-30", "20261230"),
        ("2026-12-31", "20270331"),
    ] {
        let lines = lines(&file(&[retest(Date::parse(after).unwrap(), 7).unwrap()], now()));
        assert_eq!(value(&lines, "DTSTART;VALUE=DATE"), on, "{after}");
    }
}

#[test]
fn each_component_has_what_the_standard_requires_and_nobody_and_no_place_in_it() {
    let all = components(&lines(&fixed()));
    let of = |name: &'static str| all.iter().filter(move |(n, _)| n == name).map(|(_, names)| names);
    assert_eq!(of("VEVENT").count(), 2);
    for names in of("VEVENT") {
        assert!(["UID", "DTSTAMP", "SUMMARY"].iter().all(|need| names.iter().filter(|n| n == need).count() == 1));
        for never in ["ATTENDEE", "ORGANIZER", "LOCATION", "GEO", "CONTACT", "URL", "ATTACH", "METHOD"] {
            assert!(!names.iter().any(|name| name.starts_with(never)), "{never}");
        }
    }
    assert!(of("VALARM").all(|names| names == &["ACTION", "DESCRIPTION", "TRIGGER"]));
    assert!(of("VCALENDAR").all(|names| names == &["VERSION", "PRODID", "CALSCALE"]));
}

#[test]
fn no_two_events_share_an_id_and_none_tells_of_the_person() {
    let of = |seed| [diary(FROM, half_past_nine(), seed).unwrap().id, retest(FROM, seed).unwrap().id];
    let ids = [of(1), of(2)].concat();
    assert!(ids.iter().enumerate().all(|(at, id)| !ids[at + 1..].contains(id)));
    assert!(ids.iter().all(|id| id.chars().all(|c| c.is_ascii_hexdigit() || c == '-')));
}

#[test]
fn what_a_calendar_shows_and_what_a_file_is_called_does_not_tell_of_health() {
    let said = [diary(FROM, half_past_nine(), 7).unwrap(), retest(FROM, 7).unwrap()].map(|e| e.title + &e.details);
    let names = Out::ALL.map(|out| out.file_name(FROM));
    assert!(names.iter().all(|name| name.starts_with("2026-11-24-")));
    assert!(names.iter().enumerate().all(|(at, name)| !names[at + 1..].contains(name)), "two of a name: {names:?}");
    for text in said.iter().chain(&names).map(|text| text.to_lowercase()) {
        for word in ["leg", "restless", "rls", "ferritin", "iron", "blood", "symptom", "medicine", "health", "doctor"] {
            assert!(!text.split(|c: char| !c.is_alphabetic()).any(|w| w.starts_with(word)), "{word}: {text}");
        }
    }
}

#[test]
fn at_the_end_of_the_calendar_there_is_no_reminder() {
    let last = Date::literal(9999, 12, 31);
    assert_eq!(diary(last, half_past_nine(), 7), None);
    assert_eq!(retest(last, 7), None);
    assert!(diary(Date::literal(9999, 12, 18), half_past_nine(), 7).is_some());
}

#[test]
fn a_line_is_cut_at_75_bytes_and_never_inside_a_character() {
    for text in ["ä".repeat(400), "🌙".repeat(400), "a".repeat(400), format!("a{}", "שלום".repeat(99))] {
        let file = file(&[own(&text, &text)], now());
        assert_eq!(value(&lines(&file), "SUMMARY"), text);
        let longest = file.split("\r\n").map(str::len).max();
        assert!(longest.is_some_and(|longest| (72..=75).contains(&longest)), "{longest:?}");
    }
}

#[test]
fn hostile_text_stays_text() {
    let shape = components(&lines(&file(&[own("a", "b")], now())));
    for text in hostile() {
        let lines = lines(&file(&[own(&text, &text)], now()));
        assert_eq!(components(&lines), shape, "{text:.40?}");
        assert_eq!(unescaped(value(&lines, "SUMMARY")), clean::line(&text));
        assert_eq!(unescaped(value(&lines, "DESCRIPTION")), clean::text(&text));
    }
}

#[test]
fn characters_that_are_no_writing_or_turn_reading_round_are_gone() {
    assert_eq!(clean::text("a\0b\u{1b}[31m\u{7f}\u{85}c\u{feff}\u{ffff}\u{1fffe}\u{fdd0}"), "ab[31mc");
    assert_eq!(clean::text("\u{202e}gpj.exe\u{2066}\u{2069}"), "gpj.exe");
    assert_eq!(clean::text("a\r\nb\rc\n\nd\u{2028}e\u{2029}f\tg\u{a0}h"), "a\nb\nc\n\nd\ne\nf\tg h");
    assert_eq!(clean::line("  a \r\n\t b\u{a0}\u{3000}c \n"), "a b c");
}

proptest! {
    #[test]
    fn anything_becomes_a_file_that_is_read_back(
        title in any_text(), details in any_text(), day in -719_162_i32..2_932_896, minutes in 0_u32..1440,
        seed in any::<u64>(), seconds in any::<i64>(), days in any::<u16>(),
    ) {
        let date = Date::from_day_number(day).unwrap();
        let at = Clock::from_minutes(minutes);
        let mut events: Vec<Event> = [diary(date, at, seed), retest(date, seed)].into_iter().flatten().collect();
        events.push(Event { when: When::Daily { from: date, at, days }, ..own(&title, &details) });
        let lines = lines(&file(&events, Stamp::from_seconds(seconds)));
        let events = components(&lines).iter().filter(|(name, _)| name == "VEVENT").count();
        prop_assert!(events >= 1);
        for (name, value) in &lines {
            if matches!(name.as_str(), "SUMMARY" | "DESCRIPTION" | "UID") { unescaped(value); }
        }
        prop_assert_eq!(unescaped(&lines.iter().rfind(|(name, _)| name == "SUMMARY").unwrap().1), clean::line(&title));
    }

    #[test]
    fn three_months_later_is_what_jiff_says(day in -719_162_i32..2_932_700, months in 0_u16..48) {
        let date = Date::from_day_number(day).unwrap();
        let other: jiff::civil::Date = date.to_string().parse().unwrap();
        let expected = other.checked_add(jiff::Span::new().months(i32::from(months))).ok().map(|d| d.to_string());
        prop_assert_eq!(months_later(date, months).map(|d| d.to_string()), expected);
    }
}
