//! How the rows of late tables are read from their cells, in the order `src/content/compile` writes them.

use super::knowledge::{Course, Guideline, LabTest, TimeNote, Treatment};
use super::late::{Cells, Row};
use super::learn::{Part, Question, Topic};
use super::names::{ClassWord, LookAlikeNames, LookAlikeRule, Meaning, NightVersion, Trap};
use super::*;

/// `Rule { id: text, text: key }`: each field and the cell it is read from. A closed list is `one in Group or Condition`:
/// the lines are proven whole, so the other value never comes, but one must stand there.
macro_rules! rows {
    ($($name:ident { $($field:ident: $how:ident $(in $list:ident $(or $other:ident)?)?),+ $(,)? })+) => {$(
        impl Row for $name {
            fn read(cells: &mut Cells) -> Self {
                Self { $($field: rows!(@cell cells $how $(in $list $(or $other)?)?)),+ }
            }
        }
    )+};
    (@cell $cells:ident one in $list:ident or $other:ident) => { $cells.of($list::ALL).unwrap_or($list::$other) };
    (@cell $cells:ident maybe in $list:ident) => { $cells.of($list::ALL) };
    (@cell $cells:ident $how:ident) => { $cells.$how() };
}

rows! {
    Source { id: text, short: key, cite: key, doi: maybe_text, pmid: maybe_text }
    Medicine {
        id: text, names: key, used_for: maybe_key, class: key, section: text, atc: text,
        direction: one in Direction or Neutral, strength: one in Strength or Insufficient,
        mechanisms: number, dangers: number, discuss: maybe_key, note: maybe_key, sources: sources, reviewed: date,
    }
    Condition {
        id: text, name: key, says: key, ask: maybe_key, grade: one in Grade or None, urgency: maybe in Urgency,
        group: one in Group or Condition, sources: sources, reviewed: date,
    }
    Rule { id: text, text: key, sources: sources, reviewed: date }
    HabitRow {
        id: text, name: key, says: key, tries: key, strength: one in Strength or Insufficient,
        group: one in Group or Habit, points: flag, sources: sources, reviewed: date,
    }
    Care { id: text, name: key, says: key, strength: one in Strength or Insufficient, sources: sources, reviewed: date }
    Concern { id: text, name: key, says: keys, group: one in Group or Condition, sources: sources, reviewed: date }
    Combination {
        id: text, urgency: one in Urgency or Soon, otherwise: maybe in Urgency, name: key, act: key,
        act_otherwise: maybe_key, watch: maybe_key, typed: maybe_key, sources: sources, reviewed: date,
    }
    Withdrawal { id: text, says: key, mark: maybe_key, sources: sources, reviewed: date }
    Treatment {
        id: text, name: key, what: key, guidelines: key, time: maybe_key, warns: maybe_key, sources: sources,
        reviewed: date,
    }
    TimeNote { id: text, says: key, sources: sources, reviewed: date }
    Course {
        id: text, changes: texts, judged_days: maybe_days, says: key, sources: sources, reviewed: date,
    }
    Guideline { id: text, name: key, cells: six_keys, sources: sources, reviewed: date }
    LabTest {
        id: text, core: maybe in LabCore, name: key, shows: key, who: key, range: key, loinc: key, units: key,
        conditions: texts, look_alikes: texts, medicines: texts, sources: sources, reviewed: date,
    }
    IronClassRow {
        class: one in IronClass or InputError, says: key, says_elsewhere: maybe_key, ask: maybe_key, rule: key,
        sources: sources, reviewed: date,
    }
    IronModifierRow { modifier: one in IronModifier or SeedBand, says: maybe_key, sources: sources, reviewed: date }
    NightVersion { ask: key, of: places, adds: places }
    LookAlikeNames { names: key, rule: one in LookAlikeRule or Always }
    Topic { id: text, title: key, about: key, check: texts, opens: texts, explains: texts, see: texts, plan: flag }
    Part { topic: text, id: text, heading: key, reviewed: date, blocks: blocks }
    Question { id: text, topics: texts, ask: key, short: key, more: key, sources: sources, reviewed: date }
    ClassWord { typed: key, sections: texts, medicines: places }
}

impl Row for Trap {
    fn read(cells: &mut Cells) -> Self {
        let (typed, ask) = (cells.key(), cells.key());
        let means = cells.places().chunks_exact(3).filter_map(|meaning| match meaning {
            [medicine, countries, maybe] => {
                Some(Meaning { medicine: *medicine, countries: *countries, maybe: *maybe == 1 })
            }
            _ => None,
        });
        Self { typed, ask, means: Vec::leak(means.collect()) }
    }
}
