//! The pages of the check: `facts/check.toml` with its conditions, written as `PAGES`.
//!
//! A condition (`c1=yes|unsure`, `tick.M_CRAMP=yes`, `c3!=no`, `fact:under_18`, `not:under_2`) must ask
//! for an answer that an earlier input offers, or the branch leads nowhere.

use super::choices::{Choice, written};
use super::emit::{literal, variant};
use super::read::{Docs, Fault, Row, codes, did_you_mean, rows};
use super::texts::Texts;
use super::vocabulary::Fact;
use std::fmt::Write as _;
use toml::{Table, Value};

const KINDS: &[&str] = &["radios", "tiles", "picker", "select", "checkboxes", "number", "text", "month_year"];
const PAGE_KINDS: &[&str] = &["fields", "urgent", "medicines", "check_numbers", "answers"];
pub(super) struct Flow<'a> {
    pub(super) texts: &'a mut Texts,
    pub(super) faults: &'a mut Vec<Fault>,
    /// Answers asked so far: key and the codes on offer (`None`: free text).
    pub(super) asked: Vec<(String, Option<Vec<String>>)>,
    fields: Vec<String>,
    /// Every field of the file, asked yet or not: its id and its prefix.
    all: Vec<String>,
}

/// Writes `PAGES`.
pub fn pages(docs: &Docs, texts: &mut Texts, out: &mut String, faults: &mut Vec<Fault>) {
    let list = rows(docs, "check", "page", faults);
    let all = list
        .iter()
        .flat_map(|row| row.tables("field"))
        .flat_map(|field| ["id", "prefix"].into_iter().filter_map(|key| field.get(key)?.as_str()).map(str::to_owned));
    let mut flow = Flow { texts, faults, asked: Vec::new(), fields: Vec::new(), all: all.collect() };
    let made: Vec<String> = list.iter().map(|row| flow.page(row, docs)).collect();
    flow.rows_out_of_reach(docs);
    let _ = writeln!(
        out,
        "/// The pages of the check, in the order asked.\npub static PAGES: [Page; {}] = [\n{}];",
        made.len(),
        made.concat()
    );
}

impl Flow<'_> {
    fn page(&mut self, row: &Row<'_>, docs: &Docs) -> String {
        row.only(&["id", "section", "kind", "when", "field"], self.faults);
        let kind = if row.has("kind") { row.one_of("kind", PAGE_KINDS, self.faults) } else { "fields" };
        let section = row.required("section", self.faults);
        let section = self.texts.need(&format!("shell.sections.{section}"), &row.file, &row.id, self.faults);
        let title = self.texts.need(&format!("pages.{}.title", row.id), &row.file, &row.id, self.faults);
        let hint = self.texts.maybe(&format!("pages.{}.hint", row.id));
        let why = self.texts.maybe(&format!("pages.{}.why", row.id));
        let child = self.texts.maybe(&format!("pages.{}.child", row.id));
        let when = self.when(row, &row.list("when"));
        let tables = row.tables("field");
        if kind == "fields" && tables.is_empty() {
            self.faults.push(row.fault("a page of fields has none: it leads nowhere"));
        }
        let alone = tables.len() == 1;
        let fields: String = tables.into_iter().map(|table| self.field(row, table, alone, docs)).collect();
        format!(
            "Page {{ id: {}, section: {section}, title: {title}, child: {child}, hint: {hint}, why: {why}, kind: PageKind::{}, fields: &[{fields}], when: {when} }},\n",
            literal(&row.id),
            variant(kind),
        )
    }

    fn field(&mut self, page: &Row<'_>, table: &Table, alone: bool, docs: &Docs) -> String {
        if table.get("each").and_then(Value::as_str) == Some("look_alike") {
            return self.explains(page, table, docs);
        }
        let id = table.get("id").and_then(Value::as_str).unwrap_or_default();
        let row = Row::new("check.toml", &format!("{}/{id}", page.id), table);
        row.only(
            &["id", "kind", "prefix", "options", "from", "apart", "more", "when", "unit", "required", "options_when"],
            self.faults,
        );
        if id.is_empty() || self.fields.iter().any(|f| f == id) {
            self.faults.push(row.fault("a field needs an id of its own (missing or duplicate)"));
        }
        self.fields.push(id.to_owned());
        let kind = row.one_of("kind", KINDS, self.faults);
        let at = format!("fields.{id}");
        let label = self.texts.maybe(&format!("{at}.label"));
        if label == "None" && !alone {
            self.faults
                .push(row.fault(format!("text \"{at}.label\" is missing: a page with several fields names each")));
        }
        let hint = self.texts.maybe(&format!("{at}.hint"));
        let short = self.texts.need(&format!("{at}.short"), &row.file, &row.id, self.faults);
        let unit = self.texts.maybe(&format!("{at}.unit"));
        let required = if row.flag("required") {
            format!("Some({})", self.texts.need(&format!("{at}.required"), &row.file, &row.id, self.faults))
        } else {
            "None".into()
        };
        let when = self.when(&row, &row.list("when"));
        let choices = self.choices(&row, id, docs);
        self.remember(&row, id, kind, &choices);
        let kind = match kind {
            "checkboxes" => format!("Checkboxes {{ prefix: {} }}", literal(row.text("prefix").unwrap_or(id))),
            other => variant(other),
        };
        let options: String = choices.iter().map(written).collect();
        format!(
            "Field {{ id: {}, kind: FieldKind::{kind}, label: {label}, hint: {hint}, short: {short}, unit: {unit}, options: &[{options}], when: {when}, required: {required} }}, ",
            literal(id),
        )
    }

    /// One radios field for each look-alike that was ticked: "does that explain all the times?"
    fn explains(&mut self, page: &Row<'_>, table: &Table, docs: &Docs) -> String {
        let mut made = String::new();
        for look in rows(docs, "look_alikes", "look_alike", self.faults) {
            if look.text("shown") == Some("linked") {
                continue;
            }
            let id = format!("look.{}", look.id);
            let row = Row::new("check.toml", &format!("{}/{id}", page.id), table);
            row.only(&["each", "options"], self.faults);
            let name =
                self.texts.need(&format!("look_alike_names.{}.name", look.id), &look.file, &look.id, self.faults);
            let when = self.when(&row, &[format!("tick.{}=yes", look.id).as_str()]);
            let choices = self.choices(&row, "explains", docs);
            self.remember(&row, &id, "radios", &choices);
            let options: String = choices.iter().map(written).collect();
            let _ = write!(
                made,
                "Field {{ id: {}, kind: FieldKind::Radios, label: Some({name}), hint: None, short: {name}, unit: None, options: &[{options}], when: {when}, required: None }}, ",
                literal(&id),
            );
        }
        made
    }

    /// From here on, conditions may ask for these answers.
    fn remember(&mut self, row: &Row<'_>, id: &str, kind: &str, choices: &[Choice]) {
        let codes: Vec<String> = choices.iter().map(|c| c.code.clone()).collect();
        for (at, code) in codes.iter().enumerate() {
            let elsewhere = format!("{}.{code}", row.text("prefix").unwrap_or(id));
            let twice = kind == "checkboxes" && self.asked.iter().any(|(key, _)| *key == elsewhere);
            if twice || codes.iter().take(at).any(|c| c == code) {
                self.faults.push(row.fault(format!("offers \"{code}\" twice (duplicate)")));
            }
        }
        match kind {
            "checkboxes" => {
                let prefix = row.text("prefix").unwrap_or(id);
                self.asked.extend(codes.into_iter().map(|c| (format!("{prefix}.{c}"), Some(vec!["yes".into()]))));
            }
            "month_year" => {
                self.asked.push((format!("{id}_month"), None));
                self.asked.push((format!("{id}_year"), None));
            }
            "picker" => self.asked.push((id.into(), Some((0..=10).map(|n| n.to_string()).collect()))),
            "number" | "text" => self.asked.push((id.into(), None)),
            _ if codes.is_empty() => self.faults.push(row.fault("offers no choice: it leads nowhere")),
            _ => self.asked.push((id.into(), Some(codes))),
        }
    }

    pub(super) fn when(&mut self, row: &Row<'_>, conditions: &[&str]) -> String {
        let made: Vec<String> = conditions.iter().filter_map(|c| self.one_condition(row, c)).collect();
        format!("&[{}]", made.join(", "))
    }

    fn one_condition(&mut self, row: &Row<'_>, text: &str) -> Option<String> {
        for (prefix, name) in [("fact:", "Fact"), ("not:", "NotFact")] {
            if let Some(fact) = text.strip_prefix(prefix) {
                let known = codes(Fact::ALL, Fact::code);
                if !known.contains(&fact) {
                    let near = did_you_mean(fact, known.into_iter());
                    self.faults.push(row.fault(format!("branch \"{text}\" leads nowhere: unknown fact{near}")));
                    return None;
                }
                return Some(format!("When::{name}(Fact::{})", variant(fact)));
            }
        }
        let (key, codes, name) = match (text.split_once("!="), text.split_once('=')) {
            (Some((key, codes)), _) => (key, codes, "Not"),
            (None, Some((key, codes))) => (key, codes, "Is"),
            _ => {
                self.faults.push(row.fault(format!("branch \"{text}\" leads nowhere: write answer=code")));
                return None;
            }
        };
        let codes: Vec<&str> = codes.split('|').collect();
        let Some((_, offered)) = self.asked.iter().find(|(k, _)| k == key) else {
            let later =
                self.all.iter().any(|f| f == key || key.strip_prefix(f.as_str()).is_some_and(|r| r.starts_with('.')));
            let why = if later {
                ", it is asked only later".into()
            } else {
                did_you_mean(key, self.asked.iter().map(|(k, _)| k.as_str()))
            };
            self.faults
                .push(row.fault(format!("branch \"{text}\" leads nowhere: no earlier input asks \"{key}\"{why}")));
            return None;
        };
        if let Some(code) = codes.iter().find(|c| offered.as_ref().is_some_and(|o| !o.iter().any(|x| x == *c))) {
            self.faults
                .push(row.fault(format!("branch \"{text}\" leads nowhere: \"{key}\" does not offer \"{code}\"")));
            return None;
        }
        Some(format!("When::{name}({}, &{codes:?})", literal(key)))
    }
}
