//! The list under the box while somebody types.

use super::fold::{Typed, covered};
use super::index::{Name, index, sells};
use super::{Certainty, Match, generic};
use crate::content::Country;
use crate::order::by_rank;

/// Added to the rank of a brand of another country.
const ELSEWHERE: u8 = 4;

/// Medicines with a name, or a word of a name, that begins as typed, each once: names of the person's country before
/// brands of another (marked [`Match::elsewhere`]), names that begin so before those that hold such a word, a medicine's own name before its others.
/// Choosing one is the confirmation, so the screens show the generic name beside a brand.
pub fn suggest(typed: &str, country: Option<Country>, limit: usize) -> Vec<Match> {
    let Some(index) = index() else { return Vec::new() };
    let keys = Typed::read(typed).keys();
    let mut found = keys.iter().map(|(key, _)| ranked(&index.names, key, country, limit));
    found.find(|found| !found.is_empty()).unwrap_or_default()
}

fn ranked(names: &'static [Name], key: &str, country: Option<Country>, limit: usize) -> Vec<Match> {
    let mut found: Vec<(u8, usize, &Name)> = Vec::new();
    for name in names {
        let Some(at) = start(name, key) else { continue };
        let elsewhere = matches!((name.sold, country), (Some(sold), Some(c)) if sells(c) & sold == 0);
        let other = name.sold.is_some() || name.name != generic(name.medicine);
        let rank = u8::from(elsewhere) * ELSEWHERE + u8::from(at > 0) * 2 + u8::from(other);
        // Names of one medicine stand together in the index.
        match found.last_mut().filter(|(.., old)| old.medicine.id == name.medicine.id) {
            Some(old) if rank < old.0 => *old = (rank, at, name),
            Some(_) => {}
            None => found.push((rank, at, name)),
        }
    }
    by_rank(&mut found, |(rank, _, name)| (*rank, generic(name.medicine)));
    let matched = |(rank, at, name): (u8, usize, &Name)| Match {
        medicine: name.medicine,
        name: name.name,
        brand: name.sold.is_some(),
        elsewhere: rank >= ELSEWHERE,
        certainty: if *name.key == *key { Certainty::Exact } else { Certainty::Close },
        typed: covered(name.name, at, key.len()),
    };
    found.into_iter().take(limit).map(matched).collect()
}

/// Where in the name the typed letters stand: at its beginning or at the beginning of a word.
fn start(name: &Name, key: &str) -> Option<usize> {
    let begins = |at: &usize| name.key.get(*at..).is_some_and(|rest| rest.starts_with(key));
    std::iter::once(0).chain(name.later_words.iter().copied()).find(begins)
}
