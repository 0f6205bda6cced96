//! Short lists put in order, in few bytes.
//!
//! The sorts of the standard library are compiled anew for every type they sort: twelve of them were 51 kB of the app
//! (docs/decisions/0003-size.md). Lists here hold some hundred rows at most, and most come nearly in order.

/// The smaller ranks first; rows of one rank keep their order. Takes the square of the length in steps.
pub fn by_rank<T, R: PartialOrd>(list: &mut [T], rank: impl Fn(&T) -> R) {
    for end in 1..list.len() {
        let mut at = end;
        while let Some([before, here]) = at.checked_sub(1).and_then(|before| list.get_mut(before..=at)) {
            if rank(before) <= rank(here) {
                break;
            }
            std::mem::swap(before, here);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::by_rank;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_list_comes_out_as_the_standard_library_would_order_it(list in prop::collection::vec((0_u8..6, any::<u16>()), 0..60)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            by_rank(&mut ours, |(rank, _)| *rank);
            theirs.sort_by_key(|(rank, _)| *rank);
            prop_assert_eq!(ours, theirs);
        }
    }
}
