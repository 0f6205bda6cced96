//! Charts of nights, drawn for a phone of 320 px as for a desk, for a print and for forced colours.
//!
//! Places along a chart are percent of its width, so that letters keep their size; nothing here scales. A chart is one
//! picture to a screen reader, named by a sentence; the numbers stand in a table of the screen. Decides no figure.

pub mod dots;
pub mod starts;
pub mod strip;

use crate::decimal;
use crate::ui::element::{El, el};

/// A picture, named for whom cannot see it.
fn picture(class: &'static str, says: String) -> El {
    el("div", class).attr("role", "img").attr("aria-label", says)
}

/// A drawing as wide as there is room, and so many pixels high.
fn drawing(class: &'static str, high: u32) -> El {
    el("svg", class).attr("height", high.to_string()).attr("aria-hidden", "true").attr("focusable", "false")
}

/// The middle of one of so many columns, in percent of the width.
fn column(at: usize, of: usize) -> String {
    percent((2 * at + 1) as f64 * 50.0 / of.max(1) as f64)
}

fn percent(at: f64) -> String {
    decimal::print(at, 2) + "%"
}

fn across(class: &'static str, y: u32) -> El {
    let y = y.to_string();
    el("line", class).attr("x1", "0").attr("x2", "100%").attr("y1", y.clone()).attr("y2", y)
}

fn text(class: &'static str, x: String, y: u32, anchor: &'static str) -> El {
    el("text", class).attr("x", x).attr("y", y.to_string()).attr("text-anchor", anchor)
}

fn dot(class: &'static str, x: String, y: u32, radius: &'static str) -> El {
    el("circle", class).attr("cx", x).attr("cy", y.to_string()).attr("r", radius)
}
