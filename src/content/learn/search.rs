//! One search over pages, questions, conditions and medicines, forgiving as the search for medicines is.
//!
//! Decides what a typed line may mean, and in which order it is offered. A word is found by its beginning, by a part of
//! it, or with slips of the pen; more of the words found ranks before a better place. Everything is here on the
//! device: nothing typed leaves it. Refuses to know what any of it says.

use super::{Question, Topic, topic};
use crate::content::names::{self, Certainty, Match, reach, slips, suggest, words_of};
use crate::content::{CONDITIONS, Condition, Key, QUESTIONS, TOPICS, words};
use crate::order::by_rank;

/// More is never offered.
pub const MOST: usize = 12;
/// More medicines are not offered beside the rest.
const MEDICINES_MOST: usize = 4;
/// Longer lines are cut off.
const LONGEST: usize = 80;
/// Words that say nothing of what is meant.
const SMALL: [&str; 36] = [
    "a", "about", "am", "an", "and", "are", "be", "can", "could", "do", "does", "for", "have", "how", "i", "if", "in",
    "is", "it", "legs", "me", "my", "of", "on", "or", "restless", "should", "so", "the", "to", "what", "when", "why",
    "will", "with", "you",
];

/// Something to open.
#[derive(Clone, Copy, Debug)]
pub enum Hit {
    /// A page to read.
    Page(&'static Topic),
    /// A question with its answer.
    Question(&'static Question),
    /// A condition, told on this page.
    Condition(&'static Condition, &'static Topic),
    /// A medicine.
    Medicine(Match),
}

/// What may be meant, likeliest first; nothing for an empty line.
pub fn find(typed: &str) -> Vec<Hit> {
    let all = words_of(typed, LONGEST);
    let telling: Vec<String> = all.iter().filter(|word| !SMALL.contains(&word.as_str())).cloned().collect();
    let asked = if telling.is_empty() { all } else { telling };
    if asked.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(Rank, Hit)> = Vec::new();
    let mut offer = |rank: Option<Rank>, hit: Hit| found.extend(rank.map(|rank| (rank, hit)));
    for topic in &TOPICS {
        offer(best(&asked, &[(topic.title, 0), (topic.about, 3)]), Hit::Page(topic));
    }
    for row in &CONDITIONS {
        if let Some(page) = super::explains(&["condition.", row.id].concat()) {
            offer(best(&asked, &[(row.name, 1)]), Hit::Condition(row, page));
        }
    }
    for question in &QUESTIONS {
        offer(best(&asked, &[(question.ask, 1), (question.short, 5)]), Hit::Question(question));
    }
    let mut medicines = suggest(typed, None, MEDICINES_MOST);
    if medicines.is_empty() {
        medicines.extend(names::find(typed, None).matches().iter().take(MEDICINES_MOST));
    }
    found.extend(medicines.into_iter().map(|row| (Rank { missing: 0, place: of_medicine(&row) }, Hit::Medicine(row))));
    by_rank(&mut found, |(rank, _)| *rank);
    found.into_iter().map(|(_, hit)| hit).take(MOST).collect()
}

/// A brand that only begins as typed ranks after a page that does.
const fn of_medicine(row: &Match) -> usize {
    match (row.certainty, row.brand) {
        (Certainty::Exact, _) => 0,
        (Certainty::Close, false) => 1,
        (Certainty::Close, true) => 3,
    }
}

/// How far from what was typed: words not found, then how far the others are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    missing: usize,
    place: usize,
}

/// The rank over texts of different worth; `None` when not even half of the words are there.
fn best(asked: &[String], texts: &[(Key, usize)]) -> Option<Rank> {
    let folded: Vec<(Vec<String>, usize)> =
        texts.iter().map(|(key, worth)| (words_of(words(*key), usize::MAX), *worth)).collect();
    let mut rank = Rank { missing: 0, place: 0 };
    for word in asked {
        let places =
            folded.iter().filter_map(|(text, worth)| Some(*worth + text.iter().filter_map(|t| far(word, t)).min()?));
        match places.min() {
            Some(place) => rank.place += place,
            None => rank.missing += 1,
        }
    }
    (rank.missing * 2 < asked.len()).then_some(rank)
}

/// How far a typed word is from one of a text: 0 the same, 1 its beginning, 2 a part of it, then slips of the pen.
fn far(typed: &str, word: &str) -> Option<usize> {
    if typed == word {
        return Some(0);
    }
    if word.starts_with(typed) {
        return Some(1);
    }
    // "childrens" finds "children", as "cramp" finds "cramps".
    if word.len() >= 4 && typed.starts_with(word) && typed.len() <= word.len() + 2 {
        return Some(1);
    }
    if typed.len() >= 4 && word.contains(typed) {
        return Some(2);
    }
    Some(3 + slips(typed, word, reach(typed)?)?)
}

impl Hit {
    /// The id of the page it opens, and its name.
    pub fn shown(&self) -> (&'static str, &'static str) {
        match self {
            Self::Page(topic) => (topic.id, words(topic.title)),
            Self::Question(question) => (question.topics.first().copied().unwrap_or_default(), words(question.ask)),
            Self::Condition(row, page) => (page.id, words(row.name)),
            Self::Medicine(row) => {
                let page = super::explains(&["medicine.", row.medicine.id].concat());
                (page.or_else(|| topic("medicines")).map_or("", |page| page.id), row.name)
            }
        }
    }
}
