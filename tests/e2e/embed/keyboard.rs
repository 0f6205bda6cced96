//! Keys and screen readers pass through: Tab goes into the frame and out again, the frame has a name.

use super::clinic::{Clinic, FRAME};
use super::{CHROMIUM, FIREFOX, WEBKIT};
use crate::harness::axe::findings;
use crate::harness::check::{Check, START};
use crate::harness::chromium::Kind;
use crate::harness::page::Page;
use crate::harness::{PHONE, Setup, in_browser};
use serde_json::json;
use std::time::Duration;
use thirtyfour::prelude::*;

const BETWEEN_LINKS: &str = "<p><a id=before href='#x'>Before</a></p><script src='{{app}}/embed.js'></script>
    <p><a id=after href='#x'>After</a></p>";
const FOCUS: &str = "return document.activeElement.id || document.activeElement.localName";

async fn tab(page: &Page, back: bool) {
    let keys = page.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
    let keys = if back {
        keys.key_down(Key::Shift).key_down(Key::Tab).key_up(Key::Tab).key_up(Key::Shift)
    } else {
        keys.key_down(Key::Tab).key_up(Key::Tab)
    };
    keys.perform().await.expect("keys are pressed");
}

/// Presses Tab until the focus is on this; gives where it was on the way, without repeats.
async fn tabbed_to(page: &Page, goal: &str, back: bool) -> Vec<String> {
    let mut way: Vec<String> = Vec::new();
    for _ in 0..60 {
        tab(page, back).await;
        let at = page.js_text(FOCUS).await;
        if way.last() != Some(&at) {
            way.push(at.clone());
        }
        if at == goal {
            return way;
        }
    }
    panic!("60 times Tab and no {goal}: {way:?}");
}

fn tab_goes_into_the_frame_and_out_again(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, BETWEEN_LINKS).await;
        clinic.heard(page).await;
        assert_eq!(page.js_text(FOCUS).await, "body", "the frame took the focus");
        page.enter(FRAME).await;
        Check { page }.running().await;
        page.js("window.focused = []; addEventListener('focusin', e => focused.push(e.target.className))").await;
        page.leave().await;
        page.js("document.querySelector('#before').focus()").await;
        assert_eq!(tabbed_to(page, "after", false).await, ["quiet-legs", "after"]);
        assert_eq!(tabbed_to(page, "before", true).await, ["quiet-legs", "before"]);
        page.enter(FRAME).await;
        let there = page.js("return [focused[0], focused.filter(name => name === 'ql-button').length]").await;
        if browser.kind() == Kind::Firefox {
            // Its driver sends each key to one document only, and not to where the focus went: so here from inside.
            assert_eq!(there[0], "ql-skip");
            page.js("document.querySelector('.ql-skip').focus()").await;
            let to_start = "return document.activeElement.className === 'ql-button'";
            let mut left = 30;
            while page.js(to_start).await != json!(true) {
                tab(page, false).await;
                left -= 1;
                assert!(left > 0, "30 times Tab and no start button");
            }
        } else {
            assert_eq!(there, json!(["ql-skip", 2]), "the start button is met on the way there and on the way back");
        }
        page.leave().await;
    });
}

#[test]
fn tab_goes_into_the_frame_and_out_again_in_chromium() {
    tab_goes_into_the_frame_and_out_again(CHROMIUM);
}

#[test]
fn tab_goes_into_the_frame_and_out_again_in_firefox() {
    tab_goes_into_the_frame_and_out_again(FIREFOX);
}

#[test]
fn tab_goes_into_the_frame_and_out_again_in_webkit() {
    tab_goes_into_the_frame_and_out_again(WEBKIT);
}

#[test]
fn started_by_keyboard_the_focus_is_on_the_first_question() {
    in_browser(PHONE, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, BETWEEN_LINKS).await;
        clinic.heard(page).await;
        page.enter(FRAME).await;
        Check { page }.running().await;
        page.js(&format!("document.querySelector('{START}').focus()")).await;
        page.press(Key::Enter).await;
        page.wait_for(
            "the focus on the question",
            "return location.hash === '#/check/who' && document.activeElement.localName === 'h1'",
        )
        .await;
        page.leave().await;
        assert_eq!(page.js_text(FOCUS).await, "quiet-legs");
    });
}

/// The shadow is closed to axe too; here it is open, so that axe sees the frame.
#[test]
fn axe_finds_nothing_on_the_clinics_page_and_in_the_frame() {
    for setup in [PHONE, CHROMIUM] {
        in_browser(setup, async |page| {
            page.before_every_load("window.openShadows = true").await;
            let clinic = Clinic::of(page);
            clinic.open(page, "index.html").await;
            clinic.heard(page).await;
            let found = findings(page).await;
            assert!(found.is_empty(), "{}", found.join("\n"));
            page.js("document.querySelector('quiet-legs').shadowRoot.querySelector('iframe').removeAttribute('title')")
                .await;
            let found = findings(page).await;
            assert!(found.iter().any(|f| f.starts_with("frame-title")), "axe does not see the frame: {found:?}");
            page.enter(FRAME).await;
            let check = Check { page };
            check.running().await;
            let mut found = findings(page).await;
            check.start().await;
            found.extend(findings(page).await);
            page.leave().await;
            assert!(found.is_empty(), "{}", found.join("\n"));
        });
    }
}
