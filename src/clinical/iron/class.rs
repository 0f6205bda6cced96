//! The message class of a person's iron numbers: the first row of the decision table that fits.
//!
//! Decides what kind of message is given and how urgent it is; which sentences it adds is decided by
//! [`super::modifiers`]. The order of the rows is the rule: kidneys before blood conditions, a fresh infusion
//! before a high saturation, pregnancy before age. Facts: evidence 6.6.

use super::case::Case;
use crate::content::{IronClass, Urgency};

/// The first row that fits.
pub fn class(case: &Case<'_>) -> IronClass {
    use IronClass::*;
    if case.values.any_refused || case.a.person.age().is_none() {
        return InputError;
    }
    if case.a.person.is_under(2) {
        return ChildTooYoung;
    }
    if case.dialysis() {
        return dialysis(case);
    }
    if case.overload_risk() {
        return OverloadRiskNoIron;
    }
    if case.recent_iv_iron() && (case.ferritin_is(|f| f > 75.0) || case.tsat_high()) {
        return RecentIvIronWait;
    }
    if case.tsat_high() {
        return TsatHighNoIron;
    }
    match case.ferritin() {
        None => FerritinMissing,
        Some(f) if f > 1000.0 => FerritinVeryHigh,
        Some(f) if f > 300.0 => FerritinHighNoIron,
        Some(f) if case.pregnant() => pregnant(case, f),
        Some(f) if case.minor() => child(case, f),
        Some(f) => adult(case, f),
    }
}

fn dialysis(case: &Case<'_>) -> IronClass {
    use IronClass::*;
    match (case.ferritin(), case.values.tsat) {
        (Some(f), Some(t)) if f < 200.0 && t < 20.0 => CkdIvDiscuss,
        (Some(f), None) if f < 200.0 => CkdNeedTsat,
        _ => CkdRenalTeam,
    }
}

fn pregnant(case: &Case<'_>, f: f64) -> IronClass {
    use IronClass::*;
    match f {
        _ if f < 30.0 => PregDeficient,
        _ if f <= 75.0 || case.tsat_low() => PregRlsLow,
        _ if case.inflamed() => FerritinUnreliable,
        _ => PregAdequate,
    }
}

fn child(case: &Case<'_>, f: f64) -> IronClass {
    use IronClass::*;
    match f {
        _ if f < 50.0 => ChildLow,
        _ if case.inflamed() && !case.tsat_low() => FerritinUnreliable,
        _ => ChildAdequate,
    }
}

fn adult(case: &Case<'_>, f: f64) -> IronClass {
    use IronClass::*;
    match f {
        _ if f > 75.0 && case.inflamed() && !case.tsat_low() => FerritinUnreliable,
        _ if f < 30.0 => AdultDeficient,
        _ if f <= 75.0 => AdultRlsLow,
        _ if case.tsat_low() => AdultTsatLow,
        _ if f <= 100.0 => AdultIvZone,
        _ => AdultAdequate,
    }
}

/// How urgent the class is for this person; `None` where nothing could be read.
pub fn urgency(class: IronClass, case: &Case<'_>) -> Option<Urgency> {
    use IronClass::*;
    let over = |limit: f64| case.ferritin_is(|f| f > limit);
    let under = |limit: f64| case.ferritin_is(|f| f < limit);
    let soon = match class {
        InputError => return None,
        AdultAdequate if case.values.tsat.is_some() => return Some(Urgency::SelfCare),
        CkdIvDiscuss | TsatHighNoIron | FerritinVeryHigh | PregDeficient | PregRlsLow | AdultDeficient => true,
        CkdRenalTeam => case.tsat_high() || over(800.0),
        OverloadRiskNoIron => case.tsat_high() || over(1000.0) || under(30.0),
        RecentIvIronWait => over(1000.0),
        FerritinHighNoIron => case.values.tsat.is_none(),
        ChildLow => under(if case.a.person.is_under(5) { 12.0 } else { 15.0 }),
        ChildTooYoung | CkdNeedTsat | FerritinMissing | FerritinUnreliable | PregAdequate | ChildAdequate
        | AdultRlsLow | AdultTsatLow | AdultIvZone | AdultAdequate => false,
    };
    Some(if soon { Urgency::Soon } else { Urgency::Routine })
}
