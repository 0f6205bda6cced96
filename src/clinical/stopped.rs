//! What was stopped or cut down in the last 2 weeks: which rows it stands for, and how carefully that must be taken.
//!
//! Decides only whether the names typed are known, whether one of them is dangerous to stop, and which line of
//! evidence 4.8 each belongs to. A name that is not known, or a yes without a name, counts as dangerous: unknown is
//! not harmless. Facts: evidence 2.2 (withdrawal), 4.2 (danger codes D2 to D8, D17 to D19), 4.8.

use super::assessment::{Assessment, Tri};
use super::combinations::sets::{dopamine_drug, gabapentinoid, is, opioid};
use crate::content::names::{Found, certain, find};
use crate::content::{Country, Medicine, words};

const DANGEROUS: [u32; 10] = [2, 3, 4, 5, 6, 7, 8, 17, 18, 19];

/// Rows that the names typed stand for.
pub fn known(a: &Assessment) -> Vec<&'static Medicine> {
    a.stopped_names.iter().flat_map(|typed| rows(a.country, typed)).collect()
}

/// Whether something was stopped that has no name here, or a name we do not know.
pub fn any_unknown(a: &Assessment) -> bool {
    is_unnamed(a) || a.stopped_names.iter().any(|typed| rows(a.country, typed).is_empty())
}

/// Whether something was stopped and nobody said what.
pub fn is_unnamed(a: &Assessment) -> bool {
    a.stopped_lately == Some(Tri::Yes) && a.stopped_names.is_empty()
}

/// Whether what was stopped is dangerous to stop suddenly, or may be.
pub fn is_dangerous(a: &Assessment) -> bool {
    a.stopped_names.is_empty() || any_unknown(a) || known(a).into_iter().any(has_danger)
}

/// Whether stopping it suddenly can be dangerous.
pub fn has_danger(row: &Medicine) -> bool {
    DANGEROUS.iter().any(|code| row.has_danger(*code))
}

/// The rows one name stands for; none when it is unknown or could be several things.
pub fn rows(country: Option<Country>, typed: &str) -> Vec<&'static Medicine> {
    certain(typed, country)
}

/// What a name that is not certain may be; none when nothing is near.
pub fn may_be(country: Option<Country>, typed: &str) -> Vec<&'static Medicine> {
    match find(typed, country) {
        Found::DidYouMean(near) | Found::AskWhich { among: near, .. } => near.iter().map(|m| m.medicine).collect(),
        _ => Vec::new(),
    }
}

/// The line of evidence 4.8 that a medicine belongs to; `other` when it is in none.
pub fn line(row: &Medicine) -> &'static str {
    let z_drug_or_benzodiazepine = row.has_mechanism(23) && row.has_danger(5);
    match row.id {
        _ if opioid(row) => "opioid",
        _ if dopamine_drug(row) => "dopamine",
        _ if ["ssri", "snri", "tca"].contains(&row.section) => "antidepressant",
        _ if z_drug_or_benzodiazepine || row.id == "alcohol" => "sedative",
        _ if words(row.class).starts_with("antipsychotic") && row.has_mechanism(2) => "antipsychotic",
        _ if gabapentinoid(row) => "gabapentinoid",
        _ if is(row, &["baclofen", "clonidine", "sodium_oxybate"]) => "rebound",
        "varenicline" => "varenicline",
        "caffeine" | "nicotine" | "cannabis" => "habit",
        _ => "other",
    }
}
