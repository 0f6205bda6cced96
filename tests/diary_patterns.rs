//! With and without are set beside each other honestly: unknown is on neither side, few nights are silence, looking at
//! many things costs, and no sentence names a cause.

mod diary_support;

use diary_support::{any_diary, at, night, nights, stamp};
use proptest::prelude::*;
use quiet_legs::content::text::{PATHS, words};
use quiet_legs::diary::clock::Clock;
use quiet_legs::diary::entry::{Activity, Alcohol, Caffeine, Extra, Recorded};
use quiet_legs::diary::night::Rhythm;
use quiet_legs::diary::patterns::{Compared, Factor, Other, Patterns, patterns};
use quiet_legs::diary::window::Window;

const FIRST: &str = "2026-11-09";

fn of(all: &[Recorded]) -> Patterns {
    patterns(all, Window::last(14, night("2026-11-22")).unwrap(), Rhythm::ByNight, 1)
}

/// Alcohol on every second night, which are of one strength, the others of another.
fn alternating(with: u8, without: u8) -> Vec<Recorded> {
    let strengths: Vec<u8> = (0..14).map(|at| if at % 2 == 0 { with } else { without }).collect();
    let mut all = nights(FIRST, &strengths);
    for (at, one) in all.iter_mut().enumerate() {
        one.entry.alcohol = Some(if at % 2 == 0 { Alcohol::One } else { Alcohol::None });
    }
    all
}

fn compared(found: &Patterns, factor: &Factor) -> Option<Compared> {
    found.compared.iter().find(|one| one.factor == *factor).cloned()
}

#[test]
fn both_counts_and_both_middles_are_said_and_that_it_shows_no_cause() {
    let mut all = alternating(6, 4);
    for one in &mut all[10..] {
        one.entry.alcohol = Some(Alcohol::None);
    }
    let found = compared(&of(&all), &Factor::Alcohol).unwrap();
    let said: Vec<String> = found.says().iter().map(|said| said.text()).collect();
    assert_eq!(
        said,
        [
            "On the 5 nights with alcohol, the middle strength was 6; on the 9 without, it was 4.",
            "The difference is more than chance would usually give, if nights were independent.",
            "This does not show that alcohol caused it. Many things differ from night to night."
        ]
    );
    assert_eq!(found.says_means().text(), "The averages were 6 and 4.4.");
}

#[test]
fn unknown_is_not_no() {
    let mut all = alternating(6, 4);
    for one in all.iter_mut().filter(|one| one.entry.alcohol == Some(Alcohol::None)) {
        one.entry.alcohol = None;
    }
    let found = of(&all);
    assert_eq!(compared(&found, &Factor::Alcohol), None);
    assert_eq!((found.too_few[0].with, found.too_few[0].without), (7, 0));
    let entry = &nights(FIRST, &[5])[0].entry;
    for factor in [Factor::Caffeine, Factor::LateCaffeine, Factor::ActiveDay, Factor::Taken("Zoloft".into())] {
        assert_eq!(factor.is_in(entry), None, "{factor:?}");
    }
}

#[test]
fn what_was_never_answered_is_not_mentioned() {
    assert_eq!(of(&nights(FIRST, &[5; 14])), Patterns::default());
    assert!(of(&nights(FIRST, &[5; 14])).limits().is_empty());
}

#[test]
fn below_the_minimum_nothing_is_said() {
    let with = |count: usize| {
        let mut all = alternating(9, 1);
        for (at, one) in all.iter_mut().enumerate() {
            one.entry.alcohol = Some(if at < count { Alcohol::More } else { Alcohol::None });
        }
        of(&all)
    };
    assert_eq!(compared(&with(3), &Factor::Alcohol), None);
    let few = with(3).too_few[0].says().text();
    assert_eq!(few, "Alcohol: not enough nights to compare. It takes 4 nights of each kind. You have 3 and 11.");
    assert_eq!(compared(&with(4), &Factor::Alcohol).unwrap().is_surprising(), None, "four nights: no chance is told");
    assert!(compared(&with(5), &Factor::Alcohol).unwrap().is_surprising().is_some());
}

#[test]
fn each_answer_puts_a_night_on_its_side() {
    let mut entry = nights(FIRST, &[5]).remove(0).entry;
    for (caffeine, any, late) in
        [(Caffeine::None, false, false), (Caffeine::Early, true, false), (Caffeine::Late, true, true)]
    {
        entry.caffeine = Some(caffeine);
        assert_eq!((Factor::Caffeine.is_in(&entry), Factor::LateCaffeine.is_in(&entry)), (Some(any), Some(late)));
    }
    for (activity, active) in
        [(Activity::None, false), (Activity::Light, false), (Activity::Moderate, true), (Activity::Hard, true)]
    {
        entry.activity = Some(activity);
        assert_eq!(Factor::ActiveDay.is_in(&entry), Some(active));
    }
    entry.taken = Some(vec!["Zoloft".into()]);
    assert_eq!(Factor::Taken("Zoloft".into()).is_in(&entry), Some(true));
    assert_eq!(Factor::Taken("Iron".into()).is_in(&entry), Some(false));
}

#[test]
fn a_large_difference_is_more_than_chance_and_looking_at_many_things_makes_it_less_so() {
    let surprising = |others: usize| {
        // Five nights with, nine without, and so many other things that differ by nothing.
        let mut all = alternating(4, 4);
        for (at, one) in all.iter_mut().enumerate() {
            let with = at % 3 == 0;
            one.entry.alcohol = Some(if with { Alcohol::One } else { Alcohol::None });
            one.entry = quiet_legs::diary::entry::Entry {
                intensity: quiet_legs::diary::entry::Intensity::new(if with { 6 } else { 3 + (at % 4) as u8 }).unwrap(),
                ..one.entry.clone()
            };
            one.entry.taken =
                Some((0..others).filter(|other| (at + other) % 2 == 0).map(|other| format!("M{other}")).collect());
        }
        let found = of(&all);
        assert_eq!(found.looked_at, others + 1);
        compared(&found, &Factor::Alcohol).unwrap()
    };
    assert_eq!(surprising(0).is_surprising(), Some(true));
    assert_eq!(surprising(20).is_surprising(), Some(false));
    assert!(surprising(20).corrected > surprising(0).corrected);
}

#[test]
fn where_strength_drifts_no_chance_is_told() {
    let mut all = alternating(6, 6);
    assert!(compared(&of(&all), &Factor::Alcohol).unwrap().is_surprising().is_some());
    for one in &mut all[7..] {
        one.entry.intensity = quiet_legs::diary::entry::Intensity::new(8).unwrap();
    }
    assert_eq!(compared(&of(&all), &Factor::Alcohol).unwrap().is_surprising(), None);
    // Not known is not steady: six nights in the last seven are missing.
    all.truncate(8);
    all.extend(alternating(6, 6).drain(..2));
    let sparse: Vec<Recorded> = (0..10)
        .map(|at| Recorded { night: night(FIRST).plus(at).unwrap(), ..alternating(6, 2)[at as usize].clone() })
        .collect();
    assert_eq!(compared(&of(&sparse), &Factor::Alcohol).unwrap().is_surprising(), None);
}

#[test]
fn a_medicine_is_never_advised_about() {
    let mut all = alternating(9, 1);
    for (at, one) in all.iter_mut().enumerate() {
        one.entry.taken = Some(if at % 2 == 0 { vec!["Zoloft".into()] } else { Vec::new() });
        one.entry.extras = vec![Extra::MissedDose, Extra::NewMedicine];
    }
    let found = of(&all);
    let said: Vec<String> =
        compared(&found, &Factor::Taken("Zoloft".into())).unwrap().says().iter().map(|said| said.text()).collect();
    assert!(said[0].starts_with("On the 7 nights with Zoloft, the middle strength was 9"));
    assert!(said.last().unwrap().contains("Do not stop or change a medicine because of this."));
    let looked: Vec<&Factor> = found.compared.iter().map(|one| &one.factor).collect();
    assert_eq!(looked, [&Factor::Alcohol, &Factor::Taken("Zoloft".into())], "no missed dose and no new medicine");
}

#[test]
fn a_box_that_is_not_ticked_may_have_been_passed_over_and_that_is_said() {
    let mut all = alternating(6, 4);
    for one in all.iter_mut().step_by(2) {
        one.entry.extras = vec![Extra::Bath];
    }
    let said = compared(&of(&all), &Factor::Bath).unwrap().says();
    assert!(said.last().unwrap().text().contains("may just have been passed over"));
}

#[test]
fn the_limits_name_the_number_looked_at() {
    let limits = |looked_at| {
        let said = Patterns { looked_at, ..Patterns::default() }.limits();
        said.iter().map(|said| said.text()).collect::<Vec<_>>()
    };
    assert!(limits(1)[0].contains("are alike") && !limits(1).concat().contains("looked at here"));
    assert!(limits(6)[1].contains("With the 6 looked at here, the chance of at least one false find is about 1 in 4"));
    assert!(limits(2)[1].contains("about 1 in 10"));
    assert!(limits(14)[1].contains("would be no surprise"));
}

#[test]
fn no_word_of_trends_names_a_cause() {
    // "Legs kept you awake" is what the person noted; everything else must not say that one thing makes another.
    let causal =
        ["because of", "due to", "trigger", "leads to", "makes your", "make your", "worse", "thanks to", "effect of"];
    for (path, key) in PATHS.iter().filter(|(path, _)| path.starts_with("trends.")) {
        let text = words(*key);
        let denied = ["trends.earlier.ask", "trends.compare.medicine"].contains(path);
        assert!(denied || !causal.iter().any(|word| text.contains(word)), "{path}: {text}");
        assert!(!text.contains("caused") || text.contains("does not show"), "{path}: {text}");
    }
}

/// Ten nights or more on which one thing rises with strength.
fn rising(count: usize, minutes: impl Fn(usize) -> u16) -> Patterns {
    let strengths: Vec<u8> = (0..count).map(|at| (at % 10) as u8 + 1).collect();
    let mut all = nights(FIRST, &strengths);
    for (at, one) in all.iter_mut().enumerate() {
        one.entry.lost = Some(minutes(at % 10));
    }
    of(&all)
}

#[test]
fn moving_together_is_told_from_ten_nights_on_and_never_as_a_cause() {
    let found = rising(10, |at| at as u16 * 7);
    assert_eq!(found.together[0].other, Other::Awake);
    let said: Vec<String> = found.together[0].says().iter().map(|said| said.text()).collect();
    assert_eq!(
        said,
        [
            "Strength and the minutes awake moved together on most nights.",
            "This does not show that one caused the other."
        ]
    );
    let against = rising(10, |at| 90 - at as u16 * 7);
    assert!(against.together[0].says()[0].text().contains("in opposite directions"));
    assert_eq!(rising(9, |at| at as u16 * 7), Patterns::default());
    assert_eq!(rising(10, |_| 30), Patterns::default(), "one that does not vary is not looked at");
    let weak = rising(10, |at| [3, 1, 4, 1, 5, 9, 2, 6, 5, 3][at]);
    assert!(weak.together.is_empty() && weak.looked_at == 1);
}

#[test]
fn a_start_time_moves_only_on_nights_with_symptoms() {
    let mut all = nights(FIRST, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (hour, one) in all.iter_mut().enumerate() {
        one.entry.at = Some(Clock::from_minutes(20 * 60 + 20 * hour as u32));
    }
    assert_eq!(of(&all).together[0].other, Other::Start);
    all[0].entry = quiet_legs::diary::entry::Entry::new(quiet_legs::diary::entry::Intensity::new(0).unwrap(), stamp(0));
    all[0].entry.at = at("20:00");
    assert!(of(&all).together.is_empty());
}

proptest! {
    #[test]
    fn whatever_was_noted_the_sides_are_what_was_answered(all in any_diary(), seed: u64) {
        let window = Window::last(28, night("2026-11-28")).unwrap();
        let found = patterns(&all, window, Rhythm::ByNight, seed);
        for one in &found.compared {
            let on = |side: bool| all.iter().filter(|night| one.factor.is_in(&night.entry) == Some(side)).count();
            prop_assert_eq!((one.with.nights, one.without.nights), (on(true), on(false)));
            prop_assert!(one.with.nights >= 4 && one.without.nights >= 4);
            prop_assert!(one.corrected.is_none_or(|p| p > 0.0 && p <= 1.0));
            prop_assert!(one.corrected.is_none() || one.with.nights.min(one.without.nights) >= 5);
        }
        prop_assert!(found.looked_at >= found.compared.len() + found.together.len());
        let few = found.too_few.iter().all(|few| few.with < 4 || few.without < 4);
        prop_assert!(few);
    }
}
