//! How long a change takes until it is judged (`courses.toml`).

use super::emit::place;
use super::facts::Desk;
use super::read::{Docs, did_you_mean, rows};

/// Codes of changes in the diary. A test holds them against `diary::timeline::What`.
const CHANGES: [&str; 8] =
    ["iron_tablets", "iron_infusion", "started", "stopped", "dose", "cpap", "pregnancy", "other"];
/// Nothing is judged later than two years on.
const LATEST: f64 = 730.0;

impl Desk<'_> {
    pub(super) fn courses(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for row in rows(docs, "courses", "course", self.faults) {
            row.only(&["id", "changes", "judged_days", "sources", "reviewed", "basis"], self.faults);
            let changes = row.list("changes");
            if changes.is_empty() {
                self.faults.push(row.fault("\"changes\" is missing"));
            }
            for change in &changes {
                if !CHANGES.contains(change) {
                    let near = did_you_mean(change, CHANGES.into_iter());
                    self.faults.push(row.fault(format!("unknown change \"{change}\"{near}")));
                } else if seen.contains(change) {
                    self.faults.push(row.fault(format!("\"{change}\" has a course already")));
                }
            }
            seen.extend(&changes);
            let days = row.number("judged_days");
            if days.is_some_and(|days| days.fract() != 0.0 || !(1.0..=LATEST).contains(&days)) {
                self.faults.push(row.fault("\"judged_days\" must be whole days, 1 to 730"));
            }
            let says = self.need(format!("courses.{}", row.id), &row);
            let days = days.map(|days| days.to_string()).unwrap_or_default();
            let [sources, reviewed] = self.backing_cells(&row);
            made.push(vec![row.id.clone(), changes.join(" "), days, place(&says), sources, reviewed]);
        }
        self.late_table("COURSES", "Course", "How long a change takes until it is judged.", &made);
    }
}
