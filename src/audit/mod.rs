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

/// One compact line of UTF-8.
pub fn to_line(answered: &Answered) -> Vec<u8> {
    let mut line = Vec::with_capacity(16 * 1024);
    match answered.print(&mut line) {
        Ok(()) => line,
        Err(_) => Vec::new(),
    }
}

/// Spread over lines, for reading.
pub fn to_page(answered: &Answered) -> String {
    serde_json::to_string_pretty(answered).unwrap_or_default()
}
