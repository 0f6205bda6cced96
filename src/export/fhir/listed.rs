//! The person's list of medicines as FHIR R4 `MedicationStatement`s: one an ingredient we know, by its ATC code, and one
//! for each name we cannot place. Never a dose: none is asked.

use super::super::Told;
use super::super::json::{Json, list, object};
use super::{Origin, coded, typed};
use crate::clinical::answers::ListedMedicine;
use crate::clinical::medicines::{MedicineEntry, Timing};
use crate::content::names::{generic, medicine};
use crate::content::text::findings::timing;
use crate::content::{Country, Medicine, words};

const ATC: &str = "http://www.whocc.no/atc";

/// One statement an ingredient, in the order of the list.
pub fn all(told: &Told<'_>, origin: &Origin) -> Vec<Json> {
    let country = told.answers.get("country").and_then(Country::from_code);
    told.answers.medicines.iter().flat_map(|listed| of(listed, country, origin)).collect()
}

fn of(listed: &ListedMedicine, country: Option<Country>, origin: &Origin) -> Vec<Json> {
    let chosen = listed.ids.iter().filter_map(|id| medicine(id)).map(|row| row.id).collect();
    let entry = MedicineEntry { typed: listed.typed.clone(), chosen, ..MedicineEntry::default() };
    let rows = entry.medicines(country);
    if rows.is_empty() {
        let nothing = typed(&listed.typed).is_empty();
        return if nothing { Vec::new() } else { vec![statement(listed, None, origin)] };
    }
    rows.into_iter().map(|row| statement(listed, Some(row), origin)).collect()
}

fn statement(listed: &ListedMedicine, row: Option<&'static Medicine>, origin: &Origin) -> Json {
    let coding = row.filter(|row| !row.atc.is_empty()).map(|row| coded(ATC, row.atc, generic(row)));
    let name = row.map_or("", generic);
    let text = if listed.typed.trim().is_empty() { name } else { &listed.typed };
    let said = match Timing::from_code(&listed.timing) {
        Some(Timing::WorseWithin6Weeks) => words(timing::WORSE_WITHIN_6_WEEKS),
        Some(Timing::StartedBeforeMedicine) => words(timing::STARTED_BEFORE_MEDICINE),
        Some(Timing::Unsure) | None => "",
    };
    object([
        ("resourceType", Json::text("MedicationStatement")),
        ("status", Json::text("active")),
        ("medicationCodeableConcept", object([("coding", list(coding)), ("text", typed(text))])),
        ("subject", origin.subject.clone()),
        ("dateAsserted", Json::text(&*origin.today)),
        ("derivedFrom", origin.derived.clone()),
        ("note", origin.note(said)),
    ])
}
