//! How tall the frame is, and that nothing around it moves while it loads.

use super::clinic::{Clinic, FRAME, height, is_as_tall_as_shown};
use super::{CHROMIUM, FIREFOX, LEAST, WEBKIT};
use crate::harness::check::Check;
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::{PHONE, Setup, in_browser};
use serde_json::json;

const LINE: &str = "<script src='{{app}}/embed.js'></script><p id=after>After the check.</p>";

async fn nothing_moves(page: &Page) {
    let clinic = Clinic::of(page);
    clinic.open_own(page, LINE).await;
    let kept_free = height(page).await;
    let below = "return document.querySelector('#after').getBoundingClientRect().top + scrollY";
    let before = page.js(below).await;
    clinic.heard(page).await;
    page.enter(FRAME).await;
    Check { page }.running().await;
    let shown = page.js("return document.documentElement.getBoundingClientRect().height").await;
    page.leave().await;
    page.network_settles().await;
    assert_eq!(page.js("return shifts").await, json!([]));
    assert_eq!(page.js(below).await, before);
    let shown = shown.as_f64().expect("a height");
    assert!(shown <= kept_free && shown > kept_free * 0.9, "{shown} of the {kept_free} pixels kept free");
}

#[test]
fn nothing_moves_when_the_first_screen_comes_on_a_phone() {
    in_browser(PHONE, nothing_moves);
}

#[test]
fn nothing_moves_when_the_first_screen_comes_on_a_desktop() {
    in_browser(CHROMIUM, nothing_moves);
}

#[test]
fn there_is_room_for_the_first_screen_at_every_width() {
    in_browser(PHONE, async |page| {
        let clinic = Clinic::of(page);
        let mut wrong = Vec::new();
        for width in [300, 320, 340, 375, 390, 412, 430, 480, 540, 600, 680, 768, 912, 959, 1024, 1440] {
            page.width(width + 16).await;
            clinic.open_own(page, LINE).await;
            let kept_free = height(page).await;
            page.enter(FRAME).await;
            Check { page }.running().await;
            let shown = page.js("return document.documentElement.getBoundingClientRect().height").await;
            page.leave().await;
            let shown = shown.as_f64().expect("a height");
            if shown > kept_free || shown < kept_free * 0.9 {
                wrong.push(format!("at {width}: {kept_free} kept free for {shown}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

fn it_is_never_shorter_than_the_page_asks_for(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, "<script src='{{app}}/embed.js' data-height=1500></script>").await;
        assert!(height(page).await >= 1500.0);
        clinic.heard(page).await;
        page.enter(FRAME).await;
        let check = Check { page };
        check.running().await;
        is_as_tall_as_shown(page, 1500).await;
        let first = page.js("return innerHeight").await;
        check.start().await;
        page.wait_for("the frame to be shorter again", "return innerHeight === 1500").await;
        assert!(first.as_u64() > Some(1500), "the first screen is taller than that: {first}");
        check.answer_until(&Plan::fits(), "signs").await;
        is_as_tall_as_shown(page, 1500).await;
        page.leave().await;
    });
}

#[test]
fn it_is_never_shorter_than_the_page_asks_for_in_chromium() {
    it_is_never_shorter_than_the_page_asks_for(PHONE);
}

#[test]
fn it_is_never_shorter_than_the_page_asks_for_in_firefox() {
    it_is_never_shorter_than_the_page_asks_for(FIREFOX);
}

#[test]
fn it_is_never_shorter_than_the_page_asks_for_in_webkit() {
    it_is_never_shorter_than_the_page_asks_for(WEBKIT);
}

#[test]
fn with_a_fixed_height_it_scrolls_inside_and_says_nothing() {
    in_browser(PHONE, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, "<script src='{{app}}/embed.js' data-height=500 data-resize=no></script>").await;
        page.enter(FRAME).await;
        let check = Check { page };
        check.running().await;
        check.start().await;
        check.answer_until(&Plan::fits(), "signs").await;
        let scrolls = "return [innerHeight, document.scrollingElement.scrollHeight > innerHeight]";
        assert_eq!(page.js(scrolls).await, json!([500, true]));
        page.leave().await;
        assert_eq!(page.js("return heard").await, json!([]));
    });
}

#[test]
fn the_crash_message_and_the_paper_check_are_measured_too() {
    in_browser(PHONE, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, LINE).await;
        clinic.heard(page).await;
        page.enter(FRAME).await;
        let check = Check { page };
        check.running().await;
        check.start().await;
        // As the app does when it fails (hosting.rs lets it fail).
        page.js("document.querySelector('#crash').hidden = false").await;
        page.see("#crash").await;
        is_as_tall_as_shown(page, LEAST).await;
        assert!(page.js("return innerHeight").await.as_u64() < Some(500));
        page.leave().await;
    });
    in_browser(PHONE, async |page| {
        page.expect_in_log("404");
        page.site.lose(".wasm");
        let clinic = Clinic::of(page);
        clinic.open_own(page, LINE).await;
        clinic.heard(page).await;
        page.enter(FRAME).await;
        page.see("#paper").await;
        let longer = "return innerHeight > 3000 && innerHeight === Math.ceil(document.documentElement.getBoundingClientRect().height)";
        page.wait_for("room for the paper check", longer).await;
        page.leave().await;
    });
}

const LONG: &str = "<style>html { scroll-behavior: smooth }</style><div style='height:300px'></div>
    <script src='{{app}}/embed.js'></script><div style='height:3000px'></div><script>scrollTo({top: 1900, behavior: 'instant'})</script>";

#[test]
fn the_top_of_a_new_page_is_shown_but_nothing_scrolls_at_the_start() {
    in_browser(PHONE, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, LONG).await;
        clinic.heard(page).await;
        page.enter(FRAME).await;
        Check { page }.running().await;
        page.leave().await;
        page.network_settles().await;
        assert_eq!(page.js("return scrollY").await, json!(1900), "the page scrolled by itself");
        page.js("window.scrolls = 0; addEventListener('scroll', () => scrolls += 1)").await;
        page.enter(FRAME).await;
        // Not by the driver, which would scroll too; and no focus that the browser would scroll to.
        page.js("HTMLElement.prototype.focus = () => {}; document.querySelector('#main a.ql-button').click()").await;
        page.leave().await;
        let top = "return Math.abs(document.querySelector('quiet-legs').getBoundingClientRect().top) < 1";
        page.wait_for("the top of the frame", top).await;
        assert_eq!(page.js("return scrolls").await, json!(1), "it moved there step by step");
    });
}
