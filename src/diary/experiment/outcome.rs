//! What came of an experiment.
//!
//! Decides whether it can be told, and works it out by the plan alone: the mean of each block, and the blocks drawn
//! anew in every way they could have been drawn, never single nights. A night counts for its block whether or not the plan
//! was kept. Nothing is worked out before the last night is over. Facts: evidence 9.3.

use super::{Arm, Experiment, Tried};
use crate::diary::chance::{Tails, of_draws};
use crate::diary::entry::{Activity, Caffeine, Entry, Extra, Recorded};
use crate::diary::entry::{Alcohol, STRONGEST};
use crate::diary::night::Night;

/// Divisible by every number of nights in a block, so that means of blocks are whole.
const WHOLE: i64 = 420;
/// Chance below which a difference is more than chance would usually give.
const SURPRISING: f64 = 0.05;

/// How an experiment stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It goes on for so many nights after this one.
    Running {
        /// Nights left.
        left: i32,
    },
    /// The person ended it before the last night.
    Ended,
    /// So many blocks have no night that counts.
    TooShort {
        /// Blocks without one.
        missing: usize,
    },
    /// Every block has a night that counts.
    Found(Found),
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Mean strength over the blocks of less or none.
    pub less: f64,
    /// Mean strength over the blocks as usual.
    pub usual: f64,
    /// How the draw lies among all draws there could have been.
    pub tails: Tails,
    /// How far the diary fits the plan.
    pub kept: Kept,
}

/// Nights that fit the plan, by what was noted. Nothing is left out because of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// They fit.
    pub kept: usize,
    /// They do not.
    pub against: usize,
    /// They do not say.
    pub unknown: usize,
}

impl Found {
    /// The two-sided chance of such a difference by itself.
    pub fn p(&self) -> f64 {
        self.tails.p()
    }

    /// Whether it is more than chance would usually give.
    pub fn is_surprising(&self) -> bool {
        self.p() < SURPRISING
    }
}

impl Experiment {
    /// How it stands once `over` is the last night that is over.
    pub fn outcome(&self, all: &[Recorded], over: Night) -> Outcome {
        let left = self.last().map_or(0, |last| last.since(over));
        match self.ended {
            Some(_) => return Outcome::Ended,
            // Before the first night all of them are left, and no more.
            None if left > 0 => return Outcome::Running { left: left.min(self.length()) },
            None => {}
        }
        let means = self.means(all);
        let missing = means.iter().filter(|mean| mean.is_none()).count();
        let means: Vec<i64> = means.into_iter().flatten().collect();
        if missing > 0 || !self.is_sound() {
            return Outcome::TooShort { missing };
        }
        let design = self.wish.design;
        Outcome::Found(Found {
            less: self.mean_of(Arm::Less, &means),
            usual: self.mean_of(Arm::Usual, &means),
            tails: of_draws(&means, self.less(), |draw| design.could_draw(draw)),
            kept: self.kept(all),
        })
    }

    /// The mean strength of each block in 420ths; `None` where no night counts.
    fn means(&self, all: &[Recorded]) -> Vec<Option<i64>> {
        let mut sums = vec![(0, 0); self.blocks.len()];
        for one in all {
            let place = self.block_on(one.night).filter(|place| place.counts);
            if let Some((sum, nights)) = place.and_then(|place| sums.get_mut(place.block)) {
                *sum += i64::from(one.entry.intensity.value());
                *nights += 1;
            }
        }
        sums.into_iter().map(|(sum, nights)| (nights > 0).then(|| sum * WHOLE / nights)).collect()
    }

    fn mean_of(&self, arm: Arm, means: &[i64]) -> f64 {
        let of_arm = || self.blocks.iter().zip(means).filter(|(block, _)| **block == arm).map(|(_, mean)| *mean);
        let blocks = of_arm().count().max(1) as i64 * WHOLE;
        (of_arm().sum::<i64>() as f64 / blocks as f64).min(f64::from(STRONGEST))
    }

    fn kept(&self, all: &[Recorded]) -> Kept {
        let mut kept = Kept::default();
        for one in all {
            let Some(place) = self.block_on(one.night).filter(|place| place.counts) else { continue };
            // As usual may be with it or without it: only a block of less or none can be seen not to be kept.
            match (place.arm, self.wish.tried.is_in(&one.entry)) {
                (Arm::Less, Some(true)) => kept.against += 1,
                (_, Some(_)) => kept.kept += 1,
                (_, None) => kept.unknown += 1,
            }
        }
        kept
    }
}

impl Tried {
    /// Whether a night had it; `None` when it does not say. A box that is not ticked says nothing.
    pub fn is_in(self, entry: &Entry) -> Option<bool> {
        let ticked = |extra: Extra| entry.extras.contains(&extra).then_some(true);
        match self {
            // The diary asks for 2 pm; caffeine before that may have been after midday.
            Self::LateCaffeine => match entry.caffeine? {
                Caffeine::None => Some(false),
                Caffeine::Early => None,
                Caffeine::Late => Some(true),
            },
            Self::Caffeine => entry.caffeine.map(|answer| answer != Caffeine::None),
            Self::Alcohol => entry.alcohol.map(|answer| answer != Alcohol::None),
            Self::ActiveDay => entry.activity.map(|answer| matches!(answer, Activity::Moderate | Activity::Hard)),
            Self::LateExercise => ticked(Extra::LateExercise),
            Self::Bath => ticked(Extra::Bath),
            Self::LongSitting => ticked(Extra::LongSitting),
        }
    }
}
