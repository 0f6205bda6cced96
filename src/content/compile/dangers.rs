//! `combinations.toml` and `withdrawal.toml`: what is dangerous together, and what is felt after an end.
//!
//! Which medicines a row is about is decided in `clinical`; here each row gets its words, its urgency and its backing.

use super::emit::place;
use super::facts::Desk;
use super::read::{Docs, rows};

impl Desk<'_> {
    pub(super) fn combinations(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "combinations", "combination", self.faults) {
            row.only(&["id", "urgency", "otherwise", "typed", "sources", "reviewed", "basis"], self.faults);
            let at = format!("combinations.{}", row.id);
            row.required("urgency", self.faults);
            let [urgency, otherwise] = ["urgency", "otherwise"].map(|key| self.urgency_cell(&row, key));
            let (name, act) = (self.need(format!("{at}.name"), &row), self.need(format!("{at}.act"), &row));
            let (act_otherwise, watch) =
                (self.texts.maybe(&format!("{at}.otherwise")), self.texts.maybe(&format!("{at}.watch")));
            if otherwise.is_empty() && act_otherwise != "None" {
                self.faults.push(row.fault("has words for a weaker case, but no \"otherwise\""));
            }
            let typed = row.list("typed");
            let typed = if typed.is_empty() { String::new() } else { self.texts.line(&typed.join(";")) };
            let [sources, reviewed] = self.backing_cells(&row);
            let [name, act, act_otherwise, watch, typed] =
                [&name, &act, &act_otherwise, &watch, &typed].map(|key| place(key));
            made.push(vec![
                row.id.clone(),
                urgency,
                otherwise,
                name,
                act,
                act_otherwise,
                watch,
                typed,
                sources,
                reviewed,
            ]);
        }
        self.late_table(
            "COMBINATIONS",
            "Combination",
            "What is dangerous together, in the order of the evidence.",
            &made,
        );
    }

    pub(super) fn withdrawal(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "withdrawal", "stopped", self.faults) {
            row.only(&["id", "mark", "sources", "reviewed", "basis"], self.faults);
            let says = self.need(format!("withdrawal.{}", row.id), &row);
            let mark = match row.text("mark") {
                Some(mark) => format!("Some({})", self.need(format!("withdrawal.marks.{mark}"), &row)),
                None => "None".into(),
            };
            let [sources, reviewed] = self.backing_cells(&row);
            made.push(vec![row.id.clone(), place(&says), place(&mark), sources, reviewed]);
        }
        self.late_table(
            "WITHDRAWAL",
            "Withdrawal",
            "What can be felt after an end, in the order of the evidence.",
            &made,
        );
    }
}
