//! Promises of the decision table of evidence 6.6: which message a person gets, and how urgent it is.
#![cfg(not(target_arch = "wasm32"))]

mod iron_case;

use iron_case::{TODAY, With, adult, class, class_urgency, lab, person, pregnant, read, text};
use quiet_legs::clinical::assessment::{Assessment, Tri};
use quiet_legs::clinical::iron;
use quiet_legs::content::IronClass::{self, *};
use quiet_legs::content::IronModifier::{HbSevere, RecentIvIron, TsatMissing};
use quiet_legs::content::SimpleBand;
use quiet_legs::content::Urgency::{self, Routine, SameDay, SelfCare, Soon};

fn child(age: f64, ferritin: &str) -> Assessment {
    person(age, ferritin, "?")
}

#[test]
fn every_test_vector_of_the_evidence_holds() {
    let vectors = [
        (adult("49.9", "25"), AdultRlsLow),
        (adult("50", "25"), AdultRlsLow),
        (adult("75", "25"), AdultRlsLow),
        (adult("75.1", "25"), AdultIvZone),
        (adult("100", "25"), AdultIvZone),
        (adult("100.1", "25"), AdultAdequate),
        (adult("300", "25"), AdultAdequate),
        (adult("300.1", "25"), FerritinHighNoIron),
        (adult("29.9", "25"), AdultDeficient),
        (adult("30", "25"), AdultRlsLow),
        (adult("76", "19.9"), AdultTsatLow),
        (adult("76", "20"), AdultIvZone),
        (adult("40", "45"), TsatHighNoIron),
        (adult("40", "44.9"), AdultRlsLow),
        (child(8.0, "49.9"), ChildLow),
        (child(8.0, "50"), ChildAdequate),
        (pregnant("29.9", "?"), PregDeficient),
        (pregnant("30", "?"), PregRlsLow),
        (pregnant("75", "?"), PregRlsLow),
        (pregnant("75.1", "25"), PregAdequate),
        (adult("199", "19").ill("dialysis"), CkdIvDiscuss),
        (adult("200", "19").ill("dialysis"), CkdRenalTeam),
        (adult("199", "20").ill("dialysis"), CkdRenalTeam),
        (adult("120", "?").crp("20"), FerritinUnreliable),
        (adult("40", "30").ill("haemochromatosis"), OverloadRiskNoIron),
        (adult("620", "38").infused(), RecentIvIronWait),
        (adult("60", "22").infused(), AdultRlsLow),
        (adult("?", "15"), FerritinMissing),
        (adult("?", "50"), TsatHighNoIron),
        (adult("?", "?").hb("7.4"), FerritinMissing),
        (child(8.0, "60").crp("30"), FerritinUnreliable),
        (pregnant("90", "18"), PregRlsLow),
        (adult("150", "?"), AdultAdequate),
    ];
    for (a, expected) in vectors {
        assert_eq!(class(&a), expected, "{:?}", a.labs);
    }
}

#[test]
fn the_vectors_that_name_more_than_a_class_hold_whole() {
    assert_eq!(read(&adult("49.9", "25")).band, Some(SimpleBand::Low));
    assert_eq!(read(&adult("50", "25")).band, Some(SimpleBand::Border));
    assert_eq!(read(&adult("75", "25")).band, Some(SimpleBand::Border));
    assert_eq!(read(&adult("75.1", "25")).band, Some(SimpleBand::Ok));
    assert!(!read(&adult("40", "30").ill("haemochromatosis")).band_shown);
    assert!(read(&adult("60", "22").infused()).modifiers.contains(&RecentIvIron));
    let severe = read(&adult("?", "?").hb("7.4"));
    assert!(severe.modifiers.contains(&HbSevere));
    assert_eq!(severe.urgencies.iter().map(|(_, urgency)| *urgency).max(), Some(SameDay));
    let alone = read(&adult("150", "?"));
    assert!(alone.modifiers.contains(&TsatMissing));
    assert_eq!(class_urgency(&alone), Some(Routine));
}

#[test]
fn each_class_is_as_urgent_as_its_row_says() {
    let rows: Vec<(Assessment, IronClass, Option<Urgency>)> = vec![
        (adult("0", "25"), InputError, None),
        (person(1.9, "20", "25"), ChildTooYoung, Some(Routine)),
        (adult("199", "19").ill("dialysis"), CkdIvDiscuss, Some(Soon)),
        (adult("199", "?").ill("dialysis"), CkdNeedTsat, Some(Routine)),
        (adult("800", "30").ill("dialysis"), CkdRenalTeam, Some(Routine)),
        (adult("800.1", "30").ill("dialysis"), CkdRenalTeam, Some(Soon)),
        (adult("?", "45").ill("dialysis"), CkdRenalTeam, Some(Soon)),
        (adult("?", "44.9").ill("dialysis"), CkdRenalTeam, Some(Routine)),
        (adult("30", "44.9").ill("thalassaemia"), OverloadRiskNoIron, Some(Routine)),
        (adult("29.9", "44.9").ill("thalassaemia"), OverloadRiskNoIron, Some(Soon)),
        (adult("1000", "44.9").ill("transfusion"), OverloadRiskNoIron, Some(Routine)),
        (adult("1001", "44.9").ill("transfusion"), OverloadRiskNoIron, Some(Soon)),
        (adult("100", "45").ill("haemochromatosis"), OverloadRiskNoIron, Some(Soon)),
        (adult("75.1", "30").infused(), RecentIvIronWait, Some(Routine)),
        (adult("75", "45").infused(), RecentIvIronWait, Some(Routine)),
        (adult("1000", "30").infused(), RecentIvIronWait, Some(Routine)),
        (adult("1001", "30").infused(), RecentIvIronWait, Some(Soon)),
        (adult("20", "45"), TsatHighNoIron, Some(Soon)),
        (adult("?", "15"), FerritinMissing, Some(Routine)),
        (adult("1000.1", "25"), FerritinVeryHigh, Some(Soon)),
        (adult("1000", "25"), FerritinHighNoIron, Some(Routine)),
        (adult("300.1", "?"), FerritinHighNoIron, Some(Soon)),
        (pregnant("29.9", "25"), PregDeficient, Some(Soon)),
        (pregnant("30", "25"), PregRlsLow, Some(Soon)),
        (pregnant("90", "25").crp("8"), FerritinUnreliable, Some(Routine)),
        (pregnant("90", "25"), PregAdequate, Some(Routine)),
        (child(5.0, "15"), ChildLow, Some(Routine)),
        (child(5.0, "14.9"), ChildLow, Some(Soon)),
        (child(4.9, "12"), ChildLow, Some(Routine)),
        (child(4.9, "11.9"), ChildLow, Some(Soon)),
        (child(17.9, "50").crp("8"), FerritinUnreliable, Some(Routine)),
        (child(17.9, "50"), ChildAdequate, Some(Routine)),
        (adult("150", "25").crp("8"), FerritinUnreliable, Some(Routine)),
        (adult("29.9", "25"), AdultDeficient, Some(Soon)),
        (adult("30", "25"), AdultRlsLow, Some(Routine)),
        (adult("76", "19.9"), AdultTsatLow, Some(Routine)),
        (adult("76", "25"), AdultIvZone, Some(Routine)),
        (adult("150", "25"), AdultAdequate, Some(SelfCare)),
        (adult("150", "?"), AdultAdequate, Some(Routine)),
    ];
    for (a, expected, urgency) in &rows {
        let reading = read(a);
        assert_eq!((reading.class, class_urgency(&reading)), (*expected, *urgency), "{:?}", a.labs);
    }
    for class in IronClass::ALL {
        assert!(rows.iter().any(|(_, expected, _)| expected == class), "{class:?} is never tried");
    }
}

#[test]
fn an_earlier_row_wins_over_a_later_one() {
    for (a, expected) in [
        // Refused before everything, kidneys before blood conditions, those before infusions and saturation.
        (adult("-1", "50").ill("dialysis"), InputError),
        (person(1.0, "199", "19").ill("dialysis"), ChildTooYoung),
        (adult("199", "19").ill("dialysis").ill("haemochromatosis").infused(), CkdIvDiscuss),
        (adult("500", "50").ill("transfusion").infused(), OverloadRiskNoIron),
        (adult("500", "50").infused(), RecentIvIronWait),
        (adult("20", "30").infused(), AdultDeficient),
        // A high saturation before children, pregnancy and any ferritin.
        (person(8.0, "20", "45"), TsatHighNoIron),
        (pregnant("20", "45"), TsatHighNoIron),
        (adult("1200", "45"), TsatHighNoIron),
        (pregnant("301", "25"), FerritinHighNoIron),
        (person(8.0, "301", "25"), FerritinHighNoIron),
        // Raised CRP never hides a low ferritin or a low saturation.
        (adult("20", "25").crp("50"), AdultDeficient),
        (adult("75", "25").crp("50"), AdultRlsLow),
        (adult("76", "19").crp("50"), AdultTsatLow),
        (person(8.0, "49", "25").crp("50"), ChildLow),
        (person(8.0, "90", "19").crp("50"), ChildAdequate),
        (pregnant("75", "25").crp("50"), PregRlsLow),
        (pregnant("90", "19").crp("50"), PregRlsLow),
    ] {
        assert_eq!(class(&a), expected, "{:?} {:?}", a.labs, a.conditions);
    }
}

#[test]
fn a_pregnant_girl_is_read_as_pregnant() {
    let mut a = pregnant("29.9", "25");
    a.person.age_years = Some(16.0);
    assert_eq!(class(&a), PregDeficient);
    a.labs.ferritin = lab("60", "ng/mL");
    assert_eq!(class(&a), PregRlsLow);
}

#[test]
fn the_ages_of_2_and_18_begin_on_the_birthday() {
    for (age, expected) in
        [(1.99, ChildTooYoung), (2.0, ChildLow), (17.99, ChildLow), (18.0, AdultRlsLow), (120.0, AdultRlsLow)]
    {
        assert_eq!(class(&person(age, "40", "25")), expected, "{age}");
    }
}

#[test]
fn crp_is_raised_above_5_and_not_at_5() {
    for (crp, expected) in
        [("5", AdultAdequate), ("5.1", FerritinUnreliable), ("<5", AdultAdequate), (">5", FerritinUnreliable)]
    {
        assert_eq!(class(&adult("150", "25").crp(crp)), expected, "{crp}");
    }
    let mut per_dl = adult("150", "25");
    per_dl.labs.crp = lab("0.6", "mg/dL");
    assert_eq!(class(&per_dl), FerritinUnreliable);
}

#[test]
fn a_person_who_gave_no_value_gets_no_reading() {
    assert_eq!(iron::read(&adult("?", "?"), false, TODAY), None);
    let mut blank = adult("?", "?");
    blank.labs.ferritin = lab("  ", "ng/mL");
    assert_eq!(iron::read(&blank, false, TODAY), None);
}

#[test]
fn any_one_value_alone_gives_a_class() {
    let mut only = Vec::new();
    for at in 0..5 {
        let mut a = adult("?", "?");
        match at {
            0 => a.labs.serum_iron = lab("12", "umol/L"),
            1 => a.labs.tibc = lab("60", "umol/L"),
            2 => a.labs.transferrin = lab("2.5", "g/L"),
            3 => a.labs.crp = lab("3", "mg/L"),
            _ => a.labs.haemoglobin = lab("13", "g/dL"),
        }
        only.push(class(&a));
    }
    assert_eq!(only, [FerritinMissing; 5]);
}

#[test]
fn a_missing_age_is_asked_for_and_nothing_is_said_about_iron() {
    for age in [None, Some(-1.0), Some(120.5), Some(f64::NAN)] {
        let mut a = adult("20", "10");
        a.person.age_years = age;
        let reading = read(&a);
        assert_eq!((reading.class, reading.band, reading.band_shown), (InputError, None, false), "{age:?}");
        assert!(text(&reading).contains("age"), "{}", text(&reading));
    }
}

#[test]
fn lines_for_restless_legs_are_not_held_up_to_people_whose_answers_point_elsewhere() {
    for (a, changes) in [
        (pregnant("60", "25"), true),
        (person(8.0, "40", "25"), true),
        (adult("40", "25"), true),
        (adult("90", "15"), true),
        (adult("90", "25"), true),
        (adult("20", "25"), false),
        (pregnant("20", "25"), false),
        (adult("150", "25"), false),
    ] {
        let (here, elsewhere) = (read(&a), iron::read(&a, true, TODAY).unwrap());
        assert_eq!((here.class, &here.urgencies), (elsewhere.class, &elsewhere.urgencies));
        assert_eq!(here.says != elsewhere.says, changes, "{:?}", here.class);
        let says = text(&elsewhere);
        assert_eq!(says.contains("point elsewhere"), changes, "{says}");
    }
}

#[test]
fn a_tablet_that_may_have_raised_the_saturation_is_named_before_the_saturation() {
    let mut a = adult("40", "50");
    a.labs.on_iron = Some(Tri::Yes);
    a.labs.iron_within_24h = Some(Tri::Yes);
    let says = text(&read(&a));
    let (tablet, high) =
        (says.find("24 hours before the test").unwrap(), says.find("saturation (TSAT) is high").unwrap());
    assert!(tablet < high, "{says}");
}

#[test]
fn no_message_says_that_a_ferritin_is_too_low_for_restless_legs_or_names_a_dose() {
    for ferritin in ["3", "20", "40", "60", "80", "150", "400", "1200"] {
        for a in [adult(ferritin, "15"), adult(ferritin, "?"), pregnant(ferritin, "25"), person(8.0, ferritin, "25")] {
            let says = text(&read(&a).clone()).to_lowercase();
            assert!(!says.contains("too low") && !says.contains(" mg") && !says.contains("you should"), "{says}");
        }
    }
}

#[test]
fn a_good_message_says_what_was_not_told_and_could_have_changed_it() {
    let says = text(&read(&adult("150", "25")));
    assert!(says.contains("well on the day") && says.contains("iron into a vein"), "{says}");
    let mut told = adult("150", "25").crp("3");
    told.labs.iv_iron_last_12_weeks = Some(Tri::No);
    let says = text(&read(&told));
    assert!(!says.contains("well on the day") && !says.contains("iron into a vein"), "{says}");
}

#[test]
fn without_a_ferritin_a_low_saturation_alone_is_a_reason_to_talk_about_iron() {
    for (tsat, says) in [("19.9", true), ("20", false), ("?", false)] {
        let a = adult("?", tsat).hb("13");
        assert_eq!(class(&a), FerritinMissing);
        assert_eq!(text(&read(&a)).contains("this alone is already a reason"), says, "{tsat}");
    }
}
