//! What a night can have or not have.
//!
//! Decides which answers put a night on which side. A question left out puts it on neither; only a box ticked or not
//! ticked cannot tell the two apart, and its caution says so. What follows from the legs (getting up, minutes awake) is
//! no factor. Facts: evidence 9.2, 9.3.

use crate::content::text::trends::{
    active_day, alcohol, bath, caffeine, compare, compression, late_caffeine, late_exercise, long_sitting, period,
    taken,
};
use crate::content::{Key, fill};
use crate::diary::entry::{Activity, Alcohol, Caffeine, Entry, Extra, Recorded};

/// What nights are set beside each other by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Factor {
    /// Any caffeine.
    Caffeine,
    /// Caffeine after 2 pm.
    LateCaffeine,
    /// Any alcohol.
    Alcohol,
    /// A moderately or very active day.
    ActiveDay,
    /// A medicine or supplement, by the name on the person's own list.
    Taken(String),
    /// "Long sitting" ticked.
    LongSitting,
    /// "Late exercise" ticked.
    LateExercise,
    /// "Period" ticked.
    Period,
    /// "Compression" ticked.
    Compression,
    /// "Bath" ticked.
    Bath,
}

/// A factor in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// As a heading.
    pub title: String,
    /// In a sentence.
    pub what: String,
    /// After "on the 5 nights".
    pub with: String,
    /// After "on the 8".
    pub without: String,
}

const ANSWERED: [Factor; 4] = [Factor::Caffeine, Factor::LateCaffeine, Factor::Alcohol, Factor::ActiveDay];
/// Not a missed dose and not a new medicine: nights set beside each other by these would read as advice.
const TICKED: [Factor; 5] =
    [Factor::LongSitting, Factor::LateExercise, Factor::Period, Factor::Compression, Factor::Bath];

impl Factor {
    /// Every factor that some night says something about.
    pub fn of(nights: &[&Recorded]) -> Vec<Self> {
        let mut names: Vec<&String> = Vec::new();
        for name in nights.iter().filter_map(|one| one.entry.taken.as_ref()).flatten() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let told = |factor: &Self| nights.iter().any(|one| factor.is_in(&one.entry).is_some());
        let ticked = |factor: &Self| nights.iter().any(|one| factor.is_in(&one.entry) == Some(true));
        let mut factors: Vec<Self> = ANSWERED.into_iter().filter(told).collect();
        factors.extend(names.into_iter().cloned().map(Self::Taken));
        factors.extend(TICKED.into_iter().filter(ticked));
        factors
    }

    /// Whether a night has it; `None` when it does not say.
    pub fn is_in(&self, entry: &Entry) -> Option<bool> {
        match self {
            Self::Caffeine => entry.caffeine.map(|answer| answer != Caffeine::None),
            Self::LateCaffeine => entry.caffeine.map(|answer| answer == Caffeine::Late),
            Self::Alcohol => entry.alcohol.map(|answer| answer != Alcohol::None),
            Self::ActiveDay => entry.activity.map(|answer| matches!(answer, Activity::Moderate | Activity::Hard)),
            Self::Taken(name) => entry.taken.as_ref().map(|taken| taken.contains(name)),
            _ => self.extra().map(|extra| entry.extras.contains(&extra)),
        }
    }

    /// The box that is ticked for it.
    const fn extra(&self) -> Option<Extra> {
        Some(match self {
            Self::LongSitting => Extra::LongSitting,
            Self::LateExercise => Extra::LateExercise,
            Self::Period => Extra::Period,
            Self::Compression => Extra::Compression,
            Self::Bath => Extra::Bath,
            Self::Caffeine | Self::LateCaffeine | Self::Alcohol | Self::ActiveDay | Self::Taken(_) => return None,
        })
    }

    /// What must be said beside it.
    pub const fn caution(&self) -> Option<Key> {
        match self {
            Self::Taken(_) => Some(compare::MEDICINE),
            _ if self.extra().is_some() => Some(compare::TICKED),
            _ => None,
        }
    }

    /// The factor in words.
    pub fn words(&self) -> Words {
        let name = if let Self::Taken(name) = self { name.as_str() } else { "" };
        let [title, what, with, without] = self.keys().map(|key| fill(key, &[("name", name)]));
        Words { title, what, with, without }
    }

    /// Keys of heading, sentence, with and without.
    const fn keys(&self) -> [Key; 4] {
        match self {
            Self::Caffeine => [caffeine::TITLE, caffeine::WHAT, caffeine::WITH, caffeine::WITHOUT],
            Self::LateCaffeine => {
                [late_caffeine::TITLE, late_caffeine::WHAT, late_caffeine::WITH, late_caffeine::WITHOUT]
            }
            Self::Alcohol => [alcohol::TITLE, alcohol::WHAT, alcohol::WITH, alcohol::WITHOUT],
            Self::ActiveDay => [active_day::TITLE, active_day::WHAT, active_day::WITH, active_day::WITHOUT],
            Self::Taken(_) => [taken::TITLE, taken::WHAT, taken::WITH, taken::WITHOUT],
            Self::LongSitting => [long_sitting::TITLE, long_sitting::WHAT, long_sitting::WITH, long_sitting::WITHOUT],
            Self::LateExercise => {
                [late_exercise::TITLE, late_exercise::WHAT, late_exercise::WITH, late_exercise::WITHOUT]
            }
            Self::Period => [period::TITLE, period::WHAT, period::WITH, period::WITHOUT],
            Self::Compression => [compression::TITLE, compression::WHAT, compression::WITH, compression::WITHOUT],
            Self::Bath => [bath::TITLE, bath::WHAT, bath::WITH, bath::WITHOUT],
        }
    }
}
