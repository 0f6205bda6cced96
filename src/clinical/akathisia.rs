//! Restlessness of the whole body that a medicine can cause.
//!
//! Decides whether the answers call for the prescriber the same day. Knows nothing of the five criteria: it is
//! worked out whatever they say, and comes before them. Facts: evidence 2.4.

use super::assessment::{Assessment, Tri};
use super::medicines::is_akathisia_trigger;
use super::report::AnswerPath;
use super::{listed, stopped};
use crate::content::Medicine;

/// Whether the rule of evidence 2.4 fires.
pub fn fires(a: &Assessment) -> bool {
    let body = &a.body;
    let strong = body.same_day_and_night == Some(Tri::Yes)
        || body.lying_down_relieves == Some(Tri::No)
        || body.cannot_sit_still_by_day == Some(Tri::Yes);
    body.whole_body == Some(Tri::Yes) && strong && began_in_time(a) && has_trigger(a)
}

/// Whole body, the same by day and by night, whatever the timing: it can also come late, or after the medicine.
pub fn day_and_night(a: &Assessment) -> bool {
    a.body.whole_body == Some(Tri::Yes) && a.body.same_day_and_night == Some(Tri::Yes)
}

/// Whether a medicine that can do it is taken or was stopped lately. An empty list and an unknown name count:
/// only a list of nothing but known others rules it out.
pub fn has_trigger(a: &Assessment) -> bool {
    let nothing_typed = listed::medicines(a).next().is_none() && a.stopped_names.is_empty();
    nothing_typed || any_unknown(a) || all_known(a).any(is_akathisia_trigger)
}

/// The answers behind it.
pub fn because(a: &Assessment) -> Vec<AnswerPath> {
    let body = &a.body;
    let given = [
        ("ak_body", body.whole_body == Some(Tri::Yes)),
        ("ak_onset", matches!(body.onset_within_6_weeks, Some(Tri::Yes | Tri::NotSure))),
        ("ak_day_night", body.same_day_and_night == Some(Tri::Yes)),
        ("ak_lying", body.lying_down_relieves == Some(Tri::No)),
        ("ak_sit", body.cannot_sit_still_by_day == Some(Tri::Yes)),
        ("stopped_what", !a.stopped_names.is_empty()),
    ];
    let answers = given.into_iter().filter(|(_, is)| *is).map(|(key, _)| key.to_owned());
    let triggers =
        listed::medicines(a).filter(|(_, rows)| rows.is_empty() || rows.iter().any(|row| is_akathisia_trigger(row)));
    answers.chain(triggers.map(|(at, _)| listed::path(a, at))).collect()
}

/// "Not sure" about the 6 weeks counts as yes beside a dopamine blocker or a name we do not know.
fn began_in_time(a: &Assessment) -> bool {
    match a.body.onset_within_6_weeks {
        Some(Tri::Yes) => true,
        Some(Tri::NotSure) => any_unknown(a) || all_known(a).any(|row| row.has_mechanism(2)),
        _ => false,
    }
}

fn all_known(a: &Assessment) -> impl Iterator<Item = &'static Medicine> {
    let taken: Vec<_> = listed::medicines(a).flat_map(|(_, rows)| rows).collect();
    taken.into_iter().chain(stopped::known(a))
}

fn any_unknown(a: &Assessment) -> bool {
    listed::medicines(a).any(|(_, rows)| rows.is_empty()) || stopped::any_unknown(a)
}
