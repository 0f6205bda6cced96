//! A saved copy comes back whole, changes nothing that was not asked for, and is undone whole; a damaged one changes nothing.

mod diary_support;

use diary_support::{Memory, any_night, entry, night, stamp};
use proptest::prelude::*;
use quiet_legs::records::copy::export;
use quiet_legs::records::import::{Choice, preview};
use quiet_legs::records::journal::{reversed, run};
use quiet_legs::records::kind::night_key;
use quiet_legs::records::night::{decode, encode};
use quiet_legs::records::versions::Versions;

const SAVED: &str = "2026-11-25T03:00";
const DAYS: [&str; 3] = ["2026-11-22", "2026-11-23", "2026-11-24"];

fn with(strengths: [Option<u8>; 3]) -> Memory {
    let store = Memory::default();
    for (day, strength) in DAYS.into_iter().zip(strengths) {
        if let Some(strength) = strength {
            store.put(
                &night_key(night(day)),
                &encode(night(day), &Versions::first(entry(strength, i64::from(strength)))),
            );
        }
    }
    store
}

fn strength(store: &Memory, day: &str) -> Option<u8> {
    let text = store.get(&night_key(night(day)))?;
    Some(decode(night(day), &text).unwrap().now.intensity.value())
}

#[test]
fn a_copy_brought_into_an_empty_device_is_what_was_saved() {
    let full = with([Some(1), Some(5), Some(9)]);
    let copy = export(&full, SAVED).unwrap();
    assert!(copy.left_out.is_empty());
    let empty = Memory::default();
    let found = preview(&empty, &copy.text).unwrap();
    assert_eq!((found.new.len(), found.same, found.differing.len()), (3, 0, 0));
    run(&empty, &found.steps(Choice::Mine, stamp(50)), stamp(50)).unwrap();
    assert_eq!(DAYS.map(|day| strength(&empty, day)), [Some(1), Some(5), Some(9)]);
    let again = preview(&empty, &copy.text).unwrap();
    assert_eq!((again.new.len(), again.same, again.differing.len()), (0, 3, 0));
}

#[test]
fn each_choice_does_what_it_says_and_a_whole_import_is_undone() {
    let copy = export(&with([Some(1), Some(5), None]), SAVED).unwrap().text;
    for (choice, expected) in [
        (Choice::Mine, [Some(1), Some(3), Some(8)]),
        (Choice::Theirs, [Some(1), Some(5), Some(8)]),
        (Choice::Both, [Some(1), Some(5), Some(8)]),
    ] {
        let store = with([None, Some(3), Some(8)]);
        let before = store.records();
        let found = preview(&store, &copy).unwrap();
        assert_eq!((found.new.len(), found.same, found.differing.len()), (1, 0, 1));
        let done = run(&store, &found.steps(choice, stamp(50)), stamp(50)).unwrap();
        assert_eq!(DAYS.map(|day| strength(&store, day)), expected, "{choice:?}");
        run(&store, &reversed(&done.steps), stamp(60)).unwrap();
        assert_eq!(store.records(), before, "{choice:?}, undone");
    }
}

#[test]
fn what_is_no_copy_of_ours_is_refused() {
    let store = with([Some(1), None, None]);
    for text in ["", "{}", "[]", "null", "not json", "{\"app\":\"another\"}"] {
        assert!(preview(&store, text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn any_nights_come_back_as_they_were(nights in prop::collection::vec(any_night(), 1..8)) {
        let full = Memory::default();
        for (day, versions) in (1_u8..).zip(&nights) {
            let day = night(&format!("2026-10-{day:02}"));
            full.put(&night_key(day), &encode(day, versions));
        }
        let copy = export(&full, SAVED).unwrap();
        let empty = Memory::default();
        let found = preview(&empty, &copy.text).unwrap();
        run(&empty, &found.steps(Choice::Mine, stamp(50)), stamp(50)).unwrap();
        for day in (1_u8..).zip(&nights).map(|(day, _)| night(&format!("2026-10-{day:02}"))) {
            prop_assert_eq!(decode(day, &empty.get(&night_key(day)).unwrap()), decode(day, &full.get(&night_key(day)).unwrap()));
        }
    }

    #[test]
    fn a_damaged_copy_never_panics_and_looking_changes_nothing(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let store = with([Some(2), None, Some(7)]);
        let before = store.records();
        let mut bytes = export(&with([Some(1), Some(5), Some(9)]), SAVED).unwrap().text.into_bytes();
        let place = at.index(bytes.len());
        if cut { bytes.truncate(place) } else { bytes[place] = byte }
        let _ = preview(&store, &String::from_utf8_lossy(&bytes));
        prop_assert_eq!(store.records(), before);
    }
}
