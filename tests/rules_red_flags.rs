//! Promises about warning signs (evidence 3 and 10.1), whom to call, and the questions that hold them.
#![cfg(not(target_arch = "wasm32"))]

mod rules_support;

use quiet_legs::clinical::answers::{Answers, ListedMedicine};
use quiet_legs::clinical::assessment::{Assessment, Lab, Sex, Tri};
use quiet_legs::clinical::report::report as report_of;
use quiet_legs::clinical::{flow, reading};
use quiet_legs::content::{CONDITIONS, Country, EMERGENCY, Fact, LOOK_ALIKES, PAGES, SIGNS, Urgency, words};
use rules_support::*;

fn answers(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// Codes of a checkbox prefix on offer for these answers.
fn offered(prefix: &str, answers: &Answers) -> Vec<&'static str> {
    let fields = flow::asked(answers, TODAY).flat_map(|page| flow::fields(page, answers, TODAY));
    let of = fields.filter(|field| field.prefix() == prefix && field.id != field.prefix());
    of.flat_map(|field| flow::options(field, answers, TODAY)).map(|option| option.code).collect()
}

fn asked(answers: &Answers, page: &str) -> bool {
    flow::asked(answers, TODAY).any(|asked| asked.id == page)
}

fn signs(answers: &Answers) -> Vec<&'static str> {
    reading::red_flags(answers).iter().map(|sign| sign.id).collect()
}

#[test]
fn every_sign_of_the_evidence_is_there_with_its_urgency() {
    let mut wanted: Vec<(String, Urgency)> = Vec::new();
    wanted.extend((1..=13).map(|n| (format!("E{n}"), Urgency::EmergencyNow)));
    wanted.extend((1..=14).map(|n| (format!("SD{n}"), Urgency::SameDay)));
    for soon in ["SOON_SLEEP", "SOON_MOOD", "SOON_DRIVE", "SOON_UNWELL", "SOON_CHILD"] {
        wanted.push((soon.to_owned(), Urgency::Soon));
    }
    let there: Vec<(String, Urgency)> = SIGNS.iter().map(|sign| (sign.id.to_owned(), sign.urgency)).collect();
    assert_eq!(there, wanted);
}

#[test]
fn every_sign_can_be_ticked_but_those_that_follow_from_other_answers() {
    let child = offered("sign", &answers(&[("age", "15")]));
    let adult = offered("sign", &answers(&[("age", "30")]));
    for sign in SIGNS.iter().map(|sign| sign.id) {
        let follows = ["E6", "SD2", "SD4"].contains(&sign);
        assert_eq!(child.contains(&sign), !follows, "{sign}");
        let of_children = ["SD13", "SOON_CHILD"].contains(&sign);
        assert_eq!(adult.contains(&sign), !follows && !of_children, "{sign}");
    }
}

#[test]
fn a_limp_and_night_pain_in_one_spot_are_for_the_next_2_weeks_and_not_growing_pains() {
    let a = answers(&[("age", "7"), ("sign.SOON_CHILD", "yes")]);
    let report = report_of(&a, TODAY);
    assert_eq!(report.urgency, Urgency::Soon);
    let sign = SIGNS.iter().find(|sign| sign.id == "SOON_CHILD").unwrap();
    assert!(words(sign.act).contains("not growing pains"));
}

#[test]
fn a_low_mood_is_for_the_next_2_weeks_and_despair_is_for_today() {
    let low = answers(&[("age", "40"), ("sign.SOON_MOOD", "yes")]);
    assert_eq!(report_of(&low, TODAY).urgency, Urgency::Soon);
    let despair = report_of(&answers(&[("age", "40"), ("sign.SD3", "yes")]), TODAY);
    assert_eq!(despair.urgency, Urgency::SameDay);
    assert!(despair.helpline.is_some());
    assert!(!offered("sign", &answers(&[("age", "12")])).contains(&"SD3"));
}

#[test]
fn the_two_questions_about_mood_lead_where_the_evidence_says() {
    for (mood, now, wanted) in [
        ("yes", "yes", &["E6"][..]),
        ("yes", "unsure", &["E6"]),
        ("yes", "no", &["SD3"]),
        ("yes", "", &["SD3"]),
        ("no", "", &[]),
        ("skip", "", &[]),
    ] {
        let a = answers(&[("age", "30"), ("mood", mood), ("mood_now", now)]);
        assert_eq!(signs(&a), wanted, "{mood} {now}");
        assert_eq!(report_of(&a, TODAY).helpline.is_some(), mood != "no", "{mood}");
        assert_eq!(asked(&a, "mood-now"), mood == "yes");
    }
    assert!(!asked(&answers(&[("age", "12.9")]), "mood") && asked(&answers(&[("age", "13")]), "mood"));
}

#[test]
fn questions_about_mood_driving_and_every_other_sign_can_be_left_out() {
    let fields = PAGES.iter().flat_map(|page| page.fields);
    let of_signs = fields.filter(|field| field.prefix() == "sign" || field.id.starts_with("mood"));
    assert!(of_signs.clone().count() >= 9);
    for field in of_signs {
        assert!(field.required.is_none(), "{}", field.id);
    }
}

#[test]
fn each_country_has_its_number_and_its_helpline() {
    for (country, said, dial, lines) in [
        ("GB", "999 or 112", "999", &["116 123", "option 2", "0808 808 8000", "0800 1111"][..]),
        ("IE", "999 or 112", "112", &["116 123"]),
        ("EU", "112", "112", &["112", "findahelpline.com"]),
        ("US", "911", "911", &["988"]),
        ("CA", "911", "911", &["988"]),
        ("AU", "000", "000", &["13 11 14", "1800 55 1800"]),
        ("NZ", "111", "111", &["1737"]),
        ("IN", "112", "112", &["findahelpline.com"]),
        ("JP", "119", "119", &["findahelpline.com"]),
        ("other", "112 works from mobile phones", "", &["findahelpline.com"]),
    ] {
        let row = EMERGENCY.iter().find(|row| row.country == country).unwrap();
        assert!(words(row.said).contains(said) && row.dial == dial, "{country}");
        for line in lines {
            assert!(words(row.helpline).contains(line), "{country}: {line}");
        }
    }
}

#[test]
fn the_poison_line_stands_beside_what_was_swallowed_and_beside_nothing_else() {
    let line = |country, sign| {
        let a = fits_but(|a| (a.country, a.red_flags) = (country, vec![sign]));
        report(&a).poison_line.map(words)
    };
    assert!(line(Some(Country::Us), "E8").unwrap().contains("1-800-222-1222"));
    assert!(line(Some(Country::Au), "E8").unwrap().contains("13 11 26"));
    assert_eq!(line(Some(Country::Us), "E7"), None);
    // No line that we know of: the sign itself says whom to call.
    assert_eq!(line(Some(Country::Gb), "E8"), None);
    assert_eq!(line(None, "E8"), None);
}

#[test]
fn sleepy_drivers_in_the_uk_are_told_about_the_dvla_and_nobody_is_told_they_may_drive() {
    let below = |a: &Assessment| report(a).verdict_says.iter().map(|said| said.text()).collect::<String>();
    for change in [
        (|a| a.supportive.daytime_sleepiness = Some(Tri::Yes)) as fn(&mut Assessment),
        |a| a.red_flags = vec!["SD6"],
        |a| a.red_flags = vec!["SOON_DRIVE"],
    ] {
        let mut a = fits_but(change);
        a.country = Some(Country::Gb);
        assert!(below(&a).contains("DVLA"), "{}", below(&a));
        a.country = Some(Country::Us);
        assert!(!below(&a).contains("DVLA"));
    }
    assert!(!below(&fits_but(|a| a.country = Some(Country::Gb))).contains("DVLA"));
}

#[test]
fn every_look_alike_of_the_evidence_is_there() {
    let mut wanted = vec![
        "M_CRAMP",
        "M_POSITION",
        "M_AKATHISIA",
        "M_HYPOTENSIVE",
        "M_NEUROPATHY",
        "M_RADIC",
        "M_STENOSIS",
        "M_VENOUS",
        "M_PAD",
        "M_DVT",
        "M_MYALGIA",
        "M_ARTHRITIS",
        "M_TAPPING",
        "M_STEREO",
        "M_PLMD",
        "M_HYPNIC",
        "M_GROWING",
        "M_ADHD",
        "M_ANXIETY",
        "M_VOLITIONAL_SLEEP",
        "M_PLMT",
        "M_ORTHOTREMOR",
        "M_VEGA",
        "M_WITHDRAWAL",
    ];
    let mut there: Vec<&str> = LOOK_ALIKES.iter().map(|row| row.id).collect();
    wanted.sort_unstable();
    there.sort_unstable();
    assert_eq!(there, wanted);
    let asked: Vec<&str> = LOOK_ALIKES.iter().take(10).map(|row| row.id).collect();
    let short = [
        "M_CRAMP",
        "M_POSITION",
        "M_AKATHISIA",
        "M_NEUROPATHY",
        "M_VENOUS",
        "M_PAD",
        "M_MYALGIA",
        "M_ARTHRITIS",
        "M_TAPPING",
        "M_ANXIETY",
    ];
    assert_eq!(asked, short);
}

#[test]
fn every_condition_a_person_can_know_of_can_be_told() {
    for row in &CONDITIONS {
        let told = match row.id {
            // Told as giving blood and as a relative, which say the same in plainer words.
            "blood_donor" | "restless_leg_child_family" => continue,
            "pregnancy" => answers(&[("age", "30"), ("pregnant", "2")]),
            "dialysis" | "ckd" | "kidney_transplant" => answers(&[("age", "30"), ("kidneys", row.id)]),
            id => answers(&[("age", "30"), (&format!("condition.{id}"), "yes")]),
        };
        let counted = flow::counted(&told, TODAY);
        assert!(Assessment::read(&counted).has_condition(row.id), "{} cannot be told", row.id);
    }
    let gave = Assessment::read(&answers(&[("substance.blood_donation", "yes")]));
    assert_eq!(gave.donated_last_12_months, Some(Tri::Yes));
}

#[test]
fn the_commonest_conditions_stand_first_and_the_rest_behind_one_button() {
    let field = PAGES.iter().flat_map(|page| page.fields).find(|field| field.id == "condition").unwrap();
    let shown = field.options.iter().take_while(|option| !option.more).count();
    assert!((8..=10).contains(&shown), "{shown}");
    assert!(field.options.iter().skip(shown).all(|option| option.more || option.apart));
}

#[test]
fn the_search_for_a_cause_and_anaemia_are_as_urgent_as_their_rows() {
    let with = |change: fn(&mut Assessment)| {
        fits_but(|a| {
            a.labs.ferritin = Some(Lab { value: "20".into(), unit: "ng/mL".into() });
            a.person.sex = Some(Sex::Male);
            change(a);
        })
    };
    let urgency = |a: &Assessment, rule: &str| reason(a, rule).map(|reason| reason.urgency);
    assert_eq!(urgency(&with(|_| {}), "iron.CAUSE_SEARCH"), Some(Urgency::Soon));
    assert_eq!(urgency(&with(|a| a.person.sex = Some(Sex::Female)), "iron.CAUSE_SEARCH"), None);
    let low = |a: &mut Assessment| a.labs.haemoglobin = Some(Lab { value: "12".into(), unit: "g/dL".into() });
    assert_eq!(urgency(&with(low), "iron.HB_LOW"), Some(Urgency::Soon));
    let mut kidneys = with(low);
    kidneys.conditions = vec!["ckd"];
    assert_eq!(urgency(&kidneys, "iron.HB_LOW"), Some(Urgency::Routine));
}

fn on_the_list(typed: &str, ids: &[&str]) -> Answers {
    let mut a = answers(&[("age", "50")]);
    let ids = ids.iter().map(|id| (*id).to_owned()).collect();
    a.medicines.push(ListedMedicine { typed: typed.to_owned(), ids, timing: String::new() });
    a
}

#[test]
fn augmentation_is_asked_about_beside_a_medicine_that_can_do_it_and_only_then() {
    assert!(asked(&on_the_list("Requip", &["ropinirole"]), "augmentation"));
    // Typed in full and never tapped, or stopped lately.
    assert!(asked(&on_the_list("pramipexole", &[]), "augmentation"));
    assert!(asked(&answers(&[("age", "50"), ("stopped", "yes"), ("stopped_what", "ropinirole")]), "augmentation"));
    assert!(!asked(&on_the_list("sertraline", &["sertraline"]), "augmentation"));
    assert!(!asked(&answers(&[("age", "50")]), "augmentation"));
    assert!(flow::holds(Fact::DopamineMedicine, &on_the_list("levodopa", &[]), TODAY));
}

#[test]
fn the_hours_are_asked_when_it_starts_earlier_and_are_kept_for_the_doctor() {
    let mut a = on_the_list("pramipexole", &["pramipexole"]);
    let page = flow::page("augmentation").unwrap();
    let asks_hours = |a: &Answers| flow::fields(page, a, TODAY).any(|field| field.id == "aug_hours");
    assert!(!asks_hours(&a));
    a.set("aug_earlier", "yes");
    assert!(asks_hours(&a));
    for (code, words) in [("1", "less than 2 hours"), ("2", "2 to 4 hours"), ("4", "4 or more hours")] {
        a.set("aug_hours", code);
        let found = report_of(&a, TODAY).findings.into_iter().find(|finding| finding.rule == "augmentation").unwrap();
        let says: String = found.says.iter().map(|said| said.text()).collect();
        assert!(says.contains(words), "{says}");
        assert!(found.because.contains(&"aug_hours".to_owned()));
    }
    a.set("aug_hours", "unsure");
    let report = report_of(&a, TODAY);
    assert!(report.could_not_tell.iter().any(|said| said.text().contains("Hours earlier")));
    assert_eq!(report.urgency, Urgency::Soon);
}

#[test]
fn not_being_sure_about_augmentation_counts_nothing_and_is_shown() {
    let mut a = on_the_list("pramipexole", &["pramipexole"]);
    for key in ["aug_earlier", "aug_more", "aug_stronger", "aug_spread"] {
        a.set(key, "unsure");
    }
    let report = report_of(&a, TODAY);
    assert!(!report.findings.iter().any(|finding| finding.rule == "augmentation"));
    assert_eq!(report.could_not_tell.iter().filter(|said| said.text().starts_with("You were not sure")).count(), 4);
}

#[test]
fn rebound_is_always_told_beside_augmentation_and_parkinsons_where_it_is() {
    let with = |conditions| {
        let a = fits_but(|a| {
            a.medicines = takes(&["ropinirole"]);
            a.augmentation[2] = Some(Tri::Yes);
            a.conditions = conditions;
        });
        let found = report(&a).findings.into_iter().find(|finding| finding.rule == "augmentation").unwrap();
        found.says.iter().map(|said| said.text()).collect::<String>()
    };
    assert!(with(vec![]).contains("rebound") && !with(vec![]).contains("Parkinson"));
    assert!(with(vec![]).contains("ask for ferritin and transferrin saturation"));
    assert!(with(vec!["parkinson"]).contains("Ask the Parkinson’s team"));
}
