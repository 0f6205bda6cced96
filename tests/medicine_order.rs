//! In what order medicines stand in the result, and what their timing may change (evidence 4.1, 10.7).
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::{Answer, Assessment};
use quiet_legs::clinical::medicines::{MedicineEntry, Timing};
use quiet_legs::clinical::report::Verdict;
use quiet_legs::content::{Direction, MEDICINES, Medicine, Strength, Urgency};
use rules_support::{entry, fits_but, report, takes, with_criteria};
use std::collections::BTreeSet;

/// The place of evidence 4.1, written down a second time: group, and rank within it.
fn place(row: &Medicine) -> (u8, u8) {
    use Direction::*;
    match (row.direction, row.strength) {
        (Worsens, Strength::Strong) => (2, 0),
        (Worsens, Strength::Moderate) => (2, 1),
        (Augmentation, _) => (3, 0),
        (Worsens, _) => (4, 0),
        (MayWorsen, _) => (4, 1),
        (IronAbsorption | IronLoss | IronInteraction | AffectsTest, _) => (5, 0),
        (B12Depletion, _) => (5, 1),
        (Conflicting, _) => (6, 0),
        (Treats, _) => (7, 0),
        (MayImprove, _) => (7, 1),
        (Mimic, _) => (8, 0),
        (Neutral, _) => (9, 0),
    }
}

/// One medicine for each direction and strength there is; substances stand under a heading of their own.
fn one_of_each() -> Vec<&'static Medicine> {
    let mut seen = BTreeSet::new();
    let medicines = MEDICINES.iter().filter(|row| row.section != "substances");
    medicines.filter(|row| seen.insert((row.direction, row.strength))).collect()
}

fn timed(row: &'static Medicine, timing: Option<Timing>) -> MedicineEntry {
    MedicineEntry { timing, ..entry(row.id, &[row.id]) }
}

fn with(medicines: Vec<MedicineEntry>) -> Assessment {
    fits_but(|a| a.medicines = medicines)
}

fn order(a: &Assessment) -> Vec<String> {
    let findings = report(a).findings.into_iter();
    findings.filter_map(|f| f.rule.strip_prefix("medicine.").map(str::to_owned)).collect()
}

#[test]
fn every_pair_of_directions_and_strengths_stands_as_the_evidence_says_whatever_the_timing() {
    let rows = one_of_each();
    assert!(rows.len() >= 25, "{}", rows.len());
    let timings = [None, Some(Timing::Unsure), Some(Timing::WorseWithin6Weeks), Some(Timing::StartedBeforeMedicine)];
    let key = |row: &Medicine, timing| {
        let (group, rank) = place(row);
        let moved = match timing {
            Some(Timing::WorseWithin6Weeks) => (group - 1).max(2),
            Some(Timing::StartedBeforeMedicine) => (group + 1).min(9),
            _ => group,
        };
        (moved, row.strength == Strength::Insufficient, moved != group, rank)
    };
    for first in &rows {
        for second in rows.iter().filter(|second| second.id != first.id) {
            for timing in timings {
                let (a, b) = (key(first, timing), key(second, None));
                if a < b {
                    let listed = with(vec![timed(second, None), timed(first, timing)]);
                    assert_eq!(order(&listed), [first.id, second.id], "{timing:?}");
                }
            }
        }
    }
}

#[test]
fn hardly_studied_ones_are_grey_last_in_their_group_and_raise_no_urgency() {
    for row in MEDICINES.iter().filter(|row| row.strength == Strength::Insufficient && row.section != "substances") {
        let alone = report(&with(vec![timed(row, None)]));
        let rule = format!("medicine.{}", row.id);
        let finding = alone.findings.iter().find(|f| f.rule == rule).expect(row.id);
        assert!(finding.faint && finding.urgency.is_none(), "{}", row.id);
        assert!(finding.strength_says.is_some_and(|key| quiet_legs::content::words(key) == "Hardly studied"));
        assert!(alone.urgency_because.iter().all(|reason| reason.rule != rule), "{}", row.id);
        assert_eq!(alone.urgency, report(&fits_but(|_| {})).urgency, "{}", row.id);
        let same_group = |other: &&Medicine| {
            place(other).0 == place(row).0 && other.strength != Strength::Insufficient && other.section != "substances"
        };
        if let Some(other) = MEDICINES.iter().find(same_group) {
            assert_eq!(order(&with(vec![timed(row, None), timed(other, None)])), [other.id, row.id]);
        }
    }
}

#[test]
fn a_grey_one_stands_before_the_next_group() {
    // Apomorphine: augmentation, hardly studied. Lithium: worsens, limited. Quinine: neutral, hardly studied.
    let listed = with(takes(&["quinine", "bupropion", "lithium", "apomorphine", "mirtazapine"]));
    assert_eq!(order(&listed), ["mirtazapine", "apomorphine", "lithium", "bupropion", "quinine"]);
}

#[test]
fn what_can_make_it_worse_is_worth_a_visit_unless_the_answers_do_not_match() {
    for row in MEDICINES.iter().filter(|row| row.section != "substances") {
        let wanted = matches!(row.direction, Direction::Worsens | Direction::Augmentation)
            && row.strength != Strength::Insufficient;
        let rule = format!("medicine.{}", row.id);
        let asks = |a: &Assessment| {
            report(a).urgency_because.iter().find(|reason| reason.rule == rule).map(|reason| reason.urgency)
        };
        assert_eq!(asks(&with(vec![timed(row, None)])), wanted.then_some(Urgency::Routine), "{}", row.id);
        let no = with_criteria([Some(Answer::No); 4]);
        let unlikely = Assessment { medicines: vec![timed(row, None)], ..no };
        assert_eq!(report(&unlikely).verdict, Verdict::Unlikely);
        assert_eq!(asks(&unlikely), None, "{}", row.id);
    }
}

#[test]
fn timing_moves_a_medicine_and_changes_neither_urgency_nor_strength() {
    for row in one_of_each() {
        let plain = report(&with(vec![timed(row, None)]));
        for timing in Timing::ALL {
            let moved = report(&with(vec![timed(row, Some(timing))]));
            assert_eq!(moved.urgency, plain.urgency, "{}", row.id);
            let strength = |report: &quiet_legs::clinical::report::Report| {
                report.findings.iter().find(|f| f.rule.ends_with(row.id)).map(|f| (f.strength, f.faint, f.urgency))
            };
            assert_eq!(strength(&moved), strength(&plain), "{}", row.id);
        }
    }
}

#[test]
fn an_unknown_name_comes_last_and_is_never_called_harmless() {
    let mut listed = vec![entry("zzyzx", &[])];
    listed.extend(takes(&["quinine"]));
    let findings = report(&with(listed)).findings;
    let last = findings.last().expect("a finding");
    assert_eq!(last.rule, "medicine_unknown");
    assert_eq!(last.says[0].text(), "We do not know this one. Ask a pharmacist.");
}

#[test]
fn two_boxes_with_one_medicine_are_one_finding_unless_their_timing_differs() {
    let box_of = |typed: &str, timing| MedicineEntry { timing, ..entry(typed, &["diphenhydramine"]) };
    let two = report(&with(vec![box_of("Nytol", None), box_of("Simply Sleep", None)]));
    let findings: Vec<_> = two.findings.iter().filter(|f| f.rule == "medicine.diphenhydramine").collect();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].because, ["medicines[0]", "medicines[1]"]);
    assert!(two.to_say.iter().all(|said| !said.text().contains("diphenhydramine or diphenhydramine")));
    let apart = with(vec![box_of("Nytol", None), box_of("Simply Sleep", Some(Timing::WorseWithin6Weeks))]);
    assert_eq!(order(&apart), ["diphenhydramine", "diphenhydramine"]);
}

#[test]
fn the_medicines_page_names_what_is_most_often_forgotten() {
    let page = quiet_legs::clinical::flow::page("medicines").expect("the page");
    use quiet_legs::content::text::ui::medicines as ui;
    let keys = [page.hint.expect("a hint"), ui::FORGOTTEN_INJECTIONS, ui::FORGOTTEN_GIVEN, ui::FORGOTTEN_LEGS];
    let hint = keys.map(quiet_legs::content::words).join(" ");
    for forgotten in [
        "pharmacy",
        "supermarket",
        "online",
        "sleep",
        "allergy",
        "colds",
        "sickness",
        "travel",
        "pain at night",
        "injections every few weeks or months",
        "dialysis",
        "dentist",
        "operation",
    ] {
        assert!(hint.contains(forgotten), "{forgotten}");
    }
}
