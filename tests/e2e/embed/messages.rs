//! What the clinic's page is told: how tall the check is and which kind of page it shows. Never an answer, and nothing
//! at all to a page that only pretends.

use super::clinic::{Clinic, FRAME, height};
use super::{CHROMIUM, FIREFOX, WEBKIT};
use crate::harness::check::Check;
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::result::verdict;
use crate::harness::{Setup, dist, in_browser};
use serde_json::{Value, json};
use std::time::Duration;

/// Exactly these keys, and nothing in them but a height or one of four words.
fn is_harmless(message: &Value) -> bool {
    let Some(data) = message["data"].as_object() else { return false };
    let mut keys: Vec<&str> = data.keys().map(String::as_str).collect();
    keys.sort_unstable();
    let kind = match data.get("type").and_then(Value::as_str) {
        Some("height") => keys == ["height", "source", "type", "version"] && data["height"].is_u64(),
        Some("page") => {
            keys == ["page", "source", "type", "version"]
                && ["start", "check", "result", "other"].iter().any(|page| data["page"] == *page)
        }
        _ => false,
    };
    kind && data["source"] == "quiet-legs" && data["version"] == 1
}

fn no_message_of_a_whole_check_holds_an_answer(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open(page, "index.html").await;
        clinic.heard(page).await;
        page.enter(FRAME).await;
        let check = Check { page };
        check.running().await;
        check.start().await;
        // With a warning sign, so that the page that asks to get help comes too.
        let plan = Plan::fits().ticks("sign", "E1").takes("sertral", "Sertraline").ferritin("18");
        let pages = check.answer_until(&plan, "answers").await;
        assert!(pages.iter().any(|id| id == "urgent"), "{pages:?}");
        check.continue_().await;
        let verdict = verdict(page).await;
        page.click("main a[href='#/report']").await;
        page.see(".ql-report").await;
        page.leave().await;
        page.wait_for(
            "word of the last page",
            "return heard.findLast(m => m.data.type === 'page').data.page === 'other'",
        )
        .await;
        let heard = clinic.heard(page).await;
        for message in &heard {
            assert_eq!(message["origin"], json!(clinic.app));
            assert!(is_harmless(message), "{message}");
        }
        let told: Vec<&Value> = heard.iter().filter_map(|message| message["data"].get("page")).collect();
        let mut expected = vec!["start"];
        expected.extend(pages.iter().map(|_| "check"));
        expected.extend(["check", "result", "other"]);
        assert_eq!(told, expected, "one word for each page of {pages:?}");
        assert!(!Value::from(heard).to_string().contains(verdict.split(' ').next_back().unwrap_or("?")));
    });
}

#[test]
fn no_message_of_a_whole_check_holds_an_answer_in_chromium() {
    no_message_of_a_whole_check_holds_an_answer(CHROMIUM);
}

#[test]
fn no_message_of_a_whole_check_holds_an_answer_in_firefox() {
    no_message_of_a_whole_check_holds_an_answer(FIREFOX);
}

#[test]
fn no_message_of_a_whole_check_holds_an_answer_in_webkit() {
    no_message_of_a_whole_check_holds_an_answer(WEBKIT);
}

/// Long enough for an answer that must not come.
async fn a_while() {
    tokio::time::sleep(Duration::from_millis(700)).await;
}

/// The check in a frame of the page's own making, which says no hello.
const OWN_FRAME: &str =
    "<iframe id=check title='Restless legs check' src='{{app}}/index.html?embed=1' width=600 height=500></iframe>";
const HELLO: &str = "const hello = { source: 'quiet-legs', version: 1, type: 'hello' };
    const frame = document.querySelector('#check').contentWindow;";

async fn listens(page: &Page) {
    page.driver.enter_frame(0).await.expect("the frame");
    Check { page }.running().await;
    page.wait_for("frame.js", "return performance.getEntriesByName(new URL('frame.js', location).href).length > 0")
        .await;
    page.leave().await;
    a_while().await;
}

fn a_wrong_hello_is_not_answered_and_a_flood_of_right_ones_hardly(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, OWN_FRAME).await;
        listens(page).await;
        let wrong = "for (const change of [{source: 'other'}, {version: 2}, {version: '1'}, {type: 'Hello'}, {type: 'received', id: '1'}])
                frame.postMessage({...hello, ...change}, '*');
            for (const data of [null, 'hello', 7, [], ['quiet-legs', 1, 'hello'], new Map(Object.entries(hello))]) frame.postMessage(data, '*');
            // The right words from a window that is not the one around the frame.
            const stranger = document.body.appendChild(document.createElement('iframe'));
            stranger.contentWindow.eval(`parent.frames[0].postMessage(${JSON.stringify(hello)}, '*')`);";
        page.js(&format!("{HELLO} {wrong}")).await;
        a_while().await;
        assert_eq!(page.js("return heard").await, json!([]));
        page.js(&format!("{HELLO} for (let n = 0; n < 10000; n += 1) frame.postMessage(hello, arguments[0])")
            .replace("arguments[0]", &format!("'{}'", clinic.app)))
            .await;
        clinic.heard(page).await;
        a_while().await;
        let heard = clinic.heard(page).await;
        assert!(heard.len() < 200, "{} answers to 10,000 times hello", heard.len());
        assert!(heard.iter().all(is_harmless), "{heard:?}");
        page.driver.enter_frame(0).await.expect("the frame");
        assert_eq!(page.js_text("return document.documentElement.dataset.host").await, clinic.origin());
        Check { page }.start().await;
        page.leave().await;
    });
}

#[test]
fn a_wrong_hello_is_not_answered_and_a_flood_of_right_ones_hardly_in_chromium() {
    a_wrong_hello_is_not_answered_and_a_flood_of_right_ones_hardly(CHROMIUM);
}

#[test]
fn a_wrong_hello_is_not_answered_and_a_flood_of_right_ones_hardly_in_firefox() {
    a_wrong_hello_is_not_answered_and_a_flood_of_right_ones_hardly(FIREFOX);
}

#[test]
fn a_wrong_hello_is_not_answered_and_a_flood_of_right_ones_hardly_in_webkit() {
    a_wrong_hello_is_not_answered_and_a_flood_of_right_ones_hardly(WEBKIT);
}

/// A page without an origin of its own around the check: any page could be it.
#[test]
fn a_page_without_an_origin_is_told_nothing() {
    in_browser(CHROMIUM, async |page| {
        // Without that the scripts of the check would not come at all, and nothing would be tried here.
        page.site.header("Access-Control-Allow-Origin", "*");
        let clinic = Clinic::of(page);
        clinic.put(
            "inner.html",
            &format!("<!doctype html><html lang=en><head><title>Inner</title></head><body>{OWN_FRAME}"),
        );
        clinic
            .open_own(
                page,
                "<iframe title=Inner src='inner.html' sandbox='allow-scripts' width=700 height=600></iframe>",
            )
            .await;
        page.driver.enter_frame(0).await.expect("the page between");
        page.driver.enter_frame(0).await.expect("the check");
        Check { page }.running().await;
        page.driver.enter_parent_frame().await.expect("the page between");
        a_while().await;
        page.js(&format!("{HELLO} frame.postMessage(hello, '*')")).await;
        a_while().await;
        assert_eq!(page.js("return [origin, heard]").await, json!(["null", []]));
        page.driver.enter_frame(0).await.expect("the check");
        assert_eq!(page.js("return document.documentElement.dataset.host ?? ''").await, json!(""));
        page.leave().await;
    });
}

#[test]
fn words_that_are_not_from_the_frame_change_nothing() {
    in_browser(CHROMIUM, async |page| {
        // Said by Chromium of each hello to the stranger below, which does not reach it.
        page.expect_in_log("does not match the recipient window's origin");
        // Said of any page of the clinic in that frame: there the two are of one origin.
        page.expect_in_log("both allow-scripts and allow-same-origin");
        let clinic = Clinic::of(page);
        clinic.put("stranger.html", "<!doctype html><html lang=en><head><title>Stranger</title></head><body>");
        let body = "<script src='{{app}}/embed.js'></script>
            <iframe title=Stranger src='stranger.html'></iframe><iframe title=Twin src='{{app}}/index.html'></iframe>";
        clinic.open_own(page, body).await;
        clinic.heard(page).await;
        let before = height(page).await;
        let forge = "const target = window === top ? window : parent;
            for (const words of [{type: 'height', height: 9000}, {type: 'page', page: 'check'},
                {type: 'handover', id: 'forged', format: 'text', content: 'x'}])
                target.postMessage({source: 'quiet-legs', version: 1, ...words}, '*');";
        // From the page itself, from a stranger, and from a frame of the check's own site that is not the one of the element.
        page.js(forge).await;
        for frame in [0, 1] {
            page.driver.enter_frame(frame).await.expect("a frame beside");
            page.wait_for("the frame beside", "return document.readyState === 'complete'").await;
            page.js(forge).await;
            page.leave().await;
        }
        page.wait_for("all that was said", "return heard.filter(m => m.data.height === 9000).length === 3").await;
        // And from the frame of the element, once a page of another site is in it.
        page.enter(FRAME).await;
        page.js_with("location.replace(arguments[0])", vec![json!(format!("{}/stranger.html", clinic.origin()))]).await;
        page.wait_for(
            "the stranger in the frame",
            "return document.title === 'Stranger' && document.readyState === 'complete'",
        )
        .await;
        page.js(forge).await;
        page.leave().await;
        page.wait_for("that too", "return heard.filter(m => m.data.height === 9000).length === 4").await;
        a_while().await;
        assert_eq!(page.js("return handed").await, json!([]));
        assert_eq!(height(page).await, before);
    });
}

#[test]
fn whatever_the_frame_says_the_page_around_it_holds() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, "<script src='{{app}}/embed.js' data-height=400></script>").await;
        clinic.heard(page).await;
        let count = "window.laid = 0; new MutationObserver(list => laid += list.length)
            .observe(document.querySelector('quiet-legs'), { attributes: true })";
        page.js(count).await;
        page.enter(FRAME).await;
        Check { page }.running().await;
        let say = "const say = words => parent.postMessage({source: 'quiet-legs', version: 1, ...words}, '*');";
        page.js(&format!(
            "{say} for (const height of [NaN, -1, 0, '900', null, [900], {{}}]) say({{type: 'height', height}});
            for (let n = 0; n < 10000; n += 1) say({{type: 'height', height: 500 + n}});
            say({{type: 'height', height: Infinity}})"
        ))
        .await;
        page.leave().await;
        page.wait_for("the tallest there is", "return document.querySelector('quiet-legs').offsetHeight === 20000")
            .await;
        let laid = page.js("return laid").await;
        assert!(laid.as_u64() < Some(400), "given {laid} styles for 10,000 heights");
        page.enter(FRAME).await;
        page.js(&format!("{say} say({{type: 'height', height: 1}})")).await;
        page.leave().await;
        page.wait_for("the height asked for", "return document.querySelector('quiet-legs').offsetHeight === 400").await;
        // A hand-over is offered once, in one of two formats, as text.
        page.enter(FRAME).await;
        page.js(&format!(
            "{say} const offer = {{type: 'handover', id: 'a', format: 'text', content: 'words'}};
            for (const change of [{{id: 1}}, {{format: 'html'}}, {{format: ['text']}}, {{content: {{}}}}, {{version: 2}}, {{}}, {{}}, {{content: 'again'}}])
                say({{...offer, ...change}})"
        ))
        .await;
        page.leave().await;
        page.wait_for("the offer", "return handed.length > 0").await;
        a_while().await;
        assert_eq!(page.js("return handed").await, json!([{"format": "text", "content": "words"}]));
    });
}

#[test]
fn a_frame_that_listens_late_is_greeted_all_the_same() {
    in_browser(CHROMIUM, async |page| {
        page.site.hold("frame.js");
        let clinic = Clinic::of(page);
        clinic.open_own(page, "<script src='{{app}}/embed.js'></script>").await;
        page.enter(FRAME).await;
        Check { page }.running().await;
        page.leave().await;
        a_while().await;
        assert_eq!(page.js("return heard").await, json!([]));
        page.site.release();
        let heard = clinic.heard(page).await;
        assert!(heard.iter().all(is_harmless), "{heard:?}");
    });
}

/// Whom a message reached cannot be seen from outside; whom it is meant for can be read.
#[test]
fn no_script_sends_to_whoever_listens() {
    for name in ["embed.js", "frame.js"] {
        let script = std::fs::read_to_string(dist(false).join(name)).expect("a script of the site");
        assert_eq!(script.matches("postMessage").count(), 1, "{name}");
        assert!(!script.contains("\"*\"") && !script.contains("'*'"), "{name}");
    }
}
