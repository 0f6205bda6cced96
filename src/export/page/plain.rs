//! The page as plain text, for a message: the same lines in the same order, told a little shorter.
//!
//! Decides what a message can do without: single nights, of which the sentences tell. What was not answered is named in
//! one line of its part, and tests with the same reason share one.

use super::{Block, Page};
use crate::content::text::report::{self as own, part};
use crate::content::words;

/// The text: an empty line before a heading, a dash before an item.
pub fn plain(page: &Page, title: &str) -> String {
    let mut text = [title, "\n", &page.made, "\n"].concat();
    if !page.urgent.is_empty() {
        heading(&mut text, words(part::URGENT));
        page.urgent.iter().for_each(|line| item(&mut text, line));
    }
    if let Some(verdict) = &page.verdict {
        heading(&mut text, verdict);
    }
    for part in &page.parts {
        heading(&mut text, &part.title);
        part.blocks.iter().for_each(|block| add(&mut text, part.id, block));
    }
    text.push('\n');
    page.foot.iter().for_each(|line| sentence(&mut text, line));
    text
}

fn heading(text: &mut String, words: &str) {
    text.push('\n');
    sentence(text, words);
}

fn sentence(text: &mut String, words: &str) {
    text.push_str(words);
    text.push('\n');
}

fn item(text: &mut String, words: &str) {
    text.push_str("- ");
    sentence(text, words);
}

fn add(text: &mut String, part: &str, block: &Block) {
    match block {
        Block::Says(words) | Block::Small(words) => sentence(text, words),
        Block::Facts(rows) => facts(text, rows),
        Block::Table { .. } if part == "diary" => {}
        Block::Table { rows, .. } if part == "tests" => same_reason(rows).iter().for_each(|row| item(text, row)),
        Block::Table { heads, rows } if part == "medicines" => {
            rows.iter().for_each(|row| item(text, &cells(&named_second(heads, row))));
        }
        Block::Table { rows, .. } => rows.iter().for_each(|row| item(text, &cells(row))),
        Block::Boxes(lines) => lines.iter().for_each(|line| {
            text.push_str("[ ] ");
            sentence(text, line);
        }),
        Block::Charts(_) => {}
    }
}

fn facts(text: &mut String, rows: &[(String, String)]) {
    let blank = words(own::NOT_ANSWERED);
    let (open, told): (Vec<_>, Vec<_>) = rows.iter().partition(|(_, value)| value == blank);
    told.into_iter().for_each(|(name, value)| item(text, &[name, ": ", value].concat()));
    if !open.is_empty() {
        let names: Vec<&str> = open.into_iter().map(|(name, _)| name.as_str()).collect();
        item(text, &[blank, ": ", &names.join("; ")].concat());
    }
}

/// "yes" alone says nothing: the second cell with its heading before it.
fn named_second(heads: &[&str], row: &[String]) -> Vec<String> {
    let named = |at: usize, cell: &String| match heads.get(at) {
        Some(head) if at == 1 => [head, ": ", cell].concat(),
        _ => cell.clone(),
    };
    row.iter().enumerate().map(|(at, cell)| named(at, cell)).collect()
}

/// "Ferritin; Transferrin saturation: It belongs to a first look at restless legs."
fn same_reason(rows: &[Vec<String>]) -> Vec<String> {
    let mut merged: Vec<(String, &[String])> = Vec::new();
    for (name, rest) in rows.iter().filter_map(|row| row.split_first()) {
        match merged.iter_mut().find(|(_, other)| *other == rest) {
            Some((names, _)) => *names = [names, "; ", name].concat(),
            None => merged.push((name.clone(), rest)),
        }
    }
    merged.into_iter().map(|(names, rest)| cells(&[&[names], rest].concat())).collect()
}

/// "Sertraline: yes; can make it worse".
fn cells(row: &[String]) -> String {
    let Some((name, rest)) = row.split_first() else { return String::new() };
    let mut line = name.clone();
    for cell in rest.iter().filter(|cell| !cell.is_empty()) {
        let joint = if line.len() == name.len() {
            ": "
        } else if line.ends_with('.') {
            " "
        } else {
            "; "
        };
        line.push_str(joint);
        line.push_str(cell);
    }
    line
}
