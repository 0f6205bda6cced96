//! The words: which keys there are, which are used, and which are compiled in.

mod rust;
mod used;

use super::read::{Fault, did_you_mean, toml_files};
use super::wording;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use toml::{Table, Value};

/// Files whose words come with the idle-loaded file in the browser: everything first needed
/// after the questions. The words of the questions and of every fault are compiled in.
const IDLE: &[&str] = &[
    "clinic",
    "clinic_page",
    "combinations",
    "conditions",
    "copies",
    "courses",
    "crash",
    "diary",
    "diary_form",
    "criteria",
    "discuss",
    "experiment",
    "exports",
    "findings",
    "groups",
    "guidelines",
    "handover",
    "how",
    "iron",
    "labs",
    "learn",
    "lifestyle",
    "look_alikes",
    "mechanisms",
    "medicine_notes",
    "medicine_uses",
    "paper",
    "places",
    "plan",
    "result",
    "report",
    "result_screen",
    "rules",
    "say",
    "sources",
    "spreadsheet",
    "timeline",
    "treatments",
    "trends",
    "trends_screen",
    "trial",
    "ways",
    "withdrawal",
];

/// Files that begin so hold the pages to read: their words come in a second idle-loaded file
/// (docs/decisions/0013-learn-pages.md).
const LEARN: &str = "learn_";
/// Keys from here on are lines of that file.
const LEARN_BASE: usize = 0x8000;

/// All words of one language, and which of them something asks for.
pub struct Texts {
    /// Path (`pages.relief.title`) to words; the place in the map is not the key.
    words: BTreeMap<String, String>,
    order: Vec<String>,
    first: usize,
    used: BTreeSet<String>,
    /// Lines that come from facts (names, references), after the texts.
    lines: Vec<String>,
    /// Paths of the second idle-loaded file, in its order.
    learn: Vec<String>,
    /// Lines of it that come from facts, after its texts.
    learn_lines: Vec<String>,
}

impl Texts {
    pub fn read(folder: &Path) -> Result<Self, Vec<Fault>> {
        let mut words = BTreeMap::new();
        let mut faults = Vec::new();
        for (stem, text) in toml_files(folder)? {
            match text.parse::<Table>() {
                Ok(table) => flatten(&stem, &stem, &table, &mut words, &mut faults),
                Err(e) => faults.push(Fault::new(&format!("{stem}.toml"), "-", e.to_string())),
            }
        }
        let is_idle = |path: &String| IDLE.contains(&path.split('.').next().unwrap_or_default());
        let (learn, others): (Vec<String>, Vec<String>) = words.keys().cloned().partition(|p| p.starts_with(LEARN));
        let (idle, mut order): (Vec<String>, Vec<String>) = others.into_iter().partition(is_idle);
        let first = order.len();
        order.extend(idle);
        let (lines, learn_lines) = (Vec::new(), Vec::new());
        let me = Self { words, order, first, used: BTreeSet::new(), lines, learn, learn_lines };
        if faults.is_empty() { Ok(me) } else { Err(faults) }
    }

    /// The key of a path as Rust, marking it used; `None` when there is no such text.
    pub fn find(&mut self, path: &str) -> Option<String> {
        let place = |paths: &[String]| paths.iter().position(|p| p == path);
        let at = place(&self.order).or_else(|| place(&self.learn).map(|at| LEARN_BASE + at))?;
        self.used.insert(path.to_owned());
        Some(format!("Key({at})"))
    }

    /// As [`find`](Self::find); a missing text is a fault of the row that needs it.
    pub fn need(&mut self, path: &str, file: &str, row: &str, faults: &mut Vec<Fault>) -> String {
        self.find(path).unwrap_or_else(|| {
            let near = did_you_mean(path, self.words.keys().map(String::as_str));
            faults.push(Fault::new(file, row, format!("text \"{path}\" is missing from content/text/en{near}")));
            "Key(0)".into()
        })
    }

    /// `Some(Key(n))` or `None`, as Rust.
    pub fn maybe(&mut self, path: &str) -> String {
        self.find(path).map_or("None".into(), |key| format!("Some({key})"))
    }

    /// `Key(n)` of a path that was asked for before, as Rust.
    pub fn maybe_key(&mut self, path: &str) -> String {
        self.find(path).unwrap_or_else(|| "Key(0)".into())
    }

    /// Every text of these files, with its path.
    pub fn of_files(&self, files: &[&str]) -> Vec<(String, String)> {
        let of = |path: &str| files.contains(&path.split('.').next().unwrap_or_default());
        self.words.iter().filter(|(path, _)| of(path)).map(|(path, text)| (path.clone(), text.clone())).collect()
    }

    /// Every text whose path begins so, with its path.
    pub fn beginning(&self, with: &str) -> Vec<(String, String)> {
        let of = self.words.iter().filter(|(path, _)| path.starts_with(with));
        of.map(|(path, text)| (path.clone(), text.clone())).collect()
    }

    pub fn has(&self, path: &str) -> bool {
        self.words.contains_key(path)
    }

    /// A line of names or a reference from facts: always idle.
    pub fn line(&mut self, text: &str) -> String {
        let line = text.replace(['\n', '\r'], " ");
        let at = self.lines.iter().position(|l| *l == line).unwrap_or_else(|| {
            self.lines.push(line);
            self.lines.len() - 1
        });
        format!("Key({})", self.order.len() + at)
    }

    /// Lines that stand together, as the rows of a table; the key of the first.
    pub fn block(&mut self, lines: &[String]) -> String {
        let first = self.order.len() + self.lines.len();
        self.lines.extend(lines.iter().map(|line| line.replace(['\n', '\r'], " ")));
        format!("Key({first})")
    }

    /// The same in the file of the pages to read.
    pub fn learn_block(&mut self, lines: &[String]) -> String {
        let first = LEARN_BASE + self.learn.len() + self.learn_lines.len();
        self.learn_lines.extend(lines.iter().map(|line| line.replace(['\n', '\r'], " ")));
        format!("Key({first})")
    }

    /// Every path with its key.
    fn keys(&self) -> impl Iterator<Item = (&String, usize)> {
        let learn = self.learn.iter().enumerate().map(|(at, path)| (path, LEARN_BASE + at));
        self.order.iter().enumerate().map(|(at, path)| (path, at)).chain(learn)
    }

    /// Texts that say what none may say.
    pub fn faults_of_wording(&self, faults: &mut Vec<Fault>) {
        for (path, text) in &self.words {
            wording::check(path, text, faults);
        }
    }
}

fn flatten(stem: &str, path: &str, table: &Table, words: &mut BTreeMap<String, String>, faults: &mut Vec<Fault>) {
    for (key, value) in table {
        let path = format!("{path}.{key}");
        match value {
            Value::String(text) => drop(words.insert(path, printed(text))),
            Value::Table(inner) => flatten(stem, &path, inner, words, faults),
            _ => faults.push(Fault::new(&format!("{stem}.toml"), &path, "a text must be a string")),
        }
    }
}

/// One line, with the printed apostrophe whatever the keyboard gave.
fn printed(text: &str) -> String {
    text.trim().replace('\n', " ").replace('\'', "’")
}

/// FNV-1a, 64 bits: the same on every machine.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3))
}
