//! `content/facts` rows, checked and written as `const` tables. The flow of pages is in `flow`.

use super::emit::{literal, place, variant};
use super::read::{Docs, Fault, Row, codes, did_you_mean, rows};
use super::texts::Texts;
use super::vocabulary::{Country, Direction, Grade, Group, Shown, Strength, Urgency};
use std::fmt::Write as _;

/// Where a row may stand without a publication, said openly.
const BASES: &[&str] = &["mechanism", "general_knowledge", "no_data", "design"];
/// And where a sentence of a page to read is none of medicine: about this site itself, or about the law.
pub(super) const NOT_MEDICAL: &[&str] = &["code", "law"];

/// Where the rows are checked: the words they may use, the sources they may name, the Rust written so far.
pub(super) struct Desk<'a> {
    pub(super) texts: &'a mut Texts,
    pub(super) faults: &'a mut Vec<Fault>,
    sources: Vec<String>,
    out: &'a mut String,
}

/// Every file of `content/facts`, and the tables that something reads.
const TABLES: &[(&str, &[&str])] = &[
    ("check", &["page"]),
    ("combinations", &["combination"]),
    ("conditions", &["condition"]),
    ("courses", &["course"]),
    ("criteria", &["criterion"]),
    ("emergency", &["country"]),
    ("groups", &["concern"]),
    ("guidelines", &["guideline"]),
    ("iron", &["class", "modifier", "band", "zone"]),
    ("labs", &["lab"]),
    ("lifestyle", &["habit", "care"]),
    ("look_alikes", &["look_alike"]),
    ("medicines", &["medicine"]),
    ("questions", &["question"]),
    ("red_flags", &["sign"]),
    ("rules", &["rule"]),
    ("sources", &["source"]),
    ("treatments", &["treatment", "time_note"]),
    ("topics", &["topic", "section"]),
    ("traps", &["trap", "night", "look_alike", "class_word"]),
    ("withdrawal", &["stopped"]),
];

/// Writes every table but the pages.
pub fn all(docs: &Docs, texts: &mut Texts, out: &mut String, faults: &mut Vec<Fault>) {
    unread(docs, faults);
    let mut desk = Desk { texts, sources: Vec::new(), out, faults };
    desk.sources(docs);
    desk.medicines(docs);
    desk.traps(docs);
    desk.combinations(docs);
    desk.withdrawal(docs);
    desk.conditions(docs);
    desk.signs(docs);
    desk.look_alikes(docs);
    desk.criteria(docs);
    desk.rules(docs);
    desk.iron(docs);
    desk.labs(docs);
    desk.treatments(docs);
    desk.courses(docs);
    desk.people(docs);
    desk.emergency(docs);
    desk.learn(docs);
}

/// Files and tables that nobody reads: a row there would be lost without a word.
fn unread(docs: &Docs, faults: &mut Vec<Fault>) {
    for (stem, table) in docs {
        let known = TABLES.iter().find(|(name, _)| name == stem).map_or(&[][..], |(_, tables)| tables);
        for key in table.keys().filter(|key| !known.contains(&key.as_str())) {
            let near = did_you_mean(key, known.iter().copied());
            faults.push(Fault::new(&format!("{stem}.toml"), key, format!("nothing reads this table{near}")));
        }
    }
}

impl Desk<'_> {
    pub(super) fn table(&mut self, name: &str, kind: &str, doc: &str, rows: &[String]) {
        let _ = writeln!(self.out, "/// {doc}\npub static {name}: [{kind}; {}] = [\n{}];", rows.len(), rows.concat());
    }

    /// A table that comes with the idle-loaded words: a line a row, read back by `src/content/late.rs`.
    pub(super) fn late_table(&mut self, name: &str, kind: &str, doc: &str, rows: &[Vec<String>]) {
        let lines: Vec<String> = rows.iter().map(|cells| cells.join("\t")).collect();
        let first = self.texts.block(&lines);
        let _ = writeln!(self.out, "/// {doc}\npub static {name}: Late<{kind}> = Late::new({first}, {});", lines.len());
    }

    /// The same with the words of the pages to read.
    pub(super) fn learn_table(&mut self, name: &str, kind: &str, doc: &str, rows: &[Vec<String>]) {
        let lines: Vec<String> = rows.iter().map(|cells| cells.join("\t")).collect();
        let first = self.texts.learn_block(&lines);
        let _ = writeln!(self.out, "/// {doc}\npub static {name}: Late<{kind}> = Late::new({first}, {});", lines.len());
    }

    pub(super) fn need(&mut self, path: String, row: &Row<'_>) -> String {
        self.texts.need(&path, &row.file, &row.id, self.faults)
    }

    /// `sources: &[SourceId(1)], reviewed: Date::literal(…)`: no row ships without.
    pub(super) fn backing(&mut self, row: &Row<'_>) -> String {
        let ids: String = self.named_sources(row).iter().map(|at| format!("SourceId({at}), ")).collect();
        format!("sources: &[{ids}], reviewed: {}", row.reviewed(self.faults))
    }

    /// The same as two cells of a late table.
    pub(super) fn backing_cells(&mut self, row: &Row<'_>) -> [String; 2] {
        let ids: Vec<String> = self.named_sources(row).iter().map(usize::to_string).collect();
        row.reviewed(self.faults);
        let day = row.value("reviewed").and_then(toml::Value::as_datetime).map(ToString::to_string).unwrap_or_default();
        [ids.join(" "), day]
    }

    pub(super) fn named_sources(&mut self, row: &Row<'_>) -> Vec<usize> {
        let mut places = Vec::new();
        let named = row.list("sources");
        for id in &named {
            match self.sources.iter().position(|s| s == id) {
                Some(at) => places.push(at),
                None => {
                    let near = did_you_mean(id, self.sources.iter().map(String::as_str));
                    self.faults.push(row.fault(format!("unknown source \"{id}\"{near}")));
                }
            }
        }
        if named.is_empty() {
            if row.has("basis") {
                let also = if row.file == "topics.toml" { NOT_MEDICAL } else { &[] };
                row.one_of("basis", &[BASES, also].concat(), self.faults);
            } else {
                self.faults.push(row.fault("a source is missing (or say \"basis\" openly)"));
            }
        }
        places
    }

    /// The place of a code in its closed list, as a cell.
    pub(super) fn place_of(&mut self, row: &Row<'_>, key: &str, codes: &[&str]) -> String {
        let code = row.one_of(key, codes, self.faults);
        codes.iter().position(|known| *known == code).unwrap_or_default().to_string()
    }

    /// The urgency as a cell; empty where there is none.
    pub(super) fn urgency_cell(&mut self, row: &Row<'_>, key: &str) -> String {
        if row.text(key) == Some("-") || !row.has(key) {
            return String::new();
        }
        self.place_of(row, key, &codes(Urgency::ALL, Urgency::code))
    }

    pub(super) fn urgency(&mut self, row: &Row<'_>, key: &str) -> String {
        if row.text(key) == Some("-") || !row.has(key) {
            return "None".into();
        }
        let code = row.one_of(key, &codes(Urgency::ALL, Urgency::code), self.faults);
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
            let address = |key| row.text(key).unwrap_or_default().to_owned();
            made.push(vec![row.id.clone(), place(&short), place(&cite), address("doi"), address("pmid")]);
            self.sources.push(row.id.clone());
        }
        self.late_table("SOURCES", "Source", "Every publication, in the order of the evidence.", &made);
    }

    fn medicines(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "medicines", "medicine", self.faults) {
            row.only(
                &[
                    "id",
                    "names",
                    "brands",
                    "class",
                    "section",
                    "atc",
                    "direction",
                    "strength",
                    "mech",
                    "sources",
                    "discuss",
                    "danger",
                    "reviewed",
                    "basis",
                ],
                self.faults,
            );
            let names = self.names_line(&row);
            let (class, section) = (row.required("class", self.faults), row.required("section", self.faults));
            let class = self.texts.line(class);
            let direction = self.place_of(&row, "direction", &codes(Direction::ALL, Direction::code));
            let strength = self.place_of(&row, "strength", &codes(Strength::ALL, Strength::code));
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
            let [sources, reviewed] = self.backing_cells(&row);
            let keys = [&names, &used_for, &class].map(|key| place(key));
            let [names, used_for, class] = keys;
            made.push(vec![
                row.id.clone(),
                names,
                used_for,
                class,
                section.to_owned(),
                row.text("atc").unwrap_or_default().to_owned(),
                direction,
                strength,
                mech.to_string(),
                danger.to_string(),
                place(&discuss),
                place(&note),
                sources,
                reviewed,
            ]);
        }
        self.late_table("MEDICINES", "Medicine", "Every medicine, supplement, substance and exposure.", &made);
        self.sections(docs);
    }

    /// The groups to browse, in the order of the medicines.
    fn sections(&mut self, docs: &Docs) {
        let mut seen: Vec<String> = Vec::new();
        for row in rows(docs, "medicines", "medicine", &mut Vec::new()) {
            let section = row.text("section").unwrap_or_default();
            let made =
                format!("({}, {}),\n", literal(section), self.texts.maybe_key(&format!("places.sections.{section}")));
            if !seen.contains(&made) {
                seen.push(made);
            }
        }
        self.table("SECTIONS", "(&str, Key)", "Groups of medicines to browse, with their names.", &seen);
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
            row.only(&["id", "grade", "urgency", "group", "worked_out", "sources", "reviewed", "basis"], self.faults);
            let id = row.id.clone();
            let name = self.need(format!("condition_names.{id}.name"), &row);
            let says = self.need(format!("conditions.{id}.says"), &row);
            let ask = self.texts.maybe(&format!("conditions.{id}.ask"));
            let grade = self.place_of(&row, "grade", &codes(Grade::ALL, Grade::code));
            let urgency = self.urgency_cell(&row, "urgency");
            let group = self.place_of(&row, "group", &codes(Group::ALL, Group::code));
            let [sources, reviewed] = self.backing_cells(&row);
            made.push(vec![id, place(&name), place(&says), place(&ask), grade, urgency, group, sources, reviewed]);
        }
        self.late_table("CONDITIONS", "Condition", "Every condition and life stage.", &made);
    }

    fn signs(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "red_flags", "sign", self.faults) {
            row.only(&["id", "urgency", "worked_out", "sources", "reviewed", "basis"], self.faults);
            let urgency = variant(row.one_of("urgency", &codes(Urgency::ALL, Urgency::code), self.faults));
            let name = self.need(format!("signs.{}.name", row.id), &row);
            let act = self.need(format!("signs.{}.act", row.id), &row);
            let backing = self.backing(&row);
            made.push(format!(
                "Sign {{ id: {}, urgency: Urgency::{urgency}, name: {name}, act: {act}, {backing} }},\n",
                literal(&row.id)
            ));
        }
        self.table("SIGNS", "Sign", "Every red flag.", &made);
    }

    fn look_alikes(&mut self, docs: &Docs) {
        let mut made = Vec::new();
        for row in rows(docs, "look_alikes", "look_alike", self.faults) {
            row.only(&["id", "shown", "floor", "sources", "reviewed", "basis"], self.faults);
            let shown = variant(row.one_of("shown", &codes(Shown::ALL, Shown::code), self.faults));
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
            let [sources, reviewed] = self.backing_cells(&row);
            made.push(vec![row.id.clone(), place(&text), sources, reviewed]);
        }
        self.late_table("RULES", "Rule", "Rules that are no row of another table.", &made);
    }

    fn emergency(&mut self, docs: &Docs) {
        let list = rows(docs, "emergency", "country", self.faults);
        let mut countries = codes(Country::ALL, Country::code);
        countries.push("other");
        if list.last().is_some_and(|row| row.id != "other") {
            self.faults.push(Fault::new("emergency.toml", "other", "the last row must be for an unknown country"));
        }
        let mut made = Vec::new();
        for row in &list {
            row.only(&["id", "dial", "sources", "basis", "reviewed"], self.faults);
            row.one_of("id", &countries, self.faults);
            let at = format!("emergency.{}", row.id);
            let (said, helpline) = (self.need(format!("{at}.said"), row), self.need(format!("{at}.helpline"), row));
            let poison = self.texts.maybe(&format!("{at}.poison"));
            let dial = row.text("dial").unwrap_or_default();
            if !dial.bytes().all(|b| b.is_ascii_digit()) || dial.is_empty() != (row.id == "other") {
                self.faults.push(row.fault("\"dial\" must be digits, and empty for \"other\" only"));
            }
            self.backing(row);
            let reviewed = row.reviewed(self.faults);
            made.push(format!(
                "Emergency {{ country: {}, said: {said}, dial: {}, helpline: {helpline}, poison: {poison}, reviewed: {reviewed} }},\n",
                literal(&row.id),
                literal(dial)
            ));
        }
        self.table("EMERGENCY", "Emergency", "Emergency numbers; the last row is for an unknown country.", &made);
    }
}
