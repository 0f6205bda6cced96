//! The whole chain, from what the answers mean to everything the result says.
//!
//! Decides only the order: warning signs stand apart, the akathisia rule comes before the criteria, the
//! criteria before iron, and urgency and findings read what those found. Each step has its own file.
//! Facts: evidence 1 to 6.

use super::assessment::Assessment;
use super::combinations::DangerCombination;
use super::report::{IronReading, Report, Verdict};
use super::{
    akathisia, below, combinations, course, criteria, findings, iron, labs, look_alikes, points, say, time_notes,
    urgency,
};
use crate::date::Date;

/// What the first steps found, for the later ones to read.
pub struct Weighed<'a> {
    /// What the answers mean.
    pub a: &'a Assessment,
    /// Whether the akathisia rule fires.
    pub akathisia: bool,
    /// How well the answers fit.
    pub verdict: Verdict,
    /// Iron, when any value was given.
    pub iron: Option<IronReading>,
    /// What is dangerous together.
    pub combinations: Vec<DangerCombination>,
}

/// Weighs everything. `today` is the civil date on the person's device.
pub fn assess(a: &Assessment, today: Date) -> Report {
    let akathisia = akathisia::fires(a);
    let verdict = criteria::verdict(a, akathisia);
    let iron = iron::read(a, verdict.points_elsewhere(), today);
    let w = Weighed { a, akathisia, verdict, iron, combinations: combinations::all(a) };
    let course = course::course(a, verdict);
    let urgency_because = urgency::reasons(&w);
    let findings = findings::all(&w);
    let tests = labs::tests(&w);
    Report {
        verdict,
        failed_criteria: criteria::failed(a, verdict),
        unsure_criteria: criteria::unsure(a),
        points: points::all(&w),
        verdict_says: below::says(&w, course),
        no_warning_sign: say::no_warning_sign(a),
        helpline: urgency::helpline(a),
        poison_line: urgency::poison_line(a),
        course,
        dsm5_frequency: course::dsm5_frequency(a),
        significant: a.impact.is_significant(),
        urgency: urgency::highest(&urgency_because),
        urgency_because,
        akathisia,
        look_alikes: look_alikes::said(a, akathisia),
        no_cause: findings::no_cause(&w, &findings),
        not_looked_at: say::not_looked_at(&w),
        how_to_ask: labs::how_to_ask(&w, &tests),
        tests,
        time_notes: time_notes::said(&w, &findings),
        could_not_tell: say::could_not_tell(a),
        to_say: say::to_say(&w, &findings),
        findings,
        iron: w.iron,
        danger_combinations: w.combinations,
    }
}
