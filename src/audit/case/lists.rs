//! The lists of a case: signs, conditions, medicines, what was stopped. Each item once, in the order of its table.

use super::super::codes::TIMING;
use super::super::countries;
use super::super::reader::{At, Refused, shown};
use crate::clinical::assessment::{Assessment, Tri};
use crate::clinical::medicines::MedicineEntry;
use crate::content::{CONDITIONS, Country, SIGNS};

/// Keys of one medicine.
pub const MEDICINE: &[&str] = &["typed", "country", "timing"];

/// More lines than any list of a person has.
const MOST: usize = 1000;

/// Red flags.
pub fn signs(at: At<'_, '_>) -> Result<Vec<&'static str>, Refused> {
    ids(at, "red flag", || SIGNS.iter().map(|row| row.id))
}

/// Conditions and life stages.
pub fn conditions(at: At<'_, '_>) -> Result<Vec<&'static str>, Refused> {
    ids(at, "condition", || CONDITIONS.iter().map(|row| row.id))
}

fn ids<I: Iterator<Item = &'static str>>(
    at: At<'_, '_>,
    what: &str,
    table: impl Fn() -> I,
) -> Result<Vec<&'static str>, Refused> {
    let given = at.list(MOST, |item| item.id(what, table()))?;
    Ok(table().filter(|id| given.contains(&Some(id))).collect())
}

/// Names as typed.
pub fn names(at: At<'_, '_>) -> Result<Vec<String>, Refused> {
    Ok(at.list(MOST, |item| item.name().map(str::to_owned))?.into_iter().flatten().collect())
}

/// The list of medicines. Nothing is confirmed: only what a name says for certain counts.
pub fn medicines(at: At<'_, '_>) -> Result<Vec<MedicineEntry>, Refused> {
    let all = at.list(MOST, |item| {
        let place = item.path;
        let o = item.object(MEDICINE)?;
        let typed = o.read("typed", |at| at.name().map(str::to_owned))?;
        let typed = typed.ok_or_else(|| Refused { path: format!("{place}.typed"), reason: "is missing".into() })?;
        let country = o.read("country", country)?.flatten();
        Ok(MedicineEntry { typed, chosen: Vec::new(), country, timing: o.read("timing", |at| at.code(TIMING))? })
    })?;
    // A null would shift the places by which findings name their medicine.
    match all.iter().position(Option::is_none) {
        Some(place) => {
            Err(Refused { path: format!("medicines[{place}]"), reason: "must be an object, not null".into() })
        }
        None => Ok(all.into_iter().flatten().collect()),
    }
}

/// An ISO code; one that has no rows of ours is "another country".
pub fn country(at: At<'_, '_>) -> Result<Option<Country>, Refused> {
    let code = at.text()?;
    countries::read(code).ok_or_else(|| at.refuse(format!("{} is no ISO 3166 country code", shown(code))))
}

/// A pregnancy is a condition too, and a donation one of the substances, as on the pages of the check.
pub fn as_the_screens_tell_it(a: &mut Assessment) {
    if a.person.pregnancy.is_yes() && !a.has_condition("pregnancy") {
        a.conditions =
            CONDITIONS.iter().map(|row| row.id).filter(|id| *id == "pregnancy" || a.has_condition(id)).collect();
    }
    if a.donated_last_12_months == Some(Tri::Yes) {
        a.medicines.push(MedicineEntry { chosen: vec!["blood_donation"], ..MedicineEntry::default() });
    }
}
