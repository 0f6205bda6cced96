//! Blood tests of a case. A value stays as printed: whether it can be right is judged by `clinical::iron`.

use super::super::json::Json;
use super::super::reader::{At, Object, Refused, shown};
use super::{day, tri};
use crate::clinical::answers::LONGEST;
use crate::clinical::assessment::{Lab, Labs, Tri};

/// Keys of `labs`.
pub const LABS: &[&str] = &[
    "taken_on",
    "ferritin",
    "tsat_percent",
    "serum_iron",
    "tibc",
    "transferrin",
    "crp",
    "haemoglobin",
    "on_iron",
    "hours_since_iron",
    "iv_iron_last_12_weeks",
];
/// Keys of one value.
pub const LAB: &[&str] = &["value", "unit"];

/// Iron that was taken less than so many hours before the test changes it.
const SHORTLY_BEFORE: f64 = 24.0;

/// Every value that is there.
pub fn labs(at: At<'_, '_>) -> Result<Labs, Refused> {
    let o = at.object(LABS)?;
    let lab = |key| o.read(key, lab).map(Option::flatten);
    let tsat = o.read("tsat_percent", |at| printed(&at))?;
    let hours = o.read("hours_since_iron", |at| at.number(0.0, f64::MAX))?;
    Ok(Labs {
        taken_on: o.read("taken_on", day)?,
        ferritin: lab("ferritin")?,
        tsat: tsat.map(|value| Lab { value, unit: "%".into() }),
        serum_iron: lab("serum_iron")?,
        tibc: lab("tibc")?,
        transferrin: lab("transferrin")?,
        crp: lab("crp")?,
        haemoglobin: lab("haemoglobin")?,
        on_iron: tri(&o, "on_iron")?,
        iron_within_24h: hours.map(|hours| if hours < SHORTLY_BEFORE { Tri::Yes } else { Tri::No }),
        iv_iron_last_12_weeks: tri(&o, "iv_iron_last_12_weeks")?,
    })
}

/// A unit without a value is no value.
fn lab(at: At<'_, '_>) -> Result<Option<Lab>, Refused> {
    let o: Object<'_, '_> = at.object(LAB)?;
    let unit = o.read("unit", |at| short(&at).map(str::to_owned))?.unwrap_or_default();
    Ok(o.read("value", |at| printed(&at))?.map(|value| Lab { value, unit }))
}

/// A number as a laboratory would print it, or the text as it stands.
fn printed(at: &At<'_, '_>) -> Result<String, Refused> {
    match at.json {
        Json::Number(number) => Ok(number.to_string()),
        Json::Text(_) => short(at).map(str::to_owned),
        _ => Err(at.refuse(format!("must be a number or a text as printed, not {}", at.json.kind()))),
    }
}

fn short<'j>(at: &At<'_, 'j>) -> Result<&'j str, Refused> {
    let text = at.text()?;
    match text.chars().nth(LONGEST) {
        Some(_) => Err(at.refuse(format!("{} is longer than {LONGEST} characters", shown(text)))),
        None => Ok(text),
    }
}
