//! The pages to read: the list with its search, a page, the questions.
//!
//! Draws the tree that `export::learn` makes, so that the app and the plain files say the same; decides nothing of what
//! stands there. Knows no answers: whoever opens a page, it is the same page.

mod find;
mod reader;

use crate::browser::{clock, words as files};
use crate::content::Key;
use crate::content::learn::topic as row;
use crate::content::text::learn_page::list as own;
use crate::content::text::ui;
use crate::export::learn::body::{self, Cited, Place, QUESTIONS_ID, READER_MARK};
use crate::export::learn::{self, Node};
use crate::route::Route;
use crate::ui::clinic;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::{failed, loading};
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::{heading, link};
use crate::ui::state::{App, LateWords};
use leptos::prelude::*;

/// Milliseconds to wait before the pages are fetched once more.
static TRY_AGAIN: [i32; 3] = [1_000, 8_000, 30_000];

/// Fetches the words of the pages, as everybody does whatever they open.
pub fn begin(app: App) {
    app.device.update(|device| device.learn = LateWords::Loading);
    fetch(app, &TRY_AGAIN);
}

fn fetch(app: App, again: &'static [i32]) {
    files::learn_then(move |arrived| {
        app.device.update(|device| device.learn = if arrived { LateWords::Ready } else { LateWords::Failed });
        app.title();
        if let Some((wait, rest)) = again.split_first()
            && !arrived
        {
            clock::after(*wait, move || fetch(app, rest));
        }
    });
}

/// The list of pages.
pub fn list(app: App) -> Vec<El> {
    let draw = |app| vec![say("p", "ql-lead", own::LEAD), find::search(), list_of(app)];
    vec![heading(ui::learn::TITLE), with_pages(app, move || draw(app))]
}

fn list_of(app: App) -> El {
    let part = el("section", "ql-part").child(say("h2", "", own::PAGES));
    part.child(drawn(app, &body::list_body(Place::App)))
}

/// A page, or the questions.
pub fn topic(app: App, id: &'static str) -> Vec<El> {
    let draw = move || {
        let mut cited = Cited::new(Place::App);
        let parts = match id {
            QUESTIONS_ID => body::questions_body(Place::App, &mut cited),
            id => row(id).map(|topic| body::topic_body(topic, Place::App, &mut cited)).unwrap_or_default(),
        };
        let title = el("h1", "").attr("tabindex", "-1").text(body::title(id));
        std::iter::once(title).chain(parts.iter().map(|part| drawn(app, part))).collect()
    };
    vec![up(), with_pages(app, draw)]
}

/// To the list. Not "Back": a finding may have led here.
fn up() -> El {
    link("ql-back", Route::Learn).child(icon(icons::BACK)).words(ui::learn::TITLE)
}

/// The title; that of the list until the words are here.
pub fn title(id: &'static str) -> Key {
    match id {
        QUESTIONS_ID if crate::content::text::learn_ready() => own::QUESTIONS,
        id => row(id).map_or(ui::learn::TITLE, |topic| topic.title),
    }
}

/// What needs both files of late words.
fn with_pages(app: App, draw: impl Fn() -> Vec<El> + Send + 'static) -> El {
    let here = Memo::new(move |_| app.device.with(|device| (device.late, device.learn)));
    el("div", "ql-late").block(move || match here.get() {
        (LateWords::Ready, LateWords::Ready) => draw(),
        (LateWords::Failed, _) => vec![failed(move || app.fetch_words())],
        (_, LateWords::Failed) => vec![failed(move || begin(app))],
        _ => vec![loading()],
    })
}

/// The tree as elements of the app.
fn drawn(app: App, node: &learn::El) -> El {
    let mut made = el(node.tag, "");
    for (name, value) in &node.attrs {
        if *name == READER_MARK {
            return el("div", "ql-late").children(reader::reader(app));
        }
        made = made.attr(name, value.clone());
        if *name == "href" && clinic::hides(Route::parse(value)) {
            made = made.attr("hidden", "");
        }
    }
    for piece in &node.inside {
        made = match piece {
            Node::El(child) => made.child(drawn(app, child)),
            Node::Text(text) => made.text(text.clone()),
        };
    }
    made
}
