//! The four questions about a medicine that helped and now makes it worse (evidence 8.3).
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::answers::{Answers, ListedMedicine};
use quiet_legs::clinical::assessment::{Assessment, Tri};
use quiet_legs::clinical::reading::takes_what_augments;
use quiet_legs::clinical::{flow, report};
use quiet_legs::content::Urgency;
use rules_support::{TODAY, fits_but, reason, takes};

fn answers(given: &[(&str, &str)], medicines: &[(&str, &str)]) -> Answers {
    let pairs = given.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    let mut answers: Answers = pairs.collect();
    answers.set("who", "me");
    for (typed, id) in medicines {
        let ids = if id.is_empty() { Vec::new() } else { vec![(*id).to_owned()] };
        answers.medicines.push(ListedMedicine { typed: (*typed).to_owned(), ids, timing: String::new() });
    }
    answers
}

fn is_asked(answers: &Answers) -> bool {
    flow::asked(answers, TODAY).any(|page| page.id == "augmentation")
}

fn taking(hours: Option<f64>, first: Option<Tri>) -> Assessment {
    fits_but(|a| {
        a.medicines = takes(&["pramipexole"]);
        a.augmentation = [first, Some(Tri::Yes), None, None];
        a.augmentation_hours = hours;
    })
}

#[test]
fn the_questions_are_asked_when_such_a_medicine_is_taken_or_was_stopped_lately() {
    assert!(is_asked(&answers(&[], &[("Sifrol", "pramipexole")])));
    assert!(is_asked(&answers(&[], &[("tramadol", "tramadol")])));
    assert!(is_asked(&answers(&[], &[("ropinirole", "")])));
    assert!(is_asked(&answers(&[("stopped", "yes"), ("stopped_what", "coffee and pramipexole")], &[])));
    assert!(!is_asked(&answers(&[("stopped", "no"), ("stopped_what", "pramipexole")], &[])));
    assert!(!is_asked(&answers(&[], &[("gabapentin", "gabapentin"), ("zzyzx", "")])));
}

#[test]
fn answers_without_such_a_medicine_count_for_nothing() {
    let given = [("aug_earlier", "yes"), ("aug_hours", "4")];
    let report = report::report(&answers(&given, &[("gabapentin", "gabapentin")]), TODAY);
    assert!(report.findings.iter().all(|f| f.rule != "augmentation"));
    assert!(report.urgency_because.iter().all(|reason| reason.rule != "augmentation"));
}

#[test]
fn one_yes_is_for_the_next_2_weeks_and_unsure_is_told_but_counts_nothing() {
    for at in 0..4 {
        let mut a = taking(None, None);
        a.augmentation = [None; 4];
        a.augmentation[at] = Some(Tri::Yes);
        assert_eq!(reason(&a, "augmentation").map(|reason| reason.urgency), Some(Urgency::Soon));
        a.augmentation[at] = Some(Tri::NotSure);
        assert_eq!(reason(&a, "augmentation"), None);
        assert_eq!(rules_support::report(&a).could_not_tell.len(), 1);
    }
}

#[test]
fn the_hours_are_kept_for_the_doctor_with_the_lines_experts_use() {
    let says = |hours, first| {
        let report = rules_support::report(&taking(hours, first));
        let finding = report.findings.iter().find(|f| f.rule == "augmentation").expect("augmentation").clone();
        finding.says.iter().map(|said| said.text()).collect::<Vec<_>>().join(" ")
    };
    for (hours, words) in [
        (0.5, "less than 2 hours"),
        (2.0, "2 to 4 hours"),
        (3.9, "2 to 4 hours"),
        (4.0, "4 or more hours"),
        (9.0, "4 or more hours"),
    ] {
        assert!(says(Some(hours), Some(Tri::Yes)).contains(words), "{hours}");
        assert!(!says(Some(hours), Some(Tri::No)).contains("hours earlier"), "{hours}");
    }
    assert!(!says(None, Some(Tri::Yes)).contains("hours earlier"));
    let because = reason(&taking(Some(3.0), Some(Tri::Yes)), "augmentation").expect("a reason").because;
    assert_eq!(because, ["aug_earlier", "aug_hours", "aug_more", "medicines[0]"]);
}

#[test]
fn the_hours_are_asked_after_a_yes_only_and_read_as_the_lower_end() {
    let pramipexole = [("pramipexole", "pramipexole")];
    let fields = |given: &[(&str, &str)]| {
        let answers = answers(given, &pramipexole);
        let page = flow::page("augmentation").expect("page");
        flow::fields(page, &answers, TODAY).map(|field| field.id).collect::<Vec<_>>()
    };
    assert!(fields(&[("aug_earlier", "yes")]).contains(&"aug_hours"));
    assert!(!fields(&[("aug_earlier", "unsure")]).contains(&"aug_hours"));
    let read = |given: &[(&str, &str)]| Assessment::read(&answers(given, &pramipexole));
    assert_eq!(read(&[("aug_hours", "2")]).augmentation_hours, Some(2.0));
    let unsure = read(&[("aug_hours", "unsure")]);
    assert_eq!((unsure.augmentation_hours, unsure.also_unsure), (None, vec!["aug_hours"]));
}

#[test]
fn a_name_noted_in_the_diary_counts_when_it_means_one_medicine_and_no_other() {
    let nothing = answers(&[], &[]);
    let noted = |name: &str| takes_what_augments(&nothing, &[name.to_owned()]);
    assert!(noted("Pramipexole") && noted("ropinirole"));
    assert!(!noted("magnesium") && !noted("pramip") && !noted("") && !takes_what_augments(&nothing, &[]));
    assert!(takes_what_augments(&answers(&[], &[("Sifrol", "pramipexole")]), &[]));
}
