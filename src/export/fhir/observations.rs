//! Blood values, what the answers come to and what the nights show, as FHIR R4 `Observation`s.
//!
//! A blood value that was refused is no number here: of the check it stands among the answers, of the diary as a text.

use super::super::Told;
use super::super::json::{Json, list, object};
use super::super::printed::{self, Printed, printed as read};
use super::super::text::headline;
use super::{Origin, called, coded, typed};
use crate::clinical::answers::Answers;
use crate::clinical::iron::Quantity;
use crate::clinical::report::Verdict;
use crate::content::text::capital;
use crate::content::text::exports::{fhir as said, observations as names};
use crate::content::words;
use crate::decimal;
use crate::diary::stats::Spread;
use crate::diary::summary::{Summary, Times};
use crate::diary::timeline::{Lab, Test};

const CATEGORIES: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const LOINC: &str = "http://loinc.org";
const UCUM: &str = "http://unitsofmeasure.org";

/// Every one: the verdict, the nights, then blood values, those of the check first.
pub fn all(answers: &Answers, told: &Told<'_>, origin: &Origin) -> Vec<Json> {
    let taken = printed::taken(answers);
    let mut made = vec![verdict(told, origin)];
    made.extend(told.nights.map(|summary| nights(summary, origin)));
    made.extend(printed::of_check(answers).map(|value| {
        let when = taken.as_deref().map_or(Json::None, Json::text);
        laboratory(code_of(&value), when, ("valueQuantity", quantity_of(&value)), origin.note(""), origin)
    }));
    made.extend(worked_out(told, taken.as_deref(), origin));
    made.extend(told.labs.iter().map(|lab| of_diary(lab, origin)));
    made
}

fn observation<const N: usize>(category: [&str; 2], origin: &Origin, rest: [(&'static str, Json); N]) -> Json {
    let [code, display] = category;
    let category = object([("coding", coded(CATEGORIES, code, display).one())]).one();
    let first = [
        ("resourceType", Json::text("Observation")),
        ("status", Json::text("final")),
        ("category", category),
        ("subject", origin.subject.clone()),
    ];
    let last = [("derivedFrom", origin.derived.clone())];
    Json::Object(first.into_iter().chain(rest).chain(last).filter(|(_, value)| !value.is_empty()).collect())
}

fn laboratory(code: Json, when: Json, value: (&'static str, Json), note: Json, origin: &Origin) -> Json {
    let rest = [("code", code), ("effectiveDateTime", when), value, ("note", note)];
    observation(["laboratory", "Laboratory"], origin, rest)
}

fn code_of(value: &Printed) -> Json {
    let coding = value.loinc().map(|code| object([("system", Json::text(LOINC)), ("code", Json::text(code))]));
    object([("coding", list(coding)), ("text", typed(&value.name()))])
}

fn quantity_of(value: &Printed) -> Json {
    quantity(value.sign, &value.number, value.unit, &value.ucum())
}

fn quantity(sign: &str, number: &str, unit: &str, code: &str) -> Json {
    object([
        ("value", Json::Number(number.to_owned())),
        ("comparator", Json::text(sign)),
        ("unit", Json::text(unit)),
        ("system", Json::text(UCUM)),
        ("code", Json::text(code)),
    ])
}

/// The saturation, where it was worked out of what was printed.
fn worked_out(told: &Told<'_>, taken: Option<&str>, origin: &Origin) -> Option<Json> {
    let percent = told.report.iron.as_ref().filter(|iron| iron.tsat_computed)?.tsat?;
    let value = Printed { quantity: Quantity::Tsat, sign: "", number: decimal::print(percent, 1), unit: "%" };
    let note = origin.note(words(said::WORKED_OUT));
    let when = taken.map_or(Json::None, Json::text);
    Some(laboratory(code_of(&value), when, ("valueQuantity", quantity_of(&value)), note, origin))
}

fn of_diary(lab: &Lab, origin: &Origin) -> Json {
    let quantity = match lab.test {
        Test::Ferritin => Some(Quantity::Ferritin),
        Test::Tsat => Some(Quantity::Tsat),
        Test::Haemoglobin => Some(Quantity::Haemoglobin),
        Test::Crp => Some(Quantity::Crp),
        Test::Other => None,
    };
    let when = Json::text(lab.day.to_string());
    let note = origin.note(super::clean::text(&lab.note).trim());
    // A unit is kept as its code: `ug_l`.
    let unit = lab.unit.replace('_', "/");
    if let Some(value) = quantity.and_then(|quantity| read(quantity, &lab.value, &unit)) {
        return laboratory(code_of(&value), when, ("valueQuantity", quantity_of(&value)), note, origin);
    }
    let name = match quantity {
        Some(quantity) => &*capital(words(quantity.name())),
        None if lab.name.trim().is_empty() => words(names::OTHER_TEST),
        None => &lab.name,
    };
    let value = typed(&[&lab.value, " ", &lab.unit].concat());
    laboratory(called(name), when, ("valueString", value), note, origin)
}

fn verdict(told: &Told<'_>, origin: &Origin) -> Json {
    let points = told
        .report
        .points
        .iter()
        .filter(|_| told.report.verdict != Verdict::CannotScreen)
        .map(|point| component(called(words(point.name)), ("valueString", typed(words(point.fit.says())))));
    let rest = [
        ("code", called(words(names::VERDICT))),
        ("effectiveDateTime", Json::text(&*origin.today)),
        ("valueString", typed(&headline(told.report.verdict))),
        ("note", origin.note(words(said::NO_DIAGNOSIS))),
        ("component", list(points)),
    ];
    observation(["survey", "Survey"], origin, rest)
}

fn component(code: Json, value: (&'static str, Json)) -> Json {
    object([("code", code), value])
}

fn nights(summary: &Summary, origin: &Origin) -> Json {
    let count =
        |number: usize| ("valueQuantity", quantity("", &number.to_string(), words(names::UNIT_NIGHTS), "{nights}"));
    let middle = |spread: &Spread, unit, code| ("valueQuantity", quantity("", &spread.middle.to_string(), unit, code));
    let part = |key, value| component(called(words(key)), value);
    let strength = |spread: &Spread| middle(spread, words(names::UNIT_STRENGTH), "{score}");
    let mut parts =
        vec![part(names::RECORDED, count(summary.recorded)), part(names::WITH_SYMPTOMS, count(summary.with_symptoms))];
    parts.extend(summary.strength.as_ref().map(|spread| part(names::STRENGTH, strength(spread))));
    parts.push(part(names::STRENGTH_ALL, strength(&summary.strength_of_all)));
    if let Some(Times::Usual { middle, .. }) = summary.start {
        let time = Json::text([&middle.to_string(), ":00"].concat());
        parts.push(part(names::START, ("valueTime", time)));
    }
    parts.extend(summary.awake.as_ref().map(|spread| part(names::AWAKE, middle(spread, "min", "min"))));
    let period = object([
        ("start", Json::text(summary.window.from().to_string())),
        ("end", Json::text(summary.window.to().to_string())),
    ]);
    let rest = [
        ("code", called(words(names::NIGHTS))),
        ("effectivePeriod", period),
        ("note", origin.note("")),
        ("component", list(parts)),
    ];
    observation(["survey", "Survey"], origin, rest)
}
