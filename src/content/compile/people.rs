//! Rows about people rather than findings of a laboratory: habits, what people try, messages for special groups.
//!
//! Decides that each has its words, its firmness and its backing, and that they come with the idle-loaded words.
//! Who is told is decided in `clinical`.

use super::emit::place;
use super::facts::Desk;
use super::read::{Docs, Row, codes, rows};
use super::vocabulary::{Group, Strength};

impl Desk<'_> {
    pub(super) fn people(&mut self, docs: &Docs) {
        self.habits(docs);
        self.care(docs);
        self.concerns(docs);
    }

    fn habits(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "lifestyle", "habit", self.faults) {
            row.only(&["id", "strength", "group", "points", "sources", "reviewed", "basis"], self.faults);
            let (name, says) = self.name_and_says("lifestyle", &row);
            let tries = self.need(format!("lifestyle.{}.try", row.id), &row);
            let (strength, group) = (self.strength(&row), self.group(&row));
            let points = u8::from(row.flag("points")).to_string();
            let [sources, reviewed] = self.backing_cells(&row);
            let [name, says, tries] = [&name, &says, &tries].map(|key| place(key));
            made.push(vec![row.id.clone(), name, says, tries, strength, group, points, sources, reviewed]);
        }
        self.late_table("HABITS", "HabitRow", "Habits and facts of the body that are asked about.", &made);
    }

    fn care(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "lifestyle", "care", self.faults) {
            row.only(&["id", "strength", "sources", "reviewed", "basis"], self.faults);
            let (name, says) = self.name_and_says("lifestyle", &row);
            let strength = self.strength(&row);
            let [sources, reviewed] = self.backing_cells(&row);
            made.push(vec![row.id.clone(), place(&name), place(&says), strength, sources, reviewed]);
        }
        self.late_table("CARE", "Care", "What people try by themselves; for pages to read.", &made);
    }

    fn concerns(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "groups", "concern", self.faults) {
            row.only(&["id", "group", "sources", "reviewed", "basis"], self.faults);
            let name = self.need(format!("groups.{}.name", row.id), &row);
            let says = self.numbered(&row);
            let group = self.group(&row);
            let [sources, reviewed] = self.backing_cells(&row);
            made.push(vec![row.id.clone(), place(&name), says, group, sources, reviewed]);
        }
        self.late_table("CONCERNS", "Concern", "Messages for special groups.", &made);
    }

    /// `s1`, `s2` … until one is missing; the first must be there.
    fn numbered(&mut self, row: &Row<'_>) -> String {
        let path = |n: usize| format!("groups.{}.s{n}", row.id);
        let first = self.need(path(1), row);
        let rest: Vec<String> = (2..).map_while(|n| self.texts.find(&path(n))).collect();
        let places: Vec<String> = [vec![first], rest].concat().iter().map(|key| place(key)).collect();
        places.join(" ")
    }

    fn name_and_says(&mut self, file: &str, row: &Row<'_>) -> (String, String) {
        let name = self.need(format!("{file}.{}.name", row.id), row);
        (name, self.need(format!("{file}.{}.says", row.id), row))
    }

    fn strength(&mut self, row: &Row<'_>) -> String {
        self.place_of(row, "strength", &codes(Strength::ALL, Strength::code))
    }

    fn group(&mut self, row: &Row<'_>) -> String {
        self.place_of(row, "group", &codes(Group::ALL, Group::code))
    }
}
