//! An experiment of one's own: a plan drawn before the first night, and what came of it.
//!
//! Decides what may be tried (less of a habit, or none, against as usual: never more of anything, never a medicine),
//! how the blocks are drawn, which block a night is in, and when the end is reached. What it shows is in [`outcome`].
//! The draw comes from a seed that is handed in. Facts: evidence 9.3, D17 (daily heavy drinkers do not choose alcohol).

mod outcome;
mod says;

pub use outcome::{Found, Kept, Outcome};

use super::chance::Draw;
use super::clock::Stamp;
use super::coded;
use super::entry::{Alcohol, Recorded};
use super::night::Night;
use super::timeline::{Change, What};
use crate::date::Date;

/// Shortest block.
pub const SHORTEST: u8 = 2;
/// Longest block.
pub const LONGEST: u8 = 7;
/// Days after a change in which an experiment cannot tell what it shows [our own line].
const UNSETTLED: i32 = 28;
/// Answers about alcohol from which on a diary shows how somebody drinks.
const ENOUGH_ANSWERS: usize = 5;

coded! {
    /// What is tried.
    Tried {
        /// Caffeine after midday.
        LateCaffeine = "late_caffeine",
        /// Caffeine.
        Caffeine = "caffeine",
        /// Alcohol.
        Alcohol = "alcohol",
        /// Exercise.
        ActiveDay = "active_day",
        /// Exercise late in the day.
        LateExercise = "late_exercise",
        /// A bath before bed.
        Bath = "bath",
        /// Sitting for long.
        LongSitting = "long_sitting",
    }
}

coded! {
    /// How the blocks are drawn.
    Design {
        /// Six pairs; in each, chance draws which comes first: 64 draws.
        Pairs = "pairs_6",
        /// Four and four, freely mixed: 70 draws.
        Mixed = "mixed_4_4",
    }
}

coded! {
    /// What a block asks for.
    Arm {
        /// Less of it, or none.
        Less = "less",
        /// As usual.
        Usual = "usual",
    }
}

/// What a plan is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What is tried.
    pub tried: Tried,
    /// How the blocks are drawn.
    pub design: Design,
    /// Nights in a block.
    pub nights: u8,
    /// Whether the first night of each block is left out, because the days before may still have an effect.
    pub drop_first: bool,
    /// The first night.
    pub first: Night,
}

/// A plan, fixed before its first night.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Experiment {
    /// What it is made of.
    pub wish: Wish,
    /// The blocks in order, as drawn.
    pub blocks: Vec<Arm>,
    /// The day on which the person ended it early.
    pub ended: Option<Date>,
    /// In the person's own words.
    pub note: String,
    /// When it was planned.
    pub created: Stamp,
    /// When it was last changed.
    pub edited: Stamp,
}

/// Why there is no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Whether the person drinks a lot every day is not known.
    AskAlcohol,
    /// They do, or the diary looks like it.
    HeavyAlcohol,
    /// No such length of a block.
    Length,
    /// Beyond the calendar.
    Calendar,
}

/// Where a night stands in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which block, from 0.
    pub block: usize,
    /// What it asks for.
    pub arm: Arm,
    /// Which night of the block, from 1.
    pub night: u8,
    /// Whether it counts.
    pub counts: bool,
}

impl Design {
    /// How many blocks.
    pub const fn blocks(self) -> usize {
        match self {
            Self::Pairs => 12,
            Self::Mixed => 8,
        }
    }

    /// Whether blocks could have been drawn like this. Bit n says that block n is one of less or none.
    pub const fn could_draw(self, less: u16) -> bool {
        match self {
            Self::Pairs => less < 1 << 12 && (less ^ less >> 1) & 0x555 == 0x555,
            Self::Mixed => less < 1 << 8 && less.count_ones() == 4,
        }
    }

    fn draw(self, draw: &mut Draw) -> Vec<Arm> {
        match self {
            Self::Pairs => (0..6)
                .flat_map(|_| if draw.below(2) == 0 { [Arm::Less, Arm::Usual] } else { [Arm::Usual, Arm::Less] })
                .collect(),
            Self::Mixed => {
                let mut places = [0, 1, 2, 3, 4, 5, 6, 7];
                draw.to_front(&mut places, 4);
                let less = |at: &usize| places.iter().take(4).any(|place| place == at);
                (0..8).map(|at| if less(&at) { Arm::Less } else { Arm::Usual }).collect()
            }
        }
    }
}

/// Draws a plan. `heavy_drinker`: whether the person drinks a lot every day, asked only when alcohol is tried; not
/// known is not no. `nights` are those of the past weeks, which can say the same.
pub fn plan(
    wish: Wish,
    heavy_drinker: Option<bool>,
    nights: &[Recorded],
    seed: u64,
    now: Stamp,
) -> Result<Experiment, Refused> {
    if wish.tried == Tried::Alcohol {
        match heavy_drinker {
            _ if drinks_on_most_nights(nights) => return Err(Refused::HeavyAlcohol),
            Some(true) => return Err(Refused::HeavyAlcohol),
            None => return Err(Refused::AskAlcohol),
            Some(false) => {}
        }
    }
    if !(SHORTEST..=LONGEST).contains(&wish.nights) {
        return Err(Refused::Length);
    }
    let blocks = wish.design.draw(&mut Draw::new(seed));
    let plan = Experiment { wish, blocks, ended: None, note: String::new(), created: now, edited: now };
    if plan.last().is_none() { Err(Refused::Calendar) } else { Ok(plan) }
}

/// Two drinks or more on most of the nights that say.
fn drinks_on_most_nights(nights: &[Recorded]) -> bool {
    let answers: Vec<Alcohol> = nights.iter().filter_map(|one| one.entry.alcohol).collect();
    let more = answers.iter().filter(|answer| **answer == Alcohol::More).count();
    answers.len() >= ENOUGH_ANSWERS && more * 2 > answers.len()
}

/// What counts as a change that unsettles nights.
fn unsettles(change: &&Change) -> bool {
    change.what != What::Other
}

/// Whether something was changed so lately that an experiment beginning on this night could not tell what it shows.
pub fn is_unsettled(changes: &[Change], first: Night) -> bool {
    changes.iter().filter(unsettles).any(|change| (0..UNSETTLED).contains(&first.since(Night(change.day))))
}

impl Experiment {
    /// Whether its blocks could have been drawn, so that a damaged plan is never analysed.
    pub fn is_sound(&self) -> bool {
        self.blocks.len() == self.wish.design.blocks()
            && self.wish.design.could_draw(self.less())
            && (SHORTEST..=LONGEST).contains(&self.wish.nights)
            && self.last().is_some()
    }

    /// Bit n: block n is one of less or none.
    fn less(&self) -> u16 {
        let bit = |(at, arm): (usize, &Arm)| u16::from(*arm == Arm::Less) << at.min(15);
        self.blocks.iter().enumerate().map(bit).fold(0, |all, bit| all | bit)
    }

    /// How many nights it takes.
    pub fn length(&self) -> i32 {
        self.blocks.len() as i32 * i32::from(self.wish.nights)
    }

    /// The last night; `None` beyond the calendar.
    pub fn last(&self) -> Option<Night> {
        self.wish.first.plus(self.length() - 1)
    }

    /// Whether it is planned or under way once `over` is the last night that is over.
    pub fn is_running(&self, over: Night) -> bool {
        self.ended.is_none() && self.last().is_some_and(|last| last > over)
    }

    /// Whether something was changed while it ran.
    pub fn is_disturbed(&self, changes: &[Change]) -> bool {
        let during = |change: &Change| self.block_on(Night(change.day)).is_some();
        changes.iter().filter(unsettles).any(during)
    }

    /// Where a night stands; `None` before the first and after the last.
    pub fn block_on(&self, night: Night) -> Option<Place> {
        let after = usize::try_from(night.since(self.wish.first)).ok()?;
        let (block, night) =
            (after / usize::from(self.wish.nights.max(1)), after % usize::from(self.wish.nights.max(1)));
        let arm = *self.blocks.get(block)?;
        Some(Place { block, arm, night: night as u8 + 1, counts: night > 0 || !self.wish.drop_first })
    }
}
