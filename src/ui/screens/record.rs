//! The answers as data for a medical record.
//!
//! Says what will be in the file before it is made. Who the person is stands in it only where they type it here, and
//! then only in this file: the boxes are kept nowhere and gone with the screen.

use super::data::words::size;
use crate::browser::clock;
use crate::clinical::flow::counted;
use crate::content::text::ui::report;
use crate::content::text::ways::record as text;
use crate::content::{Said, fill, words};
use crate::export::asked::{BORN, NAME, identity};
use crate::export::fhir::bundle;
use crate::export::names::Out;
use crate::export::{Told, printed};
use crate::route::Route;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::details::disclosed;
use crate::ui::parts::entry::{date, labelled};
use crate::ui::parts::problems::error_summary;
use crate::ui::parts::ways::{Made, Outcome, Way};
use crate::ui::parts::{back_link, heading, list};
use crate::ui::slip::Slip;
use crate::ui::state::App;
use crate::ui::told::{NIGHTS, is_anything, nothing_yet, with_told};
use leptos::prelude::*;

/// The screen.
pub fn screen(book: Book) -> Vec<El> {
    vec![back_link(Route::Report), heading(report::RECORD), with_late_words(book.app, draw)]
}

fn draw(app: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    // Drawn anew, the boxes would be empty.
    if untrack(|| with_told(book, NIGHTS, |told| !is_anything(told))) {
        return nothing_yet();
    }
    let (slip, open) = (Slip::new(app, Default::default()), RwSignal::new(false));
    let way = Way::new(
        Outcome::new("record"),
        || Out::Record.file_name(clock::today()),
        Out::Record.media_type(),
        move || made(book, slip, open),
    )
    .in_form();
    let first = way.clone();
    let form = el("form", "ql-form")
        .attr("novalidate", "")
        .instead("submit", move || first.first())
        .child(disclosed("who", text::WHO, open, move || who(slip)))
        .child(say("p", "", text::SEEN))
        .child(way.part());
    vec![
        error_summary(app),
        say("p", "ql-lead", text::LEAD),
        say("p", "", text::FHIR),
        el("section", "ql-part")
            .child(say("h2", "", text::INSIDE))
            .child(el("div", "ql-stack").block(move || inside(book))),
        form,
    ]
}

/// What will be in the file, and how large it is.
fn inside(book: Book) -> Vec<El> {
    let (items, bytes) = with_told(book, NIGHTS, |told| (items(told), bundle(told, None).map_or(0, |text| text.len())));
    vec![
        list(items),
        say("p", "", text::ANONYMOUS),
        el("p", "ql-small").text(fill(text::SIZE, &[("size", &size(bytes))])),
    ]
}

pub(super) fn items(told: &Told<'_>) -> Vec<String> {
    let answers = counted(told.answers, told.today);
    let count = answers.count().to_string();
    let values = printed::of_check(&answers).next().is_some() || !told.labs.is_empty();
    let rest = [
        (text::VERDICT, true),
        (text::VALUES, values),
        (text::MEDICINES, !answers.medicines.is_empty()),
        (text::NIGHTS, told.nights.is_some()),
    ];
    let rest = rest.into_iter().filter(|(_, there)| *there).map(|(key, _)| words(key).to_owned());
    [fill(text::ANSWERS, &[("count", &count)])].into_iter().chain(rest).collect()
}

fn who(slip: Slip) -> Vec<El> {
    let fields = el("div", "ql-form")
        .child(say("p", "", text::ONLY))
        .child(labelled(slip, NAME, text::NAME, None, "ql-box is-text", None))
        .child(date(slip, &BORN, text::BORN, words(text::BORN_HINT).to_owned()));
    vec![fields]
}

/// The file. What is wrong with the boxes is said at the top.
fn made(book: Book, slip: Slip, open: RwSignal<bool>) -> Result<Made, Vec<Said>> {
    let who = identity(&slip.given.get_untracked(), clock::today());
    let who = who.map_err(|problems| {
        open.set(true);
        book.complain(problems);
        Vec::new()
    })?;
    book.app.problems.set(Vec::new());
    book.app.title();
    let text = with_told(book, NIGHTS, |told| bundle(told, who.as_ref())).ok_or_else(Vec::new)?;
    let named = who.map(|who| Said { key: text::NAMED, with: vec![("name", who.name)] });
    Ok(Made { text, also: named.into_iter().collect() })
}
