//! How long it takes once a cause is looked after: one honest sentence beside each cause that was found.
//!
//! Decides only which causes the answers name. Promises nothing, names no dose, and says "often" and "may" where
//! studies do. Facts: evidence 8.1, 8.4.

use super::report::{AnswerPath, Finding, Verdict};
use super::urgency::{augmentation_answers, condition_path};
use super::weighing::Weighed;
use super::{labs, listed};
use crate::content::names::medicine as medicine_row;
use crate::content::{Direction, Key, Medicine, SourceId, TIME_NOTES};
use crate::date::Date;

/// One sentence about time, with everything needed to defend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeSaid {
    /// `iron`, `medicine` …
    pub id: &'static str,
    /// The sentences.
    pub says: Key,
    /// The answers behind it.
    pub because: Vec<AnswerPath>,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// Every note, in the order of the table.
pub fn said(w: &Weighed, findings: &[Finding]) -> Vec<TimeSaid> {
    let each = TIME_NOTES.iter().filter_map(|row| {
        let because = because(w, findings, row.id);
        let (id, says, sources, reviewed) = (row.id, row.says, row.sources, row.reviewed);
        (!because.is_empty()).then_some(TimeSaid { id, says, because, sources, reviewed })
    });
    each.collect()
}

/// The answers that name the cause; none where it was not found.
fn because(w: &Weighed, findings: &[Finding], id: &str) -> Vec<AnswerPath> {
    let ticked = |id: &str| if w.a.has_condition(id) { vec![condition_path(id)] } else { Vec::new() };
    match id {
        "iron" if labs::is_treated_when_low(w) => w.iron.as_ref().map(|iron| iron.because.clone()).unwrap_or_default(),
        "medicine" if w.verdict != Verdict::Unlikely => worsening(findings),
        "neuropathy" | "osa" => ticked(id),
        "pregnancy" if w.verdict.matches() => ticked(id),
        "augmentation" => augmentation_answers(w.a),
        "dopamine_medicine" => dopamine(w),
        _ => Vec::new(),
    }
}

/// Medicines that can make it worse, not the ones hardly studied and not habits.
fn worsening(findings: &[Finding]) -> Vec<AnswerPath> {
    let worsens = |finding: &&Finding| {
        let row = finding.rule.strip_prefix("medicine.").and_then(medicine_row);
        row.is_some_and(|row| {
            matches!(row.direction, Direction::Worsens | Direction::MayWorsen) && !listed::is_substance(row)
        })
    };
    findings.iter().filter(worsens).filter(|finding| !finding.faint).flat_map(|f| f.because.clone()).collect()
}

/// Medicines that act on dopamine receptors or are turned into dopamine, whatever they are taken for.
fn dopamine(w: &Weighed) -> Vec<AnswerPath> {
    let acts = |row: &Medicine| row.section == "dopaminergic" && row.direction == Direction::Augmentation;
    let taken = listed::medicines(w.a).filter(|(_, rows)| rows.iter().any(|row| acts(row)));
    taken.map(|(at, _)| listed::path(w.a, at)).collect()
}
