//! Radios, tiles, the strength picker and checkboxes: native inputs in a `fieldset`, drawn by the style sheet.
//!
//! Decides how a choice is offered, and that "None of these" and the others take each other away. Which choices are
//! on offer is asked of `clinical::flow`.

use super::button;
use super::details::disclose;
use crate::browser::focus;
use crate::clinical::flow;
use crate::content::text::ui::question;
use crate::content::{Field, FieldKind, Opt, Page, words};
use crate::ui::element::{El, el};
use crate::ui::state::App;
use leptos::prelude::*;

/// One of a few, as rows.
pub fn radios(app: App, field: &'static Field) -> El {
    let row = move |option: &'static Opt| {
        let input = radio(app, field.id, option.code.to_owned(), first(field) == Some(option.code));
        row(option, app, field.id.to_owned(), option.code, input)
    };
    el("div", "ql-options").block(move || offered(app, field).map(row).collect())
}

/// One of two to four short words, side by side.
pub fn tiles(app: App, field: &'static Field) -> El {
    let tile = move |option: &'static Opt| {
        let input = radio(app, field.id, option.code.to_owned(), first(field) == Some(option.code));
        el("label", "ql-tile").child(input).child(el("span", "").words(option.label))
    };
    let count = field.options.len().to_string();
    el("div", "ql-tiles").attr("data-count", count).children(field.options.iter().map(tile))
}

/// 0 to 10.
pub fn picker(app: App, field: &'static Field) -> El {
    let pick = move |class, number: u8, beside: Option<El>| {
        let input = radio(app, field.id, number.to_string(), number == 0);
        el("label", class).child(input).child(el("span", "").text(number.to_string()).maybe(beside))
    };
    let none = el("small", "").text(format!(" {}", words(question::PICKER_NONE)));
    let ten = el("div", "ql-picks").children((1..=10).map(|number| pick("ql-pick", number, None)));
    let end = |key| el("span", "").words(key);
    let ends = el("p", "ql-ends").children([end(question::PICKER_LEAST), end(question::PICKER_MOST)]);
    let picker = el("div", "ql-picker").child(pick("ql-pick is-none", 0, Some(none))).child(ten);
    el("div", "ql-picking").child(picker).child(ends)
}

/// Any of several; rarer ones behind one button; those that stand apart last.
pub fn checkboxes(app: App, page: &'static Page, field: &'static Field) -> El {
    let group = move |rows: fn(&Opt) -> bool| {
        let any = field.options.iter().any(rows);
        any.then(|| el("div", "ql-options").block(move || boxes(app, page, field, rows)))
    };
    let more = field.options.iter().any(is_more);
    if !more {
        return el("div", "ql-options").block(move || boxes(app, page, field, |_| true));
    }
    let chosen = app.answers.with_untracked(|answers| {
        answers.ticked(field.prefix()).any(|code| field.options.iter().any(|o| o.more && o.code == code))
    });
    let id = format!("{}-more", field.id);
    el("div", "ql-groups")
        .maybe(group(|option| !option.more && !option.apart))
        .child(disclose(&id, question::MORE, chosen, move || group(is_more).into_iter().collect()))
        .maybe(group(|option| option.apart))
}

fn is_more(option: &Opt) -> bool {
    option.more
}

fn boxes(app: App, page: &'static Page, field: &'static Field, rows: fn(&Opt) -> bool) -> Vec<El> {
    let prefix = field.prefix();
    let one = move |option: &'static Opt| {
        let key = format!("{prefix}.{}", option.code);
        let shown = key.clone();
        let id = if first(field) == Some(option.code) {
            field.id.to_owned()
        } else {
            format!("{}-{}", field.id, option.code)
        };
        let input = el("input", "")
            .attr("type", "checkbox")
            .attr("id", id)
            .attr("name", key.clone())
            .flag("checked", move || app.is(&shown, "yes"))
            .on_tick(move |on| app.change(|answers| answers.tick(prefix, option.code, on, &apart(page, prefix))));
        row(option, app, key, "yes", input)
    };
    offered(app, field).filter(|option| rows(option)).map(one).collect()
}

/// The choices that stand apart, in every input of the page that shares the prefix.
fn apart(page: &'static Page, prefix: &str) -> Vec<&'static str> {
    let fields = page.fields.iter().filter(|field| field.prefix() == prefix);
    fields.flat_map(|field| field.options).filter(|option| option.apart).map(|option| option.code).collect()
}

/// "Clear my answer", while there is one.
pub fn clear(app: App, field: &'static Field) -> El {
    let call = move || {
        app.give(field.id, "");
        focus::to_id(field.id);
    };
    el("div", "ql-clearing")
        .show(move || !app.answer(field.id).is_empty(), move || button("ql-link ql-clear", call).words(question::CLEAR))
}

fn offered(app: App, field: &'static Field) -> std::vec::IntoIter<&'static Opt> {
    // Only an input whose choices depend on other answers looks at the answers: the others are drawn once.
    if field.options.iter().all(|option| option.when.is_empty()) {
        return field.options.iter().collect::<Vec<_>>().into_iter();
    }
    app.answers.with(|answers| flow::options(field, answers, app.today()).collect::<Vec<_>>()).into_iter()
}

fn first(field: &Field) -> Option<&'static str> {
    field.options.first().map(|option| option.code)
}

fn radio(app: App, field: &'static str, code: String, first: bool) -> El {
    let (shown, given) = (code.clone(), code.clone());
    let id = if first { field.to_owned() } else { format!("{field}-{code}") };
    el("input", "")
        .attr("type", "radio")
        .attr("id", id)
        .attr("name", field)
        .attr("value", code)
        .flag("checked", move || app.is(field, &shown))
        .on("change", move || app.give(field, &given))
}

fn row(option: &'static Opt, app: App, key: String, code: &'static str, input: El) -> El {
    let stays = if option.apart { "ql-option is-apart" } else { "ql-option" };
    let hint = option.hint.map(|key| el("span", "ql-small").words(key));
    let text = el("span", "ql-words").child(el("span", "").words(option.label)).maybe(hint);
    el("label", "")
        .class_when(stays, "is-chosen", move || app.is(&key, code))
        .child(input)
        .child(el("span", "ql-mark"))
        .child(text)
}

/// Whether an input is one of the kinds above that can be cleared.
pub fn is_clearable(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Radios | FieldKind::Tiles | FieldKind::Picker | FieldKind::Select)
}
