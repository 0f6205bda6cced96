//! One chromedriver for all tests, and the Chromium sessions it starts.
//!
//! A plain session is lent to test after test (a start costs a second); one with its own flags or preferences is
//! made for one test and quit. Every session has a fresh profile folder.

use super::driver::Driver;
use super::recorder::BROWSER;
use super::{firefox, webkit};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;

/// Which browser, and what it is started with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Kind {
    /// As people have it.
    #[default]
    Plain,
    /// All site data blocked: reading `localStorage` throws.
    StorageBlocked,
    /// Without WebAssembly, as in a lockdown mode.
    NoWebAssembly,
    /// JavaScript switched off for every site.
    NoJavaScript,
    /// As people have it, but whatever it sends goes to the recorder on this port first.
    Recorded(u16),
    /// Firefox, as people have it. It has no DevTools protocol: see [`firefox`] for what a test cannot do there.
    Firefox,
    /// WebKitGTK's browser, as people have it. No DevTools protocol either: see [`webkit`].
    WebKit,
}

impl Kind {
    /// Whether it is a Chromium: only that has the DevTools protocol and a log to read.
    pub const fn is_chromium(self) -> bool {
        !matches!(self, Self::Firefox | Self::WebKit)
    }
}

const ARGUMENTS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=800,900",
];

static DRIVER: OnceLock<Driver> = OnceLock::new();
static STARTED: AtomicUsize = AtomicUsize::new(0);
static IDLE: Mutex<Vec<WebDriver>> = Mutex::new(Vec::new());

/// A session of this kind: an idle one where there is one.
pub async fn borrow(kind: Kind) -> WebDriver {
    match kind {
        Kind::Firefox => return firefox::borrow().await,
        Kind::WebKit => return webkit::borrow().await,
        _ => {}
    }
    let idle = if kind == Kind::Plain { IDLE.lock().expect("the idle sessions").pop() } else { None };
    match idle {
        Some(session) => session,
        None => start(kind).await,
    }
}

/// Gives a session back: a plain one waits for the next test, any other is quit.
pub async fn give_back(kind: Kind, session: WebDriver) {
    match kind {
        Kind::Plain => IDLE.lock().expect("the idle sessions").push(session),
        Kind::Firefox => firefox::give_back(session),
        Kind::WebKit => webkit::give_back(session),
        _ => session.quit().await.expect("the session quits"),
    }
}

async fn start(kind: Kind) -> WebDriver {
    let driver = DRIVER.get_or_init(start_driver);
    let number = STARTED.fetch_add(1, Ordering::Relaxed);
    let profile = driver.profiles.join(number.to_string());
    let mut arguments: Vec<String> = ARGUMENTS.iter().map(|a| (*a).to_owned()).collect();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    match kind {
        Kind::NoWebAssembly => arguments.push("--js-flags=--jitless".to_owned()),
        Kind::Recorded(port) => arguments.extend(through(port)),
        _ => {}
    }
    let preferences = match kind {
        Kind::StorageBlocked => json!({"profile.default_content_setting_values.cookies": 2}),
        // Chromium asks its maker how to fill in a form (by a digest of its names): not the page's doing, and off here.
        Kind::Recorded(_) => json!({"credentials_enable_service": false,
            "autofill.profile_enabled": false, "autofill.credit_card_enabled": false}),
        Kind::NoJavaScript => json!({"profile.managed_default_content_settings.javascript": 2}),
        _ => json!({}),
    };
    let mut options = json!({"args": arguments, "prefs": preferences});
    if let Ok(binary) = std::env::var("CHROMIUM") {
        options["binary"] = Value::String(binary);
    }
    let mut wanted = Capabilities::new();
    let set = [
        ("browserName", json!("chrome")),
        ("goog:chromeOptions", options),
        ("goog:loggingPrefs", json!({"browser": "ALL"})),
    ];
    for (name, value) in set {
        wanted.set(name, value).expect("a capability is plain JSON");
    }
    WebDriver::new(&driver.url, wanted).await.expect("chromedriver starts Chromium")
}

/// Everything by way of a proxy, loopback too; and a name of its own for what the browser asks for by itself.
fn through(port: u16) -> [String; 5] {
    [
        format!("--proxy-server=127.0.0.1:{port}"),
        "--proxy-bypass-list=<-loopback>".to_owned(),
        format!("--gaia-url=http://{BROWSER}"),
        format!("--component-updater=url-source=http://{BROWSER}/"),
        "--disable-features=NetworkTimeServiceQuerying,OptimizationHints,PreconnectToSearch".to_owned(),
    ]
}

fn start_driver() -> Driver {
    Driver::start("CHROMEDRIVER", "chromedriver", &["--port=0"], "successfully on port ")
}
