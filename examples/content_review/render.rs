//! All of `content/` as one Markdown document: every row of facts with its words, sources and review date, then every
//! word that belongs to no row.
//!
//! Reads the TOML itself and knows no table by its columns, so that a new table is in the document the day it is in
//! `content/`. Rows stand in their own order, words in that of their keys: the same content gives the same document.

use quiet_legs::date::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

const HEAD: &str = "# Everything Quiet Legs says\n\n\
    Made from `content/` by `make content-review`; do not edit. A row shows its fields, its words, the publications it\n\
    rests on and the day of its last review. Codes such as `A4`, `D1` and `M2` are spelled out under `discuss` and\n\
    `mechanisms`. `{number}` stands for a value that a rule fills in.\n";

/// What is asked and weighed first; files not named here follow by name, publications last.
const FIRST: &[&str] =
    &["red_flags", "emergency", "criteria", "look_alikes", "iron", "conditions", "medicines", "traps"];
const LAST: &[&str] = &["rules", "check", "sources"];

/// Files of words that belong to the rows of a file of facts, beside the one of its own name. Words of pages to read
/// stand in a file for each page: they follow as words that belong to no row.
const WORDS_OF: &[(&str, &[&str])] = &[
    ("check", &["pages", "fields"]),
    ("conditions", &["condition_names"]),
    ("look_alikes", &["look_alike_names"]),
    ("medicines", &["medicine_notes", "medicine_uses"]),
    ("questions", &["learn_questions"]),
    ("red_flags", &["signs"]),
    ("topics", &["learn"]),
];

/// `content/facts` or `content/text/en`, by file stem.
pub type Files = BTreeMap<String, Table>;

/// The whole document.
pub fn document(root: &Path) -> Result<String, String> {
    let (facts, texts) = (read(&root.join("content/facts"))?, read(&root.join("content/text/en"))?);
    let mut words = Words::new(&texts);
    let mut out = String::from(HEAD);
    let mut rows = String::new();
    for stem in order(&facts) {
        let Some(file) = facts.get(stem) else { continue };
        let _ = writeln!(rows, "\n## {stem}");
        for (table, list) in file {
            for row in list.as_array().into_iter().flatten().filter_map(Value::as_table) {
                write_row(&mut rows, &facts, stem, table, row, &mut words);
            }
        }
    }
    counts(&mut out, &facts, &texts);
    out.push_str(&rows);
    words.write_rest(&mut out);
    Ok(out)
}

/// Every `.toml` file of a folder.
pub fn read(folder: &Path) -> Result<Files, String> {
    let fault = |e: &dyn std::fmt::Display| format!("{}: {e}", folder.display());
    let mut files = Files::new();
    for entry in fs::read_dir(folder).map_err(|e| fault(&e))? {
        let path = entry.map_err(|e| fault(&e))?.path();
        if path.extension().is_some_and(|e| e == "toml") {
            let text = fs::read_to_string(&path).map_err(|e| fault(&e))?;
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.insert(stem, text.parse().map_err(|e| fault(&e))?);
        }
    }
    Ok(files)
}

fn order(facts: &Files) -> Vec<&str> {
    let named = |stem: &&str| FIRST.contains(stem) || LAST.contains(stem);
    let others = facts.keys().map(String::as_str).filter(|stem| !named(stem));
    FIRST.iter().copied().chain(others).chain(LAST.iter().copied()).collect()
}

fn counts(out: &mut String, facts: &Files, texts: &Files) {
    let rows = |file: &Table| file.values().filter_map(Value::as_array).map(Vec::len).sum::<usize>();
    let sentences: usize = texts.iter().map(|(stem, file)| flat(stem, file).len()).sum();
    let all: usize = facts.values().map(rows).sum();
    let _ = writeln!(out, "\n{all} rows and {sentences} texts.\n\n| file of facts | rows |\n|---|---|");
    for stem in order(facts) {
        let _ = writeln!(out, "| {stem} | {} |", facts.get(stem).map_or(0, rows));
    }
}

fn write_row(out: &mut String, facts: &Files, stem: &str, table: &str, row: &Table, words: &mut Words) {
    let id = row.get("id").and_then(Value::as_str).unwrap_or("-");
    let _ = writeln!(out, "\n### {table} `{id}`\n");
    for (field, value) in row.iter().filter(|(field, _)| !["id", "sources", "reviewed"].contains(&field.as_str())) {
        let _ = writeln!(out, "- {field}: {}", shown(value));
    }
    for (path, text) in words.of_row(stem, row) {
        let _ = writeln!(out, "- `{path}`: {}", quoted(&text));
    }
    let named = row.get("sources").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let named: Vec<String> = named.map(|id| format!("{id} ({})", short(facts, id))).collect();
    if row.contains_key("sources") {
        let sources = if named.is_empty() { "no publication".to_owned() } else { named.join(", ") };
        let _ = writeln!(out, "- sources: {sources}");
    }
    if let Some(day) = row.get("reviewed") {
        let _ = writeln!(out, "- reviewed: {}", shown(day));
    }
}

fn short<'f>(facts: &'f Files, id: &str) -> &'f str {
    let all = facts.get("sources").and_then(|file| file.get("source")).and_then(Value::as_array);
    let row = all.into_iter().flatten().find(|row| row.get("id").and_then(Value::as_str) == Some(id));
    row.and_then(|row| row.get("short")).and_then(Value::as_str).unwrap_or("unknown")
}

fn quoted(text: &str) -> String {
    format!("“{}”", text.trim().replace('\n', " "))
}

/// A value in one line.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Table(fields) => {
            let each: Vec<String> = fields.iter().map(|(key, value)| format!("{key} = {}", shown(value))).collect();
            format!("{{ {} }}", each.join("; "))
        }
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Boolean(yes) => yes.to_string(),
        Value::Datetime(_) => day(value).map_or_else(|| "no day".to_owned(), |day| day.to_string()),
    }
}

/// A date without a time.
pub fn day(value: &Value) -> Option<Date> {
    let day = value.as_datetime()?.date?;
    Date::new(day.year, day.month, day.day)
}

/// Every text of a file as `(path, words)`, in its order.
fn flat(path: &str, table: &Table) -> Vec<(String, String)> {
    let each = table.iter().map(|(key, value)| (format!("{path}.{key}"), value));
    each.flat_map(|(path, value)| match value {
        Value::Table(inner) => flat(&path, inner),
        other => vec![(path, shown(other))],
    })
    .collect()
}

/// The texts, and which of them have stood beside a row.
struct Words {
    by_file: BTreeMap<String, Vec<(String, String)>>,
    told: BTreeSet<String>,
}

impl Words {
    fn new(texts: &Files) -> Self {
        let by_file = texts.iter().map(|(stem, file)| (stem.clone(), flat(stem, file))).collect();
        Self { by_file, told: BTreeSet::new() }
    }

    /// Texts whose path holds the id of the row or of one of its fields.
    fn of_row(&mut self, stem: &str, row: &Table) -> Vec<(String, String)> {
        let more = WORDS_OF.iter().find(|(facts, _)| *facts == stem).map_or(&[][..], |(_, files)| files);
        let fields = row.get("field").and_then(Value::as_array).into_iter().flatten();
        let mut ids: Vec<&str> = row.get("id").and_then(Value::as_str).into_iter().collect();
        ids.extend(fields.filter_map(|field| field.get("id").and_then(Value::as_str)));
        let mut found = Vec::new();
        for file in [stem].iter().chain(more) {
            for (path, text) in self.by_file.get(*file).into_iter().flatten() {
                let is_of = path.split('.').skip(1).any(|step| ids.contains(&step));
                if is_of && self.told.insert(path.clone()) {
                    found.push((path.clone(), text.clone()));
                }
            }
        }
        found
    }

    /// What stood beside no row, file by file.
    fn write_rest(&self, out: &mut String) {
        out.push_str("\n# Words that belong to no row\n");
        for (stem, texts) in &self.by_file {
            let rest: Vec<_> = texts.iter().filter(|(path, _)| !self.told.contains(path)).collect();
            if !rest.is_empty() {
                let _ = writeln!(out, "\n## Words: {stem}\n");
                for (path, text) in rest {
                    let _ = writeln!(out, "- `{path}`: {}", quoted(text));
                }
            }
        }
    }
}
