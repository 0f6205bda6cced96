//! How often and for how long: the course, and whether life is affected.
//!
//! Decides the course of evidence 1.4 and the DSM-5 frequency. A course is said only of answers that match or
//! partly match, of adults, and not in pregnancy, where it lasts as long as its cause. Facts: evidence 1.4.

use super::assessment::{Assessment, Tri};
use super::report::{Course, Verdict};
use crate::content::text::result::course as text;
use crate::content::{Key, Said};

/// First line that fits, evidence 1.4.
pub fn course(a: &Assessment, verdict: Verdict) -> Course {
    let matches = matches!(verdict, Verdict::Likely | Verdict::Possible);
    let too_new = a.pattern.duration_months.is_some_and(|months| months < 1.0);
    let Some(days) = a.pattern.days_per_week else { return Course::Unknown };
    if !matches || a.is_pregnant() || a.person.is_under(18) || too_new {
        return Course::Unknown;
    }
    if days >= 2.0 {
        return Course::ChronicPersistent;
    }
    match a.pattern.lifetime_events {
        None => Course::Unknown,
        Some(5..) => Course::Intermittent,
        Some(_) => Course::TooFew,
    }
}

/// At least 3 days a week for at least 3 months, with an effect on life; false when any is not given.
pub fn dsm5_frequency(a: &Assessment) -> bool {
    let days = a.pattern.days_per_week.is_some_and(|days| days >= 3.0);
    let months = a.pattern.duration_months.is_some_and(|months| months >= 3.0);
    days && months && a.impact.is_significant()
}

/// The course in words. "So far" before 12 months: the published definition speaks of the past year.
pub fn says(a: &Assessment, course: Course) -> Option<Said> {
    let months = a.pattern.duration_months;
    let key: Key = match course {
        Course::Unknown => return None,
        Course::ChronicPersistent if months.is_some_and(|months| months >= 12.0) => text::OFTEN,
        Course::ChronicPersistent if months.is_some() => text::OFTEN_SO_FAR,
        Course::ChronicPersistent => text::OFTEN_NO_DURATION,
        Course::Intermittent => text::NOW_AND_THEN,
        Course::TooFew => text::TOO_FEW,
    };
    Some(Said::plain(key))
}

/// Said when symptoms of the time before treatment were asked.
pub fn is_before_treatment(a: &Assessment) -> bool {
    a.pattern.treated_now == Some(Tri::Yes)
}
