//! Numbers that may be right and are asked about once: which, in which words, and until when.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use quiet_legs::clinical::answers::Answers;
use quiet_legs::clinical::flow;
use quiet_legs::clinical::problems::{Unusual, of_page, sure, unusual};
use quiet_legs::content::PAGES;
use quiet_legs::date::Date;

const TODAY: Date = Date::literal(2026, 11, 24);

fn answers(given: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    answers.set("tested", "ferritin");
    for (key, value) in given {
        answers.set(key, value);
    }
    answers
}

fn asked(given: &[(&str, &str)]) -> Vec<Unusual> {
    unusual(&answers(given), TODAY)
}

fn ferritin(typed: &str) -> Vec<Unusual> {
    asked(&[("ferritin", typed), ("ferritin_unit", "ng/mL")])
}

#[test]
fn an_unusual_number_is_asked_about_with_what_was_typed() {
    for (given, field, value, says) in [
        (vec![("ferritin", "4"), ("ferritin_unit", "ng/mL")], "ferritin", "4 ng/mL", "unusually low for ferritin"),
        (
            vec![("ferritin", "4500"), ("ferritin_unit", "ng/mL")],
            "ferritin",
            "4500 ng/mL",
            "unusually high for ferritin",
        ),
        (vec![("ferritin", "0,5"), ("ferritin_unit", "ng/mL")], "ferritin", "0,5 ng/mL", "pmol/L"),
        (vec![("ferritin", "1,250"), ("ferritin_unit", "pmol/L")], "ferritin", "1,250 pmol/L", "We read that as 1250"),
        (vec![("ferritin", "<300"), ("ferritin_unit", "ng/mL")], "ferritin", "<300 ng/mL", "normal range"),
        (vec![("tsat", "0.20")], "tsat", "0.20%", "Did you mean 20%?"),
        (vec![("tsat", "70")], "tsat", "70%", "unusually high"),
        (vec![("iron", "50"), ("iron_unit", "umol/L")], "iron", "50 µmol/L", "unusually high for iron"),
        (vec![("tibc", "30"), ("tibc_unit", "umol/L")], "tibc", "30 µmol/L", "unusually low for TIBC"),
        (vec![("hb", "130"), ("hb_unit", "g/dL")], "hb", "130 g/dL", "Did you mean 130 g/L?"),
        (vec![("hb", "7.4"), ("hb_unit", "g/dL")], "hb", "7.4 g/dL", "unusually low for haemoglobin"),
        (vec![("crp", "150"), ("crp_unit", "mg/L")], "crp", "150 mg/L", "unusually high for CRP"),
    ] {
        let found = asked(&given);
        assert_eq!(found.len(), 1, "{given:?}: {found:?}");
        assert_eq!((found[0].field, found[0].value.as_str()), (field, value));
        let text = found[0].says.text();
        assert!(
            text.contains(says) && text.contains(value.split(' ').next().unwrap()) && !text.contains('{'),
            "{text}"
        );
    }
}

#[test]
fn an_ordinary_or_an_impossible_number_is_not_asked_about() {
    for typed in ["45", "5", "1000", "<5", ">2000", "", "abc", "0", "100001"] {
        assert_eq!(ferritin(typed), [], "{typed}");
    }
    assert_eq!(asked(&[("ferritin", "4500"), ("ferritin_unit", "unsure")]), []);
    assert_eq!(asked(&[("taken_month", "1"), ("taken_year", "2020")]), []);
}

#[test]
fn ferritin_and_iron_of_the_same_number_are_asked_about_once() {
    let same = [("ferritin", "61"), ("ferritin_unit", "ng/mL"), ("iron", "61,0"), ("iron_unit", "ug/dL")];
    let found = asked(&same);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].field == "ferritin" && found[0].says.text().contains("the same number, 61"), "{found:?}");
    assert_eq!(asked(&[("ferritin", "61"), ("ferritin_unit", "ng/mL"), ("iron", "62"), ("iron_unit", "ug/dL")]), []);
}

#[test]
fn a_confirmed_number_is_not_asked_about_again_but_a_changed_one_is() {
    let mut given = answers(&[("ferritin", "4500"), ("ferritin_unit", "ng/mL"), ("tsat", "70")]);
    let found = unusual(&given, TODAY);
    assert_eq!(found.len(), 2);
    given.set(&sure(found[0].field), &found[0].value);
    assert_eq!(unusual(&given, TODAY), found[1..]);
    given.set(&sure(found[1].field), &found[1].value);
    assert_eq!(unusual(&given, TODAY), []);
    given.set("ferritin", "4600");
    assert_eq!(unusual(&given, TODAY).len(), 1, "another number");
    given.set("ferritin", "4500");
    given.set("ferritin_unit", "pmol/L");
    given.set("ferritin", "9000");
    assert_eq!(unusual(&given, TODAY).len(), 1, "another unit and number");
}

#[test]
fn a_number_on_a_page_that_is_not_asked_is_not_asked_about() {
    for (tested, expected) in [("ferritin", 2), ("other", 1), ("no", 0), ("unsure", 0)] {
        let given = answers(&[("tested", tested), ("ferritin", "4500"), ("ferritin_unit", "ng/mL"), ("tsat", "70")]);
        assert_eq!(unusual(&given, TODAY).len(), expected, "{tested}");
    }
}

#[test]
fn the_page_that_asks_comes_when_there_is_something_to_ask_and_goes_when_it_is_answered() {
    let page = flow::page("check-numbers").unwrap();
    let mut given = answers(&[("ferritin", "4500"), ("ferritin_unit", "ng/mL")]);
    assert!(flow::is_asked(page, &given, TODAY));
    given.set(&sure("ferritin"), "4500 ng/mL");
    assert!(!flow::is_asked(page, &given, TODAY));
    // What counts keeps the confirmation, or the page would come back.
    let counted = flow::counted(&given, TODAY);
    assert_eq!(counted.get("sure.ferritin"), Some("4500 ng/mL"));
    assert!(!flow::is_asked(page, &counted, TODAY));
}

proptest! {
    #[test]
    fn what_is_refused_is_never_asked_about_and_the_other_way_round(typed in "[-<>0-9., a-z]{0,8}", unit in "ng/mL|pmol/L|ug/dL|unsure") {
        let given = answers(&[("ferritin", &typed), ("ferritin_unit", &unit)]);
        let refused = of_page(flow::page("ferritin").unwrap(), &given, TODAY);
        let asked = unusual(&given, TODAY);
        prop_assert!(refused.is_empty() || asked.is_empty(), "{:?} {:?}", refused, asked);
    }

    #[test]
    fn no_typed_text_breaks_the_questions(text in any::<String>()) {
        let mut given = answers(&[("tested", "other")]);
        for field in PAGES.iter().flat_map(|page| page.fields) {
            given.set(field.id, &text);
        }
        given.set("tested", "ferritin");
        for found in unusual(&given, TODAY) {
            prop_assert!(!found.says.text().contains('{') || text.contains('{'), "a hole");
        }
    }
}
