//! The reviewer's document is what `content/` says today, all of it, and the list of what is due is right.
#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code)]
#[path = "../examples/content_review/due.rs"]
mod due;
#[allow(dead_code)]
#[path = "../examples/content_review/render.rs"]
mod render;

use due::{Standing, due, standing};
use quiet_legs::content::text::PATHS;
use quiet_legs::content::words;
use quiet_legs::date::Date;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document() -> String {
    render::document(root()).expect("the content can be read")
}

fn d(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

#[test]
fn the_document_in_docs_is_what_the_content_says() {
    let kept = fs::read_to_string(root().join("docs/content-review.md")).unwrap_or_default();
    let now = document();
    let line = kept.lines().zip(now.lines()).position(|(a, b)| a != b).map_or(0, |at| at + 1);
    assert!(kept == now, "docs/content-review.md differs from the content (line {line}): run `make content-review`");
}

#[test]
fn every_word_is_in_the_document() {
    let document = document().replace('\'', "’");
    for (path, key) in PATHS {
        assert!(document.contains(words(*key)), "{path}");
        assert!(document.contains(&format!("- `{path}`: ")), "{path}");
    }
}

#[test]
fn every_row_is_in_the_document_with_its_fields() {
    let document = document();
    for (stem, file) in render::read(&root().join("content/facts")).expect("the facts can be read") {
        assert!(document.contains(&format!("\n## {stem}\n")), "{stem}");
        for (table, rows) in &file {
            for row in rows.as_array().expect("a list of rows") {
                let id = row.get("id").and_then(|id| id.as_str()).expect("an id");
                let head = format!("\n### {table} `{id}`\n");
                let of_file = document.split(&format!("\n## {stem}\n")).nth(1).expect("its part");
                let part = of_file.split(&head).nth(1).unwrap_or_else(|| panic!("{stem}, {id}"));
                let part = part.split("\n##").next().unwrap_or_default();
                for field in row.as_table().expect("a row").keys().filter(|field| *field != "id") {
                    assert!(part.contains(&format!("- {field}: ")), "{stem}, {id}, {field}");
                }
            }
        }
    }
}

#[test]
fn the_same_content_gives_the_same_document() {
    assert_eq!(document(), document());
}

#[test]
fn a_row_is_due_after_12_months_and_near_60_days_before() {
    assert_eq!(due(d("2026-11-23")), d("2027-11-23"));
    assert_eq!(due(d("2028-02-29")), d("2029-02-28"));
    let day = d("2027-11-23");
    assert_eq!(standing(day, d("2027-11-24")), Standing::Past);
    assert_eq!(standing(day, d("2027-11-23")), Standing::Near);
    assert_eq!(standing(day, d("2027-09-24")), Standing::Near);
    assert_eq!(standing(day, d("2027-09-23")), Standing::Later);
}

#[test]
fn what_is_due_is_listed_by_file_with_its_ids() {
    let all = due::listed(root(), d("2999-01-01")).expect("the facts can be read");
    assert!(all.contains("medicines.toml") && all.contains("sertraline") && all.contains("past since"));
    let none = due::listed(root(), d("2000-01-01")).expect("the facts can be read");
    assert!(!none.contains("past since") && !none.contains("near, due"));
}
