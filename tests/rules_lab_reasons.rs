//! Promises about why a test is asked for: a number that is here, one that could not be read, one to repeat.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::{Assessment, Explains, Lab, Pregnancy, Tri};
use quiet_legs::clinical::report::TestToAsk;
use quiet_legs::content::text::labs::{how_to_ask, reasons as why};
use quiet_legs::content::{IronClass, Key};
use quiet_legs::date::Date;
use rules_support::*;

fn lab(value: &str, unit: &str) -> Option<Lab> {
    Some(Lab { value: value.into(), unit: unit.into() })
}

fn offered(a: &Assessment, id: &str) -> Option<TestToAsk> {
    report(a).tests.into_iter().find(|test| test.id == id)
}

/// The reasons for a test, without what it shows and the first look, which is every match's.
fn reasons(a: &Assessment, id: &str) -> Vec<Key> {
    let test = offered(a, id).unwrap_or_else(|| panic!("{id} is not offered"));
    let keys = test.says.iter().skip(1).map(|said| said.key);
    keys.filter(|key| ![why::COULD, why::SIGNIFICANT].contains(key)).collect()
}

fn with(change: impl FnOnce(&mut Assessment)) -> Assessment {
    fits_but(change)
}

fn class(a: &Assessment) -> IronClass {
    report(a).iron.unwrap().class
}

/// Ferritin, saturation and haemoglobin, all good.
fn complete(change: impl FnOnce(&mut Assessment)) -> Assessment {
    with(|a| {
        a.labs.ferritin = lab("60", "ng/mL");
        a.labs.tsat = lab("25", "%");
        a.labs.haemoglobin = lab("13", "g/dL");
        change(a);
    })
}

#[test]
fn a_refused_number_is_typed_again_and_the_others_are_still_asked_for() {
    let refused = [
        ("ferritin", with(|a| a.labs.ferritin = lab("200000", "ng/mL"))),
        ("tsat", with(|a| a.labs.tsat = lab("150", "%"))),
        ("haemoglobin", with(|a| a.labs.haemoglobin = lab("250", "g/dL"))),
        ("crp", with(|a| a.labs.crp = lab("900", "mg/L"))),
    ];
    for (id, mut a) in refused {
        assert_eq!(class(&a), IronClass::InputError, "{id}");
        a.conditions = vec!["ra"];
        for test in ["ferritin", "tsat", "haemoglobin", "crp"] {
            assert_eq!(offered(&a, test).is_some(), test != id, "{test} after a refused {id}");
        }
    }
}

#[test]
fn a_ferritin_whose_unit_is_not_known_is_asked_for() {
    let a = with(|a| (a.labs.ferritin, a.labs.tsat) = (lab("60", "unsure"), lab("25", "%")));
    assert_eq!(class(&a), IronClass::FerritinMissing);
    assert_eq!(reasons(&a, "ferritin"), [why::FERRITIN_MISSING]);
}

#[test]
fn inflammation_that_was_measured_is_not_measured_again() {
    let with_crp = |crp| with(|a| (a.labs.ferritin, a.labs.crp, a.conditions) = (lab("60", "ng/mL"), crp, vec!["ra"]));
    assert!(offered(&with_crp(None), "crp").is_some());
    assert!(offered(&with_crp(lab("3", "mg/L")), "crp").is_none());
}

#[test]
fn an_old_test_is_repeated_because_it_is_old_and_for_nothing_else() {
    let old = complete(|a| a.labs.taken_on = Date::new(2026, 1, 1));
    for id in ["ferritin", "tsat", "haemoglobin"] {
        assert_eq!(reasons(&old, id), [why::OLD], "{id}");
        assert!(offered(&complete(|_| {}), id).is_none(), "{id}");
    }
    assert!(offered(&old, "ferritin").unwrap().because.contains(&"taken".to_owned()));
}

#[test]
fn after_a_tablet_iron_is_tested_again_and_blood_is_not() {
    let a = complete(|a| (a.labs.on_iron, a.labs.iron_within_24h) = (Some(Tri::Yes), Some(Tri::Yes)));
    for id in ["ferritin", "tsat"] {
        assert_eq!(reasons(&a, id), [why::TABLET], "{id}");
    }
    assert!(offered(&a, "haemoglobin").is_none());
    let old = Assessment { labs: complete(|a| a.labs.taken_on = Date::new(2026, 1, 1)).labs, ..a.clone() };
    assert_eq!(reasons(&old, "haemoglobin"), [why::OLD]);
    let both = complete(|a| {
        a.labs = old.labs.clone();
        a.labs.iron_within_24h = Some(Tri::Yes);
    });
    assert_eq!(reasons(&both, "haemoglobin"), [why::OLD]);
}

#[test]
fn illness_repeats_ferritin_and_a_high_saturation_repeats_itself() {
    let ill = complete(|a| (a.labs.ferritin, a.labs.crp) = (lab("150", "ng/mL"), lab("30", "mg/L")));
    assert_eq!(class(&ill), IronClass::FerritinUnreliable);
    assert_eq!(reasons(&ill, "ferritin"), [why::WELL_AGAIN]);
    assert!(offered(&ill, "tsat").is_none());
    let high = complete(|a| a.labs.tsat = lab("50", "%"));
    assert_eq!(class(&high), IronClass::TsatHighNoIron);
    assert_eq!(reasons(&high, "tsat"), [why::HIGH_TSAT]);
    assert!(offered(&high, "ferritin").is_none());
    // Both are old as well: each is repeated for its own reasons.
    let old = |a: &Assessment| {
        let mut a = a.clone();
        a.labs.taken_on = Date::new(2026, 1, 1);
        a
    };
    assert_eq!(reasons(&old(&ill), "ferritin"), [why::OLD, why::WELL_AGAIN]);
    assert_eq!(reasons(&old(&ill), "tsat"), [why::OLD]);
    assert_eq!(reasons(&old(&high), "tsat"), [why::OLD, why::HIGH_TSAT]);
    assert_eq!(reasons(&old(&high), "ferritin"), [why::OLD]);
}

#[test]
fn ferritin_is_called_missing_only_where_the_reading_waits_for_it() {
    let only_blood_count = with(|a| a.labs.haemoglobin = lab("13", "g/dL"));
    assert_eq!(reasons(&only_blood_count, "ferritin"), [why::FERRITIN_MISSING]);
    assert_eq!(reasons(&only_blood_count, "tsat"), [] as [Key; 0]);
    let high = with(|a| a.labs.tsat = lab("50", "%"));
    assert_eq!(reasons(&high, "ferritin"), [] as [Key; 0]);
    assert_eq!(reasons(&with(|a| a.labs.ferritin = lab("60", "ng/mL")), "tsat"), [why::TSAT_MISSING]);
}

#[test]
fn the_half_of_a_saturation_is_asked_for_only_while_the_saturation_is_missing() {
    let ids = |change: fn(&mut Assessment)| {
        let a = with(|a| {
            a.labs.ferritin = lab("60", "ng/mL");
            change(a);
        });
        report(&a).tests.iter().map(|test| test.id).filter(|id| ["serum_iron", "tibc"].contains(id)).collect::<Vec<_>>()
    };
    assert_eq!(ids(|_| {}), [""; 0]);
    assert_eq!(ids(|a| a.labs.serum_iron = lab("10", "umol/L")), ["tibc"]);
    assert_eq!(ids(|a| a.labs.tibc = lab("60", "umol/L")), ["serum_iron"]);
    assert_eq!(ids(|a| a.labs.transferrin = lab("2.5", "g/L")), ["serum_iron"]);
    let printed: [fn(&mut Assessment); 3] = [
        |a| (a.labs.tsat, a.labs.serum_iron) = (lab("25", "%"), lab("10", "umol/L")),
        |a| (a.labs.tsat, a.labs.tibc) = (lab("25", "%"), lab("60", "umol/L")),
        |a| (a.labs.tsat, a.labs.transferrin) = (lab("25", "%"), lab("2.5", "g/L")),
    ];
    for change in printed {
        assert_eq!(ids(change), [""; 0]);
    }
    // Refused, and to be typed again: not missing.
    let refused = |a: &mut Assessment| (a.labs.serum_iron, a.labs.tibc) = (lab("10", "umol/L"), lab("500", "umol/L"));
    assert_eq!(ids(refused), [""; 0]);
}

#[test]
fn what_was_told_is_named_once_and_each_thing_by_its_name() {
    let a = with(|a| a.medicines = takes(&["omeprazole", "metformin", "omeprazole"]));
    let test = offered(&a, "b12").unwrap();
    let told = test.says.iter().find(|said| said.key == why::TOLD).unwrap().text();
    assert!(told.contains("metformin") && told.matches("omeprazole").count() == 1, "{told}");
    assert_eq!(test.because.iter().filter(|path| path.starts_with("medicines")).count(), 3);
    let cramps = with_look_alikes(&[("M_CRAMP", Explains::Some)]);
    assert!(offered(&cramps, "magnesium").unwrap().because.contains(&"tick.M_CRAMP".to_owned()));
}

#[test]
fn coeliac_disease_is_looked_for_where_a_low_ferritin_has_no_other_reason() {
    let low = |change: fn(&mut Assessment)| {
        let a = with(|a| {
            a.labs.ferritin = lab("20", "ng/mL");
            change(a);
        });
        offered(&a, "ttg_iga").is_some()
    };
    assert!(low(|_| {}));
    assert!(low(|a| a.donated_last_12_months = Some(Tri::No)));
    assert!(!low(|a| a.donated_last_12_months = Some(Tri::Yes)));
    // Pregnancy uses up iron; its low ferritin has a class of its own.
    assert!(!low(|a| a.person.pregnancy = Pregnancy::Yes(None)));
    for id in ["heavy_periods", "gi_bleed", "bariatric", "breastfeeding"] {
        let a = with(|a| (a.labs.ferritin, a.conditions) = (lab("20", "ng/mL"), vec![id]));
        assert!(offered(&a, "ttg_iga").is_none(), "{id}");
    }
}

#[test]
fn crp_is_asked_for_when_unwell_above_a_ferritin_of_50() {
    let unwell = |ferritin| with(|a| (a.red_flags, a.labs.ferritin) = (vec!["SOON_UNWELL"], lab(ferritin, "ng/mL")));
    assert!(offered(&unwell("50"), "crp").is_none());
    assert_eq!(reasons(&unwell("50.1"), "crp"), [why::UNWELL]);
    assert!(offered(&with(|a| a.labs.ferritin = lab("60", "ng/mL")), "crp").is_none());
}

#[test]
fn the_first_look_stands_before_what_is_asked_for_a_reason() {
    let half = with(|a| (a.labs.ferritin, a.labs.serum_iron) = (lab("60", "ng/mL"), lab("10", "umol/L")));
    let ids: Vec<&str> = report(&half).tests.iter().map(|test| test.id).collect();
    assert_eq!(ids, ["tsat", "haemoglobin", "tibc"]);
}

#[test]
fn glucose_stands_in_right_behind_hba1c_where_iron_is_low() {
    let ids = |ferritin| {
        let a = with(|a| (a.conditions, a.labs.ferritin) = (vec!["diabetes", "hypothyroid"], lab(ferritin, "ng/mL")));
        report(&a).tests.iter().filter(|test| !test.core).map(|test| test.id).collect::<Vec<_>>()
    };
    let low = ids("20");
    let at = low.iter().position(|id| *id == "hba1c").unwrap();
    assert_eq!(low[at..at + 3], ["hba1c", "fasting_glucose", "tsh"]);
    assert!(!ids("150").contains(&"fasting_glucose"));
}

#[test]
fn the_sentence_to_ask_with_speaks_for_the_right_person() {
    let key = |change: fn(&mut Assessment)| report(&with(change)).how_to_ask.map(|said| said.key);
    assert_eq!(key(|_| {}), Some(how_to_ask::ME));
    assert_eq!(key(|a| a.person.answered_for = true), Some(how_to_ask::THEM));
    let child = |a: &mut Assessment| (a.person.answered_for, a.person.age_years) = (true, Some(17.9));
    assert_eq!(key(child), Some(how_to_ask::CHILD));
    assert_eq!(key(|a| a.person.age_years = Some(17.9)), Some(how_to_ask::ME));
    // One of the two is here: the other is still asked for.
    assert_eq!(key(|a| a.labs.ferritin = lab("60", "ng/mL")), Some(how_to_ask::ME));
    assert_eq!(key(|a| a.conditions = vec!["dialysis"]), None);
    let infused = |a: &mut Assessment| {
        (a.labs.ferritin, a.labs.iv_iron_last_12_weeks) = (lab("620", "ng/mL"), Some(Tri::Yes));
    };
    assert_eq!(key(infused), None);
}
