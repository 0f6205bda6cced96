//! Check your answers: everything asked, as answered, with a way to change each.

use super::question::{back, form, saved};
use crate::clinical::answers::Answers;
use crate::clinical::flow;
use crate::clinical::said::{medicines, said};
use crate::content::text::capital;
use crate::content::text::ui::{answers as ui, medicines as listed};
use crate::content::{FieldKind, Key, Page, PageKind, words};
use crate::date::Date;
use crate::ui::element::{El, el, say};
use crate::ui::parts::{change_link, heading};
use crate::ui::state::App;
use leptos::prelude::*;

/// The screen.
pub fn screen(app: App, page: &'static Page) -> Vec<El> {
    let form = form(app, page)
        .child(heading(page.title))
        .block(move || groups(app))
        .child(say("button", "ql-button", ui::SEE).attr("type", "submit"))
        .child(say("p", "ql-small", ui::KEPT))
        .child(saved(app));
    vec![back(app, page), form]
}

/// One list for each section, in the order asked.
fn groups(app: App) -> Vec<El> {
    let (answers, today) = (app.answers.get(), app.today());
    let mut sections: Vec<(Key, El)> = Vec::new();
    for page in flow::asked(&answers, today) {
        let rows = rows(app, page, &answers, today);
        if rows.is_empty() {
            continue;
        }
        match sections.iter().position(|(section, _)| *section == page.section) {
            Some(at) => {
                let (section, list) = sections.remove(at);
                sections.insert(at, (section, list.children(rows)));
            }
            None => sections.push((page.section, el("dl", "ql-summary").children(rows))),
        }
    }
    sections.into_iter().flat_map(|(section, list)| [say("h2", "", section), list]).collect()
}

fn rows(app: App, page: &'static Page, answers: &Answers, today: Date) -> Vec<El> {
    if page.kind == PageKind::Medicines {
        return vec![row(app, page.id, words(listed::SHORT), medicines(answers))];
    }
    let fields = flow::fields(page, answers, today);
    let given = fields.filter_map(|field| {
        let said = said(field, answers);
        // Boxes of one group on several inputs: those left empty say nothing new.
        let part = matches!(field.kind, FieldKind::Checkboxes { .. }) && page.fields.len() > 1;
        (said.is_some() || !part).then(|| row(app, page.id, words(field.short), said))
    });
    given.collect()
}

fn row(app: App, page: &'static str, short: &str, said: Option<String>) -> El {
    let value = match said {
        Some(text) => el("dd", "").text(text),
        None => say("dd", "is-blank", ui::BLANK),
    };
    let change = el("dd", "ql-change").child(change_link(app, page, &short.to_ascii_lowercase()));
    el("div", "ql-row").child(el("dt", "").text(capital(short))).child(value).child(change)
}
