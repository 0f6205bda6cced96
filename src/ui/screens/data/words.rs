//! How much there is, and what something is, in words.

use crate::browser::clock;
use crate::content::text::copies::{count, item};
use crate::content::{Key, fill, words};
use crate::decimal;
use crate::diary::said;
use crate::records::kind::Kind;
use crate::records::usage::Usage;
use crate::records::{PREFIX, SETTINGS};

/// "1 night", "41 nights".
pub fn nights(number: usize) -> String {
    some(number, count::NIGHT, count::NIGHTS)
}

fn some(number: usize, one: Key, many: Key) -> String {
    if number == 1 { words(one).to_owned() } else { fill(many, &[("count", &number.to_string())]) }
}

/// "41 nights, 3 results, 1 check", or nothing.
pub fn things(there: &Usage) -> Vec<String> {
    let all = [
        (there.nights, count::NIGHT, count::NIGHTS),
        (there.results, count::RESULT, count::RESULTS),
        (there.changes, count::CHANGE, count::CHANGES),
        (there.experiments, count::EXPERIMENT, count::EXPERIMENTS),
        (there.checks, count::CHECK, count::CHECK),
        (there.wishes, count::WISHES, count::WISHES),
    ];
    all.into_iter().filter(|(number, _, _)| *number > 0).map(|(number, one, many)| some(number, one, many)).collect()
}

/// The same of some keys, with the settings among them.
pub fn of_keys<'k>(keys: impl Iterator<Item = &'k str> + Clone) -> String {
    let mut made = things(&crate::ui::copies::counts(keys.clone()));
    if keys.clone().any(|key| key == SETTINGS) {
        made.push(words(count::OTHER).to_owned());
    }
    made.join(", ")
}

/// "38 kB", "1.2 MB".
pub fn size(bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        return fill(count::KILOBYTES, &[("size", &kilobytes.to_string())]);
    }
    let megabytes = decimal::print(f64::from(u32::try_from(kilobytes).unwrap_or(u32::MAX)) / 1000.0, 1);
    fill(count::MEGABYTES, &[("size", &megabytes)])
}

/// What lies under a key: "The night Sat 21 to Sun 22 Nov".
pub fn what(key: &str) -> String {
    let key_words = match Kind::of(key) {
        Some(Kind::Night(night)) => return fill(item::NIGHT, &[("night", &said::short(night, clock::today()))]),
        Some(Kind::Lab) => item::LAB,
        Some(Kind::Change) => item::CHANGE,
        Some(Kind::Experiment) => item::EXPERIMENT,
        Some(Kind::Check) => item::CHECK,
        Some(Kind::Wishes) => item::WISHES,
        Some(Kind::Settings) => item::SETTINGS,
        Some(Kind::Meta) | None => return fill(item::UNKNOWN, &[("key", key.strip_prefix(PREFIX).unwrap_or(key))]),
    };
    words(key_words).to_owned()
}
