//! The answers as a FHIR R4 `QuestionnaireResponse`: each under its question, in the order asked.

use super::super::json::{Json, list, object};
use super::super::{Told, printed};
use super::questionnaire::{
    MEDICINE, MEDICINE_NAME, MEDICINE_TIMING, TAKES, TIMING, URL, coding, group_of, is_one, numbers,
};
use super::typed;
use crate::clinical::answers::{Answers, ListedMedicine};
use crate::clinical::flow::age;
use crate::clinical::iron::Quantity;
use crate::clinical::medicines::TAKES_NONE;
use crate::clinical::problems::sure;
use crate::clinical::report::Verdict;
use crate::content::{Field, FieldKind, Key, PAGES, Page, PageKind};
use crate::decimal;

/// The response. `answers`: those that count.
pub fn response(answers: &Answers, told: &Told<'_>, subject: &Json, today: &str) -> Json {
    let status = if told.report.verdict == Verdict::Incomplete { "in-progress" } else { "completed" };
    object([
        ("resourceType", Json::text("QuestionnaireResponse")),
        ("questionnaire", Json::text([URL, "|", env!("CARGO_PKG_VERSION")].concat())),
        ("status", Json::text(status)),
        ("subject", subject.clone()),
        ("authored", Json::text(today)),
        ("item", list(PAGES.iter().map(|one| page(one, answers)))),
    ])
}

fn page(page: &'static Page, answers: &Answers) -> Json {
    if let ([field], true) = (page.fields, is_one(page)) {
        return input(field, answers);
    }
    let items = match page.kind {
        PageKind::Medicines => list(medicines(answers)),
        PageKind::CheckNumbers => list(numbers().map(|field| confirmed(field, answers))),
        _ => list(page.fields.iter().map(|field| input(field, answers))),
    };
    if items.is_empty() {
        return Json::None;
    }
    object([("linkId", Json::text(group_of(page))), ("item", items)])
}

fn item(link: &str, values: Json) -> Json {
    if values.is_empty() {
        return Json::None;
    }
    object([("linkId", Json::text(link)), ("answer", values)])
}

fn answer(name: &'static str, value: Json) -> Json {
    if value.is_empty() { Json::None } else { object([(name, value)]) }
}

fn input(field: &'static Field, answers: &Answers) -> Json {
    let given = answers.get(field.id).unwrap_or_default();
    let values = match field.kind {
        FieldKind::Checkboxes { prefix } => {
            let ticked = |code: &str| answers.is(&[prefix, ".", code].concat(), "yes");
            let on = field.options.iter().filter(|option| ticked(option.code));
            list(on.map(|option| answer("valueCoding", coding(option.code, option.label))))
        }
        FieldKind::Radios | FieldKind::Tiles | FieldKind::Select => {
            let chosen = field.options.iter().find(|option| option.code == given);
            list(chosen.map(|option| answer("valueCoding", coding(option.code, option.label))))
        }
        FieldKind::Picker => {
            let number = given.parse::<usize>().ok().filter(|number| *number <= 10);
            list(number.map(|number| answer("valueInteger", Json::number(number))))
        }
        FieldKind::Number if Quantity::of_field(field.id).is_none() => {
            list(age(answers).map(|years| answer("valueDecimal", Json::Number(decimal::print(years, 2)))))
        }
        FieldKind::Number | FieldKind::Text => list([answer("valueString", typed(given))]),
        FieldKind::MonthYear => {
            list(printed::month_of(answers, field.id).map(|month| answer("valueDate", Json::text(month))))
        }
    };
    item(field.id, values)
}

fn confirmed(field: &Field, answers: &Answers) -> Json {
    let key = sure(field.id);
    let yes = answers.get(&key).is_some_and(|value| answers.is(field.id, value));
    item(&key, list(yes.then(|| answer("valueBoolean", Json::Is(true)))))
}

fn medicines(answers: &Answers) -> Vec<Json> {
    let mut made: Vec<Json> = answers.medicines.iter().map(listed).collect();
    made.push(chosen(TAKES_NONE, answers.get(TAKES_NONE).unwrap_or_default(), &TAKES));
    made
}

fn listed(one: &ListedMedicine) -> Json {
    let name = item(MEDICINE_NAME, list([answer("valueString", typed(&one.typed))]));
    let items = list([name, chosen(MEDICINE_TIMING, &one.timing, &TIMING)]);
    if items.is_empty() {
        return Json::None;
    }
    object([("linkId", Json::text(MEDICINE)), ("item", items)])
}

fn chosen(link: &str, given: &str, choices: &[(&'static str, Key)]) -> Json {
    let found = choices.iter().find(|(code, _)| *code == given);
    item(link, list(found.map(|(code, label)| answer("valueCoding", coding(code, *label)))))
}
