//! Random people, for the laws: anything the screens or a case file could give, in any mix.

use super::{TODAY, entry};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use quiet_legs::clinical::assessment::*;
use quiet_legs::clinical::medicines::{MedicineEntry, Timing};
use quiet_legs::content::{CONDITIONS, Country, LOOK_ALIKES, MEDICINES, SIGNS};
use quiet_legs::date::Date;

/// Half of them unanswered.
fn maybe<T: Clone + std::fmt::Debug + 'static>(
    strategy: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Option<T>> {
    prop_oneof![1 => Just(None), 1 => strategy.prop_map(Some)].boxed()
}

fn tri() -> impl Strategy<Value = Tri> + Clone {
    select(vec![Tri::Yes, Tri::No, Tri::NotSure])
}

/// Mostly yes, so that every verdict is met often.
fn answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        8 => Just(Some(Answer::Yes)),
        1 => Just(Some(Answer::Before)),
        1 => Just(Some(Answer::No)),
        2 => Just(Some(Answer::Unsure)),
        1 => Just(None),
    ]
}

fn few<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>, most: usize) -> impl Strategy<Value = Vec<T>> {
    let most = most.min(all.len());
    prop_oneof![1 => Just(Vec::new()), 1 => subsequence(all, 0..=most)]
}

fn person() -> impl Strategy<Value = Person> {
    let ages = vec![0.0, 1.9, 2.0, 5.9, 6.0, 8.0, 12.9, 13.0, 17.9, 18.0, 30.0, 45.0, 50.0, 64.0, 90.0];
    let age = prop_oneof![1 => Just(None), 12 => select(ages).prop_map(Some)];
    let sex = maybe(select(vec![Sex::Female, Sex::Male]));
    let pregnancy = select(vec![
        Pregnancy::Unknown,
        Pregnancy::Unknown,
        Pregnancy::No,
        Pregnancy::Yes(None),
        Pregnancy::Yes(Some(1)),
        Pregnancy::Yes(Some(3)),
    ]);
    let can = prop_oneof![4 => Just(Some(Tri::Yes)), 1 => maybe(tri())];
    let who = (any::<bool>(), maybe(tri()));
    (age, sex, pregnancy, can, maybe(tri()), who).prop_map(
        |(age_years, sex, pregnancy, can_describe_own_feelings, child_own_words, (answered_for, with_adult))| Person {
            age_years,
            sex,
            pregnancy,
            can_describe_own_feelings,
            child_own_words,
            answered_for,
            with_adult,
        },
    )
}

fn criteria() -> impl Strategy<Value = Criteria> {
    let leg = prop_oneof![4 => Just(None), 1 => maybe(tri())];
    let arms = prop_oneof![8 => Just(None), 1 => maybe(tri())];
    (answer(), answer(), answer(), answer(), maybe(tri()), arms, leg, maybe(tri())).prop_map(
        |(c1, c2, c3, c4, c1_unpleasant, arms_only, one_leg_only, confirmed)| Criteria {
            c1,
            c1_unpleasant,
            c2,
            c3,
            c4,
            arms_only,
            one_leg_only,
            confirmed,
            ..Criteria::default()
        },
    )
}

fn look_alikes() -> impl Strategy<Value = Vec<(&'static str, Explains)>> {
    let explains = || select(vec![Explains::All, Explains::Some, Explains::Some, Explains::Unsure, Explains::No]);
    let ids = few(LOOK_ALIKES.iter().map(|row| row.id).collect(), 3);
    (ids, explains(), explains(), explains()).prop_map(|(ids, a, b, c)| ids.into_iter().zip([a, b, c]).collect())
}

fn body() -> impl Strategy<Value = BodyRestlessness> {
    let some = (maybe(tri()), maybe(tri()), maybe(tri()), maybe(tri()), maybe(tri()));
    prop_oneof![
        2 => Just(BodyRestlessness::default()),
        1 => some.prop_map(|(whole_body, onset, same, lying, sit)| BodyRestlessness {
            whole_body,
            onset_within_6_weeks: onset,
            same_day_and_night: same,
            lying_down_relieves: lying,
            cannot_sit_still_by_day: sit,
        }),
    ]
}

fn pattern() -> impl Strategy<Value = Pattern> {
    let days = maybe(select(vec![0.0, 0.5, 1.0, 2.0, 3.0, 7.0]));
    let months = maybe(select(vec![0.5, 1.0, 3.0, 12.0, 240.0]));
    let events = maybe(select(vec![0u32, 1, 4, 5, 200]));
    (days, months, events, maybe(0u8..=10), maybe(tri())).prop_map(
        |(days_per_week, duration_months, lifetime_events, usual_intensity, treated_now)| Pattern {
            days_per_week,
            duration_months,
            lifetime_events,
            usual_intensity,
            treated_now,
        },
    )
}

fn impact() -> impl Strategy<Value = ImpactAnswers> {
    let one =
        || maybe(select(vec![Impact::None, Impact::ALittle, Impact::ALittle, Impact::QuiteALot, Impact::VeryMuch]));
    let some = (one(), one(), one(), one(), one()).prop_map(|(sleep, energy, mood, work, distress)| ImpactAnswers {
        sleep,
        energy,
        mood,
        work,
        distress,
    });
    prop_oneof![1 => Just(ImpactAnswers::default()), 1 => some]
}

fn supportive() -> impl Strategy<Value = Supportive> {
    (maybe(tri()), maybe(tri()), maybe(tri()), maybe(tri())).prop_map(|(family, kicks, dopamine, sleepy)| Supportive {
        family_history: family,
        limb_movements_seen: kicks,
        dopamine_benefit: dopamine,
        daytime_sleepiness: sleepy,
    })
}

fn medicines() -> impl Strategy<Value = Vec<MedicineEntry>> {
    let timing = maybe(select(vec![Timing::WorseWithin6Weeks, Timing::StartedBeforeMedicine, Timing::Unsure]));
    let known = (select(MEDICINES.iter().map(|row| row.id).collect::<Vec<_>>()), timing)
        .prop_map(|(id, timing)| MedicineEntry { timing, ..entry(id, &[id]) });
    let unknown = select(vec!["zzyzx", "  ", "{name}", "\u{202e}😀"]).prop_map(|typed| entry(typed, &[]));
    let one = prop_oneof![6 => known, 1 => unknown];
    prop_oneof![1 => Just(Vec::new()), 2 => prop::collection::vec(one, 0..5)]
}

fn lab(unit: &'static [&'static str]) -> BoxedStrategy<Option<Lab>> {
    let values = vec!["18", "45", "60", "120", "400", "<10", ">1000", "49,9", "0", "abc", "7.4", "12.9", "50"];
    let one = (select(values), select(unit.to_vec()))
        .prop_map(|(value, unit)| Lab { value: value.into(), unit: unit.into() });
    prop_oneof![2 => Just(None), 1 => one.prop_map(Some)].boxed()
}

fn labs() -> impl Strategy<Value = Labs> {
    let dates = [Some(TODAY), Date::new(2026, 3, 1), Date::new(2020, 1, 1), Date::new(2030, 1, 1)];
    let taken_on = maybe(select(dates.into_iter().flatten().collect::<Vec<_>>()));
    let values = (
        lab(&["ng/mL", "pmol/L", "ug/dL", ""]),
        lab(&["%"]),
        lab(&["umol/L", "ug/dL"]),
        lab(&["umol/L"]),
        lab(&["g/L", "mg/dL"]),
        lab(&["mg/L"]),
        lab(&["g/dL", "g/L", "mmol/L"]),
    );
    let some =
        (taken_on, values, maybe(tri()), maybe(tri()), maybe(tri())).prop_map(|(taken_on, values, on, lately, iv)| {
            let (ferritin, tsat, serum_iron, tibc, transferrin, crp, haemoglobin) = values;
            Labs {
                taken_on,
                ferritin,
                tsat,
                serum_iron,
                tibc,
                transferrin,
                crp,
                haemoglobin,
                on_iron: on,
                iron_within_24h: lately,
                iv_iron_last_12_weeks: iv,
            }
        });
    prop_oneof![1 => Just(Labs::default()), 1 => some]
}

/// Habits, each in any way it can be told.
pub fn habits() -> impl Strategy<Value = Habits> {
    use SleepTimes::*;
    let times = (
        maybe(select(vec![Caffeine::BeforeMidday, Caffeine::AfterMidday, Caffeine::Evening])),
        maybe(select(vec![Alcohol::SomeEvenings, Alcohol::MostEvenings])),
        maybe(select(vec![Moving::Sitting, Moving::Some, Moving::Much, Moving::HardTraining])),
        maybe(select(vec![Regular, Irregular, Shifts, ByDay])),
    );
    (times, maybe(1u8..=3), maybe(Just(Tri::Yes)), maybe(Just(Tri::Yes)), maybe(Just(Tri::Yes))).prop_map(
        |((caffeine, alcohol, moving, sleep_times), donations, meatless, acid_reducer, perimenopause)| Habits {
            caffeine,
            alcohol,
            donations,
            moving,
            sleep_times,
            meatless,
            acid_reducer,
            perimenopause,
        },
    )
}

/// Any person at all.
pub fn anyone() -> impl Strategy<Value = Assessment> {
    let signs = prop_oneof![3 => Just(Vec::new()), 1 => few(SIGNS.iter().map(|row| row.id).collect(), 2)];
    let stopped = few(
        vec!["tramadol".to_owned(), "loratadine".into(), "Haloperidol".into(), "zzyzx".into(), "alcohol".into()],
        2,
    );
    let country = maybe(select(Country::ALL.to_vec()));
    let first =
        (country, person(), criteria(), look_alikes(), body(), pattern(), impact(), supportive(), medicines(), labs());
    let conditions = few(CONDITIONS.iter().map(|row| row.id).collect(), 4);
    let augmentation = prop::array::uniform4(maybe(tri()));
    let unsure = few(vec!["days", "duration", "lifetime", "pregnant", "kidneys", "tested", "ferritin_unit"], 3);
    let flags = prop::array::uniform5(any::<bool>());
    let gave = (maybe(tri()), prop_oneof![1 => Just(Habits::default()), 1 => habits()]);
    let second =
        (signs, stopped, conditions, augmentation, unsure, flags, maybe(tri()), maybe(tri()), maybe(tri()), gave);
    (first, second).prop_map(|(first, second)| {
        let (country, person, criteria, look_alikes, body, pattern, impact, supportive, medicines, labs) = first;
        let (
            red_flags,
            stopped_names,
            conditions,
            augmentation,
            also_unsure,
            flags,
            takes,
            stopped,
            lately,
            (gave, habits),
        ) = second;
        let [signs_answered, helpline, likes_unsure, likes_answered, conditions_answered] = flags;
        Assessment {
            country,
            person,
            red_flags,
            red_flags_answered: signs_answered,
            show_helpline: helpline,
            criteria,
            look_alikes_unsure: likes_unsure && look_alikes.is_empty(),
            look_alikes_answered: likes_answered || !look_alikes.is_empty(),
            look_alikes,
            body,
            pattern,
            impact,
            supportive,
            medicines,
            takes_none: takes,
            stopped_lately: stopped,
            stopped_names,
            augmentation,
            augmentation_hours: None,
            conditions,
            conditions_answered,
            began_lately: lately,
            donated_last_12_months: gave,
            habits,
            labs,
            also_unsure,
        }
    })
}
