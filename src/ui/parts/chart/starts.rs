//! Start times, one dot a night, over the hours: a night that begins earlier stands higher up.

use super::{across, column, dot, drawing, picture, text};
use crate::diary::clock::Clock;
use crate::diary::entry::Recorded;
use crate::diary::said;
use crate::diary::window::Window;
use crate::ui::element::{El, el};

const HOUR: u32 = 60;
/// Pixels from one line to the next, and above the first one.
const STEP: u32 = 34;
const EDGE: u32 = 12;
/// Hours from line to line: the first with at most so many lines is taken.
const STEPS: [u32; 4] = [1, 2, 3, 6];
const MOST_STEPS: u32 = 6;
/// Nights from which on dots are small.
const MANY: i32 = 29;

/// The lines of a chart, in hours after the anchor.
struct Scale {
    first: u32,
    step: u32,
    steps: u32,
}

/// The chart; nothing where no night says a time. `says` is what it shows, in a sentence.
pub fn starts(window: Window, nights: &[Recorded], anchor: Clock, says: String) -> Option<El> {
    let told =
        |one: &Recorded| Some((one.night.since(window.from()), u32::from(one.entry.started_at()?.after(anchor))));
    let times: Vec<(i32, u32)> = nights.iter().filter_map(told).collect();
    let scale = Scale::of(&times)?;
    let high = scale.steps * STEP + 2 * EDGE;
    let lines = || (0..=scale.steps).map(|line| (line, EDGE + line * STEP));
    let hours = lines().map(|(line, y)| {
        let clock = Clock::from_minutes(u32::from(anchor.minutes()) + (scale.first + line * scale.step) * HOUR);
        text("", "0".to_owned(), y + 5, "start").text(clock.to_string())
    });
    let length = window.length();
    let (class, radius) = if length < MANY { ("ql-dot", "5.5") } else { ("ql-dot", "3.5") };
    let dots = times.iter().map(|(at, minutes)| {
        let x = column(usize::try_from(*at).unwrap_or(0), usize::try_from(length).unwrap_or(1));
        dot(class, x, scale.place(*minutes), radius)
    });
    let plot = drawing("ql-plot", high).children(lines().map(|(_, y)| across("ql-rule", y))).children(dots);
    let ends = [window.from(), window.from().plus(length / 2).unwrap_or(window.to()), window.to()];
    let below = el("div", "ql-below").children(ends.map(|night| el("span", "").text(said::brief(night))));
    let chart = picture("ql-starts", says).child(drawing("ql-hours", high).children(hours)).child(plot).child(below);
    Some(el("figure", "ql-chart").child(chart))
}

impl Scale {
    fn of(times: &[(i32, u32)]) -> Option<Self> {
        let low = times.iter().map(|(_, minutes)| minutes / HOUR).min()?;
        let high = times.iter().map(|(_, minutes)| minutes.div_ceil(HOUR)).max()?.max(low + 1);
        let fits = |step: &u32| (high - low / step * step).div_ceil(*step) <= MOST_STEPS;
        let step = STEPS.into_iter().find(fits).unwrap_or(MOST_STEPS);
        let first = low / step * step;
        Some(Self { first, step, steps: (high - first).div_ceil(step) })
    }

    fn place(&self, minutes: u32) -> u32 {
        EDGE + minutes.saturating_sub(self.first * HOUR) * STEP / (self.step * HOUR)
    }
}
