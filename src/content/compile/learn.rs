//! The pages to read (`topics.toml`) and the questions people ask (`questions.toml`).
//!
//! Decides that each page has a title, parts and backing for every block, that what it links to exists, and that a
//! finding is explained by one page only. A page that names no publication says nothing of medicine: it rests on this
//! site's own code or on the law, block by block. Titles come with the first idle file, so that a result can link to a page
//! before the pages are here; everything else comes with the second.

use super::emit::place;
use super::facts::{Desk, NOT_MEDICAL};
use super::read::{Docs, Fault, Row, codes, did_you_mean, rows};
use super::vocabulary::{Figure, RowsOf};
use toml::Value;

/// The page of all questions, which is no topic.
const QUESTIONS: &str = "questions";
/// Screens a page may lead to, by the end of their address.
const SCREENS: &[&str] = &["data", "settings"];

impl Desk<'_> {
    pub(super) fn learn(&mut self, docs: &Docs) {
        let ids: Vec<&str> = ids(docs, "topics", "topic");
        self.topics(docs, &ids);
        self.addresses(&ids);
        self.topic_parts(docs, &ids);
        self.questions(docs, &ids);
        self.no_amount();
    }

    /// An address is read before any late word is here, so the ids are compiled in.
    fn addresses(&mut self, ids: &[&str]) {
        let all: Vec<String> = ids.iter().chain(&[QUESTIONS]).map(|id| format!("{id:?},\n")).collect();
        self.table(
            "TOPIC_IDS",
            "&str",
            "Ends of the addresses of the pages to read; the last is the page of questions.",
            &all,
        );
    }

    fn topics(&mut self, docs: &Docs, all: &[&str]) {
        let pages = ids(docs, "check", "page");
        let mut explained: Vec<String> = Vec::new();
        let mut made = Vec::new();
        for row in rows(docs, "topics", "topic", self.faults) {
            row.only(&["id", "check", "opens", "explains", "see", "plan"], self.faults);
            if !row.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
                self.faults.push(row.fault("an id is part of an address: small letters and hyphens"));
            }
            self.all_known(&row, "check", "page of the check", &row.list("check"), &pages);
            self.all_known(&row, "opens", "screen", &row.list("opens"), SCREENS);
            self.all_known(&row, "see", "page", &row.list("see"), all);
            for rule in row.list("explains") {
                if explained.iter().any(|known| known == rule) {
                    self.faults.push(row.fault(format!("\"{rule}\" is explained by another page already")));
                }
                explained.push(rule.to_owned());
            }
            let [title, about] = ["title", "about"].map(|end| self.need(format!("learn.{}.{end}", row.id), &row));
            let plan = u8::from(row.flag("plan")).to_string();
            let [check, opens, explains, see] =
                ["check", "opens", "explains", "see"].map(|key| row.list(key).join(" "));
            made.push(vec![row.id.clone(), place(&title), place(&about), check, opens, explains, see, plan]);
        }
        self.late_table("TOPICS", "Topic", "Every page to read, in the order of the list.", &made);
    }

    fn topic_parts(&mut self, docs: &Docs, topics: &[&str]) {
        let mut made = Vec::new();
        let mut told = vec![false; topics.len()];
        for row in rows(docs, "topics", "section", self.faults) {
            row.only(&["id", "blocks", "reviewed"], self.faults);
            let (topic, part) = row.id.split_once('.').unwrap_or((&row.id, ""));
            self.all_known(&row, "id", "page", &[topic], topics);
            if let Some(mark) = topics.iter().position(|id| *id == topic).and_then(|at| told.get_mut(at)) {
                *mark = true;
            }
            let file = format!("learn_{}", topic.replace('-', "_"));
            let heading = self.need(format!("{file}.{part}.heading"), &row);
            let blocks = row.tables("blocks");
            if blocks.is_empty() {
                self.faults.push(row.fault("a part of a page without blocks"));
            }
            let cells: Vec<String> = blocks
                .iter()
                .map(|table| self.block(docs, &Row::new(&row.file, &row.id, table), &format!("{file}.{part}")))
                .collect();
            row.reviewed(self.faults);
            if blocks.iter().any(|block| needs_publications(block)) && !self.is_backed(docs, topic) {
                self.faults.push(row.fault("no block of this page names a publication: each must rest on code or law"));
            }
            made.push(vec![topic.to_owned(), part.to_owned(), place(&heading), day(&row), cells.join("|")]);
        }
        for (id, _) in topics.iter().zip(told).filter(|(_, told)| !told) {
            self.faults.push(Fault::new("topics.toml", id, "a page without parts"));
        }
        self.learn_table("PARTS", "Part", "Every part of every page, in the order read.", &made);
    }

    /// Whether some block of a page names a publication, itself or by the rows it shows.
    fn is_backed(&self, docs: &Docs, topic: &str) -> bool {
        let parts = docs.get("topics").and_then(|file| file.get("section")).and_then(Value::as_array);
        let of_page = |part: &&Value| {
            let id = part.get("id").and_then(Value::as_str).and_then(|id| id.split_once('.'));
            id.is_some_and(|(page, _)| page == topic)
        };
        let blocks = parts.into_iter().flatten().filter(of_page).filter_map(|part| part.get("blocks")?.as_array());
        let named = |block: &Value| block.get("sources").and_then(Value::as_array).is_some_and(|list| !list.is_empty());
        blocks.flatten().any(|block| block.get("rows").is_some() || named(block))
    }

    /// `say:32801:1 4`, `rows:3:iron_deficiency ckd`: what it is, of what, and on what it rests or which rows.
    fn block(&mut self, docs: &Docs, row: &Row<'_>, at: &str) -> String {
        row.only(&["say", "item", "code", "figure", "rows", "of", "sources", "basis"], self.faults);
        let kinds: Vec<&str> = ["say", "item", "figure", "rows"].into_iter().filter(|kind| row.has(kind)).collect();
        let [kind] = kinds.as_slice() else {
            self.faults.push(row.fault("a block is one of \"say\", \"item\", \"figure\" or \"rows\""));
            return String::new();
        };
        match *kind {
            "rows" => {
                let which = self.place_of(row, "rows", &codes(RowsOf::ALL, RowsOf::code));
                let of = row.list("of");
                let (stem, table) = row.text("rows").and_then(RowsOf::from_code).map_or(("", ""), RowsOf::table);
                let known = ids(docs, stem, table);
                self.all_known(row, "of", "row", &of, &known);
                format!("rows:{which}:{}", of.join(" "))
            }
            "figure" => {
                let which = self.place_of(row, "figure", &codes(Figure::ALL, Figure::code));
                for end in ["caption", "says"] {
                    self.need(format!("learn_figures.{}.{end}", row.text("figure").unwrap_or_default()), row);
                }
                format!("figure:{which}:{}", self.rests_on(row))
            }
            kind => {
                let key = self.need(format!("{at}.{}", row.text(kind).unwrap_or_default()), row);
                let rests_on = self.rests_on(row);
                match row.text("code") {
                    Some(code) if code.contains(['|', '\t']) || kind != "item" || !rests_on.is_empty() => {
                        self.faults
                            .push(row.fault("a \"code\" stands in an item without sources, and holds no | or tab"));
                        String::new()
                    }
                    Some(code) => format!("code:{}:{code}", place(&key)),
                    None => format!("{kind}:{}:{rests_on}", place(&key)),
                }
            }
        }
    }

    fn rests_on(&mut self, row: &Row<'_>) -> String {
        self.named_sources(row).iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
    }

    fn questions(&mut self, docs: &Docs, topics: &[&str]) {
        let mut made = Vec::new();
        for row in rows(docs, "questions", "question", self.faults) {
            row.only(&["id", "topics", "sources", "reviewed", "basis"], self.faults);
            let on = row.list("topics");
            if on.is_empty() {
                self.faults.push(row.fault("\"topics\" is missing: on which pages does it stand?"));
            }
            self.all_known(&row, "topics", "page", &on, topics);
            let [ask, short, more] =
                ["ask", "short", "more"].map(|end| self.need(format!("learn_questions.{}.{end}", row.id), &row));
            let [sources, reviewed] = self.backing_cells(&row);
            let keys = [&ask, &short, &more].map(|key| place(key));
            let [ask, short, more] = keys;
            made.push(vec![row.id.clone(), on.join(" "), ask, short, more, sources, reviewed]);
        }
        self.learn_table("QUESTIONS", "Question", "Questions people ask, in the order of the list.", &made);
    }

    fn all_known(&mut self, row: &Row<'_>, field: &str, what: &str, named: &[&str], all: &[&str]) {
        for id in named.iter().filter(|id| !all.contains(id)) {
            let near = did_you_mean(id, all.iter().copied());
            self.faults.push(row.fault(format!("unknown {what} \"{id}\" in \"{field}\"{near}")));
        }
    }

    /// The pages to read name no amount of anything to take.
    fn no_amount(&mut self) {
        for (path, text) in self.texts.beginning("learn_") {
            if [" mg", " mcg", " µg ", "tablets a day", "times a day"].iter().any(|dose| text.contains(dose)) {
                let file = format!("{}.toml", path.split('.').next().unwrap_or_default());
                self.faults.push(Fault::new(&file, &path, "names an amount: never a dose"));
            }
        }
    }
}

/// Whether a block says something that may be medical: not if it rests openly on the code or on the law.
fn needs_publications(block: &toml::Table) -> bool {
    let basis = block.get("basis").and_then(Value::as_str);
    basis.is_none_or(|basis| !NOT_MEDICAL.contains(&basis))
}

fn day(row: &Row<'_>) -> String {
    row.value("reviewed").and_then(Value::as_datetime).map(ToString::to_string).unwrap_or_default()
}

/// The ids of a table, whatever else is wrong with it.
fn ids<'a>(docs: &'a Docs, stem: &str, table: &str) -> Vec<&'a str> {
    let list = docs.get(stem).and_then(|file| file.get(table)).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(|row| row.get("id").and_then(Value::as_str)).collect()
}
