//! How it will look: what was typed, drawn with the parts and colours that the pages are drawn with.
//!
//! The style sheet gives `.ql-light` and `.ql-dark` the values of their themes, and the clinic's colours are set on it
//! as they are on the whole page. The picture is not there yet: its place says its name.

use super::part;
use crate::browser::theme;
use crate::clinic::{Clinic, colour};
use crate::content::text::clinic_page::preview as text;
use crate::content::text::{host, start};
use crate::content::{Key, fill};
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
        for (at, name) in colour::VARIABLES.iter().enumerate() {
            let value = palette.as_ref().and_then(|all| all.get(at)).map(|(_, value)| value.as_str());
            for id in IDS {
                theme::paint(&format!("#{id}"), name, value);
            }
        }
    };
    Effect::new(move |_| paint());
    let [light, dark] = IDS;
    part(text::TITLE)
        .child(say("p", "", text::TEXT))
        .child(panel(clinic, light, "ql-care ql-light", text::LIGHT))
        .child(panel(clinic, dark, "ql-care ql-dark", text::DARK))
}

fn panel(clinic: Memo<Clinic>, id: &'static str, class: &'static str, title: Key) -> El {
    let title_id = [id, "-title"].concat();
    let inside = el("div", class)
        .attr("id", id)
        .attr("role", "group")
        .attr("aria-labelledby", title_id.clone())
        .child(el("div", "ql-care-body").block(move || clinic.with(inside)));
    el("div", "ql-stack").child(say("h3", "", title).attr("id", title_id)).child(inside)
}

/// Nothing here leads anywhere: the button and the links are drawn as they will be, and have no address.
fn inside(clinic: &Clinic) -> Vec<El> {
    let line = |text: String| el("p", "").text(text);
    let linked = |text: String| el("p", "").child(el("a", "").text(text));
    let filled = |key, name, value: &str| fill(key, &[(name, value)]);
    let mut made = Vec::new();
    made.extend(there(&clinic.logo).map(|name| el("p", "ql-small").text(filled(text::PICTURE, "name", name))));
    made.extend(there(&clinic.name).map(|name| el("p", "ql-small").text(filled(host::PATIENTS, "clinic", name))));
    made.push(say("p", "ql-lead", start::TITLE));
    made.extend(clinic.welcome.lines().filter_map(there).map(|words| line(words.to_owned())));
    made.push(el("p", "").child(say("span", "ql-button", start::START)));
    let number =
        clinic.country.filter(|row| row.dial == clinic.emergency).map_or(clinic.emergency.as_str(), |row| row.said());
    made.extend(there(number).map(|number| line(filled(host::CALL, "number", number))));
    made.extend(clinic.address.iter().map(|words| line(words.clone())));
    made.extend(
        [&clinic.phone, &clinic.link]
            .into_iter()
            .filter_map(|words| there(words))
            .map(|words| linked(words.to_owned())),
    );
    made
}

fn there(text: &str) -> Option<&str> {
    (!text.trim().is_empty()).then_some(text)
}
