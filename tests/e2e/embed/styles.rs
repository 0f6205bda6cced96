//! Host pages that want everything else gone, that change every frame, and that allow next to nothing.

use super::clinic::{Clinic, FRAME, SECOND, height, is_as_tall_as_shown};
use super::{CHROMIUM, FIREFOX, LEAST, WEBKIT};
use crate::harness::check::Check;
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::{PHONE, Setup, in_browser};
use serde_json::json;

/// Where the element stands, and whether it is what is met in its middle.
const PLACE: &str = "const element = document.querySelector('quiet-legs');
    element.scrollIntoView({ behavior: 'instant' });
    const { left, width, top } = element.getBoundingClientRect();
    return [Math.round(left), Math.round(width), document.elementFromPoint(left + width / 2, top + 100) === element,
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true })]";

async fn two_pages_on(page: &Page) {
    let check = Check { page };
    check.running().await;
    check.start().await;
    check.answer_until(&Plan::says_little(), "age").await;
    is_as_tall_as_shown(page, LEAST).await;
}

fn styles_that_want_it_gone_do_not_reach_it(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "hostile.html").await;
        clinic.heard(page).await;
        let room =
            "const column = document.querySelector('main').getBoundingClientRect(); return [column.left, column.width]";
        let room = page.js(room).await;
        assert_eq!(
            page.js("return document.querySelector('.theme').firstElementChild.checkVisibility()").await,
            json!(false)
        );
        let place = page.js(PLACE).await;
        assert_eq!(place[2], json!(true), "{place}");
        assert_eq!(place[3], json!(true), "{place}");
        for at in [0, 1] {
            assert!((place[at].as_f64().unwrap() - room[at].as_f64().unwrap()).abs() < 1.0, "{place} in {room}");
        }
        page.enter(FRAME).await;
        two_pages_on(page).await;
        page.leave().await;
        assert!(height(page).await < 1000.0, "{}", height(page).await);
    });
}

#[test]
fn styles_that_want_it_gone_do_not_reach_it_in_chromium() {
    styles_that_want_it_gone_do_not_reach_it(CHROMIUM);
}

#[test]
fn styles_that_want_it_gone_do_not_reach_it_in_firefox() {
    styles_that_want_it_gone_do_not_reach_it(FIREFOX);
}

#[test]
fn styles_that_want_it_gone_do_not_reach_it_in_webkit() {
    styles_that_want_it_gone_do_not_reach_it(WEBKIT);
}

async fn works_as_wordpress_puts_it(page: &Page) {
    let clinic = Clinic::of(page);
    clinic.open(page, "wordpress.html").await;
    clinic.heard(page).await;
    let widths = "return [...document.querySelectorAll('quiet-legs')].map(element =>
        Math.round(element.getBoundingClientRect().width - element.parentElement.getBoundingClientRect().width))";
    assert_eq!(page.js(widths).await, json!([0, 0]));
    assert_eq!(page.js("return document.scrollingElement.scrollWidth <= innerWidth").await, json!(true));
    page.enter(FRAME).await;
    two_pages_on(page).await;
    page.leave().await;
    // Out of sight a browser does not draw a frame, so that it is not measured.
    page.js("document.querySelectorAll('quiet-legs')[1].scrollIntoView()").await;
    page.enter(SECOND).await;
    Check { page }.running().await;
    is_as_tall_as_shown(page, 600).await;
    page.leave().await;
}

/// Chromium's driver does not wait for a page that scrolls smoothly.
async fn works_as_wordpress_puts_it_at_rest(page: &Page) {
    page.media(&[("prefers-reduced-motion", "reduce")]).await;
    works_as_wordpress_puts_it(page).await;
}

#[test]
fn it_works_as_wordpress_puts_it_on_a_phone() {
    in_browser(PHONE, works_as_wordpress_puts_it_at_rest);
}

#[test]
fn it_works_as_wordpress_puts_it_on_a_desktop() {
    in_browser(CHROMIUM, works_as_wordpress_puts_it_at_rest);
}

#[test]
fn it_works_as_wordpress_puts_it_in_firefox() {
    in_browser(FIREFOX, works_as_wordpress_puts_it);
}

#[test]
fn it_works_as_wordpress_puts_it_in_webkit() {
    in_browser(WEBKIT, works_as_wordpress_puts_it);
}

#[test]
fn the_policy_of_the_demonstration_is_strict_and_not_broken() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "index.html").await;
        clinic.heard(page).await;
        let policy = page.js_text("return document.querySelector('meta[http-equiv]').content").await;
        let app = &clinic.app;
        for part in ["default-src 'none'", &format!("frame-src {app}"), "style-src 'self'", "require-trusted-types-for"]
        {
            assert!(policy.contains(part), "no {part} in {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        page.enter(FRAME).await;
        two_pages_on(page).await;
        page.leave().await;
        page.assert_no_violations().await;
        // The policy does hold here.
        page.js(
            "document.body.append(Object.assign(document.createElement('img'), {src: 'https://clinic.invalid/x.png'}))",
        )
        .await;
        page.wait_for("the policy to refuse a picture", "return violations.length > 0").await;
        page.expect_in_log("clinic.invalid");
        page.js("violations.length = 0").await;
    });
}
