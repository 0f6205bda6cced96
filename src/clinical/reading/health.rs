//! The part of the reading that is about the body and its papers: conditions, medicines, blood tests.
//!
//! Substances and giving blood are rows of the medicine table; pregnancy and the kidneys, asked on pages of
//! their own, are rows of the condition table, and so is giving blood often. Values of blood tests stay as typed: [`super::super::iron`] judges them.

use super::{habits, tri};
use crate::clinical::answers::{Answers, ListedMedicine};
use crate::clinical::assessment::{Lab, Labs, Tri};
use crate::clinical::habits::OFTEN;
use crate::clinical::medicines::{MedicineEntry, TAKES_NONE, Timing};
use crate::clinical::stopped;
use crate::content::{CONDITIONS, Country, Direction, MEDICINES, Medicine};
use crate::date::Date;

/// Conditions of the page about the kidneys.
pub const KIDNEYS: [&str; 3] = ["ckd", "dialysis", "kidney_transplant"];

/// Ids in the order of the table.
pub fn conditions(answers: &Answers) -> Vec<&'static str> {
    let pregnant = matches!(answers.get("pregnant"), Some("yes" | "1" | "2" | "3"));
    let is_on = |id: &str| {
        answers.is(&format!("condition.{id}"), "yes")
            || (KIDNEYS.contains(&id) && answers.is("kidneys", id))
            || (id == "pregnancy" && pregnant)
            || (id == "blood_donor" && habits::donations(answers) >= Some(OFTEN))
    };
    CONDITIONS.iter().map(|row| row.id).filter(|id| is_on(id)).collect()
}

/// The person's list, then the substances that are ticked.
pub fn medicines(answers: &Answers) -> Vec<MedicineEntry> {
    let listed = answers.medicines.iter().map(listed);
    let substances = MEDICINES.iter().filter(|row| answers.is(&format!("substance.{}", row.id), "yes"));
    listed.chain(substances.map(|row| MedicineEntry { chosen: vec![row.id], ..MedicineEntry::default() })).collect()
}

fn listed(line: &ListedMedicine) -> MedicineEntry {
    let known = |id: &String| MEDICINES.iter().find(|row| row.id == id).map(|row| row.id);
    MedicineEntry {
        typed: line.typed.clone(),
        chosen: line.ids.iter().filter_map(known).collect(),
        country: None,
        timing: Timing::from_code(&line.timing),
    }
}

/// "I don't take any" is yes, "I'm not sure what I take" is not sure.
pub fn takes_none(answers: &Answers) -> Option<Tri> {
    tri(answers, TAKES_NONE)
}

/// What was stopped, as typed: one name between commas, semicolons, line ends, "and", "&" or "+".
pub fn stopped_names(answers: &Answers) -> Vec<String> {
    if !matches!(answers.get("stopped"), Some("yes" | "unsure")) {
        return Vec::new();
    }
    let typed = answers.get("stopped_what").unwrap_or_default();
    let mut names = Vec::new();
    for part in typed.split([',', ';', '\n', '&', '+']) {
        let words: Vec<&str> = part.split_whitespace().collect();
        let each = words.split(|word| word.eq_ignore_ascii_case("and")).map(|name| name.join(" "));
        names.extend(each.filter(|name| !name.is_empty()));
    }
    names
}

/// Every row on the list, and what was stopped lately (augmentation can outlast the medicine, evidence 8.3).
fn listed_or_stopped(answers: &Answers) -> Vec<&'static Medicine> {
    let country = answers.get("country").and_then(Country::from_code);
    let taken = answers.medicines.iter().flat_map(|line| listed(line).medicines(country));
    let names = stopped_names(answers);
    taken.chain(names.iter().flat_map(|name| stopped::rows(country, name))).collect()
}

/// Whether a medicine that can make symptoms begin earlier and earlier is taken or was stopped lately: on the list of the
/// check, or among names noted elsewhere, of which only those count that mean one medicine and no other.
pub fn takes_what_augments(answers: &Answers, noted: &[String]) -> bool {
    let country = answers.get("country").and_then(Country::from_code);
    let mut rows = listed_or_stopped(answers);
    rows.extend(noted.iter().flat_map(|name| stopped::rows(country, name)));
    rows.iter().any(|row| row.direction == Direction::Augmentation)
}

/// Giving blood is one box among the substances: once any of them is answered, a blank box is a no.
pub fn donated(answers: &Answers) -> Option<Tri> {
    let mut ticked = answers.ticked("substance").filter(|code| *code != "skip").peekable();
    ticked.peek()?;
    Some(if ticked.any(|code| code == "blood_donation") { Tri::Yes } else { Tri::No })
}

/// Blood tests as typed.
pub fn labs(answers: &Answers) -> Labs {
    let lab = |id: &str, unit: Option<&str>| {
        let value = answers.get(id).map(str::trim).filter(|value| !value.is_empty())?;
        Some(Lab { value: value.to_owned(), unit: unit.unwrap_or_default().to_owned() })
    };
    let with_unit = |id: &str| lab(id, answers.get(&format!("{id}_unit")));
    Labs {
        taken_on: month(answers, "taken").or_else(|| month(answers, "other_taken")),
        ferritin: with_unit("ferritin"),
        tsat: lab("tsat", Some("%")),
        serum_iron: with_unit("iron"),
        tibc: with_unit("tibc"),
        transferrin: with_unit("transferrin"),
        crp: with_unit("crp"),
        haemoglobin: with_unit("hb"),
        on_iron: tri(answers, "on_iron"),
        iron_within_24h: tri(answers, "iron_before"),
        iv_iron_last_12_weeks: tri(answers, "iv_iron"),
    }
}

/// The first of the month.
fn month(answers: &Answers, id: &str) -> Option<Date> {
    let part = |end: &str| answers.get(&format!("{id}_{end}")).map(str::trim);
    Date::new(part("year")?.parse().ok()?, part("month")?.parse().ok()?, 1)
}
