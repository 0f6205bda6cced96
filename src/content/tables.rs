//! The shape of every table that `build.rs` writes, and the tables themselves.

use super::knowledge::{Course, Guideline, LabTest, TimeNote, Treatment};
use super::late::Late;
use super::learn::{Part, Question, Topic};
use super::names::{ClassWord, LookAlikeNames, NightVersion, Trap};
use super::{Direction, Fact, Grade, Group, IronClass, IronModifier, Key, Shown, SimpleBand, Strength, Urgency};
use crate::date::Date;

/// A row of [`SOURCES`], by place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceId(pub u8);

impl SourceId {
    /// The row it names.
    pub fn row(self) -> Option<&'static Source> {
        SOURCES.get(usize::from(self.0))
    }
}

/// A publication. `id` is the evidence's own (`S1` …).
#[derive(Debug)]
pub struct Source {
    /// `S1`, `S2` …
    pub id: &'static str,
    /// A few words to name it by ("AASM guideline 2025").
    pub short: Key,
    /// Author, journal, year.
    pub cite: Key,
    /// `10.…`; shown as a link to doi.org.
    pub doi: Option<&'static str>,
    /// PubMed number.
    pub pmid: Option<&'static str>,
}

/// A medicine, supplement, substance or exposure (evidence 4.3).
#[derive(Debug)]
pub struct Medicine {
    /// The evidence's id.
    pub id: &'static str,
    /// Names and brands in one line: `sertraline;US:Zoloft;GB:Lustral` (read by [`super::names`]).
    pub names: Key,
    /// What it is for, in a few plain words ("depression and anxiety"), when we have them.
    pub used_for: Option<Key>,
    /// Class as the evidence names it ("SSRI").
    pub class: Key,
    /// Section of evidence 4.3 as an id: `ssri`, `antiemetics`, `substances` …
    pub section: &'static str,
    /// ATC code, or empty.
    pub atc: &'static str,
    /// What it does.
    pub direction: Direction,
    /// How firmly that is said.
    pub strength: Strength,
    /// Bit n set = mechanism M(n) of evidence 4.2.
    pub mechanisms: u32,
    /// Bit n set = danger code D(n) of evidence 4.2.
    pub dangers: u32,
    /// What to ask (A codes of 4.2).
    pub discuss: Option<Key>,
    /// A plain remark of its own.
    pub note: Option<Key>,
    /// Where it comes from.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

impl Medicine {
    /// Whether the row carries mechanism M(n).
    pub const fn has_mechanism(&self, n: u32) -> bool {
        self.mechanisms & (1 << n) != 0
    }

    /// Whether the row carries danger code D(n).
    pub const fn has_danger(&self, n: u32) -> bool {
        self.dangers & (1 << n) != 0
    }
}

/// What is dangerous together (evidence 4.5). What it looks for is in `clinical::combinations`.
#[derive(Debug)]
pub struct Combination {
    /// `X1` … `X20`.
    pub id: &'static str,
    /// How urgent it is.
    pub urgency: Urgency,
    /// How urgent its weaker case is, where it has one.
    pub otherwise: Option<Urgency>,
    /// Heading, with `{names}`.
    pub name: Key,
    /// What to do, whom to call, why, with `{names}`.
    pub act: Key,
    /// The same for the weaker case, where the words differ.
    pub act_otherwise: Option<Key>,
    /// When to call at once, with `{number}`.
    pub watch: Option<Key>,
    /// Names that count by themselves, `Tylenol;Panadol`.
    pub typed: Option<Key>,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// Something whose end, or a lower dose, can unsettle the legs (evidence 4.8).
#[derive(Debug)]
pub struct Withdrawal {
    /// `opioid`, `dopamine` …
    pub id: &'static str,
    /// What is said, with `{names}`, ending in whom to ask.
    pub says: Key,
    /// On what it rests, in words.
    pub mark: Option<Key>,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// A condition or life stage (evidence 5.1).
#[derive(Debug)]
pub struct Condition {
    /// The evidence's id.
    pub id: &'static str,
    /// Plain name ("diabetes").
    pub name: Key,
    /// One or two plain sentences: what is known, with its honest strength.
    pub says: Key,
    /// What to ask for, a plain sentence.
    pub ask: Option<Key>,
    /// A, B, C or "-".
    pub grade: Grade,
    /// First word of the urgency cell; `None` where it is "-".
    pub urgency: Option<Urgency>,
    /// Where it stands in the result.
    pub group: Group,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// A red flag (evidence 3.1 to 3.3).
#[derive(Debug)]
pub struct Sign {
    /// `E1` …, `SD1` …, and our `SOON_…` rows of 3.3.
    pub id: &'static str,
    /// How urgent it is.
    pub urgency: Urgency,
    /// Short name for "you told us about …".
    pub name: Key,
    /// What to do, one calm sentence (12.3: what to do, whom to call, then why).
    pub act: Key,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// Another thing that can feel like restless legs (evidence 2.1).
#[derive(Debug)]
pub struct LookAlike {
    /// `M_CRAMP` …
    pub id: &'static str,
    /// How it comes to be asked about.
    pub shown: Shown,
    /// Plain name ("leg cramps").
    pub name: Key,
    /// One or two plain sentences for the result, ending in what to ask.
    pub says: Key,
    /// Least urgency when answered all, some or unsure (2.2); `None` where only `unsure` adds ROUTINE.
    pub floor: Option<Urgency>,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// One of the five criteria (evidence 1.2).
#[derive(Debug)]
pub struct CriterionRow {
    /// `C1` … `C5`.
    pub id: &'static str,
    /// Short name ("An urge to move the legs").
    pub name: Key,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// A rule that produces a finding and is no row of another table ("akathisia", "verdict" …).
#[derive(Debug)]
pub struct Rule {
    /// `criteria.verdict`, `akathisia`, `family.first_degree` …
    pub id: &'static str,
    /// The rule in plain words, for "The rule we used".
    pub text: Key,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// A habit, or a fact of the body, that is asked about (evidence 9.1, 4.7, 10.6).
#[derive(Debug)]
pub struct HabitRow {
    /// `caffeine`, `sitting` …; those that are substances carry the id of their row in [`MEDICINES`].
    pub id: &'static str,
    /// Heading ("Caffeine").
    pub name: Key,
    /// What is known.
    pub says: Key,
    /// What may be tried or asked.
    pub tries: Key,
    /// How firmly it is known.
    pub strength: Strength,
    /// Where it stands in the result.
    pub group: Group,
    /// Whether it may be adding to the trouble by a way of its own (iron, vitamin B12).
    pub points: bool,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// Something people try by themselves (evidence 9.1), for pages to read.
#[derive(Debug)]
pub struct Care {
    /// `exercise`, `magnesium` …
    pub id: &'static str,
    /// Heading.
    pub name: Key,
    /// What may be said.
    pub says: Key,
    /// How firmly it is known.
    pub strength: Strength,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// A message for people whom the general text does not fit (evidence 10).
#[derive(Debug)]
pub struct Concern {
    /// `pregnancy`, `older` …
    pub id: &'static str,
    /// Heading.
    pub name: Key,
    /// What is said, in order.
    pub says: Vec<Key>,
    /// Where it stands in the result.
    pub group: Group,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// Message class of 6.6.
#[derive(Debug)]
pub struct IronClassRow {
    /// The class.
    pub class: IronClass,
    /// What is said.
    pub says: Key,
    /// What is said instead when the answers point away from restless legs.
    pub says_elsewhere: Option<Key>,
    /// What to ask about.
    pub ask: Option<Key>,
    /// The rule in plain words.
    pub rule: Key,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// Modifier of 6.6.
#[derive(Debug)]
pub struct IronModifierRow {
    /// The modifier.
    pub modifier: IronModifier,
    /// The sentence appended; `None` for one that only shows the simple table.
    pub says: Option<Key>,
    /// Sources.
    pub sources: &'static [SourceId],
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// One band of the simple table (6.2) in ng/mL; bands meet without gap or overlap.
#[derive(Debug)]
pub struct Band {
    /// Which band.
    pub band: SimpleBand,
    /// Lower edge.
    pub from: f64,
    /// Whether `from` itself belongs to the band.
    pub from_included: bool,
    /// Upper edge; infinity for the last.
    pub to: f64,
    /// What the simple table says.
    pub says: Key,
}

/// One zone of the adult ferritin scale (look.md, "Ferritin scale").
#[derive(Debug)]
pub struct Zone {
    /// Lower edge, ng/mL.
    pub from: f64,
    /// Whether `from` itself belongs to the zone.
    pub from_included: bool,
    /// Upper edge; infinity for the last.
    pub to: f64,
    /// Percent of the drawn bar.
    pub width: u8,
    /// "30 to 75".
    pub range: Key,
    /// What guidelines say.
    pub says: Key,
}

/// What to type where help is needed at once.
#[derive(Debug, PartialEq, Eq)]
pub struct Emergency {
    /// Country code.
    pub country: &'static str,
    /// "999 or 112", for reading.
    pub said: Key,
    /// What a phone dials: digits only; empty when the country is unknown.
    pub dial: &'static str,
    /// Helplines for thoughts of suicide, one sentence.
    pub helpline: Key,
    /// Where to ask about something swallowed, one sentence, where we know a line.
    pub poison: Option<Key>,
    /// Day the row was last reviewed.
    pub reviewed: Date,
}

/// One page of the check (`facts/check.toml`), in the order asked.
#[derive(Debug)]
pub struct Page {
    /// The last part of its address: `#/check/<id>`.
    pub id: &'static str,
    /// The words above the heading ("Your symptoms").
    pub section: Key,
    /// The heading, which is the question.
    pub title: Key,
    /// The same, asked of somebody who answers for a child.
    pub child: Option<Key>,
    /// Under the heading.
    pub hint: Option<Key>,
    /// Margin note "Why we ask".
    pub why: Option<Key>,
    /// Who draws it.
    pub kind: PageKind,
    /// The inputs, in order.
    pub fields: &'static [Field],
    /// Asked only when all of these hold.
    pub when: &'static [When],
}

/// Who draws a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The one renderer of question pages.
    Fields,
    /// Get-help card and "I have read this".
    Urgent,
    /// Medicine search and list.
    Medicines,
    /// "Is this number right?" for lab values that look unusual.
    CheckNumbers,
    /// Check your answers.
    Answers,
}

/// One input of a page.
#[derive(Debug)]
pub struct Field {
    /// Key of the answer ("c3"); for [`FieldKind::Checkboxes`] the answers are `<prefix>.<code>` = `yes`.
    pub id: &'static str,
    /// How it is drawn.
    pub kind: FieldKind,
    /// Label or legend; `None` = the page heading is its label.
    pub label: Option<Key>,
    /// Under the label.
    pub hint: Option<Key>,
    /// Short name for "Check your answers".
    pub short: Key,
    /// The word at the end of the box ("years").
    pub unit: Option<Key>,
    /// Choices in order.
    pub options: &'static [Opt],
    /// Asked only when all of these hold.
    pub when: &'static [When],
    /// Continue without an answer is a problem with this sentence.
    pub required: Option<Key>,
}

impl Field {
    /// The part before the last dot of a checkbox answer's key: several groups may share it
    /// ("sign" for `signs_legs` and `signs_heart`), and with it one "None of these".
    pub fn prefix(&self) -> &'static str {
        match self.kind {
            FieldKind::Checkboxes { prefix } => prefix,
            _ => self.id,
        }
    }
}

/// How an input is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One of a few, rows.
    Radios,
    /// One of two to four short words, tiles in a row.
    Tiles,
    /// 0 to 10 tiles.
    Picker,
    /// One of many: a native select.
    Select,
    /// Any of several; answers are `<prefix>.<code>` = `yes`.
    Checkboxes {
        /// See [`Field::prefix`].
        prefix: &'static str,
    },
    /// A number as typed.
    Number,
    /// One line as typed.
    Text,
    /// Month and year boxes; answers are `<id>_month` and `<id>_year`.
    MonthYear,
}

/// One choice.
#[derive(Debug)]
pub struct Opt {
    /// Stored code.
    pub code: &'static str,
    /// Words of the choice.
    pub label: Key,
    /// Small words below it.
    pub hint: Option<Key>,
    /// "None of these", "I'd rather not say": last, below a divider; excludes the others.
    pub apart: bool,
    /// Behind the "more" button until asked for or chosen.
    pub more: bool,
    /// Offered only when all of these hold.
    pub when: &'static [When],
}

/// When a page, field or choice is asked.
#[derive(Debug)]
pub enum When {
    /// The answer is one of these codes.
    Is(&'static str, &'static [&'static str]),
    /// The answer is none of these codes (an unanswered question is none of them).
    Not(&'static str, &'static [&'static str]),
    /// The fact holds.
    Fact(Fact),
    /// The fact does not hold.
    NotFact(Fact),
}

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The first and the last day on which a row of the clinical tables was reviewed.
pub fn reviewed() -> (Date, Date) {
    let medicines = MEDICINES.iter().map(|row| row.reviewed);
    let conditions = CONDITIONS.iter().map(|row| row.reviewed);
    let signs = SIGNS.iter().map(|row| row.reviewed);
    let others = LOOK_ALIKES.iter().map(|row| row.reviewed).chain(RULES.iter().map(|row| row.reviewed));
    let mut span: Option<(Date, Date)> = None;
    for day in medicines.chain(conditions).chain(signs).chain(others) {
        span = Some(span.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
    }
    span.unwrap_or((Date::literal(1970, 1, 1), Date::literal(1970, 1, 1)))
}
