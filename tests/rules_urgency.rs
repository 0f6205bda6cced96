//! Promises about urgency: every row of evidence 3.5, with the answers behind it and what to do.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::{Answer, Assessment, Explains, Impact, ImpactAnswers, Lab, Pregnancy, Sex, Tri};
use quiet_legs::content::{CONDITIONS, Country, Direction, LOOK_ALIKES, MEDICINES, SIGNS, Strength, Urgency, words};
use rules_support::*;

/// The reason, its urgency, and that the whole report is at least as urgent.
fn asks(a: &Assessment, rule: &str) -> Option<Urgency> {
    let reason = reason(a, rule)?;
    assert!(!reason.because.is_empty(), "{rule} names no answer");
    assert!(!reason.says.text().is_empty(), "{rule} does not say what to do");
    assert!(urgency(a) >= reason.urgency, "{rule} is more urgent than the report");
    Some(reason.urgency)
}

#[test]
fn every_sign_is_as_urgent_as_its_row_whatever_the_verdict() {
    for sign in &SIGNS {
        for base in [fits(), with_criteria([Some(Answer::No); 4]), Assessment::default()] {
            let a = Assessment { red_flags: vec![sign.id], ..base };
            assert_eq!(asks(&a, &format!("red_flag.{}", sign.id)), Some(sign.urgency));
            assert_eq!(urgency(&a), sign.urgency.max(urgency(&Assessment { red_flags: vec![], ..a })));
        }
    }
}

#[test]
fn what_to_do_now_holds_the_number_of_the_country() {
    let call = |country| {
        let a = fits_but(|a| (a.country, a.red_flags) = (country, vec!["E1"]));
        reason(&a, "red_flag.E1").unwrap().says.text()
    };
    assert!(call(Some(Country::Gb)).contains("999"));
    assert!(call(Some(Country::Us)).contains("911"));
    assert!(call(Some(Country::Au)).contains("000"));
    // A country without a row, and none at all, still get words to go by.
    assert!(call(Some(Country::Br)).contains("emergency number"));
    assert!(call(None).contains("emergency number"));
}

#[test]
fn akathisia_is_for_today_and_an_emergency_with_e6_or_e7() {
    let with = |sign| Assessment { red_flags: sign, ..akathisia() };
    assert_eq!(asks(&with(vec![]), "akathisia"), Some(Urgency::SameDay));
    assert_eq!(asks(&with(vec!["SD6"]), "akathisia"), Some(Urgency::SameDay));
    for sign in ["E6", "E7"] {
        assert_eq!(asks(&with(vec![sign]), "akathisia"), Some(Urgency::EmergencyNow));
    }
}

#[test]
fn whole_body_by_day_and_night_is_for_the_next_2_weeks() {
    let mut a = akathisia();
    a.body.onset_within_6_weeks = Some(Tri::No);
    assert_eq!(asks(&a, "whole_body"), Some(Urgency::Soon));
    a.body.same_day_and_night = Some(Tri::No);
    assert_eq!(asks(&a, "whole_body"), None);
}

#[test]
fn the_verdict_and_the_effect_on_life_set_the_base() {
    let base = |change: fn(&mut Assessment), impact| {
        let mut a = fits_but(|a| a.impact = impact);
        change(&mut a);
        asks(&a, "pattern").unwrap()
    };
    let (little, much) = (ImpactAnswers { work: Some(Impact::ALittle), ..ImpactAnswers::default() }, significant());
    type Row = (fn(&mut Assessment), Urgency, Urgency);
    let table: [Row; 6] = [
        (|_| {}, Urgency::SelfCare, Urgency::Routine),
        (|a| a.criteria.c4 = Some(Answer::Unsure), Urgency::SelfCare, Urgency::Routine),
        (|a| a.look_alikes = vec![("M_CRAMP", Explains::All)], Urgency::Routine, Urgency::Routine),
        (|a| a.person.can_describe_own_feelings = Some(Tri::No), Urgency::Routine, Urgency::Routine),
        (|a| a.criteria.c4 = Some(Answer::No), Urgency::SelfCare, Urgency::Routine),
        (|a| a.criteria.c4 = None, Urgency::SelfCare, Urgency::Routine),
    ];
    for (at, (change, low, high)) in table.into_iter().enumerate() {
        assert_eq!(base(change, little), low, "row {at}");
        assert_eq!(base(change, much), high, "row {at}");
    }
}

#[test]
fn nobody_is_comforted_while_questions_are_open() {
    let says = |a: &Assessment| reason(a, "pattern").unwrap().says.text();
    let done = fits_but(|a| a.red_flags_answered = true);
    assert!(says(&done).starts_with("Nothing in your answers"));
    let open = Assessment { criteria: with_criteria([Some(Answer::Yes), None, None, None]).criteria, ..done.clone() };
    for a in [open, Assessment { red_flags_answered: false, ..done }, Assessment::default()] {
        assert_eq!(urgency(&a), Urgency::SelfCare);
        assert!(says(&a).contains("some questions are open"), "{}", says(&a));
    }
}

#[test]
fn any_answer_of_quite_a_lot_or_more_is_significant() {
    for how_much in [Impact::None, Impact::ALittle, Impact::QuiteALot, Impact::VeryMuch] {
        let some = Some(how_much);
        for impact in [
            ImpactAnswers { sleep: some, ..ImpactAnswers::default() },
            ImpactAnswers { energy: some, ..ImpactAnswers::default() },
            ImpactAnswers { mood: some, ..ImpactAnswers::default() },
            ImpactAnswers { work: some, ..ImpactAnswers::default() },
            ImpactAnswers { distress: some, ..ImpactAnswers::default() },
        ] {
            assert_eq!(report(&fits_but(|a| a.impact = impact)).significant, how_much >= Impact::QuiteALot);
        }
    }
}

#[test]
fn pregnancy_beside_a_match_is_for_the_next_2_weeks() {
    let pregnant = fits_but(|a| a.person.pregnancy = Pregnancy::Yes(Some(3)));
    assert_eq!(asks(&pregnant, "pregnant"), Some(Urgency::Soon));
    for other in [Pregnancy::No, Pregnancy::Unknown] {
        assert_eq!(asks(&fits_but(|a| a.person.pregnancy = other), "pregnant"), None);
    }
    let unlikely = fits_but(|a| (a.person.pregnancy, a.criteria.c2) = (Pregnancy::Yes(None), Some(Answer::No)));
    assert_eq!(asks(&unlikely, "pregnant"), None);
    assert_eq!(urgency(&unlikely), Urgency::SelfCare);
}

#[test]
fn a_child_whose_life_it_affects_is_for_the_next_2_weeks() {
    let of_age = |years, impact| fits_but(|a| (a.person.age_years, a.impact) = (Some(years), impact));
    assert_eq!(asks(&of_age(17.9, significant()), "child"), Some(Urgency::Soon));
    assert_eq!(asks(&of_age(8.0, significant()), "child"), Some(Urgency::Soon));
    assert_eq!(asks(&of_age(18.0, significant()), "child"), None);
    assert_eq!(asks(&of_age(8.0, ImpactAnswers::default()), "child"), None);
}

#[test]
fn dialysis_beside_a_match_is_for_the_next_session() {
    let with = |id| fits_but(|a| a.conditions = vec![id]);
    assert_eq!(asks(&with("dialysis"), "dialysis"), Some(Urgency::Soon));
    assert_eq!(urgency(&with("ckd")), Urgency::Routine);
}

#[test]
fn every_condition_has_its_own_least_urgency_unless_the_answers_do_not_match() {
    for row in &CONDITIONS {
        let matching = fits_but(|a| a.conditions = vec![row.id]);
        assert_eq!(urgency(&matching), row.urgency.unwrap_or(Urgency::SelfCare), "{}", row.id);
        let elsewhere = fits_but(|a| {
            a.conditions = vec![row.id];
            a.look_alikes = vec![("M_CRAMP", Explains::All)];
        });
        assert_eq!(urgency(&elsewhere), row.urgency.unwrap_or(Urgency::Routine).max(Urgency::Routine), "{}", row.id);
        for change in [Some(Answer::No), None] {
            let other = fits_but(|a| (a.conditions, a.criteria.c2) = (vec![row.id], change));
            assert_eq!(urgency(&other), Urgency::SelfCare, "{}", row.id);
        }
    }
}

#[test]
fn new_trouble_beside_a_spinal_cord_condition_is_for_the_next_2_weeks() {
    for id in ["cord_lesion", "ms"] {
        let with = |lately, months| {
            fits_but(|a| {
                a.conditions = vec![id];
                a.began_lately = lately;
                a.pattern.duration_months = months;
            })
        };
        assert_eq!(asks(&with(Some(Tri::Yes), None), "cord_recent"), Some(Urgency::Soon));
        assert_eq!(asks(&with(None, Some(1.0)), "cord_recent"), Some(Urgency::Soon));
        assert_eq!(asks(&with(Some(Tri::No), Some(3.0)), "cord_recent"), None);
        assert_eq!(asks(&with(None, None), "cord_recent"), None);
        let mut unlikely = with(Some(Tri::Yes), None);
        unlikely.criteria.c1 = Some(Answer::No);
        assert_eq!(asks(&unlikely, "cord_recent"), Some(Urgency::Soon));
    }
    let other = fits_but(|a| (a.conditions, a.began_lately) = (vec!["diabetes"], Some(Tri::Yes)));
    assert_eq!(asks(&other, "cord_recent"), None);
}

#[test]
fn look_alikes_set_a_floor_whatever_the_verdict() {
    use Explains::{All, No, Some as Sometimes, Unsure};
    for row in &LOOK_ALIKES {
        for explains in [All, Sometimes, Unsure, No] {
            // A list of one known medicine that is no trigger, and something harmless stopped.
            let a = fits_but(|a| {
                a.person.age_years = Some(15.0);
                a.look_alikes = vec![(row.id, explains)];
                a.medicines = takes(&["loratadine"]);
                a.stopped_names = vec!["loratadine".into()];
                a.criteria.c2 = Some(Answer::No);
            });
            let expected = match (row.floor, explains) {
                (_, No) => None,
                (Some(floor), _) => Some(floor),
                (None, Unsure) => Some(Urgency::Routine),
                (None, _) => None,
            };
            assert_eq!(asks(&a, &format!("look_alike.{}", row.id)), expected, "{} {explains:?}", row.id);
        }
    }
}

#[test]
fn a_floor_has_the_value_of_the_evidence() {
    let routine = [
        "M_PAD",
        "M_STENOSIS",
        "M_RADIC",
        "M_NEUROPATHY",
        "M_VENOUS",
        "M_HYPOTENSIVE",
        "M_PLMD",
        "M_PLMT",
        "M_ORTHOTREMOR",
    ];
    for row in &LOOK_ALIKES {
        let expected = match row.id {
            "M_DVT" => Some(Urgency::SameDay),
            "M_AKATHISIA" | "M_WITHDRAWAL" => Some(Urgency::Soon),
            id if routine.contains(&id) => Some(Urgency::Routine),
            _ => None,
        };
        assert_eq!(row.floor, expected, "{}", row.id);
    }
}

#[test]
fn restlessness_from_a_medicine_is_for_today_when_a_trigger_is_there() {
    let with = |medicines| {
        let a = fits_but(|a| {
            a.look_alikes = vec![("M_AKATHISIA", Explains::Some)];
            a.medicines = medicines;
        });
        asks(&a, "look_alike.M_AKATHISIA").unwrap()
    };
    assert_eq!(with(takes(&["loratadine"])), Urgency::Soon);
    assert_eq!(with(takes(&["haloperidol"])), Urgency::SameDay);
    assert_eq!(with(vec![entry("zzyzx", &[])]), Urgency::SameDay);
}

#[test]
fn stopping_something_dangerous_or_unknown_is_for_today() {
    let with = |names: &[&str]| {
        let a = fits_but(|a| {
            a.look_alikes = vec![("M_WITHDRAWAL", Explains::Some)];
            a.stopped_lately = Some(Tri::Yes);
            a.stopped_names = names.iter().map(|name| (*name).to_owned()).collect();
        });
        asks(&a, "look_alike.M_WITHDRAWAL").unwrap()
    };
    assert_eq!(with(&["loratadine"]), Urgency::Soon);
    assert_eq!(with(&["sertraline"]), Urgency::Soon);
    for name in
        ["tramadol", "propranolol", "diazepam", "haloperidol", "pramipexole", "gabapentin", "alcohol", "baclofen"]
    {
        assert_eq!(with(&[name]), Urgency::SameDay, "{name}");
        assert_eq!(with(&["loratadine", name]), Urgency::SameDay, "{name}");
    }
    assert_eq!(with(&[]), Urgency::SameDay);
    assert_eq!(with(&["zzyzx"]), Urgency::SameDay);
    // Ticked without ever naming what was stopped.
    let unnamed = with_look_alikes(&[("M_WITHDRAWAL", Explains::Unsure)]);
    assert_eq!(asks(&unnamed, "look_alike.M_WITHDRAWAL"), Some(Urgency::SameDay));
}

#[test]
fn augmentation_answers_count_only_beside_a_medicine_that_can_do_it() {
    let with = |answers, medicines| fits_but(|a| (a.augmentation, a.medicines) = (answers, medicines));
    let (yes, no, unsure) = (Some(Tri::Yes), Some(Tri::No), Some(Tri::NotSure));
    for at in 0..4 {
        let mut answers = [no; 4];
        answers[at] = yes;
        assert_eq!(asks(&with(answers, takes(&["pramipexole"])), "augmentation"), Some(Urgency::Soon));
        assert_eq!(asks(&with(answers, takes(&["sertraline"])), "augmentation"), None);
        assert_eq!(asks(&with(answers, vec![]), "augmentation"), None);
    }
    assert_eq!(asks(&with([unsure; 4], takes(&["pramipexole"])), "augmentation"), None);
    let stopped = Assessment { stopped_names: vec!["ropinirole".into()], ..with([yes; 4], vec![]) };
    assert_eq!(asks(&stopped, "augmentation"), Some(Urgency::Soon));
}

#[test]
fn every_medicine_that_can_make_it_worse_asks_for_a_visit_unless_the_answers_do_not_match() {
    for row in &MEDICINES {
        let counts = matches!(row.direction, Direction::Worsens | Direction::Augmentation)
            && row.strength != Strength::Insufficient;
        let a = fits_but(|a| a.medicines = takes(&[row.id]));
        let rule = format!("medicine.{}", row.id);
        assert_eq!(asks(&a, &rule), counts.then_some(Urgency::Routine), "{}", row.id);
        let unlikely = Assessment { criteria: with_criteria([Some(Answer::No); 4]).criteria, ..a };
        assert_eq!(asks(&unlikely, &rule), None, "{}", row.id);
        let finding = report(&unlikely).findings.into_iter().find(|finding| finding.rule == rule).unwrap();
        assert_eq!(finding.urgency, None, "{}", row.id);
    }
}

#[test]
fn a_medicine_that_can_make_it_worse_counts_beside_every_verdict_but_one() {
    let with = |change: fn(&mut Assessment)| {
        let mut a = fits_but(|a| a.medicines = takes(&["sertraline"]));
        change(&mut a);
        asks(&a, "medicine.sertraline")
    };
    assert_eq!(with(|a| a.criteria.c3 = Some(Answer::Unsure)), Some(Urgency::Routine));
    assert_eq!(with(|a| a.look_alikes = vec![("M_CRAMP", Explains::All)]), Some(Urgency::Routine));
    assert_eq!(with(|a| a.criteria.c2 = None), Some(Urgency::Routine));
    assert_eq!(with(|a| a.person.can_describe_own_feelings = Some(Tri::No)), Some(Urgency::Routine));
    assert_eq!(with(|a| a.criteria.c2 = Some(Answer::No)), None);
}

#[test]
fn iron_asks_as_its_class_and_modifiers_say() {
    let with = |ferritin: &str, hb: &str| {
        fits_but(|a| {
            a.person.sex = Some(Sex::Female);
            let lab = |value: &str, unit: &str| {
                Some(Lab { value: value.into(), unit: unit.into() }).filter(|l| !l.value.is_empty())
            };
            a.labs.ferritin = lab(ferritin, "ng/mL");
            a.labs.haemoglobin = lab(hb, "g/dL");
        })
    };
    assert_eq!(asks(&with("18", ""), "iron.ADULT_DEFICIENT"), Some(Urgency::Soon));
    assert_eq!(asks(&with("50", ""), "iron.ADULT_RLS_LOW"), Some(Urgency::Routine));
    assert_eq!(asks(&with("50", "11.5"), "iron.HB_LOW"), Some(Urgency::Soon));
    assert_eq!(asks(&with("50", "7.4"), "red_flag.SD4"), Some(Urgency::SameDay));
    assert_eq!(asks(&with("", "7.4"), "red_flag.SD4"), Some(Urgency::SameDay));
    let unlikely = Assessment { criteria: with_criteria([Some(Answer::No); 4]).criteria, ..with("18", "") };
    assert_eq!(asks(&unlikely, "iron.ADULT_DEFICIENT"), Some(Urgency::Soon));
}

#[test]
fn the_highest_wins_and_comes_first() {
    let a = fits_but(|a| {
        a.red_flags = vec!["SOON_SLEEP", "E5", "SD6"];
        a.conditions = vec!["diabetes"];
    });
    let report = report(&a);
    assert_eq!(report.urgency, Urgency::EmergencyNow);
    assert_eq!(report.urgency_because[0].rule, "red_flag.E5");
    assert!(report.urgency_because.is_sorted_by(|first, second| first.urgency >= second.urgency));
}

#[test]
fn a_helpline_is_shown_where_thoughts_of_suicide_were_told_or_left_out() {
    let line = |change: fn(&mut Assessment)| report(&fits_but(change)).helpline.map(words);
    assert_eq!(line(|_| {}), None);
    assert!(line(|a| a.show_helpline = true).is_some());
    assert!(line(|a| a.red_flags = vec!["SD3"]).is_some());
    let uk = line(|a| (a.red_flags, a.country) = (vec!["E6"], Some(Country::Gb)));
    assert!(uk.unwrap().contains("116 123"));
}

#[test]
fn despair_rests_on_the_questions_about_mood_and_other_signs_on_their_own_box() {
    let because = |id| reason(&fits_but(|a| a.red_flags = vec![id]), &format!("red_flag.{id}")).unwrap().because;
    assert_eq!(because("E6"), ["mood", "mood_now"]);
    assert_eq!(because("SD3"), ["mood", "mood_now", "sign.SD3"]);
    assert_eq!(because("E1"), ["sign.E1"]);
}

#[test]
fn a_look_alike_that_presses_has_a_sentence_of_its_own_and_others_are_named() {
    let says = |id, change: fn(&mut Assessment)| {
        let mut a = fits_but(|a| a.look_alikes = vec![(id, Explains::Some)]);
        change(&mut a);
        reason(&a, &format!("look_alike.{id}")).unwrap().says.text()
    };
    let texts = [
        says("M_AKATHISIA", |a| a.medicines = takes(&["haloperidol"])),
        says("M_AKATHISIA", |a| a.medicines = takes(&["loratadine"])),
        says("M_WITHDRAWAL", |_| {}),
        says("M_WITHDRAWAL", |a| {
            (a.stopped_lately, a.stopped_names) = (Some(Tri::Yes), vec!["loratadine".into()]);
        }),
        says("M_DVT", |_| {}),
    ];
    for (at, text) in texts.iter().enumerate() {
        assert!(!texts[..at].contains(text), "{text}");
        let id = ["M_AKATHISIA", "M_AKATHISIA", "M_WITHDRAWAL", "M_WITHDRAWAL", "M_DVT"][at];
        let row = LOOK_ALIKES.iter().find(|row| row.id == id).unwrap();
        let named = quiet_legs::content::Said {
            key: quiet_legs::content::text::result::urgency::LOOK_ALIKE,
            with: vec![("name", words(row.name).to_owned())],
        };
        assert_ne!(*text, named.text());
    }
}

#[test]
fn a_verdict_rests_on_what_it_was_made_of() {
    let because = |a: &Assessment| reason(a, "pattern").unwrap().because;
    let cannot = fits_but(|a| a.person.can_describe_own_feelings = Some(Tri::No));
    assert_eq!(because(&cannot), ["age", "describes"]);
    assert_eq!(because(&fits()), ["c1", "c2", "c3", "c4"]);
    assert_eq!(because(&akathisia()), reason(&akathisia(), "akathisia").unwrap().because);
}
