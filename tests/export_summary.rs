//! The text for a QR code: short, plain, harmless, and read back from its squares by another program.
#![cfg(not(target_arch = "wasm32"))]

mod diary_support;
mod export_support;
mod laws_support;

use export_support::{Case, any_case, any_text, fixed, hostile, is_golden, typed_everywhere};
use laws_support::people;
use proptest::prelude::*;
use quiet_legs::export::qr::{MOST, Squares, TooLong, code, says};
use quiet_legs::export::summary::summary;

fn text(case: &Case) -> String {
    summary(&case.told()).unwrap()
}

/// As a scanner sees it, by another program: with the light margin, three points a square.
fn scanned(squares: &Squares) -> String {
    const POINTS: usize = 3;
    let side = (squares.size() + 8) * POINTS;
    let dark = |x: usize, y: usize| match ((x / POINTS).checked_sub(4), (y / POINTS).checked_sub(4)) {
        (Some(x), Some(y)) => squares.is_dark(x, y),
        _ => false,
    };
    let mut image = rqrr::PreparedImage::prepare_from_bitmap(side, side, dark);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

/// The squares that a path draws.
fn drawn(path: &str, size: usize) -> Vec<bool> {
    let mut dark = vec![false; size * size];
    for run in path.split('z').filter(|run| !run.is_empty()) {
        let (at, run) = run.strip_prefix('M').unwrap().split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        let (run, back) = run.split_once("v1h-").unwrap();
        assert_eq!(run, back);
        for x in x..x + run.parse::<usize>().unwrap() {
            assert!(!std::mem::replace(&mut dark[y * size + x], true), "drawn twice");
        }
    }
    dark
}

#[test]
fn the_text_of_a_fixed_case_is_the_golden_file_and_fits() {
    let text = text(&fixed());
    is_golden("summary.txt", &text);
    let squares = code(&text).unwrap();
    assert_eq!(scanned(&squares), text);
    let rows = (0..squares.size())
        .map(|y| (0..squares.size()).map(|x| if squares.is_dark(x, y) { '#' } else { '.' }).collect::<String>() + "\n");
    is_golden("summary-squares.txt", &rows.collect::<String>());
}

#[test]
fn the_path_draws_each_dark_square_once() {
    let squares = code(&text(&fixed())).unwrap();
    let size = squares.size();
    let expected: Vec<bool> = (0..size * size).map(|at| squares.is_dark(at % size, at / size)).collect();
    assert_eq!(drawn(&squares.path(), size), expected);
    assert!(!squares.is_dark(size, 0) && !squares.is_dark(0, size));
}

#[test]
fn it_is_made_of_letters_that_every_scanner_knows() {
    assert!(text(&fixed()).is_ascii());
    let nothing = Case::new(Default::default(), &[], Vec::new());
    assert!(text(&nothing).is_ascii() && text(&nothing).lines().count() == 7);
}

#[test]
fn a_text_that_does_not_fit_is_refused_with_its_length_and_nothing_is_cut() {
    let fits = "a".repeat(MOST);
    let full = code(&fits).unwrap();
    assert_eq!((full.size(), scanned(&full)), (105, fits.clone()));
    let refused = code(&(fits + "b")).unwrap_err();
    assert_eq!(refused, TooLong { characters: MOST + 1 });
    assert!(refused.says().text().contains("1004") && refused.says().text().contains("1003"));
    assert_eq!(code(&"ä".repeat(600)), Err(TooLong { characters: 600 }), "600 letters, 1,200 bytes");
    assert!(says("äöü").text().contains(" 3 "));
}

#[test]
fn hostile_text_stays_on_its_line() {
    for typed in hostile() {
        let case = typed_everywhere(&typed);
        let text = text(&case);
        assert!(text.starts_with("Quiet Legs, "), "no scanner takes it for an address or a command");
        assert!(text.lines().count() <= 11, "{text:.400}");
        assert!(
            !text.chars().any(
                |c| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            )
        );
        match code(&text) {
            Ok(squares) => assert_eq!(scanned(&squares), text),
            Err(refused) => assert_eq!(refused.characters, text.chars().count()),
        }
    }
}

proptest! {
    #![proptest_config(people(32))]

    #[test]
    fn whatever_was_answered_there_is_a_text_and_a_code_that_says_it_or_a_reason(case in any_case()) {
        let text = text(&case);
        match code(&text) {
            Ok(squares) => prop_assert_eq!(scanned(&squares), text),
            Err(refused) => prop_assert!(refused.characters <= text.len() && text.len() > MOST),
        }
    }

    #[test]
    fn any_text_is_read_back_or_refused(typed in any_text()) {
        match code(&typed) {
            Ok(squares) => prop_assert_eq!(scanned(&squares), typed),
            Err(_) => prop_assert!(typed.len() > MOST),
        }
    }
}
