//! Nights, results and changes come back as they were, and two versions of one thing always meet the same way.

mod diary_support;

use diary_support::{any_change, any_entry, any_lab, any_night, entry, night, stamp};
use proptest::prelude::*;
use quiet_legs::diary::clock::Clock;
use quiet_legs::diary::entry::{Activity, Alcohol, Caffeine, Entry, Extra, Intensity, Moment};
use quiet_legs::diary::timeline::{Test, What};
use quiet_legs::records::envelope::ReadError;
use quiet_legs::records::kind::{Kind, night_key};
use quiet_legs::records::night::{decode, encode};
use quiet_legs::records::versions::Versions;
use quiet_legs::records::{change, lab, meta};

/// As version 1 lies on devices. Never change this text.
const NIGHT_1: &str = r#"{"app":"quiet-legs","kind":"night","version":1,"saved":"2023-11-14T22:15:00Z","data":{"night":"2026-11-23","now":{"intensity":6,"start":"falling_asleep","at":"22:30","activity":"light","taken":["Zoloft"],"caffeine":"after_two","alcohol":"one","lost":45,"got_up":true,"extras":["bath"],"note":"Für Elise","created":"2023-11-14T22:13:20Z","edited":"2023-11-14T22:15:00Z"},"before":{"intensity":0,"start":"woke_me","taken":[],"created":"2023-11-14T22:13:20Z","edited":"2023-11-14T22:13:20Z"}}}"#;
const LAB_1: &str = r#"{"app":"quiet-legs","kind":"lab","version":1,"saved":"2023-11-14T22:13:20Z","data":{"now":{"test":"ferritin","value":"49.9","unit":"ug_l","day":"2026-03-01","created":"2023-11-14T22:13:20Z","edited":"2023-11-14T22:13:20Z"}}}"#;
const CHANGE_1: &str = r#"{"app":"quiet-legs","kind":"change","version":1,"saved":"2023-11-14T22:13:20Z","data":{"now":{"what":"iron_tablets","name":"Ferrogradumet","day":"2026-03-01","created":"2023-11-14T22:13:20Z","edited":"2023-11-14T22:13:20Z"}}}"#;

fn example() -> Versions<Entry> {
    let mut before = entry(0, 0);
    before.start = Some(Moment::WokeMe);
    before.taken = Some(Vec::new());
    let now = Entry {
        intensity: Intensity::new(6).unwrap(),
        start: Some(Moment::FallingAsleep),
        at: Some(Clock::parse("22:30").unwrap()),
        activity: Some(Activity::Light),
        taken: Some(vec!["Zoloft".into()]),
        caffeine: Some(Caffeine::Late),
        alcohol: Some(Alcohol::One),
        lost: Some(45),
        got_up: Some(true),
        extras: vec![Extra::Bath],
        note: "Für Elise".into(),
        created: stamp(0),
        edited: stamp(100),
    };
    Versions { now, before: Some(before) }
}

#[test]
fn a_night_kept_by_version_1_is_read_and_written_as_it_always_was() {
    let monday = night("2026-11-23");
    assert_eq!(decode(monday, NIGHT_1), Ok(example()));
    assert_eq!(encode(monday, &example()), NIGHT_1);
}

#[test]
fn a_result_and_a_change_kept_by_version_1_are_read_and_written_as_they_always_were() {
    let result = lab::decode(LAB_1).unwrap();
    assert_eq!((result.now.test, result.now.value.as_str()), (Test::Ferritin, "49.9"));
    assert_eq!(lab::encode(&result), LAB_1);
    let happened = change::decode(CHANGE_1).unwrap();
    assert_eq!((happened.now.what, happened.now.name.as_str()), (What::IronTablets, "Ferrogradumet"));
    assert_eq!(change::encode(&happened), CHANGE_1);
}

#[test]
fn only_the_strength_is_required() {
    let text = encode(night("2026-11-23"), &Versions::first(entry(3, 0)));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let fields: Vec<&str> = value["data"]["now"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["intensity", "created", "edited"]);
}

#[test]
fn none_of_my_medicines_is_not_the_same_as_not_answered() {
    let mut none = entry(3, 0);
    none.taken = Some(Vec::new());
    let back = |entry: Entry| {
        let monday = night("2026-11-23");
        decode(monday, &encode(monday, &Versions::first(entry))).unwrap().now.taken
    };
    assert_eq!(back(none), Some(Vec::new()));
    assert_eq!(back(entry(3, 0)), None);
}

#[test]
fn a_night_of_a_newer_version_is_left_alone_whatever_is_in_it() {
    for data in ["{}", "[1]", "null"] {
        let text = format!(r#"{{"app":"quiet-legs","kind":"night","version":2,"saved":"","data":{data}}}"#);
        assert_eq!(decode(night("2026-11-23"), &text), Err(ReadError::Newer), "{data}");
    }
}

#[test]
fn a_text_that_is_not_this_night_is_unreadable() {
    let other = [
        (r#""night":"2026-11-23""#, r#""night":"2026-11-24""#),
        (r#""intensity":6"#, r#""intensity":11"#),
        (r#""intensity":6"#, r#""intensity":-1"#),
        (r#""intensity":6,"#, ""),
        (r#""lost":45"#, r#""lost":601"#),
        ("after_two", "after_three"),
        ("22:30", "24:30"),
        (r#"["bath"]"#, r#"["spa"]"#),
        (r#""got_up""#, r#""gotup""#),
        ("2023-11-14T22:13:20Z", "9999-12-31T23:59:59Z"),
        (r#""kind":"night""#, r#""kind":"lab""#),
    ];
    for (from, to) in other {
        let text = NIGHT_1.replace(from, to);
        assert_ne!(text, NIGHT_1, "{from}");
        assert_eq!(decode(night("2026-11-23"), &text), Err(ReadError::Unreadable), "{from} -> {to}");
    }
    for end in (0..NIGHT_1.len()).filter(|end| NIGHT_1.is_char_boundary(*end)) {
        assert_eq!(decode(night("2026-11-23"), &NIGHT_1[..end]), Err(ReadError::Unreadable));
    }
}

#[test]
fn a_key_says_what_lies_there_and_a_foreign_one_says_nothing() {
    let monday = night("2026-11-23");
    assert_eq!(night_key(monday), "quiet-legs.night.2026-11-23");
    assert_eq!(Kind::of(&night_key(monday)), Some(Kind::Night(monday)));
    assert_eq!(Kind::of("quiet-legs.lab.20261123t0241-7f"), Some(Kind::Lab));
    for key in ["", "quiet-legs.", "quiet-legs.night.2026-02-30", "quiet-legs.lab.", "quiet-legs.lab.A b", "x.check"] {
        assert_eq!(Kind::of(key), None, "{key}");
    }
}

#[test]
fn the_later_edit_counts_and_the_other_is_kept_as_the_one_before() {
    let (early, late) = (Versions::first(entry(3, 10)), Versions::first(entry(8, 20)));
    let met = early.merge(late);
    assert_eq!(met.now.intensity.value(), 8);
    assert_eq!(met.before.unwrap().intensity.value(), 3);
}

#[test]
fn an_edit_keeps_what_it_was_made_of() {
    let edited = Versions::first(entry(3, 10)).edit(entry(5, 0), stamp(-500));
    assert_eq!(edited.now.intensity.value(), 5);
    assert!(edited.now.edited > stamp(10), "also when the clock was set back");
    assert_eq!(edited.before, Some(entry(3, 10)));
}

#[test]
fn meta_comes_back_as_it_was() {
    let meta = meta::Meta { device: "7f".into(), persisted: Some(false), ..meta::Meta::default() };
    assert_eq!(meta::decode(&meta::encode(&meta, "")), Ok(meta));
}

#[test]
fn a_usual_night_takes_few_bytes() {
    let text = encode(night("2026-11-23"), &Versions::first(example().now));
    println!("{} bytes a night, {} with its previous version", text.len(), NIGHT_1.len());
    assert!(text.len() < 400);
}

proptest! {
    #[test]
    fn every_night_comes_back_as_it_was(kept in any_night()) {
        let monday = night("2026-11-23");
        prop_assert_eq!(decode(monday, &encode(monday, &kept)), Ok(kept));
    }

    #[test]
    fn every_result_and_every_change_comes_back_as_it_was(result in any_lab(), happened in any_change()) {
        prop_assert_eq!(lab::decode(&lab::encode(&result)), Ok(result));
        prop_assert_eq!(change::decode(&change::encode(&happened)), Ok(happened));
    }

    #[test]
    fn it_makes_no_difference_which_of_two_versions_comes_first(a in any_night(), b in any_night()) {
        prop_assert_eq!(a.clone().merge(b.clone()), b.merge(a));
    }

    #[test]
    fn it_makes_no_difference_in_which_order_three_devices_meet(a in any_night(), b in any_night(), c in any_night()) {
        let left = a.clone().merge(b.clone()).merge(c.clone());
        prop_assert_eq!(left, a.merge(b.merge(c)));
    }

    #[test]
    fn meeting_twice_changes_nothing(a in any_night(), b in any_night()) {
        prop_assert_eq!(a.clone().merge(a.clone()), a.clone());
        let met = a.merge(b.clone());
        prop_assert_eq!(met.clone().merge(b), met);
    }

    #[test]
    fn of_two_versions_neither_is_lost(a in any_entry(), b in any_entry()) {
        let met = Versions::first(a.clone()).merge(Versions::first(b.clone()));
        let kept: Vec<&Entry> = std::iter::once(&met.now).chain(&met.before).collect();
        prop_assert!(kept.contains(&&a) && kept.contains(&&b));
        prop_assert!(met.now.edited >= a.edited.max(b.edited));
    }
}
