//! Promises about what may be behind it: what counts as a cause, what each finding says, and what it rests on.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::assessment::{Alcohol, Answer, Assessment, Caffeine, Explains, Lab, Pregnancy, Tri};
use quiet_legs::clinical::findings::rule;
use quiet_legs::clinical::report::{Finding, Verdict};
use quiet_legs::content::text::discuss;
use quiet_legs::content::{IRON_CLASSES, IRON_MODIFIERS, IronClass, IronModifier, Key, Said, Urgency};
use rules_support::*;

fn finding(a: &Assessment, rule: &str) -> Finding {
    report(a).findings.into_iter().find(|finding| finding.rule == rule).unwrap_or_else(|| panic!("no {rule}"))
}

fn keys(said: &[Said]) -> Vec<Key> {
    said.iter().map(|said| said.key).collect()
}

fn lab(value: &str, unit: &str) -> Option<Lab> {
    Some(Lab { value: value.into(), unit: unit.into() })
}

fn no_cause(a: &Assessment) -> bool {
    report(a).no_cause.is_some()
}

fn stopped(name: &str) -> Assessment {
    fits_but(|a| (a.stopped_lately, a.stopped_names) = (Some(Tri::Yes), vec![name.to_owned()]))
}

#[test]
fn two_medicines_that_are_dangerous_together_are_no_cause_by_that() {
    let a = fits_but(|a| a.medicines = takes(&["gabapentin", "oxycodone"]));
    assert!(finding(&a, "combination.X1").urgency.is_some());
    assert!(no_cause(&a));
}

#[test]
fn what_was_stopped_is_a_cause_unless_the_evidence_names_no_line_for_it() {
    assert!(!no_cause(&stopped("tramadol")));
    assert!(!no_cause(&stopped("sertraline")));
    assert!(!no_cause(&stopped("zzyzx")));
    assert!(no_cause(&stopped("paracetamol")));
}

#[test]
fn a_saturation_under_20_is_a_cause_without_a_ferritin_and_20_is_none() {
    let with = |tsat| fits_but(|a| a.labs.tsat = lab(tsat, "%"));
    assert!(!no_cause(&with("19.9")));
    assert!(no_cause(&with("20")));
    assert!(no_cause(&with("30")));
}

#[test]
fn every_rule_is_found_by_its_own_name() {
    for id in ["akathisia", "augmentation", "combination", "condition", "dialysis", "family", "habit", "pregnant"] {
        assert_eq!(rule(id).unwrap().id, id);
    }
    assert!(rule("").is_none());
}

#[test]
fn the_general_caution_stands_only_where_a_medicine_has_none_of_its_own() {
    let cautions =
        |id: &'static str| keys(&finding(&fits_but(|a| a.medicines = takes(&[id])), &format!("medicine.{id}")).says);
    assert!(cautions("buspirone").contains(&discuss::D0));
    let own = cautions("sertraline");
    assert!(own.contains(&discuss::D1) && !own.contains(&discuss::D0));
    // A substance is not prescribed.
    for substance in ["caffeine", "nicotine"] {
        assert!(!cautions(substance).contains(&discuss::D0), "{substance}");
    }
    let unknown = finding(&fits_but(|a| a.medicines = vec![entry("zzyzx", &[])]), "medicine_unknown");
    assert!(keys(&unknown.says).contains(&discuss::D0));
}

#[test]
fn restlessness_from_a_medicine_is_a_finding_for_today() {
    let found = finding(&akathisia(), "akathisia");
    assert_eq!(found.urgency, Some(Urgency::SameDay));
    assert_eq!(found.rule_says, [Said::plain(rule("akathisia").unwrap().text)]);
    assert!(report(&fits()).findings.iter().all(|finding| finding.rule != "akathisia"));
}

#[test]
fn the_answers_behind_akathisia_name_the_medicines_that_can_do_it_and_the_unknown_ones() {
    let a = Assessment {
        medicines: vec![entry("", &["sertraline"]), entry("", &["paracetamol"]), entry("zzyzx", &[])],
        ..akathisia()
    };
    let because = finding(&a, "akathisia").because;
    assert!(because.contains(&"medicines[0]".to_owned()) && because.contains(&"medicines[2]".to_owned()));
    assert!(!because.contains(&"medicines[1]".to_owned()), "{because:?}");
}

#[test]
fn pregnancy_and_dialysis_add_their_own_rule_and_other_conditions_none() {
    let rules =
        |id: &'static str| finding(&fits_but(|a| a.conditions = vec![id]), &format!("condition.{id}")).rule_says;
    let text = |id: &str| Said::plain(rule(id).unwrap().text);
    assert_eq!(rules("pregnancy"), [text("condition"), text("pregnant")]);
    assert_eq!(rules("dialysis"), [text("condition"), text("dialysis")]);
    assert_eq!(rules("diabetes"), [text("condition")]);
}

#[test]
fn a_condition_is_told_where_it_was_asked() {
    let because =
        |id: &'static str| finding(&fits_but(|a| a.conditions = vec![id]), &format!("condition.{id}")).because;
    assert_eq!(because("pregnancy"), ["pregnant"]);
    assert_eq!(because("blood_donor"), ["donations"]);
    for id in ["ckd", "dialysis", "kidney_transplant"] {
        assert_eq!(because(id), ["kidneys"], "{id}");
    }
    assert_eq!(because("diabetes"), ["condition.diabetes"]);
}

#[test]
fn iron_is_told_and_asked_about_in_the_words_of_its_own_row() {
    let a = fits_but(|a| {
        a.labs.ferritin = lab("20", "ng/mL");
        a.person.age_years = Some(60.0);
    });
    let row = IRON_CLASSES.iter().find(|row| row.class == IronClass::AdultDeficient).unwrap();
    assert_eq!(finding(&a, "iron.ADULT_DEFICIENT").rule_says, [Said::plain(row.rule)]);
    let asked = row.ask.unwrap_or(row.says);
    assert_eq!(reason(&a, "iron.ADULT_DEFICIENT").unwrap().says, Said::plain(asked));
    let search = IRON_MODIFIERS.iter().find(|row| row.modifier == IronModifier::CauseSearch).unwrap();
    assert_eq!(reason(&a, "iron.CAUSE_SEARCH").unwrap().says, Said::plain(search.says.unwrap()));
}

#[test]
fn a_habit_rests_on_the_box_and_on_how_much_was_told() {
    let with = |id: &'static str, change: fn(&mut Assessment)| {
        let a = fits_but(|a| {
            a.medicines = vec![entry("", &[id])];
            change(a);
        });
        finding(&a, &format!("habit.{id}")).because
    };
    assert_eq!(with("caffeine", |_| {}), ["substance.caffeine"]);
    let early = with("caffeine", |a| a.habits.caffeine = Some(Caffeine::BeforeMidday));
    assert_eq!(early, ["substance.caffeine", "caffeine_last"]);
    assert_eq!(with("alcohol", |_| {}), ["substance.alcohol"]);
    let often = with("alcohol", |a| a.habits.alcohol = Some(Alcohol::MostEvenings));
    assert_eq!(often, ["substance.alcohol", "alcohol_often"]);
    assert_eq!(with("blood_donation", |_| {}), ["substance.blood_donation"]);
    assert_eq!(with("blood_donation", |a| a.habits.donations = Some(1)), ["substance.blood_donation", "donations"]);
}

#[test]
fn a_medicine_against_acid_told_as_a_habit_brings_its_own_caution() {
    let a = fits_but(|a| a.habits.acid_reducer = Some(Tri::Yes));
    assert!(keys(&finding(&a, "habit.acid_reducer").says).contains(&discuss::D16));
    let other = fits_but(|a| a.habits.meatless = Some(Tri::Yes));
    assert!(!keys(&finding(&other, "habit.meatless").says).contains(&discuss::D16));
}

#[test]
fn a_look_alike_that_a_rule_adds_rests_on_no_box() {
    let because = |a: &Assessment, id: &str| {
        report(a).look_alikes.into_iter().find(|said| said.id == id).unwrap_or_else(|| panic!("no {id}")).because
    };
    let walking = with_look_alikes(&[("M_STENOSIS", Explains::All)]);
    assert_eq!(because(&walking, "M_STENOSIS"), ["tick.M_STENOSIS", "look.M_STENOSIS"]);
    assert_eq!(because(&walking, "M_PAD"), [""; 0]);
}

#[test]
fn look_alikes_stand_in_the_order_of_what_they_explain() {
    let a = with_look_alikes(&[
        ("M_CRAMP", Explains::Some),
        ("M_VENOUS", Explains::Unsure),
        ("M_STENOSIS", Explains::All),
        ("M_NEUROPATHY", Explains::All),
    ]);
    let mut found = shown(&a);
    found.truncate(2);
    found.sort_unstable();
    assert_eq!(found, ["M_NEUROPATHY", "M_STENOSIS"]);
    // The rule about walking adds one, before the unsure and before what explains only some of it.
    assert_eq!(shown(&a)[2..], ["M_PAD", "M_VENOUS", "M_CRAMP"]);
    let unsure = with_look_alikes(&[("M_CRAMP", Explains::Some), ("M_VENOUS", Explains::Unsure)]);
    assert_eq!(shown(&unsure), ["M_VENOUS", "M_CRAMP"]);
}

#[test]
fn augmentation_is_a_finding_for_the_next_2_weeks() {
    let a = fits_but(|a| {
        a.medicines = takes(&["ropinirole"]);
        a.augmentation[2] = Some(Tri::Yes);
    });
    assert_eq!(finding(&a, "augmentation").urgency, Some(Urgency::Soon));
}

#[test]
fn the_hours_stand_behind_augmentation_only_where_it_starts_earlier() {
    let because = |at: usize, hours| {
        let a = fits_but(|a| {
            a.medicines = takes(&["ropinirole"]);
            a.augmentation[at] = Some(Tri::Yes);
            a.augmentation_hours = hours;
        });
        finding(&a, "augmentation").because
    };
    assert_eq!(because(0, Some(2.0)), ["aug_earlier", "aug_hours", "medicines[0]"]);
    assert_eq!(because(0, None), ["aug_earlier", "medicines[0]"]);
    assert_eq!(because(1, Some(2.0)), ["aug_more", "medicines[0]"]);
}

#[test]
fn everything_but_iron_stands_under_what_may_be_behind_it() {
    let a = fits_but(|a| (a.medicines, a.labs.ferritin) = (takes(&["sertraline"]), lab("20", "ng/mL")));
    let report = report(&a);
    let rules: Vec<&str> = report.behind().map(|(_, found)| found.rule.as_str()).collect();
    assert_eq!(rules, ["medicine.sertraline"]);
    assert!(report.behind().all(|(at, found)| report.findings[at] == *found));
}

#[test]
fn two_things_stopped_with_the_same_danger_keep_its_caution() {
    let a = fits_but(|a| {
        a.stopped_lately = Some(Tri::Yes);
        a.stopped_names = vec!["mirtazapine".into(), "trazodone".into()];
    });
    assert!(keys(&finding(&a, "withdrawal.other").says).contains(&discuss::D1));
}

#[test]
fn a_sedative_of_the_withdrawal_table_is_one_that_is_dangerous_to_stop() {
    assert_eq!(finding(&stopped("diazepam"), "withdrawal.sedative").because, ["stopped_what"]);
    assert_eq!(finding(&stopped("zuranolone"), "withdrawal.other").because, ["stopped_what"]);
}

#[test]
fn the_time_after_birth_is_told_only_to_a_pregnancy_whose_answers_match() {
    let notes = |a: &Assessment| report(a).time_notes.iter().map(|note| note.id).collect::<Vec<_>>();
    let pregnant = fits_but(|a| (a.conditions, a.person.pregnancy) = (vec!["pregnancy"], Pregnancy::Yes(Some(3))));
    assert_eq!(notes(&pregnant), ["pregnancy"]);
    let unlikely = Assessment { criteria: with_criteria([Some(Answer::No); 4]).criteria, ..pregnant };
    assert_eq!(verdict(&unlikely), Verdict::Unlikely);
    assert_eq!(notes(&unlikely), [""; 0]);
}

#[test]
fn a_box_that_was_ticked_is_named_by_itself_in_a_combination() {
    let a = fits_but(|a| a.medicines = vec![entry("tramadol", &["tramadol"]), entry("", &["alcohol"])]);
    let found = report(&a).danger_combinations.into_iter().find(|one| one.id == "X1").unwrap();
    assert_eq!(found.entries, ["tramadol", "alcohol"]);
    assert_eq!(found.because, ["medicines[0]", "substance.alcohol"]);
}

#[test]
fn kidneys_matter_beside_a_gabapentinoid_and_paracetamol_counts_under_any_name() {
    let combinations = |a: &Assessment| report(a).danger_combinations.iter().map(|one| one.id).collect::<Vec<_>>();
    let kidneys = |id: &'static str| fits_but(|a| (a.conditions, a.medicines) = (vec!["ckd"], takes(&[id])));
    assert_eq!(combinations(&kidneys("pregabalin")), ["X10"]);
    assert_eq!(combinations(&kidneys("oxycodone")), [""; 0]);
    let twice = fits_but(|a| a.medicines = vec![entry("Panamax", &["paracetamol"]), entry("Lemsip", &["paracetamol"])]);
    assert_eq!(combinations(&twice), ["X8"]);
}
