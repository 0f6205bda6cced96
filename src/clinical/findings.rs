//! What may be behind it: each thing with its rule, the answers that caused it, its sources and its date.
//!
//! Decides which conditions, family answers and iron numbers are told, and in which order; medicines come from
//! [`super::medicines`]. Says "may be adding to it", never "the cause". Facts: evidence 2.4, 4.1, 5.1, 6.6, 8.3.

use super::assessment::{Assessment, Tri};
use super::medicines::MedicineFinding;
use super::report::{AnswerPath, Finding, IronReading, Verdict};
use super::weighing::Weighed;
use super::{akathisia, habits, listed, medicines, urgency, withdrawal, wording};
use crate::content::names::{generic, medicine as medicine_row};
use crate::content::text::result::{findings, groups};
use crate::content::text::{capital, discuss};
use crate::content::{
    CONDITIONS, Condition, Direction, Grade, Group, IRON_CLASSES, IRON_MODIFIERS, IronClass, IronModifier, Key,
    Medicine, RULES, Rule, Said, SourceId, Urgency,
};
use crate::date::Date;
use crate::order::by_rank;

impl Group {
    /// The heading it stands under.
    pub const fn heading(self) -> Key {
        match self {
            Self::Iron => groups::IRON,
            Self::Medicine => groups::MEDICINE,
            Self::Condition => groups::CONDITION,
            Self::LifeStage => groups::LIFE_STAGE,
            Self::Family => groups::FAMILY,
            Self::Habit => groups::HABIT,
        }
    }
}

/// Every finding in the order to show: by group, within a group the firmer first.
pub fn all(w: &Weighed) -> Vec<Finding> {
    let mut made: Vec<Finding> = Vec::new();
    made.extend(w.iron.as_ref().and_then(iron));
    made.extend(dangerous_together(w));
    made.extend(restless_from_a_medicine(w));
    made.extend(augmentation(w.a));
    made.extend(withdrawal::findings(w.a));
    made.extend(listed_medicines(w));
    made.extend(conditions(w));
    made.extend(family(w.a));
    made.extend(habits::findings(w.a));
    made.extend(super::groups::findings(w));
    by_rank(&mut made, |finding| (finding.group, place_in_group(&finding.rule)));
    made
}

/// What is dangerous together stands first (evidence 4.1), what to do with a long list before the list.
fn place_in_group(rule: &str) -> u8 {
    match rule {
        _ if rule.starts_with("combination.") => 0,
        "group.many_medicines" => 1,
        _ => 2,
    }
}

/// Said when the answers match and nothing in them points to a cause.
pub fn no_cause(w: &Weighed, findings: &[Finding]) -> Option<Said> {
    let none = w.verdict.matches() && !findings.iter().any(|finding| points_to_cause(finding, w.iron.as_ref()));
    none.then_some(Said::plain(findings::NONE))
}

/// Whether it may be behind the trouble. What we do not know counts: it is not harmless.
pub fn points_to_cause(finding: &Finding, iron: Option<&IronReading>) -> bool {
    match finding.rule.split_once('.') {
        Some(("medicine", id)) => medicine_row(id).is_none_or(|row| {
            if listed::is_substance(row) { habits::points_to_cause(id) } else { can_add(row.direction) }
        }),
        Some(("habit", id)) => habits::points_to_cause(id),
        Some(("group", _)) => false,
        Some(("condition", id)) => CONDITIONS.iter().any(|row| row.id == id && row.urgency.is_some()),
        Some(("iron", _)) => iron.is_some_and(is_low),
        Some(("combination", _)) => false,
        Some(("withdrawal", id)) => id != "other",
        _ => true,
    }
}

const fn can_add(direction: Direction) -> bool {
    use Direction::{Augmentation, B12Depletion, Conflicting, IronAbsorption, IronLoss, MayWorsen, Mimic, Worsens};
    matches!(
        direction,
        Worsens | MayWorsen | Conflicting | Augmentation | IronAbsorption | IronLoss | B12Depletion | Mimic
    )
}

fn is_low(iron: &IronReading) -> bool {
    use IronClass::{AdultDeficient, AdultRlsLow, AdultTsatLow, ChildLow, CkdIvDiscuss, PregDeficient, PregRlsLow};
    let low = [AdultDeficient, AdultRlsLow, AdultTsatLow, ChildLow, CkdIvDiscuss, PregDeficient, PregRlsLow];
    let marks = [IronModifier::HbLow, IronModifier::HbSevere, IronModifier::TsatLow, IronModifier::CauseSearch];
    low.contains(&iron.class)
        || marks.iter().any(|mark| iron.modifiers.contains(mark))
        || iron.tsat.is_some_and(|t| t < 20.0)
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// A finding that rests on one rule, without a firmness of its own.
fn ruled(id: &'static str, group: Group, name: Key, says: Vec<Said>, because: Vec<String>) -> Option<Finding> {
    let rule = rule(id)?;
    let backing = Backing { rule: id, sources: rule.sources, reviewed: rule.reviewed };
    ruled_by(&backing, id.to_owned(), group, name, says, because)
}

/// What a row of a table rests on, and the rule in plain words behind it.
pub struct Backing {
    /// Id of the rule in words.
    pub rule: &'static str,
    /// Sources of the row.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// A finding without urgency or firmness. `None` when the rule has no words.
pub fn ruled_by(
    backing: &Backing,
    id: String,
    group: Group,
    name: Key,
    says: Vec<Said>,
    because: Vec<AnswerPath>,
) -> Option<Finding> {
    Some(Finding {
        rule: id,
        group,
        name: Said::plain(name),
        says,
        rule_says: vec![Said::plain(rule(backing.rule)?.text)],
        because,
        urgency: None,
        strength: None,
        strength_says: None,
        sources: backing.sources.to_vec(),
        reviewed: backing.reviewed,
        faint: false,
    })
}

/// Medicines and substances in the order of their room; their urgency does not count where the answers do not match.
fn listed_medicines(w: &Weighed) -> Vec<Finding> {
    let found = medicines::findings(&w.a.medicines, w.a.country).into_iter();
    let each = found.filter(|found| !habits::is_ticked(w.a, found.entry)).filter_map(|found| {
        let because = vec![listed::path(w.a, found.entry)];
        let urgency = found.urgency.filter(|_| w.verdict != Verdict::Unlikely);
        Some(Finding { urgency, ..medicine(found, because)? })
    });
    // Two boxes with the same medicine are one finding, unless their timing differs.
    let mut made: Vec<Finding> = Vec::new();
    for new in each {
        let same = |old: &&mut Finding| (&old.rule, &old.name, &old.says) == (&new.rule, &new.name, &new.says);
        match made.iter_mut().find(same) {
            Some(old) => old.because.extend(new.because),
            None => made.push(new),
        }
    }
    made
}

fn medicine(found: MedicineFinding, because: Vec<AnswerPath>) -> Option<Finding> {
    let unknown = rule("medicine_unknown")?;
    let row = found.medicine;
    let name = row.map_or(found.typed, |row| capital(generic(row)));
    let is_substance = row.is_some_and(listed::is_substance);
    let has_own_caution = is_substance || found.cautions.len() > 1;
    let cautions = found.cautions.into_iter().filter(|said| !(has_own_caution && said.key == discuss::D0));
    Some(Finding {
        rule: row.map_or("medicine_unknown".to_owned(), |row| format!("medicine.{}", row.id)),
        group: row.map_or(Group::Medicine, group),
        name: wording::titled(name),
        says: found.says.into_iter().chain(cautions).chain(found.ask).collect(),
        rule_says: found.rule.into_iter().map(Said::plain).collect(),
        because,
        urgency: found.urgency,
        strength: row.map(|row| row.strength),
        strength_says: found.strength,
        sources: row.map_or(unknown.sources, |row| row.sources).to_vec(),
        reviewed: row.map_or(unknown.reviewed, |row| row.reviewed),
        faint: found.faint,
    })
}

/// A substance that was typed stands where the habit stands.
fn group(row: &Medicine) -> Group {
    habits::group(row.id).filter(|_| listed::is_substance(row)).unwrap_or(Group::Medicine)
}

/// Danger combinations, which stand before everything else about medicines (evidence 4.1).
fn dangerous_together(w: &Weighed) -> Vec<Finding> {
    let Some(rule) = rule("combination") else { return Vec::new() };
    let each = w.combinations.iter().map(|one| Finding {
        rule: format!("combination.{}", one.id),
        group: Group::Medicine,
        name: one.name.clone(),
        says: [Some(one.says.clone()), one.watch.clone()].into_iter().flatten().collect(),
        rule_says: vec![Said::plain(rule.text)],
        because: one.because.clone(),
        urgency: Some(one.urgency),
        strength: None,
        strength_says: None,
        sources: one.sources.to_vec(),
        reviewed: one.reviewed,
        faint: false,
    });
    each.collect()
}

fn restless_from_a_medicine(w: &Weighed) -> Option<Finding> {
    if !w.akathisia {
        return None;
    }
    let (_, says) = urgency::act(w.a, "SD2")?;
    let found = ruled("akathisia", Group::Medicine, findings::AKATHISIA_NAME, vec![says], akathisia::because(w.a))?;
    Some(Finding { urgency: Some(Urgency::SameDay), ..found })
}

fn augmentation(a: &Assessment) -> Option<Finding> {
    let because = urgency::augmentation_answers(a);
    if because.is_empty() {
        return None;
    }
    let parkinson = a.has_condition("parkinson").then_some(findings::AUGMENTATION_PARKINSON);
    let hours = a.augmentation_hours.filter(|_| a.augmentation.first() == Some(&Some(Tri::Yes))).map(hours_earlier);
    let says = [Some(findings::AUGMENTATION_SAYS), hours, Some(findings::AUGMENTATION_REBOUND), parkinson];
    let says = says.into_iter().flatten().map(Said::plain).collect();
    let found = ruled("augmentation", Group::Medicine, findings::AUGMENTATION_NAME, says, because)?;
    Some(Finding { urgency: Some(Urgency::Soon), ..found })
}

/// For the doctor: 2 and 4 hours are the lines experts use.
fn hours_earlier(hours: f64) -> Key {
    match hours {
        _ if hours < 2.0 => findings::AUGMENTATION_UNDER_2_HOURS,
        _ if hours < 4.0 => findings::AUGMENTATION_2_TO_4_HOURS,
        _ => findings::AUGMENTATION_4_HOURS,
    }
}

fn family(a: &Assessment) -> Option<Finding> {
    if a.supportive.family_history != Some(Tri::Yes) {
        return None;
    }
    let says = [findings::FAMILY_SAYS, findings::FAMILY_ASK].map(Said::plain).to_vec();
    ruled("family", Group::Family, findings::FAMILY_NAME, says, vec!["family".into()])
}

/// What is ticked, the firmest first; no urgency where the answers do not match at all.
fn conditions(w: &Weighed) -> Vec<Finding> {
    let mut rows: Vec<&Condition> = CONDITIONS.iter().filter(|row| w.a.has_condition(row.id)).collect();
    by_rank(&mut rows, |row| row.grade);
    let counts = w.verdict.matches() || w.verdict == Verdict::NeedsDifferential;
    let urgency = |row: &Condition| row.urgency.filter(|_| counts);
    rows.into_iter().map(|row| condition(row, urgency(row))).collect()
}

fn condition(row: &'static Condition, urgency: Option<Urgency>) -> Finding {
    let own_rule = match row.id {
        "pregnancy" => rule("pregnant"),
        "dialysis" => rule("dialysis"),
        _ => None,
    };
    let rules = rule("condition").into_iter().chain(own_rule);
    Finding {
        rule: format!("condition.{}", row.id),
        group: row.group,
        name: wording::heading(row.name),
        says: [Some(row.says), row.ask].into_iter().flatten().map(Said::plain).collect(),
        rule_says: rules.map(|rule| Said::plain(rule.text)).collect(),
        because: vec![urgency::condition_path(row.id)],
        urgency,
        strength: None,
        strength_says: match row.grade {
            Grade::A => Some(findings::GRADE_A),
            Grade::B => Some(findings::GRADE_B),
            Grade::C => Some(findings::GRADE_C),
            Grade::None => None,
        },
        sources: row.sources.to_vec(),
        reviewed: row.reviewed,
        faint: false,
    }
}

/// The numbers as one finding: what they mean, what to ask, with the sources of the class and its modifiers.
fn iron(iron: &IronReading) -> Option<Finding> {
    let row = IRON_CLASSES.iter().find(|row| row.class == iron.class)?;
    let modifiers = IRON_MODIFIERS.iter().filter(|row| iron.modifiers.contains(&row.modifier));
    let mut sources: Vec<SourceId> = row.sources.iter().chain(modifiers.flat_map(|row| row.sources)).copied().collect();
    by_rank(&mut sources, |source| *source);
    sources.dedup();
    Some(Finding {
        rule: format!("iron.{}", iron.class.code()),
        group: Group::Iron,
        name: Said::plain(findings::IRON_NAME),
        says: iron.says.iter().chain(&iron.ask).cloned().collect(),
        rule_says: vec![Said::plain(row.rule)],
        because: iron.because.clone(),
        urgency: iron.urgencies.iter().map(|(_, urgency)| *urgency).max(),
        strength: None,
        strength_says: None,
        sources,
        reviewed: row.reviewed,
        faint: false,
    })
}
