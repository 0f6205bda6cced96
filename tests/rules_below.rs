//! Promises about the sentences below the verdict, the five points and the course: each only where it is true.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::{Answer, Assessment, Explains, Tri};
use quiet_legs::clinical::report::Verdict;
use quiet_legs::content::text::result::{below, course};
use quiet_legs::content::text::{fields, options};
use quiet_legs::content::{Country, Key, Said, words};
use rules_support::*;

fn below(a: &Assessment) -> Vec<Key> {
    report(a).verdict_says.iter().map(|said| said.key).collect()
}

fn says(a: &Assessment, key: Key) -> bool {
    below(a).contains(&key)
}

fn sentence(a: &Assessment, key: Key) -> Option<String> {
    report(a).verdict_says.iter().find(|said| said.key == key).map(Said::text)
}

fn yes() -> Option<Answer> {
    Some(Answer::Yes)
}

#[test]
fn only_a_full_match_is_told_that_a_doctor_can_confirm_it() {
    assert_eq!(below(&fits())[0], below::LIKELY);
    for a in [
        fits_but(|a| a.criteria.c2 = Some(Answer::Unsure)),
        fits_but(|a| a.criteria.c2 = Some(Answer::No)),
        fits_but(|a| a.criteria.c2 = None),
        fits_but(|a| a.person.age_years = Some(1.0)),
        with_look_alikes(&[("M_CRAMP", Explains::All)]),
    ] {
        assert_eq!(below(&a)[0], below::OTHERS);
        assert!(!says(&a, below::LIKELY));
    }
}

#[test]
fn arms_alone_are_told_as_such_and_not_as_an_unsure_urge() {
    let arms = fits_but(|a| (a.criteria.c1, a.criteria.arms_only) = (Some(Answer::Unsure), Some(Tri::Yes)));
    assert_eq!(verdict(&arms), Verdict::Possible);
    assert!(says(&arms, below::ARMS_ONLY) && !says(&arms, below::UNSURE));
    let and_rest = fits_but(|a| {
        (a.criteria.c1, a.criteria.arms_only) = (Some(Answer::Unsure), Some(Tri::Yes));
        a.criteria.c2 = Some(Answer::Unsure);
    });
    let unsure = sentence(&and_rest, below::UNSURE).unwrap();
    assert!(unsure.contains("rest") && !unsure.contains("urge"), "{unsure}");
    let legs = fits_but(|a| a.criteria.c1 = Some(Answer::Unsure));
    assert!(!says(&legs, below::ARMS_ONLY));
    assert!(sentence(&legs, below::UNSURE).unwrap().contains("An urge to move the legs"));
    assert!(!says(&with_look_alikes(&[("M_CRAMP", Explains::Unsure)]), below::UNSURE));
}

#[test]
fn three_unsure_points_are_too_many_to_tell() {
    let unsure = Some(Answer::Unsure);
    assert!(says(&with_criteria([unsure, unsure, unsure, yes()]), below::CANNOT_TELL));
    assert!(!says(&with_criteria([unsure, unsure, yes(), yes()]), below::CANNOT_TELL));
}

#[test]
fn walking_that_brings_it_on_contradicts_only_moving_that_eases_it() {
    let with = |c2, c3, explains| {
        let a = with_criteria([yes(), c2, c3, yes()]);
        Assessment { look_alikes: vec![("M_STENOSIS", explains), ("M_CRAMP", Explains::All)], ..a }
    };
    assert!(says(&with(yes(), yes(), Explains::All), below::WALKING));
    assert!(says(&with(yes(), Some(Answer::Before), Explains::All), below::WALKING));
    assert!(!says(&with(yes(), Some(Answer::Unsure), Explains::All), below::WALKING));
    assert!(!says(&with(Some(Answer::Unsure), yes(), Explains::All), below::WALKING));
    assert!(!says(&with(yes(), yes(), Explains::Some), below::WALKING));
}

#[test]
fn what_presses_is_named_only_while_it_is_unsure() {
    let named = |list: &[(&'static str, Explains)]| sentence(&with_look_alikes(list), below::PRESSING);
    let pressing = named(&[("M_AKATHISIA", Explains::Unsure), ("M_CRAMP", Explains::Unsure)]).unwrap();
    assert!(!pressing.contains("cramp") && !pressing.contains(" and "), "{pressing}");
    assert!(named(&[("M_WITHDRAWAL", Explains::Unsure)]).is_some());
    assert_eq!(named(&[("M_CRAMP", Explains::All), ("M_VENOUS", Explains::Unsure)]), None);
    assert_eq!(named(&[("M_CRAMP", Explains::All), ("M_AKATHISIA", Explains::Some)]), None);
}

#[test]
fn a_habit_is_called_one_only_where_no_point_was_answered_no() {
    let tapping = fits_but(|a| {
        a.look_alikes = vec![("M_TAPPING", Explains::All)];
        a.criteria.c1_unpleasant = Some(Tri::No);
    });
    assert_eq!(verdict(&tapping), Verdict::Unlikely);
    assert!(says(&tapping, below::HABIT) && !says(&tapping, below::NO_URGE));
    let no_urge = fits_but(|a| a.criteria.c1 = Some(Answer::No));
    assert!(says(&no_urge, below::NO_URGE) && !says(&no_urge, below::HABIT));
    let no_rest = fits_but(|a| a.criteria.c2 = Some(Answer::No));
    assert!(!says(&no_rest, below::NO_URGE) && !says(&no_rest, below::HABIT) && !says(&no_rest, below::NOT_EVENING));
    assert!(says(&fits_but(|a| a.criteria.c4 = Some(Answer::No)), below::NOT_EVENING));
}

#[test]
fn what_is_still_open_is_listed_and_an_age_is_asked_for_first() {
    let open = with_criteria([yes(), None, yes(), None]);
    assert!(!says(&open, below::AGE_MISSING));
    let points = sentence(&open, below::STILL_OPEN).unwrap();
    assert_eq!(points.matches('“').count(), 2, "{points}");
    let ageless = fits_but(|a| a.person.age_years = None);
    assert!(says(&ageless, below::AGE_MISSING) && !says(&ageless, below::STILL_OPEN));
}

#[test]
fn only_a_child_alone_is_sent_to_an_adult() {
    let with = |years, adult| {
        let mut a = with_criteria([None; 4]);
        (a.person.age_years, a.person.with_adult) = (Some(years), adult);
        a
    };
    let alone = with(12.9, Some(Tri::No));
    assert_eq!(below(&alone), [below::OTHERS, below::WITH_ADULT]);
    assert!(!says(&with(12.9, Some(Tri::Yes)), below::WITH_ADULT));
    assert!(!says(&with(12.9, None), below::WITH_ADULT));
    assert!(!says(&with(13.0, Some(Tri::No)), below::WITH_ADULT));
}

#[test]
fn sleepiness_is_told_and_the_licence_only_in_the_uk() {
    let with = |country, sleepy, sign: &[&'static str]| {
        fits_but(|a| {
            a.country = country;
            a.supportive.daytime_sleepiness = sleepy;
            a.red_flags = sign.to_vec();
        })
    };
    let sleepy = with(Some(Country::Us), Some(Tri::Yes), &[]);
    assert!(says(&sleepy, below::SLEEPY) && !says(&sleepy, below::DRIVING_GB));
    assert!(says(&with(Some(Country::Gb), Some(Tri::Yes), &[]), below::DRIVING_GB));
    let asleep_at_the_wheel = with(Some(Country::Gb), None, &["SOON_DRIVE"]);
    assert!(says(&asleep_at_the_wheel, below::DRIVING_GB) && !says(&asleep_at_the_wheel, below::SLEEPY));
    assert!(!says(&with(Some(Country::Gb), Some(Tri::No), &[]), below::DRIVING_GB));
}

#[test]
fn what_supports_a_pattern_is_said_only_beside_a_pattern() {
    let with = |family, c2| fits_but(|a| (a.supportive.family_history, a.criteria.c2) = (Some(family), c2));
    assert!(says(&with(Tri::Yes, yes()), below::SUPPORTIVE));
    assert!(says(&with(Tri::Yes, Some(Answer::Unsure)), below::SUPPORTIVE));
    assert!(!says(&with(Tri::Yes, Some(Answer::No)), below::SUPPORTIVE));
    assert!(!says(&with(Tri::No, yes()), below::SUPPORTIVE));
    assert!(!says(&fits(), below::SUPPORTIVE));
}

#[test]
fn answers_of_the_time_before_treatment_are_said_to_be_so() {
    let treated = |given| fits_but(|a| a.pattern.treated_now = given);
    assert!(says(&treated(Some(Tri::Yes)), below::TREATED));
    for other in [Some(Tri::No), Some(Tri::NotSure), None] {
        assert!(!says(&treated(other), below::TREATED), "{other:?}");
    }
}

#[test]
fn a_course_without_a_duration_claims_no_start() {
    let with =
        |months| below(&fits_but(|a| (a.pattern.days_per_week, a.pattern.duration_months) = (Some(4.0), months)));
    assert!(with(None).contains(&course::OFTEN_NO_DURATION));
    assert!(with(Some(11.0)).contains(&course::OFTEN_SO_FAR));
    assert!(with(Some(12.0)).contains(&course::OFTEN));
}

#[test]
fn each_point_speaks_in_the_words_of_its_own_question() {
    let point = |a: &Assessment, at: usize| report(a).points[at].answer.iter().map(|said| said.key).collect::<Vec<_>>();
    let arms = fits_but(|a| {
        (a.criteria.c1, a.criteria.arms_only) = (Some(Answer::Unsure), Some(Tri::Yes));
        a.criteria.c2 = Some(Answer::Unsure);
    });
    assert_eq!(point(&arms, 0), [fields::c1::ARMS_ONLY]);
    assert_eq!(point(&arms, 1), [options::UNSURE]);
    let legs = fits_but(|a| (a.criteria.c1, a.criteria.arms_only) = (Some(Answer::Unsure), Some(Tri::No)));
    assert_eq!(point(&legs, 0), [options::UNSURE]);
    let faded = with_criteria([yes(), yes(), Some(Answer::Before), Some(Answer::Before)]);
    assert_eq!(point(&faded, 2), [fields::c3::BEFORE], "{}", words(fields::c3::BEFORE));
    assert_eq!(point(&faded, 3), [options::BEFORE]);
}

#[test]
fn akathisia_is_named_once_at_the_fifth_point() {
    let fifth = |list: &[(&'static str, Explains)]| {
        let a = Assessment { look_alikes: list.to_vec(), ..akathisia() };
        report(&a).points[4].answer.iter().filter(|said| said.text().contains("akathisia")).count()
    };
    for list in [&[][..], &[("M_AKATHISIA", Explains::All)], &[("M_CRAMP", Explains::Some)]] {
        assert_eq!(fifth(list), 1, "{list:?}");
    }
}
