//! Headless Firefox, for what its engine may do otherwise: starting the app, printing.
//!
//! Its driver serves one session only, so each session has a driver of its own; both are lent to test after test.
//! There is no DevTools protocol: a page in Firefox cannot emulate media or widths, put a script before the page's
//! own, or read the browser's log, so nothing is said of policy violations there. Chromium's tests are for that.

use super::driver::Driver;
use serde_json::json;
use std::path::PathBuf;
use std::sync::Mutex;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;

static IDLE: Mutex<Vec<WebDriver>> = Mutex::new(Vec::new());
/// Kept until this process ends, as their guards are.
static DRIVERS: Mutex<Vec<Driver>> = Mutex::new(Vec::new());

/// A session: an idle one where there is one.
pub async fn borrow() -> WebDriver {
    let idle = IDLE.lock().expect("the idle sessions").pop();
    match idle {
        Some(session) => session,
        None => start().await,
    }
}

/// Gives a session back for the next test.
pub fn give_back(session: WebDriver) {
    IDLE.lock().expect("the idle sessions").push(session);
}

async fn start() -> WebDriver {
    let arguments = ["--port=0", "--websocket-port=0", "--log=info"];
    let driver = Driver::start("GECKODRIVER", &program(), &arguments, "Listening on 127.0.0.1:");
    let mut options = json!({"args": ["-headless", "--width=800", "--height=900"]});
    if let Ok(binary) = std::env::var("FIREFOX") {
        options["binary"] = json!(binary);
    }
    let mut wanted = Capabilities::new();
    for (name, value) in [("browserName", json!("firefox")), ("moz:firefoxOptions", options)] {
        wanted.set(name, value).expect("a capability is plain JSON");
    }
    let session = WebDriver::new(&driver.url, wanted).await.expect("geckodriver starts Firefox");
    DRIVERS.lock().expect("the drivers").push(driver);
    session
}

/// The driver that `make test-tools` built, or else the one on PATH.
fn program() -> String {
    let built: PathBuf = super::root().join(".tools/bin/geckodriver");
    if built.is_file() { built.display().to_string() } else { "geckodriver".to_owned() }
}
