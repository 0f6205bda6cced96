//! Promises about tests to ask about (evidence 7): the first look where the answers match, the rest for a reason only.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use proptest::prelude::*;
use quiet_legs::clinical::assessment::{Answer, Assessment, Explains, Impact, ImpactAnswers, Lab, Pregnancy, Sex, Tri};
use quiet_legs::clinical::report::{TestToAsk, Verdict};
use quiet_legs::content::{CONDITIONS, LABS, LOOK_ALIKES, MEDICINES, words};
use quiet_legs::date::Date;
use rules_support::random::anyone;
use rules_support::*;

fn ids(a: &Assessment) -> Vec<&'static str> {
    report(a).tests.iter().map(|test| test.id).collect()
}

fn test(a: &Assessment, id: &str) -> TestToAsk {
    report(a).tests.into_iter().find(|test| test.id == id).unwrap_or_else(|| panic!("{id} is not offered"))
}

fn says(a: &Assessment, id: &str) -> String {
    test(a, id).says.iter().map(|said| said.text()).collect::<Vec<_>>().join(" ")
}

fn lab(value: &str, unit: &str) -> Option<Lab> {
    Some(Lab { value: value.into(), unit: unit.into() })
}

fn unlikely() -> Assessment {
    with_criteria([Some(Answer::Yes), Some(Answer::No), Some(Answer::Yes), Some(Answer::Yes)])
}

fn asks(a: &Assessment, id: &str) -> bool {
    ids(a).contains(&id)
}

#[test]
fn a_match_that_affects_life_gets_the_first_look_and_nothing_else() {
    let a = fits_but(|a| a.impact = significant());
    assert_eq!(ids(&a), ["ferritin", "tsat", "haemoglobin", "creatinine", "egfr"]);
    assert!(report(&a).tests.iter().all(|test| test.core));
    assert!(says(&a, "ferritin").contains("Guidelines look at it when restless legs affects life a lot"));
    assert!(!says(&a, "creatinine").contains("Guidelines"));
    assert!(test(&a, "ferritin").because.contains(&"impact_sleep".to_owned()));
    let child = Assessment { person: fits_but(|a| a.person.age_years = Some(14.0)).person, ..a };
    assert_eq!(ids(&child), ["ferritin", "tsat", "haemoglobin"]);
}

#[test]
fn a_match_without_an_effect_on_life_could_still_ask_for_iron_and_a_blood_count() {
    assert_eq!(ids(&fits()), ["ferritin", "tsat", "haemoglobin"]);
    let partly = fits_but(|a| a.criteria.c3 = Some(Answer::Unsure));
    assert_eq!(ids(&partly), ["ferritin", "tsat", "haemoglobin"]);
    assert!(says(&partly, "tsat").contains("first look"));
}

#[test]
fn where_the_answers_do_not_match_only_a_number_or_a_condition_is_a_reason() {
    let loaded = |a: &mut Assessment| {
        a.impact = ImpactAnswers { energy: Some(Impact::VeryMuch), ..significant() };
        a.person.age_years = Some(70.0);
        a.medicines = takes(&["metformin", "furosemide", "topiramate", "alcohol"]);
        a.look_alikes = vec![("M_CRAMP", Explains::Some), ("M_NEUROPATHY", Explains::Some)];
        a.red_flags = vec!["SOON_UNWELL"];
        a.also_unsure = vec!["pregnant"];
    };
    let mut a = unlikely();
    loaded(&mut a);
    assert_eq!(ids(&a), [""; 0]);
    a.conditions = vec!["diabetes"];
    assert_eq!(ids(&a), ["hba1c"]);
    a.labs.ferritin = lab("20", "ng/mL");
    assert!(asks(&a, "tsat") && asks(&a, "fit") && !asks(&a, "b12"), "{:?}", ids(&a));
    assert!(report(&a).tests.iter().all(|test| !test.core));
    let mut proxy = fits_but(|a| a.person.can_describe_own_feelings = Some(Tri::No));
    loaded(&mut proxy);
    assert_eq!(report(&proxy).verdict, Verdict::CannotScreen);
    assert_eq!(ids(&proxy), [""; 0]);
}

#[test]
fn a_number_that_was_given_is_not_asked_for_again_and_the_missing_one_is_named() {
    let a = fits_but(|a| (a.impact, a.labs.ferritin) = (significant(), lab("60", "ng/mL")));
    assert!(!asks(&a, "ferritin"));
    assert!(says(&a, "tsat").contains("You gave ferritin. Transferrin saturation is missing."));
    let both = fits_but(|a| {
        a.labs.ferritin = lab("60", "ng/mL");
        a.labs.serum_iron = lab("10", "umol/L");
        a.labs.tibc = lab("60", "umol/L");
        a.labs.haemoglobin = lab("13", "g/dL");
    });
    assert_eq!(ids(&both), [""; 0]);
    let other = fits_but(|a| a.labs.haemoglobin = lab("13", "g/dL"));
    assert!(says(&other, "ferritin").contains("Ferritin is missing"));
}

#[test]
fn half_of_a_saturation_asks_for_the_other_half() {
    let iron = fits_but(|a| (a.labs.ferritin, a.labs.serum_iron) = (lab("60", "ng/mL"), lab("10", "umol/L")));
    assert!(asks(&iron, "tibc") && !asks(&iron, "serum_iron"));
    let room = fits_but(|a| (a.labs.ferritin, a.labs.transferrin) = (lab("60", "ng/mL"), lab("2.5", "g/L")));
    assert!(asks(&room, "serum_iron") && !asks(&room, "tibc"));
    assert!(!asks(&fits(), "tibc") && !asks(&fits(), "serum_iron"));
}

#[test]
fn an_old_test_or_one_shortly_after_iron_is_asked_for_again() {
    let given = |change: fn(&mut Assessment)| {
        fits_but(|a| {
            (a.labs.ferritin, a.labs.tsat) = (lab("60", "ng/mL"), lab("25", "%"));
            change(a);
        })
    };
    assert!(!asks(&given(|_| {}), "ferritin") && !asks(&given(|_| {}), "tsat"));
    let old = given(|a| a.labs.taken_on = Date::new(2026, 1, 1));
    assert!(says(&old, "ferritin").contains("more than 6 months old") && asks(&old, "tsat"));
    let tablet = given(|a| (a.labs.on_iron, a.labs.iron_within_24h) = (Some(Tri::Yes), Some(Tri::Yes)));
    assert!(says(&tablet, "tsat").contains("less than 24 hours") && asks(&tablet, "ferritin"));
    let high = given(|a| a.labs.tsat = lab("50", "%"));
    assert!(says(&high, "tsat").contains("fasting") && !asks(&high, "ferritin"));
    let ill = given(|a| (a.labs.ferritin, a.labs.crp) = (lab("150", "ng/mL"), lab("30", "mg/L")));
    assert!(says(&ill, "ferritin").contains("4 weeks or more"));
}

#[test]
fn no_iron_test_is_asked_for_too_soon_after_an_infusion_or_a_transfusion() {
    let infused = fits_but(|a| {
        a.labs.ferritin = lab("620", "ng/mL");
        a.labs.iv_iron_last_12_weeks = Some(Tri::Yes);
    });
    let transfused = fits_but(|a| a.conditions = vec!["transfusion"]);
    for a in [infused, transfused] {
        assert!(!asks(&a, "ferritin") && !asks(&a, "tsat"), "{:?}", ids(&a));
        assert_eq!(report(&a).how_to_ask, None);
    }
}

#[test]
fn each_condition_asks_for_what_the_evidence_says() {
    let table: [(&str, &[&str]); 22] = [
        ("iron_deficiency", &["ferritin", "tsat", "haemoglobin"]),
        ("dialysis", &["ferritin", "tsat"]),
        ("ckd", &["ferritin", "tsat", "creatinine", "egfr", "magnesium"]),
        ("neuropathy", &["hba1c", "b12", "folate", "tsh", "creatinine"]),
        ("pregnancy", &["ferritin", "haemoglobin", "folate"]),
        ("diabetes", &["hba1c"]),
        ("hypothyroid", &["tsh"]),
        ("hyperthyroid", &["tsh"]),
        ("ra", &["ferritin", "crp"]),
        ("coeliac", &["ttg_iga", "ferritin", "folate"]),
        ("ibd", &["ferritin", "crp", "tsat", "folate"]),
        ("bariatric", &["ferritin", "tsat", "b12", "folate"]),
        ("heavy_periods", &["ferritin", "haemoglobin"]),
        ("blood_donor", &["ferritin"]),
        ("gi_bleed", &["ferritin", "haemoglobin", "fit"]),
        ("liver", &["ferritin", "tsat"]),
        ("adhd", &["ferritin"]),
        ("haemochromatosis", &["ferritin", "tsat"]),
        ("thalassaemia", &["ferritin", "tsat", "haemoglobin"]),
        ("breastfeeding", &["ferritin", "haemoglobin"]),
        ("transfusion", &[]),
        ("hypertension", &[]),
    ];
    for (condition, wanted) in table {
        let mut a = unlikely();
        a.conditions = vec![CONDITIONS.iter().find(|row| row.id == condition).unwrap().id];
        let (mut found, mut wanted) = (ids(&a), wanted.to_vec());
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{condition}");
    }
}

#[test]
fn a_medicine_or_a_look_alike_asks_where_restless_legs_is_still_open() {
    let with = |id: &'static str| fits_but(|a| a.medicines = takes(&[id]));
    assert!(says(&with("metformin"), "b12").contains("metformin"));
    assert!(asks(&with("omeprazole"), "b12") && asks(&with("omeprazole"), "magnesium"));
    assert!(asks(&with("topiramate"), "folate") && asks(&with("furosemide"), "electrolytes"));
    assert!(asks(&with("levothyroxine"), "tsh") && asks(&with("nitrous_oxide"), "b12"));
    assert_eq!(ids(&with("sertraline")), ids(&fits()));
    let cramps = with_look_alikes(&[("M_CRAMP", Explains::Some)]);
    assert!(asks(&cramps, "magnesium") && asks(&cramps, "electrolytes"));
    let numb = with_look_alikes(&[("M_NEUROPATHY", Explains::Unsure)]);
    for id in ["hba1c", "b12", "tsh", "creatinine"] {
        assert!(asks(&numb, id), "{id}");
    }
}

#[test]
fn age_tiredness_weight_loss_and_a_possible_pregnancy_are_reasons() {
    let aged = |years| fits_but(|a| a.person.age_years = Some(years));
    assert!(!asks(&aged(60.9), "b12") && asks(&aged(61.0), "b12"));
    let tired = |energy| fits_but(|a| a.impact = ImpactAnswers { energy: Some(energy), ..ImpactAnswers::default() });
    assert!(!asks(&tired(Impact::ALittle), "tsh") && asks(&tired(Impact::QuiteALot), "tsh"));
    let unwell = fits_but(|a| a.red_flags = vec!["SOON_UNWELL"]);
    assert!(asks(&unwell, "tsh") && !asks(&unwell, "crp"));
    let unwell = fits_but(|a| (a.red_flags, a.labs.ferritin) = (vec!["SOON_UNWELL"], lab("50.1", "ng/mL")));
    assert!(asks(&unwell, "crp"));
    assert!(asks(&fits_but(|a| a.also_unsure = vec!["pregnant"]), "pregnancy_test"));
}

#[test]
fn low_and_high_iron_ask_for_their_reasons() {
    let ferritin = |value| fits_but(|a| a.labs.ferritin = lab(value, "ng/mL"));
    assert!(asks(&ferritin("29"), "ttg_iga") && !asks(&ferritin("31"), "ttg_iga"));
    let explained = Assessment { conditions: vec!["heavy_periods"], ..ferritin("20") };
    assert!(!asks(&explained, "ttg_iga"));
    let man = Assessment { person: fits_but(|a| a.person.sex = Some(Sex::Male)).person, ..ferritin("20") };
    assert!(asks(&man, "fit") && !asks(&ferritin("20"), "fit"));
    assert!(asks(&ferritin("301"), "alt_ggt") && !asks(&ferritin("300"), "alt_ggt"));
    let dialysis = Assessment { conditions: vec!["dialysis"], ..ferritin("600") };
    assert!(!asks(&dialysis, "alt_ggt"));
    let low_saturation = Assessment {
        labs: fits_but(|a| (a.labs.ferritin, a.labs.tsat) = (lab("90", "ng/mL"), lab("15", "%"))).labs,
        ..fits()
    };
    assert!(asks(&low_saturation, "crp"));
    let diabetes = Assessment { conditions: vec!["diabetes"], ..ferritin("20") };
    assert!(asks(&diabetes, "hba1c") && says(&diabetes, "fasting_glucose").contains("mislead HbA1c"));
}

#[test]
fn tests_that_follow_another_test_are_never_asked_for_at_once() {
    for id in ["free_t4", "free_t3", "vitamin_d", "transferrin", "mcv"] {
        let row = LABS.iter().find(|row| row.id == id).unwrap();
        assert!(row.core.is_none() && row.conditions.is_empty() && row.medicines.is_empty(), "{id}");
    }
    let everything = fits_but(|a| {
        a.impact = ImpactAnswers { energy: Some(Impact::VeryMuch), ..significant() };
        a.conditions = CONDITIONS.iter().map(|row| row.id).filter(|id| *id != "transfusion").collect();
        a.look_alikes = LOOK_ALIKES.iter().map(|row| (row.id, Explains::Some)).collect();
        a.medicines = MEDICINES.iter().map(|row| entry("", &[row.id])).collect();
    });
    for id in ["free_t4", "free_t3", "vitamin_d"] {
        assert!(!asks(&everything, id), "{id}");
    }
}

#[test]
fn the_kidney_team_and_the_specialist_read_their_own_patients_numbers() {
    let with = |id: &'static str| fits_but(|a| (a.impact, a.conditions) = (significant(), vec![id]));
    assert!(says(&with("dialysis"), "ferritin").contains("kidney team"));
    assert!(!asks(&with("dialysis"), "egfr"));
    for id in ["haemochromatosis", "thalassaemia", "liver"] {
        assert!(says(&with(id), "tsat").contains("doctor who looks after"), "{id}");
        assert_eq!(report(&with(id)).how_to_ask, None);
    }
}

#[test]
fn the_sentence_to_ask_with_is_there_when_iron_is_still_to_be_tested() {
    let me = report(&fits()).how_to_ask.unwrap().text();
    assert!(me.starts_with("I have symptoms that fit restless legs."), "{me}");
    let them = report(&fits_but(|a| a.person.answered_for = true)).how_to_ask.unwrap().text();
    assert!(!them.contains("I have"), "{them}");
    let child = fits_but(|a| (a.person.answered_for, a.person.age_years) = (true, Some(14.0)));
    assert!(!report(&child).how_to_ask.unwrap().text().contains("HbA1c"));
    let tested = fits_but(|a| (a.labs.ferritin, a.labs.tsat) = (lab("60", "ng/mL"), lab("25", "%")));
    assert_eq!(report(&tested).how_to_ask, None);
    assert_eq!(report(&unlikely()).how_to_ask, None);
}

#[test]
fn a_child_under_2_gets_no_list() {
    let baby = fits_but(|a| (a.person.age_years, a.conditions) = (Some(1.5), vec!["iron_deficiency"]));
    assert_eq!(ids(&baby), [""; 0]);
}

#[test]
fn every_row_holds_its_codes_units_and_words() {
    let wanted = [
        ("ferritin", "2276-4", "14723-1"),
        ("serum_iron", "2498-4", "14798-3"),
        ("tibc", "2500-7", "14800-7"),
        ("tsat", "2502-3", ""),
        ("transferrin", "3034-6", ""),
        ("haemoglobin", "718-7", ""),
        ("mcv", "787-2", ""),
        ("crp", "1988-5", ""),
        ("creatinine", "2160-0", "14682-9"),
        ("egfr", "98979-8,62238-1", ""),
        ("hba1c", "4548-4", "59261-8"),
        ("fasting_glucose", "1558-6", ""),
        ("tsh", "3016-3", ""),
        ("free_t4", "3024-7", "14920-3"),
        ("free_t3", "3051-0", ""),
        ("b12", "2132-9", "14685-2"),
        ("folate", "2284-8", "14732-2"),
        ("vitamin_d", "62292-8,1989-3", "14635-7"),
        ("magnesium", "19123-9", "2601-3"),
        ("electrolytes", "2951-2,2823-3,17861-6", ""),
        ("alt_ggt", "1742-6", ""),
        ("ttg_iga", "31017-7", ""),
        ("pregnancy_test", "", ""),
        ("fit", "", ""),
    ];
    assert_eq!(LABS.len(), wanted.len());
    for (id, mass, molar) in wanted {
        let row = LABS.iter().find(|row| row.id == id).unwrap_or_else(|| panic!("no row {id}"));
        assert_eq!(row.codes(), (mass, molar), "{id}");
        assert!([row.name, row.shows, row.who, row.range].iter().all(|key| !words(*key).is_empty()), "{id}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_test_has_a_reason_an_answer_behind_it_and_stands_once(a in anyone()) {
        let report = report(&a);
        for test in &report.tests {
            prop_assert!(test.says.len() >= 2, "{} has no reason", test.id);
            prop_assert!(!test.because.is_empty(), "{} names no answer", test.id);
            prop_assert_eq!(report.tests.iter().filter(|other| other.id == test.id).count(), 1, "{}", test.id);
            for said in &test.says {
                prop_assert!(!said.text().contains('{'), "{}", said.text());
            }
        }
        prop_assert!(report.tests.iter().map(|test| !test.core).is_sorted());
        let none = a.conditions.is_empty() && report.iron.is_none() && !matches!(a.person.pregnancy, Pregnancy::Yes(_));
        if none && !report.verdict.matches() && report.verdict != Verdict::Incomplete && report.verdict != Verdict::NeedsDifferential {
            prop_assert!(report.tests.is_empty(), "{:?}", report.tests);
        }
    }
}
