//! What was answered, in words: for "Check your answers", and for every page that tells a doctor.
//!
//! Decides nothing: a choice is told by its own label, and what was typed stands as it was typed.

use super::answers::Answers;
use super::medicines::TAKES_NONE;
use crate::content::text::month;
use crate::content::text::ui::{answers as ui, medicines as listed};
use crate::content::{Field, FieldKind, words};

/// The answer to an input; `None` where none was given.
pub fn said(field: &'static Field, answers: &Answers) -> Option<String> {
    let label = |code: &str| field.options.iter().find(|o| o.code == code).map(|o| words(o.label));
    match field.kind {
        FieldKind::Checkboxes { prefix } => {
            let codes: Vec<&str> = answers.ticked(prefix).collect();
            let chosen = field.options.iter().filter(|option| codes.contains(&option.code));
            let labels: Vec<&str> = chosen.map(|option| words(option.label)).collect();
            (!labels.is_empty()).then(|| labels.join("; "))
        }
        FieldKind::MonthYear => {
            let part = |end: &str| answers.get(&[field.id, end].concat()).unwrap_or_default();
            let (number, year) = (part("_month"), part("_year"));
            let name = number.trim().parse().map_or("", month);
            let name = if name.is_empty() { number } else { name };
            let both = [name, " ", year].concat();
            (!both.trim().is_empty()).then(|| both.trim().to_owned())
        }
        kind => {
            let answer = answers.get(field.id)?;
            let typed = matches!(kind, FieldKind::Number | FieldKind::Text);
            let unit = field.unit.filter(|_| typed).map(|unit| [" ", words(unit)].concat());
            Some(label(answer).map_or_else(|| answer.to_owned() + &unit.unwrap_or_default(), str::to_owned))
        }
    }
}

/// The names listed, or that there are none; `None` where that was not answered.
pub fn medicines(answers: &Answers) -> Option<String> {
    if answers.medicines.is_empty() {
        return match answers.get(TAKES_NONE)? {
            "none" => Some(words(ui::NONE_LISTED).to_owned()),
            _ => Some(words(listed::TAKES_UNSURE).to_owned()),
        };
    }
    let names: Vec<&str> = answers.medicines.iter().map(|listed| listed.typed.as_str()).collect();
    Some(names.join("; "))
}
