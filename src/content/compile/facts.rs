//! `content/facts` rows, checked and written as `const` tables. The flow of pages is in `flow`.

use super::emit::{literal, maybe_literal, variant};
use super::read::{Docs, Fault, Row, did_you_mean, rows};
use super::texts::Texts;
use std::fmt::Write as _;

const DIRECTIONS: &[&str] = &[
    "worsens", "may_worsen", "conflicting", "neutral", "may_improve", "treats", "augmentation", "iron_absorption",
    "iron_loss", "b12_depletion", "affects_test", "iron_interaction", "mimic",
];
const STRENGTHS: &[&str] = &["strong", "moderate", "limited", "conflicting", "insufficient"];
const URGENCIES: &[&str] = &["SELF_CARE", "ROUTINE", "SOON", "SAME_DAY", "EMERGENCY_NOW"];
const GROUPS: &[&str] = &["iron", "medicine", "condition", "life_stage", "family", "habit"];
/// Where a row may stand without a publication, said openly.
const BASES: &[&str] = &["mechanism", "general_knowledge", "no_data", "design"];

struct Desk<'a> {
    texts: &'a mut Texts,
    sources: Vec<String>,
    out: &'a mut String,
    faults: &'a mut Vec<Fault>,
}

/// Writes every table but the pages.
pub fn all(docs: &Docs, texts: &mut Texts, out: &mut String, faults: &mut Vec<Fault>) {
    let mut desk = Desk { texts, sources: Vec::new(), out, faults };
    desk.sources(docs);
    desk.medicines(docs);
    desk.conditions(docs);
    desk.signs(docs);
    desk.look_alikes(docs);
    desk.criteria(docs);
    desk.rules(docs);
    desk.iron(docs);
    desk.bands(docs);
    desk.zones(docs);
    desk.emergency(docs);
}

impl Desk<'_> {
    fn table(&mut self, name: &str, kind: &str, doc: &str, rows: &[String]) {
        let _ = writeln!(self.out, "/// {doc}\npub static {name}: [{kind}; {}] = [\n{}];", rows.len(), rows.concat());
    }

    fn need(&mut self, path: String, row: &Row<'_>) -> String {
        self.texts.need(&path, &row.file, &row.id, self.faults)
    }

    /// `sources: &[SourceId(1)], reviewed: Date::literal(…)`: no row ships without.
    fn backing(&mut self, row: &Row<'_>) -> String {
        let mut ids = String::new();
        let named = row.list("sources");
        for id in &named {
            match self.sources.iter().position(|s| s == id) {
                Some(at) => ids.push_str(&format!("SourceId({at}), ")),
                None => {
                    let near = did_you_mean(id, self.sources.iter().map(String::as_str));
                    self.faults.push(row.fault(format!("unknown source \"{id}\"{near}")));
                }
            }
        }
        if named.is_empty() {
            if row.has("basis") {
                row.one_of("basis", BASES, self.faults);
            } else {
                self.faults.push(row.fault("a source is missing (or say \"basis\" openly)"));
            }
        }
        format!("sources: &[{ids}], reviewed: {}", row.reviewed(self.faults))
    }

    fn urgency(&mut self, row: &Row<'_>, key: &str) -> String {
        if row.text(key) == Some("-") || !row.has(key) {
            return "None".into();
        }
        let code = row.one_of(key, URGENCIES, self.faults);
        format!("Some(Urgency::{})", variant(code))
    }

    /// `M1`, `M20` … as bits.
    fn bits(&mut self, row: &Row<'_>, key: &str, letter: char) -> u32 {
        let mut bits = 0;
        for code in row.list(key) {
            match code.strip_prefix(letter).and_then(|n| n.parse::<u32>().ok()).filter(|n| *n < 32) {
                Some(n) => bits |= 1 << n,
                None => self.faults.push(row.fault(format!("unknown {key} code \"{code}\""))),
            }
        }
        bits
    }

    fn sources(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "sources", "source", self.faults) {
            row.only(&["id", "short", "cite", "doi", "pmid"], self.faults);
            let (short, cite) = (row.required("short", self.faults), row.required("cite", self.faults));
            let (short, cite) = (self.texts.line(short), self.texts.line(cite));
            made.push(format!(
                "Source {{ id: {}, short: {short}, cite: {cite}, doi: {}, pmid: {} }},\n",
                literal(&row.id), maybe_literal(row.text("doi")), maybe_literal(row.text("pmid")),
            ));
            self.sources.push(row.id.clone());
        }
        self.table("SOURCES", "Source", "Every publication, in the order of the evidence.", &made);
    }

    fn medicines(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "medicines", "medicine", self.faults) {
            row.only(
                &["id", "names", "brands", "class", "section", "atc", "direction", "strength", "mech", "sources", "discuss", "danger", "reviewed", "basis"],
                self.faults,
            );
            let names = self.names_line(&row);
            let (class, section) = (row.required("class", self.faults), row.required("section", self.faults));
            let class = self.texts.line(class);
            let direction = variant(row.one_of("direction", DIRECTIONS, self.faults));
            let strength = variant(row.one_of("strength", STRENGTHS, self.faults));
            let (mech, danger) = (self.bits(&row, "mech", 'M'), self.bits(&row, "danger", 'D'));
            let discuss = match row.text("discuss") {
                Some(code) => format!("Some({})", self.need(format!("discuss.{code}"), &row)),
                None => "None".into(),
            };
            self.need(format!("places.sections.{section}"), &row);
            for code in row.list("mech") {
                self.need(format!("mechanisms.{code}"), &row);
            }
            for code in row.list("danger") {
                self.need(format!("discuss.{code}"), &row);
            }
            let note = self.texts.maybe(&format!("medicine_notes.{}", row.id));
            let used_for = self.texts.maybe(&format!("medicine_uses.{}", row.id));
            let backing = self.backing(&row);
            made.push(format!(
                "Medicine {{ id: {}, names: {names}, used_for: {used_for}, class: {class}, section: {}, atc: {}, direction: Direction::{direction}, strength: Strength::{strength}, mechanisms: {mech}, dangers: {danger}, discuss: {discuss}, note: {note}, {backing} }},\n",
                literal(&row.id), literal(section), literal(row.text("atc").unwrap_or_default()),
            ));
        }
        self.table("MEDICINES", "Medicine", "Every medicine, supplement, substance and exposure.", &made);
    }

    /// `sertraline;US:Zoloft;GB:Lustral`: generics first, then brands with their country.
    fn names_line(&mut self, row: &Row<'_>) -> String {
        let generics = row.list("names");
        if generics.is_empty() {
            self.faults.push(row.fault("\"names\" is missing"));
        }
        let mut parts: Vec<String> = generics.iter().map(|n| (*n).to_owned()).collect();
        for (country, brands) in row.value("brands").and_then(toml::Value::as_table).into_iter().flatten() {
            for brand in brands.as_array().into_iter().flatten().filter_map(toml::Value::as_str) {
                parts.push(format!("{country}:{brand}"));
            }
        }
        if parts.iter().any(|p| p.contains(';')) {
            self.faults.push(row.fault("a name may not hold a semicolon"));
        }
        self.texts.line(&parts.join(";"))
    }

    fn conditions(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "conditions", "condition", self.faults) {
            row.only(&["id", "grade", "urgency", "group", "sources", "reviewed", "basis"], self.faults);
            let id = row.id.clone();
            let name = self.need(format!("condition_names.{id}.name"), &row);
            let says = self.need(format!("conditions.{id}.says"), &row);
            let ask = self.texts.maybe(&format!("conditions.{id}.ask"));
            let grade = match row.one_of("grade", &["A", "B", "C", "-"], self.faults) { "-" => "None", g => g };
            let urgency = self.urgency(&row, "urgency");
            let group = variant(row.one_of("group", GROUPS, self.faults));
            let backing = self.backing(&row);
            made.push(format!("Condition {{ id: {}, name: {name}, says: {says}, ask: {ask}, grade: Grade::{grade}, urgency: {urgency}, group: Group::{group}, {backing} }},\n", literal(&id)));
        }
        self.table("CONDITIONS", "Condition", "Every condition and life stage.", &made);
    }

    fn signs(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "red_flags", "sign", self.faults) {
            row.only(&["id", "urgency", "sources", "reviewed", "basis"], self.faults);
            let urgency = variant(row.one_of("urgency", URGENCIES, self.faults));
            let name = self.need(format!("signs.{}.name", row.id), &row);
            let act = self.need(format!("signs.{}.act", row.id), &row);
            let backing = self.backing(&row);
            made.push(format!("Sign {{ id: {}, urgency: Urgency::{urgency}, name: {name}, act: {act}, {backing} }},\n", literal(&row.id)));
        }
        self.table("SIGNS", "Sign", "Every red flag.", &made);
    }

    fn look_alikes(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "look_alikes", "look_alike", self.faults) {
            row.only(&["id", "shown", "floor", "sources", "reviewed", "basis"], self.faults);
            let shown = variant(row.one_of("shown", &["short", "child", "stopped", "linked"], self.faults));
            let name = self.need(format!("look_alike_names.{}.name", row.id), &row);
            let says = self.need(format!("look_alikes.{}", row.id), &row);
            let floor = self.urgency(&row, "floor");
            let backing = self.backing(&row);
            made.push(format!("LookAlike {{ id: {}, shown: Shown::{shown}, name: {name}, says: {says}, floor: {floor}, {backing} }},\n", literal(&row.id)));
        }
        self.table("LOOK_ALIKES", "LookAlike", "Every look-alike, in the order asked.", &made);
    }

    fn criteria(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "criteria", "criterion", self.faults) {
            row.only(&["id", "sources", "reviewed", "basis"], self.faults);
            let name = self.need(format!("criteria.{}", row.id), &row);
            let backing = self.backing(&row);
            made.push(format!("CriterionRow {{ id: {}, name: {name}, {backing} }},\n", literal(&row.id)));
        }
        self.table("CRITERIA", "CriterionRow", "The five criteria.", &made);
    }

    fn rules(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "rules", "rule", self.faults) {
            row.only(&["id", "sources", "reviewed", "basis"], self.faults);
            let text = self.need(format!("rules.{}", row.id), &row);
            let backing = self.backing(&row);
            made.push(format!("Rule {{ id: {}, text: {text}, {backing} }},\n", literal(&row.id)));
        }
        self.table("RULES", "Rule", "Rules that are no row of another table.", &made);
    }

    fn iron(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "iron", "class", self.faults) {
            row.only(&["id", "sources", "reviewed", "basis"], self.faults);
            let at = format!("iron.classes.{}", row.id);
            let (says, rule) = (self.need(format!("{at}.says"), &row), self.need(format!("{at}.rule"), &row));
            let (elsewhere, ask) = (self.texts.maybe(&format!("{at}.elsewhere")), self.texts.maybe(&format!("{at}.ask")));
            let backing = self.backing(&row);
            made.push(format!("IronClassRow {{ class: IronClass::{}, says: {says}, says_elsewhere: {elsewhere}, ask: {ask}, rule: {rule}, {backing} }},\n", variant(&row.id)));
        }
        self.table("IRON_CLASSES", "IronClassRow", "Message classes.", &made);
        let mut made = Vec::new();
        for row in rows(docs, "iron", "modifier", self.faults) {
            row.only(&["id", "sources", "reviewed", "basis"], self.faults);
            let says = self.texts.maybe(&format!("iron.modifiers.{}", row.id));
            let backing = self.backing(&row);
            made.push(format!("IronModifierRow {{ modifier: IronModifier::{}, says: {says}, {backing} }},\n", variant(&row.id)));
        }
        self.table("IRON_MODIFIERS", "IronModifierRow", "Modifiers.", &made);
    }

    fn bands(&mut self, docs: &Docs) {
        let list = rows(docs, "iron", "band", self.faults);
        let mut made = Vec::new();
        for row in &list {
            row.only(&["id", "from", "from_included", "to", "to_included", "sources", "reviewed", "basis"], self.faults);
            self.backing(row);
            let says = self.need(format!("iron.bands.{}", row.id), row);
            made.push(format!(
                "Band {{ band: SimpleBand::{}, {}, says: {says} }},\n",
                variant(row.id.trim_start_matches("SEED_")), edges(row),
            ));
        }
        self.meeting_edges(&list);
        self.table("BANDS", "Band", "The simple table, ng/mL.", &made);
    }

    fn zones(&mut self, docs: &Docs) {
        let list = rows(docs, "iron", "zone", self.faults);
        let mut made = Vec::new();
        for row in &list {
            row.only(&["id", "from", "from_included", "to", "to_included", "width", "sources", "reviewed", "basis"], self.faults);
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

    /// Every number from 0 up belongs to exactly one row.
    fn meeting_edges(&mut self, list: &[Row<'_>]) {
        let mut edge = (0.0, true);
        for row in list {
            let from = row.number("from").unwrap_or(0.0);
            let next = (from, row.flag("from_included"));
            if from < edge.0 || (from == edge.0 && next.1 && !edge.1) {
                self.faults.push(row.fault(format!("overlaps the row before it, which ends at {}", edge.0)));
            } else if next != edge {
                self.faults.push(row.fault(format!("leaves a gap after {}, where the row before it ends", edge.0)));
            }
            // What the next row must begin with: the same number, included when this row leaves it out.
            edge = (row.number("to").unwrap_or(f64::INFINITY), !row.flag("to_included"));
        }
        if let Some(row) = list.last().filter(|r| r.has("to")) {
            self.faults.push(row.fault("the last row must have no upper edge"));
        }
    }

    fn emergency(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "emergency", "country", self.faults) {
            row.only(&["id", "dial", "sources", "basis", "reviewed"], self.faults);
            let at = format!("emergency.{}", row.id);
            let (said, helpline) = (self.need(format!("{at}.said"), &row), self.need(format!("{at}.helpline"), &row));
            let dial = row.text("dial").unwrap_or_default();
            if !dial.bytes().all(|b| b.is_ascii_digit()) {
                self.faults.push(row.fault("\"dial\" may hold digits only"));
            }
            self.backing(&row);
            let reviewed = row.reviewed(self.faults);
            made.push(format!("Emergency {{ country: {}, said: {said}, dial: {}, helpline: {helpline}, reviewed: {reviewed} }},\n", literal(&row.id), literal(dial)));
        }
        self.table("EMERGENCY", "Emergency", "Emergency numbers; the last row is for an unknown country.", &made);
    }
}

fn edges(row: &Row<'_>) -> String {
    let to = row.number("to").map_or("f64::INFINITY".into(), |n| format!("{n:?}"));
    format!("from: {:?}, from_included: {}, to: {to}", row.number("from").unwrap_or_default(), row.flag("from_included"))
}
