//! An experiment in words: the whole plan, tonight, and what came of it.
//!
//! Decides which sentence is said. Nothing tells anybody to take, drink or do more of anything.

use super::{Arm, Experiment, Found, Outcome, Place, Refused, Tried};
use crate::content::text::experiment::{
    active_day, alcohol, bath, caffeine, caution, late_caffeine, late_exercise, long_sitting, outcome, plan, refused,
    tonight,
};
use crate::content::{Key, Said, words};
use crate::date::Date;
use crate::decimal;
use crate::diary::clock::Clock;
use crate::diary::experiment::Design;
use crate::diary::night::Night;

/// From then on "tonight" is the coming night.
const MORNING: Clock = Clock::from_minutes(5 * 60);

impl Tried {
    /// Keys of its name, of a block of less or none, and of a block as usual.
    const fn keys(self) -> [Key; 3] {
        match self {
            Self::LateCaffeine => [late_caffeine::TITLE, late_caffeine::LESS, late_caffeine::USUAL],
            Self::Caffeine => [caffeine::TITLE, caffeine::LESS, caffeine::USUAL],
            Self::Alcohol => [alcohol::TITLE, alcohol::LESS, alcohol::USUAL],
            Self::ActiveDay => [active_day::TITLE, active_day::LESS, active_day::USUAL],
            Self::LateExercise => [late_exercise::TITLE, late_exercise::LESS, late_exercise::USUAL],
            Self::Bath => [bath::TITLE, bath::LESS, bath::USUAL],
            Self::LongSitting => [long_sitting::TITLE, long_sitting::LESS, long_sitting::USUAL],
        }
    }

    /// Its name, as a choice and as a heading.
    pub const fn title(self) -> Key {
        let [title, _, _] = self.keys();
        title
    }

    /// What a block asks for.
    pub const fn asks(self, arm: Arm) -> Key {
        let [_, less, usual] = self.keys();
        match arm {
            Arm::Less => less,
            Arm::Usual => usual,
        }
    }
}

impl Refused {
    /// Why there is no plan.
    pub const fn says(self) -> Said {
        Said::plain(match self {
            Self::AskAlcohol => refused::ASK_ALCOHOL,
            Self::HeavyAlcohol => refused::HEAVY_ALCOHOL,
            Self::Length => refused::LENGTH,
            Self::Calendar => refused::CALENDAR,
        })
    }
}

impl Experiment {
    /// The design, the outcome and the length, all fixed before the first night. `unsettled` as
    /// [`is_unsettled`](super::is_unsettled) finds it.
    pub fn says_plan(&self, unsettled: bool) -> Vec<Said> {
        let design = match self.wish.design {
            Design::Pairs => plan::PAIRS,
            Design::Mixed => plan::MIXED,
        };
        let with = vec![
            ("blocks", self.blocks.len().to_string()),
            ("nights", self.wish.nights.to_string()),
            ("less", self.words(Arm::Less)),
            ("usual", self.words(Arm::Usual)),
        ];
        let counted = if self.wish.drop_first { plan::DROP_FIRST } else { plan::EVERY_NIGHT };
        let length = Said { key: plan::LENGTH, with: vec![("nights", self.length().to_string())] };
        let mut said = vec![Said { key: design, with }, Said::plain(plan::OUTCOME), Said::plain(counted), length];
        said.push(Said::plain(caution::MEDICINE));
        if unsettled {
            said.push(Said::plain(caution::CHANGE));
        }
        said
    }

    /// Every block with its first and last night: the plan in full.
    pub fn says_blocks(&self) -> Vec<(Night, Night, Said)> {
        let nights = i32::from(self.wish.nights);
        let block = |(at, arm): (i32, &Arm)| {
            let first = self.wish.first.plus(at * nights)?;
            let with = vec![
                ("block", (at + 1).to_string()),
                ("blocks", self.blocks.len().to_string()),
                ("what", self.words(*arm)),
            ];
            Some((first, first.plus(nights - 1)?, Said { key: plan::BLOCK, with }))
        };
        (0..).zip(&self.blocks).filter_map(block).collect()
    }

    /// What is asked for on a night.
    pub fn says_tonight(&self, night: Night) -> Vec<Said> {
        let Some(Place { block, arm, night: at, counts }) = self.block_on(night) else {
            return vec![Said::plain(if night < self.wish.first { tonight::BEFORE } else { tonight::OVER })];
        };
        let with = vec![
            ("what", self.words(arm)),
            ("night", at.to_string()),
            ("nights", self.wish.nights.to_string()),
            ("block", (block + 1).to_string()),
            ("blocks", self.blocks.len().to_string()),
        ];
        let first = (!counts).then_some(Said::plain(tonight::FIRST));
        [Said { key: tonight::ON, with }].into_iter().chain(first).collect()
    }

    /// What is asked for now: tonight, or in the small hours the night that still goes on.
    pub fn says_now(&self, today: Date, now: Clock) -> Vec<Said> {
        let night = Night(today).plus(-i32::from(now < MORNING)).unwrap_or(Night(today));
        self.says_tonight(night)
    }

    /// What the entry of a night says of the plan: what this night is for and, in the daytime, what the coming one is.
    pub fn says_beside(&self, night: Night, today: Date, now: Clock) -> Vec<Said> {
        let coming = Night(today);
        let Some(place) = self.block_on(night) else {
            let begins = night < self.wish.first && now >= MORNING;
            return if begins && self.block_on(coming).is_some() { self.says_tonight(coming) } else { Vec::new() };
        };
        if night == coming {
            return self.says_tonight(night);
        }
        let with = vec![("what", self.words(place.arm)), ("block", (place.block + 1).to_string())];
        let mut said = vec![Said { key: tonight::THAT, with }];
        // At three in the morning "tonight" would be the night that is still going on.
        let next = now >= MORNING && self.block_on(coming).is_some();
        said.extend(next.then(|| self.says_tonight(coming)).into_iter().flatten());
        said
    }

    /// How it stands, in words. `disturbed` as [`Experiment::is_disturbed`] finds it.
    pub fn says_outcome(&self, found: &Outcome, disturbed: bool) -> Vec<Said> {
        let blocks = ("blocks", self.blocks.len().to_string());
        vec![match found {
            Outcome::Running { left: 1 } => Said::plain(outcome::RUNNING_ONE),
            Outcome::Running { left } => Said { key: outcome::RUNNING, with: vec![("nights", left.to_string())] },
            Outcome::Ended => Said::plain(outcome::STOPPED),
            Outcome::TooShort { missing: 1 } => Said { key: outcome::TOO_SHORT_ONE, with: vec![blocks] },
            Outcome::TooShort { missing } => {
                Said { key: outcome::TOO_SHORT, with: vec![blocks, ("missing", missing.to_string())] }
            }
            Outcome::Found(found) => {
                let mut said = self.says_found(found);
                said.extend(disturbed.then_some(Said::plain(outcome::DISTURBED)));
                return said;
            }
        }]
    }

    fn says_found(&self, found: &Found) -> Vec<Said> {
        let whole = |number: f64| decimal::print(number, 0);
        let sides = vec![
            ("less", decimal::print(found.less, 1)),
            ("less_what", self.words(Arm::Less)),
            ("usual", decimal::print(found.usual, 1)),
            ("usual_what", self.words(Arm::Usual)),
        ];
        let draws = vec![("all", whole(found.tails.all)), ("extreme", whole(found.tails.low.min(found.tails.high)))];
        let kept = vec![
            ("kept", found.kept.kept.to_string()),
            ("against", found.kept.against.to_string()),
            ("unknown", found.kept.unknown.to_string()),
        ];
        vec![
            Said { key: outcome::SIDES, with: sides },
            Said { key: outcome::DRAWS, with: draws },
            Said::plain(if found.is_surprising() { outcome::MORE } else { outcome::COULD }),
            Said { key: outcome::KEPT, with: kept },
            Said::plain(outcome::ONE_PERSON),
        ]
    }

    fn words(&self, arm: Arm) -> String {
        words(self.wish.tried.asks(arm)).to_owned()
    }
}
