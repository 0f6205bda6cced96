//! What cannot be written stays in memory, is read from there as if it were kept, and is written when there is room.

mod diary_support;

use diary_support::{Memory, entry, night, stamp};
use quiet_legs::records::copy::export;
use quiet_legs::records::kind::night_key;
use quiet_legs::records::layered::Layered;
use quiet_legs::records::night::{decode, encode};
use quiet_legs::records::save::{SaveError, save};
use quiet_legs::records::store::Store;
use quiet_legs::records::versions::Versions;

const DAY: &str = "2026-11-22";

fn text(strength: u8, seconds: i64) -> String {
    encode(night(DAY), &Versions::first(entry(strength, seconds)))
}

fn strength(text: Option<String>) -> Option<u8> {
    text.map(|text| decode(night(DAY), &text).unwrap().now.intensity.value())
}

#[test]
fn what_waits_for_room_is_read_as_if_it_were_kept_and_written_when_there_is_room() {
    let below = Memory::default();
    below.room.set(Some(10));
    let store = Layered::new(&below, false);
    let key = night_key(night(DAY));
    assert_eq!(save(&store, &key, &text(5, 1), stamp(2)).map(|_| ()), Err(SaveError::Full));
    store.hold(&key, text(5, 1));
    assert_eq!(strength(store.read(&key).unwrap()), Some(5));
    assert!(store.keys().unwrap().contains(&key));
    assert!(export(&store, "now").unwrap().text.contains(DAY), "a copy made meanwhile holds it");
    assert_eq!(store.retry(stamp(3)), 1, "there is still no room");
    below.room.set(None);
    assert_eq!(store.retry(stamp(4)), 0);
    assert_eq!(strength(below.get(&key)), Some(5));
    assert_eq!(store.held(), 0);
}

#[test]
fn what_waits_meets_what_another_tab_wrote_meanwhile() {
    let below = Memory::default();
    let store = Layered::new(&below, false);
    let key = night_key(night(DAY));
    store.hold(&key, text(5, 10));
    below.put(&key, &text(8, 20));
    assert_eq!(store.retry(stamp(30)), 0);
    let met = decode(night(DAY), &below.get(&key).unwrap()).unwrap();
    assert_eq!((met.now.intensity.value(), met.before.map(|b| b.intensity.value())), (8, Some(5)));
}

#[test]
fn where_storage_is_blocked_everything_lives_in_memory() {
    let below = Memory::default();
    below.blocked.set(true);
    let store = Layered::new(&below, false);
    let key = night_key(night(DAY));
    assert!(store.is_memory_only());
    save(&store, &key, &text(4, 1), stamp(1)).unwrap();
    assert_eq!(strength(store.read(&key).unwrap()), Some(4));
    assert!(below.texts.borrow().is_empty());
    store.remove(&key).unwrap();
    assert_eq!(store.read(&key), Ok(None));
}

#[test]
fn as_long_as_nothing_is_to_be_kept_nothing_is_written_but_what_lies_there_is_read() {
    let below = Memory::default();
    let key = night_key(night(DAY));
    below.put(&key, &text(2, 1));
    let store = Layered::new(&below, true);
    assert_eq!(strength(store.read(&key).unwrap()), Some(2));
    save(&store, &key, &text(9, 5), stamp(5)).unwrap();
    assert_eq!((strength(store.read(&key).unwrap()), strength(below.get(&key))), (Some(9), Some(2)));
    assert_eq!(store.retry(stamp(6)), 1);
    store.set_memory_only(false);
    assert_eq!(store.retry(stamp(7)), 0);
    assert_eq!(strength(below.get(&key)), Some(9));
}

#[test]
fn saving_a_night_costs_the_same_however_many_nights_there_are() {
    let calls = |nights: i32| {
        let below = Memory::default();
        for back in 0..nights {
            let other = night("2026-01-01").plus(-back).unwrap();
            below.put(&night_key(other), &encode(other, &Versions::first(entry(3, 1))));
        }
        let store = Layered::new(&below, false);
        below.calls.set(0);
        save(&store, &night_key(night(DAY)), &text(5, 1), stamp(1)).unwrap();
        assert!(!store.is_memory_only());
        below.calls.get()
    };
    assert_eq!(calls(14), calls(3652));
}
