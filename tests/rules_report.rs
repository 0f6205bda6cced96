//! Promises about what the result says: the verdict sentence, the five points, findings, gaps, sentences to say.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::{Answer, Assessment, Explains, Lab, Tri};
use quiet_legs::clinical::report::{Finding, Fit, Report, Verdict};
use quiet_legs::content::{CONDITIONS, Group, Key, Said, words};
use rules_support::*;

fn sentence(verdict: Verdict) -> String {
    let headline = verdict.headline();
    let rest = headline.word_and_after.map(|(word, after)| [words(word), words(after)].join(" "));
    [Some(words(headline.before).to_owned()), rest].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn all(said: &[Said]) -> String {
    said.iter().map(Said::text).collect::<Vec<_>>().join(" | ")
}

fn below(a: &Assessment) -> String {
    all(&report(a).verdict_says)
}

fn rules(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.rule.as_str()).collect()
}

fn finding(a: &Assessment, rule: &str) -> Option<Finding> {
    report(a).findings.into_iter().find(|finding| finding.rule == rule)
}

fn with_ferritin(value: &str) -> Assessment {
    fits_but(|a| a.labs.ferritin = Some(Lab { value: value.into(), unit: "ng/mL".into() }))
}

#[test]
fn each_verdict_has_the_sentence_of_the_evidence() {
    let table = [
        (Verdict::Likely, "Your answers match the usual pattern of restless legs syndrome."),
        (Verdict::Possible, "Your answers partly match restless legs syndrome."),
        (Verdict::NeedsDifferential, "Your legs may be restless for another reason."),
        (Verdict::Unlikely, "Your answers do not match the usual pattern of restless legs syndrome."),
        (Verdict::Incomplete, "A few questions are left."),
        (Verdict::CannotScreen, "These questions do not work here."),
    ];
    for (verdict, expected) in table {
        assert_eq!(sentence(verdict), expected);
    }
}

#[test]
fn the_first_sentence_below_is_always_that_this_is_no_diagnosis() {
    let likely = fits();
    let possible = fits_but(|a| a.criteria.c3 = Some(Answer::Unsure));
    let elsewhere = with_look_alikes(&[("M_CRAMP", Explains::All)]);
    let unlikely = fits_but(|a| a.criteria.c3 = Some(Answer::No));
    let young = fits_but(|a| a.person.age_years = Some(1.0));
    for a in [likely, possible, elsewhere, unlikely, young, Assessment::default()] {
        assert!(below(&a).starts_with("This is not a diagnosis. Only a "), "{}", below(&a));
    }
}

#[test]
fn what_was_unsure_is_named_with_a_way_to_notice_it() {
    let a = fits_but(|a| a.criteria.c3 = Some(Answer::Unsure));
    assert!(below(&a).contains("You were not sure about “Moving eases it”."));
    assert!(all(&report(&a).could_not_tell).contains("Notice what happens when you walk"));
    let many = with_criteria([Some(Answer::Unsure); 4]);
    assert!(below(&many).contains("We cannot tell from these answers."));
}

#[test]
fn what_did_not_fit_is_named() {
    let a = with_criteria([Some(Answer::No), Some(Answer::Yes), Some(Answer::Yes), Some(Answer::No)]);
    let said = below(&a);
    assert!(
        said.contains("What does not fit: “An urge to move the legs” and “It is worse in the evening or at night”.")
    );
    assert!(said.contains("nerves, veins or joints"));
    assert!(said.contains("If something is still wrong with your legs, see a doctor or nurse."));
}

#[test]
fn a_pattern_that_faded_is_said_and_asks_about_augmentation_on_a_dopamine_medicine() {
    let faded = with_criteria([Some(Answer::Yes), Some(Answer::Yes), Some(Answer::Before), Some(Answer::Before)]);
    assert!(below(&faded).contains("has faded"));
    assert!(!below(&faded).contains("augmentation"));
    let treated = Assessment { medicines: takes(&["ropinirole"]), ..faded };
    assert!(below(&treated).contains("augmentation"));
    assert!(!below(&fits()).contains("has faded"));
}

#[test]
fn a_look_alike_beside_a_match_is_asked_about_too() {
    assert!(below(&with_look_alikes(&[("M_CRAMP", Explains::Some)])).contains("night leg cramps"));
    assert!(below(&with_look_alikes(&[("M_VENOUS", Explains::Unsure)])).contains("vein trouble or swollen legs"));
}

#[test]
fn the_swollen_leg_is_mentioned_when_it_is_always_the_same_leg() {
    let a = fits_but(|a| a.criteria.one_leg_only = Some(Tri::Yes));
    assert!(below(&a).contains("swollen, red, warm or tender, call"));
}

#[test]
fn persistent_is_said_only_after_a_year() {
    let with =
        |months| below(&fits_but(|a| (a.pattern.days_per_week, a.pattern.duration_months) = (Some(4.0), months)));
    assert!(with(Some(12.0)).contains("Doctors call this persistent."));
    assert!(with(Some(3.0)).contains("So far"));
    assert!(!with(Some(3.0)).contains("persistent"));
    assert!(!with(None).contains("persistent"));
    for months in [Some(12.0), Some(3.0), None] {
        assert!(!with(months).contains("chronic"));
    }
}

#[test]
fn points_show_the_words_tapped_or_the_plainest_ones() {
    let a = fits_but(|a| a.criteria.c1_unpleasant = Some(Tri::No));
    let points = report(&a).points;
    assert_eq!(points.iter().map(|p| p.id).collect::<Vec<_>>(), ["C1", "C2", "C3", "C4", "C5"]);
    assert_eq!(all(&points[0].answer), "Yes | Without an unpleasant feeling");
    assert_eq!(all(&points[2].answer), "Yes");
    assert_eq!(all(&points[4].answer), "None of these");
    assert!(points.iter().all(|point| point.fit == Fit::Fits));
    let tapped: Key = quiet_legs::content::text::fields::c3::ONLY_WHILE;
    let a = fits_but(|a| a.criteria.tapped[2] = Some(tapped));
    assert_eq!(all(&report(&a).points[2].answer), "Only for as long as I move");
    let before = with_criteria([Some(Answer::Yes), Some(Answer::Yes), Some(Answer::Before), Some(Answer::Before)]);
    assert_eq!(all(&report(&before).points[3].answer), "It used to be, now it is there all day");
}

#[test]
fn points_that_were_not_answered_say_so() {
    let points = report(&Assessment::default()).points;
    assert!(points.iter().all(|point| point.fit == Fit::NotAnswered && point.answer.is_empty()));
}

#[test]
fn look_alikes_are_named_at_the_fifth_point_with_what_they_explain() {
    let fifth = |list: &[(&'static str, Explains)]| all(&report(&with_look_alikes(list)).points[4].answer);
    assert_eq!(fifth(&[("M_CRAMP", Explains::Some)]), "Night leg cramps: not every time");
    assert_eq!(fifth(&[("M_CRAMP", Explains::All)]), "Night leg cramps: every time");
    assert_eq!(fifth(&[("M_CRAMP", Explains::Unsure)]), "Night leg cramps: not sure how often");
    let ak = report(&akathisia());
    assert_eq!(ak.points[4].fit, Fit::DoesNotFit);
    assert!(all(&ak.points[4].answer).contains("akathisia"));
}

#[test]
fn every_condition_that_is_ticked_is_told_with_what_to_ask() {
    for row in &CONDITIONS {
        let a = fits_but(|a| a.conditions = vec![row.id]);
        let found = finding(&a, &format!("condition.{}", row.id)).unwrap();
        assert_eq!(found.group, row.group);
        assert_eq!(found.urgency, row.urgency);
        assert_eq!(found.sources, row.sources);
        assert!(found.name.text().starts_with(|c: char| c.is_uppercase()), "{}", found.name.text());
        let unlikely = Assessment { criteria: with_criteria([Some(Answer::No); 4]).criteria, ..a };
        assert_eq!(finding(&unlikely, &format!("condition.{}", row.id)).unwrap().urgency, None);
    }
}

#[test]
fn findings_stand_in_the_order_of_their_groups_and_the_hardly_studied_last() {
    let a = fits_but(|a| {
        a.conditions = vec!["diabetes", "pregnancy"];
        a.medicines = takes(&["caffeine", "sertraline", "blood_donation"]);
        a.supportive.family_history = Some(Tri::Yes);
        a.labs = with_ferritin("18").labs;
    });
    let report = report(&a);
    let groups: Vec<Group> = report.findings.iter().map(|finding| finding.group).collect();
    assert!(groups.is_sorted());
    use Group::{Condition, Family, Habit, Iron, LifeStage, Medicine};
    assert_eq!(groups, [Iron, Iron, Medicine, Condition, LifeStage, LifeStage, Family, Habit]);
    for group in [Iron, Medicine, Condition, LifeStage, Family, Habit] {
        let faint: Vec<bool> = report.findings.iter().filter(|f| f.group == group).map(|f| f.faint).collect();
        assert!(faint.is_sorted());
    }
}

#[test]
fn a_name_we_do_not_know_is_told_as_typed_and_never_as_harmless() {
    let a = fits_but(|a| a.medicines = vec![entry("zzyzx 5mg", &[])]);
    let found = finding(&a, "medicine_unknown").unwrap();
    assert_eq!(found.name.text(), "zzyzx 5mg");
    assert!(all(&found.says).contains("Ask a pharmacist"));
    assert!(report(&a).no_cause.is_none());
}

#[test]
fn substances_are_told_as_habits_where_they_were_ticked() {
    let mut a = fits();
    a.medicines = vec![entry("", &["caffeine"])];
    let found = finding(&a, "habit.caffeine").unwrap();
    assert_eq!(found.group, Group::Habit);
    assert_eq!(found.because, ["substance.caffeine"]);
    assert!(!all(&found.says).contains("prescribed medicine"));
    // Told once: not among the medicines as well. What is typed into the list is told there.
    assert!(finding(&a, "medicine.caffeine").is_none());
    let typed = fits_but(|a| a.medicines = takes(&["nicotine"]));
    assert!(finding(&typed, "medicine.nicotine").is_some() && finding(&typed, "habit.nicotine").is_none());
}

#[test]
fn family_numbers_are_told_in_words() {
    let a = fits_but(|a| a.supportive.family_history = Some(Tri::Yes));
    let found = finding(&a, "family").unwrap();
    assert!(all(&found.says).contains("3 to 4 times"));
    assert!(below(&a).contains("a close relative"));
    for other in [Tri::No, Tri::NotSure] {
        assert!(finding(&fits_but(|a| a.supportive.family_history = Some(other)), "family").is_none());
    }
}

#[test]
fn iron_numbers_are_one_finding_with_their_rule() {
    let found = finding(&with_ferritin("18"), "iron.ADULT_DEFICIENT").unwrap();
    assert_eq!(found.group, Group::Iron);
    assert!(found.because.contains(&"ferritin".to_owned()));
    assert!(!found.sources.is_empty());
}

#[test]
fn a_finding_about_iron_is_not_lost_where_no_number_was_given() {
    let gave = |labs: Assessment| Assessment { medicines: takes(&["blood_donation"]), ..labs };
    for a in [gave(fits()), gave(with_ferritin("18"))] {
        let report = report(&a);
        let about_iron: Vec<&str> = report.about_iron().map(|(_, found)| found.rule.as_str()).collect();
        assert!(about_iron.contains(&"medicine.blood_donation"), "{about_iron:?}");
        assert_eq!(report.behind().count() + about_iron.len(), report.findings.len(), "each stands in one part");
    }
}

#[test]
fn iron_on_the_list_counts_when_its_name_is_typed_in_full_and_never_tapped() {
    let a = Assessment { medicines: vec![entry("ferrous sulfate", &[])], ..with_ferritin("50") };
    let iron = report(&a).iron.unwrap();
    assert!(iron.modifiers.contains(&quiet_legs::content::IronModifier::OnIronNow));
}

#[test]
fn iron_lines_are_told_otherwise_where_the_answers_point_elsewhere() {
    let says = |a: &Assessment| all(&finding(a, "iron.ADULT_RLS_LOW").unwrap().says);
    let matching = with_ferritin("50");
    assert!(!says(&matching).contains("point elsewhere"));
    for other in [with_look_alikes(&[("M_CRAMP", Explains::All)]), with_criteria([Some(Answer::No); 4])] {
        assert!(says(&Assessment { labs: matching.labs.clone(), ..other }).contains("point elsewhere"));
    }
}

#[test]
fn nothing_points_to_a_cause_is_said_only_when_it_is_so() {
    let none = |a: &Assessment| report(a).no_cause.map(|said| said.text());
    assert!(none(&fits()).unwrap().contains("it often runs in families"));
    // Known and without a link, or known not to matter: still no cause.
    for id in ["paracetamol", "gabapentin"] {
        assert!(none(&fits_but(|a| a.medicines = takes(&[id]))).is_some(), "{id}");
    }
    assert!(none(&with_ferritin("150")).is_some());
    assert!(none(&fits_but(|a| a.conditions = vec!["hypertension"])).is_some());
    for change in [
        (|a| a.medicines = takes(&["sertraline"])) as fn(&mut Assessment),
        // Hardly studied is not the same as nothing.
        |a| a.medicines = takes(&["buspirone"]),
        |a| a.conditions = vec!["diabetes"],
        |a| a.supportive.family_history = Some(Tri::Yes),
        |a| a.labs = with_ferritin("18").labs,
        |a| a.labs = with_ferritin("60").labs,
        |a| a.criteria.c3 = Some(Answer::No),
        |a| a.look_alikes = vec![("M_CRAMP", Explains::All)],
    ] {
        let a = fits_but(change);
        assert!(none(&a).is_none(), "{:?}", rules(&report(&a)));
    }
}

#[test]
fn what_was_not_looked_at_is_named() {
    let gaps = |a: &Assessment| all(&report(a).not_looked_at);
    let nothing = gaps(&fits());
    for words in [
        "(ferritin) have not been tested",
        "which medicines you take",
        "other conditions",
        "warning signs",
        "close relative",
    ] {
        assert!(nothing.contains(words), "{words}");
    }
    let asked = fits_but(|a| {
        a.red_flags_answered = true;
        a.takes_none = Some(Tri::Yes);
        a.conditions_answered = true;
        a.supportive.family_history = Some(Tri::No);
        a.labs = with_ferritin("150").labs;
    });
    assert_eq!(report(&asked).not_looked_at.len(), 1);
    assert!(gaps(&asked).contains("TSAT"));
    let unsure = Assessment { takes_none: Some(Tri::NotSure), ..asked };
    assert!(gaps(&unsure).contains("which medicines you take"));
}

#[test]
fn every_not_sure_is_told() {
    let told = |change: fn(&mut Assessment)| all(&report(&fits_but(change)).could_not_tell);
    assert_eq!(told(|_| {}), "");
    assert!(told(|a| a.look_alikes = vec![("M_CRAMP", Explains::Unsure)]).contains("night leg cramps"));
    assert!(told(|a| a.supportive.family_history = Some(Tri::NotSure)).contains("You were not sure: "));
    assert!(told(|a| a.also_unsure = vec!["kidneys"]).contains("You were not sure: Kidneys"));
    assert!(told(|a| a.body.whole_body = Some(Tri::NotSure)).contains("Whole body restless"));
    let about_it = |a: &mut Assessment| (a.augmentation[1], a.medicines) = (Some(Tri::NotSure), takes(&["ropinirole"]));
    assert!(told(about_it).contains("Needs more"));
    assert_eq!(told(|a| a.augmentation[1] = Some(Tri::NotSure)), "");
    assert!(told(|a| a.labs.iv_iron_last_12_weeks = Some(Tri::NotSure)).contains("drip"));
}

#[test]
fn no_warning_sign_is_said_only_when_they_were_asked() {
    let told = |answered, signs: Vec<&'static str>| {
        report(&fits_but(|a| (a.red_flags_answered, a.red_flags) = (answered, signs))).no_warning_sign
    };
    assert!(told(true, vec![]).unwrap().text().contains("get help at once"));
    assert!(told(false, vec![]).is_none());
    assert!(told(true, vec!["SOON_SLEEP"]).is_none());
}

#[test]
fn what_to_say_names_what_the_answers_told() {
    let a = fits_but(|a| {
        a.impact = significant();
        a.medicines = takes(&["sertraline", "diphenhydramine"]);
    });
    let said = all(&report(&a).to_say);
    assert!(said.contains("I get an urge to move my legs"));
    assert!(said.contains("It keeps me from sleeping."));
    assert!(said.contains("Could diphenhydramine or sertraline be part of it?"));
    assert!(
        said.contains("Could ferritin and transferrin saturation be tested, in the morning, 24 hours after any iron?")
    );
    let known = Assessment { labs: with_ferritin("45").labs, ..fits() };
    assert!(all(&report(&known).to_say).contains("Ferritin was 45 ng/mL."));
}

#[test]
fn who_answers_for_another_speaks_of_the_person() {
    let a = fits_but(|a| (a.person.answered_for, a.impact) = (true, significant()));
    let said = all(&report(&a).to_say);
    assert!(said.contains("The person I speak for"));
    assert!(!said.contains(" my ") && !said.contains(" me "));
}

#[test]
fn a_test_of_iron_is_not_suggested_where_the_answers_do_not_match() {
    let said = all(&report(&with_criteria([Some(Answer::No); 4])).to_say);
    assert!(!said.contains("ferritin"), "{said}");
}
