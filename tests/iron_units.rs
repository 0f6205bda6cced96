//! Promises of evidence 6.1: what a printed number and its unit come to.
#![cfg(not(target_arch = "wasm32"))]

mod iron_case;

use iron_case::{adult, class, lab, person, read};
use quiet_legs::clinical::assessment::Assessment;
use quiet_legs::clinical::iron::{Checked, Quantity, check};
use quiet_legs::content::IronClass::*;

/// The number that is used, asked about or not.
fn used(quantity: Quantity, typed: &str, unit: &str) -> Option<f64> {
    match check(quantity, typed, unit) {
        Checked::Good(value) | Checked::Ask(value, _) => Some(value.number),
        Checked::Empty | Checked::Refused(_) => None,
    }
}

#[test]
fn ferritin_in_pmol_becomes_ng_rounded_half_up_to_one_decimal() {
    for (pmol, ng) in [
        ("112.35", 50.0),
        ("168.53", 75.0),
        ("224.7", 100.0),
        ("224,7", 100.0),
        ("112.2", 49.9),
        // 50.05 and 50.04 exactly: the half goes up, less does not.
        ("112.46235", 50.1),
        ("112.43988", 50.0),
    ] {
        assert_eq!(used(Quantity::Ferritin, pmol, "pmol/L"), Some(ng), "{pmol}");
    }
}

#[test]
fn ferritin_in_ng_or_ug_is_compared_exactly_as_typed() {
    for unit in ["ng/mL", "ug/L", "µg/L", "μg/L", "mcg/L", "ng/ml", "ug/l", "MCG/L", " µg / L "] {
        assert_eq!(used(Quantity::Ferritin, "49.9", unit), Some(49.9), "{unit}");
        assert_eq!(used(Quantity::Ferritin, "75.04", unit), Some(75.04), "{unit}");
    }
    assert_eq!(class(&adult("75.04", "25")), AdultIvZone);
    assert_eq!(class(&adult("75.00", "25")), AdultRlsLow);
}

#[test]
fn ferritin_in_ug_per_dl_is_refused_with_its_own_reason() {
    for unit in ["ug/dL", "µg/dL", "mcg/dl", "µg/dl"] {
        let Checked::Refused(reason) = check(Quantity::Ferritin, "45", unit) else { panic!("{unit}") };
        assert!(reason.text().contains("µg/dL is not used for ferritin"), "{}", reason.text());
    }
    assert!(matches!(check(Quantity::Ferritin, "4.5 µg/dL", ""), Checked::Refused(_)));
}

#[test]
fn a_value_the_laboratory_could_not_measure_counts_on_the_safe_side() {
    for (typed, number) in [
        ("<10", 9.9),
        ("< 10", 9.9),
        ("<5", 4.9),
        ("≤10", 9.9),
        (">1000", 1000.1),
        (">2000", 2000.1),
        ("> 1 000", 1000.1),
    ] {
        assert_eq!(used(Quantity::Ferritin, typed, "ng/mL"), Some(number), "{typed}");
    }
    assert_eq!(used(Quantity::Ferritin, "<67.41", "pmol/L"), Some(29.9), "under 30.0 after conversion");
    assert_eq!(class(&adult("<30", "25")), AdultDeficient);
    assert_eq!(class(&adult(">300", "25")), FerritinHighNoIron);
    assert_eq!(class(&adult("40", ">45")), TsatHighNoIron);
    assert_eq!(class(&adult("90", "<20")), AdultTsatLow);
}

#[test]
fn what_was_typed_is_shown_again_with_its_unit() {
    for (typed, unit, shown) in [
        ("45", "ng/mL", "45 ng/mL"),
        (" 49,9 ", "ng/mL", "49,9 ng/mL"),
        ("< 10", "ug/L", "<10 µg/L"),
        ("45 ng/mL", "ng/mL", "45 ng/mL"),
        ("112.35", "pmol/l", "112.35 pmol/L"),
    ] {
        let mut a = adult("?", "25");
        a.labs.ferritin = lab(typed, unit);
        assert_eq!(read(&a).ferritin_typed.as_deref(), Some(shown), "{typed}");
    }
}

#[test]
fn a_unit_after_the_number_may_stand_in_for_the_chosen_one_but_not_against_it() {
    assert_eq!(used(Quantity::Ferritin, "45 ng/mL", ""), Some(45.0));
    assert_eq!(used(Quantity::Ferritin, "45ug/l", "ng/mL"), Some(45.0));
    assert_eq!(used(Quantity::Ferritin, "112.35 pmol/L", "unsure"), Some(50.0));
    assert_eq!(used(Quantity::Tsat, "19 %", "%"), Some(19.0));
    assert!(matches!(check(Quantity::Ferritin, "45 pmol/L", "ng/mL"), Checked::Refused(_)));
    assert!(matches!(check(Quantity::Haemoglobin, "130 g/L", "g/dL"), Checked::Refused(_)));
    assert!(matches!(check(Quantity::Ferritin, "45 apples", "ng/mL"), Checked::Refused(_)));
}

fn iron_and(iron: (&str, &str), tibc: Option<(&str, &str)>, transferrin: Option<(&str, &str)>) -> Assessment {
    let mut a = person(40.0, "60", "?");
    a.labs.serum_iron = lab(iron.0, iron.1);
    a.labs.tibc = tibc.and_then(|(value, unit)| lab(value, unit));
    a.labs.transferrin = transferrin.and_then(|(value, unit)| lab(value, unit));
    a
}

#[test]
fn saturation_is_worked_out_from_iron_and_what_carries_it() {
    for (a, percent) in [
        (iron_and(("60", "ug/dL"), Some(("400", "ug/dL")), None), 15.0),
        (iron_and(("10", "umol/L"), Some(("60", "umol/L")), None), 16.7),
        (iron_and(("8", "umol/L"), None, Some(("3.0", "g/L"))), 10.6),
        (iron_and(("8", "µmol/L"), None, Some(("300", "mg/dL"))), 10.6),
        // Units mixed on one paper: 10.74 of 60 µmol/L.
        (iron_and(("60", "ug/dL"), Some(("60", "umol/L")), None), 17.9),
        (iron_and(("60", "ug/dL"), None, Some(("3", "g/L"))), 14.3),
        // TIBC is what the laboratory measured or worked out itself, so it goes first.
        (iron_and(("10", "umol/L"), Some(("60", "umol/L")), Some(("2", "g/L"))), 16.7),
    ] {
        let reading = read(&a);
        assert_eq!((reading.tsat, reading.tsat_computed), (Some(percent), true), "{:?}", a.labs);
    }
}

#[test]
fn a_saturation_on_the_paper_goes_before_one_worked_out() {
    let mut a = iron_and(("9", "umol/L"), Some(("58", "umol/L")), None);
    a.labs.tsat = lab("19", "%");
    let reading = read(&a);
    assert_eq!((reading.tsat, reading.tsat_computed), (Some(19.0), false));
}

#[test]
fn a_worked_out_saturation_meets_the_lines_of_20_and_45_rounded() {
    // 19.95 % is 20.0, 19.94 % is 19.9; 44.95 % is 45.0, 44.94 % is 44.9.
    for (iron, expected) in
        [("11.97", AdultIvZone), ("11.964", AdultTsatLow), ("26.97", TsatHighNoIron), ("26.964", AdultIvZone)]
    {
        let mut a = iron_and((iron, "umol/L"), Some(("60", "umol/L")), None);
        a.labs.ferritin = lab("90", "ng/mL");
        assert_eq!(class(&a), expected, "{iron}");
    }
}

#[test]
fn iron_alone_or_its_carrier_alone_gives_no_saturation() {
    assert_eq!(read(&iron_and(("10", "umol/L"), None, None)).tsat, None);
    let mut a = person(40.0, "60", "?");
    a.labs.tibc = lab("60", "umol/L");
    assert_eq!(read(&a).tsat, None);
}

#[test]
fn more_iron_than_can_be_carried_is_refused() {
    let reading = read(&iron_and(("58", "umol/L"), Some(("50", "umol/L")), None));
    assert_eq!((reading.class, reading.tsat), (InputError, None));
    assert_eq!(reading.problems.len(), 1);
}

#[test]
fn haemoglobin_and_crp_come_in_their_units() {
    for (typed, unit, grams) in
        [("12.9", "g/dL", 12.9), ("129", "g/L", 12.9), ("119.5", "g/l", 11.95), ("120", "G/L", 12.0)]
    {
        assert_eq!(used(Quantity::Haemoglobin, typed, unit), Some(grams), "{typed} {unit}");
    }
    let molar = used(Quantity::Haemoglobin, "8.0678", "mmol/L").unwrap();
    assert!((molar - 13.0).abs() < 0.001, "{molar}");
    assert_eq!(used(Quantity::Crp, "0.5", "mg/dL"), Some(5.0));
    assert_eq!(used(Quantity::Crp, "12", "mg/L"), Some(12.0));
    let iron = used(Quantity::Iron, "100", "ug/dL").unwrap();
    assert!((iron - 17.9).abs() < 1e-9, "{iron}");
}

#[test]
fn haemoglobin_without_a_unit_is_read_low_rather_than_not_at_all() {
    assert_eq!(used(Quantity::Haemoglobin, "7.4", ""), Some(7.4));
    assert_eq!(used(Quantity::Haemoglobin, "74", ""), Some(7.4));
}

#[test]
fn a_value_that_needs_a_unit_and_has_none_is_refused_by_that_name() {
    for quantity in [Quantity::Ferritin, Quantity::Iron, Quantity::Tibc, Quantity::Transferrin, Quantity::Crp] {
        let Checked::Refused(reason) = check(quantity, quantity.example(), "") else { panic!("{quantity:?}") };
        assert!(reason.text().starts_with("Choose the unit"), "{}", reason.text());
        let Checked::Refused(reason) = check(quantity, quantity.example(), "furlongs") else { panic!("{quantity:?}") };
        assert!(reason.text().contains("cannot read this unit"), "{}", reason.text());
    }
    let mut a = adult("?", "25");
    a.labs.ferritin = lab("45", "");
    assert_eq!(class(&a), InputError);
}

#[test]
fn a_ferritin_whose_unit_is_not_known_is_no_ferritin_and_the_rest_is_still_read() {
    let mut a = adult("?", "50");
    a.labs.ferritin = lab("45", "unsure");
    let reading = read(&a);
    assert_eq!((reading.class, reading.ferritin, reading.problems.len()), (TsatHighNoIron, None, 1));
    a.labs.tsat = None;
    assert_eq!(class(&a), FerritinMissing);
}
