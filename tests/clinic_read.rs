//! `clinic.json`: what is right is used to the letter, what is wrong is told once and never used, and no file breaks
//! the site.

use quiet_legs::clinic::draft::Draft;
use quiet_legs::clinic::rules::{FILE, LINES};
use quiet_legs::clinic::{self, Clinic, Colour, Colours, Format, Handover, Hidden, Part, read};
use quiet_legs::content::EMERGENCY;
use serde_json::{Value, json};

/// Every setting there is, as the documents show it.
const WHOLE: &str = r##"{
  "$schema": "clinic.schema.json",
  "name": "Harbour Street Neurology",
  "phone": "+44 (0)1632 960-101",
  "link": "https://www.clinic.example/legs?from=site#top",
  "address": ["12 Harbour Street", "", "  Newport "],
  "welcome": "Do this before your visit.\nIt takes ten minutes.",
  "country": "GB",
  "emergency": "112",
  "colours": { "light": "#114b5f", "dark": "#9fd3e0" },
  "logo": "logo.svg",
  "language": "en",
  "parts": ["learn", "record"],
  "handover": { "origin": "https://www.clinic.example", "format": "text" }
}"##;

fn whole() -> Clinic {
    let mut hidden = Hidden::default();
    hidden.set(Part::Diary, false);
    hidden.set(Part::Plan, false);
    Clinic {
        name: "Harbour Street Neurology".into(),
        phone: "+44 (0)1632 960-101".into(),
        link: "https://www.clinic.example/legs?from=site#top".into(),
        address: vec!["12 Harbour Street".into(), "Newport".into()],
        welcome: "Do this before your visit.\nIt takes ten minutes.".into(),
        country: EMERGENCY.iter().find(|row| row.country == "GB"),
        emergency: "112".into(),
        colours: Some(Colours { light: Colour([0x11, 0x4b, 0x5f]), dark: Some(Colour([0x9f, 0xd3, 0xe0])) }),
        logo: "logo.svg".into(),
        language: "en".into(),
        hidden,
        handover: Some(Handover { origin: "https://www.clinic.example".into(), format: Format::Text }),
    }
}

/// What is told of a file, a line each.
fn told(text: &str) -> Vec<String> {
    read(text).1.iter().map(|fault| fault.said().text()).collect()
}

/// A file with one setting.
fn only(name: &str, value: &Value) -> String {
    json!({ name: value }).to_string()
}

#[test]
fn every_setting_of_a_right_file_is_taken_to_the_letter() {
    assert_eq!(read(WHOLE), (whole(), Vec::new()));
}

#[test]
fn a_file_that_says_nothing_is_a_site_of_no_clinic() {
    for text in ["{}", " \n{ }\n", "\u{feff}{}", r#"{"$schema":"clinic.schema.json"}"#, r#"{"name":"","address":[]}"#] {
        assert_eq!(read(text), (Clinic::default(), Vec::new()), "{text}");
    }
    assert!(Part::ALL.iter().all(|(part, _)| Clinic::default().hidden.shows(*part)));
}

#[test]
fn the_file_that_is_shipped_says_nothing() {
    let text = include_str!("../public/clinic.json");
    assert_eq!(read(text), (Clinic::default(), Vec::new()));
    assert!(text.contains("clinic.schema.json"), "editors find the schema by this");
}

#[test]
fn what_is_broken_is_told_with_its_place_and_nothing_of_it_is_used() {
    let (clinic, faults) = read("{\n  \"name\": \"A\",\n  \"phone\": 01\n}");
    assert_eq!(clinic, Clinic::default());
    assert_eq!(faults.len(), 1);
    let said = faults[0].said().text();
    assert!(said.contains("line 3") && said.contains("character 13"), "{said}");
    for text in ["", "{", "{\"name\": \"A\"", "{\"name\": \"A\",}", "<!doctype html><p>404", "{} {}"] {
        assert_eq!(read(text).0, Clinic::default(), "{text}");
        assert_eq!(told(text).len(), 1, "{text}");
    }
    for text in ["[]", "null", "7", "\"name\""] {
        assert_eq!(told(text).len(), 1, "{text}");
        assert!(told(text)[0].contains("curly brackets"), "{text}");
    }
}

#[test]
fn a_file_without_end_is_not_even_looked_at() {
    let padded = |len: usize| format!("{{{}\"name\":\"A\"}}", " ".repeat(len - 12));
    assert_eq!(read(&padded(FILE)).0.name, "A");
    let (clinic, faults) = read(&padded(FILE + 1));
    assert_eq!((clinic.name.as_str(), faults.len()), ("", 1));
    let deep = "[".repeat(5_000);
    assert_eq!(told(&deep).len(), 1);
}

#[test]
fn a_setting_there_is_not_is_named_and_the_others_hold() {
    let (clinic, faults) = read(r##"{"nmae": "A", "phone": "123", "colours": {"light": "#000", "blue": "#00f"}}"##);
    assert_eq!(clinic.phone, "123");
    assert_eq!(faults.iter().map(|fault| fault.at.as_str()).collect::<Vec<_>>(), ["nmae", "colours.blue"]);
}

#[test]
fn of_a_setting_said_twice_the_first_holds() {
    let (clinic, faults) = read(r##"{"name": "A", "name": "B", "colours": {"light": "#000", "light": "#fff"}}"##);
    assert_eq!(clinic.name, "A");
    assert_eq!(clinic.colours.map(|colours| colours.light), Some(Colour::BLACK));
    assert_eq!(faults.iter().map(|fault| fault.at.as_str()).collect::<Vec<_>>(), ["name", "colours.light"]);
}

#[test]
fn a_wrong_value_of_any_setting_is_told_once_and_the_default_holds() {
    let long = "a".repeat(601);
    let table: &[(&str, Value)] = &[
        ("name", json!("a\tb")),
        ("name", json!("pay\u{202e}lla")),
        ("name", json!("two\nlines")),
        ("name", json!("x".repeat(81))),
        ("name", json!(["A"])),
        ("phone", json!(1632)),
        ("phone", json!(false)),
        ("phone", json!("ring us")),
        ("phone", json!("+")),
        ("phone", json!("0".repeat(31))),
        ("link", json!("clinic.example")),
        ("link", json!("http://clinic.example")),
        ("link", json!("javascript:alert(1)")),
        ("link", json!("data:text/html,hello")),
        ("link", json!("https://")),
        ("link", json!("https:///path")),
        ("link", json!("https://user@clinic.example/")),
        ("link", json!("https://clinic.example\\@evil.example")),
        ("link", json!("https://clinic.example/a b")),
        ("link", json!("https://clinic.example:0/")),
        ("link", json!("https://clinic.example:65536/")),
        ("link", json!("https://clinic.example:/")),
        ("link", json!("https://clinic..example/")),
        ("link", json!(" https://clinic.example/")),
        ("link", json!("HTTPS://clinic.example/")),
        ("link", json!("http://localhost.evil.example/")),
        ("address", json!("12 Harbour Street")),
        ("welcome", json!(long)),
        ("welcome", json!("a\r\nb")),
        ("country", json!("gb")),
        ("country", json!("Wales")),
        ("emergency", json!(999)),
        ("emergency", json!("9")),
        ("emergency", json!("99 9")),
        ("emergency", json!("1234567890123456")),
        ("colours", json!("#114b5f")),
        ("colours", json!({})),
        ("colours", json!({ "dark": "#fff" })),
        ("colours", json!({ "light": "" })),
        ("colours", json!({ "light": "green" })),
        ("colours", json!({ "light": "#12345" })),
        ("colours", json!({ "light": "#1234567" })),
        ("colours", json!({ "light": 0 })),
        ("logo", json!("https://clinic.example/logo.svg")),
        ("logo", json!("../logo.svg")),
        ("logo", json!("logo.gif")),
        ("logo", json!(".svg")),
        ("logo", json!(".hidden.svg")),
        ("logo", json!("my logo.svg")),
        ("language", json!("de")),
        ("parts", json!("diary")),
        ("parts", json!({})),
        ("handover", json!(true)),
        ("handover", json!({})),
        ("handover", json!({ "format": "fhir" })),
        ("handover", json!({ "origin": "https://clinic.example", "format": "pdf" })),
        ("colour", json!("#114b5f")),
        ("NAME", json!("A")),
    ];
    for (name, value) in table {
        let (clinic, faults) = read(&only(name, value));
        assert_eq!(clinic, Clinic::default(), "{name}: {value}");
        assert_eq!(faults.len(), 1, "{name}: {value}: {faults:?}");
        let said = faults[0].said().text();
        assert!(said.starts_with(&format!("clinic.json, {name}")), "{said}");
        assert!(!said.contains('{') && !said.contains('\n') && said.ends_with('.'), "{said}");
    }
}

#[test]
fn nothing_but_an_exact_origin_can_be_handed_a_result() {
    let origin = |text: &str| read(&only("handover", &json!({ "origin": text })));
    for right in
        ["https://clinic.example", "https://a-b.clinic.example:8443", "http://localhost:8080", "http://127.0.0.1"]
    {
        let (clinic, faults) = origin(right);
        assert_eq!(clinic.handover.map(|handover| handover.origin).as_deref(), Some(right));
        assert_eq!(faults, Vec::new(), "{right}");
    }
    for wrong in [
        "*",
        "null",
        "https://*.clinic.example",
        "https://clinic.example/",
        "https://clinic.example/legs",
        "https://clinic.example?x",
        "https://clinic.example#x",
        "https://Clinic.example",
        "HTTPS://clinic.example",
        "https://user:word@clinic.example",
        "https://user@clinic.example",
        "https://clinic.example:443",
        "http://localhost:80",
        "https://clinic.example:08443",
        "https://clinic.example:+84",
        "http://clinic.example",
        "http://localhost.clinic.example",
        "https://",
        "https://clinic.example ",
        "https://clinic.example\u{202e}",
        "https://clinic.example,https://evil.example",
        "clinic.example",
        "file://",
    ] {
        let (clinic, faults) = origin(wrong);
        assert_eq!((clinic.handover, faults.len()), (None, 1), "{wrong}");
    }
}

#[test]
fn an_address_keeps_its_right_lines() {
    let lines: Vec<String> = (1..=LINES + 2).map(|n| format!("line {n}")).collect();
    let (clinic, faults) = read(&only("address", &json!(lines)));
    assert_eq!(clinic.address, lines[..LINES]);
    assert_eq!(faults.len(), 1);
    let (clinic, faults) = read(&only("address", &json!(["12 Harbour Street", "x".repeat(81), 7, "Newport"])));
    assert_eq!(clinic.address, ["12 Harbour Street", "Newport"]);
    assert_eq!(faults.iter().map(|fault| fault.at.as_str()).collect::<Vec<_>>(), ["address #2", "address #3"]);
}

#[test]
fn parts_that_are_named_are_shown_and_the_others_are_not() {
    let shown = |names: Value| {
        let (clinic, faults) = read(&only("parts", &names));
        let shown = Part::ALL.iter().filter(|(part, _)| clinic.hidden.shows(*part)).map(|(_, name)| *name);
        (shown.collect::<Vec<_>>(), faults.len())
    };
    assert_eq!(shown(json!(["plan", "diary"])), (vec!["diary", "plan"], 0));
    assert_eq!(shown(json!([])), (vec![], 0));
    assert_eq!(shown(json!(["diary", "dairy", 7])), (vec!["diary"], 2));
}

#[test]
fn the_emergency_number_is_the_clinics_own_or_its_countrys() {
    let number = |text: &str| read(text).0.emergency;
    assert_eq!(number(r#"{"country": "US"}"#), "911");
    assert_eq!(number(r#"{"country": "US", "emergency": "112"}"#), "112");
    assert_eq!(number(r#"{"emergency": "1-1-2", "country": "US"}"#), "911");
    assert_eq!(number(r#"{"country": "nowhere"}"#), "");
}

#[test]
fn what_is_typed_stays_text() {
    let (clinic, faults) = read(r#"{"name": "<b>A & B</b>", "welcome": "<script>alert(1)</script>"}"#);
    assert_eq!(clinic.name, "<b>A & B</b>");
    assert_eq!(clinic.welcome, "<script>alert(1)</script>");
    assert_eq!(faults, Vec::new());
}

#[test]
fn what_is_told_repeats_little_and_nothing_hidden() {
    let name = format!("\u{202e}\n{}", "x".repeat(10_000));
    let said = told(&only(&name, &json!(1)));
    assert!(said[0].chars().count() < 200 && !said[0].contains(['\u{202e}', '\n']), "{said:?}");
    let said = told(&only("country", &json!(name)));
    assert!(said[0].chars().count() < 200 && !said[0].contains(['\u{202e}', '\n']), "{said:?}");
}

#[test]
fn what_is_written_is_read_as_the_same() {
    for clinic in [Clinic::default(), whole(), Clinic { hidden: Hidden::ALL, ..Clinic::default() }] {
        let text = clinic::write(&clinic);
        assert_eq!(read(&text), (clinic, Vec::new()), "{text}");
        assert!(text.starts_with("{\n \"$schema\": \"clinic.schema.json\""), "{text}");
    }
}

#[test]
fn a_country_alone_is_written_without_a_number_of_its_own() {
    let text = clinic::write(&read(r#"{"country": "US"}"#).0);
    assert!(!text.contains("911"), "{text}");
}

#[test]
fn boxes_hold_what_a_file_says_even_where_it_is_wrong() {
    let file =
        r##"{"name":"A","phone":"ring us","colours":{"light":"green"},"handover":{"origin":"*"},"parts":["plan"]}"##;
    let draft = Draft::read(file).expect("these are settings");
    let given = |name: &str| draft.0.get(name).unwrap_or_default();
    assert_eq!(given("phone"), "ring us");
    assert_eq!(given("colours.light"), "green");
    assert_eq!(given("handover.origin"), "*");
    assert_eq!((given("parts.plan"), given("parts.diary")), ("yes", ""));
    let places = |text: &str| read(text).1.into_iter().map(|fault| fault.at).collect::<Vec<_>>();
    assert_eq!(places(&draft.print()), places(file), "and the file they make has the same faults");
    assert_eq!(Draft::read("[]"), None);
}
