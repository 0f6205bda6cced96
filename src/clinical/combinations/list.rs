//! The person's list as the rows of 4.5 read it: which line may hold which medicine, and pairs of lines.

use crate::clinical::assessment::Assessment;
use crate::content::names::{Found, compact, find, generic};
use crate::content::{Medicine, words};

/// A question about one medicine.
pub type Set = fn(&Medicine) -> bool;

/// One medicine of one line.
pub struct Part {
    /// Place in the list.
    pub at: usize,
    pub row: &'static Medicine,
    /// False: the name still waits for a yes.
    pub sure: bool,
}

/// Lines that fit a row together.
pub struct Hit {
    pub entries: Vec<usize>,
    /// False: the weaker case of the row.
    pub strong: bool,
    /// The line that still waits for a yes, and what it may be.
    pub waits: Option<(usize, &'static Medicine)>,
}

/// Every line, certain or not.
pub struct List<'a> {
    pub a: &'a Assessment,
    parts: Vec<Part>,
}

impl<'a> List<'a> {
    pub fn read(a: &'a Assessment) -> Self {
        let mut parts = Vec::new();
        for (at, entry) in a.medicines.iter().enumerate() {
            let sure = entry.medicines(a.country);
            if sure.is_empty()
                && let Found::DidYouMean(may_be) | Found::AskWhich { among: may_be, .. } =
                    find(&entry.typed, entry.country.or(a.country))
            {
                parts.extend(may_be.iter().map(|one| Part { at, row: one.medicine, sure: false }));
            }
            parts.extend(sure.into_iter().map(|row| Part { at, row, sure: true }));
        }
        Self { a, parts }
    }

    /// The line as typed; a box that was ticked by its own name.
    pub fn name(&self, at: usize) -> String {
        let typed = self.a.medicines.get(at).map(|entry| entry.typed.clone()).unwrap_or_default();
        if !typed.is_empty() {
            return typed;
        }
        self.parts.iter().find(|part| part.at == at).map(|part| generic(part.row).to_owned()).unwrap_or_default()
    }

    /// Two different lines, one of each set; `waiting` lets names that wait for a yes take part.
    pub fn pairs(&self, one: Set, other: &dyn Fn(&Part, &Part) -> bool, waiting: bool) -> Vec<Hit> {
        let mut hits = Vec::new();
        for first in self.parts(waiting).filter(|part| one(part.row)) {
            for second in self.parts(waiting).filter(|second| second.at != first.at && other(first, second)) {
                hits.push(hit(&[first, second]));
            }
        }
        hits
    }

    /// Single lines of a set.
    pub fn each(&self, set: &dyn Fn(&Medicine) -> bool, waiting: bool) -> Vec<Hit> {
        self.parts(waiting).filter(|part| set(part.row)).map(|part| hit(&[part])).collect()
    }

    /// Lines whose typed name holds one of these names (as [`compact`] leaves them) by itself, or that hold this set.
    pub fn typed_or(&self, names: &[String], set: Set) -> Vec<usize> {
        let holds = |typed: &str| {
            let typed = compact(typed);
            names.iter().any(|name| typed.contains(name))
        };
        let lines = self.a.medicines.iter().enumerate();
        let fits = |at: usize| self.parts(false).any(|part| part.at == at && set(part.row));
        lines.filter(|(at, entry)| fits(*at) || holds(&entry.typed)).map(|(at, _)| at).collect()
    }

    fn parts(&self, waiting: bool) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.sure || waiting)
    }
}

fn hit(parts: &[&Part]) -> Hit {
    Hit {
        entries: parts.iter().map(|part| part.at).collect(),
        strong: true,
        waits: parts.iter().find(|part| !part.sure).map(|part| (part.at, part.row)),
    }
}

/// Whether a medicine's class holds these words.
pub fn class_has(row: &Medicine, part: &str) -> bool {
    words(row.class).contains(part)
}
