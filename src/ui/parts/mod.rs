//! The parts that screens are made of. Names are those of the NHS and GOV.UK design systems.

pub mod cards;
pub mod chart;
pub mod choices;
pub mod details;
pub mod entry;
pub mod fields;
pub mod icons;
pub mod problems;
pub mod scale;
pub mod ways;

use super::clinic;
use super::element::{El, el, say};
use super::state::App;
use crate::content::Key;
pub use crate::content::text::month;
pub use crate::export::text::day;
use crate::route::Route;
use icons::icon;

/// A link to a screen; hidden, and the list item around it too, where the clinic leaves that screen out.
pub fn link(class: &'static str, route: Route) -> El {
    let made = el("a", class).attr("href", route.href());
    if clinic::hides(route) { made.attr("hidden", "") } else { made }
}

/// "Back", first in `main`.
pub fn back_link(route: Route) -> El {
    link("ql-back", route).child(icon(icons::BACK)).words(crate::content::text::ui::question::BACK)
}

/// A button that does something here.
pub fn button(class: &'static str, call: impl FnMut() + Send + 'static) -> El {
    el("button", class).attr("type", "button").on("click", call)
}

/// The heading of a screen, which takes the focus on arrival.
pub fn heading(key: Key) -> El {
    say("h1", "", key).attr("tabindex", "-1")
}

/// A list with dashes.
pub fn list(items: impl IntoIterator<Item = String>) -> El {
    el("ul", "ql-list").children(items.into_iter().map(|item| el("li", "").text(item)))
}

/// A link that leads to a page of the check and from there back to "Check your answers".
pub fn change_link(app: App, page: &'static str, what: &str) -> El {
    use crate::content::text::ui::answers;
    let hidden = el("span", "ql-hidden").text(format!(" {what}"));
    link("", Route::Check(page)).words(answers::CHANGE).child(hidden).on("click", move || app.begin_change())
}
