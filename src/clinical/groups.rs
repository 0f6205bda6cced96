//! Messages for people whom the general text does not fit: children, pregnancy, older age, dialysis and others.
//!
//! Decides whom each row of `facts/groups.toml` concerns, by the answers that name them; an unknown age or an
//! open question concerns nobody. Brings no urgency: that stays with the rules of 3.5. Facts: evidence 10.1 to 10.7.

use super::assessment::{Moving, Tri};
use super::criteria::{self, Cap};
use super::findings::{Backing, ruled_by};
use super::listed;
use super::report::{AnswerPath, Finding, Verdict};
use super::urgency::condition_path;
use super::weighing::Weighed;
use crate::content::{CONCERNS, Concern, Said};

/// "Many medicines" from this number on.
const MANY: usize = 5;
/// Completed years from which the Beers criteria count somebody as older.
const OLDER: u32 = 65;

/// Each message for whom it concerns, in the order of the table.
pub fn findings(w: &Weighed) -> Vec<Finding> {
    CONCERNS.iter().filter_map(|row| finding(w, row)).collect()
}

fn finding(w: &Weighed, row: &'static Concern) -> Option<Finding> {
    let because = because(w, row.id);
    if because.is_empty() {
        return None;
    }
    let backing = Backing { rule: "group", sources: row.sources, reviewed: row.reviewed };
    let says = row.says.iter().copied().map(Said::plain).collect();
    ruled_by(&backing, format!("group.{}", row.id), row.group, row.name, says, because)
}

/// The answers that make it concern this person; empty when it does not.
fn because(w: &Weighed, id: &str) -> Vec<AnswerPath> {
    let person = &w.a.person;
    let paths = |concerned: bool, keys: &[&str]| match concerned {
        true => keys.iter().map(|key| (*key).to_owned()).collect(),
        false => Vec::new(),
    };
    let condition = |id: &str| match w.a.has_condition(id) {
        true => vec![condition_path(id)],
        false => Vec::new(),
    };
    match id {
        "child" => paths(person.is_under(18), &["age"]),
        "child_watch" => paths(is_without_words(w), &["age", "describes", "child_words"]),
        "teenager" => paths(!person.answered_for && matches!(person.age(), Some(13..16)), &["age"]),
        "pregnancy" => paths(w.a.is_pregnant(), &["pregnant"]),
        "breastfeeding" => condition("breastfeeding"),
        "older" => paths(person.age().is_some_and(|age| age >= OLDER), &["age"]),
        "proxy" => paths(w.verdict == Verdict::CannotScreen && !person.is_under(13), &["age", "describes"]),
        "dialysis" => condition("dialysis"),
        "stomach_surgery" => condition("bariatric"),
        "yearly_ferritin" => uses_up_iron(w),
        "heart_failure" => condition("heart_failure"),
        "many_medicines" => many_medicines(w),
        _ => Vec::new(),
    }
}

/// A child of 2 to 12 whose own words are missing, for whatever reason.
fn is_without_words(w: &Weighed) -> bool {
    let person = &w.a.person;
    let capped = matches!(criteria::cap(person), Some(Cap::Under6 | Cap::CannotDescribe));
    matches!(person.age(), Some(2..13)) && (capped || person.can_describe_own_feelings == Some(Tri::No))
}

fn uses_up_iron(w: &Weighed) -> Vec<AnswerPath> {
    let h = &w.a.habits;
    let conditions = ["bariatric", "heavy_periods"].into_iter().filter(|id| w.a.has_condition(id)).map(condition_path);
    let others = [
        (w.a.has_condition("blood_donor"), "donations"),
        (h.meatless == Some(Tri::Yes), "habit.meatless"),
        (h.moving == Some(Moving::HardTraining), "moving"),
    ];
    let others = others.into_iter().filter(|(is, _)| *is).map(|(_, key)| key.to_owned());
    conditions.chain(others).collect()
}

fn many_medicines(w: &Weighed) -> Vec<AnswerPath> {
    let all: Vec<AnswerPath> = listed::medicines(w.a).map(|(at, _)| listed::path(w.a, at)).collect();
    if all.len() < MANY { Vec::new() } else { all }
}
