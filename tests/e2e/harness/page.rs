//! A tab of a browser with the site open in it: looking, clicking, typing, waiting, and the rules every test keeps.
//!
//! A step waits until the page shows what the step is for, never for a fixed time, and says on failure what it
//! waited for and what was there instead. At the end of every test the browser's log must hold no error and
//! no warning, and no policy violation may have happened.

use super::chromium::Kind;
use super::site::Site;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::time::Duration;
use thirtyfour::prelude::*;

/// How long a step may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(15);
pub(super) const LOOK_AGAIN: Duration = Duration::from_millis(15);
/// The network is settled when nothing was asked for so long.
const QUIET: Duration = Duration::from_millis(800);

const WATCH: &str = "window.violations = [];
document.addEventListener('securitypolicyviolation',
    e => violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile} ${e.sample}`));";

/// The tab, and the site it shows.
pub struct Page {
    /// Where the pages come from.
    pub site: Site,
    /// The WebDriver session.
    pub driver: WebDriver,
    kind: Kind,
    expected: RefCell<Vec<&'static str>>,
    scripts: RefCell<Vec<Value>>,
    /// How to find the frame that was entered.
    pub(super) frame: RefCell<Option<&'static str>>,
}

impl Page {
    /// Prepares a session for one test.
    pub async fn prepare(site: Site, driver: WebDriver, kind: Kind, width: u32) -> Self {
        let page = Self {
            site,
            driver,
            kind,
            expected: RefCell::default(),
            scripts: RefCell::default(),
            frame: RefCell::default(),
        };
        if !kind.is_chromium() {
            return page;
        }
        // A port that an earlier test had may come back, and with it what that test kept there.
        let here = json!({"origin": page.site.url(""), "storageTypes": "all"});
        page.devtools("Storage.clearDataForOrigin", here).await;
        page.before_every_load(WATCH).await;
        page.width(width).await;
        page
    }

    /// Sends a DevTools command.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        let answer = self.driver.cdp().send_raw(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs a script in every document before its own scripts, outside its policy.
    pub async fn before_every_load(&self, script: &str) {
        let added = self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await;
        self.scripts.borrow_mut().push(added);
    }

    /// Sets the width of the view in CSS pixels.
    pub async fn width(&self, width: u32) {
        let size = json!({"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Emulates media features, as `[("forced-colors", "active")]`.
    pub async fn media(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> = features.iter().map(|(n, v)| json!({"name": n, "value": v})).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await;
    }

    /// Says that log lines holding this are part of the test.
    pub fn expect_in_log(&self, part: &'static str) {
        self.expected.borrow_mut().push(part);
    }

    /// Opens a path of the site, hash included.
    pub async fn open(&self, path: &str) {
        self.go(&self.site.url(path)).await;
    }

    /// Serves a small page of the test's own on the site's origin, and opens it.
    pub async fn put_and_open(&self, path: &str, body: &str) {
        let html = format!("<!doctype html><html lang=en><title>Test</title><link rel=icon href='data:,'>{body}");
        self.site.put(path, html);
        self.open(path).await;
    }

    /// Opens any address.
    pub async fn go(&self, url: &str) {
        self.driver.goto(url).await.unwrap_or_else(|error| panic!("opening {url}: {error}"));
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.assert_no_violations().await;
        self.driver.refresh().await.expect("the page loads again");
    }

    /// Runs a script with arguments and gives what it returns (a promise is waited for).
    pub async fn js_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.driver.execute(script, arguments).await;
        answer.unwrap_or_else(|error| panic!("script failed: {script}\n{error}")).json().clone()
    }

    /// Runs a script.
    pub async fn js(&self, script: &str) -> Value {
        self.js_with(script, Vec::new()).await
    }

    /// Runs a script that gives a text.
    pub async fn js_text(&self, script: &str) -> String {
        let value = self.js(script).await;
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    }

    /// Waits until a script gives something true, and gives that.
    pub async fn wait_for(&self, what: &str, script: &str) -> Value {
        self.wait_with(what, script, Vec::new()).await
    }

    /// Waits until a script with arguments gives something true, and gives that.
    pub async fn wait_with(&self, what: &str, script: &str, arguments: Vec<Value>) -> Value {
        let seen = tokio::time::timeout(PATIENCE, async {
            loop {
                // A document that is being replaced has no answer yet.
                if let Ok(answer) = self.driver.execute(script, arguments.clone()).await
                    && !matches!(answer.json(), Value::Null | Value::Bool(false))
                    && answer.json() != ""
                {
                    return answer.json().clone();
                }
                tokio::time::sleep(LOOK_AGAIN).await;
            }
        });
        match seen.await {
            Ok(value) => value,
            Err(_) => panic!("waited in vain for {what}"),
        }
    }

    /// Waits for an element that can be seen.
    pub async fn see(&self, css: &str) -> WebElement {
        let script = "const found = [...document.querySelectorAll(arguments[0])].find(e => e.checkVisibility());
            return found ?? null;";
        self.wait_with(&format!("`{css}`"), script, vec![json!(css)]).await;
        let found = self.driver.execute(script, vec![json!(css)]).await.and_then(|found| found.element());
        found.unwrap_or_else(|error| panic!("`{css}` was there and went away: {error}"))
    }

    /// Whether an element is there and can be seen, now.
    pub async fn sees(&self, css: &str) -> bool {
        let script = "return [...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility())";
        self.js_with(script, vec![json!(css)]).await == json!(true)
    }

    /// Clicks an element as a person does: it is scrolled to and must not be covered.
    pub async fn click(&self, css: &str) {
        let element = self.see(css).await;
        if self.kind == Kind::WebKit && self.frame.borrow().is_some() {
            return self.click_in_a_frame(element, css).await;
        }
        element.click().await.unwrap_or_else(|error| panic!("clicking `{css}`: {error}"));
    }

    /// The text of an element as it is shown, white space folded.
    pub async fn text(&self, css: &str) -> String {
        let text = self.see(css).await.text().await;
        let text = text.unwrap_or_else(|error| panic!("text of `{css}`: {error}"));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Replaces what stands in an input.
    pub async fn type_into(&self, css: &str, text: &str) {
        let input = self.see(css).await;
        input.clear().await.unwrap_or_else(|error| panic!("clearing `{css}`: {error}"));
        if !text.is_empty() {
            input.send_keys(text).await.unwrap_or_else(|error| panic!("typing into `{css}`: {error}"));
        }
    }

    /// Puts a text into an input at once, as pasting does (for texts that take too long to type).
    pub async fn paste_into(&self, css: &str, text: &str) {
        self.click(css).await;
        self.js("document.activeElement.select()").await;
        self.devtools("Input.insertText", json!({"text": text})).await;
    }

    /// Presses keys, wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        self.driver
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
            .send_keys(keys)
            .perform()
            .await
            .expect("keys are pressed");
    }

    /// Whether the title says that something is wrong.
    pub async fn title_has_error(&self) -> bool {
        self.js("return document.title.startsWith('Error: ')").await == json!(true)
    }

    /// Waits until the site was not asked for anything for a while (what is loaded at idle is then there).
    pub async fn network_settles(&self) {
        let mut before = usize::MAX;
        while self.site.requests_so_far() != before {
            before = self.site.requests_so_far();
            tokio::time::sleep(QUIET).await;
        }
    }

    /// Every key and value kept on the device, as one text.
    pub async fn kept(&self) -> String {
        self.js_text("return JSON.stringify({...localStorage})").await
    }

    /// Fails if the page broke its own policy since it was loaded.
    pub async fn assert_no_violations(&self) {
        let violations = self.js_text("return (window.violations ?? []).join('\\n')").await;
        assert!(violations.is_empty(), "the policy was broken:\n{violations}");
    }

    /// Lines of the browser's log since last asked, without those expected and mere notes.
    pub async fn log(&self) -> Vec<String> {
        if !self.kind.is_chromium() {
            return Vec::new();
        }
        let lines = self.driver.browser_log().await.expect("the browser's log");
        let counts = |level: &str| matches!(level, "SEVERE" | "WARNING");
        let expected = self.expected.borrow();
        let lines = lines.into_iter().filter(|line| counts(&line.level)).map(|line| line.message);
        lines.filter(|line| !expected.iter().any(|part| line.contains(part))).collect()
    }

    /// What every test must leave behind: no violation, no error in the log.
    pub async fn assert_clean(&self) {
        if self.kind != Kind::NoJavaScript {
            self.assert_no_violations().await;
        }
        let log = self.log().await;
        assert!(log.is_empty(), "the browser's log has errors:\n{}", log.join("\n"));
    }

    /// Where the tab is and what it shows, for a failed test.
    pub async fn describe(&self) -> String {
        let script = "const main = document.querySelector('main') ?? document.body;
            const focus = document.activeElement;
            return [location.href, document.title, 'focus: ' + focus.outerHTML.slice(0, 200),
                main.innerText.slice(0, 1500)].join('\\n')";
        let shown = self.driver.execute(script, Vec::new()).await.map(|shown| shown.json().clone());
        let log = self.driver.browser_log().await.unwrap_or_default();
        let log: Vec<String> = log.into_iter().map(|line| format!("{} {}", line.level, line.message)).collect();
        format!("{}\nlog:\n{}", shown.unwrap_or_default().as_str().unwrap_or("nothing"), log.join("\n"))
    }

    /// Takes the test's traces off the session, so that another test may have it.
    pub async fn tidy(self) -> WebDriver {
        let windows = self.driver.windows().await.expect("the windows");
        for window in windows.iter().skip(1) {
            self.driver.switch_to_window(window.clone()).await.expect("another window");
            self.driver.close_window().await.expect("the window closes");
        }
        if let Some(first) = windows.first() {
            self.driver.switch_to_window(first.clone()).await.expect("the first window");
        }
        if !self.kind.is_chromium() {
            // A port may come back for another test, and with it what this one kept.
            self.js("try { localStorage.clear() } catch {}").await;
        }
        self.go("about:blank").await;
        if !self.kind.is_chromium() {
            return self.driver;
        }
        for script in self.scripts.take() {
            self.devtools("Page.removeScriptToEvaluateOnNewDocument", script).await;
        }
        self.media(&[]).await;
        self.driver
    }
}
