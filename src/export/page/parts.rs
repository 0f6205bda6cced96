//! The parts about the check: the five points, course and burden, conditions, changes, tests and questions.

use super::{Block, Copy, Given, Part};
use crate::clinical::answers::Answers;
use crate::clinical::flow::field;
use crate::clinical::report::Verdict;
use crate::clinical::said::said as answer;
use crate::content::text::report::{self as own, changes as noted, course as words_of, part, tests};
use crate::content::text::result::below;
use crate::content::text::{capital, digest, labs};
use crate::content::{Group, Key, Said, fill, words};
use crate::date::Date;
use crate::diary::said::day;
use crate::diary::timeline::listed::{Thing, newest_first};
use crate::export::clean;
use crate::order::by_rank;

/// Told whether answered or not: unknown is not "no".
const ALWAYS: [&str; 8] = ["age", "duration", "days", "strength", "impact_sleep", "sleepy", "kicks", "family"];
/// Told where they were answered.
const WHERE_ANSWERED: [&str; 24] = [
    "sex",
    "pregnant",
    "confirmed",
    "treated",
    "stopped",
    "stopped_what",
    "lifetime",
    "which_leg",
    "impact_energy",
    "impact_mood",
    "impact_work",
    "impact_distress",
    "dopamine_helped",
    "aug_earlier",
    "aug_hours",
    "aug_more",
    "aug_stronger",
    "aug_spread",
    "ak_body",
    "ak_onset",
    "ak_day_night",
    "ak_lying",
    "ak_sit",
    "sleep_times",
];
/// The inputs with warning signs.
const SIGNS: [&str; 7] =
    ["signs_legs", "signs_body", "signs_medicines", "signs_sleep", "signs_pregnancy", "signs_child", "signs_none"];
/// Sentences below the verdict that the page tells in other places: that it is no diagnosis, and what supports it.
const TOLD_ABOVE: [Key; 3] = [below::LIKELY, below::OTHERS, below::SUPPORTIVE];
/// Tests for which the hour and the last tablet matter.
const IRON_TESTS: [&str; 5] = ["ferritin", "tsat", "serum_iron", "tibc", "transferrin"];
/// Days that a change or a result stands on the page.
const RECENT: i32 = 366;

/// The five points, course and burden, look-alikes, conditions.
pub fn of_check(given: &Given<'_>, answers: &Answers) -> Vec<Part> {
    let parts = [points(given), course(given, answers), look_alikes(given, answers), conditions(given, answers)];
    parts.into_iter().flatten().collect()
}

fn points(given: &Given<'_>) -> Option<Part> {
    let report = given.told.report;
    if report.verdict == Verdict::CannotScreen {
        return None;
    }
    let rows = report.points.iter().map(|point| {
        let name = match given.copy {
            Copy::Person => words(point.name).to_owned(),
            Copy::Clinician => [point.id, " ", words(point.name)].concat(),
        };
        let said = clean::line(&joined(&point.answer, ". "));
        vec![name, said, words(point.fit.says()).to_owned()]
    });
    let heads = [own::points::POINT, own::points::ANSWER, own::points::FITS];
    let mut blocks: Vec<Block> = Block::table(heads, rows.collect()).into_iter().collect();
    // Words for the person below the verdict; a clinician reads the points themselves.
    if given.copy == Copy::Person {
        let says = report.verdict_says.iter().filter(|said| !TOLD_ABOVE.contains(&said.key));
        blocks.extend(says.map(|said| Block::Small(said.text())));
    }
    Part::of("points", part::POINTS, blocks)
}

fn joined(all: &[Said], between: &str) -> String {
    let texts: Vec<String> = all.iter().map(Said::text).collect();
    texts.join(between)
}

fn course(given: &Given<'_>, answers: &Answers) -> Option<Part> {
    let mut rows = vec![(words(words_of::SIGNS).to_owned(), signs(answers))];
    rows.extend(told(answers, "mood").into_iter().chain(told(answers, "mood_now")));
    for id in ALWAYS {
        let asked = told(answers, id);
        let blank = || Some((short(id)?, words(own::NOT_ANSWERED).to_owned()));
        rows.extend(asked.or_else(blank));
    }
    rows.extend(WHERE_ANSWERED.iter().filter_map(|id| told(answers, id)));
    if given.copy == Copy::Clinician && given.told.report.verdict.matches() {
        rows.push((words(words_of::CODES).to_owned(), words(words_of::CODES_ARE).to_owned()));
    }
    Part::of("course", part::COURSE, Block::facts(rows).into_iter().collect())
}

/// What an input is called, and what was answered.
pub fn told(answers: &Answers, id: &str) -> Option<(String, String)> {
    Some((short(id)?, clean::line(&answer(field(id)?, answers)?)))
}

fn short(id: &str) -> Option<String> {
    Some(capital(words(field(id)?.short)))
}

/// Every sign ticked, in full; none of them, or not answered.
fn signs(answers: &Answers) -> String {
    if answers.is("sign.none", "yes") {
        return words(own::NONE_REPORTED).to_owned();
    }
    let all: Vec<String> = SIGNS.iter().filter_map(|id| answer(field(id)?, answers)).collect();
    if all.is_empty() { words(own::NOT_ANSWERED).to_owned() } else { all.join("; ") }
}

fn conditions(given: &Given<'_>, answers: &Answers) -> Option<Part> {
    let asked = [("condition", "condition.none"), ("kidneys", "")].into_iter().filter_map(|(id, none)| {
        let said = match answer(field(id)?, answers) {
            Some(_) if answers.is(none, "yes") => words(own::NONE_REPORTED).to_owned(),
            Some(said) => clean::line(&said),
            None => words(own::NOT_ANSWERED).to_owned(),
        };
        Some((short(id)?, said))
    });
    let mut rows: Vec<(String, String)> = asked.chain(told(answers, "recent")).collect();
    let groups = [Group::Condition, Group::LifeStage, Group::Family, Group::Habit];
    for finding in given.told.report.findings.iter().filter(|finding| groups.contains(&finding.group)) {
        let evidence = finding.strength_says.map_or("", words);
        if !evidence.is_empty() {
            rows.push((clean::line(&capital(&finding.name.text())), evidence.to_owned()));
        }
    }
    Part::of("conditions", part::CONDITIONS, Block::facts(rows).into_iter().collect())
}

fn look_alikes(given: &Given<'_>, answers: &Answers) -> Option<Part> {
    let report = given.told.report;
    if report.verdict == Verdict::CannotScreen {
        return None;
    }
    let fifth = report.points.last().map(|point| joined(&point.answer, "; ")).unwrap_or_default();
    let named: Vec<&str> = report.look_alikes.iter().map(|row| words(row.name)).collect();
    let ticked = field("tick").and_then(|field| answer(field, answers));
    let said = match ticked {
        _ if !named.is_empty() && fifth.is_empty() => named.join("; "),
        _ if !named.is_empty() => fifth,
        Some(_) if answers.is("tick.none", "yes") => words(own::NONE_REPORTED).to_owned(),
        Some(said) => said,
        None => words(own::NOT_ANSWERED).to_owned(),
    };
    Part::of("look-alikes", part::LOOK_ALIKES, vec![Block::Says(clean::line(&said))])
}

/// Changes and results of the last year, newest first; how many are older.
pub fn changes(given: &Given<'_>) -> Option<Part> {
    let labs = given.told.labs.iter().cloned().map(Thing::Lab);
    let mut things: Vec<Thing> = labs.chain(given.changes.iter().cloned().map(Thing::Change)).collect();
    newest_first(&mut things, |thing| thing);
    let recent = |day: Date| given.told.today.day_number() - day.day_number() <= RECENT;
    let all = things.len();
    things.retain(|thing| recent(thing.day()));
    let earlier = all - things.len();
    let rows = things.iter().map(|thing| (day(thing.day()), clean::line(&line(thing)))).collect();
    let mut blocks: Vec<Block> = Block::facts(rows).into_iter().collect();
    if earlier > 0 {
        blocks.push(Block::Small(fill(noted::EARLIER, &[("count", &earlier.to_string())])));
    }
    Part::of("changes", part::CHANGES, blocks)
}

fn line(thing: &Thing) -> String {
    match thing {
        Thing::Lab(lab) => [&lab.title(), ": ", &lab.shown()].concat(),
        Thing::Change(change) => change.title(),
    }
}

/// Tests to consider, then what to ask.
pub fn to_do(given: &Given<'_>, begun: bool, suggested: &[Question]) -> Vec<Part> {
    let tests = if begun { tests_part(given) } else { None };
    tests.into_iter().chain(questions(given, suggested)).collect()
}

fn tests_part(given: &Given<'_>) -> Option<Part> {
    let mut tests: Vec<_> = given.told.report.tests.iter().collect();
    by_rank(&mut tests, |test| !test.core);
    let rows = tests.into_iter().map(|test| {
        // What a test shows comes first; the page has room for why this person could ask.
        let reasons = if test.says.len() > 1 { test.says.get(1..).unwrap_or_default() } else { &test.says };
        let mut row = vec![words(test.name).to_owned(), clean::line(&joined(reasons, " "))];
        if given.copy == Copy::Clinician {
            row.push(codes(words(test.loinc)));
        }
        row
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let table = match given.copy {
        Copy::Person => Block::table([tests::TEST, tests::REASON], rows),
        Copy::Clinician => Block::table([tests::TEST, tests::REASON, tests::LOINC], rows),
    };
    let mut blocks: Vec<Block> = table.into_iter().collect();
    let of_iron = given.told.report.tests.iter().any(|test| IRON_TESTS.contains(&test.id));
    if of_iron {
        blocks.push(Block::Small(words(labs::MORNING).to_owned()));
    }
    if !blocks.is_empty() && given.copy == Copy::Clinician {
        blocks.push(Block::Small(words(labs::NOTICE).to_owned()));
    }
    Part::of("tests", part::TESTS, blocks)
}

fn codes(both: &str) -> String {
    let (mass, molar) = both.split_once(';').unwrap_or((both, ""));
    let spaced = |codes: &str| codes.replace(',', ", ");
    match molar {
        "" => spaced(mass),
        _ => fill(tests::UNITS, &[("mass", &spaced(mass)), ("molar", &spaced(molar))]),
    }
}

/// A question that follows from the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Follows its words: reworded, it is another question, and stands on the page again.
    pub id: String,
    /// Ready to be said.
    pub says: String,
}

/// Questions that follow from the answers.
pub fn suggested(given: &Given<'_>) -> Vec<Question> {
    let report = given.told.report;
    let all = report.to_say.iter().chain(&report.how_to_ask).map(|said| clean::line(&said.text()));
    all.map(|says| Question { id: digest(&says).to_string(), says }).collect()
}

fn questions(given: &Given<'_>, suggested: &[Question]) -> Option<Part> {
    let own = given.own.lines().map(clean::line).filter(|line| !line.is_empty());
    let wanted = suggested.iter().filter(|question| !given.left_out.contains(&question.id));
    let boxes: Vec<String> = own.chain(wanted.map(|question| question.says.clone())).collect();
    let blocks = if boxes.is_empty() { Vec::new() } else { vec![Block::Boxes(boxes)] };
    Part::of("questions", part::QUESTIONS, blocks)
}
