//! What is added to the message of a class: every modifier whose condition holds, in the order of the table.
//!
//! Decides nothing about the class itself and reads it only where a condition names it. With a class of
//! `INPUT_ERROR` only anaemia is added. Facts: evidence 6.6.

use super::case::{Case, is_oral_iron, lowers_uptake};
use super::haemoglobin::anaemia;
use crate::clinical::assessment::{Sex, Tri};
use crate::content::{IronClass, IronModifier};

/// Every modifier that holds, in the order of the table.
pub fn modifiers(class: IronClass, case: &Case<'_>) -> Vec<IronModifier> {
    let all = IronModifier::ALL.iter().copied();
    all.filter(|modifier| match modifier {
        IronModifier::HbLow | IronModifier::HbSevere => anaemia(case) == Some(*modifier),
        _ => class != IronClass::InputError && holds(*modifier, class, case),
    })
    .collect()
}

fn holds(modifier: IronModifier, class: IronClass, case: &Case<'_>) -> bool {
    use IronModifier::*;
    let given = case.ferritin().is_some();
    match modifier {
        OnIronNow => case.a.labs.on_iron == Some(Tri::Yes) || case.listed(is_oral_iron).next().is_some(),
        OnIronLt24h => case.iron_before_test(),
        RecentIvIron => case.recent_iv_iron(),
        NearLine => near_line(case),
        Inflamed => inflamed(class, case),
        CkdNote => case.a.has_condition("ckd"),
        CloseToTsat20 => case.tsat_is(|t| (18.0..=22.0).contains(&t)),
        TsatMissing => given && case.values.tsat.is_none(),
        TsatLow => class == IronClass::ChildAdequate && case.tsat_low(),
        OldResult => case.old_result(),
        HbLow | HbSevere => false,
        SexHigh => sex_high(case),
        CauseSearch => cause_search(case),
        Donor => case.a.donated_last_12_months == Some(Tri::Yes) || case.a.has_condition("blood_donor"),
        PpiMetformin => case.listed(lowers_uptake).next().is_some(),
        LiverNote => given && case.a.has_condition("liver"),
        HfNote => case.a.has_condition("heart_failure") && case.ferritin_is(|f| f <= 300.0) && !case.dialysis(),
        AbsorptionNote => absorption(class, case),
        SeedBand => case.adult() && given,
    }
}

/// Another laboratory could put the same blood on the other side of the line.
fn near_line(case: &Case<'_>) -> bool {
    let near = if case.minor() && !case.pregnant() { 40.0..=60.0 } else { 60.0..=120.0 };
    !case.dialysis() && case.ferritin_is(|f| near.contains(&f))
}

/// Low although inflammation pushes it up.
fn inflamed(class: IronClass, case: &Case<'_>) -> bool {
    use IronClass::*;
    let low = match class {
        AdultDeficient | AdultRlsLow | PregDeficient | ChildLow => true,
        PregRlsLow => case.ferritin_is(|f| f <= 75.0),
        _ => false,
    };
    low && case.inflamed()
}

fn sex_high(case: &Case<'_>) -> bool {
    case.ferritin_is(|f| f > 200.0) && case.adult() && case.sex() == Some(Sex::Female) && !case.dialysis()
}

/// Adult men and everybody from 50, which stands for the time after the menopause too.
fn cause_search(case: &Case<'_>) -> bool {
    let man = case.adult() && case.sex() == Some(Sex::Male);
    let older = case.a.person.age().is_some_and(|age| age >= 50);
    let line = if anaemia(case).is_some() { 45.0 } else { 30.0 };
    (man || older) && case.ferritin_is(|f| f < line) && !case.dialysis()
}

fn absorption(class: IronClass, case: &Case<'_>) -> bool {
    use IronClass::*;
    let low = matches!(class, AdultDeficient | AdultRlsLow | AdultTsatLow | PregDeficient | PregRlsLow | ChildLow);
    low && case.has_any(&["bariatric", "coeliac", "ibd"])
}
