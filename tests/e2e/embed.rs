//! The check in a page of another site, as a clinic puts it there: the two in different origins, in Chromium, Firefox
//! and WebKit.
//!
//! The host pages are those of `examples/clinic/` or small ones of a test's own; the check is the built site.

mod apart;
mod clinic;
mod element;
mod handover;
mod keyboard;
mod messages;
mod shape;
mod styles;

use crate::harness::check::Check;
use crate::harness::chromium::Kind;
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::result::verdict;
use crate::harness::{PHONE, Setup, in_browser};
use clinic::{Clinic, FRAME, PLAIN, SECOND, is_as_tall_as_shown};
use serde_json::json;

const CHROMIUM: Setup = PHONE.wide(1280);
const FIREFOX: Setup = PHONE.of_kind(Kind::Firefox);
const WEBKIT: Setup = PHONE.of_kind(Kind::WebKit);
/// What the frame is never shorter than, where the page asks for no height.
const LEAST: u32 = 320;

/// In the frame: from the first screen to the result, and at each step the frame as tall as `least`, or as what it shows.
async fn walked_to_the_result(page: &Page, least: Option<u32>) {
    let check = Check { page };
    check.running().await;
    check.start().await;
    let plan = Plan::fits().takes("sertral", "Sertraline").ferritin("18");
    let look = async |_: &str| {
        if let Some(least) = least {
            is_as_tall_as_shown(page, least).await;
        }
    };
    check.walk(&plan, "answers", look).await;
    check.continue_().await;
    assert!(verdict(page).await.starts_with("Your answers match"));
}

fn one_line_starts_the_check_and_it_is_walked_to_the_result(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "index.html").await;
        clinic.heard(page).await;
        assert_eq!(page.js("return document.activeElement.localName").await, json!("body"), "the frame took the focus");
        page.enter(FRAME).await;
        walked_to_the_result(page, Some(LEAST)).await;
        is_as_tall_as_shown(page, LEAST).await;
        page.leave().await;
    });
}

#[test]
fn one_line_starts_the_check_and_it_is_walked_to_the_result_in_chromium() {
    one_line_starts_the_check_and_it_is_walked_to_the_result(CHROMIUM);
}

#[test]
fn one_line_starts_the_check_and_it_is_walked_to_the_result_in_firefox() {
    one_line_starts_the_check_and_it_is_walked_to_the_result(FIREFOX);
}

#[test]
fn one_line_starts_the_check_and_it_is_walked_to_the_result_in_webkit() {
    one_line_starts_the_check_and_it_is_walked_to_the_result(WEBKIT);
}

fn a_plain_frame_holds_the_whole_check(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "plain.html").await;
        page.enter(PLAIN).await;
        walked_to_the_result(page, None).await;
        page.leave().await;
        assert_eq!(page.js("return heard").await, json!([]), "a page that did not say hello was told something");
    });
}

#[test]
fn a_plain_frame_holds_the_whole_check_in_chromium() {
    a_plain_frame_holds_the_whole_check(CHROMIUM);
}

#[test]
fn a_plain_frame_holds_the_whole_check_in_firefox() {
    a_plain_frame_holds_the_whole_check(FIREFOX);
}

#[test]
fn a_plain_frame_holds_the_whole_check_in_webkit() {
    a_plain_frame_holds_the_whole_check(WEBKIT);
}

/// Two elements on one page, the second of a fixed height and without messages.
fn two_checks_on_one_page_know_nothing_of_each_other(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "several.html").await;
        clinic.heard(page).await;
        page.enter(FRAME).await;
        let first = Check { page };
        first.running().await;
        first.start().await;
        first.answer_until(&Plan::fits(), "relief").await;
        page.leave().await;
        page.enter(SECOND).await;
        let second = Check { page };
        second.running().await;
        assert_eq!(second.place().await, "#/");
        second.start().await;
        assert!(!second.is_chosen("who", "me").await, "the answers of the other check");
        second.answer_until(&Plan::says_little(), "age").await;
        assert_eq!(page.js("return innerHeight").await, json!(700));
        assert_eq!(page.js("return document.documentElement.dataset.host ?? ''").await, json!(""));
        page.leave().await;
        page.enter(FRAME).await;
        assert_eq!(first.place().await, "relief");
        page.leave().await;
    });
}

#[test]
fn two_checks_on_one_page_know_nothing_of_each_other_in_chromium() {
    two_checks_on_one_page_know_nothing_of_each_other(CHROMIUM);
}

#[test]
fn two_checks_on_one_page_know_nothing_of_each_other_in_firefox() {
    two_checks_on_one_page_know_nothing_of_each_other(FIREFOX);
}

#[test]
fn two_checks_on_one_page_know_nothing_of_each_other_in_webkit() {
    two_checks_on_one_page_know_nothing_of_each_other(WEBKIT);
}
