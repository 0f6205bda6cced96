//! The audit tool: one case as JSON in, the whole report as JSON out.
//!
//! Builds an [`Assessment`](crate::clinical::assessment::Assessment) from the case and hands it to
//! [`assess`](crate::clinical::report::assess), the one the screens use; decides nothing itself. Strict on purpose:
//! an unknown key, a wrong type or a value out of range is refused with its path, because a reviewer who
//! misspells a key must not read a report about somebody else. `null` or a missing key is "not asked", never "no".
//! Compiled natively only, so none of it reaches a phone. The format: docs/case.schema.json, docs/report.schema.json.

pub mod case;
pub mod codes;
pub mod countries;
pub mod json;
pub mod paths;
pub mod print;
pub mod reader;
pub mod schemas;

pub use case::Case;
pub use print::Answered;
pub use reader::Refused;

use crate::clinical::report::assess;
use crate::date::Date;

/// Reads a case, weighs it and answers. `today` stands in where the case names no day.
pub fn answer(text: &[u8], today: Date) -> Result<Answered, Refused> {
    let case = Case::read(text, today)?;
    let report = assess(&case.assessment, case.today);
    Ok(Answered::new(&case, report))
}

/// One compact line.
pub fn to_line(answered: &Answered) -> String {
    // Most of it is the text.
    let mut line = Vec::with_capacity(answered.text.len() * 3 / 2 + 4096);
    let written = serde_json::to_writer(&mut line, answered);
    written.ok().and_then(|()| String::from_utf8(line).ok()).unwrap_or_default()
}

/// Spread over lines, for reading.
pub fn to_page(answered: &Answered) -> String {
    serde_json::to_string_pretty(answered).unwrap_or_default()
}
