//! How often chance alone makes a difference as large as the one seen.
//!
//! The permutation test of a difference of means, two-sided as SciPy's `permutation_test` has it: twice the smaller
//! tail, at most 1. Values are whole, so ties are ties and no tolerance is needed. Up to [`COUNTED`] nights every way
//! to deal them into the two sides is counted, without listing them; beyond that, ways are drawn from a seed. Decides
//! nothing about words. Facts: evidence 9.3; checked against SciPy (tests/fixtures/statistics).

/// Most nights of which every split is counted. Up to 56 nights the counts are whole to the last one (9e15); beyond,
/// they are rounded in the 16th digit, which moves no chance anybody could see.
pub const COUNTED: usize = 100;
/// Splits drawn where there are too many to count, for up to 400 nights on the smaller side.
pub const DRAWN: usize = 9_999;
/// Nights drawn in all, so that ten years take no longer than one.
const EFFORT: usize = 4_000_000;

/// How many splits are as extreme as the one seen, or more, on either side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tails {
    /// With as small a sum, or smaller.
    pub low: f64,
    /// With as large a sum, or larger.
    pub high: f64,
    /// Of how many.
    pub all: f64,
}

impl Tails {
    const NONE: Self = Self { low: 0.0, high: 0.0, all: 0.0 };
    /// Of a drawn lot the split seen is one.
    const SEEN: Self = Self { low: 1.0, high: 1.0, all: 1.0 };

    fn count(&mut self, sum: i64, seen: i64, ways: f64) {
        self.all += ways;
        if sum <= seen {
            self.low += ways;
        }
        if sum >= seen {
            self.high += ways;
        }
    }

    /// The two-sided chance, above 0 and at most 1.
    pub fn p(self) -> f64 {
        (2.0 * self.low.min(self.high) / self.all).min(1.0)
    }
}

/// The splits of two sides of strengths; `None` when a side is empty.
pub fn of_two(one: &[u8], other: &[u8], seed: u64) -> Option<Tails> {
    let small = if one.len() <= other.len() { one } else { other };
    if small.is_empty() {
        return None;
    }
    let pool: Vec<u8> = one.iter().chain(other).copied().collect();
    let seen = small.iter().map(|value| i64::from(*value)).sum();
    Some(if pool.len() <= COUNTED {
        counted(&pool, small.len(), seen)
    } else {
        drawn(pool, small.len(), seen, &mut Draw::new(seed))
    })
}

/// Counts how many ways there are to take `size` nights with each sum.
fn counted(pool: &[u8], size: usize, seen: i64) -> Tails {
    let widest: usize = pool.iter().map(|value| usize::from(*value)).sum();
    let mut ways = vec![vec![0.0; widest + 1]; size + 1];
    if let Some(nothing) = ways.first_mut().and_then(|sums| sums.first_mut()) {
        *nothing = 1.0;
    }
    for value in pool {
        for taken in (1..=size).rev() {
            let (fewer, more) = ways.split_at_mut(taken);
            let (Some(from), Some(to)) = (fewer.last(), more.first_mut()) else { continue };
            for (to, from) in to.iter_mut().skip(usize::from(*value)).zip(from) {
                *to += from;
            }
        }
    }
    let mut tails = Tails::NONE;
    for (sum, ways) in ways.last().into_iter().flatten().enumerate() {
        tails.count(sum as i64, seen, *ways);
    }
    tails
}

fn drawn(mut pool: Vec<u8>, size: usize, seen: i64, draw: &mut Draw) -> Tails {
    let mut tails = Tails::SEEN;
    for _ in 0..DRAWN.min(EFFORT / size.max(1)) {
        draw.to_front(&mut pool, size);
        let sum = pool.iter().take(size).map(|value| i64::from(*value)).sum();
        tails.count(sum, seen, 1.0);
    }
    tails
}

/// Blocks drawn anew in every way they could have been drawn. `values` has one value a block, bit n of `seen` says that
/// block n was one of those drawn, and `could` says which draws there were. Every draw takes as many blocks.
pub fn of_draws(values: &[i64], seen: u16, could: impl Fn(u16) -> bool) -> Tails {
    let sum = |draw: u16| {
        let taken = values.iter().enumerate().filter(|(at, _)| draw >> at & 1 == 1);
        taken.map(|(_, value)| value).sum::<i64>()
    };
    let mut tails = Tails::NONE;
    for draw in (0..1_u32 << values.len().min(16)).filter_map(|draw| u16::try_from(draw).ok()).filter(|d| could(*d)) {
        tails.count(sum(draw), sum(seen), 1.0);
    }
    tails
}

/// Random numbers from a seed, the same on every device (SplitMix64, Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub struct Draw(u64);

impl Draw {
    /// From a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, each as likely as the others (Lemire 2019); 0 when `end` is 0.
    pub const fn below(&mut self, end: u32) -> u32 {
        if end == 0 {
            return 0;
        }
        loop {
            let product = (self.bits() >> 32) * end as u64;
            let rest = product as u32;
            // Only of a small rest is it worth finding out whether some numbers come once too often.
            if rest >= end || rest >= (u32::MAX - end + 1) % end {
                return (product >> 32) as u32;
            }
        }
    }

    /// Brings `count` of a list to its front, each as likely as the others.
    pub fn to_front<T>(&mut self, list: &mut [T], count: usize) {
        for at in 0..count.min(list.len()) {
            let rest = (list.len() - at) as u32;
            list.swap(at, at + self.below(rest) as usize);
        }
    }
}
