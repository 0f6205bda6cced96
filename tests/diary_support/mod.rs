//! What the tests of the diary share: a store in memory that can fail on purpose, and nights of every shape.
#![allow(dead_code)]

use proptest::prelude::*;
use quiet_legs::date::Date;
use quiet_legs::diary::clock::{Clock, Stamp};
use quiet_legs::diary::entry::{Activity, Alcohol, Caffeine, Entry, Extra, Intensity, Moment, Recorded};
use quiet_legs::diary::experiment::{Design, Experiment, Tried, Wish, plan};
use quiet_legs::diary::night::Night;
use quiet_legs::diary::timeline::{Change, Lab, Test, What};
use quiet_legs::records::store::{Store, StoreError};
use quiet_legs::records::versions::Versions;
use quiet_legs::records::wishes::Wishes;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// A store in memory.
#[derive(Default)]
pub struct Memory {
    pub texts: RefCell<BTreeMap<String, String>>,
    /// Refuses everything.
    pub blocked: Cell<bool>,
    /// Bytes there is room for.
    pub room: Cell<Option<usize>>,
    /// Writes that still work; then the store refuses everything, as when the tab is closed.
    pub writes_left: Cell<Option<u32>>,
    /// Keeps only the first half of what it is given.
    pub halves: Cell<bool>,
    /// What another tab writes right after our next write.
    pub rival: RefCell<Option<(String, String)>>,
    /// How often it was read or written.
    pub calls: Cell<u32>,
}

impl Memory {
    pub fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    pub fn put(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    /// Everything but safety copies.
    pub fn records(&self) -> BTreeMap<String, String> {
        let mut all = self.texts.borrow().clone();
        all.retain(|key, _| !key.starts_with("quiet-legs.safety."));
        all
    }

    fn call(&self) -> Result<(), StoreError> {
        self.calls.set(self.calls.get() + 1);
        if self.blocked.get() { Err(StoreError::Blocked) } else { Ok(()) }
    }

    fn write_call(&self) -> Result<(), StoreError> {
        if let Some(left) = self.writes_left.get() {
            if left == 0 {
                self.blocked.set(true);
            }
            self.writes_left.set(Some(left.saturating_sub(1)));
        }
        self.call()
    }
}

impl Store for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call()?;
        Ok(self.get(key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.write_call()?;
        let others: usize = self.texts.borrow().iter().filter(|(k, _)| *k != key).map(|(k, t)| k.len() + t.len()).sum();
        if self.room.get().is_some_and(|room| others + key.len() + text.len() > room) {
            return Err(StoreError::Full);
        }
        let half: String = text.chars().take(text.chars().count() / 2).collect();
        self.put(key, if self.halves.get() { &half } else { text });
        if let Some((key, text)) = self.rival.take() {
            self.put(&key, &text);
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.write_call()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call()?;
        // Each key is a call of its own in a browser.
        self.calls.set(self.calls.get() + u32::try_from(self.texts.borrow().len()).unwrap_or(u32::MAX));
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}

pub fn night(text: &str) -> Night {
    Night(Date::parse(text).unwrap())
}

pub fn stamp(seconds: i64) -> Stamp {
    Stamp::from_seconds(1_700_000_000 + seconds)
}

pub fn entry(intensity: u8, seconds: i64) -> Entry {
    Entry::new(Intensity::new(intensity).unwrap(), stamp(seconds))
}

fn some_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    prop::option::of(prop::sample::select(all))
}

pub fn any_entry() -> impl Strategy<Value = Entry> {
    let start = (some_of(Moment::ALL), prop::option::of((0_u32..1440).prop_map(Clock::from_minutes)));
    let taken = prop::option::of(prop::collection::vec(any::<String>(), 0..3));
    let numbers = (0_u8..=10, prop::option::of(0_u16..=600), prop::option::of(any::<bool>()), 0_i64..6);
    let day = (some_of(Activity::ALL), some_of(Caffeine::ALL), some_of(Alcohol::ALL));
    let extras = prop::sample::subsequence(Extra::ALL, 0..3);
    (start, taken, numbers, day, extras, any::<String>()).prop_map(
        |((start, at), taken, (intensity, lost, got_up, edited), (activity, caffeine, alcohol), extras, note)| Entry {
            start,
            at,
            taken,
            lost,
            got_up,
            activity,
            caffeine,
            alcohol,
            extras,
            note,
            edited: stamp(edited),
            ..entry(intensity, 0)
        },
    )
}

/// A night as it can lie on a device: its versions have met.
pub fn any_night() -> impl Strategy<Value = Versions<Entry>> {
    (any_entry(), prop::option::of(any_entry())).prop_map(|(one, other)| match other {
        Some(other) => Versions::first(one).merge(Versions::first(other)),
        None => Versions::first(one),
    })
}

pub fn any_lab() -> impl Strategy<Value = Versions<Lab>> {
    (prop::sample::select(Test::ALL), any::<String>(), "[0-9]{1,4}(\\.[0-9])?", 0_i32..20_000, 0_i64..6).prop_map(
        |(test, note, value, day, edited)| {
            Versions::first(Lab {
                test,
                name: String::new(),
                value,
                unit: "ug_l".into(),
                day: Date::from_day_number(day).unwrap(),
                note,
                created: stamp(0),
                edited: stamp(edited),
            })
        },
    )
}

pub fn any_change() -> impl Strategy<Value = Versions<Change>> {
    (prop::sample::select(What::ALL), any::<String>(), any::<String>(), 0_i32..20_000, 0_i64..6).prop_map(
        |(what, name, note, day, edited)| {
            Versions::first(Change {
                what,
                name,
                note,
                day: Date::from_day_number(day).unwrap(),
                created: stamp(0),
                edited: stamp(edited),
            })
        },
    )
}

pub fn any_experiment() -> impl Strategy<Value = Versions<Experiment>> {
    let wish = (prop::sample::select(Tried::ALL), prop::sample::select(Design::ALL), 2_u8..=7, any::<bool>());
    (wish, 0_i32..20_000, any::<u64>(), any::<String>(), 0_i64..6, any::<bool>()).prop_map(
        |((tried, design, nights, drop_first), day, seed, note, edited, ended)| {
            let first = Night(Date::from_day_number(day).unwrap());
            let wish = Wish { tried, design, nights, drop_first, first };
            let planned = plan(wish, Some(false), &[], seed, stamp(0)).unwrap();
            Versions::first(Experiment { note, ended: ended.then_some(first.0), edited: stamp(edited), ..planned })
        },
    )
}

pub fn any_wishes() -> impl Strategy<Value = Versions<Wishes>> {
    let ids = || prop::collection::vec("[a-z_.]{1,20}", 0..4);
    (any::<String>(), ids(), ids(), any::<bool>(), 0_i64..6).prop_map(
        |(questions, left_out, ticked, clinician, edited)| {
            Versions::first(Wishes { questions, left_out, ticked, clinician, edited: stamp(edited) })
        },
    )
}

/// A diary from a first night on: one strength a night, `None` where nothing was noted.
pub fn diary(first: &str, strengths: &[Option<u8>]) -> Vec<Recorded> {
    let first = night(first);
    let nights = strengths.iter().enumerate().filter_map(|(at, strength)| {
        Some(Recorded { night: first.plus(at as i32).unwrap(), entry: entry((*strength)?, 0) })
    });
    nights.collect()
}

/// A diary without a gap.
pub fn nights(first: &str, strengths: &[u8]) -> Vec<Recorded> {
    diary(first, &strengths.iter().copied().map(Some).collect::<Vec<_>>())
}

/// Symptoms that begin at a time by the clock.
pub fn at(clock: &str) -> Option<Clock> {
    Some(Clock::parse(clock).unwrap())
}

/// Any entries on nights of four weeks, some missing, in any order.
pub fn any_diary() -> impl Strategy<Value = Vec<Recorded>> {
    prop::collection::vec(prop::option::of(any_entry()), 0..28)
        .prop_map(|entries| {
            let first = night("2026-11-01");
            let nights = entries
                .into_iter()
                .enumerate()
                .filter_map(|(at, entry)| Some(Recorded { night: first.plus(at as i32).unwrap(), entry: entry? }));
            nights.collect::<Vec<_>>()
        })
        .prop_shuffle()
}
