//! What each row X1 to X20 of evidence 4.5 looks for.

use super::list::{Hit, List};
use super::sets::*;
use crate::clinical::assessment::{Assessment, Pregnancy, Tri};
use crate::clinical::report::AnswerPath;
use crate::clinical::urgency::condition_path;
use crate::content::names::compact;
use crate::content::{Combination, Direction, Medicine, words};
use std::sync::OnceLock;

/// May harm an unborn child (X12).
const UNBORN: &[&str] = &[
    "topiramate",
    "valproate",
    "isotretinoin",
    "carbamazepine",
    "phenytoin",
    "phenobarbital",
    "primidone",
    "mycophenolate",
    "warfarin",
];
const NOT_FOR_CHILDREN: &[&str] = &["codeine", "tramadol"];

/// Every way the list fits a row.
pub fn hits(list: &List, row: &Combination) -> Vec<Hit> {
    match row.id {
        "X10" | "X11" | "X12" | "X13" | "X14" | "X17" | "X19" | "X20" => about_a_person(list, row.id),
        _ => on_the_list(list, row),
    }
}

/// Rows about what stands on the list alone, and X9 and X2, which may also be about an answer.
fn on_the_list(list: &List, row: &Combination) -> Vec<Hit> {
    match row.id {
        "X1" => list.pairs(
            opioid,
            &|_, b| gabapentinoid(b.row) || sedative(b.row) || is(b.row, &["alcohol", "sodium_oxybate"]),
            true,
        ),
        "X2" => against_each_other(list),
        "X3" => serotonin(list),
        "X4" => list.pairs(oral_iron, &|_, b| is(b.row, &["levothyroxine", "liothyronine"]), false),
        "X5" => list.pairs(
            oral_iron,
            &|_, b| b.row.direction == Direction::IronInteraction || is(b.row, &["levodopa", "methyldopa"]),
            false,
        ),
        "X6" => {
            list.pairs(oral_iron, &|_, b| b.row.direction == Direction::IronAbsorption || b.row.id == "caffeine", false)
        }
        "X7" => list.pairs(sedating_antihistamine, &|_, b| sedating_antihistamine(b.row), false),
        "X8" => paracetamol_twice(list, row),
        "X9" if list.a.augmentation.first() == Some(&Some(Tri::Yes)) => list.each(&dopamine_drug, false),
        "X15" => sleepy_gabapentinoid(list),
        "X16" => list.pairs(
            |m| m.id == "sodium_oxybate",
            &|_, b| b.row.id == "alcohol" || sedative(b.row) || opioid(b.row) || sedating_antihistamine(b.row),
            false,
        ),
        "X18" => {
            list.pairs(sedative, &|a, b| b.row.id == "alcohol" || (sedative(b.row) && a.row.id != b.row.id), false)
        }
        _ => Vec::new(),
    }
}

/// Rows about a medicine beside a condition, an age or pregnancy.
fn about_a_person(list: &List, id: &str) -> Vec<Hit> {
    if beside(list.a, id).is_empty() {
        return Vec::new();
    }
    match id {
        "X10" => list.each(&gabapentinoid, false),
        "X11" => list.each(&|m| m.id == "magnesium", false),
        "X12" => list.each(&|m| is(m, UNBORN), true),
        "X13" => list.each(&|m| sedating_antihistamine(m) || tricyclic(m), false),
        "X14" => too_young(list),
        "X17" => list.each(&|m| is(m, NOT_FOR_CHILDREN), true),
        "X19" => list.each(&anti_inflammatory, false),
        _ => list.each(&|m| gabapentinoid(m) || opioid(m) || sedative(m), false),
    }
}

/// The answers a row needs beside the list; empty where they are not given or do not fit.
pub fn beside(a: &Assessment, id: &str) -> Vec<AnswerPath> {
    let age =
        |fits: fn(u32) -> bool| if a.person.age().is_some_and(fits) { vec!["age".to_owned()] } else { Vec::new() };
    let conditions: &[&str] = match id {
        "X2" => &["parkinson"],
        "X10" => &["ckd", "dialysis", "kidney_transplant"],
        "X11" => &["ckd", "dialysis"],
        "X17" => &["breastfeeding"],
        "X20" => &["copd", "osa"],
        "X9" => return vec!["aug_earlier".to_owned()],
        "X12" => return if a.is_pregnant() { vec!["pregnant".to_owned()] } else { Vec::new() },
        "X19" => return if may_be_past_20_weeks(a) { vec!["pregnant".to_owned()] } else { Vec::new() },
        "X13" => return age(|years| years >= 65),
        "X14" => return age(|years| years < 12),
        _ => &[],
    };
    conditions.iter().filter(|id| a.has_condition(id)).map(|id| condition_path(id)).collect()
}

/// Trimester 2 or 3; one that is not known is not taken for the first.
fn may_be_past_20_weeks(a: &Assessment) -> bool {
    a.is_pregnant() && a.person.pregnancy != Pregnancy::Yes(Some(1))
}

/// X2. Quetiapine and clozapine are what people with Parkinson's disease are given.
fn against_each_other(list: &List) -> Vec<Hit> {
    let mut hits = list.pairs(dopamine_blocker, &|_, b| dopamine_drug(b.row), false);
    if !beside(list.a, "X2").is_empty() {
        hits.extend(list.each(&|m| dopamine_blocker(m) && !is(m, &["quetiapine", "clozapine"]), false));
    }
    hits
}

/// X3: two different medicines; the stronger case is one of the MAOI kind.
fn serotonin(list: &List) -> Vec<Hit> {
    let partner = |maoi: bool| {
        move |a: &super::list::Part, b: &super::list::Part| {
            a.row.id != b.row.id && serotonin_maoi(a.row) == maoi && serotonin_b(b.row, maoi)
        }
    };
    let strong = list.pairs(serotonin_a, &partner(true), false);
    let weaker = list.pairs(serotonin_a, &partner(false), false);
    strong.into_iter().chain(weaker.into_iter().map(weak)).collect()
}

/// X8: the name alone may say it ("Percocet").
fn paracetamol_twice(list: &List, row: &Combination) -> Vec<Hit> {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    let names = NAMES.get_or_init(|| row.typed.map(words).unwrap_or_default().split(';').map(compact).collect());
    let entries = list.typed_or(names, paracetamol);
    if entries.len() < 2 { Vec::new() } else { vec![Hit { entries, strong: true, waits: None }] }
}

/// X14: opioids under 12, drowsy allergy medicines under 2, and up to 5 as the weaker case.
fn too_young(list: &List) -> Vec<Hit> {
    let mut hits = list.each(&|m| is(m, NOT_FOR_CHILDREN), true);
    let drowsy = list.each(&sedating_antihistamine, true);
    match list.a.person.age() {
        Some(0..=1) => hits.extend(drowsy),
        Some(2..=5) => hits.extend(drowsy.into_iter().map(weak)),
        _ => {}
    }
    hits
}

/// X15: the stronger case is a sedative or oxybate.
fn sleepy_gabapentinoid(list: &List) -> Vec<Hit> {
    let strong = |m: &Medicine| sedative(m) || m.id == "sodium_oxybate";
    let weaker = |m: &Medicine| m.id == "alcohol" || sedating_antihistamine(m);
    let hits = list.pairs(gabapentinoid, &|_, b| strong(b.row), false);
    let others = list.pairs(gabapentinoid, &|_, b| weaker(b.row), false);
    hits.into_iter().chain(others.into_iter().map(weak)).collect()
}

fn weak(hit: Hit) -> Hit {
    Hit { strong: false, ..hit }
}
