//! An experiment is drawn before its first night, asks nobody for more of anything, and is told by its plan alone.

mod diary_support;

use diary_support::{any_diary, any_experiment, diary, night, nights, stamp};
use proptest::prelude::*;
use quiet_legs::content::text::{PATHS, words};
use quiet_legs::diary::entry::{Alcohol, Caffeine, Recorded};
use quiet_legs::diary::experiment::{
    Arm, Design, Experiment, Found, Kept, Outcome, Refused, Tried, Wish, is_unsettled, plan,
};
use quiet_legs::diary::night::Night;
use quiet_legs::diary::timeline::{Change, What};
use std::collections::BTreeMap;

const FIRST: &str = "2026-11-02";

fn wish(design: Design, nights: u8, drop_first: bool) -> Wish {
    Wish { tried: Tried::LateCaffeine, design, nights, drop_first, first: night(FIRST) }
}

fn drawn(design: Design, nights: u8, drop_first: bool, seed: u64) -> Experiment {
    plan(wish(design, nights, drop_first), None, &[], seed, stamp(0)).unwrap()
}

/// A night of each strength for every night of the plan, by what its block asks for.
fn lived(plan: &Experiment, less: u8, usual: u8) -> Vec<Recorded> {
    let strengths: Vec<u8> = (0..plan.length())
        .map(|at| match plan.block_on(night(FIRST).plus(at).unwrap()).unwrap().arm {
            Arm::Less => less,
            Arm::Usual => usual,
        })
        .collect();
    nights(FIRST, &strengths)
}

fn found(plan: &Experiment, nights: &[Recorded]) -> Found {
    match plan.outcome(nights, plan.last().unwrap()) {
        Outcome::Found(found) => found,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_draw_of_a_design_comes_about_equally_often_and_no_other_comes() {
    for (design, ways) in [(Design::Pairs, 64), (Design::Mixed, 70)] {
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        for seed in 0..ways * 100 {
            let plan = drawn(design, 2, false, seed);
            assert!(plan.is_sound());
            *seen.entry(plan.blocks.iter().map(|arm| arm.code()).collect()).or_default() += 1;
        }
        assert_eq!(seen.len() as u64, ways, "{design:?}");
        assert!(seen.values().all(|times| (50..170).contains(times)), "{design:?}: {seen:?}");
    }
}

#[test]
fn the_same_seed_draws_the_same_plan() {
    assert_eq!(drawn(Design::Mixed, 3, true, 7), drawn(Design::Mixed, 3, true, 7));
    let codes: Vec<&str> = drawn(Design::Mixed, 3, true, 7).blocks.iter().map(|arm| arm.code()).collect();
    assert_eq!(codes.iter().filter(|code| **code == "less").count(), 4);
}

#[test]
fn the_plan_is_shown_in_full_before_the_first_night() {
    let plan = drawn(Design::Pairs, 3, true, 1);
    let said: Vec<String> = plan.says_plan(true).iter().map(|said| said.text()).collect();
    assert_eq!(
        said[0],
        "12 blocks of 3 nights, in pairs. In each pair chance draws which comes first: “no caffeine after midday” or “caffeine as usual”."
    );
    assert!(said[1].contains("fixed now, before the first night"));
    assert!(said[3].starts_with("It takes 36 nights."));
    assert!(said.iter().any(|said| said.starts_with("Keep your medicines as they are")));
    assert!(said.last().unwrap().contains("Wait until things have settled"));
    let blocks = plan.says_blocks();
    assert_eq!(blocks.len(), 12);
    assert_eq!((blocks[0].0, blocks[11].1), (night(FIRST), plan.last().unwrap()));
    assert!(blocks.windows(2).all(|two| two[1].0.since(two[0].1) == 1), "one after the other");
}

#[test]
fn each_night_of_the_plan_has_its_block_and_no_other_night_has_one() {
    let plan = drawn(Design::Mixed, 3, true, 1);
    let at = |days: i32| plan.block_on(night(FIRST).plus(days).unwrap());
    assert_eq!((at(-1), at(24)), (None, None));
    for days in 0..24 {
        let place = at(days).unwrap();
        assert_eq!((place.block, place.night), (days as usize / 3, (days % 3) as u8 + 1));
        assert_eq!(place.counts, days % 3 != 0);
        assert_eq!(place.arm, plan.blocks[place.block]);
    }
    let tonight = |days: i32| plan.says_tonight(night(FIRST).plus(days).unwrap());
    assert!(
        tonight(1)[0].text().starts_with("Tonight: ")
            && tonight(1)[0].text().ends_with("Night 2 of 3 in block 1 of 8.")
    );
    assert_eq!((tonight(0).len(), tonight(1).len()), (2, 1), "the first night of a block is said not to count");
    assert_eq!(tonight(-1)[0].text(), "Your experiment has not begun.");
    assert_eq!(tonight(24)[0].text(), "Your experiment is over.");
}

#[test]
fn no_medicine_iron_cannabis_or_nicotine_can_be_tried() {
    let codes: Vec<&str> = Tried::ALL.iter().map(|tried| tried.code()).collect();
    assert_eq!(codes, ["late_caffeine", "caffeine", "alcohol", "active_day", "late_exercise", "bath", "long_sitting"]);
    for tried in Tried::ALL {
        let less = words(tried.asks(Arm::Less));
        assert!(less.starts_with("less ") || less.starts_with("no "), "{less}");
        assert!(words(tried.asks(Arm::Usual)).contains("as usual"));
    }
}

#[test]
fn who_drinks_a_lot_every_day_may_not_choose_alcohol_and_unknown_is_not_no() {
    let alcohol = Wish { tried: Tried::Alcohol, ..wish(Design::Mixed, 2, false) };
    let asked = |heavy, nights: &[Recorded]| plan(alcohol, heavy, nights, 1, stamp(0)).map(|_| ());
    assert_eq!(asked(None, &[]), Err(Refused::AskAlcohol));
    assert_eq!(asked(Some(true), &[]), Err(Refused::HeavyAlcohol));
    assert_eq!(asked(Some(false), &[]), Ok(()));
    let mut noted = nights(FIRST, &[5; 9]);
    for one in noted.iter_mut().take(5) {
        one.entry.alcohol = Some(Alcohol::More);
    }
    assert_eq!(asked(Some(false), &noted), Err(Refused::HeavyAlcohol), "the diary says otherwise");
    for one in noted.iter_mut().skip(2) {
        one.entry.alcohol = Some(Alcohol::None);
    }
    assert_eq!(asked(Some(false), &noted), Ok(()));
    assert!(plan(wish(Design::Mixed, 2, false), None, &noted, 1, stamp(0)).is_ok(), "asked only about alcohol");
}

#[test]
fn a_block_has_2_to_7_nights_and_a_plan_ends_within_the_calendar() {
    let length = |nights| plan(wish(Design::Mixed, nights, false), None, &[], 1, stamp(0)).map(|_| ());
    assert_eq!([1, 2, 7, 8].map(length), [Err(Refused::Length), Ok(()), Ok(()), Err(Refused::Length)]);
    let late = Wish { first: night("9999-12-30"), ..wish(Design::Mixed, 2, false) };
    assert_eq!(plan(late, None, &[], 1, stamp(0)).map(|_| ()), Err(Refused::Calendar));
}

#[test]
fn no_experiment_is_begun_while_a_change_settles() {
    let changed = |what, day| Change {
        what,
        name: String::new(),
        day: night(day).0,
        note: String::new(),
        created: stamp(0),
        edited: stamp(0),
    };
    assert!(is_unsettled(&[changed(What::Dose, "2026-10-20")], night(FIRST)));
    assert!(!is_unsettled(&[changed(What::Dose, "2026-10-01")], night(FIRST)));
    assert!(!is_unsettled(&[changed(What::Other, "2026-10-30")], night(FIRST)));
    let plan = drawn(Design::Mixed, 2, false, 5);
    assert!(plan.is_disturbed(&[changed(What::Stopped, "2026-11-05")]));
    assert!(!plan.is_disturbed(&[changed(What::Stopped, "2026-11-18"), changed(What::Other, "2026-11-05")]));
    let outcome = Outcome::Found(found(&plan, &lived(&plan, 2, 6)));
    let said = plan.says_outcome(&outcome, true);
    assert!(said.last().unwrap().text().starts_with("Something else was changed while the experiment ran."));
    assert_eq!(plan.says_outcome(&outcome, false).len() + 1, said.len());
}

#[test]
fn nothing_is_looked_at_before_the_last_night_is_over() {
    let plan = drawn(Design::Mixed, 2, false, 1);
    let all = lived(&plan, 1, 9);
    let last = plan.last().unwrap();
    assert_eq!(plan.outcome(&all, last.plus(-3).unwrap()), Outcome::Running { left: 3 });
    assert!(plan.says_outcome(&Outcome::Running { left: 3 }, false)[0].text().starts_with("There are 3 nights to go."));
    assert!(matches!(plan.outcome(&all, last), Outcome::Found(_)));
    let ended = Experiment { ended: Some(last.0), ..plan };
    assert_eq!(ended.outcome(&all, last), Outcome::Ended);
}

#[test]
fn the_largest_difference_is_2_in_64_or_2_in_70() {
    for (design, p) in [(Design::Pairs, 2.0 / 64.0), (Design::Mixed, 2.0 / 70.0)] {
        let plan = drawn(design, 3, true, 5);
        let found = found(&plan, &lived(&plan, 2, 6));
        assert!((found.p() - p).abs() < 1e-12 && found.is_surprising(), "{design:?}");
        assert_eq!((found.less, found.usual), (2.0, 6.0));
        let said: Vec<String> =
            plan.says_outcome(&Outcome::Found(found), false).iter().map(|said| said.text()).collect();
        assert!(
            said[0].starts_with("The mean strength was 2 in blocks with “no caffeine after midday” and 6 in blocks")
        );
        assert!(said[1].contains("1 give a difference at least as large"));
        assert_eq!(said[2], "That is more than chance would usually give.");
    }
}

#[test]
fn no_difference_is_no_surprise() {
    let plan = drawn(Design::Pairs, 2, false, 5);
    let found = found(&plan, &lived(&plan, 4, 4));
    assert_eq!((found.p(), found.is_surprising()), (1.0, false));
}

#[test]
fn a_block_without_a_night_that_counts_is_too_short_to_tell() {
    let plan = drawn(Design::Mixed, 2, true, 5);
    let all = lived(&plan, 2, 6);
    let without: Vec<Recorded> = all.iter().filter(|one| one.night != night(FIRST).plus(1).unwrap()).cloned().collect();
    let outcome = plan.outcome(&without, plan.last().unwrap());
    assert_eq!(outcome, Outcome::TooShort { missing: 1 }, "its first night does not count");
    assert!(plan.says_outcome(&outcome, true)[0].text().starts_with("Too short to tell."));
    assert_eq!(plan.outcome(&[], plan.last().unwrap()), Outcome::TooShort { missing: 8 });
}

#[test]
fn blocks_weigh_the_same_however_many_nights_were_noted_in_them() {
    let plan = drawn(Design::Mixed, 3, false, 5);
    let all = lived(&plan, 2, 6);
    let one_each: Vec<Recorded> =
        all.iter().enumerate().filter(|(at, _)| at % 3 == 2 || *at < 3).map(|(_, one)| one.clone()).collect();
    assert_eq!(found(&plan, &one_each).p(), found(&plan, &all).p());
}

#[test]
fn nights_that_did_not_keep_to_the_plan_are_counted_and_left_in() {
    let plan = drawn(Design::Mixed, 2, false, 5);
    let mut all = lived(&plan, 2, 6);
    let before = found(&plan, &all);
    assert_eq!(before.kept, Kept { kept: 0, against: 0, unknown: 16 });
    for one in &mut all {
        one.entry.caffeine = Some(Caffeine::Late);
    }
    let after = found(&plan, &all);
    assert_eq!(after.kept, Kept { kept: 8, against: 8, unknown: 0 });
    assert_eq!(after.p(), before.p());
}

#[test]
fn no_word_of_an_experiment_asks_for_more_or_for_a_medicine() {
    for (path, key) in PATHS.iter().filter(|(path, _)| path.starts_with("experiment.")) {
        let text = words(*key).to_lowercase();
        for word in ["more alcohol", "more caffeine", "drink more", "skip", "tablet", "cannabis", "nicotine", "iron "] {
            assert!(!text.contains(word), "{path}: {text}");
        }
    }
}

proptest! {
    #[test]
    fn whatever_was_noted_an_outcome_is_by_the_plan(kept in any_experiment(), all in any_diary(), gaps in prop::collection::vec(prop::option::of(0_u8..=10), 0..90)) {
        let plan = kept.now;
        let first = plan.wish.first.to_string();
        let own = diary(&first, &gaps);
        let far = Night(plan.wish.first.0).plus(200).unwrap();
        for nights in [&own, &all] {
            let outcome = plan.outcome(nights, far);
            if let Outcome::Found(found) = &outcome {
                prop_assert!(found.p() >= 2.0 / 70.0 - 1e-12 && found.p() <= 1.0);
                prop_assert!(found.less <= 10.0 && found.usual <= 10.0);
            }
            for said in plan.says_outcome(&outcome, true) {
                prop_assert!(!said.text().contains(['{', '}']), "{}", said.text());
            }
        }
    }

    #[test]
    fn a_night_outside_the_plan_changes_nothing(seed: u64, strength in 0_u8..=10) {
        let plan = drawn(Design::Pairs, 2, true, seed);
        let mut all = lived(&plan, 3, 6);
        let before = plan.outcome(&all, plan.last().unwrap());
        all.extend(nights("2026-10-20", &[strength; 13]));
        all.extend(nights(&plan.last().unwrap().plus(1).unwrap().to_string(), &[strength; 9]));
        prop_assert_eq!(plan.outcome(&all, plan.last().unwrap()), before);
    }
}
