//! The reasons for a test: numbers that were typed, what was told, and a few answers of other pages.
//!
//! Decides nothing about the first look. Numbers and conditions are reasons beside every verdict; medicines,
//! look-alikes and the others only where restless legs is still open. Facts: evidence 5.1, 6.6, 7.

use super::Why;
use crate::clinical::assessment::{Impact, Tri};
use crate::clinical::report::{AnswerPath, IronReading, Verdict};
use crate::clinical::urgency::condition_path;
use crate::clinical::weighing::Weighed;
use crate::clinical::{listed, look_alikes, wording};
use crate::content::names::generic;
use crate::content::text::labs::reasons as why;
use crate::content::{CONDITIONS, Condition, IronClass, IronModifier, LabTest, LookAlike, Medicine, Said, words};

/// Conditions in which a doctor of another kind reads the iron numbers.
const SPECIALIST: [&str; 4] = ["haemochromatosis", "thalassaemia", "transfusion", "liver"];

/// Whether a doctor who looks after blood, iron or liver reads the iron numbers.
pub fn is_for_a_specialist(w: &Weighed) -> bool {
    SPECIALIST.iter().any(|id| w.a.has_condition(id))
}

fn has(iron: &IronReading, modifier: IronModifier) -> bool {
    iron.modifiers.contains(&modifier)
}

/// Classes in which guidelines talk about treating iron.
pub fn is_low_class(class: IronClass) -> bool {
    use IronClass::{AdultDeficient, AdultRlsLow, AdultTsatLow, ChildLow, PregDeficient, PregRlsLow};
    matches!(class, AdultDeficient | AdultRlsLow | AdultTsatLow | ChildLow | PregDeficient | PregRlsLow)
}

/// Low by any standard, as told or as typed.
pub fn is_low(w: &Weighed) -> bool {
    let typed = w.iron.as_ref().is_some_and(|iron| is_low_class(iron.class) || has(iron, IronModifier::HbLow));
    typed || w.a.has_condition("iron_deficiency")
}

/// Whether the test must not be asked for now: its number is here and still good, it is being typed again, or it is
/// too early for it.
pub fn is_answered(w: &Weighed, id: &str) -> bool {
    let of_iron = matches!(id, "ferritin" | "tsat" | "serum_iron" | "tibc" | "transferrin");
    if of_iron && w.a.has_condition("transfusion") {
        return true;
    }
    let Some(iron) = &w.iron else { return false };
    if of_iron && iron.class == IronClass::RecentIvIronWait {
        return true;
    }
    let refused = iron.class == IronClass::InputError;
    let here = match id {
        "ferritin" => iron.ferritin.is_some() || (refused && w.a.labs.ferritin.is_some()),
        "tsat" => iron.tsat.is_some() || (refused && w.a.labs.tsat.is_some()),
        "haemoglobin" => iron.haemoglobin.is_some() || (refused && w.a.labs.haemoglobin.is_some()),
        "crp" => iron.crp.is_some() || (refused && w.a.labs.crp.is_some()),
        _ => false,
    };
    here && !is_to_repeat(iron, id)
}

/// A number that is here and is better measured again.
fn is_to_repeat(iron: &IronReading, id: &str) -> bool {
    let after_iron = has(iron, IronModifier::OnIronLt24h) && matches!(id, "ferritin" | "tsat");
    let when_well = iron.class == IronClass::FerritinUnreliable && id == "ferritin";
    let high = iron.class == IronClass::TsatHighNoIron && id == "tsat";
    has(iron, IronModifier::OldResult) || after_iron || when_well || high
}

/// What the typed numbers ask for, beside every verdict.
pub fn of_numbers(w: &Weighed, id: &str, why: &mut Why) {
    let Some(iron) = &w.iron else { return };
    let labs = &w.a.labs;
    let (no_ferritin, no_tsat) = (iron.ferritin.is_none(), iron.tsat.is_none());
    let over = |line: f64| iron.ferritin.is_some_and(|f| f > line);
    let dialysis = w.a.has_condition("dialysis");
    let one = |key: &str| [key.to_owned()];
    match id {
        "ferritin" if iron.class == IronClass::FerritinMissing => why.add(why::FERRITIN_MISSING, iron.because.clone()),
        "tsat" if no_tsat && !no_ferritin => why.add(why::TSAT_MISSING, one("ferritin")),
        "serum_iron" if no_tsat && labs.serum_iron.is_none() && (labs.tibc.is_some() || labs.transferrin.is_some()) => {
            why.add(why::IRON_MISSING, one(if labs.tibc.is_some() { "tibc" } else { "transferrin" }));
        }
        "tibc" if no_tsat && labs.serum_iron.is_some() && labs.tibc.is_none() && labs.transferrin.is_none() => {
            why.add(why::TIBC_MISSING, one("iron"));
        }
        "crp" if iron.class == IronClass::AdultTsatLow => why.add(why::INFLAMMATION, one("tsat")),
        "alt_ggt" if over(300.0) && !dialysis => why.add(why::HIGH_FERRITIN, one("ferritin")),
        "ttg_iga" if is_unexplained(w, iron) => why.add(why::UNEXPLAINED, one("ferritin")),
        "fit" if has(iron, IronModifier::CauseSearch) => why.add(why::BLOOD_LOSS, ["ferritin".into(), "age".into()]),
        _ => {}
    }
    repeats(iron, id, why);
}

/// Reasons to measure a number again that is here.
fn repeats(iron: &IronReading, id: &str, why: &mut Why) {
    let here = match id {
        "ferritin" => iron.ferritin.is_some(),
        "tsat" => iron.tsat.is_some(),
        "haemoglobin" => iron.haemoglobin.is_some(),
        _ => false,
    };
    if !here {
        return;
    }
    if has(iron, IronModifier::OldResult) {
        why.add(why::OLD, iron.because.iter().filter(|path| path.ends_with("taken")).cloned());
    }
    if has(iron, IronModifier::OnIronLt24h) && id != "haemoglobin" {
        why.add(why::TABLET, ["iron_before".to_owned()]);
    }
    if iron.class == IronClass::FerritinUnreliable && id == "ferritin" {
        why.add(why::WELL_AGAIN, ["crp".to_owned()]);
    }
    if iron.class == IronClass::TsatHighNoIron && id == "tsat" {
        why.add(why::HIGH_TSAT, ["tsat".to_owned()]);
    }
}

/// Low iron by ordinary standards, and nothing told that could be the reason.
fn is_unexplained(w: &Weighed, iron: &IronReading) -> bool {
    let reasons =
        ["heavy_periods", "gi_bleed", "blood_donor", "bariatric", "coeliac", "ibd", "dialysis", "breastfeeding"];
    let explained = reasons.iter().any(|id| w.a.has_condition(id)) || w.a.donated_last_12_months == Some(Tri::Yes);
    iron.class == IronClass::AdultDeficient && !explained
}

/// What was told and is a reason: names, and the answers behind them.
#[derive(Default)]
struct Told {
    names: Vec<String>,
    because: Vec<AnswerPath>,
}

impl Told {
    fn add(&mut self, name: &str, because: impl IntoIterator<Item = AnswerPath>) {
        if !self.names.iter().any(|other| other == name) {
            self.names.push(name.to_owned());
        }
        self.because.extend(because);
    }
}

/// What was told, looked up once for all tests, each in the order of its table or list.
pub struct Listed {
    conditions: Vec<&'static Condition>,
    look_alikes: Vec<&'static LookAlike>,
    medicines: Vec<Vec<&'static Medicine>>,
}

/// See [`Listed`].
pub fn listed(w: &Weighed) -> Listed {
    Listed {
        conditions: CONDITIONS.iter().filter(|row| w.a.has_condition(row.id)).collect(),
        look_alikes: look_alikes::counted(w.a).map(|(row, _)| row).collect(),
        medicines: w.a.medicines.iter().map(|entry| listed::rows(w.a, entry)).collect(),
    }
}

/// Conditions beside every verdict; medicines, substances and look-alikes where restless legs is still open.
pub fn told(w: &Weighed, row: &LabTest, listed: &Listed, why: &mut Why) {
    let mut told = Told::default();
    for condition in listed.conditions.iter().filter(|c| row.conditions.contains(&c.id)) {
        told.add(words(condition.name), [condition_path(condition.id)]);
    }
    if is_open(w) {
        for look in listed.look_alikes.iter().filter(|look| row.look_alikes.contains(&look.id)) {
            told.add(words(look.name), look_alikes::because(look));
        }
        for (at, rows) in listed.medicines.iter().enumerate() {
            for medicine in rows.iter().filter(|m| row.medicines.contains(&m.id)) {
                told.add(generic(medicine), [listed::path(w.a, at)]);
            }
        }
    }
    if !told.names.is_empty() {
        why.say(Said { key: why::TOLD, with: vec![("names", wording::listed(&told.names))] }, told.because);
    }
    readers(w, row, why);
}

/// Who else reads the iron numbers, beside a reason for them.
fn readers(w: &Weighed, row: &LabTest, why: &mut Why) {
    let of_iron = matches!(row.id, "ferritin" | "tsat" | "haemoglobin");
    if !of_iron || why.says.is_empty() {
        return;
    }
    if w.a.has_condition("dialysis") {
        why.add(why::KIDNEY_TEAM, ["kidneys".to_owned()]);
    } else if is_for_a_specialist(w) {
        let ids = SPECIALIST.iter().filter(|id| w.a.has_condition(id));
        why.add(why::SPECIALIST, ids.map(|id| condition_path(id)));
    }
}

/// Answers of other pages.
pub fn others(w: &Weighed, id: &str, why: &mut Why) {
    let a = w.a;
    let tired = a.impact.energy >= Some(Impact::QuiteALot);
    let unwell = a.has_sign("SOON_UNWELL") && is_open(w);
    let over_50 = w.iron.as_ref().is_some_and(|iron| iron.ferritin.is_some_and(|f| f > 50.0));
    let one = |key: &str| [key.to_owned()];
    match id {
        "b12" if w.verdict.matches() && a.person.age().is_some_and(|age| age > 60) => why.add(why::OVER_60, one("age")),
        "tsh" if w.verdict.matches() && tired => why.add(why::TIRED, one("impact_energy")),
        "pregnancy_test" if is_open(w) && a.also_unsure.contains(&"pregnant") => {
            why.add(why::MAYBE_PREGNANT, one("pregnant"));
        }
        _ => {}
    }
    if unwell && (id == "tsh" || (id == "crp" && over_50)) {
        why.add(why::UNWELL, one("sign.SOON_UNWELL"));
    }
}

/// Restless legs is not ruled out by the answers.
fn is_open(w: &Weighed) -> bool {
    !matches!(w.verdict, Verdict::Unlikely | Verdict::CannotScreen)
}
