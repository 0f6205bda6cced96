//! What is kept comes back as it was, and what cannot be read is never taken for something else.

use proptest::prelude::*;
use quiet_legs::clinical::answers::{Answers, LONGEST, ListedMedicine};
use quiet_legs::records::check::{Kept, decode, encode};
use quiet_legs::records::envelope::ReadError;
use quiet_legs::records::settings::{self, Settings, Theme};
use quiet_legs::records::{CHECK, QUARANTINE, quarantine};

/// As version 1 has lain on devices since the first release. Never change this text.
const VERSION_1: &str = r#"{"app":"quiet-legs","kind":"check","version":1,"saved":"2026-11-24T02:41","data":{"page":"relief","answers":{"age":"51","c1":"yes","sign.none":"yes"},"medicines":[{"typed":"Zoloft","ids":["sertraline"],"timing":"unsure"},{"typed":"blue pill","ids":[],"timing":""}],"done":false}}"#;

fn example() -> Kept {
    let pairs = [("age", "51"), ("c1", "yes"), ("sign.none", "yes")];
    let mut answers: Answers = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    answers.medicines = vec![
        ListedMedicine { typed: "Zoloft".into(), ids: vec!["sertraline".into()], timing: "unsure".into() },
        ListedMedicine { typed: "blue pill".into(), ..ListedMedicine::default() },
    ];
    Kept { page: "relief".into(), answers, done: false, saved: "2026-11-24T02:41".into() }
}

#[test]
fn a_check_kept_by_the_first_release_is_read() {
    assert_eq!(decode(VERSION_1), Ok(example()));
}

#[test]
fn version_1_is_written_as_it_always_was() {
    assert_eq!(encode(&example()), VERSION_1);
}

#[test]
fn a_check_of_a_newer_version_is_left_alone_whatever_is_in_it() {
    for data in ["{}", r#"{"nights":[1,2]}"#, "null"] {
        let text = format!(r#"{{"app":"quiet-legs","kind":"check","version":2,"saved":"","data":{data}}}"#);
        assert_eq!(decode(&text), Err(ReadError::Newer), "{data}");
    }
}

#[test]
fn a_text_that_is_no_check_is_unreadable() {
    let texts = [
        String::new(),
        "hello".into(),
        "null".into(),
        "[]".into(),
        VERSION_1.replace("quiet-legs", "other-app"),
        VERSION_1.replace(r#""kind":"check""#, r#""kind":"settings""#),
        VERSION_1.replace(r#""version":1"#, r#""version":0"#),
        VERSION_1.replace(r#""done":false"#, r#""done":"no""#),
        VERSION_1.chars().take(VERSION_1.len() / 2).collect(),
    ];
    for text in texts {
        assert_eq!(decode(&text), Err(ReadError::Unreadable), "{text}");
    }
}

#[test]
fn a_typed_answer_is_cut_at_the_limit_and_nothing_else_is_lost() {
    let mut kept = example();
    kept.answers.set("stopped_what", &"é".repeat(LONGEST + 5));
    let back = decode(&encode(&kept)).unwrap();
    assert_eq!(back.answers.get("stopped_what").unwrap().chars().count(), LONGEST);
    assert_eq!(back.answers.get("age"), Some("51"));
    assert_eq!(back.answers.medicines, kept.answers.medicines);
}

#[test]
fn a_text_longer_than_any_we_write_is_refused() {
    let text = VERSION_1.replace("blue pill", &"x".repeat(LONGEST + 1));
    assert_eq!(decode(&text), Err(ReadError::Unreadable));
}

#[test]
fn an_unreadable_text_is_set_aside_under_a_key_of_its_own() {
    let key = quarantine("20261124T024100", CHECK);
    assert_eq!(key, "quiet-legs.quarantine.20261124T024100.check");
    assert!(key.starts_with(QUARANTINE));
}

#[test]
fn settings_come_back_as_they_were() {
    for theme in Theme::ALL {
        for keep in [true, false] {
            let set = Settings { theme, keep };
            assert_eq!(settings::decode(&settings::encode(set, "2026-11-24T02:41")), Ok(set));
        }
    }
}

#[test]
fn the_theme_lies_where_the_first_script_of_the_page_looks_for_it() {
    let text = settings::encode(Settings { theme: Theme::Night, keep: false }, "2026-11-24T02:41");
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["data"]["theme"], "night");
}

#[test]
fn an_unknown_theme_does_not_cost_the_other_settings() {
    let text = settings::encode(Settings { theme: Theme::Night, keep: false }, "").replace("night", "sepia");
    assert_eq!(settings::decode(&text), Ok(Settings { theme: Theme::System, keep: false }));
}

fn any_kept() -> impl Strategy<Value = Kept> {
    let pairs = prop::collection::vec(("[a-z._]{1,12}", any::<String>()), 0..12);
    let listed = (any::<String>(), prop::collection::vec("[a-z_]{1,8}", 0..3), "[a-z_0-9]{0,12}")
        .prop_map(|(typed, ids, timing)| ListedMedicine { typed, ids, timing });
    (pairs, prop::collection::vec(listed, 0..4), any::<String>(), any::<bool>()).prop_map(
        |(pairs, medicines, page, done)| {
            let mut answers: Answers = pairs.into_iter().collect();
            answers.medicines = medicines;
            Kept { page, answers, done, saved: "2026-11-24T02:41".into() }
        },
    )
}

proptest! {
    #[test]
    fn whatever_was_typed_comes_back_letter_for_letter(kept in any_kept()) {
        prop_assert_eq!(decode(&encode(&kept)), Ok(kept));
    }

    #[test]
    fn no_text_at_all_makes_the_reader_fail(text in ".{0,200}") {
        let _ = decode(&text);
        let _ = settings::decode(&text);
    }
}
