//! Middle values, ranks and corrections for a handful of nights.
//!
//! Decides how numbers are summed up, and nothing about what they mean. Counts whole numbers wherever it can, so that
//! no answer hangs on rounding. Nothing here sorts: values are small, so it counts how often each comes
//! (docs/decisions/0003-size.md). Facts: evidence 9.3; checked against SciPy (tests/fixtures/statistics).

use crate::decimal;
use crate::order::by_rank;
use std::fmt;

/// A number that is whole or ends in a half: the median of whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Halves(u32);

impl Halves {
    /// So many halves.
    pub const fn new(halves: u32) -> Self {
        Self(halves)
    }

    /// How many halves it is.
    pub const fn halves(self) -> u32 {
        self.0
    }

    /// The nearest whole number; a half goes up.
    pub const fn rounded(self) -> u32 {
        self.0.div_ceil(2)
    }

    /// How many halves more than another; negative when less.
    pub const fn minus(self, other: Self) -> i64 {
        self.0 as i64 - other.0 as i64
    }
}

impl fmt::Display for Halves {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal::print(f64::from(self.0) / 2.0, 1))
    }
}

/// The mean of whole numbers, kept as their sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mean {
    sum: u32,
    count: u32,
}

impl Mean {
    /// `None` of nothing.
    pub fn of(values: &[u16]) -> Option<Self> {
        let sum = values.iter().map(|value| u32::from(*value)).sum();
        (!values.is_empty()).then_some(Self { sum, count: values.len() as u32 })
    }

    /// Whether it lies at least so many points above or below another; exact.
    pub fn is_apart(self, other: Self, points: u32) -> bool {
        let (one, two) = (u64::from(self.sum) * u64::from(other.count), u64::from(other.sum) * u64::from(self.count));
        one.abs_diff(two) >= u64::from(points) * u64::from(self.count) * u64::from(other.count)
    }

    /// The value.
    pub fn value(self) -> f64 {
        f64::from(self.sum) / f64::from(self.count)
    }
}

impl fmt::Display for Mean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal::print(self.value(), 1))
    }
}

/// Middle, ends and number of some values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The median: half the values are higher and half lower.
    pub middle: Halves,
    /// The least.
    pub low: u16,
    /// The most.
    pub high: u16,
    /// How many values.
    pub count: usize,
}

impl Spread {
    /// `None` of nothing.
    pub fn of(values: &[u16]) -> Option<Self> {
        let (low, high) = (*values.iter().min()?, *values.iter().max()?);
        Some(Self { middle: median(values)?, low, high, count: values.len() })
    }
}

/// How often each value comes: the place in the list is the value.
fn tally(values: &[u16]) -> Vec<u32> {
    let most = values.iter().copied().max().unwrap_or_default();
    let mut counts = vec![0; usize::from(most) + 1];
    for value in values {
        if let Some(count) = counts.get_mut(usize::from(*value)) {
            *count += 1;
        }
    }
    counts
}

/// The middle value; of an even number of values, half way between the two in the middle.
pub fn median(values: &[u16]) -> Option<Halves> {
    let count = u32::try_from(values.len()).ok()?;
    let counts = tally(values);
    let at = |place: u32| {
        let mut seen = 0;
        counts.iter().position(|here| {
            seen += here;
            seen > place
        })
    };
    let (low, high) = (at(count.checked_sub(1)? / 2)?, at(count / 2)?);
    Some(Halves((low + high) as u32))
}

/// Twice the mid-rank of each value: values that are the same share the mean of their places.
fn double_ranks(values: &[u16]) -> Vec<i64> {
    let mut below = 0;
    let ranks: Vec<i64> = tally(values)
        .into_iter()
        .map(|here| {
            let rank = 2 * below + i64::from(here) + 1;
            below += i64::from(here);
            rank
        })
        .collect();
    values.iter().filter_map(|value| ranks.get(usize::from(*value)).copied()).collect()
}

/// Spearman's rank correlation with mid-ranks, -1 to 1; `None` when one of the two does not vary.
pub fn rank_correlation(pairs: &[(u16, u16)]) -> Option<f64> {
    let mut one = Vec::with_capacity(pairs.len());
    let mut other = Vec::with_capacity(pairs.len());
    for (a, b) in pairs {
        one.push(*a);
        other.push(*b);
    }
    let (x, y) = (double_ranks(&one), double_ranks(&other));
    // Double ranks from their mean, which is the number of pairs and one.
    let mean = pairs.len() as i64 + 1;
    let products = |a: &[i64], b: &[i64]| a.iter().zip(b).map(|(a, b)| (a - mean) * (b - mean)).sum::<i64>();
    let (xx, yy, xy) = (products(&x, &x), products(&y, &y), products(&x, &y));
    (xx > 0 && yy > 0).then(|| xy as f64 / (xx as f64 * yy as f64).sqrt())
}

/// Holm's correction for looking at several things: each value of `p` made larger, in the order given.
pub fn holm(ps: &[f64]) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = ps.iter().copied().enumerate().collect();
    by_rank(&mut order, |(_, p)| *p);
    let mut corrected = vec![1.0; ps.len()];
    let mut least = 0.0_f64;
    for (done, (at, p)) in order.into_iter().enumerate() {
        least = least.max(p * (ps.len() - done) as f64).min(1.0);
        if let Some(place) = corrected.get_mut(at) {
            *place = least;
        }
    }
    corrected
}
