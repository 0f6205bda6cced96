//! Tables that come with the idle-loaded words: one row a line, cells divided by tabs.
//!
//! `build.rs` decides which tables these are and writes the lines; here they become rows again at the first use.
//! Natively the lines are compiled in. In the browser a table is empty until the words are here, and every screen that
//! needs one waits for them. The lines have been proven whole by then (`text::load_idle`), so a cell always fits.

use super::text::{late_ready, words};
use super::{Key, SourceId};
use crate::date::Date;
use std::ops::Deref;
use std::str::Split;
use std::sync::OnceLock;

/// A table of rows that are read when first asked for.
pub struct Late<T: 'static> {
    first: Key,
    count: u16,
    rows: OnceLock<Vec<T>>,
}

/// A row that can be read from its cells, in order.
pub trait Row: Sized {
    /// Reads the cells.
    fn read(cells: &mut Cells) -> Self;
}

/// The cells of a line.
pub struct Cells(Split<'static, char>);

impl<T> Late<T> {
    /// The table whose rows are `count` lines from `first` on.
    pub const fn new(first: Key, count: u16) -> Self {
        Self { first, count, rows: OnceLock::new() }
    }
}

impl<T: Row> Deref for Late<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        if !late_ready(self.first) {
            return &[];
        }
        self.rows.get_or_init(|| {
            let mut rows = Vec::with_capacity(usize::from(self.count));
            for line in self.first.0..self.first.0 + self.count {
                rows.push(T::read(&mut Cells::of_line(line)));
            }
            rows
        })
    }
}

impl<'a, T: Row> IntoIterator for &'a Late<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Cells {
    fn of_line(line: u16) -> Self {
        Self(words(Key(line)).split('\t'))
    }

    /// The next cell as it is; an empty text after the last.
    pub fn text(&mut self) -> &'static str {
        self.0.next().unwrap_or_default()
    }

    /// A cell that may be empty.
    pub fn maybe_text(&mut self) -> Option<&'static str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// A whole number; 0 when empty.
    pub fn number(&mut self) -> u32 {
        self.maybe_number().unwrap_or_default()
    }

    fn maybe_number(&mut self) -> Option<u32> {
        self.text().parse().ok()
    }

    /// A number of days, if there is one.
    pub fn maybe_days(&mut self) -> Option<u16> {
        self.maybe_number().and_then(|days| u16::try_from(days).ok())
    }

    /// The key of a text.
    pub fn key(&mut self) -> Key {
        Key(self.number() as u16)
    }

    /// The key of a text, if there is one.
    pub fn maybe_key(&mut self) -> Option<Key> {
        self.maybe_number().map(|key| Key(key as u16))
    }

    /// `1` or nothing.
    pub fn flag(&mut self) -> bool {
        self.number() == 1
    }

    /// Several words, divided by spaces.
    pub fn texts(&mut self) -> &'static [&'static str] {
        Vec::leak(self.text().split_ascii_whitespace().collect())
    }

    /// Several whole numbers.
    pub fn places(&mut self) -> &'static [u16] {
        Vec::leak(self.text().split(' ').filter_map(|place| place.parse().ok()).collect())
    }

    /// Six cells with the key of a text or nothing.
    pub fn six_keys(&mut self) -> [Option<Key>; 6] {
        [(); 6].map(|()| self.maybe_key())
    }

    /// The keys of several texts.
    pub fn keys(&mut self) -> Vec<Key> {
        self.text().split(' ').filter_map(|key| key.parse().ok()).map(Key).collect()
    }

    /// One of a closed list, by place.
    pub fn of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.maybe_number()? as usize).copied()
    }

    /// Rows of `SOURCES`, by place.
    pub fn sources(&mut self) -> &'static [SourceId] {
        named(self.text())
    }

    /// The blocks of a part of a page.
    pub fn blocks(&mut self) -> Vec<super::learn::Block> {
        self.text().split('|').filter_map(super::learn::Block::read).collect()
    }

    /// `2026-11-23`.
    pub fn date(&mut self) -> Date {
        Date::parse(self.text()).unwrap_or(Date::literal(1, 1, 1))
    }
}

/// Rows of `SOURCES`, by places divided by spaces.
pub(super) fn named(places: &'static str) -> &'static [SourceId] {
    Vec::leak(places.split(' ').filter_map(|place| place.parse().ok()).map(SourceId).collect())
}
