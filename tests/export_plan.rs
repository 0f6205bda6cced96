//! The plan follows answers, results and nights: nothing is told twice, nothing is left out, nobody is blamed.

mod diary_support;
mod export_support;
mod laws_support;

use diary_support::{any_diary, diary, night, nights};
use export_support::{TODAY, answers, any_case, lab, listed};
use laws_support::people;
use proptest::prelude::*;
use quiet_legs::clinical::answers::Answers;
use quiet_legs::clinical::report::{Report, report};
use quiet_legs::content::{Group, words};
use quiet_legs::date::Date;
use quiet_legs::diary::entry::{Caffeine, Extra, Recorded};
use quiet_legs::diary::timeline::{Lab, Test};
use quiet_legs::export::plan::{Answered, Known, Plan, plan, take_over};

const LAST: &str = "2026-11-23";
const FIRST: &str = "2026-11-10";

struct Person {
    answers: Answers,
    report: Report,
    nights: Vec<Recorded>,
    labs: Vec<Lab>,
}

fn person(answers: Answers) -> Person {
    Person { report: report(&answers, TODAY), answers, nights: Vec::new(), labs: Vec::new() }
}

impl Person {
    fn plan(&self) -> Plan {
        let Self { answers, report, nights, labs } = self;
        plan(&Known { answers, report, nights, last: night(LAST), labs, today: TODAY })
    }
}

/// All five points fit and life is affected; nothing else is told.
fn fits() -> Answers {
    answers(&[
        ("who", "me"),
        ("age", "46"),
        ("country", "GB"),
        ("sign.none", "yes"),
        ("mood", "no"),
        ("treated", "no"),
        ("c1", "yes"),
        ("c1_unpleasant", "yes"),
        ("c2", "yes"),
        ("c3", "yes"),
        ("c4", "only_then"),
        ("which_leg", "both"),
        ("stopped", "no"),
        ("ak_body", "no"),
        ("tick.none", "yes"),
        ("days", "3"),
        ("impact_sleep", "very_much"),
    ])
}

fn with(pairs: &[(&str, &str)]) -> Person {
    let mut given = fits();
    pairs.iter().for_each(|(key, value)| given.set(key, value));
    person(given)
}

fn said(said: &[quiet_legs::content::Said]) -> String {
    said.iter().map(|said| said.text()).collect::<Vec<_>>().join(" ")
}

fn ids(plan: &Plan) -> Vec<&'static str> {
    plan.tests.groups.iter().flat_map(|group| &group.asks).map(|ask| ask.id).collect()
}

fn ask<'a>(plan: &'a Plan, id: &str) -> &'a quiet_legs::export::plan::Ask {
    plan.tests.groups.iter().flat_map(|group| &group.asks).find(|ask| ask.id == id).unwrap()
}

#[test]
fn with_nothing_told_every_step_says_what_it_needs() {
    let empty = person(Answers::default()).plan();
    assert!(empty.is_empty && empty.answered == Answered::Nothing);
    assert_eq!((empty.track.noted, empty.track.picture), (0, false));
    assert!(empty.tests.groups.is_empty() && empty.habits.habits.is_empty() && empty.causes.groups.is_empty());
    let mut with_night = person(Answers::default());
    with_night.nights = nights(LAST, &[3]);
    assert!(!with_night.plan().is_empty);
    let begun = person(answers(&[("who", "me"), ("age", "46")])).plan();
    assert_eq!((begun.answered, begun.is_empty), (Answered::Part, false));
}

#[test]
fn nights_are_counted_of_the_last_14_and_no_others() {
    let mut me = person(Answers::default());
    for (strengths, count, says) in [
        (vec![], 0, "None of the last 14"),
        (vec![Some(0)], 1, "1 of the last 14 nights is noted"),
        (vec![Some(4); 6], 6, "6 of the last 14 nights are noted. After 7"),
        (vec![Some(4); 7], 7, "7 of the last 14 nights are noted. In the last 14 days you had symptoms on all 7"),
        (vec![Some(4); 14], 14, "All of the last 14"),
    ] {
        me.nights = diary(FIRST, &strengths);
        let track = me.plan().track;
        let text = said(&track.says);
        assert_eq!((track.noted, track.picture), (count, count >= 7), "{text}");
        assert!(text.contains(says), "{text}");
        assert_eq!(text.contains("stays blank"), count < 14, "{text}");
    }
    me.nights = nights("2026-11-01", &[5; 9]);
    assert_eq!(me.plan().track.noted, 0, "nights before the last 14 do not count");
}

#[test]
fn the_tests_of_the_plan_are_those_of_the_report_each_once_with_its_reason() {
    let me = with(&[("condition.diabetes", "yes")]);
    let made = me.plan();
    assert_eq!(ids(&made), me.report.tests.iter().map(|test| test.id).collect::<Vec<_>>());
    assert!(ids(&made).contains(&"ferritin") && ids(&made).contains(&"hba1c"));
    assert!(made.tests.groups.iter().flat_map(|group| &group.asks).all(|ask| !ask.says.is_empty()));
    let first = &made.tests.groups[0];
    assert!(first.core && first.shared.is_some_and(|key| words(key).contains("Guidelines")));
    assert!(made.tests.how_to_ask.is_some());
}

#[test]
fn a_noted_result_stands_beside_its_test_with_its_day_and_the_latest_counts() {
    let mut me = with(&[("condition.diabetes", "yes")]);
    let later =
        Lab { day: Date::literal(2026, 11, 20), value: "31".into(), ..lab(Test::Ferritin, "", "30", "ng/mL", "") };
    me.labs = vec![later, lab(Test::Ferritin, "", "30", "ng/mL", ""), lab(Test::Other, "hba1c", "39", "mmol/mol", "")];
    let made = me.plan();
    let ferritin = ask(&made, "ferritin").result.clone().unwrap();
    assert_eq!((ferritin.shown.as_str(), ferritin.day), ("31 ng/mL", Date::literal(2026, 11, 20)));
    assert_eq!(ask(&made, "hba1c").result.as_ref().map(|found| found.shown.as_str()), Some("39 mmol/mol"));
    assert_eq!(ask(&made, "hba1c").result.as_ref().and_then(|found| found.take_over.clone()), None);
    assert!(made.tests.there.is_empty(), "{:?}", made.tests.there);
    assert_eq!(ask(&made, "ferritin").keeps, (Test::Ferritin, ""));
    assert_eq!(ask(&made, "hba1c").keeps, (Test::Other, "Long-term sugar (HbA1c)"));
}

#[test]
fn a_name_that_only_begins_alike_is_another_test() {
    let mut me = with(&[("condition.diabetes", "yes")]);
    for name in ["Hb", "HbA1c old", "sugar", "(", ""] {
        me.labs = vec![lab(Test::Other, name, "39", "", "")];
        assert_eq!(ask(&me.plan(), "hba1c").result, None, "{name}");
    }
    me.labs = vec![lab(Test::Other, " long-term sugar ", "39", "", "")];
    assert!(ask(&me.plan(), "hba1c").result.is_some());
}

#[test]
fn a_result_taken_over_is_read_by_the_check_and_asked_about_no_more() {
    for (unit, kept) in [("ng/mL", "ng/mL"), ("µg/L", "ng/mL"), ("pmol/L", "pmol/L"), ("", "unsure")] {
        let mut me = fits();
        let noted = lab(Test::Ferritin, "", "49.9", unit, "");
        let over = take_over(&noted, &me, TODAY).unwrap();
        assert_eq!(over.page, "ferritin");
        over.given.iter().for_each(|(key, value)| me.set(key, value));
        assert_eq!((me.get("ferritin"), me.get("ferritin_unit")), (Some("49.9"), Some(kept)));
        assert_eq!((me.get("taken_month"), me.get("taken_year")), (Some("11"), Some("2026")));
        let mut me = person(me);
        me.labs = vec![noted];
        let made = me.plan();
        if unit == "ng/mL" {
            assert!(!ids(&made).contains(&"ferritin"));
            let there = &made.tests.there;
            assert_eq!(there.len(), 1, "nothing twice: {there:?}");
            assert_eq!((there[0].shown.as_str(), there[0].when.as_str()), ("49.9 ng/mL", "November 2026"));
            assert_eq!(there[0].take_over, None, "the check has read it");
        }
    }
}

#[test]
fn another_number_taken_over_does_not_move_the_date_of_the_ferritin() {
    let mut me = fits();
    for (key, value) in [("tested", "ferritin"), ("ferritin", "30"), ("ferritin_unit", "ng/mL"), ("taken_year", "2026")]
    {
        me.set(key, value);
    }
    let over = take_over(&lab(Test::Crp, "", "3", "mg/L", ""), &me, TODAY).unwrap();
    assert_eq!(over.page, "blood-count");
    assert_eq!(over.given, [("crp".into(), "3".to_owned()), ("crp_unit".into(), "mg/L".into())]);
    let alone = take_over(&lab(Test::Crp, "", "3", "mg/L", ""), &fits(), TODAY).unwrap();
    assert!(alone.given.contains(&("tested".into(), "other".into())));
    assert!(alone.given.contains(&("other_taken_month".into(), "11".into())));
}

#[test]
fn nothing_is_taken_over_into_a_check_that_does_not_ask_for_it() {
    assert_eq!(take_over(&lab(Test::Ferritin, "", "30", "ng/mL", ""), &Answers::default(), TODAY), None);
    assert_eq!(take_over(&lab(Test::Other, "TSH", "2", "", ""), &fits(), TODAY), None);
    let alone = answers(&[("who", "me"), ("age", "9"), ("parent", "no")]);
    assert_eq!(take_over(&lab(Test::Ferritin, "", "30", "ng/mL", ""), &alone, TODAY), None);
}

#[test]
fn habits_are_those_told_with_their_evidence_and_never_stand_among_the_causes() {
    let me = with(&[("substance.caffeine", "yes"), ("caffeine_last", "evening"), ("moving", "hard")]);
    let mut me = person({
        let mut given = me.answers;
        given.medicines = vec![listed("caffeine", &["caffeine"], "")];
        given
    });
    me.nights = Vec::new();
    let made = me.plan();
    let told: Vec<&str> = made.habits.habits.iter().map(|habit| habit.id.as_str()).collect();
    assert!(told.contains(&"habit.caffeine") && told.contains(&"habit.hard_training"), "{told:?}");
    assert_eq!(told.iter().filter(|id| id.ends_with("caffeine")).count(), 1, "typed and ticked, it is one thing");
    assert!(made.habits.habits.iter().all(|habit| habit.evidence.is_some() && habit.own.is_empty()));
    assert!(made.causes.groups.iter().all(|group| group.group != Group::Habit));
    assert!(!made.causes.groups.iter().flat_map(|g| &g.findings).any(|(_, f)| f.rule.starts_with("habit.")));
}

/// 14 nights; on every second one something was noted, and these are so much stronger.
fn every_second(stronger: u8, note: impl Fn(&mut Recorded, bool)) -> Vec<Recorded> {
    let strengths: Vec<u8> = (0..14).map(|at| if at % 2 == 0 { 4 + stronger } else { 4 }).collect();
    let mut made = nights(FIRST, &strengths);
    made.iter_mut().enumerate().for_each(|(at, one)| note(one, at % 2 == 0));
    made
}

fn caffeine(one: &mut Recorded, on: bool) {
    one.entry.caffeine = Some(if on { Caffeine::Late } else { Caffeine::None });
}

#[test]
fn what_the_nights_show_is_told_in_their_own_honest_words() {
    let mut me = person(Answers::default());
    me.nights = every_second(3, caffeine);
    let habits = me.plan().habits;
    assert_eq!(habits.habits.len(), 1, "any and late caffeine are one habit");
    let one = &habits.habits[0];
    assert_eq!((one.id.as_str(), one.own.len()), ("habit.caffeine", 2));
    assert!(said(&one.own[0]).contains("does not show that"), "{}", said(&one.own[0]));
    assert!(!habits.limits.is_empty() && one.because.is_empty());
    me.nights = every_second(0, caffeine);
    assert!(me.plan().habits.habits.is_empty(), "nights that do not differ name no habit");
    me.nights = every_second(3, |one, on| caffeine(one, !on));
    assert!(me.plan().habits.habits.is_empty(), "weaker nights with it name no habit");
}

#[test]
fn a_habit_that_answers_and_nights_name_stands_once() {
    let mut me = with(&[("substance.caffeine", "yes"), ("caffeine_last", "evening")]);
    me.nights = every_second(0, caffeine);
    let habits = me.plan().habits;
    let of_caffeine: Vec<_> = habits.habits.iter().filter(|habit| habit.id.ends_with("caffeine")).collect();
    assert_eq!((of_caffeine.len(), of_caffeine[0].own.len()), (1, 2));
}

#[test]
fn what_helped_on_the_nights_is_told_and_medicines_and_periods_are_no_habits() {
    let mut me = person(Answers::default());
    let tick = |extra: Extra| {
        move |one: &mut Recorded, on: bool| {
            if on {
                one.entry.extras.push(extra)
            }
        }
    };
    me.nights = every_second(3, |one, on| tick(Extra::Bath)(one, !on));
    assert_eq!(me.plan().habits.habits[0].id, "care.warmth");
    for extra in [Extra::Period, Extra::Compression] {
        me.nights = every_second(3, tick(extra));
        assert!(me.plan().habits.habits.is_empty());
    }
    me.nights = every_second(3, |one, on| one.entry.taken = Some(if on { vec!["Zoloft".into()] } else { vec![] }));
    assert!(me.plan().habits.habits.is_empty());
    me.nights = nights(FIRST, &[4, 5, 4]);
    me.nights.iter_mut().for_each(|one| caffeine(one, true));
    assert!(me.plan().habits.few.contains(&"Caffeine".to_owned()));
}

#[test]
fn causes_come_with_whom_to_ask_how_long_it_takes_and_the_sentence_about_stopping() {
    let mut given = fits();
    given.set("condition.diabetes", "yes");
    given.set("family", "yes");
    given.medicines = vec![listed("Zoloft", &["sertraline"], ""), listed("xyzzy", &[], "")];
    for (key, value) in [("tested", "ferritin"), ("ferritin", "18"), ("ferritin_unit", "ng/mL"), ("taken_year", "2026")]
    {
        given.set(key, value);
    }
    let causes = person(given).plan().causes;
    assert!(causes.medicines);
    let rules: Vec<&str> =
        causes.groups.iter().flat_map(|g| &g.findings).map(|(_, finding)| finding.rule.as_str()).collect();
    assert!(rules.contains(&"medicine.sertraline") && rules.iter().any(|rule| rule.starts_with("iron.")), "{rules:?}");
    assert!(!rules.contains(&"family") && !rules.contains(&"medicine_unknown"), "{rules:?}");
    let times = |group: Group| {
        let found = causes.groups.iter().find(|one| one.group == group);
        found.map(|one| one.times.iter().map(|note| note.id).collect::<Vec<_>>()).unwrap_or_default()
    };
    assert!(times(Group::Iron).contains(&"iron"), "{causes:?}");
    assert!(times(Group::Medicine).contains(&"medicine"));
}

#[test]
fn without_a_cause_it_says_so() {
    let causes = with(&[("family", "no")]).plan().causes;
    assert!(causes.groups.is_empty() && !causes.medicines && causes.none.is_some());
}

proptest! {
    #![proptest_config(people(200))]
    #[test]
    fn of_anybody_every_note_about_time_and_every_test_stands_in_the_plan_once(case in any_case(), entries in any_diary()) {
        let me = Person { answers: case.answers, report: case.report, nights: entries, labs: case.labs };
        let made = me.plan();
        let in_groups = made.causes.groups.iter().flat_map(|group| &group.times);
        let mut times: Vec<&str> = in_groups.chain(&made.causes.times).map(|note| note.id).collect();
        times.sort_unstable();
        let mut of_report: Vec<&str> = me.report.time_notes.iter().map(|note| note.id).collect();
        of_report.sort_unstable();
        prop_assert_eq!(times, of_report);
        prop_assert_eq!(ids(&made), me.report.tests.iter().map(|test| test.id).collect::<Vec<_>>());
        prop_assert!(made.track.noted <= 14);
        prop_assert_eq!(made.causes.medicines, !me.answers.medicines.is_empty());
    }
}
