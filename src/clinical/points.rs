//! The verdict and the five points as the person sees them: what was answered, and how it counts.
//!
//! Decides nothing new: it puts the criteria and the look-alikes into words, in the words that were tapped
//! where the answers come from the screens. Facts: evidence 1.2, 1.6, 2.2.

use super::assessment::{Answer, Assessment, Explains, Tri};
use super::look_alikes::{self, Explained};
use super::report::{Fit, Point, Verdict};
use super::weighing::Weighed;
use super::{criteria, wording};
use crate::content::text::capital;
use crate::content::text::result::{fit, points, verdict};
use crate::content::text::{fields, options};
use crate::content::{CRITERIA, Key, LOOK_ALIKES, Said, words};

/// The verdict sentence. Its parts are joined by a space; the word that carries it can be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// Up to the word; the whole sentence when no word carries it.
    pub before: Key,
    /// The word to mark, and the rest.
    pub word_and_after: Option<(Key, Key)>,
}

impl Verdict {
    /// The verdict as a sentence.
    pub const fn headline(self) -> Headline {
        let (before, word_and_after) = match self {
            Self::Likely => (verdict::LIKELY_BEFORE, Some((verdict::LIKELY_WORD, verdict::LIKELY_AFTER))),
            Self::Possible => (verdict::POSSIBLE_BEFORE, Some((verdict::POSSIBLE_WORD, verdict::POSSIBLE_AFTER))),
            Self::NeedsDifferential => (
                verdict::NEEDS_DIFFERENTIAL_BEFORE,
                Some((verdict::NEEDS_DIFFERENTIAL_WORD, verdict::NEEDS_DIFFERENTIAL_AFTER)),
            ),
            Self::Unlikely => (verdict::UNLIKELY_BEFORE, Some((verdict::UNLIKELY_WORD, verdict::UNLIKELY_AFTER))),
            Self::Incomplete => (verdict::INCOMPLETE, None),
            Self::CannotScreen => (verdict::CANNOT_SCREEN, None),
        };
        Headline { before, word_and_after }
    }
}

impl Fit {
    /// "Fits", "Partly" …
    pub const fn says(self) -> Key {
        match self {
            Self::Fits => fit::FITS,
            Self::Partly => fit::PARTLY,
            Self::NotSure => fit::NOT_SURE,
            Self::DoesNotFit => fit::DOES_NOT_FIT,
            Self::NotAnswered => fit::NOT_ANSWERED,
        }
    }
}

/// The five points in order.
pub fn all(w: &Weighed) -> Vec<Point> {
    let each = CRITERIA.iter().enumerate().map(|(at, row)| {
        let (answer, fit) = first_four(w, at).unwrap_or_else(|| fifth(w));
        Point { id: row.id, name: row.name, answer, fit }
    });
    each.collect()
}

/// `None` for the fifth.
fn first_four(w: &Weighed, at: usize) -> Option<(Vec<Said>, Fit)> {
    let counts = *criteria::first_four(w.a).get(at)?;
    let mut answer: Vec<Said> = spoken(w.a, at).map(Said::plain).into_iter().collect();
    let mut fit = match counts {
        None => Fit::NotAnswered,
        Some(Answer::Yes | Answer::Before) => Fit::Fits,
        Some(Answer::Unsure) => Fit::NotSure,
        Some(Answer::No) => Fit::DoesNotFit,
    };
    if at == 0 && counts == Some(Answer::Yes) {
        answer.extend(feeling(w.a).map(Said::plain));
    }
    if at == 0 && criteria::failed(w.a, w.verdict) == ["C1"] && fit != Fit::DoesNotFit {
        answer.push(Said::plain(points::HABIT));
        fit = Fit::DoesNotFit;
    }
    Some((answer, fit))
}

/// The words tapped, or those of the plainest choice with the same meaning.
fn spoken(a: &Assessment, at: usize) -> Option<Key> {
    let c = &a.criteria;
    let tapped = c.tapped.get(at).copied().flatten();
    let given = *[c.c1, c.c2, c.c3, c.c4].get(at)?;
    let plain = match given {
        _ if at == 0 && c.arms_only == Some(Tri::Yes) => Some(fields::c1::ARMS_ONLY),
        None => None,
        Some(Answer::Yes) => Some(options::YES),
        Some(Answer::No) => Some(options::NO),
        Some(Answer::Unsure) => Some(options::UNSURE),
        Some(Answer::Before) if at == 3 => Some(options::BEFORE),
        Some(Answer::Before) => Some(fields::c3::BEFORE),
    };
    tapped.or(plain)
}

fn feeling(a: &Assessment) -> Option<Key> {
    match a.criteria.c1_unpleasant? {
        Tri::Yes => Some(points::WITH_FEELING),
        Tri::No => Some(points::WITHOUT_FEELING),
        Tri::NotSure => None,
    }
}

/// Nothing else fully explains it.
fn fifth(w: &Weighed) -> (Vec<Said>, Fit) {
    let one_leg = look_alikes::is_always_one_leg(w.a);
    let mut answer: Vec<Said> =
        look_alikes::counted(w.a).map(|(row, explains)| look_alike(row.name, explains)).collect();
    if w.akathisia && !look_alikes::counted(w.a).any(|(row, _)| row.id == "M_AKATHISIA") {
        let row = LOOK_ALIKES.iter().find(|row| row.id == "M_AKATHISIA");
        answer.extend(row.map(|row| wording::heading(row.name)));
    }
    answer.extend(one_leg.then_some(Said::plain(points::ONE_LEG)));
    if answer.is_empty() && w.a.look_alikes_unsure {
        answer.push(Said::plain(options::UNSURE));
    } else if answer.is_empty() && w.a.look_alikes_answered {
        answer.push(Said::plain(options::NONE));
    }
    let fit = match look_alikes::explained(w.a) {
        _ if w.akathisia => Fit::DoesNotFit,
        Explained::All => Fit::DoesNotFit,
        Explained::Unsure => Fit::NotSure,
        Explained::Partly => Fit::Partly,
        Explained::Nothing if w.a.look_alikes_answered => Fit::Fits,
        Explained::Nothing => Fit::NotAnswered,
    };
    (answer, fit)
}

fn look_alike(name: Key, explains: Explains) -> Said {
    let key = match explains {
        Explains::All => points::EVERY_TIME,
        Explains::Some => points::NOT_EVERY_TIME,
        Explains::Unsure | Explains::No => points::CANNOT_TELL,
    };
    Said { key, with: vec![("name", capital(words(name)))] }
}
