//! Names of medicines, and the search over them.
//!
//! Decides which medicine a typed name means: [`find`] for a finished name, [`suggest`] while typing. Only a name
//! that fits letter by letter, after strength, form and salt are set aside, is ever taken without asking; a brand of
//! another country, a misspelling, a trap ("Benadryl") and a class word ("sleeping pill") all come back as a question.
//! Refuses to know what a medicine does. In the browser the names come with the idle-loaded words:
//! until those are here every search finds nothing. Facts: evidence 4.3 (names, brands) and 4.6 (traps, rules).

mod aside;
mod fold;
mod index;
mod look_alike;
mod memo;
mod search;
mod suggest;
mod traps;
mod typos;

use super::{Country, Key, Medicine, words};
pub use fold::{compact, words_of};
pub use memo::{certain, find};
pub use suggest::suggest;
pub use traps::{ClassWord, LookAlikeNames, LookAlikeRule, Meaning, NightVersion, Trap};
pub use typos::{reach, slips};

/// One medicine that a typed name may mean.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// The row.
    pub medicine: &'static Medicine,
    /// The name that matched, as written in the table ("Zoloft").
    pub name: &'static str,
    /// Whether `name` is a brand.
    pub brand: bool,
    /// Whether the brand is sold under this name in other countries only.
    pub elsewhere: bool,
    /// Whether the name was typed letter by letter.
    pub certainty: Certainty,
    /// The bytes of `name` that were typed, for underlining; empty when they are spread.
    pub typed: (usize, usize),
}

/// How well the typed name fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Letter by letter.
    Exact,
    /// By its beginning, a part of it, or with slips of the pen.
    Close,
}

/// What a finished name may mean.
#[derive(Clone, Debug)]
pub enum Found {
    /// Certain: every ingredient of the one product it can be.
    Exact(Vec<Match>),
    /// The name has several meanings: ask this question over these.
    AskWhich {
        /// The question.
        ask: Key,
        /// The meanings. A product with two ingredients is two of them with one name.
        among: Vec<Match>,
    },
    /// Not certain: nothing counts until the person says yes.
    DidYouMean(Vec<Match>),
    /// A word for a class.
    PickList {
        /// The question.
        ask: Key,
        /// Sections to offer, before the medicines.
        sections: &'static [&'static str],
        /// Single medicines to offer.
        medicines: Vec<&'static Medicine>,
    },
    /// Nothing of that name is known.
    Unknown,
}

impl Found {
    /// Every medicine it may be, whether certain or not.
    pub fn matches(&self) -> &[Match] {
        match self {
            Self::Exact(matches) | Self::DidYouMean(matches) | Self::AskWhich { among: matches, .. } => matches,
            Self::PickList { .. } | Self::Unknown => &[],
        }
    }
}

/// Makes the names ready to be searched, where their words are here: else the first letter typed would wait for it.
pub fn prepare() {
    index::index();
}

/// The row with this id.
pub fn medicine(id: &str) -> Option<&'static Medicine> {
    super::MEDICINES.iter().find(|m| m.id == id)
}

/// The name to show a medicine by: its first generic name.
pub fn generic(medicine: &Medicine) -> &'static str {
    words(medicine.names).split(';').next().unwrap_or_default()
}

/// Brands of a medicine in the person's country, or of every country when that is not known, each once.
pub fn brands(medicine: &Medicine, country: Option<Country>) -> Vec<&'static str> {
    let mut brands = Vec::new();
    for part in words(medicine.names).split(';') {
        if let (name, Some(sold)) = index::brand(part)
            && country.is_none_or(|c| index::sells(c) & sold != 0)
            && !brands.contains(&name)
        {
            brands.push(name);
        }
    }
    brands
}

/// All ingredients of the box somebody means who typed this name and confirmed this medicine:
/// `olanzapine` and `fluoxetine` for "Symbyax", the one medicine for most names.
pub fn in_the_box(typed: &str, confirmed: &'static Medicine) -> Vec<&'static Medicine> {
    let others = search::same_box(typed, confirmed);
    let mut all = vec![confirmed];
    for other in others {
        if !all.iter().any(|m| m.id == other.id) {
            all.push(other);
        }
    }
    all
}
