//! How it will look: what was typed, drawn with the parts and colours that the pages are drawn with.
//!
//! The style sheet gives `.ql-preview` the values of the light or the dark theme, and the clinic's colours are set on it
//! as they are on the whole page. The picture is not there yet: its place says its name.

use super::part;
use crate::browser::theme;
use crate::clinic::{Clinic, colour};
use crate::content::text::clinic_page::preview as text;
use crate::content::text::start;
use crate::content::{Key, fill, words};
use crate::ui::desk::Desk;
use crate::ui::element::{El, el, say};
use leptos::prelude::*;
use leptos::reactive::effect::Effect;

const IDS: [&str; 2] = ["preview-light", "preview-dark"];

/// The part of the page.
pub fn part_of(desk: Desk) -> El {
    let clinic = Memo::new(move |_| desk.read().0);
    let paint = move || {
        let palette = clinic.with(colour::palette);
        for id in IDS {
            theme::paint(
                id,
                &colour::VARIABLES,
                palette.as_ref().map(|all| all.each_ref().map(|(_, value)| value.as_str())),
            );
        }
    };
    Effect::new(move |_| paint());
    let [light, dark] = IDS;
    part(text::TITLE)
        .child(say("p", "", text::TEXT))
        .child(panel(clinic, light, "ql-preview is-light", text::LIGHT))
        .child(panel(clinic, dark, "ql-preview is-dark", text::DARK))
}

fn panel(clinic: Memo<Clinic>, id: &'static str, class: &'static str, title: Key) -> El {
    let title_id = [id, "-title"].concat();
    let inside = el("div", class)
        .attr("id", id)
        .attr("role", "group")
        .attr("aria-labelledby", title_id.clone())
        .block(move || clinic.with(inside));
    el("div", "").child(say("h3", "", title).attr("id", title_id)).child(inside)
}

/// Nothing here leads anywhere: the button and the links are drawn as they will be, and are none.
fn inside(clinic: &Clinic) -> Vec<El> {
    let line = |class, says: String| el("p", class).text(says);
    let filled = |key, name, value: &str| fill(key, &[(name, value)]);
    let mut made = Vec::new();
    if !clinic.logo.is_empty() {
        made.push(line("ql-small", filled(text::PICTURE, "name", &clinic.logo)));
    }
    if !clinic.name.is_empty() {
        made.push(line("ql-section", filled(text::PATIENTS, "name", &clinic.name)));
    }
    made.push(say("p", "ql-preview-title", start::TITLE));
    made.extend(clinic.opening.lines().filter(|text| !text.trim().is_empty()).map(|text| line("", text.to_owned())));
    made.push(el("p", "").child(say("span", "ql-button", start::START)));
    if !clinic.phone.is_empty() {
        let call = filled(text::CALL, "phone", &clinic.phone);
        made.push(el("p", "").child(el("span", "ql-preview-link").text(call)));
    }
    if !clinic.link.is_empty() {
        made.push(el("p", "").child(el("span", "ql-preview-link").text(clinic.link.clone())));
    }
    if !clinic.address.is_empty() {
        made.push(line("", clinic.address.join(", ")));
    }
    if !clinic.emergency.is_empty() {
        let said = clinic.country.filter(|row| row.dial == clinic.emergency).map(|row| words(row.said));
        made.push(line("", filled(text::EMERGENCY, "number", said.unwrap_or(&clinic.emergency))));
    }
    made
}
