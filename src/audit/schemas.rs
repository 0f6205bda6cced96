//! The closed lists of docs/case.schema.json and docs/report.schema.json, from the tables and types they must equal.
//!
//! The schemas are written by hand but for their lists of codes, which [`rewritten`] puts in: whoever adds a
//! medicine runs `make content-review` and never edits a schema. A test holds both files against this.

use super::codes::{CERTAINTIES, COURSES, EXPLAINS, IMPACT, NOW, NOW_OR_BEFORE, SEX, TIMING, TRI, VERDICTS};
use super::countries;
use crate::clinical::criteria::FIRST_FOUR;
use crate::content::text::PATHS;
use crate::content::{
    CONDITIONS, Direction, IronClass, IronModifier, LOOK_ALIKES, MEDICINES, SIGNS, SOURCES, SimpleBand, Strength,
    Urgency,
};

/// Names under `$defs`, each with its codes.
pub type Lists = Vec<(&'static str, Vec<&'static str>)>;

/// Lists of docs/case.schema.json.
pub fn of_case() -> Lists {
    vec![
        ("tri", firsts(TRI)),
        ("now", firsts(NOW)),
        ("now_or_before", firsts(NOW_OR_BEFORE)),
        ("explains", firsts(EXPLAINS)),
        ("impact", firsts(IMPACT)),
        ("timing", firsts(TIMING)),
        ("sex", firsts(SEX)),
        ("country", countries::all().collect()),
        ("sign", SIGNS.iter().map(|row| row.id).collect()),
        ("condition", CONDITIONS.iter().map(|row| row.id).collect()),
        ("look_alike", LOOK_ALIKES.iter().map(|row| row.id).collect()),
    ]
}

/// Lists of docs/report.schema.json.
pub fn of_report() -> Lists {
    vec![
        ("verdict", VERDICTS.iter().map(|one| one.code()).collect()),
        ("course", COURSES.iter().map(|one| one.code()).collect()),
        ("criterion", FIRST_FOUR.iter().map(|(id, _)| *id).collect()),
        ("urgency", Urgency::ALL.iter().map(|each| each.code()).collect()),
        ("look_alike", LOOK_ALIKES.iter().map(|row| row.id).collect()),
        ("condition", CONDITIONS.iter().map(|row| row.id).collect()),
        ("medicine", MEDICINES.iter().map(|row| row.id).collect()),
        ("certainty", CERTAINTIES.to_vec()),
        ("direction", Direction::ALL.iter().map(|each| each.code()).collect()),
        ("strength", Strength::ALL.iter().map(|each| each.code()).collect()),
        ("danger", dangers()),
        ("iron_class", IronClass::ALL.iter().map(|each| each.code()).collect()),
        ("iron_modifier", IronModifier::ALL.iter().map(|each| each.code()).collect()),
        ("simple_band", SimpleBand::ALL.iter().map(|each| each.code()).collect()),
        ("source", SOURCES.iter().map(|row| row.id).collect()),
    ]
}

fn firsts<T>(list: &[(&'static str, T)]) -> Vec<&'static str> {
    list.iter().map(|(code, _)| *code).collect()
}

/// Cautions that have words: `D0` and on.
fn dangers() -> Vec<&'static str> {
    let codes = PATHS.iter().filter_map(|(path, _)| path.strip_prefix("discuss."));
    let mut codes: Vec<&str> = codes.filter(|code| code.starts_with('D')).collect();
    codes.sort_by_key(|code| (code.len(), *code));
    codes
}

/// The schema with these lists put in; a name that the schema has not got is left out.
pub fn rewritten(schema: &str, lists: &Lists) -> String {
    let mut text = schema.to_owned();
    for (name, codes) in lists {
        text = with_list(&text, name, codes).unwrap_or(text);
    }
    text
}

fn with_list(text: &str, name: &str, codes: &[&str]) -> Option<String> {
    const OPENS: &str = "\"enum\": [";
    let defs = text.find("\"$defs\"")?;
    let named = defs + text.get(defs..)?.find(&format!("\"{name}\": {{"))?;
    let from = named + text.get(named..)?.find(OPENS)? + OPENS.len();
    let to = from + text.get(from..)?.find(']')?;
    Some(format!("{}\n{}    {}", text.get(..from)?, wrapped(codes), text.get(to..)?))
}

/// As many in a line as fit.
fn wrapped(codes: &[&str]) -> String {
    const WIDEST: usize = 116;
    const INDENT: &str = "     ";
    let mut lines = String::new();
    let mut line = INDENT.to_owned();
    for (at, code) in codes.iter().enumerate() {
        let item = format!(" {code:?}{}", if at + 1 < codes.len() { "," } else { "" });
        if line.len() + item.len() > WIDEST {
            lines.push_str(&line);
            lines.push('\n');
            line = INDENT.to_owned();
        }
        line.push_str(&item);
    }
    lines + &line + "\n"
}
