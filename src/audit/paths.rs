//! From the keys of the check to the paths of a case, so that every "because" points into the case it came from.
//!
//! Some keys can have come from two places (a pregnancy is asked and can be ticked): the place that was filled in
//! is named. Questions that only the screens ask (`confirmed`, `recent`) have no path.

use super::json::Json;
use crate::clinical::report::AnswerPath;
use std::borrow::Cow;

/// The paths in this case behind these answers, each once; what was left out is named only where nothing else is.
pub fn because(answers: &[AnswerPath], given: &Json<'_>) -> Vec<Cow<'static, str>> {
    let mut named: Vec<Cow<'static, str>> = Vec::with_capacity(answers.len());
    let mut left_out = None;
    let mut name = |path: Cow<'static, str>| {
        if !is_given(given, &path) {
            left_out.get_or_insert(path);
        } else if !named.contains(&path) {
            named.push(path);
        }
    };
    for answer in answers {
        match answer.split_once('.') {
            Some(("sign", _)) => name("red_flags".into()),
            Some(("condition", _)) => name("conditions".into()),
            Some(("tick" | "look", id)) => name(["look_alikes.", id].concat().into()),
            Some(("substance", _)) => name("donations_last_12_months".into()),
            Some(_) => {}
            None if answer.starts_with("medicines[") => name(answer.to_owned().into()),
            None => paths(answer).iter().for_each(|path| name((*path).into())),
        }
    }
    if named.is_empty() {
        named.extend(left_out);
    }
    named
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

/// Where a case holds the answer of this key of the check.
fn paths(key: &str) -> &'static [&'static str] {
    match key {
        "age" => &["age_years"],
        "sex" => &["sex"],
        "pregnant" => &["pregnant", "conditions"],
        "describes" => &["can_describe_own_feelings"],
        "child_words" => &["child_own_words"],
        "mood" | "mood_now" => &["red_flags"],
        "c1" => &["criteria.c1", "where.arms_only"],
        "c1_unpleasant" => &["criteria.c1_unpleasant"],
        "c2" => &["criteria.c2"],
        "c3" => &["criteria.c3"],
        "c4" => &["criteria.c4"],
        "which_leg" => &["where.one_leg_only"],
        "ak_body" => &["akathisia.whole_body"],
        "ak_onset" => &["akathisia.onset_within_6_weeks"],
        "ak_day_night" => &["akathisia.same_day_and_night"],
        "ak_lying" => &["akathisia.lying_down_relieves"],
        "ak_sit" => &["akathisia.cannot_sit_still_by_day"],
        "days" => &["pattern.days_per_week"],
        "duration" => &["pattern.duration_months"],
        "lifetime" => &["pattern.lifetime_events"],
        "treated" => &["pattern.treated_now"],
        "impact_sleep" => &["impact.sleep"],
        "impact_energy" => &["impact.energy"],
        "impact_mood" => &["impact.mood"],
        "impact_work" => &["impact.work"],
        "impact_distress" => &["impact.distress"],
        "family" => &["supportive.family_history"],
        "kicks" => &["supportive.limb_movements_seen"],
        "dopamine_helped" => &["supportive.dopamine_benefit"],
        "sleepy" => &["supportive.daytime_sleepiness"],
        "stopped" | "stopped_what" => &["stopped_last_2_weeks"],
        "aug_earlier" => &["augmentation[0]", "augmentation_hours_earlier"],
        "aug_more" => &["augmentation[1]"],
        "aug_stronger" => &["augmentation[2]"],
        "aug_spread" => &["augmentation[3]"],
        "kidneys" => &["conditions"],
        "ferritin" => &["labs.ferritin"],
        "tsat" => &["labs.tsat_percent"],
        "iron" => &["labs.serum_iron"],
        "tibc" => &["labs.tibc"],
        "transferrin" => &["labs.transferrin"],
        "crp" => &["labs.crp"],
        "hb" => &["labs.haemoglobin"],
        "taken" | "other_taken" => &["labs.taken_on"],
        "on_iron" => &["labs.on_iron"],
        "iron_before" => &["labs.hours_since_iron"],
        "iv_iron" => &["labs.iv_iron_last_12_weeks"],
        _ => &[],
    }
}
