//! The page for clinics: boxes that make `clinic.json`, how it will look, and the lines for a website.
//!
//! Decides nothing about right or wrong: `clinic` reads the file that the boxes make, as a visitor's browser will.

mod boxes;
mod bringing;
mod colours;
mod file;
mod lines;
mod preview;

use crate::content::Key;
use crate::content::text::clinic_page::page as text;
use crate::content::text::ui;
use crate::route::Route;
use crate::ui::desk;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::problems::error_summary;
use crate::ui::parts::{back_link, heading};
use crate::ui::state::App;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    vec![back_link(Route::How), heading(ui::clinic::TITLE), with_late_words(app, draw)]
}

fn draw(app: App) -> Vec<El> {
    let Some(desk) = desk::desk() else { return Vec::new() };
    let stays = if desk.is_kept() { text::STAYS } else { text::KEPT_NOT };
    let way = file::way(desk);
    let first = way.clone();
    let form = el("form", "ql-form")
        .attr("novalidate", "")
        .instead("submit", move || first.first())
        .children(boxes::all(desk))
        .child(preview::part_of(desk))
        .child(file::part_of(desk, &way));
    vec![
        error_summary(app),
        say("p", "ql-lead", text::LEAD),
        say("p", "", stays),
        bringing::part_of(desk),
        form,
        lines::part_of(),
    ]
}

/// A part of the page under a heading of its own.
fn part(title: Key) -> El {
    el("section", "ql-part").child(say("h2", "", title))
}
