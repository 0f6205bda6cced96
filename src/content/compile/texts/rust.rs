//! The words as Rust: what is compiled in, the two files that come late, and one constant a key.
//!
//! Decides names and numbers only; which words there are is decided in `texts`.

use super::super::emit::{literal, rust_name};
use super::{LEARN_BASE, Texts, fnv};
use std::collections::BTreeMap;
use std::fmt::Write as _;

impl Texts {
    /// `FIRST`, the idle words and one constant a key, in modules named as the files.
    pub fn to_rust(&self) -> String {
        let mut out = String::from("// Written by build.rs from content/text. Do not edit.\n");
        let all: Vec<&str> = self.order.iter().filter_map(|p| self.words.get(p)).map(String::as_str).collect();
        let (first, idle) = all.split_at(self.first);
        let mut lines: Vec<&str> = idle.to_vec();
        lines.extend(self.lines.iter().map(String::as_str));
        let file = lines.join("\n");
        let _ = writeln!(out, "/// Words compiled in everywhere.\npub const FIRST_COUNT: usize = {};", first.len());
        let _ = writeln!(out, "static FIRST: [&str; FIRST_COUNT] = [");
        for text in first {
            let _ = writeln!(out, "    {},", literal(text));
        }
        out.push_str("];\n");
        let _ = writeln!(
            out,
            "/// Keys from here on are lines of [`LEARN_FILE`].\npub const LEARN_BASE: usize = {LEARN_BASE};"
        );
        let learn = self.learn.iter().filter_map(|p| self.words.get(p)).chain(&self.learn_lines);
        let learn = learn.map(String::as_str).collect::<Vec<_>>().join("\n");
        a_file(&mut out, "IDLE", "words", &file);
        a_file(&mut out, "LEARN", "learn", &learn);
        let _ = writeln!(
            out,
            "/// Every key by its path, for tests and for pages written at build time.\n#[cfg(not(target_arch = \"wasm32\"))]\npub const PATHS: &[(&str, Key)] = &["
        );
        for (path, at) in self.keys() {
            let _ = writeln!(out, "    ({}, Key({at})),", literal(path));
        }
        out.push_str("];\n");
        let mut tree = Module::default();
        for (path, at) in self.keys() {
            tree.add(&path.split('.').collect::<Vec<_>>(), at);
        }
        tree.write(&mut out);
        out
    }
}

/// The name, the digest and, natively, the text of a file of words.
fn a_file(out: &mut String, name: &str, begins: &str, text: &str) {
    let hash = fnv(text);
    let _ = writeln!(out, "/// What [`digest`] makes of that file.\npub const {name}_DIGEST: u64 = {hash};");
    let _ = writeln!(
        out,
        "/// Name of the file, which follows its content.\npub const {name}_FILE: &str = \"{begins}-{hash:016x}.txt\";"
    );
    let _ = writeln!(
        out,
        "/// The file itself, compiled in natively, and for the measurement in a browser.\n#[cfg(any(not(target_arch = \"wasm32\"), feature = \"bench\"))]\npub const {name}_TEXT: &str = {};",
        literal(text)
    );
}

#[derive(Default)]
struct Module {
    keys: BTreeMap<String, usize>,
    inner: BTreeMap<String, Module>,
}

impl Module {
    fn add(&mut self, path: &[&str], at: usize) {
        match path {
            [] => {}
            [name] => drop(self.keys.insert(rust_name(&name.to_uppercase()).to_uppercase(), at)),
            [module, rest @ ..] => self.inner.entry(rust_name(module)).or_default().add(rest, at),
        }
    }

    fn write(&self, out: &mut String) {
        for (name, at) in &self.keys {
            let _ = writeln!(out, "pub const {name}: super::Key = super::Key({at});");
        }
        for (name, module) in &self.inner {
            let _ = writeln!(
                out,
                "#[allow(missing_docs, non_snake_case, unused_imports)]\npub mod {name} {{\nuse super::Key;"
            );
            module.write(out);
            out.push_str("}\n");
        }
    }
}
