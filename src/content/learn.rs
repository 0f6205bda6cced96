//! The pages to read, as rows: what stands on a page, on what it rests, and which finding it explains.
//!
//! Decides which page explains a rule and when a page is due for its next check. Knows no person and no drawing; what a
//! page looks like is decided by `export::learn` for files and by `ui` for the app, from the same rows.

pub mod search;

use super::late::named;
use super::vocabulary::{Figure, RowsOf};
use super::{Key, PARTS, QUESTIONS, SourceId, TOPICS};
use crate::date::Date;

/// A page to read.
#[derive(Debug)]
pub struct Topic {
    /// Its id, and the end of its address: `iron`, `what-it-is`.
    pub id: &'static str,
    /// "Iron and ferritin".
    pub title: Key,
    /// What it is about, in a sentence or two.
    pub about: Key,
    /// Pages of the check that ask about it.
    pub check: &'static [&'static str],
    /// Screens that belong to it, by the end of their address: `data`.
    pub opens: &'static [&'static str],
    /// Rules whose findings it explains: `iron`, `condition.pregnancy`.
    pub explains: &'static [&'static str],
    /// Pages to read beside it.
    pub see: &'static [&'static str],
    /// Whether the plan has a step about it.
    pub plan: bool,
}

/// A part of a page, under a heading.
#[derive(Debug)]
pub struct Part {
    /// Id of the page.
    pub topic: &'static str,
    /// Its own id on the page.
    pub id: &'static str,
    /// The heading.
    pub heading: Key,
    /// Day it was last reviewed.
    pub reviewed: Date,
    /// What stands there, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Debug)]
pub enum Block {
    /// A paragraph.
    Say(Key, &'static [SourceId]),
    /// A line of a list; neighbours belong together.
    Item(Key, &'static [SourceId]),
    /// A line of a list about a name that stands in the browser as it is: the name, and what it is.
    Code(&'static str, Key),
    /// A drawing.
    Figure(Figure, &'static [SourceId]),
    /// Rows of another table: these ids, or all of it when there are none.
    Rows(RowsOf, Vec<&'static str>),
}

/// A question people ask.
#[derive(Debug)]
pub struct Question {
    /// Its id.
    pub id: &'static str,
    /// The pages it stands on; the first is its own.
    pub topics: &'static [&'static str],
    /// The question.
    pub ask: Key,
    /// The answer in two to five sentences.
    pub short: Key,
    /// The detail.
    pub more: Key,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day it was last reviewed.
    pub reviewed: Date,
}

impl Block {
    /// Reads a block as `src/content/compile/learn.rs` writes it: `say:32801:1 4`.
    pub(super) fn read(cell: &'static str) -> Option<Self> {
        let mut parts = cell.splitn(3, ':');
        let (kind, which, rest) = (parts.next()?, parts.next()?.parse::<u16>().ok()?, parts.next().unwrap_or_default());
        let at = usize::from(which);
        Some(match kind {
            "say" => Self::Say(Key(which), named(rest)),
            "item" => Self::Item(Key(which), named(rest)),
            "code" => Self::Code(rest, Key(which)),
            "figure" => Self::Figure(*Figure::ALL.get(at)?, named(rest)),
            _ => Self::Rows(*RowsOf::ALL.get(at)?, rest.split_ascii_whitespace().collect()),
        })
    }

    /// Publications it names itself. Rows of another table have their own.
    pub fn sources(&self) -> &'static [SourceId] {
        match self {
            Self::Say(_, sources) | Self::Item(_, sources) | Self::Figure(_, sources) => sources,
            Self::Code(..) | Self::Rows(..) => &[],
        }
    }
}

/// The page with this id.
pub fn topic(id: &str) -> Option<&'static Topic> {
    TOPICS.iter().find(|topic| topic.id == id)
}

/// The page that explains a finding of this rule: the most exact one.
pub fn explains(rule: &str) -> Option<&'static Topic> {
    let of_group = rule.split_once('.').map_or(rule, |(group, _)| group);
    let named = |wanted: &str| TOPICS.iter().find(|topic| topic.explains.contains(&wanted));
    named(rule).or_else(|| named(of_group))
}

impl Topic {
    /// Its parts, in the order read.
    pub fn parts(&self) -> impl Iterator<Item = &'static Part> {
        let id = self.id;
        PARTS.iter().filter(move |part| part.topic == id)
    }

    /// The questions that stand on it.
    pub fn questions(&self) -> impl Iterator<Item = &'static Question> {
        let id = self.id;
        QUESTIONS.iter().filter(move |question| question.topics.contains(&id))
    }

    /// The day its oldest part was last reviewed.
    pub fn checked(&self) -> Option<Date> {
        self.parts().map(|part| part.reviewed).min()
    }

    /// Every publication its own blocks and questions name, in the order of the source list, each once.
    pub fn sources(&self) -> Vec<SourceId> {
        let mut named: Vec<SourceId> = Vec::new();
        let blocks = self.parts().flat_map(|part| part.blocks.iter().map(Block::sources));
        for source in blocks.chain(self.questions().map(|question| question.sources)).flatten() {
            if !named.contains(source) {
                named.push(*source);
            }
        }
        crate::order::by_rank(&mut named, |source| *source);
        named
    }
}

/// When a row reviewed on a day is to be checked again: 12 months later, the last of February for a leap day.
pub fn next_check(reviewed: Date) -> Date {
    let year = reviewed.year().saturating_add(1);
    let next = Date::new(year, reviewed.month(), reviewed.day());
    next.or_else(|| Date::new(year, reviewed.month(), 28)).unwrap_or(reviewed)
}
