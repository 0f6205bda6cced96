//! A person to start from, and ways to change one thing about them.
#![allow(dead_code)]

pub mod random;

use quiet_legs::clinical::assessment::{
    Answer, Assessment, BodyRestlessness, Criteria, Explains, Impact, ImpactAnswers, Person, Tri,
};
use quiet_legs::clinical::medicines::MedicineEntry;
use quiet_legs::clinical::report::{Report, UrgencyReason, Verdict, assess};
use quiet_legs::content::Urgency;
use quiet_legs::date::Date;

pub const TODAY: Date = Date::literal(2026, 11, 23);

/// An adult whose first four criteria are all met, with no look-alike and nothing else told.
pub fn fits() -> Assessment {
    Assessment {
        person: Person { age_years: Some(45.0), can_describe_own_feelings: Some(Tri::Yes), ..Person::default() },
        criteria: Criteria {
            c1: Some(Answer::Yes),
            c1_unpleasant: Some(Tri::Yes),
            c2: Some(Answer::Yes),
            c3: Some(Answer::Yes),
            c4: Some(Answer::Yes),
            ..Criteria::default()
        },
        look_alikes_answered: true,
        ..Assessment::default()
    }
}

/// The same, changed.
pub fn fits_but(change: impl FnOnce(&mut Assessment)) -> Assessment {
    let mut a = fits();
    change(&mut a);
    a
}

/// An adult with these answers to C1 to C4.
pub fn with_criteria(answers: [Option<Answer>; 4]) -> Assessment {
    let [c1, c2, c3, c4] = answers;
    fits_but(|a| a.criteria = Criteria { c1, c2, c3, c4, ..a.criteria })
}

pub fn with_look_alikes(list: &[(&'static str, Explains)]) -> Assessment {
    fits_but(|a| a.look_alikes = list.to_vec())
}

/// Every answer of the akathisia rule that fires it, with nothing on the medicine list.
pub fn akathisia() -> Assessment {
    fits_but(|a| {
        a.body = BodyRestlessness {
            whole_body: Some(Tri::Yes),
            onset_within_6_weeks: Some(Tri::Yes),
            same_day_and_night: Some(Tri::Yes),
            lying_down_relieves: None,
            cannot_sit_still_by_day: None,
        }
    })
}

pub fn takes(ids: &[&'static str]) -> Vec<MedicineEntry> {
    ids.iter().map(|id| entry(id, &[id])).collect()
}

/// A line of the list: what was typed, and the rows it stands for (none: we do not know the name).
pub fn entry(typed: &str, chosen: &[&'static str]) -> MedicineEntry {
    MedicineEntry { typed: typed.to_owned(), chosen: chosen.to_vec(), ..MedicineEntry::default() }
}

pub fn significant() -> ImpactAnswers {
    ImpactAnswers { sleep: Some(Impact::QuiteALot), ..ImpactAnswers::default() }
}

pub fn report(a: &Assessment) -> Report {
    assess(a, TODAY)
}

pub fn verdict(a: &Assessment) -> Verdict {
    report(a).verdict
}

pub fn urgency(a: &Assessment) -> Urgency {
    report(a).urgency
}

/// The reason with this rule.
pub fn reason(a: &Assessment, rule: &str) -> Option<UrgencyReason> {
    report(a).urgency_because.into_iter().find(|reason| reason.rule == rule)
}

/// Ids of the look-alikes shown.
pub fn shown(a: &Assessment) -> Vec<&'static str> {
    report(a).look_alikes.iter().map(|look_alike| look_alike.id).collect()
}
