//! What is asked before a file is made: offered sensibly, read as it was meant, put right where it cannot be.
#![cfg(not(target_arch = "wasm32"))]

mod diary_support;
mod export_support;

use export_support::{TODAY, answers, any_text, hostile, lab};
use proptest::prelude::*;
use quiet_legs::clinical::answers::Answers;
use quiet_legs::clinical::problems::Problem;
use quiet_legs::content::Key;
use quiet_legs::content::text::{timeline::errors as days, ways::errors};
use quiet_legs::date::Date;
use quiet_legs::diary::clock::Clock;
use quiet_legs::diary::timeline::{Lab, Test};
use quiet_legs::export::asked::{AFTER, AT, BORN, FIRST, NAME, evenings, identity, offered, retest};
use quiet_legs::export::calendar;
use quiet_legs::export::fhir::Identity;

fn time(text: &str) -> Clock {
    Clock::parse(text).unwrap()
}

fn ferritin(day: &str) -> Lab {
    Lab { day: Date::parse(day).unwrap(), ..lab(Test::Ferritin, "", "49.9", "ng/mL", "") }
}

fn first(day: &str, month: &str, year: &str) -> Answers {
    answers(&[(AT, "21:30"), (FIRST.day, day), (FIRST.month, month), (FIRST.year, year)])
}

fn after(day: &str, month: &str, year: &str) -> Answers {
    answers(&[(AFTER.day, day), (AFTER.month, month), (AFTER.year, year)])
}

fn faults<T: std::fmt::Debug>(read: Result<T, Vec<Problem>>) -> Vec<(&'static str, Key)> {
    read.unwrap_err().into_iter().map(|problem| (problem.field, problem.says.key)).collect()
}

#[test]
fn what_is_offered_is_this_evening_and_late_at_night_the_next() {
    for (now, day) in [("00:00", 24), ("21:29", 24), ("21:30", 25), ("23:59", 25)] {
        let offered = offered(TODAY, time(now), &[]);
        assert_eq!(evenings(&offered, TODAY).unwrap(), (Date::literal(2026, 11, day), time("21:30")), "{now}");
        assert_eq!(retest(&offered, TODAY), Ok(TODAY));
    }
}

#[test]
fn the_repeat_is_counted_from_the_last_ferritin_while_that_is_still_to_come() {
    let counted = |labs: &[Lab]| retest(&offered(TODAY, Clock::NOON, labs), TODAY).unwrap().to_string();
    let other = lab(Test::Crp, "", "2", "mg/L", "");
    assert_eq!(counted(&[ferritin("2026-10-17"), ferritin("2026-09-01"), other]), "2026-10-17");
    assert_eq!(counted(&[ferritin("2026-08-24")]), "2026-08-24", "the reminder would come today");
    assert_eq!(counted(&[ferritin("2026-08-23")]), "2026-11-24", "it would have come yesterday");
}

#[test]
fn times_are_read_as_the_diary_reads_them_and_others_are_asked_again() {
    let read = |typed: &str| {
        let mut given = first("24", "11", "2026");
        given.set(AT, typed);
        evenings(&given, TODAY)
    };
    for (typed, meant) in [("9:30 pm", "21:30"), ("2215", "22:15"), (" 22.15 ", "22:15"), ("21", "21:00")] {
        assert_eq!(read(typed).unwrap().1, time(meant), "{typed}");
    }
    for typed in ["", "25:00", "half past nine", "21:60", "=1+1"] {
        assert_eq!(faults(read(typed)), [(AT, errors::AT)], "{typed}");
    }
}

#[test]
fn an_evening_that_is_past_or_a_year_away_is_asked_again_and_both_boxes_at_once() {
    let read = |day, month, year| evenings(&first(day, month, year), TODAY);
    assert!(read("24", "11", "2026").is_ok() && read("25", "11", "2027").is_ok());
    assert_eq!(faults(read("23", "11", "2026")), [(FIRST.day, errors::EVENING_PAST)]);
    assert_eq!(faults(read("26", "11", "2027")), [(FIRST.day, errors::FAR)]);
    assert_eq!(faults(read("30", "2", "2027")), [(FIRST.day, days::NO_SUCH_DAY)]);
    assert_eq!(faults(evenings(&Answers::default(), TODAY)), [(AT, errors::AT), (FIRST.day, days::DAY_MISSING)]);
}

#[test]
fn a_repeat_that_would_be_past_is_asked_again_with_its_day() {
    let read = |day, month, year| retest(&after(day, month, year), TODAY);
    assert_eq!(read("24", "8", "2026"), Ok(Date::literal(2026, 8, 24)));
    let past = read("23", "8", "2026").unwrap_err();
    assert_eq!((past[0].field, past[0].says.key), (AFTER.day, errors::RETEST_PAST));
    assert!(past[0].says.text().contains("23 November 2026"), "{}", past[0].says.text());
    assert_eq!(faults(read("1", "12", "2028")), [(AFTER.day, errors::FAR)]);
    assert_eq!(faults(read("31", "12", "9999")), [(AFTER.day, errors::FAR)]);
}

#[test]
fn nobody_is_named_where_nothing_was_typed_and_a_birthday_alone_is_asked_about() {
    let read = |pairs: &[(&str, &str)]| identity(&answers(pairs), TODAY);
    let born = [(BORN.day, "29"), (BORN.month, "2"), (BORN.year, "1980")];
    assert_eq!(read(&[]), Ok(None));
    assert_eq!(read(&[(NAME, " \u{202e}\n\0 ")]), Ok(None));
    assert_eq!(faults(read(&born)), [(NAME, errors::NAME_MISSING)]);
    let named = [born.as_slice(), &[(NAME, "Anna \u{202e} Müller\n")]].concat();
    let anna = Identity { name: "Anna Müller".into(), born: Date::parse("1980-02-29") };
    assert_eq!(read(&named), Ok(Some(anna)));
    assert_eq!(read(&[(NAME, "Anna")]).unwrap().unwrap().born, None);
    let unborn = [(NAME, "Anna"), (BORN.day, "25"), (BORN.month, "11"), (BORN.year, "2026")];
    assert_eq!(faults(read(&unborn)), [(BORN.day, days::FUTURE)]);
    assert_eq!(faults(read(&[(NAME, &"a".repeat(10_001))])), [(NAME, errors::NAME_LONG)]);
}

#[test]
fn hostile_text_in_any_box_is_asked_again_or_cleaned() {
    for text in hostile() {
        let mut given = Answers::default();
        for key in [AT, NAME, FIRST.day, FIRST.month, FIRST.year, AFTER.day, AFTER.month, AFTER.year] {
            given.set(key, &text);
        }
        assert_eq!(evenings(&given, TODAY).unwrap_err().len(), 2, "{text:.40?}");
        assert_eq!(retest(&given, TODAY).unwrap_err().len(), 1);
        if let Ok(Some(who)) = identity(&given, TODAY) {
            assert!(!who.name.chars().any(|c| c.is_control() || c == '\u{202e}'));
        }
    }
}

proptest! {
    #[test]
    fn whatever_stands_in_the_boxes_there_is_a_reminder_or_a_reason(
        texts in prop::collection::vec(prop_oneof![any_text(), "[0-9]{1,4}"], 11), day in -719_162_i32..2_932_896,
    ) {
        let today = Date::from_day_number(day).unwrap();
        let keys = [AT, NAME, FIRST.day, FIRST.month, FIRST.year, AFTER.day, AFTER.month, AFTER.year, BORN.day,
            BORN.month, BORN.year];
        let given: Answers = keys.iter().zip(texts).map(|(key, text)| ((*key).to_owned(), text)).collect();
        if let Ok((from, at)) = evenings(&given, today) {
            prop_assert!(from >= today && calendar::diary(from, at, 7).is_some());
        }
        if let Ok(after) = retest(&given, today) {
            prop_assert!(calendar::retest(after, 7).is_some());
        }
        for problem in [evenings(&given, today).err(), retest(&given, today).err(), identity(&given, today).err()] {
            for problem in problem.into_iter().flatten() {
                let filled = !problem.says.text().contains('{');
                prop_assert!(filled);
            }
        }
    }
}
