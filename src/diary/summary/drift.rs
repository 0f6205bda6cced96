//! Whether the last seven nights of a stretch differ from its first seven.
//!
//! Decides from how many nights on a change is told, and from which size on it is one. Words only, no chance: nights
//! are too few and too alike. Start times that move forward are the sign of augmentation, but only in somebody who takes a
//! medicine that can do it. Facts: evidence 8.3 and 9.3.

use super::{starts, strengths};
use crate::content::text::trends::{change, earlier, limits};
use crate::content::{Key, Said};
use crate::diary::clock::Clock;
use crate::diary::entry::Recorded;
use crate::diary::stats::{Halves, Mean, median};
use crate::diary::window::Window;

/// Nights needed on each side.
const LEAST: usize = 5;
/// Halves of a point from which on strength is higher or lower.
const POINT: i64 = 2;
/// Halves of a minute from which on time awake is longer or shorter.
const AWAKE: i64 = 30;
/// Halves of a minute from which on symptoms start earlier or later.
const EARLIER: i64 = 60;
/// Points between the means at which the whole stretch is drifting: what differs between its nights may then be the
/// drift. Means, as in the test that asks for it: middles jump when a side has one strong night more.
const MARKED: u32 = 2;

/// What has changed; `None` where a side has fewer than five nights that tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Strength on all recorded nights.
    pub strength: Option<Change>,
    /// Minutes awake.
    pub awake: Option<Change>,
    /// Start times.
    pub earlier: Option<Earlier>,
    /// Whether the mean strengths lie less than two points apart.
    pub steady: Option<bool>,
}

/// Two middles, and which way they went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of the first seven nights.
    pub first: Halves,
    /// Of the last seven.
    pub last: Halves,
    /// The difference in words.
    pub to: Way,
}

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Up.
    Higher,
    /// Down.
    Lower,
    /// By less than is worth a word.
    Same,
}

/// How many minutes earlier symptoms start, to the nearest five; negative when later, 0 when about the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier(pub i32);

impl Way {
    /// The way from one middle to another, where a smaller difference than `step` halves is none.
    pub(crate) const fn from(first: Halves, last: Halves, step: i64) -> Self {
        let more = last.minus(first);
        if more >= step {
            Self::Higher
        } else if more <= -step {
            Self::Lower
        } else {
            Self::Same
        }
    }

    /// For strengths: one point of ten is the least that counts.
    pub const fn of_strength(first: Halves, last: Halves) -> Self {
        Self::from(first, last, POINT)
    }
}

impl Drift {
    /// Of the recorded nights of a window, oldest first.
    pub fn of(window: Window, nights: &[&Recorded], anchor: Clock) -> Self {
        let Some([first, last]) = window.sides(nights) else { return Self::default() };
        let awake = |side: &[&Recorded]| side.iter().filter_map(|one| one.entry.lost).collect::<Vec<_>>();
        let (early, late) = (strengths(&first), strengths(&last));
        let strength = changed(&early, &late, POINT);
        let means = strength.and(Mean::of(&early).zip(Mean::of(&late)));
        Self {
            strength,
            steady: means.map(|(early, late)| !early.is_apart(late, MARKED)),
            awake: changed(&awake(&first), &awake(&last), AWAKE),
            earlier: changed(&starts(&first, anchor), &starts(&last, anchor), EARLIER).map(|change| {
                let minutes = change.first.minus(change.last) as i32;
                // Halves of a minute, so ten of them make the five to round to.
                let rounded = (minutes.abs() + 5) / 10 * 5 * minutes.signum();
                Earlier(if change.to == Way::Same { 0 } else { rounded })
            }),
        }
    }

    /// Whether strength is known to move by less than two points over the stretch. Not known is not steady.
    pub fn is_steady(&self) -> bool {
        self.steady == Some(true)
    }

    /// Whether the questions about augmentation are worth asking. They are asked only of somebody who takes, or took in
    /// the past 6 months, a medicine that can do it.
    pub fn asks_about_augmentation(&self, takes_one: bool) -> bool {
        takes_one && self.earlier.is_some_and(|earlier| earlier.0 > 0)
    }

    /// The changes in words. `takes_one` as in [`Self::asks_about_augmentation`].
    pub fn says(&self, takes_one: bool) -> Vec<Said> {
        let mut said = self.says_change();
        said.extend(self.says_start());
        said.extend(self.asks(takes_one));
        said.extend(self.says_caution());
        said
    }

    /// What became of strength and of the time awake.
    pub fn says_change(&self) -> Vec<Said> {
        let strengths = [change::STRONGER, change::WEAKER, change::SAME_STRENGTH];
        let minutes = [change::LONGER, change::SHORTER, change::SAME_AWAKE];
        let mut said: Vec<Said> = self.strength.map(|change| change.says(strengths)).into_iter().collect();
        said.extend(self.awake.map(|change| change.says(minutes)));
        said
    }

    /// What became of the start times.
    pub fn says_start(&self) -> Option<Said> {
        self.earlier.map(Earlier::says)
    }

    /// Whom to tell about starting earlier and earlier.
    pub fn asks(&self, takes_one: bool) -> Option<Said> {
        self.asks_about_augmentation(takes_one).then_some(Said::plain(earlier::ASK))
    }

    /// Why some improvement is expected, where there is one.
    pub fn says_caution(&self) -> Option<Said> {
        self.strength.filter(|change| change.to == Way::Lower).map(|_| Said::plain(limits::BAD_TIMES))
    }
}

impl Change {
    fn says(self, [higher, lower, same]: [Key; 3]) -> Said {
        let key = match self.to {
            Way::Higher => higher,
            Way::Lower => lower,
            Way::Same => same,
        };
        Said { key, with: vec![("first", self.first.to_string()), ("last", self.last.to_string())] }
    }
}

impl Earlier {
    fn says(self) -> Said {
        let key = match self.0 {
            0 => return Said::plain(earlier::SAME),
            1.. => earlier::EARLIER,
            _ => earlier::LATER,
        };
        Said { key, with: vec![("minutes", self.0.abs().to_string())] }
    }
}

fn changed(first: &[u16], last: &[u16], step: i64) -> Option<Change> {
    if first.len() < LEAST || last.len() < LEAST {
        return None;
    }
    let (first, last) = (median(first)?, median(last)?);
    Some(Change { first, last, to: Way::from(first, last, step) })
}
