//! Promises of evidence 6.2: the simple table covers every number once and is never false comfort.
#![cfg(not(target_arch = "wasm32"))]

mod iron_case;

use iron_case::{With, adult, lab, person, pregnant, read};
use proptest::prelude::*;
use quiet_legs::clinical::assessment::Assessment;
use quiet_legs::clinical::iron::band::band;
use quiet_legs::content::{BANDS, IronModifier, SimpleBand, ZONES};

#[test]
fn ferritin_of_49_9_is_low_and_50_is_borderline() {
    for (ferritin, expected) in [
        (0.0, SimpleBand::Low),
        (49.9, SimpleBand::Low),
        (49.999, SimpleBand::Low),
        (50.0, SimpleBand::Border),
        (75.0, SimpleBand::Border),
        (75.001, SimpleBand::Ok),
        (75.1, SimpleBand::Ok),
        (100_000.0, SimpleBand::Ok),
    ] {
        assert_eq!(band(ferritin), Some(expected), "{ferritin}");
    }
}

#[test]
fn a_converted_ferritin_is_banded_after_rounding() {
    for (pmol, expected) in [
        ("112.2", SimpleBand::Low),
        ("112.35", SimpleBand::Border),
        ("168.53", SimpleBand::Border),
        ("168.7", SimpleBand::Ok),
    ] {
        let mut a = adult("?", "25");
        a.labs.ferritin = lab(pmol, "pmol/L");
        assert_eq!(read(&a).band, Some(expected), "{pmol}");
    }
}

proptest! {
    #[test]
    fn every_ferritin_has_one_band_and_more_is_never_a_lower_one(a in 0.0..2000.0f64, b in 0.0..2000.0f64) {
        let (low, high) = (a.min(b), a.max(b));
        let place = |f: f64| SimpleBand::ALL.iter().position(|row| Some(*row) == band(f));
        prop_assert!(place(low).is_some());
        prop_assert!(place(low) <= place(high), "{low} {high}");
    }
}

#[test]
fn bands_and_zones_change_at_the_same_lines_as_the_messages() {
    let edges: Vec<f64> = BANDS.iter().map(|row| row.from).collect();
    assert_eq!(edges, [0.0, 50.0, 75.0]);
    let zones: Vec<f64> = ZONES.iter().map(|row| row.from).collect();
    assert_eq!(zones, [0.0, 30.0, 75.0, 100.0, 300.0]);
}

#[test]
fn the_simple_table_is_hidden_where_it_would_be_false_comfort_and_still_worked_out() {
    let hidden: Vec<(&str, Assessment)> = vec![
        ("under 18", person(17.9, "80", "25")),
        ("pregnant", pregnant("80", "25")),
        ("pregnant as a condition", adult("80", "25").ill("pregnancy")),
        ("dialysis", adult("80", "25").ill("dialysis")),
        ("CRP raised", adult("80", "25").crp("5.1")),
        ("high saturation", adult("80", "45")),
        ("over 300", adult("300.1", "25")),
        ("liver", adult("80", "25").ill("liver")),
        ("haemochromatosis", adult("80", "25").ill("haemochromatosis")),
        ("thalassaemia", adult("80", "25").ill("thalassaemia")),
        ("transfusion", adult("80", "25").ill("transfusion")),
        ("iron into a vein", adult("80", "25").infused()),
    ];
    for (why, a) in hidden {
        let reading = read(&a);
        assert!(!reading.band_shown, "{why}");
        assert_eq!(reading.band, Some(SimpleBand::Ok), "{why}");
        // Its own zone of the adult scale is over 300; nothing else that hides the table may show the scale.
        assert_eq!(reading.scale_shown, why == "over 300", "{why}");
    }
}

#[test]
fn the_simple_table_is_shown_to_other_adults_up_to_300() {
    for a in [
        person(18.0, "80", "25"),
        adult("300", "44.9"),
        adult("80", "25").crp("5"),
        adult("20", "?"),
        adult("80", "25").ill("ckd"),
        adult("80", "25").ill("heart_failure"),
    ] {
        let reading = read(&a);
        assert!(reading.band_shown && reading.scale_shown, "{:?}", a.labs);
        assert!(reading.modifiers.contains(&IronModifier::SeedBand));
    }
}

#[test]
fn without_a_ferritin_there_is_no_band_and_with_an_input_error_neither() {
    for a in [adult("?", "25"), adult("80", "101"), adult("0", "25")] {
        let reading = read(&a);
        assert_eq!((reading.band, reading.band_shown, reading.scale_shown), (None, false, false), "{:?}", a.labs);
        assert!(!reading.modifiers.contains(&IronModifier::SeedBand));
    }
}

#[test]
fn every_ferritin_lies_in_one_zone_of_the_scale_and_the_edges_stand_where_the_rows_say() {
    for ferritin in [0.0, 29.9, 30.0, 49.9, 50.0, 75.0, 75.1, 100.0, 100.1, 200.0, 300.0, 300.1, 5000.0] {
        assert_eq!(ZONES.iter().filter(|zone| zone.holds(ferritin)).count(), 1, "{ferritin}");
    }
    for zone in &ZONES {
        assert_eq!(zone.holds(zone.from), zone.from_included, "from {}", zone.from);
        assert!(zone.holds(zone.from + 0.05), "above {}", zone.from);
        assert!(!zone.holds(zone.from - 0.05), "below {}", zone.from);
        assert!(!zone.holds(zone.to + 0.05), "above {}", zone.to);
    }
}
