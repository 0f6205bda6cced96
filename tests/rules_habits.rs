//! Habits and the body: asked of whom they can apply to, told with their firmness, never as blame, and never
//! a reason for more urgency or another verdict.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use proptest::prelude::*;
use quiet_legs::clinical::answers::{Answers, ListedMedicine};
use quiet_legs::clinical::assessment::{Alcohol, Answer, Assessment, Caffeine, Habits, Moving, SleepTimes, Tri};
use quiet_legs::clinical::report::{Finding, Verdict, report as whole};
use quiet_legs::clinical::{flow, reading};
use quiet_legs::content::{CARE, CONDITIONS, Group, HABITS, MEDICINES, PAGES, Strength, Urgency, words};
use rules_support::random::{anyone, habits};
use rules_support::{TODAY, entry, fits, fits_but, report, takes};

fn with(habits: Habits) -> Assessment {
    fits_but(|a| a.habits = habits)
}

/// A box ticked among the substances.
fn ticked(id: &'static str, habits: Habits) -> Assessment {
    Assessment { medicines: vec![entry("", &[id])], ..with(habits) }
}

fn finding(a: &Assessment, rule: &str) -> Option<Finding> {
    report(a).findings.into_iter().find(|finding| finding.rule == rule)
}

fn told(a: &Assessment, rule: &str) -> String {
    let found = finding(a, rule).unwrap_or_else(|| panic!("{rule} is not told"));
    found.says.iter().map(|said| said.text()).collect::<Vec<_>>().join(" ")
}

fn given(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// One way to name each habit.
fn each() -> Vec<(&'static str, Assessment)> {
    let none = Habits::default();
    let yes = Some(Tri::Yes);
    let mut all: Vec<(&'static str, Assessment)> =
        ["caffeine", "alcohol", "nicotine", "cannabis", "nitrous_oxide", "blood_donation"]
            .into_iter()
            .map(|id| (id, ticked(id, none)))
            .collect();
    all.extend([
        ("sitting", with(Habits { moving: Some(Moving::Sitting), ..none })),
        ("hard_training", with(Habits { moving: Some(Moving::HardTraining), ..none })),
        ("irregular_sleep", with(Habits { sleep_times: Some(SleepTimes::Irregular), ..none })),
        ("shifts", with(Habits { sleep_times: Some(SleepTimes::Shifts), ..none })),
        ("meatless", with(Habits { meatless: yes, ..none })),
        ("acid_reducer", with(Habits { acid_reducer: yes, ..none })),
        ("perimenopause", with(Habits { perimenopause: yes, ..none })),
    ]);
    all
}

#[test]
fn every_habit_of_the_table_is_told_when_it_is_named_with_its_firmness_and_no_urgency() {
    let all = each();
    assert_eq!(all.len(), HABITS.len());
    for (id, a) in all {
        let row = HABITS.iter().find(|row| row.id == id).unwrap();
        let found = finding(&a, &format!("habit.{id}")).unwrap_or_else(|| panic!("{id}"));
        assert_eq!((found.group, found.strength, found.urgency), (row.group, Some(row.strength), None), "{id}");
        assert!(found.strength_says.is_some(), "{id}");
        assert_eq!(found.faint, row.strength == Strength::Insufficient, "{id}");
        assert!(told(&a, &found.rule).contains(words(row.says)), "{id}");
        // Its answer is one that a page asks for.
        for path in &found.because {
            let key = path.split('.').next().unwrap();
            assert!(PAGES.iter().flat_map(|page| page.fields).any(|f| f.id == path || f.prefix() == key), "{path}");
        }
    }
}

#[test]
fn nothing_told_names_no_habit() {
    assert!(report(&fits()).findings.is_empty());
    let regular = with(Habits {
        moving: Some(Moving::Much),
        sleep_times: Some(SleepTimes::Regular),
        meatless: Some(Tri::No),
        acid_reducer: Some(Tri::NotSure),
        ..Habits::default()
    });
    assert!(report(&regular).findings.is_empty());
}

#[test]
fn a_substance_is_as_firmly_known_as_its_row_among_the_medicines() {
    for habit in &HABITS {
        for medicine in MEDICINES.iter().filter(|row| row.id == habit.id) {
            assert_eq!(habit.strength, medicine.strength, "{}", habit.id);
            assert_eq!(medicine.section, "substances");
        }
    }
    let substances = MEDICINES.iter().filter(|row| row.section == "substances");
    assert!(substances.into_iter().all(|row| HABITS.iter().any(|habit| habit.id == row.id)));
}

#[test]
fn caffeine_after_midday_or_at_a_time_not_told_may_be_tried_without() {
    for time in [None, Some(Caffeine::AfterMidday), Some(Caffeine::Evening)] {
        let a = ticked("caffeine", Habits { caffeine: time, ..Habits::default() });
        assert!(told(&a, "habit.caffeine").contains("Try 2 weeks without it after midday, and compare."));
    }
    let early = ticked("caffeine", Habits { caffeine: Some(Caffeine::BeforeMidday), ..Habits::default() });
    assert!(!told(&early, "habit.caffeine").contains("Try 2 weeks"));
    assert_eq!(finding(&early, "habit.caffeine").unwrap().because, ["substance.caffeine", "caffeine_last"]);
}

#[test]
fn the_caution_about_alcohol_every_day_is_left_out_only_for_some_evenings() {
    let caution = "ending it suddenly can be dangerous";
    for often in [None, Some(Alcohol::MostEvenings)] {
        let a = ticked("alcohol", Habits { alcohol: often, ..Habits::default() });
        assert!(told(&a, "habit.alcohol").contains(caution), "{often:?}");
    }
    let some = ticked("alcohol", Habits { alcohol: Some(Alcohol::SomeEvenings), ..Habits::default() });
    assert!(!told(&some, "habit.alcohol").contains(caution));
}

#[test]
fn substances_stay_on_the_medicine_list_for_the_rules_that_read_it() {
    let a = reading::read(&given(&[("substance.alcohol", "yes"), ("alcohol_often", "most")]));
    assert_eq!(a.medicines.len(), 1);
    assert_eq!(a.medicines[0].chosen, ["alcohol"]);
    assert_eq!(a.habits.alcohol, Some(Alcohol::MostEvenings));
}

#[test]
fn giving_blood_three_times_a_year_is_giving_often_and_is_told_once() {
    for (count, often) in [("1", false), ("2", false), ("3", true), ("", false), ("17", false)] {
        let a = reading::read(&given(&[("substance.blood_donation", "yes"), ("donations", count)]));
        assert_eq!(a.has_condition("blood_donor"), often, "{count}");
        let told = fits_but(|b| (b.medicines, b.conditions, b.habits) = (a.medicines, a.conditions, a.habits));
        assert_eq!(finding(&told, "condition.blood_donor").is_some(), often, "{count}");
        assert_eq!(finding(&told, "habit.blood_donation").is_some(), !often, "{count}");
        if often {
            assert_eq!(finding(&told, "condition.blood_donor").unwrap().because, ["donations"]);
        }
    }
}

#[test]
fn a_weak_sign_is_no_cause_and_iron_or_vitamin_b12_is_one() {
    for (id, a) in each() {
        let strong = ["nitrous_oxide", "blood_donation", "acid_reducer"].contains(&id);
        assert_eq!(report(&a).no_cause.is_none(), strong, "{id}");
    }
    // The same when the substance is typed among the medicines.
    assert!(report(&fits_but(|a| a.medicines = takes(&["caffeine"]))).no_cause.is_some());
    assert!(report(&fits_but(|a| a.medicines = takes(&["nitrous_oxide"]))).no_cause.is_none());
}

/// Codes on offer in an input, for these answers.
fn offered(field: &str, answers: &Answers) -> Vec<&'static str> {
    let all = PAGES.iter().flat_map(|page| page.fields);
    let field = all.into_iter().find(|f| f.id == field).unwrap();
    flow::options(field, answers, TODAY).map(|option| option.code).collect()
}

#[test]
fn periods_and_births_are_asked_only_where_they_can_apply() {
    let table = [
        ("male", "30", false, false, false),
        ("female", "30", true, true, false),
        ("skip", "45", true, true, true),
        ("female", "9", false, false, false),
        ("female", "11", true, false, false),
        ("female", "57", true, false, true),
        ("female", "70", false, false, false),
        ("male", "50", false, false, false),
    ];
    for (sex, age, periods, birth, perimenopause) in table {
        let answers = given(&[("sex", sex), ("age", age)]);
        let conditions = offered("condition", &answers);
        assert_eq!(conditions.contains(&"heavy_periods"), periods, "{sex} {age}");
        assert_eq!(conditions.contains(&"breastfeeding"), birth, "{sex} {age}");
        assert_eq!(offered("habit", &answers).contains(&"perimenopause"), perimenopause, "{sex} {age}");
        assert!(conditions.contains(&"skip") && offered("habit", &answers).contains(&"skip"));
    }
    let pregnant = given(&[("sex", "female"), ("age", "40"), ("pregnant", "2")]);
    assert!(!offered("habit", &pregnant).contains(&"perimenopause"));
    // A box ticked before the sex was corrected does not count.
    let corrected = given(&[("who", "me"), ("age", "40"), ("sex", "male"), ("condition.heavy_periods", "yes")]);
    assert!(whole(&corrected, TODAY).findings.iter().all(|f| f.rule != "condition.heavy_periods"));
}

#[test]
fn a_medicine_against_acid_is_not_asked_for_again_when_it_is_on_the_list() {
    let mut answers = given(&[("age", "50"), ("country", "GB")]);
    assert!(offered("habit", &answers).contains(&"acid_reducer"));
    for (typed, ids) in [("omeprazole", vec!["omeprazole"]), ("famotidine", vec![]), ("Losec", vec!["omeprazole"])] {
        let ids = ids.into_iter().map(str::to_owned).collect();
        answers.medicines = vec![ListedMedicine { typed: typed.into(), ids, timing: String::new() }];
        assert!(!offered("habit", &answers).contains(&"acid_reducer"), "{typed}");
    }
    let ids = vec!["metformin".to_owned()];
    answers.medicines = vec![ListedMedicine { typed: "metformin".into(), ids, timing: String::new() }];
    assert!(offered("habit", &answers).contains(&"acid_reducer"));
}

#[test]
fn a_child_is_not_asked_about_alcohol_drugs_or_shifts() {
    let child = given(&[("who", "child"), ("age", "8"), ("substance.caffeine", "yes"), ("substance.alcohol", "yes")]);
    assert_eq!(offered("substance", &child), ["caffeine", "none", "skip"]);
    assert!(!offered("c4", &child).contains(&"shifts"));
    let habits = flow::page("habits").unwrap();
    assert!(flow::fields(habits, &child, TODAY).all(|field| field.id != "sleep_times"));
    assert!(whole(&child, TODAY).findings.iter().all(|finding| finding.rule != "habit.alcohol"));
}

#[test]
fn both_pages_of_habits_are_optional() {
    for id in ["substances", "habits"] {
        let page = flow::page(id).unwrap();
        assert!(page.fields.iter().all(|field| field.required.is_none()), "{id}");
        assert!(words(page.hint.unwrap()).to_lowercase().contains("leave"), "{id}");
        assert!(quiet_legs::clinical::problems::of_page(page, &Answers::default(), TODAY).is_empty(), "{id}");
    }
}

/// Somebody who fits but for the evening, as answered on the screens.
fn evening(pairs: &[(&str, &str)]) -> Answers {
    let mut answers = given(&[("who", "me"), ("age", "40"), ("c1", "yes"), ("c2", "yes"), ("c3", "yes")]);
    answers.set("tick.none", "yes");
    for (key, value) in pairs {
        answers.set(key, value);
    }
    answers
}

#[test]
fn shifts_are_never_a_no_to_the_evening_question() {
    use Answer::{Before, No, Unsure, Yes};
    let table = [
        (vec![("c4", "shifts")], Unsure, Verdict::Possible),
        (vec![("c4", "shifts"), ("c4_sleep", "shifts")], Unsure, Verdict::Possible),
        (vec![("c4", "shifts"), ("c4_sleep", "yes")], Yes, Verdict::Likely),
        (vec![("c4", "shifts"), ("c4_sleep", "before")], Before, Verdict::Likely),
        (vec![("c4", "shifts"), ("c4_sleep", "no")], No, Verdict::Unlikely),
        (vec![("c4", "day"), ("sleep_times", "by_day")], Unsure, Verdict::Possible),
        (vec![("c4", "day"), ("sleep_times", "shifts")], Unsure, Verdict::Possible),
        (vec![("c4", "day"), ("sleep_times", "irregular")], No, Verdict::Unlikely),
        (vec![("c4", "same"), ("sleep_times", "shifts")], No, Verdict::Unlikely),
        // An answer left behind on a page that is no longer asked does not count.
        (vec![("c4", "only_then"), ("c4_sleep", "no")], Yes, Verdict::Likely),
        (vec![("c4", "shifts"), ("c4_sleep", "yes"), ("sleep_times", "by_day")], Yes, Verdict::Likely),
    ];
    for (pairs, c4, verdict) in table {
        let answers = evening(&pairs);
        let read = reading::read(&flow::counted(&answers, TODAY));
        assert_eq!(read.criteria.c4, Some(c4), "{pairs:?}");
        assert_eq!(whole(&answers, TODAY).verdict, verdict, "{pairs:?}");
    }
}

#[test]
fn a_shift_worker_is_told_how_to_notice_and_sees_the_words_tapped() {
    let report = whole(&evening(&[("c4", "shifts"), ("c4_sleep", "shifts")]), TODAY);
    let open: Vec<String> = report.could_not_tell.iter().map(|said| said.text()).collect();
    assert!(open.iter().any(|text| text.contains("main sleep")), "{open:?}");
    assert_eq!(report.points[3].answer[0].text(), "I can’t tell, because of my shifts");
    let pattern = report.urgency_because.iter().find(|reason| reason.rule == "pattern").unwrap();
    assert!(pattern.because.contains(&"c4_sleep".to_owned()));
    let day = whole(&evening(&[("c4", "day"), ("sleep_times", "by_day")]), TODAY);
    assert!(day.verdict_says.iter().any(|said| said.text().contains("not sure and not as a no")));
}

#[test]
fn the_main_sleep_is_asked_about_only_after_shifts() {
    let asked = |pairs: &[(&str, &str)]| flow::is_asked(flow::page("main-sleep").unwrap(), &evening(pairs), TODAY);
    assert!(asked(&[("c4", "shifts")]));
    assert!(!asked(&[("c4", "day")]) && !asked(&[]));
    // And the sleep times are not asked for again.
    let habits = flow::page("habits").unwrap();
    let fields = |code| flow::fields(habits, &evening(&[("c4", code)]), TODAY).any(|field| field.id == "sleep_times");
    assert!(fields("day") && !fields("shifts"));
}

#[test]
fn what_people_try_is_told_with_its_firmness_and_without_a_promise() {
    for row in &CARE {
        assert!(!words(row.name).is_empty() && !words(row.says).is_empty(), "{}", row.id);
        assert!(row.strength != Strength::Strong, "{}", row.id);
    }
    let says = |id: &str| words(CARE.iter().find(|row| row.id == id).unwrap().says);
    assert!(says("magnesium").contains("Not proven") && says("magnesium").contains("kidney disease"));
    assert!(says("compression_socks").contains("Not with narrowed leg arteries"));
    assert!(says("compression_machine").contains("heart failure"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_habit_never_changes_the_verdict_and_never_the_urgency(a in anyone(), h in habits()) {
        let without = report(&Assessment { habits: Habits::default(), ..a.clone() });
        let with = report(&Assessment { habits: h, ..a });
        prop_assert_eq!(with.verdict, without.verdict);
        prop_assert_eq!(with.urgency, without.urgency);
        prop_assert_eq!(with.urgency_because, without.urgency_because);
        for finding in with.findings.iter().filter(|finding| finding.rule.starts_with("habit.")) {
            prop_assert_eq!(finding.urgency, None);
        }
        // Nothing that was told before is lost.
        for finding in without.findings {
            prop_assert!(with.findings.iter().any(|f| f.rule == finding.rule), "{}", finding.rule);
        }
    }

    #[test]
    fn an_answer_on_the_pages_of_habits_never_asks_for_more_than_a_routine_visit(
        at in 0..PAGES.iter().filter(|p| ["substances", "habits"].contains(&p.id)).flat_map(|p| p.fields).count(),
        code in 0usize..8,
        c4 in prop::sample::select(vec!["only_then", "same", "unsure", "shifts"]),
        impact in prop::sample::select(vec!["", "a_little", "very_much"]),
    ) {
        let pages = PAGES.iter().filter(|p| ["substances", "habits"].contains(&p.id));
        let field = pages.flat_map(|p| p.fields).nth(at).unwrap();
        let option = &field.options[code % field.options.len()];
        let before = evening(&[("c4", c4), ("impact_sleep", impact), ("sign.none", "yes")]);
        let mut after = before.clone();
        for substance in ["caffeine", "alcohol", "blood_donation"] {
            if field.when.iter().any(|w| format!("{w:?}").contains(substance)) {
                after.set(&format!("substance.{substance}"), "yes");
            }
        }
        match field.kind {
            quiet_legs::content::FieldKind::Checkboxes { prefix } => {
                after.set(&format!("{prefix}.{}", option.code), "yes");
            }
            _ => after.set(field.id, option.code),
        }
        let (before, after) = (whole(&before, TODAY), whole(&after, TODAY));
        prop_assert_eq!(after.verdict, before.verdict, "{} {}", field.id, option.code);
        prop_assert!(after.urgency == before.urgency || after.urgency <= Urgency::Routine, "{}", option.code);
        prop_assert!(after.urgency >= before.urgency);
    }
}

#[test]
fn a_condition_that_follows_from_giving_blood_stands_under_iron() {
    let row = CONDITIONS.iter().find(|row| row.id == "blood_donor").unwrap();
    assert_eq!((row.group, row.urgency), (Group::Iron, Some(Urgency::Routine)));
}
