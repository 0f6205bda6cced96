//! Promises about every sentence that people read: short, whole, in one spelling, and calm where it matters.
#![cfg(not(target_arch = "wasm32"))]

use quiet_legs::content::text::{PATHS, words};
use quiet_legs::content::{EMERGENCY, SIGNS, Urgency};

/// Longest sentence anywhere, in words.
const LONGEST: usize = 35;
/// Longest sentence on average over all texts (evidence 12.4: about 15).
const AVERAGE: usize = 15;
/// American spellings and what we write.
const SPELLING: &[(&str, &str)] = &[
    ("anemia", "anaemia"),
    ("behavior", "behaviour"),
    ("center", "centre"),
    ("color", "colour"),
    ("diarrhea", "diarrhoea"),
    ("esophagus", "oesophagus"),
    ("fiber", "fibre"),
    ("gray", "grey"),
    ("hemochromatosis", "haemochromatosis"),
    ("hemoglobin", "haemoglobin"),
    ("pediatric", "paediatric"),
    ("tumor", "tumour"),
];

fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    PATHS.iter().map(|(path, key)| (*path, words(*key)))
}

/// What a reader takes in one breath: up to a full stop, question mark, exclamation mark, colon or semicolon.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|c: char| c.is_whitespace())
        .scan(0, |from, word| {
            *from += word.len();
            Some((*from, word.trim_end().ends_with(['.', '?', '!', ':', ';'])))
        })
        .filter_map(|(end, ends)| ends.then_some(end))
        .chain([text.len()])
        .scan(0, move |from, end| {
            let sentence = text.get(*from..end).unwrap_or_default().trim();
            *from = end;
            Some(sentence)
        })
        .filter(|sentence| !sentence.is_empty())
}

/// Fails with every text that breaks a promise.
fn none(promise: &str, broken: Vec<String>) {
    assert!(broken.is_empty(), "{promise}:\n{}", broken.join("\n"));
}

#[test]
fn a_text_is_split_where_a_reader_stops() {
    let text = "Ask for TSAT, at 8.30 a day. Is it low? No: high";
    assert_eq!(sentences(text).collect::<Vec<_>>(), ["Ask for TSAT, at 8.30 a day.", "Is it low?", "No:", "high"]);
}

#[test]
fn no_sentence_is_too_long_to_follow() {
    let long = texts().flat_map(|(path, text)| {
        let long = sentences(text).filter(|s| s.split_whitespace().count() > LONGEST);
        long.map(move |s| format!("{path}: {s}")).collect::<Vec<_>>()
    });
    none("sentences of more than 35 words", long.collect());
}

#[test]
fn sentences_are_short_on_the_whole() {
    let all: Vec<&str> = texts().flat_map(|(_, text)| sentences(text)).collect();
    let count: usize = all.iter().map(|s| s.split_whitespace().count()).sum();
    assert!(count <= AVERAGE * all.len(), "{count} words in {} sentences", all.len());
}

#[test]
fn a_dash_is_no_way_to_join_sentences() {
    let dashed =
        texts().filter(|(_, text)| text.contains('—') || text.matches('–').count() > 1 || text.contains(" - "));
    none("sentences joined by dashes", dashed.map(|(path, text)| format!("{path}: {text}")).collect());
}

#[test]
fn nothing_unfinished_is_left_in_a_text() {
    let marks = ["TODO", "TBD", "XXX", "FIXME", "lorem", "{{", "}}", "  ", " ,", " .", "..", "??", "!!", "[", "]"];
    // The name of a gene holds one of them; a clinic fills in what stands in brackets in words for its own notice.
    let left = texts().filter(|(path, _)| *path != "learn_family.genes.s1").flat_map(|(path, text)| {
        let fills_in = move |mark: &&&str| path.starts_with("learn_privacy_notice.") && matches!(**mark, "[" | "]");
        marks
            .iter()
            .filter(|mark| text.contains(**mark))
            .filter(move |mark| !fills_in(mark))
            .map(move |mark| format!("{path} holds \"{mark}\": {text}"))
    });
    none("unfinished texts", left.collect());
}

#[test]
fn no_text_shouts() {
    let loud = texts().filter(|(_, text)| text.contains('!'));
    none("exclamation marks", loud.map(|(path, text)| format!("{path}: {text}")).collect());
}

#[test]
fn quotation_marks_and_apostrophes_are_the_printed_ones() {
    let typed = texts().filter(|(_, text)| text.contains(['\'', '"', '`']));
    none("typewriter marks", typed.map(|(path, text)| format!("{path}: {text}")).collect());
}

#[test]
fn spelling_is_british() {
    let american = texts().flat_map(|(path, text)| {
        let text = text.to_lowercase();
        let found =
            SPELLING.iter().filter(move |(us, _)| text.split(|c: char| !c.is_alphabetic()).any(|w| w.starts_with(us)));
        found.map(move |(us, gb)| format!("{path}: {us}, we write {gb}"))
    });
    none("American spellings", american.collect());
}

#[test]
fn no_path_of_a_text_stands_twice() {
    for (at, (path, _)) in PATHS.iter().enumerate() {
        assert!(!PATHS.iter().skip(at + 1).any(|(other, _)| other == path), "{path}");
    }
}

#[test]
fn every_emergency_says_which_number_to_call_and_nothing_else_does() {
    for sign in &SIGNS {
        let act = words(sign.act);
        assert_eq!(act.contains("{number}"), sign.urgency == Urgency::EmergencyNow, "{}: {act}", sign.id);
    }
}

#[test]
fn what_to_do_about_a_warning_sign_comes_first_and_holds_no_figures() {
    for sign in SIGNS.iter().filter(|sign| sign.urgency >= Urgency::SameDay) {
        let act = words(sign.act);
        let verbs = ["Call ", "See ", "Talk ", "Do not drive", "Have ", "Take "];
        assert!(verbs.iter().any(|verb| act.starts_with(verb)), "{}: {act}", sign.id);
        assert!(!act.contains(|c: char| c.is_ascii_digit()), "{}: {act}", sign.id);
    }
}

#[test]
fn the_emergency_number_is_never_blank() {
    for place in &EMERGENCY {
        assert!(!words(place.said).is_empty() && !words(place.helpline).is_empty(), "{}", place.country);
        assert_eq!(place.dial.is_empty(), place.country == "other", "{}", place.country);
        assert!(words(place.said).contains(place.dial), "{} reads one number and dials another", place.country);
    }
}
