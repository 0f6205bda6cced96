//! WebKitGTK's MiniBrowser, for what its engine may do otherwise: frames of another site, messages, focus.
//!
//! It has no headless mode, so each driver runs under an X server of its own; it serves one session, and both are lent
//! to test after test. As in Firefox there is no DevTools protocol. A frame must be entered with
//! [`super::page::Page::enter`]: the driver does not scroll the page around it to what is clicked, the harness does.

use super::driver::Driver;
use super::lent::Lent;
use serde_json::json;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;

static LENT: Lent = Lent::new();
static STARTED: AtomicUsize = AtomicUsize::new(0);
/// Large enough for the window of every test.
const SCREEN: &str = "-screen 0 1600x1200x24";

/// A session.
pub async fn borrow() -> WebDriver {
    LENT.borrow(start).await
}

/// Gives a session back for the next test.
pub fn give_back(session: WebDriver) {
    LENT.give_back(session);
}

async fn start() -> (WebDriver, Driver) {
    let program = std::env::var("WEBKITWEBDRIVER").unwrap_or_else(|_| "WebKitWebDriver".to_owned());
    // Its own sandbox does not start where tests usually run: as root, or in a container.
    // Two that look for a free screen at once may find the same: each begins to look at a place of its own.
    let screen = (100 + 10 * STARTED.fetch_add(1, Ordering::Relaxed)).to_string();
    let arguments = ["-a", "-n", &screen, "-s", SCREEN, "env", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1", &program];
    let driver = Driver::start_silent("xvfb-run", &arguments).await;
    let options = json!({"binary": browser(), "args": ["--automation"]});
    let mut wanted = Capabilities::new();
    for (name, value) in [("browserName", json!("MiniBrowser")), ("webkitgtk:browserOptions", options)] {
        wanted.set(name, value).expect("a capability is plain JSON");
    }
    let session = WebDriver::new(&driver.url, wanted).await.expect("WebKitWebDriver starts MiniBrowser");
    session.set_window_rect(0, 0, 800, 900).await.expect("the window takes its size");
    (session, driver)
}

/// The one that `MINIBROWSER` names, or else the newest that Debian's packages put beside the library.
fn browser() -> PathBuf {
    if let Some(named) = std::env::var_os("MINIBROWSER") {
        return named.into();
    }
    let libraries = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let found = libraries
        .flat_map(|folder| ["webkit2gtk-4.1", "webkit2gtk-4.0"].map(|version| folder.join(version).join("MiniBrowser")))
        .find(|file| file.is_file());
    found.expect("MiniBrowser: `make test-tools` installs it, or name it in MINIBROWSER")
}
