//! A button that opens what stands below it. Open or closed is no answer and is not kept.

use super::button;
use super::icons::{self, icon};
use crate::content::Key;
use crate::ui::element::{El, el};
use leptos::prelude::*;

/// A disclosure. What is inside is drawn when it is first needed and stays, so that a print can show it.
pub fn disclose(id: &str, says: Key, open: bool, inside: impl Fn() -> Vec<El> + Send + 'static) -> El {
    disclosed(id, says, RwSignal::new(open), inside)
}

/// The same, where something else opens it too.
pub fn disclosed(id: &str, says: Key, open: RwSignal<bool>, inside: impl Fn() -> Vec<El> + Send + 'static) -> El {
    let arrow = move || vec![icon(if open.get() { icons::UP } else { icons::DOWN })];
    let tap = button("ql-disclose", move || open.update(|open| *open = !*open))
        .live("aria-expanded", move || Some(open.get().to_string()))
        .attr("aria-controls", id.to_owned())
        .child(el("span", "ql-arrow").block(arrow))
        .child(el("span", "").words(says));
    let body = el("div", "ql-disclosed").attr("id", id.to_owned()).flag("hidden", move || !open.get());
    el("div", "ql-details").child(tap).child(body.children(inside()))
}
