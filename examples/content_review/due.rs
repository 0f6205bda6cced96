//! Which rows of `content/facts` are past their review, or near it.
//!
//! A row is due 12 months after `reviewed`, and near within 60 days of that. A row without a date is always listed.

use super::render;
use quiet_legs::date::Date;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use toml::Value;

const NEAR_DAYS: i32 = 60;

/// How a row stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Past its review.
    Past,
    /// Within 60 days of it.
    Near,
    /// Later.
    Later,
}

/// Rows past or near, by day due and file; one line where there is none.
pub fn listed(root: &Path, today: Date) -> Result<String, String> {
    let mut groups: BTreeMap<(Option<Date>, String), Vec<String>> = BTreeMap::new();
    for (stem, file) in render::read(&root.join("content/facts"))? {
        let rows = file.values().filter_map(Value::as_array).flatten().filter_map(Value::as_table);
        for row in rows.filter(|row| stem != "check" && stem != "sources" || row.contains_key("reviewed")) {
            let id = row.get("id").and_then(Value::as_str).unwrap_or("-").to_owned();
            let reviewed = row.get("reviewed").and_then(render::day);
            groups.entry((reviewed.map(due), format!("{stem}.toml"))).or_default().push(id);
        }
    }
    let mut out = String::new();
    for ((day, file), ids) in &groups {
        let word = match day.map(|day| (standing(day, today), day)) {
            None => "no date".to_owned(),
            Some((Standing::Past, day)) => format!("past since {day}"),
            Some((Standing::Near, day)) => format!("near, due {day}"),
            Some((Standing::Later, _)) => continue,
        };
        let _ = writeln!(out, "{word}: {file}, {} rows: {}", ids.len(), ids.join(", "));
    }
    if out.is_empty() {
        let next = groups.keys().filter_map(|(day, _)| *day).min().map(|day| day.to_string()).unwrap_or_default();
        let _ =
            writeln!(out, "Nothing is due by {today} or in the {NEAR_DAYS} days after it; the first is due {next}.");
    }
    Ok(out)
}

/// Twelve months later; the last of February for a leap day.
pub fn due(reviewed: Date) -> Date {
    let next = Date::new(reviewed.year().saturating_add(1), reviewed.month(), reviewed.day());
    next.or_else(|| Date::new(reviewed.year().saturating_add(1), reviewed.month(), 28)).unwrap_or(reviewed)
}

/// How a row that is due on a day stands today.
pub fn standing(due: Date, today: Date) -> Standing {
    match due.day_number() - today.day_number() {
        ..0 => Standing::Past,
        0..=NEAR_DAYS => Standing::Near,
        _ => Standing::Later,
    }
}
