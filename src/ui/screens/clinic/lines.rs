//! The lines that put the check into a website, with the address of this site in them, each to be copied.

use super::part;
use crate::browser::location;
use crate::clinic::snippet;
use crate::content::text::clinic_page::lines as text;
use crate::content::text::ways::go;
use crate::content::{Key, words};
use crate::ui::element::{El, el, say};
use crate::ui::parts::ways::{Made, Outcome, Way};

/// The part of the page.
pub fn part_of() -> El {
    let href = location::href();
    let folder = snippet::folder(&href).to_owned();
    let local = snippet::is_local(&folder).then(|| say("p", "", text::LOCAL).attr("id", "lines-local"));
    part(text::TITLE)
        .child(say("p", "", text::TEXT))
        .child(el("p", "").child(el("span", "").attr("id", "lines-site").text(folder.clone())))
        .maybe(local)
        .children([
            one("script", snippet::script(&folder), [text::SCRIPT, text::SCRIPT_HINT, text::SCRIPT_COPY]),
            one("element", snippet::element(&folder), [text::ELEMENT, text::ELEMENT_HINT, text::ELEMENT_COPY]),
            one("frame", snippet::frame(&folder), [text::FRAME, text::FRAME_HINT, text::FRAME_COPY]),
        ])
}

fn one(id: &'static str, line: String, [title, hint, copy]: [Key; 3]) -> El {
    let (told, shown) = (Outcome::new(id), line.clone());
    let way = Way::new(told, String::new, "text/plain", move || Ok(Made::plain(line.clone())));
    let way = way.called([go::SAVE, go::SHARE, copy]);
    el("div", "ql-stack")
        .child(say("h3", "", title))
        .child(say("p", "ql-small", hint))
        .child(shown_text(["line-", id].concat(), title, "4", move || shown.clone()))
        .child(el("div", "").child(way.copy_link()))
        .child(told.block())
}

/// A text to be read and selected, under a name.
pub fn shown_text(id: String, label: Key, height: &'static str, text: impl Fn() -> String + Send + 'static) -> El {
    let area = el("textarea", "ql-input ql-note-box")
        .attr("id", id)
        .attr("readonly", "")
        .attr("rows", height)
        .attr("spellcheck", "false")
        .attr("aria-label", words(label))
        .value(text);
    el("div", "ql-box is-text").child(area)
}
