//! A fault in `facts/traps.toml`, `combinations.toml` or `withdrawal.toml` fails the build and is named by file, row and reason.
#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code)]
#[path = "../src/content/compile/mod.rs"]
mod compile;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// Compiles a copy of the content in which `from` has become `to` in one file, and gives back the faults.
fn faults_after(name: &str, file: &str, from: &str, to: &str) -> Vec<String> {
    let root = env::temp_dir().join(format!("quiet-legs-traps-{}-{name}", process::id()));
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for folder in ["facts", "text/en"] {
        copy(&here.join(folder), &root.join("content").join(folder));
    }
    let traps = root.join("content").join(file);
    let before = fs::read_to_string(&traps).expect("file");
    assert!(before.contains(from), "{from} is not there to be changed");
    fs::write(&traps, before.replacen(from, to, 1)).expect("written");
    let faults = compile::compile(&root).err().unwrap_or_default();
    fs::remove_dir_all(&root).expect("removed");
    faults.iter().map(ToString::to_string).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folder");
    let files = fs::read_dir(from).expect("folder").map(|e| e.expect("entry").path());
    for file in files.filter(|f| f.extension().is_some_and(|e| e == "toml")) {
        let name = PathBuf::from(file.file_name().expect("name"));
        fs::copy(&file, to.join(name)).expect("copied");
    }
}

#[track_caller]
fn blames(name: &str, from: &str, to: &str, wanted: &str) {
    blames_in("facts/traps.toml", name, from, to, wanted);
}

#[track_caller]
fn blames_in(file: &str, name: &str, from: &str, to: &str, wanted: &str) {
    let faults = faults_after(name, file, from, to);
    assert!(faults.iter().any(|f| f.contains(wanted)), "no fault says {wanted}: {faults:#?}");
}

#[test]
fn a_trap_that_names_an_unknown_medicine_is_a_fault() {
    blames(
        "medicine",
        "{ medicine = \"acrivastine\", countries",
        "{ medicine = \"acrivastin\", countries",
        "traps.toml, row \"benadryl\": unknown medicine \"acrivastin\" (did you mean \"acrivastine\"?)",
    );
}

#[test]
fn a_trap_that_names_an_unknown_country_is_a_fault() {
    blames(
        "country",
        "countries = [\"US\", \"CA\"]",
        "countries = [\"US\", \"XX\"]",
        "row \"benadryl\": unknown country",
    );
}

#[test]
fn a_class_word_of_an_unknown_section_is_a_fault() {
    blames(
        "section",
        "\"snri\"",
        "\"snris\"",
        "row \"antidepressant\": unknown section \"snris\" (did you mean \"snri\"?)",
    );
}

#[test]
fn a_name_that_opens_two_traps_is_a_fault() {
    blames(
        "twice",
        "typed = [\"Unisom\"]",
        "typed = [\"BenaDryl\"]",
        "row \"unisom\": \"BenaDryl\" already means something else",
    );
}

#[test]
fn a_question_without_words_is_a_fault() {
    blames("ask", "ask = \"country\"", "ask = \"land\"", "text \"places.asks.land\" is missing");
}

#[test]
fn a_combination_without_urgency_words_or_backing_is_a_fault() {
    let facts = "facts/combinations.toml";
    blames_in(facts, "urgency", "\"SOON\"", "\"SOONER\"", "row \"X1\": unknown urgency \"SOONER\"");
    blames_in(facts, "source", "[\"S97\"]", "[]", "row \"X1\": a source is missing");
    blames_in(facts, "id", "\"X1\"", "\"X21\"", "text \"combinations.X21.name\" is missing");
    let words = "text/en/combinations.toml";
    blames_in(words, "words", "[X1]\nname", "[X1]\nnamed", "text \"combinations.X1.name\" is missing");
    blames_in(words, "weaker", "[X2]\n", "[X2]\notherwise = \"Ask.\"\n", "no \"otherwise\"");
}

#[test]
fn a_line_about_stopping_without_words_is_a_fault() {
    let facts = "facts/withdrawal.toml";
    blames_in(facts, "stopped", "\"opioid\"", "\"opium\"", "text \"withdrawal.opium\" is missing");
    blames_in(facts, "mark", "\"verified\"", "\"sure\"", "text \"withdrawal.marks.sure\" is missing");
}
