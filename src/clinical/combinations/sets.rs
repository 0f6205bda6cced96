//! The sets of evidence 4.5, read from the columns of the medicine table.

use super::list::class_has;
use crate::content::{Direction, Medicine, words};

pub fn is(row: &Medicine, ids: &[&str]) -> bool {
    ids.contains(&row.id)
}

pub fn opioid(row: &Medicine) -> bool {
    row.has_mechanism(19)
}

pub fn gabapentinoid(row: &Medicine) -> bool {
    row.has_mechanism(18)
}

pub fn sedative(row: &Medicine) -> bool {
    row.has_mechanism(23) || is(row, &["phenobarbital", "primidone"])
}

pub fn sedating_antihistamine(row: &Medicine) -> bool {
    let by_class = class_has(row, "sedating antihistamine") && !class_has(row, "non-sedating");
    by_class || row.id == "cinnarizine"
}

pub fn tricyclic(row: &Medicine) -> bool {
    class_has(row, "tricyclic")
}

pub fn serotonin_maoi(row: &Medicine) -> bool {
    is(row, &["phenelzine", "tranylcypromine", "isocarboxazid", "moclobemide", "linezolid"])
}

pub fn serotonin_a(row: &Medicine) -> bool {
    serotonin_maoi(row) || is(row, &["tramadol", "st_johns_wort", "five_htp", "selegiline", "rasagiline", "safinamide"])
}

/// The partner of a [`serotonin_a`]; beside one of the MAOI kind a few more count.
pub fn serotonin_b(row: &Medicine, beside_maoi: bool) -> bool {
    (row.has_mechanism(1) && row.has_danger(1))
        || row.id == "tramadol"
        || (beside_maoi && is(row, &["bupropion", "dextromethorphan", "st_johns_wort", "five_htp"]))
}

pub fn dopamine_blocker(row: &Medicine) -> bool {
    row.has_mechanism(2) && row.id != "domperidone"
}

pub fn dopamine_drug(row: &Medicine) -> bool {
    row.direction == Direction::Augmentation && row.has_mechanism(22)
}

pub fn oral_iron(row: &Medicine) -> bool {
    row.has_mechanism(27) && words(row.class).starts_with("oral iron")
}

pub fn paracetamol(row: &Medicine) -> bool {
    row.id == "paracetamol"
}

pub fn anti_inflammatory(row: &Medicine) -> bool {
    words(row.class).starts_with("NSAID")
}
