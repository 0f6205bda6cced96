//! Step 3: habits, chosen by the answers and by what the nights show.
//!
//! A habit the answers name stands with its own words; nights with it and nights without stand below it. A habit that no
//! answer names is told only where the nights differ by a point or more towards it. Medicines, a period and what is put
//! on against the legs are no habits. Never blames and never says that one thing caused another: the sentences are those
//! of `content/` and of `diary::patterns`. Facts: evidence 9.1, 9.3.

use super::{Answered, Known};
use crate::clinical::habits;
use crate::clinical::medicines::strength;
use crate::clinical::report::{AnswerPath, Finding};
use crate::content::text::plan::habits as text;
use crate::content::{CARE, Group, Key, Said, SourceId};
use crate::date::Date;
use crate::diary::night::Rhythm;
use crate::diary::patterns::{Factor, Patterns, patterns};

/// A point of strength, in halves: less is "about the same" (evidence 9.3).
const POINT: i64 = 2;

/// Step 3.
#[derive(Clone, Debug, PartialEq)]
pub struct Habits {
    /// How far the check has come.
    pub answered: Answered,
    /// Whether any night is noted.
    pub nights: bool,
    /// Named by the answers first.
    pub habits: Vec<Habit>,
    /// Habits on too few nights to compare, by name.
    pub few: Vec<String>,
    /// What comparing nights cannot show; there where nights were compared.
    pub limits: Vec<Said>,
}

/// One habit.
#[derive(Clone, Debug, PartialEq)]
pub struct Habit {
    /// `habit.caffeine`, `care.exercise`.
    pub id: String,
    /// Heading.
    pub name: Said,
    /// How firmly it is known, in words.
    pub evidence: Option<Key>,
    /// What is known and what may be tried.
    pub says: Vec<Said>,
    /// What the person's own nights show, a paragraph for each thing compared.
    pub own: Vec<Vec<Said>>,
    /// The answers behind it; none where only the nights name it.
    pub because: Vec<AnswerPath>,
    /// The rule in plain words.
    pub rule: Vec<Said>,
    /// Sources.
    pub sources: Vec<SourceId>,
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// Whether a finding is about a habit.
pub fn is_habit(finding: &Finding) -> bool {
    finding.group == Group::Habit || finding.rule.starts_with("habit.")
}

/// `caffeine`, of `habit.caffeine` and `medicine.caffeine`.
fn thing(id: &str) -> &str {
    id.split_once('.').map_or(id, |(_, thing)| thing)
}

/// The habits to look at.
pub fn habits(known: &Known<'_>, answered: Answered) -> Habits {
    let mut made: Vec<Habit> = Vec::new();
    for finding in known.report.findings.iter().filter(|found| is_habit(found)) {
        // Typed as a medicine and ticked as a habit it is one thing: the words of the habit are those for it.
        match made.iter_mut().find(|habit| thing(&habit.id) == thing(&finding.rule)) {
            Some(habit) if finding.rule.starts_with("habit.") => *habit = told(finding),
            Some(_) => {}
            None => made.push(told(finding)),
        }
    }
    let found = looked(known);
    let mut compared = false;
    for one in &found.compared {
        let Some((id, more_is_worse)) = row(&one.factor) else { continue };
        let here = made.iter_mut().find(|habit| thing(&habit.id) == id);
        let apart = one.with.middle.minus(one.without.middle);
        let points = if more_is_worse { apart >= POINT } else { apart <= -POINT };
        let habit = match here {
            Some(habit) => habit,
            None if points => {
                made.extend(untold(id));
                let Some(last) = made.last_mut() else { continue };
                last
            }
            None => continue,
        };
        habit.own.push(one.says());
        compared = true;
    }
    let few = found.too_few.iter().filter(|few| row(&few.factor).is_some()).map(|few| few.factor.words().title);
    let limits = if compared { found.limits() } else { Vec::new() };
    Habits { answered, nights: !known.nights.is_empty(), habits: made, few: few.collect(), limits }
}

/// The same comparisons as the trends show of these nights.
fn looked(known: &Known<'_>) -> Patterns {
    let Some(window) = known.window() else { return Patterns::default() };
    let seed = u64::from(window.from().0.day_number().unsigned_abs());
    patterns(known.nights, window, Rhythm::ByNight, seed)
}

/// The row about what was compared, and whether stronger nights with it are what points to it; of what may help, weaker
/// ones do. `None` of what is no habit.
const fn row(factor: &Factor) -> Option<(&'static str, bool)> {
    Some(match factor {
        Factor::Caffeine | Factor::LateCaffeine => ("caffeine", true),
        Factor::Alcohol => ("alcohol", true),
        Factor::LongSitting => ("sitting", true),
        Factor::LateExercise => ("exercise", true),
        Factor::ActiveDay => ("exercise", false),
        Factor::Bath => ("warmth", false),
        Factor::Taken(_) | Factor::Period | Factor::Compression => return None,
    })
}

fn told(finding: &Finding) -> Habit {
    Habit {
        id: finding.rule.clone(),
        name: finding.name.clone(),
        evidence: finding.strength_says,
        says: finding.says.clone(),
        own: Vec::new(),
        because: finding.because.clone(),
        rule: finding.rule_says.clone(),
        sources: finding.sources.clone(),
        reviewed: finding.reviewed,
    }
}

/// A habit that only the nights name.
fn untold(id: &'static str) -> Option<Habit> {
    let made = |prefix: &str, name: Key, says: Vec<Key>, evidence: Key, sources: &[SourceId], reviewed: Date| Habit {
        id: [prefix, id].concat(),
        name: Said::plain(name),
        evidence: Some(evidence),
        says: says.into_iter().map(Said::plain).collect(),
        own: Vec::new(),
        because: Vec::new(),
        rule: vec![Said::plain(text::RULE)],
        sources: sources.to_vec(),
        reviewed,
    };
    if let Some((row, says)) = habits::untold(id) {
        return Some(made("habit.", row.name, says, strength(row.strength), row.sources, row.reviewed));
    }
    let row = CARE.iter().find(|row| row.id == id)?;
    Some(made("care.", row.name, vec![row.says], strength(row.strength), row.sources, row.reviewed))
}
