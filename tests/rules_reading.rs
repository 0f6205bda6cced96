//! Promises about reading: what each code stands for, and that nothing typed can upset it.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use proptest::prelude::*;
use quiet_legs::clinical::answers::{Answers, ListedMedicine};
use quiet_legs::clinical::assessment::{Answer, Assessment, Explains, Impact, Pregnancy, Sex, Tri};
use quiet_legs::clinical::reading;
use quiet_legs::clinical::report::{Verdict, report};
use quiet_legs::content::{Country, FieldKind, PAGES, words};
use quiet_legs::date::Date;
use rules_support::TODAY;

fn given(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn read(pairs: &[(&str, &str)]) -> Assessment {
    reading::read(&given(pairs))
}

fn signs(pairs: &[(&str, &str)]) -> Vec<&'static str> {
    reading::red_flags(&given(pairs)).iter().map(|sign| sign.id).collect()
}

#[test]
fn nothing_answered_is_nothing_known() {
    assert_eq!(read(&[]), Assessment::default());
}

#[test]
fn codes_of_the_criteria_stand_for_their_answers() {
    let table = [
        ("c1", "yes", Answer::Yes),
        ("c1", "arms_only", Answer::Unsure),
        ("c1", "no", Answer::No),
        ("c1", "unsure", Answer::Unsure),
        ("c2", "yes", Answer::Yes),
        ("c2", "no", Answer::No),
        ("c2", "unsure", Answer::Unsure),
        ("c3", "yes", Answer::Yes),
        ("c3", "only_while", Answer::Yes),
        ("c3", "before", Answer::Before),
        ("c3", "no", Answer::No),
        ("c3", "cannot_move", Answer::Unsure),
        ("c3", "unsure", Answer::Unsure),
        ("c4", "only_then", Answer::Yes),
        ("c4", "worse_then", Answer::Yes),
        ("c4", "before", Answer::Before),
        ("c4", "same", Answer::No),
        ("c4", "day", Answer::No),
        ("c4", "unsure", Answer::Unsure),
        ("c4", "shifts", Answer::Unsure),
    ];
    for (key, code, expected) in table {
        let c = read(&[(key, code)]).criteria;
        let all = [("c1", c.c1), ("c2", c.c2), ("c3", c.c3), ("c4", c.c4)];
        for (other, answer) in all {
            assert_eq!(answer, (other == key).then_some(expected), "{key}={code}");
        }
    }
    // Every choice on offer is understood.
    for field in PAGES.iter().flat_map(|page| page.fields).filter(|f| ["c1", "c2", "c3", "c4"].contains(&f.id)) {
        for option in field.options {
            assert!(table.iter().any(|(key, code, _)| (*key, *code) == (field.id, option.code)), "{}", option.code);
        }
    }
}

#[test]
fn a_code_of_another_question_is_no_answer() {
    for (key, code) in
        [("c1", "before"), ("c2", "same"), ("c3", "worse_then"), ("c4", "yes"), ("c1", "YES"), ("c1", "1")]
    {
        assert_eq!(read(&[(key, code)]), Assessment::default(), "{key}={code}");
    }
}

#[test]
fn the_words_tapped_are_kept() {
    let tapped = read(&[("c3", "only_while"), ("c4", "day")]).criteria.tapped;
    assert_eq!(
        tapped.map(|key| key.map(words)),
        [None, None, Some("Only for as long as I move"), Some("No, worse in the day")]
    );
}

#[test]
fn arms_only_and_which_leg_are_read() {
    assert_eq!(read(&[("c1", "arms_only")]).criteria.arms_only, Some(Tri::Yes));
    assert_eq!(read(&[("c1", "yes")]).criteria.arms_only, Some(Tri::No));
    assert_eq!(read(&[("c1", "no")]).criteria.arms_only, None);
    let leg = |code| read(&[("which_leg", code)]).criteria.one_leg_only;
    assert_eq!(leg("same_one"), Some(Tri::Yes));
    assert_eq!(leg("both"), Some(Tri::No));
    assert_eq!(leg("changes"), Some(Tri::No));
    assert_eq!(leg("unsure"), Some(Tri::NotSure));
}

#[test]
fn thoughts_of_suicide_become_the_right_sign() {
    assert_eq!(signs(&[("mood", "yes"), ("mood_now", "yes")]), ["E6"]);
    assert_eq!(signs(&[("mood", "yes"), ("mood_now", "unsure")]), ["E6"]);
    assert_eq!(signs(&[("mood", "yes"), ("mood_now", "no")]), ["SD3"]);
    assert_eq!(signs(&[("mood", "yes")]), ["SD3"]);
    assert!(signs(&[("mood", "no"), ("mood_now", "yes")]).is_empty());
    assert!(signs(&[("mood", "skip")]).is_empty());
    assert!(read(&[("mood", "skip")]).show_helpline);
    assert!(!read(&[("mood", "no")]).show_helpline);
}

#[test]
fn ticked_signs_are_read_and_none_of_these_is_an_answer() {
    assert_eq!(signs(&[("sign.SD6", "yes"), ("sign.E1", "yes"), ("sign.E99", "yes")]), ["E1", "SD6"]);
    assert!(read(&[("sign.none", "yes")]).red_flags_answered);
    assert!(!read(&[("mood", "no")]).red_flags_answered);
}

#[test]
fn look_alikes_say_what_they_explain_and_a_blank_is_unsure() {
    let look = |code| read(&[("tick.M_CRAMP", "yes"), ("look.M_CRAMP", code)]).look_alikes;
    assert_eq!(look("all"), [("M_CRAMP", Explains::All)]);
    assert_eq!(look("some"), [("M_CRAMP", Explains::Some)]);
    assert_eq!(look("unsure"), [("M_CRAMP", Explains::Unsure)]);
    assert_eq!(look(""), [("M_CRAMP", Explains::Unsure)]);
    assert!(read(&[("look.M_CRAMP", "all")]).look_alikes.is_empty());
    let unsure = read(&[("tick.unsure", "yes")]);
    assert!(unsure.look_alikes_unsure && unsure.look_alikes_answered);
    let none = read(&[("tick.none", "yes")]);
    assert!(!none.look_alikes_unsure && none.look_alikes_answered);
}

#[test]
fn amounts_stand_for_the_lower_end_of_their_range() {
    for (code, days) in [("0", 0.5), ("1", 1.0), ("2", 2.0), ("3", 3.0), ("5", 5.0), ("7", 7.0)] {
        assert_eq!(read(&[("days", code)]).pattern.days_per_week, Some(days));
    }
    for (code, months) in [("0", 0.5), ("1", 1.0), ("3", 3.0), ("12", 12.0)] {
        assert_eq!(read(&[("duration", code)]).pattern.duration_months, Some(months));
    }
    for bad in ["unsure", "-1", "NaN", "inf", "many", "99999999999999999999999"] {
        assert_eq!(read(&[("days", bad)]).pattern.days_per_week, None, "{bad}");
    }
    assert_eq!(read(&[("lifetime", "yes")]).pattern.lifetime_events, Some(5));
    assert_eq!(read(&[("lifetime", "no")]).pattern.lifetime_events, Some(1));
    assert_eq!(read(&[("strength", "10")]).pattern.usual_intensity, Some(10));
    assert_eq!(read(&[("strength", "11")]).pattern.usual_intensity, None);
}

#[test]
fn unsure_without_a_place_of_its_own_is_still_kept() {
    for key in ["days", "duration", "lifetime", "pregnant", "kidneys", "tested", "ferritin_unit"] {
        assert_eq!(read(&[(key, "unsure")]).also_unsure, [key]);
    }
}

#[test]
fn who_answers_decides_who_can_describe_it() {
    assert_eq!(read(&[("who", "me")]).person.can_describe_own_feelings, Some(Tri::Yes));
    assert!(!read(&[("who", "me")]).person.answered_for);
    let other = |code| read(&[("who", "someone"), ("describes", code)]).person.can_describe_own_feelings;
    assert_eq!(other("yes"), Some(Tri::Yes));
    assert_eq!(other("no"), Some(Tri::No));
    assert_eq!(other("unsure"), Some(Tri::NotSure));
    assert_eq!(other(""), None);
    assert!(read(&[("who", "child")]).person.answered_for);
    let child = |age, code| read(&[("who", "child"), ("age", age), ("child_words", code)]).person.child_own_words;
    assert_eq!(child("8", ""), None);
    assert_eq!(child("8", "unsure"), Some(Tri::NotSure));
    assert_eq!(child("8", "yes"), Some(Tri::Yes));
    assert_eq!(child("13", ""), Some(Tri::Yes));
}

#[test]
fn pregnancy_and_kidneys_are_conditions_too() {
    for (code, weeks) in [("1", Some(1)), ("2", Some(2)), ("3", Some(3)), ("yes", None)] {
        let a = read(&[("pregnant", code)]);
        assert_eq!(a.person.pregnancy, Pregnancy::Yes(weeks));
        assert_eq!(a.conditions, ["pregnancy"]);
    }
    assert_eq!(read(&[("pregnant", "no")]).person.pregnancy, Pregnancy::No);
    for code in ["unsure", "skip"] {
        assert_eq!(read(&[("pregnant", code)]).person.pregnancy, Pregnancy::Unknown);
        assert!(read(&[("pregnant", code)]).conditions.is_empty());
    }
    for id in ["ckd", "dialysis", "kidney_transplant"] {
        assert_eq!(read(&[("kidneys", id)]).conditions, [id]);
    }
    assert!(read(&[("kidneys", "no")]).conditions.is_empty());
    // Only the kidney page may name a kidney condition.
    assert!(read(&[("kidneys", "diabetes")]).conditions.is_empty());
}

#[test]
fn conditions_are_those_ticked_and_skipping_is_no_answer() {
    let a = read(&[("condition.diabetes", "yes"), ("condition.nonsense", "yes")]);
    assert_eq!(a.conditions, ["diabetes"]);
    assert!(a.conditions_answered);
    assert!(read(&[("condition.none", "yes")]).conditions_answered);
    assert!(!read(&[("condition.skip", "yes")]).conditions_answered);
}

#[test]
fn substances_join_the_list_and_giving_blood_is_an_answer() {
    let mut answers = given(&[("substance.caffeine", "yes"), ("substance.blood_donation", "yes")]);
    answers.medicines = vec![ListedMedicine {
        typed: "Zoloft 50 mg".into(),
        ids: vec!["sertraline".into(), "nonsense".into()],
        timing: "worse_within_6_weeks".into(),
    }];
    let a = reading::read(&answers);
    let chosen: Vec<_> = a.medicines.iter().map(|entry| entry.chosen.clone()).collect();
    assert_eq!(chosen, [vec!["sertraline"], vec!["caffeine"], vec!["blood_donation"]]);
    assert_eq!(a.donated_last_12_months, Some(Tri::Yes));
    assert_eq!(read(&[("substance.none", "yes")]).donated_last_12_months, Some(Tri::No));
    assert_eq!(read(&[("substance.skip", "yes")]).donated_last_12_months, None);
    assert_eq!(read(&[]).donated_last_12_months, None);
}

#[test]
fn names_of_what_was_stopped_are_split_and_forgotten_after_a_no() {
    let names = |said, typed| read(&[("stopped", said), ("stopped_what", typed)]).stopped_names;
    assert_eq!(names("yes", "tramadol, wine and  Zopiclone;\n"), ["tramadol", "wine", "Zopiclone"]);
    assert_eq!(names("unsure", "tramadol"), ["tramadol"]);
    assert!(names("no", "tramadol").is_empty());
    assert!(names("yes", " , ;").is_empty());
}

#[test]
fn blood_tests_are_kept_as_typed() {
    let labs = read(&[
        ("ferritin", " <10 "),
        ("ferritin_unit", "ng/mL"),
        ("taken_month", "3"),
        ("taken_year", "2026"),
        ("tsat", "19"),
        ("hb", "129"),
        ("hb_unit", "g/L"),
        ("iron", "9"),
        ("iron_unit", "umol/L"),
        ("on_iron", "yes"),
        ("iron_before", "unsure"),
        ("iv_iron", "no"),
    ])
    .labs;
    assert_eq!(labs.taken_on, Date::new(2026, 3, 1));
    assert_eq!(labs.ferritin.map(|l| (l.value, l.unit)), Some(("<10".into(), "ng/mL".into())));
    assert_eq!(labs.tsat.map(|l| (l.value, l.unit)), Some(("19".into(), "%".into())));
    assert_eq!(labs.haemoglobin.map(|l| (l.value, l.unit)), Some(("129".into(), "g/L".into())));
    assert_eq!(labs.serum_iron.map(|l| (l.value, l.unit)), Some(("9".into(), "umol/L".into())));
    assert_eq!(
        (labs.on_iron, labs.iron_within_24h, labs.iv_iron_last_12_weeks),
        (Some(Tri::Yes), Some(Tri::NotSure), Some(Tri::No))
    );
    assert_eq!(read(&[("ferritin", "20"), ("ferritin_unit", "unsure")]).labs.ferritin.unwrap().unit, "unsure");
    assert_eq!(
        read(&[("other_taken_month", "12"), ("other_taken_year", "2025")]).labs.taken_on,
        Date::new(2025, 12, 1)
    );
    assert_eq!(read(&[("taken_month", "13"), ("taken_year", "2026")]).labs.taken_on, None);
}

#[test]
fn sex_country_and_impact_are_read() {
    assert_eq!(read(&[("sex", "female")]).person.sex, Some(Sex::Female));
    assert_eq!(read(&[("sex", "skip")]).person.sex, None);
    assert_eq!(read(&[("country", "GB")]).country, Some(Country::Gb));
    assert_eq!(read(&[("country", "other")]).country, None);
    assert_eq!(read(&[("impact_mood", "very_much")]).impact.mood, Some(Impact::VeryMuch));
}

#[test]
fn answers_of_pages_no_longer_asked_do_not_count() {
    // A man of 70 who first tapped a trimester: the page is gone, so is the pregnancy.
    let answers = given(&[
        ("who", "me"),
        ("age", "70"),
        ("sex", "male"),
        ("pregnant", "2"),
        ("c1", "yes"),
        ("c2", "yes"),
        ("c3", "yes"),
        ("c4", "worse_then"),
        ("tick.none", "yes"),
    ]);
    let report = report(&answers, TODAY);
    assert_eq!(report.verdict, Verdict::Likely);
    assert!(report.urgency_because.iter().all(|reason| reason.rule != "pregnant"));
    let rules: Vec<&str> = report.findings.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(rules, ["group.older"]);
}

/// Any mix of keys that exist with codes of anywhere and with rubbish.
fn any_answers() -> impl Strategy<Value = Answers> {
    let fields = || PAGES.iter().flat_map(|page| page.fields);
    let mut keys: Vec<String> = fields().map(|field| field.id.to_owned()).collect();
    let mut codes: Vec<String> =
        vec!["yes".into(), "1e9".into(), "\u{202e}٣😀".into(), "<10".into(), "-0".into(), "120".into(), "8".into()];
    for field in fields() {
        match field.kind {
            FieldKind::Checkboxes { prefix } => {
                keys.extend(field.options.iter().map(|o| format!("{prefix}.{}", o.code)))
            }
            FieldKind::MonthYear => keys.extend(["month", "year"].map(|end| format!("{}_{end}", field.id))),
            _ => codes.extend(field.options.iter().map(|option| option.code.to_owned())),
        }
    }
    let pair = (prop::sample::select(keys), prop_oneof![8 => prop::sample::select(codes), 1 => ".{0,12}"]);
    prop::collection::vec(pair, 0..60).prop_map(|pairs| pairs.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_there_is_a_report(answers in any_answers()) {
        let _ = reading::read(&answers);
        let _ = report(&answers, TODAY);
    }
}

#[test]
fn every_code_of_a_habit_stands_for_its_own_answer() {
    use quiet_legs::clinical::assessment::{Alcohol::*, Caffeine, Moving, SleepTimes};
    let habits = |key: &str, code: &str| read(&[(key, code)]).habits;
    for (code, expected) in
        [("morning", Caffeine::BeforeMidday), ("afternoon", Caffeine::AfterMidday), ("evening", Caffeine::Evening)]
    {
        assert_eq!(habits("caffeine_last", code).caffeine, Some(expected), "{code}");
    }
    for (code, expected) in [("some", SomeEvenings), ("most", MostEvenings)] {
        assert_eq!(habits("alcohol_often", code).alcohol, Some(expected), "{code}");
    }
    for (code, expected) in
        [("sitting", Moving::Sitting), ("some", Moving::Some), ("much", Moving::Much), ("hard", Moving::HardTraining)]
    {
        assert_eq!(habits("moving", code).moving, Some(expected), "{code}");
    }
    for (code, expected) in [
        ("regular", SleepTimes::Regular),
        ("irregular", SleepTimes::Irregular),
        ("shifts", SleepTimes::Shifts),
        ("by_day", SleepTimes::ByDay),
    ] {
        assert_eq!(habits("sleep_times", code).sleep_times, Some(expected), "{code}");
    }
}

#[test]
fn every_code_of_the_effect_on_life_stands_for_its_own_answer() {
    for (code, expected) in [
        ("none", Impact::None),
        ("a_little", Impact::ALittle),
        ("quite_a_lot", Impact::QuiteALot),
        ("very_much", Impact::VeryMuch),
    ] {
        assert_eq!(reading::read(&given(&[("impact_work", code)])).impact.work, Some(expected), "{code}");
    }
    assert_eq!(read(&[("sex", "male")]).person.sex, Some(Sex::Male));
}

#[test]
fn each_question_about_the_whole_body_and_what_supports_is_read() {
    let body = |key: &str| read(&[(key, "yes")]).body;
    assert_eq!(body("ak_body").whole_body, Some(Tri::Yes));
    assert_eq!(body("ak_onset").onset_within_6_weeks, Some(Tri::Yes));
    assert_eq!(body("ak_sit").cannot_sit_still_by_day, Some(Tri::Yes));
    let support = |key: &str| read(&[(key, "yes")]).supportive;
    assert_eq!(support("family").family_history, Some(Tri::Yes));
    assert_eq!(support("sleepy").daytime_sleepiness, Some(Tri::Yes));
}
