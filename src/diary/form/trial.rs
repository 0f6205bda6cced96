//! What is tried, while it is being chosen.
//!
//! Decides what a plan can be drawn from. The seed is drawn once for each form and kept in it, so that nobody draws
//! until they like the plan. Facts: evidence 9.3, D17.

use crate::clinical::answers::Answers;
use crate::clinical::problems::Problem;
use crate::content::Said;
use crate::content::text::trial::errors;
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::diary::entry::Recorded;
use crate::diary::experiment::{Design, Experiment, LONGEST, Refused, SHORTEST, Tried, Wish, plan};
use crate::diary::night::Night;

/// What is tried.
pub const TRIED: &str = "tried";
/// Whether the person drinks a lot every day: `yes` or `no`.
pub const HEAVY: &str = "heavy";
/// How the blocks are drawn.
pub const DESIGN: &str = "design";
/// Nights in a block.
pub const NIGHTS: &str = "nights";
/// Whether the first night of a block is left out: `yes` or `no`.
pub const DROP: &str = "drop";
/// The first night: `tonight` or `tomorrow`.
pub const FIRST: &str = "first";
/// What chance draws from.
pub const SEED: &str = "seed";

/// The form as it is first offered.
pub fn offered(seed: u64) -> Answers {
    let mut given = Answers::default();
    given.set(DESIGN, Design::Pairs.code());
    given.set(NIGHTS, &SHORTEST.to_string());
    given.set(DROP, "no");
    given.set(FIRST, "tomorrow");
    given.set(SEED, &seed.to_string());
    given
}

/// Lengths of a block to choose from.
pub fn lengths() -> impl Iterator<Item = u8> {
    SHORTEST..=LONGEST
}

/// Whether it is asked how much somebody drinks.
pub fn asks_heavy(given: &Answers) -> bool {
    given.is(TRIED, Tried::Alcohol.code())
}

/// The plan, or everything that is in its way. `nights` are those of the past weeks.
pub fn read(given: &Answers, nights: &[Recorded], today: Date, now: Stamp) -> Result<Experiment, Vec<Problem>> {
    let wrong = |field, says| vec![Problem { field, says }];
    let Some(tried) = given.get(TRIED).and_then(Tried::from_code) else {
        return Err(wrong(TRIED, Said::plain(errors::TRIED)));
    };
    let Some(design) = given.get(DESIGN).and_then(Design::from_code) else {
        return Err(wrong(DESIGN, Said::plain(errors::DESIGN)));
    };
    let length = given.get(NIGHTS).and_then(|text| text.parse().ok()).unwrap_or_default();
    let first = Night(today).plus(i32::from(!given.is(FIRST, "tonight"))).unwrap_or(Night(today));
    let wish = Wish { tried, design, nights: length, drop_first: given.is(DROP, "yes"), first };
    let heavy = given.get(HEAVY).map(|code| code == "yes");
    let seed = given.get(SEED).and_then(|text| text.parse().ok()).unwrap_or_default();
    plan(wish, heavy, nights, seed, now).map_err(|refused| {
        let field = match refused {
            Refused::AskAlcohol | Refused::HeavyAlcohol => HEAVY,
            Refused::Length => NIGHTS,
            Refused::Calendar => FIRST,
        };
        wrong(field, refused.says())
    })
}
