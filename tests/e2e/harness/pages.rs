//! The pages of the check as `content/` has them, so that no test keeps a list of its own that could fall behind.

use super::root;
use std::sync::LazyLock;
use toml::{Table, Value};

/// One page of the check.
#[derive(Debug)]
pub struct QuestionPage {
    /// As in `#/check/<id>`.
    pub id: String,
    /// `questions`, or what the page is instead.
    pub kind: String,
    /// Its inputs.
    pub fields: Vec<Field>,
}

/// One input of a page.
#[derive(Debug)]
pub struct Field {
    /// Key of the answer; empty where there is one input for each look-alike.
    pub id: String,
    /// `radios`, `checkboxes`, `number` …
    pub kind: String,
    /// What the keys of its boxes begin with, or of one input for each look-alike.
    pub prefix: String,
    /// Whether the page insists on it.
    pub required: bool,
}

/// All pages, in the order asked.
pub static PAGES: LazyLock<Vec<QuestionPage>> =
    LazyLock::new(|| rows(&read("facts/check.toml"), "page").iter().map(question_page).collect());

/// The page with this id.
pub fn page(id: &str) -> &'static QuestionPage {
    PAGES.iter().find(|p| p.id == id).unwrap_or_else(|| panic!("check.toml has no page \"{id}\""))
}

/// A sentence of `content/text/en`: `word("pages", "who", "title")`, `word("iron", "classes.CHILD_LOW", "says")`.
/// Apostrophes come as the site prints them.
pub fn word(file: &str, table: &str, key: &str) -> String {
    let texts = Value::Table(read(&format!("text/en/{file}.toml")));
    let found = table.split('.').chain([key]).try_fold(&texts, |at, step| at.get(step));
    let found = found.and_then(Value::as_str).map(|text| text.replace('\'', "’"));
    found.unwrap_or_else(|| panic!("text/en/{file}.toml has no {table}.{key}"))
}

fn question_page(row: &Table) -> QuestionPage {
    let kind = said(row, "kind");
    QuestionPage {
        id: said(row, "id"),
        kind: if kind.is_empty() { "questions".to_owned() } else { kind },
        fields: rows(row, "field").iter().map(field).collect(),
    }
}

fn field(row: &Table) -> Field {
    let each = !said(row, "each").is_empty();
    let prefix = if each { "look".to_owned() } else { said(row, "prefix") };
    let id = said(row, "id");
    Field {
        kind: if each { "radios".to_owned() } else { said(row, "kind") },
        prefix: if prefix.is_empty() { id.clone() } else { prefix },
        required: row.get("required").and_then(Value::as_bool).unwrap_or_default(),
        id,
    }
}

fn said(row: &Table, key: &str) -> String {
    row.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn rows(table: &Table, key: &str) -> Vec<Table> {
    let rows = table.get(key).and_then(Value::as_array);
    rows.into_iter().flatten().filter_map(Value::as_table).cloned().collect()
}

fn read(file: &str) -> Table {
    let path = root().join("content").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
