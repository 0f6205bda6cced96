//! The search over pages, questions, medicines and conditions. What is typed is kept nowhere.

use crate::clinical::medicines::direction;
use crate::content::learn::search::{Hit, find};
use crate::content::text::capital;
use crate::content::text::learn_page::search as own;
use crate::content::{fill, words};
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::link;
use leptos::prelude::*;

const FIELD: &str = "learn-search";

/// The field and what it finds.
pub fn search() -> El {
    let typed = RwSignal::new(String::new());
    let input = el("input", "ql-input")
        .attr("id", FIELD)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "learn-search-hint")
        .on_text("input", move |text| typed.set(text.chars().take(80).collect()));
    let label = say("label", "ql-label", own::LABEL).attr("for", FIELD);
    let hint = say("p", "ql-small", own::HINT).attr("id", "learn-search-hint");
    let field = el("div", "ql-box is-text").child(input);
    let found = el("div", "ql-found").block(move || typed.with(|typed| results(typed)));
    el("div", "ql-search").attr("role", "search").children([label, hint, field, found])
}

fn results(typed: &str) -> Vec<El> {
    if typed.trim().chars().count() < 2 {
        return Vec::new();
    }
    let hits = find(typed);
    let says = match hits.len() {
        0 => fill(own::NONE, &[("typed", typed.trim())]),
        1 => words(own::FOUND_ONE).to_owned(),
        count => fill(own::FOUND, &[("count", &count.to_string())]),
    };
    let mut made = vec![el("p", "ql-small").attr("role", "status").text(says)];
    if !hits.is_empty() {
        made.push(el("ul", "ql-links").children(hits.iter().map(hit)));
    }
    made
}

fn hit(hit: &Hit) -> El {
    let (page, name) = hit.shown();
    let (kind, says) = match hit {
        Hit::Page(topic) => (own::PAGE, topic.about),
        Hit::Question(question) => (own::QUESTION, question.short),
        Hit::Condition(row, _) => (own::CONDITION, row.says),
        Hit::Medicine(row) => (own::MEDICINE, direction(row.medicine.direction)),
    };
    let to = link("", Route::Topic(page)).text(capital(name));
    let says = say("span", "ql-small", kind).text(": ").words(says);
    el("li", "").child(to).child(says).child(icon(icons::ONWARD))
}
