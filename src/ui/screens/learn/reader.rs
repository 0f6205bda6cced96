//! A ferritin to type in, and where it stands on the scale for adults. The number is kept nowhere.
//!
//! Whether a number can be read is decided by `clinical::iron`; what it means for a person is told by the check, which
//! knows age, pregnancy, kidneys, inflammation and saturation. Here stands only the published scale.

use crate::clinical::iron::{Checked, Quantity, check};
use crate::content::text::learn_page::reader as own;
use crate::ui::element::{El, el, say};
use crate::ui::parts::scale::scale;
use crate::ui::state::App;
use leptos::prelude::*;

const FIELD: &str = "learn-ferritin";
const UNIT: &str = "learn-ferritin-unit";

/// The boxes and what they read.
pub fn reader(_: App) -> Vec<El> {
    let typed = RwSignal::new(String::new());
    let units = Quantity::Ferritin.units();
    let unit = RwSignal::new(units.first().map_or("", |unit| unit.printed));
    let input = el("input", "ql-input")
        .attr("id", FIELD)
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .on_text("input", move |text| typed.set(text.chars().take(20).collect()));
    let number = el("div", "").child(say("label", "ql-label", own::NUMBER).attr("for", FIELD));
    let number = number.child(el("div", "ql-box is-number").child(input));
    let tile = move |(at, printed): (usize, &'static str)| {
        let radio = el("input", "").attr("type", "radio").attr("name", UNIT).attr("value", printed);
        let radio = radio.attr_if("checked", (at == 0).then(String::new)).on("change", move || unit.set(printed));
        el("label", "ql-tile").child(radio).child(el("span", "").text(printed))
    };
    let tiles = units.iter().map(|unit| unit.printed).enumerate().map(tile);
    let tiles = el("div", "ql-tiles").attr("data-count", units.len().to_string()).children(tiles);
    let units = el("fieldset", "ql-field").child(say("legend", "ql-label", own::UNIT)).child(tiles);
    let read = el("div", "ql-found").attr("role", "status").block(move || reading(&typed.get(), unit.get()));
    vec![number, units, read, say("p", "ql-small", own::NOTE)]
}

fn reading(typed: &str, unit: &str) -> Vec<El> {
    match check(Quantity::Ferritin, typed, unit) {
        Checked::Empty => vec![say("p", "ql-small", own::EMPTY)],
        Checked::Good(value) => vec![scale(value.number)],
        Checked::Ask(value, said) => vec![el("p", "").text(said.text()), scale(value.number)],
        Checked::Refused(said) => vec![el("p", "").text(said.text())],
    }
}
