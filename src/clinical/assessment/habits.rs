//! What the answers about habits and the body mean.
//!
//! All of them are optional and none of them decides the verdict but for one: sleep by day, at the evening question.
//! Facts: evidence 9.1, 10.6.

use super::Tri;

/// When the last caffeine of the day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Caffeine {
    BeforeMidday,
    AfterMidday,
    Evening,
}

/// How often there is alcohol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Alcohol {
    SomeEvenings,
    MostEvenings,
}

/// How much somebody moves on most days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Moving {
    Sitting,
    Some,
    Much,
    HardTraining,
}

/// When somebody sleeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SleepTimes {
    Regular,
    Irregular,
    Shifts,
    ByDay,
}

/// Habits and facts of the body (evidence 9.1, 10.6), all optional; whether a substance is used is told by the
/// medicine list. A box left empty is not answered, which is never "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Habits {
    pub caffeine: Option<Caffeine>,
    pub alcohol: Option<Alcohol>,
    /// Gifts of blood in the last 12 months; 3 stands for 3 or more.
    pub donations: Option<u8>,
    pub moving: Option<Moving>,
    pub sleep_times: Option<SleepTimes>,
    pub meatless: Option<Tri>,
    pub acid_reducer: Option<Tri>,
    pub perimenopause: Option<Tri>,
}
