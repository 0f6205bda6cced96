//! The nights: a few sentences, the charts, and each night in a table.

use super::{Block, Charts, Given, Part};
use crate::content::text::report::{diary as own, part};
use crate::content::{fill, words};
use crate::diary::entry::{Alcohol, Caffeine, Entry, Recorded};
use crate::diary::night::Night;
use crate::diary::said::{evening, range, started};
use crate::diary::stats::Spread;
use crate::diary::summary::{Summary, Times};
use crate::export::clean;

/// How many nights the page can show.
pub const LENGTHS: [u16; 2] = [14, 28];
/// Nights from which on the table would make a third page; the charts tell the strength of each.
const TABLE: i32 = 14;

/// The part; nothing where no night of them is noted.
pub fn part(given: &Given<'_>) -> Option<Part> {
    let nights = given.window.of(given.nights);
    if nights.is_empty() {
        return None;
    }
    let with = nights.iter().filter(|one| one.entry.symptoms()).count();
    let counted = [
        ("recorded", nights.len().to_string()),
        ("days", given.window.length().to_string()),
        ("with", with.to_string()),
    ];
    let counted: Vec<(&str, &str)> = counted.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut says = vec![fill(own::NIGHTS, &counted)];
    says.extend(given.told.nights.map(middles).into_iter().flatten());
    says.extend(beside(&nights));
    let mut blocks = vec![Block::Says(says.join(" ")), Block::Charts(charts(given))];
    blocks.extend(table(given, &nights));
    let title = fill(part::DIARY, &[("range", &range(given.window.from().0, given.window.to().0))]);
    Some(Part { id: "diary", title, blocks })
}

fn charts(given: &Given<'_>) -> Charts {
    let start = given.told.nights.and_then(|nights| nights.says_start()).map(|said| said.text());
    Charts { window: given.window, nights: given.nights.to_vec(), start }
}

/// The middle values in a line, and the strength twice where there were nights without symptoms.
fn middles(nights: &Summary) -> Vec<String> {
    let spread = |key, spread: &Spread| {
        let values = [spread.middle.to_string(), spread.low.to_string(), spread.high.to_string()];
        let [middle, low, high] = values;
        fill(key, &[("middle", &middle), ("low", &low), ("high", &high)])
    };
    let start = nights.start.map(|times| match times {
        Times::Usual { middle, first, last, .. } => {
            let (middle, first, last) = (middle.to_string(), first.to_string(), last.to_string());
            fill(own::MIDDLE_START, &[("middle", &middle), ("first", &first), ("last", &last)])
        }
        Times::NoneUsual => words(own::NO_USUAL_START).to_owned(),
    });
    let strength = nights.strength.as_ref().map(|strength| spread(own::MIDDLE_STRENGTH, strength));
    let awake = nights.awake.as_ref().map(|awake| spread(own::MIDDLE_AWAKE, awake));
    let list: Vec<String> = start.into_iter().chain(strength).chain(awake).collect();
    let mut says = Vec::new();
    if !list.is_empty() {
        says.push(fill(own::ON_THOSE, &[("list", &list.join(", "))]));
    }
    if nights.with_symptoms < nights.recorded {
        says.push(fill(own::ALL_STRENGTH, &[("middle", &nights.strength_of_all.middle.to_string())]));
    }
    says
}

/// Caffeine, alcohol and what was taken, counted over the nights that say.
fn beside(nights: &[&Recorded]) -> Vec<String> {
    let count = |key, told: Vec<bool>| {
        let (yes, all) = (told.iter().filter(|is| **is).count().to_string(), told.len().to_string());
        (!told.is_empty()).then(|| fill(key, &[("nights", &yes), ("told", &all)]))
    };
    let caffeine = nights.iter().filter_map(|one| one.entry.caffeine).map(|told| told == Caffeine::Late).collect();
    let alcohol = nights.iter().filter_map(|one| one.entry.alcohol).map(|told| told != Alcohol::None).collect();
    let mut says: Vec<String> =
        [count(own::CAFFEINE, caffeine), count(own::ALCOHOL, alcohol)].into_iter().flatten().collect();
    let mut names: Vec<String> = Vec::new();
    for name in nights.iter().flat_map(|one| one.entry.taken.iter().flatten()) {
        let name = clean::line(name);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    if !names.is_empty() {
        says.push(fill(own::TAKEN, &[("names", &names.join("; "))]));
    }
    says
}

fn table(given: &Given<'_>, nights: &[&Recorded]) -> Option<Block> {
    if given.window.length() > TABLE {
        return None;
    }
    let rows = given.window.nights().map(|night| row(night, nights.iter().find(|one| one.night == night)));
    Block::table([own::NIGHT, own::STRENGTH, own::STARTED, own::AWAKE], rows.collect())
}

fn row(night: Night, noted: Option<&&Recorded>) -> Vec<String> {
    let name = evening(night);
    let Some(one) = noted else { return vec![name, words(own::NO_ENTRY).to_owned(), String::new(), String::new()] };
    let entry = &one.entry;
    let awake = entry.lost.map(|minutes| fill(own::MINUTES, &[("minutes", &minutes.to_string())]));
    vec![name, entry.intensity.value().to_string(), start(entry).unwrap_or_default(), awake.unwrap_or_default()]
}

fn start(entry: &Entry) -> Option<String> {
    let clock = entry.started_at().map(|at| at.to_string());
    clock.or_else(|| entry.start.filter(|_| entry.symptoms()).map(|moment| words(started(moment)).to_owned()))
}
