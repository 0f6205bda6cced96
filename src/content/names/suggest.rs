//! The list under the box while somebody types.

use super::fold::{Typed, covered, word_starts};
use super::index::{Name, index, sells};
use super::{Certainty, Match, generic};
use crate::content::Country;
use crate::order::by_rank;

/// Medicines with a name, or a word of a name, that begins as typed, each once: names of the person's country before
/// brands of another (marked [`Match::elsewhere`]), names that begin so before those that hold such a word.
/// Choosing one is the confirmation, so the screens show the generic name beside a brand.
pub fn suggest(typed: &str, country: Option<Country>, limit: usize) -> Vec<Match> {
    let Some(index) = index() else { return Vec::new() };
    let keys = Typed::read(typed).keys();
    let found = keys.iter().map(|(key, _)| ranked(&index.names, key, country)).find(|found| !found.is_empty());
    let mut matches: Vec<Match> = found.unwrap_or_default();
    matches.truncate(limit);
    matches
}

fn ranked(names: &'static [Name], key: &str, country: Option<Country>) -> Vec<Match> {
    let mut found: Vec<(u8, Match)> = Vec::new();
    for name in names {
        let Some(at) = start(name, key) else { continue };
        let elsewhere = matches!((name.sold, country), (Some(sold), Some(c)) if sells(c) & sold == 0);
        let rank = u8::from(elsewhere) * 4 + u8::from(at > 0) * 2 + u8::from(name.sold.is_some());
        let certainty = if *name.key == *key { Certainty::Exact } else { Certainty::Close };
        let typed = covered(name.name, at, key.len());
        let new =
            Match { medicine: name.medicine, name: name.name, brand: name.sold.is_some(), elsewhere, certainty, typed };
        // Names of one medicine stand together in the index.
        match found.last_mut().filter(|(_, m)| m.medicine.id == name.medicine.id) {
            Some(old) if rank < old.0 => *old = (rank, new),
            Some(_) => {}
            None => found.push((rank, new)),
        }
    }
    by_rank(&mut found, |(rank, m)| (*rank, generic(m.medicine)));
    found.into_iter().map(|(_, m)| m).collect()
}

/// Where in the name the typed letters stand: at its beginning or at the beginning of a word.
fn start(name: &Name, key: &str) -> Option<usize> {
    if name.key.starts_with(key) {
        return Some(0);
    }
    if !name.key.contains(key) {
        return None;
    }
    word_starts(name.name).into_iter().find(|at| name.key.get(*at..).is_some_and(|rest| rest.starts_with(key)))
}
