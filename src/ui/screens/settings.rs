//! How the site looks, and whether answers are kept.

use super::start::keep_row;
use crate::content::Key;
use crate::content::text::ui::settings as text;
use crate::records::settings::Theme;
use crate::ui::element::{El, el, say};
use crate::ui::parts::heading;
use crate::ui::state::App;
use leptos::prelude::*;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    let themes = [
        (Theme::System, text::SYSTEM),
        (Theme::Light, text::LIGHT),
        (Theme::Dark, text::DARK),
        (Theme::Contrast, text::CONTRAST),
        (Theme::Night, text::NIGHT),
    ];
    let themes =
        group(text::THEME, text::THEME_HINT, "theme-hint", themes.map(|(theme, says)| row(app, theme, says)).into());
    let keep = [(true, "yes", text::KEEP_YES), (false, "no", text::KEEP_NO)];
    let keep = keep.map(|(on, code, says)| keep_row(app, on, code, says));
    let keep = group(text::KEEP, text::KEEP_HINT, "keep-hint", keep.into());
    vec![heading(text::TITLE), el("div", "ql-form").child(themes).child(keep)]
}

fn group(legend: Key, hint: Key, hint_id: &'static str, rows: Vec<El>) -> El {
    let field = el("fieldset", "ql-field")
        .child(say("legend", "ql-label", legend))
        .child(say("p", "ql-small", hint).attr("id", hint_id))
        .child(el("div", "ql-options").children(rows));
    el("div", "ql-fieldwrap").child(field)
}

fn row(app: App, theme: Theme, says: Key) -> El {
    let set = move || app.device.with(|device| device.settings.theme == theme);
    let input = el("input", "")
        .attr("type", "radio")
        .attr("name", "theme")
        .attr("value", theme.code())
        .attr("aria-describedby", "theme-hint")
        .flag("checked", set)
        .on("change", move || app.set(|settings| settings.theme = theme));
    el("label", "")
        .class_when("ql-option", "is-chosen", set)
        .child(input)
        .child(el("span", "ql-mark"))
        .child(el("span", "ql-words").child(say("span", "", says)))
}
