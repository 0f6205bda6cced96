//! The table of nights opens in a spreadsheet with accents right, is read back by another program cell for cell, and
//! never runs as a formula.

mod diary_support;

use diary_support::{any_entry, entry, night};
use proptest::prelude::*;
use quiet_legs::diary::clock::Clock;
use quiet_legs::diary::entry::{Activity, Alcohol, Caffeine, Entry, Extra, Moment};
use quiet_legs::diary::night::Night;
use quiet_legs::export::csv::{cells, safe, table};
use std::collections::BTreeMap;

/// The table of [`fixed`], with its mark and its line ends. `QUIET_LEGS_WRITE=1` writes it anew.
const GOLDEN: &str = "tests/golden/nights.csv";

fn fixed() -> BTreeMap<Night, Entry> {
    let full = Entry {
        start: Some(Moment::FallingAsleep),
        at: Some(Clock::parse("22:30").unwrap()),
        activity: Some(Activity::Light),
        taken: Some(vec!["Ropinirol \"Heumann\"".into(), "Magnesium, 300".into()]),
        caffeine: Some(Caffeine::Late),
        alcohol: Some(Alcohol::More),
        lost: Some(45),
        got_up: Some(true),
        extras: vec![Extra::LongSitting, Extra::Bath],
        note: "Für Élise: läuft, wie „immer“.\r\nZweite Zeile".into(),
        ..entry(6, 0)
    };
    let words = Entry {
        start: Some(Moment::WokeMe),
        activity: Some(Activity::None),
        taken: Some(Vec::new()),
        caffeine: Some(Caffeine::Early),
        alcohol: Some(Alcohol::None),
        got_up: Some(false),
        note: "=HYPERLINK(\"http://example.org\",\"here\")".into(),
        ..entry(10, 0)
    };
    let days = [("2026-11-24", full), ("2024-02-29", entry(0, 0)), ("2026-11-23", words)];
    days.into_iter().map(|(day, entry)| (night(day), entry)).collect()
}

fn read_back(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("the mark Excel needs");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn noted(note: &str) -> String {
    let nights = BTreeMap::from([(night("2026-11-23"), Entry { note: note.into(), ..entry(3, 0) })]);
    table(&nights).unwrap()
}

#[test]
fn the_table_of_a_fixed_diary_is_the_golden_file_to_the_byte() {
    let text = table(&fixed()).unwrap();
    if std::env::var_os("QUIET_LEGS_WRITE").is_some() {
        std::fs::write(GOLDEN, &text).unwrap();
    }
    assert_eq!(std::fs::read(GOLDEN).unwrap(), text.into_bytes());
}

#[test]
fn there_is_one_row_a_night_the_earliest_first_and_lines_end_as_the_standard_says() {
    let text = table(&fixed()).unwrap();
    let rows = read_back(&text);
    let days: Vec<&str> = rows.iter().skip(1).map(|row| row[0].as_str()).collect();
    assert_eq!(days, ["2024-02-29", "2026-11-23", "2026-11-24"]);
    assert_eq!(text.matches("\r\n").count(), 4);
    assert!(rows.iter().all(|row| row.len() == 12));
}

#[test]
fn what_was_not_answered_is_empty_and_none_of_them_is_not() {
    let row = cells(night("2026-11-23"), &entry(0, 0));
    assert_eq!(row[..2], ["2026-11-23", "0"]);
    assert!(row[2..].iter().all(String::is_empty));
    let none = Entry { taken: Some(Vec::new()), got_up: Some(false), ..entry(0, 0) };
    let row = cells(night("2026-11-23"), &none);
    assert!(!row[5].is_empty() && !row[9].is_empty());
}

#[test]
fn numbers_stay_numbers_a_spreadsheet_can_count_with() {
    let row = &read_back(&table(&fixed()).unwrap())[3];
    assert_eq!((row[1].as_str(), row[8].as_str()), ("6", "45"));
}

#[test]
fn no_cell_is_taken_for_a_formula() {
    for (typed, cell) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\nx"),
        ("\nx", "'\nx"),
        ("\t=1", "'\t'=1"),
        ("  =1", "'  =1"),
        ("\u{a0}=1", "'\u{a0}=1"),
        ("\"=1", "'\"=1"),
        ("'=1", "''=1"),
        ("“=1”", "'“=1”"),
        ("\u{200b}=1", "'\u{200b}=1"),
        ("\u{feff}=1", "'\u{feff}=1"),
        ("\0=1", "'\u{fffd}=1"),
        ("＝1＋1", "'＝1＋1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠A", "'＠A"),
        ("﹦1", "'﹦1"),
        ("slept;=1", "slept;'=1"),
        ("slept; \"=1", "slept;' \"=1"),
        ("tea\n- bath", "tea\n'- bath"),
        ("a\t=1", "a\t'=1"),
        ("=1;=2", "'=1;'=2"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ] {
        assert_eq!(safe(typed), cell, "{typed:?}");
        let rows = read_back(&noted(typed));
        assert_eq!((rows.len(), rows[1][11].as_str()), (2, cell), "{typed:?}");
    }
}

#[test]
fn what_is_no_formula_stays_as_it_was_typed() {
    for typed in
        ["", "calm", "a = b", "8-9 pm", "x@example.org", "it’s fine", "Ä, Ö; Ü", "<b onclick=x>1</b>", "שלום 3", "🌙"]
    {
        assert_eq!(safe(typed), typed);
    }
}

#[test]
fn characters_that_are_no_writing_or_turn_reading_round_are_shown_as_unknown() {
    for (typed, cell) in [
        ("a\0b", "a\u{fffd}b"),
        ("a\u{7}\u{1b}[31m", "a\u{fffd}\u{fffd}[31m"),
        ("a\u{85}b\u{7f}", "a\u{fffd}b\u{fffd}"),
        ("\u{202e}gpj.exe", "\u{fffd}gpj.exe"),
        ("\u{202e}=1", "'\u{fffd}=1"),
        ("\u{2066}a\u{2069}", "\u{fffd}a\u{fffd}"),
    ] {
        assert_eq!(safe(typed), cell);
    }
}

#[test]
fn ten_thousand_characters_and_line_breaks_stay_in_one_cell() {
    for typed in ["ä".repeat(10_000), "\"".repeat(10_000), "line\n".repeat(2_000), ",\"\n".repeat(3_000)] {
        let rows = read_back(&noted(&typed));
        assert_eq!((rows.len(), rows[1].len(), rows[1][11].as_str()), (2, 12, typed.as_str()));
    }
}

/// Text as people who wish harm would type it.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "=", "+", "-", "@", "＝", "\t", "\r", "\n", "\r\n", ";", ",", "\"", "'", " ", "\u{a0}", "\u{feff}", "\u{200b}",
        "\0", "\u{202e}", "“", "a", "1", "ä", "|", "🌙",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![hostile(), any::<String>()]
}

/// Written down a second time on purpose: the first character that counts of every part a program could cut out.
fn begins_with_formula(cell: &str) -> bool {
    let blank = |c: char| c.is_whitespace() || "\"`“”„‘’«»\u{200b}\u{feff}\u{fffd}\u{ad}".contains(c);
    cell.split(['\n', '\t', ';'])
        .any(|part| part.trim_start_matches(blank).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']))
}

proptest! {
    #[test]
    fn another_program_reads_the_same_rows(entries in prop::collection::vec((any_entry(), any_text(), any_text()), 0..6)) {
        let mut nights = BTreeMap::new();
        for (at, (entry, note, name)) in (0_i32..).zip(entries) {
            let night = night("2026-11-01").plus(at).unwrap();
            nights.insert(night, Entry { note, taken: Some(vec![name]), ..entry });
        }
        let rows = read_back(&table(&nights).unwrap());
        let expected: Vec<Vec<String>> = nights.iter().map(|(night, entry)| cells(*night, entry).map(|cell| safe(&cell)).to_vec()).collect();
        prop_assert_eq!(&rows[1..], &expected[..]);
        prop_assert!(rows.iter().flatten().all(|cell| !begins_with_formula(cell)), "{:?}", rows);
        prop_assert!(rows.iter().flatten().flat_map(|cell| cell.chars()).all(|c| !c.is_control() || matches!(c, '\n' | '\t')));
    }

    #[test]
    fn nothing_but_apostrophes_is_ever_added_and_nothing_is_taken_away(typed in any_text()) {
        let seen = |c: char| if c.is_control() || "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".contains(c) { '\u{fffd}' } else { c };
        let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
        let mut expected = lines.chars().map(|c| if matches!(c, '\n' | '\t') { c } else { seen(c) }).peekable();
        for c in safe(&typed).chars() {
            if expected.peek() == Some(&c) { expected.next(); } else { prop_assert_eq!(c, '\''); }
        }
        prop_assert_eq!(expected.next(), None);
    }
}
