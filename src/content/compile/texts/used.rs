//! Which words the code asks for: every `module::NAME` that stands in it, with the names files give to modules undone.
//!
//! A word nothing asks for is a fault: it would be read by reviewers and by nobody else.

use super::super::emit::rust_name;
use super::super::read::Fault;
use super::Texts;
use std::collections::HashSet;
use std::path::Path;

impl Texts {
    /// Texts that neither a fact, nor the code, nor `index.html` asks for.
    pub fn faults_of_use(&self, root: &Path, faults: &mut Vec<Fault>) {
        let mut asked = HashSet::new();
        for folder in ["src", "examples"] {
            read_code(&root.join(folder), &mut asked);
        }
        let page = std::fs::read_to_string(root.join("index.html")).unwrap_or_default();
        for path in self.words.keys().filter(|p| !self.used.contains(*p)) {
            if !asked.contains(&short_path(path)) && !page.contains(&format!("{{{{{path}}}}}")) {
                let file = format!("{}.toml", path.split('.').next().unwrap_or_default());
                faults.push(Fault::new(&file, path, "this text is not used anywhere"));
            }
        }
        for asked in page.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(p, _)| p) {
            if !asked.contains(':') && !self.words.contains_key(asked) {
                faults.push(Fault::new("index.html", asked, "asks for a text that is missing"));
            }
        }
    }
}

/// The last two steps of a path as code writes them: `relief::TITLE`.
fn short_path(path: &str) -> String {
    let parts: Vec<&str> = path.rsplitn(3, '.').collect();
    let name = rust_name(&parts.first().copied().unwrap_or_default().to_uppercase()).to_uppercase();
    format!("{}::{name}", rust_name(parts.get(1).copied().unwrap_or_default()))
}

/// The pairs `a::b` of every file of a folder.
fn read_code(folder: &Path, asked: &mut HashSet<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read_code(&path, asked);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let aliases = aliases(&text);
            for (module, name) in pairs(&text) {
                let real = aliases.iter().filter(|(_, alias)| alias == module);
                asked.extend(real.map(|(real, _)| format!("{real}::{name}")));
                asked.insert(format!("{module}::{name}"));
            }
        }
    }
}

const fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '#')
}

fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices("::").filter_map(|(at, _)| {
        let (before, after) = (text.get(..at)?, text.get(at + 2..)?);
        let module = before.rsplit(|c| !is_word(c)).next()?;
        let name = after.split(|c| !is_word(c)).next()?;
        (!module.is_empty() && !name.is_empty()).then_some((module, name))
    })
}

/// `use … months as m` and `use … result_screen::{self as own`: the module and what the file calls it.
fn aliases(text: &str) -> Vec<(String, String)> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let last = |part: &str| part.rsplit(|c| !word(c)).next().unwrap_or_default().to_owned();
    let mut found = Vec::new();
    for (at, _) in text.match_indices(" as ") {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + 4..).unwrap_or_default());
        let alias: String = after.chars().take_while(|c| word(*c)).collect();
        let name = last(before);
        let name = if name == "self" { last(before.trim_end_matches("::{self")) } else { name };
        if !alias.is_empty() && !name.is_empty() {
            found.push((name, alias));
        }
    }
    found
}
