//! Laws over random people: what no mix of answers may ever do.
//!
//! The law about unsure answers. Replace one "not sure" by yes or no (for a look-alike: by all, some or no). Every
//! reason for urgency that was there must still be there, at least as urgent, unless
//! (1) it rested on that very answer: not knowing was the reason, and now it is known; or
//! (2) it holds beside some verdicts only (pregnancy, childhood, dialysis beside a match; conditions unless the
//!     answers do not match; medicines unless UNLIKELY), and the new answer moved the verdict out of those.
//! So not knowing never counts as less urgent than knowing, except where the knowledge itself takes the reason away.
//! And where "not sure" about C1 to C4 becomes yes, the urgency never falls at all; where it becomes no, it
//! falls only to UNLIKELY.
#![cfg(not(target_arch = "wasm32"))]

mod laws_support;
mod rules_support;

use proptest::prelude::*;
use quiet_legs::clinical::assessment::{Answer, Assessment, Explains, Tri};
use quiet_legs::clinical::report::{Report, UrgencyReason, Verdict};
use quiet_legs::content::{Key, SIGNS, Said};
use rules_support::random::anyone;
use rules_support::report;

/// One unsure answer, by its key, replaced in every way.
fn decided(a: &Assessment) -> Vec<(String, Assessment)> {
    let mut made = Vec::new();
    criteria_decided(a, &mut made);
    tri_decided(a, &mut made);
    for (at, (id, explains)) in a.look_alikes.iter().enumerate() {
        if *explains == Explains::Unsure {
            for known in [Explains::All, Explains::Some, Explains::No] {
                let mut b = a.clone();
                b.look_alikes[at].1 = known;
                made.push((format!("look.{id}"), b));
            }
        }
    }
    if a.look_alikes_unsure {
        made.push(("tick.unsure".into(), Assessment { look_alikes_unsure: false, ..a.clone() }));
    }
    made
}

type CriterionOf = fn(&mut Assessment) -> &mut Option<Answer>;
const CRITERIA: [(&str, CriterionOf); 4] = [
    ("c1", |a| &mut a.criteria.c1),
    ("c2", |a| &mut a.criteria.c2),
    ("c3", |a| &mut a.criteria.c3),
    ("c4", |a| &mut a.criteria.c4),
];

fn criteria_decided(a: &Assessment, made: &mut Vec<(String, Assessment)>) {
    for (key, of) in CRITERIA {
        if *of(&mut a.clone()) == Some(Answer::Unsure) {
            for known in [Answer::Yes, Answer::No] {
                let mut b = a.clone();
                *of(&mut b) = Some(known);
                made.push((key.to_owned(), b));
            }
        }
    }
}

type TriOf = fn(&mut Assessment) -> &mut Option<Tri>;
const TRIS: [(&str, TriOf); 18] = [
    ("describes", |a| &mut a.person.can_describe_own_feelings),
    ("child_words", |a| &mut a.person.child_own_words),
    ("c1_unpleasant", |a| &mut a.criteria.c1_unpleasant),
    ("which_leg", |a| &mut a.criteria.one_leg_only),
    ("confirmed", |a| &mut a.criteria.confirmed),
    ("ak_body", |a| &mut a.body.whole_body),
    ("ak_onset", |a| &mut a.body.onset_within_6_weeks),
    ("ak_day_night", |a| &mut a.body.same_day_and_night),
    ("ak_lying", |a| &mut a.body.lying_down_relieves),
    ("ak_sit", |a| &mut a.body.cannot_sit_still_by_day),
    ("treated", |a| &mut a.pattern.treated_now),
    ("stopped", |a| &mut a.stopped_lately),
    ("takes_none", |a| &mut a.takes_none),
    ("recent", |a| &mut a.began_lately),
    ("family", |a| &mut a.supportive.family_history),
    ("sleepy", |a| &mut a.supportive.daytime_sleepiness),
    ("aug_earlier", |a| &mut a.augmentation[0]),
    ("aug_spread", |a| &mut a.augmentation[3]),
];

fn tri_decided(a: &Assessment, made: &mut Vec<(String, Assessment)>) {
    for (key, of) in TRIS {
        if *of(&mut a.clone()) == Some(Tri::NotSure) {
            for known in [Tri::Yes, Tri::No] {
                let mut b = a.clone();
                *of(&mut b) = Some(known);
                made.push((key.to_owned(), b));
            }
        }
    }
}

/// Whether a reason of the kind that needs a verdict does not hold beside this one.
fn does_not_hold_beside(verdict: Verdict, reason: &UrgencyReason) -> bool {
    match reason.rule.split_once('.') {
        None => ["pregnant", "child", "dialysis"].contains(&reason.rule.as_str()) && !verdict.matches(),
        // Beside a match these two have a rule of their own.
        Some(("condition", "pregnancy" | "dialysis")) => verdict != Verdict::NeedsDifferential,
        Some(("condition", _)) => !verdict.matches() && verdict != Verdict::NeedsDifferential,
        Some(("medicine", _)) => verdict == Verdict::Unlikely,
        Some(_) => false,
    }
}

/// The reasons of `before` that are gone or weaker in `after` without an excuse of the law.
fn wrongly_lost(key: &str, before: &Report, after: &Report) -> Vec<String> {
    // The full rule takes the place of the milder one.
    let same = |other: &UrgencyReason, reason: &UrgencyReason| {
        other.rule == reason.rule || (reason.rule == "whole_body" && other.rule == "akathisia")
    };
    let kept = |reason: &UrgencyReason| {
        after.urgency_because.iter().any(|other| same(other, reason) && other.urgency >= reason.urgency)
    };
    let excused = |reason: &UrgencyReason| {
        reason.because.iter().any(|path| path == key) || does_not_hold_beside(after.verdict, reason)
    };
    before.urgency_because.iter().filter(|r| !kept(r) && !excused(r)).map(|r| r.rule.clone()).collect()
}

fn texts(report: &Report) -> Vec<String> {
    let headline = report.verdict.headline();
    let keys: Vec<Key> =
        [Some(headline.before), headline.word_and_after.map(|w| w.0), headline.word_and_after.map(|w| w.1)]
            .into_iter()
            .flatten()
            .chain(report.points.iter().flat_map(|point| [point.name, point.fit.says()]))
            .chain(report.look_alikes.iter().flat_map(|l| [l.name, l.says]))
            .chain(report.helpline)
            .chain(report.poison_line)
            .chain(report.tests.iter().map(|test| test.name))
            .chain(report.time_notes.iter().map(|note| note.says))
            .chain(report.findings.iter().filter_map(|finding| finding.strength_says))
            .collect();
    let mut said: Vec<&Said> = Vec::new();
    said.extend(report.points.iter().flat_map(|point| &point.answer));
    said.extend(report.verdict_says.iter().chain(&report.no_warning_sign).chain(&report.no_cause));
    said.extend(report.urgency_because.iter().map(|reason| &reason.says));
    for finding in &report.findings {
        said.push(&finding.name);
        said.extend(finding.says.iter().chain(&finding.rule_says));
    }
    said.extend(report.iron.iter().flat_map(|iron| iron.says.iter().chain(&iron.ask).chain(&iron.problems)));
    said.extend(report.tests.iter().flat_map(|test| &test.says).chain(&report.how_to_ask));
    said.extend(report.not_looked_at.iter().chain(&report.could_not_tell).chain(&report.to_say));
    keys.into_iter().map(Said::plain).chain(said.into_iter().cloned()).map(|said| said.text()).collect()
}

/// Words of evidence 12.5 and 12.3 about the person.
const FORBIDDEN: [&str; 13] = [
    "you have rls",
    "you have restless legs",
    "you do not have restless",
    "you don’t have restless",
    "you should",
    "safe to",
    "all clear",
    "nothing serious",
    "guarantee",
    "clinically proven",
    "% likely",
    "bowel cancer",
    "paralysed",
];

proptest! {
    #![proptest_config(laws_support::people(1000))]

    #[test]
    fn knowing_never_lowers_urgency_but_where_the_knowledge_takes_the_reason_away(a in anyone()) {
        let before = report(&a);
        for (key, b) in decided(&a) {
            let after = report(&b);
            let lost = wrongly_lost(&key, &before, &after);
            prop_assert!(lost.is_empty(), "{key}: lost {lost:?}, {:?} -> {:?}", before.verdict, after.verdict);
        }
    }

    #[test]
    fn a_criterion_that_turns_out_to_be_met_never_lowers_urgency(a in anyone()) {
        let before = report(&a);
        for (key, of) in CRITERIA {
            let mut b = a.clone();
            if *of(&mut b) == Some(Answer::Unsure) {
                *of(&mut b) = Some(Answer::Yes);
                prop_assert!(report(&b).urgency >= before.urgency, "{key}");
            }
        }
    }

    #[test]
    fn a_criterion_that_is_not_met_lowers_urgency_only_to_unlikely(a in anyone()) {
        let before = report(&a);
        for (key, of) in CRITERIA {
            let mut b = a.clone();
            if *of(&mut b) == Some(Answer::Unsure) {
                *of(&mut b) = Some(Answer::No);
                let after = report(&b);
                prop_assert!(after.urgency >= before.urgency || after.verdict == Verdict::Unlikely, "{key}");
            }
        }
    }

    #[test]
    fn adding_a_red_flag_never_lowers_urgency(a in anyone(), at in 0..SIGNS.len()) {
        let before = report(&a);
        let sign = &SIGNS[at];
        let mut b = a.clone();
        if !b.red_flags.contains(&sign.id) {
            b.red_flags.push(sign.id);
        }
        let after = report(&b);
        prop_assert!(after.urgency >= before.urgency.max(sign.urgency));
        prop_assert_eq!(after.verdict, before.verdict);
        for reason in &before.urgency_because {
            let kept = after.urgency_because.iter().any(|r| r.rule == reason.rule && r.urgency >= reason.urgency);
            prop_assert!(kept, "{}", reason.rule);
        }
        prop_assert!(after.no_warning_sign.is_none());
    }

    #[test]
    fn a_person_with_one_unsure_answer_is_never_told_likely(a in anyone()) {
        let c = &a.criteria;
        let unsure = [c.c1, c.c2, c.c3, c.c4].contains(&Some(Answer::Unsure))
            || a.look_alikes_unsure
            || a.person.can_describe_own_feelings == Some(Tri::NotSure)
            || a.look_alikes.iter().any(|(id, e)| *e == Explains::Unsure && !["M_GROWING", "M_ADHD"].contains(id));
        prop_assert!(!unsure || report(&a).verdict != Verdict::Likely);
    }

    #[test]
    fn a_match_is_told_only_of_answers_without_a_no(a in anyone()) {
        let found = report(&a);
        let c = &a.criteria;
        let arms_only = c.arms_only == Some(Tri::Yes);
        let no = c.c1 == Some(Answer::No) && !arms_only || [c.c2, c.c3, c.c4].contains(&Some(Answer::No));
        prop_assert!(!no || !found.verdict.matches());
        prop_assert!(!found.akathisia || !found.verdict.matches());
        prop_assert!(found.verdict != Verdict::Likely || found.failed_criteria.is_empty() && found.unsure_criteria.is_empty());
    }

    #[test]
    fn the_order_of_answers_in_a_list_changes_nothing_that_is_decided(a in anyone()) {
        let mut b = a.clone();
        b.red_flags.reverse();
        b.look_alikes.reverse();
        b.conditions.reverse();
        let (one, other) = (report(&a), report(&b));
        prop_assert_eq!(one.verdict, other.verdict);
        prop_assert_eq!(one.urgency, other.urgency);
        prop_assert_eq!(one.look_alikes, other.look_alikes);
        prop_assert_eq!(one.findings, other.findings);
    }

    #[test]
    fn the_report_is_as_urgent_as_its_reasons(a in anyone()) {
        let found = report(&a);
        prop_assert_eq!(Some(found.urgency), found.urgency_because.iter().map(|r| r.urgency).max());
        prop_assert!(found.urgency_because.is_sorted_by(|a, b| a.urgency >= b.urgency));
    }

    #[test]
    fn every_finding_can_be_defended(a in anyone()) {
        for finding in report(&a).findings {
            prop_assert!(!finding.rule.is_empty());
            prop_assert!(!finding.because.is_empty(), "{}", finding.rule);
            prop_assert!(finding.because.iter().all(|path| !path.is_empty()));
            prop_assert!(!finding.name.text().is_empty(), "{}", finding.rule);
            prop_assert!(!finding.says.is_empty(), "{}", finding.rule);
            prop_assert!(!finding.rule_says.is_empty(), "{}", finding.rule);
            prop_assert!(finding.reviewed.year() >= 2026, "{}", finding.rule);
            prop_assert!(finding.sources.iter().all(|id| id.row().is_some()));
        }
    }

    #[test]
    fn no_sentence_is_empty_or_has_a_hole_in_it(a in anyone()) {
        // A name that itself looks like a hole is the person's own, not ours.
        prop_assume!(a.medicines.iter().all(|entry| !entry.typed.contains('{') && !entry.typed.trim().is_empty()));
        for text in texts(&report(&a)) {
            prop_assert!(!text.trim().is_empty());
            prop_assert!(!text.contains('{') && !text.contains('}'), "{text}");
            prop_assert!(!text.contains("  ") && !text.contains(" ."), "{text}");
        }
    }

    #[test]
    fn no_sentence_says_what_must_not_be_said(a in anyone()) {
        for text in texts(&report(&a)) {
            let lower = text.to_lowercase();
            for words in FORBIDDEN {
                prop_assert!(!lower.contains(words), "{text}");
            }
        }
    }

    #[test]
    fn three_to_five_sentences_are_ready_to_say(a in anyone()) {
        let said = report(&a).to_say;
        prop_assert!((3..=5).contains(&said.len()), "{}", said.len());
        let mut texts: Vec<String> = said.iter().map(|said| said.text()).collect();
        texts.dedup();
        prop_assert_eq!(texts.len(), said.len());
    }
}
