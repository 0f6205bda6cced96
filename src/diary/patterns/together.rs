//! Whether strength moves together with something else on the same nights.
//!
//! Decides from how many nights on that is worked out (ten), and from which rank correlation on it is told: in words
//! only, and without a cause. Below that, nothing is said. Facts: evidence 9.3 (the 5% lines of Spearman's test).

use crate::content::text::trends::together;
use crate::content::{Key, Said, words};
use crate::diary::clock::Clock;
use crate::diary::entry::{Activity, Entry, Recorded};
use crate::diary::night::Rhythm;
use crate::diary::stats::rank_correlation;

/// Nights on which both are told.
const LEAST: usize = 10;

/// What strength is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// Minutes awake.
    Awake,
    /// How active the day was.
    Activity,
    /// When symptoms began.
    Start,
}

/// Two things that moved together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Together {
    /// With strength.
    pub other: Other,
    /// On how many nights both are told.
    pub nights: usize,
    /// Spearman's rank correlation.
    pub rho: f64,
}

/// Those that moved together, and how many could be looked at.
pub fn together(nights: &[&Recorded], rhythm: Rhythm) -> (Vec<Together>, usize) {
    let mut looked_at = 0;
    let mut moved = Vec::new();
    for other in [Other::Awake, Other::Activity, Other::Start] {
        let pair =
            |one: &&Recorded| Some((u16::from(one.entry.intensity.value()), other.of(&one.entry, rhythm.anchor())?));
        let pairs: Vec<(u16, u16)> = nights.iter().filter_map(pair).collect();
        let Some(rho) = rank_correlation(&pairs).filter(|_| pairs.len() >= LEAST) else { continue };
        looked_at += 1;
        if rho.abs() >= line(pairs.len()) {
            moved.push(Together { other, nights: pairs.len(), rho });
        }
    }
    (moved, looked_at)
}

/// The larger of 0.6 and the two-sided 5% line.
const fn line(nights: usize) -> f64 {
    match nights {
        ..=10 => 0.65,
        11 => 0.62,
        _ => 0.6,
    }
}

impl Other {
    fn of(self, entry: &Entry, anchor: Clock) -> Option<u16> {
        match self {
            Self::Awake => entry.lost,
            Self::Activity => entry.activity.map(|activity| match activity {
                Activity::None => 0,
                Activity::Light => 1,
                Activity::Moderate => 2,
                Activity::Hard => 3,
            }),
            Self::Start => Some(entry.started_at()?.after(anchor)),
        }
    }

    const fn name(self) -> Key {
        match self {
            Self::Awake => together::AWAKE,
            Self::Activity => together::ACTIVITY,
            Self::Start => together::START,
        }
    }
}

impl Together {
    /// In words, without a figure and without a cause.
    pub fn says(&self) -> [Said; 2] {
        let key = if self.rho > 0.0 { together::WITH_EACH_OTHER } else { together::AGAINST_EACH_OTHER };
        let moved = Said { key, with: vec![("what", words(self.other.name()).to_owned())] };
        [moved, Said::plain(together::NOT_CAUSE)]
    }
}
