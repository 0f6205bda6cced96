//! The anaemia lines of evidence 6.5, at each line and just below it, and how urgent they are.
#![cfg(not(target_arch = "wasm32"))]

mod iron_case;

use iron_case::{With, adult, has, person, pregnant, read, text, urgency};
use quiet_legs::clinical::assessment::{Assessment, Pregnancy, Sex};
use quiet_legs::clinical::report::IronUrgencyOf::Modifier;
use quiet_legs::content::IronModifier::{HbLow, HbSevere};
use quiet_legs::content::Urgency::{Routine, SameDay, Soon};

fn in_trimester(trimester: Option<u8>) -> Assessment {
    let mut a = pregnant("90", "25");
    a.person.pregnancy = Pregnancy::Yes(trimester);
    a
}

/// Every group: who, not low at this, severe below that.
fn groups() -> Vec<(&'static str, Assessment, f64, f64)> {
    let aged = |age| person(age, "90", "25");
    vec![
        ("6 to 23 months", aged(0.5), 10.5, 7.0),
        ("23 months", aged(1.99), 10.5, 7.0),
        ("2 years", aged(2.0), 11.0, 7.0),
        ("4 years", aged(4.99), 11.0, 7.0),
        ("5 years", aged(5.0), 11.5, 8.0),
        ("11 years", aged(11.99), 11.5, 8.0),
        ("girl of 12", aged(12.0).sex(Sex::Female), 12.0, 8.0),
        ("boy of 14", aged(14.99).sex(Sex::Male), 12.0, 8.0),
        ("boy of 15", aged(15.0).sex(Sex::Male), 13.0, 8.0),
        ("girl of 15", aged(15.0).sex(Sex::Female), 12.0, 8.0),
        ("woman", aged(60.0).sex(Sex::Female), 12.0, 8.0),
        ("man", aged(60.0).sex(Sex::Male), 13.0, 8.0),
        ("adult, sex not given", aged(60.0), 12.0, 8.0),
        ("first trimester", in_trimester(Some(1)), 11.0, 7.0),
        ("second trimester", in_trimester(Some(2)), 10.5, 7.0),
        ("third trimester", in_trimester(Some(3)), 11.0, 7.0),
        ("trimester not known", in_trimester(None), 10.5, 7.0),
    ]
}

#[test]
fn anaemia_begins_just_below_the_line_of_each_group() {
    for (who, a, low, severe) in groups() {
        let at = |hb: f64| a.clone().hb(&format!("{hb:.1}"));
        assert!(!has(&at(low), HbLow) && !has(&at(low), HbSevere), "{who} at {low}");
        assert!(has(&at(low - 0.1), HbLow), "{who} under {low}");
        assert!(has(&at(severe), HbLow) && !has(&at(severe), HbSevere), "{who} at {severe}");
        assert!(has(&at(severe - 0.1), HbSevere), "{who} under {severe}");
    }
}

#[test]
fn severe_anaemia_replaces_the_milder_word() {
    for (who, a, ..) in groups() {
        assert!(!has(&a.hb("6.9"), HbLow), "{who}");
    }
}

#[test]
fn the_line_is_met_in_every_unit() {
    for (typed, unit, low) in
        [("120", "g/L", false), ("119", "g/L", true), ("7.45", "mmol/L", false), ("7.44", "mmol/L", true)]
    {
        let mut a = adult("90", "25").hb("0");
        a.labs.haemoglobin = iron_case::lab(typed, unit);
        assert_eq!(has(&a, HbLow), low, "{typed} {unit}");
    }
}

#[test]
fn anaemia_is_soon_but_routine_with_known_kidney_disease_and_severe_is_today_for_all() {
    for (a, expected) in [
        (adult("90", "25"), Soon),
        (adult("90", "25").ill("ckd"), Routine),
        (adult("90", "25").ill("dialysis"), Routine),
    ] {
        assert_eq!(urgency(&read(&a.clone().hb("11")), Modifier(HbLow)), Some(expected));
        assert_eq!(urgency(&read(&a.hb("7.4")), Modifier(HbSevere)), Some(SameDay));
    }
}

#[test]
fn an_unknown_age_is_measured_by_the_lines_of_adults() {
    for (sex, hb, expected) in [
        (None, "11.9", Some(HbLow)),
        (None, "12", None),
        (Some(Sex::Male), "12.9", Some(HbLow)),
        (None, "7.9", Some(HbSevere)),
    ] {
        let mut a = adult("90", "25").hb(hb);
        a.person.age_years = None;
        a.person.sex = sex;
        assert_eq!(read(&a).modifiers, expected.into_iter().collect::<Vec<_>>(), "{sex:?} {hb}");
    }
}

#[test]
fn an_unknown_sex_is_told_that_the_line_differs_where_it_could_matter() {
    let differs = |a: Assessment| text(&read(&a)).contains("the line is 13.0");
    assert!(differs(adult("90", "25").hb("12")) && differs(adult("90", "25").hb("12.9")));
    assert!(!differs(adult("90", "25").hb("13")) && !differs(adult("90", "25").hb("11.9")));
    assert!(!differs(adult("90", "25").hb("12.5").sex(Sex::Female)));
    assert!(!differs(person(12.0, "90", "25").hb("12.5")) && !differs(pregnant("90", "25").hb("12.5")));
}
