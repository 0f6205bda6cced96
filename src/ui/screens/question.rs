//! Every question page: the rows of `content::PAGES`, drawn by one renderer.
//!
//! Brings heading, hint, inputs, problems, Back, Continue and the word about saving for all of them alike.

use super::section;
use crate::clinical::flow;
use crate::content::text::ui::question;
use crate::content::{Key, Page, PageKind, fill};
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::parts::fields::{Naming, field};
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::problems::error_summary;
use crate::ui::parts::{back_link, heading};
use crate::ui::state::{App, Keeping};
use leptos::prelude::*;

/// A page of inputs.
pub fn screen(app: App, page: &'static Page) -> Vec<El> {
    let mut form = form(app, page);
    form = match page.fields {
        [only] if only.label.is_none() => {
            let naming = Naming { alone: true, label: title(app, page), hint: page.hint };
            form.child(field(app, page, only, &naming))
        }
        several => {
            let form = form.child(heading(title(app, page))).maybe(page.hint.map(|hint| say("p", "ql-hint", hint)));
            several.iter().fold(form, |form, one| {
                let draw = move || {
                    let naming = Naming { alone: false, label: one.label.unwrap_or(one.short), hint: one.hint };
                    field(app, page, one, &naming)
                };
                form.show(move || app.asks(page, one), draw)
            })
        }
    };
    vec![back(app, page), error_summary(app), form.child(go_on()).child(saved(app))]
}

/// The link to the page before.
pub fn back(app: App, page: &'static Page) -> El {
    let before = app.answers.with_untracked(|answers| flow::previous(page.id, answers, app.today()));
    back_link(before.map_or(Route::Start, |page| Route::Check(page.id)))
}

/// The form of a page, with its section.
pub fn form(app: App, page: &'static Page) -> El {
    let form = el("form", "ql-form").attr("novalidate", "").instead("submit", move || app.go_on(page));
    form.child(section(page.section)).maybe(for_whom(app, page))
}

/// The heading, as asked of whoever answers.
pub fn title(app: App, page: &'static Page) -> Key {
    app.answers.with_untracked(|answers| flow::title(page, answers))
}

/// Whom "you" means, where somebody answers for another.
fn for_whom(app: App, page: &'static Page) -> Option<El> {
    let asks = matches!(page.kind, PageKind::Fields | PageKind::Medicines) && page.id != "who";
    let other = asks && app.answers.with_untracked(flow::is_for_another);
    other.then(|| say("p", "ql-small", question::PROXY))
}

/// "Continue", the one filled button.
pub fn go_on() -> El {
    say("button", "ql-button", question::CONTINUE).attr("type", "submit")
}

/// Whether the answers are kept, in a word.
pub fn saved(app: App) -> El {
    let draw = move || {
        let keeping = app.device.with(|device| device.keeping.clone());
        match keeping {
            Keeping::Saved(time) => {
                vec![icon(icons::TICK), el("span", "").text(fill(question::SAVED, &[("time", &time)]))]
            }
            Keeping::NotYet => Vec::new(),
            Keeping::Unwanted | Keeping::Refused(_) | Keeping::Newer => vec![say("span", "", question::NOT_SAVED)],
        }
    };
    el("p", "ql-saved").attr("role", "status").block(draw)
}
