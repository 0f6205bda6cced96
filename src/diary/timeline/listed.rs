//! Results and changes as they are listed: newest first, and each test by itself over time.
//!
//! Decides the order, what is one test, and when a test has enough results for a table of its own.

use super::{Change, Lab, Test};
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::order::by_rank;

/// Results from which on a test has a table of its own.
const ENOUGH: usize = 2;

/// One of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A result.
    Lab(Lab),
    /// A change.
    Change(Change),
}

impl Thing {
    /// The day it belongs to.
    pub const fn day(&self) -> Date {
        match self {
            Self::Lab(lab) => lab.day,
            Self::Change(change) => change.day,
        }
    }

    const fn created(&self) -> Stamp {
        match self {
            Self::Lab(lab) => lab.created,
            Self::Change(change) => change.created,
        }
    }
}

/// Newest first; of one day, what was written last.
pub fn newest_first<T>(list: &mut [T], thing: impl Fn(&T) -> &Thing) {
    by_rank(list, |one| (thing(one).day(), thing(one).created()));
    list.reverse();
}

/// Every test with two results or more, in the order of [`Test::ALL`] and then of names; results oldest first.
pub fn tables<'a>(labs: impl Iterator<Item = &'a Lab>) -> Vec<Vec<&'a Lab>> {
    let mut tables: Vec<Vec<&Lab>> = Vec::new();
    for lab in labs {
        match tables.iter_mut().find(|table| table.first().is_some_and(|first| is_same(first, lab))) {
            Some(table) => table.push(lab),
            None => tables.push(vec![lab]),
        }
    }
    tables.retain(|table| table.len() >= ENOUGH);
    for table in &mut tables {
        by_rank(table, |lab| (lab.day, lab.created));
    }
    let rank = |test: Test| Test::ALL.iter().position(|one| *one == test);
    by_rank(&mut tables, |table| table.first().map(|lab| (rank(lab.test), lab.name.to_ascii_lowercase())));
    tables
}

fn is_same(one: &Lab, other: &Lab) -> bool {
    one.test == other.test && one.name.eq_ignore_ascii_case(&other.name)
}
