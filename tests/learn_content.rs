//! Promises about what the pages to read teach: all that the tables know, every finding explained, answers short first.
#![cfg(not(target_arch = "wasm32"))]

use quiet_legs::content::learn::{explains, next_check, topic};
use quiet_legs::content::text::words;
use quiet_legs::content::*;
use quiet_legs::date::Date;

/// The ids of all rows of a table that stand on some page.
fn told(which: RowsOf) -> Vec<&'static str> {
    let blocks = PARTS.iter().flat_map(|part| &part.blocks);
    let of = blocks.filter_map(|block| match block {
        Block::Rows(rows, of) if *rows == which => Some(of.clone()),
        _ => None,
    });
    of.flat_map(|of| if of.is_empty() { all(which) } else { of }).collect()
}

fn all(which: RowsOf) -> Vec<&'static str> {
    match which {
        RowsOf::Criteria => CRITERIA.iter().map(|row| row.id).collect(),
        RowsOf::LookAlikes => LOOK_ALIKES.iter().map(|row| row.id).collect(),
        RowsOf::Conditions => CONDITIONS.iter().map(|row| row.id).collect(),
        RowsOf::Habits => HABITS.iter().map(|row| row.id).collect(),
        RowsOf::Care => CARE.iter().map(|row| row.id).collect(),
        RowsOf::Treatments => TREATMENTS.iter().map(|row| row.id).collect(),
        RowsOf::TimeNotes => TIME_NOTES.iter().map(|row| row.id).collect(),
        RowsOf::Labs => LABS.iter().map(|row| row.id).collect(),
        RowsOf::Signs => SIGNS.iter().map(|row| row.id).collect(),
        RowsOf::Guidelines => GUIDELINES.iter().map(|row| row.id).collect(),
        RowsOf::Concerns | RowsOf::Zones | RowsOf::Medicines => Vec::new(),
    }
}

#[test]
fn nothing_that_the_tables_know_is_missing_from_the_pages() {
    for which in RowsOf::ALL {
        let told = told(*which);
        for id in all(*which) {
            // A parent with it is the page about genes and family.
            let elsewhere = ["restless_leg_child_family", "breastfeeding", "pregnancy", "acid_reducer"].contains(&id);
            assert!(told.contains(&id) || elsewhere, "{}: {id} is on no page", which.code());
        }
    }
    assert!(
        PARTS
            .iter()
            .flat_map(|part| &part.blocks)
            .any(|b| matches!(b, Block::Rows(RowsOf::Medicines, of) if of.is_empty()))
    );
}

#[test]
fn every_finding_has_a_page_that_explains_it() {
    let conditions = CONDITIONS.iter().map(|row| format!("condition.{}", row.id));
    let medicines = MEDICINES.iter().map(|row| format!("medicine.{}", row.id));
    let habits = HABITS.iter().map(|row| format!("habit.{}", row.id));
    let groups = CONCERNS.iter().map(|row| format!("group.{}", row.id));
    let combinations = COMBINATIONS.iter().map(|row| format!("combination.{}", row.id));
    let iron = IronClass::ALL.iter().map(|class| format!("iron.{}", class.code()));
    let others = ["family", "augmentation", "akathisia", "withdrawal.opioid", "medicine_unknown"].map(str::to_owned);
    for rule in conditions.chain(medicines).chain(habits).chain(groups).chain(combinations).chain(iron).chain(others) {
        assert!(explains(&rule).is_some(), "{rule}");
    }
}

#[test]
fn the_most_exact_page_explains_a_finding() {
    let page = |rule: &str| explains(rule).map(|topic| topic.id);
    assert_eq!(page("condition.diabetes"), Some("conditions"));
    assert_eq!(page("condition.pregnancy"), Some("hormones"));
    assert_eq!(page("iron.ADULT_RLS_LOW"), Some("iron"));
    assert_eq!(page("medicine.magnesium"), Some("vitamins"));
    assert_eq!(page("medicine.sertraline"), Some("medicines"));
    assert_eq!(page("nothing.known"), None);
}

#[test]
fn every_page_of_the_check_that_a_topic_names_is_there_and_every_topic_leads_on() {
    for topic in &TOPICS {
        assert!(!topic.check.is_empty() || !topic.opens.is_empty(), "{}", topic.id);
        assert!(!topic.see.is_empty(), "{}", topic.id);
        assert!(!topic.see.contains(&topic.id), "{} leads to itself", topic.id);
        let led_to = TOPICS.iter().any(|other| other.id != topic.id && other.see.contains(&topic.id));
        assert!(led_to || topic.questions().next().is_some() || topic.id == "what-it-is", "{}", topic.id);
    }
}

#[test]
fn the_five_questions_of_old_are_answered_and_at_least_ten_more() {
    for id in ["anxiety", "tired", "serious", "children", "water"] {
        assert!(QUESTIONS.iter().any(|question| question.id == id), "{id}");
    }
    assert!(QUESTIONS.len() >= 15, "{}", QUESTIONS.len());
}

#[test]
fn an_answer_is_two_to_five_sentences_before_the_detail() {
    for question in &QUESTIONS {
        let ends = |text: &str| text.matches(['.', '?']).count();
        let short = ends(words(question.short));
        assert!((2..=5).contains(&short), "{}: {short} sentences", question.id);
        assert!(words(question.ask).ends_with(['?', '.']), "{}", question.id);
        assert!(ends(words(question.more)) >= 2, "{}", question.id);
        assert!(question.topics.iter().all(|id| topic(id).is_some()), "{}", question.id);
    }
}

#[test]
fn a_page_is_due_twelve_months_after_its_oldest_part() {
    let d = |text| Date::parse(text).expect("a day");
    assert_eq!(next_check(d("2026-11-26")), d("2027-11-26"));
    assert_eq!(next_check(d("2028-02-29")), d("2029-02-28"));
    for topic in &TOPICS {
        let oldest = topic.parts().map(|part| part.reviewed).min();
        assert_eq!(topic.checked(), oldest, "{}", topic.id);
    }
}
