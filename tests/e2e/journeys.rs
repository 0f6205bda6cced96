//! Whole checks, from the first page to the result: what each kind of person is told.

use crate::harness::check::{Check, ERRORS};
use crate::harness::pages::word;
use crate::harness::plan::Plan;
use crate::harness::result::{care_cards, comes_before, everything, finding, points, verdict};
use crate::harness::{PHONE, in_browser};

#[test]
fn an_adult_who_fits_takes_sertraline_and_has_a_ferritin_of_18_is_told_what_fits_and_why() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().takes("sertral", "Sertraline").ferritin("18");
        Check::result(page, &plan).await;
        assert!(verdict(page).await.starts_with("Your answers match"), "{}", verdict(page).await);
        assert!(everything(page).await.contains("not a diagnosis"));

        let cards = care_cards(page).await;
        assert!(cards[0].contains("Within 2 weeks"), "{cards:?}");
        assert!(comes_before(page, ".ql-care.is-soon", ".ql-verdict").await);

        let rows = points(page).await;
        assert_eq!(rows.len(), 5, "{rows:?}");
        assert!(rows.iter().all(|[_, _, fit]| fit == "Fits"), "{rows:?}");

        let sertraline = finding(page, "Sertraline").await;
        for part in ["What you told us", "The rule we used", "Where it comes from", "Last reviewed", "20"] {
            assert!(sertraline.contains(part), "no \"{part}\" in: {sertraline}");
        }
        let all = everything(page).await;
        assert!(all.contains(&word("iron", "classes.ADULT_DEFICIENT", "says")), "{all}");
        assert!(!all.contains("ADULT_DEFICIENT"), "a code is shown");
    });
}

#[test]
fn cramps_that_explain_every_time_lead_to_another_reason_and_say_which() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().ticks("tick", "M_CRAMP").with("look.M_CRAMP", "all");
        Check::result(page, &plan).await;
        assert_eq!(verdict(page).await, "Your legs may be restless for another reason.");
        assert!(everything(page).await.contains(&word("look_alike_names", "M_CRAMP", "name")));
        let rows = points(page).await;
        assert_ne!(rows[4][2], "Fits", "{rows:?}");
    });
}

#[test]
fn a_warning_sign_comes_before_every_other_question_and_stays_on_top_of_the_result() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().ticks("sign", "E1");
        let check = Check::begin(page, &plan, "urgent").await;
        let cards = care_cards(page).await;
        assert!(cards[0].contains("Now") && cards[0].contains("999"), "{cards:?}");
        let seen = check.answer_until(&plan, "answers").await;
        assert!(seen.contains(&"urge".to_owned()), "the questions go on: {seen:?}");
        check.continue_().await;
        let cards = care_cards(page).await;
        assert!(cards[0].contains("999"), "{cards:?}");
        assert!(comes_before(page, ".ql-care.is-now", ".ql-verdict").await);
    });
}

#[test]
fn somebody_in_another_country_is_given_its_emergency_number() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().with("country", "US").ticks("sign", "E5");
        Check::begin(page, &plan, "urgent").await;
        let cards = care_cards(page).await;
        assert!(cards[0].contains("911") && !cards[0].contains("999"), "{cards:?}");
        assert!(page.sees("main a[href='tel:911']").await);
    });
}

#[test]
fn somebody_who_cannot_keep_safe_is_shown_help_at_once() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().with("mood", "yes").with("mood_now", "yes");
        Check::begin(page, &plan, "urgent").await;
        let help = word("emergency", "GB", "helpline");
        let number =
            help.split_whitespace().find(|part| part.starts_with("116")).expect("a number in the helpline's text");
        assert!(everything(page).await.contains(number));
        assert!(page.sees("main .ql-care.is-now").await);
    });
}

#[test]
fn a_pregnant_person_with_a_ferritin_of_28_is_sent_to_the_midwife_or_doctor_within_2_weeks() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().with("age", "31").with("pregnant", "3").ferritin("28");
        Check::result(page, &plan).await;
        let all = everything(page).await;
        assert!(all.contains(&word("iron", "classes.PREG_DEFICIENT", "says")), "{all}");
        assert!(!all.contains(&word("iron", "classes.ADULT_DEFICIENT", "says")));
        assert!(care_cards(page).await[0].contains("Within 2 weeks"));
        assert!(!page.sees(".ql-scale").await, "the adult scale is not for pregnancy");
    });
}

/// A child of 8 whose parent answers.
fn child(own_words: &str) -> Plan {
    let plan = Plan::fits().with("who", "child").with("age", "8").with("describes", "yes").with("mood", "");
    plan.with("child_words", own_words).with("pregnant", "").ferritin("30")
}

#[test]
fn a_child_of_8_who_tells_it_in_own_words_is_read_by_the_rules_for_children() {
    in_browser(PHONE, async |page| {
        let check = Check::begin(page, &child("yes"), "answers").await;
        check.continue_().await;
        assert!(verdict(page).await.starts_with("Your answers match"), "{}", verdict(page).await);
        let all = everything(page).await;
        assert!(all.contains(&word("iron", "classes.CHILD_LOW", "says")), "{all}");
        assert!(!page.sees(".ql-scale").await, "the adult scale is not for children");
    });
}

#[test]
fn a_child_of_8_without_own_words_is_never_told_more_than_a_partial_match() {
    in_browser(PHONE, async |page| {
        Check::result(page, &child("no")).await;
        assert!(verdict(page).await.starts_with("Your answers partly match"), "{}", verdict(page).await);
    });
}

#[test]
fn under_2_the_check_says_that_it_does_not_work_and_what_to_do_instead() {
    in_browser(PHONE, async |page| {
        let plan = child("yes").with("age", "1");
        let check = Check::open(page).await;
        check.start().await;
        let seen = check.answer_until(&plan, "answers").await;
        for asked_of_others in ["own-words", "urge", "rest", "relief", "evening", "mood"] {
            assert!(!seen.iter().any(|s| s == asked_of_others), "{asked_of_others} was asked: {seen:?}");
        }
        check.continue_().await;
        assert_eq!(verdict(page).await, "These questions do not work here.");
    });
}

#[test]
fn somebody_who_answers_almost_nothing_gets_a_result_that_says_what_is_missing() {
    in_browser(PHONE, async |page| {
        Check::result(page, &Plan::says_little()).await;
        assert!(verdict(page).await.starts_with("A few questions are left"), "{}", verdict(page).await);
        let all = everything(page).await;
        assert!(all.contains("ferritin"), "an untested ferritin is named: {all}");
    });
}

#[test]
fn an_unknown_medicine_is_kept_and_reported_as_unknown() {
    in_browser(PHONE, async |page| {
        let check = Check::begin(page, &Plan::fits(), "medicines").await;
        check.add_unknown_medicine("Zzyxoprane").await;
        check.answer_until(&Plan::fits(), "answers").await;
        check.continue_().await;
        let all = everything(page).await;
        assert!(all.contains("Zzyxoprane"), "{all}");
        assert!(all.contains(&word("findings", "names", "unknown")), "{all}");
    });
}

#[test]
fn an_answer_changed_from_the_list_of_answers_comes_straight_back_to_it() {
    in_browser(PHONE, async |page| {
        let check = Check::begin(page, &Plan::fits(), "answers").await;
        check.step("a[href='#/check/evening']").await;
        check.choose("c4", "day").await;
        check.continue_().await;
        assert_eq!(check.place().await, "answers");
        check.continue_().await;
        assert!(verdict(page).await.starts_with("Your answers do not match"), "{}", verdict(page).await);
    });
}

#[test]
fn no_answer_is_ever_in_the_address_or_sent_anywhere() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().takes("sertral", "Sertraline").ferritin("18").ticks("condition", "diabetes");
        let check = Check::open(page).await;
        page.network_settles().await;
        page.site.take_requests();
        check.start().await;
        let plain = async |place: &str| {
            let address = page.js_text("return location.href.slice(location.origin.length)").await;
            assert_eq!(address, format!("/#/check/{place}"));
        };
        check.walk(&plan, "answers", plain).await;
        check.continue_().await;
        assert_eq!(page.js_text("return location.href.slice(location.origin.length)").await, "/#/result");
        assert_eq!(page.js_text("return document.referrer + document.cookie").await, "");
        page.network_settles().await;
        assert_eq!(page.site.take_requests(), Vec::<String>::new(), "asked for after the load");
        assert!(!page.sees(ERRORS).await);
    });
}
