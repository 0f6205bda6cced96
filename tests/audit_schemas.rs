//! The JSON Schemas in docs/ say what the audit tool takes and gives: the same keys, the same closed lists, and the
//! same cases taken or refused.
#![cfg(not(target_arch = "wasm32"))]

mod audit_support;

use audit_support::{TODAY, answered, any_case, fixtures};
use proptest::prelude::*;
use quiet_legs::audit::case::SHAPE;
use quiet_legs::audit::schemas::{of_case, of_report, rewritten};
use quiet_legs::audit::{answer, countries};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

fn schema(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(file(name)).expect("the schema is there")).expect("the schema is JSON")
}

/// Keywords that [`problem`] understands; a schema may use no other.
const KEYWORDS: &[&str] = &[
    "$schema",
    "$id",
    "$defs",
    "$ref",
    "title",
    "description",
    "type",
    "enum",
    "anyOf",
    "properties",
    "required",
    "additionalProperties",
    "propertyNames",
    "items",
    "maxItems",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
];

/// The first thing in which a value does not follow its schema, with its path. As much of JSON Schema as ours use.
fn problem(root: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    let Some(rules) = schema.as_object() else {
        return (schema == false).then(|| format!("{at}: nothing may stand here"));
    };
    rules.iter().find_map(|(keyword, rule)| breach(root, schema, keyword, rule, value, at))
}

fn breach(root: &Value, schema: &Value, keyword: &str, rule: &Value, value: &Value, at: &str) -> Option<String> {
    let bad = |is_bad: bool| is_bad.then(|| format!("{at}: {keyword} {rule}, not {value}"));
    let number = value.as_f64();
    let limit = rule.as_f64().unwrap_or_default();
    let length = value.as_str().map(|text| text.chars().count() as f64);
    match keyword {
        "$ref" => {
            let path = rule.as_str()?.strip_prefix('#').expect("a reference inside the schema");
            problem(root, root.pointer(path).expect("what is referred to exists"), value, at)
        }
        "type" => bad(![rule.clone()]
            .iter()
            .flat_map(|r| r.as_array().cloned().unwrap_or(vec![r.clone()]))
            .any(|r| is_a(value, &r))),
        "enum" => bad(!rule.as_array()?.contains(value)),
        "anyOf" => bad(!rule.as_array()?.iter().any(|one| problem(root, one, value, at).is_none())),
        "minimum" => bad(number.is_some_and(|n| n < limit)),
        "maximum" => bad(number.is_some_and(|n| n > limit)),
        "minLength" => bad(length.is_some_and(|n| n < limit)),
        "maxLength" => bad(length.is_some_and(|n| n > limit)),
        "maxItems" => bad(value.as_array().is_some_and(|items| items.len() as f64 > limit)),
        // The only pattern in use is that of a day.
        "pattern" => {
            bad(value.as_str().is_some_and(|text| text.len() != 10 || text.split('-').map(str::len).ne([4, 2, 2])))
        }
        "items" => {
            value.as_array()?.iter().enumerate().find_map(|(n, item)| problem(root, rule, item, &format!("{at}[{n}]")))
        }
        "required" => {
            bad(value.is_object() && rule.as_array()?.iter().any(|key| value.get(key.as_str().unwrap()).is_none()))
        }
        "properties" => value
            .as_object()?
            .iter()
            .find_map(|(key, inner)| problem(root, rule.get(key)?, inner, &format!("{at}.{key}"))),
        "propertyNames" => value.as_object()?.keys().find_map(|key| problem(root, rule, &json!(key), at)),
        "additionalProperties" => {
            let known = schema.get("properties");
            let other = value.as_object()?.iter().filter(|(key, _)| known.and_then(|k| k.get(*key)).is_none());
            other.into_iter().find_map(|(key, inner)| problem(root, rule, inner, &format!("{at}.{key}")))
        }
        _ => None,
    }
}

fn is_a(value: &Value, kind: &Value) -> bool {
    match kind.as_str().expect("a kind") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|n| n.fract() == 0.0),
        other => panic!("unknown kind {other}"),
    }
}

fn every_schema(value: &Value, visit: &mut impl FnMut(&Value)) {
    visit(value);
    for (key, inner) in value.as_object().into_iter().flatten() {
        match key.as_str() {
            "properties" | "$defs" => {
                inner.as_object().into_iter().flatten().for_each(|(_, one)| every_schema(one, visit))
            }
            "anyOf" => inner.as_array().into_iter().flatten().for_each(|one| every_schema(one, visit)),
            "items" | "propertyNames" | "additionalProperties" if inner.is_object() => every_schema(inner, visit),
            _ => {}
        }
    }
}

fn keys(schema: &Value) -> BTreeSet<&str> {
    schema.get("properties").and_then(Value::as_object).into_iter().flatten().map(|(key, _)| key.as_str()).collect()
}

/// The schema of an object of the case, through `anyOf`, `$ref` and lists.
fn of_object<'s>(root: &'s Value, path: &str) -> &'s Value {
    path.split('.').filter(|step| !step.is_empty()).fold(root, |here, step| {
        let mut found = &plain(root, here)["properties"][step.trim_end_matches("[]")];
        if step.ends_with("[]") {
            found = &plain(root, found)["items"];
        }
        plain(root, found)
    })
}

fn plain<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    match (schema.get("anyOf"), schema.get("$ref")) {
        (Some(any), _) => plain(root, &any[0]),
        (_, Some(path)) => {
            plain(root, root.pointer(path.as_str().unwrap().trim_start_matches('#')).expect("it exists"))
        }
        _ => schema,
    }
}

#[test]
fn every_list_of_codes_is_the_one_of_the_program() {
    for (name, lists) in [("case.schema.json", of_case()), ("report.schema.json", of_report())] {
        let schema = schema(name);
        for (list, codes) in &lists {
            assert_eq!(schema["$defs"][*list]["enum"], json!(codes), "{name}, {list}: run `make content-review`");
        }
        let listed = |def: &str| lists.iter().any(|(list, _)| *list == def);
        for (def, rule) in schema["$defs"].as_object().unwrap() {
            assert!(rule.get("enum").is_none() || listed(def) || def == "yes_or_true", "{name}: nothing holds {def}");
        }
        let text = fs::read_to_string(file(name)).unwrap();
        assert_eq!(text, rewritten(&text, &lists), "{name}: run `make content-review`");
    }
}

#[test]
fn the_schemas_use_only_what_the_check_here_understands() {
    for name in ["case.schema.json", "report.schema.json"] {
        every_schema(&schema(name), &mut |one| {
            for key in one.as_object().into_iter().flatten().map(|(key, _)| key) {
                assert!(KEYWORDS.contains(&key.as_str()), "{name}: {key}");
            }
            let closed = one.get("type") != Some(&json!("object")) || one.get("additionalProperties").is_some();
            assert!(closed, "{name}: an object that takes any key: {one}");
        });
    }
}

#[test]
fn every_object_of_a_case_has_the_keys_that_are_read() {
    let schema = schema("case.schema.json");
    for (path, known) in SHAPE {
        assert_eq!(keys(of_object(&schema, path)), known.iter().copied().collect(), "{path}");
    }
    for lab in ["serum_iron", "tibc", "transferrin", "crp", "haemoglobin"] {
        assert_eq!(of_object(&schema, &format!("labs.{lab}")), of_object(&schema, "labs.ferritin"), "{lab}");
    }
}

#[test]
fn every_object_of_an_answer_has_the_keys_that_are_printed() {
    let schema = schema("report.schema.json");
    let mut seen = BTreeSet::new();
    for (name, case) in fixtures() {
        let out = answered(&case);
        assert_eq!(problem(&schema, &schema, &out, ""), None, "{name}");
        for (path, object) in [
            ("", &out),
            ("urgency_because[]", &out["urgency_because"][0]),
            ("medicines[]", &out["medicines"][0]),
            ("medicines[].matches[]", &out["medicines"][0]["matches"][0]),
            ("iron", &out["iron"]),
            ("findings[]", &out["findings"][0]),
        ] {
            if let Some(fields) = object.as_object() {
                let rules = of_object(&schema, path);
                let printed: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
                assert_eq!(keys(rules), printed, "{name}, {path}");
                let required = rules["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
                assert_eq!(printed, required, "{name}, {path}");
                seen.insert(path);
            }
        }
    }
    assert_eq!(seen.len(), 6, "some object was in no answer: {seen:?}");
}

#[test]
fn every_kept_case_follows_the_schema() {
    let schema = schema("case.schema.json");
    for (name, case) in fixtures() {
        assert_eq!(problem(&schema, &schema, &case, ""), None, "{name}");
    }
}

#[test]
fn the_codes_of_countries_are_each_there_once() {
    let all: Vec<&str> = countries::all().collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

/// A case with one value exchanged for something else, mostly wrong.
fn spoilt() -> impl Strategy<Value = Value> {
    let other = prop_oneof![
        Just(json!(null)),
        Just(json!({})),
        Just(json!([])),
        Just(json!("?")),
        Just(json!("yes")),
        Just(json!("unsure")),
        Just(json!(true)),
        Just(json!(-1)),
        Just(json!(2.5)),
        Just(json!(3)),
        Just(json!(1e9)),
        Just(json!({ "what": 1 })),
        Just(json!([["yes"]])),
        Just(json!([{ "typed": "x" }])),
        Just(json!("2026-11-23"))
    ];
    (any_case(), any::<prop::sample::Index>(), other).prop_map(|(mut case, at, other)| {
        let paths = audit_support::leaves(&case);
        if !paths.is_empty() {
            *case.pointer_mut(at.get(&paths).as_str()).expect("it is there") = other;
        }
        case
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn a_case_follows_the_schema_exactly_when_the_tool_takes_it(good in any_case(), spoilt in spoilt()) {
        let schema = schema("case.schema.json");
        for case in [good, spoilt] {
            let (follows, taken) = (problem(&schema, &schema, &case, ""), answer(case.to_string().as_bytes(), TODAY));
            let why = taken.as_ref().err().map(ToString::to_string);
            prop_assert_eq!(follows.is_none(), taken.is_ok(), "{:?} {:?} {}", follows, why, case);
        }
    }

    #[test]
    fn every_answer_follows_the_schema(case in any_case()) {
        let schema = schema("report.schema.json");
        prop_assert_eq!(problem(&schema, &schema, &answered(&case), ""), None);
    }
}
