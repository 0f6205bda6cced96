//! A fortnight as bars: two weeks of seven columns, each with its figure, always on the scale from 0 to 10.
//!
//! A night without symptoms is a figure on the line, a night without an entry a dash. Drawn twice, low for a phone and
//! high for a desk; the style shows one.

use super::{across, column, drawing, picture, text};
use crate::content::fill;
use crate::content::text::trends_screen::nightly;
use crate::diary::entry::{Recorded, STRONGEST};
use crate::diary::night::Night;
use crate::diary::said;
use crate::diary::window::Window;
use crate::ui::element::{El, el};

/// Nights of one strip.
pub const FORTNIGHT: usize = 14;
const WEEK: usize = 7;
/// Heights of a bar of 10 with its figure, on a phone and on a desk.
const HEIGHTS: [(&str, u32); 2] = [("ql-narrow", 128), ("ql-broad", 156)];
/// Room for the figure above a bar.
const FIGURE: u32 = 22;
/// Height of the square foot of a bar.
const FOOT: u32 = 4;
/// Room for the two lines below.
const BELOW: u32 = 44;

type Column = Option<(Night, Option<u8>)>;

/// A strip for each fortnight of a window, the last one whole; its dates stand below.
pub fn strips(window: Window, nights: &[Recorded]) -> Vec<El> {
    let all: Vec<(Night, Option<u8>)> = window.nights().map(|night| (night, strength(nights, night))).collect();
    all.rchunks(FORTNIGHT).rev().map(|nights| strip(nights).child(dates(nights))).collect()
}

/// The strip alone, where a heading says which nights these are.
pub fn bare(window: Window, nights: &[Recorded]) -> El {
    strip(&window.nights().map(|night| (night, strength(nights, night))).collect::<Vec<_>>())
}

fn strength(nights: &[Recorded], night: Night) -> Option<u8> {
    nights.iter().find(|one| one.night == night).map(|one| one.entry.intensity.value())
}

fn range(nights: &[(Night, Option<u8>)]) -> String {
    match (nights.first(), nights.last()) {
        (Some((from, _)), Some((to, _))) => said::range(from.0, to.0),
        _ => String::new(),
    }
}

fn dates(nights: &[(Night, Option<u8>)]) -> El {
    el("figcaption", "ql-small").text(range(nights))
}

fn strip(nights: &[(Night, Option<u8>)]) -> El {
    let blank = FORTNIGHT.saturating_sub(nights.len());
    let columns: Vec<Column> = std::iter::repeat_n(None, blank).chain(nights.iter().copied().map(Some)).collect();
    let mut weeks = picture("ql-weeks", sentence(nights));
    for (class, high) in HEIGHTS {
        weeks = weeks.children(columns.chunks(WEEK).map(|columns| week(class, high, columns)));
    }
    el("figure", "ql-chart").child(weeks)
}

fn sentence(nights: &[(Night, Option<u8>)]) -> String {
    let one = |(night, strength): &(Night, Option<u8>)| {
        let night = said::evening(*night);
        match strength {
            Some(strength) => fill(nightly::ONE, &[("night", &night), ("strength", &strength.to_string())]),
            None => fill(nightly::NONE, &[("night", &night)]),
        }
    };
    let all: Vec<String> = nights.iter().map(one).collect();
    fill(nightly::CHART, &[("range", &range(nights)), ("nights", &all.join(", "))])
}

fn week(class: &'static str, high: u32, columns: &[Column]) -> El {
    let mut made = drawing(class, high + BELOW);
    for (at, (night, strength)) in columns.iter().enumerate().filter_map(|(at, column)| Some((at, (*column)?))) {
        let x = column(at, WEEK);
        let bar = u32::from(strength.unwrap_or(0)) * (high - FIGURE) / u32::from(STRONGEST);
        if bar > 0 {
            made = made.child(rect(&x, high - bar, bar, true)).child(rect(&x, high - FOOT, FOOT, false));
        }
        let day = if at % 2 == 0 { "" } else { "ql-between" };
        let figure = strength.map_or_else(|| "–".to_owned(), |strength| strength.to_string());
        made = made
            .child(text("ql-figure", x.clone(), high - bar - 7, "middle").text(figure))
            .child(text("", x.clone(), high + 20, "middle").text(said::letter(night)))
            .child(text(day, x, high + 39, "middle").text(night.0.day().to_string()));
    }
    if columns.iter().all(Option::is_none) { made } else { made.child(across("ql-axis", high)) }
}

/// Its top is round; the second one makes its foot square. Its width is a matter of style.
fn rect(x: &str, y: u32, high: u32, round: bool) -> El {
    let rect = el("rect", "ql-bar").attr("x", x.to_owned()).attr("y", y.to_string()).attr("width", "10%");
    let rect = rect.attr("height", high.to_string());
    if round { rect.attr("rx", "3") } else { rect }
}
