//! The drawings of the pages to read: plain shapes in the colour of the text, so that they hold in print, in the night
//! theme and in forced colours without a style of their own.
//!
//! Decides shapes and where their words stand; what they show stands in `learn_figures.toml`, also as a sentence for
//! whom cannot see them. The ferritin scale takes its edges from `ZONES`.

use super::body::Cited;
use super::{El, el, say};
use crate::content::text::learn_figures as own;
use crate::content::{Figure, Key, SourceId, ZONES, words};
use crate::decimal;

/// Width of every drawing; it scales with the page.
const WIDE: f64 = 320.0;

/// A drawing with its caption.
pub fn figure(figure: Figure, sources: &[SourceId], cited: &mut Cited) -> El {
    let (high, shapes, caption, says) = match figure {
        Figure::DayNight => (148, day_night(), own::day_night::CAPTION, own::day_night::SAYS),
        Figure::Ferritin => (104, ferritin(), own::ferritin::CAPTION, own::ferritin::SAYS),
        Figure::Pregnancy => (140, pregnancy(), own::pregnancy::CAPTION, own::pregnancy::SAYS),
        Figure::Augmentation => (132, augmentation(), own::augmentation::CAPTION, own::augmentation::SAYS),
        Figure::Causes => (276, causes(), own::causes::CAPTION, own::causes::SAYS),
    };
    let svg = el("svg", "")
        .attr("viewBox", format!("0 0 {WIDE} {high}"))
        .attr("role", "img")
        .attr("aria-label", words(says))
        .attr("focusable", "false")
        .children(shapes);
    let caption = cited.cite(say("figcaption", "ql-small", caption), sources);
    el("figure", "ql-figure").child(svg).child(caption)
}

fn n(at: f64) -> String {
    decimal::print(at, 1)
}

fn text(x: f64, y: f64, anchor: &'static str, key: Key) -> El {
    label(x, y, anchor, words(key).to_owned())
}

fn label(x: f64, y: f64, anchor: &'static str, says: String) -> El {
    let text = el("text", "").attr("x", n(x)).attr("y", n(y)).attr("text-anchor", anchor);
    text.attr("font-size", "12").attr("fill", "currentColor").text(says)
}

fn rect(x: f64, y: f64, wide: f64, high: f64, shade: &'static str) -> El {
    let rect = el("rect", "").attr("x", n(x)).attr("y", n(y)).attr("width", n(wide)).attr("height", n(high));
    rect.attr("fill", "currentColor").attr("fill-opacity", shade).attr("stroke", "currentColor")
}

fn line(x1: f64, y1: f64, x2: f64, y2: f64) -> El {
    let line = el("line", "").attr("x1", n(x1)).attr("y1", n(y1)).attr("x2", n(x2)).attr("y2", n(y2));
    line.attr("stroke", "currentColor")
}

fn path(d: &'static str) -> El {
    let path = el("path", "").attr("d", d).attr("fill", "none").attr("stroke", "currentColor");
    path.attr("stroke-width", "3").attr("stroke-linecap", "round")
}

/// A line over a day, from noon to noon.
fn day_night() -> Vec<El> {
    use own::day_night as d;
    vec![
        line(20.0, 124.0, 300.0, 124.0),
        path("M20 106C55 108 80 104 108 88C136 72 150 30 178 26C204 24 216 48 236 76C254 100 276 107 300 107"),
        text(4.0, 20.0, "start", d::STRONG),
        text(4.0, 98.0, "start", d::CALM),
        text(20.0, 142.0, "start", d::NOON),
        text(102.0, 142.0, "middle", d::EVENING),
        text(160.0, 142.0, "middle", d::MIDNIGHT),
        text(242.0, 142.0, "middle", d::MORNING),
    ]
}

/// The zones of the guidelines; their words stand in two rows, so that they fit.
fn ferritin() -> Vec<El> {
    use own::ferritin as f;
    let shades = [".45", ".3", ".18", "0", ".45"];
    let says = [f::LOW, f::CONSIDER, f::VEIN, f::ENOUGH, f::HIGH];
    let mut made = Vec::new();
    let mut at = 0.0;
    for (place, zone) in ZONES.iter().enumerate() {
        let wide = f64::from(zone.width) * WIDE / 100.0;
        let shade = shades.get(place).copied().unwrap_or("0");
        made.push(rect(at + 0.5, 44.0, wide - 1.0, 26.0, shade));
        let y = if place % 2 == 0 { 36.0 } else { 16.0 };
        if place % 2 == 1 {
            made.push(line(at + wide / 2.0, 22.0, at + wide / 2.0, 40.0));
        }
        // The last one begins too far right to stand in the middle of its zone.
        let (x, anchor) = if zone.to.is_finite() { (at + wide / 2.0, "middle") } else { (WIDE, "end") };
        made.extend(says.get(place).map(|key| text(x, y, anchor, *key)));
        at += wide;
        if zone.to.is_finite() {
            made.push(label(at, 88.0, "middle", n(zone.to)));
        }
    }
    made
}

/// How many of a hundred, by time.
fn pregnancy() -> Vec<El> {
    use own::pregnancy as p;
    let bars = [(8.0, p::FIRST), (16.0, p::MIDDLE), (22.0, p::LAST), (4.0, p::AFTER)];
    let mut made = vec![line(0.0, 118.0, WIDE, 118.0)];
    for (at, (of_hundred, key)) in bars.into_iter().enumerate() {
        let x = at as f64 * 80.0;
        let high = of_hundred * 4.0;
        made.push(rect(x + 20.0, 118.0 - high, 40.0, high, ".3"));
        made.push(label(x + 40.0, 112.0 - high, "middle", n(of_hundred)));
        made.push(text(x + 40.0, 134.0, "middle", key));
    }
    made
}

/// Three evenings: before, in the first months, later.
fn augmentation() -> Vec<El> {
    use own::augmentation as a;
    // From which part of the stretch on, and how strong.
    let panels = [(0.68, 34.0, a::BEFORE), (0.8, 8.0, a::HELPS), (0.2, 66.0, a::LATER)];
    let mut made = Vec::new();
    for (at, (from, high, key)) in panels.into_iter().enumerate() {
        let x = at as f64 * 110.0;
        made.push(line(x, 94.0, x + 96.0, 94.0));
        made.push(rect(x + 96.0 * from, 94.0 - high, 96.0 * (1.0 - from), high, ".3"));
        made.push(text(x, 108.0, "start", a::NOON));
        made.push(text(x + 96.0, 108.0, "end", a::NIGHT));
        made.push(text(x + 48.0, 127.0, "middle", key).attr("font-weight", "600"));
    }
    made
}

/// What is found, what is done, how long it takes.
fn causes() -> Vec<El> {
    use own::causes as c;
    let rows = [
        (c::IRON, c::IRON_DONE, c::IRON_TIME),
        (c::MEDICINE, c::MEDICINE_DONE, c::MEDICINE_TIME),
        (c::APNOEA, c::APNOEA_DONE, c::APNOEA_TIME),
        (c::NOTHING, c::NOTHING_DONE, c::NOTHING_TIME),
    ];
    let mut made = vec![
        text(10.0, 14.0, "start", c::FOUND),
        text(34.0, 32.0, "start", c::DONE),
        text(310.0, 14.0, "end", c::TIME),
    ];
    for (at, (found, done, time)) in rows.into_iter().enumerate() {
        let y = 40.0 + at as f64 * 59.0;
        made.push(rect(0.5, y, WIDE - 1.0, 52.0, ".08"));
        made.push(text(10.0, y + 20.0, "start", found).attr("font-weight", "600"));
        made.push(text(310.0, y + 20.0, "end", time));
        made.push(path("M0 0h12m-4 -4l4 4l-4 4").attr("transform", format!("translate(12 {})", n(y + 36.0))));
        made.push(text(34.0, y + 40.0, "start", done));
    }
    made
}
