//! What is said about things stopped or cut down in the last 2 weeks (evidence 4.8, 2.2, 2.4).
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::answers::Answers;
use quiet_legs::clinical::assessment::{Assessment, Explains, Tri};
use quiet_legs::clinical::report::Finding;
use quiet_legs::content::{Group, MEDICINES, Urgency, WITHDRAWAL};
use rules_support::{akathisia, fits_but, report, urgency};

fn stopped(names: &[&str]) -> Assessment {
    fits_but(|a| {
        a.stopped_lately = Some(Tri::Yes);
        a.stopped_names = names.iter().map(|name| (*name).to_owned()).collect();
    })
}

fn said(a: &Assessment) -> Vec<Finding> {
    report(a).findings.into_iter().filter(|f| f.rule.starts_with("withdrawal.")).collect()
}

fn rules(names: &[&str]) -> Vec<String> {
    said(&stopped(names)).into_iter().map(|f| f.rule.trim_start_matches("withdrawal.").to_owned()).collect()
}

/// A name for each thing that a line of evidence 4.8 names.
const LINES: &[(&str, &[&str])] = &[
    ("opioid", &["tramadol", "codeine", "oxycodone", "Suboxone", "fentanyl patch"]),
    ("dopamine", &["pramipexole", "ropinirole", "rotigotine", "levodopa", "cabergoline"]),
    ("antidepressant", &["sertraline", "venlafaxine", "imipramine", "amitriptyline"]),
    ("sedative", &["diazepam", "zopiclone", "zolpidem", "clonazepam", "alcohol"]),
    ("antipsychotic", &["haloperidol", "quetiapine", "olanzapine", "aripiprazole"]),
    ("gabapentinoid", &["gabapentin", "pregabalin"]),
    ("rebound", &["baclofen", "clonidine", "sodium oxybate"]),
    ("varenicline", &["varenicline"]),
    ("habit", &["caffeine", "nicotine", "cannabis", "coffee", "smoking"]),
];

#[test]
fn each_line_of_the_evidence_has_its_own_sentence_and_names_what_was_stopped() {
    for (line, names) in LINES {
        let row = WITHDRAWAL.iter().find(|row| row.id == *line).expect(line);
        for name in *names {
            // A patch waits for a yes: it is another form.
            if name.contains("patch") {
                assert_eq!(rules(&[name]), ["unknown"], "{name}");
                continue;
            }
            let found = said(&stopped(&[name]));
            assert_eq!(found.len(), 1, "{name}: {found:?}");
            assert_eq!(found[0].rule, format!("withdrawal.{line}"), "{name}");
            assert_eq!(found[0].group, Group::Medicine);
            assert_eq!(found[0].because, ["stopped_what"]);
            assert_eq!(found[0].sources, row.sources);
            assert!(found[0].says[0].text().contains(name) && found[0].name.text().contains(name), "{name}");
            assert!(found[0].strength_says.is_some(), "{line} has no mark");
        }
    }
    let first: Vec<&str> = WITHDRAWAL.iter().map(|row| row.id).take(LINES.len()).collect();
    assert_eq!(first, LINES.iter().map(|(line, _)| *line).collect::<Vec<_>>());
}

#[test]
fn what_ends_dangerously_sends_to_someone_and_a_habit_does_not() {
    let asks = |name: &str| said(&stopped(&[name]))[0].says.iter().any(|s| s.text().contains("what to do now"));
    for name in ["tramadol", "ropinirole", "sertraline", "diazepam", "alcohol", "haloperidol", "gabapentin", "baclofen"]
    {
        assert!(asks(name), "{name}");
    }
    for name in ["coffee", "nicotine", "omeprazole"] {
        assert!(!asks(name), "{name}");
    }
}

#[test]
fn a_medicine_in_no_line_is_named_with_its_own_cautions() {
    let found = said(&stopped(&["propranolol"]));
    assert_eq!(found[0].rule, "withdrawal.other");
    assert!(found[0].says.iter().any(|s| s.text().contains("blood pressure up fast")), "{found:?}");
    assert!(found[0].says.iter().any(|s| s.text().contains("what to do now")));
    assert_eq!(rules(&["mirtazapine", "prednisolone"]), ["other"]);
    // An antipsychotic that leaves dopamine alone is not in the line about akathisia.
    assert_eq!(rules(&["pimavanserin"]), ["other"]);
}

#[test]
fn several_names_are_each_looked_up_and_told_by_line() {
    assert_eq!(rules(&["sertraline", "coffee", "zzyzx", "tramadol"]), ["opioid", "antidepressant", "habit", "unknown"]);
    let found = said(&stopped(&["sertraline", "venlafaxine"]));
    assert_eq!(found.len(), 1);
    assert!(found[0].says[0].text().contains("sertraline and venlafaxine"));
}

#[test]
fn an_unknown_name_is_kept_and_said_to_be_unknown() {
    for name in ["the blue ones", "sertralin", "Xanax", "sleeping pill"] {
        let found = said(&stopped(&[name]));
        assert_eq!(found.len(), 1, "{name}");
        assert_eq!(found[0].rule, "withdrawal.unknown");
        let text = found[0].says[0].text();
        assert!(text.contains(name) && text.contains("We do not know"), "{text}");
    }
    let may_be = |name: &str| said(&stopped(&[name]))[0].says.last().expect("a sentence").text();
    assert_eq!(may_be("Xanax"), "“Xanax” may be alprazolam.");
    assert_eq!(may_be("tramadal"), "“tramadal” may be tramadol or trazodone.");
    assert_eq!(said(&stopped(&["zzyzx"]))[0].says.len(), 1);
    assert_eq!(rules(&[]), ["unnamed"]);
    let not_said = fits_but(|a| a.stopped_lately = Some(Tri::NotSure));
    assert_eq!(said(&not_said), []);
}

#[test]
fn one_text_is_split_at_commas_and_the_word_and() {
    let names = |typed: &str| {
        let mut answers = Answers::default();
        answers.set("stopped", "yes");
        answers.set("stopped_what", typed);
        Assessment::read(&answers).stopped_names
    };
    let two = ["Tramadol 50 mg", "coffee"];
    for typed in [
        "Tramadol 50 mg, coffee",
        "Tramadol 50 mg and coffee",
        "Tramadol 50 mg AND coffee",
        "Tramadol 50 mg\ncoffee",
        " Tramadol  50 mg ;, and coffee and",
        "Tramadol 50 mg & coffee",
        "Tramadol 50 mg + coffee",
    ] {
        assert_eq!(names(typed), two, "{typed}");
    }
    assert_eq!(names("Randox, sandoz"), ["Randox", "sandoz"]);
    assert_eq!(names("co-codamol 30/500"), ["co-codamol 30/500"]);
}

#[test]
fn the_look_alike_asks_for_today_where_an_end_can_be_dangerous_and_for_2_weeks_elsewhere() {
    let asks = |names: &[&str]| {
        let mut a = stopped(names);
        a.look_alikes = vec![("M_WITHDRAWAL", Explains::Some)];
        urgency(&a)
    };
    let codes = [2, 3, 4, 5, 6, 7, 8, 17, 18, 19];
    for medicine in &MEDICINES {
        let name = quiet_legs::content::names::generic(medicine);
        // Two names ask which form it is, and so are not known for certain.
        let certain = !["ketotifen", "azelastine"].contains(&name);
        let dangerous = codes.iter().any(|code| medicine.has_danger(*code)) || !certain;
        let wanted = if dangerous { Urgency::SameDay } else { Urgency::Soon };
        assert_eq!(asks(&[name]), wanted, "{name}");
    }
    assert_eq!(asks(&["zzyzx"]), Urgency::SameDay);
    assert_eq!(asks(&[]), Urgency::SameDay);
    assert_eq!(asks(&["coffee", "zzyzx"]), Urgency::SameDay);
}

#[test]
fn stopping_alone_brings_no_urgency_without_the_look_alike_or_a_sign() {
    assert_eq!(urgency(&stopped(&["sertraline"])), urgency(&fits_but(|_| {})));
}

#[test]
fn a_lowered_dopamine_blocker_can_bring_akathisia_and_is_named_in_both() {
    let mut a = akathisia();
    a.body.onset_within_6_weeks = Some(Tri::NotSure);
    a.medicines = rules_support::takes(&["loratadine"]);
    assert!(!report(&a).akathisia);
    a.stopped_names = vec!["metoclopramide".into()];
    let fired = report(&a);
    assert!(fired.akathisia && fired.urgency == Urgency::SameDay);
    let reason = fired.urgency_because.iter().find(|reason| reason.rule == "akathisia").expect("akathisia");
    assert!(reason.because.contains(&"stopped_what".to_owned()));
    a.stopped_names = vec!["domperidone".into()];
    assert!(!report(&a).akathisia);
    a.stopped_names = vec!["quetiapine".into()];
    assert!(report(&a).findings.iter().any(|f| f.rule == "withdrawal.antipsychotic"));
}
