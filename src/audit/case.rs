//! From a case to an [`Assessment`]: each key of the format read into what it means.
//!
//! Decides the few things the format leaves open, always to the careful side: an empty list is "asked, none of
//! these"; any hours of an earlier start are a yes to the first question about augmentation; a pregnancy and a
//! donation are told to the rules as the screens tell them. Knows no rule. Facts: evidence 1.6, 5.1, 6.1, 8.3.

mod labs;
mod lists;

use super::codes::{EXPLAINS, IMPACT, NOW, NOW_OR_BEFORE, SEX, TRI};
use super::json::Json;
use super::reader::{At, Object, Path, Refused};
use crate::clinical::assessment::{
    Assessment, BodyRestlessness, Criteria, Explains, ImpactAnswers, Pattern, Person, Pregnancy, Supportive, Tri,
};
use crate::content::LOOK_ALIKES;
use crate::date::Date;

/// Every object of the format with its keys, the whole first: what the reader takes and the schema must say.
pub const SHAPE: &[(&str, &[&str])] = &[
    ("", WHOLE),
    ("criteria", CRITERIA),
    ("where", WHERE),
    ("akathisia", AKATHISIA),
    ("pattern", PATTERN),
    ("impact", IMPACTS),
    ("supportive", SUPPORTIVE),
    ("medicines[]", lists::MEDICINE),
    ("labs", labs::LABS),
    ("labs.ferritin", labs::LAB),
];

const WHOLE: &[&str] = &[
    "id",
    "today",
    "country",
    "age_years",
    "sex",
    "pregnant",
    "can_describe_own_feelings",
    "child_own_words",
    "red_flags",
    "criteria",
    "where",
    "look_alikes",
    "akathisia",
    "pattern",
    "impact",
    "supportive",
    "medicines",
    "stopped_last_2_weeks",
    "augmentation",
    "augmentation_hours_earlier",
    "conditions",
    "donations_last_12_months",
    "labs",
];
const CRITERIA: &[&str] = &["c1", "c1_unpleasant", "c2", "c3", "c4"];
const WHERE: &[&str] = &["arms_only", "one_leg_only"];
const AKATHISIA: &[&str] =
    &["whole_body", "onset_within_6_weeks", "same_day_and_night", "lying_down_relieves", "cannot_sit_still_by_day"];
const PATTERN: &[&str] = &["days_per_week", "duration_months", "lifetime_events", "usual_intensity", "treated_now"];
const IMPACTS: &[&str] = &["sleep", "energy", "mood", "work", "distress"];
const SUPPORTIVE: &[&str] = &["family_history", "limb_movements_seen", "dopamine_benefit", "daytime_sleepiness"];

/// From this age on the questions of adults are asked, and in the person's own words.
const OWN_WORDS: f64 = 13.0;

/// A case, read.
#[derive(Clone, Debug)]
pub struct Case<'j> {
    /// Copied to the answer.
    pub id: Option<String>,
    /// The day of the check.
    pub today: Date,
    /// What it means.
    pub assessment: Assessment,
    /// As it was given.
    pub given: Json<'j>,
}

impl<'j> Case<'j> {
    /// Reads a case. `today` stands in where it names no day.
    pub fn read(text: &'j [u8], today: Date) -> Result<Self, Refused> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let given: Json<'j> = serde_json::from_slice(text)
            .map_err(|error| Refused { path: "$".into(), reason: format!("is not JSON: {error}") })?;
        let whole = At { path: Path::Root, json: &given }.object(WHOLE)?;
        let id = whole.read("id", |at| at.text().map(str::to_owned))?;
        let today = whole.read("today", day)?.unwrap_or(today);
        let assessment = assessment(&whole)?;
        Ok(Self { id, today, assessment, given })
    }
}

fn assessment(whole: &Object<'_, '_>) -> Result<Assessment, Refused> {
    let person = person(whole)?;
    let red_flags = whole.read("red_flags", lists::signs)?;
    let likes = whole.read("look_alikes", look_alikes)?.flatten();
    let conditions = whole.read("conditions", lists::conditions)?;
    let medicines = whole.read("medicines", lists::medicines)?;
    let stopped = whole.read("stopped_last_2_weeks", lists::names)?;
    let donations = whole.read("donations_last_12_months", |at| at.whole(0, 1000))?;
    let (augmentation, augmentation_hours) = augmentation(whole)?;
    let mut a = Assessment {
        country: whole.read("country", lists::country)?.flatten(),
        red_flags_answered: red_flags.is_some(),
        red_flags: red_flags.unwrap_or_default(),
        criteria: whole.read("criteria", criteria)?.unwrap_or_default(),
        look_alikes_answered: likes.is_some(),
        look_alikes: likes.unwrap_or_default(),
        body: whole.read("akathisia", body)?.unwrap_or_default(),
        pattern: whole.read("pattern", pattern)?.unwrap_or_default(),
        impact: whole.read("impact", impact)?.unwrap_or_default(),
        supportive: whole.read("supportive", supportive)?.unwrap_or_default(),
        takes_none: medicines.as_ref().is_some_and(Vec::is_empty).then_some(Tri::Yes),
        medicines: medicines.unwrap_or_default(),
        stopped_lately: stopped.as_ref().map(|names| if names.is_empty() { Tri::No } else { Tri::Yes }),
        stopped_names: stopped.unwrap_or_default(),
        augmentation,
        augmentation_hours,
        conditions_answered: conditions.is_some(),
        conditions: conditions.unwrap_or_default(),
        donated_last_12_months: donations.map(|times| if times > 0 { Tri::Yes } else { Tri::No }),
        labs: whole.read("labs", labs::labs)?.unwrap_or_default(),
        person,
        ..Assessment::default()
    };
    if let Some(places) = whole.read("where", places)? {
        (a.criteria.arms_only, a.criteria.one_leg_only) = places;
    }
    lists::as_the_screens_tell_it(&mut a);
    Ok(a)
}

fn person(whole: &Object<'_, '_>) -> Result<Person, Refused> {
    let age_years = whole.read("age_years", |at| at.number(0.0, 120.0))?;
    let can_describe_own_feelings = whole.read("can_describe_own_feelings", yes_or_true)?;
    let child_own_words = whole.read("child_own_words", yes_or_true)?;
    let from_13 = age_years.is_some_and(|age| age >= OWN_WORDS);
    Ok(Person {
        age_years,
        sex: whole.read("sex", |at| at.code(SEX))?,
        pregnancy: whole.read("pregnant", pregnancy)?.unwrap_or_default(),
        can_describe_own_feelings,
        child_own_words: if from_13 { Some(Tri::Yes) } else { child_own_words },
        // Decides only if the ready sentences say "my legs" or "the legs".
        with_adult: None,
        answered_for: can_describe_own_feelings == Some(Tri::No) || age_years.is_some_and(|age| age < OWN_WORDS),
    })
}

fn pregnancy(at: At<'_, '_>) -> Result<Pregnancy, Refused> {
    match at.json {
        Json::Flag(false) => Ok(Pregnancy::No),
        Json::Number(trimester) if [1.0, 2.0, 3.0].contains(trimester) => Ok(Pregnancy::Yes(Some(*trimester as u8))),
        _ => Err(at.refuse("must be false or the trimester: 1, 2 or 3")),
    }
}

fn yes_or_true(at: At<'_, '_>) -> Result<Tri, Refused> {
    match at.json {
        Json::Flag(true) => Ok(Tri::Yes),
        Json::Flag(false) => Ok(Tri::No),
        Json::Text(_) => at.code(TRI),
        _ => Err(at.refuse("must be true, false, or one of yes, no, unsure")),
    }
}

fn tri(object: &Object<'_, '_>, key: &str) -> Result<Option<Tri>, Refused> {
    object.read(key, |at| at.code(TRI))
}

fn day(at: At<'_, '_>) -> Result<Date, Refused> {
    Date::parse(at.text()?).ok_or_else(|| at.refuse("must be a day as YYYY-MM-DD"))
}

fn criteria(at: At<'_, '_>) -> Result<Criteria, Refused> {
    let o = at.object(CRITERIA)?;
    Ok(Criteria {
        c1: o.read("c1", |at| at.code(NOW))?,
        c1_unpleasant: tri(&o, "c1_unpleasant")?,
        c2: o.read("c2", |at| at.code(NOW))?,
        c3: o.read("c3", |at| at.code(NOW_OR_BEFORE))?,
        c4: o.read("c4", |at| at.code(NOW_OR_BEFORE))?,
        ..Criteria::default()
    })
}

fn places(at: At<'_, '_>) -> Result<(Option<Tri>, Option<Tri>), Refused> {
    let o = at.object(WHERE)?;
    Ok((tri(&o, "arms_only")?, tri(&o, "one_leg_only")?))
}

/// Look-alikes with what they explain.
type Explained = Vec<(&'static str, Explains)>;

/// In the order of the table; nulls alone are no answer.
fn look_alikes(at: At<'_, '_>) -> Result<Option<Explained>, Refused> {
    let ids: Vec<&str> = LOOK_ALIKES.iter().map(|row| row.id).collect();
    let o = at.object(&ids)?;
    let mut given = Explained::new();
    for row in &LOOK_ALIKES {
        given.extend(o.read(row.id, |at| at.code(EXPLAINS))?.map(|explains| (row.id, explains)));
    }
    Ok((o.is_empty() || !given.is_empty()).then_some(given))
}

fn body(at: At<'_, '_>) -> Result<BodyRestlessness, Refused> {
    let o = at.object(AKATHISIA)?;
    Ok(BodyRestlessness {
        whole_body: tri(&o, "whole_body")?,
        onset_within_6_weeks: tri(&o, "onset_within_6_weeks")?,
        same_day_and_night: tri(&o, "same_day_and_night")?,
        lying_down_relieves: tri(&o, "lying_down_relieves")?,
        cannot_sit_still_by_day: tri(&o, "cannot_sit_still_by_day")?,
    })
}

fn pattern(at: At<'_, '_>) -> Result<Pattern, Refused> {
    let o = at.object(PATTERN)?;
    Ok(Pattern {
        days_per_week: o.read("days_per_week", |at| at.number(0.0, 7.0))?,
        duration_months: o.read("duration_months", |at| at.number(0.0, 1440.0))?,
        lifetime_events: o.read("lifetime_events", |at| at.whole(0, u32::MAX))?,
        usual_intensity: o.read("usual_intensity", |at| at.whole(0, 10))?.and_then(|n| u8::try_from(n).ok()),
        treated_now: tri(&o, "treated_now")?,
    })
}

fn impact(at: At<'_, '_>) -> Result<ImpactAnswers, Refused> {
    let o = at.object(IMPACTS)?;
    let how_much = |key| o.read(key, |at| at.code(IMPACT));
    Ok(ImpactAnswers {
        sleep: how_much("sleep")?,
        energy: how_much("energy")?,
        mood: how_much("mood")?,
        work: how_much("work")?,
        distress: how_much("distress")?,
    })
}

fn supportive(at: At<'_, '_>) -> Result<Supportive, Refused> {
    let o = at.object(SUPPORTIVE)?;
    Ok(Supportive {
        family_history: tri(&o, "family_history")?,
        limb_movements_seen: tri(&o, "limb_movements_seen")?,
        dopamine_benefit: tri(&o, "dopamine_benefit")?,
        daytime_sleepiness: tri(&o, "daytime_sleepiness")?,
    })
}

/// The four questions in order, and how many hours earlier, which belong to the first: any hours are a yes.
fn augmentation(whole: &Object<'_, '_>) -> Result<([Option<Tri>; 4], Option<f64>), Refused> {
    let given = whole.read("augmentation", |at| at.list(4, |item| item.code(TRI)))?.unwrap_or_default();
    let hours = whole.read("augmentation_hours_earlier", |at| at.number(0.0, 24.0))?;
    let mut four = [None; 4];
    for (place, answer) in four.iter_mut().zip(given) {
        *place = answer;
    }
    if hours.is_some_and(|hours| hours > 0.0) {
        four[0] = Some(Tri::Yes);
    }
    Ok((four, hours))
}
