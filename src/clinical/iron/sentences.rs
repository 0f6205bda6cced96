//! What is said about the iron numbers, in which order, and which answers it rests on.
//!
//! Decides the order of sentences and leaves out what a sentence before has said; the sentences themselves are
//! rows of `content`. Where the class rests on a saturation that a tablet may have raised, the tablet comes first.
//! Facts: evidence 6.6.

use super::case::{Case, is_oral_iron, lowers_uptake};
use super::haemoglobin::depends_on_sex;
use crate::clinical::assessment::Tri;
use crate::clinical::report::AnswerPath;
use crate::content::text::iron::notes;
use crate::content::{IRON_CLASSES, IRON_MODIFIERS, IronClass, IronModifier, Key, Said};

/// What is said, and what to ask about.
pub fn sentences(
    class: IronClass,
    modifiers: &[IronModifier],
    points_elsewhere: bool,
    case: &Case<'_>,
) -> (Vec<Said>, Vec<Said>) {
    let row = IRON_CLASSES.iter().find(|row| row.class == class);
    let elsewhere = row.and_then(|row| row.says_elsewhere).filter(|_| points_elsewhere);
    let of_class = elsewhere.or(row.map(|row| row.says));
    // The sentence for whom the lines are not meant says what to ask itself.
    let ask = row.and_then(|row| row.ask).filter(|_| elsewhere.is_none());

    let first = modifiers.iter().filter(|m| **m == IronModifier::OnIronLt24h && rests_on_tsat(class, case));
    let mut said: Vec<Key> = first.filter_map(|m| says(*m)).collect();
    said.extend(of_class);
    for key in modifiers.iter().filter(|m| !is_said_by(class, **m)).filter_map(|m| says(*m)) {
        if !said.contains(&key) {
            said.push(key);
        }
    }
    said.extend(provisos(class, case));
    (said.into_iter().map(Said::plain).collect(), ask.map(Said::plain).into_iter().collect())
}

/// What was not told and could have turned a good message into another one, and what holds without a ferritin.
fn provisos(class: IronClass, case: &Case<'_>) -> impl Iterator<Item = Key> {
    use IronClass::*;
    let reassures = matches!(class, AdultAdequate | PregAdequate | ChildAdequate);
    let iv_unknown = !matches!(case.a.labs.iv_iron_last_12_weeks, Some(Tri::Yes | Tri::No));
    [
        (reassures && case.values.crp.is_none(), notes::CRP_UNKNOWN),
        (reassures && iv_unknown && case.ferritin_is(|f| f > 75.0), notes::IV_IRON_UNKNOWN),
        (depends_on_sex(case), notes::HAEMOGLOBIN_SEX),
        (class == FerritinMissing && case.tsat_low(), notes::TSAT_ALONE),
    ]
    .into_iter()
    .filter_map(|(holds, key)| holds.then_some(key))
}

fn says(modifier: IronModifier) -> Option<Key> {
    IRON_MODIFIERS.iter().find(|row| row.modifier == modifier)?.says
}

/// Whether another saturation could have given another class.
fn rests_on_tsat(class: IronClass, case: &Case<'_>) -> bool {
    use IronClass::*;
    match class {
        TsatHighNoIron | AdultTsatLow | CkdIvDiscuss => true,
        PregRlsLow => case.ferritin_is(|f| f > 75.0),
        _ => false,
    }
}

/// Whether the sentence of the class says the same already.
fn is_said_by(class: IronClass, modifier: IronModifier) -> bool {
    use IronClass::*;
    matches!(
        (class, modifier),
        (RecentIvIronWait, IronModifier::RecentIvIron) | (CkdNeedTsat, IronModifier::TsatMissing)
    )
}

/// Keys of the answers behind the reading.
pub fn because(modifiers: &[IronModifier], case: &Case<'_>) -> Vec<AnswerPath> {
    let mut keys: Vec<AnswerPath> = case.values.given.iter().map(|key| (*key).to_owned()).collect();
    keys.push("age".to_owned());
    if case.pregnant() {
        keys.push("pregnant".to_owned());
    }
    if case.has_any(&["dialysis", "ckd"]) {
        keys.push("kidneys".to_owned());
    }
    for id in ["haemochromatosis", "thalassaemia", "transfusion"].iter().filter(|id| case.a.has_condition(id)) {
        keys.push(format!("condition.{id}"));
    }
    for key in modifiers.iter().flat_map(|modifier| behind(*modifier, case)) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// Keys of the answers behind a modifier, beyond the laboratory values.
fn behind(modifier: IronModifier, case: &Case<'_>) -> Vec<AnswerPath> {
    use IronModifier::*;
    let listed = |so| case.listed(so).map(|at| format!("medicines[{at}]")).collect::<Vec<_>>();
    let ticked = |ids: &[&str]| {
        let ids = ids.iter().filter(|id| case.a.has_condition(id));
        ids.map(|id| format!("condition.{id}")).collect::<Vec<_>>()
    };
    let one = |key: &str| vec![key.to_owned()];
    match modifier {
        OnIronNow if case.a.labs.on_iron == Some(Tri::Yes) => [one("on_iron"), listed(is_oral_iron)].concat(),
        OnIronNow => listed(is_oral_iron),
        OnIronLt24h => one("iron_before"),
        RecentIvIron => one("iv_iron"),
        OldResult => one(if case.values.given.contains(&"ferritin") { "taken" } else { "other_taken" }),
        HbLow | HbSevere | SexHigh | CauseSearch if case.sex().is_some() => one("sex"),
        Donor if case.a.donated_last_12_months.is_some() => one("substance.blood_donation"),
        PpiMetformin => listed(lowers_uptake),
        LiverNote => ticked(&["liver"]),
        HfNote => ticked(&["heart_failure"]),
        AbsorptionNote => ticked(&["bariatric", "coeliac", "ibd"]),
        _ => Vec::new(),
    }
}
