//! docs/privacy.md and the pages about privacy say what the code does: every name it can keep, the policy of
//! index.html line by line, and the same words for a clinic's notice.
#![cfg(not(target_arch = "wasm32"))]

use quiet_legs::content::text::words;
use quiet_legs::content::{Block, PARTS};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The document without marks of a quotation and without its line breaks.
fn document() -> String {
    let text = read("docs/privacy.md");
    let lines = text.lines().map(|line| line.trim_start_matches("> ").trim());
    lines.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names that stand in the browser as they are, of some parts of the page about privacy.
fn told(parts: &[&str]) -> Vec<&'static str> {
    let parts = PARTS.iter().filter(|part| part.topic == "privacy" && parts.contains(&part.id));
    let blocks = parts.flat_map(|part| &part.blocks);
    blocks.filter_map(|block| if let Block::Code(code, _) = block { Some(*code) } else { None }).collect()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "js") {
            found.push(path);
        }
    }
}

/// Every `"quiet-legs.…"` that stands in the code as a text.
fn names_in_the_code() -> BTreeSet<String> {
    let mut found = Vec::new();
    files(&root().join("src"), &mut found);
    files(&root().join("public"), &mut found);
    let mut names = BTreeSet::new();
    for file in found {
        let code = fs::read_to_string(&file).expect("a file of the code");
        for after in code.split("\"quiet-legs.").skip(1) {
            let name = after.split(['"', '{']).next().unwrap_or_default();
            if !name.is_empty() {
                names.insert(format!("quiet-legs.{name}"));
            }
        }
    }
    names
}

#[test]
fn every_name_the_code_can_keep_is_told_on_the_page_and_in_the_document() {
    let in_code = names_in_the_code();
    assert!(in_code.len() >= 14, "{in_code:?}");
    let page: BTreeSet<String> = told(&["kept", "tab"]).into_iter().map(str::to_owned).collect();
    assert_eq!(page, in_code);
    let document = document();
    for name in in_code {
        assert!(document.contains(&format!("| `{name}` | ")), "{name} is not in the tables of docs/privacy.md");
    }
}

#[test]
fn the_policy_is_told_line_by_line_as_it_stands_in_the_page() {
    let page = read("index.html");
    let after = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").expect("a policy").1;
    let policy = after.split('"').next().expect("its end");
    let lines: Vec<&str> = policy.split("; ").collect();
    assert_eq!(told(&["rule"]), lines);
    let document = document();
    assert!(document.contains(&format!("``` {policy} ```")), "the policy is not in docs/privacy.md");
    for line in lines {
        assert!(document.contains(&format!("| `{line}` | ")), "{line} is not in the table of docs/privacy.md");
    }
}

#[test]
fn the_words_for_a_notice_are_the_same_on_the_page_and_in_the_document() {
    let document = document();
    let mut said = 0;
    for part in PARTS.iter().filter(|part| part.topic == "privacy-notice" && ["eu", "uk", "us"].contains(&part.id)) {
        assert!(document.contains(&format!("### {}", words(part.heading))), "{}", part.id);
        for block in &part.blocks {
            let Block::Say(key, _) = block else { panic!("{} has something but paragraphs", part.id) };
            assert!(document.contains(words(*key)), "not in docs/privacy.md: {}", words(*key));
            said += 1;
        }
    }
    assert_eq!(said, 17);
}
