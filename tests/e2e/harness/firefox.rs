//! Headless Firefox, for what its engine may do otherwise: starting the app, printing.
//!
//! Its driver serves one session only, so each session has a driver of its own; both are lent to test after test.
//! There is no DevTools protocol: a page in Firefox cannot emulate media or widths, put a script before the page's
//! own, or read the browser's log, so nothing is said of policy violations there. Chromium's tests are for that.

use super::driver::Driver;
use super::lent::Lent;
use serde_json::json;
use std::path::PathBuf;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;

static LENT: Lent = Lent::new();

/// A session.
pub async fn borrow() -> WebDriver {
    LENT.borrow(start).await
}

/// Gives a session back for the next test.
pub fn give_back(session: WebDriver) {
    LENT.give_back(session);
}

async fn start() -> (WebDriver, Driver) {
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
    (session, driver)
}

/// The driver that `make test-tools` built, or else the one on PATH.
fn program() -> String {
    let built: PathBuf = super::root().join(".tools/bin/geckodriver");
    if built.is_file() { built.display().to_string() } else { "geckodriver".to_owned() }
}
