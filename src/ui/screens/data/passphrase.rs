//! A passphrase to type, which can be shown.

use crate::content::Key;
use crate::content::text::copies::lock;
use crate::ui::element::{El, el, say};
use crate::ui::parts::problems::{described, has_problem, problem};
use crate::ui::state::App;
use leptos::prelude::*;

/// Its id and its name among the problems.
pub const FIELD: &str = "passphrase";
const HINT: &str = "passphrase-hint";

/// The field. `hint` stands under its label; `manager` tells password managers whether it is a new one.
pub fn field(app: App, typed: RwSignal<String>, hint: Key, manager: &'static str) -> El {
    let shown = RwSignal::new(false);
    let input = el("input", "ql-input")
        .live("type", move || Some(if shown.get() { "text" } else { "password" }.to_owned()))
        .attr("id", FIELD)
        .attr("name", FIELD)
        .attr("autocomplete", manager)
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .live("aria-invalid", move || has_problem(app, FIELD).then(|| "true".to_owned()))
        .live("aria-describedby", described(app, FIELD, Some(HINT.to_owned())))
        .value(move || typed.get())
        .on_text("input", move |text| typed.set(text));
    let tick = el("input", "").attr("type", "checkbox").attr("name", "show").flag("checked", move || shown.get());
    let show = el("label", "")
        .class_when("ql-option", "is-chosen", move || shown.get())
        .child(tick.on_tick(move |on| shown.set(on)))
        .child(el("span", "ql-mark"))
        .child(el("span", "ql-words").child(say("span", "", lock::SHOW)));
    el("div", "")
        .class_when("ql-fieldwrap", "is-problem", move || has_problem(app, FIELD))
        .child(say("label", "ql-label", lock::LABEL).attr("for", FIELD))
        .child(say("p", "ql-small", hint).attr("id", HINT))
        .child(problem(app, FIELD))
        .child(el("div", "ql-box is-text").child(input))
        .child(el("div", "ql-options ql-show").child(show))
}
