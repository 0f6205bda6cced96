//! What is dangerous together: medicines, substances, conditions, age and pregnancy.
//!
//! Decides which rows of evidence 4.5 fit the list, how urgent each is and which entries it is about. Information only,
//! never a full check of everything taken. A pair needs two lines of the list. A name that still waits for a yes counts
//! only where the evidence wants it said as "if this is …". Knows nothing of the verdict: no verdict drops a danger.
//! Facts: `facts/combinations.toml` (urgency, words, sources), the sets in [`sets`], the rows in [`rows`].

mod list;
mod rows;
pub(super) mod sets;

use super::assessment::Assessment;
use super::report::AnswerPath;
use super::{listed, urgency, wording};
use crate::content::names::generic;
use crate::content::text::combinations;
use crate::content::{COMBINATIONS, Combination, Emergency, Key, Said, SourceId, Urgency};
use crate::date::Date;
use crate::order::by_rank;
use list::{Hit, List};

/// Something dangerous together, and everything needed to defend saying it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DangerCombination {
    /// `X1` … `X20`.
    pub id: &'static str,
    /// How urgent it is.
    pub urgency: Urgency,
    /// Whether it holds only if a name that waits for a yes is what it may be.
    pub unconfirmed: bool,
    /// Heading.
    pub name: Said,
    /// What to do, whom to call, why.
    pub says: Said,
    /// When to call at once.
    pub watch: Option<Said>,
    /// The answers behind it.
    pub because: Vec<AnswerPath>,
    /// The names it is about, as typed.
    pub entries: Vec<String>,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// Every combination found, the most urgent first, then in the order of the evidence.
pub fn all(a: &Assessment) -> Vec<DangerCombination> {
    let list = List::read(a);
    let mut made: Vec<DangerCombination> = Vec::new();
    for row in &COMBINATIONS {
        let (sure, waiting): (Vec<Hit>, Vec<Hit>) =
            rows::hits(&list, row).into_iter().partition(|hit| hit.waits.is_none());
        if !sure.is_empty() {
            made.push(say(&list, row, &sure));
        }
        let mut told = Vec::new();
        for hit in waiting {
            let typed = hit.waits.map(|(at, _)| at);
            if !told.contains(&typed) {
                told.push(typed);
                made.push(say(&list, row, &[hit]));
            }
        }
    }
    by_rank(&mut made, |one| std::cmp::Reverse(one.urgency));
    made
}

/// One row about the entries of these hits: all certain, or one that waits for a yes.
fn say(list: &List, row: &'static Combination, hits: &[Hit]) -> DangerCombination {
    let weaker = row.otherwise.filter(|_| !hits.iter().any(|hit| hit.strong));
    let mut places: Vec<usize> = hits.iter().flat_map(|hit| hit.entries.iter().copied()).collect();
    by_rank(&mut places, |place| *place);
    places.dedup();
    let entries: Vec<String> = places.iter().map(|at| list.name(*at)).collect();
    let named = |key: Key| Said { key, with: vec![("names", wording::listed(&entries))] };
    let act = named(row.act_otherwise.filter(|_| weaker.is_some()).unwrap_or(row.act));
    let waits = hits.first().and_then(|hit| hit.waits);
    let says = match waits {
        None => act,
        Some((at, medicine)) => Said {
            key: combinations::IF_THIS_IS,
            with: vec![("typed", list.name(at)), ("medicine", generic(medicine).to_owned()), ("act", act.text())],
        },
    };
    let number = urgency::emergency(list.a).map(Emergency::said).unwrap_or_default();
    DangerCombination {
        id: row.id,
        urgency: weaker.unwrap_or(row.urgency),
        unconfirmed: waits.is_some(),
        name: named(row.name),
        says,
        watch: row.watch.map(|key| Said { key, with: vec![("number", number.to_owned())] }),
        because: places.into_iter().map(|at| listed::path(list.a, at)).chain(rows::beside(list.a, row.id)).collect(),
        entries,
        sources: row.sources,
        reviewed: row.reviewed,
    }
}
