//! From the keys of the check to the paths of a case, so that every "because" points into the case it came from.
//!
//! Some keys can have come from two places (a pregnancy is asked and can be ticked): the place that was filled in
//! is named. Questions that only the screens ask (`confirmed`, `recent`) have no path.

use super::json::Json;
use crate::clinical::report::AnswerPath;
use std::borrow::Cow;

/// The paths in this case behind these answers, each once; what was left out is named only where nothing else is.
pub fn because(answers: &[AnswerPath], given: &Json<'_>) -> Vec<Cow<'static, str>> {
    let mut all = Vec::with_capacity(answers.len());
    for answer in answers {
        candidates(answer, &mut all);
    }
    let first = all.first().cloned();
    let mut named: Vec<Cow<'static, str>> = Vec::with_capacity(all.len());
    for path in all {
        if !named.contains(&path) && is_given(given, &path) {
            named.push(path);
        }
    }
    if named.is_empty() {
        named.extend(first);
    }
    named
}

/// Where in a case this answer can stand.
fn candidates(answer: &str, all: &mut Vec<Cow<'static, str>>) {
    match answer.split_once('.') {
        Some(("sign", _)) => all.push("red_flags".into()),
        Some(("condition", _)) => all.push("conditions".into()),
        Some(("tick" | "look", id)) => all.push(format!("look_alikes.{id}").into()),
        Some(("substance", _)) => all.push("donations_last_12_months".into()),
        Some(_) => {}
        None if answer.starts_with("medicines[") => all.push(answer.to_owned().into()),
        None => all.extend(PATHS.iter().filter(|(key, _)| *key == answer).map(|(_, path)| Cow::Borrowed(*path))),
    }
}

/// Whether a value stands there: `labs.ferritin`, `augmentation[0]`.
pub fn is_given(given: &Json<'_>, path: &str) -> bool {
    let mut here = given;
    for step in path.split('.') {
        let (key, place) = match step.strip_suffix(']').and_then(|step| step.split_once('[')) {
            Some((key, place)) => (key, place.parse::<usize>().ok()),
            None => (step, None),
        };
        let Some(next) = here.get(key) else { return false };
        here = match (next, place) {
            (_, None) => next,
            (Json::List(items), Some(at)) => match items.get(at) {
                Some(item) if *item != Json::Null => item,
                _ => return false,
            },
            _ => return false,
        };
    }
    true
}

/// Keys of the check, and where a case holds them.
const PATHS: &[(&str, &str)] = &[
    ("age", "age_years"),
    ("sex", "sex"),
    ("pregnant", "pregnant"),
    ("pregnant", "conditions"),
    ("describes", "can_describe_own_feelings"),
    ("child_words", "child_own_words"),
    ("mood", "red_flags"),
    ("mood_now", "red_flags"),
    ("c1", "criteria.c1"),
    ("c1", "where.arms_only"),
    ("c1_unpleasant", "criteria.c1_unpleasant"),
    ("c2", "criteria.c2"),
    ("c3", "criteria.c3"),
    ("c4", "criteria.c4"),
    ("which_leg", "where.one_leg_only"),
    ("ak_body", "akathisia.whole_body"),
    ("ak_onset", "akathisia.onset_within_6_weeks"),
    ("ak_day_night", "akathisia.same_day_and_night"),
    ("ak_lying", "akathisia.lying_down_relieves"),
    ("ak_sit", "akathisia.cannot_sit_still_by_day"),
    ("days", "pattern.days_per_week"),
    ("duration", "pattern.duration_months"),
    ("lifetime", "pattern.lifetime_events"),
    ("treated", "pattern.treated_now"),
    ("impact_sleep", "impact.sleep"),
    ("impact_energy", "impact.energy"),
    ("impact_mood", "impact.mood"),
    ("impact_work", "impact.work"),
    ("impact_distress", "impact.distress"),
    ("family", "supportive.family_history"),
    ("kicks", "supportive.limb_movements_seen"),
    ("dopamine_helped", "supportive.dopamine_benefit"),
    ("sleepy", "supportive.daytime_sleepiness"),
    ("stopped", "stopped_last_2_weeks"),
    ("stopped_what", "stopped_last_2_weeks"),
    ("aug_earlier", "augmentation[0]"),
    ("aug_earlier", "augmentation_hours_earlier"),
    ("aug_more", "augmentation[1]"),
    ("aug_stronger", "augmentation[2]"),
    ("aug_spread", "augmentation[3]"),
    ("kidneys", "conditions"),
    ("ferritin", "labs.ferritin"),
    ("tsat", "labs.tsat_percent"),
    ("iron", "labs.serum_iron"),
    ("tibc", "labs.tibc"),
    ("transferrin", "labs.transferrin"),
    ("crp", "labs.crp"),
    ("hb", "labs.haemoglobin"),
    ("taken", "labs.taken_on"),
    ("other_taken", "labs.taken_on"),
    ("on_iron", "labs.on_iron"),
    ("iron_before", "labs.hours_since_iron"),
    ("iv_iron", "labs.iv_iron_last_12_weeks"),
];
