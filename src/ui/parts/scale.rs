//! The ferritin scale for adults: a bar in five zones with a pin, and the same zones as a list.
//!
//! Draws what `content::ZONES` says, and colours only the zone the number is in. Whether the scale holds for this
//! person is decided by `clinical::iron`.

use crate::clinical::iron::band::BRACKET;
use crate::content::text::result_screen::iron;
use crate::content::{ZONES, Zone, fill, words};
use crate::ui::element::{El, el, say};

const WIDTH: f64 = 328.0;
const GAP: f64 = 2.0;
/// The last zone has no end: its bar stands for this much.
const LAST: f64 = 1000.0;

/// The figure for a ferritin in ng/mL.
pub fn scale(ferritin: f64) -> El {
    let number = number(ferritin);
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
    let says = if here { says.text(" ").child(el("b", "").text(fill(iron::HERE, &[("value", number)]))) } else { says };
    let class = if here { "ql-zone-row is-here" } else { "ql-zone-row" };
    el("div", class).child(say("b", "", zone.range)).child(says)
}

fn drawing(ferritin: f64, number: &str, bracketed: bool) -> El {
    let mut made =
        el("svg", "").attr("viewBox", "0 0 328 84").attr("role", "img").attr("aria-label", words(iron::MARK));
    let mut at = 0.0;
    for zone in &ZONES {
        let wide = WIDTH * f64::from(zone.width) / 100.0;
        let class = if zone.holds(ferritin) { "ql-zone is-here" } else { "ql-zone" };
        let bar =
            el("rect", class).attr("x", px(at)).attr("y", "36").attr("width", px(wide - GAP)).attr("height", "22");
        made = made.child(bar);
        at += wide;
        if zone.to.is_finite() {
            let mark = text("ql-mark-text", at - GAP / 2.0, "75", "middle").text(zone.to.to_string());
            made = made.child(mark);
        }
    }
    if bracketed {
        let (from, to) = (place(*BRACKET.start()), place(*BRACKET.end()));
        let path = format!("M{} 78v5H{}v-5", px(from), px(to));
        made = made.child(el("path", "ql-bracket").attr("d", path));
    }
    let pin = place(ferritin);
    let line = |class| el("path", class).attr("d", format!("M{} 28v38", px(pin)));
    let label = text("ql-pin-text", pin.clamp(48.0, WIDTH - 48.0), "20", "middle");
    let unit = el("tspan", "ql-pin-unit").text(format!(" {}", words(iron::UNIT)));
    made.child(line("ql-pinedge")).child(line("ql-pinline")).child(label.text(number.to_owned()).child(unit))
}

fn text(class: &'static str, x: f64, y: &'static str, anchor: &'static str) -> El {
    el("text", class).attr("x", px(x)).attr("y", y).attr("text-anchor", anchor)
}

/// Where a number stands on the bar: linear inside each zone.
fn place(ferritin: f64) -> f64 {
    let mut at = 0.0;
    for zone in &ZONES {
        let wide = WIDTH * f64::from(zone.width) / 100.0;
        let end = if zone.to.is_finite() { zone.to } else { LAST };
        if ferritin <= zone.to {
            let share = ((ferritin - zone.from) / (end - zone.from)).clamp(0.0, 1.0);
            return at + share * (wide - GAP);
        }
        at += wide;
    }
    WIDTH
}

fn px(at: f64) -> String {
    format!("{}", (at * 10.0).round() / 10.0)
}

/// As people write it: no decimals that say nothing.
fn number(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}
