//! Rows about people rather than findings of a laboratory: habits, what people try, messages for special groups.
//!
//! Decides that each has its words, its firmness and its backing. Who is told is decided in `clinical`.

use super::emit::{literal, variant};
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
            let backing = self.backing(&row);
            made.push(format!(
                "HabitRow {{ id: {}, name: {name}, says: {says}, tries: {tries}, strength: Strength::{strength}, group: Group::{group}, points: {}, {backing} }},\n",
                literal(&row.id),
                row.flag("points"),
            ));
        }
        self.table("HABITS", "HabitRow", "Habits and facts of the body that are asked about.", &made);
    }

    fn care(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "lifestyle", "care", self.faults) {
            row.only(&["id", "strength", "sources", "reviewed", "basis"], self.faults);
            let (name, says) = self.name_and_says("lifestyle", &row);
            let strength = self.strength(&row);
            let backing = self.backing(&row);
            made.push(format!(
                "Care {{ id: {}, name: {name}, says: {says}, strength: Strength::{strength}, {backing} }},\n",
                literal(&row.id)
            ));
        }
        self.table("CARE", "Care", "What people try by themselves; for pages to read.", &made);
    }

    fn concerns(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "groups", "concern", self.faults) {
            row.only(&["id", "group", "sources", "reviewed", "basis"], self.faults);
            let name = self.need(format!("groups.{}.name", row.id), &row);
            let says = self.numbered(&row);
            let group = self.group(&row);
            let backing = self.backing(&row);
            made.push(format!(
                "Concern {{ id: {}, name: {name}, says: &[{says}], group: Group::{group}, {backing} }},\n",
                literal(&row.id)
            ));
        }
        self.table("CONCERNS", "Concern", "Messages for special groups.", &made);
    }

    /// `s1`, `s2` … until one is missing; the first must be there.
    fn numbered(&mut self, row: &Row<'_>) -> String {
        let path = |n: usize| format!("groups.{}.s{n}", row.id);
        let first = self.need(path(1), row);
        let rest: Vec<String> = (2..).map_while(|n| self.texts.find(&path(n))).collect();
        [vec![first], rest].concat().join(", ")
    }

    fn name_and_says(&mut self, file: &str, row: &Row<'_>) -> (String, String) {
        let name = self.need(format!("{file}.{}.name", row.id), row);
        (name, self.need(format!("{file}.{}.says", row.id), row))
    }

    fn strength(&mut self, row: &Row<'_>) -> String {
        variant(row.one_of("strength", &codes(Strength::ALL, Strength::code), self.faults))
    }

    fn group(&mut self, row: &Row<'_>) -> String {
        variant(row.one_of("group", &codes(Group::ALL, Group::code), self.faults))
    }
}
