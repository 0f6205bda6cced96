//! The questions as a FHIR R4 `Questionnaire`, made from the same rows that the screens draw.
//!
//! Decides which item each input becomes, and which conditions of `facts/check.toml` a form can know: those that ask for
//! another answer. Facts that are worked out (an age below 18, a medicine of some kind) are no condition here, so a form
//! shows a question rather too often than too seldom; but never a title above nothing, and never the question whether a
//! number is right before there is one. Numbers of blood tests are texts, because `<10` is what is printed.

use super::super::json::{Json, list, object};
use super::typed;
use crate::clinical::iron::Quantity;
use crate::clinical::medicines::TAKES_NONE;
use crate::clinical::problems::sure;
use crate::content::text::exports::fhir as said;
use crate::content::text::labs;
use crate::content::text::ui::medicines as ui;
use crate::content::{Field, FieldKind, Key, Opt, PAGES, Page, PageKind, When, words};

/// The name of the questions everywhere; fixed for good.
pub const URL: &str = "urn:uuid:6d1f7c52-0c35-4b0e-9f0a-51c2a7e4b8d3";
/// Its file in the built site.
pub const FILE: &str = "questionnaire.json";
/// The group of one listed medicine.
pub const MEDICINE: &str = "medicine";
/// Its name.
pub const MEDICINE_NAME: &str = "medicine.name";
/// When the legs began, beside it.
pub const MEDICINE_TIMING: &str = "medicine.timing";
/// Codes and words of "I don't take any".
pub const TAKES: [(&str, Key); 2] = [("yes", ui::TAKES_NONE), ("unsure", ui::TAKES_UNSURE)];
/// Codes and words of the timing.
pub const TIMING: [(&str, Key); 3] = [
    ("worse_within_6_weeks", ui::TIMING_YES),
    ("started_before_medicine", ui::TIMING_NO),
    ("unsure", ui::TIMING_UNSURE),
];

const MIN: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
const MAX: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";
const CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
const CONTROLS: &str = "http://hl7.org/fhir/questionnaire-item-control";

/// The `Questionnaire`.
pub fn questionnaire() -> Json {
    object([
        ("resourceType", Json::text("Questionnaire")),
        ("url", Json::text(URL)),
        ("version", Json::text(env!("CARGO_PKG_VERSION"))),
        ("name", Json::text("QuietLegsCheck")),
        ("title", Json::text(words(said::TITLE))),
        ("status", Json::text("active")),
        ("subjectType", Json::text("Patient").one()),
        ("description", Json::text(words(said::DESCRIPTION))),
        ("copyright", Json::text(words(labs::NOTICE))),
        ("item", list(PAGES.iter().map(page))),
    ])
}

/// Whether a page with one input that has no words of its own is that input.
pub fn is_one(page: &Page) -> bool {
    page.kind == PageKind::Fields && matches!(page.fields, [field] if field.label.is_none())
}

/// The link of the group of a page.
pub fn group_of(page: &Page) -> String {
    ["page.", page.id].concat()
}

fn page(page: &'static Page) -> Json {
    if let ([field], true) = (page.fields, is_one(page)) {
        return input(page, field, true);
    }
    let items: Vec<Json> = match page.kind {
        PageKind::Medicines => medicines(),
        PageKind::CheckNumbers => numbers().map(confirmed).collect(),
        _ => page.fields.iter().map(|field| input(page, field, false)).collect(),
    };
    if items.is_empty() {
        return Json::None;
    }
    let id = group_of(page);
    let Conditions { all, behavior, .. } = of_group(page);
    object([
        ("linkId", Json::text(&*id)),
        ("text", typed(words(page.title))),
        ("type", Json::text("group")),
        ("enableWhen", all),
        ("enableBehavior", behavior),
        ("item", list([help(&id, page.hint)].into_iter().chain(items))),
    ])
}

/// An input. `alone`: without a group, so that it has the title, the small words and the conditions of its page. It is
/// required where the screens require it, unless a form cannot know whether it is asked at all.
fn input(page: &'static Page, field: &'static Field, alone: bool) -> Json {
    let title = words(field.label.unwrap_or(page.title));
    let title = match field.unit {
        Some(unit) => [title, " (", words(unit), ")"].concat(),
        None => title.to_owned(),
    };
    let above: &[When] = if alone { page.when } else { &[] };
    let Conditions { all, behavior, whole } = conditions(above.iter().chain(field.when));
    let required = field.required.is_some() && whole && conditions(page.when.iter()).whole;
    let hint = if alone { field.hint.or(page.hint) } else { field.hint };
    let many = matches!(field.kind, FieldKind::Checkboxes { .. });
    object([
        ("extension", if field.kind == FieldKind::Picker { zero_to_ten() } else { Json::None }),
        ("linkId", Json::text(field.id)),
        ("text", typed(&title)),
        ("type", Json::text(kind(field))),
        ("enableWhen", all),
        ("enableBehavior", behavior),
        ("required", if required { Json::Is(true) } else { Json::None }),
        ("repeats", if many { Json::Is(true) } else { Json::None }),
        ("answerOption", list(field.options.iter().map(option))),
        ("item", list([help(field.id, hint)])),
    ])
}

/// The kind of item an input is.
pub fn kind(field: &Field) -> &'static str {
    match field.kind {
        FieldKind::Radios | FieldKind::Tiles | FieldKind::Select | FieldKind::Checkboxes { .. } => "choice",
        FieldKind::Picker => "integer",
        FieldKind::Number if Quantity::of_field(field.id).is_none() => "decimal",
        FieldKind::Number | FieldKind::Text => "string",
        FieldKind::MonthYear => "date",
    }
}

/// A choice with its words.
pub fn coding(code: &str, label: Key) -> Json {
    object([("code", Json::text(code)), ("display", typed(words(label)))])
}

fn option(option: &Opt) -> Json {
    object([("valueCoding", coding(option.code, option.label))])
}

fn zero_to_ten() -> Json {
    let limit = |url, number| object([("url", Json::text(url)), ("valueInteger", Json::number(number))]);
    list([limit(MIN, 0), limit(MAX, 10)])
}

/// Small words below a question.
fn help(id: &str, hint: Option<Key>) -> Json {
    let Some(hint) = hint else { return Json::None };
    let control = object([("coding", object([("system", Json::text(CONTROLS)), ("code", Json::text("help"))]).one())]);
    let extension = object([("url", Json::text(CONTROL)), ("valueCodeableConcept", control)]);
    object([
        ("extension", extension.one()),
        ("linkId", Json::text([id, ".hint"].concat())),
        ("text", typed(words(hint))),
        ("type", Json::text("display")),
    ])
}

/// Inputs whose unusual numbers are asked about again.
pub fn numbers() -> impl Iterator<Item = &'static Field> {
    let fields = PAGES.iter().flat_map(|page| page.fields);
    fields.filter(|field| field.kind == FieldKind::Number && Quantity::of_field(field.id).is_some())
}

/// Whether an unusual number is right, asked where there is one: a form cannot know whether it is unusual.
fn confirmed(field: &Field) -> Json {
    object([
        ("linkId", Json::text(sure(field.id))),
        ("text", typed(words(field.short))),
        ("type", Json::text("boolean")),
        ("enableWhen", given(field).one()),
    ])
}

fn given(field: &Field) -> Json {
    object([("question", Json::text(field.id)), ("operator", Json::text("exists")), ("answerBoolean", Json::Is(true))])
}

fn medicines() -> Vec<Json> {
    let options =
        |all: &[(&str, Key)]| list(all.iter().map(|(code, label)| object([("valueCoding", coding(code, *label))])));
    let listed = object([
        ("linkId", Json::text(MEDICINE)),
        ("text", Json::text(words(said::MEDICINE))),
        ("type", Json::text("group")),
        ("repeats", Json::Is(true)),
        (
            "item",
            list([
                simple(MEDICINE_NAME, words(said::MEDICINE_NAME), "string", Json::None),
                simple(MEDICINE_TIMING, words(ui::TIMING), "choice", options(&TIMING)),
            ]),
        ),
    ]);
    vec![listed, simple(TAKES_NONE, words(ui::TAKES), "choice", options(&TAKES))]
}

fn simple(id: &str, text: &str, kind: &'static str, options: Json) -> Json {
    object([("linkId", Json::text(id)), ("text", typed(text)), ("type", Json::text(kind)), ("answerOption", options)])
}

/// What must have been answered.
struct Conditions {
    all: Json,
    behavior: Json,
    /// Whether the form asks for everything that the screens ask for.
    whole: bool,
}

/// The conditions of the group of a page. One without its own is drawn with the first of its questions, so that no
/// title stands above nothing.
fn of_group(page: &Page) -> Conditions {
    let own = conditions(page.when.iter());
    let mut below = Vec::new();
    if page.kind == PageKind::CheckNumbers {
        below.extend(numbers().map(given));
    }
    for field in page.fields {
        let Conditions { all: Json::List(each), behavior, .. } = conditions(field.when.iter()) else { return own };
        if each.is_empty() || behavior == Json::text("all") {
            return own;
        }
        below.extend(each);
    }
    if own.all.is_empty() && below.len() > 1 {
        return Conditions { all: list(below), behavior: Json::text("any"), whole: own.whole };
    }
    own
}

/// The conditions, as far as a form can know them. FHIR joins them by "all" or by "any", not both: one that several
/// answers meet stands alone.
fn conditions(when: impl Iterator<Item = &'static When>) -> Conditions {
    let (mut all, mut facts, mut several) = (Vec::new(), false, None);
    for one in when {
        match one {
            When::Is(key, codes) if codes.len() > 1 => several = several.or(Some(asks(key, "=", codes))),
            When::Is(key, codes) => all.extend(asks(key, "=", codes)),
            When::Not(key, codes) => all.extend(asks(key, "!=", codes)),
            When::Fact(_) | When::NotFact(_) => facts = true,
        }
    }
    let (whole, word) =
        (!facts && (several.is_none() || all.is_empty()), if several.is_some() { "any" } else { "all" });
    let all = several.unwrap_or(all);
    let behavior = if all.len() > 1 { Json::text(word) } else { Json::None };
    Conditions { all: list(all), behavior, whole }
}

fn asks(key: &str, operator: &'static str, codes: &[&str]) -> Vec<Json> {
    let Some((link, ticked)) = link_of(key) else { return Vec::new() };
    let each = codes.iter().map(|code| {
        let answer = object([("code", Json::text(ticked.unwrap_or(code)))]);
        object([("question", Json::text(link)), ("operator", Json::text(operator)), ("answerCoding", answer)])
    });
    each.collect()
}

/// The input an answer belongs to and, for a ticked box, the code of the box.
fn link_of(key: &str) -> Option<(&'static str, Option<&'static str>)> {
    let mut fields = PAGES.iter().flat_map(|page| page.fields);
    fields.find_map(|field| match field.kind {
        FieldKind::Checkboxes { prefix } => {
            let code = key.strip_prefix(prefix)?.strip_prefix('.')?;
            let option = field.options.iter().find(|option| option.code == code)?;
            Some((field.id, Some(option.code)))
        }
        _ => (field.id == key).then_some((field.id, None)),
    })
}
