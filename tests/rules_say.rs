//! Promises about what is said to a doctor, what could not be told, and what was not looked at.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::{Answer, Assessment, Explains, Impact, Lab, Pregnancy, Tri};
use quiet_legs::clinical::report::Verdict;
use quiet_legs::content::text::say::{ask, could_not_tell, me, not_looked_at, them};
use quiet_legs::content::{IronClass, Key, Said, words};
use rules_support::*;

fn lab(value: &str, unit: &str) -> Option<Lab> {
    Some(Lab { value: value.into(), unit: unit.into() })
}

fn with_iron(ferritin: &str, tsat: &str) -> Assessment {
    fits_but(|a| {
        a.labs.ferritin = lab(ferritin, "ng/mL").filter(|lab| !lab.value.is_empty());
        a.labs.tsat = lab(tsat, "%").filter(|lab| !lab.value.is_empty());
    })
}

fn to_say(a: &Assessment) -> Vec<Key> {
    report(a).to_say.iter().map(|said| said.key).collect()
}

fn said(a: &Assessment, key: Key) -> Option<String> {
    report(a).to_say.iter().find(|said| said.key == key).map(Said::text)
}

fn unsure_of(a: &Assessment) -> Vec<Key> {
    report(a).could_not_tell.iter().map(|said| said.key).collect()
}

fn elsewhere() -> Assessment {
    with_look_alikes(&[("M_CRAMP", Explains::All)])
}

#[test]
fn the_first_sentence_claims_no_more_than_the_answers_do() {
    let faded = with_criteria([Some(Answer::Yes), Some(Answer::Yes), Some(Answer::Before), Some(Answer::Yes)]);
    let partly = fits_but(|a| a.criteria.c2 = Some(Answer::Unsure));
    let partly_faded = Assessment { look_alikes: vec![("M_CRAMP", Explains::Unsure)], ..faded.clone() };
    let unlikely = fits_but(|a| a.criteria.c2 = Some(Answer::No));
    for (a, mine, theirs) in [
        (fits(), me::SYMPTOM, them::SYMPTOM),
        (faded, me::SYMPTOM_CHANGED, them::SYMPTOM_CHANGED),
        (partly, me::SYMPTOM_PARTLY, them::SYMPTOM_PARTLY),
        (partly_faded, me::SYMPTOM_PARTLY, them::SYMPTOM_PARTLY),
        (unlikely, me::SYMPTOM_OTHER, them::SYMPTOM_OTHER),
        (elsewhere(), me::SYMPTOM_OTHER, them::SYMPTOM_OTHER),
    ] {
        assert_eq!(to_say(&a)[0], mine, "{}", words(mine));
        let mut other = a;
        other.person.answered_for = true;
        assert_eq!(to_say(&other)[0], theirs, "{}", words(theirs));
    }
}

#[test]
fn there_are_three_sentences_at_least_and_five_at_most() {
    assert_eq!(to_say(&fits()), [me::SYMPTOM, ask::IRON, ask::WHAT_ELSE]);
    let three = fits_but(|a| a.look_alikes = vec![("M_CRAMP", Explains::Some)]);
    assert_eq!(to_say(&three), [me::SYMPTOM, ask::IRON, ask::LOOK_ALIKE]);
    let unlikely = fits_but(|a| a.criteria.c2 = Some(Answer::No));
    assert_eq!(to_say(&unlikely), [me::SYMPTOM_OTHER, ask::WHAT_ELSE, ask::WHEN_BACK]);
    let much = fits_but(|a| {
        a.impact = significant();
        a.medicines = takes(&["tramadol", "gabapentin", "sertraline"]);
        a.look_alikes = vec![("M_CRAMP", Explains::Some)];
        a.conditions = vec!["diabetes"];
    });
    assert_eq!(to_say(&much), [me::SYMPTOM, me::SLEEP, ask::TOGETHER, ask::MEDICINE, ask::IRON]);
}

#[test]
fn sleep_is_named_before_the_days_and_neither_without_an_effect() {
    let with = |change: fn(&mut Assessment)| to_say(&fits_but(change));
    assert!(with(|a| a.impact.sleep = Some(Impact::QuiteALot)).contains(&me::SLEEP));
    assert!(with(|a| a.impact.mood = Some(Impact::VeryMuch)).contains(&me::LIFE));
    let both = with(|a| (a.impact.sleep, a.impact.work) = (Some(Impact::VeryMuch), Some(Impact::VeryMuch)));
    assert!(both.contains(&me::SLEEP) && !both.contains(&me::LIFE));
    let little = with(|a| a.impact.sleep = Some(Impact::ALittle));
    assert!(!little.contains(&me::SLEEP) && !little.contains(&me::LIFE));
}

#[test]
fn what_is_dangerous_together_is_asked_about_by_name() {
    let a = fits_but(|a| a.medicines = takes(&["tramadol", "gabapentin"]));
    assert_eq!(said(&a, ask::TOGETHER).unwrap(), "Could you check this with me: tramadol and gabapentin?");
    assert_eq!(said(&fits_but(|a| a.medicines = takes(&["gabapentin"])), ask::TOGETHER), None);
}

#[test]
fn augmentation_is_asked_about_only_where_the_answers_show_it() {
    let a = fits_but(|a| {
        a.medicines = takes(&["ropinirole"]);
        a.augmentation[0] = Some(Tri::Yes);
    });
    assert!(to_say(&a).contains(&ask::AUGMENTATION));
    let other = fits_but(|a| {
        a.medicines = takes(&["ropinirole", "sertraline"]);
        a.supportive.family_history = Some(Tri::Yes);
    });
    assert!(!to_say(&other).contains(&ask::AUGMENTATION));
}

#[test]
fn only_a_medicine_that_can_make_it_worse_is_asked_about() {
    let named = |ids: &[&'static str]| said(&fits_but(|a| a.medicines = takes(ids)), ask::MEDICINE);
    assert_eq!(named(&["sertraline"]).unwrap(), "Could sertraline be part of it?");
    // One that helps, one without a link, one that is hardly studied, a substance, and a name nobody knows.
    for id in ["gabapentin", "paracetamol", "buspirone", "caffeine", "nicotine"] {
        assert_eq!(named(&[id]), None, "{id}");
    }
    assert_eq!(said(&fits_but(|a| a.medicines = vec![entry("zzyzx", &[])]), ask::MEDICINE), None);
    let three = named(&["sertraline", "diphenhydramine", "metoclopramide"]).unwrap();
    assert_eq!(three.matches(" or ").count(), 1, "{three}");
    assert!(!three.contains(','), "{three}");
}

#[test]
fn each_iron_reading_asks_what_helps_next() {
    let ill = |condition, a: Assessment| Assessment { conditions: vec![condition], ..a };
    let infused = |a: Assessment| {
        let mut a = a;
        a.labs.iv_iron_last_12_weeks = Some(Tri::Yes);
        a
    };
    let aged = |years, a: Assessment| {
        let mut a = a;
        a.person.age_years = Some(years);
        a
    };
    let only_blood_count = fits_but(|a| a.labs.haemoglobin = lab("13", "g/dL"));
    for (a, class, asks) in [
        (with_iron("60", ""), IronClass::AdultRlsLow, ask::TSAT),
        (with_iron("60", "25"), IronClass::AdultRlsLow, ask::IRON_NUMBER),
        (aged(1.0, with_iron("60", "")), IronClass::ChildTooYoung, ask::IRON_NUMBER),
        (ill("thalassaemia", with_iron("60", "")), IronClass::OverloadRiskNoIron, ask::IRON_NUMBER),
        (infused(with_iron("620", "")), IronClass::RecentIvIronWait, ask::IRON_NUMBER),
        (with_iron("", "15"), IronClass::FerritinMissing, ask::IRON),
        (only_blood_count, IronClass::FerritinMissing, ask::IRON),
        (with_iron("", "50"), IronClass::TsatHighNoIron, ask::IRON_NUMBERS),
    ] {
        let report = report(&a);
        assert_eq!(report.iron.as_ref().map(|iron| iron.class), Some(class));
        let all = [ask::TSAT, ask::IRON_NUMBER, ask::IRON_NUMBERS, ask::IRON, ask::KIDNEY_TEAM];
        let asked: Vec<Key> = report.to_say.iter().map(|said| said.key).filter(|key| all.contains(key)).collect();
        assert_eq!(asked, [asks], "{class:?}: {}", words(asks));
    }
    assert_eq!(said(&with_iron("60", ""), ask::TSAT).unwrap().split('.').next(), Some("Ferritin was 60 ng/mL"));
}

#[test]
fn a_number_that_could_not_be_read_is_not_taken_to_the_doctor() {
    let a = with_iron("40", "150");
    assert_eq!(report(&a).iron.unwrap().class, IronClass::InputError);
    assert_eq!(to_say(&a), [me::SYMPTOM, ask::WHAT_ELSE, ask::WHEN_BACK]);
}

#[test]
fn on_dialysis_the_kidney_team_is_asked_and_nobody_where_the_answers_do_not_match() {
    let dialysis = fits_but(|a| a.conditions = vec!["dialysis"]);
    assert!(to_say(&dialysis).contains(&ask::KIDNEY_TEAM) && !to_say(&dialysis).contains(&ask::IRON));
    let unlikely = Assessment { criteria: with_criteria([Some(Answer::No); 4]).criteria, ..dialysis };
    assert!(!to_say(&unlikely).contains(&ask::KIDNEY_TEAM));
    let open = fits_but(|a| a.criteria.c2 = None);
    assert_eq!(verdict(&open), Verdict::Incomplete);
    assert!(to_say(&open).contains(&ask::IRON));
}

#[test]
fn the_look_alike_that_explains_most_is_the_one_asked_about() {
    let asked = |list: &[(&'static str, Explains)]| said(&with_look_alikes(list), ask::LOOK_ALIKE);
    assert_eq!(asked(&[]), None);
    let cramps = asked(&[("M_CRAMP", Explains::All)]).unwrap();
    assert_eq!(cramps, "Could it be night leg cramps, instead or as well?");
    for others in [Explains::Some, Explains::Unsure] {
        assert_eq!(asked(&[("M_VENOUS", others), ("M_CRAMP", Explains::All)]), Some(cramps.clone()));
    }
    let veins = "Could it be vein trouble or swollen legs, instead or as well?";
    assert_eq!(asked(&[("M_CRAMP", Explains::Some), ("M_VENOUS", Explains::Unsure)]).unwrap(), veins);
}

#[test]
fn a_condition_that_matters_is_asked_about_by_its_own_name() {
    let with = |ids: &[&'static str]| said(&fits_but(|a| a.conditions = ids.to_vec()), ask::CONDITION);
    assert_eq!(with(&["diabetes"]).unwrap(), "Could diabetes be adding to it?");
    assert_eq!(with(&["hypertension"]), None);
    assert_eq!(with(&["hypertension", "diabetes"]).unwrap(), "Could diabetes be adding to it?");
}

#[test]
fn what_was_unsure_is_named_point_by_point() {
    let points = [could_not_tell::C1, could_not_tell::C2, could_not_tell::C3, could_not_tell::C4];
    for (at, key) in points.into_iter().enumerate() {
        let mut given = [Some(Answer::Yes); 4];
        given[at] = Some(Answer::Unsure);
        assert_eq!(unsure_of(&with_criteria(given)), [key], "C{}", at + 1);
    }
    let shifts = fits_but(|a| (a.criteria.c4, a.criteria.asked_by_shifts) = (Some(Answer::Unsure), true));
    assert_eq!(unsure_of(&shifts), [could_not_tell::C4_SHIFTS]);
}

#[test]
fn the_arms_alone_are_no_urge_to_look_out_for_but_the_other_points_are() {
    let arms = fits_but(|a| {
        a.criteria.arms_only = Some(Tri::Yes);
        (a.criteria.c1, a.criteria.c2) = (Some(Answer::Unsure), Some(Answer::Unsure));
    });
    assert_eq!(unsure_of(&arms), [could_not_tell::C2]);
    let legs = Assessment { criteria: with_criteria([Some(Answer::Unsure); 4]).criteria, ..fits() };
    assert_eq!(unsure_of(&legs).len(), 4);
}

#[test]
fn a_missing_saturation_is_a_gap_beside_a_ferritin_only() {
    let gap = |a: &Assessment| report(a).not_looked_at.iter().any(|said| said.key == not_looked_at::TSAT);
    assert!(gap(&with_iron("60", "")));
    assert!(!gap(&with_iron("60", "25")));
    assert!(!gap(&with_iron("", "25")));
    assert!(!gap(&fits_but(|a| a.labs.haemoglobin = lab("13", "g/dL"))));
    assert!(!gap(&fits()));
}

#[test]
fn what_one_question_answered_is_no_gap() {
    let gap = |change: fn(&mut Assessment), key: Key| {
        report(&fits_but(change)).not_looked_at.iter().any(|said| said.key == key)
    };
    assert!(gap(|a| a.look_alikes_answered = false, not_looked_at::LOOK_ALIKES));
    assert!(!gap(|_| {}, not_looked_at::LOOK_ALIKES));
    let ticked =
        |a: &mut Assessment| (a.look_alikes_answered, a.look_alikes) = (false, vec![("M_CRAMP", Explains::Some)]);
    assert!(!gap(ticked, not_looked_at::LOOK_ALIKES));
    assert!(!gap(|a| a.red_flags = vec!["SOON_SLEEP"], not_looked_at::SIGNS));
    assert!(!gap(|a| a.conditions = vec!["diabetes"], not_looked_at::CONDITIONS));
    assert!(!gap(|a| a.medicines = takes(&["paracetamol"]), not_looked_at::MEDICINES));
    assert!(gap(|a| a.medicines = vec![entry("", &["caffeine"])], not_looked_at::MEDICINES));
    // Who cannot be screened was never asked about look-alikes and family.
    let young = |a: &mut Assessment| (a.person.age_years, a.look_alikes_answered) = (Some(1.0), false);
    assert!(!gap(young, not_looked_at::LOOK_ALIKES) && !gap(young, not_looked_at::FAMILY));
}

#[test]
fn a_pregnancy_that_is_ticked_alone_is_asked_about_like_any_condition() {
    let a = fits_but(|a| (a.person.pregnancy, a.conditions) = (Pregnancy::Yes(None), vec!["pregnancy"]));
    assert!(said(&a, ask::CONDITION).is_some(), "{:?}", to_say(&a));
}
