//! The report: what follows from the answers, and everything needed to defend saying it.

use super::answers::Answers;
use super::assessment::Assessment;
use super::combinations::DangerCombination;
pub use super::labs::TestToAsk;
pub use super::time_notes::TimeSaid;
use crate::content::{Group, IronClass, IronModifier, Key, Said, SimpleBand, SourceId, Strength, Urgency};
use crate::date::Date;

/// How well the answers fit the description (evidence 0.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Verdict {
    Likely,
    Possible,
    NeedsDifferential,
    Unlikely,
    Incomplete,
    CannotScreen,
}

impl Verdict {
    /// The code of evidence 0.1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Likely => "LIKELY",
            Self::Possible => "POSSIBLE",
            Self::NeedsDifferential => "NEEDS_DIFFERENTIAL",
            Self::Unlikely => "UNLIKELY",
            Self::Incomplete => "INCOMPLETE",
            Self::CannotScreen => "CANNOT_SCREEN",
        }
    }

    /// Full or partial match.
    pub const fn matches(self) -> bool {
        matches!(self, Self::Likely | Self::Possible)
    }

    /// The answers point to something else.
    pub const fn points_elsewhere(self) -> bool {
        matches!(self, Self::NeedsDifferential | Self::Unlikely)
    }
}

/// Course (evidence 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Course {
    ChronicPersistent,
    Intermittent,
    TooFew,
    Unknown,
}

impl Course {
    /// The code of evidence 0.1.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ChronicPersistent => "CHRONIC_PERSISTENT",
            Self::Intermittent => "INTERMITTENT",
            Self::TooFew => "TOO_FEW",
            Self::Unknown => "UNKNOWN",
        }
    }
}

/// How one point counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Fit {
    Fits,
    Partly,
    NotSure,
    DoesNotFit,
    NotAnswered,
}

/// One of the five points, with the answer given and how it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// `C1` … `C5`.
    pub id: &'static str,
    /// "An urge to move the legs".
    pub name: Key,
    /// The answer in words; for C5 the look-alikes named.
    pub answer: Vec<Said>,
    /// How it counts.
    pub fit: Fit,
}

/// Path of an answer that caused something: a key of `facts/check.toml` or `medicines[0]`.
pub type AnswerPath = String;

/// Why the urgency is at least this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrgencyReason {
    /// `red_flag.SD6`, `iron.ADULT_DEFICIENT`, `pregnancy` …
    pub rule: String,
    /// At least this.
    pub urgency: Urgency,
    /// The answers behind it.
    pub because: Vec<AnswerPath>,
    /// What to do or why, one calm sentence, for the care card.
    pub says: Said,
}

/// Something the person should know, and everything needed to defend saying it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `medicine.sertraline`, `condition.diabetes`, `family` …
    pub rule: String,
    /// Where it stands.
    pub group: Group,
    /// Heading ("Sertraline").
    pub name: Said,
    /// What is said, one or more sentences in order, ending in whom to ask.
    pub says: Vec<Said>,
    /// The rule in plain words.
    pub rule_says: Vec<Said>,
    /// The answers that caused it, for "What you told us" and Change.
    pub because: Vec<AnswerPath>,
    /// At least this urgent, if it says anything about urgency.
    pub urgency: Option<Urgency>,
    /// How firmly it is known, in words.
    pub strength: Option<Strength>,
    /// "Evidence:" words for `strength` or a condition's grade.
    pub strength_says: Option<Key>,
    /// Sources.
    pub sources: Vec<SourceId>,
    /// Day the row was last reviewed.
    pub reviewed: Date,
    /// Hardly studied: shown last and in grey, never raises urgency.
    pub faint: bool,
}

/// What the iron numbers mean (evidence 6).
#[derive(Clone, Debug, PartialEq)]
pub struct IronReading {
    /// ng/mL = ug/L, after conversion and rounding.
    pub ferritin: Option<f64>,
    /// Ferritin as typed, with its unit ("45 ng/mL", "<10 ng/mL").
    pub ferritin_typed: Option<String>,
    /// Percent, typed or computed, one decimal.
    pub tsat: Option<f64>,
    /// Whether `tsat` was computed.
    pub tsat_computed: bool,
    /// g/dL.
    pub haemoglobin: Option<f64>,
    /// mg/L.
    pub crp: Option<f64>,
    /// First row of 6.6 that fits.
    pub class: IronClass,
    /// In the order of the table.
    pub modifiers: Vec<IronModifier>,
    /// Urgency of the class and the modifiers, each with its own rule.
    pub urgencies: Vec<(IronUrgencyOf, Urgency)>,
    /// The simple table's band, computed even where it is hidden.
    pub band: Option<SimpleBand>,
    /// Whether the band may be shown (6.2).
    pub band_shown: bool,
    /// Whether the adult scale holds for this person (look.md: children, pregnancy, dialysis, high TSAT … get the sentence only).
    pub scale_shown: bool,
    /// Values that were refused, each with the reason.
    pub problems: Vec<Said>,
    /// What is said, in order: the class, then its modifiers.
    pub says: Vec<Said>,
    /// What to ask about.
    pub ask: Vec<Said>,
    /// The answers behind it.
    pub because: Vec<AnswerPath>,
}

/// What an urgency of the iron reading belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IronUrgencyOf {
    /// The message class.
    Class(IronClass),
    /// A modifier.
    Modifier(IronModifier),
}

/// Everything a result screen, a print or an export says.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// How well the answers fit.
    pub verdict: Verdict,
    /// Criteria answered no (`C1` …).
    pub failed_criteria: Vec<&'static str>,
    /// Criteria answered "not sure".
    pub unsure_criteria: Vec<&'static str>,
    /// The five points in order.
    pub points: Vec<Point>,
    /// Sentences that belong below the verdict, in order.
    pub verdict_says: Vec<Said>,
    /// Said when warning signs were asked and none is ticked.
    pub no_warning_sign: Option<Said>,
    /// Helpline for thoughts of suicide, where it must be shown.
    pub helpline: Option<Key>,
    /// Poison line of the country, where something was swallowed or too much was taken.
    pub poison_line: Option<Key>,
    /// Course.
    pub course: Course,
    /// DSM-5 frequency, duration and effect.
    pub dsm5_frequency: bool,
    /// Effect on life.
    pub significant: bool,
    /// The highest of `urgency_because`.
    pub urgency: Urgency,
    /// Most urgent first.
    pub urgency_because: Vec<UrgencyReason>,
    /// Whether rule 2.4 fires.
    pub akathisia: bool,
    /// Look-alikes that were ticked or follow from a hard rule, in the order to show.
    pub look_alikes: Vec<LookAlikeSaid>,
    /// What is dangerous together, most urgent first; each is a finding too.
    pub danger_combinations: Vec<DangerCombination>,
    /// Findings in the order to show, within their groups.
    pub findings: Vec<Finding>,
    /// Said when none of the findings points to a cause.
    pub no_cause: Option<Said>,
    /// Iron, when any value was given.
    pub iron: Option<IronReading>,
    /// What has not been looked at yet ("Your ferritin has not been tested").
    pub not_looked_at: Vec<Said>,
    /// Laboratory tests the person could ask about, the first look first.
    pub tests: Vec<TestToAsk>,
    /// The sentence to ask for them with, to read out or to print.
    pub how_to_ask: Option<Said>,
    /// How long it takes once a cause that was found is looked after.
    pub time_notes: Vec<TimeSaid>,
    /// What we could not tell, because an answer was "not sure".
    pub could_not_tell: Vec<Said>,
    /// What to say to a doctor: ready sentences.
    pub to_say: Vec<Said>,
}

impl Report {
    /// Findings that stand under "What may be behind it", with their place: all but those about iron.
    pub fn behind(&self) -> impl Iterator<Item = (usize, &Finding)> {
        self.findings.iter().enumerate().filter(|(_, finding)| finding.group != Group::Iron)
    }

    /// Findings that stand in the part about iron, with their place: with or without a number.
    pub fn about_iron(&self) -> impl Iterator<Item = (usize, &Finding)> {
        self.findings.iter().enumerate().filter(|(_, finding)| finding.group == Group::Iron)
    }
}

/// A look-alike in the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookAlikeSaid {
    /// `M_CRAMP` …
    pub id: &'static str,
    /// Plain name.
    pub name: Key,
    /// What it is like, what to ask.
    pub says: Key,
    /// The answers behind it; empty when a hard rule names it.
    pub because: Vec<AnswerPath>,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// Weighs everything. `today` is the civil date on the person's device.
pub fn assess(a: &Assessment, today: Date) -> Report {
    super::weighing::assess(a, today)
}

/// The whole way from what was tapped to the report. Answers of pages that are no longer asked do not count.
pub fn report(answers: &Answers, today: Date) -> Report {
    assess(&Assessment::read(&super::flow::counted(answers, today)), today)
}
