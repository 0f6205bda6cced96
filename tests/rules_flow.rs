//! Promises about who is asked what: the facts that pages and inputs depend on, and which answers count.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::answers::Answers;
use quiet_legs::clinical::assessment::{Assessment, Tri};
use quiet_legs::clinical::flow::{counted, holds, is_offered, page};
use quiet_legs::clinical::problems::of_page;
use quiet_legs::content::{Fact, FieldKind, PAGES};
use rules_support::TODAY;

fn given(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn fact(fact: Fact, pairs: &[(&str, &str)]) -> bool {
    holds(fact, &given(pairs), TODAY)
}

fn aged(of: Fact, years: &str) -> bool {
    fact(of, &[("age", years)])
}

#[test]
fn a_limit_of_age_counts_completed_years() {
    for (of, inside, outside) in [
        (Fact::Under2, &["0", "1.9"][..], &["2", "40"][..]),
        (Fact::Under13, &["0", "12.9"], &["13", "40"]),
        (Fact::Under18, &["17.9"], &["18"]),
        (Fact::Age2To12, &["2", "12.9"], &["1.9", "13"]),
        (Fact::Age13Up, &["13"], &["12.9"]),
        (Fact::MayBePregnant, &["12", "55.9"], &["11.9", "56"]),
        (Fact::MayHaveGivenBirth, &["12", "55.9"], &["11.9", "56"]),
        (Fact::MayHavePeriods, &["10", "60.9"], &["9.9", "61"]),
        (Fact::MayBePerimenopausal, &["35", "60.9"], &["34.9", "61"]),
    ] {
        for years in inside {
            assert!(aged(of, years), "{of:?} at {years}");
        }
        for years in outside {
            assert!(!aged(of, years), "{of:?} at {years}");
        }
    }
}

#[test]
fn an_unknown_age_drops_no_question_of_an_adult() {
    for of in [Fact::Age13Up, Fact::MayBePregnant, Fact::MayHavePeriods, Fact::MayBePerimenopausal, Fact::CanScreen] {
        assert!(fact(of, &[]), "{of:?}");
    }
    for of in [Fact::Under2, Fact::Under13, Fact::Under18, Fact::Age2To12, Fact::ChildAlone] {
        assert!(!fact(of, &[]), "{of:?}");
    }
}

#[test]
fn only_a_child_under_13_who_answers_without_an_adult_is_alone() {
    let alone = |age, who, parent| fact(Fact::ChildAlone, &[("age", age), ("who", who), ("parent", parent)]);
    assert!(alone("12.9", "me", "no"));
    assert!(!alone("13", "me", "no"));
    assert!(!alone("12.9", "child", "no"));
    assert!(!alone("12.9", "me", "yes"));
    assert!(!alone("40", "me", "yes"));
    assert!(!alone("40", "someone", "no"));
}

#[test]
fn who_can_be_screened_is_who_can_tell_or_a_child_that_is_watched() {
    let can = |pairs: &[(&str, &str)]| fact(Fact::CanScreen, pairs);
    assert!(can(&[("age", "40"), ("who", "me")]));
    assert!(can(&[("age", "40"), ("who", "me"), ("describes", "no")]));
    assert!(can(&[("age", "40"), ("who", "someone"), ("describes", "unsure")]));
    assert!(!can(&[("age", "40"), ("who", "someone"), ("describes", "no")]));
    assert!(can(&[("age", "5"), ("who", "child"), ("describes", "no")]));
    assert!(!can(&[("age", "1.9"), ("who", "child")]));
    assert!(!can(&[("age", "1.9"), ("who", "child"), ("describes", "no")]));
    assert!(!can(&[("age", "12"), ("who", "me"), ("parent", "no")]));
}

#[test]
fn a_look_alike_is_one_that_is_named() {
    assert!(fact(Fact::AnyLookAlike, &[("tick.M_CRAMP", "yes")]));
    assert!(fact(Fact::AnyLookAlike, &[("tick.M_CRAMP", "yes"), ("tick.unsure", "yes")]));
    for alone in ["tick.none", "tick.unsure"] {
        assert!(!fact(Fact::AnyLookAlike, &[(alone, "yes")]), "{alone}");
    }
}

#[test]
fn either_of_two_conditions_of_the_nerves_asks_since_when() {
    assert!(fact(Fact::CordOrMs, &[("condition.ms", "yes")]));
    assert!(fact(Fact::CordOrMs, &[("condition.cord_lesion", "yes")]));
    assert!(!fact(Fact::CordOrMs, &[("condition.diabetes", "yes")]));
}

#[test]
fn the_month_of_a_test_counts_while_the_test_does() {
    let test = [("tested", "ferritin"), ("ferritin", "60"), ("taken_month", "3"), ("taken_year", "2026")];
    let kept = counted(&given(&test), TODAY);
    assert_eq!((kept.get("taken_month"), kept.get("taken_year")), (Some("3"), Some("2026")));
    let mut no_test = given(&test);
    no_test.set("tested", "no");
    let kept = counted(&no_test, TODAY);
    assert_eq!((kept.get("taken_month"), kept.get("ferritin")), (None, None));
}

#[test]
fn taking_no_medicine_counts_only_where_it_was_asked() {
    let who = |age, parent| given(&[("age", age), ("who", "me"), ("parent", parent), ("takes_none", "yes")]);
    assert_eq!(counted(&who("12", "yes"), TODAY).get("takes_none"), Some("yes"));
    assert_eq!(counted(&who("12", "no"), TODAY).get("takes_none"), None);
}

#[test]
fn what_was_said_about_taking_medicines_is_read() {
    let read = |code| Assessment::read(&given(&[("takes_none", code)])).takes_none;
    assert_eq!([read("yes"), read("unsure"), read("maybe")], [Some(Tri::Yes), Some(Tri::NotSure), None]);
}

#[test]
fn an_input_is_offered_when_its_own_conditions_hold() {
    let field = page("substances").unwrap().fields.iter().find(|field| field.id == "caffeine_last").unwrap();
    assert!(is_offered(field, &given(&[("substance.caffeine", "yes")]), TODAY));
    assert!(!is_offered(field, &given(&[("substance.alcohol", "yes")]), TODAY));
}

#[test]
fn boxes_may_always_be_left_empty() {
    let boxes = |page: &&quiet_legs::content::Page| {
        page.fields.iter().any(|field| matches!(field.kind, FieldKind::Checkboxes { .. }))
    };
    let pages: Vec<_> = PAGES.iter().filter(boxes).collect();
    assert!(pages.len() >= 4, "{}", pages.len());
    for page in pages {
        for field in page.fields.iter().filter(|field| matches!(field.kind, FieldKind::Checkboxes { .. })) {
            assert!(field.required.is_none(), "{} could not be left", field.id);
        }
        assert!(of_page(page, &Answers::default(), TODAY).is_empty(), "{}", page.id);
    }
}

#[test]
fn iron_that_has_no_room_is_a_problem_of_its_own_page_and_said_once() {
    let full = [
        ("tested", "ferritin"),
        ("iron", "50"),
        ("iron_unit", "umol/L"),
        ("transferrin", "1"),
        ("transferrin_unit", "g/L"),
    ];
    let problems = |page_id: &str, more: &[(&str, &str)]| {
        let all = given(&[&full[..], more].concat());
        of_page(page(page_id).unwrap(), &all, TODAY).iter().map(|problem| problem.field).collect::<Vec<_>>()
    };
    assert_eq!(problems("other-iron", &[]), ["iron"]);
    // Something else is wrong with these numbers: that comes first.
    assert_eq!(problems("other-iron", &[("tibc", "abc"), ("tibc_unit", "umol/L")]), ["tibc"]);
    assert_eq!(problems("blood-count", &[]), [""; 0]);
    assert_eq!(problems("other-iron", &[("tsat", "30")]), [""; 0]);
}
