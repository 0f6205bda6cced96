//! The screens, one file each, and what they have in common: which is in front, its title, its margin notes.

mod answers;
pub(super) mod change;
mod check_numbers;
pub(super) mod clinic;
pub(super) mod code;
pub(super) mod data;
pub(super) mod diary;
pub(super) mod experiment;
pub(super) mod handover;
mod help;
pub(super) mod how;
pub(super) mod lab;
pub(super) mod learn;
mod medicines;
mod not_found;
pub(super) mod plan;
mod question;
pub(super) mod record;
pub(super) mod reminders;
pub(super) mod report;
mod result;
pub(super) mod saved;
pub(super) mod settings;
pub(super) mod sources;
mod start;
pub(super) mod timeline;
pub(super) mod trends;
mod urgent;
mod wait;

use super::element::{El, el, say};
use super::parts::link;
use super::parts::problems::titled;
use super::state::App;
use crate::clinical::flow;
use crate::content::text::{self, shell, ui};
use crate::content::{Key, PageKind, words};
use crate::route::Route;

/// What stands in `main` for a screen.
pub fn main(app: App, route: Route, banners: El) -> Vec<El> {
    let mut made = vec![banners];
    if crate::ui::clinic::hides(route) {
        made.extend(not_found::screen());
        return made;
    }
    if route.needs_whole() {
        made.extend(app.rest.map_or_else(|| wait::screen(app), |rest| (rest.main)(app, route)));
        return made;
    }
    match route {
        Route::Start => made.extend(start::screen(app)),
        Route::Again => made.push(start::again(app)),
        Route::Check(id) => {
            let Some(page) = flow::page(id) else { return made };
            match page.kind {
                PageKind::Fields => made.extend(question::screen(app, page)),
                PageKind::Urgent => made.extend(urgent::screen(app, page)),
                PageKind::Medicines => made.extend(medicines::screen(app, page)),
                PageKind::CheckNumbers => made.extend(check_numbers::screen(app, page)),
                PageKind::Answers => made.extend(answers::screen(app, page)),
            }
        }
        Route::Result => made.extend(result::screen(app)),
        Route::Help => made.extend(help::screen(app)),
        _ => made.extend(not_found::screen()),
    }
    made
}

/// The title of a screen: "Question - Section - Quiet Legs".
pub fn title(app: App, route: Route, wrong: bool) -> String {
    let name = words(shell::NAME);
    let key = match route {
        Route::Start => text::start::TITLE,
        Route::Again => ui::again::TITLE,
        Route::Check(id) => {
            let Some(page) = flow::page(id) else { return name.to_owned() };
            let title = question::title(app, page);
            return titled(&format!("{} - {} - {name}", words(title), words(page.section)), wrong);
        }
        Route::Result => ui::result::TITLE,
        Route::Help => ui::help::TITLE,
        route if crate::ui::clinic::hides(route) => ui::not_found::TITLE,
        route if route.needs_whole() => app.rest.map_or(ui::wait::TITLE, |rest| (rest.title)(app, route)),
        _ => ui::not_found::TITLE,
    };
    titled(&format!("{} - {name}", words(key)), wrong)
}

/// The notes in the margin; on a phone they follow the page.
pub fn notes(app: App, route: Route) -> Vec<El> {
    let made = match route {
        Route::Start => start::notes(),
        Route::Result => result::notes(app),
        Route::Check(id) => flow::page(id).and_then(|page| page.why).map(|why| why_note(id, why)).into_iter().collect(),
        route => app.rest.map_or_else(Vec::new, |rest| (rest.notes)(app, route)),
    };
    if made.is_empty() { made } else { vec![el("aside", "ql-notes").children(made)] }
}

fn why_note(page: &str, why: Key) -> El {
    let note = note(ui::question::WHY, say("p", "", why));
    // The page of warning signs is the one where help may be needed before the next tap.
    if page == "signs" { note.child(el("p", "").child(link("", Route::Help).words(ui::question::HELP))) } else { note }
}

/// A note with its heading.
fn note(title: Key, text: El) -> El {
    el("section", "ql-note").child(say("h2", "", title)).child(text)
}

/// The section of a page, above its heading.
fn section(key: Key) -> El {
    say("p", "ql-section", key)
}
