//! The iron rows of `content/facts/iron.toml`, checked and written as `const` tables.
//!
//! Decides that every message class and modifier of the vocabulary has its row, and that the bands and
//! the zones cover every ferritin once. Which class fits a person is decided by the clinical room.

use super::emit::{place, variant};
use super::facts::Desk;
use super::read::{Docs, Fault, Row, codes, rows};
use super::vocabulary::{IronClass, IronModifier, SimpleBand};

impl Desk<'_> {
    pub(super) fn iron(&mut self, docs: &Docs) {
        self.classes(docs);
        self.modifiers(docs);
        self.bands(docs);
        self.zones(docs);
    }

    fn classes(&mut self, docs: &Docs) {
        let list = rows(docs, "iron", "class", self.faults);
        self.every(&list, "class", &codes(IronClass::ALL, IronClass::code));
        let mut made = Vec::new();
        for row in &list {
            row.only(&["id", "sources", "reviewed", "basis"], self.faults);
            let at = format!("iron.classes.{}", row.id);
            let (says, rule) = (self.need(format!("{at}.says"), row), self.need(format!("{at}.rule"), row));
            let elsewhere = self.texts.maybe(&format!("{at}.elsewhere"));
            let ask = self.texts.maybe(&format!("{at}.ask"));
            let class = self.place_of(row, "id", &codes(IronClass::ALL, IronClass::code));
            let [sources, reviewed] = self.backing_cells(row);
            let [says, elsewhere, ask, rule] = [&says, &elsewhere, &ask, &rule].map(|key| place(key));
            made.push(vec![class, says, elsewhere, ask, rule, sources, reviewed]);
        }
        self.late_table("IRON_CLASSES", "IronClassRow", "Message classes.", &made);
    }

    fn modifiers(&mut self, docs: &Docs) {
        let list = rows(docs, "iron", "modifier", self.faults);
        self.every(&list, "modifier", &codes(IronModifier::ALL, IronModifier::code));
        let mut made = Vec::new();
        for row in &list {
            row.only(&["id", "sources", "reviewed", "basis"], self.faults);
            // It shows the simple table instead of saying a sentence.
            let says = if row.id == IronModifier::SeedBand.code() {
                String::new()
            } else {
                self.need(format!("iron.modifiers.{}", row.id), row)
            };
            let modifier = self.place_of(row, "id", &codes(IronModifier::ALL, IronModifier::code));
            let [sources, reviewed] = self.backing_cells(row);
            made.push(vec![modifier, place(&says), sources, reviewed]);
        }
        self.late_table("IRON_MODIFIERS", "IronModifierRow", "Modifiers.", &made);
    }

    fn bands(&mut self, docs: &Docs) {
        let list = rows(docs, "iron", "band", self.faults);
        self.every(&list, "band", &codes(SimpleBand::ALL, SimpleBand::code));
        let mut made = Vec::new();
        for row in &list {
            row.only(
                &["id", "from", "from_included", "to", "to_included", "sources", "reviewed", "basis"],
                self.faults,
            );
            self.backing(row);
            let says = self.need(format!("iron.bands.{}", row.id), row);
            let band = variant(row.id.trim_start_matches("SEED_"));
            made.push(format!("Band {{ band: SimpleBand::{band}, {}, says: {says} }},\n", edges(row)));
        }
        self.meeting_edges(&list);
        self.table("BANDS", "Band", "The simple table, ng/mL.", &made);
    }

    fn zones(&mut self, docs: &Docs) {
        let list = rows(docs, "iron", "zone", self.faults);
        let mut made = Vec::new();
        for row in &list {
            row.only(
                &["id", "from", "from_included", "to", "to_included", "width", "sources", "reviewed", "basis"],
                self.faults,
            );
            self.backing(row);
            let at = format!("iron.zones.{}", row.id);
            let (range, says) = (self.need(format!("{at}.range"), row), self.need(format!("{at}.says"), row));
            let width = row.number("width").unwrap_or_default();
            made.push(format!("Zone {{ {}, width: {width}, range: {range}, says: {says} }},\n", edges(row)));
        }
        self.meeting_edges(&list);
        let widths: f64 = list.iter().filter_map(|r| r.number("width")).sum();
        if let Some(row) = list.last().filter(|_| widths != 100.0) {
            self.faults.push(row.fault(format!("zone widths add up to {widths}, not 100")));
        }
        self.table("ZONES", "Zone", "Zones of the adult ferritin scale, ng/mL.", &made);
    }

    /// The ids are those of a closed list, and none of the list is left out.
    fn every(&mut self, list: &[Row<'_>], name: &str, codes: &[&str]) {
        for row in list {
            row.one_of("id", codes, self.faults);
        }
        for code in codes.iter().filter(|code| !list.iter().any(|row| row.id == **code)) {
            self.faults.push(Fault::new("iron.toml", code, format!("has no [[{name}]] row")));
        }
    }

    /// Every number from 0 up belongs to exactly one row.
    fn meeting_edges(&mut self, list: &[Row<'_>]) {
        let mut edge = (0.0, true);
        for row in list {
            let from = row.number("from").unwrap_or(0.0);
            let to = row.number("to").unwrap_or(f64::INFINITY);
            let next = (from, row.flag("from_included"));
            if from < edge.0 || (from == edge.0 && next.1 && !edge.1) {
                self.faults.push(row.fault(format!("overlaps the row before it, which ends at {}", edge.0)));
            } else if next != edge {
                self.faults.push(row.fault(format!("leaves a gap after {}, where the row before it ends", edge.0)));
            }
            if to < from {
                self.faults.push(row.fault(format!("ends at {to}, before it begins at {from}")));
            }
            // What the next row must begin with: the same number, included when this row leaves it out.
            edge = (to, !row.flag("to_included"));
        }
        if let Some(row) = list.last().filter(|r| r.has("to")) {
            self.faults.push(row.fault("the last row must have no upper edge"));
        }
    }
}

fn edges(row: &Row<'_>) -> String {
    let to = row.number("to").map_or("f64::INFINITY".into(), |n| format!("{n:?}"));
    format!(
        "from: {:?}, from_included: {}, to: {to}",
        row.number("from").unwrap_or_default(),
        row.flag("from_included")
    )
}
