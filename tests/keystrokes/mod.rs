//! The keystrokes of the two measurements of the search, native and in a browser: every name, letter by letter.

use quiet_legs::content::names::{Found, find, suggest};
use quiet_legs::content::{Country, MEDICINES, words};
use std::collections::HashSet;
use std::hint::black_box;

/// Every name and brand of the tables.
pub fn names() -> Vec<&'static str> {
    let parts = MEDICINES.iter().flat_map(|row| words(row.names).split(';'));
    parts.map(|part| part.split_once(':').map_or(part, |(_, name)| name)).collect()
}

/// What stands in the box after each letter of each name, from the second on (the screen searches from there).
/// Each text once: the search remembers its last names, and what is remembered would be no measurement.
pub fn all() -> Vec<String> {
    let mut seen = HashSet::new();
    let typed = names().into_iter().flat_map(|name| {
        name.char_indices().skip(1).map(move |(at, c)| name.get(..at + c.len_utf8()).unwrap_or_default().to_owned())
    });
    typed.filter(|text| seen.insert(text.clone())).collect()
}

/// What the medicine screen asks of the search at each keystroke (`ui::screens::medicines::results`).
pub fn press(typed: &str) {
    let (name, country) = (typed.trim(), Some(Country::Gb));
    let found = black_box(find(name, country));
    if matches!(found, Found::DidYouMean(_) | Found::Unknown) {
        black_box(suggest(name, country, 8));
    }
}

/// How often every keystroke is pressed.
pub const ROUNDS: usize = 5;

/// How long keystrokes took, in what the clock counts.
pub struct Times {
    pub mean: f64,
    /// 99 in 100 took no longer.
    pub late: f64,
    /// The slowest keystroke, each by its quickest round: what is slow every time is the search.
    pub slowest: f64,
    /// The slowest of all rounds: what is slow once is whatever else ran on the machine.
    pub longest: f64,
}

/// Presses everything typed, in rounds, so that the same keystroke comes again after many others.
pub fn time(typed: &[String], clock: impl Fn() -> f64) -> Times {
    let mut quickest = vec![f64::INFINITY; typed.len()];
    let mut all = Vec::with_capacity(typed.len() * ROUNDS);
    let begun = clock();
    for _ in 0..ROUNDS {
        for (text, quickest) in typed.iter().zip(&mut quickest) {
            let begun = clock();
            press(text);
            let took = clock() - begun;
            *quickest = quickest.min(took);
            all.push(took);
        }
    }
    // By the two ends: a browser's clock moves in steps longer than most keystrokes.
    let mean = (clock() - begun) / all.len().max(1) as f64;
    all.sort_by(f64::total_cmp);
    let late = all.get(all.len() * 99 / 100).copied().unwrap_or_default();
    let slowest = quickest.into_iter().fold(0.0, f64::max);
    Times { mean, late, slowest, longest: all.last().copied().unwrap_or_default() }
}
