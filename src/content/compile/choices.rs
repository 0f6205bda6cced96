//! The choices of an input: its own codes, or rows of another table, and the words of each.
//!
//! Decides that every code on offer stands for something, and that every row a person could tell us
//! about is on offer somewhere. Which page or field is asked is decided by `flow`.

use super::flow::Flow;
use super::read::{Docs, Row, did_you_mean, rows};
use toml::{Table, Value};

/// Checkboxes whose codes are rows of another table: prefix, file and table, and the file of their words.
const ROWS: &[(&str, &str, &str, &str)] = &[
    ("sign", "red_flags", "sign", "signs"),
    ("condition", "conditions", "condition", "condition_names"),
    ("tick", "look_alikes", "look_alike", "look_alike_names"),
];

/// One choice, its texts and conditions already as Rust.
pub(super) struct Choice {
    pub(super) code: String,
    label: String,
    hint: String,
    apart: bool,
    more: bool,
    when: String,
}

impl Flow<'_> {
    pub(super) fn choices(&mut self, row: &Row<'_>, id: &str, docs: &Docs) -> Vec<Choice> {
        let mut made = Vec::new();
        for code in row.list("options") {
            let (label, hint) = self.words_of(row, id, code);
            let (apart, more) = (row.list("apart").contains(&code), row.list("more").contains(&code));
            let when = row.value("options_when").and_then(|t| t.get(code)).and_then(Value::as_str);
            let when = self.when(row, &when.into_iter().collect::<Vec<_>>());
            made.push(Choice { code: code.into(), label, hint, apart, more, when });
        }
        if let Some(from) = row.text("from") {
            let own = std::mem::take(&mut made);
            made = self.choices_from(row, from, docs);
            made.extend(own);
        }
        self.check_codes(row, id, &made, docs);
        made
    }

    /// Codes that nothing stands for: not offered, or not a row of the table that the prefix names.
    fn check_codes(&mut self, row: &Row<'_>, id: &str, made: &[Choice], docs: &Docs) {
        let offered = || made.iter().map(|c| c.code.as_str());
        let when = row.value("options_when").and_then(Value::as_table);
        for (key, codes) in [
            ("apart", row.list("apart")),
            ("more", row.list("more")),
            ("options_when", when.into_iter().flat_map(Table::keys).map(String::as_str).collect()),
        ] {
            for code in codes.into_iter().filter(|code| !offered().any(|o| o == *code)) {
                let near = did_you_mean(code, offered());
                self.faults.push(row.fault(format!("\"{key}\" names \"{code}\", which is not offered{near}")));
            }
        }
        let Some((_, stem, name, _)) = ROWS.iter().find(|(prefix, ..)| row.text("prefix").unwrap_or(id) == *prefix)
        else {
            return;
        };
        let known = rows(docs, stem, name, &mut Vec::new());
        for choice in made.iter().filter(|c| !c.apart && !known.iter().any(|k| k.id == c.code)) {
            let near = did_you_mean(&choice.code, known.iter().map(|k| k.id.as_str()));
            self.faults.push(row.fault(format!("offers \"{}\", which is no row of {stem}.toml{near}", choice.code)));
        }
    }

    /// Rows that no page offers and that are not marked `worked_out` can never come to light.
    pub(super) fn rows_out_of_reach(&mut self, docs: &Docs) {
        for (prefix, stem, name, _) in &ROWS[..2] {
            for row in rows(docs, stem, name, &mut Vec::new()) {
                let offered = self.asked.iter().any(|(key, _)| *key == format!("{prefix}.{}", row.id));
                if offered == row.flag("worked_out") {
                    let reason =
                        if offered { "is marked worked_out, but a page offers it" } else { "no page offers this row" };
                    self.faults.push(row.fault(reason));
                }
            }
        }
    }

    /// Label and hint of a choice: the field's own, else those of the row it stands for, else the shared ones.
    fn words_of(&mut self, row: &Row<'_>, id: &str, code: &str) -> (String, String) {
        let own = format!("fields.{id}.{code}");
        let named = ROWS.iter().find(|(prefix, ..)| row.text("prefix").unwrap_or(id) == *prefix);
        let (label, hint) = match named {
            _ if self.texts.has(&own) => (own.clone(), format!("{own}_hint")),
            Some((.., file)) if self.texts.has(&format!("{file}.{code}.label")) => {
                (format!("{file}.{code}.label"), format!("{file}.{code}.hint"))
            }
            _ => (format!("options.{code}"), format!("{own}_hint")),
        };
        (self.texts.need(&label, &row.file, &row.id, self.faults), self.texts.maybe(&hint))
    }

    /// Choices that are rows of another table: `from = "look_alikes"` or `"conditions"`.
    fn choices_from(&mut self, row: &Row<'_>, from: &str, docs: &Docs) -> Vec<Choice> {
        let (stem, name, texts) = match from {
            "conditions" => ("conditions", "condition", "condition_names"),
            "look_alikes" => ("look_alikes", "look_alike", "look_alike_names"),
            other => {
                self.faults.push(row.fault(format!("unknown table \"{other}\" in \"from\"")));
                return Vec::new();
            }
        };
        let mut made = Vec::new();
        for each in rows(docs, stem, name, self.faults) {
            let when = match each.text("shown") {
                Some("linked") => continue,
                Some("child") => vec!["fact:under_18"],
                Some("stopped") => vec!["stopped=yes|unsure"],
                _ => vec![],
            };
            let label = self.texts.need(&format!("{texts}.{}.label", each.id), &each.file, &each.id, self.faults);
            let hint = self.texts.maybe(&format!("{texts}.{}.hint", each.id));
            let when = self.when(row, &when);
            made.push(Choice {
                code: each.id.clone(),
                label,
                hint,
                apart: false,
                more: row.list("more").contains(&each.id.as_str()),
                when,
            });
        }
        made
    }
}

pub(super) fn written(choice: &Choice) -> String {
    let Choice { code, label, hint, apart, more, when } = choice;
    format!("Opt {{ code: {code:?}, label: {label}, hint: {hint}, apart: {apart}, more: {more}, when: {when} }}, ")
}
