//! What a typed medicine name may and may not be taken for (evidence 4.3 and 4.6).
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use quiet_legs::content::names::{Certainty, Found, brands, find, generic, in_the_box, suggest};
use quiet_legs::content::{Country, LOOK_ALIKE_NAMES, MEDICINES, Medicine, words};
use std::collections::BTreeSet;

use Country::{Au, Br, Ca, Eu, Gb, Ie, Jp, Nz, Us};

/// Generic names that evidence 4.6 wants asked about: tablets or drops?
const ASKED: &[&str] = &["ketotifen", "azelastine"];

fn ids(found: &Found) -> Vec<&'static str> {
    found.matches().iter().map(|m| m.medicine.id).collect()
}

fn exact(typed: &str, country: Option<Country>) -> Option<Vec<&'static str>> {
    let found = find(typed, country);
    matches!(found, Found::Exact(_)).then(|| ids(&found))
}

#[track_caller]
fn is_exact(typed: &str, country: Option<Country>, wanted: &[&str]) {
    assert_eq!(exact(typed, country).as_deref(), Some(wanted), "{typed} in {country:?}: {:?}", find(typed, country));
}

#[track_caller]
fn asks_which(typed: &str, country: Option<Country>, wanted: &[&str]) {
    let found = find(typed, country);
    assert!(matches!(found, Found::AskWhich { .. }), "{typed} in {country:?}: {found:?}");
    assert_eq!(sorted(ids(&found)), sorted(wanted.to_vec()), "{typed} in {country:?}");
}

#[track_caller]
fn did_you_mean(typed: &str, country: Option<Country>, wanted: &[&str]) {
    let found = find(typed, country);
    assert!(matches!(found, Found::DidYouMean(_)), "{typed} in {country:?}: {found:?}");
    assert_eq!(sorted(ids(&found)), sorted(wanted.to_vec()), "{typed} in {country:?}");
}

fn sorted(mut ids: Vec<&str>) -> Vec<&str> {
    ids.sort_unstable();
    ids
}

fn generics(medicine: &Medicine) -> impl Iterator<Item = &'static str> {
    words(medicine.names).split(';').filter(|n| !n.contains(':'))
}

#[test]
fn every_medicine_is_found_by_each_of_its_generic_names() {
    assert_eq!(MEDICINES.len(), 345);
    for medicine in &MEDICINES {
        for name in generics(medicine).filter(|n| !ASKED.contains(n)) {
            for typed in [name.to_owned(), name.to_uppercase(), format!("  {name}. ")] {
                is_exact(&typed, None, &[medicine.id]);
                is_exact(&typed, Some(Jp), &[medicine.id]);
            }
        }
    }
}

#[test]
fn strength_form_release_and_salt_do_not_hide_a_name() {
    let forms = [
        "{} 50mg",
        "{} 50 mg tablets",
        "{} 25",
        "{} XR",
        "{} 37.5 mg MR capsules",
        "{} 10mg at night",
        "{} 5 mg/ml twice daily",
    ];
    let salts = ["{} hydrochloride", "{} HCl 20mg", "{} maleate tablets", "{} sodium"];
    for medicine in &MEDICINES {
        let name = generic(medicine);
        // "calcium carbonate" is a salt already.
        let salts = salts.iter().filter(|_| !name.contains(' '));
        for form in forms.iter().chain(salts) {
            let typed = form.replace("{}", name);
            if !ASKED.contains(&name) {
                is_exact(&typed, None, &[medicine.id]);
            }
        }
    }
    for (typed, id) in [
        ("sertraline50mg", "sertraline"),
        ("sodium valproate 500mg", "valproate"),
        ("ferrous fumarate 210 mg tablets", "ferrous_fumarate"),
        ("paxil cr 25", "paroxetine"),
        ("Effexor", "venlafaxine"),
        ("effexor xr 75", "venlafaxine"),
        ("co-codamol 30/500", "codeine"),
        ("CO CODAMOL", "codeine"),
        ("5 htp 100mg", "five_htp"),
        ("vitamin b12", "vitamin_b12"),
        ("amlodipine besylate 5 mg", "amlodipine"),
        ("St. John’s Wort", "st_johns_wort"),
    ] {
        is_exact(typed, Some(Us), &[id]);
    }
    is_exact("Séroplex".replace("Séroplex", "sértraline").as_str(), Some(Eu), &["sertraline"]);
}

#[test]
fn a_salt_or_a_form_alone_is_no_medicine() {
    for typed in ["hydrochloride", "50mg", "tablets", "37.5 mg", "20", "at night", "capsules 10 mg"] {
        assert!(matches!(find(typed, None), Found::Unknown), "{typed}: {:?}", find(typed, None));
    }
}

#[test]
fn one_slip_in_a_name_of_seven_letters_or_more_is_offered_and_never_taken() {
    for medicine in &MEDICINES {
        let name = generic(medicine);
        if name.len() < 7 || ASKED.contains(&name) {
            continue;
        }
        for typed in slips_of(name) {
            let found = find(&typed, None);
            if exact(&typed, None).is_some_and(|ids| ids == [medicine.id]) {
                // The slip fell on a space or a hyphen.
                assert_eq!(letters(&typed), letters(name), "{typed} was taken for {name}");
                continue;
            }
            assert!(!matches!(found, Found::Exact(_)), "{typed} was taken for {:?}", ids(&found));
            assert!(ids(&found).contains(&medicine.id), "{typed} does not offer {name}: {found:?}");
            assert!(
                found
                    .matches()
                    .iter()
                    .all(|m| m.certainty == Certainty::Close || matches!(found, Found::AskWhich { .. }))
            );
        }
    }
    did_you_mean("amitriptalin", Some(Gb), &["amitriptyline"]);
    did_you_mean("sertralin 50 mg", Some(Us), &["sertraline"]);
}

fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric()).collect()
}

/// The name with a letter of its middle missing, doubled, wrong, and swapped with the next.
fn slips_of(name: &str) -> Vec<String> {
    let at = name.len() / 2;
    let (head, tail) = name.split_at(at);
    let mut rest = tail.chars();
    let (first, second) = (rest.next().unwrap(), rest.next().unwrap());
    let after = rest.as_str();
    vec![
        format!("{head}{second}{after}"),
        format!("{head}{first}{first}{second}{after}"),
        format!("{head}q{second}{after}"),
        format!("{head}{second}{first}{after}"),
    ]
}

#[test]
fn short_names_forgive_nothing_below_four_letters_and_one_slip_up_to_six() {
    assert!(matches!(find("zic", None), Found::Unknown));
    did_you_mean("lasic", Some(Gb), &["furosemide", "omeprazole", "fluvoxamine", "fluoxetine"]);
    assert!(!ids(&find("lbsic", None)).contains(&"furosemide"));
}

#[test]
fn an_unknown_name_stays_unknown() {
    for typed in
        ["", "   ", "xyzzyplugh", "🦵", "no idea", "blue one", "qwertyuiop 50mg", "бензин", "!!!", "terbinafinum"]
    {
        assert!(matches!(find(typed, Some(Us)), Found::Unknown), "{typed}: {:?}", find(typed, Some(Us)));
    }
}

#[test]
fn a_brand_means_what_it_means_where_the_person_lives() {
    is_exact("Zoloft", Some(Us), &["sertraline"]);
    is_exact("Lustral 100mg", Some(Gb), &["sertraline"]);
    is_exact("Lustral", Some(Ie), &["sertraline"]);
    is_exact("Avanza", Some(Nz), &["mirtazapine"]);
    is_exact("Cipralex", Some(Ie), &["escitalopram"]);
    is_exact("Remergil", Some(Eu), &["mirtazapine"]);
    is_exact("Gravol", Some(Ca), &["dimenhydrinate"]);
    is_exact("Tarlige", Some(Jp), &["mirogabalin"]);
    is_exact("Digesan", Some(Br), &["bromopride"]);
}

#[test]
fn a_brand_of_another_country_waits_for_a_yes() {
    for (typed, country, id) in
        [("Lustral", Us, "sertraline"), ("Zoloft", Gb, "sertraline"), ("Tarlige", Us, "mirogabalin")]
    {
        did_you_mean(typed, Some(country), &[id]);
        assert!(find(typed, Some(country)).matches().iter().all(|m| m.elsewhere));
        is_exact(typed, None, &[id]);
    }
}

#[test]
fn a_box_with_two_ingredients_gives_both() {
    for (typed, country, both) in [
        ("Symbyax", Us, ["fluoxetine", "olanzapine"]),
        ("Triptafen", Gb, ["amitriptyline", "perphenazine"]),
        ("Contrave", Us, ["bupropion", "naltrexone"]),
        ("Mysimba", Eu, ["bupropion", "naltrexone"]),
        ("Auvelity", Us, ["bupropion", "dextromethorphan"]),
        ("Stalevo", Gb, ["entacapone", "levodopa"]),
        ("Aggrenox", Us, ["aspirin", "dipyridamole"]),
        ("Arlevert", Eu, ["cinnarizine", "dimenhydrinate"]),
        ("Advil PM", Us, ["diphenhydramine", "ibuprofen"]),
        ("Claritin-D", Us, ["loratadine", "pseudoephedrine"]),
    ] {
        assert_eq!(exact(typed, Some(country)).map(sorted), Some(both.to_vec()), "{typed}");
        assert_eq!(exact(typed, None).map(sorted), Some(both.to_vec()), "{typed} without a country");
        let one = find(typed, Some(country)).matches()[0].medicine;
        let whole = in_the_box(typed, one).iter().map(|m| m.id).collect();
        assert_eq!(sorted(whole), both, "{typed} after a yes to {}", one.id);
    }
    assert_eq!(in_the_box("Sominex", find("promethazine", None).matches()[0].medicine).len(), 1);
    is_exact("Deanxit", Some(Eu), &["flupentixol"]);
}

#[test]
fn benadryl_is_another_medicine_in_another_country() {
    is_exact("Benadryl", Some(Us), &["diphenhydramine"]);
    is_exact("benadryl allergy 25 mg", Some(Ca), &["diphenhydramine"]);
    for country in [Gb, Ie] {
        asks_which("Benadryl", Some(country), &["acrivastine", "cetirizine"]);
    }
    is_exact("Benadryl Allergy Relief", Some(Gb), &["acrivastine"]);
    is_exact("Benadryl Allergy One a Day", Some(Gb), &["cetirizine"]);
    asks_which("Benadryl", Some(Au), &["diphenhydramine"]);
    asks_which("Benadryl", None, &["acrivastine", "cetirizine", "diphenhydramine"]);
    asks_which("Benadryl", Some(Jp), &["acrivastine", "cetirizine", "diphenhydramine"]);
}

#[test]
fn names_with_several_meanings_ask_which() {
    asks_which("Unisom", Some(Us), &["diphenhydramine", "doxylamine"]);
    is_exact("Unisom", Some(Au), &["diphenhydramine"]);
    is_exact("Unisom SleepTabs", Some(Us), &["doxylamine"]);
    is_exact("Cartia", Some(Au), &["aspirin"]);
    is_exact("Cartia XT", Some(Us), &["diltiazem"]);
    asks_which("Cartia", None, &["aspirin", "diltiazem"]);
    for typed in ["Zaditen", "ketotifen", "ketotifen 1mg"] {
        asks_which(typed, Some(Gb), &["antihistamine_eye_drops", "ketotifen"]);
    }
    asks_which("azelastine", Some(Us), &["antihistamine_eye_drops", "azelastine"]);
    is_exact("ketotifen eye drops", Some(Gb), &["antihistamine_eye_drops"]);
    is_exact("azelastine nasal spray", Some(Gb), &["azelastine"]);
    for country in [None, Some(Us), Some(Gb), Some(Au)] {
        asks_which("Sudafed", country, &["phenylephrine", "pseudoephedrine"]);
    }
    is_exact("Sudafed PE", Some(Us), &["phenylephrine"]);
    is_exact("Sominex", Some(Us), &["diphenhydramine"]);
    is_exact("Sominex", Some(Gb), &["promethazine"]);
    asks_which("Sominex", None, &["diphenhydramine", "promethazine"]);
    asks_which("Nytol", Some(Gb), &["diphenhydramine", "valerian"]);
    is_exact("Nytol Herbal", Some(Gb), &["valerian"]);
    is_exact("Nytol One-A-Night", Some(Gb), &["diphenhydramine"]);
    asks_which("ZzzQuil", Some(Us), &["diphenhydramine", "melatonin"]);
    is_exact("ZzzQuil Pure Zzzs", Some(Us), &["melatonin"]);
    asks_which("Dramamine", Some(Us), &["dimenhydrinate", "meclizine"]);
    is_exact("Dramamine Less Drowsy", Some(Us), &["meclizine"]);
    is_exact("Dramamine Original", Some(Us), &["dimenhydrinate"]);
    assert!(matches!(find("Dramamine Non-Drowsy", Some(Us)), Found::Unknown));
    asks_which("Zantac", Some(Us), &["famotidine", "ranitidine"]);
    is_exact("Zantac 360", Some(Us), &["famotidine"]);
    asks_which("Theraflu", Some(Us), &["paracetamol", "pheniramine"]);
}

#[test]
fn pm_and_night_are_never_dropped_before_the_brand_is_looked_up() {
    for (plain, night) in [("Tylenol", "Tylenol PM"), ("Advil", "Advil PM"), ("Aleve", "Aleve PM")] {
        assert!(!exact(plain, Some(Us)).expect(plain).contains(&"diphenhydramine"));
        assert!(exact(night, Some(Us)).expect(night).contains(&"diphenhydramine"), "{night}");
    }
    is_exact("Panadol", Some(Gb), &["paracetamol"]);
    assert!(exact("panadol night", Some(Gb)).unwrap().contains(&"diphenhydramine"));
    for typed in [
        "tylenol nightime",
        "Tylenol Night",
        "acetaminophen PM",
        "ibuprofen pm 200mg",
        "Tylenol Cold Night",
        "tylenoll pm",
        "Advil Nighttime",
    ] {
        let found = find(typed, Some(Us));
        assert!(!matches!(found, Found::Exact(_)), "{typed}: {found:?}");
        assert!(ids(&found).contains(&"diphenhydramine"), "{typed}: {found:?}");
    }
    is_exact("amitriptyline 10 mg at night", Some(Gb), &["amitriptyline"]);
    is_exact("paracetamol at night", Some(Gb), &["paracetamol"]);
    is_exact("NyQuil", Some(Us), &["doxylamine"]);
    is_exact("Night Nurse", Some(Gb), &["promethazine"]);
    is_exact("Alka-Seltzer Plus Night", Some(Us), &["doxylamine"]);
    asks_which("Alka-Seltzer Plus", Some(Us), &["doxylamine", "paracetamol"]);
    for (day, country) in [("DayQuil", Us), ("Day Nurse", Gb), ("Alka-Seltzer Plus Day", Us)] {
        is_exact(day, Some(country), &["paracetamol"]);
    }
}

#[test]
fn a_form_that_may_be_a_slip_of_another_product_is_asked_about() {
    did_you_mean("Excedrin PR", Some(Us), &["caffeine", "diphenhydramine"]);
    is_exact("Excedrin tablets", Some(Us), &["caffeine"]);
    is_exact("Toprol XR", Some(Us), &["metoprolol"]);
}

#[test]
fn another_form_of_a_medicine_waits_for_a_yes() {
    for (typed, id) in [
        ("diclofenac gel", "diclofenac"),
        ("diphenhydramine cream", "diphenhydramine"),
        ("haloperidol injection", "haloperidol"),
        ("fentanyl patch 12mcg", "fentanyl"),
        ("pheniramine eye drops", "pheniramine"),
    ] {
        did_you_mean(typed, None, &[id]);
    }
    is_exact("rotigotine patch", None, &["rotigotine"]);
}

#[test]
fn neutral_allergy_tablets_with_a_d_hold_pseudoephedrine_too() {
    for (typed, id) in [("Zyrtec-D", "cetirizine"), ("claritin d", "loratadine"), ("Allegra-D", "fexofenadine")] {
        assert_eq!(exact(typed, Some(Us)).map(sorted), Some(vec![id, "pseudoephedrine"]), "{typed}");
    }
}

#[test]
fn look_alike_names_of_the_first_kind_are_confirmed_even_when_exact() {
    for (typed, country, id) in [
        ("Lexapro", Us, "escitalopram"),
        ("Lexotan", Au, "bromazepam"),
        ("Lexomil", Eu, "bromazepam"),
        ("Xanax 0.5mg", Us, "alprazolam"),
        ("Zyrtec", Us, "cetirizine"),
        ("Zantac", Gb, "ranitidine"),
        ("Brintellix", Gb, "vortioxetine"),
        ("Brilinta", Us, "ticagrelor"),
    ] {
        did_you_mean(typed, Some(country), &[id]);
        assert_eq!(find(typed, Some(country)).matches()[0].certainty, Certainty::Exact);
    }
}

#[test]
fn no_look_alike_name_is_ever_silently_taken_for_its_partner() {
    for group in &LOOK_ALIKE_NAMES {
        let names: Vec<&str> = words(group.names).split(';').collect();
        for name in &names {
            for other in names.iter().filter(|o| *o != name) {
                for country in [None, Some(Us), Some(Gb), Some(Au), Some(Eu)] {
                    let others = ids(&find(other, None));
                    let mut typed = slips_of(name);
                    typed.push((*name).to_owned());
                    for typed in typed {
                        let taken = exact(&typed, country).unwrap_or_default();
                        let own = ids(&find(name, None));
                        assert!(taken.iter().all(|id| own.contains(id)), "{typed} was taken for {taken:?}");
                        assert!(
                            !taken.iter().any(|id| others.contains(id) && !own.contains(id)),
                            "{typed} for {other}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_misspelt_look_alike_offers_its_partners_too() {
    did_you_mean("tramadal", Some(Us), &["tramadol", "trazodone"]);
    did_you_mean("trazadone", Some(Us), &["tramadol", "trazodone"]);
    did_you_mean("Duloxitine", Some(Us), &["doxycycline", "duloxetine"]);
    for typed in ["celexxa", "celebrax"] {
        let offered = ids(&find(typed, Some(Us)));
        assert!(offered.contains(&"citalopram") && offered.contains(&"celecoxib"), "{typed}: {offered:?}");
    }
}

#[test]
fn piriton_and_piriteze_never_stand_in_for_each_other() {
    is_exact("Piriton", Some(Gb), &["chlorphenamine"]);
    is_exact("Piriteze", Some(Gb), &["cetirizine"]);
    did_you_mean("piritone", Some(Gb), &["chlorphenamine"]);
    did_you_mean("piritezze", Some(Gb), &["cetirizine"]);
    did_you_mean("dayqill", Some(Us), &["paracetamol"]);
    did_you_mean("nyqiul", Some(Us), &["doxylamine"]);
}

#[test]
fn a_look_alike_that_is_not_on_our_list_stays_unknown() {
    for typed in ["Lamisil", "Cerebyx", "Hydralazine 25mg", "Effient"] {
        assert!(matches!(find(typed, Some(Us)), Found::Unknown), "{typed}: {:?}", find(typed, Some(Us)));
    }
}

#[test]
fn class_words_give_a_list_to_pick_from_and_no_guess() {
    for typed in [
        "antidepressant",
        "water tablet",
        "blood pressure tablet",
        "sleeping pill",
        "allergy pill",
        "stomach pill",
        "sickness tablet",
        "cough syrup",
        "cold and flu",
        "painkiller",
        "nerve tablet",
        "the pill",
        "iron",
        "magnesium complex",
        "Antidepressants",
        "sleeping pills",
        "my blood pressure tablets",
        "iron tablets",
        "antidepresant",
    ] {
        match find(typed, Some(Gb)) {
            Found::PickList { sections, medicines, .. } => {
                assert!(!sections.is_empty() || !medicines.is_empty(), "{typed}")
            }
            other => panic!("{typed}: {other:?}"),
        }
    }
}

#[test]
fn several_words_with_a_slip_offer_the_whole_name_and_not_only_a_part() {
    for (typed, country, id) in [
        ("gabapentin encaarbil", Us, "gabapentin_enacarbil"),
        ("Ferro-Graduumet", Au, "ferrous_sulfate"),
        ("Zanttac 360", Us, "famotidine"),
        ("Excedrin MP", Us, "diphenhydramine"),
        ("Quilonnum SR", Au, "lithium"),
    ] {
        let found = find(typed, Some(country));
        assert!(matches!(found, Found::DidYouMean(_)) && ids(&found).first() == Some(&id), "{typed}: {found:?}");
    }
}

#[test]
fn a_name_inside_other_words_is_offered_and_never_taken() {
    did_you_mean("Teva sertraline 50", Some(Us), &["sertraline"]);
    did_you_mean("sertraline and omeprazole", Some(Us), &["omeprazole", "sertraline"]);
    did_you_mean("Abilify Maintena", Some(Us), &["aripiprazole"]);
    did_you_mean("sertral", Some(Us), &["sertraline"]);
}

#[test]
fn a_brand_that_is_different_products_in_different_countries_is_asked_about_without_a_country() {
    let mut brand_names: BTreeSet<&str> = BTreeSet::new();
    for medicine in &MEDICINES {
        brand_names.extend(brands(medicine, None));
    }
    for name in brand_names {
        let found = find(name, None);
        assert!(!matches!(found, Found::Unknown | Found::PickList { .. }), "{name}: {found:?}");
        if let Found::Exact(matches) = &found {
            for country in Country::ALL {
                if let Some(here) = exact(name, Some(*country)) {
                    assert_eq!(
                        sorted(here),
                        sorted(matches.iter().map(|m| m.medicine.id).collect()),
                        "{name} in {country:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn typing_suggests_names_of_this_country_first_and_says_what_was_typed() {
    let met = suggest("met", Some(Us), 8);
    assert!(met.iter().any(|m| m.medicine.id == "metoclopramide") && met.iter().any(|m| m.medicine.id == "metformin"));
    for m in &met {
        assert_eq!(m.name[m.typed.0..m.typed.1].to_lowercase(), "met", "{}", m.name);
    }
    assert_eq!(suggest("zolo", Some(Us), 8)[0].medicine.id, "sertraline");
    assert!(suggest("zoloft", Some(Gb), 8)[0].elsewhere);
    let herbal = suggest("herbal", Some(Gb), 8);
    assert_eq!((herbal[0].medicine.id, herbal[0].name, herbal[0].typed), ("valerian", "Nytol Herbal", (6, 12)));
    let john = suggest("st johns", None, 8);
    assert_eq!(john[0].name.get(john[0].typed.0..john[0].typed.1), Some("St John's"));
    assert_eq!(suggest("sertraline 50 mg", None, 8)[0].medicine.id, "sertraline");
    assert_eq!(suggest("m", None, 5).len(), 5);
    assert!(suggest("", None, 5).is_empty() && suggest("🦵", None, 5).is_empty());
}

#[test]
fn every_beginning_of_a_generic_name_suggests_it() {
    for medicine in &MEDICINES {
        let name = generic(medicine);
        for end in (1..=name.len()).filter(|end| name.is_char_boundary(*end)) {
            let found = suggest(&name[..end], None, usize::MAX);
            assert!(found.iter().any(|m| m.medicine.id == medicine.id), "{} of {name}", &name[..end]);
        }
    }
}

#[test]
fn a_very_long_text_is_answered_and_no_guess_is_made() {
    let long = "sertralin ".repeat(1000);
    assert_eq!(long.chars().count(), 10_000);
    assert!(!matches!(find(&long, Some(Us)), Found::Exact(_)));
    assert!(matches!(find(&"x".repeat(10_000), None), Found::Unknown));
    assert!(matches!(find(&"🦵".repeat(10_000), None), Found::Unknown));
    let _ = suggest(&"é".repeat(10_000), None, 5);
}

fn any_country() -> impl Strategy<Value = Option<Country>> {
    proptest::option::of(proptest::sample::select(Country::ALL))
}

proptest! {
    #[test]
    fn no_text_makes_the_search_panic(text in "\\PC{0,60}", country in any_country()) {
        for m in find(&text, country).matches().iter().chain(&suggest(&text, country, 8)) {
            prop_assert!(m.name.get(m.typed.0..m.typed.1).is_some());
        }
    }

    #[test]
    fn words_of_the_kind_people_type_never_make_it_panic(
        text in "(zantac|tylenol|pm|night|at|a|day|50mg|5|µg|é|🦵|iron|sodium|-|/|sertraline){0,9}", country in any_country(),
    ) {
        let _ = (find(&text, country), suggest(&text, country, 8));
    }

    #[test]
    fn whatever_is_taken_without_asking_was_typed_letter_by_letter(
        at in 0..MEDICINES.len(), cut in 0..30_usize, letter in "[a-z]", country in any_country(),
    ) {
        let name = generic(&MEDICINES[at]);
        let cut = cut.min(name.len());
        let typed = format!("{}{letter}{}", &name[..cut], &name[cut..]);
        if let Found::Exact(matches) = find(&typed, country) {
            for m in matches {
                let known: Vec<String> = words(m.medicine.names).split(';').map(letters_of_part).collect();
                prop_assert!(known.contains(&letters(&typed)), "{} was taken for {}", typed, m.name);
            }
        }
    }
}

fn letters_of_part(part: &str) -> String {
    letters(&part.split_once(':').map_or(part, |(_, name)| name).to_lowercase())
}
