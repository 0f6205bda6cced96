//! A summary says what was noted and no more: nothing below seven nights, nothing filled in, free nights not hidden.

mod diary_support;

use diary_support::{any_diary, at, diary, entry, night, nights};
use proptest::prelude::*;
use quiet_legs::diary::clock::Clock;
use quiet_legs::diary::entry::{Moment, Recorded};
use quiet_legs::diary::night::Rhythm;
use quiet_legs::diary::stats::Halves;
use quiet_legs::diary::summary::{Earlier, Summary, Times, TooFew, Way, summary};
use quiet_legs::diary::window::Window;

const FIRST: &str = "2026-11-09";

fn fortnight() -> Window {
    Window::last(14, night("2026-11-22")).unwrap()
}

fn of(nights: &[Recorded]) -> Summary {
    summary(nights, fortnight(), Rhythm::ByNight).unwrap()
}

/// The nights of the picture: ten with symptoms of thirteen recorded.
fn pictured() -> Vec<Recorded> {
    let strengths = [6, 5, 7, 4].map(Some).into_iter().chain([None]).chain([8, 6, 6, 0, 4, 0, 3, 0, 6].map(Some));
    let starts = ["22:10", "22:40", "21:50", "23:05", "21:30", "22:20", "22:45", "", "23:10", "", "23:30", "", "22:15"];
    let mut nights = diary(FIRST, &strengths.collect::<Vec<_>>());
    for (one, start) in nights.iter_mut().zip(starts) {
        one.entry.at = Clock::parse(start);
    }
    nights
}

#[test]
fn the_first_sentence_says_on_how_many_of_the_recorded_nights() {
    let found = of(&pictured());
    assert_eq!(found.sentence().text(), "In the last 14 days you had symptoms on 10 of the 13 nights you recorded.");
    assert_eq!(found.strength.unwrap().middle, Halves::new(12));
    assert_eq!((found.strength.unwrap().low, found.strength.unwrap().high), (3, 8));
    let said: Vec<String> = found.says_strength().iter().map(|said| said.text()).collect();
    assert_eq!(
        said,
        [
            "On nights with symptoms the middle strength was 6, from 3 to 8.",
            "Over all nights you recorded it was 5, from 0 to 8. Nights without symptoms count as 0."
        ]
    );
    assert_eq!(found.says_week().unwrap().text(), "That is about 5 nights a week.");
    assert_eq!(
        found.says_start().unwrap().text(),
        "The middle start time was 22:30, the earliest 21:30 and the latest 23:30. 10 nights with a time count."
    );
}

#[test]
fn most_often_is_said_only_of_a_moment_that_most_nights_tell_and_no_other_equals() {
    let with = |falling_asleep: usize, woke_me: usize| {
        let mut all = pictured();
        let felt = all.iter_mut().filter(|one| one.entry.symptoms());
        let moments = [Moment::FallingAsleep].repeat(falling_asleep).into_iter();
        for (one, moment) in felt.zip(moments.chain([Moment::WokeMe].repeat(woke_me))) {
            one.entry.start = Some(moment);
        }
        of(&all)
    };
    assert_eq!(
        with(4, 2).sentence().text(),
        "In the last 14 days you had symptoms on 10 of the 13 nights you recorded, most often when falling asleep."
    );
    assert_eq!(with(3, 3).most_often, None, "two lead");
    assert_eq!(with(3, 1).most_often, None, "told on fewer than half of the nights");
    assert_eq!(with(0, 0).most_often, None);
}

#[test]
fn below_the_minimum_nothing_is_said() {
    for few in 0..7 {
        let nights = nights(FIRST, &vec![6; few]);
        assert_eq!(summary(&nights, fortnight(), Rhythm::ByNight), Err(TooFew { recorded: few }));
    }
    assert!(summary(&nights(FIRST, &[6; 7]), fortnight(), Rhythm::ByNight).is_ok());
    let says = |recorded| TooFew { recorded }.says().text();
    assert_eq!(says(3), "You have 3 nights. After 7 we can show a first picture.");
    assert_eq!(says(1), "You have 1 night. After 7 we can show a first picture.");
    assert_eq!(says(0), "You have no nights yet. After 7 we can show a first picture.");
}

#[test]
fn a_night_without_symptoms_is_a_night_and_a_night_without_an_entry_is_none() {
    let free = nights(FIRST, &[0; 8]);
    let found = of(&free);
    assert_eq!((found.recorded, found.with_symptoms), (8, 0));
    assert_eq!(found.sentence().text(), "In the last 14 days you recorded 8 nights, all of them without symptoms.");
    assert_eq!((found.strength, found.says_week(), found.says_start()), (None, None, None));
    let every = of(&nights(FIRST, &[3; 8]));
    assert_eq!(every.sentence().text(), "In the last 14 days you had symptoms on all 8 nights you recorded.");
    assert_eq!(every.says_week().unwrap().text(), "That is every night you recorded.");
}

#[test]
fn nights_outside_the_window_count_nowhere() {
    let mut all = pictured();
    let before = of(&all);
    all.extend(nights("2026-11-01", &[10; 8]));
    all.extend(nights("2026-11-23", &[10; 8]));
    assert_eq!(of(&all), before);
    let chosen = Window::between(night("2026-11-01"), night("2026-11-30")).unwrap();
    let found = summary(&all, chosen, Rhythm::ByNight).unwrap();
    assert_eq!(found.sentence().text(), "In the 30 days shown you had symptoms on 26 of the 29 nights you recorded.");
}

fn started(times: &[&str]) -> Option<Times> {
    let mut all = nights(FIRST, &[5; 14]);
    for (one, time) in all.iter_mut().zip(times) {
        one.entry.at = at(time);
    }
    of(&all).start
}

#[test]
fn half_past_eleven_and_half_past_midnight_have_midnight_between_them() {
    let clock = |text| Clock::parse(text).unwrap();
    assert_eq!(
        started(&["23:30", "00:30"]),
        Some(Times::Usual { middle: clock("00:00"), first: clock("23:30"), last: clock("00:30"), nights: 2 })
    );
}

#[test]
fn starts_spread_over_more_than_twelve_hours_have_no_usual_time() {
    assert_eq!(started(&["14:00", "02:01"]), Some(Times::NoneUsual));
    assert!(matches!(started(&["14:00", "02:00"]), Some(Times::Usual { .. })));
    assert_eq!(started(&[]), None);
}

#[test]
fn who_sleeps_by_day_has_start_times_around_the_middle_of_their_sleep() {
    let mut all = nights(FIRST, &[5; 8]);
    for (one, time) in all.iter_mut().zip(["11:00", "13:00", "10:00"]) {
        one.entry.at = at(time);
    }
    let clock = |text| Clock::parse(text).unwrap();
    let by_day = Rhythm::ByDay { from: clock("08:00"), to: clock("16:00") };
    let usual = Times::Usual { middle: clock("11:00"), first: clock("10:00"), last: clock("13:00"), nights: 3 };
    assert_eq!(summary(&all, fortnight(), by_day).unwrap().start, Some(usual));
    assert_eq!(of(&all).start, Some(Times::NoneUsual), "counted from noon they would fall apart");
}

#[test]
fn minutes_awake_are_of_the_nights_with_symptoms_that_say_it() {
    let mut all = pictured();
    for (one, minutes) in all.iter_mut().filter(|one| one.entry.symptoms()).zip([45, 30, 60]) {
        one.entry.lost = Some(minutes);
    }
    let found = of(&all);
    assert_eq!(
        found.says_awake().unwrap().text(),
        "Your legs kept you awake for 45 minutes on the middle night, from 30 to 60 minutes. 3 nights count."
    );
    assert_eq!(of(&pictured()).says_awake(), None);
}

/// Fourteen nights of strength 5 whose start moves by so many minutes after the first seven.
fn moving(minutes: i32, told: usize) -> Vec<Recorded> {
    let mut all = nights(FIRST, &[5; 14]);
    for (at, one) in all.iter_mut().enumerate().filter(|(at, _)| at % 7 < told) {
        let start = 23 * 60 + if at < 7 { 0 } else { minutes };
        one.entry.at = Some(Clock::from_minutes(start as u32));
    }
    all
}

#[test]
fn earlier_and_earlier_is_said_from_30_minutes_on_with_five_nights_on_each_side() {
    let earlier = |minutes, told| of(&moving(minutes, told)).drift.earlier;
    assert_eq!(earlier(-40, 7), Some(Earlier(40)));
    assert_eq!(earlier(-30, 5), Some(Earlier(30)));
    assert_eq!(earlier(-29, 7), Some(Earlier(0)));
    assert_eq!(earlier(90, 7), Some(Earlier(-90)), "after midnight is later");
    assert_eq!(earlier(-40, 4), None);
    let said = of(&moving(-42, 7)).drift.says(false);
    let said: Vec<String> = said.iter().map(|said| said.text()).collect();
    assert!(
        said.contains(&"In the last 7 nights symptoms started about 40 minutes earlier than in the first 7.".into())
    );
}

#[test]
fn augmentation_is_asked_about_only_of_somebody_who_takes_what_can_do_it() {
    let drift = of(&moving(-60, 7)).drift;
    assert!(drift.asks_about_augmentation(true) && !drift.asks_about_augmentation(false));
    assert!(!of(&moving(60, 7)).drift.asks_about_augmentation(true));
    assert!(drift.says(true).len() > drift.says(false).len());
}

#[test]
fn a_change_is_told_only_with_five_nights_on_each_side() {
    let way = |strengths: &[Option<u8>]| of(&diary(FIRST, strengths)).drift.strength.map(|change| change.to);
    let both = |first: u8, last: u8| [[Some(first); 7], [Some(last); 7]].concat();
    assert_eq!(way(&both(5, 6)), Some(Way::Higher));
    assert_eq!(way(&both(6, 3)), Some(Way::Lower));
    assert_eq!(way(&both(6, 6)), Some(Way::Same));
    let mut half = both(5, 6);
    half[13] = Some(5);
    half[12] = Some(5);
    half[11] = Some(5);
    half[10] = None;
    assert_eq!(way(&half), Some(Way::Same), "half a point is about the same");
    let mut missing = both(5, 9);
    for gap in [1, 3, 5] {
        missing[gap] = None;
    }
    assert_eq!(way(&missing), None);
}

#[test]
fn the_first_seven_nights_and_the_last_seven_never_overlap() {
    let short = Window::last(13, night("2026-11-22")).unwrap();
    assert_eq!(summary(&nights(FIRST, &[5; 14]), short, Rhythm::ByNight).unwrap().drift.strength, None);
    // A diary begun ten nights ago, in a window of four weeks.
    let long = Window::last(28, night("2026-11-22")).unwrap();
    let of_long = |nights: &[Recorded]| summary(nights, long, Rhythm::ByNight).unwrap().drift.strength;
    assert_eq!(of_long(&nights("2026-11-13", &[5; 10])), None);
    // Begun 14 nights ago: the empty weeks before are no side.
    assert!(of_long(&nights(FIRST, &[5; 14])).is_some());
}

#[test]
fn a_window_names_the_nights_it_shows_and_no_others() {
    let shown: Vec<String> =
        Window::last(3, night("2026-03-01")).unwrap().nights().map(|night| night.to_string()).collect();
    assert_eq!(shown, ["2026-02-27", "2026-02-28", "2026-03-01"]);
    assert_eq!(Window::last(0, night(FIRST)), None);
    assert_eq!(Window::between(night(FIRST), night("2026-11-08")), None);
}

#[test]
fn ten_years_are_summed_up_whole_newest_first_too() {
    let first = night("2016-11-23");
    let mut all: Vec<Recorded> =
        (0..3652).map(|at| Recorded { night: first.plus(at).unwrap(), entry: entry((at % 11) as u8, 0) }).collect();
    all.reverse();
    let window = Window::between(first, first.plus(3651).unwrap()).unwrap();
    assert_eq!(summary(&all, window, Rhythm::ByNight).unwrap().recorded, 3652);
}

proptest! {
    #[test]
    fn whatever_was_noted_a_summary_counts_no_more_than_that(all in any_diary()) {
        let window = Window::last(28, night("2026-11-28")).unwrap();
        match summary(&all, window, Rhythm::ByNight) {
            Err(TooFew { recorded }) => prop_assert!(recorded == all.len() && recorded < 7),
            Ok(found) => {
                prop_assert_eq!(found.recorded, all.len());
                prop_assert_eq!(found.with_symptoms, all.iter().filter(|one| one.entry.symptoms()).count());
                prop_assert!(found.strength.is_none_or(|spread| spread.middle >= found.strength_of_all.middle));
                prop_assert!(found.nights_a_week() <= 7);
                for said in [found.sentence()].into_iter().chain(found.says_strength()).chain(found.says_start()).chain(found.drift.says(true)) {
                    prop_assert!(!said.text().contains(['{', '}']), "{}", said.text());
                }
            }
        }
    }

    #[test]
    fn it_makes_no_difference_in_which_order_nights_are_read(all in any_diary()) {
        let window = Window::last(28, night("2026-11-28")).unwrap();
        let mut turned = all.clone();
        turned.reverse();
        prop_assert_eq!(summary(&all, window, Rhythm::ByNight), summary(&turned, window, Rhythm::ByNight));
    }
}
