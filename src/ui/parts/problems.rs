//! What is wrong: the summary at the top, and the sentence beside each input.

use super::icons::{self, icon};
use super::link;
use crate::browser::focus;
use crate::content::text::ui::question;
use crate::content::words;
use crate::ui::element::{El, el, say};
use crate::ui::state::App;
use leptos::prelude::*;

/// The summary. Its links move the focus and leave the address alone, which names the page.
pub fn error_summary(app: App) -> El {
    let item = move |field: &'static str, says: String| {
        let to = link("", app.route.get_untracked()).text(says).instead("click", move || focus::to_id(&target(field)));
        el("li", "").child(to)
    };
    let draw = move || {
        let found = app.problems.get();
        if found.is_empty() {
            return Vec::new();
        }
        let title = el("h2", "").attr("id", "errors-title").child(icon(icons::PROBLEM)).words(question::PROBLEMS);
        let items = found.into_iter().map(|problem| item(problem.field, problem.says.text()));
        let group = el("div", "ql-errors").attr("id", "errors").attr("role", "group").attr("tabindex", "-1");
        vec![group.attr("aria-labelledby", "errors-title").child(title).child(el("ul", "").children(items))]
    };
    el("div", "").block(draw)
}

/// Whether an input has a problem.
pub fn has_problem(app: App, field: &str) -> bool {
    app.problems.with(|problems| problems.iter().any(|problem| problem.field == field))
}

/// The sentence beside the input.
pub fn problem(app: App, field: &'static str) -> El {
    let draw = move || {
        let says = app.problems.with(|all| all.iter().find(|p| p.field == field).map(|p| p.says.text()));
        let line = |says: String| {
            let text = el("span", "").child(say("b", "", question::PROBLEM)).text(" ").text(says);
            el("p", "ql-problem").attr("id", format!("{field}-problem")).child(icon(icons::PROBLEM)).child(text)
        };
        says.map(line).into_iter().collect()
    };
    el("div", "").block(draw)
}

/// `aria-describedby` of an input: its hint and its problem, as far as there are any.
pub fn described(app: App, field: &'static str, hint: Option<String>) -> impl Fn() -> Option<String> + Send + 'static {
    move || {
        let problem = has_problem(app, field).then(|| format!("{field}-problem"));
        let ids: Vec<String> = hint.clone().into_iter().chain(problem).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// The id a summary's link leads to: the input itself, or the first box of a date.
fn target(field: &str) -> String {
    let dated = crate::content::PAGES
        .iter()
        .flat_map(|page| page.fields)
        .any(|f| f.id == field && f.kind == crate::content::FieldKind::MonthYear);
    if dated { format!("{field}_month") } else { field.to_owned() }
}

/// "Error: " before a title.
pub fn titled(title: &str, wrong: bool) -> String {
    if wrong { format!("{}{title}", words(question::ERROR)) } else { title.to_owned() }
}
