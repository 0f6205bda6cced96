//! Nights before and after a day stand side by side, and a change is judged when studies judged it, not sooner.

mod diary_support;

use diary_support::{any_diary, night, nights, stamp};
use proptest::prelude::*;
use quiet_legs::content::{COURSES, words};
use quiet_legs::date::Date;
use quiet_legs::diary::before_after::{around, course_of, judged, of_change, windows_around, windows_of_change};
use quiet_legs::diary::entry::Recorded;
use quiet_legs::diary::timeline::{Change, What};

const DAY: &str = "2026-11-16";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn change(what: What, on: &str) -> Change {
    Change { what, name: String::new(), day: day(on), note: String::new(), created: stamp(0), edited: stamp(0) }
}

fn around_16_november(before: &[u8], after: &[u8]) -> Vec<Recorded> {
    let begin = night(DAY).plus(-(before.len() as i32)).unwrap().to_string();
    [nights(&begin, before), nights(DAY, after)].concat()
}

fn says(before: &[u8], after: &[u8]) -> Vec<String> {
    let both = around(&around_16_november(before, after), day(DAY));
    both.says("16 November").iter().map(|said| said.text()).collect()
}

#[test]
fn the_night_of_the_day_itself_is_after_it() {
    let both = around(&around_16_november(&[6, 5, 7, 4, 8, 6], &[6, 0, 4, 0, 3, 0, 6]), day(DAY));
    assert_eq!((both.before.nights, both.after.nights), (6, 7));
    assert_eq!(both.before.dots, [0, 0, 0, 0, 1, 1, 2, 1, 1, 0, 0]);
    assert_eq!(both.after.dots, [3, 0, 0, 1, 1, 0, 2, 0, 0, 0, 0]);
    let said: Vec<String> = both.says("16 November").iter().map(|said| said.text()).collect();
    assert_eq!(
        said,
        [
            "From 16 November the middle strength was lower: 3 on 7 nights, and 6 on the 6 nights before.",
            "This does not show that one caused the other. Many things differ from night to night.",
            "People often start a diary when things are bad. So some improvement is expected."
        ]
    );
}

#[test]
fn a_difference_under_one_point_is_about_the_same() {
    assert!(says(&[5; 4], &[5, 5, 6, 6])[0].contains("about the same: 5.5 on 4 nights"));
    assert!(says(&[5; 4], &[6; 4])[0].contains("was higher"));
}

#[test]
fn below_the_minimum_no_side_is_compared() {
    let few = says(&[9; 3], &[1; 9]);
    assert_eq!(
        few,
        ["Not enough nights to compare. It takes 4 on each side. You have 3 before 16 November and 9 after it."]
    );
}

#[test]
fn iron_tablets_are_judged_at_about_12_weeks_and_their_nights_count_from_then() {
    let iron = change(What::IronTablets, "2026-03-02");
    let seen = |today: &str| {
        let judged = judged(&iron, day(today)).unwrap();
        (judged.days_left, judged.has_passed(), judged.says().last().unwrap().text())
    };
    assert_eq!(seen("2026-04-25"), (30, false, "That is in 30 days.".into()));
    assert_eq!(seen("2026-05-24"), (1, false, "That is tomorrow.".into()));
    assert_eq!(seen("2026-05-25"), (0, true, "That time has passed.".into()));
    assert!(
        judged(&iron, day("2026-03-02")).unwrap().says()[0]
            .text()
            .starts_with("Studies judged iron tablets at about 12 weeks.")
    );
    // Strong right after the change, weak around week 12: only the latter is "after".
    let mut all = nights("2026-02-20", &[6; 10]);
    all.extend(nights("2026-03-02", &[9; 28]));
    all.extend(nights("2026-05-18", &[2; 14]));
    let both = of_change(&all, &iron);
    assert_eq!((both.before.nights, both.after.nights), (10, 14));
    assert_eq!(both.after.side.unwrap().middle.to_string(), "2");
    assert_eq!(around(&all, iron.day).after.side.unwrap().middle.to_string(), "9");
}

#[test]
fn where_no_time_is_known_none_is_counted_down() {
    for what in [What::Stopped, What::Dose, What::IronInfusion] {
        let judged = judged(&change(what, DAY), day("2026-12-01")).unwrap();
        assert_eq!((judged.on, judged.has_passed(), judged.says().len()), (None, false, 1), "{what:?}");
    }
    for what in [What::Started, What::Pregnancy, What::Other] {
        assert!(course_of(&change(what, DAY)).is_none(), "{what:?}");
    }
    assert!(judged(&change(What::Dose, DAY), day(DAY)).unwrap().says()[0].text().contains("not well studied"));
}

#[test]
fn every_course_is_of_a_change_the_diary_knows() {
    assert!(COURSES.len() >= 4);
    for course in &COURSES {
        assert!(course.changes.iter().all(|code| What::from_code(code).is_some()), "{}", course.id);
        assert!(!course.sources.is_empty() && !words(course.says).is_empty(), "{}", course.id);
    }
}

#[test]
fn a_screen_is_told_the_nights_it_has_to_read_and_no_others() {
    let [before, after] = windows_around(day(DAY)).map(|side| side.map(|w| (w.from().to_string(), w.to().to_string())));
    assert_eq!(before.unwrap(), ("2026-10-19".to_owned(), "2026-11-15".to_owned()));
    assert_eq!(after.unwrap(), ("2026-11-16".to_owned(), "2026-12-13".to_owned()));
    let iron = change(What::IronTablets, "2026-01-01");
    let all = nights("2025-10-01", &[4; 300]);
    let read: Vec<Recorded> =
        windows_of_change(&iron).into_iter().flatten().flat_map(|w| w.of(&all).into_iter().cloned()).collect();
    assert_eq!(read.len(), 56);
    assert_eq!(of_change(&read, &iron), of_change(&all, &iron));
}

#[test]
fn nothing_breaks_at_the_ends_of_the_calendar() {
    for day in [Date::literal(1, 1, 1), Date::literal(9999, 12, 31)] {
        let both = around(&nights(DAY, &[5; 9]), day);
        assert_eq!((both.before.nights, both.after.nights), (0, 0));
        let late = Change { day, ..change(What::IronTablets, DAY) };
        assert!(judged(&late, day).is_some());
    }
}

proptest! {
    #[test]
    fn no_night_is_on_both_sides_and_every_dot_is_a_night(all in any_diary(), at in -5_i32..35) {
        let on = night("2026-11-01").plus(at).unwrap();
        let both = around(&all, on.0);
        prop_assert_eq!(both.before.nights, all.iter().filter(|one| one.night < on && on.since(one.night) <= 28).count());
        prop_assert_eq!(both.after.nights, all.iter().filter(|one| (0..28).contains(&one.night.since(on))).count());
        prop_assert_eq!(both.before.dots.iter().sum::<usize>(), both.before.nights);
        for said in both.says("{day}") {
            prop_assert!(!said.text().is_empty());
        }
    }
}
