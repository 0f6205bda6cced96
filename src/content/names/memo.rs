//! The last names looked for and what was found: weighing one list asks for each of its names many times.
//!
//! Changes no answer: the search is a pure function of the name and the country once the words are here.

use super::{Found, search};
use crate::content::text::idle_ready;
use crate::content::{Country, Medicine};
use std::cell::RefCell;

/// More than the lines of a long list.
const KEPT: usize = 64;
/// Longer texts are no names and not worth keeping.
const LONGEST: usize = 200;

/// A name, where it was typed, and what it may mean.
type Seen = (String, Option<Country>, Found);

thread_local! {
    static SEEN: RefCell<Vec<Seen>> = const { RefCell::new(Vec::new()) };
}

/// What a finished name means to somebody in this country (`None` = not known: every meaning counts).
pub fn find(typed: &str, country: Option<Country>) -> Found {
    look(typed, country, Found::clone)
}

/// Every ingredient that the name means for certain; none when it is unknown or still a question.
pub fn certain(typed: &str, country: Option<Country>) -> Vec<&'static Medicine> {
    look(typed, country, |found| match found {
        Found::Exact(matches) => matches.iter().map(|m| m.medicine).collect(),
        _ => Vec::new(),
    })
}

fn look<T>(typed: &str, country: Option<Country>, read: fn(&Found) -> T) -> T {
    if typed.len() > LONGEST || !idle_ready() {
        return read(&search::find(typed, country));
    }
    SEEN.with(|seen| {
        let Ok(mut seen) = seen.try_borrow_mut() else { return read(&search::find(typed, country)) };
        if let Some((_, _, found)) = seen.iter().find(|(name, place, _)| *place == country && name == typed) {
            return read(found);
        }
        let found = search::find(typed, country);
        let told = read(&found);
        if seen.len() >= KEPT {
            seen.clear();
        }
        seen.push((typed.to_owned(), country, found));
        told
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::MEDICINES;
    use crate::content::names::generic;

    #[test]
    fn a_name_looked_for_again_means_what_it_meant() {
        let countries = [None, Some(Country::Us), Some(Country::Gb)];
        let typed = ["Benadryl", "sertralin", "sleeping pill", "xyzzy", "", "Symbyax", "Cartia"];
        let many = MEDICINES.iter().take(2 * KEPT).map(generic);
        for name in typed.into_iter().chain(many).chain(typed) {
            for country in countries.into_iter().chain(countries) {
                let (seen, new) = (find(name, country), search::find(name, country));
                assert_eq!(format!("{seen:?}"), format!("{new:?}"), "{name} {country:?}");
            }
        }
    }
}
