//! The nights as a table for a spreadsheet: one row a night, RFC 4180, UTF-8 with a mark so that Excel reads accents.
//!
//! Decides what a cell says. What a person typed is made safe for programs that take text for a formula: a cell, or a
//! part of one after a line break, a tab or a semicolon (where a program set to other separators would cut), that begins
//! with `=`, `+`, `-`, `@` or their full-width forms gets an apostrophe in front, whatever blanks, quotes and unseen
//! characters stand before. A character that is no writing or that turns the order of reading round becomes `U+FFFD`.
//! So this table is for reading; what is to be brought in again is the copy, which keeps every letter.

use crate::content::text::diary::form::{self, active, coffee, drinks, extra};
use crate::content::text::idle_ready;
use crate::content::text::spreadsheet::column;
use crate::content::{Key, words};
use crate::diary::entry::{Activity, Alcohol, Caffeine, Entry, Extra};
use crate::diary::night::Night;
use crate::diary::said::started;
use std::collections::BTreeMap;

/// What the text of a table is, for a file.
pub const MEDIA_TYPE: &str = "text/csv;charset=utf-8";
/// Tells Excel that the file is UTF-8.
const MARK: char = '\u{feff}';
/// Stands for what must not reach a spreadsheet.
const UNKNOWN: char = '\u{fffd}';
/// Between two names in a cell.
const AND: &str = "; ";

const COLUMNS: [Key; 12] = [
    column::NIGHT,
    column::INTENSITY,
    column::START,
    column::AT,
    column::ACTIVITY,
    column::TAKEN,
    column::CAFFEINE,
    column::ALCOHOL,
    column::LOST,
    column::GOT_UP,
    column::EXTRAS,
    column::NOTE,
];

/// The table, the earliest night first. `None` while the words are not here yet.
pub fn table(nights: &BTreeMap<Night, Entry>) -> Option<String> {
    idle_ready().then_some(())?;
    let mut text = String::from(MARK);
    row(&mut text, COLUMNS.map(|key| words(key).to_owned()));
    for (night, entry) in nights {
        row(&mut text, cells(*night, entry));
    }
    Some(text)
}

/// A row of the table, before anything is made safe. What was not answered is empty.
pub fn cells(night: Night, entry: &Entry) -> [String; 12] {
    let say = |key: Option<Key>| key.map(|key| words(key).to_owned()).unwrap_or_default();
    let taken = entry.taken.as_ref().map(|names| match names.is_empty() {
        true => words(form::TAKEN_NONE).to_owned(),
        false => names.join(AND),
    });
    let extras: Vec<&str> = entry.extras.iter().map(|one| words(else_noted(*one))).collect();
    [
        night.to_string(),
        entry.intensity.value().to_string(),
        say(entry.start.map(started)),
        entry.at.map(|at| at.to_string()).unwrap_or_default(),
        say(entry.activity.map(activity)),
        taken.unwrap_or_default(),
        say(entry.caffeine.map(caffeine)),
        say(entry.alcohol.map(alcohol)),
        entry.lost.map(|minutes| minutes.to_string()).unwrap_or_default(),
        say(entry.got_up.map(|yes| if yes { form::YES } else { form::NO })),
        extras.join(AND),
        entry.note.clone(),
    ]
}

fn row(text: &mut String, cells: [String; 12]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        let cell = safe(cell);
        if cell.contains(['"', ',', ';', '\n', '\t']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// A cell that no program takes for a formula, with the line breaks of Unix.
pub fn safe(cell: &str) -> String {
    let cell = cell.replace("\r\n", "\n");
    let mut safe = String::with_capacity(cell.len() + 1);
    // Where this part of the cell begins, while nothing has been seen in it.
    let mut part = Some(0);
    for c in cell.chars().map(harmless) {
        if let Some(begin) = part
            && (is_formula(c) || (safe.is_empty() && matches!(c, '\n' | '\t')))
        {
            safe.insert(begin, '\'');
            part = None;
        }
        safe.push(c);
        if matches!(c, '\n' | '\t' | ';') {
            part = Some(safe.len());
        } else if !is_passed_over(c) {
            part = None;
        }
    }
    safe
}

fn harmless(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\r' => '\n',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => UNKNOWN,
        _ if c.is_control() => UNKNOWN,
        _ => c,
    }
}

/// What spreadsheets take for the beginning of a formula, with its full-width and small forms.
fn is_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+'
            | '-'
            | '@'
            | '\u{ff1d}'
            | '\u{ff0b}'
            | '\u{ff0d}'
            | '\u{ff20}'
            | '\u{fe66}'
            | '\u{fe62}'
            | '\u{fe63}'
            | '\u{fe6b}'
    )
}

/// Blanks, quotes and what is not seen: some programs drop them in front of a formula.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '"' | '\'' | '`' | '\u{ab}' | '\u{bb}' | '\u{2018}'..='\u{201f}' | '\u{ff02}' | '\u{ff07}')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | MARK | UNKNOWN)
}

fn activity(day: Activity) -> Key {
    match day {
        Activity::None => active::NONE,
        Activity::Light => active::LIGHT,
        Activity::Moderate => active::MODERATE,
        Activity::Hard => active::HARD,
    }
}

fn caffeine(day: Caffeine) -> Key {
    match day {
        Caffeine::None => coffee::NONE,
        Caffeine::Early => coffee::BEFORE_TWO,
        Caffeine::Late => coffee::AFTER_TWO,
    }
}

fn alcohol(day: Alcohol) -> Key {
    match day {
        Alcohol::None => drinks::NONE,
        Alcohol::One => drinks::ONE,
        Alcohol::More => drinks::TWO_OR_MORE,
    }
}

fn else_noted(one: Extra) -> Key {
    match one {
        Extra::LongSitting => extra::LONG_SITTING,
        Extra::LateExercise => extra::LATE_EXERCISE,
        Extra::MissedDose => extra::MISSED_DOSE,
        Extra::Period => extra::PERIOD,
        Extra::NewMedicine => extra::NEW_MEDICINE,
        Extra::Compression => extra::COMPRESSION,
        Extra::Bath => extra::BATH,
    }
}
