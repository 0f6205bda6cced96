//! Promises of the one search over pages, questions, conditions and medicines.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use quiet_legs::content::learn::search::{Hit, MOST, find};
use quiet_legs::content::{CONDITIONS, MEDICINES, QUESTIONS, TOPIC_IDS, TOPICS, names, words};

fn shown(typed: &str) -> Vec<&'static str> {
    find(typed).iter().map(|hit| hit.shown().1).collect()
}

fn first(typed: &str) -> &'static str {
    shown(typed).first().copied().unwrap_or("nothing")
}

#[test]
fn every_page_is_found_first_by_its_title() {
    for topic in &TOPICS {
        let title = words(topic.title);
        assert_eq!(first(title), title);
    }
}

#[test]
fn every_question_is_found_by_its_own_words() {
    for question in &QUESTIONS {
        let ask = words(question.ask);
        assert!(shown(ask).contains(&ask), "{ask}: {:?}", shown(ask));
    }
}

#[test]
fn every_condition_is_found_by_its_name() {
    for row in &CONDITIONS {
        let name = words(row.name);
        assert!(shown(name).contains(&name), "{name}: {:?}", shown(name));
    }
}

#[test]
fn every_medicine_is_found_by_its_first_name() {
    for row in &MEDICINES {
        let name = names::generic(row);
        let found = find(name).iter().any(|hit| matches!(hit, Hit::Medicine(of) if of.medicine.id == row.id));
        assert!(found, "{name}: {:?}", shown(name));
    }
}

#[test]
fn slips_of_the_pen_parts_of_words_and_small_words_are_forgiven() {
    for (typed, wanted) in [
        ("pregnacy", "Hormones and pregnancy"),
        ("feritin", "Iron and ferritin"),
        ("ferr", "Iron and ferritin"),
        ("IRON", "Iron and ferritin"),
        ("childrens", "Children and teenagers"),
        ("why is it worse when tired", "Why is it worse when I am tired?"),
        ("augmentation", "Dopamine and augmentation"),
        ("can anxiety cause it", "Can anxiety cause restless legs?"),
        ("sertralin", "sertraline"),
        ("amitriptalin", "amitriptyline"),
        ("Zoloft", "Zoloft"),
        ("diabetis", "diabetes"),
    ] {
        assert_eq!(first(typed), wanted, "{typed}: {:?}", shown(typed));
    }
}

#[test]
fn nothing_is_offered_for_nothing_and_for_what_means_nothing() {
    for typed in ["", "   ", "?!", "zzzyxq", "qqqqq wwwww"] {
        assert_eq!(shown(typed), Vec::<&str>::new(), "{typed:?}");
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_leads_to_pages_that_exist_and_never_to_too_many(typed in ".{0,120}") {
        let hits = find(&typed);
        prop_assert!(hits.len() <= MOST);
        for hit in hits {
            let (page, name) = hit.shown();
            prop_assert!(TOPIC_IDS.contains(&page), "{page}");
            prop_assert!(!name.is_empty());
        }
    }
}
