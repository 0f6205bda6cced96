//! Other things that can feel like restless legs: the fifth criterion.
//!
//! Decides what the look-alikes that were ticked explain together, which of them a hard rule adds, and the
//! least urgency each brings. Knows nothing of the first four criteria. Facts: evidence 2.1 to 2.3.

use super::akathisia;
use super::assessment::{Assessment, Explains, Tri};
use super::report::{AnswerPath, LookAlikeSaid};
use super::stopped;
use crate::content::{LOOK_ALIKES, LookAlike, Shown, Urgency};
use crate::order::by_rank;

/// What the look-alikes explain together. Ordered: the later wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Explained {
    /// No look-alike.
    Nothing,
    /// One is there, but does not explain every time.
    Partly,
    /// The person cannot tell.
    Unsure,
    /// One explains every time, or a hard rule says so.
    All,
}

/// The look-alikes that count, in the order of the table. Those of childhood do not count from 18.
pub fn counted(a: &Assessment) -> impl Iterator<Item = (&'static LookAlike, Explains)> + '_ {
    let from_18 = a.person.age().is_some_and(|age| age >= 18);
    LOOK_ALIKES.iter().filter_map(move |row| {
        let (_, explains) = a.look_alikes.iter().find(|(id, _)| *id == row.id)?;
        let counts = *explains != Explains::No && !(row.shown == Shown::Child && from_18);
        counts.then_some((row, *explains))
    })
}

/// What they explain together.
pub fn explained(a: &Assessment) -> Explained {
    let each = counted(a).map(|(_, explains)| match explains {
        Explains::All => Explained::All,
        Explains::Unsure => Explained::Unsure,
        Explains::Some => Explained::Partly,
        Explains::No => Explained::Nothing,
    });
    let listed = if a.look_alikes_unsure { Explained::Unsure } else { Explained::Nothing };
    let ruled = if is_always_one_leg(a) { Explained::All } else { Explained::Nothing };
    each.max().unwrap_or(Explained::Nothing).max(listed).max(ruled)
}

/// The two that must not be left open: "not sure" about them points elsewhere (evidence 1.6).
pub fn is_unsure_of_a_pressing_one(a: &Assessment) -> bool {
    counted(a).any(|(row, explains)| explains == Explains::Unsure && is_pressing(row))
}

/// Restlessness from a medicine, or from stopping one.
pub fn is_pressing(row: &LookAlike) -> bool {
    matches!(row.id, "M_AKATHISIA" | "M_WITHDRAWAL")
}

/// H4: always the same leg since the start, and no doctor has confirmed restless legs.
pub fn is_always_one_leg(a: &Assessment) -> bool {
    a.criteria.one_leg_only == Some(Tri::Yes) && a.criteria.confirmed != Some(Tri::Yes)
}

/// H6: a habit that explains every time, is not unpleasant and affects nothing.
pub fn is_habit(a: &Assessment) -> bool {
    explains_all(a, "M_TAPPING") && a.criteria.c1_unpleasant == Some(Tri::No) && !a.impact.is_significant()
}

/// H3: walking brings it on and sitting eases it.
pub fn is_brought_on_by_walking(a: &Assessment) -> bool {
    explains_all(a, "M_STENOSIS") || explains_all(a, "M_PAD")
}

/// Whether this look-alike explains every time.
pub fn explains_all(a: &Assessment, id: &str) -> bool {
    counted(a).any(|(row, explains)| row.id == id && explains == Explains::All)
}

/// Least urgency from each, whatever the verdict (evidence 2.2).
pub fn floors(a: &Assessment) -> Vec<(&'static LookAlike, Urgency)> {
    let floor = |row: &LookAlike, explains| match row.id {
        "M_AKATHISIA" if akathisia::has_trigger(a) => Some(Urgency::SameDay),
        "M_WITHDRAWAL" if stopped::is_dangerous(a) => Some(Urgency::SameDay),
        _ if explains == Explains::Unsure => row.floor.or(Some(Urgency::Routine)),
        _ => row.floor,
    };
    counted(a).filter_map(|(row, explains)| Some((row, floor(row, explains)?))).collect()
}

/// Every look-alike to show: what explains every time and what a hard rule names first, then the unsure, then the rest.
pub fn said(a: &Assessment, akathisia: bool) -> Vec<LookAlikeSaid> {
    let ruled = ruled(a, akathisia);
    let rank = |row: &LookAlike| match counted(a).find(|(counted, _)| counted.id == row.id) {
        Some((_, Explains::All)) => Some(0),
        _ if ruled.contains(&row.id) => Some(1),
        Some((_, Explains::Unsure)) => Some(2),
        Some(_) => Some(3),
        None => None,
    };
    let mut rows: Vec<_> = LOOK_ALIKES.iter().filter_map(|row| Some((rank(row)?, row))).collect();
    by_rank(&mut rows, |(rank, _)| *rank);
    rows.into_iter().map(|(_, row)| say(a, row)).collect()
}

/// Ids that a rule names, ticked or not.
fn ruled(a: &Assessment, akathisia: bool) -> Vec<&'static str> {
    let rules: [(bool, &[&str]); 3] = [
        (akathisia || akathisia::day_and_night(a), &["M_AKATHISIA"]),
        (is_always_one_leg(a), &["M_RADIC", "M_VENOUS"]),
        (is_brought_on_by_walking(a), &["M_STENOSIS", "M_PAD"]),
    ];
    rules.into_iter().filter(|(fires, _)| *fires).flat_map(|(_, ids)| ids.iter().copied()).collect()
}

fn say(a: &Assessment, row: &'static LookAlike) -> LookAlikeSaid {
    let ticked = a.look_alikes.iter().any(|(id, _)| *id == row.id);
    LookAlikeSaid {
        id: row.id,
        name: row.name,
        says: row.says,
        because: if ticked { because(row) } else { Vec::new() },
        sources: row.sources,
        reviewed: row.reviewed,
    }
}

/// The answers behind a look-alike.
pub fn because(row: &LookAlike) -> Vec<AnswerPath> {
    vec![format!("tick.{}", row.id), format!("look.{}", row.id)]
}
