//! One chromedriver for all tests, and the Chromium sessions it starts.
//!
//! A plain session is lent to test after test (a start costs a second); one with its own flags or preferences is
//! made for one test and quit. Every session has a fresh profile folder. A shell stands guard over chromedriver:
//! when this process ends, however it ends, the guard's input closes and the guard ends what it started.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;

/// What a Chromium is started with.
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

const GUARD: &str = r#"
trap : TERM
"$1" --port=0 2>&1 &
cat >/dev/null
kill -TERM 0
sleep 1
rm -rf "$2"
kill -KILL 0
"#;

struct Driver {
    url: String,
    profiles: PathBuf,
    started: AtomicUsize,
    /// When this process is gone, so is the other end of the guard's input.
    _guard: Child,
}

static DRIVER: OnceLock<Driver> = OnceLock::new();
static IDLE: Mutex<Vec<WebDriver>> = Mutex::new(Vec::new());

/// A session of this kind: an idle one where there is one.
pub async fn borrow(kind: Kind) -> WebDriver {
    let idle = if kind == Kind::Plain { IDLE.lock().expect("the idle sessions").pop() } else { None };
    match idle {
        Some(session) => session,
        None => start(kind).await,
    }
}

/// Gives a session back: a plain one waits for the next test, any other is quit.
pub async fn give_back(kind: Kind, session: WebDriver) {
    if kind == Kind::Plain {
        IDLE.lock().expect("the idle sessions").push(session);
    } else {
        session.quit().await.expect("the session quits");
    }
}

async fn start(kind: Kind) -> WebDriver {
    let driver = DRIVER.get_or_init(start_driver);
    let number = driver.started.fetch_add(1, Ordering::Relaxed);
    let profile = driver.profiles.join(number.to_string());
    let mut arguments: Vec<String> = ARGUMENTS.iter().map(|a| (*a).to_owned()).collect();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    if kind == Kind::NoWebAssembly {
        arguments.push("--js-flags=--jitless".to_owned());
    }
    let preferences = match kind {
        Kind::StorageBlocked => json!({"profile.default_content_setting_values.cookies": 2}),
        Kind::NoJavaScript => json!({"profile.managed_default_content_settings.javascript": 2}),
        Kind::Plain | Kind::NoWebAssembly => json!({}),
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

fn start_driver() -> Driver {
    let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    // A short path: Chromium puts sockets beside its profile, and their names may not be long.
    let profiles = std::env::temp_dir().join(format!("quiet-legs-{}", std::process::id()));
    std::fs::create_dir_all(&profiles).expect("a folder for browser profiles");
    let mut guard = Command::new("sh")
        .args(["-c", GUARD, "guard", &program])
        .arg(&profiles)
        .env("TMPDIR", &profiles)
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell that starts chromedriver");
    let mut said = BufReader::new(guard.stdout.take().expect("the guard's output")).lines();
    let port = said
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| line.split("successfully on port ").nth(1)?.trim_end_matches('.').parse::<u16>().ok())
        .unwrap_or_else(|| panic!("{program} did not start: put chromedriver on PATH or name it in CHROMEDRIVER"));
    // What it says later is of no interest, but a full pipe would stop it.
    std::thread::spawn(move || said.for_each(drop));
    Driver { url: format!("http://127.0.0.1:{port}"), profiles, started: AtomicUsize::new(0), _guard: guard }
}
