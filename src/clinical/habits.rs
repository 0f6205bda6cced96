//! What is said about habits and the body: coffee, sitting, sleep times, food, giving blood.
//!
//! Decides which rows of `facts/lifestyle.toml` the answers name and which sentences fit the time of day or the
//! amount told. A habit is never blamed, brings no urgency and never touches the verdict. An answer left out names
//! nothing. Substances stay on the medicine list too, where other rules read them. Facts: evidence 9.1, 4.7, 10.6.

use super::assessment::{Alcohol, Assessment, Caffeine, Moving, SleepTimes, Tri};
use super::findings::{Backing, ruled_by};
use super::report::{AnswerPath, Finding};
use super::{listed, medicines};
use crate::content::text::{discuss, lifestyle};
use crate::content::{Group, HABITS, HabitRow, Key, Said, Strength};

/// Gifts of blood in 12 months from which somebody gives often [our own line]: the condition `blood_donor`.
pub const OFTEN: u8 = 3;

/// Each habit told, in the order of the table.
pub fn findings(a: &Assessment) -> Vec<Finding> {
    HABITS.iter().filter_map(|row| finding(a, row)).collect()
}

/// The row of a substance or habit.
pub fn row(id: &str) -> Option<&'static HabitRow> {
    HABITS.iter().find(|row| row.id == id)
}

/// Whether a line of the list is a box ticked among the substances: told here, not among the medicines.
pub fn is_ticked(a: &Assessment, entry: usize) -> bool {
    listed::ticked(a, entry).is_some()
}

fn finding(a: &Assessment, row: &'static HabitRow) -> Option<Finding> {
    let because = because(a, row.id)?;
    // Often enough to be told as a condition, with its own sentences.
    if row.id == "blood_donation" && a.has_condition("blood_donor") {
        return None;
    }
    let backing = Backing { rule: "habit", sources: row.sources, reviewed: row.reviewed };
    let says = says(a, row).into_iter().map(Said::plain).collect();
    let found = ruled_by(&backing, format!("habit.{}", row.id), row.group, row.name, says, because)?;
    Some(Finding {
        strength: Some(row.strength),
        strength_says: Some(medicines::strength(row.strength)),
        faint: row.strength == Strength::Insufficient,
        ..found
    })
}

/// The answers that name a habit; `None` when none does.
fn because(a: &Assessment, id: &str) -> Option<Vec<AnswerPath>> {
    let h = &a.habits;
    let told = |is: bool, keys: &[&str]| is.then(|| keys.iter().map(|key| (*key).to_owned()).collect());
    let ticked = |tri: Option<Tri>, key: &str| told(tri == Some(Tri::Yes), &[key]);
    match id {
        "sitting" => told(h.moving == Some(Moving::Sitting), &["moving"]),
        "hard_training" => told(h.moving == Some(Moving::HardTraining), &["moving"]),
        "irregular_sleep" => told(h.sleep_times == Some(SleepTimes::Irregular), &["sleep_times"]),
        "shifts" => told(a.sleeps_by_shifts(), &[if a.criteria.asked_by_shifts { "c4" } else { "sleep_times" }]),
        "meatless" => ticked(h.meatless, "habit.meatless"),
        "acid_reducer" => ticked(h.acid_reducer, "habit.acid_reducer"),
        "perimenopause" => ticked(h.perimenopause, "habit.perimenopause"),
        substance => {
            let at = (0..a.medicines.len()).find(|at| listed::ticked(a, *at).is_some_and(|row| row.id == id))?;
            let more = match substance {
                "caffeine" if h.caffeine.is_some() => Some("caffeine_last"),
                "alcohol" if h.alcohol.is_some() => Some("alcohol_often"),
                "blood_donation" if h.donations.is_some() => Some("donations"),
                _ => None,
            };
            Some([listed::path(a, at)].into_iter().chain(more.map(str::to_owned)).collect())
        }
    }
}

fn says(a: &Assessment, row: &HabitRow) -> Vec<Key> {
    let h = &a.habits;
    let more: &[Key] = match row.id {
        "caffeine" if h.caffeine == Some(Caffeine::BeforeMidday) => return vec![row.says, lifestyle::caffeine::EARLY],
        // Unless told that it is only some evenings, the caution for every day holds.
        "alcohol" if h.alcohol == Some(Alcohol::SomeEvenings) => &[],
        "alcohol" => &[lifestyle::alcohol::OFTEN, discuss::D17],
        "acid_reducer" => &[discuss::D16],
        _ => &[],
    };
    [&[row.says, row.tries], more].concat()
}

/// What is said of a habit that no answer names: with the caution for those of whom nothing is known.
pub fn untold(id: &str) -> Option<(&'static HabitRow, Vec<Key>)> {
    let row = row(id)?;
    Some((row, says(&Assessment::default(), row)))
}

/// Whether a habit may be adding to the trouble by a way of its own. A weak sign is no cause.
pub fn points_to_cause(id: &str) -> bool {
    row(id).is_some_and(|row| row.points)
}

/// Where it stands: giving blood is about iron, most others are habits.
pub fn group(id: &str) -> Option<Group> {
    row(id).map(|row| row.group)
}
