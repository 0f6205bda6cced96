//! What is known about treatments (`treatments.toml`) and what guidelines say about iron (`guidelines.toml`).
//!
//! Education only: the build refuses a dose in any of their texts. Decides nothing about a person.

use super::emit::place;
use super::facts::Desk;
use super::read::{Docs, Fault, Row, rows};

/// Amounts that only a prescriber names.
const DOSES: [&str; 8] = [" mg", " mcg", " µg", " g a day", " ml", " tablets a day", "twice a day", "times a day"];

impl Desk<'_> {
    pub(super) fn treatments(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "treatments", "treatment", self.faults) {
            row.only(&["id", "sources", "reviewed", "basis"], self.faults);
            let at = format!("treatments.{}", row.id);
            let (name, what) = (self.need(format!("{at}.name"), &row), self.need(format!("{at}.what"), &row));
            let guidelines = self.need(format!("{at}.guidelines"), &row);
            let [time, warns] = ["time", "warns"].map(|end| self.texts.maybe(&format!("{at}.{end}")));
            let [sources, reviewed] = self.backing_cells(&row);
            let [name, what, guidelines, time, warns] =
                [&name, &what, &guidelines, &time, &warns].map(|key| place(key));
            made.push(vec![row.id.clone(), name, what, guidelines, time, warns, sources, reviewed]);
        }
        self.late_table("TREATMENTS", "Treatment", "Treatments, as guidelines order them. Education only.", &made);
        self.time_notes(docs);
        self.guidelines(docs);
        self.no_dose();
    }

    fn time_notes(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "treatments", "time_note", self.faults) {
            row.only(&["id", "sources", "reviewed", "basis"], self.faults);
            let says = self.need(format!("treatments.time_notes.{}", row.id), &row);
            let [sources, reviewed] = self.backing_cells(&row);
            made.push(vec![row.id.clone(), place(&says), sources, reviewed]);
        }
        self.late_table("TIME_NOTES", "TimeNote", "How long it takes once a cause is looked after.", &made);
    }

    fn guidelines(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "guidelines", "guideline", self.faults) {
            row.only(&["id", "sources", "reviewed", "basis"], self.faults);
            let name = self.need(format!("guidelines.{}.name", row.id), &row);
            let cells = ["test", "oral", "vein", "children", "pregnancy", "dialysis"].map(|cell| self.cell(&row, cell));
            let [sources, reviewed] = self.backing_cells(&row);
            let mut line = vec![row.id.clone(), place(&name)];
            line.extend(cells.iter().map(|key| place(key)));
            line.extend([sources, reviewed]);
            made.push(line);
        }
        self.late_table("GUIDELINES", "Guideline", "What guidelines say about iron, side by side.", &made);
    }

    fn cell(&mut self, row: &Row<'_>, cell: &str) -> String {
        self.texts.maybe(&format!("guidelines.{}.{cell}", row.id))
    }

    fn no_dose(&mut self) {
        for (path, text) in self.texts.of_files(&["treatments", "guidelines", "labs", "courses"]) {
            let low = text.to_lowercase();
            let unit_of_a_test = path.starts_with("labs.") && path.ends_with(".range");
            for dose in DOSES.iter().filter(|dose| low.contains(**dose) && !unit_of_a_test) {
                let file = format!("{}.toml", path.split('.').next().unwrap_or_default());
                self.faults.push(Fault::new(
                    &file,
                    &path,
                    format!("names an amount (\"{}\"): never a dose", dose.trim()),
                ));
            }
        }
    }
}
