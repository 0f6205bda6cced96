//! "Is this number right?": asked once about each number that is unusual, and never about another.

use super::question::{back, form, go_on};
use crate::browser::focus;
use crate::clinical::flow;
use crate::clinical::problems::{Unusual, sure, unusual};
use crate::content::text::ui::numbers;
use crate::content::{PAGES, Page};
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::parts::{button, heading, link};
use crate::ui::state::App;
use leptos::prelude::*;

/// The screen.
pub fn screen(app: App, page: &'static Page) -> Vec<El> {
    let form = form(app, page).child(heading(page.title)).maybe(page.hint.map(|hint| say("p", "ql-hint", hint)));
    let asks = move || {
        let found = app.answers.with(|answers| unusual(answers, app.today()));
        if found.is_empty() {
            return vec![say("p", "", numbers::ALL_RIGHT).attr("role", "status"), go_on()];
        }
        found.into_iter().map(|one| question(app, one)).collect()
    };
    vec![back(app, page), form.block(asks)]
}

fn question(app: App, one: Unusual) -> El {
    let home = PAGES.iter().find(|page| page.fields.iter().any(|field| field.id == one.field));
    let change = home.map_or(Route::Check("answers"), |page| Route::Check(page.id));
    let (key, value) = (sure(one.field), one.value.clone());
    let right = move || {
        app.give(&key, &value);
        let left = app.answers.with_untracked(|answers| unusual(answers, app.today()));
        match flow::page("check-numbers") {
            Some(page) if left.is_empty() => app.go_on(page),
            _ => focus::after_drawing(|| {
                focus::to(".ql-interrupt h2");
            }),
        }
    };
    let buttons = el("div", "ql-buttons")
        .child(link("ql-button", change).words(numbers::CHANGE))
        .child(button("ql-button is-second", right).words(numbers::RIGHT));
    el("section", "ql-interrupt").child(el("h2", "").attr("tabindex", "-1").text(one.says.text())).child(buttons)
}
