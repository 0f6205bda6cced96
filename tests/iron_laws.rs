//! Laws that hold for every person and every typed text.
//!
//! A reading *reassures* when its class is one of the "adequate" ones: iron is not usually the problem. It does so
//! *openly* when it also says what was not told and could have changed it (ask for TSAT; if you were well; if you
//! had iron into a vein).
//!
//! The law of the unknown: take one value away. If what is left reassures and does not do so openly, then the
//! whole had reassured too. Not knowing something never gives a comfort that knowing it would have taken away.
#![cfg(not(target_arch = "wasm32"))]

mod iron_case;
mod laws_support;

use iron_case::{TODAY, class_urgency, lab, read, text};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use quiet_legs::clinical::assessment::{Assessment, Pregnancy, Sex, Tri};
use quiet_legs::clinical::iron::{self, Quantity, check, saturation};
use quiet_legs::clinical::report::IronReading;
use quiet_legs::content::IronClass::{self, *};
use quiet_legs::content::{CONDITIONS, IronModifier, Urgency};
use quiet_legs::date::Date;

const CONDITIONS_READ: &[&str] =
    &["dialysis", "ckd", "haemochromatosis", "transfusion", "liver", "heart_failure", "coeliac"];

fn reassures(class: IronClass) -> bool {
    matches!(class, AdultAdequate | PregAdequate | ChildAdequate)
}

fn openly(reading: &IronReading) -> bool {
    let says = text(reading);
    reading.modifiers.contains(&IronModifier::TsatMissing)
        || says.contains("if you were well on the day")
        || says.contains("If you had iron into a vein")
}

prop_compose! {
    /// Somebody with values on both sides of every line.
    fn somebody()(
        age in of(select(vec![1.0, 3.0, 8.0, 16.0, 30.0, 60.0])),
        sex in of(select(vec![Sex::Female, Sex::Male])),
        pregnancy in select(vec![Pregnancy::Unknown, Pregnancy::No, Pregnancy::Yes(None), Pregnancy::Yes(Some(1))]),
        ferritin in of(select(vec!["8", "14", "29.9", "30", "49", "60", "75.1", "90", "100.1", "250", "301", "900", "1001"])),
        tsat in of(select(vec!["4", "15", "19.9", "20", "30", "44.9", "45", "70"])),
        crp in of(select(vec!["1", "5", "5.1", "80"])),
        hb in of(select(vec!["6", "7.5", "11", "12.5", "14"])),
        iv in of(select(vec![Tri::Yes, Tri::No, Tri::NotSure])),
        conditions in proptest::collection::vec(select(CONDITIONS_READ.to_vec()), 0..2),
        months_ago in of(0u8..12),
    ) -> Assessment {
        let mut a = Assessment::default();
        (a.person.age_years, a.person.sex, a.person.pregnancy) = (age, sex, pregnancy);
        a.labs.ferritin = ferritin.and_then(|value| lab(value, "ng/mL"));
        a.labs.tsat = tsat.and_then(|value| lab(value, "%"));
        a.labs.crp = crp.and_then(|value| lab(value, "mg/L"));
        a.labs.haemoglobin = hb.and_then(|value| lab(value, "g/dL"));
        a.labs.iv_iron_last_12_weeks = iv;
        a.labs.taken_on = months_ago.and_then(|months| Date::new(2026, 12 - months, 1));
        a.conditions = CONDITIONS.iter().map(|row| row.id).filter(|id| conditions.contains(id)).collect();
        a
    }
}

/// Everybody who differs by one value left out.
fn with_one_value_less(a: &Assessment) -> Vec<(&'static str, Assessment)> {
    type Change = fn(&mut Assessment);
    let ways: [(&str, Change); 6] = [
        ("ferritin", |a| a.labs.ferritin = None),
        ("tsat", |a| a.labs.tsat = None),
        ("crp", |a| a.labs.crp = None),
        ("hb", |a| a.labs.haemoglobin = None),
        ("iv iron", |a| a.labs.iv_iron_last_12_weeks = None),
        ("age", |a| a.person.age_years = None),
    ];
    ways.into_iter()
        .map(|(name, remove)| {
            let mut less = a.clone();
            remove(&mut less);
            (name, less)
        })
        .collect()
}

proptest! {
    #![proptest_config(laws_support::people(2000))]

    #[test]
    fn not_knowing_a_value_never_gives_comfort_that_knowing_it_takes_away(a in somebody()) {
        let Some(whole) = iron::read(&a, false, TODAY) else { return Ok(()) };
        for (removed, less) in with_one_value_less(&a) {
            let Some(left) = iron::read(&less, false, TODAY) else { continue };
            let comfort = reassures(left.class) && !openly(&left);
            prop_assert!(!comfort || reassures(whole.class), "without {}: {:?} instead of {:?}", removed, left.class, whole.class);
            // Nor does it ever send somebody home who would have been told to ask.
            let home = class_urgency(&left) == Some(Urgency::SelfCare);
            prop_assert!(!home || openly(&left) || class_urgency(&whole) == Some(Urgency::SelfCare), "without {}", removed);
        }
    }

    #[test]
    fn a_saturation_that_was_left_out_is_asked_for(a in somebody(), tsat in select(vec!["4", "15", "19.9", "45", "70"])) {
        let mut known = a.clone();
        known.labs.tsat = lab(tsat, "%");
        let mut unknown = a;
        unknown.labs.tsat = None;
        let Some(reading) = iron::read(&unknown, false, TODAY) else { return Ok(()) };
        // Asked for by name, or the numbers go to somebody who knows more, or could not be read at all.
        let handed_on = matches!(reading.class, InputError | ChildTooYoung | CkdRenalTeam | OverloadRiskNoIron | RecentIvIronWait);
        prop_assert!(handed_on || text(&reading).contains("TSAT"), "{:?}: {}", reading.class, text(&reading));
        // The known one reads a saturation under 20 or from 45 on, and never ends in self-care.
        prop_assert_ne!(class_urgency(&read(&known)), Some(Urgency::SelfCare));
        prop_assert_ne!(class_urgency(&reading), Some(Urgency::SelfCare));
    }

    #[test]
    fn a_lower_haemoglobin_is_never_less_urgent(a in somebody(), x in 30u32..220, y in 30u32..220) {
        let top = |tenths: u32| {
            let mut a = a.clone();
            a.labs.haemoglobin = lab(&tenths.to_string(), "g/L");
            let reading = read(&a);
            reading.urgencies.iter().filter(|(who, _)| matches!(who, quiet_legs::clinical::report::IronUrgencyOf::Modifier(_))).map(|(_, u)| *u).max()
        };
        prop_assert!(top(x.min(y)) >= top(x.max(y)));
    }

    #[test]
    fn classes_of_an_adult_follow_one_another_as_ferritin_rises(x in 1u32..20_000, y in 1u32..20_000) {
        let order = [AdultDeficient, AdultRlsLow, AdultIvZone, AdultAdequate, FerritinHighNoIron, FerritinVeryHigh];
        let place = |tenths: u32| {
            let a = iron_case::adult(&format!("{:.1}", f64::from(tenths) / 10.0), "30");
            order.iter().position(|class| *class == read(&a).class)
        };
        prop_assert!(place(x).is_some());
        prop_assert!(place(x.min(y)) <= place(x.max(y)));
    }

    #[test]
    fn where_the_answers_point_changes_words_only(a in somebody()) {
        let (here, there) = (iron::read(&a, false, TODAY), iron::read(&a, true, TODAY));
        if let (Some(here), Some(there)) = (here, there) {
            let same_words = IronReading { says: here.says.clone(), ask: here.ask.clone(), ..there };
            prop_assert_eq!(here, same_words);
        }
    }

    #[test]
    fn every_reading_says_something_without_a_hole(a in somebody()) {
        if let Some(reading) = iron::read(&a, false, TODAY) {
            let says = text(&reading);
            prop_assert!(!reading.says.is_empty() && !says.contains('{') && !says.contains('}'), "{}", says);
            prop_assert!(reading.because.iter().any(|path| path == "age"));
        }
    }

    #[test]
    fn a_band_is_shown_only_where_the_scale_holds(a in somebody()) {
        if let Some(reading) = iron::read(&a, false, TODAY) {
            prop_assert!(!reading.band_shown || (reading.scale_shown && reading.band.is_some()));
        }
    }

    #[test]
    fn saturation_is_the_same_in_either_unit(iron in 5.0..330.0f64, tibc in 120.0..720.0f64) {
        let (mass, molar) = (saturation(iron, Some(tibc), None), saturation(iron * 0.179, Some(tibc * 0.179), None));
        if let (Some(Ok(mass)), Some(Ok(molar))) = (mass, molar) {
            prop_assert!((mass - molar).abs() < 0.11, "{} {}", mass, molar);
        }
    }
}

/// Anything that can be pasted, and much that looks like a number.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,40}",
        "[-<>≤≥=−+ 0-9.,'’%a-zA-Zµμ/\u{a0}\u{202f}\u{200f}]{0,24}",
        "[0-9]{1,400}",
        Just("9".repeat(10_000)),
        Just("😀".repeat(2_500)),
        Just("שלום ١٢٣".to_owned()),
        Just("\u{202e}54\u{0}".to_owned()),
    ]
}

proptest! {
    #![proptest_config(laws_support::people(256))]

    #[test]
    fn no_typed_text_breaks_anything(typed in anything(), unit in anything(), at in 0..7usize, known in any::<bool>()) {
        let quantity = Quantity::ALL[at];
        let unit = if known { quantity.units()[0].printed.to_owned() } else { unit };
        let _ = check(quantity, &typed, &unit);
        let mut a = iron_case::adult("?", "?");
        let value = lab(&typed, &unit);
        match quantity {
            Quantity::Ferritin => a.labs.ferritin = value,
            Quantity::Tsat => a.labs.tsat = value,
            Quantity::Iron => a.labs.serum_iron = value,
            Quantity::Tibc => a.labs.tibc = value,
            Quantity::Transferrin => a.labs.transferrin = value,
            Quantity::Haemoglobin => a.labs.haemoglobin = value,
            Quantity::Crp => a.labs.crp = value,
        }
        if let Some(reading) = iron::read(&a, false, TODAY) {
            let numbers = [reading.ferritin, reading.tsat, reading.haemoglobin, reading.crp];
            prop_assert!(numbers.into_iter().flatten().all(|n| n.is_finite() && n >= 0.0));
        }
    }

    #[test]
    fn a_plain_number_with_spaces_and_its_unit_around_it_is_that_number(
        tenths in 50u32..10_000, comma in any::<bool>(), before in " {0,3}", between in " {0,2}", with_unit in any::<bool>(),
    ) {
        let number = f64::from(tenths) / 10.0;
        let digits = format!("{number:.1}").replace('.', if comma { "," } else { "." });
        let typed = format!("{before}{digits}{between}{}", if with_unit { "ng/mL" } else { "" });
        let iron::Checked::Good(value) = check(Quantity::Ferritin, &typed, "ng/mL") else {
            return Err(TestCaseError::fail(typed));
        };
        prop_assert_eq!(value.number, number);
        prop_assert_eq!(value.typed, format!("{digits} ng/mL"));
    }
}
