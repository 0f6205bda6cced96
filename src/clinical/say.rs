//! What has not been looked at, what could not be told, and what to say to a doctor.
//!
//! Decides which gaps are worth naming and which three to five sentences help most in a short visit.
//! A gap is named as a gap: what is not known is never told as fine. Facts: evidence 1.6, 9.4, 12.3.

use super::assessment::{Answer, Assessment, Explains, Impact, Tri};
use super::report::{Finding, IronReading, Verdict};
use super::weighing::Weighed;
use super::{criteria, flow, listed, look_alikes, wording};
use crate::content::names::{generic, medicine as medicine_row};
use crate::content::text::result::signs;
use crate::content::text::say::{ask, could_not_tell, me, not_looked_at, them};
use crate::content::{Direction, IronClass, Key, Said, words};
use crate::order::by_rank;

const FEWEST: usize = 3;
const MOST: usize = 5;

/// Said when warning signs were asked and none is ticked. Never "nothing serious".
pub fn no_warning_sign(a: &Assessment) -> Option<Said> {
    (a.red_flags_answered && a.red_flags.is_empty()).then_some(Said::plain(signs::NONE_TICKED))
}

/// What has not been looked at yet.
pub fn not_looked_at(w: &Weighed) -> Vec<Said> {
    let a = w.a;
    let screened = w.verdict != Verdict::CannotScreen;
    let no_tsat = w.iron.as_ref().is_some_and(|iron| iron.ferritin.is_some() && iron.tsat.is_none());
    let gaps = [
        (!a.red_flags_answered && a.red_flags.is_empty(), not_looked_at::SIGNS),
        (a.labs.ferritin.is_none(), not_looked_at::FERRITIN),
        (no_tsat, not_looked_at::TSAT),
        (listed::medicines(a).next().is_none() && a.takes_none != Some(Tri::Yes), not_looked_at::MEDICINES),
        (!a.conditions_answered && a.conditions.is_empty(), not_looked_at::CONDITIONS),
        (screened && !a.look_alikes_answered && a.look_alikes.is_empty(), not_looked_at::LOOK_ALIKES),
        (screened && a.supportive.family_history.is_none(), not_looked_at::FAMILY),
    ];
    gaps.into_iter().filter(|(is, _)| *is).map(|(_, key)| Said::plain(key)).collect()
}

/// What could not be told, because an answer was "not sure".
pub fn could_not_tell(a: &Assessment) -> Vec<Said> {
    let noticed = [
        ("C1", could_not_tell::C1),
        ("C2", could_not_tell::C2),
        ("C3", could_not_tell::C3),
        ("C4", if a.sleeps_by_shifts() { could_not_tell::C4_SHIFTS } else { could_not_tell::C4 }),
    ];
    let open = criteria::unsure(a);
    let arms_only = a.criteria.arms_only == Some(Tri::Yes);
    let points = noticed.into_iter().filter(|(id, _)| open.contains(id) && !(*id == "C1" && arms_only));
    let mut said: Vec<Said> = points.map(|(_, key)| Said::plain(key)).collect();
    let likes = look_alikes::counted(a).filter(|(_, explains)| *explains == Explains::Unsure);
    said.extend(
        likes
            .map(|(row, _)| Said { key: could_not_tell::LOOK_ALIKE, with: vec![("name", words(row.name).to_owned())] }),
    );
    said.extend(other_unsure(a).into_iter().filter_map(|key| {
        let field = flow::field(key)?;
        Some(Said { key: could_not_tell::ANSWER, with: vec![("what", words(field.short).to_owned())] })
    }));
    said
}

/// Keys of everything else answered "not sure", in the order asked.
fn other_unsure(a: &Assessment) -> Vec<&'static str> {
    let (c, b, s) = (&a.criteria, &a.body, &a.supportive);
    // Without a medicine that can do it, these answers are about nothing.
    let can_augment = !listed::with_direction(a, Direction::Augmentation).is_empty();
    let [earlier, more, stronger, spread] = if can_augment { a.augmentation } else { [None; 4] };
    let answers = [
        ("describes", a.person.can_describe_own_feelings),
        ("child_words", a.person.child_own_words),
        ("treated", a.pattern.treated_now),
        ("c1_unpleasant", c.c1_unpleasant),
        ("which_leg", c.one_leg_only),
        ("confirmed", c.confirmed),
        ("stopped", a.stopped_lately),
        ("ak_body", b.whole_body),
        ("ak_onset", b.onset_within_6_weeks),
        ("ak_day_night", b.same_day_and_night),
        ("ak_lying", b.lying_down_relieves),
        ("ak_sit", b.cannot_sit_still_by_day),
        ("tick", a.look_alikes_unsure.then_some(Tri::NotSure)),
        ("family", s.family_history),
        ("kicks", s.limb_movements_seen),
        ("sleepy", s.daytime_sleepiness),
        ("dopamine_helped", s.dopamine_benefit),
        ("recent", a.began_lately),
        ("aug_earlier", earlier),
        ("aug_more", more),
        ("aug_stronger", stronger),
        ("aug_spread", spread),
        ("on_iron", a.labs.on_iron),
        ("iron_before", a.labs.iron_within_24h),
        ("iv_iron", a.labs.iv_iron_last_12_weeks),
    ];
    let not_sure = answers.into_iter().filter(|(_, given)| *given == Some(Tri::NotSure)).map(|(key, _)| key);
    not_sure.chain(a.also_unsure.iter().copied()).collect()
}

/// Three to five ready sentences, the most useful first.
pub fn to_say(w: &Weighed, findings: &[Finding]) -> Vec<Said> {
    let mut said = vec![Said::plain(symptom(w))];
    said.extend(effect(w.a).map(Said::plain));
    if w.akathisia {
        said.push(Said::plain(if w.a.person.answered_for { them::WHOLE_BODY } else { me::WHOLE_BODY }));
    }
    said.extend(together(w));
    if findings.iter().any(|finding| finding.rule == "augmentation") {
        said.push(Said::plain(ask::AUGMENTATION));
    }
    said.extend(medicine(findings));
    said.extend(iron(w));
    said.extend(look_alike(w.a));
    said.extend(condition(findings));
    said.truncate(MOST);
    for key in [ask::WHAT_ELSE, ask::WHEN_BACK] {
        if said.len() < FEWEST {
            said.push(Said::plain(key));
        }
    }
    said
}

/// The most urgent danger combination.
fn together(w: &Weighed) -> Option<Said> {
    let names = wording::listed(&w.combinations.first()?.entries);
    Some(Said { key: ask::TOGETHER, with: vec![("names", names)] })
}

fn symptom(w: &Weighed) -> Key {
    let other = w.a.person.answered_for;
    let faded = [w.a.criteria.c3, w.a.criteria.c4].contains(&Some(Answer::Before));
    match w.verdict {
        Verdict::Likely if faded && other => them::SYMPTOM_CHANGED,
        Verdict::Likely if faded => me::SYMPTOM_CHANGED,
        Verdict::Likely if other => them::SYMPTOM,
        Verdict::Likely => me::SYMPTOM,
        Verdict::Possible if other => them::SYMPTOM_PARTLY,
        Verdict::Possible => me::SYMPTOM_PARTLY,
        _ if other => them::SYMPTOM_OTHER,
        _ => me::SYMPTOM_OTHER,
    }
}

fn effect(a: &Assessment) -> Option<Key> {
    let other = a.person.answered_for;
    if a.impact.sleep >= Some(Impact::QuiteALot) {
        Some(if other { them::SLEEP } else { me::SLEEP })
    } else if a.impact.is_significant() {
        Some(if other { them::LIFE } else { me::LIFE })
    } else {
        None
    }
}

/// The first two that can make it worse.
fn medicine(findings: &[Finding]) -> Option<Said> {
    let can_worsen = |finding: &&Finding| {
        let id = finding.rule.strip_prefix("medicine.").unwrap_or_default();
        let worsens = medicine_row(id).is_some_and(|row| {
            matches!(row.direction, Direction::Worsens | Direction::MayWorsen) && !listed::is_substance(row)
        });
        worsens && !finding.faint
    };
    let ids = findings.iter().filter(can_worsen).filter_map(|finding| finding.rule.strip_prefix("medicine."));
    let mut names: Vec<String> = ids.filter_map(medicine_row).map(|row| generic(row).to_owned()).collect();
    names.dedup();
    names.truncate(2);
    (!names.is_empty()).then(|| Said { key: ask::MEDICINE, with: vec![("medicine", wording::either(&names))] })
}

/// A test is asked for unless the answers do not match; a number is always asked about.
fn iron(w: &Weighed) -> Option<Said> {
    let number = |key, typed: &str| Some(Said { key, with: vec![("ferritin", typed.to_owned())] });
    let Some(iron) = &w.iron else {
        if w.verdict == Verdict::Unlikely {
            return None;
        }
        let key = if w.a.has_condition("dialysis") { ask::KIDNEY_TEAM } else { ask::IRON };
        return Some(Said::plain(key));
    };
    match (&iron.ferritin_typed, iron.tsat) {
        _ if iron.class == IronClass::InputError => None,
        (Some(typed), None) if wants_tsat(iron) => number(ask::TSAT, typed),
        (Some(typed), _) => number(ask::IRON_NUMBER, typed),
        (None, _) if iron.class == IronClass::FerritinMissing => Some(Said::plain(ask::IRON)),
        (None, _) => Some(Said::plain(ask::IRON_NUMBERS)),
    }
}

fn wants_tsat(iron: &IronReading) -> bool {
    !matches!(iron.class, IronClass::ChildTooYoung | IronClass::OverloadRiskNoIron | IronClass::RecentIvIronWait)
}

fn look_alike(a: &Assessment) -> Option<Said> {
    let mut rows: Vec<_> = look_alikes::counted(a).collect();
    by_rank(&mut rows, |(_, explains)| match explains {
        Explains::All => 0,
        Explains::Unsure => 1,
        Explains::Some | Explains::No => 2,
    });
    let (row, _) = rows.first()?;
    Some(Said { key: ask::LOOK_ALIKE, with: vec![("name", words(row.name).to_owned())] })
}

fn condition(findings: &[Finding]) -> Option<Said> {
    let ids =
        findings.iter().filter(|finding| finding.urgency.is_some()).filter_map(|f| f.rule.strip_prefix("condition."));
    let row = ids.filter_map(|id| crate::content::CONDITIONS.iter().find(|row| row.id == id)).next()?;
    Some(Said { key: ask::CONDITION, with: vec![("name", words(row.name).to_owned())] })
}
