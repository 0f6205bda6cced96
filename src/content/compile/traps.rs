//! `traps.toml`: names with several meanings, names that look alike, words for a whole class.
//!
//! Every medicine, section and country named there must exist, and a name may open only one trap or class.

use super::emit::place;
use super::facts::Desk;
use super::read::{Docs, Row, did_you_mean, rows};
use super::vocabulary::Country;
use std::collections::BTreeSet;
use toml::{Table, Value};

/// What a trap may name, and what was typed so far.
struct Known {
    medicines: Vec<String>,
    sections: BTreeSet<String>,
    typed: BTreeSet<String>,
}

impl Desk<'_> {
    pub(super) fn traps(&mut self, docs: &Docs) {
        let list = rows(docs, "medicines", "medicine", &mut Vec::new());
        let mut known = Known {
            medicines: list.iter().map(|r| r.id.clone()).collect(),
            sections: list.iter().filter_map(|r| r.text("section")).map(str::to_owned).collect(),
            typed: BTreeSet::new(),
        };
        self.trap_rows(docs, &mut known);
        self.night(docs, &known);
        self.look_alike_names(docs);
        self.class_words(docs, &mut known);
    }

    fn trap_rows(&mut self, docs: &Docs, known: &mut Known) {
        let mut made = Vec::new();
        for row in rows(docs, "traps", "trap", self.faults) {
            row.only(&["id", "typed", "ask", "means", "sources", "reviewed", "basis"], self.faults);
            self.backing_cells(&row);
            let typed = self.typed(&row, known);
            let ask = row.required("ask", self.faults);
            let ask = self.need(format!("places.asks.{ask}"), &row);
            let means: Vec<String> = row.tables("means").into_iter().map(|m| self.meaning(&row, m, known)).collect();
            made.push(vec![place(&typed), place(&ask), means.join(" ")]);
        }
        self.late_table("TRAPS", "Trap", "Names that mean several things.", &made);
    }

    fn meaning(&mut self, row: &Row<'_>, means: &Table, known: &Known) -> String {
        for key in means.keys().filter(|k| !["medicine", "countries", "maybe"].contains(&k.as_str())) {
            self.faults.push(row.fault(format!("unknown field \"{key}\" in means")));
        }
        let id = means.get("medicine").and_then(Value::as_str).unwrap_or_default();
        let medicine = self.medicine(row, id, known);
        let mut countries = 0_u32;
        for code in means.get("countries").and_then(Value::as_array).into_iter().flatten() {
            match code.as_str().and_then(Country::from_code) {
                Some(country) => countries |= 1 << country as u32,
                None => self.faults.push(row.fault(format!("unknown country {code:?}"))),
            }
        }
        let maybe = means.get("maybe").and_then(Value::as_bool).unwrap_or(false);
        format!("{medicine} {countries} {}", u8::from(maybe))
    }

    fn night(&mut self, docs: &Docs, known: &Known) {
        let mut made = Vec::new();
        for row in rows(docs, "traps", "night", self.faults) {
            row.only(&["id", "ask", "of", "adds", "sources", "reviewed", "basis"], self.faults);
            self.backing_cells(&row);
            let ask = row.required("ask", self.faults);
            let ask = self.need(format!("places.asks.{ask}"), &row);
            let (of, adds) = (self.medicine_list(&row, "of", known), self.medicine_list(&row, "adds", known));
            made.push(vec![place(&ask), of, adds]);
        }
        self.late_table("NIGHT_VERSIONS", "NightVersion", "Medicines whose PM or Night packs hold another one.", &made);
    }

    fn look_alike_names(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "traps", "look_alike", self.faults) {
            row.only(&["id", "names", "rule", "sources", "reviewed", "basis"], self.faults);
            self.backing_cells(&row);
            let names = row.list("names");
            if names.len() < 2 {
                self.faults.push(row.fault("look-alike names come in twos at least"));
            }
            let names = self.texts.line(&names.join(";"));
            // In the order of `LookAlikeRule::ALL`.
            let rule = self.place_of(&row, "rule", &["always", "near", "apart"]);
            made.push(vec![place(&names), rule]);
        }
        self.late_table("LOOK_ALIKE_NAMES", "LookAlikeNames", "Names that are taken for each other.", &made);
    }

    fn class_words(&mut self, docs: &Docs, known: &mut Known) {
        let mut made = Vec::new();
        for row in rows(docs, "traps", "class_word", self.faults) {
            row.only(&["id", "typed", "sections", "medicines", "sources", "reviewed", "basis"], self.faults);
            self.backing_cells(&row);
            let typed = self.typed(&row, known);
            let medicines = self.medicine_list(&row, "medicines", known);
            let sections = row.list("sections");
            for section in sections.iter().filter(|s| !known.sections.contains(**s)) {
                let near = did_you_mean(section, known.sections.iter().map(String::as_str));
                self.faults.push(row.fault(format!("unknown section \"{section}\"{near}")));
            }
            if medicines.is_empty() && sections.is_empty() {
                self.faults.push(row.fault("a class word needs something to pick from"));
            }
            made.push(vec![place(&typed), sections.join(" "), medicines]);
        }
        self.late_table("CLASS_WORDS", "ClassWord", "Words for a whole class.", &made);
    }

    /// The typed names as a line; each may be typed by one row only.
    fn typed(&mut self, row: &Row<'_>, known: &mut Known) -> String {
        let typed = row.list("typed");
        if typed.is_empty() {
            self.faults.push(row.fault("\"typed\" is missing"));
        }
        for name in &typed {
            let plain: String = name.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
            if !known.typed.insert(plain) {
                self.faults.push(row.fault(format!("\"{name}\" already means something else here")));
            }
        }
        self.texts.line(&typed.join(";"))
    }

    fn medicine_list(&mut self, row: &Row<'_>, key: &str, known: &Known) -> String {
        let places: Vec<String> =
            row.list(key).into_iter().map(|id| self.medicine(row, id, known).to_string()).collect();
        places.join(" ")
    }

    /// Place of a medicine in `MEDICINES`.
    fn medicine(&mut self, row: &Row<'_>, id: &str, known: &Known) -> usize {
        known.medicines.iter().position(|m| m == id).unwrap_or_else(|| {
            let near = did_you_mean(id, known.medicines.iter().map(String::as_str));
            self.faults.push(row.fault(format!("unknown medicine \"{id}\"{near}")));
            0
        })
    }
}
