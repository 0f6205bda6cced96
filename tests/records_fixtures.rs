//! What version 1 of the built app wrote in a browser, to the letter, is read by every later release.
//!
//! The files were written by `make fixtures`; a later version of a format gets a folder of its own, and these stay.

mod diary_support;

use diary_support::Memory;
use quiet_legs::diary::entry::{Activity, Alcohol, Caffeine, Extra, Moment};
use quiet_legs::diary::timeline::{Test, What};
use quiet_legs::records::import::{Choice, preview};
use quiet_legs::records::journal;
use quiet_legs::records::kind::Kind;
use quiet_legs::records::store::Store;
use quiet_legs::records::{change, check, experiment, lab, meta, night, settings};
use std::fs;

fn kept(name: &str) -> String {
    let file = format!("{}/tests/fixtures/version_1/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&file).unwrap_or_else(|e| panic!("{file}: {e}"))
}

#[test]
fn a_night_of_version_1_is_read_with_everything_in_it() {
    let Some(Kind::Night(which)) = Kind::of(&kept("night.key")) else { panic!("no key of a night") };
    let text = kept("night.json");
    let read = night::decode(which, &text).unwrap();
    let now = &read.now;
    assert_eq!((now.intensity.value(), now.start, now.lost), (8, Some(Moment::WokeMe), Some(50)));
    assert_eq!(now.at.map(|at| at.to_string()), Some("23:45".into()));
    assert_eq!((now.activity, now.caffeine), (Some(Activity::Hard), Some(Caffeine::Late)));
    assert_eq!((now.alcohol, now.got_up), (Some(Alcohol::One), Some(true)));
    assert_eq!((&now.taken, &now.extras), (&Some(vec!["Magnesium".into()]), &vec![Extra::Bath]));
    assert_eq!(now.note, "Für Élise, “later” 🌙");
    assert_eq!(read.before.map(|before| before.intensity.value()), Some(3));
    assert_eq!(Kind::Night(which).canonical(&text), Ok(text.clone()), "written again, it is the same text");
}

#[test]
fn what_stands_beside_the_nights_of_version_1_is_read_with_everything_in_it() {
    let result = lab::decode(&kept("lab.json")).unwrap().now;
    assert_eq!((result.test, result.value.as_str(), result.unit.as_str()), (Test::Ferritin, "49.9", "ng/mL"));
    assert_eq!(result.note, "Dr M");
    let changed = change::decode(&kept("change.json")).unwrap().now;
    assert_eq!((changed.what, changed.note.as_str()), (What::IronTablets, "one a day"));
    let plan = experiment::decode(&kept("experiment.json")).unwrap().now;
    assert!(plan.is_sound());
    for (kind, name) in [(Kind::Lab, "lab"), (Kind::Change, "change"), (Kind::Experiment, "experiment")] {
        let text = kept(&format!("{name}.json"));
        assert_eq!(kind.canonical(&text), Ok(text.clone()), "{name}");
    }
}

#[test]
fn the_check_the_settings_and_what_the_site_knows_of_its_keeping_are_read() {
    let answers = check::decode(&kept("check.json")).unwrap().answers;
    assert_eq!(answers.get("c1_unpleasant"), Some("yes"));
    assert_eq!(answers.medicines.len(), 1);
    assert_eq!(settings::decode(&kept("settings.json")).unwrap().theme.code(), "dark");
    assert!(meta::decode(&kept("meta.json")).unwrap().last_copy.is_some());
}

#[test]
fn a_copy_of_version_1_comes_into_an_empty_device_whole_and_to_the_letter() {
    let store = Memory::default();
    let found = preview(&store, &kept("copy.json")).unwrap();
    assert!(found.left.is_empty() && found.differing.is_empty(), "{:?}", found.left);
    journal::run(&store, &found.steps(Choice::Theirs, diary_support::stamp(9)), diary_support::stamp(9)).unwrap();
    let night = kept("night.key");
    assert_eq!(store.read(&night).unwrap(), Some(kept("night.json")));
    assert_eq!(
        store.read("quiet-legs.check").unwrap().map(|t| check::decode(&t).unwrap()),
        check::decode(&kept("check.json")).ok()
    );
    let kinds = ["quiet-legs.lab.", "quiet-legs.change.", "quiet-legs.experiment."];
    let keys = store.keys().unwrap();
    assert!(kinds.iter().all(|kind| keys.iter().any(|key| key.starts_with(kind))), "{keys:?}");
}
