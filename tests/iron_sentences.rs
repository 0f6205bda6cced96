//! Promises about the order of what is said of iron numbers, and about the answers it rests on (evidence 6.6).
#![cfg(not(target_arch = "wasm32"))]

mod iron_case;

use iron_case::{With, adult, class, has, lab, person, pregnant, read};
use quiet_legs::clinical::assessment::{Assessment, Sex, Tri};
use quiet_legs::content::text::errors::unread;
use quiet_legs::content::text::iron::notes;
use quiet_legs::content::{IRON_CLASSES, IRON_MODIFIERS, IronClass, IronModifier, Key};

fn says(a: &Assessment) -> Vec<Key> {
    read(a).says.iter().map(|said| said.key).collect()
}

fn of_class(class: IronClass) -> Key {
    IRON_CLASSES.iter().find(|row| row.class == class).unwrap().says
}

fn of(modifier: IronModifier) -> Key {
    IRON_MODIFIERS.iter().find(|row| row.modifier == modifier).unwrap().says.unwrap()
}

fn tablet(mut a: Assessment) -> Assessment {
    (a.labs.on_iron, a.labs.iron_within_24h) = (Some(Tri::Yes), Some(Tri::Yes));
    a
}

#[test]
fn a_tablet_comes_first_only_where_another_saturation_could_change_the_class() {
    let saturation_decides =
        [adult("60", "50"), adult("90", "15"), adult("150", "15").ill("dialysis"), pregnant("75.1", "19.9")];
    for a in saturation_decides {
        let (a, class) = (tablet(a.clone()), class(&a));
        assert_eq!(says(&a)[..2], [of(IronModifier::OnIronLt24h), of_class(class)], "{class:?}");
    }
    for a in [adult("60", "25"), adult("20", "15"), pregnant("75", "19.9"), pregnant("60", "15"), adult("150", "30")] {
        let (a, class) = (tablet(a.clone()), class(&a));
        let said = says(&a);
        assert_eq!(said[0], of_class(class), "{class:?}");
        assert!(said[1..].contains(&of(IronModifier::OnIronLt24h)), "{class:?}");
    }
    assert_eq!(says(&adult("90", "15"))[0], of_class(IronClass::AdultTsatLow));
}

#[test]
fn what_the_class_has_said_is_not_said_again() {
    let wait = adult("620", "38").infused();
    assert_eq!(class(&wait), IronClass::RecentIvIronWait);
    assert!(has(&wait, IronModifier::RecentIvIron) && !says(&wait).contains(&of(IronModifier::RecentIvIron)));
    let low = adult("60", "22").infused();
    assert!(says(&low).contains(&of(IronModifier::RecentIvIron)));
    let no_saturation = adult("150", "?").ill("dialysis");
    assert_eq!(class(&no_saturation), IronClass::CkdNeedTsat);
    assert!(has(&no_saturation, IronModifier::TsatMissing));
    assert!(!says(&no_saturation).contains(&of(IronModifier::TsatMissing)));
    assert!(says(&adult("60", "?")).contains(&of(IronModifier::TsatMissing)));
}

#[test]
fn an_infusion_that_was_not_asked_about_matters_only_above_75() {
    let told = |a: Assessment| says(&a).contains(&notes::IV_IRON_UNKNOWN);
    assert!(told(person(8.0, "75.1", "25")));
    assert!(!told(person(8.0, "75", "25")));
    assert!(told(adult("150", "25")));
    let mut no_infusion = adult("150", "25");
    no_infusion.labs.iv_iron_last_12_weeks = Some(Tri::No);
    assert!(!told(no_infusion));
    assert!(!told(adult("60", "25")));
}

#[test]
fn the_answers_behind_each_remark_are_named_and_no_others() {
    let because = |a: &Assessment| read(a).because;
    let behind = |a: Assessment, wanted: &[&str]| {
        let mut found = because(&a);
        let plain = ["ferritin", "tsat", "hb", "age"];
        found.retain(|path| !plain.contains(&path.as_str()));
        assert_eq!(found, wanted, "{a:?}");
    };
    let on_iron = |a: Assessment| {
        let mut a = a;
        a.labs.on_iron = Some(Tri::Yes);
        a
    };
    behind(adult("60", "25"), &[]);
    behind(on_iron(adult("60", "25")), &["on_iron"]);
    behind(adult("60", "25").takes("sertraline").takes("ferrous_sulfate"), &["medicines[1]"]);
    behind(on_iron(adult("60", "25").takes("ferrous_sulfate")), &["on_iron", "medicines[0]"]);
    behind(tablet(adult("60", "25")), &["on_iron", "iron_before"]);
    behind(adult("60", "25").infused(), &["iv_iron"]);
    behind(adult("60", "25").ill("heart_failure"), &["condition.heart_failure"]);
    for gut in ["bariatric", "coeliac", "ibd"] {
        behind(adult("60", "25").ill(gut), &[&format!("condition.{gut}")]);
    }
    behind(adult("60", "25").ill("liver"), &["condition.liver"]);
    behind(adult("60", "25").hb("11"), &[]);
    behind(adult("60", "25").hb("11").sex(Sex::Female), &["sex"]);
    behind(adult("60", "25").ill("blood_donor"), &[]);
    let mut gave = adult("60", "25");
    gave.donated_last_12_months = Some(Tri::Yes);
    behind(gave, &["substance.blood_donation"]);
    behind(adult("60", "25").ill("ckd"), &["kidneys"]);
    behind(adult("60", "25").ill("thalassaemia"), &["condition.thalassaemia"]);
}

#[test]
fn an_old_test_rests_on_the_date_beside_the_number_that_is_old() {
    let old = adult("60", "25").tested(2026, 1, 1);
    assert!(read(&old).because.contains(&"taken".to_owned()));
    let other = adult("?", "25").tested(2026, 1, 1);
    assert!(read(&other).because.contains(&"other_taken".to_owned()));
}

#[test]
fn a_unit_that_is_not_known_is_a_problem_only_where_it_keeps_ferritin_from_being_read() {
    let problems = |value: &str, unit: &str, tsat: &str| {
        let mut a = adult("?", tsat);
        a.labs.ferritin = lab(value, unit);
        read(&a).problems.iter().map(|said| said.key).collect::<Vec<_>>()
    };
    assert_eq!(problems("45", "unsure", "25"), [unread::UNIT]);
    assert_eq!(problems("45 ng/mL", "unsure", "25"), []);
    assert_eq!(problems("45", "ng/mL", "25"), []);
    assert!(!problems("abc", "unsure", "25").contains(&unread::UNIT));
    let other_refused = problems("45", "unsure", "150");
    assert_eq!(other_refused.len(), 1);
    assert!(!other_refused.contains(&unread::UNIT));
    assert!(!read(&adult("?", "25")).problems.iter().any(|said| said.key == unread::UNIT));
}

#[test]
fn haemoglobin_is_shown_in_grams_per_decilitre_with_two_decimals_at_most() {
    let shown = |value: &str, unit: &str| {
        let mut a = adult("60", "25");
        a.labs.haemoglobin = lab(value, unit);
        read(&a).haemoglobin
    };
    assert_eq!(shown("13.2", "g/dL"), Some(13.2));
    assert_eq!(shown("132", "g/L"), Some(13.2));
    assert_eq!(shown("8.1", "mmol/L"), Some(13.05));
}

#[test]
fn a_fresh_infusion_waits_only_above_75_and_dialysis_needs_a_saturation_only_below_200() {
    assert_eq!(class(&adult("75", "22").infused()), IronClass::AdultRlsLow);
    assert_eq!(class(&adult("75.1", "22").infused()), IronClass::RecentIvIronWait);
    let dialysis = |ferritin| class(&adult(ferritin, "?").ill("dialysis"));
    assert_eq!(dialysis("199.9"), IronClass::CkdNeedTsat);
    assert_eq!(dialysis("200"), IronClass::CkdRenalTeam);
    assert_eq!(dialysis("500"), IronClass::CkdRenalTeam);
    assert_eq!(class(&adult("?", "19").ill("dialysis")), IronClass::CkdRenalTeam);
}
