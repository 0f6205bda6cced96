//! What is said about a medicine list, and in what order (evidence 0.2, 2.4, 4.1, 4.2).
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use quiet_legs::clinical::medicines::{MedicineEntry, MedicineFinding, Timing, findings, is_akathisia_trigger};
use quiet_legs::content::text::{PATHS, words};
use quiet_legs::content::{Country, Direction, Key, MEDICINES, Said, Strength, Urgency, names};

fn entry(typed: &str) -> MedicineEntry {
    MedicineEntry { typed: typed.into(), ..MedicineEntry::default() }
}

fn timed(typed: &str, timing: Timing) -> MedicineEntry {
    MedicineEntry { timing: Some(timing), ..entry(typed) }
}

fn text(path: &str) -> &'static str {
    words(PATHS.iter().find(|(p, _)| *p == path).expect(path).1)
}

fn order(entries: &[MedicineEntry]) -> Vec<&'static str> {
    findings(entries, None).iter().map(|f| f.medicine.map_or("unknown", |m| m.id)).collect()
}

fn the_one(typed: &str) -> MedicineFinding {
    let mut all = findings(&[entry(typed)], Some(Country::Us));
    assert_eq!(all.len(), 1, "{typed}");
    all.remove(0)
}

/// One of each place of evidence 4.1, in its order.
const IN_ORDER: &[&str] = &[
    "mirtazapine",                 // worsens, strong
    "sertraline",                  // worsens, moderate
    "pramipexole",                 // augmentation, strong
    "apomorphine",                 // augmentation, hardly studied: last of its group
    "lithium",                     // worsens, limited
    "vortioxetine",                // may worsen
    "buspirone",                   // may worsen, hardly studied
    "omeprazole",                  // iron absorption
    "metformin",                   // B12
    "propranolol",                 // conflicting
    "combined oral contraceptive", // conflicting, hardly studied
    "gabapentin",                  // treats
    "clonidine",                   // may improve
    "mirogabalin",                 // may improve, hardly studied
    "furosemide",                  // mimic
    "atorvastatin",                // mimic, hardly studied
    "bupropion",                   // neutral
    "agomelatine",                 // neutral
    "quinine",                     // neutral, hardly studied
    "no such medicine",
];

#[test]
fn findings_stand_in_the_order_of_the_evidence_whatever_the_order_typed() {
    let wanted: Vec<&str> = IN_ORDER
        .iter()
        .map(|name| names::find(name, None).matches().first().map_or("unknown", |m| m.medicine.id))
        .collect();
    let mut entries: Vec<MedicineEntry> = IN_ORDER.iter().map(|name| entry(name)).collect();
    assert_eq!(order(&entries), wanted);
    entries.reverse();
    // The two neutral ones are equal in place and keep the order typed.
    let swapped: Vec<&str> = wanted
        .iter()
        .map(|id| match *id {
            "bupropion" => "agomelatine",
            "agomelatine" => "bupropion",
            other => other,
        })
        .collect();
    assert_eq!(order(&entries), swapped);
}

#[test]
fn worse_within_6_weeks_moves_a_medicine_one_group_up_and_no_further() {
    let list = |timing| [entry("mirtazapine"), entry("pramipexole"), timed("lithium", timing), entry("fluvoxamine")];
    assert_eq!(order(&list(Timing::Unsure)), ["mirtazapine", "pramipexole", "lithium", "fluvoxamine"]);
    let second =
        [entry("mirtazapine"), entry("lithium"), entry("fluvoxamine"), timed("omeprazole", Timing::WorseWithin6Weeks)];
    assert_eq!(order(&second), ["mirtazapine", "lithium", "fluvoxamine", "omeprazole"]);
    let third =
        [entry("ropinirole"), entry("omeprazole"), timed("vortioxetine", Timing::WorseWithin6Weeks), entry("lithium")];
    assert_eq!(order(&third), ["ropinirole", "vortioxetine", "lithium", "omeprazole"]);
    let top = [entry("sertraline"), timed("mirtazapine", Timing::WorseWithin6Weeks)];
    assert_eq!(order(&top), ["mirtazapine", "sertraline"]);
}

#[test]
fn started_before_the_medicine_moves_it_one_group_down_with_a_sentence() {
    let list = [timed("mirtazapine", Timing::StartedBeforeMedicine), entry("pramipexole"), entry("lithium")];
    assert_eq!(order(&list), ["pramipexole", "mirtazapine", "lithium"]);
    let moved = &findings(&list, None)[1];
    assert!(moved.says.iter().any(|s| s.text() == text("findings.timing.started_before_medicine")));
    let bottom = [timed("bupropion", Timing::StartedBeforeMedicine), entry("no such medicine")];
    assert_eq!(order(&bottom), ["bupropion", "unknown"]);
}

#[test]
fn timing_never_changes_what_is_said_about_direction_strength_or_urgency() {
    for medicine in &MEDICINES {
        let typed = MedicineEntry { chosen: vec![medicine.id], ..entry(names::generic(medicine)) };
        let plain = findings(std::slice::from_ref(&typed), None).remove(0);
        for timing in Timing::ALL {
            let other = findings(&[MedicineEntry { timing: Some(timing), ..typed.clone() }], None).remove(0);
            assert_eq!(
                (plain.urgency, plain.strength, plain.faint),
                (other.urgency, other.strength, other.faint),
                "{}",
                medicine.id
            );
            assert_eq!(plain.says.first(), other.says.first(), "{}", medicine.id);
            assert_eq!(plain.ask, other.ask);
        }
    }
}

#[test]
fn a_medicine_that_may_worsen_asks_for_a_visit_and_one_hardly_studied_never_does() {
    for medicine in &MEDICINES {
        let typed = MedicineEntry { chosen: vec![medicine.id], ..entry(names::generic(medicine)) };
        let found = findings(&[typed], None).remove(0);
        let worsens = matches!(medicine.direction, Direction::Worsens | Direction::Augmentation);
        let wanted = (worsens && medicine.strength != Strength::Insufficient).then_some(Urgency::Routine);
        assert_eq!(found.urgency, wanted, "{}", medicine.id);
        assert_eq!(found.faint, medicine.strength == Strength::Insufficient, "{}", medicine.id);
    }
    assert_eq!(the_one("sertraline").urgency, Some(Urgency::Routine));
    assert_eq!(the_one("apomorphine").urgency, None);
    assert_eq!(the_one("amlodipine").urgency, None);
}

#[test]
fn every_finding_warns_not_to_change_it_alone_and_names_its_rule() {
    let d0 = text("discuss.D0");
    for medicine in &MEDICINES {
        let typed = MedicineEntry { chosen: vec![medicine.id], ..entry(names::generic(medicine)) };
        let found = findings(&[typed], None).remove(0);
        assert_eq!(found.cautions.first().map(Said::text).as_deref(), Some(d0), "{}", medicine.id);
        assert_eq!(found.cautions.len() as u32, (medicine.dangers | 1).count_ones(), "{}", medicine.id);
        assert!(!found.rule.is_empty() && found.rule.iter().all(|k| !words(*k).is_empty()), "{}", medicine.id);
        let mechanisms = medicine.mechanisms.count_ones().max(1) as usize;
        assert_eq!(found.rule.len(), mechanisms, "{}", medicine.id);
    }
    assert_eq!(the_one("no such medicine").cautions.len(), 1);
}

#[test]
fn the_words_are_those_of_the_evidence() {
    let says = |typed: &str| the_one(typed).says[0].text();
    assert_eq!(says("sertraline"), "It can make restless legs worse in some people.");
    assert_eq!(says("amlodipine"), "It might make restless legs worse. The signs are weak.");
    assert_eq!(says("gabapentin"), "Doctors use this for restless legs.");
    assert_eq!(says("kratom"), "There are a few reports of benefit. It is not an advised treatment for restless legs.");
    let strength = |typed: &str| the_one(typed).strength.map(words);
    assert_eq!(strength("mirtazapine"), Some("Guidelines name this one"));
    assert_eq!(strength("sertraline"), Some("Several studies or reports"));
    assert_eq!(strength("quinine"), Some("Hardly studied"));
    let ask = the_one("sertraline").ask.expect("something to ask").text();
    assert!(ask.contains("Keep taking it meanwhile"), "{ask}");
}

#[test]
fn an_unknown_name_is_kept_as_typed_and_never_called_harmless() {
    let found = the_one("Blue tablets from the market");
    assert_eq!(found.typed, "Blue tablets from the market");
    assert!(found.medicine.is_none() && found.urgency.is_none());
    assert_eq!(found.says, [Said::plain(key("findings.names.unknown"))]);
    assert_eq!(found.says[0].text(), "We do not know this one. Ask a pharmacist.");
}

fn key(path: &str) -> Key {
    PATHS.iter().find(|(p, _)| *p == path).expect(path).1
}

#[test]
fn a_name_that_waits_for_a_yes_counts_as_nothing_until_then() {
    for typed in ["sertralin", "Benadryl", "Sudafed", "sleeping pill", "Xanax"] {
        let found = findings(&[entry(typed)], Some(Country::Gb));
        assert!(found.len() == 1 && found[0].medicine.is_none(), "{typed}: {found:?}");
        assert_eq!(found[0].says, [Said::plain(key("findings.names.unconfirmed"))], "{typed}");
    }
    let confirmed = MedicineEntry { chosen: vec!["sertraline"], ..entry("sertralin") };
    assert_eq!(order(&[confirmed]), ["sertraline"]);
    let chosen = MedicineEntry { chosen: vec!["cetirizine"], ..entry("Benadryl") };
    assert_eq!(order(&[chosen]), ["cetirizine"]);
}

#[test]
fn a_box_with_two_ingredients_gives_two_findings_of_one_entry() {
    for chosen in [vec![], vec!["olanzapine"], vec!["fluoxetine"], vec!["fluoxetine", "olanzapine"]] {
        let found = findings(&[MedicineEntry { chosen, ..entry("Symbyax 6/25") }], Some(Country::Us));
        let mut ids: Vec<&str> = found.iter().filter_map(|f| f.medicine).map(|m| m.id).collect();
        ids.sort_unstable();
        assert_eq!(ids, ["fluoxetine", "olanzapine"]);
        assert!(found.iter().all(|f| f.entry == 0));
    }
}

#[test]
fn the_country_of_a_box_wins_over_the_country_of_the_person() {
    let abroad = MedicineEntry { country: Some(Country::Us), ..entry("Benadryl") };
    let found = findings(&[abroad], Some(Country::Gb));
    assert_eq!(found[0].medicine.map(|m| m.id), Some("diphenhydramine"));
}

#[test]
fn akathisia_triggers_are_those_of_the_evidence() {
    let is = |id: &str| is_akathisia_trigger(names::medicine(id).expect(id));
    for id in [
        "sertraline",
        "haloperidol",
        "metoclopramide",
        "tramadol",
        "lithium",
        "buspirone",
        "atomoxetine",
        "varenicline",
        "promethazine",
    ] {
        assert!(is(id), "{id}");
    }
    for id in ["domperidone", "diphenhydramine", "omeprazole", "mirogabalin", "ondansetron", "bupropion", "amlodipine"]
    {
        assert!(!is(id), "{id}");
    }
    let count = MEDICINES.iter().filter(|m| is_akathisia_trigger(m)).count();
    let by_code = MEDICINES.iter().filter(|m| [1, 2, 20].iter().any(|n| m.has_mechanism(*n))).count();
    // All of M1, M2 and M20 but domperidone, and lithium, atomoxetine and varenicline (buspirone holds M1).
    assert_eq!(count, by_code - 1 + 3);
}

#[test]
fn timing_codes_are_read_back() {
    for timing in Timing::ALL {
        assert_eq!(Timing::from_code(timing.code()), Some(timing));
    }
    assert_eq!(Timing::from_code("later"), None);
}

proptest! {
    #[test]
    fn nothing_typed_is_ever_lost(typed in proptest::collection::vec("\\PC{0,20}|sertraline|Symbyax|Benadryl|sleeping pill", 0..6)) {
        let entries: Vec<MedicineEntry> = typed.iter().map(|t| entry(t)).collect();
        let found = findings(&entries, Some(Country::Us));
        for (at, listed) in entries.iter().enumerate() {
            prop_assert!(found.iter().any(|f| f.entry == at && f.typed == listed.typed));
        }
    }
}
