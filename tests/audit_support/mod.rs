//! Cases to ask the audit tool about: those kept in tests/cases, and random ones of every shape the format allows.
#![allow(dead_code)]

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use quiet_legs::audit::{answer, to_line};
use quiet_legs::content::{CONDITIONS, LOOK_ALIKES, SIGNS};
use quiet_legs::date::Date;
use serde_json::{Map, Value, json};
use std::path::Path;

pub const TODAY: Date = Date::literal(2026, 11, 23);

/// The answer to a case that is understood.
pub fn answered(case: &Value) -> Value {
    let answered = answer(case.to_string().as_bytes(), TODAY).unwrap_or_else(|refused| panic!("{case}: {refused}"));
    serde_json::from_slice(&to_line(&answered)).expect("the answer is JSON")
}

/// Why a text is refused.
pub fn refused(text: &str) -> String {
    answer(text.as_bytes(), TODAY).map(|_| format!("{text} was taken")).unwrap_or_else(|refused| refused.to_string())
}

/// Every kept case with its name, in order.
pub fn fixtures() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut all: Vec<(String, Value)> = std::fs::read_dir(folder)
        .expect("the cases are there")
        .map(|entry| {
            let path = entry.expect("a file").path();
            let text = std::fs::read_to_string(&path).expect("a case can be read");
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, serde_json::from_str(&text).expect("a case is JSON"))
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

pub fn fixture(name: &str) -> Value {
    fixtures().into_iter().find(|(known, _)| known == name).map(|(_, case)| case).expect("the case is there")
}

/// JSON pointers of every single value that is not null.
pub fn leaves(value: &Value) -> Vec<String> {
    let inner = |step: String, value: &Value| {
        leaves(value).into_iter().map(move |rest| format!("/{step}{rest}")).collect::<Vec<_>>()
    };
    match value {
        Value::Null => Vec::new(),
        Value::Object(fields) => fields.iter().flat_map(|(key, value)| inner(key.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().flat_map(|(at, item)| inner(at.to_string(), item)).collect(),
        _ => vec![String::new()],
    }
}

fn one_of(values: Value) -> BoxedStrategy<Value> {
    select(values.as_array().expect("a list").clone()).boxed()
}

fn tri() -> BoxedStrategy<Value> {
    one_of(json!(["yes", "no", "unsure", null]))
}

/// An object with some of these keys.
fn object(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let each: Vec<BoxedStrategy<Option<(String, Value)>>> = fields
        .into_iter()
        .map(|(key, value)| {
            prop_oneof![1 => Just(None), 2 => value.prop_map(move |v| Some((key.to_owned(), v)))].boxed()
        })
        .collect();
    each.prop_map(|fields| Value::Object(fields.into_iter().flatten().collect::<Map<_, _>>())).boxed()
}

fn ids(all: Vec<&'static str>, most: usize) -> BoxedStrategy<Value> {
    prop_oneof![1 => Just(json!([])), 2 => subsequence(all, 0..=most).prop_map(|ids| json!(ids))].boxed()
}

fn lab(units: Value) -> BoxedStrategy<Value> {
    let value = one_of(json!([4, 22, 49.9, 61, 120, 420, "<10", ">1000", "49,9", "7.4", "abc", 0, -3, 1e300]));
    object(vec![("value", value), ("unit", one_of(units))])
}

fn medicine() -> BoxedStrategy<Value> {
    let typed = one_of(json!([
        "sertraline",
        "Zoloft 50 mg",
        "paxil cr 25",
        "sertralin",
        "Benadryl",
        "sleeping pill",
        "xyzzy",
        "ropinirole",
        "ferrous sulfate",
        "omeprazole",
        "haloperidol",
        "coffee",
        "Symbyax",
        "{name}",
        "iron",
        "\u{202e}x"
    ]));
    let fields = vec![
        ("country", one_of(json!(["US", "UK", "DE", "AU", "ZA", null]))),
        ("timing", one_of(json!(["worse_within_6_weeks", "started_before_medicine", "unsure", null]))),
    ];
    (typed, object(fields))
        .prop_map(|(typed, mut fields)| {
            fields["typed"] = typed;
            fields
        })
        .boxed()
}

fn labs() -> BoxedStrategy<Value> {
    object(vec![
        ("taken_on", one_of(json!(["2026-10-01", "2020-02-29", "2030-01-01"]))),
        ("ferritin", lab(json!(["ng/mL", "µg/L", "pmol/L", "ug/dL", "", null]))),
        ("tsat_percent", one_of(json!([12, 19, "19,5", 47, 150, "x"]))),
        ("serum_iron", lab(json!(["umol/L", "ug/dL"]))),
        ("tibc", lab(json!(["umol/L"]))),
        ("transferrin", lab(json!(["g/L", "mg/dL"]))),
        ("crp", lab(json!(["mg/L"]))),
        ("haemoglobin", lab(json!(["g/dL", "g/L", "mmol/L"]))),
        ("on_iron", tri()),
        ("hours_since_iron", one_of(json!([0, 3, 24, 500]))),
        ("iv_iron_last_12_weeks", tri()),
    ])
}

/// Any case of the format.
pub fn any_case() -> BoxedStrategy<Value> {
    let now = || one_of(json!(["yes", "yes", "yes", "no", "unsure", null]));
    let before = || one_of(json!(["yes", "yes", "yes_before", "no", "unsure", null]));
    let impact = || one_of(json!(["none", "a_little", "quite_a_lot", "very_much", null]));
    let criteria = vec![("c1", now()), ("c1_unpleasant", tri()), ("c2", now()), ("c3", before()), ("c4", before())];
    let body =
        ["whole_body", "onset_within_6_weeks", "same_day_and_night", "lying_down_relieves", "cannot_sit_still_by_day"];
    let explains = || one_of(json!(["all", "some", "unsure", "no", null]));
    let alike = subsequence(LOOK_ALIKES.iter().map(|row| row.id).collect::<Vec<_>>(), 0..=3)
        .prop_flat_map(move |ids| object(ids.into_iter().map(|id| (id, explains())).collect()));
    let pattern = vec![
        ("days_per_week", one_of(json!([0, 0.5, 2, 7]))),
        ("duration_months", one_of(json!([0, 2, 30]))),
        ("lifetime_events", one_of(json!([0, 4, 150]))),
        ("usual_intensity", one_of(json!([0, 6, 10]))),
        ("treated_now", tri()),
    ];
    let supportive = ["family_history", "limb_movements_seen", "dopamine_benefit", "daytime_sleepiness"];
    object(vec![
        ("id", one_of(json!(["a", "", null]))),
        ("today", one_of(json!(["2026-11-23"]))),
        ("country", one_of(json!(["US", "UK", "GB", "FR", "JP", "ZA", null]))),
        ("age_years", one_of(json!([1, 5, 8.5, 12.9, 16, 30, 51, 90, null]))),
        ("sex", one_of(json!(["female", "male", null]))),
        ("pregnant", one_of(json!([false, false, 1, 2, 3, null]))),
        ("can_describe_own_feelings", one_of(json!([true, true, true, false, "unsure", null]))),
        ("child_own_words", one_of(json!([true, false, "yes", null]))),
        ("red_flags", ids(SIGNS.iter().map(|row| row.id).collect(), 2)),
        ("criteria", object(criteria)),
        ("where", object(vec![("arms_only", tri()), ("one_leg_only", tri())])),
        ("look_alikes", alike.boxed()),
        ("akathisia", object(body.map(|key| (key, tri())).to_vec())),
        ("pattern", object(pattern)),
        ("impact", object(["sleep", "energy", "mood", "work", "distress"].map(|key| (key, impact())).to_vec())),
        ("supportive", object(supportive.map(|key| (key, tri())).to_vec())),
        ("medicines", prop::collection::vec(medicine(), 0..4).prop_map(Value::Array).boxed()),
        ("stopped_last_2_weeks", one_of(json!([[], ["tramadol"], ["zzyzx", "ropinirole"]]))),
        ("augmentation", prop::collection::vec(tri(), 0..=4).prop_map(Value::Array).boxed()),
        ("augmentation_hours_earlier", one_of(json!([0, 2, 4, null]))),
        ("conditions", ids(CONDITIONS.iter().map(|row| row.id).collect(), 3)),
        ("donations_last_12_months", one_of(json!([0, 1, 3, null]))),
        ("labs", labs()),
    ])
}
