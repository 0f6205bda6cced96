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

/// Mean, 99th percentile and slowest.
pub fn summary(mut times: Vec<f64>) -> (f64, f64, f64) {
    times.sort_by(f64::total_cmp);
    let mean = times.iter().sum::<f64>() / times.len().max(1) as f64;
    let late = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    (mean, late, times.last().copied().unwrap_or_default())
}
