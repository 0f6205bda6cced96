//! The medicine list as the other rules read it.
//!
//! Decides nothing about medicines: it finds the rows behind an entry, what direction they have and where the
//! entry was given. Substances are rows of the same table but not medicines. Facts: evidence 4.1, 4.3.

use super::assessment::Assessment;
use super::medicines::MedicineEntry;
use super::report::AnswerPath;
use super::stopped;
use crate::content::{Direction, MEDICINES, Medicine, words};

/// The row with this id.
pub fn row(id: &str) -> Option<&'static Medicine> {
    MEDICINES.iter().find(|row| row.id == id)
}

/// The rows an entry stands for; none for a name we do not know.
pub fn rows(entry: &MedicineEntry) -> impl Iterator<Item = &'static Medicine> {
    entry.chosen.iter().filter_map(|id| row(id))
}

/// The name it is told by: the first of its names.
pub fn name(row: &Medicine) -> String {
    words(row.names).split(';').next().unwrap_or_default().to_owned()
}

/// Coffee, alcohol, giving blood and the like.
pub fn is_substance(row: &Medicine) -> bool {
    row.section == "substances"
}

/// The entries that are medicines, known or not, with their place in the list.
pub fn medicines(a: &Assessment) -> impl Iterator<Item = (usize, &MedicineEntry)> {
    let is_medicine = |entry: &MedicineEntry| entry.chosen.is_empty() || rows(entry).any(|row| !is_substance(row));
    a.medicines.iter().enumerate().filter(move |(_, entry)| is_medicine(entry))
}

/// Where the entry was given.
pub fn path(a: &Assessment, at: usize) -> AnswerPath {
    let substance = a.medicines.get(at).filter(|entry| entry.typed.is_empty());
    match substance.and_then(|entry| rows(entry).find(|row| is_substance(row))) {
        Some(row) => format!("substance.{}", row.id),
        None => format!("medicines[{at}]"),
    }
}

/// Entries with a row of this direction, and what was stopped lately.
pub fn with_direction(a: &Assessment, direction: Direction) -> Vec<AnswerPath> {
    let taken = medicines(a).filter(|(_, entry)| rows(entry).any(|row| row.direction == direction));
    let stopped = stopped::known(a).iter().any(|row| row.direction == direction);
    taken.map(|(at, _)| path(a, at)).chain(stopped.then(|| "stopped_what".to_owned())).collect()
}
