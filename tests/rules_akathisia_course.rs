//! Promises about akathisia (evidence 2.4) and about the course (evidence 1.4).
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::Answer::{No, Unsure};
use quiet_legs::clinical::assessment::{Assessment, BodyRestlessness, Explains, ImpactAnswers, Pregnancy, Tri};
use quiet_legs::clinical::report::{Course, Verdict};
use quiet_legs::content::Urgency;
use rules_support::*;

#[test]
fn akathisia_fires_whatever_the_criteria_say_but_not_before_who_can_be_screened() {
    for change in [
        (|a| a.criteria.c1 = Some(No)) as fn(&mut Assessment),
        |a| a.criteria.c3 = None,
        |a| a.look_alikes = vec![("M_CRAMP", Explains::All)],
    ] {
        let mut a = akathisia();
        change(&mut a);
        assert_eq!(verdict(&a), Verdict::NeedsDifferential);
    }
    let mut young = akathisia();
    young.person.age_years = Some(1.0);
    assert_eq!(verdict(&young), Verdict::CannotScreen);
    assert_eq!(urgency(&young), Urgency::SameDay);
    let mut ageless = akathisia();
    ageless.person.age_years = None;
    assert_eq!(verdict(&ageless), Verdict::Incomplete);
    assert_eq!(urgency(&ageless), Urgency::SameDay);
}

#[test]
fn akathisia_needs_whole_body_onset_and_one_of_three() {
    let with = |change: fn(&mut BodyRestlessness)| {
        let mut a = akathisia();
        change(&mut a.body);
        report(&a).akathisia
    };
    assert!(with(|_| {}));
    assert!(!with(|b| b.whole_body = Some(Tri::NotSure)));
    assert!(!with(|b| b.whole_body = None));
    assert!(!with(|b| b.onset_within_6_weeks = Some(Tri::No)));
    assert!(!with(|b| b.onset_within_6_weeks = None));
    assert!(!with(|b| b.same_day_and_night = Some(Tri::NotSure)));
    assert!(with(|b| (b.same_day_and_night, b.lying_down_relieves) = (None, Some(Tri::No))));
    assert!(!with(|b| (b.same_day_and_night, b.lying_down_relieves) = (None, Some(Tri::Yes))));
    assert!(with(|b| (b.same_day_and_night, b.cannot_sit_still_by_day) = (None, Some(Tri::Yes))));
    assert!(!with(|b| (b.same_day_and_night, b.cannot_sit_still_by_day) = (None, Some(Tri::No))));
}

#[test]
fn the_answers_behind_akathisia_are_those_that_speak_for_it_and_no_others() {
    let because = |body: BodyRestlessness| {
        let found = reason(&fits_but(|a| a.body = body), "akathisia").unwrap_or_else(|| panic!("{body:?}"));
        found.because
    };
    let of = akathisia().body;
    assert_eq!(because(of), ["ak_body", "ak_onset", "ak_day_night"]);
    let against =
        BodyRestlessness { lying_down_relieves: Some(Tri::Yes), cannot_sit_still_by_day: Some(Tri::No), ..of };
    assert_eq!(because(against), ["ak_body", "ak_onset", "ak_day_night"]);
    let other = BodyRestlessness {
        same_day_and_night: Some(Tri::No),
        lying_down_relieves: Some(Tri::No),
        cannot_sit_still_by_day: Some(Tri::Yes),
        ..of
    };
    assert_eq!(because(other), ["ak_body", "ak_onset", "ak_lying", "ak_sit"]);
}

#[test]
fn only_a_list_of_known_harmless_ones_rules_akathisia_out() {
    let with = |ids: &[&'static str]| {
        let mut a = akathisia();
        a.medicines = takes(ids);
        a
    };
    for id in [
        "sertraline",
        "metoclopramide",
        "haloperidol",
        "venlafaxine",
        "lithium",
        "buspirone",
        "atomoxetine",
        "varenicline",
    ] {
        assert!(report(&with(&["loratadine", id])).akathisia, "{id}");
    }
    for id in ["loratadine", "domperidone", "levothyroxine"] {
        assert!(!report(&with(&[id])).akathisia, "{id}");
    }
    // Coffee is no medicine: the list is still empty.
    assert!(report(&with(&["caffeine"])).akathisia);
    let mut unknown = with(&["loratadine"]);
    unknown.medicines.push(entry("zzyzx", &[]));
    assert!(report(&unknown).akathisia);
    let mut stopped = with(&["loratadine"]);
    stopped.stopped_names = vec!["Haloperidol".into()];
    assert!(report(&stopped).akathisia);
    stopped.stopped_names = vec!["loratadine".into()];
    assert!(!report(&stopped).akathisia);
    stopped.stopped_names = Vec::new();
    stopped.stopped_lately = Some(Tri::Yes);
    assert!(report(&stopped).akathisia);
}

#[test]
fn an_unsure_onset_counts_beside_a_dopamine_blocker_or_an_unknown_name() {
    let with = |medicines| {
        let mut a = akathisia();
        a.body.onset_within_6_weeks = Some(Tri::NotSure);
        a.medicines = medicines;
        report(&a).akathisia
    };
    assert!(with(takes(&["haloperidol"])));
    assert!(with(vec![entry("zzyzx", &[])]));
    assert!(!with(takes(&["sertraline"])));
    assert!(!with(Vec::new()));
}

#[test]
fn restless_day_and_night_without_the_timing_is_for_the_next_2_weeks() {
    let mut a = akathisia();
    a.body.onset_within_6_weeks = Some(Tri::No);
    assert_eq!(verdict(&a), Verdict::Likely);
    assert_eq!(urgency(&a), Urgency::Soon);
    assert_eq!(shown(&a), ["M_AKATHISIA"]);
    assert!(reason(&a, "whole_body").is_some());
}

#[test]
fn the_course_follows_the_published_lines() {
    let course = |days, months, events| {
        report(&fits_but(|a| {
            a.pattern.days_per_week = days;
            a.pattern.duration_months = months;
            a.pattern.lifetime_events = events;
        }))
        .course
    };
    let table = [
        (None, Some(12.0), Some(100), Course::Unknown),
        (Some(2.0), Some(12.0), None, Course::ChronicPersistent),
        (Some(7.0), None, None, Course::ChronicPersistent),
        (Some(7.0), Some(1.0), None, Course::ChronicPersistent),
        (Some(7.0), Some(0.5), None, Course::Unknown),
        (Some(1.9), Some(12.0), None, Course::Unknown),
        (Some(1.0), Some(12.0), Some(5), Course::Intermittent),
        (Some(0.5), Some(12.0), Some(4), Course::TooFew),
        (Some(0.0), Some(12.0), Some(0), Course::TooFew),
    ];
    for (days, months, events, expected) in table {
        assert_eq!(course(days, months, events), expected, "{days:?} {months:?} {events:?}");
    }
}

#[test]
fn no_course_is_said_of_a_child_a_pregnancy_or_another_verdict() {
    let often = |change: fn(&mut Assessment)| {
        let mut a = fits_but(|a| a.pattern.days_per_week = Some(7.0));
        change(&mut a);
        report(&a).course
    };
    assert_eq!(often(|_| {}), Course::ChronicPersistent);
    assert_eq!(often(|a| a.criteria.c3 = Some(Unsure)), Course::ChronicPersistent);
    assert_eq!(often(|a| a.person.age_years = Some(17.9)), Course::Unknown);
    assert_eq!(often(|a| a.person.pregnancy = Pregnancy::Yes(None)), Course::Unknown);
    assert_eq!(often(|a| a.criteria.c3 = Some(No)), Course::Unknown);
    assert_eq!(often(|a| a.look_alikes = vec![("M_CRAMP", Explains::All)]), Course::Unknown);
    assert_eq!(often(|a| a.criteria.c2 = None), Course::Unknown);
}

#[test]
fn the_dsm_frequency_needs_days_months_and_an_effect() {
    let dsm = |days, months, impact| {
        report(&fits_but(|a| {
            a.pattern.days_per_week = days;
            a.pattern.duration_months = months;
            a.impact = impact;
        }))
        .dsm5_frequency
    };
    assert!(dsm(Some(3.0), Some(3.0), significant()));
    assert!(!dsm(Some(2.9), Some(3.0), significant()));
    assert!(!dsm(Some(3.0), Some(2.9), significant()));
    assert!(!dsm(None, Some(3.0), significant()));
    assert!(!dsm(Some(3.0), None, significant()));
    assert!(!dsm(Some(3.0), Some(3.0), ImpactAnswers::default()));
}
