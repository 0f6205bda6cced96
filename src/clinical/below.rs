//! The sentences below the verdict: what it rests on, what was unsure, and what to do with it.
//!
//! Decides nothing new; it says what the criteria, the look-alikes and the course found, in the order in
//! which a person can use it. The first sentence is always that this is no diagnosis. Facts: evidence 1.4 to 1.6, 10.1, 10.4, 12.3.

use super::assessment::{Answer, Explains, Tri};
use super::criteria::{self, Cap};
use super::look_alikes;
use super::report::{Course, Verdict};
use super::weighing::Weighed;
use super::{course, listed, wording};
use crate::content::text::result::{below, supportive};
use crate::content::{CRITERIA, Country, Direction, Key, Said};

/// Every sentence below the verdict, in order.
pub fn says(w: &Weighed, course: Course) -> Vec<Said> {
    let first = if w.verdict == Verdict::Likely { below::LIKELY } else { below::OTHERS };
    let mut said = vec![Said::plain(first)];
    said.extend(match w.verdict {
        Verdict::Likely => matching(w),
        Verdict::Possible => partly(w),
        Verdict::NeedsDifferential => elsewhere(w),
        Verdict::Unlikely => unlikely(w),
        Verdict::Incomplete => open(w),
        Verdict::CannotScreen => cannot_screen(w),
    });
    if w.verdict != Verdict::CannotScreen {
        said.extend(course::says(w.a, course));
        said.extend(more(w));
    }
    said
}

fn matching(w: &Weighed) -> Vec<Said> {
    let mut said = faded(w);
    said.extend(also(w, Explains::Some, below::ALSO));
    said
}

/// Relief or evening pattern "used to be there": a strong course, or a medicine that now makes it worse.
fn faded(w: &Weighed) -> Vec<Said> {
    let c = &w.a.criteria;
    if ![c.c3, c.c4].contains(&Some(Answer::Before)) {
        return Vec::new();
    }
    let on_dopamine = !listed::with_direction(w.a, Direction::Augmentation).is_empty();
    let dopamine = on_dopamine.then_some(below::FADED_DOPAMINE);
    [Some(below::FADED), dopamine].into_iter().flatten().map(Said::plain).collect()
}

fn partly(w: &Weighed) -> Vec<Said> {
    let unsure = criteria::unsure(w.a);
    let mut said = Vec::new();
    if unsure.len() >= 3 {
        said.push(Said::plain(below::CANNOT_TELL));
    }
    if w.a.criteria.arms_only == Some(Tri::Yes) {
        said.push(Said::plain(below::ARMS_ONLY));
    }
    let to_notice: Vec<_> =
        unsure.into_iter().filter(|id| !(*id == "C1" && w.a.criteria.arms_only == Some(Tri::Yes))).collect();
    if !to_notice.is_empty() {
        said.push(of_points(below::UNSURE, &to_notice));
    }
    if w.a.criteria.day_is_their_night {
        said.push(Said::plain(below::BY_MAIN_SLEEP));
    }
    said.extend(criteria::cap(&w.a.person).map(|cap| {
        Said::plain(match cap {
            Cap::Under6 => below::UNDER_6,
            Cap::NotInOwnWords => below::OWN_WORDS,
            Cap::CannotDescribe => below::CANNOT_DESCRIBE,
        })
    }));
    said.extend(faded(w));
    said.extend(also(w, Explains::Unsure, below::ALSO_UNSURE));
    said.extend(also(w, Explains::Some, below::ALSO));
    if w.a.look_alikes_unsure {
        said.push(Said::plain(below::LIST_UNSURE));
    }
    said
}

fn elsewhere(w: &Weighed) -> Vec<Said> {
    let mut said = Vec::new();
    if w.akathisia {
        said.extend([below::AKATHISIA, below::AKATHISIA_NEXT].map(Said::plain));
    }
    said.extend(also(w, Explains::All, below::EXPLAINED));
    if look_alikes::is_always_one_leg(w.a) {
        said.extend([below::ONE_LEG, below::ONE_LEG_TODAY].map(Said::plain));
    }
    let eased_by_moving = criteria::first_four(w.a).get(1..3) == Some(&[Some(Answer::Yes), Some(Answer::Yes)]);
    if look_alikes::is_brought_on_by_walking(w.a) && eased_by_moving {
        said.push(Said::plain(below::WALKING));
    }
    let pressing = look_alikes::counted(w.a)
        .filter(|(row, explains)| *explains == Explains::Unsure && look_alikes::is_pressing(row));
    let pressing: Vec<Key> = pressing.map(|(row, _)| row.name).collect();
    if !pressing.is_empty() {
        said.push(Said { key: below::PRESSING, with: vec![("names", wording::named(pressing))] });
    }
    said.push(Said::plain(below::STILL_POSSIBLE));
    said
}

fn unlikely(w: &Weighed) -> Vec<Said> {
    let failed = criteria::failed(w.a, w.verdict);
    let habit = criteria::first_four(w.a).iter().all(|answer| *answer != Some(Answer::No));
    let mut said = vec![of_points(below::DOES_NOT_FIT, &failed)];
    if habit {
        said.push(Said::plain(below::HABIT));
    } else if failed.contains(&"C1") {
        said.push(Said::plain(below::NO_URGE));
    }
    if failed.contains(&"C4") {
        said.push(Said::plain(below::NOT_EVENING));
    }
    said.push(Said::plain(below::SEE_SOMEONE));
    said
}

fn open(w: &Weighed) -> Vec<Said> {
    if w.a.person.is_under(13) && w.a.person.with_adult == Some(Tri::No) {
        return vec![Said::plain(below::WITH_ADULT)];
    }
    let open = criteria::unanswered(w.a);
    let mut said = Vec::new();
    if w.a.person.age().is_none() {
        said.push(Said::plain(below::AGE_MISSING));
    }
    if !open.is_empty() {
        said.push(of_points(below::STILL_OPEN, &open));
    }
    said
}

fn cannot_screen(w: &Weighed) -> Vec<Said> {
    if w.a.person.is_under(2) {
        return vec![Said::plain(below::TOO_YOUNG)];
    }
    [below::PROXY, below::PROXY_WATCH, below::PROXY_CHECK].map(Said::plain).to_vec()
}

/// What belongs to every verdict: the time it speaks of, what supports it, sleepiness.
fn more(w: &Weighed) -> Vec<Said> {
    let s = &w.a.supportive;
    let mut said = Vec::new();
    if course::is_before_treatment(w.a) {
        said.push(Said::plain(below::TREATED));
    }
    let support = [
        (s.family_history, supportive::FAMILY),
        (s.limb_movements_seen, supportive::KICKS),
        (s.dopamine_benefit, supportive::DOPAMINE),
    ];
    let things: Vec<Key> =
        support.into_iter().filter(|(given, _)| *given == Some(Tri::Yes)).map(|(_, key)| key).collect();
    if w.verdict.matches() && !things.is_empty() {
        said.push(Said { key: below::SUPPORTIVE, with: vec![("things", wording::named(things))] });
    }
    let sleepy = s.daytime_sleepiness == Some(Tri::Yes);
    if sleepy {
        said.push(Said::plain(below::SLEEPY));
    }
    if w.a.country == Some(Country::Gb) && (sleepy || w.a.has_sign("SD6") || w.a.has_sign("SOON_DRIVE")) {
        said.push(Said::plain(below::DRIVING_GB));
    }
    said
}

/// One sentence naming the look-alikes that explain this much, if any.
fn also(w: &Weighed, how_much: Explains, key: Key) -> Option<Said> {
    let names: Vec<Key> =
        look_alikes::counted(w.a).filter(|(_, explains)| *explains == how_much).map(|(row, _)| row.name).collect();
    (!names.is_empty()).then(|| Said { key, with: vec![("names", wording::named(names))] })
}

fn of_points(key: Key, ids: &[&str]) -> Said {
    let names = CRITERIA.iter().filter(|row| ids.contains(&row.id)).map(|row| row.name);
    Said { key, with: vec![("points", wording::quoted(names))] }
}
