//! Damaged files and damaged keys, thousands of them, each made from a seed: nothing panics, nothing is changed on
//! failure, every refusal has a reason, and what lay on the device is still somewhere. `make mutated` tries 100,000 of
//! each.

mod diary_support;
mod laws_support;
mod mutations;

use diary_support::{Memory, entry, night, stamp};
use laws_support::people;
use mutations::{Seed, mutated};
use quiet_legs::diary::clock::Clock;
use quiet_legs::diary::entry::{Activity, Alcohol, Caffeine, Extra, Moment};
use quiet_legs::records::copy::export;
use quiet_legs::records::import::{Choice, Left, Refused, preview};
use quiet_legs::records::journal::{ChangeError, Step, reversed, run};
use quiet_legs::records::kind::{Kind, night_key};
use quiet_legs::records::locked::{self, Header, IV, ROUNDS, SALT};
use quiet_legs::records::recover::{recover, set_aside_if_broken};
use quiet_legs::records::save::save;
use quiet_legs::records::settings::{self, Settings};
use quiet_legs::records::usage::{nights, usage};
use quiet_legs::records::versions::Versions;
use quiet_legs::records::{CHECK, JOURNAL, PREFIX, QUARANTINE, SETTINGS, WISHES, check, night as kept_night};
use std::collections::BTreeMap;

const SAVED: &str = "2026-11-25T03:00";
const LAB: &str = r#"{"app":"quiet-legs","kind":"lab","version":1,"saved":"2023-11-14T22:13:20Z","data":{"now":{"test":"ferritin","value":"49.9","unit":"ug_l","day":"2026-03-01","created":"2023-11-14T22:13:20Z","edited":"2023-11-14T22:13:20Z"}}}"#;
const CHANGE: &str = r#"{"app":"quiet-legs","kind":"change","version":1,"saved":"2023-11-14T22:13:20Z","data":{"now":{"what":"iron_tablets","name":"Ferro","day":"2026-03-01","created":"2023-11-14T22:13:20Z","edited":"2023-11-14T22:13:20Z"}}}"#;
const WISHED: &str = r#"{"app":"quiet-legs","kind":"wishes","version":1,"saved":"2023-11-14T22:15:00Z","data":{"now":{"questions":"Für Elise?\nWarum?","left_out":["ask.iron"],"ticked":["ferritin"],"clinician":true,"edited":"2023-11-14T22:15:00Z"},"before":{"clinician":false,"edited":"2023-11-14T22:13:20Z"}}}"#;

/// How many of each: a few in every test run, 100,000 by `make mutated`.
fn cases() -> u64 {
    people(1_500).cases.into()
}

/// A device with one of everything, and some nights that lie apart from those of another one.
fn device(strength: u8, days: std::ops::Range<u8>) -> Memory {
    let store = Memory::default();
    for at in days {
        let day = night(&format!("2026-11-{at:02}"));
        let mut now = entry((strength + at) % 11, i64::from(strength) + 10);
        now.start = Some(Moment::WokeMe);
        now.at = Some(Clock::from_minutes(u32::from(at) * 60));
        now.activity = Some(Activity::Light);
        now.caffeine = Some(Caffeine::Late);
        now.alcohol = Some(Alcohol::One);
        now.taken = Some(vec!["Zoloft".into(), "Eisen \"Plus\"".into()]);
        now.extras = vec![Extra::Bath];
        now.note = "Für Elise \u{1f319}".into();
        let before = (at % 2 == 0).then(|| entry(at % 11, 0));
        store.put(&night_key(day), &kept_night::encode(day, &Versions { now, before }));
    }
    let mut answered = check::Kept { page: "relief".into(), saved: SAVED.into(), ..check::Kept::default() };
    answered.answers.set("age", "51");
    store.put("quiet-legs.lab.a1", LAB);
    store.put("quiet-legs.change.b2", CHANGE);
    store.put(WISHES, WISHED);
    store.put(CHECK, &check::encode(&answered));
    store.put(SETTINGS, &settings::encode(Settings::default(), SAVED));
    store
}

/// Every text that was on the device is a text of it still, or the version before of one.
fn nothing_is_lost(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>, case: u64) {
    for (key, text) in before.iter().filter(|(key, _)| Kind::of(key).is_some_and(Kind::keeps_both)) {
        let kind = Kind::of(key).unwrap();
        let there = after.get(key).unwrap_or_else(|| panic!("case {case}: {key} is gone"));
        assert!(kind.canonical(there).is_ok(), "case {case}: {key} is broken");
        let Kind::Night(day) = kind else { continue };
        let (mine, now) = (kept_night::decode(day, text).unwrap().now, kept_night::decode(day, there).unwrap());
        assert!(now.now == mine || now.before == Some(mine), "case {case}: {key} lost what the person had");
    }
}

#[test]
fn a_damaged_file_changes_nothing_it_should_not_and_always_says_why() {
    let theirs = device(3, 1..5);
    let copy = export(&theirs, SAVED).unwrap().text;
    let mine = device(6, 3..8);
    let mine = mine.records();
    let (mut refused, mut taken, mut left) = (BTreeMap::new(), 0_u64, BTreeMap::new());
    for case in 0..cases() {
        let mut seed = Seed::new(case);
        let text = mutated(&copy, &mut seed);
        let store = Memory::default();
        *store.texts.borrow_mut() = mine.clone();
        let found = match preview(&store, &text) {
            Ok(found) => found,
            Err(why) => {
                assert!(!matches!(why, Refused::Store(_)), "case {case}");
                assert_eq!(store.records(), mine, "case {case}: refused, and yet something changed");
                *refused.entry(format!("{why:?}")).or_insert(0_u64) += 1;
                continue;
            }
        };
        assert_eq!(store.records(), mine, "case {case}: looking changed something");
        taken += 1;
        for (key, why) in &found.left {
            assert!(key.starts_with(PREFIX) && !matches!(why, Left::MineNewer | Left::MineUnreadable), "case {case}");
            *left.entry(format!("{why:?}")).or_insert(0_u64) += 1;
        }
        let choice = [Choice::Mine, Choice::Theirs, Choice::Both][seed.below(3)];
        let steps = found.steps(choice, stamp(90));
        // No room for all of it: nothing was changed.
        let room = store.texts.borrow().iter().map(|(key, text)| key.len() + text.len()).sum::<usize>();
        store.room.set(Some(room + seed.below(4_000)));
        match run(&store, &steps, stamp(90)) {
            Ok(_) => nothing_is_lost(&mine, &store.records(), case),
            Err(ChangeError::Unchanged(_)) => assert_eq!(store.records(), mine, "case {case}: failed half way"),
            Err(ChangeError::Unfinished) => panic!("case {case}: left half way"),
        }
        // Room for all of it: done, and undone to the letter.
        store.room.set(None);
        *store.texts.borrow_mut() = mine.clone();
        let done = run(&store, &steps, stamp(90)).unwrap();
        nothing_is_lost(&mine, &store.records(), case);
        run(&store, &reversed(&done.steps), stamp(99)).unwrap();
        assert_eq!(store.records(), mine, "case {case}: not undone");
    }
    println!("{} damaged files: {taken} taken in part or whole, refused {refused:?}, left out {left:?}", cases());
}

#[test]
fn a_damaged_key_is_read_as_it_was_left_alone_or_set_aside_to_the_letter() {
    let whole = device(3, 1..5).records();
    let keys: Vec<&String> = whole.keys().collect();
    let mut broken = 0_u64;
    for case in 0..cases() {
        let mut seed = Seed::new(case);
        let key = keys[seed.below(keys.len())];
        let kind = Kind::of(key).unwrap();
        let text = mutated(&whole[key], &mut seed);
        let store = Memory::default();
        *store.texts.borrow_mut() = whole.clone();
        store.put(key, &text);
        let held = |store: &Memory| store.records().values().any(|other| *other == text);
        let is_broken = kind.canonical(&text).is_err();
        broken += u64::from(is_broken);
        let others = |store: &Memory| {
            store
                .records()
                .into_iter()
                .filter(|(k, _)| k != key && !k.starts_with(QUARANTINE))
                .collect::<BTreeMap<_, _>>()
        };
        // Looking, counting and copying change nothing.
        assert_eq!(usage(&store).unwrap().nights, 4, "case {case}");
        assert_eq!(nights(&store).unwrap().unread.len(), usize::from(is_broken && matches!(kind, Kind::Night(_))));
        let copy = export(&store, SAVED).unwrap();
        assert!(copy.left_out.is_empty() || copy.left_out == [key.clone()], "case {case}: {:?}", copy.left_out);
        assert_eq!(store.get(key), Some(text.clone()), "case {case}");
        // What is in the copy comes back, and what does not is named.
        let empty = Memory::default();
        let found = preview(&empty, &copy.text).unwrap();
        let named = copy.left_out.len() + found.left.len();
        assert_eq!(found.new.len() + named, whole.len(), "case {case}");
        // Saving over it keeps it, as the version before or set aside.
        let fresh = &whole[key];
        let saved = save(&store, key, fresh, stamp(90));
        assert!(saved.is_err() || !is_broken || held(&store), "case {case}: written over");
        assert!(saved.is_ok() || store.get(key) == Some(text.clone()), "case {case}: not saved, and yet changed");
        assert_eq!(
            others(&store),
            others(&{
                let s = Memory::default();
                *s.texts.borrow_mut() = whole.clone();
                s
            }),
            "case {case}"
        );
        // Setting aside keeps it to the letter.
        store.put(key, &text);
        let aside = set_aside_if_broken(&store, key, stamp(91)).unwrap();
        assert!(held(&store), "case {case}: lost while being set aside");
        assert!(aside.is_none() || store.get(key).is_none());
    }
    println!("{} damaged keys, {broken} of them broken", cases());
}

#[test]
fn a_damaged_journal_never_panics_and_loses_no_text() {
    let whole = device(3, 1..5).records();
    let day = night_key(night("2026-11-02"));
    let steps = [Step { key: day.clone(), from: whole.get(&day).cloned(), to: None }];
    let journal = format!(
        r#"{{"app":"quiet-legs","kind":"journal","version":1,"saved":"","data":{}}}"#,
        serde_json::to_string(&steps).unwrap()
    );
    for case in 0..cases() {
        let mut seed = Seed::new(case);
        let text = mutated(&journal, &mut seed);
        let store = Memory::default();
        *store.texts.borrow_mut() = whole.clone();
        store.put(&format!("{JOURNAL}x"), &text);
        let _ = recover(&store, stamp(90)).unwrap();
        let after = store.records();
        for (key, text) in whole.iter().filter(|(key, _)| **key != day) {
            assert_eq!(after.get(key), Some(text), "case {case}");
        }
        let set_aside = after.values().any(|other| *other == text);
        assert!(after.get(&day) == whole.get(&day) || !set_aside, "case {case}: both taken and set aside");
    }
}

#[test]
fn a_damaged_locked_copy_is_refused_or_still_says_what_it_said() {
    let header = Header { saved: SAVED.into(), rounds: ROUNDS, salt: [7; SALT], iv: [9; IV] };
    let file = locked::seal(&header, &[5; 400]);
    for case in 0..cases() {
        let text = mutated(&file, &mut Seed::new(case));
        if let Ok((read, bytes)) = locked::open(&text) {
            // Whatever is read is bound: a change in it is noticed when the text is unlocked.
            assert!((ROUNDS..=10_000_000).contains(&read.rounds) && bytes.len() > 16, "case {case}");
            assert_eq!(read.bound() == header.bound(), read == header, "case {case}");
        }
        let _ = preview(&Memory::default(), &text);
    }
}
