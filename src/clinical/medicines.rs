//! What is said about the medicines on the person's list.
//!
//! Decides, row by row, which sentences, cautions and urgency a listed name brings, and in what order they stand.
//! The person's timing answer moves a row and adds a sentence; it never changes direction, strength or urgency.
//! A name that is not known, or not confirmed, is kept and said to be unknown: never harmless.
//! Knows nothing of the verdict (a caller drops the urgency when it is UNLIKELY) and of danger combinations.
//! Facts: evidence 0.2, 2.4, 4.1 and 4.2.

use crate::content::names::{Found, certain, find, in_the_box};
use crate::content::text::{discuss, findings, mechanisms};
use crate::content::{Country, Direction, Key, Medicine, Said, Strength, Urgency};
use crate::order::by_rank;

/// Key of the answer "I don't take any" / "I'm not sure what I take".
pub const TAKES_NONE: &str = "takes_none";

/// Key of the text in the search box, kept so that a reload brings it back.
pub const SEARCH: &str = "medicine_search";

/// When the legs began or got worse, beside the medicine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Within days to 6 weeks of the medicine or a change of its dose.
    WorseWithin6Weeks,
    /// The legs were restless before it.
    StartedBeforeMedicine,
    /// "I'm not sure".
    Unsure,
}

impl Timing {
    /// Every answer, in the order asked.
    pub const ALL: [Self; 3] = [Self::WorseWithin6Weeks, Self::StartedBeforeMedicine, Self::Unsure];

    /// The code of the case format.
    pub const fn code(self) -> &'static str {
        match self {
            Self::WorseWithin6Weeks => "worse_within_6_weeks",
            Self::StartedBeforeMedicine => "started_before_medicine",
            Self::Unsure => "unsure",
        }
    }

    /// Reads a code back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.code() == code)
    }
}

/// One line of the person's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MedicineEntry {
    /// As typed, or the name tapped.
    pub typed: String,
    /// Ids of the medicines the person confirmed; empty: only what the name says for certain counts.
    pub chosen: Vec<&'static str>,
    /// Where the box comes from, when it is not the person's own country.
    pub country: Option<Country>,
    /// When the legs began or got worse.
    pub timing: Option<Timing>,
}

impl MedicineEntry {
    /// Every ingredient that counts; none when the name is unknown or still waits for a yes.
    pub fn medicines(&self, country: Option<Country>) -> Vec<&'static Medicine> {
        if self.chosen.is_empty() {
            return certain(&self.typed, self.country.or(country));
        }
        let mut all: Vec<&'static Medicine> = Vec::new();
        let confirmed = self.chosen.iter().filter_map(|id| crate::content::names::medicine(id));
        for medicine in confirmed.flat_map(|m| in_the_box(&self.typed, m)) {
            if !all.iter().any(|m| m.id == medicine.id) {
                all.push(medicine);
            }
        }
        all
    }
}

/// What is said about one ingredient of one listed name, or about a name we cannot place.
#[derive(Clone, Debug)]
pub struct MedicineFinding {
    /// Which line of the list, from 0.
    pub entry: usize,
    /// The row; `None` for an unknown or unconfirmed name.
    pub medicine: Option<&'static Medicine>,
    /// As typed.
    pub typed: String,
    /// What it does, what the timing means, its own remark.
    pub says: Vec<Said>,
    /// What to ask.
    pub ask: Option<Said>,
    /// Calm cautions; never empty: the first is not to change it alone.
    pub cautions: Vec<Said>,
    /// "The rule we used".
    pub rule: Vec<Key>,
    /// How firmly it is known, in words.
    pub strength: Option<Key>,
    /// Hardly studied: shown last in its group and in grey.
    pub faint: bool,
    /// ROUTINE where it can make restless legs worse and is more than hardly studied.
    pub urgency: Option<Urgency>,
}

/// Everything said about the list, in the output order of evidence 4.1; names we cannot place come last.
pub fn findings(entries: &[MedicineEntry], country: Option<Country>) -> Vec<MedicineFinding> {
    let mut placed: Vec<(Place, MedicineFinding)> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let medicines = entry.medicines(country);
        if medicines.is_empty() {
            placed.push((LAST, not_placed(at, entry, country)));
        }
        for medicine in medicines {
            placed.push((place(medicine, entry.timing), finding(at, entry, medicine)));
        }
    }
    by_rank(&mut placed, |(place, _)| *place);
    placed.into_iter().map(|(_, finding)| finding).collect()
}

/// Whether starting, raising or stopping it can bring akathisia (evidence 2.4).
pub fn is_akathisia_trigger(medicine: &Medicine) -> bool {
    let by_mechanism = [1, 2, 20].into_iter().any(|n| medicine.has_mechanism(n)) && medicine.id != "domperidone";
    by_mechanism || ["lithium", "buspirone", "atomoxetine", "varenicline"].contains(&medicine.id)
}

/// Group, hardly studied or not, moved there or not, and place within the group: the smaller, the earlier.
type Place = (u8, bool, bool, u8);
const LAST: Place = (u8::MAX, false, false, 0);
const FIRST_GROUP: u8 = 2;
const LAST_GROUP: u8 = 9;

fn place(medicine: &Medicine, timing: Option<Timing>) -> Place {
    let (group, within) = group(medicine);
    let moved = match timing {
        Some(Timing::WorseWithin6Weeks) => (group - 1).max(FIRST_GROUP),
        Some(Timing::StartedBeforeMedicine) => (group + 1).min(LAST_GROUP),
        _ => group,
    };
    (moved, medicine.strength == Strength::Insufficient, moved != group, within)
}

/// Group 2 to 9 of the output order (1 is danger combinations), and the place within it.
fn group(medicine: &Medicine) -> (u8, u8) {
    use Direction::*;
    match (medicine.direction, medicine.strength) {
        (Worsens, Strength::Strong) => (2, 0),
        (Worsens, Strength::Moderate) => (2, 1),
        (Augmentation, _) => (3, 0),
        (Worsens, _) => (4, 0),
        (MayWorsen, _) => (4, 1),
        (IronAbsorption | IronLoss | IronInteraction | AffectsTest, _) => (5, 0),
        (B12Depletion, _) => (5, 1),
        (Conflicting, _) => (6, 0),
        (Treats, _) => (7, 0),
        (MayImprove, _) => (7, 1),
        (Mimic, _) => (8, 0),
        (Neutral, _) => (9, 0),
    }
}

fn finding(entry: usize, listed: &MedicineEntry, medicine: &'static Medicine) -> MedicineFinding {
    let timing = match listed.timing {
        Some(Timing::WorseWithin6Weeks) => Some(findings::timing::WORSE_WITHIN_6_WEEKS),
        Some(Timing::StartedBeforeMedicine) => Some(findings::timing::STARTED_BEFORE_MEDICINE),
        _ => None,
    };
    let faint = medicine.strength == Strength::Insufficient;
    let raises = matches!(medicine.direction, Direction::Worsens | Direction::Augmentation) && !faint;
    let says = [Some(direction(medicine.direction)), timing, medicine.note];
    MedicineFinding {
        entry,
        medicine: Some(medicine),
        typed: listed.typed.clone(),
        says: says.into_iter().flatten().map(Said::plain).collect(),
        ask: medicine.discuss.map(Said::plain),
        cautions: cautions(medicine.dangers),
        rule: rule(medicine),
        strength: Some(strength(medicine.strength)),
        faint,
        urgency: raises.then_some(Urgency::Routine),
    }
}

fn not_placed(entry: usize, listed: &MedicineEntry, country: Option<Country>) -> MedicineFinding {
    let known = !matches!(find(&listed.typed, listed.country.or(country)), Found::Unknown);
    let says = if known { findings::names::UNCONFIRMED } else { findings::names::UNKNOWN };
    MedicineFinding {
        entry,
        medicine: None,
        typed: listed.typed.clone(),
        says: vec![Said::plain(says)],
        ask: None,
        cautions: cautions(0),
        rule: vec![findings::names::UNKNOWN_RULE],
        strength: None,
        faint: false,
        urgency: None,
    }
}

/// What a medicine of this direction does, in a sentence.
pub fn direction(direction: Direction) -> Key {
    use findings::directions;
    match direction {
        Direction::Worsens => directions::WORSENS,
        Direction::MayWorsen => directions::MAY_WORSEN,
        Direction::Conflicting => directions::CONFLICTING,
        Direction::Neutral => directions::NEUTRAL,
        Direction::MayImprove => directions::MAY_IMPROVE,
        Direction::Treats => directions::TREATS,
        Direction::Augmentation => directions::AUGMENTATION,
        Direction::IronAbsorption => directions::IRON_ABSORPTION,
        Direction::IronLoss => directions::IRON_LOSS,
        Direction::B12Depletion => directions::B12_DEPLETION,
        Direction::AffectsTest => directions::AFFECTS_TEST,
        Direction::IronInteraction => directions::IRON_INTERACTION,
        Direction::Mimic => directions::MIMIC,
    }
}

/// The strength in words: never "proven".
pub fn strength(strength: Strength) -> Key {
    use findings::strengths;
    match strength {
        Strength::Strong => strengths::STRONG,
        Strength::Moderate => strengths::MODERATE,
        Strength::Limited => strengths::LIMITED,
        Strength::Conflicting => strengths::CONFLICTING,
        Strength::Insufficient => strengths::INSUFFICIENT,
    }
}

/// D0 for everything, then the row's own.
fn cautions(dangers: u32) -> Vec<Said> {
    let own = CAUTIONS.iter().enumerate().filter(|(n, _)| *n == 0 || dangers & (1 << n) != 0);
    own.map(|(_, key)| Said::plain(*key)).collect()
}

/// The row's own cautions, without the general one.
pub fn own_cautions(dangers: u32) -> Vec<Said> {
    cautions(dangers).into_iter().skip(1).collect()
}

fn rule(medicine: &Medicine) -> Vec<Key> {
    let known: Vec<Key> = MECHANISMS.iter().filter(|(n, _)| medicine.has_mechanism(*n)).map(|(_, key)| *key).collect();
    if known.is_empty() { vec![findings::names::NO_MECHANISM] } else { known }
}

/// By number: D0 to D19 of evidence 4.2.
const CAUTIONS: [Key; 20] = {
    use discuss::*;
    [D0, D1, D2, D3, D4, D5, D6, D7, D8, D9, D10, D11, D12, D13, D14, D15, D16, D17, D18, D19]
};

/// M codes of evidence 4.2, which has no M4 and no M5.
const MECHANISMS: [(u32, Key); 29] = {
    use mechanisms::*;
    [
        (1, M1),
        (2, M2),
        (3, M3),
        (6, M6),
        (7, M7),
        (8, M8),
        (9, M9),
        (10, M10),
        (11, M11),
        (12, M12),
        (13, M13),
        (14, M14),
        (15, M15),
        (16, M16),
        (17, M17),
        (18, M18),
        (19, M19),
        (20, M20),
        (21, M21),
        (22, M22),
        (23, M23),
        (24, M24),
        (25, M25),
        (26, M26),
        (27, M27),
        (28, M28),
        (29, M29),
        (30, M30),
        (31, M31),
    ]
};
