//! How the rows of late tables are read from their cells, in the order `src/content/compile` writes them.

use super::late::{Cells, Row};
use super::{Care, Concern, Condition, Direction, Grade, Group, HabitRow, Medicine, Rule, Source, Strength, Urgency};

impl Row for Source {
    fn read(cells: &mut Cells) -> Self {
        Self {
            id: cells.text(),
            short: cells.key(),
            cite: cells.key(),
            doi: cells.maybe_text(),
            pmid: cells.maybe_text(),
        }
    }
}

impl Row for Medicine {
    fn read(cells: &mut Cells) -> Self {
        Self {
            id: cells.text(),
            names: cells.key(),
            used_for: cells.maybe_key(),
            class: cells.key(),
            section: cells.text(),
            atc: cells.text(),
            direction: cells.of(Direction::ALL).unwrap_or(Direction::Neutral),
            strength: cells.of(Strength::ALL).unwrap_or(Strength::Insufficient),
            mechanisms: cells.number(),
            dangers: cells.number(),
            discuss: cells.maybe_key(),
            note: cells.maybe_key(),
            sources: cells.sources(),
            reviewed: cells.date(),
        }
    }
}

impl Row for Condition {
    fn read(cells: &mut Cells) -> Self {
        Self {
            id: cells.text(),
            name: cells.key(),
            says: cells.key(),
            ask: cells.maybe_key(),
            grade: cells.of(Grade::ALL).unwrap_or(Grade::None),
            urgency: cells.of(Urgency::ALL),
            group: cells.of(Group::ALL).unwrap_or(Group::Condition),
            sources: cells.sources(),
            reviewed: cells.date(),
        }
    }
}

impl Row for Rule {
    fn read(cells: &mut Cells) -> Self {
        Self { id: cells.text(), text: cells.key(), sources: cells.sources(), reviewed: cells.date() }
    }
}

impl Row for HabitRow {
    fn read(cells: &mut Cells) -> Self {
        Self {
            id: cells.text(),
            name: cells.key(),
            says: cells.key(),
            tries: cells.key(),
            strength: cells.of(Strength::ALL).unwrap_or(Strength::Insufficient),
            group: cells.of(Group::ALL).unwrap_or(Group::Habit),
            points: cells.number() == 1,
            sources: cells.sources(),
            reviewed: cells.date(),
        }
    }
}

impl Row for Care {
    fn read(cells: &mut Cells) -> Self {
        Self {
            id: cells.text(),
            name: cells.key(),
            says: cells.key(),
            strength: cells.of(Strength::ALL).unwrap_or(Strength::Insufficient),
            sources: cells.sources(),
            reviewed: cells.date(),
        }
    }
}

impl Row for Concern {
    fn read(cells: &mut Cells) -> Self {
        Self {
            id: cells.text(),
            name: cells.key(),
            says: cells.keys(),
            group: cells.of(Group::ALL).unwrap_or(Group::Condition),
            sources: cells.sources(),
            reviewed: cells.date(),
        }
    }
}
