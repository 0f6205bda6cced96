//! The part of the reading that is about habits and the body.
//!
//! A code that is not known is not answered. Substances are read with the medicines, in [`super::health`].

use crate::clinical::answers::Answers;
use crate::clinical::assessment::{Alcohol, Caffeine, Habits, Moving, SleepTimes, Tri};

/// The optional answers.
pub fn read(answers: &Answers) -> Habits {
    let ticked = |code: &str| answers.is(&format!("habit.{code}"), "yes").then_some(Tri::Yes);
    Habits {
        caffeine: match answers.get("caffeine_last") {
            Some("morning") => Some(Caffeine::BeforeMidday),
            Some("afternoon") => Some(Caffeine::AfterMidday),
            Some("evening") => Some(Caffeine::Evening),
            _ => None,
        },
        alcohol: match answers.get("alcohol_often") {
            Some("some") => Some(Alcohol::SomeEvenings),
            Some("most") => Some(Alcohol::MostEvenings),
            _ => None,
        },
        donations: donations(answers),
        moving: match answers.get("moving") {
            Some("sitting") => Some(Moving::Sitting),
            Some("some") => Some(Moving::Some),
            Some("much") => Some(Moving::Much),
            Some("hard") => Some(Moving::HardTraining),
            _ => None,
        },
        sleep_times: match answers.get("sleep_times") {
            Some("regular") => Some(SleepTimes::Regular),
            Some("irregular") => Some(SleepTimes::Irregular),
            Some("shifts") => Some(SleepTimes::Shifts),
            Some("by_day") => Some(SleepTimes::ByDay),
            _ => None,
        },
        meatless: ticked("meatless"),
        acid_reducer: ticked("acid_reducer"),
        perimenopause: ticked("perimenopause"),
    }
}

/// Gifts of blood in the last 12 months, when told.
pub fn donations(answers: &Answers) -> Option<u8> {
    answers.get("donations")?.parse().ok().filter(|count| (1..=3).contains(count))
}
