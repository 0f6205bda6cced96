//! The audit tool reads a case word for word, refuses what it does not understand, and never takes silence for "no".
#![cfg(not(target_arch = "wasm32"))]

mod audit_support;

use audit_support::{TODAY, answered, refused};
use proptest::prelude::*;
use quiet_legs::audit::paths::is_given;
use quiet_legs::audit::{Case, answer, to_line};
use quiet_legs::clinical::assessment::{Pregnancy, Tri};
use quiet_legs::content::Country;
use serde_json::{Value, json};

fn read(case: Value) -> Case<'static> {
    let text: &'static str = String::leak(case.to_string());
    Case::read(text.as_bytes(), TODAY).unwrap_or_else(|refused| panic!("{case}: {refused}"))
}

#[test]
fn the_case_of_the_format_is_read_word_for_word() {
    let case = audit_support::fixture("format");
    let a = read(case.clone()).assessment;
    assert_eq!(a.country, Some(Country::Us));
    assert_eq!(a.red_flags, ["SD6"]);
    assert_eq!(a.person.age(), Some(51));
    assert_eq!(a.person.pregnancy, Pregnancy::No);
    assert_eq!(a.pattern.duration_months, Some(30.0));
    assert_eq!(a.augmentation, [Some(Tri::Yes), Some(Tri::No), Some(Tri::NotSure), None]);
    assert_eq!(a.labs.ferritin.as_ref().map(|lab| (lab.value.as_str(), lab.unit.as_str())), Some(("61", "ng/mL")));
    assert_eq!(a.labs.iron_within_24h, Some(Tri::Yes));
    assert_eq!(a.donated_last_12_months, Some(Tri::Yes));

    let out = answered(&case);
    assert_eq!(out["id"], "any text, copied to the answer");
    assert_eq!(out["iron"]["class"], "ADULT_RLS_LOW");
    assert_eq!(out["iron"]["simple_band"], "SEED_BORDER");
    assert_eq!(out["medicines"][0]["matches"][0]["id"], "paroxetine");
    assert_eq!(out["medicines"][0]["matches"][0]["danger"], json!(["D1"]));
    let sign = &out["urgency_because"][0];
    assert_eq!(*sign, json!({ "rule": "red_flag.SD6", "urgency": "SAME_DAY", "because": ["red_flags"] }));
}

#[test]
fn what_is_not_understood_is_refused_with_its_path_and_the_reason() {
    let refusals = [
        (json!([]), "$: must be an object, not a list"),
        (json!({ "age_year": 5 }), "age_year: unknown key"),
        (json!({ "labs": { "ferritin": { "valu": 3 } } }), "labs.ferritin.valu: unknown key"),
        (json!({ "look_alikes": { "M_CRAMPS": "all" } }), "look_alikes.M_CRAMPS: unknown key"),
        (json!({ "a\nb": 1 }), "$[\"a\\nb\"]: unknown key"),
        (json!({ "age_years": "51" }), "age_years: must be a number, not a text"),
        (json!({ "age_years": 121 }), "age_years: must be a number from 0 to 120, not 121"),
        (json!({ "pregnant": true }), "pregnant: must be false or the trimester: 1, 2 or 3"),
        (json!({ "pregnant": 4 }), "pregnant: must be false or the trimester: 1, 2 or 3"),
        (json!({ "criteria": { "c1": true } }), "criteria.c1: must be one of yes, no, unsure, not true or false"),
        (
            json!({ "criteria": { "c2": "yes_before" } }),
            "criteria.c2: must be one of yes, no, unsure, not \"yes_before\"",
        ),
        (json!({ "red_flags": "E1" }), "red_flags: must be a list, not a text"),
        (json!({ "red_flags": ["E1", "E99"] }), "red_flags[1]: \"E99\" is no id of a red flag"),
        (json!({ "conditions": ["gout?"] }), "conditions[0]: \"gout?\" is no id of a condition"),
        (json!({ "medicines": [{ "timing": "unsure" }] }), "medicines[0].typed: is missing"),
        (json!({ "medicines": [null] }), "medicines[0]: must be an object, not null"),
        (json!({ "country": "XX" }), "country: \"XX\" is no ISO 3166 country code"),
        (json!({ "today": "2026-02-30" }), "today: must be a day as YYYY-MM-DD"),
        (json!({ "pattern": { "days_per_week": 8 } }), "pattern.days_per_week: must be a number from 0 to 7, not 8"),
        (json!({ "pattern": { "usual_intensity": 2.5 } }), "pattern.usual_intensity: must be a whole number"),
        (json!({ "augmentation": ["yes", "no", "no", "no", "no"] }), "augmentation: holds 5 items, at most 4 are read"),
        (json!({ "labs": { "hours_since_iron": -1 } }), "labs.hours_since_iron: must be 0 or more, not -1"),
        (
            json!({ "labs": { "ferritin": { "value": true } } }),
            "labs.ferritin.value: must be a number or a text as printed, not true or false",
        ),
    ];
    for (case, reason) in refusals {
        assert_eq!(refused(&case.to_string()), reason);
    }
    assert_eq!(refused(r#"{"age_years":5,"age_years":50}"#), "age_years: this key stands twice");
    assert!(refused("{").starts_with("$: is not JSON"));
    assert!(refused("").starts_with("$: is not JSON"));
}

#[test]
fn every_value_of_a_case_is_checked_for_its_type() {
    let whole = audit_support::fixture("format");
    let kinds = [json!({}), json!([{}]), json!([[]]), json!(-1e9), json!("?"), json!(true)];
    for path in audit_support::leaves(&whole) {
        let wrong = kinds.iter().filter(|kind| {
            let mut case = whole.clone();
            *case.pointer_mut(&path).unwrap() = (*kind).clone();
            answer(case.to_string().as_bytes(), TODAY).is_err()
        });
        // A text may be any text; everything else takes one kind only.
        let least = if ["/id", "/medicines/0/typed", "/stopped_last_2_weeks/0"].contains(&path.as_str())
            || path.ends_with("/unit")
            || path.ends_with("/value")
            || path.ends_with("tsat_percent")
        {
            4
        } else {
            5
        };
        assert!(wrong.count() >= least - usize::from(path.ends_with("/value") || path.ends_with("percent")), "{path}");
    }
}

#[test]
fn null_and_missing_are_the_same_and_never_no() {
    let whole = audit_support::fixture("format");
    let nulls: serde_json::Map<String, Value> =
        whole.as_object().unwrap().keys().map(|key| (key.clone(), Value::Null)).collect();
    assert_eq!(answered(&Value::Object(nulls)), answered(&json!({})));
    let nothing = read(json!({})).assessment;
    assert_eq!(nothing, Default::default());
    assert_eq!(answered(&json!({}))["verdict"], "INCOMPLETE");
    let inner = json!({ "criteria": { "c1": null }, "labs": { "ferritin": { "value": null, "unit": "ng/mL" } }, "look_alikes": { "M_CRAMP": null } });
    assert_eq!(read(inner.clone()).assessment, nothing);
    assert_eq!(answered(&inner)["iron"], Value::Null);
}

#[test]
fn an_empty_list_is_asked_and_answered() {
    let a = read(
        json!({ "red_flags": [], "look_alikes": {}, "conditions": [], "medicines": [], "stopped_last_2_weeks": [] }),
    )
    .assessment;
    assert!(a.red_flags_answered && a.look_alikes_answered && a.conditions_answered);
    assert_eq!((a.takes_none, a.stopped_lately), (Some(Tri::Yes), Some(Tri::No)));
}

#[test]
fn a_country_may_be_any_iso_code_and_uk_is_gb() {
    for (code, country) in [
        ("UK", Some(Country::Gb)),
        ("GB", Some(Country::Gb)),
        ("DE", Some(Country::Eu)),
        ("CH", Some(Country::Eu)),
        ("ZA", None),
    ] {
        assert_eq!(read(json!({ "country": code })).assessment.country, country, "{code}");
    }
    assert_eq!(quiet_legs::audit::countries::all().count(), 249 + "UK EU".split(' ').count());
}

#[test]
fn the_country_of_the_box_wins_over_that_of_the_person() {
    let cartia = |person: &str, from: Value| {
        let out = answered(&json!({ "country": person, "medicines": [{ "typed": "Cartia", "country": from }] }));
        out["medicines"][0]["matches"][0].clone()
    };
    assert_eq!(cartia("AU", Value::Null)["certainty"], "exact");
    assert_eq!(cartia("GB", json!("AU")), cartia("AU", Value::Null));
    assert_ne!(cartia("AU", json!("GB")), cartia("AU", Value::Null));
}

#[test]
fn a_near_name_waits_for_a_yes_and_counts_for_nothing() {
    let out = answered(&json!({ "age_years": 50, "country": "GB", "medicines": [
        { "typed": "sertraline" }, { "typed": "sertralin" }, { "typed": "sleeping pill" }, { "typed": "xyzzy" }, { "typed": "Symbyax", "country": "US" },
    ] }));
    let matches = |at: usize| out["medicines"][at]["matches"].as_array().unwrap().clone();
    assert_eq!((&matches(0)[0]["certainty"], &matches(0)[0]["needs_confirmation"]), (&json!("exact"), &json!(false)));
    assert_eq!((&matches(1)[0]["certainty"], &matches(1)[0]["needs_confirmation"]), (&json!("close"), &json!(true)));
    assert!(
        matches(2).len() > 3
            && matches(2).iter().all(|m| m["certainty"] == "ambiguous" && m["needs_confirmation"] == true)
    );
    assert!(matches(3).is_empty());
    assert_eq!(matches(4).len(), 2, "both ingredients");
    let rules: Vec<&str> = out["findings"].as_array().unwrap().iter().map(|f| f["rule"].as_str().unwrap()).collect();
    assert_eq!(rules.iter().filter(|rule| **rule == "medicine.sertraline").count(), 1);
    assert_eq!(rules.iter().filter(|rule| **rule == "medicine_unknown").count(), 3);
}

#[test]
fn a_laboratory_value_is_taken_as_printed_and_a_refused_one_says_why() {
    let ferritin = |value: Value, unit: &str| {
        answered(&json!({ "age_years": 50, "labs": { "ferritin": { "value": value, "unit": unit } } }))["iron"].clone()
    };
    assert_eq!(ferritin(json!("49,9"), "ng/mL")["ferritin_ug_l"], 49.9);
    assert_eq!(ferritin(json!(49.9), "ng/mL"), ferritin(json!("49.9"), "ng/mL"));
    assert_eq!(ferritin(json!("<10"), "µg/L")["ferritin_ug_l"], 9.9);
    let refused = ferritin(json!(61), "ug/dL");
    assert_eq!(refused["class"], "INPUT_ERROR");
    assert!(refused["problem"].as_str().is_some_and(|text| text.len() > 10));
}

#[test]
fn iron_within_24_hours_is_told_from_the_hours() {
    for (hours, within) in
        [(json!(3), Some(Tri::Yes)), (json!(23.9), Some(Tri::Yes)), (json!(24), Some(Tri::No)), (Value::Null, None)]
    {
        assert_eq!(read(json!({ "labs": { "hours_since_iron": hours } })).assessment.labs.iron_within_24h, within);
    }
}

#[test]
fn any_hours_of_an_earlier_start_are_a_yes_to_the_first_question() {
    let first = |case: Value| read(case).assessment.augmentation[0];
    assert_eq!(first(json!({ "augmentation_hours_earlier": 3 })), Some(Tri::Yes));
    assert_eq!(first(json!({ "augmentation": ["no"], "augmentation_hours_earlier": 0.5 })), Some(Tri::Yes));
    assert_eq!(first(json!({ "augmentation": ["unsure"], "augmentation_hours_earlier": 0 })), Some(Tri::NotSure));
}

#[test]
fn a_pregnancy_and_a_donation_reach_the_rules_as_from_the_screens() {
    let a = read(json!({ "pregnant": 2, "conditions": ["hypertension"], "donations_last_12_months": 1 })).assessment;
    assert!(a.has_condition("pregnancy") && a.has_condition("hypertension"));
    assert_eq!(a.medicines.iter().map(|entry| entry.chosen.clone()).collect::<Vec<_>>(), [vec!["blood_donation"]]);
    assert_eq!(answered(&json!({ "donations_last_12_months": 1 }))["medicines"], json!([]));
}

#[test]
fn a_day_that_is_not_named_comes_from_outside() {
    assert_eq!(read(json!({})).today, TODAY);
    assert_eq!(read(json!({ "today": "2027-01-02" })).today.to_string(), "2027-01-02");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_because_points_to_an_answer_of_the_case(case in audit_support::any_case()) {
        let out = answered(&case);
        let given = read(case.clone()).given;
        let told = out["findings"].as_array().into_iter().flatten();
        for path in told.flat_map(|finding| finding["because"].as_array().into_iter().flatten()) {
            prop_assert!(is_given(&given, path.as_str().unwrap()), "{path} in {case}");
        }
    }

    #[test]
    fn the_text_holds_every_sentence_of_the_report(case in audit_support::any_case()) {
        let read = read(case.clone());
        let report = quiet_legs::clinical::report::assess(&read.assessment, TODAY);
        let text = answered(&case)["text"].as_str().unwrap().to_owned();
        let says = report.findings.iter().filter(|f| !f.rule.starts_with("iron.")).flat_map(|f| f.says.iter().chain(&f.rule_says));
        let most = report.urgency_because.iter().filter(|r| r.urgency == report.urgency).map(|r| &r.says);
        let iron = report.iron.iter().flat_map(|i| i.says.iter().chain(&i.ask).chain(&i.problems));
        let all = says.chain(most).chain(iron).chain(&report.verdict_says).chain(&report.not_looked_at).chain(&report.could_not_tell).chain(&report.to_say);
        for said in all {
            prop_assert!(text.contains(&said.text()), "{}", said.text());
        }
        prop_assert!(report.helpline.is_none_or(|key| text.contains(quiet_legs::content::words(key))));
    }

    #[test]
    fn no_text_breaks_the_reader(text in any::<Vec<u8>>(), json in "[\\[\\]{}:,\"a-z0-9.-]{0,40}") {
        for text in [text.as_slice(), json.as_bytes()] {
            if let Err(refused) = answer(text, TODAY) {
                prop_assert_eq!(refused.to_string().lines().count(), 1);
            }
        }
    }
}

#[test]
fn the_text_has_the_parts_of_the_screen_in_its_order() {
    let screen = include_str!("../src/ui/screens/result.rs");
    let ours: Vec<String> = quiet_legs::export::text::PARTS.iter().map(|(id, _)| format!("\"{id}\"")).collect();
    let list =
        screen.split("fn parts(").nth(1).and_then(|rest| rest.split("\n}").next()).expect("the parts of the screen");
    let mut theirs = Vec::new();
    for (at, _) in list.match_indices('"') {
        let rest = &list[at + 1..];
        if let Some(end) = rest.find('"')
            && rest[..end].bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
            && end > 0
        {
            theirs.push(format!("\"{}\"", &rest[..end]));
        }
    }
    assert_eq!(ours, theirs, "src/export/text.rs says the result in the order of src/ui/screens/result.rs");
}

#[test]
fn a_line_is_escaped_as_serde_escapes_it() {
    for typed in ["a \"b\" \\", "\"", "tab\there", "two\nlines", "\u{1}\u{1f}\u{7f}", "“ä”", "{name}"] {
        let case = json!({ "id": typed, "medicines": [{ "typed": typed }, { "typed": "sertraline" }] });
        let answered = answer(case.to_string().as_bytes(), TODAY).unwrap_or_else(|refused| panic!("{refused}"));
        assert_eq!(to_line(&answered), serde_json::to_vec(&answered).expect("it can be printed"), "{typed:?}");
    }
}
