//! Slips of the pen: how many single-letter slips lie between two names.

/// Longer names are not compared.
const LONGEST: usize = 63;

/// How many slips are forgiven: 1 for 4 to 6 letters, 2 from 7 on (evidence 4.6).
pub fn reach(typed: &str) -> Option<usize> {
    match typed.chars().count() {
        0..=3 => None,
        4..=6 => Some(1),
        _ => Some(2),
    }
}

/// Which letters a name holds, as bits: one slip brings in and takes out one of them at most.
pub fn letters(name: &str) -> u32 {
    name.bytes().fold(0, |all, byte| all | 1 << (byte & 31))
}

/// Whether two names with these letters may lie within `limit` slips: most pairs are told apart by this alone.
pub fn may_reach(a: u32, b: u32, limit: usize) -> bool {
    let limit = limit as u32;
    (a & !b).count_ones() <= limit && (b & !a).count_ones() <= limit
}

/// Slips between two names (a letter added, missing, wrong, or two neighbours swapped), when within `limit`.
pub fn slips(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > limit || a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    let mut before_last = [0_u8; LONGEST + 1];
    let mut last = [0_u8; LONGEST + 1];
    for (n, cell) in (0_u8..).zip(last.iter_mut()) {
        *cell = n;
    }
    let mut previous = 0;
    for (i, (&x, n)) in a.iter().zip(1_u8..).enumerate() {
        let mut row = [0_u8; LONGEST + 1];
        let (mut left, mut least) = (n, n);
        if let Some(first) = row.first_mut() {
            *first = n;
        }
        let mut b_before = 0;
        for (j, &y) in b.iter().enumerate() {
            let at = |cells: &[u8; LONGEST + 1], k: usize| cells.get(k).copied().unwrap_or(u8::MAX);
            let mut here = (at(&last, j) + u8::from(x != y)).min(at(&last, j + 1) + 1).min(left + 1);
            if i > 0 && j > 0 && x == b_before && previous == y {
                here = here.min(at(&before_last, j - 1) + 1);
            }
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = here;
            }
            (left, b_before) = (here, y);
            least = least.min(here);
        }
        if usize::from(least) > limit {
            return None;
        }
        (before_last, last, previous) = (last, row, x);
    }
    let slips = usize::from(last.get(b.len()).copied().unwrap_or(u8::MAX));
    (slips <= limit).then_some(slips)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_slip_counts_one() {
        for typed in ["sertralin", "sertralline", "sertralina", "setrraline"] {
            assert_eq!(slips(typed, "sertraline", 2), Some(1), "{typed}");
        }
        assert_eq!(slips("sertraline", "sertraline", 2), Some(0));
        assert_eq!(slips("amitriptalin", "amitriptyline", 2), Some(2));
        assert_eq!(slips("sertraline", "cetirizine", 2), None);
        assert_eq!(slips("", "ab", 2), Some(2));
    }
}
