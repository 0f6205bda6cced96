//! Names that are taken for each other, and words for a whole class (evidence 4.6).
#![cfg(not(target_arch = "wasm32"))]

use quiet_legs::content::names::{Found, find};
use quiet_legs::content::{Country, MEDICINES};
use std::collections::BTreeSet;

use Country::{Au, Gb, Us};

/// The look-alike names of evidence 4.6, each with the medicine it is; `None` = not on our list.
const LOOK_ALIKES: &[&[(&str, Option<&str>)]] = &[
    &[("Lexotan", Some("bromazepam")), ("Lexomil", Some("bromazepam")), ("Lexapro", Some("escitalopram"))],
    &[("Xanax", Some("alprazolam")), ("Zantac", Some("ranitidine")), ("Zyrtec", Some("cetirizine"))],
    &[("Brintellix", Some("vortioxetine")), ("Brilinta", Some("ticagrelor"))],
    &[
        ("Losec", Some("omeprazole")),
        ("Lasix", Some("furosemide")),
        ("Luvox", Some("fluvoxamine")),
        ("Lovan", Some("fluoxetine")),
    ],
    &[("Celexa", Some("citalopram")), ("Celebrex", Some("celecoxib")), ("Cerebyx", None)],
    &[("Zyprexa", Some("olanzapine")), ("Zyrtec", Some("cetirizine"))],
    &[("Lamictal", Some("lamotrigine")), ("Lamisil", None)],
    &[("Seroquel", Some("quetiapine")), ("Serzone", Some("nefazodone")), ("Serenace", Some("haloperidol"))],
    &[("Nardil", Some("phenelzine")), ("Norflex", Some("orphenadrine"))],
    &[("Tramadol", Some("tramadol")), ("Trazodone", Some("trazodone"))],
    &[("Hydroxyzine", Some("hydroxyzine")), ("Hydralazine", None)],
    &[("Effexor", Some("venlafaxine")), ("Effient", None)],
    &[("Sifrol", Some("pramipexole")), ("Stilnox", Some("zolpidem"))],
    &[("Duloxetine", Some("duloxetine")), ("Doxycycline", Some("doxycycline"))],
    &[("Requip", Some("ropinirole")), ("Risperdal", Some("risperidone"))],
    &[("Piriton", Some("chlorphenamine")), ("Piriteze", Some("cetirizine"))],
    &[("NyQuil", Some("doxylamine")), ("DayQuil", Some("paracetamol"))],
    &[("Night Nurse", Some("promethazine")), ("Day Nurse", Some("paracetamol"))],
    &[("Alka-Seltzer Plus Night", Some("doxylamine")), ("Alka-Seltzer Plus Day", Some("paracetamol"))],
    &[("Mirapex", Some("pramipexole")), ("Mirapexin", Some("pramipexole"))],
];

fn taken(typed: &str, country: Option<Country>) -> Vec<&'static str> {
    match find(typed, country) {
        Found::Exact(matches) => matches.iter().map(|m| m.medicine.id).collect(),
        _ => Vec::new(),
    }
}

/// Every single slip: a letter missing, doubled, swapped with the next, or any other letter in its place.
fn every_slip(name: &str) -> BTreeSet<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut typed = BTreeSet::new();
    for at in 0..letters.len() {
        let changed = |change: &dyn Fn(&mut Vec<char>)| {
            let mut letters = letters.clone();
            change(&mut letters);
            letters.into_iter().collect::<String>()
        };
        typed.insert(changed(&|l| {
            l.remove(at);
        }));
        typed.insert(changed(&|l| l.insert(at, l[at])));
        if at + 1 < letters.len() {
            typed.insert(changed(&|l| l.swap(at, at + 1)));
        }
        typed.extend(('a'..='z').map(|letter| changed(&|l| l[at] = letter)));
    }
    typed.insert(name.to_owned());
    typed
}

#[test]
fn no_slip_in_one_look_alike_is_silently_another_in_either_direction() {
    let mut typed_in_all = 0;
    for group in LOOK_ALIKES {
        for (name, own) in *group {
            let others: Vec<&str> = group.iter().filter_map(|(_, id)| *id).filter(|id| Some(*id) != *own).collect();
            for typed in every_slip(name) {
                for country in [None, Some(Us), Some(Gb), Some(Au)] {
                    typed_in_all += 1;
                    let ids = taken(&typed, country);
                    assert!(!ids.iter().any(|id| others.contains(id)), "{typed} for {name} in {country:?}: {ids:?}");
                }
            }
        }
    }
    println!("{typed_in_all} look-alike names typed, none taken for its partner");
    assert!(typed_in_all > 30_000);
}

#[test]
fn each_look_alike_typed_whole_is_itself_or_a_question() {
    for (name, own) in LOOK_ALIKES.iter().flat_map(|group| group.iter()) {
        for country in [None, Some(Us), Some(Gb), Some(Au)] {
            let found = find(name, country);
            match own {
                Some(id) => assert!(found.matches().iter().any(|m| m.medicine.id == *id), "{name}: {found:?}"),
                None => assert!(matches!(found, Found::Unknown), "{name}: {found:?}"),
            }
        }
    }
}

#[test]
fn the_first_three_groups_need_a_yes_in_every_country() {
    for (name, _) in LOOK_ALIKES.iter().take(3).flat_map(|group| group.iter()) {
        for country in [None, Some(Us), Some(Gb), Some(Au)] {
            assert_eq!(taken(name, country), Vec::<&str>::new(), "{name} in {country:?}");
        }
    }
}

/// What a class word must offer, by id, and what it must not offer.
const CLASS_WORDS: &[(&str, &[&str], &[&str])] = &[
    ("antidepressant", &["sertraline", "venlafaxine", "amitriptyline", "mirtazapine", "bupropion"], &["diazepam"]),
    ("water tablet", &["furosemide", "hydrochlorothiazide", "bendroflumethiazide", "indapamide"], &["amlodipine"]),
    ("blood pressure tablet", &["amlodipine", "bisoprolol", "propranolol", "clonidine", "methyldopa"], &["sertraline"]),
    ("sleeping pill", &["zopiclone", "temazepam", "diphenhydramine", "doxylamine", "melatonin"], &["sertraline"]),
    ("allergy pill", &["cetirizine", "loratadine", "chlorphenamine", "diphenhydramine"], &["melatonin"]),
    ("stomach pill", &["omeprazole", "famotidine", "calcium_carbonate"], &["metoclopramide"]),
    ("sickness tablet", &["metoclopramide", "prochlorperazine", "promethazine", "ondansetron"], &["omeprazole"]),
    ("cough syrup", &["dextromethorphan", "codeine", "promethazine", "diphenhydramine"], &["paracetamol"]),
    ("cold and flu", &["doxylamine", "promethazine", "chlorphenamine", "paracetamol", "phenylephrine"], &["codeine"]),
    ("painkiller", &["paracetamol", "ibuprofen", "codeine", "tramadol"], &["gabapentin"]),
    ("nerve tablet", &["gabapentin", "pregabalin", "amitriptyline", "duloxetine"], &["ibuprofen"]),
    ("the pill", &["combined_pill", "progestogen"], &["estradiol"]),
    ("iron", &["ferrous_sulfate", "ferrous_fumarate", "ferrous_gluconate", "multivitamin_iron"], &["iron_sucrose"]),
    ("magnesium complex", &["magnesium", "vitamin_b6"], &["zinc"]),
];

#[test]
fn a_class_word_offers_its_class_and_guesses_nothing() {
    for (word, offers, offers_not) in CLASS_WORDS {
        let no_plural = ["the pill", "cold and flu", "iron", "magnesium complex"].contains(word);
        let plural = if no_plural { format!("{word}!") } else { format!("{word}s") };
        for typed in [(*word).to_owned(), word.to_uppercase(), plural, format!(" {word}.")] {
            for country in [None, Some(Us), Some(Gb)] {
                let Found::PickList { sections, medicines, .. } = find(&typed, country) else {
                    panic!("{typed}: {:?}", find(&typed, country))
                };
                let mut ids: Vec<&str> = medicines.iter().map(|m| m.id).collect();
                ids.extend(MEDICINES.iter().filter(|m| sections.contains(&m.section)).map(|m| m.id));
                for id in *offers {
                    assert!(ids.contains(id), "{typed} does not offer {id}");
                }
                for id in *offers_not {
                    assert!(!ids.contains(id), "{typed} offers {id}");
                }
                assert_eq!(taken(&typed, country), Vec::<&str>::new());
            }
        }
    }
}

#[test]
fn a_brand_is_read_by_the_country_and_a_missing_country_shows_every_meaning() {
    let offered = |typed: &str, country: Option<Country>| -> BTreeSet<&'static str> {
        find(typed, country).matches().iter().map(|m| m.medicine.id).collect()
    };
    assert_eq!(taken("Cartia", Some(Au)), ["aspirin"]);
    assert_eq!(taken("Cartia XT", Some(Us)), ["diltiazem"]);
    assert_eq!(taken("Cartia", Some(Country::Nz)), ["aspirin"]);
    assert_eq!(offered("Cartia", None), BTreeSet::from(["aspirin", "diltiazem"]));
    assert_eq!(taken("Cartia", None), Vec::<&str>::new());
    assert_eq!(taken("Unisom", Some(Au)), ["diphenhydramine"]);
    assert_eq!(taken("Unisom", Some(Country::Ca)), ["diphenhydramine"]);
    assert_eq!(offered("Unisom", Some(Us)), BTreeSet::from(["diphenhydramine", "doxylamine"]));
    // Ireland meets the boxes of the United Kingdom and of the other EU countries, New Zealand those of Australia.
    for medicine in &MEDICINES {
        for part in quiet_legs::content::words(medicine.names).split(';') {
            let Some((code, name)) = part.split_once(':') else { continue };
            let neighbour = match code {
                "GB" | "EU" => Country::Ie,
                "AU" => Country::Nz,
                _ => continue,
            };
            let found = find(name, Some(neighbour));
            assert!(found.matches().iter().any(|m| m.medicine.id == medicine.id), "{name} in {neighbour:?}");
            if !matches!(found, Found::AskWhich { .. }) {
                assert!(found.matches().iter().all(|m| !m.elsewhere), "{name} in {neighbour:?}");
            }
        }
    }
}

#[test]
fn every_kind_offered_while_the_names_are_missing_is_understood_as_a_kind_later() {
    let kinds = quiet_legs::content::words(quiet_legs::content::text::ui::medicines::KINDS);
    assert!(kinds.split(';').count() > 10);
    for kind in kinds.split(';') {
        assert!(
            matches!(quiet_legs::content::names::find(kind, None), quiet_legs::content::names::Found::PickList { .. }),
            "{kind}: {:?}",
            quiet_legs::content::names::find(kind, None)
        );
    }
}
