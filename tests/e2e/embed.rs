//! The check in a page of another site, as a clinic puts it there: the two in different origins, in Chromium, Firefox
//! and WebKit.
//!
//! The host pages are those of `examples/clinic/` or small ones of a test's own; the check is the built site.

mod clinic;

use crate::harness::check::Check;
use crate::harness::chromium::Kind;
use crate::harness::plan::Plan;
use crate::harness::result::verdict;
use crate::harness::{PHONE, Setup, in_browser};
use clinic::Clinic;

const CHROMIUM: Setup = PHONE.wide(1280);
const FIREFOX: Setup = PHONE.of_kind(Kind::Firefox);
const WEBKIT: Setup = PHONE.of_kind(Kind::WebKit);

/// A plain frame and no script at all.
fn a_plain_frame_holds_the_whole_check(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic
            .open(
                page,
                "plain.html",
                "<iframe title='Restless legs check' src='{{app}}/index.html?embed=1' width=340 height=700></iframe>",
            )
            .await;
        page.enter("return document.querySelector('iframe')").await;
        let check = Check { page };
        check.running().await;
        check.start().await;
        check.answer_until(&Plan::fits().takes("sertral", "Sertraline").ferritin("18"), "answers").await;
        check.continue_().await;
        assert!(verdict(page).await.starts_with("Your answers match"));
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
