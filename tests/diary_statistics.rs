//! The statistics say what SciPy and statsmodels say, to the last split, and hold their laws on anything.

use proptest::prelude::*;
use quiet_legs::diary::chance::{COUNTED, DRAWN, Draw, of_draws, of_two};
use quiet_legs::diary::stats::{Halves, Mean, Spread, holm, median, rank_correlation};
use serde::Deserialize;

/// Of tests/fixtures/statistics/make.py.
#[derive(Deserialize)]
struct Expected {
    exact: Vec<Split>,
    large: Vec<Split>,
    pairs: Vec<Blocks>,
    mixed: Vec<Blocks>,
    medians: Vec<Middle>,
    spearman: Vec<Ranked>,
    holm: Vec<Many>,
}

#[derive(Deserialize)]
struct Split {
    one: Vec<u8>,
    other: Vec<u8>,
    #[serde(default)]
    all: f64,
    p: f64,
}

#[derive(Deserialize)]
struct Blocks {
    less: Vec<i64>,
    usual: Vec<i64>,
    p: f64,
}

#[derive(Deserialize)]
struct Middle {
    values: Vec<u16>,
    halves: u32,
}

#[derive(Deserialize)]
struct Ranked {
    pairs: Vec<(u16, u16)>,
    rho: f64,
}

#[derive(Deserialize)]
struct Many {
    ps: Vec<f64>,
    corrected: Vec<f64>,
}

fn expected() -> Expected {
    serde_json::from_str(include_str!("fixtures/statistics/expected.json")).unwrap()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

#[test]
fn a_permutation_test_is_what_scipy_says() {
    for case in expected().exact {
        let tails = of_two(&case.one, &case.other, 0).unwrap();
        assert_eq!(tails.all, case.all, "{:?} {:?}", case.one, case.other);
        // SciPy gives p alone; with whole tails below 2^53, the number of splits behind it is exact.
        assert_eq!((tails.p() * case.all).round(), (case.p * case.all).round(), "{:?} {:?}", case.one, case.other);
        assert!(near(tails.p(), case.p), "{} is not {}", tails.p(), case.p);
    }
}

#[test]
fn up_to_100_nights_every_split_counts_and_beyond_the_drawn_ones_come_near() {
    let (mut counted, mut drawn) = (0, 0);
    for case in expected().large {
        let p = of_two(&case.one, &case.other, 7).unwrap().p();
        if case.one.len() + case.other.len() <= COUNTED {
            counted += 1;
            assert!(near(p, case.p), "{p} is not {}", case.p);
        } else {
            drawn += 1;
            // Five standard errors of twice a tail, and the split seen.
            let error = 5.0 * 2.0 * (case.p / 2.0 / (DRAWN as f64)).sqrt() + 3.0 / (DRAWN as f64);
            assert!((p - case.p).abs() <= error, "{p} is not near {}", case.p);
        }
    }
    assert!(counted >= 10 && drawn >= 10);
}

#[test]
fn six_pairs_are_drawn_in_64_ways_and_four_and_four_in_70() {
    for case in expected().pairs {
        let values: Vec<i64> = case.less.iter().zip(&case.usual).flat_map(|(less, usual)| [*less, *usual]).collect();
        let tails = of_draws(&values, 0x555, |draw| (draw ^ draw >> 1) & 0x555 == 0x555);
        assert_eq!(tails.all, 64.0);
        assert!(near(tails.p(), case.p), "{} is not {}", tails.p(), case.p);
    }
    for case in expected().mixed {
        let values: Vec<i64> = case.less.iter().chain(&case.usual).copied().collect();
        let tails = of_draws(&values, 0xf, |draw| draw.count_ones() == 4);
        assert_eq!(tails.all, 70.0);
        assert!(near(tails.p(), case.p), "{} is not {}", tails.p(), case.p);
    }
}

#[test]
fn a_median_is_what_numpy_says() {
    for case in expected().medians {
        assert_eq!(median(&case.values), Some(Halves::new(case.halves)), "{:?}", case.values);
    }
}

#[test]
fn a_rank_correlation_is_what_scipy_says() {
    for case in expected().spearman {
        let rho = rank_correlation(&case.pairs).unwrap();
        assert!(near(rho, case.rho), "{rho} is not {}: {:?}", case.rho, case.pairs);
    }
}

#[test]
fn a_correction_for_many_things_is_what_statsmodels_says() {
    for case in expected().holm {
        let ours = holm(&case.ps);
        assert!(ours.iter().zip(&case.corrected).all(|(a, b)| near(*a, *b)), "{ours:?} is not {:?}", case.corrected);
    }
}

#[test]
fn four_nights_against_four_can_never_be_surprising_and_five_can() {
    let p = |one: &[u8], other: &[u8]| of_two(one, other, 0).unwrap().p();
    assert!(near(p(&[9; 4], &[1; 4]), 2.0 / 70.0));
    assert!(near(p(&[9; 5], &[1; 5]), 2.0 / 252.0));
    assert!(holm(&[2.0 / 70.0; 6]).iter().all(|p| *p > 0.05));
    assert!(holm(&[2.0 / 252.0; 6]).iter().all(|p| *p < 0.05));
}

#[test]
fn nights_that_are_all_alike_are_no_surprise() {
    assert_eq!(of_two(&[6; 7], &[6; 7], 0).unwrap().p(), 1.0);
    assert_eq!(of_two(&[], &[6; 7], 0), None);
}

#[test]
fn middles_and_means_are_written_to_a_half_and_a_tenth() {
    let spread = Spread::of(&[3, 6, 8, 7]).unwrap();
    assert_eq!((spread.middle.to_string().as_str(), spread.low, spread.high, spread.count), ("6.5", 3, 8, 4));
    assert_eq!(median(&[5, 1, 9]).unwrap().to_string(), "5");
    assert_eq!(Mean::of(&[1, 2, 2]).unwrap().to_string(), "1.7");
    assert_eq!((median(&[]), Spread::of(&[]), Mean::of(&[])), (None, None, None));
}

#[test]
fn the_same_seed_gives_the_same_draw_on_every_device() {
    // The first numbers of SplitMix64 from the seed 1234567, as its authors' program prints them.
    let mut draw = Draw::new(1_234_567);
    let first: Vec<u64> = (0..3).map(|_| draw.bits()).collect();
    assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
}

#[test]
fn each_number_is_drawn_as_often_as_the_others() {
    let mut draw = Draw::new(3);
    let mut seen = [0_u32; 7];
    for _ in 0..70_000 {
        seen[draw.below(7) as usize] += 1;
    }
    assert!(seen.iter().all(|times| (9_600..10_400).contains(times)), "{seen:?}");
    assert_eq!(draw.below(0), 0);
}

fn side() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(0_u8..=10, 1..35)
}

proptest! {
    #[test]
    fn chance_is_above_nothing_and_at_most_certain(one in side(), other in side(), seed: u64) {
        let p = of_two(&one, &other, seed).unwrap().p();
        prop_assert!(p > 0.0 && p <= 1.0, "{p}");
    }

    #[test]
    fn it_makes_no_difference_which_side_is_called_with(one in prop::collection::vec(0_u8..=10, 1..28), other in prop::collection::vec(0_u8..=10, 1..28)) {
        prop_assert_eq!(of_two(&one, &other, 1).unwrap().p(), of_two(&other, &one, 1).unwrap().p());
    }

    #[test]
    fn it_makes_no_difference_in_which_order_nights_come(one in prop::collection::vec(0_u8..=10, 1..20), other in prop::collection::vec(0_u8..=10, 1..20)) {
        let turned: Vec<u8> = one.iter().rev().copied().collect();
        prop_assert_eq!(of_two(&one, &other, 1), of_two(&turned, &other, 1));
    }

    #[test]
    fn counting_splits_is_the_same_as_listing_them(values in prop::collection::vec(0_i64..=10, 2..12), size in 1_u32..6) {
        let size = size.min(values.len() as u32 - 1);
        let strengths: Vec<u8> = values.iter().map(|value| *value as u8).collect();
        let (one, other) = strengths.split_at(size as usize);
        let listed = of_draws(&values, (1 << size) - 1, |draw| draw.count_ones() == size);
        prop_assert_eq!(of_two(one, other, 0).unwrap().p(), listed.p());
    }

    #[test]
    fn a_correction_only_makes_larger_keeps_the_order_and_never_passes_1(ps in prop::collection::vec(0.0_f64..=1.0, 1..12)) {
        let corrected = holm(&ps);
        prop_assert_eq!(corrected.len(), ps.len());
        for (at, p) in ps.iter().enumerate() {
            prop_assert!(corrected[at] >= *p && corrected[at] <= 1.0);
            for (other, q) in ps.iter().enumerate() {
                prop_assert!(p > q || corrected[at] <= corrected[other]);
            }
        }
    }

    #[test]
    fn looking_at_one_thing_more_never_makes_another_more_surprising(ps in prop::collection::vec(0.0_f64..=1.0, 1..10), more in 0.0_f64..=1.0) {
        let before = holm(&ps);
        let after = holm(&ps.iter().copied().chain([more]).collect::<Vec<_>>());
        prop_assert!(before.iter().zip(&after).all(|(before, after)| after >= before));
    }

    #[test]
    fn a_median_has_as_many_values_above_as_below(values in prop::collection::vec(0_u16..1440, 1..60)) {
        let middle = median(&values).unwrap().halves();
        let above = values.iter().filter(|value| u32::from(**value) * 2 > middle).count();
        let below = values.iter().filter(|value| u32::from(**value) * 2 < middle).count();
        prop_assert!(above * 2 <= values.len() && below * 2 <= values.len());
    }

    #[test]
    fn a_rank_correlation_lies_between_the_ends_and_turns_when_one_is_turned(pairs in prop::collection::vec((0_u16..12, 0_u16..600), 2..40)) {
        let turned: Vec<(u16, u16)> = pairs.iter().map(|(a, b)| (11 - a, *b)).collect();
        let (rho, other) = (rank_correlation(&pairs), rank_correlation(&turned));
        prop_assert_eq!(rho.is_some(), other.is_some());
        if let (Some(rho), Some(other)) = (rho, other) {
            prop_assert!(near(rho, -other) && rho.abs() <= 1.0 + 1e-12);
        }
    }
}
