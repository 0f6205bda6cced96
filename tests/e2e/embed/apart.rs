//! In a frame nothing is kept, nothing runs on, and what needs a place of its own opens in a tab of its own.

use super::clinic::{Clinic, FRAME, PLAIN};
use super::{CHROMIUM, FIREFOX, WEBKIT, walked_to_the_result};
use crate::harness::check::{Check, START, TO_DATA};
use crate::harness::chromium::Kind;
use crate::harness::page::Page;
use crate::harness::{PHONE, Setup, in_browser};
use crate::report::prints_in_its_own_tab;
use serde_json::json;
use thirtyfour::prelude::*;

const KEPT: &str =
    "return navigator.serviceWorker.getRegistrations().then(workers => indexedDB.databases().then(bases =>
    [Object.keys(localStorage), Object.keys(sessionStorage), workers.length, bases.length, document.cookie]))";

fn after_a_whole_check_nothing_is_kept_and_nothing_runs_on(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "index.html").await;
        page.enter(FRAME).await;
        Check { page }.running().await;
        assert_eq!(page.js_text("return document.querySelector('[name=keep]:checked').value").await, "no");
        walked_to_the_result(page, None).await;
        assert!(
            page.text("footer").await.contains("forgotten when you close this page"),
            "{}",
            page.text("footer").await
        );
        assert_eq!(page.js(KEPT).await, json!([[], [], 0, 0, ""]));
        page.leave().await;
    });
}

#[test]
fn after_a_whole_check_nothing_is_kept_and_nothing_runs_on_in_chromium() {
    after_a_whole_check_nothing_is_kept_and_nothing_runs_on(CHROMIUM);
}

#[test]
fn after_a_whole_check_nothing_is_kept_and_nothing_runs_on_in_firefox() {
    after_a_whole_check_nothing_is_kept_and_nothing_runs_on(FIREFOX);
}

#[test]
fn after_a_whole_check_nothing_is_kept_and_nothing_runs_on_in_webkit() {
    after_a_whole_check_nothing_is_kept_and_nothing_runs_on(WEBKIT);
}

#[test]
fn not_keeping_is_chosen_before_the_app_has_come() {
    in_browser(PHONE, async |page| {
        page.site.hold(".wasm");
        let clinic = Clinic::of(page);
        clinic.open(page, "index.html").await;
        page.enter(FRAME).await;
        let chosen = "return document.documentElement.dataset.boot === 'starting'
            && document.querySelector('[name=keep]:checked').value === 'no'";
        page.wait_for("the choice not to keep, before the app", chosen).await;
        page.site.release();
        Check { page }.running().await;
        assert_eq!(page.js_text("return document.querySelector('[name=keep]:checked').value").await, "no");
        page.leave().await;
    });
}

#[test]
fn asked_to_keep_it_keeps_and_says_where() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "index.html").await;
        page.enter(FRAME).await;
        let check = Check { page };
        check.running().await;
        page.click("label:has(input[name=keep][value=yes])").await;
        check.start().await;
        check.choose("who", "me").await;
        check.continue_().await;
        assert!(page.kept().await.contains("quiet-legs.check"), "{}", page.kept().await);
        assert!(page.text("footer").await.contains("stays in this browser"), "{}", page.text("footer").await);
        page.leave().await;
    });
}

#[test]
fn where_the_browser_keeps_nothing_that_is_said() {
    in_browser(PHONE.of_kind(Kind::StorageBlocked), async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "index.html").await;
        page.enter(FRAME).await;
        walked_to_the_result(page, None).await;
        assert!(page.text("footer").await.contains("keeps nothing here"), "{}", page.text("footer").await);
        page.leave().await;
    });
}

const WITHOUT_ORIGIN: &str = "<iframe title='Restless legs check' src='{{app}}/index.html?embed=1'
    sandbox='allow-scripts allow-forms' width=340 height=900></iframe>";

/// A page that gives the frame no origin: where the check's files may be fetched from anywhere it works all the same.
fn in_a_frame_without_an_origin_the_check_works_and_says_that_nothing_is_kept(browser: Setup) {
    in_browser(browser, async |page| {
        page.site.header("Access-Control-Allow-Origin", "*");
        let clinic = Clinic::of(page);
        clinic.open_own(page, WITHOUT_ORIGIN).await;
        page.enter(PLAIN).await;
        walked_to_the_result(page, None).await;
        assert!(page.text("footer").await.contains("keeps nothing here"), "{}", page.text("footer").await);
        page.leave().await;
    });
}

#[test]
fn in_a_frame_without_an_origin_the_check_works_and_says_that_nothing_is_kept_in_chromium() {
    in_a_frame_without_an_origin_the_check_works_and_says_that_nothing_is_kept(CHROMIUM);
}

#[test]
fn in_a_frame_without_an_origin_the_check_works_and_says_that_nothing_is_kept_in_firefox() {
    in_a_frame_without_an_origin_the_check_works_and_says_that_nothing_is_kept(FIREFOX);
}

/// WebKit takes "this site only" of the page's policy for nobody there: no script and no style sheet may come.
#[test]
fn in_a_frame_without_an_origin_webkit_shows_the_check_on_paper() {
    in_browser(WEBKIT, async |page| {
        page.site.header("Access-Control-Allow-Origin", "*");
        let clinic = Clinic::of(page);
        clinic.open_own(page, WITHOUT_ORIGIN).await;
        page.enter(PLAIN).await;
        page.see("#paper").await;
        assert!(page.text("#paper").await.contains("move your legs"));
        assert!(!page.sees(START).await, "a Start button that cannot start anything");
        page.leave().await;
    });
}

/// The tab that opens when `act` is done in the frame.
async fn tab_opened_by(page: &Page, act: impl AsyncFnOnce()) -> (WindowHandle, WindowHandle) {
    let here = page.driver.window().await.expect("this tab");
    let before = &here;
    act().await;
    let tab = tokio::time::timeout(std::time::Duration::from_secs(10), async {
        loop {
            let tabs = page.driver.windows().await.expect("the tabs");
            if let Some(tab) = tabs.into_iter().find(|tab| tab != before) {
                return tab;
            }
        }
    });
    let tab = tab.await.expect("a tab of its own");
    (here, tab)
}

/// In the new tab: the whole site with its header at this address, not the one for frames; then back to the page around.
async fn is_the_site_itself(page: &Page, clinic: &Clinic, (here, tab): (WindowHandle, WindowHandle), hash: &str) {
    page.driver.switch_to_window(tab).await.expect("the tab");
    Check { page }.running().await;
    let address = page.js_text("return location.href.replace('index.html', '').replace('?', '')").await;
    assert_eq!(address, format!("{}/{hash}", clinic.app));
    assert_eq!(
        page.js("return [opener, document.documentElement.hasAttribute('data-embed')]").await,
        json!([null, false])
    );
    page.see("header .ql-wordmark").await;
    let stores = "localStorage.setItem('quiet-legs-try', '1'); localStorage.removeItem('quiet-legs-try'); return true";
    assert_eq!(page.js(stores).await, json!(true));
    page.driver.close_window().await.expect("the tab closes");
    page.driver.switch_to_window(here).await.expect("the page around");
}

fn what_is_of_no_use_in_a_frame_opens_in_a_tab_of_its_own(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "index.html").await;
        clinic.heard(page).await;
        // The tab has the sandbox of the frame that opened it, and Chromium remarks on that.
        page.expect_in_log("both allow-scripts and allow-same-origin");
        page.enter(FRAME).await;
        Check { page }.running().await;
        let tabs = tab_opened_by(page, async || page.click(TO_DATA).await).await;
        is_the_site_itself(page, &clinic, tabs, "#/data").await;
        page.enter(FRAME).await;
        page.js(&format!("document.querySelector(\"{TO_DATA}, a[href$='#/data']\").focus()")).await;
        let tabs = tab_opened_by(page, async || page.press(Key::Enter).await).await;
        is_the_site_itself(page, &clinic, tabs, "#/data").await;
        page.enter(FRAME).await;
        let tabs = tab_opened_by(page, async || page.click(".ql-host a").await).await;
        is_the_site_itself(page, &clinic, tabs, "").await;
        page.enter(FRAME).await;
        assert_eq!(Check { page }.place().await, "#/", "the frame itself went there too");
        page.leave().await;
    });
}

#[test]
fn what_is_of_no_use_in_a_frame_opens_in_a_tab_of_its_own_in_chromium() {
    what_is_of_no_use_in_a_frame_opens_in_a_tab_of_its_own(CHROMIUM);
}

#[test]
fn what_is_of_no_use_in_a_frame_opens_in_a_tab_of_its_own_in_firefox() {
    what_is_of_no_use_in_a_frame_opens_in_a_tab_of_its_own(FIREFOX);
}

#[test]
fn what_is_of_no_use_in_a_frame_opens_in_a_tab_of_its_own_in_webkit() {
    what_is_of_no_use_in_a_frame_opens_in_a_tab_of_its_own(WEBKIT);
}

fn the_page_for_the_doctor_is_printed_from_a_tab_of_its_own(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "index.html").await;
        page.enter(FRAME).await;
        walked_to_the_result(page, None).await;
        page.click("main a[href='#/report']").await;
        page.see(".ql-report").await;
        prints_in_its_own_tab(page, "18 ng/mL").await;
        page.leave().await;
    });
}

#[test]
fn the_page_for_the_doctor_is_printed_from_a_tab_of_its_own_in_chromium() {
    the_page_for_the_doctor_is_printed_from_a_tab_of_its_own(CHROMIUM);
}

#[test]
fn the_page_for_the_doctor_is_printed_from_a_tab_of_its_own_in_firefox() {
    the_page_for_the_doctor_is_printed_from_a_tab_of_its_own(FIREFOX);
}

#[test]
fn the_page_for_the_doctor_is_printed_from_a_tab_of_its_own_in_webkit() {
    the_page_for_the_doctor_is_printed_from_a_tab_of_its_own(WEBKIT);
}
