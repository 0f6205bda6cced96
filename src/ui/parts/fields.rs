//! One input of a question page, with its label, hint and problem, whatever its kind.

use super::choices::{checkboxes, clear, is_clearable, picker, radios, tiles};
use super::problems::{described, has_problem, problem};
use crate::content::text::ui::question;
use crate::content::{Field, FieldKind, Key, Page};
use crate::ui::element::{El, el, say};
use crate::ui::state::App;

/// How an input is named and hinted at: by the page, when it is alone there, else by itself.
pub struct Naming {
    /// Whether the words are those of the page: then they are its heading.
    pub alone: bool,
    /// Label or legend.
    pub label: Key,
    /// Under the label.
    pub hint: Option<Key>,
}

/// The input.
pub fn field(app: App, page: &'static Page, field: &'static Field, naming: &Naming) -> El {
    let inside = match field.kind {
        FieldKind::Number => typed(app, field, naming, "is-number", "decimal"),
        FieldKind::Text => typed(app, field, naming, "is-text", "text"),
        _ => grouped(app, page, field, naming),
    };
    el("div", "").class_when("ql-fieldwrap", "is-problem", move || has_problem(app, field.id)).children(inside)
}

fn hint(field: &Field, naming: &Naming) -> (Option<El>, Option<String>) {
    let id = format!("{}-hint", field.id);
    let class = if naming.alone { "ql-hint" } else { "ql-small" };
    (naming.hint.map(|key| say("p", class, key).attr("id", id.clone())), naming.hint.map(|_| id))
}

fn grouped(app: App, page: &'static Page, field: &'static Field, naming: &Naming) -> Vec<El> {
    let (hint, hint_id) = hint(field, naming);
    let legend = if naming.alone {
        el("legend", "ql-legend").child(super::heading(naming.label))
    } else {
        say("legend", "ql-label", naming.label)
    };
    let control = match field.kind {
        FieldKind::Tiles => tiles(app, field),
        FieldKind::Picker => picker(app, field),
        FieldKind::Checkboxes { .. } => checkboxes(app, page, field),
        FieldKind::MonthYear => month_year(app, field),
        _ => radios(app, field),
    };
    let group = el("fieldset", "ql-field")
        .live("aria-describedby", described(app, field.id, hint_id))
        .child(legend)
        .maybe(hint)
        .child(problem(app, field.id))
        .child(control);
    let mut made = vec![group];
    if is_clearable(field.kind) {
        made.push(clear(app, field));
    }
    made
}

fn typed(app: App, field: &'static Field, naming: &Naming, width: &'static str, mode: &'static str) -> Vec<El> {
    let (hint, hint_id) = hint(field, naming);
    let label = if naming.alone {
        let label = say("label", "", naming.label).attr("for", field.id);
        el("h1", "").attr("tabindex", "-1").child(label)
    } else {
        say("label", "ql-label", naming.label).attr("for", field.id)
    };
    let input =
        input(app, field.id, field.id.to_owned(), mode).live("aria-describedby", described(app, field.id, hint_id));
    let unit = field.unit.map(|unit| say("span", "ql-unit", unit));
    let class = if width == "is-text" { "ql-box is-text" } else { "ql-box is-number" };
    let mut made = vec![label];
    made.extend(hint);
    made.extend([problem(app, field.id), el("div", class).child(input).maybe(unit)]);
    made
}

fn month_year(app: App, field: &'static Field) -> El {
    let part = move |end: &str, label: Key, class: &'static str| {
        let key = format!("{}_{end}", field.id);
        let label = say("label", "ql-small", label).attr("for", key.clone());
        el("div", "").child(label).child(el("div", class).child(input(app, field.id, key, "numeric")))
    };
    let month = part("month", question::MONTH, "ql-box is-month");
    el("div", "ql-dates").child(month).child(part("year", question::YEAR, "ql-box is-year"))
}

/// A line to type into. What is typed is kept at each stroke, and is never changed while typing.
fn input(app: App, field: &'static str, key: String, mode: &'static str) -> El {
    let (shown, given) = (key.clone(), key.clone());
    el("input", "ql-input")
        .attr("type", "text")
        .attr("id", key.clone())
        .attr("name", key)
        .attr("inputmode", mode)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .live("aria-invalid", move || has_problem(app, field).then(|| "true".to_owned()))
        .value(move || app.answer(&shown))
        .on_text("input", move |text| app.give(&given, &text))
}
