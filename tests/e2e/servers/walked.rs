//! The check walked in Chromium from nginx and Apache: at the root, in a folder, and in frames.

use crate::harness::check::{Check, NOT_SAVED};
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::result::verdict;
use crate::harness::server::{Kind, Server};
use crate::harness::site::SUBFOLDER;
use crate::harness::{PHONE, in_browser};
use serde_json::json;

async fn walks_the_check(page: &Page) {
    let check = Check { page };
    check.running().await;
    check.start().await;
    check.answer_until(&Plan::fits().takes("sertral", "Sertraline").ferritin("18"), "answers").await;
    check.continue_().await;
    assert!(verdict(page).await.starts_with("Your answers match"));
}

fn the_check_is_walked_from(kind: Kind) {
    in_browser(PHONE, async |page| {
        let server = Server::usual(kind);
        for at in ["/", SUBFOLDER] {
            page.go(&server.url(at)).await;
            walks_the_check(page).await;
            page.js("location.hash = '#/diary'").await;
            page.wait_for("the whole app", "return document.querySelector('main h1')?.textContent === 'Tonight'").await;
            page.assert_no_violations().await;
            page.js("localStorage.clear(); sessionStorage.clear()").await;
        }
        page.go(&server.url(&format!("{SUBFOLDER}learn/iron.html"))).await;
        let styled = "return document.styleSheets.length === 1 && document.styleSheets[0].cssRules.length > 20";
        assert_eq!(page.js(styled).await, json!(true), "the page to read has no style");
    });
}

#[test]
fn the_check_is_walked_from_nginx_at_the_root_and_in_a_folder() {
    the_check_is_walked_from(Kind::Nginx);
}

#[test]
fn the_check_is_walked_from_apache_at_the_root_and_in_a_folder() {
    the_check_is_walked_from(Kind::Apache);
}

/// A page of a clinic's with the check of `server` in a frame, on the origin of the test's own site.
async fn open_clinic(page: &Page, server: &Server, sandbox: &str) {
    let check = server.url(SUBFOLDER);
    let body = format!(
        "<h1>A clinic</h1><iframe title='Restless legs check' src='{check}' {sandbox} width=340 height=700></iframe>
         <img alt='' src='{}'>",
        server.url("/icon.svg")
    );
    page.put_and_open("/clinic.html", &body).await;
}

fn the_named_site_and_no_other_may_show_it_in_a_frame(kind: Kind) {
    in_browser(PHONE, async |page| {
        page.expect_in_log("frame-ancestors");
        page.expect_in_log("Refused to display");
        let here = page.site.url("");
        let server = Server::start(kind, &here);
        open_clinic(page, &server, "").await;
        page.driver.enter_frame(0).await.expect("the frame");
        Check { page }.running().await;
        page.driver.enter_default_frame().await.expect("the page around");
        open_clinic(page, Server::usual(kind), "").await;
        page.driver.enter_frame(0).await.expect("the frame");
        page.wait_for("the browser's own words in the frame", "return !document.querySelector('#app')").await;
        page.driver.enter_default_frame().await.expect("the page around");
    });
}

#[test]
fn nginx_lets_the_named_site_and_no_other_show_it_in_a_frame() {
    the_named_site_and_no_other_may_show_it_in_a_frame(Kind::Nginx);
}

#[test]
fn apache_lets_the_named_site_and_no_other_show_it_in_a_frame() {
    the_named_site_and_no_other_may_show_it_in_a_frame(Kind::Apache);
}

/// A frame without an origin of its own, in a page that isolates itself: every file must say that it may be used.
fn the_check_is_walked_in_a_sandboxed_frame_from(kind: Kind) {
    in_browser(PHONE, async |page| {
        page.site.header("Cross-Origin-Opener-Policy", "same-origin");
        page.site.header("Cross-Origin-Embedder-Policy", "require-corp");
        let server = Server::start(kind, &page.site.url(""));
        open_clinic(page, &server, "sandbox='allow-scripts allow-forms'").await;
        let isolated = "return crossOriginIsolated && document.images[0].naturalWidth > 0";
        assert_eq!(page.js(isolated).await, json!(true), "the host does not isolate itself, or may not use our files");
        page.driver.enter_frame(0).await.expect("the frame");
        let check = Check { page };
        check.running().await;
        check.start().await;
        page.see(NOT_SAVED).await;
        check.answer_until(&Plan::fits().ferritin("18"), "answers").await;
        check.continue_().await;
        assert!(verdict(page).await.starts_with("Your answers match"));
        page.assert_no_violations().await;
        page.driver.enter_default_frame().await.expect("the page around");
    });
}

#[test]
fn the_check_is_walked_in_a_sandboxed_frame_from_nginx() {
    the_check_is_walked_in_a_sandboxed_frame_from(Kind::Nginx);
}

#[test]
fn the_check_is_walked_in_a_sandboxed_frame_from_apache() {
    the_check_is_walked_in_a_sandboxed_frame_from(Kind::Apache);
}
