//! `clinic.schema.json` says to an editor what the code says to a browser: the same names, limits and lists, and the
//! same files right or wrong. The last is judged by `ajv`, in `make test-exports`, on the cases that are written here.

use quiet_legs::clinic::rules::{
    self, COUNTRY, DARK, EMERGENCY_NUMBER, FORMAT, LANGUAGE, LANGUAGES, LIGHT, LINE, LINES, LINK, LOGO, NAME, ORIGIN,
    PHONE, PICTURES, Rule, WELCOME,
};
use quiet_legs::clinic::{Format, Part, read};
use quiet_legs::content::EMERGENCY;
use quiet_legs::content::text::clinic::instead::COLOUR;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn schema() -> Value {
    serde_json::from_str(include_str!("../public/clinic.schema.json")).expect("the schema is JSON")
}

/// Part of the schema under a name like `colours.light`.
fn part<'a>(schema: &'a Value, name: &str) -> &'a Value {
    name.split('.').fold(schema, |within, name| &within["properties"][name])
}

const RULES: [&Rule; 13] = [
    &NAME,
    &PHONE,
    &LINK,
    &LINE,
    &WELCOME,
    &COUNTRY,
    &EMERGENCY_NUMBER,
    &LIGHT,
    &DARK,
    &LOGO,
    &LANGUAGE,
    &ORIGIN,
    &FORMAT,
];

#[test]
fn the_schema_has_every_setting_and_no_other() {
    let schema = schema();
    let mut names = BTreeSet::new();
    for (name, inner) in schema["properties"].as_object().expect("settings") {
        names.insert(name.clone());
        let inner = inner["properties"].as_object().into_iter().flatten();
        names.extend(inner.map(|(within, _)| format!("{name}.{within}")));
    }
    for name in &names {
        // A setting there is not is told as unknown; one there is, as wrong or not at all.
        let file = match name.split_once('.') {
            Some((outer, inner)) => json!({ outer: { inner: 7 } }),
            None => json!({ name: 7 }),
        };
        let told: Vec<String> = read(&file.to_string()).1.iter().map(|fault| fault.wrong.text()).collect();
        assert!(!told.iter().any(|words| words.contains("no setting")), "{name}: {told:?}");
    }
    let known: BTreeSet<String> = RULES.iter().map(|rule| rule.name.to_owned()).collect();
    let others = ["$schema", "colours", "handover", "parts"].map(str::to_owned);
    assert_eq!(names, known.into_iter().chain(others).collect());
    for within in [&schema, &schema["properties"]["colours"], &schema["properties"]["handover"]] {
        assert_eq!(within["additionalProperties"], false);
    }
}

#[test]
fn its_limits_are_those_of_the_code() {
    let schema = schema();
    assert_eq!(part(&schema, "address")["maxItems"], LINES);
    for rule in RULES {
        let said = part(&schema, rule.name);
        let said = if rule.name == LINE.name { &said["items"] } else { said };
        let most = said["maxLength"].as_u64().map_or(usize::MAX, |most| most.try_into().expect("a length"));
        assert_eq!(most, rule.most, "{}", rule.name);
    }
}

#[test]
fn its_lists_are_those_of_the_code() {
    let schema = schema();
    let list = |name: &str| part(&schema, name)["enum"].clone();
    let with_none = |codes: Vec<&'static str>| json!([vec![""], codes].concat());
    assert_eq!(list(COUNTRY.name), with_none(EMERGENCY.iter().map(|row| row.country).collect()));
    assert_eq!(list(LANGUAGE.name), with_none(LANGUAGES.to_vec()));
    assert_eq!(list(FORMAT.name), with_none(Format::ALL.iter().map(|(_, name)| *name).collect()));
    let parts: Vec<&str> = Part::ALL.iter().map(|(_, name)| *name).collect();
    assert_eq!(part(&schema, "parts")["items"]["enum"], json!(parts));
    let ends = PICTURES.map(|end| end.trim_start_matches('.')).join("|");
    assert!(part(&schema, LOGO.name)["pattern"].to_string().contains(&format!("({ends})")));
}

#[test]
fn the_languages_are_those_the_words_are_there_in() {
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/text")).expect("the words");
    let names: BTreeSet<String> =
        folders.flatten().map(|folder| folder.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(names, LANGUAGES.iter().map(|code| (*code).to_owned()).collect());
}

#[test]
fn what_it_says_in_words_is_said_of_everything() {
    let schema = schema();
    for rule in RULES {
        let words = part(&schema, rule.name)["description"].as_str().unwrap_or_default();
        assert!(words.ends_with('.') && words.chars().count() > 12, "{}: {words}", rule.name);
    }
    for (name, limit) in [("address", LINES), ("emergency", 15)] {
        let words = part(&schema, name)["description"].to_string();
        assert!(words.contains(&format!(" {limit} ")), "{name}: {words}");
    }
}

/// Right texts of each setting to begin with.
const SEEDS: &[(&Rule, &[&str])] = &[
    (&NAME, &["", "A", "Klinik für Müde"]),
    (&PHONE, &["+44 (0)16.3-2", "5"]),
    (
        &LINK,
        &[
            "https://a.example",
            "https://A-b.example:8443/x?y=z#w",
            "http://localhost:80/",
            "http://127.0.0.1",
            "https://a:65535",
            "https://a#~!",
        ],
    ),
    (&WELCOME, &["One.\nTwo."]),
    (&COUNTRY, &["GB", "other"]),
    (&EMERGENCY_NUMBER, &["99", "123456789012345"]),
    (&LIGHT, &["#000", "#101010"]),
    (&DARK, &["#fff", "#f0F0f0"]),
    (&LOGO, &["a.svg", "A_1-2.b.webp", "x.png", "x.jpg"]),
    (&LANGUAGE, &["en"]),
    (
        &ORIGIN,
        &["https://a-1.example", "https://a.b:443", "http://localhost:8080", "http://127.0.0.1:1", "https://a:65535"],
    ),
    (&FORMAT, &["fhir", "text"]),
];

/// Characters on both sides of every line that a rule draws.
const CHARACTERS: &str = "\0\t\n\r !\"#%&()*+,-./015689:;<=>?@AFGZ[\\]^_`afghz{|}~\u{7f}\u{9f}\u{a0}é\u{2028}\u{202a}\u{202e}\u{202f}\u{2065}\u{2066}\u{2069}\u{206a}\u{feff}😀";

/// A text, and every text that is one step from it.
fn near(seed: &str, most: usize) -> Vec<String> {
    let letters: Vec<char> = seed.chars().collect();
    let put = |before: &[char], middle: &str, after: &[char]| {
        before.iter().collect::<String>() + middle + &after.iter().collect::<String>()
    };
    let mut made = vec![seed.to_owned(), seed.to_uppercase(), seed.repeat(2)];
    for at in 0..=letters.len() {
        let (before, after) = letters.split_at(at);
        made.extend(CHARACTERS.chars().map(|c| put(before, &c.to_string(), after)));
        if let Some((_, rest)) = after.split_first() {
            made.push(put(before, "", rest));
            made.extend(CHARACTERS.chars().map(|c| put(before, &c.to_string(), rest)));
        }
    }
    if most < 1_000 {
        let filled =
            |len: usize| seed.to_owned() + &"a😀".repeat(len).chars().take(len - letters.len()).collect::<String>();
        let digits = |len: usize| seed.to_owned() + &"1".repeat(len - letters.len());
        made.extend([filled(most), filled(most + 1), digits(most), digits(most + 1)]);
    }
    made
}

/// A file in which one text stands.
fn file(rule: &Rule, text: &str) -> Value {
    match rule.name {
        "address" => json!({ "address": [text] }),
        "colours.light" => json!({ "colours": { "light": text } }),
        "colours.dark" => json!({ "colours": { "light": "#000", "dark": text } }),
        "handover.origin" => json!({ "handover": { "origin": text } }),
        "handover.format" => json!({ "handover": { "origin": "https://a.example", "format": text } }),
        name => json!({ name: text }),
    }
}

/// Files that are wrong in their form, and some that are right.
fn forms() -> Vec<Value> {
    let wrong =
        [json!(null), json!(7), json!(true), json!([]), json!({}), json!("x"), json!(""), json!([[]]), json!([{}])];
    let of_all = RULES.iter().map(|rule| rule.name.split('.').next().unwrap_or_default()).chain(["parts", "nmae"]);
    let mut made: Vec<Value> = of_all.flat_map(|name| wrong.iter().map(move |value| json!({ name: value }))).collect();
    for names in [json!(["diary", "plan"]), json!(["diary", "diary"]), json!(["dairy"]), json!(["learn", 7])] {
        made.push(json!({ "parts": names }));
    }
    for count in [LINES, LINES + 1] {
        made.push(json!({ "address": vec!["x"; count] }));
    }
    made.extend([
        json!({ "colours": { "dark": "#fff" } }),
        json!({ "colours": { "light": "#000", "blue": "#00f" } }),
        json!({ "handover": { "format": "fhir" } }),
        json!({ "handover": { "origin": "https://a.example", "to": "x" } }),
        json!({ "$schema": "elsewhere.json", "name": "A" }),
        json!([]),
        json!("x"),
        json!({}),
    ]);
    made
}

/// Whether the code finds nothing wrong. A colour that was made readable is right to the schema: it cannot measure.
fn is_right(file: &Value) -> bool {
    let (_, faults) = read(&file.to_string());
    faults.iter().all(|fault| fault.instead.key == COLOUR)
}

#[test]
fn cases_for_another_judge() {
    let mut cases = Vec::new();
    for (rule, seeds) in SEEDS {
        let texts = seeds.iter().flat_map(|seed| near(seed, rule.most));
        let judged: Vec<(Value, bool)> =
            texts.map(|text| file(rule, &text)).map(|file| (file.clone(), is_right(&file))).collect();
        let right = judged.iter().filter(|(_, right)| *right).count();
        assert!(right > 0 && judged.len() - right > 20, "{}: {right} of {}", rule.name, judged.len());
        cases.extend(judged);
    }
    let lines = near("12 Harbour Street", LINE.most).into_iter().map(|line| file(&rules::LINE, &line));
    cases.extend(lines.chain(forms()).map(|file| (file.clone(), is_right(&file))));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/exports");
    fs::create_dir_all(&folder).expect("a folder");
    let text = serde_json::to_string(&cases).expect("cases are JSON");
    fs::write(folder.join("clinic.cases"), text).expect("the cases are written");
}
