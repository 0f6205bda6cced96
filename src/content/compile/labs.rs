//! The laboratory tests of `labs.toml`, checked and written as a `const` table.
//!
//! Decides that every condition, look-alike and medicine that gives a reason for a test exists, and that a code looks
//! like one. Which tests a person could ask about is decided by the clinical room.

use super::emit::place;
use super::facts::Desk;
use super::read::{Docs, Row, codes, did_you_mean, rows};
use super::vocabulary::LabCore;

const FIELDS: [&str; 12] = [
    "id",
    "core",
    "loinc",
    "loinc_molar",
    "units",
    "units_molar",
    "conditions",
    "look_alikes",
    "medicines",
    "sources",
    "reviewed",
    "basis",
];

/// What may give a reason: the field of the row, and the file and table that must hold the id.
const REASONS: [(&str, &str, &str); 3] = [
    ("conditions", "conditions", "condition"),
    ("look_alikes", "look_alikes", "look_alike"),
    ("medicines", "medicines", "medicine"),
];

impl Desk<'_> {
    pub(super) fn labs(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "labs", "lab", self.faults) {
            row.only(&FIELDS, self.faults);
            let core = match row.has("core") {
                true => self.place_of(&row, "core", &codes(LabCore::ALL, LabCore::code)),
                false => String::new(),
            };
            self.loinc(&row);
            let at = format!("labs.{}", row.id);
            let (name, shows) = (self.need(format!("{at}.name"), &row), self.need(format!("{at}.shows"), &row));
            let (who, range) = (self.need(format!("{at}.who"), &row), self.need(format!("{at}.range"), &row));
            let loinc = self.both(&row, "loinc");
            let units = self.both(&row, "units");
            let [conditions, look_alikes, medicines] = REASONS.map(|reason| self.known(&row, docs, reason));
            let [sources, reviewed] = self.backing_cells(&row);
            let keys = [&name, &shows, &who, &range, &loinc, &units].map(|key| place(key));
            let mut line = vec![row.id.clone(), core];
            line.extend(keys);
            line.extend([conditions, look_alikes, medicines, sources, reviewed]);
            made.push(line);
        }
        self.late_table("LABS", "LabTest", "Laboratory tests to ask about, the first looks first.", &made);
    }

    /// `mass;molar`, each a list of its own: `2276-4;14723-1`.
    fn both(&mut self, row: &Row<'_>, key: &str) -> String {
        let molar = row.list(&format!("{key}_molar")).join(",");
        self.texts.line(&format!("{};{molar}", row.list(key).join(",")))
    }

    /// Digits, a dash and one check digit.
    fn loinc(&mut self, row: &Row<'_>) {
        for code in row.list("loinc").into_iter().chain(row.list("loinc_molar")) {
            let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            if !code.split_once('-').is_some_and(|(number, check)| digits(number) && digits(check) && check.len() == 1)
            {
                self.faults.push(row.fault(format!("\"{code}\" is no LOINC code")));
            }
        }
    }

    fn known(&mut self, row: &Row<'_>, docs: &Docs, (key, stem, table): (&str, &str, &str)) -> String {
        let list = rows(docs, stem, table, &mut Vec::new());
        let ids = row.list(key);
        for id in ids.iter().filter(|id| !list.iter().any(|known| known.id == **id)) {
            let near = did_you_mean(id, list.iter().map(|known| known.id.as_str()));
            self.faults.push(row.fault(format!("\"{key}\" names \"{id}\", which is no row of {stem}.toml{near}")));
        }
        ids.join(" ")
    }
}
