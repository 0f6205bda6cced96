//! The limit table of evidence 6.1, row by row: what is taken, asked about and refused, each at its edge.
#![cfg(not(target_arch = "wasm32"))]

mod iron_case;

use iron_case::{With, adult, has, lab, read};
use quiet_legs::clinical::iron::{Checked, Quantity, check, saturation};
use quiet_legs::content::IronClass::{AdultDeficient, FerritinVeryHigh, InputError, TsatHighNoIron};
use quiet_legs::content::IronModifier::{HbLow, HbSevere};
use quiet_legs::content::Key;
use quiet_legs::content::text::errors::{ask, lab as refuse};

fn verdict(quantity: Quantity, typed: &str, unit: &str) -> &'static str {
    match check(quantity, typed, unit) {
        Checked::Empty => "empty",
        Checked::Good(_) => "good",
        Checked::Ask(..) => "ask",
        Checked::Refused(_) => "refused",
    }
}

fn all(quantity: Quantity, unit: &str, expected: &str, typed: &[&str]) {
    for value in typed {
        assert_eq!(verdict(quantity, value, unit), expected, "{quantity:?} {value} {unit}");
    }
}

const NO_NUMBERS: &[&str] = &["text", "45o", "4 5", "45-50", "٤٥", "😀", "4,5,6.7", "-", "<", "1e3", "NaN", "inf", "٪"];

#[test]
fn ferritin_is_taken_asked_about_and_refused_where_the_table_says() {
    let ferritin = Quantity::Ferritin;
    all(ferritin, "ng/mL", "good", &["5", "5.0", "45", "49,9", " 12 ", "1000", "1 000"]);
    all(ferritin, "ng/mL", "ask", &["0.1", "0.9", "1", "4.9", "1000.1", "2000", "2500", "100000", "1,250"]);
    all(ferritin, "ng/mL", "refused", &["0", "-1", "-45", "100000.1", "9999999999999999999999"]);
    all(ferritin, "ng/mL", "refused", NO_NUMBERS);
    all(ferritin, "ng/mL", "empty", &["", "  ", "\t"]);
    all(ferritin, "pmol/L", "good", &["11.2", "2247"]);
    all(ferritin, "pmol/L", "ask", &["11.1", "2247.2", "224700"]);
    all(ferritin, "pmol/L", "refused", &["0", "224701"]);
}

#[test]
fn less_and_more_are_taken_without_asking() {
    all(Quantity::Ferritin, "ng/mL", "good", &["<5", "<10", ">1000", ">2000", "<1", ">300"]);
    all(Quantity::Ferritin, "ng/mL", "refused", &[">100000"]);
    all(Quantity::Crp, "mg/L", "good", &["<5", "<0.3", "<10"]);
}

#[test]
fn a_normal_range_typed_as_a_result_is_asked_about() {
    all(Quantity::Ferritin, "ng/mL", "ask", &["<300", "<150", ">30", ">15"]);
}

#[test]
fn saturation_is_taken_asked_about_and_refused_where_the_table_says() {
    let tsat = Quantity::Tsat;
    all(tsat, "%", "good", &["5", "19,9", "20", "60", "22%"]);
    all(tsat, "%", "ask", &["0.20", "0,45", "0.99", "1", "4.9", "60.1", "100"]);
    all(tsat, "%", "refused", &["0", "-5", "100.1", "250"]);
    all(tsat, "%", "refused", NO_NUMBERS);
    let Checked::Ask(value, says) = check(tsat, "0.20", "%") else { panic!() };
    assert_eq!(value.number, 20.0);
    assert!(says.text().contains("Did you mean 20%"), "{}", says.text());
}

#[test]
fn iron_tibc_and_transferrin_are_taken_asked_about_and_refused_where_the_table_says() {
    all(Quantity::Iron, "umol/L", "good", &["0.5", "12", "45"]);
    all(Quantity::Iron, "umol/L", "ask", &["45.1", "60"]);
    all(Quantity::Iron, "umol/L", "refused", &["0.4", "0", "-1", "60.1"]);
    all(Quantity::Iron, "ug/dL", "good", &["2.8", "60", "251"]);
    all(Quantity::Iron, "ug/dL", "ask", &["252", "335"]);
    all(Quantity::Iron, "ug/dL", "refused", &["2.7", "336"]);
    all(Quantity::Tibc, "umol/L", "good", &["35", "60", "100"]);
    all(Quantity::Tibc, "umol/L", "ask", &["20", "34.9", "100.1", "130"]);
    all(Quantity::Tibc, "umol/L", "refused", &["19.9", "0", "130.1"]);
    all(Quantity::Tibc, "ug/dL", "good", &["400"]);
    all(Quantity::Transferrin, "g/L", "good", &["1.4", "2.5", "4.0"]);
    all(Quantity::Transferrin, "g/L", "ask", &["0.8", "1.3", "4.1", "5.2"]);
    all(Quantity::Transferrin, "g/L", "refused", &["0.7", "5.3", "250"]);
    all(Quantity::Transferrin, "mg/dL", "good", &["250"]);
    for quantity in [Quantity::Iron, Quantity::Tibc] {
        all(quantity, "umol/L", "refused", NO_NUMBERS);
    }
}

#[test]
fn haemoglobin_is_taken_asked_about_and_refused_where_the_table_says() {
    let hb = Quantity::Haemoglobin;
    all(hb, "g/dL", "good", &["8", "12.9", "18"]);
    all(hb, "g/dL", "ask", &["3", "7.9", "18.1", "22", "30", "74", "130", "220"]);
    all(hb, "g/dL", "refused", &["2.9", "0", "-1", "22.1", "29.9", "220.1"]);
    all(hb, "g/L", "good", &["80", "129", "180"]);
    all(hb, "g/L", "ask", &["45", "79", "181", "220"]);
    all(hb, "g/L", "refused", &["29", "12.9", "221"]);
    all(hb, "mmol/L", "good", &["5", "8", "11"]);
    all(hb, "", "ask", &["30", "74", "220"]);
    all(hb, "g/dL", "refused", NO_NUMBERS);
}

#[test]
fn a_low_haemoglobin_in_the_wrong_unit_is_never_thrown_away() {
    for (value, unit) in [("74", "g/dL"), ("74", ""), ("45", "g/L"), ("7.4", "g/dL")] {
        let mut a = adult("60", "25");
        a.labs.haemoglobin = lab(value, unit);
        assert!(has(&a, HbSevere), "{value} {unit}");
    }
    let Checked::Ask(_, says) = check(Quantity::Haemoglobin, "74", "g/dL") else { panic!() };
    assert!(says.text().contains("Did you mean 74 g/L"), "{}", says.text());
}

#[test]
fn crp_is_taken_asked_about_and_refused_where_the_table_says() {
    all(Quantity::Crp, "mg/L", "good", &["0", "3", "100"]);
    all(Quantity::Crp, "mg/L", "ask", &["100.1", "500"]);
    all(Quantity::Crp, "mg/L", "refused", &["-0.1", "500.1"]);
    all(Quantity::Crp, "mg/L", "refused", NO_NUMBERS);
    all(Quantity::Crp, "mg/dL", "good", &["10"]);
    all(Quantity::Crp, "mg/dL", "ask", &["10.1", "50"]);
}

#[test]
fn an_unusual_value_is_used_as_it_stands_where_nobody_can_be_asked() {
    for (ferritin, tsat, class) in [
        ("2500", "25", FerritinVeryHigh),
        ("3", "25", AdultDeficient),
        ("40", "99", TsatHighNoIron),
        ("40", "0.50", TsatHighNoIron),
    ] {
        assert_eq!(read(&adult(ferritin, tsat)).class, class, "{ferritin} {tsat}");
    }
    assert_eq!(read(&adult("2500", "25")).ferritin, Some(2500.0));
}

#[test]
fn one_refused_value_gives_an_input_error_with_its_reason_and_spoils_no_other() {
    let refused: [fn(&mut quiet_legs::clinical::assessment::Labs); 7] = [
        |labs| labs.ferritin = lab("0", "ng/mL"),
        |labs| labs.tsat = lab("101", "%"),
        |labs| labs.serum_iron = lab("61", "umol/L"),
        |labs| labs.tibc = lab("131", "umol/L"),
        |labs| labs.transferrin = lab("9", "g/L"),
        |labs| labs.crp = lab("501", "mg/L"),
        |labs| labs.haemoglobin = lab("25", "g/dL"),
    ];
    for (at, refuse) in refused.iter().enumerate() {
        let mut a = adult("60", "25").hb("11");
        refuse(&mut a.labs);
        let reading = read(&a);
        assert_eq!((reading.class, reading.problems.len()), (InputError, 1), "{at}");
        assert!(
            reading
                .urgencies
                .iter()
                .all(|(who, _)| !matches!(who, quiet_legs::clinical::report::IronUrgencyOf::Class(_)))
        );
        assert_eq!((reading.band, reading.band_shown, reading.scale_shown), (None, false, false));
        assert_eq!(reading.modifiers, if at == 6 { vec![] } else { vec![HbLow] }, "{at}");
    }
}

#[test]
fn each_reason_says_what_to_enter() {
    for quantity in Quantity::ALL {
        let unit = quantity.units()[0].printed;
        for typed in ["-1", "x", "1000000"] {
            let Checked::Refused(says) = check(*quantity, typed, unit) else { panic!("{quantity:?} {typed}") };
            let says = says.text();
            assert!(says.starts_with("Enter ") && !says.contains('{'), "{says}");
        }
    }
}

#[test]
fn each_question_and_each_refusal_is_the_one_that_fits() {
    let key = |quantity, typed: &str, unit: &str| -> Option<Key> {
        match check(quantity, typed, unit) {
            Checked::Ask(_, says) | Checked::Refused(says) => Some(says.key),
            Checked::Good(_) | Checked::Empty => None,
        }
    };
    let ferritin = |typed: &str| key(Quantity::Ferritin, typed, "ng/mL");
    assert_eq!(ferritin("0.9"), Some(ask::FERRITIN_BELOW_1));
    assert_eq!(ferritin("1"), Some(ask::LOW));
    assert_eq!([ferritin(">299.8"), ferritin(">299.9")], [Some(ask::SIGN), None]);
    assert_eq!([ferritin("<30.1"), ferritin("<30")], [Some(ask::SIGN), None]);
    assert_eq!(key(Quantity::Tsat, "0.9", "%"), Some(ask::FRACTION));
    assert_eq!(key(Quantity::Tsat, "1", "%"), Some(ask::LOW));
    assert_eq!(key(Quantity::Tsat, "0", "%"), Some(refuse::TSAT_RANGE));
    // What is wrong with the unit is said first, however large the number.
    assert_eq!(key(Quantity::Ferritin, "200000", "ug/dL"), Some(refuse::FERRITIN_UG_DL));
    assert_eq!(key(Quantity::Ferritin, "900000", "mg/L"), Some(refuse::UNIT_UNKNOWN));
    assert_eq!(key(Quantity::Ferritin, "900000", ""), Some(refuse::FERRITIN_HIGH));
    assert_eq!(key(Quantity::Ferritin, "60", ""), Some(refuse::UNIT));
}

#[test]
fn iron_fills_its_room_at_most_and_without_room_nothing_is_worked_out() {
    assert_eq!(saturation(60.0, Some(60.0), None), Some(Ok(100.0)));
    assert!(saturation(61.0, Some(60.0), None).unwrap().is_err());
    assert_eq!(saturation(10.0, Some(0.0), None), None);
    assert_eq!(saturation(10.0, None, Some(0.0)), None);
    assert_eq!(saturation(10.0, None, None), None);
}
