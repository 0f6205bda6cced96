//! Medicines and substances: as typed, with the link each may have, and how firmly that is known.

use super::parts::told;
use super::{Block, Copy, Given, Part};
use crate::clinical::answers::Answers;
use crate::clinical::assessment::Assessment;
use crate::clinical::medicines::{MedicineEntry, Timing};
use crate::clinical::said;
use crate::content::names::generic;
use crate::content::text::capital;
use crate::content::text::report::{self as own, link, medicines as words_of, part, strength};
use crate::content::text::ui::medicines as listed;
use crate::content::{Country, Direction, Key, Medicine, Strength, fill, words};
use crate::export::clean;

/// Told where they were answered.
const SUBSTANCES: [&str; 5] = ["caffeine_last", "alcohol_often", "donations", "habit", "moving"];

/// The part.
pub fn part(given: &Given<'_>, answers: &Answers) -> Option<Part> {
    let assessment = Assessment::read(answers);
    let typed = assessment.medicines.iter().filter(|entry| !entry.typed.is_empty());
    let rows: Vec<Vec<String>> = typed.map(|entry| row(entry, assessment.country, given.copy)).collect();
    let mut blocks = Vec::new();
    let clinician = given.copy == Copy::Clinician;
    blocks.extend(if clinician {
        Block::table([words_of::TAKEN, words_of::TIMING, words_of::LINK, words_of::ATC], rows)
    } else {
        Block::table([words_of::TAKEN, words_of::TIMING, words_of::LINK], rows)
    });
    let none = blocks.is_empty();
    if none {
        let said = said::medicines(answers).unwrap_or_else(|| words(own::NOT_ANSWERED).to_owned());
        blocks.extend(Block::facts(vec![(words(listed::SHORT).to_owned(), said)]));
    }
    let substances = told(answers, "substance").map(|(_, said)| (words(words_of::SUBSTANCES).to_owned(), said));
    let others = SUBSTANCES.iter().filter_map(|id| told(answers, id));
    blocks.extend(Block::facts(substances.into_iter().chain(others).collect()));
    blocks.push(Block::Small(words(words_of::UNCHANGED).to_owned()));
    if clinician && !none {
        blocks.push(Block::Small(words(words_of::ATTRIBUTION).to_owned()));
    }
    Part::of("medicines", part::MEDICINES, blocks)
}

fn row(entry: &MedicineEntry, country: Option<Country>, copy: Copy) -> Vec<String> {
    let found = entry.medicines(country);
    let typed = capital(&clean::line(&entry.typed));
    let names: Vec<&str> = found.iter().map(|row| generic(row)).collect();
    let is_its_name = names.iter().any(|name| name.eq_ignore_ascii_case(&typed));
    let name = match names.is_empty() || (is_its_name && names.len() == 1) {
        true => typed,
        false => fill(words_of::NAMED, &[("typed", &typed), ("name", &names.join(", "))]),
    };
    let links: Vec<String> = found.iter().map(|row| linked(row)).collect();
    let links = if links.is_empty() { words(words_of::UNKNOWN).to_owned() } else { links.join("; ") };
    let mut row = vec![name, words(timing(entry.timing)).to_owned(), links];
    if copy == Copy::Clinician {
        let codes: Vec<&str> = found.iter().map(|row| row.atc).filter(|code| !code.is_empty()).collect();
        row.push(codes.join(", "));
    }
    row
}

const fn timing(told: Option<Timing>) -> Key {
    match told {
        Some(Timing::WorseWithin6Weeks) => words_of::YES,
        Some(Timing::StartedBeforeMedicine) => words_of::BEFORE,
        Some(Timing::Unsure) => words_of::UNSURE,
        None => own::NOT_ANSWERED,
    }
}

/// "can make it worse, a few reports".
fn linked(row: &Medicine) -> String {
    let link = words(match row.direction {
        Direction::Worsens => link::WORSENS,
        Direction::MayWorsen => link::MAY_WORSEN,
        Direction::Conflicting => link::CONFLICTING,
        Direction::Neutral => return words(link::NEUTRAL).to_owned(),
        Direction::MayImprove => link::MAY_IMPROVE,
        Direction::Treats => link::TREATS,
        Direction::Augmentation => link::AUGMENTATION,
        Direction::IronAbsorption => link::IRON_ABSORPTION,
        Direction::IronLoss => link::IRON_LOSS,
        Direction::B12Depletion => link::B12_DEPLETION,
        Direction::AffectsTest => link::AFFECTS_TEST,
        Direction::IronInteraction => link::IRON_INTERACTION,
        Direction::Mimic => link::MIMIC,
    });
    let strength = words(match row.strength {
        Strength::Strong => strength::STRONG,
        Strength::Moderate => strength::MODERATE,
        Strength::Limited => strength::LIMITED,
        Strength::Conflicting => strength::CONFLICTING,
        Strength::Insufficient => strength::INSUFFICIENT,
    });
    fill(words_of::LINKED, &[("link", link), ("strength", strength)])
}
