//! Whatever stands in `clinic.json`, the site comes up: nothing unfit to be shown gets through, and nothing panics.

use proptest::prelude::*;
use quiet_legs::clinic::draft::Draft;
use quiet_legs::clinic::{self, Clinic, read};
use quiet_legs::content::text::clinic::instead::COLOUR;
use serde_json::{Value, json};

/// A file to be damaged.
const WHOLE: &str = r##"{"name": "Harbour Street", "phone": "01632 960 101", "link": "https://www.clinic.example/legs",
    "address": ["12 Harbour Street", "Newport"], "welcome": "One.\nTwo.", "country": "GB", "emergency": "112",
    "colours": {"light": "#114b5f", "dark": "#9fd3e0"}, "logo": "logo.svg", "language": "en", "parts": ["learn"],
    "handover": {"origin": "https://www.clinic.example", "format": "text"}}"##;

/// Any JSON, with the names and forms of settings more often than chance would have it.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        "\\PC{0,20}".prop_map(Value::from),
        prop::sample::select(vec!["GB", "#123", "#fff", "https://a.b", "999", "diary", "fhir", "logo.svg", "\u{202e}"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::vec((any_name(), inner), 0..8)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

fn any_name() -> impl Strategy<Value = String> {
    let known = [
        "$schema",
        "name",
        "phone",
        "link",
        "address",
        "welcome",
        "country",
        "emergency",
        "colours",
        "light",
        "dark",
        "logo",
        "language",
        "parts",
        "handover",
        "origin",
        "format",
    ];
    prop_oneof![4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}

/// Whether everything in it is fit to be shown.
fn is_fit(clinic: &Clinic) -> bool {
    let texts = [&clinic.name, &clinic.phone, &clinic.link, &clinic.logo];
    let hidden = |text: &str| text.contains(|c: char| c.is_control() || "\u{202a}\u{202e}\u{2066}\u{2069}".contains(c));
    let origin = clinic.handover.as_ref().map_or("https://x", |handover| &handover.origin);
    !texts.into_iter().chain(&clinic.address).any(|text| hidden(text))
        && (clinic.link.is_empty() || clinic.link.starts_with("https://") || clinic.link.starts_with("http://"))
        && (origin.starts_with("https://") || origin.starts_with("http://"))
}

proptest! {
    #[test]
    fn no_file_breaks_it_and_nothing_unfit_comes_through(value in any_value()) {
        let text = value.to_string();
        let (clinic, faults) = read(&text);
        prop_assert!(is_fit(&clinic), "{text}");
        prop_assert!(faults.iter().all(|fault| fault.said().text().chars().count() < 400), "{:?}", faults);
        let (again, faults) = read(&clinic::write(&clinic));
        prop_assert_eq!(again, clinic, "what is left of it can be written");
        prop_assert!(faults.iter().all(|fault| fault.instead.key == COLOUR), "{:?}", faults);
    }

    #[test]
    fn a_damaged_file_never_breaks_it(at in 0..WHOLE.len(), by in any::<char>(), cut in any::<bool>()) {
        let mut text: String = WHOLE.chars().collect();
        if text.is_char_boundary(at) {
            if cut { text.truncate(at) } else { text.insert(at, by) }
        }
        prop_assert!(is_fit(&read(&text).0));
        let _ = Draft::read(&text).map(|draft| draft.print());
    }

    #[test]
    fn any_text_at_all_can_be_read(text in "\\PC{0,200}") {
        prop_assert!(is_fit(&read(&text).0));
    }
}
