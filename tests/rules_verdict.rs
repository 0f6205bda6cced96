//! Promises about the verdict: the truth table of evidence 1.6, its caps and the hard rules.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::Answer::{self, Before, No, Unsure, Yes};
use quiet_legs::clinical::assessment::{Assessment, Explains, ImpactAnswers, Tri};
use quiet_legs::clinical::report::{Fit, Verdict};
use quiet_legs::content::Urgency;
use rules_support::*;

/// C1 to C4, the verdict, what failed, what was unsure.
type Row = ([Answer; 4], Verdict, &'static [&'static str], &'static [&'static str]);

const ADULT_TABLE: &[Row] = &[
    ([Yes, Yes, Yes, Yes], Verdict::Likely, &[], &[]),
    ([Yes, Yes, Before, Before], Verdict::Likely, &[], &[]),
    ([Yes, Yes, Before, Yes], Verdict::Likely, &[], &[]),
    ([Yes, Yes, Unsure, Yes], Verdict::Possible, &[], &["C3"]),
    ([Unsure, Unsure, Yes, Yes], Verdict::Possible, &[], &["C1", "C2"]),
    ([Unsure, Unsure, Unsure, Yes], Verdict::Possible, &[], &["C1", "C2", "C3"]),
    ([Unsure, Unsure, Unsure, Unsure], Verdict::Possible, &[], &["C1", "C2", "C3", "C4"]),
    ([No, Yes, Yes, Yes], Verdict::Unlikely, &["C1"], &[]),
    ([Yes, No, Yes, Yes], Verdict::Unlikely, &["C2"], &[]),
    ([Yes, Yes, No, Yes], Verdict::Unlikely, &["C3"], &[]),
    ([Yes, Yes, Yes, No], Verdict::Unlikely, &["C4"], &[]),
    ([No, No, No, No], Verdict::Unlikely, &["C1", "C2", "C3", "C4"], &[]),
    ([No, Unsure, Yes, Before], Verdict::Unlikely, &["C1"], &["C2"]),
    // "It used to" counts for relief and evening only.
    ([Before, Yes, Yes, Yes], Verdict::Possible, &[], &["C1"]),
    ([Yes, Before, Yes, Yes], Verdict::Possible, &[], &["C2"]),
];

#[test]
fn the_truth_table_of_the_evidence_holds() {
    for (answers, expected, failed, unsure) in ADULT_TABLE {
        let report = report(&with_criteria(answers.map(Some)));
        assert_eq!(report.verdict, *expected, "{answers:?}");
        assert_eq!(report.failed_criteria, *failed, "{answers:?}");
        assert_eq!(report.unsure_criteria, *unsure, "{answers:?}");
    }
}

#[test]
fn every_combination_of_answers_follows_the_order_of_the_rule() {
    let all = [None, Some(Yes), Some(Before), Some(No), Some(Unsure)];
    for at in 0..all.len().pow(4) {
        let answers = [at, at / 5, at / 25, at / 125].map(|n| all[n % 5]);
        let counts = |n: usize| match answers[n] {
            Some(Before) if n < 2 => Some(Unsure),
            Some(Before) => Some(Yes),
            other => other,
        };
        let four: Vec<_> = (0..4).map(counts).collect();
        let expected = if four.contains(&None) {
            Verdict::Incomplete
        } else if four.contains(&Some(No)) {
            Verdict::Unlikely
        } else if four.contains(&Some(Unsure)) {
            Verdict::Possible
        } else {
            Verdict::Likely
        };
        assert_eq!(verdict(&with_criteria(answers)), expected, "{answers:?}");
    }
}

#[test]
fn an_urge_without_any_unpleasant_feeling_still_fits() {
    let urge_only = fits_but(|a| a.criteria.c1_unpleasant = Some(Tri::No));
    assert_eq!(verdict(&urge_only), Verdict::Likely);
}

#[test]
fn what_look_alikes_explain_decides_the_fifth_point() {
    type Row = (&'static [(&'static str, Explains)], Verdict, Fit);
    let table: &[Row] = &[
        (&[("M_CRAMP", Explains::Some)], Verdict::Likely, Fit::Partly),
        (&[("M_CRAMP", Explains::Unsure)], Verdict::Possible, Fit::NotSure),
        (&[("M_CRAMP", Explains::All)], Verdict::NeedsDifferential, Fit::DoesNotFit),
        (&[("M_CRAMP", Explains::No)], Verdict::Likely, Fit::Fits),
        (&[("M_CRAMP", Explains::Some), ("M_VENOUS", Explains::Unsure)], Verdict::Possible, Fit::NotSure),
        (&[("M_ANXIETY", Explains::Unsure), ("M_VENOUS", Explains::All)], Verdict::NeedsDifferential, Fit::DoesNotFit),
        (&[("M_AKATHISIA", Explains::Unsure)], Verdict::NeedsDifferential, Fit::NotSure),
        (&[("M_WITHDRAWAL", Explains::Unsure)], Verdict::NeedsDifferential, Fit::NotSure),
        (&[("M_AKATHISIA", Explains::Some)], Verdict::Likely, Fit::Partly),
        (&[("M_WITHDRAWAL", Explains::Some)], Verdict::Likely, Fit::Partly),
    ];
    for (list, expected, fit) in table {
        let report = report(&with_look_alikes(list));
        assert_eq!(report.verdict, *expected, "{list:?}");
        assert_eq!(report.points[4].fit, *fit, "{list:?}");
    }
}

#[test]
fn not_sure_about_the_whole_list_of_look_alikes_is_never_a_full_match() {
    let a = fits_but(|a| a.look_alikes_unsure = true);
    assert_eq!(verdict(&a), Verdict::Possible);
    assert_eq!(urgency(&a), Urgency::Routine);
}

#[test]
fn look_alikes_of_childhood_do_not_count_from_18() {
    for id in ["M_GROWING", "M_ADHD"] {
        let of_age = |years| {
            fits_but(|a| {
                a.person.age_years = Some(years);
                a.look_alikes = vec![(id, Explains::All)];
            })
        };
        assert_eq!(verdict(&of_age(17.9)), Verdict::NeedsDifferential);
        assert_eq!(verdict(&of_age(18.0)), Verdict::Likely);
        assert!(shown(&of_age(18.0)).is_empty());
    }
}

#[test]
fn arms_only_is_at_most_a_partial_match() {
    for c1 in [Yes, No, Unsure] {
        let a = fits_but(|a| {
            a.criteria.c1 = Some(c1);
            a.criteria.arms_only = Some(Tri::Yes);
        });
        let report = report(&a);
        assert_eq!(report.verdict, Verdict::Possible);
        assert_eq!(report.unsure_criteria, ["C1"]);
    }
}

#[test]
fn without_an_age_the_check_is_not_finished() {
    assert_eq!(verdict(&fits_but(|a| a.person.age_years = None)), Verdict::Incomplete);
    assert_eq!(verdict(&fits_but(|a| a.person.age_years = Some(140.0))), Verdict::Incomplete);
}

#[test]
fn under_2_and_people_who_cannot_say_cannot_be_screened() {
    let proxy = |years, can| {
        fits_but(|a| {
            a.person.age_years = Some(years);
            a.person.can_describe_own_feelings = Some(can);
            a.person.child_own_words = Some(Tri::Yes);
        })
    };
    assert_eq!(verdict(&proxy(1.9, Tri::Yes)), Verdict::CannotScreen);
    assert_eq!(verdict(&proxy(13.0, Tri::No)), Verdict::CannotScreen);
    assert_eq!(verdict(&proxy(80.0, Tri::No)), Verdict::CannotScreen);
    assert_eq!(verdict(&proxy(12.9, Tri::No)), Verdict::Possible);
    assert_eq!(verdict(&proxy(80.0, Tri::NotSure)), Verdict::Possible);
}

#[test]
fn a_child_gets_a_full_match_only_in_its_own_words_and_from_6() {
    let child = |years, words| {
        fits_but(|a| {
            a.person.age_years = Some(years);
            a.person.can_describe_own_feelings = None;
            a.person.child_own_words = words;
        })
    };
    let table = [
        (2.0, Some(Tri::Yes), Verdict::Possible),
        (5.9, Some(Tri::Yes), Verdict::Possible),
        (6.0, Some(Tri::Yes), Verdict::Likely),
        (6.0, Some(Tri::No), Verdict::Possible),
        (6.0, Some(Tri::NotSure), Verdict::Possible),
        (12.9, None, Verdict::Possible),
        (13.0, None, Verdict::Likely),
        (17.0, None, Verdict::Likely),
    ];
    for (years, words, expected) in table {
        assert_eq!(verdict(&child(years, words)), expected, "{years} {words:?}");
    }
}

#[test]
fn a_cap_never_softens_a_verdict_that_is_lower() {
    let unlikely = fits_but(|a| {
        a.person.age_years = Some(4.0);
        a.criteria.c2 = Some(No);
    });
    assert_eq!(verdict(&unlikely), Verdict::Unlikely);
    let elsewhere = fits_but(|a| {
        a.person.age_years = Some(4.0);
        a.look_alikes = vec![("M_GROWING", Explains::All)];
    });
    assert_eq!(verdict(&elsewhere), Verdict::NeedsDifferential);
}

#[test]
fn h1_without_relief_by_moving_the_position_is_shown() {
    let a = fits_but(|a| {
        a.criteria.c3 = Some(No);
        a.look_alikes = vec![("M_POSITION", Explains::Some)];
    });
    assert_eq!(verdict(&a), Verdict::Unlikely);
    assert_eq!(shown(&a), ["M_POSITION"]);
}

#[test]
fn h2_cramps_that_explain_every_time_point_elsewhere() {
    assert_eq!(verdict(&with_look_alikes(&[("M_CRAMP", Explains::All)])), Verdict::NeedsDifferential);
}

#[test]
fn h3_legs_that_hurt_on_walking_show_spine_and_arteries() {
    for id in ["M_STENOSIS", "M_PAD"] {
        let a = with_look_alikes(&[(id, Explains::All)]);
        assert_eq!(verdict(&a), Verdict::NeedsDifferential);
        let mut both = shown(&a);
        both.sort_unstable();
        assert_eq!(both, ["M_PAD", "M_STENOSIS"]);
        assert_eq!(urgency(&a), Urgency::Routine);
        let failed = fits_but(|a| {
            a.criteria.c3 = Some(No);
            a.look_alikes = vec![(id, Explains::All)];
        });
        assert_eq!(verdict(&failed), Verdict::Unlikely);
        assert_eq!(urgency(&failed), Urgency::Routine);
    }
}

#[test]
fn h4_always_the_same_leg_points_elsewhere_until_a_doctor_confirmed_it() {
    let leg = |confirmed| {
        fits_but(|a| {
            a.criteria.one_leg_only = Some(Tri::Yes);
            a.criteria.confirmed = confirmed;
        })
    };
    for confirmed in [None, Some(Tri::No), Some(Tri::NotSure)] {
        let a = leg(confirmed);
        assert_eq!(verdict(&a), Verdict::NeedsDifferential);
        let mut both = shown(&a);
        both.sort_unstable();
        assert_eq!(both, ["M_RADIC", "M_VENOUS"]);
    }
    assert_eq!(verdict(&leg(Some(Tri::Yes))), Verdict::Likely);
    assert!(shown(&leg(Some(Tri::Yes))).is_empty());
}

#[test]
fn h2_h3_and_h4_never_soften_a_lower_verdict() {
    let ruled = |a: &mut Assessment| {
        a.criteria.one_leg_only = Some(Tri::Yes);
        a.look_alikes = vec![("M_CRAMP", Explains::All), ("M_PAD", Explains::All)];
    };
    let mut unlikely = with_criteria([Some(No), Some(Yes), Some(Yes), Some(Yes)]);
    ruled(&mut unlikely);
    assert_eq!(verdict(&unlikely), Verdict::Unlikely);
    let mut open = with_criteria([Some(Yes), None, Some(Yes), Some(Yes)]);
    ruled(&mut open);
    assert_eq!(verdict(&open), Verdict::Incomplete);
    let mut young = fits_but(|a| a.person.age_years = Some(1.0));
    ruled(&mut young);
    assert_eq!(verdict(&young), Verdict::CannotScreen);
}

#[test]
fn h5_akathisia_points_elsewhere_and_is_for_today() {
    let report = report(&akathisia());
    assert!(report.akathisia);
    assert_eq!(report.verdict, Verdict::NeedsDifferential);
    assert_eq!(report.urgency, Urgency::SameDay);
    assert_eq!(report.look_alikes[0].id, "M_AKATHISIA");
}

#[test]
fn h6_a_habit_that_is_no_bother_is_no_urge() {
    let habit = |explains, unpleasant, impact: ImpactAnswers| {
        fits_but(|a| {
            a.look_alikes = vec![("M_TAPPING", explains)];
            a.criteria.c1_unpleasant = unpleasant;
            a.impact = impact;
        })
    };
    let none = ImpactAnswers::default();
    let a = habit(Explains::All, Some(Tri::No), none);
    assert_eq!(verdict(&a), Verdict::Unlikely);
    assert_eq!(report(&a).failed_criteria, ["C1"]);
    assert_eq!(report(&a).points[0].fit, Fit::DoesNotFit);
    assert_eq!(verdict(&habit(Explains::All, Some(Tri::No), significant())), Verdict::NeedsDifferential);
    assert_eq!(verdict(&habit(Explains::All, Some(Tri::NotSure), none)), Verdict::NeedsDifferential);
    assert_eq!(verdict(&habit(Explains::All, None, none)), Verdict::NeedsDifferential);
    assert_eq!(verdict(&habit(Explains::Some, Some(Tri::No), none)), Verdict::Likely);
}
