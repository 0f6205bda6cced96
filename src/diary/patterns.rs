//! Nights with something beside nights without it, and things that move together.
//!
//! Decides which two sides are set beside each other, from how many nights on, and how firmly a difference is worded.
//! An answer left out is on neither side. Says "with" and "without", never why; about a medicine it says whom to ask.
//! Neither a missed dose nor a new medicine is set beside other nights: that would read as advice about it.
//! Facts: evidence 9.3. What it settles itself is in docs/decisions/0008-what-nights-show.md.

mod factor;
mod together;

pub use factor::Factor;
pub use together::{Other, Together, together};

use super::chance;
use super::entry::Recorded;
use super::night::Rhythm;
use super::stats::{Halves, Mean, holm, median};
use super::summary::{Drift, strengths};
use super::window::Window;
use crate::content::Said;
use crate::content::text::trends::{compare, limits};

/// Nights needed on each side to compare.
pub const LEAST: usize = 4;
/// Nights needed on each side to say how surprising a difference is.
pub const LEAST_FOR_CHANCE: usize = 5;
/// Corrected chance below which a difference is more than chance would usually give.
const SURPRISING: f64 = 0.05;
/// Things looked at from which on the chance of a false find is no longer told as "1 in …".
const MANY: i32 = 10;

/// What was found on one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    /// How many nights.
    pub nights: usize,
    /// The median strength.
    pub middle: Halves,
    /// The mean strength.
    pub mean: Mean,
}

/// Nights with something, nights without it.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// What.
    pub factor: Factor,
    /// With it.
    pub with: Side,
    /// Without it.
    pub without: Side,
    /// The chance of such a difference by itself, corrected for everything looked at. `None` where it is not worked
    /// out: fewer than five nights on a side, or strength drifts over the stretch.
    pub corrected: Option<f64>,
}

/// What stood on too few nights to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// What.
    pub factor: Factor,
    /// Nights with it.
    pub with: usize,
    /// Nights without it.
    pub without: usize,
}

/// Everything looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patterns {
    /// With enough nights on both sides.
    pub compared: Vec<Compared>,
    /// With too few nights on a side, but some on each or on one.
    pub too_few: Vec<TooFew>,
    /// Things that moved together, of those looked at.
    pub together: Vec<Together>,
    /// How many things were looked at, shown or not.
    pub looked_at: usize,
}

/// Looks at every factor of a window. `seed` is used only beyond [`chance::COUNTED`] nights.
pub fn patterns(all: &[Recorded], window: Window, rhythm: Rhythm, seed: u64) -> Patterns {
    let nights = window.of(all);
    let steady = Drift::of(window, &nights, rhythm.anchor()).is_steady();
    let (moved, pairs_looked_at) = together(&nights, rhythm);
    let mut found = Patterns { together: moved, ..Patterns::default() };
    let mut chances = Vec::new();
    for factor in Factor::of(&nights) {
        let [with, without] = sides(&factor, &nights);
        match (Side::of(&with), Side::of(&without)) {
            (Some(one), Some(other)) => {
                chances.push(chance(&with, &without, steady, seed));
                found.compared.push(Compared { factor, with: one, without: other, corrected: None });
            }
            _ if with.is_empty() && without.is_empty() => {}
            _ => found.too_few.push(TooFew { factor, with: with.len(), without: without.len() }),
        }
    }
    found.looked_at = found.compared.len() + pairs_looked_at;
    // What was compared without a chance of its own was looked at all the same.
    let corrected = holm(&chances.iter().map(|p| p.unwrap_or(1.0)).collect::<Vec<_>>());
    for ((compared, raw), corrected) in found.compared.iter_mut().zip(chances).zip(corrected) {
        compared.corrected = raw.map(|_| corrected);
    }
    found
}

/// Strengths with something, and without it.
fn sides(factor: &Factor, nights: &[&Recorded]) -> [Vec<u16>; 2] {
    [true, false].map(|wanted| {
        let side: Vec<&Recorded> =
            nights.iter().filter(|one| factor.is_in(&one.entry) == Some(wanted)).copied().collect();
        strengths(&side)
    })
}

fn chance(with: &[u16], without: &[u16], steady: bool, seed: u64) -> Option<f64> {
    let enough = steady && with.len().min(without.len()) >= LEAST_FOR_CHANCE;
    let small = |side: &[u16]| side.iter().map(|strength| *strength as u8).collect::<Vec<_>>();
    enough.then(|| chance::of_two(&small(with), &small(without), seed))?.map(chance::Tails::p)
}

impl Side {
    /// `None` of fewer than four nights.
    pub fn of(strengths: &[u16]) -> Option<Self> {
        if strengths.len() < LEAST {
            return None;
        }
        Some(Self { nights: strengths.len(), middle: median(strengths)?, mean: Mean::of(strengths)? })
    }
}

impl Compared {
    /// Whether the difference is more than chance would usually give; `None` where that is not worked out.
    pub fn is_surprising(&self) -> Option<bool> {
        self.corrected.map(|p| p < SURPRISING)
    }

    /// Both counts and both middles, how surprising that is, and that it shows no cause.
    pub fn says(&self) -> Vec<Said> {
        let words = self.factor.words();
        let sides = vec![
            ("with", self.with.nights.to_string()),
            ("with_words", words.with),
            ("with_middle", self.with.middle.to_string()),
            ("without", self.without.nights.to_string()),
            ("without_words", words.without),
            ("without_middle", self.without.middle.to_string()),
        ];
        let mut said = vec![Said { key: compare::SIDES, with: sides }];
        said.extend(self.is_surprising().map(|is| Said::plain(if is { compare::MORE } else { compare::COULD })));
        said.push(Said { key: compare::NOT_CAUSE, with: vec![("what", words.what)] });
        said.extend(self.factor.caution().map(Said::plain));
        said
    }

    /// Both means, for whom wants them too.
    pub fn says_means(&self) -> Said {
        let with = vec![("with", self.with.mean.to_string()), ("without", self.without.mean.to_string())];
        Said { key: compare::MEANS, with }
    }
}

impl TooFew {
    /// "Alcohol: not enough nights to compare …"
    pub fn says(&self) -> Said {
        let with = vec![
            ("what", self.factor.words().title),
            ("least", LEAST.to_string()),
            ("with", self.with.to_string()),
            ("without", self.without.to_string()),
        ];
        Said { key: compare::FEW, with }
    }
}

impl Patterns {
    /// What no figure here can show. Said wherever something was found or looked for.
    pub fn limits(&self) -> Vec<Said> {
        let mut said = Vec::new();
        if self.looked_at == 0 {
            return said;
        }
        said.push(Said::plain(limits::ALIKE));
        said.extend(many(self.looked_at));
        said.extend([limits::BAD_TIMES, limits::OWN_TEST].map(Said::plain));
        said
    }
}

/// What comes of testing many ideas at 1 in 20 each; nothing for a single one.
fn many(looked_at: usize) -> Option<Said> {
    let count = i32::try_from(looked_at).ok().filter(|count| *count > 1)?;
    let mut with = vec![("count", count.to_string())];
    if count >= MANY {
        return Some(Said { key: limits::MANY_IDEAS, with });
    }
    let none = (0..count).fold(1.0, |none, _| none * (1.0 - SURPRISING));
    with.push(("chance", crate::decimal::print(1.0 / (1.0 - none), 0)));
    Some(Said { key: limits::IDEAS, with })
}
