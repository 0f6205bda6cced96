//! What a stretch of nights shows, summed up.
//!
//! Decides which figures are said, from how many nights on, and which sentence says them. Fewer than [`LEAST`] recorded
//! nights show nothing. A night without symptoms counts with 0; a night without an entry, and an answer left out, count
//! nowhere. Refuses to know causes and what a person takes. Facts: evidence 9.3 (a picture from 7 nights on; that our
//! screens once asked for 5 is settled in docs/decisions/0008-what-nights-show.md).

mod drift;

pub use drift::{Change, Drift, Earlier, Way};

use super::clock::{Clock, DAY};
use super::entry::{Entry, Moment, Recorded};
use super::night::Rhythm;
use super::stats::Spread;
use super::window::Window;
use crate::content::Said;
use crate::content::text::trends::{awake, few, moments, picture, start, strength, week, when};
use crate::content::{Key, words};

/// Recorded nights from which on there is a summary.
pub const LEAST: usize = 7;

/// A stretch of nights, summed up.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Which stretch.
    pub window: Window,
    /// Nights with an entry.
    pub recorded: usize,
    /// Of these, nights with symptoms.
    pub with_symptoms: usize,
    /// Strength on the nights with symptoms.
    pub strength: Option<Spread>,
    /// Strength on all recorded nights; those without symptoms count 0.
    pub strength_of_all: Spread,
    /// When symptoms began, on the nights that say it by the clock.
    pub start: Option<Times>,
    /// Minutes awake because of the legs, on the nights with symptoms that say it.
    pub awake: Option<Spread>,
    /// The moment most often told, where most nights with symptoms tell one.
    pub most_often: Option<Moment>,
    /// The last seven nights against the first seven.
    pub drift: Drift,
}

/// Start times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// They lie within 12 hours of each other.
    Usual {
        /// The middle one.
        middle: Clock,
        /// The earliest, counted from the anchor.
        first: Clock,
        /// The latest.
        last: Clock,
        /// How many.
        nights: usize,
    },
    /// They are spread over more than 12 hours.
    NoneUsual,
}

/// Too few recorded nights to say anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// How many there are.
    pub recorded: usize,
}

impl TooFew {
    /// "You have 3 nights. After 7 we can show a first picture."
    pub fn says(self) -> Said {
        let least = ("least", LEAST.to_string());
        match self.recorded {
            0 => Said { key: few::NONE, with: vec![least] },
            1 => Said { key: few::ONE, with: vec![least] },
            nights => Said { key: few::SOME, with: vec![("nights", nights.to_string()), least] },
        }
    }
}

/// Sums up the nights of a window.
pub fn summary(all: &[Recorded], window: Window, rhythm: Rhythm) -> Result<Summary, TooFew> {
    let nights = window.of(all);
    let with_symptoms: Vec<&Entry> = nights.iter().map(|one| &one.entry).filter(|entry| entry.symptoms()).collect();
    let strengths = strengths(&nights);
    let too_few = TooFew { recorded: nights.len() };
    if nights.len() < LEAST {
        return Err(too_few);
    }
    let felt: Vec<u16> = strengths.iter().copied().filter(|strength| *strength > 0).collect();
    let awake: Vec<u16> = with_symptoms.iter().filter_map(|entry| entry.lost).collect();
    Ok(Summary {
        window,
        recorded: nights.len(),
        with_symptoms: with_symptoms.len(),
        strength: Spread::of(&felt),
        strength_of_all: Spread::of(&strengths).ok_or(too_few)?,
        start: times(&nights, rhythm.anchor()),
        awake: Spread::of(&awake),
        most_often: most_often(&with_symptoms),
        drift: Drift::of(window, &nights, rhythm.anchor()),
    })
}

/// How strong each night was.
pub(super) fn strengths(nights: &[&Recorded]) -> Vec<u16> {
    nights.iter().map(|one| u16::from(one.entry.intensity.value())).collect()
}

/// Minutes after the anchor at which symptoms began, of each night that says it by the clock.
pub(super) fn starts(nights: &[&Recorded], anchor: Clock) -> Vec<u16> {
    nights.iter().filter_map(|one| Some(one.entry.started_at()?.after(anchor))).collect()
}

fn times(nights: &[&Recorded], anchor: Clock) -> Option<Times> {
    let spread = Spread::of(&starts(nights, anchor))?;
    if spread.high - spread.low > DAY / 2 {
        return Some(Times::NoneUsual);
    }
    let clock = |minutes: u32| Clock::from_minutes(u32::from(anchor.minutes()) + minutes);
    Some(Times::Usual {
        middle: clock(spread.middle.rounded()),
        first: clock(u32::from(spread.low)),
        last: clock(u32::from(spread.high)),
        nights: spread.count,
    })
}

/// More often than each other moment, and told on at least half of the nights with symptoms [our own line]: of a moment
/// told on one night in ten, "most often" would not be true.
fn most_often(nights: &[&Entry]) -> Option<Moment> {
    let told = |moment: Moment| nights.iter().filter(|entry| entry.start == Some(moment)).count();
    let counts = || Moment::ALL.iter().map(|moment| (*moment, told(*moment)));
    let most = counts().map(|(_, times)| times).max().filter(|most| *most > 0)?;
    let mut front = counts().filter(|(_, times)| *times == most);
    let enough = counts().map(|(_, times)| times).sum::<usize>() * 2 >= nights.len();
    match (front.next(), front.next()) {
        (Some((moment, _)), None) if enough => Some(moment),
        _ => None,
    }
}

impl Summary {
    /// "In the last 14 days you had symptoms on 10 of the 13 nights you recorded, most often when falling asleep."
    pub fn sentence(&self) -> Said {
        let all = self.with_symptoms == self.recorded;
        let key = match (self.with_symptoms, self.most_often) {
            (0, _) => picture::NONE,
            (_, Some(_)) if all => picture::ALL_OFTEN,
            (_, Some(_)) => picture::SOME_OFTEN,
            (_, None) if all => picture::ALL,
            (_, None) => picture::SOME,
        };
        let days = if self.window.is_last() { when::LAST } else { when::CHOSEN };
        let days = Said { key: days, with: vec![("days", self.window.length().to_string())] };
        let mut with = vec![
            ("when", days.text()),
            ("with", self.with_symptoms.to_string()),
            ("recorded", self.recorded.to_string()),
        ];
        with.extend(self.most_often.map(|moment| ("moment", words(moment_words(moment)).to_owned())));
        Said { key, with }
    }

    /// Nights a week with symptoms, to the nearest whole one.
    pub fn nights_a_week(&self) -> usize {
        (self.with_symptoms * 14 + self.recorded) / (2 * self.recorded.max(1))
    }

    /// Nights a week, in words; nothing where there were no symptoms.
    pub fn says_week(&self) -> Option<Said> {
        let nights = self.nights_a_week();
        Some(match (self.with_symptoms, nights) {
            (0, _) => return None,
            (with, _) if with == self.recorded => Said::plain(week::EVERY),
            (_, 0) => Said::plain(week::UNDER_ONE),
            (_, 1) => Said::plain(week::ONE),
            _ => Said { key: week::SOME, with: vec![("nights", nights.to_string())] },
        })
    }

    /// Strength twice, so that more free nights are not hidden.
    pub fn says_strength(&self) -> Vec<Said> {
        let of_symptoms = self.strength.as_ref().map(|spread| spread_said(strength::SYMPTOMS, spread));
        of_symptoms.into_iter().chain([spread_said(strength::ALL, &self.strength_of_all)]).collect()
    }

    /// Start times, in words.
    pub fn says_start(&self) -> Option<Said> {
        Some(match self.start? {
            Times::NoneUsual => Said::plain(start::NONE_USUAL),
            Times::Usual { middle, nights: 1, .. } => {
                Said { key: start::ONE, with: vec![("time", middle.to_string())] }
            }
            Times::Usual { middle, first, last, nights } => Said {
                key: start::MIDDLE,
                with: vec![
                    ("time", middle.to_string()),
                    ("first", first.to_string()),
                    ("last", last.to_string()),
                    ("nights", nights.to_string()),
                ],
            },
        })
    }

    /// Minutes awake, in words.
    pub fn says_awake(&self) -> Option<Said> {
        let spread = self.awake.as_ref()?;
        Some(spread_said(if spread.count == 1 { awake::ONE } else { awake::MIDDLE }, spread))
    }
}

fn spread_said(key: Key, spread: &Spread) -> Said {
    let with = vec![
        ("middle", spread.middle.to_string()),
        ("low", spread.low.to_string()),
        ("high", spread.high.to_string()),
        ("nights", spread.count.to_string()),
    ];
    Said { key, with }
}

/// What a moment is called after "most often".
pub const fn moment_words(moment: Moment) -> Key {
    match moment {
        Moment::BeforeBed => moments::BEFORE_BED,
        Moment::FallingAsleep => moments::FALLING_ASLEEP,
        Moment::WokeMe => moments::WOKE_ME,
    }
}
