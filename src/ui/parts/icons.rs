//! The line icons: always beside a word, never alone, and hidden from readers of the page.

use crate::ui::element::{El, el};

/// Points back.
pub const BACK: &str = "m15 5-7 7 7 7";
/// Points onward.
pub const ONWARD: &str = "m9 5 7 7-7 7";
/// Points down: closed, opens below.
pub const DOWN: &str = "m5 9 7 7 7-7";
/// Points up: open.
pub const UP: &str = "m5 15 7-7 7 7";
/// A tick.
pub const TICK: &str = "m4.5 12.5 5 5 10-11";
/// A plus.
pub const PLUS: &str = "M12 5v14M5 12h14";
/// A question in a circle: partly, or not sure.
pub const UNSURE: &str =
    "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9.5 9.6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.8M12 16.6v.1";
/// A dash: does not fit.
pub const DASH: &str = "M5 12h14";
/// A triangle: a problem.
pub const PROBLEM: &str = "M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.1";
/// A telephone: now.
pub const PHONE: &str = "M6.5 4H9l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2L20 15v2.5a2.5 2.5 0 0 1-2.5 2.5A13.5 13.5 0 0 1 4 6.5 2.5 2.5 0 0 1 6.5 4Z";
/// A clock: today.
pub const CLOCK: &str = "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2";
/// A calendar: within two weeks.
pub const CALENDAR: &str = "M4 6.5h16v13.5H4ZM4 10.5h16M8.5 4v4M15.5 4v4";
/// A moon: night view.
pub const MOON: &str = "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5Z";
/// A sun: day view.
pub const SUN: &str = "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4";
/// A lock: private.
pub const LOCK: &str =
    "M7 11h10a2 2 0 0 1 2 2v5.5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V13a2 2 0 0 1 2-2ZM8 11V8a4 4 0 0 1 8 0v3";
/// A printer.
pub const PRINTER: &str = "M7 9V4h10v5M7 17H4.5V9h15v8H17M7 14h10v6.5H7Z";
/// Two sheets: another tab.
pub const SHEETS: &str = "M9 9h11v11.5H9ZM15 9V4H4v11.5h5";
/// An arrow out of a box: a tab of its own.
pub const OUT: &str = "M14 4h6v6M20 4l-9 9M10 5H5v14h14v-5";

/// The wave that dies down under the header.
const WAVE: &str = "M0 11C2 6.5 4 3.5 6 3.5C12 3.5 12 16.7 18 16.7C24 16.7 24 6.6 31 6.6C37 6.6 37 14.3 43 14.3C50 14.3 50 8.5 56 8.5C62 8.5 62 12.9 68 12.9C74 12.9 74 9.5 81 9.5C87 9.5 87 12.1 93 12.1C100 12.1 100 10.1 106 10.1C112 10.1 112 11.6 118 11.6C124 11.6 124 10.5 131 10.5C137 10.5 137 11.4 143 11.4C146 11.4 146 11 148 11";

/// An icon by its path.
pub fn icon(path: &'static str) -> El {
    let svg = el("svg", "ql-icon").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true");
    svg.child(el("path", "").attr("d", path))
}

/// The settling line.
pub fn settling_line() -> El {
    let stop = |at| el("stop", "").attr("offset", at);
    let gradient = el("linearGradient", "")
        .attr("id", "settle")
        .attr("gradientUnits", "userSpaceOnUse")
        .attr("x1", "0")
        .attr("x2", "148")
        .attr("y1", "0")
        .attr("y2", "0")
        .children([stop("0"), stop(".55"), stop("1")]);
    let wave = el("path", "").attr("stroke", "url(#settle)").attr("d", WAVE);
    el("svg", "ql-settle").attr("viewBox", "0 0 148 22").attr("aria-hidden", "true").child(gradient).child(wave)
}
