//! A night's entry while it is being filled in: taps and typed words, word for word.
//!
//! Decides what becomes an entry and what is asked again. Nothing half-typed is dropped or corrected: what cannot be
//! read is a [`Problem`] beside its box. Keys are those of the inputs: `strength`, `at`, `extra.bath`, `taken.<name>`.
//! Facts: evidence 9.2 (the fields; only the strength is needed).

pub mod change;
pub mod day;
pub mod lab;
pub mod trial;

use super::clock::{Clock, Stamp};
use super::entry::{Activity, Alcohol, Caffeine, Entry, Extra, Intensity, LONGEST_AWAKE, MOST_TAKEN, Moment};
use super::night::Night;
use crate::clinical::answers::{Answers, LONGEST};
use crate::clinical::problems::Problem;
use crate::content::Said;
use crate::content::text::diary_form::errors;

/// Strength, 0 to 10.
pub const STRENGTH: &str = "strength";
/// When it started, in words.
pub const START: &str = "start";
/// When it started, by the clock.
pub const AT: &str = "at";
/// Minutes awake.
pub const LOST: &str = "lost";
/// How active the day was.
pub const ACTIVITY: &str = "activity";
/// Caffeine.
pub const CAFFEINE: &str = "caffeine";
/// Alcohol.
pub const ALCOHOL: &str = "alcohol";
/// Whether somebody got up to walk: `yes` or `no`.
pub const GOT_UP: &str = "got_up";
/// Prefix of what else might matter.
pub const EXTRA: &str = "extra";
/// Prefix of medicines taken; the name follows.
pub const TAKEN: &str = "taken";
/// A medicine being typed that is not on the list yet.
pub const ADD: &str = "add";
/// The note.
pub const NOTE: &str = "note";
/// In place of a name: none of the list.
pub const NONE: &str = "-";

/// What stands in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The night it is for.
    pub night: Night,
    /// The night that an entry was opened from, when one is being changed.
    pub opened: Option<Night>,
    /// Taps and typed words.
    pub given: Answers,
    /// As it was opened, to see whether anything was entered.
    pub blank: Answers,
}

impl Form {
    /// For a night that has no entry.
    pub fn empty(night: Night) -> Self {
        Self { night, opened: None, given: Answers::default(), blank: Answers::default() }
    }

    /// With what was noted for a night.
    pub fn of(night: Night, entry: &Entry) -> Self {
        let mut given = Answers::default();
        given.set(STRENGTH, &entry.intensity.value().to_string());
        given.set(START, entry.start.map_or("", Moment::code));
        given.set(AT, &entry.at.map(|at| at.to_string()).unwrap_or_default());
        given.set(LOST, &entry.lost.map(|minutes| minutes.to_string()).unwrap_or_default());
        given.set(ACTIVITY, entry.activity.map_or("", Activity::code));
        given.set(CAFFEINE, entry.caffeine.map_or("", Caffeine::code));
        given.set(ALCOHOL, entry.alcohol.map_or("", Alcohol::code));
        given.set(GOT_UP, entry.got_up.map_or("", |up| if up { "yes" } else { "no" }));
        given.set(NOTE, &entry.note);
        for extra in &entry.extras {
            given.set(&key(EXTRA, extra.code()), "yes");
        }
        for name in entry.taken.iter().flatten() {
            given.set(&key(TAKEN, name), "yes");
        }
        if entry.taken.as_ref().is_some_and(Vec::is_empty) {
            given.set(&key(TAKEN, NONE), "yes");
        }
        Self { night, opened: Some(night), blank: given.clone(), given }
    }

    /// Whether nothing was entered since it was opened.
    pub fn is_untouched(&self) -> bool {
        self.given == self.blank && self.opened.is_none_or(|from| from == self.night)
    }

    /// The entry, or everything that is wrong.
    pub fn entry(&self, now: Stamp) -> Result<Entry, Vec<Problem>> {
        let strength = self.given.get(STRENGTH).and_then(|text| text.parse().ok()).and_then(Intensity::new);
        let (at, lost) = (self.at(), self.lost());
        let problems = [
            strength.is_none().then_some((STRENGTH, Said::plain(errors::STRENGTH))),
            at.is_err().then_some((AT, Said::plain(errors::AT))),
            lost.is_err().then(|| (LOST, said(errors::LOST, u64::from(LONGEST_AWAKE)))),
            note_problem(&self.given).map(|says| (NOTE, says)),
            (self.text(ADD).is_some()).then_some((ADD, Said::plain(errors::NOT_ADDED))),
        ];
        let problems: Vec<Problem> =
            problems.into_iter().flatten().map(|(field, says)| Problem { field, says }).collect();
        let (Some(intensity), Ok(at), Ok(lost), true) = (strength, at, lost, problems.is_empty()) else {
            return Err(problems);
        };
        Ok(Entry {
            start: self.given.get(START).and_then(Moment::from_code),
            at,
            activity: self.given.get(ACTIVITY).and_then(Activity::from_code),
            taken: self.taken(),
            caffeine: self.given.get(CAFFEINE).and_then(Caffeine::from_code),
            alcohol: self.given.get(ALCOHOL).and_then(Alcohol::from_code),
            lost,
            got_up: self.given.get(GOT_UP).map(|code| code == "yes"),
            extras: self.given.ticked(EXTRA).filter_map(Extra::from_code).collect(),
            note: self.text(NOTE).unwrap_or_default().to_owned(),
            ..Entry::new(intensity, now)
        })
    }

    fn text(&self, key: &str) -> Option<&str> {
        text(&self.given, key)
    }

    fn at(&self) -> Result<Option<Clock>, ()> {
        self.text(AT).map(|text| read_clock(text).ok_or(())).transpose()
    }

    fn lost(&self) -> Result<Option<u16>, ()> {
        let read = |text: &str| text.parse().ok().filter(|minutes| *minutes <= LONGEST_AWAKE).ok_or(());
        self.text(LOST).map(read).transpose()
    }

    /// The names ticked; no names when "none of these" is; nothing when nobody touched the list.
    fn taken(&self) -> Option<Vec<String>> {
        let names: Vec<&str> = self.given.ticked(TAKEN).collect();
        let any = !names.is_empty();
        any.then(|| names.into_iter().filter(|name| *name != NONE).take(MOST_TAKEN).map(str::to_owned).collect())
    }

    /// Adds the medicine being typed to the list, ticked.
    pub fn add_typed(&mut self) {
        if let Some(name) = self.text(ADD).map(str::to_owned) {
            self.given.tick(TAKEN, &name, true, &[NONE]);
            self.given.set(ADD, "");
        }
    }
}

/// The key of a box under a prefix.
pub fn key(prefix: &str, code: &str) -> String {
    format!("{prefix}.{code}")
}

/// What was typed, without the spaces around it; nothing for nothing but spaces.
fn text<'a>(given: &'a Answers, key: &str) -> Option<&'a str> {
    given.get(key).map(str::trim).filter(|text| !text.is_empty())
}

fn note_problem(given: &Answers) -> Option<Said> {
    let long = text(given, NOTE).is_some_and(|text| text.chars().nth(LONGEST).is_some());
    long.then(|| said(errors::NOTE, LONGEST as u64))
}

fn said(key: crate::content::Key, most: u64) -> Said {
    Said { key, with: vec![("most", most.to_string())] }
}

/// A time of day as people type it in the night: `22:15`, `22.15`, `2215`, `22`, `9:40 pm`, `9pm`.
pub fn read_clock(text: &str) -> Option<Clock> {
    let text = text.trim();
    let plain = |end: &str| {
        let cut = text.len().checked_sub(end.len())?;
        let (front, back) = (text.get(..cut)?, text.get(cut..)?);
        back.eq_ignore_ascii_case(end).then(|| front.trim_end())
    };
    let half = [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)];
    let half = half.into_iter().find_map(|(end, add)| plain(end).map(|front| (front, add)));
    let (digits, half) = half.map_or((text, None), |(front, add)| (front, Some(add)));
    let (hour, minute) = match digits.split_once([':', '.', ' ', 'h']) {
        Some((hour, minute)) if minute.len() == 2 => (number(hour)?, number(minute)?),
        Some(_) => return None,
        None if digits.len() > 2 => {
            let (hour, minute) = digits.split_at_checked(digits.len() - 2)?;
            (number(hour)?, number(minute)?)
        }
        None => (number(digits)?, 0),
    };
    match half {
        None if hour == 24 && minute == 0 => Clock::new(0, 0),
        None => Clock::new(hour, minute),
        Some(add) => (1..=12).contains(&hour).then(|| Clock::new(hour % 12 + add, minute))?,
    }
}

fn number(digits: &str) -> Option<u8> {
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok())?
}
