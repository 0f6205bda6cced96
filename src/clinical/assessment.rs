//! What the answers mean, in the terms of the evidence and of the case format.
//!
//! Reads codes into types and decides nothing. `None` is "not asked or not answered", never "no".
//! Facts: evidence 1.2, 1.4, 2.2, 2.4, 5.1.

mod habits;

use super::answers::Answers;
use super::medicines::MedicineEntry;
use crate::content::{Country, Key};
use crate::date::Date;
pub use habits::{Alcohol, Caffeine, Habits, Moving, SleepTimes};

/// Yes, no, or a clear "I'm not sure".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Tri {
    Yes,
    No,
    NotSure,
}

/// Answer to one of the first four criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Y
    Yes,
    /// Y_HIST: "it used to, not any more"; counts as yes for C3 and C4 only.
    Before,
    /// N
    No,
    /// U
    Unsure,
}

/// Whether a look-alike explains the times the legs bother.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Explains {
    All,
    Some,
    Unsure,
    No,
}

/// How much something is affected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Impact {
    None,
    ALittle,
    QuiteALot,
    VeryMuch,
}

/// Sex as the laboratory records it, for ranges only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Sex {
    Female,
    Male,
}

/// Pregnancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Pregnancy {
    /// Not asked, not answered, not sure.
    #[default]
    Unknown,
    /// Not pregnant.
    No,
    /// Pregnant; trimester 1 to 3 when known.
    Yes(Option<u8>),
}

impl Pregnancy {
    /// Whether somebody said they are pregnant.
    pub const fn is_yes(self) -> bool {
        matches!(self, Self::Yes(_))
    }
}

/// A laboratory value as printed, and its unit as printed (either may be wrong; [`super::iron`] judges).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lab {
    /// `61`, `49,9`, `<10`.
    pub value: String,
    /// `ng/mL`, `pmol/L` …, `unsure`, or empty when not chosen.
    pub unit: String,
}

/// All laboratory values, any of which may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Labs {
    /// Day of the test; the first of the month when only the month is known.
    pub taken_on: Option<Date>,
    pub ferritin: Option<Lab>,
    /// Percent, as typed.
    pub tsat: Option<Lab>,
    pub serum_iron: Option<Lab>,
    pub tibc: Option<Lab>,
    pub transferrin: Option<Lab>,
    pub crp: Option<Lab>,
    pub haemoglobin: Option<Lab>,
    pub on_iron: Option<Tri>,
    /// The last iron was taken less than 24 hours before the test.
    pub iron_within_24h: Option<Tri>,
    pub iv_iron_last_12_weeks: Option<Tri>,
}

/// Who the check is about.
#[derive(Clone, Debug, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Person {
    /// May be a fraction in a case file; limits are in completed years.
    pub age_years: Option<f64>,
    pub sex: Option<Sex>,
    pub pregnancy: Pregnancy,
    pub can_describe_own_feelings: Option<Tri>,
    pub child_own_words: Option<Tri>,
    /// Somebody else answers: the ready sentences then speak of "the person".
    pub answered_for: bool,
    /// Under 13 and answering themselves: whether an adult is with them.
    pub with_adult: Option<Tri>,
}

impl Person {
    /// Completed years.
    pub fn age(&self) -> Option<u32> {
        self.age_years.filter(|a| (0.0..=120.0).contains(a)).map(|a| a as u32)
    }

    /// Age known and under a limit of completed years.
    pub fn is_under(&self, years: u32) -> bool {
        self.age().is_some_and(|a| a < years)
    }
}

/// The first four criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Criteria {
    pub c1: Option<Answer>,
    pub c1_unpleasant: Option<Tri>,
    pub c2: Option<Answer>,
    pub c3: Option<Answer>,
    pub c4: Option<Answer>,
    /// Arms or body, never the legs: C1 is then [`Answer::Unsure`].
    pub arms_only: Option<Tri>,
    /// Always the same one leg since the start.
    pub one_leg_only: Option<Tri>,
    /// A doctor has confirmed restless legs.
    pub confirmed: Option<Tri>,
    /// Shift work or sleep by day was told at C4, which then goes by the hours around the main sleep.
    pub asked_by_shifts: bool,
    /// "Worse in the day" of somebody who sleeps by day or works shifts: counts as not sure.
    pub day_is_their_night: bool,
    /// The words tapped for C1 to C4, when the answers come from the screens: two choices can mean the same.
    pub tapped: [Option<Key>; 4],
}

/// Answers about restlessness of the whole body (evidence 2.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct BodyRestlessness {
    pub whole_body: Option<Tri>,
    pub onset_within_6_weeks: Option<Tri>,
    pub same_day_and_night: Option<Tri>,
    pub lying_down_relieves: Option<Tri>,
    pub cannot_sit_still_by_day: Option<Tri>,
}

/// How often, how long, how strong (before treatment when treated now).
#[derive(Clone, Copy, Debug, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Pattern {
    pub days_per_week: Option<f64>,
    pub duration_months: Option<f64>,
    pub lifetime_events: Option<u32>,
    /// 0 to 10, the person's own rating.
    pub usual_intensity: Option<u8>,
    pub treated_now: Option<Tri>,
}

/// Effect on life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct ImpactAnswers {
    pub sleep: Option<Impact>,
    pub energy: Option<Impact>,
    pub mood: Option<Impact>,
    pub work: Option<Impact>,
    pub distress: Option<Impact>,
}

impl ImpactAnswers {
    /// SIGNIFICANT of evidence 1.4: any of them "quite a lot" or more.
    pub fn is_significant(&self) -> bool {
        let all = [self.sleep, self.energy, self.mood, self.work, self.distress];
        all.into_iter().flatten().any(|i| i >= Impact::QuiteALot)
    }
}

/// Supportive features (evidence 1.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Supportive {
    pub family_history: Option<Tri>,
    pub limb_movements_seen: Option<Tri>,
    pub dopamine_benefit: Option<Tri>,
    pub daytime_sleepiness: Option<Tri>,
}

/// Everything the rules look at. The shape follows the case format.
#[derive(Clone, Debug, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Assessment {
    pub country: Option<Country>,
    pub person: Person,
    /// Ids of `content::SIGNS` that are ticked or follow from the mood answers.
    pub red_flags: Vec<&'static str>,
    /// Whether the red-flag page was answered at all ("None of these" counts).
    pub red_flags_answered: bool,
    /// The question about thoughts of suicide was answered yes, or left out on purpose: show the helpline.
    pub show_helpline: bool,
    pub criteria: Criteria,
    /// Ids of `content::LOOK_ALIKES` with what they explain.
    pub look_alikes: Vec<(&'static str, Explains)>,
    /// "I'm not sure" to the whole list of look-alikes.
    pub look_alikes_unsure: bool,
    /// Whether the page of look-alikes was answered at all.
    pub look_alikes_answered: bool,
    pub body: BodyRestlessness,
    pub pattern: Pattern,
    pub impact: ImpactAnswers,
    pub supportive: Supportive,
    /// Medicines, and the substances ticked, which are rows of the same table.
    pub medicines: Vec<MedicineEntry>,
    /// "I don't take any" / "I'm not sure what I take"; `None` = neither said.
    pub takes_none: Option<Tri>,
    pub stopped_lately: Option<Tri>,
    /// Names as typed.
    pub stopped_names: Vec<String>,
    pub augmentation: [Option<Tri>; 4],
    /// How many hours earlier it starts now: kept for the doctor, decides nothing.
    pub augmentation_hours: Option<f64>,
    /// Ids of `content::CONDITIONS`.
    pub conditions: Vec<&'static str>,
    pub conditions_answered: bool,
    /// Cord lesion or MS: the leg trouble began less than 3 months ago.
    pub began_lately: Option<Tri>,
    pub donated_last_12_months: Option<Tri>,
    pub habits: Habits,
    pub labs: Labs,
    /// Keys answered "not sure" that have no other place here (`days`, `kidneys` …).
    pub also_unsure: Vec<&'static str>,
}

impl Assessment {
    /// Whether a condition is ticked.
    pub fn has_condition(&self, id: &str) -> bool {
        self.conditions.contains(&id)
    }

    /// Pregnant, as asked or as ticked.
    pub fn is_pregnant(&self) -> bool {
        self.person.pregnancy.is_yes() || self.has_condition("pregnancy")
    }

    /// Shift work or sleep by day, wherever it was told.
    pub fn sleeps_by_shifts(&self) -> bool {
        self.criteria.asked_by_shifts || matches!(self.habits.sleep_times, Some(SleepTimes::Shifts | SleepTimes::ByDay))
    }

    /// Whether a sign is ticked or follows from the mood answers.
    pub fn has_sign(&self, id: &str) -> bool {
        self.red_flags.contains(&id)
    }

    /// Reads the answers. Values that are not understood (a word for an age) count as not answered here;
    /// the screens have refused them before, with the reason.
    pub fn read(answers: &Answers) -> Self {
        super::reading::read(answers)
    }
}
