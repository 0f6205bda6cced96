//! The ways out: a calendar, a medical record, a code to scan. What leaves is what was told and no more, and it leaves
//! with storage blocked, without a network, from a frame and from a home screen.

mod code;
mod record;
mod reminders;

use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::{Check, START};
use crate::harness::chromium::Kind;
use crate::harness::copies::{catch_files, file, with_many};
use crate::harness::page::Page;
use crate::harness::pages::word;
use crate::harness::plan::Plan;
use crate::harness::site::Site;
use crate::harness::{PHONE, dist, in_browser};
use code::scanned;
use record::{answered, record};
use serde_json::json;

const CODE: &str = "/#/report/code";
const RECORD: &str = "/#/report/record";
const REMINDERS: &str = "/#/report/reminders";
const PICTURE: &str = "main svg.ql-code";

/// Somebody with low iron who takes something.
fn somebody() -> Plan {
    Plan::fits().takes("sertral", "Sertraline").ferritin("18")
}

/// Opens one of the three screens, with its words.
async fn open(page: &Page, path: &str) {
    Check::open_at(page, path).await;
    page.wait_for("the words", "return !!document.querySelector('main .ql-late .ql-lead')").await;
}

/// Goes there without loading anything.
async fn go(page: &Page, path: &str) {
    page.js(&format!("location.hash = '{}'", path.trim_start_matches('/'))).await;
    let there =
        "return !!document.querySelector('main .ql-late .ql-lead') && document.activeElement.localName === 'h1'";
    page.wait_for("the words, and the focus on the heading", there).await;
}

async fn says(page: &Page, words: &str) {
    let script = "return document.querySelector('main').textContent.includes(arguments[0])";
    page.wait_with(words, script, vec![json!(words)]).await;
}

#[test]
fn where_nothing_was_told_each_screen_says_so_and_leads_to_the_check() {
    in_browser(PHONE, async |page| {
        for path in [CODE, RECORD] {
            open(page, path).await;
            assert_eq!(page.text("main .ql-lead").await, word("ways", "nothing", "says"));
            assert!(!page.sees("main form").await && !page.sees(PICTURE).await);
            page.click("main a.ql-button[href='#/']").await;
            page.see(START).await;
        }
    });
}

#[test]
fn where_storage_is_blocked_every_way_out_is_still_there() {
    in_browser(PHONE.of_kind(Kind::StorageBlocked), async |page| {
        catch_files(page).await;
        Check::begin(page, &somebody(), "answers").await;
        go(page, RECORD).await;
        page.see("#save-record").await;
        assert!(answered(&record(page).await).contains(&("ferritin".to_owned(), "18".to_owned())));
        go(page, REMINDERS).await;
        page.click("#save-evenings").await;
        assert!(file(page).await.1.starts_with("BEGIN:VCALENDAR"));
        go(page, CODE).await;
        page.see(PICTURE).await;
        let text = page.js_text("return document.getElementById('summary').textContent").await;
        assert_eq!(scanned(page).await, text);
    });
}

#[test]
fn the_server_gone_after_the_load_every_way_out_is_still_there() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        Check::begin(page, &somebody(), "answers").await;
        page.network_settles().await;
        page.site.stop();
        go(page, RECORD).await;
        page.see("#save-record").await;
        assert!(answered(&record(page).await).contains(&("ferritin".to_owned(), "18".to_owned())));
        go(page, REMINDERS).await;
        page.click("#save-retest").await;
        assert!(file(page).await.1.contains("DTSTART;VALUE=DATE:"));
        go(page, CODE).await;
        page.see(PICTURE).await;
    });
}

/// A browser in which the site was opened from the home screen, and which shares files as `share` says.
async fn installed(page: &Page, share: &str) {
    page.before_every_load(&format!(
        "const ask = window.matchMedia;
        window.matchMedia = new Proxy(ask, {{apply: (f, me, [query]) =>
            query.includes('display-mode') ? ask.call(window, 'all') : ask.call(window, query)}});
        window.shared = [];
        navigator.canShare = data => data.files.length === 1;
        navigator.share = data => {{
            shared.push([data.files[0].name, navigator.userActivation.isActive]);
            return {share};
        }};"
    ))
    .await;
}

#[test]
fn from_a_home_screen_sharing_comes_first_and_happens_inside_the_tap() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        installed(page, "Promise.resolve()").await;
        open(page, REMINDERS).await;
        let order = "return [...document.querySelectorAll('main form:first-of-type .ql-buttons button')].map(b => [b.id, b.className])";
        let found = page.js(order).await;
        assert_eq!(found[0], json!(["share-evenings", "ql-button"]), "{found}");
        assert_eq!(found[1], json!(["save-evenings", "ql-button is-second"]));
        page.click("#share-evenings").await;
        says(page, &word("ways", "outcome", "shared")).await;
        let shared = page.js("return shared").await;
        assert_eq!(shared[0][1], json!(true), "{shared}");
        assert!(shared[0][0].as_str().is_some_and(|name| name.ends_with("-reminders.ics")));
        assert_eq!(page.js("return files.length").await, json!(0));
    });
}

#[test]
fn a_share_that_is_refused_becomes_a_download_and_one_taken_back_says_nothing() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        installed(page, "Promise.reject(new DOMException('no', 'NotAllowedError'))").await;
        open(page, REMINDERS).await;
        page.click("#share-evenings").await;
        assert!(file(page).await.0.ends_with("-reminders.ics"));
    });
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        installed(page, "Promise.reject(new DOMException('no', 'AbortError'))").await;
        open(page, REMINDERS).await;
        page.click("#share-evenings").await;
        page.wait_for("the sheet", "return shared.length === 1").await;
        assert_eq!(page.js("return files.length").await, json!(0));
        assert_eq!(page.js_text("return document.querySelector('main form .ql-told').textContent").await, "");
    });
}

/// A page of another site around the screen.
async fn in_a_frame(page: &Page, path: &str, sandbox: &str) -> Site {
    let clinic = Site::serve(&dist(false));
    let address = page.site.url(path);
    clinic.put(
        "/clinic.html",
        format!(
            "<!doctype html><title>Clinic</title><link rel=icon href='data:,'>
            <iframe title='Restless legs check' {sandbox} src='{address}' width=340 height=760></iframe>"
        ),
    );
    page.go(&clinic.url("/clinic.html").replace("127.0.0.1", "localhost")).await;
    page.driver.enter_frame(0).await.expect("the frame");
    Check { page }.running().await;
    page.wait_for("the words", "return !!document.querySelector('main .ql-late .ql-lead')").await;
    clinic
}

#[test]
fn in_a_frame_of_another_site_it_is_said_that_files_may_be_held_back_and_the_text_can_be_copied() {
    in_browser(PHONE, async |page| {
        page.expect_in_log("Clipboard");
        let _clinic = in_a_frame(page, REMINDERS, "").await;
        page.click("#save-evenings").await;
        says(page, &word("ways", "outcome", "framed")).await;
        page.click("#clip-evenings").await;
        page.see("#evenings-text").await;
        let text = page.js_text("return String(document.getSelection())").await;
        assert!(text.starts_with("BEGIN:VCALENDAR"), "{text}");
        page.driver.enter_default_frame().await.expect("the page around");
    });
}

#[test]
fn in_a_frame_without_an_origin_the_text_stands_there_at_once() {
    in_browser(PHONE, async |page| {
        page.expect_in_log("Download is disallowed");
        page.site.header("Access-Control-Allow-Origin", "*");
        let _clinic = in_a_frame(page, REMINDERS, "sandbox='allow-scripts allow-forms'").await;
        page.click("#save-retest").await;
        page.see("#retest-text").await;
        says(page, &word("ways", "outcome", "sandboxed")).await;
        let text = page.js_text("return document.getElementById('retest-text').value").await;
        assert!(text.starts_with("BEGIN:VCALENDAR"), "{text}");
        page.driver.enter_default_frame().await.expect("the page around");
    });
}

#[test]
fn axe_finds_nothing_on_the_ways_out_when_there_is_something_to_hand_over() {
    in_browser(PHONE, async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        with_many(page, 13).await;
        Check::begin(page, &somebody(), "answers").await;
        let mut found = Vec::new();
        open(page, CODE).await;
        found.extend(findings_in_all_themes(page, "code").await);
        open(page, RECORD).await;
        page.click("[aria-controls=who]").await;
        page.see("#own_name").await;
        found.extend(findings_in_all_themes(page, "record").await);
        open(page, REMINDERS).await;
        found.extend(findings_in_all_themes(page, "reminders").await);
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}
