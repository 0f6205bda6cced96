//! The element itself: taken out and put back, moved, changed, more than once, without an address, without a script.

use super::clinic::{Clinic, FRAME, PLAIN, height, is_as_tall_as_shown};
use super::{CHROMIUM, LEAST};
use crate::harness::check::Check;
use crate::harness::chromium::Kind;
use crate::harness::page::Page;
use crate::harness::{PHONE, in_browser};
use serde_json::json;

/// The one script serves the element written down and makes none of its own.
const ELEMENT: &str = "<div id=one><quiet-legs src='{{app}}/'><a href='{{app}}/'>Open the check</a></quiet-legs></div>
    <div id=two></div><script src='{{app}}/embed.js'></script>";

async fn goes_on(page: &Page) {
    page.enter(FRAME).await;
    let check = Check { page };
    check.running().await;
    check.start().await;
    is_as_tall_as_shown(page, LEAST).await;
    page.leave().await;
}

#[test]
fn taken_out_put_back_and_moved_it_begins_again_and_listens_once() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, ELEMENT).await;
        clinic.heard(page).await;
        goes_on(page).await;
        page.js("window.element = document.querySelector('quiet-legs'); element.remove(); heard.length = 0").await;
        assert_eq!(page.js("return element.inside.childElementCount").await, json!(0));
        assert_eq!(page.js("return signals.map(signal => signal.aborted)").await, json!([true]), "it still listens");
        page.js("document.querySelector('#two').append(element)").await;
        clinic.heard(page).await;
        goes_on(page).await;
        page.js("heard.length = 0; document.querySelector('#one').append(element)").await;
        clinic.heard(page).await;
        goes_on(page).await;
        assert_eq!(page.js("return document.querySelectorAll('quiet-legs').length").await, json!(1));
        page.enter(FRAME).await;
        let offer = "parent.postMessage({source: 'quiet-legs', version: 1, type: 'handover', id: '1', format: 'text', content: 'c'},
            document.documentElement.dataset.host)";
        page.js(offer).await;
        page.leave().await;
        page.wait_for("the offer", "return handed.length > 0").await;
        assert_eq!(page.js("return handed").await, json!([{"format": "text", "content": "c"}]), "heard more than once");
    });
}

#[test]
fn where_the_browser_can_move_it_whole_nothing_is_lost() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, ELEMENT).await;
        clinic.heard(page).await;
        goes_on(page).await;
        page.js("document.querySelector('#two').moveBefore(document.querySelector('quiet-legs'), null)").await;
        page.enter(FRAME).await;
        assert_eq!(Check { page }.place().await, "who", "the check began again");
        page.leave().await;
    });
}

#[test]
fn another_title_loads_nothing_and_another_height_begins_again() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, ELEMENT).await;
        clinic.heard(page).await;
        goes_on(page).await;
        let title = format!("return (() => {{ {FRAME} }})().title");
        assert_eq!(page.js_text(&title).await, "Restless legs check");
        page.js("document.querySelector('quiet-legs').dataset.title = 'A check'; heard.length = 0").await;
        assert_eq!(page.js_text(&title).await, "A check");
        page.enter(FRAME).await;
        assert_eq!(Check { page }.place().await, "who");
        page.leave().await;
        page.js("document.querySelector('quiet-legs').dataset.height = '2500'").await;
        clinic.heard(page).await;
        assert_eq!(height(page).await, 2500.0);
    });
}

#[test]
fn the_line_can_stand_twice_and_a_script_in_the_head_makes_no_frame() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        let line = "<script src='{{app}}/embed.js' data-title='Check'></script>";
        clinic.open_own(page, &format!("<section>{line}</section><section>{line}</section>")).await;
        let each = "return [...document.querySelectorAll('section')].map(s => s.querySelectorAll('script + quiet-legs').length)";
        assert_eq!(page.js(each).await, json!([1, 1]));
        let html = "<!doctype html><html lang=en><head><title>Clinic</title><link rel=icon href='data:,'>
            <script src='{{app}}/embed.js'></script></head><body><h1>A clinic</h1>";
        clinic.put("head.html", html);
        clinic.open(page, "head.html").await;
        assert_eq!(
            page.js("return [!!customElements.get('quiet-legs'), document.querySelectorAll('quiet-legs').length]")
                .await,
            json!([true, 0])
        );
    });
}

#[test]
fn every_frame_has_the_same_few_rights() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, "<script src='{{app}}/embed.js'></script>").await;
        let read = format!(
            "const frame = (() => {{ {FRAME} }})();
            return [frame.getAttribute('sandbox'), frame.allow, frame.referrerPolicy, frame.loading, frame.name, frame.src]"
        );
        let sandbox = "allow-scripts allow-same-origin allow-forms allow-downloads allow-modals allow-popups";
        let address = format!("{}/index.html?embed=1", clinic.app);
        assert_eq!(
            page.js(&read).await,
            json!([sandbox, "clipboard-write; web-share", "no-referrer", "eager", "", address])
        );
        assert_eq!(page.js("return document.querySelector('quiet-legs').shadowRoot").await, json!(null));
    });
}

#[test]
fn an_address_may_be_a_folder_a_page_or_wrong_and_then_the_link_inside_is_shown() {
    in_browser(CHROMIUM, async |page| {
        page.expect_in_log("no web address of the check");
        let clinic = Clinic::of(page);
        let elements: String = [
            "{{app}}",
            "{{app}}/some/folder",
            "{{app}}/some/folder/index.html",
            "javascript:alert(1)",
            "data:text/html,x",
        ]
        .map(|src| format!("<quiet-legs src='{src}'><a href='{{{{app}}}}/'>Open the check</a></quiet-legs>"))
        .concat();
        clinic.open_own(page, &format!("{elements}<script src='{{{{app}}}}/embed.js'></script>")).await;
        let read = "return [...document.querySelectorAll('quiet-legs')].map(e => [
            e.inside.querySelector('iframe')?.getAttribute('src') ?? '', e.querySelector('a').checkVisibility()])";
        let app = &clinic.app;
        let root = json!([format!("{app}/index.html?embed=1"), false]);
        let folder = json!([format!("{app}/some/folder/index.html?embed=1"), false]);
        let wrong = json!(["", true]);
        assert_eq!(page.js(read).await, json!([root, folder.clone(), folder, wrong.clone(), wrong]));
    });
}

#[test]
fn without_javascript_the_link_and_the_plain_frame_are_there() {
    in_browser(PHONE.of_kind(Kind::NoJavaScript), async |page| {
        let clinic = Clinic::of(page);
        clinic.open_own(page, ELEMENT).await;
        page.see("quiet-legs a").await;
        clinic.open(page, "plain.html").await;
        page.enter(PLAIN).await;
        page.see("#paper").await;
        page.leave().await;
    });
}

#[test]
fn a_page_of_the_same_origin_is_warned_once() {
    in_browser(CHROMIUM, async |page| {
        page.expect_in_log("Unrecognized feature: 'web-share'");
        page.expect_in_log("both allow-scripts and allow-same-origin");
        let line = "<script src='embed.js' data-title=One></script>";
        page.put_and_open("/same.html", &format!("<h1>A clinic</h1>{line}{line}")).await;
        let warned: Vec<String> = page.log().await;
        assert_eq!(warned.len(), 1, "{warned:#?}");
        assert!(warned[0].contains("come from the same origin"), "{warned:?}");
        let clinic = Clinic::of(page);
        clinic.open_own(page, "<script src='{{app}}/embed.js'></script>").await;
        clinic.heard(page).await;
        assert_eq!(page.log().await, Vec::<String>::new());
    });
}
