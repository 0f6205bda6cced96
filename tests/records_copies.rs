//! Copies meet in any order with the same end, whatever any release wrote is read whole, and nothing in a file is lost
//! without a word.

mod diary_support;

use diary_support::{Memory, any_change, any_entry, any_lab, any_night, entry, night, stamp};
use proptest::prelude::*;
use quiet_legs::diary::entry::Entry;
use quiet_legs::records::copy::export;
use quiet_legs::records::import::{Choice, Left, Refused, preview};
use quiet_legs::records::journal::{reversed, run};
use quiet_legs::records::kind::{Kind, night_key};
use quiet_legs::records::settings::{self, Settings, Theme};
use quiet_legs::records::versions::Versions;
use quiet_legs::records::{CHANGE, CHECK, LAB, PREFIX, SETTINGS, change, check, lab, night as nights};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SAVED: &str = "2026-11-25T03:00";

fn text(strength: u8, seconds: i64) -> String {
    nights::encode(night("2026-11-23"), &Versions::first(entry(strength, seconds)))
}

/// A copy with these texts, as somebody could have put it together by hand.
fn file(records: &[(&str, &str)]) -> String {
    let records: Vec<String> = records.iter().map(|(key, text)| format!("\"{key}\":{text}")).collect();
    format!(
        r#"{{"app":"quiet-legs","kind":"copy","version":1,"saved":"{SAVED}","data":{{"records":{{{}}}}}}}"#,
        records.join(",")
    )
}

#[test]
fn a_key_that_a_file_says_twice_with_different_texts_is_named_and_left_out() {
    let store = Memory::default();
    let other = nights::encode(night("2026-11-24"), &Versions::first(entry(4, 4)));
    let copy =
        file(&[("night.2026-11-23", &text(1, 1)), ("night.2026-11-24", &other), ("night.2026-11-23", &text(9, 9))]);
    let found = preview(&store, &copy).unwrap();
    assert_eq!(found.left, [(night_key(night("2026-11-23")), Left::Twice)]);
    assert_eq!(found.new.len(), 1);
}

#[test]
fn a_key_that_a_file_says_twice_with_the_same_text_counts_once() {
    let found =
        preview(&Memory::default(), &file(&[("night.2026-11-23", &text(1, 1)), ("night.2026-11-23", &text(1, 1))]));
    let found = found.unwrap();
    assert_eq!((found.new.len(), found.left.len()), (1, 0));
}

#[test]
fn a_record_that_says_a_field_or_an_answer_twice_is_named_and_left_out() {
    let whole = text(1, 1);
    let twice = whole.replace(r#""intensity":1"#, r#""intensity":1,"intensity":9"#);
    let answers = r#"{"app":"quiet-legs","kind":"check","version":1,"saved":"","data":{"page":"","answers":{"age":"51","age":"15"},"medicines":[],"done":false}}"#;
    let copy = file(&[
        ("night.2026-11-23", &twice),
        ("night.2026-11-24", &whole.replace("11-23", "11-24")),
        ("check", answers),
    ]);
    let found = preview(&Memory::default(), &copy).unwrap();
    let left = [(CHECK.to_owned(), Left::Unreadable), (night_key(night("2026-11-23")), Left::Unreadable)];
    assert_eq!(found.left, left);
    assert_eq!(found.new.len(), 1);
}

#[test]
fn a_version_before_that_only_the_file_has_comes_in_with_both_and_stays_out_with_mine() {
    let day = night("2026-11-23");
    let key = night_key(day);
    let theirs = nights::encode(day, &Versions { now: entry(5, 50), before: Some(entry(2, 20)) });
    for (choice, expected) in [(Choice::Mine, None), (Choice::Both, Some(2)), (Choice::Theirs, Some(2))] {
        let store = Memory::default();
        store.put(&key, &text(5, 50));
        let found = preview(&store, &file(&[("night.2026-11-23", &theirs)])).unwrap();
        assert_eq!((found.same, found.differing.len(), found.earlier.len()), (1, 0, 1));
        run(&store, &found.steps(choice, stamp(90)), stamp(90)).unwrap();
        let kept = nights::decode(day, &store.get(&key).unwrap()).unwrap();
        assert_eq!(kept.before.map(|before| before.intensity.value()), expected, "{choice:?}");
    }
}

#[test]
fn a_locked_copy_is_told_from_a_damaged_one() {
    let locked = r#"{"app":"quiet-legs","kind":"locked copy","version":7,"saved":"","data":{}}"#;
    assert_eq!(preview(&Memory::default(), locked), Err(Refused::Locked));
    assert_eq!(preview(&Memory::default(), &locked.replace("locked copy", "cupboard")), Err(Refused::Damaged));
}

/// Version 1 of a night as its release wrote it, written down here a second time and never changed. A later version
/// gets a writer of its own beside it, and the same law.
fn night_as_release_1_wrote_it(day: &str, kept: &Versions<Entry>) -> String {
    let entry = |entry: &Entry| {
        let mut said = json!({
            "intensity": entry.intensity.value(),
            "created": entry.created.to_string(),
            "edited": entry.edited.to_string(),
            "extras": entry.extras.iter().map(|extra| extra.code()).collect::<Vec<_>>(),
            "note": entry.note,
        });
        let mut put = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                said[name] = value;
            }
        };
        put("start", entry.start.map(|v| v.code().into()));
        put("at", entry.at.map(|at| at.to_string().into()));
        put("activity", entry.activity.map(|v| v.code().into()));
        put("caffeine", entry.caffeine.map(|v| v.code().into()));
        put("alcohol", entry.alcohol.map(|v| v.code().into()));
        put("taken", entry.taken.clone().map(Value::from));
        put("lost", entry.lost.map(Value::from));
        put("got_up", entry.got_up.map(Value::from));
        said
    };
    let mut data = json!({ "night": day, "now": entry(&kept.now) });
    if let Some(before) = &kept.before {
        data["before"] = entry(before);
    }
    json!({ "app": "quiet-legs", "kind": "night", "version": 1, "saved": kept.now.edited.to_string(), "data": data })
        .to_string()
}

type Texts = BTreeMap<String, String>;

/// A device: some of a few nights, results and changes, so that two devices share some.
fn any_device() -> impl Strategy<Value = Texts> {
    let nights = prop::collection::btree_map(1_u8..5, any_night(), 0..4);
    let labs = prop::collection::btree_map(1_u8..3, any_lab(), 0..3);
    let changes = prop::collection::btree_map(1_u8..3, any_change(), 0..3);
    (nights, labs, changes).prop_map(|(days, labs, changes)| {
        let mut texts = Texts::new();
        for (day, kept) in days {
            let day = night(&format!("2026-10-{day:02}"));
            texts.insert(night_key(day), nights::encode(day, &kept));
        }
        texts.extend(labs.iter().map(|(id, kept)| (format!("{LAB}{id}"), lab::encode(kept))));
        texts.extend(changes.iter().map(|(id, kept)| (format!("{CHANGE}{id}"), change::encode(kept))));
        texts
    })
}

fn device(texts: &Texts) -> Memory {
    let store = Memory::default();
    texts.iter().for_each(|(key, text)| store.put(key, text));
    store
}

/// Brings the copy of one device into another, which keeps both.
fn brought(into: &Texts, from: &Texts) -> Texts {
    let store = device(into);
    let copy = export(&device(from), SAVED).unwrap();
    assert!(copy.left_out.is_empty());
    match preview(&store, &copy.text) {
        Ok(found) => drop(run(&store, &found.steps(Choice::Both, stamp(50)), stamp(50)).unwrap()),
        Err(refused) => assert!(refused == Refused::Empty && from.is_empty()),
    }
    store.records()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_copy_brought_into_an_empty_device_is_the_same_to_the_letter(texts in any_device(), theme in prop::sample::select(&Theme::ALL[..]), answer in any::<String>()) {
        let mut texts = texts;
        let mut answered = check::Kept { saved: SAVED.into(), ..check::Kept::default() };
        answered.answers.set("stopped_what", &answer);
        texts.insert(CHECK.into(), check::encode(&answered));
        texts.insert(SETTINGS.into(), settings::encode(Settings { theme, keep: true }, SAVED));
        let copy = export(&device(&texts), SAVED).unwrap();
        prop_assert_eq!(brought(&Texts::new(), &texts), texts.clone());
        prop_assert_eq!(export(&device(&texts), SAVED).unwrap(), copy);
    }

    #[test]
    fn it_makes_no_difference_whose_copy_is_brought_in(a in any_device(), b in any_device()) {
        prop_assert_eq!(brought(&a, &b), brought(&b, &a));
    }

    #[test]
    fn it_makes_no_difference_in_which_order_three_copies_are_brought_in(a in any_device(), b in any_device(), c in any_device()) {
        prop_assert_eq!(brought(&brought(&a, &b), &c), brought(&a, &brought(&b, &c)));
    }

    #[test]
    fn bringing_a_copy_in_twice_changes_nothing(a in any_device(), b in any_device()) {
        let met = brought(&a, &b);
        prop_assert_eq!(brought(&met, &b), met.clone());
        prop_assert_eq!(brought(&met, &met), met);
    }

    #[test]
    fn whatever_is_chosen_a_whole_import_is_undone_to_the_letter(a in any_device(), b in any_device()) {
        for choice in [Choice::Mine, Choice::Theirs, Choice::Both] {
            let store = device(&a);
            let Ok(found) = preview(&store, &export(&device(&b), SAVED).unwrap().text) else { continue };
            let done = run(&store, &found.steps(choice, stamp(50)), stamp(50)).unwrap();
            run(&store, &reversed(&done.steps), stamp(60)).unwrap();
            prop_assert_eq!(store.records(), a.clone());
        }
    }

    #[test]
    fn every_night_any_release_wrote_is_read_whole(kept in any_night()) {
        let day = night("2026-10-25");
        let releases = [night_as_release_1_wrote_it];
        for write in releases {
            prop_assert_eq!(nights::decode(day, &write("2026-10-25", &kept)), Ok(kept.clone()));
        }
    }

    #[test]
    fn reading_and_writing_anew_changes_no_record(texts in any_device()) {
        for (key, text) in texts {
            prop_assert_eq!(Kind::of(&key).unwrap().canonical(&text), Ok(text));
        }
    }

    #[test]
    fn of_two_different_entries_in_one_file_none_is_chosen_silently(a in any_entry(), b in any_entry()) {
        let day = night("2026-10-25");
        let texts = [&a, &b].map(|entry| nights::encode(day, &Versions::first(entry.clone())));
        let copy = file(&[("night.2026-10-25", &texts[0]), ("night.2026-10-25", &texts[1])]);
        match preview(&Memory::default(), &copy) {
            Ok(found) => prop_assert_eq!((found.new.len(), a == b), (1, true)),
            Err(refused) => prop_assert_eq!((refused, a == b), (Refused::Empty, false)),
        }
        prop_assert!(night_key(day).starts_with(PREFIX));
    }
}
