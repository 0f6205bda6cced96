//! One night as a person noted it.
//!
//! Only how strong it was is required; a night without symptoms is a night of strength 0, not a missing one. Decides
//! what may stand in an entry. What was left out stays left out: it is never read as "no". Refuses to know what an
//! entry means. Facts: evidence 1.8 (scale from 0 to 10, minutes up to 600) and 9.2 (the fields).

use super::clock::{Clock, Stamp};
use super::coded;
use super::night::Night;

/// The strongest there is.
pub const STRONGEST: u8 = 10;
/// Most minutes of sleep that a night can cost.
pub const LONGEST_AWAKE: u16 = 600;
/// Most medicines noted for one night.
pub const MOST_TAKEN: usize = 60;

/// How strong it was at its worst, 0 (nothing) to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Intensity(u8);

impl Intensity {
    /// `None` above 10.
    pub const fn new(value: u8) -> Option<Self> {
        if value > STRONGEST { None } else { Some(Self(value)) }
    }

    /// 0 to 10.
    pub const fn value(self) -> u8 {
        self.0
    }
}

coded! {
    /// When symptoms began, in words.
    Moment {
        /// Before going to bed.
        BeforeBed = "before_bed",
        /// When falling asleep.
        FallingAsleep = "falling_asleep",
        /// They woke the person.
        WokeMe = "woke_me",
    }
}

coded! {
    /// How active the day was.
    Activity {
        /// Hardly at all.
        None = "none",
        /// A little.
        Light = "light",
        /// Moderately.
        Moderate = "moderate",
        /// Hard.
        Hard = "hard",
    }
}

coded! {
    /// Coffee, tea, cola, energy drinks.
    Caffeine {
        /// None that day.
        None = "none",
        /// Only before 2 pm.
        Early = "before_two",
        /// After 2 pm.
        Late = "after_two",
    }
}

coded! {
    /// Alcoholic drinks.
    Alcohol {
        /// None that day.
        None = "none",
        /// One.
        One = "one",
        /// Two or more.
        More = "two_or_more",
    }
}

coded! {
    /// What else might matter, ticked. One left unticked says nothing.
    Extra {
        /// Sat for long.
        LongSitting = "long_sitting",
        /// Exercise late in the day.
        LateExercise = "late_exercise",
        /// Missed a dose.
        MissedDose = "missed_dose",
        /// Period.
        Period = "period",
        /// A new medicine.
        NewMedicine = "new_medicine",
        /// Compression.
        Compression = "compression",
        /// A bath.
        Bath = "bath",
    }
}

/// A night's entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How strong.
    pub intensity: Intensity,
    /// When it began, in words.
    pub start: Option<Moment>,
    /// When it began by the clock, where somebody looked.
    pub at: Option<Clock>,
    /// The day before it.
    pub activity: Option<Activity>,
    /// Names from the person's own list. `None`: not answered; an empty list: none of them.
    pub taken: Option<Vec<String>>,
    /// Caffeine that day.
    pub caffeine: Option<Caffeine>,
    /// Alcohol that day.
    pub alcohol: Option<Alcohol>,
    /// Minutes awake because of the legs, at most [`LONGEST_AWAKE`].
    pub lost: Option<u16>,
    /// Whether the person got up to walk.
    pub got_up: Option<bool>,
    /// What else might matter.
    pub extras: Vec<Extra>,
    /// In the person's own words.
    pub note: String,
    /// When it was first written.
    pub created: Stamp,
    /// When it was last changed.
    pub edited: Stamp,
}

impl Entry {
    /// An entry with nothing but what is required.
    pub const fn new(intensity: Intensity, now: Stamp) -> Self {
        Self {
            intensity,
            start: None,
            at: None,
            activity: None,
            taken: None,
            caffeine: None,
            alcohol: None,
            lost: None,
            got_up: None,
            extras: Vec::new(),
            note: String::new(),
            created: now,
            edited: now,
        }
    }

    /// Whether there were symptoms.
    pub const fn symptoms(&self) -> bool {
        self.intensity.value() > 0
    }

    /// The time by the clock at which symptoms began, on a night that had some.
    pub fn started_at(&self) -> Option<Clock> {
        self.at.filter(|_| self.symptoms())
    }
}

/// A night and its entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The night.
    pub night: Night,
    /// What was noted.
    pub entry: Entry,
}
