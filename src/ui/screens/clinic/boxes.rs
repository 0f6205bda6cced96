//! The boxes, in the order a clinic thinks of them.

use super::{colours, part};
use crate::clinic::rules::{self, Rule};
use crate::clinic::{Format, Part, draft};
use crate::content::text::clinic_page::{hand, look, parts, place, who};
use crate::content::{EMERGENCY, Key, PAGES, words};
use crate::ui::desk::Desk;
use crate::ui::element::{El, el, say};
use crate::ui::parts::entry::{Paper, labelled, rows, tick};
use crate::ui::parts::problems::{described, has_problem, problem};

/// All of them.
pub fn all(desk: Desk) -> Vec<El> {
    let line = |rule: &'static Rule, label, hint| labelled(desk, rule.name, label, Some(hint), "ql-box is-text", None);
    let who = boxes()
        .child(line(&rules::NAME, who::NAME, who::NAME_HINT))
        .child(line(&rules::PHONE, who::PHONE, who::PHONE_HINT))
        .child(line(&rules::LINK, who::LINK, who::LINK_HINT))
        .child(area(desk, &rules::LINE, "6", who::ADDRESS, who::ADDRESS_HINT))
        .child(area(desk, &rules::WELCOME, "5", who::WELCOME, who::WELCOME_HINT));
    let number = line(&rules::EMERGENCY_NUMBER, place::EMERGENCY, place::EMERGENCY_HINT);
    let place = boxes().child(country(desk)).child(number);
    let look = boxes().children(colours::both(desk)).child(line(&rules::LOGO, look::LOGO, look::LOGO_HINT));
    vec![
        part(who::TITLE).child(who),
        part(place::TITLE).child(place),
        part(look::TITLE).child(look),
        shown(desk),
        handing(desk),
    ]
}

/// Boxes below each other.
fn boxes() -> El {
    el("div", "ql-form")
}

/// A text of several lines.
fn area(desk: Desk, rule: &'static Rule, height: &'static str, label: Key, hint: Key) -> El {
    let (field, hint_id) = (rule.name, [rule.name, "-hint"].concat());
    let area = el("textarea", "ql-input ql-note-box")
        .attr("id", field)
        .attr("name", field)
        .attr("rows", height)
        .live("aria-invalid", move || has_problem(desk.app(), field).then(|| "true".to_owned()))
        .live("aria-describedby", described(desk.app(), field, Some(hint_id.clone())))
        .value(move || desk.given(field))
        .on_text("input", move |typed| desk.give(field, &typed));
    el("div", "")
        .class_when("ql-fieldwrap", "is-problem", move || has_problem(desk.app(), field))
        .child(say("label", "ql-label", label).attr("for", field))
        .child(say("p", "ql-small", hint).attr("id", [field, "-hint"].concat()))
        .child(problem(desk.app(), field))
        .child(el("div", "ql-box is-text").child(area))
}

/// The countries whose emergency number we know, as the check names them.
fn country(desk: Desk) -> El {
    let field = rules::COUNTRY.name;
    let name = |code: &str| {
        let asked = PAGES.iter().flat_map(|page| page.fields).find(|asked| asked.id == field);
        asked.and_then(|asked| asked.options.iter().find(|option| option.code == code && !option.apart))
    };
    let option = |code: &'static str, says: &'static str| {
        let option = el("option", "").attr("value", code).text(says);
        option.flag("selected", move || desk.given(field) == code)
    };
    let known = EMERGENCY.iter().map(|row| {
        let says = name(row.country).map_or(place::OTHER, |named| named.label);
        option(row.country, words(says))
    });
    let wrong = move || {
        let given = desk.given(field);
        let strange = !given.is_empty() && !EMERGENCY.iter().any(|row| row.country == given);
        strange
            .then(|| el("option", "").attr("value", given.clone()).attr("selected", "").text(given))
            .into_iter()
            .collect()
    };
    let select = el("select", "ql-select")
        .attr("id", field)
        .attr("name", field)
        .live("aria-invalid", move || has_problem(desk.app(), field).then(|| "true".to_owned()))
        .live("aria-describedby", described(desk.app(), field, Some("country-hint".to_owned())))
        .child(option("", words(place::OPEN)))
        .children(known)
        .block(wrong)
        .on_text("change", move |code| desk.give(field, &code));
    el("div", "")
        .class_when("ql-fieldwrap", "is-problem", move || has_problem(desk.app(), field))
        .child(say("label", "ql-label", place::COUNTRY).attr("for", field))
        .child(say("p", "ql-small", place::COUNTRY_HINT).attr("id", "country-hint"))
        .child(problem(desk.app(), field))
        .child(select)
}

fn shown(desk: Desk) -> El {
    let says = |part| match part {
        Part::Diary => parts::DIARY,
        Part::Learn => parts::LEARN,
        Part::Plan => parts::PLAN,
        Part::Record => parts::RECORD,
    };
    let row = |(part, name): (Part, &str)| {
        let key = draft::part(name);
        let given = key.clone();
        tick(desk, key, words(says(part)).to_owned(), false, move |on| desk.give(&given, if on { "yes" } else { "" }))
    };
    let set = el("fieldset", "ql-field")
        .child(say("legend", "ql-label", parts::LEGEND))
        .child(el("div", "ql-options").children(Part::ALL.map(row)));
    part(parts::TITLE).child(el("div", "ql-fieldwrap").child(set))
}

fn handing(desk: Desk) -> El {
    let on = move |on| desk.give(draft::HANDOVER, if on { "yes" } else { "" });
    let offer = tick(desk, draft::HANDOVER.to_owned(), words(hand::TICK).to_owned(), false, on);
    let more = move || {
        let says = |format: &Format| match format {
            Format::Fhir => hand::FHIR,
            Format::Text => hand::PLAIN,
        };
        let choices = Format::ALL.iter().map(|(format, name)| (*name, says(format))).collect();
        let (origin, format) = (rules::ORIGIN.name, rules::FORMAT.name);
        boxes()
            .child(say("p", "", hand::MIND))
            .child(labelled(desk, origin, hand::ORIGIN, Some(hand::ORIGIN_HINT), "ql-box is-text", None))
            .child(rows(desk, format, hand::FORMAT, choices))
    };
    part(hand::TITLE)
        .child(say("p", "", hand::TEXT))
        .child(el("div", "ql-options").child(offer))
        .child(el("div", "").show(move || desk.is(draft::HANDOVER, "yes"), more))
}
