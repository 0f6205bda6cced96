//! What is typed about a blood test, a change or an experiment becomes a record or a clear sentence, and nothing else.

mod diary_support;

use diary_support::{night, nights, stamp};
use proptest::prelude::*;
use quiet_legs::clinical::answers::Answers;
use quiet_legs::clinical::iron::UNSURE;
use quiet_legs::date::Date;
use quiet_legs::diary::clock::Clock;
use quiet_legs::diary::experiment::{Design, Outcome, Tried};
use quiet_legs::diary::form::lab::{self, NAME, OWN_UNIT, SURE, TEST, Trouble, VALUE, unit_key};
use quiet_legs::diary::form::{NOTE, change, day, trial};
use quiet_legs::diary::night::Night;
use quiet_legs::diary::timeline::listed::{Thing, newest_first, tables};
use quiet_legs::diary::timeline::{Lab, Test, What};
use quiet_legs::records;
use quiet_legs::records::versions::Versions;

/// A placeholder that nothing filled begins with it.
const OPEN: char = '{';

fn today() -> Date {
    Date::literal(2026, 11, 26)
}

fn answers(all: &[(&str, &str)]) -> Answers {
    all.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn typed(test: Test, value: &str, unit: &str) -> Answers {
    let mut given = answers(&[(TEST, test.code()), (VALUE, value)]);
    given.set(unit_key(test), unit);
    day::set(&mut given, Date::literal(2026, 11, 3));
    given
}

fn read(given: &Answers) -> Result<Lab, Trouble> {
    lab::read(given, today(), stamp(5))
}

/// Which boxes are to be looked at.
fn fields(given: &Answers) -> Vec<&'static str> {
    match read(given) {
        Err(Trouble::Wrong(problems)) => problems.iter().map(|problem| problem.field).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_result_is_kept_as_it_stands_on_the_paper_with_its_unit() {
    for (test, value, unit, kept, kept_unit) in [
        (Test::Ferritin, "49,9", "ng/mL", "49.9", "ng/mL"),
        (Test::Ferritin, "45 µg/L", "", "45", "µg/L"),
        (Test::Ferritin, "< 10", "µg/L", "<10", "µg/L"),
        (Test::Ferritin, "112", "pmol/L", "112", "pmol/L"),
        (Test::Ferritin, "45", UNSURE, "45", ""),
        (Test::Tsat, "22", "", "22", "%"),
        (Test::Haemoglobin, "13.20", "g/dL", "13.20", "g/dL"),
        (Test::Crp, "3", "mg/L", "3", "mg/L"),
    ] {
        let lab = read(&typed(test, value, unit)).unwrap();
        assert_eq!((lab.value.as_str(), lab.unit.as_str()), (kept, kept_unit), "{test:?} {value}");
        assert_eq!(lab.day, Date::literal(2026, 11, 3));
    }
}

#[test]
fn what_cannot_be_right_is_refused_beside_its_box() {
    for (test, value, unit, field) in [
        (Test::Ferritin, "", "ng/mL", VALUE),
        (Test::Ferritin, "l0", "ng/mL", VALUE),
        (Test::Ferritin, "0", "ng/mL", VALUE),
        (Test::Ferritin, "45", "", unit_key(Test::Ferritin)),
        (Test::Ferritin, "9999999", "ng/mL", VALUE),
        (Test::Ferritin, "9999999", UNSURE, VALUE),
        (Test::Ferritin, "45 µg/dL", "ng/mL", VALUE),
        (Test::Tsat, "180", "", VALUE),
        (Test::Haemoglobin, "1", "g/dL", VALUE),
        (Test::Crp, "-3", "mg/L", VALUE),
        (Test::Crp, "900", "mg/L", VALUE),
    ] {
        assert_eq!(fields(&typed(test, value, unit)), [field], "{test:?} {value} {unit}");
    }
}

#[test]
fn an_unusual_result_is_asked_about_once_and_another_number_again() {
    let mut given = typed(Test::Ferritin, "1500", "ng/mL");
    let Err(Trouble::Ask { value, says }) = read(&given) else { panic!("not asked") };
    assert!(says.text().contains("1500 ng/mL"), "{}", says.text());
    given.set(SURE, &value);
    assert_eq!(read(&given).unwrap().value, "1500");
    given.set(VALUE, "2500");
    assert!(matches!(read(&given), Err(Trouble::Ask { .. })));
}

#[test]
fn another_test_needs_a_name_and_a_number_and_its_unit_is_its_own() {
    let mut given = typed(Test::Other, "0,8 mU/L", "");
    assert_eq!(fields(&given), [NAME]);
    given.set(NAME, " TSH ");
    let lab = read(&given).unwrap();
    assert_eq!((lab.name.as_str(), lab.value.as_str(), lab.unit.as_str()), ("TSH", "0.8", "mU/L"));
    given.set(OWN_UNIT, "µU/mL");
    assert_eq!(read(&given).unwrap().unit, "µU/mL");
    given.set(VALUE, "negative");
    assert_eq!(fields(&given), [VALUE]);
}

#[test]
fn the_units_of_one_test_are_never_taken_for_another() {
    let mut given = typed(Test::Ferritin, "3", "ng/mL");
    given.set(TEST, Test::Crp.code());
    assert_eq!(fields(&given), [unit_key(Test::Crp)]);
}

#[test]
fn a_day_is_needed_and_can_neither_be_in_the_future_nor_be_no_day() {
    let mut given = Answers::default();
    for (dmy, right) in [
        (["", "", ""], false),
        (["26", "11", "2026"], true),
        (["27", "11", "2026"], false),
        (["29", "2", "2025"], false),
        (["29", "2", "2024"], true),
        (["31", "4", "2026"], false),
        ([" 3 ", "03", "2026"], true),
        (["3", "13", "2026"], false),
        (["3", "11", "26"], false),
        (["3", "11", "1066"], false),
        (["3", "", "2026"], false),
        (["+3", "11", "2026"], false),
    ] {
        for (key, text) in [day::DAY, day::MONTH, day::YEAR].iter().zip(dmy) {
            given.set(key, text);
        }
        assert_eq!(day::read(&given, today()).is_ok(), right, "{dmy:?}");
    }
}

#[test]
fn everything_wrong_is_said_at_once() {
    let mut given = answers(&[(TEST, "ferritin"), (VALUE, "abc")]);
    given.set(NOTE, &"x".repeat(10_001));
    assert_eq!(fields(&given), [VALUE, day::DAY, NOTE]);
    assert_eq!(fields(&Answers::default()), [TEST, day::DAY]);
}

#[test]
fn a_change_asks_for_a_name_only_where_it_says_little_without() {
    for what in What::ALL {
        let mut given = answers(&[(change::WHAT, what.code())]);
        day::set(&mut given, today());
        let named = change::read(&given, today(), stamp(1)).is_err();
        assert_eq!(named, what.is_named(), "{what:?}");
        given.set(change::NAME, "magnesium");
        let kept = change::read(&given, today(), stamp(1)).unwrap();
        assert_eq!(kept.name, if what.is_named() { "magnesium" } else { "" });
    }
}

#[test]
fn a_kept_record_opens_as_it_was_typed_and_is_kept_the_same_again() {
    for (test, value, unit) in [
        (Test::Ferritin, "<10", "µg/L"),
        (Test::Tsat, "22", ""),
        (Test::Ferritin, "45", UNSURE),
        (Test::Crp, "0,2", "mg/dL"),
    ] {
        let lab = read(&typed(test, value, unit)).unwrap();
        assert_eq!(read(&lab::of(&lab)).unwrap(), lab);
        let kept = records::lab::decode(&records::lab::encode(&Versions::first(lab.clone()))).unwrap();
        assert_eq!(kept.now, lab);
    }
    let mut unusual = typed(Test::Ferritin, "1500", "ng/mL");
    unusual.set(SURE, "1500 ng/mL");
    let lab = read(&unusual).unwrap();
    assert_eq!(read(&lab::of(&lab)).unwrap(), lab);
    let mut given = answers(&[(change::WHAT, "started"), (change::NAME, "x"), (NOTE, "y")]);
    day::set(&mut given, today());
    let kept = change::read(&given, today(), stamp(1)).unwrap();
    assert_eq!(change::read(&change::of(&kept), today(), stamp(1)).unwrap(), kept);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_a_record_that_comes_back_or_a_sentence(
        test in 0_usize..6,
        value in "\\PC{0,12}|[<>]?[0-9]{1,4}([.,][0-9]{1,3})?( ?ng/mL)?",
        unit in "ng/mL|µg/L|g/dL|mg/L|unsure|",
        dmy in ("[0-9]{0,2}", "[0-9]{0,2}", "[0-9]{0,4}|20[0-2][0-9]"),
        name in "\\PC{0,5}",
    ) {
        let test = Test::ALL.get(test).copied();
        let mut given = answers(&[(VALUE, &value), (NAME, &name), (day::DAY, &dmy.0), (day::MONTH, &dmy.1), (day::YEAR, &dmy.2)]);
        if let Some(test) = test {
            given.set(TEST, test.code());
            given.set(unit_key(test), &unit);
        }
        match read(&given) {
            Ok(lab) => {
                let text = records::lab::encode(&Versions::first(lab.clone()));
                prop_assert_eq!(records::lab::decode(&text).unwrap().now, lab);
            }
            Err(Trouble::Wrong(problems)) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    let says = problem.says.text();
                    prop_assert!(!says.is_empty() && !says.contains(OPEN), "{}", says);
                }
            }
            Err(Trouble::Ask { says, .. }) => prop_assert!(!says.text().contains(OPEN)),
        }
    }
}

#[test]
fn the_timeline_is_newest_first_and_a_test_has_a_table_from_two_results_on() {
    let lab = |test, name: &str, day: &str, seconds| {
        let date = Date::parse(day).unwrap();
        let (name, unit) = (name.to_owned(), "mU/L".to_owned());
        Lab {
            test,
            name,
            value: "1".into(),
            unit,
            day: date,
            note: String::new(),
            created: stamp(seconds),
            edited: stamp(seconds),
        }
    };
    let labs = [
        lab(Test::Other, "TSH", "2025-01-02", 1),
        lab(Test::Ferritin, "", "2026-03-04", 2),
        lab(Test::Other, "tsh", "2024-01-02", 3),
        lab(Test::Crp, "", "2026-03-04", 4),
        lab(Test::Ferritin, "", "2024-02-29", 5),
    ];
    let mut list: Vec<Thing> = labs.iter().cloned().map(Thing::Lab).collect();
    newest_first(&mut list, |thing| thing);
    let days: Vec<String> = list.iter().map(|thing| thing.day().to_string()).collect();
    assert_eq!(days, ["2026-03-04", "2026-03-04", "2025-01-02", "2024-02-29", "2024-01-02"]);
    assert!(matches!(&list[0], Thing::Lab(lab) if lab.test == Test::Crp), "written last");
    let tables = tables(labs.iter());
    let said: Vec<Vec<String>> =
        tables.iter().map(|table| table.iter().map(|lab| lab.day.to_string()).collect()).collect();
    assert_eq!(said, [vec!["2024-02-29", "2026-03-04"], vec!["2024-01-02", "2025-01-02"]]);
}

fn wish(tried: &str) -> Answers {
    let mut given = trial::offered(7);
    given.set(trial::TRIED, tried);
    given
}

#[test]
fn a_plan_is_drawn_once_from_what_was_chosen_and_begins_tomorrow_unless_asked() {
    let mut given = wish("late_caffeine");
    let plan = trial::read(&given, &[], today(), stamp(1)).unwrap();
    assert_eq!((plan.wish.tried, plan.wish.design, plan.wish.nights), (Tried::LateCaffeine, Design::Pairs, 2));
    assert_eq!(plan.wish.first, night("2026-11-27"));
    assert_eq!(trial::read(&given, &[], today(), stamp(1)).unwrap().blocks, plan.blocks, "the seed stays");
    given.set(trial::FIRST, "tonight");
    assert_eq!(trial::read(&given, &[], today(), stamp(1)).unwrap().wish.first, night("2026-11-26"));
}

#[test]
fn alcohol_is_not_planned_without_an_answer_or_for_somebody_who_drinks_a_lot() {
    let field = |given: &Answers| trial::read(given, &[], today(), stamp(1)).map_err(|all| all[0].field);
    let mut given = wish("alcohol");
    assert!(trial::asks_heavy(&given) && !trial::asks_heavy(&wish("bath")));
    assert_eq!(field(&given).err(), Some(trial::HEAVY));
    given.set(trial::HEAVY, "yes");
    assert_eq!(field(&given).err(), Some(trial::HEAVY));
    given.set(trial::HEAVY, "no");
    assert!(field(&given).is_ok());
    given.set(trial::NIGHTS, "");
    assert_eq!(field(&given).err(), Some(trial::NIGHTS));
    assert_eq!(field(&trial::offered(1)).err(), Some(trial::TRIED));
}

#[test]
fn the_entry_says_what_its_night_is_for_and_at_three_in_the_morning_nothing_of_a_tonight() {
    let mut given = wish("late_caffeine");
    given.set(trial::FIRST, "tonight");
    let plan = trial::read(&given, &[], today(), stamp(1)).unwrap();
    let at = |hour| Clock::new(hour, 0).unwrap();
    let said = |of: &str, today: Date, hour| -> Vec<String> {
        plan.says_beside(night(of), today, at(hour)).iter().map(|said| said.text()).collect()
    };
    let (first, second) = (today(), Date::literal(2026, 11, 27));
    assert!(said("2026-11-26", first, 20)[0].starts_with("Tonight: "));
    let small_hours = said("2026-11-26", second, 3);
    assert!(small_hours.len() == 1 && small_hours[0].starts_with("That night"), "{small_hours:?}");
    let morning = said("2026-11-26", second, 9);
    assert!(morning[0].starts_with("That night") && morning[1].starts_with("Tonight: "), "{morning:?}");
    assert!(said("2026-11-25", first, 9)[0].starts_with("Tonight: "), "the first night comes this evening");
    assert!(said("2026-11-20", first, 3).is_empty());
    assert!(said("2027-11-26", Date::literal(2027, 11, 26), 20).is_empty());
    assert_eq!(plan.says_now(second, at(3)), plan.says_tonight(night("2026-11-26")));
    assert_eq!(plan.says_now(second, at(9)), plan.says_tonight(night("2026-11-27")));
}

#[test]
fn the_night_just_gone_is_over_at_noon_or_once_it_has_an_entry() {
    let over = |hour, noted| Night::over(today(), Clock::new(hour, 0).unwrap(), noted).unwrap();
    assert_eq!(over(3, false), night("2026-11-24"));
    assert_eq!(over(3, true), night("2026-11-25"));
    assert_eq!(over(12, false), night("2026-11-25"));
    let plan = trial::read(&wish("bath"), &nights("2026-11-01", &[3]), today(), stamp(1)).unwrap();
    let last = plan.last().unwrap();
    assert!(plan.is_running(last.plus(-1).unwrap()) && !plan.is_running(last));
    assert_eq!(plan.outcome(&[], over(3, false)), Outcome::Running { left: plan.length() }, "before its first night");
}
