//! Promises about treatments and time (evidence 8): honest, without a dose, and only beside a cause that was found.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::{Answer, Assessment, Explains, Lab, Tri};
use quiet_legs::content::text::PATHS;
use quiet_legs::content::{GUIDELINES, MEDICINES, Medicine, TIME_NOTES, TREATMENTS, words};
use rules_support::*;

fn notes(a: &Assessment) -> Vec<&'static str> {
    report(a).time_notes.iter().map(|note| note.id).collect()
}

fn text(a: &Assessment) -> String {
    report(a).time_notes.iter().map(|note| words(note.says)).collect::<Vec<_>>().join(" ")
}

fn with_ferritin(value: &str) -> Assessment {
    fits_but(|a| a.labs.ferritin = Some(Lab { value: value.into(), unit: "ng/mL".into() }))
}

#[test]
fn low_iron_is_said_to_be_judged_after_about_3_months() {
    for ferritin in ["20", "60"] {
        assert_eq!(notes(&with_ferritin(ferritin)), ["iron"]);
        assert!(text(&with_ferritin(ferritin)).contains("Doctors usually judge iron treatment after about 3 months."));
    }
    assert_eq!(notes(&with_ferritin("150")), [""; 0]);
    let elsewhere = Assessment { look_alikes: vec![("M_CRAMP", Explains::All)], ..with_ferritin("60") };
    assert_eq!(notes(&elsewhere), [""; 0]);
}

#[test]
fn a_medicine_is_said_to_settle_after_the_cause_is_changed_and_that_the_time_is_not_well_studied() {
    let a = fits_but(|a| a.medicines = takes(&["sertraline", "diphenhydramine"]));
    assert_eq!(notes(&a), ["medicine"]);
    let said = text(&a);
    assert!(said.contains("over days to weeks") && said.contains("not well studied"), "{said}");
    assert_eq!(report(&a).time_notes[0].because.len(), 2);
    for id in ["gabapentin", "caffeine", "buspirone"] {
        assert_eq!(notes(&fits_but(|a| a.medicines = takes(&[id]))), [""; 0], "{id}");
    }
    let unlikely = Assessment { criteria: with_criteria([Some(Answer::No); 4]).criteria, ..a };
    assert_eq!(notes(&unlikely), [""; 0]);
}

#[test]
fn apnoea_nerves_and_pregnancy_have_a_sentence_of_their_own() {
    let with = |id: &'static str| fits_but(|a| a.conditions = vec![id]);
    assert!(text(&with("osa")).contains("over weeks to months. It does not always."));
    assert!(text(&with("neuropathy")).contains("little or no difference"));
    assert!(text(&with("pregnancy")).contains("4 in 100"));
    assert_eq!(notes(&with("diabetes")), [""; 0]);
}

#[test]
fn every_dopamine_medicine_brings_its_warnings_about_driving_and_urges() {
    let can = |row: &&Medicine| row.section == "dopaminergic" && row.direction.code() == "augmentation";
    let rows: Vec<&Medicine> = MEDICINES.iter().filter(can).collect();
    assert!(rows.len() >= 5);
    for row in rows {
        let said = text(&fits_but(|a| a.medicines = takes(&[row.id])));
        assert!(said.contains("do not drive until you know") && said.contains("urges"), "{}: {said}", row.id);
    }
    assert!(!text(&fits_but(|a| a.medicines = takes(&["tramadol"]))).contains("drive"));
    let turned = fits_but(|a| (a.medicines, a.augmentation[0]) = (takes(&["ropinirole"]), Some(Tri::Yes)));
    assert_eq!(notes(&turned), ["augmentation", "dopamine_medicine"]);
}

#[test]
fn every_note_and_treatment_is_backed_and_complete() {
    assert!(TIME_NOTES.len() >= 7 && TREATMENTS.len() >= 12 && GUIDELINES.len() >= 9);
    for row in &TREATMENTS {
        assert!(!row.sources.is_empty(), "{}", row.id);
        assert!([row.name, row.what, row.guidelines].iter().all(|key| !words(*key).is_empty()), "{}", row.id);
    }
    for row in &GUIDELINES {
        assert!(!row.sources.is_empty() && row.cells.iter().any(Option::is_some), "{}", row.id);
    }
}

#[test]
fn the_disagreement_about_dopamine_medicines_is_told_openly() {
    let row = TREATMENTS.iter().find(|row| row.id == "dopamine_medicines").unwrap();
    let said = words(row.guidelines);
    assert!(said.contains("disagree") && said.contains("US") && said.contains("German"), "{said}");
}

#[test]
fn kidney_numbers_are_told_only_from_the_us_guideline() {
    let [kdigo] = GUIDELINES.iter().filter(|row| row.id == "kdigo_2026").collect::<Vec<_>>()[..] else { panic!() };
    let said: String = kdigo.cells.iter().flatten().map(|key| words(*key)).collect();
    assert!(!said.contains(|c: char| c.is_ascii_digit()), "{said}");
}

#[test]
fn the_lines_of_the_us_guideline_are_those_of_the_rules() {
    let us = GUIDELINES.iter().find(|row| row.id == "aasm_2025").unwrap();
    let cell = |at: usize| us.cells[at].map_or("", words);
    assert!(cell(1).contains("75 or less") && cell(1).contains("under 20%"));
    assert!(cell(2).contains("From 75 to 100, only into a vein"));
    assert!(cell(3).contains("under 50"));
    assert!(cell(5).contains("under 200") && cell(5).contains("under 20%"));
}

#[test]
fn no_text_about_treatments_names_an_amount() {
    let about = ["treatments.", "guidelines.", "labs.", "conditions.", "rules."];
    for (path, key) in PATHS.iter().filter(|(path, _)| about.iter().any(|file| path.starts_with(file))) {
        let text = words(*key).to_lowercase();
        let range = path.starts_with("labs.") && path.ends_with(".range");
        for dose in [" mg", " mcg", " tablets a day", " a day with", "milligram"] {
            assert!(range || !text.contains(dose), "{path}: {text}");
        }
    }
}
