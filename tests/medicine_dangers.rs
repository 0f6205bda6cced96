//! What is dangerous together: one test for each row of evidence 4.5, with what the row leaves out.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::{Answer, Assessment, Person, Pregnancy, Tri};
use quiet_legs::clinical::combinations::DangerCombination;
use quiet_legs::clinical::medicines::MedicineEntry;
use quiet_legs::clinical::report::Verdict;
use quiet_legs::content::Urgency::{Routine, SameDay, Soon};
use quiet_legs::content::{COMBINATIONS, Country, Group, MEDICINES, Urgency};
use rules_support::{entry, fits_but, report, takes, with_criteria};

fn on(ids: &[&'static str]) -> Assessment {
    fits_but(|a| a.medicines = takes(ids))
}

fn typed(names: &[&str]) -> Assessment {
    fits_but(|a| {
        a.country = Some(Country::Us);
        a.medicines = names.iter().map(|name| entry(name, &[])).collect();
    })
}

fn but(mut a: Assessment, change: impl FnOnce(&mut Assessment)) -> Assessment {
    change(&mut a);
    a
}

fn aged(years: f64, ids: &[&'static str]) -> Assessment {
    but(on(ids), |a| a.person.age_years = Some(years))
}

fn pregnant(trimester: Option<u8>, ids: &[&'static str]) -> Assessment {
    but(on(ids), |a| a.person.pregnancy = Pregnancy::Yes(trimester))
}

fn with(conditions: &[&'static str], ids: &[&'static str]) -> Assessment {
    but(on(ids), |a| a.conditions = conditions.to_vec())
}

fn all(a: &Assessment, id: &str) -> Vec<DangerCombination> {
    report(a).danger_combinations.into_iter().filter(|one| one.id == id).collect()
}

/// The row fires once, for certain, with this urgency; it raises the urgency and is a finding.
#[track_caller]
fn fires(a: &Assessment, id: &str, urgency: Urgency) -> DangerCombination {
    let report = report(a);
    let mut found = all(a, id);
    assert_eq!(found.len(), 1, "{id}: {:?}", report.danger_combinations);
    let one = found.remove(0);
    assert_eq!((one.urgency, one.unconfirmed), (urgency, false), "{id}");
    assert!(report.urgency >= urgency, "{id}");
    let rule = format!("combination.{id}");
    let reason = report.urgency_because.iter().find(|reason| reason.rule == rule).expect(&rule);
    assert_eq!((reason.urgency, &reason.because), (urgency, &one.because));
    let finding = report.findings.iter().find(|finding| finding.rule == rule).expect(&rule);
    assert_eq!((finding.group, finding.urgency), (Group::Medicine, Some(urgency)));
    for said in finding.says.iter().chain([&finding.name, &reason.says]) {
        assert!(!said.text().is_empty() && !said.text().contains('{'), "{id}: {}", said.text());
    }
    one
}

#[track_caller]
fn silent(a: &Assessment, id: &str) {
    assert_eq!(all(a, id), [], "{id}");
}

#[test]
fn x1_an_opioid_with_something_that_makes_sleepy() {
    for other in
        ["gabapentin", "pregabalin", "diazepam", "zopiclone", "phenobarbital", "primidone", "alcohol", "sodium_oxybate"]
    {
        let found = fires(&on(&["codeine", other]), "X1", Soon);
        assert!(found.watch.expect("when to call").text().contains("breathes slowly"));
    }
    for other in ["oxycodone", "diphenhydramine", "naltrexone", "melatonin"] {
        silent(&on(&["codeine", other]), "X1");
    }
    silent(&on(&["gabapentin", "alcohol"]), "X1");
    let found = fires(&typed(&["Percocet 5/325", "Lyrica"]), "X1", Soon);
    assert_eq!(found.entries, ["Percocet 5/325", "Lyrica"]);
    assert_eq!(found.because, ["medicines[0]", "medicines[1]"]);
    assert!(found.says.text().contains("Percocet 5/325 and Lyrica"));
}

#[test]
fn x2_a_dopamine_blocker_with_a_dopamine_medicine_or_parkinson() {
    for blocker in ["metoclopramide", "haloperidol", "quetiapine", "promethazine", "tetrabenazine"] {
        fires(&on(&[blocker, "pramipexole"]), "X2", Soon);
    }
    silent(&on(&["domperidone", "pramipexole"]), "X2");
    silent(&on(&["metoclopramide", "amantadine"]), "X2");
    silent(&on(&["metoclopramide", "tramadol"]), "X2");
    let found = fires(&with(&["parkinson"], &["metoclopramide"]), "X2", Soon);
    assert!(found.because.contains(&"condition.parkinson".to_owned()));
    for alone in ["quetiapine", "clozapine", "domperidone"] {
        silent(&with(&["parkinson"], &[alone]), "X2");
    }
    fires(&with(&["parkinson"], &["quetiapine", "levodopa"]), "X2", Soon);
}

#[test]
fn x3_serotonin_from_two_sides_is_for_today_with_an_maoi() {
    for maoi in ["phenelzine", "tranylcypromine", "isocarboxazid", "moclobemide", "linezolid"] {
        for other in
            ["sertraline", "tramadol", "bupropion", "dextromethorphan", "st_johns_wort", "five_htp", "amitriptyline"]
        {
            fires(&on(&[maoi, other]), "X3", SameDay);
        }
    }
    for first in ["tramadol", "st_johns_wort", "five_htp", "selegiline", "rasagiline", "safinamide"] {
        fires(&on(&[first, "sertraline"]), "X3", Soon);
        for only_beside_maoi in ["bupropion", "dextromethorphan"] {
            silent(&on(&[first, only_beside_maoi]), "X3");
        }
    }
    silent(&on(&["sertraline", "mirtazapine"]), "X3");
    silent(&on(&["st_johns_wort", "five_htp"]), "X3");
    silent(&on(&["phenelzine", "moclobemide"]), "X3");
    silent(&on(&["phenelzine", "buspirone"]), "X3");
    fires(&on(&["selegiline", "tramadol"]), "X3", Soon);
    let found = fires(&on(&["tramadol", "sertraline", "phenelzine"]), "X3", SameDay);
    assert!(found.says.text().contains("today"));
    assert!(found.watch.expect("when to call").text().contains("fever, stiff muscles or confusion"));
}

#[test]
fn x3_and_x18_need_two_different_medicines_not_two_names_of_one() {
    silent(&typed(&["tramadol", "Ultram"]), "X3");
    silent(&typed(&["diazepam", "Valium"]), "X18");
    fires(&typed(&["diazepam", "Ambien"]), "X18", Soon);
}

#[test]
fn x4_iron_tablets_with_thyroid_tablets() {
    for iron in ["ferrous_sulfate", "multivitamin_iron", "iron_other_oral"] {
        fires(&on(&[iron, "levothyroxine"]), "X4", Routine);
        fires(&on(&[iron, "liothyronine"]), "X4", Routine);
    }
    silent(&on(&["iron_sucrose", "levothyroxine"]), "X4");
}

#[test]
fn x5_iron_tablets_with_what_iron_binds() {
    let binds = MEDICINES.iter().filter(|m| m.direction == quiet_legs::content::Direction::IronInteraction);
    for other in binds.map(|m| m.id).chain(["levodopa", "methyldopa"]) {
        fires(&on(&["ferrous_fumarate", other]), "X5", Routine);
    }
    silent(&on(&["ferrous_fumarate", "omeprazole"]), "X5");
    silent(&on(&["ferric_carboxymaltose", "doxycycline"]), "X5");
}

#[test]
fn x6_iron_tablets_with_acid_blockers_or_caffeine() {
    for other in ["omeprazole", "famotidine", "calcium_carbonate", "colestyramine", "caffeine"] {
        fires(&on(&["ferrous_sulfate", other]), "X6", Routine);
    }
    silent(&on(&["ferrous_sulfate", "metformin"]), "X6");
    silent(&on(&["iron_sucrose", "omeprazole"]), "X6");
}

#[test]
fn x7_two_drowsy_allergy_medicines_of_the_same_name_too() {
    fires(&typed(&["Tylenol PM", "NyQuil"]), "X7", Soon);
    fires(&typed(&["diphenhydramine", "ZzzQuil Pure Zzzs", "Simply Sleep"]), "X7", Soon);
    fires(&on(&["cinnarizine", "promethazine"]), "X7", Soon);
    silent(&on(&["diphenhydramine", "cetirizine"]), "X7");
    silent(&on(&["diphenhydramine", "azelastine"]), "X7");
    silent(&typed(&["Tylenol PM"]), "X7");
    // One box with two of the kind is one entry.
    silent(&but(typed(&["Arlevert"]), |a| a.country = Some(Country::Eu)), "X7");
}

#[test]
fn x8_two_products_with_paracetamol_by_ingredient_or_by_name() {
    let row = COMBINATIONS.iter().find(|row| row.id == "X8").expect("X8");
    let names: Vec<&str> = quiet_legs::content::words(row.typed.expect("names")).split(';').collect();
    assert_eq!(names.len(), 30);
    for name in &names {
        fires(&typed(&["acetaminophen 500 mg", name]), "X8", Soon);
        fires(&typed(&["acetaminophen 500 mg", &format!("{} 8/500 tablets", name.to_uppercase())]), "X8", Soon);
    }
    fires(&typed(&["Tylenol", "Tylenol"]), "X8", Soon);
    let found = fires(&on(&["paracetamol", "paracetamol"]), "X8", Soon);
    assert!(found.says.text().contains("Add up"));
    assert!(found.watch.expect("when to call").text().contains("even if you feel well"));
    silent(&typed(&["Tylenol"]), "X8");
    silent(&typed(&["acetaminophen", "ibuprofen"]), "X8");
    silent(&typed(&["acetaminophen", "paracetmol"]), "X8");
}

#[test]
fn x9_a_dopamine_medicine_and_an_earlier_start() {
    let earlier = |first| but(on(&["ropinirole"]), |a| a.augmentation = [first, Some(Tri::Yes), None, None]);
    let found = fires(&earlier(Some(Tri::Yes)), "X9", Soon);
    assert_eq!(found.because, ["medicines[0]", "aug_earlier"]);
    for first in [Some(Tri::No), Some(Tri::NotSure), None] {
        silent(&earlier(first), "X9");
    }
    silent(&but(on(&["tramadol"]), |a| a.augmentation = [Some(Tri::Yes); 4]), "X9");
}

#[test]
fn x10_a_gabapentinoid_and_the_kidneys() {
    for condition in ["ckd", "dialysis", "kidney_transplant"] {
        for medicine in ["gabapentin", "gabapentin_enacarbil", "pregabalin", "mirogabalin"] {
            fires(&with(&[condition], &[medicine]), "X10", Soon);
        }
    }
    silent(&with(&["diabetes"], &["gabapentin"]), "X10");
    silent(&with(&["ckd"], &["levetiracetam"]), "X10");
}

#[test]
fn x11_magnesium_and_the_kidneys() {
    fires(&with(&["ckd"], &["magnesium"]), "X11", Soon);
    fires(&with(&["dialysis"], &["magnesium"]), "X11", Soon);
    silent(&with(&["kidney_transplant"], &["magnesium"]), "X11");
    silent(&on(&["magnesium"]), "X11");
}

#[test]
fn x12_pregnancy_and_what_may_harm_the_baby() {
    for id in [
        "topiramate",
        "valproate",
        "isotretinoin",
        "carbamazepine",
        "phenytoin",
        "phenobarbital",
        "primidone",
        "mycophenolate",
        "warfarin",
    ] {
        for trimester in [None, Some(1), Some(2), Some(3)] {
            let found = fires(&pregnant(trimester, &[id]), "X12", SameDay);
            assert_eq!(found.because, ["medicines[0]", "pregnant"]);
        }
    }
    fires(&with(&["pregnancy"], &["warfarin"]), "X12", SameDay);
    silent(&pregnant(None, &["lamotrigine"]), "X12");
    silent(&on(&["warfarin"]), "X12");
}

#[test]
fn x13_from_65_on_with_a_drowsy_allergy_medicine_or_a_tricyclic() {
    for id in ["diphenhydramine", "cinnarizine", "amitriptyline", "doxepin", "cyclobenzaprine", "opipramol"] {
        fires(&aged(65.0, &[id]), "X13", Routine);
        silent(&aged(64.9, &[id]), "X13");
    }
    silent(&aged(80.0, &["loratadine"]), "X13");
    silent(&aged(80.0, &["mirtazapine"]), "X13");
    silent(&aged(80.0, &["maprotiline"]), "X13");
    silent(&but(on(&["amitriptyline"]), |a| a.person.age_years = None), "X13");
}

#[test]
fn x14_by_the_age_of_the_child() {
    for id in ["codeine", "tramadol"] {
        for years in [0.5, 1.0, 4.0, 11.9] {
            fires(&aged(years, &[id]), "X14", SameDay);
        }
        silent(&aged(12.0, &[id]), "X14");
    }
    for years in [0.0, 1.9] {
        fires(&aged(years, &["promethazine"]), "X14", SameDay);
    }
    for years in [2.0, 5.9] {
        fires(&aged(years, &["promethazine"]), "X14", Soon);
    }
    silent(&aged(6.0, &["promethazine"]), "X14");
    silent(&aged(3.0, &["cetirizine"]), "X14");
    fires(&aged(4.0, &["codeine", "promethazine"]), "X14", SameDay);
    silent(&aged(4.0, &["morphine"]), "X14");
}

#[test]
fn x15_a_gabapentinoid_with_a_sedative_or_only_with_alcohol() {
    for other in ["zolpidem", "primidone", "sodium_oxybate"] {
        fires(&on(&["gabapentin", other]), "X15", Soon);
    }
    for other in ["alcohol", "diphenhydramine"] {
        fires(&on(&["gabapentin", other]), "X15", Routine);
    }
    fires(&on(&["gabapentin", "alcohol", "zolpidem"]), "X15", Soon);
    silent(&on(&["gabapentin", "codeine"]), "X15");
    silent(&on(&["gabapentin", "cetirizine"]), "X15");
}

#[test]
fn x16_oxybate_with_anything_that_makes_sleepy() {
    for other in ["alcohol", "diazepam", "morphine", "doxylamine"] {
        fires(&on(&["sodium_oxybate", other]), "X16", SameDay);
    }
    silent(&on(&["sodium_oxybate", "modafinil"]), "X16");
}

#[test]
fn x17_breastfeeding_with_codeine_or_tramadol() {
    fires(&with(&["breastfeeding"], &["codeine"]), "X17", SameDay);
    fires(&with(&["breastfeeding"], &["tramadol"]), "X17", SameDay);
    silent(&with(&["breastfeeding"], &["morphine"]), "X17");
    silent(&on(&["codeine"]), "X17");
}

#[test]
fn x18_a_sedative_with_alcohol_or_another_sedative() {
    fires(&on(&["temazepam", "alcohol"]), "X18", Soon);
    fires(&on(&["temazepam", "zolpidem"]), "X18", Soon);
    silent(&on(&["temazepam", "temazepam"]), "X18");
    silent(&on(&["melatonin", "alcohol"]), "X18");
    silent(&on(&["temazepam", "diphenhydramine"]), "X18");
}

#[test]
fn x19_pain_tablets_of_the_ibuprofen_kind_late_in_pregnancy() {
    for id in ["ibuprofen", "naproxen", "diclofenac", "meloxicam", "celecoxib"] {
        fires(&pregnant(Some(2), &[id]), "X19", SameDay);
        fires(&pregnant(Some(3), &[id]), "X19", SameDay);
        // Unknown is not the first trimester.
        fires(&pregnant(None, &[id]), "X19", SameDay);
        silent(&pregnant(Some(1), &[id]), "X19");
        silent(&on(&[id]), "X19");
    }
    silent(&pregnant(Some(3), &["aspirin"]), "X19");
    silent(&pregnant(Some(3), &["paracetamol"]), "X19");
}

#[test]
fn x20_what_slows_breathing_and_the_lungs() {
    for condition in ["copd", "osa"] {
        for id in ["pregabalin", "codeine", "diazepam"] {
            fires(&with(&[condition], &[id]), "X20", Routine);
        }
        silent(&with(&[condition], &["melatonin"]), "X20");
    }
    silent(&on(&["codeine"]), "X20");
}

#[test]
fn a_name_that_waits_for_a_yes_is_told_as_if_in_four_rows_and_counts_in_no_other() {
    let waiting = |name: &str, change: fn(&mut Assessment)| but(typed(&[name, "alcohol"]), change);
    for (name, medicine, id, change) in [
        ("trammadol", "tramadol", "X1", (|_| {}) as fn(&mut Assessment)),
        ("topiramat", "topiramate", "X12", |a| a.person.pregnancy = Pregnancy::Yes(Some(1))),
        ("codiene", "codeine", "X14", |a| a.person.age_years = Some(8.0)),
        ("codiene", "codeine", "X17", |a| a.conditions = vec!["breastfeeding"]),
    ] {
        let found = all(&waiting(name, change), id);
        assert_eq!(found.len(), 1, "{id}");
        assert!(found[0].unconfirmed);
        let said = found[0].says.text();
        assert!(said.starts_with(&format!("If “{name}” is {medicine}, ")), "{said}");
    }
    silent(&but(typed(&["diazepm", "alcohol"]), |_| {}), "X18");
    silent(&but(typed(&["gabapentn"]), |a| a.conditions = vec!["ckd"]), "X10");
    silent(&but(typed(&["ibuprofn"]), |a| a.person.pregnancy = Pregnancy::Yes(Some(3))), "X19");
    // Once confirmed, it is told without the if.
    let confirmed = fits_but(|a| a.medicines = vec![entry("trammadol", &["tramadol"]), entry("", &["alcohol"])]);
    fires(&confirmed, "X1", Soon);
}

#[test]
fn a_certain_name_and_one_that_waits_are_told_apart() {
    let a = but(typed(&["warfarin", "topiramat"]), |a| a.person.pregnancy = Pregnancy::Yes(None));
    let found = all(&a, "X12");
    assert_eq!(found.iter().map(|one| one.unconfirmed).collect::<Vec<_>>(), [false, true]);
    assert_eq!(found[0].entries, ["warfarin"]);
    assert_eq!(found[1].entries, ["topiramat"]);
}

#[test]
fn two_ingredients_of_one_box_are_no_pair() {
    let a = fits_but(|a| a.medicines = vec![entry("a box", &["codeine", "diazepam"])]);
    assert_eq!(report(&a).danger_combinations, []);
}

#[test]
fn no_verdict_drops_a_danger() {
    let no = with_criteria([Some(Answer::No), Some(Answer::No), Some(Answer::No), Some(Answer::No)]);
    let a = but(no, |a| a.medicines = takes(&["phenelzine", "sertraline"]));
    assert_eq!(report(&a).verdict, Verdict::Unlikely);
    fires(&a, "X3", SameDay);
    let nothing_else = Assessment { medicines: takes(&["phenelzine", "sertraline"]), ..Assessment::default() };
    fires(&nothing_else, "X3", SameDay);
    let child = Assessment {
        person: Person { age_years: Some(1.0), ..Person::default() },
        medicines: takes(&["codeine"]),
        ..Assessment::default()
    };
    fires(&child, "X14", SameDay);
}

#[test]
fn dangers_come_first_among_the_medicines_the_most_urgent_first() {
    let a = on(&["mirtazapine", "ferrous_sulfate", "levothyroxine", "codeine", "alcohol", "phenelzine"]);
    let report = report(&a);
    let medicines: Vec<&str> =
        report.findings.iter().filter(|f| f.group == Group::Medicine).map(|f| f.rule.as_str()).collect();
    assert_eq!(&medicines[..3], ["combination.X3", "combination.X1", "combination.X4"]);
    assert_eq!(medicines[3], "group.many_medicines");
    assert!(medicines[4..].iter().all(|rule| rule.starts_with("medicine.")));
}

#[test]
fn every_row_of_the_evidence_is_there_once() {
    let ids: Vec<String> = (1..=20).map(|n| format!("X{n}")).collect();
    assert_eq!(COMBINATIONS.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
}

#[test]
fn hardly_studied_medicines_still_count_for_dangers() {
    let a: Vec<MedicineEntry> = takes(&["fentanyl", "alprazolam"]);
    fires(&fits_but(|all| all.medicines = a), "X1", Soon);
}
