//! Reading TOML rows with errors that name file, row and reason.

use std::{collections::BTreeMap, fmt, fs, path::Path};
use toml::{Table, Value};

/// One thing wrong with the content, in the words the author of the row needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// File name, such as `medicines.toml`.
    pub file: String,
    /// Row id, page or key.
    pub row: String,
    /// What is wrong.
    pub reason: String,
}

impl Fault {
    pub fn new(file: &str, row: &str, reason: impl Into<String>) -> Self {
        Self { file: file.into(), row: row.into(), reason: reason.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, row \"{}\": {}", self.file, self.row, self.reason)
    }
}

/// All of `content/facts`, by file stem.
pub type Docs = BTreeMap<String, Table>;

/// Reads every `.toml` file of a folder.
pub fn read_facts(folder: &Path) -> Result<Docs, Vec<Fault>> {
    let mut docs = Docs::new();
    let mut faults = Vec::new();
    for (stem, text) in toml_files(folder)? {
        match text.parse::<Table>() {
            Ok(table) => drop(docs.insert(stem, table)),
            Err(e) => faults.push(Fault::new(&format!("{stem}.toml"), "-", e.to_string())),
        }
    }
    if faults.is_empty() { Ok(docs) } else { Err(faults) }
}

/// `(stem, text)` of every `.toml` file of a folder, in order of name.
pub fn toml_files(folder: &Path) -> Result<Vec<(String, String)>, Vec<Fault>> {
    let fault = |e: std::io::Error| vec![Fault::new(&folder.display().to_string(), "-", e.to_string())];
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|e| e == "toml") {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.push((stem, fs::read_to_string(&path).map_err(fault)?));
        }
    }
    files.sort();
    Ok(files)
}

/// One row of a table, and where its faults go.
pub struct Row<'a> {
    pub file: String,
    pub id: String,
    table: &'a Table,
}

impl<'a> Row<'a> {
    pub fn new(file: &str, id: &str, table: &'a Table) -> Self {
        Self { file: file.into(), id: id.into(), table }
    }

    pub fn fault(&self, reason: impl Into<String>) -> Fault {
        Fault::new(&self.file, &self.id, reason)
    }

    /// Faults for keys that no one reads, and for values that would be read as absent: slips of the pen.
    pub fn only(&self, known: &[&str], faults: &mut Vec<Fault>) {
        for (key, value) in self.table {
            if !known.contains(&key.as_str()) {
                let near = did_you_mean(key, known.iter().copied());
                faults.push(self.fault(format!("unknown field \"{key}\"{near}")));
            } else if let Some(wanted) = wrong_shape(key, value) {
                faults.push(self.fault(format!("\"{key}\" must be {wanted}")));
            }
        }
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    pub fn value(&self, key: &str) -> Option<&'a Value> {
        self.table.get(key)
    }

    pub fn text(&self, key: &str) -> Option<&'a str> {
        self.table.get(key).and_then(Value::as_str)
    }

    pub fn flag(&self, key: &str) -> bool {
        self.table.get(key).and_then(Value::as_bool).unwrap_or(false)
    }

    pub fn number(&self, key: &str) -> Option<f64> {
        self.table.get(key).and_then(|v| v.as_float().or_else(|| v.as_integer().map(|i| i as f64)))
    }

    /// A list of strings; a missing key is an empty list.
    pub fn list(&self, key: &str) -> Vec<&'a str> {
        self.table
            .get(key)
            .and_then(Value::as_array)
            .map(|a| a.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default()
    }

    /// A list of tables; a missing key is an empty list.
    pub fn tables(&self, key: &str) -> Vec<&'a Table> {
        self.table
            .get(key)
            .and_then(Value::as_array)
            .map(|a| a.iter().filter_map(Value::as_table).collect())
            .unwrap_or_default()
    }

    pub fn required(&self, key: &str, faults: &mut Vec<Fault>) -> &'a str {
        self.text(key).unwrap_or_else(|| {
            faults.push(self.fault(format!("\"{key}\" is missing")));
            ""
        })
    }

    /// One of a closed list.
    pub fn one_of(&self, key: &str, codes: &[&str], faults: &mut Vec<Fault>) -> &'a str {
        let code = self.required(key, faults);
        if !code.is_empty() && !codes.contains(&code) {
            faults.push(self.fault(format!("unknown {key} \"{code}\"{}", did_you_mean(code, codes.iter().copied()))));
        }
        code
    }

    /// The review date as Rust; every row needs one.
    pub fn reviewed(&self, faults: &mut Vec<Fault>) -> String {
        match self.table.get("reviewed").and_then(Value::as_datetime).and_then(|d| d.date) {
            Some(d) => format!("Date::literal({}, {}, {})", d.year, d.month, d.day),
            None => {
                faults.push(self.fault("\"reviewed\" (a date) is missing"));
                "Date::literal(1, 1, 1)".into()
            }
        }
    }
}

/// What a field must hold instead, told by its name, which means the same in every file.
fn wrong_shape(key: &str, value: &Value) -> Option<&'static str> {
    let all = |fits: fn(&Value) -> bool| value.as_array().is_some_and(|list| list.iter().all(fits));
    let (fits, wanted) = match key {
        "sources" | "names" | "mech" | "danger" | "when" | "options" | "apart" | "more" | "typed" | "sections"
        | "medicines" | "of" | "adds" | "conditions" | "look_alikes" | "loinc" | "loinc_molar" | "units"
        | "units_molar" | "changes" | "check" | "explains" | "opens" | "see" | "topics" => {
            (all(Value::is_str), "a list of strings")
        }
        "field" | "means" | "blocks" => (all(Value::is_table), "a list of tables"),
        "from_included" | "to_included" | "required" | "worked_out" | "points" | "plan" => {
            (value.is_bool(), "true or false")
        }
        "from" => (value.is_str() || value.is_integer() || value.is_float(), "a number or a table's name"),
        "to" | "width" | "judged_days" => (value.is_integer() || value.is_float(), "a number"),
        "brands" | "options_when" => (value.is_table(), "a table"),
        "reviewed" => (value.is_datetime(), "a date without quotes"),
        _ => (value.is_str(), "a string"),
    };
    (!fits).then_some(wanted)
}

/// The codes of a closed list of the vocabulary.
pub fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|each| code(*each)).collect()
}

/// The rows of `[[name]]` in a file, ids checked to be there and single.
pub fn rows<'a>(docs: &'a Docs, stem: &str, name: &str, faults: &mut Vec<Fault>) -> Vec<Row<'a>> {
    let file = format!("{stem}.toml");
    let Some(list) = docs.get(stem).and_then(|t| t.get(name)).and_then(Value::as_array) else {
        faults.push(Fault::new(&file, "-", format!("no [[{name}]] rows")));
        return Vec::new();
    };
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for (at, value) in list.iter().enumerate() {
        let Some(table) = value.as_table() else { continue };
        let id = table.get("id").and_then(Value::as_str).unwrap_or_default();
        let row = Row::new(&file, if id.is_empty() { "-" } else { id }, table);
        if id.is_empty() {
            faults.push(Fault::new(&file, &format!("{name} {}", at + 1), "\"id\" is missing"));
        } else if seen.contains(&id) {
            faults.push(row.fault(format!("duplicate id in [[{name}]]")));
        }
        seen.push(id);
        found.push(row);
    }
    found
}

/// ` (did you mean "…"?)` when something known is near, else nothing.
pub fn did_you_mean<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> String {
    known
        .map(|k| (distance(typed, k), k))
        .filter(|(d, _)| *d <= 2.max(typed.len() / 4))
        .min()
        .map(|(_, k)| format!(" (did you mean \"{k}\"?)"))
        .unwrap_or_default()
}

fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
