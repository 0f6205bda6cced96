//! The five essential criteria and the verdict they add up to.
//!
//! Decides how well the answers fit the description of restless legs syndrome.
//! Knows nothing of medicines, iron or urgency: those rooms read the verdict, never the reverse.
//! Facts: evidence 1.2, 1.6 and 10.1 (IRLSSG consensus, Allen et al. 2014).

use super::assessment::{Answer, Assessment, Person, Tri};
use super::look_alikes::{self, Explained};
use super::report::Verdict;

/// Ids and answer keys of the first four criteria, in order.
pub const FIRST_FOUR: [(&str, &str); 4] = [("C1", "c1"), ("C2", "c2"), ("C3", "c3"), ("C4", "c4")];

/// Weighs who answers, then the akathisia rule, the first four criteria and what look-alikes explain.
pub fn verdict(a: &Assessment, akathisia: bool) -> Verdict {
    let Some(age) = a.person.age() else { return Verdict::Incomplete };
    if age < 2 || (cannot_describe(&a.person) && age >= 13) {
        return Verdict::CannotScreen;
    }
    if akathisia {
        return Verdict::NeedsDifferential;
    }
    let answers = first_four(a);
    if answers.contains(&None) {
        return Verdict::Incomplete;
    }
    if answers.contains(&Some(Answer::No)) || look_alikes::is_habit(a) {
        return Verdict::Unlikely;
    }
    let explained = look_alikes::explained(a);
    if explained == Explained::All || look_alikes::is_unsure_of_a_pressing_one(a) {
        return Verdict::NeedsDifferential;
    }
    if answers.contains(&Some(Answer::Unsure)) || explained == Explained::Unsure || cap(&a.person).is_some() {
        return Verdict::Possible;
    }
    Verdict::Likely
}

/// C1 to C4 as they count. Arms or body but never the legs is "not sure" for C1; "it used to, not any more"
/// counts for relief and evening only: in severe disease both can fade, but must once have been there.
pub fn first_four(a: &Assessment) -> [Option<Answer>; 4] {
    let c = &a.criteria;
    let c1 = if c.arms_only == Some(Tri::Yes) { Some(Answer::Unsure) } else { only_now(c.c1) };
    [c1, only_now(c.c2), as_now(c.c3), as_now(c.c4)]
}

fn only_now(answer: Option<Answer>) -> Option<Answer> {
    answer.map(|given| if given == Answer::Before { Answer::Unsure } else { given })
}

fn as_now(answer: Option<Answer>) -> Option<Answer> {
    answer.map(|given| if given == Answer::Before { Answer::Yes } else { given })
}

/// Why a full match is not said of this person (evidence 1.6, 10.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    /// 2 to 5 years.
    Under6,
    /// 6 to 12 years without the child's own words.
    NotInOwnWords,
    /// Cannot say how the legs feel, or nobody is sure.
    CannotDescribe,
}

/// The first cap that holds.
pub fn cap(person: &Person) -> Option<Cap> {
    let own_words = person.child_own_words == Some(Tri::Yes);
    match person.age() {
        Some(..6) => Some(Cap::Under6),
        Some(6..13) if !own_words => Some(Cap::NotInOwnWords),
        _ if matches!(person.can_describe_own_feelings, Some(Tri::No | Tri::NotSure)) => Some(Cap::CannotDescribe),
        _ => None,
    }
}

fn cannot_describe(person: &Person) -> bool {
    person.can_describe_own_feelings == Some(Tri::No)
}

/// Criteria answered no. When the habit rule alone decides, it is the first.
pub fn failed(a: &Assessment, verdict: Verdict) -> Vec<&'static str> {
    let failed = with(a, Some(Answer::No));
    if failed.is_empty() && verdict == Verdict::Unlikely { vec!["C1"] } else { failed }
}

/// Criteria answered "not sure".
pub fn unsure(a: &Assessment) -> Vec<&'static str> {
    with(a, Some(Answer::Unsure))
}

/// Criteria without an answer.
pub fn unanswered(a: &Assessment) -> Vec<&'static str> {
    with(a, None)
}

fn with(a: &Assessment, wanted: Option<Answer>) -> Vec<&'static str> {
    let each = FIRST_FOUR.iter().zip(first_four(a));
    each.filter(|(_, given)| *given == wanted).map(|((id, _), _)| *id).collect()
}
