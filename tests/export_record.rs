//! The bundle for a medical record: what stands in it, that it holds together whatever was typed, and that it tells
//! nobody who the person is. HL7's own definitions are asked in `make test-exports`.
#![cfg(not(target_arch = "wasm32"))]

mod diary_support;
mod export_support;
mod laws_support;

use export_support::{Case, TODAY, any_case, any_text, fixed, hostile, is_golden, lab, typed_everywhere};
use laws_support::people;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use quiet_legs::clinical::flow::counted;
use quiet_legs::date::Date;
use quiet_legs::diary::timeline::Test;
use quiet_legs::export::clean;
use quiet_legs::export::fhir::{Identity, bundle, questionnaire};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn made(case: &Case, identity: Option<&Identity>) -> Value {
    serde_json::from_str(&bundle(&case.told(), identity).unwrap()).unwrap()
}

fn pieces<'a>(bundle: &'a Value, kind: &'static str) -> Vec<&'a Value> {
    let resources = bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]);
    resources.filter(|resource| resource["resourceType"] == kind).collect()
}

fn somebody() -> Identity {
    Identity { name: "Anna  Müller\n".into(), born: Date::parse("1980-02-29") }
}

/// Every item below, with those inside.
fn items(of: &Value) -> Vec<&Value> {
    let own = of["item"].as_array().into_iter().flatten();
    own.flat_map(|item| [vec![item], items(item)].concat()).collect()
}

/// Everything below a value, with the name it stands under.
fn all<'a>(name: &'a str, value: &'a Value) -> Vec<(&'a str, &'a Value)> {
    let inner: Vec<_> = match value {
        Value::Array(list) => list.iter().flat_map(|one| all(name, one)).collect(),
        Value::Object(map) => map.iter().flat_map(|(name, one)| all(name, one)).collect(),
        _ => Vec::new(),
    };
    [vec![(name, value)], inner].concat()
}

/// What a valid bundle of ours always is.
fn holds_together(bundle: &Value) {
    let urls: Vec<&str> = bundle["entry"].as_array().unwrap().iter().map(|e| e["fullUrl"].as_str().unwrap()).collect();
    assert_eq!(urls.iter().collect::<BTreeSet<_>>().len(), urls.len());
    for (name, value) in all("", bundle) {
        match value {
            Value::Null => panic!("{name} is null"),
            Value::Array(list) => assert!(!list.is_empty(), "{name} is empty"),
            Value::Object(map) => assert!(!map.is_empty(), "{name} is empty"),
            Value::String(text) => {
                assert!(!text.trim().is_empty(), "{name} is blank");
                assert!(!text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')), "{name}: {text:.60?}");
                if name == "reference" {
                    assert!(urls.contains(&text.as_str()), "a reference to nothing");
                }
            }
            _ => {}
        }
    }
    let questions = pieces(bundle, "Questionnaire");
    let kinds: BTreeMap<&str, &Value> =
        items(questions[0]).into_iter().map(|item| (item["linkId"].as_str().unwrap(), item)).collect();
    let answered = items(pieces(bundle, "QuestionnaireResponse")[0]);
    for one in &answered {
        let question = kinds[one["linkId"].as_str().unwrap()];
        fits(question, one);
        assert!(is_asked(question, &answered), "answered, and not asked: {}", question["linkId"]);
    }
}

/// Whether a form that follows FHIR R4 asks a question, given these answers.
fn is_asked(question: &Value, answered: &[&Value]) -> bool {
    let Some(conditions) = question["enableWhen"].as_array() else { return true };
    let mut each = conditions.iter().map(|condition| {
        let mut answers = answered.iter().filter(|one| one["linkId"] == condition["question"]);
        if condition["operator"] == "exists" {
            return condition["answerBoolean"] == answers.next().is_some();
        }
        let codes = answers.flat_map(|one| one["answer"].as_array().unwrap()).map(|one| &one["valueCoding"]["code"]);
        let equal = codes.into_iter().any(|code| code == &condition["answerCoding"]["code"]);
        equal == (condition["operator"] == "=")
    });
    if question["enableBehavior"] == "any" { each.any(|holds| holds) } else { each.all(|holds| holds) }
}

#[test]
fn a_finished_record_answers_everything_a_form_requires() {
    let bundle = made(&fixed(), None);
    let answered = items(pieces(&bundle, "QuestionnaireResponse")[0]);
    assert_eq!(pieces(&bundle, "QuestionnaireResponse")[0]["status"], "completed");
    let required: Vec<&Value> =
        items(pieces(&bundle, "Questionnaire")[0]).into_iter().filter(|item| item["required"] == true).collect();
    assert!(required.len() > 2);
    for question in required {
        let done = answered.iter().any(|one| one["linkId"] == question["linkId"]);
        assert!(done || !is_asked(question, &answered), "{}", question["linkId"]);
    }
}

/// Each answer is of the kind its question asks for and, where there are choices, one of them.
fn fits(question: &Value, answered: &Value) {
    let kind = match question["type"].as_str().unwrap() {
        "group" => return assert!(answered["item"].is_array() && answered["answer"].is_null()),
        "choice" => "valueCoding",
        "integer" => "valueInteger",
        "decimal" => "valueDecimal",
        "string" => "valueString",
        "date" => "valueDate",
        "boolean" => "valueBoolean",
        other => panic!("an answer to {other}"),
    };
    let answers = answered["answer"].as_array().unwrap();
    assert!(answers.len() == 1 || question["repeats"] == true);
    for answer in answers {
        let value = &answer[kind];
        assert!(!value.is_null(), "{answered}");
        if let Some(options) = question["answerOption"].as_array() {
            assert!(options.iter().any(|option| &option["valueCoding"] == value));
        }
    }
}

#[test]
fn the_record_of_a_fixed_case_is_the_golden_file_to_the_byte() {
    is_golden("record.json", &bundle(&fixed().told(), None).unwrap());
}

/// For HL7's definitions, which `make test-exports` holds against every one of them.
#[test]
fn records_of_every_kind_are_left_for_the_validators() {
    let folder = std::path::Path::new("target/exports");
    std::fs::create_dir_all(folder).unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    put("questionnaire.json", &questionnaire::questionnaire().print());
    put("named.json", &bundle(&fixed().told(), Some(&somebody())).unwrap());
    put("nothing.json", &bundle(&Case::new(Default::default(), &[], Vec::new()).told(), None).unwrap());
    for (at, text) in hostile().iter().enumerate() {
        let identity = Identity { name: text.clone(), born: None };
        put(&format!("hostile-{at}.json"), &bundle(&typed_everywhere(text).told(), Some(&identity)).unwrap());
    }
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for at in 0..40 {
        let case = any_case().new_tree(&mut runner).unwrap().current();
        put(&format!("random-{at}.json"), &bundle(&case.told(), None).unwrap());
    }
}

#[test]
fn every_question_has_a_link_of_its_own_and_asks_after_one_that_is_there() {
    let questions: Value = serde_json::from_str(&questionnaire::questionnaire().print()).unwrap();
    let all = items(&questions);
    let links: Vec<&str> = all.iter().map(|item| item["linkId"].as_str().unwrap()).collect();
    assert!(links.len() > 100);
    for (at, link) in links.iter().enumerate() {
        assert!(!links[at + 1..].contains(link), "{link} twice");
    }
    for item in &all {
        let conditions = item["enableWhen"].as_array().cloned().unwrap_or_default();
        assert_eq!(item["enableBehavior"].is_string(), conditions.len() > 1, "{}", item["linkId"]);
        for condition in conditions {
            let asked = all.iter().find(|other| other["linkId"] == condition["question"]).unwrap();
            if condition["operator"] == "exists" {
                assert_eq!(condition["answerBoolean"], true);
                continue;
            }
            let codes: Vec<&Value> =
                asked["answerOption"].as_array().unwrap().iter().map(|option| &option["valueCoding"]["code"]).collect();
            assert!(codes.contains(&&condition["answerCoding"]["code"]), "{condition}");
        }
    }
}

/// A title above nothing, and a tick whether a number is right before there is a number: both stood in other people's
/// forms. `tests/e2e/forms.rs` sees it drawn.
#[test]
fn no_group_is_asked_while_nothing_in_it_is() {
    let questions: Value = serde_json::from_str(&questionnaire::questionnaire().print()).unwrap();
    for group in items(&questions).into_iter().filter(|item| item["type"] == "group") {
        let below = items(group).into_iter().filter(|item| item["type"] != "display");
        let some = below.clone().any(|item| is_asked(item, &[]));
        assert!(below.count() > 0 && (some || !is_asked(group, &[])), "{}", group["linkId"]);
    }
}

#[test]
fn every_answer_that_counts_is_in_the_response() {
    let case = fixed();
    let bundle = made(&case, None);
    holds_together(&bundle);
    let answered: Vec<&str> = items(pieces(&bundle, "QuestionnaireResponse")[0])
        .iter()
        .map(|item| item["linkId"].as_str().unwrap())
        .collect();
    for (key, _) in counted(&case.answers, TODAY).all() {
        let link = match key.split_once('.').map_or(key, |(prefix, _)| prefix) {
            "taken_month" | "taken_year" => "taken",
            prefix => prefix,
        };
        assert!(answered.iter().any(|one| *one == link || one.starts_with("signs_") && link == "sign"), "{key}");
    }
    assert_eq!(answered.iter().filter(|link| **link == "medicine").count(), 3);
}

#[test]
fn answers_that_no_longer_count_are_not_told() {
    let mut case = fixed();
    case.answers.set("tested", "no");
    let case = Case { report: quiet_legs::clinical::report::report(&case.answers, TODAY), labs: Vec::new(), ..case };
    let bundle = made(&case, None);
    let answered: Vec<&Value> =
        items(pieces(&bundle, "QuestionnaireResponse")[0]).iter().map(|item| &item["linkId"]).collect();
    assert!(answered.contains(&&json!("tested")) && !answered.contains(&&json!("ferritin")));
    assert!(pieces(&bundle, "Observation").iter().all(|one| one["category"][0]["coding"][0]["code"] == "survey"));
}

#[test]
fn blood_values_stand_as_printed_with_the_code_of_their_kind_of_unit() {
    let bundle = made(&fixed(), None);
    let values: Vec<Value> = pieces(&bundle, "Observation")
        .iter()
        .filter(|one| one["category"][0]["coding"][0]["code"] == "laboratory")
        .map(|one| {
            let value = &one["valueQuantity"];
            json!([
                one["code"]["coding"][0]["code"],
                value["comparator"],
                value["value"],
                value["code"],
                one["effectiveDateTime"]
            ])
        })
        .collect();
    assert_eq!(
        values,
        [
            json!(["2276-4", "<", 10, "ng/mL", "2026-10"]),
            json!(["14798-3", null, 8, "umol/L", "2026-10"]),
            json!(["3034-6", null, 3, "g/L", "2026-10"]),
            json!(["718-7", null, 118, "g/L", "2026-10"]),
            json!(["1988-5", null, 2, "mg/L", "2026-10"]),
            json!(["2502-3", null, 10.6, "%", "2026-10"]),
            json!(["14723-1", null, 49.4, "pmol/L", "2026-11-02"]),
            json!([null, null, null, null, "2026-11-02"]),
            json!([null, null, null, null, "2026-11-02"]),
        ]
    );
}

#[test]
fn a_value_the_judge_read_in_another_unit_stands_as_read_and_a_refused_one_is_no_number() {
    let labs = [("118", "g/dL"), ("7.1", "mmol/L"), ("900", "g/dL"), ("11.8", "")]
        .map(|(value, unit)| lab(Test::Haemoglobin, "", value, unit, ""));
    let bundle = made(&Case { labs: labs.to_vec(), ..Case::new(Default::default(), &[], Vec::new()) }, None);
    let of_labs: Vec<&Value> = pieces(&bundle, "Observation").into_iter().skip(1).collect();
    assert_eq!(
        (&of_labs[0]["valueQuantity"]["value"], &of_labs[0]["valueQuantity"]["code"]),
        (&json!(11.8), &json!("g/dL"))
    );
    assert_eq!(of_labs[1]["valueQuantity"]["code"], "mmol/L");
    assert!(of_labs[1]["code"]["coding"].is_null(), "the evidence has no code per mole of it");
    assert_eq!(of_labs[2]["valueString"], "900 g/dL");
    assert_eq!(of_labs[3]["valueString"], "11.8", "its unit is not known");
}

#[test]
fn a_medicine_we_know_has_its_code_and_one_we_cannot_place_its_name_alone() {
    let mut case = fixed();
    case.answers.medicines.push(export_support::listed("Madopar", &["levodopa"], ""));
    let bundle = made(&case, None);
    let all: Vec<(&Value, &Value)> = pieces(&bundle, "MedicationStatement")
        .iter()
        .map(|one| (&one["medicationCodeableConcept"]["coding"][0]["code"], &one["medicationCodeableConcept"]["text"]))
        .collect();
    assert_eq!(all[0], (&json!("N06AB06"), &json!("Sertraline")));
    assert_eq!(all[1], (&json!("A10BA02"), &json!("Metformin 500")));
    assert_eq!(all[2], (&Value::Null, &json!("Grandma’s tea, “strong”; 1 cup")));
    assert_eq!(all[3].1, &json!("Madopar"));
}

#[test]
fn nobody_is_named_who_did_not_ask_for_it() {
    let without = made(&fixed(), None);
    assert!(pieces(&without, "Patient").is_empty());
    for (name, value) in all("", &without) {
        assert!(!["identifier", "birthDate", "family", "given", "telecom", "address"].contains(&name));
        if name == "subject" {
            assert_eq!(value.as_object().unwrap().keys().collect::<Vec<_>>(), ["display"]);
        }
    }
    let blank = Identity { name: " \u{202e}\n".into(), born: Date::parse("1980-02-29") };
    assert_eq!(made(&fixed(), Some(&blank)), without);

    let named = made(&fixed(), Some(&somebody()));
    holds_together(&named);
    assert_eq!(
        pieces(&named, "Patient"),
        [&json!({
            "resourceType": "Patient", "name": [{ "text": "Anna Müller" }], "birthDate": "1980-02-29",
        })]
    );
}

#[test]
fn what_the_person_told_never_becomes_a_diagnosis() {
    let bundle = made(&fixed(), Some(&somebody()));
    assert!(pieces(&bundle, "Condition").is_empty());
    let told = pieces(&bundle, "Observation").into_iter().chain(pieces(&bundle, "MedicationStatement"));
    for piece in told {
        assert!(piece["note"][0]["text"].as_str().unwrap().starts_with("Told by the person and not checked."));
    }
}

#[test]
fn the_nights_are_summed_up_and_too_few_are_not() {
    let bundle = made(&fixed(), None);
    let nights = pieces(&bundle, "Observation")[1];
    assert_eq!(nights["effectivePeriod"], json!({ "start": "2026-11-10", "end": "2026-11-23" }));
    let values: Vec<&Value> =
        nights["component"].as_array().unwrap().iter().map(|c| &c["valueQuantity"]["value"]).collect();
    assert_eq!(values[..4], [&json!(13), &json!(11), &json!(6), &json!(6)]);
    let few = Case { nights: None, ..fixed() };
    assert!(!made(&few, None).to_string().contains("effectivePeriod"));
}

#[test]
fn hostile_text_stays_text_in_its_place() {
    let shape = |bundle: &Value| bundle["entry"].as_array().unwrap().len();
    for text in hostile() {
        let case = typed_everywhere(&text);
        let identity = Identity { name: text.clone(), born: None };
        let printed = bundle(&case.told(), Some(&identity)).unwrap();
        assert!(!printed.contains(['<', '&', '\u{202e}', '\u{2028}']), "a page shown by mistake runs nothing");
        let bundle: Value = serde_json::from_str(&printed).unwrap();
        holds_together(&bundle);
        let left = clean::text(&text).trim().to_owned();
        let named = usize::from(!left.is_empty());
        assert_eq!(pieces(&bundle, "Patient").len(), named);
        assert_eq!(pieces(&bundle, "MedicationStatement").len(), 1 + named);
        if named == 1 {
            assert_eq!(pieces(&bundle, "MedicationStatement")[0]["medicationCodeableConcept"]["text"], json!(left));
        }
        assert!(shape(&bundle) <= 12);
    }
}

proptest! {
    #![proptest_config(people(48))]

    #[test]
    fn whatever_was_answered_the_bundle_parses_and_holds_together(case in any_case(), name in any_text(), day in 0_i32..20_000) {
        let identity = Identity { name, born: Date::from_day_number(day) };
        holds_together(&made(&case, Some(&identity)));
        holds_together(&made(&case, None));
    }
}
