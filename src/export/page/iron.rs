//! Iron: each value as printed, with its date; what was not given; what guidelines say of it.

use super::parts::told;
use super::{Block, Copy, Given, Part, urgent};
use crate::clinical::answers::Answers;
use crate::clinical::flow::field;
use crate::clinical::iron::Quantity;
use crate::clinical::said::said;
use crate::content::text::capital;
use crate::content::text::report::{iron as words_of, part};
use crate::content::{fill, words};
use crate::decimal;
use crate::export::{clean, printed};

/// Looked for in every reading: what is missing is said.
const LOOKED_FOR: [Quantity; 4] = [Quantity::Ferritin, Quantity::Tsat, Quantity::Haemoglobin, Quantity::Crp];

/// The part.
pub fn part(given: &Given<'_>, answers: &Answers) -> Option<Part> {
    let reading = given.told.report.iron.as_ref();
    let date = ["taken", "other_taken"].iter().find_map(|id| said(field(id)?, answers));
    let dated = |value: &str| match &date {
        Some(date) => fill(words_of::VALUE, &[("value", value), ("date", &clean::line(date))]),
        None => fill(words_of::UNDATED, &[("value", value)]),
    };
    let values: Vec<printed::Printed> = printed::of_check(answers).collect();
    let mut rows: Vec<(String, String)> = values.iter().map(|one| (one.name(), dated(&one.shown()))).collect();
    let worked_out = reading.filter(|reading| reading.tsat_computed).and_then(|reading| reading.tsat);
    if let Some(tsat) = worked_out {
        let value = fill(words_of::WORKED_OUT, &[("value", &decimal::print(tsat, 1))]);
        rows.push((capital(words(Quantity::Tsat.name())), value));
    }
    let missing: Vec<&str> = LOOKED_FOR
        .iter()
        .filter(|quantity| !values.iter().any(|value| value.quantity == **quantity))
        .filter(|quantity| **quantity != Quantity::Tsat || worked_out.is_none())
        .map(|quantity| words(quantity.name()))
        .collect();
    if !missing.is_empty() {
        rows.push((capital(&missing.join(", ")), words(words_of::NOT_GIVEN).to_owned()));
    }
    if values.is_empty() {
        rows.extend(told(answers, "tested"));
    }
    rows.extend(["on_iron", "iron_before", "iv_iron"].iter().filter_map(|id| told(answers, id)));
    let mut blocks: Vec<Block> = Block::facts(rows).into_iter().collect();
    if let Some(reading) = reading {
        let says = reading.problems.iter().chain(&reading.says).map(|said| clean::line(&said.text()));
        // The person has just read it at the top of the page; a clinician looks here.
        let above = if given.copy == Copy::Person { urgent(&given.told) } else { Vec::new() };
        blocks.extend(says.filter(|line| !above.contains(line)).map(Block::Says));
        if given.copy == Copy::Clinician {
            blocks.push(Block::Small(fill(words_of::CLASS, &[("class", reading.class.code())])));
        }
    }
    Part::of("iron", part::IRON, blocks)
}
