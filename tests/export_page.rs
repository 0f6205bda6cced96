//! The page for the doctor: what stands on it and in which order, in both copies, and as text for a message.
#![cfg(not(target_arch = "wasm32"))]

mod diary_support;
mod export_support;
mod laws_support;

use diary_support::{diary, night, stamp};
use export_support::{Case, TODAY, answers, any_case, any_text, fixed, hostile, is_golden, typed_everywhere};
use proptest::prelude::*;
use quiet_legs::date::Date;
use quiet_legs::diary::clock::Clock;
use quiet_legs::diary::entry::{Alcohol, Recorded};
use quiet_legs::diary::timeline::{Change, What};
use quiet_legs::diary::window::Window;
use quiet_legs::export::page::{Block, Copy, Given, Page, Part, page, plain};

const TITLE: &str = "Restless legs summary";

/// What stands beside a case on the page.
#[derive(Clone, Debug, Default)]
struct Beside {
    nights: Vec<Recorded>,
    changes: Vec<Change>,
    own: String,
    left_out: Vec<String>,
    days: u16,
}

fn with<T>(case: &Case, beside: &Beside, copy: Copy, run: impl FnOnce(&Given<'_>) -> T) -> T {
    let window = Window::last(if beside.days == 0 { 14 } else { beside.days }, night("2026-11-23")).unwrap();
    let Beside { nights, changes, own, left_out, .. } = beside;
    run(&Given { told: case.told(), window, nights, changes, own, left_out, copy })
}

fn made(case: &Case, beside: &Beside, copy: Copy) -> Page {
    with(case, beside, copy, |given| page(given).unwrap())
}

fn text(case: &Case, beside: &Beside, copy: Copy) -> String {
    plain(&made(case, beside, copy), TITLE)
}

fn part<'p>(page: &'p Page, id: &str) -> &'p Part {
    page.parts.iter().find(|part| part.id == id).unwrap_or_else(|| panic!("no part {id}"))
}

fn facts(part: &Part) -> Vec<(String, String)> {
    let facts = part.blocks.iter().filter_map(|block| match block {
        Block::Facts(rows) => Some(rows.clone()),
        _ => None,
    });
    facts.flatten().collect()
}

fn change(what: What, name: &str, day: Date) -> Change {
    Change { what, name: name.into(), day, note: String::new(), created: stamp(0), edited: stamp(0) }
}

/// The fixed case with all that can stand beside it.
fn typical() -> Beside {
    let strengths = [6, 7, 0, 5, 8, 6, 4, 0, 7, 6, 5, 6, 3].map(Some);
    let mut nights = diary("2026-11-11", &strengths);
    for (at, one) in nights.iter_mut().enumerate().filter(|(_, one)| one.entry.symptoms()) {
        one.entry.at = Clock::new(if at % 3 == 0 { 0 } else { 22 }, 15);
        one.entry.lost = Some(20 + 5 * at as u16);
        one.entry.alcohol = Some(if at % 4 == 0 { Alcohol::One } else { Alcohol::None });
    }
    Beside {
        nights,
        changes: vec![change(What::IronTablets, "", Date::literal(2026, 11, 5))],
        own: "Can it be my sleep tablet?\n\n  Should I see a sleep clinic?  ".into(),
        ..Beside::default()
    }
}

#[test]
fn both_copies_of_a_fixed_case_are_the_golden_files() {
    is_golden("page-person.txt", &text(&fixed(), &typical(), Copy::Person));
    is_golden("page-clinician.txt", &text(&fixed(), &typical(), Copy::Clinician));
}

#[test]
fn a_typical_page_fits_a_message_of_4000_characters() {
    let text = text(&fixed(), &typical(), Copy::Person);
    assert!(text.chars().count() < 4_000, "{} characters", text.chars().count());
}

#[test]
fn the_parts_stand_in_the_order_a_doctor_reads() {
    let ids = |copy| made(&fixed(), &typical(), copy).parts.iter().map(|part| part.id).collect::<Vec<_>>();
    let both = [
        "points",
        "course",
        "look-alikes",
        "conditions",
        "diary",
        "medicines",
        "iron",
        "changes",
        "tests",
        "questions",
    ];
    assert_eq!(ids(Copy::Person), both);
    assert_eq!(ids(Copy::Clinician), [&both[..], &["sources"]].concat());
}

#[test]
fn a_warning_sign_stands_above_the_verdict() {
    let mut case = fixed();
    let mut given = case.answers.clone();
    given.set("sign.none", "");
    given.set("sign.E1", "yes");
    case = Case::new(given, &[], Vec::new());
    let page = made(&case, &Beside::default(), Copy::Person);
    assert!(!page.urgent.is_empty());
    let text = plain(&page, TITLE);
    assert!(text.find(&page.urgent[0]).unwrap() < text.find(page.verdict.as_deref().unwrap()).unwrap());
    let signs = facts(part(&page, "course"));
    assert_ne!(signs[0].1, "None reported");
}

#[test]
fn what_was_not_answered_is_said_and_is_never_a_no() {
    let case = Case::new(answers(&[("who", "me"), ("age", "46")]), &[], Vec::new());
    let page = made(&case, &Beside::default(), Copy::Clinician);
    let course = facts(part(&page, "course"));
    for name in ["Warning signs", "How long", "Days a week", "Effect on sleep", "Close relative has it"] {
        let row = course.iter().find(|(found, _)| found == name).unwrap_or_else(|| panic!("no row {name}"));
        assert_eq!(row.1, "Not answered", "{name}");
    }
    let conditions = facts(part(&page, "conditions"));
    assert!(conditions.iter().all(|(_, value)| value == "Not answered"), "{conditions:?}");
    assert_eq!(part(&page, "look-alikes").blocks, [Block::Says("Not answered".into())]);
    assert!(facts(part(&page, "medicines")).contains(&("Medicines".into(), "Not answered".into())));
}

#[test]
fn nothing_answered_and_nothing_noted_makes_an_empty_page() {
    let nothing = Case::new(Default::default(), &[], Vec::new());
    let page = made(&nothing, &Beside::default(), Copy::Person);
    assert_eq!((page.parts.len(), page.verdict), (0, None));
}

#[test]
fn nights_alone_make_a_page_of_their_own() {
    let nothing = Case::new(Default::default(), &[], Vec::new());
    let page = made(&nothing, &typical(), Copy::Person);
    let ids: Vec<&str> = page.parts.iter().map(|part| part.id).collect();
    assert_eq!(ids, ["diary", "changes", "questions"]);
    assert_eq!(page.verdict, None);
}

#[test]
fn each_night_has_a_row_and_a_missing_one_says_so() {
    let page = made(&fixed(), &typical(), Copy::Person);
    let rows = part(&page, "diary").blocks.iter().find_map(|block| match block {
        Block::Table { rows, .. } => Some(rows.clone()),
        _ => None,
    });
    let rows = rows.unwrap();
    assert_eq!(rows.len(), 14);
    assert_eq!(rows.iter().filter(|row| row[1] == "no entry").count(), 1);
    let long = made(&fixed(), &Beside { days: 28, ..typical() }, Copy::Person);
    assert!(!part(&long, "diary").blocks.iter().any(|block| matches!(block, Block::Table { .. })));
    assert!(
        part(&long, "diary")
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Charts(charts) if charts.window.length() == 28))
    );
}

#[test]
fn own_questions_come_first_and_a_suggested_one_can_be_left_out() {
    let suggested = made(&fixed(), &typical(), Copy::Person).suggested;
    assert!(suggested.len() >= 3);
    let beside = Beside { left_out: vec![suggested[0].id.clone()], ..typical() };
    let page = made(&fixed(), &beside, Copy::Person);
    let Block::Boxes(lines) = &part(&page, "questions").blocks[0] else { panic!("no boxes") };
    assert_eq!(lines[..2], ["Can it be my sleep tablet?", "Should I see a sleep clinic?"]);
    let rest: Vec<&String> = suggested[1..].iter().map(|question| &question.says).collect();
    assert_eq!(lines[2..].iter().collect::<Vec<_>>(), rest);
}

#[test]
fn the_clinicians_copy_alone_has_codes_rules_and_sources() {
    let (person, clinician) = (text(&fixed(), &typical(), Copy::Person), text(&fixed(), &typical(), Copy::Clinician));
    for code in ["C1 ", "N06AB06", "4548-4", "medicine.sertraline", "LIKELY", "G25.81", "S10", "doi:10."] {
        assert!(clinician.contains(code), "{code} is missing");
        assert!(!person.contains(code), "{code} stands in the person's copy");
    }
}

#[test]
fn changes_older_than_a_year_are_counted_and_not_dropped_silently() {
    let old = change(What::Started, "Magnesium", Date::literal(2025, 11, 1));
    let beside = Beside { changes: vec![old, change(What::Cpap, "", Date::literal(2026, 1, 2))], ..Beside::default() };
    let page = made(&Case::new(Default::default(), &[], Vec::new()), &beside, Copy::Person);
    let blocks = &part(&page, "changes").blocks;
    assert!(matches!(&blocks[0], Block::Facts(rows) if rows.len() == 1));
    assert!(matches!(&blocks[1], Block::Small(text) if text.starts_with("1 more")));
}

#[test]
fn a_value_that_was_refused_is_told_with_its_reason_and_not_as_a_number() {
    let mut given = fixed().answers;
    given.set("ferritin", "-5");
    let page = made(&Case::new(given, &[], Vec::new()), &Beside::default(), Copy::Clinician);
    let iron = part(&page, "iron");
    assert!(!facts(iron).iter().any(|(name, value)| name == "Ferritin" && value.contains('5')));
    assert!(facts(iron).iter().any(|(name, value)| name.contains("erritin") && value == "Not given"));
}

fn is_harmless(text: &str) {
    for c in text.chars() {
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!turns && (c == '\n' || !c.is_control()), "{:?} in the text", c);
    }
}

#[test]
fn hostile_text_comes_out_harmless_in_both_copies() {
    for typed in hostile() {
        let beside = Beside { own: typed.clone(), changes: vec![change(What::Other, &typed, TODAY)], ..typical() };
        for copy in [Copy::Person, Copy::Clinician] {
            is_harmless(&text(&typed_everywhere(&typed), &beside, copy));
        }
    }
}

proptest! {
    #![proptest_config(laws_support::people(128))]

    #[test]
    fn any_case_makes_a_page_that_is_harmless(case in any_case(), own in any_text(), days in 1u16..60) {
        let beside = Beside { own, days, ..typical() };
        for copy in [Copy::Person, Copy::Clinician] {
            let page = made(&case, &beside, copy);
            is_harmless(&plain(&page, TITLE));
            for part in &page.parts {
                prop_assert!(!part.blocks.is_empty());
                for block in &part.blocks {
                    if let Block::Table { heads, rows } = block {
                        prop_assert!(rows.iter().all(|row| row.len() == heads.len()));
                    }
                }
            }
        }
    }
}
