//! How well the search finds what people type: every name as it stands and dressed up, and with one slip of the pen.
//!
//! Prints its figures (`--nocapture`) and holds them to their aims. Slips come from a fixed seed (evidence 4.6).
#![cfg(not(target_arch = "wasm32"))]

use quiet_legs::content::names::{Found, Match, find, suggest};
use quiet_legs::content::{Country, MEDICINES, words};
use std::collections::BTreeSet;

/// As many as the screen shows.
const SHOWN: usize = 8;

/// A name on a box, where it is sold (`None` = a generic name), and every medicine that has it there.
struct Named {
    name: &'static str,
    country: Option<Country>,
    means: BTreeSet<&'static str>,
}

fn every_name() -> Vec<Named> {
    let mut all: Vec<Named> = Vec::new();
    for medicine in &MEDICINES {
        for part in words(medicine.names).split(';') {
            let (country, name) = match part.split_once(':') {
                Some((code, name)) => (Country::from_code(code), name),
                None => (None, part),
            };
            match all.iter_mut().find(|n| n.name == name && n.country == country) {
                Some(known) => drop(known.means.insert(medicine.id)),
                None => all.push(Named { name, country, means: BTreeSet::from([medicine.id]) }),
            }
        }
    }
    all
}

/// What the screen shows for a typed name: what `find` asks or offers, and the list under the box.
fn offered(typed: &str, country: Option<Country>) -> BTreeSet<&'static str> {
    let found = find(typed, country);
    let mut ids: BTreeSet<&str> = found.matches().iter().map(|m| m.medicine.id).collect();
    if let Found::PickList { sections, medicines, .. } = &found {
        ids.extend(medicines.iter().map(|m| m.id));
        ids.extend(MEDICINES.iter().filter(|m| sections.contains(&m.section)).map(|m| m.id));
    }
    ids.extend(suggest(typed, country, SHOWN).iter().map(|m: &Match| m.medicine.id));
    ids
}

fn taken(typed: &str, country: Option<Country>) -> BTreeSet<&'static str> {
    match find(typed, country) {
        Found::Exact(matches) => matches.iter().map(|m| m.medicine.id).collect(),
        _ => BTreeSet::new(),
    }
}

#[derive(Default)]
struct Tally {
    typed: usize,
    found: usize,
    missed: Vec<String>,
    wrong: Vec<String>,
}

impl Tally {
    /// One typed name; a silent match to anything that does not bear the name is wrong.
    fn count(&mut self, typed: &str, named: &Named, country: Option<Country>) {
        self.typed += 1;
        let taken = taken(typed, country);
        if !taken.is_subset(&named.means) {
            self.wrong.push(format!("{typed} ({}) was taken for {taken:?}", named.name));
        }
        let offered = offered(typed, country);
        if named.means.iter().any(|id| offered.contains(id)) {
            self.found += 1;
        } else {
            self.missed.push(format!("{typed} ({})", named.name));
        }
    }

    fn recall(&self) -> f64 {
        self.found as f64 / self.typed as f64 * 100.0
    }

    #[track_caller]
    fn report(&self, what: &str, at_least: f64) {
        println!(
            "{what}: {} typed, {} found ({:.2} %), {} taken for another medicine",
            self.typed,
            self.found,
            self.recall(),
            self.wrong.len()
        );
        for missed in self.missed.iter().take(20) {
            println!("    not offered: {missed}");
        }
        assert_eq!(self.wrong, Vec::<String>::new());
        assert!(self.recall() >= at_least, "{what}: {:.2} %, wanted {at_least} %", self.recall());
    }
}

/// Ways to type a name without a slip.
fn dressed(name: &str) -> Vec<String> {
    let accented = name.replacen('e', "é", 1).replacen('o', "ö", 1).replacen('a', "à", 1);
    let plain: String = name.chars().map(|c| if c == 'é' { 'e' } else { c }).collect();
    vec![
        name.to_owned(),
        name.to_uppercase(),
        name.to_lowercase(),
        format!("  {name} "),
        format!("{name} 50 mg"),
        format!("{name} 20mg tablets"),
        format!("{name} capsules"),
        format!("{name} 5 mg twice daily"),
        name.replace('-', " "),
        accented,
        plain,
    ]
}

#[test]
fn every_name_is_found_as_it_is_written_and_dressed_up() {
    let mut all = Tally::default();
    for named in every_name() {
        for typed in dressed(named.name) {
            // At home, and where the country is not known: then every meaning of a brand is its own.
            all.count(&typed, &named, named.country);
            let anywhere = Named { means: meanings(named.name), ..named };
            all.count(&typed, &anywhere, None);
        }
    }
    all.report("correct spellings", 99.9);
}

/// Every medicine with this name in any country.
fn meanings(name: &str) -> BTreeSet<&'static str> {
    let has = |line: &str| line.split(';').any(|part| part.split_once(':').map_or(part, |(_, n)| n) == name);
    MEDICINES.iter().filter(|m| has(words(m.names))).map(|m| m.id).collect()
}

/// A small generator, so that the same slips are made on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// Two neighbours swapped, a letter missing, one doubled, one wrong.
fn slips(name: &str, dice: &mut Dice) -> [(&'static str, String); 4] {
    let letters: Vec<char> = name.chars().collect();
    let text = |letters: Vec<char>| letters.into_iter().collect::<String>();
    let (mut swapped, mut missing, mut doubled, mut wrong) =
        (letters.clone(), letters.clone(), letters.clone(), letters.clone());
    let at = dice.below(letters.len() - 1);
    swapped.swap(at, at + 1);
    missing.remove(dice.below(letters.len()));
    let at = dice.below(letters.len());
    doubled.insert(at, letters[at]);
    let at = dice.below(letters.len());
    wrong[at] = char::from(b'a' + dice.below(26) as u8);
    [
        ("transposition", text(swapped)),
        ("omission", text(missing)),
        ("doubling", text(doubled)),
        ("substitution", text(wrong)),
    ]
}

/// All names of at least `shortest` letters and at most `longest`, each with slips from `rounds` throws.
fn with_slips(shortest: usize, longest: usize, rounds: u64) -> Vec<(&'static str, Tally)> {
    let mut kinds: Vec<(&'static str, Tally)> = Vec::new();
    for round in 0..rounds {
        let mut dice = Dice(20_261_123 + round);
        for named in every_name() {
            let long = named.name.chars().filter(|c| c.is_alphanumeric()).count();
            if !(shortest..=longest).contains(&long) {
                continue;
            }
            for (kind, typed) in slips(named.name, &mut dice) {
                if !kinds.iter().any(|(k, _)| *k == kind) {
                    kinds.push((kind, Tally::default()));
                }
                if let Some((_, tally)) = kinds.iter_mut().find(|(k, _)| *k == kind) {
                    tally.count(&typed, &named, named.country);
                }
            }
        }
    }
    kinds
}

#[test]
fn one_slip_in_six_letters_or_more_still_finds_the_medicine_and_takes_no_other() {
    for (kind, tally) in with_slips(6, usize::MAX, 2) {
        tally.report(&format!("{kind}, 6 letters and more"), 99.0);
    }
}

#[test]
fn one_slip_in_a_short_name_never_takes_another_medicine() {
    for (kind, tally) in with_slips(3, 5, 2) {
        tally.report(&format!("{kind}, 3 to 5 letters"), 0.0);
    }
}
