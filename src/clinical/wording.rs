//! Small help for putting names into sentences.
//!
//! Decides nothing: joins names, and begins a heading with a capital. The words that join are texts too.

use crate::content::text::capital;
use crate::content::text::result::{lists, points};
use crate::content::{Key, Said, fill, words};

/// `a`, `a and b`, `a, b and c`.
fn listed(names: &[String]) -> String {
    joined(lists::AND, names)
}

/// `a`, `a or b`, `a, b or c`.
pub fn either(names: &[String]) -> String {
    joined(lists::OR, names)
}

fn joined(by: Key, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => fill(by, &[("first", &first.join(", ")), ("last", last)]),
    }
}

/// The words of each key, listed.
pub fn named(keys: impl IntoIterator<Item = Key>) -> String {
    let names: Vec<String> = keys.into_iter().map(|key| words(key).to_owned()).collect();
    listed(&names)
}

/// The words of each key in quotation marks, listed.
pub fn quoted(keys: impl IntoIterator<Item = Key>) -> String {
    let names: Vec<String> = keys.into_iter().map(|key| fill(lists::QUOTED, &[("words", words(key))])).collect();
    listed(&names)
}

/// A name as the heading of a finding.
pub fn heading(key: Key) -> Said {
    titled(capital(words(key)))
}

/// Any name as a heading, as it is.
pub fn titled(name: String) -> Said {
    Said { key: points::NAMED, with: vec![("name", name)] }
}
