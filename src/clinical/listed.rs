//! The medicine list as the other rules read it.
//!
//! Decides nothing about medicines: it finds the rows behind an entry, what direction they have and where the
//! entry was given. Substances are rows of the same table but not medicines. Facts: evidence 4.1, 4.3.

use super::assessment::Assessment;
use super::medicines::MedicineEntry;
use super::report::AnswerPath;
use super::stopped;
use crate::content::{Direction, Medicine};

/// The rows an entry stands for; none for a name that is unknown or still waits for a yes.
pub fn rows(a: &Assessment, entry: &MedicineEntry) -> Vec<&'static Medicine> {
    entry.medicines(a.country)
}

/// Coffee, alcohol, giving blood and the like.
pub fn is_substance(row: &Medicine) -> bool {
    row.section == "substances"
}

/// The entries that are medicines, known or not, with their place in the list and their rows.
pub fn medicines(a: &Assessment) -> impl Iterator<Item = (usize, Vec<&'static Medicine>)> + '_ {
    let with_rows = a.medicines.iter().map(|entry| rows(a, entry)).enumerate();
    with_rows.filter(|(_, rows)| rows.is_empty() || rows.iter().any(|row| !is_substance(row)))
}

/// The substance whose box was ticked; `None` where a name was typed.
pub fn ticked(a: &Assessment, at: usize) -> Option<&'static Medicine> {
    let entry = a.medicines.get(at).filter(|entry| entry.typed.is_empty())?;
    rows(a, entry).into_iter().find(|row| is_substance(row))
}

/// Where the entry was given: a place in the list, or the box that was ticked.
pub fn path(a: &Assessment, at: usize) -> AnswerPath {
    match ticked(a, at) {
        Some(row) => format!("substance.{}", row.id),
        None => format!("medicines[{at}]"),
    }
}

/// Entries with a row of this direction, and what was stopped lately.
pub fn with_direction(a: &Assessment, direction: Direction) -> Vec<AnswerPath> {
    let taken = medicines(a).filter(|(_, rows)| rows.iter().any(|row| row.direction == direction));
    let stopped = stopped::known(a).iter().any(|row| row.direction == direction);
    taken.map(|(at, _)| path(a, at)).chain(stopped.then(|| "stopped_what".to_owned())).collect()
}
