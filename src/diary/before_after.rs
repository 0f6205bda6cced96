//! Nights before a day and from it on, side by side.
//!
//! Decides which nights stand on which side, and, for a change whose course is known, when it is usually judged: the
//! rows of `content/facts/courses.toml`. Says which middle is higher, and that this shows no cause. Facts: evidence 8.1
//! and 9.3.

use super::entry::{Recorded, STRONGEST};
use super::night::Night;
use super::patterns::{LEAST, Side};
use super::summary::{Way, strengths};
use super::timeline::Change;
use super::window::Window;
use crate::content::text::trends::{course, limits, sides};
use crate::content::{COURSES, Course, Said};
use crate::date::Date;

/// Most nights shown on each side.
pub const MOST: u16 = 28;
/// So many days before a change is judged, nights begin to count as "after" it: "about 12 weeks" is no day.
const AROUND: i32 = 14;

/// One side: every night by its strength, and summed up where there are enough.
#[derive(Clone, Debug, PartialEq)]
pub struct Nights {
    /// How many recorded nights of each strength, 0 to 10: one dot a night.
    pub dots: [usize; STRONGEST as usize + 1],
    /// How many recorded nights.
    pub nights: usize,
    /// The middle and the mean, of four nights or more.
    pub side: Option<Side>,
}

/// Both sides of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct BeforeAfter {
    /// Up to 28 nights before it.
    pub before: Nights,
    /// Up to 28 nights from it on; of a change with a known course, those around the time it is judged and later.
    pub after: Nights,
}

/// The course of a change, seen from a day.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    /// What is known.
    pub course: &'static Course,
    /// The day it is judged, where studies name a time.
    pub on: Option<Date>,
    /// Days left until then; 0 when it has passed.
    pub days_left: i32,
}

/// Nights before a day, and from it on.
pub fn around(all: &[Recorded], day: Date) -> BeforeAfter {
    of(all, windows_around(day))
}

/// Nights before a change, and after it or, where its course is known, after the time it takes.
pub fn of_change(all: &[Recorded], change: &Change) -> BeforeAfter {
    of(all, windows_of_change(change))
}

/// What is known about how long a change takes.
pub fn course_of(change: &Change) -> Option<&'static Course> {
    COURSES.iter().find(|row| row.changes.contains(&change.what.code()))
}

/// The course of a change, seen from today.
pub fn judged(change: &Change, today: Date) -> Option<Judged> {
    let course = course_of(change)?;
    let on = course.judged_days.and_then(|days| Night(change.day).plus(i32::from(days))).map(|night| night.0);
    let days_left = on.map_or(0, |on| (on.day_number() - today.day_number()).max(0));
    Some(Judged { course, on, days_left })
}

/// The nights that stand on either side of a day, so that a screen reads no others. `None` at the calendar's ends.
pub fn windows_around(day: Date) -> [Option<Window>; 2] {
    windows(day, 0)
}

/// The nights that stand on either side of a change.
pub fn windows_of_change(change: &Change) -> [Option<Window>; 2] {
    windows(change.day, wait(change))
}

/// Days after a change whose nights stand on neither side.
pub fn wait(change: &Change) -> i32 {
    let days = course_of(change).and_then(|course| course.judged_days).unwrap_or_default();
    (i32::from(days) - AROUND).max(0)
}

fn windows(day: Date, wait: i32) -> [Option<Window>; 2] {
    let (day, most) = (Night(day), i32::from(MOST));
    [(-most, -1), (wait, wait + most - 1)]
        .map(|(from, to)| day.plus(from).zip(day.plus(to)).and_then(|(from, to)| Window::between(from, to)))
}

fn of(all: &[Recorded], sides: [Option<Window>; 2]) -> BeforeAfter {
    let [before, after] = sides.map(|side| Nights::of(&side.map(|window| window.of(all)).unwrap_or_default()));
    BeforeAfter { before, after }
}

impl Nights {
    fn of(nights: &[&Recorded]) -> Self {
        let strengths = strengths(nights);
        let mut dots = [0; STRONGEST as usize + 1];
        for strength in &strengths {
            if let Some(dot) = dots.get_mut(usize::from(*strength)) {
                *dot += 1;
            }
        }
        Self { dots, nights: strengths.len(), side: Side::of(&strengths) }
    }
}

impl BeforeAfter {
    /// Which middle is higher, and what that does not show. `day` is the day in words.
    pub fn says(&self, day: &str) -> Vec<Said> {
        let number = |name, number: usize| (name, number.to_string());
        let day = ("day", day.to_owned());
        let (Some(before), Some(after)) = (&self.before.side, &self.after.side) else {
            let counts = [number("before", self.before.nights), number("after", self.after.nights)];
            let with = counts.into_iter().chain([day, number("least", LEAST)]).collect();
            return vec![Said { key: sides::FEW, with }];
        };
        let way = Way::of_strength(before.middle, after.middle);
        let key = match way {
            Way::Higher => sides::HIGHER,
            Way::Lower => sides::LOWER,
            Way::Same => sides::SAME,
        };
        let counts = [number("before_nights", before.nights), number("after_nights", after.nights)];
        let middles = [("before", before.middle.to_string()), ("after", after.middle.to_string())];
        let with = counts.into_iter().chain(middles).chain([day]).collect();
        let mut said = vec![Said { key, with }, Said::plain(sides::NOT_CAUSE)];
        if way == Way::Lower {
            said.push(Said::plain(limits::BAD_TIMES));
        }
        said
    }
}

impl Judged {
    /// Whether the time it takes is known and over.
    pub const fn has_passed(&self) -> bool {
        self.on.is_some() && self.days_left == 0
    }

    /// "Studies judged this at about 12 weeks. That is in 30 days."
    pub fn says(&self) -> Vec<Said> {
        let mut said = vec![Said::plain(self.course.says)];
        said.extend(self.on.map(|_| match self.days_left {
            0 => Said::plain(course::PASSED),
            1 => Said::plain(course::TOMORROW),
            days => Said { key: course::DAYS, with: vec![("days", days.to_string())] },
        }));
        said
    }
}
