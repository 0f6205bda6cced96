//! The shape of `facts/traps.toml`. Names are lines of the idle-loaded words, split at semicolons.

use crate::content::Key;

/// A name that means several things (evidence 4.6).
#[derive(Debug)]
pub struct Trap {
    /// The names, `Benadryl;Benadryl Allergy`.
    pub typed: Key,
    /// What to ask.
    pub ask: Key,
    /// What it may mean; none = something we know not to be on the list.
    pub means: &'static [Meaning],
}

/// One meaning of a trap.
#[derive(Debug)]
pub struct Meaning {
    /// Place in `MEDICINES`.
    pub medicine: u16,
    /// Where it means this: bit n = nth of `Country::ALL`; 0 = everywhere.
    pub countries: u16,
    /// Only some boxes with the name hold it: always ask.
    pub maybe: bool,
}

/// Medicines whose PM or Night packs hold one more.
#[derive(Debug)]
pub struct NightVersion {
    /// What to ask.
    pub ask: Key,
    /// Places in `MEDICINES` of the plain ones.
    pub of: &'static [u16],
    /// Places in `MEDICINES` of what a night pack may hold.
    pub adds: &'static [u16],
}

/// Names that are taken for each other.
#[derive(Debug)]
pub struct LookAlikeNames {
    /// The names, `Piriton;Piriteze`.
    pub names: Key,
    /// What follows from it.
    pub rule: LookAlikeRule,
}

/// What look-alike names need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookAlikeRule {
    /// Even an exact name is confirmed.
    Always,
    /// A name that is not exact offers all of them.
    Near,
    /// A misspelling of one never offers the other.
    Apart,
}

impl LookAlikeRule {
    /// In the order of the build.
    pub const ALL: &'static [Self] = &[Self::Always, Self::Near, Self::Apart];
}

/// A word for a whole class ("sleeping pill").
#[derive(Debug)]
pub struct ClassWord {
    /// The words, split at semicolons.
    pub typed: Key,
    /// Sections to pick from.
    pub sections: &'static [&'static str],
    /// Places in `MEDICINES` to pick from.
    pub medicines: &'static [u16],
}
