//! How soon to ask for help: the highest of every source of urgency.
//!
//! Decides the urgency and names, for each source, the answers behind it and the one sentence that says what
//! to do. A source is never left out because another is higher.
//! Facts: evidence 3.1 to 3.5, 4.5, 8.3.

use super::assessment::{Assessment, Impact, Tri};
use super::reading::KIDNEYS;
use super::report::{AnswerPath, IronUrgencyOf, UrgencyReason, Verdict};
use super::weighing::Weighed;
use super::{akathisia, criteria, listed, look_alikes};
use crate::content::names::generic;
use crate::content::text::result::urgency;
use crate::content::{
    CONDITIONS, Direction, Emergency, IRON_CLASSES, IRON_MODIFIERS, IronModifier, Key, SIGNS, Said, Sign, Strength,
    Urgency, words,
};
use crate::order::by_rank;

/// Every reason, most urgent first.
pub fn reasons(w: &Weighed) -> Vec<UrgencyReason> {
    let sources = [
        signs,
        whole_body,
        pattern,
        special_groups,
        iron,
        look_alike_floors,
        conditions,
        spinal_cord,
        augmentation,
        combinations,
        listed_medicines,
    ];
    let mut all: Vec<UrgencyReason> = sources.iter().flat_map(|source| source(w)).collect();
    by_rank(&mut all, |reason| std::cmp::Reverse(reason.urgency));
    all
}

/// The highest; nothing asks for a quick visit when there is none.
pub fn highest(reasons: &[UrgencyReason]) -> Urgency {
    reasons.iter().map(|reason| reason.urgency).max().unwrap_or(Urgency::SelfCare)
}

/// Numbers to call; the last row is for a country that is not known or has no row.
pub fn emergency(a: &Assessment) -> Option<&'static Emergency> {
    crate::content::emergency::emergency(a.country.map(|country| country.code()))
}

/// What a sign asks for, with the emergency number filled in.
pub fn act(a: &Assessment, id: &str) -> Option<(&'static Sign, Said)> {
    let sign = SIGNS.iter().find(|sign| sign.id == id)?;
    let number = emergency(a).map(Emergency::said).unwrap_or_default();
    Some((sign, Said { key: sign.act, with: vec![("number", number.to_owned())] }))
}

/// Answers about effect on life that make it significant.
pub fn significant_answers(a: &Assessment) -> Vec<AnswerPath> {
    let i = &a.impact;
    let each = [
        ("impact_sleep", i.sleep),
        ("impact_energy", i.energy),
        ("impact_mood", i.mood),
        ("impact_work", i.work),
        ("impact_distress", i.distress),
    ];
    let strong = each.into_iter().filter(|(_, impact)| *impact >= Some(Impact::QuiteALot));
    strong.map(|(key, _)| key.to_owned()).collect()
}

fn reason(rule: impl Into<String>, urgency: Urgency, because: Vec<AnswerPath>, says: Said) -> UrgencyReason {
    UrgencyReason { rule: rule.into(), urgency, because, says }
}

fn signs(w: &Weighed) -> Vec<UrgencyReason> {
    let because = |id: &str| match id {
        "E6" => vec!["mood".to_owned(), "mood_now".to_owned()],
        "SD3" => vec!["mood".to_owned(), "mood_now".to_owned(), "sign.SD3".to_owned()],
        _ => vec![format!("sign.{id}")],
    };
    let each = w.a.red_flags.iter().filter_map(|id| {
        let (sign, says) = act(w.a, id)?;
        Some(reason(format!("red_flag.{id}"), sign.urgency, because(id), says))
    });
    each.collect()
}

/// The akathisia rule, or whole-body restlessness by day and night without it.
fn whole_body(w: &Weighed) -> Vec<UrgencyReason> {
    let because = akathisia::because(w.a);
    if w.akathisia {
        let urgency = if w.a.has_sign("E6") || w.a.has_sign("E7") { Urgency::EmergencyNow } else { Urgency::SameDay };
        act(w.a, "SD2").map(|(_, says)| reason("akathisia", urgency, because, says)).into_iter().collect()
    } else if akathisia::day_and_night(w.a) {
        vec![reason("whole_body", Urgency::Soon, because, Said::plain(urgency::WHOLE_BODY))]
    } else {
        Vec::new()
    }
}

/// The verdict and the effect on life. Where questions are open, that is said instead of comfort.
fn pattern(w: &Weighed) -> Vec<UrgencyReason> {
    let significant = w.a.impact.is_significant();
    let is_open = w.verdict == Verdict::Incomplete || !w.a.red_flags_answered;
    let (urgency, says) = match w.verdict {
        Verdict::NeedsDifferential => (Urgency::Routine, urgency::OTHER_REASON),
        Verdict::CannotScreen => (Urgency::Routine, urgency::CANNOT_SCREEN),
        Verdict::Likely | Verdict::Possible if significant => (Urgency::Routine, urgency::PATTERN),
        Verdict::Unlikely | Verdict::Incomplete if significant => (Urgency::Routine, urgency::AFFECTED),
        _ if is_open => (Urgency::SelfCare, urgency::SELF_CARE_SO_FAR),
        _ => (Urgency::SelfCare, urgency::SELF_CARE),
    };
    let mut because = verdict_answers(w);
    because.extend(significant_answers(w.a));
    vec![reason("pattern", urgency, because, Said::plain(says))]
}

/// The answers that the verdict rests on.
fn verdict_answers(w: &Weighed) -> Vec<AnswerPath> {
    if w.akathisia && w.verdict == Verdict::NeedsDifferential {
        return akathisia::because(w.a);
    }
    let mut keys: Vec<AnswerPath> = match w.verdict {
        Verdict::CannotScreen => vec!["age".into(), "describes".into()],
        _ => criteria::FIRST_FOUR.iter().map(|(_, key)| (*key).to_owned()).collect(),
    };
    if w.a.criteria.asked_by_shifts {
        keys.push("c4_sleep".into());
    }
    if w.a.criteria.day_is_their_night {
        keys.push("sleep_times".into());
    }
    if look_alikes::explains_all(w.a, "M_TAPPING") {
        keys.push("c1_unpleasant".into());
    }
    if look_alikes::is_always_one_leg(w.a) {
        keys.extend(["which_leg".to_owned(), "confirmed".to_owned()]);
    }
    keys.extend(look_alikes::counted(w.a).flat_map(|(row, _)| look_alikes::because(row)));
    keys
}

/// Pregnancy, childhood and dialysis beside a match.
fn special_groups(w: &Weighed) -> Vec<UrgencyReason> {
    let mut made = Vec::new();
    if !w.verdict.matches() {
        return made;
    }
    if w.a.is_pregnant() {
        made.push(reason("pregnant", Urgency::Soon, vec!["pregnant".into()], Said::plain(urgency::PREGNANT)));
    }
    if w.a.person.is_under(18) && w.a.impact.is_significant() {
        let mut because = vec!["age".to_owned()];
        because.extend(significant_answers(w.a));
        made.push(reason("child", Urgency::Soon, because, Said::plain(urgency::CHILD)));
    }
    if w.a.has_condition("dialysis") {
        made.push(reason("dialysis", Urgency::Soon, vec!["kidneys".into()], Said::plain(urgency::DIALYSIS)));
    }
    made
}

/// The message class and the modifiers, as the iron room found them.
fn iron(w: &Weighed) -> Vec<UrgencyReason> {
    let Some(iron) = &w.iron else { return Vec::new() };
    let say = |of: &IronUrgencyOf| match of {
        IronUrgencyOf::Modifier(IronModifier::HbSevere) => {
            act(w.a, "SD4").map(|(sign, says)| (format!("red_flag.{}", sign.id), says))
        }
        IronUrgencyOf::Modifier(modifier) => {
            let row = IRON_MODIFIERS.iter().find(|row| row.modifier == *modifier)?;
            Some((format!("iron.{}", modifier.code()), Said::plain(row.says?)))
        }
        IronUrgencyOf::Class(class) => {
            let row = IRON_CLASSES.iter().find(|row| row.class == *class)?;
            Some((format!("iron.{}", class.code()), Said::plain(row.ask.unwrap_or(row.says))))
        }
    };
    let each = iron.urgencies.iter().filter_map(|(of, urgency)| {
        let (rule, says) = say(of)?;
        Some(reason(rule, *urgency, iron.because.clone(), says))
    });
    each.collect()
}

fn look_alike_floors(w: &Weighed) -> Vec<UrgencyReason> {
    let named = |key: Key, name: Key| Said { key, with: vec![("name", words(name).to_owned())] };
    let plain = |id: &str, urgency| match (id, urgency) {
        ("M_AKATHISIA", Urgency::SameDay) => act(w.a, "SD2").map(|(_, says)| says),
        ("M_AKATHISIA", _) => Some(Said::plain(urgency::WHOLE_BODY)),
        ("M_WITHDRAWAL", Urgency::SameDay) => Some(Said::plain(urgency::STOPPED_TODAY)),
        ("M_WITHDRAWAL", _) => Some(Said::plain(urgency::STOPPED)),
        ("M_DVT", _) => act(w.a, "SD1").map(|(_, says)| says),
        _ => None,
    };
    let each = look_alikes::floors(w.a).into_iter().map(|(row, urgency)| {
        let says = plain(row.id, urgency).unwrap_or_else(|| named(urgency::LOOK_ALIKE, row.name));
        reason(format!("look_alike.{}", row.id), urgency, look_alikes::because(row), says)
    });
    let mut made: Vec<_> = each.collect();
    if w.a.look_alikes_unsure {
        made.push(reason(
            "look_alikes",
            Urgency::Routine,
            vec!["tick.unsure".into()],
            Said::plain(urgency::LOOK_ALIKES_UNSURE),
        ));
    }
    made
}

/// Default urgency of each condition, unless the answers do not match at all. Pregnancy and dialysis beside a
/// match have a rule of their own.
fn conditions(w: &Weighed) -> Vec<UrgencyReason> {
    if !w.verdict.matches() && w.verdict != Verdict::NeedsDifferential {
        return Vec::new();
    }
    let has_own_rule = |id: &str| w.verdict.matches() && matches!(id, "pregnancy" | "dialysis");
    let ticked = CONDITIONS.iter().filter(|row| w.a.has_condition(row.id) && !has_own_rule(row.id));
    let each = ticked.filter_map(|row| {
        let named = || Said { key: urgency::CONDITION, with: vec![("name", words(row.name).to_owned())] };
        let says = row.ask.map(Said::plain).unwrap_or_else(named);
        Some(reason(format!("condition.{}", row.id), row.urgency?, vec![condition_path(row.id)], says))
    });
    each.collect()
}

/// Where a condition was asked.
pub fn condition_path(id: &str) -> AnswerPath {
    match id {
        "pregnancy" => "pregnant".into(),
        "blood_donor" => "donations".into(),
        _ if KIDNEYS.contains(&id) => "kidneys".into(),
        _ => format!("condition.{id}"),
    }
}

/// Leg trouble of less than 3 months beside a condition of the spinal cord.
fn spinal_cord(w: &Weighed) -> Vec<UrgencyReason> {
    let is_new = w.a.began_lately == Some(Tri::Yes) || w.a.pattern.duration_months.is_some_and(|months| months < 3.0);
    let ticked = ["cord_lesion", "ms"].into_iter().filter(|id| w.a.has_condition(id));
    let mut because: Vec<AnswerPath> = ticked.map(condition_path).collect();
    if because.is_empty() || !is_new {
        return Vec::new();
    }
    because.extend(["recent".to_owned(), "duration".to_owned()]);
    vec![reason("cord_recent", Urgency::Soon, because, Said::plain(urgency::CORD_RECENT))]
}

/// Signs that a medicine for the legs now makes them worse (evidence 8.3).
fn augmentation(w: &Weighed) -> Vec<UrgencyReason> {
    let because = augmentation_answers(w.a);
    if because.is_empty() {
        return Vec::new();
    }
    vec![reason("augmentation", Urgency::Soon, because, Said::plain(urgency::AUGMENTATION))]
}

/// The augmentation questions answered yes and the medicines they are about; empty when not both are there.
pub fn augmentation_answers(a: &Assessment) -> Vec<AnswerPath> {
    let keys = ["aug_earlier", "aug_more", "aug_stronger", "aug_spread"];
    let asked = keys.iter().zip(a.augmentation).filter(|(_, given)| *given == Some(Tri::Yes));
    let mut yes: Vec<AnswerPath> = asked.map(|(key, _)| (*key).to_owned()).collect();
    if a.augmentation_hours.is_some() && yes.first().is_some_and(|key| key == "aug_earlier") {
        yes.insert(1, "aug_hours".to_owned());
    }
    let about = listed::with_direction(a, Direction::Augmentation);
    if yes.is_empty() || about.is_empty() { Vec::new() } else { yes.into_iter().chain(about).collect() }
}

/// What is dangerous together, whatever the verdict.
fn combinations(w: &Weighed) -> Vec<UrgencyReason> {
    let each = w.combinations.iter();
    each.map(|one| reason(format!("combination.{}", one.id), one.urgency, one.because.clone(), one.says.clone()))
        .collect()
}

/// A medicine that can make it worse, unless the answers do not match at all.
fn listed_medicines(w: &Weighed) -> Vec<UrgencyReason> {
    if w.verdict == Verdict::Unlikely {
        return Vec::new();
    }
    let each = listed::medicines(w.a).flat_map(|(at, rows)| rows.into_iter().map(move |row| (at, row)));
    let can_worsen = each.filter(|(_, row)| {
        matches!(row.direction, Direction::Worsens | Direction::Augmentation) && row.strength != Strength::Insufficient
    });
    let made = can_worsen.map(|(at, row)| {
        let says = Said { key: urgency::MEDICINE, with: vec![("medicine", generic(row).to_owned())] };
        reason(format!("medicine.{}", row.id), Urgency::Routine, vec![listed::path(w.a, at)], says)
    });
    made.collect()
}

/// The helpline, where thoughts of suicide were told or the question was left out on purpose.
pub fn helpline(a: &Assessment) -> Option<Key> {
    let show = a.show_helpline || a.has_sign("E6") || a.has_sign("SD3");
    emergency(a).filter(|_| show).map(|row| row.helpline)
}

/// The poison line beside E8. It never takes the place of the emergency number, which the sign itself names.
pub fn poison_line(a: &Assessment) -> Option<Key> {
    emergency(a).filter(|_| a.has_sign("E8"))?.poison
}
