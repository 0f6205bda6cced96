//! Nothing is lost when the store is blocked, full, lying, raced by another tab or gone half way.

mod diary_support;

use diary_support::{Memory, any_night, entry, night, stamp};
use proptest::prelude::*;
use quiet_legs::diary::entry::Entry;
use quiet_legs::diary::night::Night;
use quiet_legs::records::journal::{ChangeError, Step, reversed, run};
use quiet_legs::records::kind::night_key;
use quiet_legs::records::layered::Layered;
use quiet_legs::records::night::{decode, encode};
use quiet_legs::records::recover::{Recovered, recover, set_aside_if_broken};
use quiet_legs::records::save::{SaveError, save};
use quiet_legs::records::store::Store;
use quiet_legs::records::versions::Versions;
use quiet_legs::records::{JOURNAL, QUARANTINE, SAFETY};

const NEWER: &str = r#"{"app":"quiet-legs","kind":"night","version":2,"saved":"","data":{}}"#;

fn monday() -> Night {
    night("2026-11-23")
}

fn key() -> String {
    night_key(monday())
}

fn text(intensity: u8, seconds: i64) -> String {
    encode(monday(), &Versions::first(entry(intensity, seconds)))
}

fn kept(store: &Memory) -> Versions<Entry> {
    decode(monday(), &store.get(&key()).unwrap()).unwrap()
}

fn strengths(versions: &Versions<Entry>) -> (u8, Option<u8>) {
    (versions.now.intensity.value(), versions.before.as_ref().map(|before| before.intensity.value()))
}

#[test]
fn a_saved_night_is_there_and_what_lay_there_is_the_version_before() {
    let store = Memory::default();
    save(&store, &key(), &text(3, 10), stamp(10)).unwrap();
    save(&store, &key(), &text(5, 20), stamp(20)).unwrap();
    assert_eq!(strengths(&kept(&store)), (5, Some(3)));
}

#[test]
fn a_form_opened_before_another_tab_saved_loses_neither_version() {
    let store = Memory::default();
    save(&store, &key(), &text(7, 30), stamp(30)).unwrap();
    let saved = save(&store, &key(), &text(4, 20), stamp(31)).unwrap();
    assert_eq!(strengths(&kept(&store)), (7, Some(4)), "the later edit stays in front");
    assert_eq!(Some(saved.text), store.get(&key()), "and the caller is told what lies there");
}

#[test]
fn another_tab_writing_the_same_night_in_the_same_moment_loses_neither_version() {
    let store = Memory::default();
    *store.rival.borrow_mut() = Some((key(), text(8, 12)));
    save(&store, &key(), &text(3, 10), stamp(10)).unwrap();
    assert_eq!(strengths(&kept(&store)), (8, Some(3)));
}

#[test]
fn a_blocked_store_says_so_and_a_full_one_says_so() {
    let store = Memory::default();
    store.blocked.set(true);
    assert_eq!(save(&store, &key(), &text(3, 10), stamp(10)), Err(SaveError::Blocked));
    store.blocked.set(false);
    store.room.set(Some(10));
    assert_eq!(save(&store, &key(), &text(3, 10), stamp(10)), Err(SaveError::Full));
    assert!(store.texts.borrow().is_empty());
    store.room.set(None);
    save(&store, &key(), &text(3, 10), stamp(10)).expect("after space is made it saves itself");
}

#[test]
fn a_full_store_keeps_what_lay_there() {
    let store = Memory::default();
    save(&store, &key(), &text(3, 10), stamp(10)).unwrap();
    let before = store.records();
    store.room.set(Some(key().len() + text(3, 10).len()));
    assert_eq!(save(&store, &key(), &text(5, 20), stamp(20)), Err(SaveError::Full));
    assert_eq!(store.records(), before);
}

#[test]
fn a_text_that_did_not_arrive_whole_is_not_called_saved() {
    let store = Memory::default();
    store.halves.set(true);
    assert!(save(&store, &key(), &text(3, 10), stamp(10)).is_err());
}

#[test]
fn a_broken_text_is_set_aside_letter_for_letter_before_its_key_is_written() {
    let store = Memory::default();
    store.put(&key(), "hello");
    let saved = save(&store, &key(), &text(3, 10), stamp(10)).unwrap();
    let aside = saved.set_aside.unwrap();
    assert!(aside.starts_with(QUARANTINE) && aside.ends_with("night.2026-11-23"), "{aside}");
    assert_eq!(store.get(&aside).as_deref(), Some("hello"));
    assert_eq!(strengths(&kept(&store)), (3, None));
}

#[test]
fn two_broken_texts_of_one_second_are_both_set_aside() {
    let store = Memory::default();
    for broken in ["hello", "world"] {
        store.put(&key(), broken);
        set_aside_if_broken(&store, &key(), stamp(10)).unwrap().unwrap();
    }
    let texts: Vec<String> = store.records().into_values().collect();
    assert_eq!(texts.len(), 2);
    assert!(texts.contains(&"hello".to_owned()) && texts.contains(&"world".to_owned()));
    assert_eq!(store.get(&key()), None);
}

#[test]
fn where_there_is_no_room_to_set_it_aside_a_broken_text_stays_where_it_is() {
    let store = Memory::default();
    store.put(&key(), "hello");
    store.room.set(Some(60));
    assert_eq!(save(&store, &key(), &text(3, 10), stamp(10)), Err(SaveError::Full));
    assert_eq!(store.get(&key()).as_deref(), Some("hello"));
}

#[test]
fn a_night_of_a_newer_release_is_read_only() {
    let store = Memory::default();
    store.put(&key(), NEWER);
    assert_eq!(save(&store, &key(), &text(3, 10), stamp(10)), Err(SaveError::Newer));
    assert_eq!(set_aside_if_broken(&store, &key(), stamp(10)), Ok(None));
    assert_eq!(store.get(&key()).as_deref(), Some(NEWER));
}

#[test]
fn nothing_that_could_not_be_read_again_is_ever_written() {
    let store = Memory::default();
    assert_eq!(save(&store, &key(), "hello", stamp(10)), Err(SaveError::Invalid));
    assert_eq!(save(&store, "quiet-legs.other", &text(3, 10), stamp(10)), Err(SaveError::Invalid));
    assert!(store.texts.borrow().is_empty());
}

#[test]
fn saving_costs_the_same_after_ten_years() {
    let calls = |nights: i32| {
        let store = Memory::default();
        for back in 1..=nights {
            let night = monday().plus(-back).unwrap();
            store.put(&night_key(night), &encode(night, &Versions::first(entry(3, 0))));
        }
        store.calls.set(0);
        save(&store, &key(), &text(3, 10), stamp(10)).unwrap();
        store.calls.get()
    };
    assert_eq!(calls(3652), calls(14));
}

/// Moves Monday to Tuesday, where something lies already, and deletes Wednesday.
fn move_and_delete(store: &Memory) -> Vec<Step> {
    let nights = [monday(), night("2026-11-24"), night("2026-11-25")];
    for (night, strength) in nights.into_iter().zip([3, 6, 9]) {
        store.put(&night_key(night), &encode(night, &Versions::first(entry(strength, 0))));
    }
    let [from, onto, away] = nights;
    let step = |night: Night, to| Step { key: night_key(night), from: store.get(&night_key(night)), to };
    let moved = Versions::first(entry(6, 0)).edit(entry(3, 0), stamp(5));
    vec![step(onto, Some(encode(onto, &moved))), step(from, None), step(away, None)]
}

fn after(store: &Memory, steps: &[Step]) -> Vec<Option<String>> {
    steps.iter().map(|step| store.get(&step.key)).collect()
}

#[test]
fn a_change_of_several_nights_is_made_and_undone_whole() {
    let store = Memory::default();
    let steps = move_and_delete(&store);
    let before = store.records();
    let done = run(&store, &steps, stamp(5)).unwrap();
    assert!(done.left.is_empty());
    assert_eq!(after(&store, &steps), steps.iter().map(|step| step.to.clone()).collect::<Vec<_>>());
    run(&store, &reversed(&done.steps), stamp(6)).unwrap();
    assert_eq!(store.records(), before);
}

#[test]
fn a_change_that_breaks_off_anywhere_is_finished_or_has_not_begun() {
    for writes in 0..12 {
        let store = Memory::default();
        let steps = move_and_delete(&store);
        let before = store.records();
        store.writes_left.set(Some(writes));
        let made = run(&store, &steps, stamp(5));
        store.writes_left.set(None);
        store.blocked.set(false);
        let recovered = recover(&store, stamp(60)).unwrap();
        assert!(!store.records().keys().any(|key| key.starts_with(JOURNAL)), "{writes}");
        let whole = after(&store, &steps) == steps.iter().map(|step| step.to.clone()).collect::<Vec<_>>();
        match (made, recovered.as_slice()) {
            (Ok(_), _) | (Err(ChangeError::Unfinished), [Recovered::Finished]) => assert!(whole, "{writes}"),
            (Err(ChangeError::Unchanged(_) | ChangeError::Unfinished), []) => {
                assert_eq!(store.records(), before, "{writes}")
            }
            other => panic!("{writes}: {other:?}"),
        }
    }
}

#[test]
fn without_room_for_the_journal_nothing_is_changed() {
    let probe = Memory::default();
    let steps = move_and_delete(&probe);
    let begun: usize = probe.records().iter().map(|(key, text)| key.len() + text.len()).sum();
    for room in (begun..begun + 6_000).step_by(50) {
        let store = Memory::default();
        move_and_delete(&store);
        let before = store.records();
        store.room.set(Some(room));
        match run(&store, &steps, stamp(5)) {
            Ok(_) => assert_ne!(store.records(), before),
            Err(error) => {
                assert_eq!(error, ChangeError::Unchanged(SaveError::Full), "{room}");
                assert_eq!(store.records(), before, "{room}");
            }
        }
    }
}

#[test]
fn a_change_left_over_without_room_to_finish_is_undone() {
    let store = Memory::default();
    let steps = move_and_delete(&store);
    let before = store.records();
    run(&store, &steps, stamp(5)).unwrap();
    // As if the tab had closed after the first step, and the room gone since.
    let journal = format!(
        r#"{{"app":"quiet-legs","kind":"journal","version":1,"saved":"","data":{}}}"#,
        serde_json::to_string(&reversed(&steps)).unwrap()
    );
    store.texts.borrow_mut().retain(|key, _| !key.starts_with(SAFETY));
    let done = store.records();
    store.put(&format!("{JOURNAL}2026-11-24T02:41:09Z"), &journal);
    let size: usize = store.texts.borrow().iter().map(|(key, text)| key.len() + text.len()).sum();
    store.room.set(Some(size));
    assert_eq!(recover(&store, stamp(60)), Ok(vec![Recovered::Undone]));
    assert_eq!(store.records(), done);
    assert_ne!(done, before);
}

#[test]
fn a_broken_journal_is_set_aside_and_one_of_a_newer_release_left_alone() {
    let store = Memory::default();
    let newer = NEWER.replace("night", "journal");
    store.put(&format!("{JOURNAL}a"), "hello");
    store.put(&format!("{JOURNAL}b"), &newer);
    assert_eq!(recover(&store, stamp(60)), Ok(vec![Recovered::SetAside, Recovered::Newer]));
    assert_eq!(store.get(&format!("{JOURNAL}b")), Some(newer));
    assert!(store.records().into_values().any(|text| text == "hello"));
}

#[test]
fn what_was_edited_after_a_change_stays_edited_when_the_change_is_undone() {
    let store = Memory::default();
    let steps = move_and_delete(&store);
    let done = run(&store, &steps, stamp(5)).unwrap();
    let onto = night("2026-11-24");
    save(&store, &night_key(onto), &encode(onto, &Versions::first(entry(10, 500))), stamp(500)).unwrap();
    run(&store, &reversed(&done.steps), stamp(600)).unwrap();
    let now = decode(onto, &store.get(&night_key(onto)).unwrap()).unwrap().now;
    assert_eq!(now.intensity.value(), 10);
    assert!(store.get(&key()).is_some(), "and the rest is back");
}

#[test]
fn a_night_somebody_edited_meanwhile_is_not_deleted() {
    let store = Memory::default();
    let steps = move_and_delete(&store);
    let away = night("2026-11-25");
    save(&store, &night_key(away), &encode(away, &Versions::first(entry(2, 50))), stamp(50)).unwrap();
    let done = run(&store, &steps, stamp(60)).unwrap();
    assert_eq!(done.left, [night_key(away)]);
    assert!(store.get(&night_key(away)).is_some());
}

#[test]
fn the_newest_two_safety_copies_are_kept() {
    let store = Memory::default();
    for seconds in 0..5 {
        let steps = move_and_delete(&store);
        run(&store, &steps, stamp(seconds)).unwrap();
    }
    let copies: Vec<String> = store.texts.borrow().keys().filter(|key| key.starts_with(SAFETY)).cloned().collect();
    assert_eq!(copies, [format!("{SAFETY}{}", stamp(3)), format!("{SAFETY}{}", stamp(4))]);
}

#[test]
fn a_copy_made_after_the_clock_was_set_back_is_not_the_one_thrown_away() {
    let store = Memory::default();
    for seconds in [100, 200, 300, -5_000] {
        let steps = move_and_delete(&store);
        run(&store, &steps, stamp(seconds)).unwrap();
    }
    assert!(store.get(&format!("{SAFETY}{}", stamp(-5_000))).is_some());
}

proptest! {
    #[test]
    fn whatever_lay_there_saving_keeps_both_or_says_why_not(there in any_night(), mine in any_night(), room in 0_usize..2_000) {
        let store = Memory::default();
        store.put(&key(), &encode(monday(), &there));
        store.room.set(Some(room + key().len()));
        let before = store.get(&key());
        match save(&store, &key(), &encode(monday(), &mine), stamp(50)) {
            Ok(_) => prop_assert_eq!(kept(&store), there.merge(mine)),
            Err(error) => {
                prop_assert_eq!(error, SaveError::Full);
                prop_assert_eq!(store.get(&key()), before);
            }
        }
    }

    #[test]
    fn tabs_that_save_in_turn_lose_no_night(saves in prop::collection::vec((0_i32..20, 0_u8..=10), 1..200)) {
        let store = Memory::default();
        for (at, (days, strength)) in saves.iter().enumerate() {
            let night = monday().plus(*days).unwrap();
            let mine = Versions::first(entry(*strength, at as i64));
            save(&store, &night_key(night), &encode(night, &mine), stamp(at as i64)).unwrap();
        }
        for (days, _) in &saves {
            let night = monday().plus(*days).unwrap();
            let last = saves.iter().rev().find(|save| save.0 == *days).unwrap().1;
            let kept = decode(night, &store.get(&night_key(night)).unwrap()).unwrap();
            prop_assert_eq!(kept.now.intensity.value(), last);
        }
    }
}

#[test]
fn what_memory_let_go_of_is_not_written_when_there_is_room_again() {
    let layered = Layered::new(Memory::default(), false);
    layered.hold(&key(), text(3, 10));
    layered.hold(&night_key(night("2026-11-22")), encode(night("2026-11-22"), &Versions::first(entry(4, 11))));
    layered.let_go(&key());
    assert_eq!((layered.retry(stamp(12)), layered.read(&key())), (0, Ok(None)));
    layered.hold(&key(), text(3, 10));
    layered.let_all_go();
    assert_eq!(layered.retry(stamp(13)), 0);
    assert_eq!(layered.keys().unwrap(), [night_key(night("2026-11-22"))]);
}
