//! What a finished name means.
//!
//! The full name is looked up first, then the name without its strength, form and salt; words that change the product
//! go last. What fits only by a part, a beginning or with slips is offered, never taken.

use super::aside::CHANGE;
use super::fold::{Typed, covered};
use super::index::{Index, Name, Opens, index, sells};
use super::look_alike::{always_asks, is_known, never_meet, partners};
use super::traps::{Meaning, NightVersion, Trap};
use super::typos::{reach, slips};
use super::{Certainty, Found, Match, generic};
use crate::content::text::places::asks;
use crate::content::{CLASS_WORDS, Country, MEDICINES, Medicine, NIGHT_VERSIONS, TRAPS};
use crate::order::by_rank;

/// At most so many are offered.
const OFFERED: usize = 8;
/// Shorter beginnings offer nothing.
const SHORTEST: usize = 4;
/// Shorter words offer nothing: "CBD" and "HRT" do.
const SHORTEST_WORD: usize = 3;

/// What a finished name means to somebody in this country (`None` = not known: every meaning counts).
pub fn find(typed: &str, country: Option<Country>) -> Found {
    let Some(index) = index() else { return Found::Unknown };
    let typed = Typed::read(typed);
    let search = Search { index, country };
    for (key, aside) in typed.keys() {
        let changed = aside & CHANGE != 0;
        let found = match index.open(&key).next() {
            Some(Opens::Trap(at)) => TRAPS.get(usize::from(at)).map(|trap| search.trap(trap, &key, changed)),
            Some(Opens::Class(at)) => class(at),
            Some(Opens::Name(_)) => Some(search.named(&key, changed)),
            // A look-alike that is no medicine of ours is not taken for one that is.
            None if aside & CHANGE == 0 && is_known(&key) => Some(Found::Unknown),
            None => None,
        };
        match found {
            Some(found) if changed => return search.with_night(&typed, found),
            Some(found) => return found,
            None => {}
        }
    }
    search.with_night(&typed, search.guess(&typed))
}

/// Other ingredients sold under the same brand in the same country.
pub fn same_box(typed: &str, confirmed: &Medicine) -> Vec<&'static Medicine> {
    let Some(index) = index() else { return Vec::new() };
    for (key, _) in Typed::read(typed).keys() {
        if let Some(Opens::Trap(_)) = index.open(&key).next() {
            return Vec::new();
        }
        let names = index.named(&key);
        if let Some(mine) = names.iter().find(|n| n.medicine.id == confirmed.id) {
            let sold = mine.sold.unwrap_or_default();
            return names.iter().filter(|n| n.sold.is_some_and(|s| s & sold != 0)).map(|n| n.medicine).collect();
        }
    }
    Vec::new()
}

fn class(at: u16) -> Option<Found> {
    let class = CLASS_WORDS.get(usize::from(at))?;
    let medicines = class.medicines.iter().filter_map(|m| MEDICINES.get(usize::from(*m))).collect();
    Some(Found::PickList { ask: asks::KIND, sections: class.sections, medicines })
}

struct Search {
    index: &'static Index,
    country: Option<Country>,
}

impl Search {
    /// Whether a name with these countries is at home where the person is.
    fn at_home(&self, sold: Option<u16>) -> bool {
        match (sold, self.country) {
            (Some(sold), Some(country)) => sells(country) & sold != 0,
            _ => true,
        }
    }

    fn matched(&self, name: &Name, key: &str, certainty: Certainty) -> Match {
        let typed = if name.key.starts_with(key) { covered(name.name, 0, key.len()) } else { (0, 0) };
        let (brand, elsewhere) = (name.sold.is_some(), !self.at_home(name.sold));
        Match { medicine: name.medicine, name: name.name, brand, elsewhere, certainty, typed }
    }

    /// A key that names open.
    fn named(&self, key: &str, changed: bool) -> Found {
        let all = self.index.named(key);
        let home: Vec<&Name> = all.iter().copied().filter(|n| self.at_home(n.sold)).collect();
        let certainty = if changed { Certainty::Close } else { Certainty::Exact };
        let names = if home.is_empty() { &all } else { &home };
        let matches = once_each(names.iter().map(|n| self.matched(n, key, certainty)).collect());
        if home.is_empty() || changed || always_asks(key) {
            Found::DidYouMean(matches)
        } else if self.country.is_none() && !one_box(names) {
            Found::AskWhich { ask: asks::COUNTRY, among: matches }
        } else {
            Found::Exact(matches)
        }
    }

    /// A key that opens a trap: the meanings of this country, or all of them.
    fn trap(&self, trap: &Trap, key: &str, changed: bool) -> Found {
        let all: Vec<&Meaning> = trap.means.iter().collect();
        let home: Vec<&Meaning> =
            all.iter().copied().filter(|m| m.countries == 0 || self.at_home(Some(m.countries))).collect();
        let means = if home.is_empty() { &all } else { &home };
        let mut among: Vec<Match> = Vec::new();
        for meaning in means {
            if let Some(medicine) = MEDICINES.get(usize::from(meaning.medicine))
                && !among.iter().any(|m| m.medicine.id == medicine.id)
            {
                among.push(self.meant(medicine, key, home.is_empty()));
            }
        }
        let sure = !home.is_empty() && !means.iter().any(|m| m.maybe);
        match among.len() {
            0 => Found::Unknown,
            1 if sure && (changed || always_asks(key)) => Found::DidYouMean(among),
            1 if sure => Found::Exact(among),
            _ => Found::AskWhich { ask: trap.ask, among },
        }
    }

    /// A meaning of a trap, by the brand that begins with what was typed, or by its generic name.
    fn meant(&self, medicine: &'static Medicine, key: &str, elsewhere: bool) -> Match {
        let begins = |n: &&Name| n.medicine.id == medicine.id && n.key.starts_with(key);
        let home = self.index.names.iter().filter(begins).find(|n| self.at_home(n.sold));
        match home.or_else(|| self.index.names.iter().find(begins)) {
            Some(name) => Match { elsewhere, ..self.matched(name, key, Certainty::Exact) },
            None => {
                let name = generic(medicine);
                Match { medicine, name, brand: false, elsewhere, certainty: Certainty::Exact, typed: (0, 0) }
            }
        }
    }

    /// What a name that fits nowhere may have been meant to be.
    fn guess(&self, typed: &Typed) -> Found {
        let words = typed.names();
        let whole = words.concat();
        let mut offered = self.parts(&words);
        if offered.is_empty() {
            offered = self.beginning_with(&whole);
        }
        if offered.is_empty() {
            offered = self.misspelt(&whole);
        }
        if offered.is_empty() {
            offered = self.misspelt(&typed.without(u8::MAX));
        }
        if offered.is_empty() {
            if let Some(found) = self.class_part(&words).or_else(|| self.class_misspelt(&whole)) {
                return found;
            }
            offered = words.iter().filter(|w| w.len() > SHORTEST).flat_map(|w| self.misspelt(w)).collect();
        }
        let mut each = once_each(offered);
        by_rank(&mut each, |m| m.elsewhere);
        each.truncate(OFFERED);
        if each.is_empty() { Found::Unknown } else { Found::DidYouMean(each) }
    }

    /// Neighbouring words that are a name of their own ("Teva sertraline", "sertraline and omeprazole").
    fn parts(&self, words: &[&str]) -> Vec<Match> {
        let mut found = Vec::new();
        for key in runs(words) {
            for opens in self.index.open(&key) {
                match opens {
                    Opens::Name(at) => found
                        .extend(self.index.names.get(usize::from(at)).map(|n| self.matched(n, &key, Certainty::Close))),
                    Opens::Trap(at) => {
                        if let Some(trap) = TRAPS.get(usize::from(at)) {
                            let close = |m: &Match| Match { certainty: Certainty::Close, ..*m };
                            found.extend(self.trap(trap, &key, true).matches().iter().map(close));
                        }
                    }
                    Opens::Class(_) => {}
                }
            }
        }
        found
    }

    fn class_part(&self, words: &[&str]) -> Option<Found> {
        runs(words).find_map(|key| match self.index.open(&key).next() {
            Some(Opens::Class(at)) => class(at),
            _ => None,
        })
    }

    fn beginning_with(&self, key: &str) -> Vec<Match> {
        let long = key.len() >= SHORTEST;
        self.offered(self.index.names.iter().filter(|n| long && n.key.starts_with(key)).collect(), key)
    }

    /// These names and the look-alikes of each.
    fn offered(&self, mut names: Vec<&'static Name>, key: &str) -> Vec<Match> {
        let beside: Vec<String> = names.iter().flat_map(|n| partners(&n.key)).collect();
        names.extend(beside.iter().flat_map(|p| self.index.named(p)));
        names.iter().map(|n| self.matched(n, key, Certainty::Close)).collect()
    }

    /// Names within reach, the nearest first.
    fn misspelt(&self, key: &str) -> Vec<Match> {
        let Some(limit) = reach(key) else { return Vec::new() };
        let mut found: Vec<(usize, &Name)> =
            self.index.names.iter().filter_map(|n: &'static Name| slips(key, &n.key, limit).map(|d| (d, n))).collect();
        by_rank(&mut found, |(distance, _)| *distance);
        if let Some((_, nearest)) = found.first().copied() {
            found.retain(|(_, n)| !never_meet(&nearest.key, &n.key));
        }
        self.offered(found.into_iter().map(|(_, n)| n).collect(), key)
    }

    fn class_misspelt(&self, key: &str) -> Option<Found> {
        let limit = reach(key)?;
        self.index.classes().find_map(|(word, at)| slips(key, word, limit).and_then(|_| class(at)))
    }

    /// "PM" or "Night" after a plain painkiller or cold remedy: the other ingredient is never lost.
    fn with_night(&self, typed: &Typed, found: Found) -> Found {
        let matches = match &found {
            Found::DidYouMean(matches) | Found::AskWhich { among: matches, .. } if typed.is_night() => matches,
            _ => return found,
        };
        let place = |m: &Medicine| MEDICINES.iter().position(|row| row.id == m.id);
        let is_of = |night: &&NightVersion| {
            matches.iter().any(|m| night.of.iter().any(|of| place(m.medicine) == Some(usize::from(*of))))
        };
        let Some(night) = NIGHT_VERSIONS.iter().find(is_of) else { return found };
        let mut among = matches.clone();
        for medicine in night.adds.iter().filter_map(|at| MEDICINES.get(usize::from(*at))) {
            if !among.iter().any(|m| m.medicine.id == medicine.id) {
                among.push(self.meant(medicine, &medicine.id.replace('_', ""), false));
            }
        }
        Found::AskWhich { ask: night.ask, among }
    }
}

/// The first match of each medicine.
fn once_each(matches: Vec<Match>) -> Vec<Match> {
    let mut each: Vec<Match> = Vec::with_capacity(matches.len());
    for found in matches {
        if !each.iter().any(|m| m.medicine.id == found.medicine.id) {
            each.push(found);
        }
    }
    each
}

/// Whether these brands are one product wherever they are sold: the same ingredients in each country.
fn one_box(names: &[&Name]) -> bool {
    let in_country = |bit: u16| -> Vec<&str> {
        let here = names.iter().filter(|n| n.sold.is_none_or(|s| s & bit != 0));
        let mut ids: Vec<&str> = here.map(|n| n.medicine.id).collect();
        ids.dedup();
        ids
    };
    let mut each = (0..16).map(|n| in_country(1 << n)).filter(|ids| !ids.is_empty());
    let first = each.next();
    each.all(|ids| Some(&ids) == first.as_ref())
}

/// Every run of neighbouring words, the longest first, long enough to be a name.
fn runs(words: &[&str]) -> impl Iterator<Item = String> {
    const MOST: usize = 12;
    let words = words.get(..words.len().min(MOST)).unwrap_or_default();
    let lengths = (1..=words.len()).rev();
    lengths.flat_map(move |length| words.windows(length).map(<[&str]>::concat)).filter(|key| key.len() >= SHORTEST_WORD)
}
