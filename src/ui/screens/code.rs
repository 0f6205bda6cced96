//! The summary as a code that a clinic's scanner reads off the screen.
//!
//! Draws what `export::qr` made, dark on white in every theme, and below it word for word what the code says. What does
//! not fit is not cut: the screen then says so, and leads to the text and the printed page.

use crate::content::text::ui::report;
use crate::content::text::ways::code as text;
use crate::content::words;
use crate::export::qr::{self, Squares};
use crate::export::summary::summary;
use crate::route::Route;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::ways::{Made, Outcome, Way};
use crate::ui::parts::{back_link, heading, link};
use crate::ui::state::App;
use crate::ui::told::{NIGHTS, is_anything, nothing_yet, with_told};

/// Light squares that a scanner needs around the code.
const MARGIN: usize = 4;

/// The screen.
pub fn screen(book: Book) -> Vec<El> {
    vec![back_link(Route::Report), heading(report::CODE), with_late_words(book.app, draw)]
}

fn draw(_: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    vec![el("div", "ql-stack").block(move || said(book).map_or_else(nothing_yet, |said| drawn(book, said)))]
}

/// The text, when there is anything to say.
fn said(book: Book) -> Option<String> {
    with_told(book, NIGHTS, |told| if is_anything(told) { summary(told) } else { None })
}

fn drawn(book: Book, said: String) -> Vec<El> {
    let told = Outcome::new("summary");
    let make = move || self::said(book).map(Made::plain).ok_or_else(Vec::new);
    let copy = Way::new(told, String::new, "text/plain", make).copy_link();
    let mut made = match qr::code(&said) {
        Ok(squares) => vec![
            say("p", "ql-lead", text::SEEN),
            picture(&squares),
            el("p", "ql-small").text(qr::says(&said).text()).text(" ").words(text::HELP),
        ],
        Err(refused) => vec![
            el("p", "ql-lead").text(refused.says().text()),
            el("div", "ql-buttons").child(link("ql-button", Route::Report).words(text::INSTEAD)),
        ],
    };
    let says = el("section", "ql-part")
        .child(say("h2", "", text::SAYS))
        .child(el("div", "ql-panel").child(el("p", "ql-beside-note").attr("id", "summary").text(said)))
        .child(el("div", "").child(copy))
        .child(told.block());
    made.push(says);
    made
}

/// As many squares as the code has, with its light margin: the whole width, or the whole height where that is less.
fn picture(squares: &Squares) -> El {
    let side = (squares.size() + 2 * MARGIN).to_string();
    let place = |tag| el(tag, "");
    let ground = place("rect").attr("x", "-4").attr("y", "-4").attr("width", side.clone()).attr("height", side.clone());
    el("svg", "ql-code")
        .attr("viewBox", format!("-4 -4 {side} {side}"))
        .attr("shape-rendering", "crispEdges")
        .attr("role", "img")
        .attr("aria-label", words(text::NAME))
        .child(ground.attr("fill", "#fff"))
        .child(place("path").attr("fill", "#000").attr("d", squares.path()))
}
