//! From codes to meanings: what was tapped and typed becomes an [`Assessment`].
//!
//! Decides what each code of `facts/check.toml` stands for, and nothing more: a code it does not know,
//! a number that is no number and a blank are all "not answered", which is never "no".
//! "I'm not sure" is kept wherever a rule or a sentence can use it. Facts: evidence 1.2, 2.2, 3.4, 5.1.

mod habits;
mod health;

use super::answers::Answers;
use super::assessment::{
    Answer, Assessment, BodyRestlessness, Criteria, Explains, Impact, ImpactAnswers, Pattern, Person, Pregnancy, Sex,
    Supportive, Tri,
};
use super::flow;
use crate::content::{Country, Key, LOOK_ALIKES, SIGNS, Sign};
use crate::decimal;
pub use health::{KIDNEYS, medicines, takes_what_augments};

/// Questions whose "I'm not sure" has no other place in [`Assessment`].
const ALSO_UNSURE: &[&str] =
    &["days", "duration", "lifetime", "pregnant", "kidneys", "tested", "ferritin_unit", "aug_hours"];

/// What the answers mean.
pub fn read(answers: &Answers) -> Assessment {
    Assessment {
        country: answers.get("country").and_then(Country::from_code),
        person: person(answers),
        red_flags: red_flags(answers).into_iter().map(|sign| sign.id).collect(),
        red_flags_answered: answers.ticked("sign").next().is_some(),
        show_helpline: answers.is("mood", "yes") || answers.is("mood", "skip"),
        criteria: criteria(answers),
        look_alikes: look_alikes(answers),
        look_alikes_unsure: answers.is("tick.unsure", "yes"),
        look_alikes_answered: answers.ticked("tick").next().is_some(),
        body: body(answers),
        pattern: pattern(answers),
        impact: impact(answers),
        supportive: supportive(answers),
        medicines: health::medicines(answers),
        takes_none: health::takes_none(answers),
        stopped_lately: tri(answers, "stopped"),
        stopped_names: health::stopped_names(answers),
        augmentation: ["aug_earlier", "aug_more", "aug_stronger", "aug_spread"].map(|key| tri(answers, key)),
        augmentation_hours: answers.get("aug_hours").and_then(decimal::parse),
        conditions: health::conditions(answers),
        conditions_answered: answers.ticked("condition").any(|code| code != "skip"),
        began_lately: tri(answers, "recent"),
        donated_last_12_months: health::donated(answers),
        habits: habits::read(answers),
        labs: health::labs(answers),
        also_unsure: ALSO_UNSURE.iter().copied().filter(|key| answers.is(key, "unsure")).collect(),
    }
}

/// The signs that are ticked, and the one that follows from the mood answers: able to act on it, or unable to
/// say, is E6; otherwise SD3 (evidence 3.4).
pub fn red_flags(answers: &Answers) -> Vec<&'static Sign> {
    let mood = match (answers.is("mood", "yes"), answers.get("mood_now")) {
        (true, Some("yes" | "unsure")) => "E6",
        (true, _) => "SD3",
        (false, _) => "",
    };
    let is_on = |sign: &&Sign| sign.id == mood || answers.is(&format!("sign.{}", sign.id), "yes");
    SIGNS.iter().filter(is_on).collect()
}

fn tri(answers: &Answers, key: &str) -> Option<Tri> {
    match answers.get(key)? {
        "yes" => Some(Tri::Yes),
        "no" => Some(Tri::No),
        "unsure" => Some(Tri::NotSure),
        _ => None,
    }
}

fn person(answers: &Answers) -> Person {
    let age_years = flow::age(answers);
    let pregnancy = match answers.get("pregnant") {
        Some("no") => Pregnancy::No,
        Some("yes") => Pregnancy::Yes(None),
        Some("1") => Pregnancy::Yes(Some(1)),
        Some("2") => Pregnancy::Yes(Some(2)),
        Some("3") => Pregnancy::Yes(Some(3)),
        _ => Pregnancy::Unknown,
    };
    let from_13 = age_years.is_some_and(|age| age >= 13.0);
    Person {
        age_years,
        sex: match answers.get("sex") {
            Some("female") => Some(Sex::Female),
            Some("male") => Some(Sex::Male),
            _ => None,
        },
        pregnancy,
        can_describe_own_feelings: if answers.is("who", "me") { Some(Tri::Yes) } else { tri(answers, "describes") },
        child_own_words: if from_13 { Some(Tri::Yes) } else { tri(answers, "child_words") },
        answered_for: answers.is("who", "someone") || answers.is("who", "child"),
        with_adult: tri(answers, "parent"),
    }
}

fn criteria(answers: &Answers) -> Criteria {
    let arms_only = match answers.get("c1") {
        Some("arms_only") => Some(Tri::Yes),
        Some("yes") => Some(Tri::No),
        _ => None,
    };
    let one_leg_only = match answers.get("which_leg") {
        Some("same_one") => Some(Tri::Yes),
        Some("both" | "changes") => Some(Tri::No),
        Some("unsure") => Some(Tri::NotSure),
        _ => None,
    };
    Criteria {
        c1: answer(answers, "c1"),
        c1_unpleasant: tri(answers, "c1_unpleasant"),
        c2: answer(answers, "c2"),
        c3: answer(answers, "c3"),
        c4: evening(answers),
        arms_only,
        one_leg_only,
        confirmed: tri(answers, "confirmed"),
        asked_by_shifts: answers.is("c4", "shifts"),
        day_is_their_night: day_is_their_night(answers),
        tapped: [tapped(answers, "c1"), tapped(answers, "c2"), tapped(answers, "c3"), evening_tapped(answers)],
    }
}

fn answer(answers: &Answers, key: &str) -> Option<Answer> {
    tapped(answers, key)?;
    match answers.get(key)? {
        "yes" | "only_while" | "only_then" | "worse_then" => Some(Answer::Yes),
        "before" => Some(Answer::Before),
        "no" | "same" | "day" => Some(Answer::No),
        "unsure" | "arms_only" | "cannot_move" => Some(Answer::Unsure),
        _ => None,
    }
}

/// C4. With shifts or sleep by day it goes by the hours around the main sleep; what the shifts hide is "not sure",
/// never "no" (evidence 1.2).
fn evening(answers: &Answers) -> Option<Answer> {
    if answers.is("c4", "shifts") {
        return answer(answers, "c4_sleep").or(Some(Answer::Unsure));
    }
    if day_is_their_night(answers) { Some(Answer::Unsure) } else { answer(answers, "c4") }
}

/// "Worse in the day" of somebody who later tells that the day is when they sleep.
fn day_is_their_night(answers: &Answers) -> bool {
    answers.is("c4", "day") && matches!(answers.get("sleep_times"), Some("shifts" | "by_day"))
}

fn evening_tapped(answers: &Answers) -> Option<Key> {
    let by_shifts = tapped(answers, "c4_sleep").filter(|_| answers.is("c4", "shifts"));
    by_shifts.or_else(|| tapped(answers, "c4"))
}

/// The words of the choice that was tapped.
fn tapped(answers: &Answers, key: &str) -> Option<Key> {
    flow::choice(key, answers.get(key)?)
}

/// A look-alike that is ticked without saying what it explains may explain anything.
fn look_alikes(answers: &Answers) -> Vec<(&'static str, Explains)> {
    let ticked = LOOK_ALIKES.iter().filter(|row| answers.is(&format!("tick.{}", row.id), "yes"));
    let explains = |id: &str| match answers.get(&format!("look.{id}")) {
        Some("all") => Explains::All,
        Some("some") => Explains::Some,
        _ => Explains::Unsure,
    };
    ticked.map(|row| (row.id, explains(row.id))).collect()
}

fn body(answers: &Answers) -> BodyRestlessness {
    BodyRestlessness {
        whole_body: tri(answers, "ak_body"),
        onset_within_6_weeks: tri(answers, "ak_onset"),
        same_day_and_night: tri(answers, "ak_day_night"),
        lying_down_relieves: tri(answers, "ak_lying"),
        cannot_sit_still_by_day: tri(answers, "ak_sit"),
    }
}

/// The choices are ranges; their codes are the lower end, "less than one" is a half.
fn pattern(answers: &Answers) -> Pattern {
    let amount = |key| {
        let number: u16 = answers.get(key)?.parse().ok()?;
        Some(if number == 0 { 0.5 } else { f64::from(number) })
    };
    Pattern {
        days_per_week: amount("days").filter(|days| *days <= 7.0),
        duration_months: amount("duration"),
        lifetime_events: match answers.get("lifetime") {
            Some("yes") => Some(5),
            Some("no") => Some(1),
            _ => None,
        },
        usual_intensity: answers.get("strength").and_then(|n| n.parse().ok()).filter(|n| *n <= 10),
        treated_now: tri(answers, "treated"),
    }
}

fn impact(answers: &Answers) -> ImpactAnswers {
    let how_much = |key| match answers.get(key)? {
        "none" => Some(Impact::None),
        "a_little" => Some(Impact::ALittle),
        "quite_a_lot" => Some(Impact::QuiteALot),
        "very_much" => Some(Impact::VeryMuch),
        _ => None,
    };
    ImpactAnswers {
        sleep: how_much("impact_sleep"),
        energy: how_much("impact_energy"),
        mood: how_much("impact_mood"),
        work: how_much("impact_work"),
        distress: how_much("impact_distress"),
    }
}

fn supportive(answers: &Answers) -> Supportive {
    Supportive {
        family_history: tri(answers, "family"),
        limb_movements_seen: tri(answers, "kicks"),
        dopamine_benefit: tri(answers, "dopamine_helped"),
        daytime_sleepiness: tri(answers, "sleepy"),
    }
}
