//! Whom to call in an emergency: the row of a country, or the one of the place that a copy of the site serves.
//!
//! A clinic can name its country or its number (`clinic::Clinic`). That counts for people who named no country or this
//! one; who says that they are elsewhere gets the numbers of there.

use super::{EMERGENCY, Emergency, Key, words};
use std::cell::Cell;

/// A key that has no words.
const NO_WORDS: Key = Key(u16::MAX);

thread_local! {
    static HOME: Cell<Option<&'static Emergency>> = const { Cell::new(None) };
}

impl Emergency {
    /// The number as it is read: "999 or 112".
    pub fn said(&self) -> &'static str {
        match words(self.said) {
            "" => self.dial,
            said => said,
        }
    }
}

/// The row of a country. Without a country it is the row of the place the site serves; where that is not known either,
/// or the country has no row, it is the last, which works anywhere.
pub fn emergency(country: Option<&str>) -> Option<&'static Emergency> {
    let home = home().filter(|home| country.is_none_or(|code| code == home.country));
    let row = || EMERGENCY.iter().find(|row| Some(row.country) == country);
    home.or_else(row).or(EMERGENCY.last())
}

/// Whom to call at the place the site serves, if it named one.
pub fn home() -> Option<&'static Emergency> {
    HOME.with(Cell::get)
}

/// Sets the place the site serves: a country, a number of its own, or both. Once, when the site starts.
pub fn serve(country: Option<&'static Emergency>, dial: &str) {
    let base = country.or(EMERGENCY.last());
    let row = match base {
        Some(row) if country.is_some() && (dial.is_empty() || dial == row.dial) => Some(row),
        Some(base) if !dial.is_empty() => {
            let country = country.map_or("", |row| row.country);
            let (helpline, poison, reviewed) = (base.helpline, base.poison, base.reviewed);
            let dial = String::leak(dial.to_owned());
            Some(&*Box::leak(Box::new(Emergency { country, said: NO_WORDS, dial, helpline, poison, reviewed })))
        }
        _ => None,
    };
    HOME.with(|home| home.set(row));
}
