//! What no sentence may say, whoever writes it.
//!
//! Decides on words alone: promises, verdicts on the person and orders about medicines are faults
//! (evidence 0.2, 12.3 and 12.5), and so is a placeholder that nothing could fill.
//! Whether a sentence is true or kind is for a reader to judge.

use super::read::Fault;

/// Never, in any sentence (12.3 and 12.5).
const NEVER: &[&str] = &[
    "you have rls",
    "you have restless legs",
    "you should take",
    "you should stop",
    "safe to",
    "cure",
    "cures",
    "cured",
    "guarantee",
    "guaranteed",
    "guarantees",
    "clinically proven",
    "doctor approved",
    "best",
    "all clear",
    "nothing serious",
    "you can wait",
    "sufferer",
    "sufferers",
    "you may die",
];
/// Never as an order; "do not stop taking", "ask whether to lower the dose" are not orders.
const ORDERS: &[&str] = &[
    "stop taking",
    "stop using",
    "stop your",
    "stop the",
    "stop this",
    "stop it",
    "start taking",
    "reduce your",
    "reduce the dose",
    "lower your dose",
    "lower the dose",
    "increase your",
    "increase the dose",
    "double your",
    "double the dose",
    "halve your",
    "halve the dose",
    "skip your",
    "skip the",
    "skip a dose",
    "come off",
    "cut down your",
];
/// Before an order in the same sentence, these turn it into a warning, a question or a condition.
const TURNED: &[&str] = &[
    "not",
    "never",
    "cannot",
    "don’t",
    "don't",
    "without",
    "before",
    "if",
    "when",
    "whether",
    "did",
    "ask",
    "dangerous",
];

/// All faults of one text; `path` is its key.
pub fn check(path: &str, text: &str, faults: &mut Vec<Fault>) {
    let file = format!("{}.toml", path.split('.').next().unwrap_or_default());
    let mut fault = |reason: String| faults.push(Fault::new(&file, path, reason));
    if text.is_empty() {
        fault("this text is empty".into());
    }
    if text.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        fault("holds a character that does not print".into());
    }
    if let Some(bad) = bad_placeholder(text) {
        fault(format!("\"{bad}\" is no placeholder: write {{name}}, in small letters"));
    }
    for sentence in text.split_inclusive(['.', '?', '!', ':', ';']) {
        let words: Vec<String> = words(sentence).collect();
        for phrase in NEVER.iter().filter(|phrase| find(&words, phrase).is_some()) {
            fault(format!("must not say \"{phrase}\""));
        }
        for phrase in ORDERS {
            let turned = |at: usize| words.iter().take(at).any(|w| TURNED.contains(&w.as_str()));
            if find(&words, phrase).is_some_and(|at| !turned(at)) {
                fault(format!("must not order \"{phrase}\": say what to ask whom"));
            }
        }
    }
}

/// The words of a sentence in small letters, without what stands around them.
fn words(sentence: &str) -> impl Iterator<Item = String> {
    sentence
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// Where a phrase begins among the words.
fn find(words: &[String], phrase: &str) -> Option<usize> {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    words.windows(phrase.len()).position(|window| window == phrase)
}

/// The first brace that does not belong to a `{name}`.
fn bad_placeholder(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let from = rest.split_at(at).1;
        let end = from.find('}').map_or(from.len(), |end| end + 1);
        let (brace, after) = from.split_at(end);
        let name = brace.strip_prefix('{').and_then(|b| b.strip_suffix('}')).unwrap_or_default();
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
            return Some(brace.chars().take(20).collect());
        }
        rest = after;
    }
    None
}
