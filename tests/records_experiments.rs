//! An experiment comes back as it was drawn; one that could not have been drawn is never read, and so never analysed.

mod diary_support;

use diary_support::{Memory, any_experiment, night, stamp};
use proptest::prelude::*;
use quiet_legs::diary::experiment::{Design, Experiment, Tried, Wish, plan};
use quiet_legs::records::EXPERIMENT;
use quiet_legs::records::copy::export;
use quiet_legs::records::envelope::ReadError;
use quiet_legs::records::experiment::{decode, encode};
use quiet_legs::records::import::{Choice, preview};
use quiet_legs::records::journal::run;
use quiet_legs::records::kind::Kind;
use quiet_legs::records::save::{SaveError, save};
use quiet_legs::records::versions::Versions;

/// As version 1 lies on devices. Never change this text.
const EXPERIMENT_1: &str = r#"{"app":"quiet-legs","kind":"experiment","version":1,"saved":"2023-11-14T22:15:00Z","data":{"now":{"tried":"late_caffeine","design":"mixed_4_4","nights":3,"drop_first":true,"first":"2026-11-30","blocks":["less","usual","usual","less","usual","less","less","usual"],"ended":"2026-12-12","note":"Für Elise","created":"2023-11-14T22:13:20Z","edited":"2023-11-14T22:15:00Z"},"before":{"tried":"late_caffeine","design":"mixed_4_4","nights":3,"drop_first":true,"first":"2026-11-30","blocks":["less","usual","usual","less","usual","less","less","usual"],"created":"2023-11-14T22:13:20Z","edited":"2023-11-14T22:13:20Z"}}}"#;

fn key() -> String {
    format!("{EXPERIMENT}20261130t0241-7f")
}

fn drawn(seconds: i64) -> Experiment {
    let wish =
        Wish { tried: Tried::Bath, design: Design::Pairs, nights: 2, drop_first: false, first: night("2026-11-30") };
    plan(wish, None, &[], 9, stamp(seconds)).unwrap()
}

#[test]
fn an_experiment_kept_by_version_1_is_read_and_written_as_it_always_was() {
    let kept = decode(EXPERIMENT_1).unwrap();
    assert_eq!(
        (kept.now.wish.tried, kept.now.wish.design, kept.now.wish.nights),
        (Tried::LateCaffeine, Design::Mixed, 3)
    );
    assert!(kept.now.ended.is_some() && kept.before.as_ref().is_some_and(|before| before.ended.is_none()));
    assert_eq!(encode(&kept), EXPERIMENT_1);
}

#[test]
fn an_experiment_has_a_key_of_its_own() {
    assert_eq!(Kind::of(&key()), Some(Kind::Experiment));
    assert_eq!(Kind::of(EXPERIMENT), None);
    assert!(Kind::Experiment.keeps_both() && Kind::Experiment.is_copied());
}

#[test]
fn a_plan_that_could_not_have_been_drawn_is_unreadable() {
    let other = [
        (r#"["less","usual""#, r#"["usual","usual""#),
        (r#"["less","usual","#, "["),
        (r#""design":"mixed_4_4""#, r#""design":"pairs_6""#),
        (r#""nights":3"#, r#""nights":0"#),
        (r#""nights":3"#, r#""nights":8"#),
        (r#""tried":"late_caffeine""#, r#""tried":"iron""#),
        (r#""first":"2026-11-30""#, r#""first":"9999-12-30""#),
        (r#""ended":"2026-12-12""#, r#""ended":"soon""#),
        (r#""note""#, r#""remark""#),
    ];
    for (from, to) in other {
        let text = EXPERIMENT_1.replace(from, to);
        assert_ne!(text, EXPERIMENT_1, "{from}");
        assert_eq!(decode(&text), Err(ReadError::Unreadable), "{from} -> {to}");
    }
    assert_eq!(decode(&EXPERIMENT_1.replace(r#""version":1"#, r#""version":2"#)), Err(ReadError::Newer));
}

#[test]
fn an_experiment_ended_keeps_the_plan_it_was_made_of() {
    let store = Memory::default();
    let planned = Versions::first(drawn(0));
    save(&store, &key(), &encode(&planned), stamp(0)).unwrap();
    let ended = Experiment { ended: Some(night("2026-12-02").0), ..drawn(0) };
    save(&store, &key(), &encode(&planned.edit(ended, stamp(50))), stamp(50)).unwrap();
    let kept = decode(&store.get(&key()).unwrap()).unwrap();
    assert!(kept.now.ended.is_some());
    assert_eq!(kept.before, Some(drawn(0)));
}

#[test]
fn a_plan_that_is_not_sound_is_not_saved() {
    let store = Memory::default();
    let mut broken = drawn(0);
    broken.blocks.pop();
    assert_eq!(save(&store, &key(), &encode(&Versions::first(broken)), stamp(0)), Err(SaveError::Invalid));
    assert!(store.texts.borrow().is_empty());
}

#[test]
fn an_experiment_is_in_a_copy_and_comes_back_from_it() {
    let store = Memory::default();
    save(&store, &key(), &encode(&Versions::first(drawn(0))), stamp(0)).unwrap();
    let copy = export(&store, "2026-11-30T03:00").unwrap();
    let other = Memory::default();
    let found = preview(&other, &copy.text).unwrap();
    assert_eq!((found.new.len(), found.left.len()), (1, 0));
    run(&other, &found.steps(Choice::Both, stamp(9)), stamp(9)).unwrap();
    assert_eq!(other.get(&key()), store.get(&key()));
    assert_eq!(preview(&other, &copy.text).unwrap().same, 1);
}

proptest! {
    #[test]
    fn every_experiment_comes_back_as_it_was(kept in any_experiment()) {
        prop_assert_eq!(decode(&encode(&kept)), Ok(kept));
    }

    #[test]
    fn it_makes_no_difference_which_of_two_versions_comes_first(a in any_experiment(), b in any_experiment()) {
        let (a, b) = (encode(&a), encode(&b));
        prop_assert_eq!(Kind::Experiment.merge(&a, &b), Kind::Experiment.merge(&b, &a));
        prop_assert_eq!(Kind::Experiment.merge(&a, &a), Ok(a));
    }
}
