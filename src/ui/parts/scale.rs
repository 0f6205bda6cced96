//! The ferritin scale for adults: a bar in five zones with a pin, and the same zones as a list.
//!
//! Draws what `content::ZONES` says, and colours only the zone the number is in. Whether the scale holds for this
//! person is decided by `clinical::iron`.

use crate::clinical::iron::band::BRACKET;
use crate::content::text::result_screen::iron;
use crate::content::{ZONES, Zone, fill, words};
use crate::decimal;
use crate::ui::element::{El, el, say};

/// The last zone has no end: its bar stands for this much.
const LAST: f64 = 1000.0;
/// A label nearer to an end than this, in percent, begins or ends at its mark.
const END: f64 = 14.0;

/// The figure for a ferritin in ng/mL.
pub fn scale(ferritin: f64) -> El {
    let number = print(ferritin);
    let rows = ZONES.iter().map(|zone| row(zone, ferritin, &number));
    let bracketed = BRACKET.contains(&ferritin);
    el("figure", "ql-scale")
        .child(el("div", "ql-scale-pin").child(drawing(ferritin, &number, bracketed)))
        .maybe(bracketed.then(|| say("p", "ql-small", iron::BRACKET)))
        .child(el("div", "ql-zones").children(rows))
        .child(say("figcaption", "ql-small", iron::CAPTION))
}

fn row(zone: &'static Zone, ferritin: f64, number: &str) -> El {
    let here = zone.holds(ferritin);
    let says = say("p", "", zone.says);
    let says = if here { says.child(el("b", "").text(fill(iron::HERE, &[("value", number)]))) } else { says };
    let class = if here { "ql-zone-row is-here" } else { "ql-zone-row" };
    el("div", class).child(say("b", "", zone.range)).child(says)
}

/// Places are percent of the width, so that letters keep their size on every screen.
fn drawing(ferritin: f64, number: &str, bracketed: bool) -> El {
    let mut made =
        el("svg", "").attr("role", "img").attr("aria-label", words(iron::MARK)).child(bar("ql-zone", 0.0, 100.0, true));
    let mut at = 0.0;
    for zone in &ZONES {
        let (from, wide) = (at, f64::from(zone.width));
        at += wide;
        if zone.holds(ferritin) {
            made = here(made, from, wide);
        }
        if zone.to.is_finite() {
            made = made
                .child(line("ql-gap", at, "36", "58"))
                .child(text("ql-mark-text", at, "76", "middle").text(print(zone.to)));
        }
    }
    if bracketed {
        let (from, to) = (place(*BRACKET.start()), place(*BRACKET.end()));
        let across = el("line", "ql-bracket")
            .attr("x1", percent(from))
            .attr("x2", percent(to))
            .attr("y1", "85")
            .attr("y2", "85");
        made = made.child(across).child(line("ql-bracket", from, "80", "86")).child(line("ql-bracket", to, "80", "86"));
    }
    pin(made, place(ferritin), number)
}

/// The person's own zone. At an end of the bar its outer corners are round and its inner ones are not.
fn here(made: El, from: f64, wide: f64) -> El {
    let (first, last) = (from <= 0.0, from + wide >= 100.0);
    let half = wide / 2.0;
    match (first, last) {
        (true, _) => {
            made.child(bar("ql-zone is-here", from, wide, true)).child(bar("ql-zone is-here", half, half, false))
        }
        (_, true) => {
            made.child(bar("ql-zone is-here", from, wide, true)).child(bar("ql-zone is-here", from, half, false))
        }
        _ => made.child(bar("ql-zone is-here", from, wide, false)),
    }
}

fn pin(made: El, at: f64, number: &str) -> El {
    let anchor = match at {
        _ if at < END => "start",
        _ if at > 100.0 - END => "end",
        _ => "middle",
    };
    let unit = el("tspan", "ql-pin-unit").text(format!(" {}", words(iron::UNIT)));
    let label = text("ql-pin-text", at, "20", anchor).text(number.to_owned()).child(unit);
    made.child(line("ql-pinedge", at, "28", "64")).child(line("ql-pinline", at, "28", "64")).child(label)
}

fn bar(class: &'static str, from: f64, wide: f64, round: bool) -> El {
    let bar =
        el("rect", class).attr("x", percent(from)).attr("y", "36").attr("width", percent(wide)).attr("height", "22");
    if round { bar.attr("rx", "11") } else { bar }
}

fn line(class: &'static str, at: f64, from: &'static str, to: &'static str) -> El {
    el("line", class).attr("x1", percent(at)).attr("x2", percent(at)).attr("y1", from).attr("y2", to)
}

fn text(class: &'static str, at: f64, y: &'static str, anchor: &'static str) -> El {
    el("text", class).attr("x", percent(at)).attr("y", y).attr("text-anchor", anchor)
}

/// Where a number stands on the bar, in percent: linear inside each zone.
fn place(ferritin: f64) -> f64 {
    let mut at = 0.0;
    for zone in &ZONES {
        let wide = f64::from(zone.width);
        let end = if zone.to.is_finite() { zone.to } else { LAST };
        if ferritin <= zone.to {
            return at + ((ferritin - zone.from) / (end - zone.from)).clamp(0.0, 1.0) * wide;
        }
        at += wide;
    }
    100.0
}

fn percent(at: f64) -> String {
    decimal::print(at, 2) + "%"
}

/// As people write it: no decimals that say nothing.
fn print(value: f64) -> String {
    decimal::print(value, 1)
}
