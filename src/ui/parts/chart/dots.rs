//! One side of a comparison: a dot a night, stacked on a line from 0 to 10, and where the middle lies.
//!
//! Hollow before, filled after: the two sides differ without colour.

use super::{across, column, dot, drawing, percent, picture, text};
use crate::content::fill;
use crate::content::text::trends_screen::around;
use crate::diary::before_after::Nights;
use crate::diary::stats::Halves;
use crate::ui::element::{El, el};

/// Strengths from 0 to 10.
const COLUMNS: usize = 11;
/// Room under the line for "middle 6".
const BELOW: u32 = 30;
/// Pixels from dot to dot and their radius, by how many stand on each other.
const SIZES: [(usize, u32, &str); 3] = [(7, 16, "6.5"), (14, 12, "5"), (usize::MAX, 9, "3.75")];

/// Which side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Hollow dots.
    Before,
    /// Filled dots.
    After,
}

/// The chart of one side, named by `says`.
pub fn dots(nights: &Nights, side: Side, says: String) -> El {
    let most = nights.dots.iter().copied().max().unwrap_or(0);
    let size = SIZES.iter().find(|(up_to, ..)| most <= *up_to);
    let (gap, radius) = size.map_or((9, "3.75"), |(_, gap, radius)| (*gap, *radius));
    let base = most.max(1) as u32 * gap + 14;
    let mut made = drawing("ql-plot", base + BELOW).child(across("ql-axis", base));
    if let Some(side) = &nights.side {
        made = middle(made, side.middle, base);
    }
    let class = if side == Side::Before { "ql-dot is-hollow" } else { "ql-dot" };
    for (strength, count) in nights.dots.iter().enumerate() {
        let place = |at: usize| base - gap / 2 - 3 - at as u32 * gap;
        made = made.children((0..*count).map(|at| dot(class, column(strength, COLUMNS), place(at), radius)));
    }
    picture("ql-dots", says).child(made)
}

fn middle(made: El, middle: Halves, base: u32) -> El {
    let at = f64::from(middle.halves() + 1) * 50.0 / COLUMNS as f64;
    // At an end of the line the words begin or end there instead of standing across it.
    let (x, anchor) = match middle.halves() {
        ..=2 => ("0".to_owned(), "start"),
        18.. => ("100%".to_owned(), "end"),
        _ => (percent(at), "middle"),
    };
    let line = el("line", "ql-middle").attr("x1", percent(at)).attr("x2", percent(at));
    let line = line.attr("y1", "2").attr("y2", (base + 7).to_string());
    let words = fill(around::MIDDLE, &[("middle", &middle.to_string())]);
    made.child(line).child(text("ql-figure", x, base + 24, anchor).text(words))
}

/// The numbers from 0 to 10 below.
pub fn scale() -> El {
    let numbers = (0..COLUMNS).map(|at| text("", column(at, COLUMNS), 16, "middle").text(at.to_string()));
    drawing("ql-plot", 22).children(numbers)
}
