//! What was stopped or cut down in the last 2 weeks, and how carefully that must be taken.
//!
//! Decides only whether the names typed are known and whether one of them is dangerous to stop. A name that is
//! not known, or a yes without a name, counts as dangerous: unknown is not harmless.
//! Facts: evidence 2.2 (withdrawal), 4.2 (danger codes D2 to D8, D17 to D19).

use super::assessment::{Assessment, Tri};
use crate::content::Medicine;
use crate::content::names::{Found, find};

const DANGEROUS: [u32; 10] = [2, 3, 4, 5, 6, 7, 8, 17, 18, 19];

/// Rows that the names typed stand for.
pub fn known(a: &Assessment) -> Vec<&'static Medicine> {
    a.stopped_names.iter().flat_map(|typed| rows(a, typed)).collect()
}

/// Whether something was stopped that has no name here, or a name we do not know.
pub fn any_unknown(a: &Assessment) -> bool {
    let unnamed = a.stopped_lately == Some(Tri::Yes) && a.stopped_names.is_empty();
    unnamed || a.stopped_names.iter().any(|typed| rows(a, typed).is_empty())
}

/// Whether what was stopped is dangerous to stop suddenly, or may be.
pub fn is_dangerous(a: &Assessment) -> bool {
    let dangerous = |row: &&Medicine| DANGEROUS.iter().any(|code| row.has_danger(*code));
    a.stopped_names.is_empty() || any_unknown(a) || known(a).iter().any(dangerous)
}

fn rows(a: &Assessment, typed: &str) -> Vec<&'static Medicine> {
    match find(typed, a.country) {
        Found::Exact(matches) => matches.into_iter().map(|found| found.medicine).collect(),
        _ => Vec::new(),
    }
}
