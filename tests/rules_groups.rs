//! Special groups: each message reaches the people it concerns and nobody else, and the pages fit who they are.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use proptest::prelude::*;
use quiet_legs::clinical::answers::Answers;
use quiet_legs::clinical::assessment::{Assessment, Habits, Moving, Pregnancy, Tri};
use quiet_legs::clinical::flow;
use quiet_legs::clinical::report::{Finding, Verdict, report as whole};
use quiet_legs::content::{CONCERNS, PAGES, Urgency, words};
use rules_support::random::anyone;
use rules_support::{TODAY, fits, fits_but, report, takes};

fn finding(a: &Assessment, id: &str) -> Option<Finding> {
    let rule = format!("group.{id}");
    report(a).findings.into_iter().find(|finding| finding.rule == rule)
}

/// What is told, in one line; empty when it is not told.
fn told(a: &Assessment, id: &str) -> String {
    let says = finding(a, id).into_iter().flat_map(|finding| finding.says);
    says.map(|said| said.text()).collect::<Vec<_>>().join(" ")
}

fn aged(years: f64) -> Assessment {
    fits_but(|a| a.person.age_years = Some(years))
}

fn ill(id: &'static str) -> Assessment {
    fits_but(|a| a.conditions = vec![id])
}

fn given(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn asked(answers: &Answers) -> Vec<&'static str> {
    flow::asked(answers, TODAY).map(|page| page.id).collect()
}

/// Each row, somebody it concerns and somebody near whom it does not.
fn rows() -> Vec<(&'static str, Assessment, Assessment)> {
    let unable =
        |years| fits_but(|a| (a.person.age_years, a.person.can_describe_own_feelings) = (Some(years), Some(Tri::No)));
    let five = ["sertraline", "omeprazole", "metformin", "atorvastatin", "amlodipine"];
    vec![
        ("child", aged(17.9), aged(18.0)),
        (
            "child_watch",
            aged(5.9),
            fits_but(|a| (a.person.age_years, a.person.child_own_words) = (Some(7.0), Some(Tri::Yes))),
        ),
        ("teenager", aged(13.0), fits_but(|a| (a.person.age_years, a.person.answered_for) = (Some(14.0), true))),
        ("pregnancy", fits_but(|a| a.person.pregnancy = Pregnancy::Yes(Some(2))), fits()),
        ("breastfeeding", ill("breastfeeding"), fits_but(|a| a.person.pregnancy = Pregnancy::Yes(None))),
        ("older", aged(65.0), aged(64.9)),
        ("proxy", unable(80.0), unable(8.0)),
        ("dialysis", ill("dialysis"), ill("ckd")),
        ("stomach_surgery", ill("bariatric"), ill("coeliac")),
        ("yearly_ferritin", ill("heavy_periods"), fits()),
        ("heart_failure", ill("heart_failure"), ill("hypertension")),
        ("many_medicines", fits_but(|a| a.medicines = takes(&five)), fits_but(|a| a.medicines = takes(&five[..4]))),
    ]
}

#[test]
fn every_message_reaches_whom_it_concerns_and_nobody_near() {
    let rows = rows();
    assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), CONCERNS.iter().map(|row| row.id).collect::<Vec<_>>());
    for (id, concerned, other) in rows {
        let row = CONCERNS.iter().find(|row| row.id == id).unwrap();
        let found = finding(&concerned, id).unwrap_or_else(|| panic!("{id} is not told"));
        assert_eq!(found.says.len(), row.says.len(), "{id}");
        assert_eq!((found.urgency, found.group), (None, row.group), "{id}");
        assert!(finding(&other, id).is_none(), "{id}");
    }
}

#[test]
fn an_age_that_is_not_known_concerns_nobody() {
    let unknown = fits_but(|a| a.person.age_years = None);
    assert!(report(&unknown).findings.is_empty());
}

#[test]
fn a_child_without_words_is_watched_and_family_and_ferritin_count_for_more() {
    for a in [
        aged(3.0),
        fits_but(|a| (a.person.age_years, a.person.can_describe_own_feelings) = (Some(9.0), Some(Tri::No))),
        fits_but(|a| {
            (a.person.age_years, a.person.can_describe_own_feelings) = (Some(9.0), Some(Tri::NotSure));
            a.person.child_own_words = Some(Tri::Yes);
        }),
    ] {
        let says = told(&a, "child_watch");
        for words in ["asking for a massage", "legs against the wall", "ferritin test", "parent, brother or sister"] {
            assert!(says.contains(words), "{words}");
        }
        assert_eq!(report(&a).verdict, Verdict::Possible);
    }
    assert_eq!(told(&aged(1.0), "child_watch"), "");
}

#[test]
fn medicines_for_a_child_come_only_through_a_professional() {
    let says = told(&aged(9.0), "child");
    for words in
        ["only through a professional", "not sleep medicines for children", "school", "Growing pains", "1 in 50"]
    {
        assert!(says.contains(words), "{words}");
    }
    // No dose and no adult treatment anywhere in what a child is told.
    assert!(!says.to_lowercase().contains(" mg"));
}

#[test]
fn a_child_under_13_does_not_go_through_the_check_alone() {
    let alone = given(&[("who", "me"), ("age", "9"), ("parent", "no")]);
    let pages = asked(&alone);
    assert_eq!(pages, ["who", "age", "parent", "country", "signs", "answers"]);
    let report = whole(&alone, TODAY);
    assert_eq!(report.verdict, Verdict::Incomplete);
    assert!(report.verdict_says.iter().any(|said| said.text().contains("together with a parent")));
    // With somebody there, or where nobody asked, the check goes on.
    for parent in ["yes", ""] {
        let pages = asked(&given(&[("who", "me"), ("age", "9"), ("parent", parent)]));
        assert!(pages.contains(&"urge") && pages.contains(&"parent"), "{parent}");
    }
    for (who, age) in [("child", "9"), ("me", "13"), ("me", "40")] {
        assert!(!asked(&given(&[("who", who), ("age", age)])).contains(&"parent"), "{who} {age}");
    }
}

#[test]
fn a_warning_sign_of_a_child_alone_is_never_hidden() {
    let alone = given(&[("who", "me"), ("age", "9"), ("parent", "no"), ("sign.E5", "yes"), ("sign.SD13", "yes")]);
    assert!(asked(&alone).contains(&"urgent"));
    let report = whole(&alone, TODAY);
    assert_eq!(report.urgency, Urgency::EmergencyNow);
    assert!(report.urgency_because.iter().any(|reason| reason.rule == "red_flag.SD13"));
}

#[test]
fn pain_in_one_spot_at_night_or_with_a_limp_is_for_soon_in_a_child() {
    let child = given(&[("who", "child"), ("age", "9"), ("sign.SOON_CHILD", "yes")]);
    assert_eq!(whole(&child, TODAY).urgency, Urgency::Soon);
    // It is offered under 18 only, as the sign for the same day is.
    let signs = flow::page("signs").unwrap();
    let offered = |age| flow::fields(signs, &given(&[("age", age)]), TODAY).any(|field| field.id == "signs_child");
    assert!(offered("17") && !offered("18"));
}

#[test]
fn who_answers_for_a_child_reads_of_the_child() {
    let heading = |who: &str, id: &str| words(flow::title(flow::page(id).unwrap(), &given(&[("who", who)])));
    assert_eq!(heading("me", "urge"), "Do you get a strong need to move your legs?");
    assert_eq!(heading("someone", "urge"), heading("me", "urge"));
    let changed = PAGES.iter().filter(|page| page.child.is_some());
    for page in changed {
        let words = heading("child", page.id);
        assert!(words.contains("child") && !words.contains("you"), "{words}");
    }
    assert!(flow::is_for_another(&given(&[("who", "someone")])) && !flow::is_for_another(&given(&[("who", "me")])));
}

#[test]
fn in_pregnancy_help_comes_before_medicine_and_nothing_is_to_be_left_off() {
    let says = told(&fits_but(|a| a.person.pregnancy = Pregnancy::Yes(Some(1))), "pregnancy");
    for words in [
        "ferritin and haemoglobin",
        "1,563",
        "again later",
        "One leg that is swollen or hot needs a call today",
        "metoclopramide, promethazine and doxylamine",
        "keep taking it meanwhile",
        "specialist",
        "a baby that moves less",
    ] {
        assert!(says.contains(words), "{words}");
    }
}

#[test]
fn who_breastfeeds_hears_of_milk_codeine_drowsiness_and_mood() {
    let says = told(&ill("breastfeeding"), "breastfeeding");
    for words in ["lower the milk", "go together", "Codeine and tramadol are not advised", "baby drowsy", "Low mood"] {
        assert!(says.contains(words), "{words}");
    }
}

#[test]
fn older_people_hear_of_falls_and_of_medicines_that_need_care() {
    let says = told(&aged(80.0), "older");
    for words in ["a light and a clear path", "allergy tablets that make drowsy", "kidneys", "1 in 10"] {
        assert!(says.contains(words), "{words}");
    }
}

#[test]
fn somebody_who_cannot_tell_is_watched_for_and_checked_for_other_reasons() {
    let a = fits_but(|a| {
        (a.person.age_years, a.person.can_describe_own_feelings) = (Some(84.0), Some(Tri::No));
        a.person.answered_for = true;
    });
    let report = report(&a);
    assert_eq!((report.verdict, report.urgency), (Verdict::CannotScreen, Urgency::Routine));
    let below = report.verdict_says.iter().map(|said| said.text()).collect::<Vec<_>>().join(" ");
    for words in ["rubbing or kneading", "kicking", "pacing", "evening", "better on walking"] {
        assert!(below.contains(words), "{words}");
    }
    for words in ["pain", "constipation", "passing urine", "confusion", "a medicine"] {
        assert!(below.contains(words), "{words}");
    }
    assert!(told(&a, "proxy").contains("in the family"));
}

#[test]
fn on_dialysis_the_team_decides() {
    let says = told(&ill("dialysis"), "dialysis");
    for words in ["during dialysis", "cooler fluid", "Metoclopramide and diphenhydramine", "transplant", "no magnesium"]
    {
        assert!(says.contains(words), "{words}");
    }
}

#[test]
fn after_stomach_surgery_new_numbness_is_for_today() {
    let says = told(&ill("bariatric"), "stomach_surgery");
    for words in ["into a vein", "vitamin B12, folate, copper and vitamin D", "Call a doctor today"] {
        assert!(says.contains(words), "{words}");
    }
}

#[test]
fn whatever_uses_up_iron_asks_for_ferritin_once_a_year() {
    let yes = Some(Tri::Yes);
    let by_habit = |habits| fits_but(|a: &mut Assessment| a.habits = habits);
    let table = [
        (ill("bariatric"), "condition.bariatric"),
        (ill("heavy_periods"), "condition.heavy_periods"),
        (ill("blood_donor"), "donations"),
        (by_habit(Habits { meatless: yes, ..Habits::default() }), "habit.meatless"),
        (by_habit(Habits { moving: Some(Moving::HardTraining), ..Habits::default() }), "moving"),
    ];
    for (a, path) in table {
        assert_eq!(finding(&a, "yearly_ferritin").unwrap().because, [path]);
        assert!(told(&a, "yearly_ferritin").contains("at least once a year"));
    }
}

#[test]
fn heart_failure_keeps_compression_away_and_tells_swelling_apart() {
    let says = told(&ill("heart_failure"), "heart_failure");
    assert!(says.contains("not restless legs") && says.contains("squeeze the legs") && says.contains("at once"));
}

#[test]
fn a_message_for_a_group_does_not_stand_for_a_cause() {
    let only = |a: &Assessment| report(a).findings.iter().all(|finding| finding.rule.starts_with("group."));
    for a in [aged(80.0), aged(14.0), aged(9.0)] {
        assert!(only(&a) && report(&a).no_cause.is_some());
    }
}

/// The table of docs/special-groups.md names rules and tests that exist.
#[test]
fn the_table_of_special_groups_names_what_exists() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(root.join("docs/special-groups.md")).unwrap();
    let mut tests = String::new();
    for file in std::fs::read_dir(root.join("tests")).unwrap().flatten() {
        tests += &std::fs::read_to_string(file.path()).unwrap_or_default();
    }
    let named: Vec<&str> = table.split('`').skip(1).step_by(2).collect();
    assert!(named.len() > 60);
    for name in named {
        assert!(exists(name, &tests), "{name}");
    }
    // And every message has its line.
    for row in &CONCERNS {
        assert!(table.contains(&format!("`group.{}`", row.id)), "{}", row.id);
    }
}

fn exists(name: &str, tests: &str) -> bool {
    use quiet_legs::content::*;
    let Some((kind, id)) = name.split_once('.') else { return tests.contains(&format!("fn {name}(")) };
    match kind {
        "group" => CONCERNS.iter().any(|row| row.id == id),
        "habit" => HABITS.iter().any(|row| row.id == id),
        "care" => CARE.iter().any(|row| row.id == id),
        "condition" => CONDITIONS.iter().any(|row| row.id == id),
        "look_alike" => LOOK_ALIKES.iter().any(|row| row.id == id),
        "red_flag" => SIGNS.iter().any(|row| row.id == id),
        "medicine" => MEDICINES.iter().any(|row| row.id == id),
        "rule" => RULES.iter().any(|row| row.id == id),
        "page" => PAGES.iter().any(|row| row.id == id),
        "iron" => IronClass::from_code(id).is_some() || IronModifier::from_code(id).is_some(),
        "below" => quiet_legs::content::text::PATHS.iter().any(|(path, _)| *path == format!("result.below.{id}")),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_message_for_a_group_is_no_cause_and_no_urgency(a in anyone()) {
        let report = report(&a);
        prop_assert!(report.urgency_because.iter().all(|reason| !reason.rule.starts_with("group.")));
        for finding in report.findings.iter().filter(|finding| finding.rule.starts_with("group.")) {
            prop_assert_eq!(finding.urgency, None);
            prop_assert!(!finding.because.is_empty());
        }
    }
}
