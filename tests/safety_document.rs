//! docs/clinical-safety.md and docs/privacy.md name their tests as they are, and no hazard is left without one.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

fn read(path: &str) -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).ok()
}

fn document() -> String {
    read("docs/clinical-safety.md").expect("the document is there")
}

/// Every `file::name` of a text.
fn named(text: &str) -> Vec<(&str, &str)> {
    text.split('`').skip(1).step_by(2).filter_map(|word| word.split_once("::")).collect()
}

/// Every test that a text names exists, and there are at least so many.
fn all_exist(document: &str, at_least: usize) {
    let all = named(document);
    assert!(all.len() >= at_least, "{} tests are named", all.len());
    for (file, name) in all {
        let path = if file.starts_with("examples/") { format!("{file}.rs") } else { format!("tests/{file}.rs") };
        let code = read(&path).unwrap_or_else(|| panic!("{file}::{name}: there is no {path}"));
        let (head, _) = code.split_once(&format!("fn {name}(")).unwrap_or_else(|| panic!("{path} has no test {name}"));
        let attribute = head.rsplit("#[").next().unwrap_or_default();
        assert!(attribute.contains("test") && attribute.lines().count() <= 2, "{name} of {path} is no test");
    }
}

#[test]
fn every_test_the_safety_document_names_exists() {
    all_exist(&document(), 51);
}

#[test]
fn every_test_the_privacy_document_names_exists() {
    all_exist(&read("docs/privacy.md").expect("the document is there"), 18);
}

#[test]
fn every_hazard_has_a_cause_a_control_and_a_test() {
    let document = document();
    let rows: Vec<&str> = document.lines().filter(|line| line.starts_with("| **")).collect();
    assert!(rows.len() > 15);
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 4, "{row}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "{row}");
        assert!(!named(cells[3]).is_empty() || cells[3].contains("no test"), "{row}");
    }
}
