//! Nothing that was answered is lost, and nothing is kept against somebody's will: reload, Back and Forward, storage
//! that is blocked, null or full, "do not keep", "delete everything", and a second tab.

use crate::harness::check::{Check, DELETE_EVERYTHING, DO_NOT_KEEP, NOT_SAVED, OTHER_TAB, YES_DELETE};
use crate::harness::chromium::Kind;
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::result::verdict;
use crate::harness::{PHONE, in_browser};
use serde_json::json;

#[test]
fn a_reload_in_the_middle_comes_back_to_the_same_question_with_its_answer() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().takes("sertral", "Sertraline");
        let check = Check::begin(page, &plan, "signs").await;
        check.reload().await;
        assert_eq!(check.place().await, "signs");
        check.answer_until(&plan, "relief").await;
        check.choose("c3", "only_while").await;
        check.reload().await;
        assert_eq!(check.place().await, "relief");
        assert!(check.is_chosen("c3", "only_while").await, "chosen, not yet continued");
        check.answer_until(&plan, "substances").await;
        check.back().await;
        check.reload().await;
        assert_eq!(check.place().await, "medicines");
        assert!(page.text("main").await.contains("Sertraline"));
    });
}

#[test]
fn a_half_typed_number_is_still_there_after_a_reload() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().with("tested", "ferritin");
        let check = Check::begin(page, &plan, "ferritin").await;
        check.type_("ferritin", "4").await;
        check.type_("taken_year", "20").await;
        check.reload().await;
        assert_eq!(check.place().await, "ferritin");
        assert_eq!(check.typed("ferritin").await, "4");
        assert_eq!(check.typed("taken_year").await, "20");
        assert!(!page.sees("#errors").await, "nobody pressed Continue yet");
    });
}

#[test]
fn back_and_forward_go_page_by_page_and_keep_every_answer() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits();
        let check = Check::begin(page, &plan, "evening").await;
        for (place, field, code) in
            [("relief", "c3", "yes"), ("rest", "c2", "yes"), ("feelings", "c1_unpleasant", "yes")]
        {
            check.history(-1).await;
            assert_eq!(check.place().await, place);
            assert!(check.is_chosen(field, code).await, "{field} was {code}");
        }
        check.history(1).await;
        assert_eq!(check.place().await, "rest");
        check.choose("c2", "unsure").await;
        check.history(1).await;
        check.history(-1).await;
        assert!(check.is_chosen("c2", "unsure").await, "a changed answer is kept without Continue");
        check.history(2).await;
        assert_eq!(check.place().await, "evening");
    });
}

#[test]
fn an_unfinished_check_can_be_gone_on_with_from_the_first_page() {
    in_browser(PHONE, async |page| {
        let check = Check::begin(page, &Plan::fits(), "evening").await;
        page.open("/").await;
        page.reload().await;
        check.running().await;
        check.start().await;
        assert_eq!(check.place().await, "evening");
        check.back().await;
        assert!(check.is_chosen("c3", "yes").await);
    });
}

/// Goes through the whole check although nothing can be kept, and is told so.
async fn finishes_and_is_told(page: &Page) {
    let check = Check::open(page).await;
    check.start().await;
    page.see(NOT_SAVED).await;
    let plan = Plan::fits().takes("sertral", "Sertraline").ferritin("18");
    check.answer_until(&plan, "answers").await;
    page.see(NOT_SAVED).await;
    assert!(!page.text("main").await.contains("Saved on this device"), "it was not");
    check.continue_().await;
    assert!(verdict(page).await.starts_with("Your answers match"));
}

#[test]
fn blocked_storage_still_lets_the_check_be_finished_and_says_so() {
    in_browser(PHONE.of_kind(Kind::StorageBlocked), async |page| {
        page.put_and_open("/probe.html", "").await;
        let refused = page.js("try { localStorage.length; return false } catch (e) { return true }").await;
        assert_eq!(refused, json!(true), "this browser does not block storage");
        finishes_and_is_told(page).await;
    });
}

#[test]
fn storage_that_is_null_still_lets_the_check_be_finished_and_says_so() {
    in_browser(PHONE, async |page| {
        page.before_every_load("Object.defineProperty(window, 'localStorage', {get: () => null})").await;
        finishes_and_is_told(page).await;
    });
}

#[test]
fn full_storage_still_lets_the_check_be_finished_and_says_so() {
    in_browser(PHONE, async |page| {
        page.put_and_open("/probe.html", "").await;
        let fill = "let size = 1 << 22, n = 0;
            while (size > 0) { try { localStorage.setItem('fill' + n++, 'x'.repeat(size)) } catch { size >>= 1 } }
            return n";
        page.js(fill).await;
        finishes_and_is_told(page).await;
    });
}

#[test]
fn do_not_keep_my_answers_keeps_nothing_and_a_reload_forgets() {
    in_browser(PHONE, async |page| {
        let check = Check::open(page).await;
        page.click(DO_NOT_KEEP).await;
        check.start().await;
        check.answer_until(&Plan::fits().ferritin("18"), "answers").await;
        let keys = page.js("return Object.keys(localStorage).filter(k => k !== 'quiet-legs.settings')").await;
        assert_eq!(keys, json!([]), "only the theme and the wish not to keep anything may stay");
        assert!(!page.kept().await.contains("ferritin"));
        assert_eq!(page.js("return sessionStorage.length").await, json!(0));
        page.open("/").await;
        check.reload().await;
        check.start().await;
        assert_eq!(check.place().await, "who");
        assert!(!page.sees("input:checked").await, "an answer came back");
    });
}

#[test]
fn delete_everything_is_within_reach_of_every_page_and_leaves_nothing() {
    in_browser(PHONE, async |page| {
        let check = Check::open(page).await;
        check.start().await;
        for until in ["signs", "medicines", "answers"] {
            check.answer_until(&Plan::fits(), until).await;
            assert_ne!(page.kept().await, "{}");
            check.to_data().await;
            page.click(DELETE_EVERYTHING).await;
            page.see(".ql-interrupt").await;
            assert!(page.kept().await.contains("quiet-legs.check"), "deleted before it was asked for");
            page.click(YES_DELETE).await;
            let gone = "return !Object.keys(localStorage).some(k => k.startsWith('quiet-legs.'))";
            page.wait_for("nothing of ours to be kept", gone).await;
            page.open("/").await;
            check.reload().await;
            check.start().await;
            assert_eq!(check.place().await, "who");
            assert!(!page.sees("input:checked").await, "an answer came back");
        }
    });
}

#[test]
fn a_change_in_another_tab_is_announced_and_nothing_typed_is_lost() {
    in_browser(PHONE, async |page| {
        let check = Check::begin(page, &Plan::fits().with("tested", "ferritin"), "ferritin").await;
        check.type_("ferritin", "18").await;
        let first = page.driver.window().await.expect("the first tab");
        let second = page.driver.new_tab().await.expect("a second tab");
        page.driver.switch_to_window(second).await.expect("the second tab");
        let other = Check::open_at(page, "/#/check/relief").await;
        other.choose("c3", "unsure").await;
        page.driver.switch_to_window(first).await.expect("the first tab again");
        page.see(OTHER_TAB).await;
        assert_eq!(check.place().await, "ferritin");
        assert_eq!(check.typed("ferritin").await, "18");
        check.choose("ferritin_unit", "ng/mL").await;
        check.continue_().await;
        check.reload().await;
        page.open("/#/check/relief").await;
        assert!(check.is_chosen("c3", "unsure").await, "the other tab's answer counts too");
        page.open("/#/check/ferritin").await;
        page.see("main h1").await;
        assert_eq!(check.typed("ferritin").await, "18");
    });
}
