//! The same files wherever they are put: at the root, in a folder, in a frame, opened as a file, without WebAssembly,
//! without JavaScript; what stands there before the app, and when the app fails.

use crate::harness::check::{CONTINUE, Check, NOT_SAVED, RUNNING, SEARCH, START};
use crate::harness::chromium::Kind;
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::result::{everything, verdict};
use crate::harness::site::{SUBFOLDER, Site};
use crate::harness::{PHONE, dist, in_browser};
use crate::report::prints_in_its_own_tab;
use serde_json::json;

#[test]
fn the_same_files_work_in_a_folder_of_another_site() {
    in_browser(PHONE, async |page| {
        let check = Check::open_at(page, SUBFOLDER).await;
        page.network_settles().await;
        let asked = page.site.take_requests();
        assert!(asked.iter().all(|path| path.starts_with(SUBFOLDER)), "{asked:?}");
        check.start().await;
        check.answer_until(&Plan::fits().takes("sertral", "Sertraline"), "answers").await;
        check.reload().await;
        assert_eq!(check.place().await, "answers");
        check.continue_().await;
        assert!(verdict(page).await.starts_with("Your answers match"));
    });
}

fn host(check: &str) -> String {
    format!("<h1>A clinic</h1><iframe title='Restless legs check' src='{check}' width=340 height=700></iframe>")
}

async fn works_in_a_frame(page: &Page) {
    assert_eq!(page.js("return document.activeElement.localName").await, json!("body"), "the frame took the focus");
    page.driver.enter_frame(0).await.expect("the frame");
    let check = Check { page };
    check.running().await;
    check.start().await;
    check.answer_until(&Plan::fits().ferritin("18"), "answers").await;
    check.continue_().await;
    assert!(verdict(page).await.starts_with("Your answers match"));
    let kept = page.kept().await;
    assert!(!kept.contains("ferritin"), "in a frame nothing is kept unless asked for: {kept}");
    page.click("main a[href='#/report']").await;
    page.see(".ql-report").await;
    page.assert_no_violations().await;
    prints_in_its_own_tab(page, "18 ng/mL").await;
}

#[test]
fn the_check_works_in_a_frame_of_the_same_site() {
    in_browser(PHONE, async |page| {
        page.put_and_open("/clinic.html", &host(SUBFOLDER)).await;
        works_in_a_frame(page).await;
    });
}

#[test]
fn the_check_works_in_a_frame_of_another_site() {
    in_browser(PHONE, async |page| {
        let clinic = Site::serve(&dist(false));
        let html =
            format!("<!doctype html><title>Clinic</title><link rel=icon href='data:,'>{}", host(&page.site.url("/")));
        clinic.put("/clinic.html", html);
        page.go(&clinic.url("/clinic.html").replace("127.0.0.1", "localhost")).await;
        works_in_a_frame(page).await;
    });
}

/// A frame that may run scripts but has no origin of its own.
const SANDBOXED: &str =
    "<h1>A clinic</h1><iframe title='Restless legs check' src='/' sandbox='allow-scripts allow-forms'
    width=340 height=700></iframe>";

#[test]
fn a_sandboxed_frame_works_where_the_host_lets_it_fetch_and_says_that_nothing_is_kept() {
    in_browser(PHONE, async |page| {
        page.site.header("Access-Control-Allow-Origin", "*");
        page.put_and_open("/clinic.html", SANDBOXED).await;
        page.driver.enter_frame(0).await.expect("the frame");
        let check = Check { page };
        check.running().await;
        check.start().await;
        page.see(NOT_SAVED).await;
        check.answer_until(&Plan::fits(), "signs").await;
        page.driver.enter_default_frame().await.expect("the page around");
    });
}

#[test]
fn a_sandboxed_frame_that_may_not_fetch_shows_the_paper_check() {
    in_browser(PHONE, async |page| {
        page.expect_in_log("origin 'null'");
        page.expect_in_log("net::ERR_FAILED");
        page.put_and_open("/clinic.html", SANDBOXED).await;
        page.driver.enter_frame(0).await.expect("the frame");
        shows_the_paper_check(page).await;
        page.driver.enter_default_frame().await.expect("the page around");
    });
}

/// The five points and the warning signs can be read, and nothing promises a check that cannot run.
async fn shows_the_paper_check(page: &Page) {
    page.see("#paper").await;
    let text = page.text("#paper").await;
    for part in ["5 points", "move your legs", "rest", "evening", "ferritin", "999", "Do not start iron"] {
        assert!(text.contains(part), "no \"{part}\" in the paper check: {text}");
    }
    assert!(page.sees("#paper li").await);
    assert!(!page.sees(START).await, "a Start button that cannot start anything");
    assert!(!page.sees("#crash").await);
}

#[test]
fn without_webassembly_the_paper_check_is_shown() {
    in_browser(PHONE.of_kind(Kind::NoWebAssembly), async |page| {
        page.open("/").await;
        assert_eq!(page.js("return typeof WebAssembly").await, json!("undefined"));
        shows_the_paper_check(page).await;
    });
}

#[test]
fn without_javascript_the_paper_check_is_shown() {
    in_browser(PHONE.of_kind(Kind::NoJavaScript), async |page| {
        page.open("/").await;
        shows_the_paper_check(page).await;
    });
}

#[test]
fn opened_as_a_file_the_paper_check_is_shown() {
    in_browser(PHONE, async |page| {
        page.expect_in_log("origin 'null'");
        page.expect_in_log("net::ERR_FAILED");
        page.go(&format!("file://{}/index.html", dist(false).display())).await;
        shows_the_paper_check(page).await;
    });
}

#[test]
fn when_the_app_cannot_be_fetched_the_paper_check_is_shown() {
    in_browser(PHONE, async |page| {
        page.expect_in_log("404");
        page.site.lose(".wasm");
        page.open("/").await;
        shows_the_paper_check(page).await;
    });
}

/// Where the heading, the first sentence and the button stand, and how far things moved without anybody doing anything.
const PLACES: &str = "const place = css => { const b = document.querySelector(css).getBoundingClientRect();
        return [b.x, b.y, b.width, b.height] };
    return ['h1', 'main .ql-lead', 'main .ql-button', 'header', 'footer'].map(css => [css, ...place(css)])";
const NOTE_SHIFTS: &str = "window.shifts = [];
    new PerformanceObserver(list => shifts.push(...list.getEntries().map(e => e.value)))
        .observe({type: 'layout-shift', buffered: true});";

async fn does_not_move(page: &Page) {
    page.before_every_load(NOTE_SHIFTS).await;
    page.site.hold(".wasm");
    page.open("/").await;
    page.see("main h1").await;
    page.see(START).await;
    assert_ne!(page.js(RUNNING).await, json!(true), "the app runs already");
    let before = page.js(PLACES).await;
    page.site.release();
    Check { page }.running().await;
    assert_eq!(page.js(PLACES).await, before, "the first screen moved when the app took over");
    assert_eq!(page.js("return shifts").await, json!([]));
}

#[test]
fn the_first_screen_is_there_before_the_app_and_does_not_move_when_it_comes_on_a_phone() {
    in_browser(PHONE, does_not_move);
}

#[test]
fn the_first_screen_is_there_before_the_app_and_does_not_move_when_it_comes_on_a_desktop() {
    in_browser(PHONE.wide(1280), does_not_move);
}

#[test]
fn start_pressed_before_the_app_is_there_is_not_lost() {
    in_browser(PHONE, async |page| {
        page.site.hold(".wasm");
        page.open("/").await;
        page.click(START).await;
        page.site.release();
        page.see(CONTINUE).await;
        assert_eq!(Check { page }.place().await, "who");
    });
}

#[test]
fn a_crash_is_told_in_plain_words_and_loses_no_answer() {
    in_browser(PHONE.crashing(), async |page| {
        page.expect_in_log("panicked");
        page.expect_in_log("unreachable");
        let check = Check::begin(page, &Plan::fits(), "relief").await;
        assert!(!page.sees("#crash").await);
        page.js("location.hash = '#/crash'").await;
        page.see("#crash").await;
        let text = page.text("#crash").await;
        assert!(text.contains("Something went wrong") && !text.contains("panicked"), "{text}");
        assert!(page.js("return document.querySelector('#crash').matches('[role=alert]')").await == json!(true));
        page.js("history.replaceState(null, '', '#/check/rest')").await;
        page.click("#crash a, #crash button").await;
        check.running().await;
        page.see("main h1").await;
        assert!(!page.sees("#crash").await);
        assert!(check.is_chosen("c2", "yes").await, "the answers are still there");
    });
}

#[test]
fn after_the_load_nothing_is_asked_for_and_nothing_comes_from_elsewhere() {
    in_browser(PHONE, async |page| {
        let check = Check::open(page).await;
        page.network_settles().await;
        let elsewhere = "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))";
        page.site.take_requests();
        for (path, _) in crate::harness::tour::HUB {
            page.js(&format!("location.hash = '{}'", &path[1..])).await;
            page.see("main h1").await;
        }
        check.open_start().await;
        page.network_settles().await;
        assert_eq!(page.site.take_requests(), Vec::<String>::new());
        assert_eq!(page.js(elsewhere).await, json!([]));
    });
}

#[test]
fn the_server_gone_after_the_load_the_check_goes_on() {
    in_browser(PHONE, async |page| {
        let check = Check::open(page).await;
        page.network_settles().await;
        page.site.stop();
        check.start().await;
        check.answer_until(&Plan::fits().takes("sertral", "Sertraline").ferritin("18"), "answers").await;
        check.continue_().await;
        assert!(verdict(page).await.starts_with("Your answers match"));
    });
}

#[test]
fn while_the_names_do_not_come_medicines_are_written_down_and_understood_later() {
    in_browser(PHONE, async |page| {
        page.expect_in_log("404");
        page.site.lose(".txt");
        let check = Check::begin(page, &Plan::fits(), "medicines").await;
        page.see("main [role=alert]").await;
        page.type_into(SEARCH, "sertraline").await;
        check.continue_with_errors().await;
        page.click(".ql-search .ql-button").await;
        page.click(".ql-results li:nth-child(2) .ql-result").await;
        assert_eq!(page.js("return document.querySelectorAll('.ql-listed').length").await, json!(2));
        page.site.find_again();
        page.click("main [role=alert] .ql-button").await;
        page.wait_for("the words", "return !document.querySelector('main [role=alert]')").await;
        let mine = page.text(".ql-mine").await;
        assert!(mine.contains("depression") && mine.contains("Find its name on the box"), "{mine}");
        check.answer_until(&Plan::fits(), "answers").await;
        check.continue_().await;
        assert!(everything(page).await.contains("It can make restless legs worse in some people"));
    });
}

/// Words of a part of the page, white space folded; what stands there only until the app has come is left out.
const WORDS: &str = "const words = root => { const copy = root.querySelector('#main').cloneNode(true);
        copy.querySelectorAll('.ql-wait, .ql-banners').forEach(e => e.remove());
        return copy.textContent.replace(/\\s+/g, ''); };";

#[test]
fn the_first_screen_says_before_the_app_has_come_what_the_app_says() {
    in_browser(PHONE, async |page| {
        page.put_and_open("/probe.html", "").await;
        let read = "return (async () => words(new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html')))()";
        let before = page.js_text(&format!("{WORDS} {read}")).await;
        Check::open(page).await;
        let after = page.js_text(&format!("{WORDS} return words(document)")).await;
        assert!(before.len() > 400, "{before}");
        assert_eq!(after, before);
    });
}
