//! What the person wants of the appointment comes back as it was written, and two tabs lose nothing of it.

mod diary_support;

use diary_support::{Memory, any_wishes, stamp};
use proptest::prelude::*;
use quiet_legs::records::WISHES;
use quiet_legs::records::copy::export;
use quiet_legs::records::envelope::ReadError;
use quiet_legs::records::import::{Choice, preview};
use quiet_legs::records::journal::run;
use quiet_legs::records::kind::Kind;
use quiet_legs::records::save::save;
use quiet_legs::records::versions::Versions;
use quiet_legs::records::wishes::{LONGEST_QUESTIONS, Wishes, decode, encode, mark};

/// As version 1 lies on devices. Never change this text.
const WISHES_1: &str = r#"{"app":"quiet-legs","kind":"wishes","version":1,"saved":"2023-11-14T22:15:00Z","data":{"now":{"questions":"Für Elise?\nWhy at night?","left_out":["ask.iron"],"ticked":["ferritin","tsat"],"clinician":true,"edited":"2023-11-14T22:15:00Z"},"before":{"clinician":false,"edited":"2023-11-14T22:13:20Z"}}}"#;

fn asked(questions: &str, seconds: i64) -> Wishes {
    Wishes { questions: questions.into(), edited: stamp(seconds), ..Wishes::NONE }
}

#[test]
fn wishes_kept_by_version_1_are_read_and_written_as_they_always_were() {
    let kept = decode(WISHES_1).unwrap();
    assert_eq!(kept.now.questions, "Für Elise?\nWhy at night?");
    assert_eq!((kept.now.left_out.as_slice(), kept.now.ticked.len()), (["ask.iron".to_owned()].as_slice(), 2));
    assert!(kept.now.clinician && kept.before.as_ref().is_some_and(|before| before.questions.is_empty()));
    assert_eq!(encode(&kept), WISHES_1);
}

#[test]
fn wishes_have_one_key_are_in_copies_and_keep_the_version_before() {
    assert_eq!(Kind::of(WISHES), Some(Kind::Wishes));
    assert_eq!(Kind::of("quiet-legs.wishes.2"), None);
    assert!(Kind::Wishes.keeps_both() && Kind::Wishes.is_copied());
}

#[test]
fn what_is_no_wishes_is_unreadable() {
    let other = [
        (r#""clinician":true"#, r#""clinician":"yes""#),
        (r#"["ask.iron"]"#, r#"[""]"#),
        (r#""ticked":["#, r#""marked":["#),
        (r#""edited":"2023-11-14T22:15:00Z""#, r#""edited":"today""#),
    ];
    let long_id = format!(r#"["{}"]"#, "a".repeat(81));
    let many = format!(r#"["x"{}]"#, r#","x""#.repeat(300));
    let long = "a".repeat(LONGEST_QUESTIONS + 1);
    let grown = [(r#"["ask.iron"]"#, long_id.as_str()), (r#"["ask.iron"]"#, &many), ("Für Elise?", &long)];
    for (from, to) in other.into_iter().chain(grown) {
        let text = WISHES_1.replace(from, to);
        assert_ne!(text, WISHES_1, "{from}");
        assert_eq!(decode(&text), Err(ReadError::Unreadable), "{from} -> {to}");
    }
    assert_eq!(decode(&WISHES_1.replace(r#""version":1"#, r#""version":2"#)), Err(ReadError::Newer));
}

#[test]
fn questions_longer_than_we_keep_are_cut_and_read_back() {
    let mut long = asked(&"ü".repeat(LONGEST_QUESTIONS + 9), 0);
    long.ticked = vec!["x".repeat(81), "ferritin".into()];
    let kept = decode(&encode(&Versions::first(long))).unwrap().now;
    assert_eq!((kept.questions.chars().count(), kept.ticked), (LONGEST_QUESTIONS, vec!["ferritin".to_owned()]));
}

#[test]
fn questions_of_two_tabs_are_both_there_still() {
    let store = Memory::default();
    save(&store, WISHES, &encode(&Versions::first(asked("one", 5))), stamp(5)).unwrap();
    save(&store, WISHES, &encode(&Versions::first(asked("two", 3))), stamp(6)).unwrap();
    let kept = decode(&store.get(WISHES).unwrap()).unwrap();
    assert_eq!((kept.now, kept.before), (asked("one", 5), Some(asked("two", 3))));
}

#[test]
fn wishes_are_in_a_copy_and_come_back_from_it_in_front_when_chosen() {
    let store = Memory::default();
    save(&store, WISHES, &encode(&Versions::first(asked("theirs", 0))), stamp(0)).unwrap();
    let copy = export(&store, "2026-11-30T03:00").unwrap();
    let other = Memory::default();
    run(&other, &preview(&other, &copy.text).unwrap().steps(Choice::Both, stamp(9)), stamp(9)).unwrap();
    assert_eq!(other.get(WISHES), store.get(WISHES));
    assert_eq!(preview(&other, &copy.text).unwrap().same, 1);
    let later = Memory::default();
    save(&later, WISHES, &encode(&Versions::first(asked("mine", 7))), stamp(7)).unwrap();
    let found = preview(&later, &copy.text).unwrap();
    run(&later, &found.steps(Choice::Theirs, stamp(9)), stamp(9)).unwrap();
    let kept = decode(&later.get(WISHES).unwrap()).unwrap();
    assert_eq!((kept.now.questions.as_str(), kept.before), ("theirs", Some(asked("mine", 7))));
}

#[test]
fn a_mark_is_there_once_or_not_at_all() {
    let mut list = vec!["a".to_owned()];
    mark(&mut list, "b", true);
    mark(&mut list, "b", true);
    assert_eq!(list, ["a", "b"]);
    mark(&mut list, "a", false);
    mark(&mut list, "a", false);
    assert_eq!(list, ["b"]);
}

proptest! {
    #[test]
    fn all_wishes_come_back_as_they_were(kept in any_wishes()) {
        prop_assert_eq!(decode(&encode(&kept)), Ok(kept));
    }

    #[test]
    fn it_makes_no_difference_which_of_two_versions_comes_first(a in any_wishes(), b in any_wishes()) {
        let (a, b) = (encode(&a), encode(&b));
        prop_assert_eq!(Kind::Wishes.merge(&a, &b), Kind::Wishes.merge(&b, &a));
        prop_assert_eq!(Kind::Wishes.merge(&a, &a), Ok(a));
    }
}
