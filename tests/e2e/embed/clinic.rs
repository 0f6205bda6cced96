//! The clinic's site: another origin than the check's, because it is asked for by another name.
//!
//! Its pages are those of `examples/clinic/`, or small ones of a test's own. Before anything else on them a script of
//! the tests lets them see into the closed shadow of `<quiet-legs>` and notes every message the page hears.

use crate::harness::page::Page;
use crate::harness::root;
use crate::harness::site::Site;
use serde_json::{Value, json};

/// The frame of the first element.
pub const FRAME: &str = "return document.querySelector('quiet-legs').inside.querySelector('iframe')";
/// The frame of the second element.
pub const SECOND: &str = "return document.querySelectorAll('quiet-legs')[1].inside.querySelector('iframe')";
/// A frame that stands in the page itself.
pub const PLAIN: &str = "return document.querySelector('iframe')";

const PEEK: &str = "const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (how) {
    return this.inside = attach.call(this, window.openShadows ? { mode: 'open' } : how);
};
window.signals = [];
const listen = window.addEventListener;
window.addEventListener = function (kind, call, how) {
    if (how?.signal) signals.push(how.signal);
    return listen.call(this, kind, call, how);
};
window.heard = [];
addEventListener('message', ({ origin, data }) => heard.push({ origin, data }));
window.handed = [];
addEventListener('quiet-legs-handover', ({ detail }) => handed.push(detail));
window.shifts = [];
try {
    new PerformanceObserver(list => shifts.push(...list.getEntries().map(e => e.value)))
        .observe({ type: 'layout-shift', buffered: true });
} catch {}";

/// The site, for as long as a test runs.
pub struct Clinic {
    site: Site,
    /// Origin of the check.
    pub app: String,
}

impl Clinic {
    /// A clinic that embeds the check of this page's site.
    pub fn of(page: &Page) -> Self {
        // Chromium for Linux cannot share, and says so.
        page.expect_in_log("Unrecognized feature: 'web-share'");
        let folder = root().join("examples/clinic");
        let clinic = Self { site: Site::serve(&folder), app: page.site.url("") };
        clinic.site.put("/peek.js", PEEK.to_owned());
        let files = std::fs::read_dir(&folder).expect("examples/clinic").flatten().map(|entry| entry.path());
        for file in files.filter(|file| file.extension().is_some_and(|kind| kind == "html")) {
            let name = file.file_name().and_then(|name| name.to_str()).expect("a plain name").to_owned();
            clinic.put(&name, &std::fs::read_to_string(&file).expect("a page of the clinic"));
        }
        clinic
    }

    /// The clinic's origin.
    pub fn origin(&self) -> String {
        self.site.url("").replace("127.0.0.1", "localhost")
    }

    /// Serves one more page. `{{app}}` is the origin of the check.
    pub fn put(&self, name: &str, html: &str) {
        let html = html.replacen("<head>", "<head><script src='peek.js'></script>", 1);
        self.site.put(&format!("/{name}"), html.replace("{{app}}", &self.app));
    }

    /// Opens one of its pages.
    pub async fn open(&self, page: &Page, name: &str) {
        page.go(&format!("{}/{name}", self.origin())).await;
    }

    /// Serves a page with this in its body, and opens it.
    pub async fn open_own(&self, page: &Page, body: &str) {
        let head =
            "<meta name=viewport content='width=device-width'><title>Clinic</title><link rel=icon href='data:,'>";
        self.put(
            "own.html",
            &format!(
                "<!doctype html><html lang=en><head>{head}</head><body><main><h1>A clinic</h1>{body}</main></body></html>"
            ),
        );
        self.open(page, "own.html").await;
    }

    /// Every message the page heard, after it has heard of the first page.
    pub async fn heard(&self, page: &Page) -> Vec<Value> {
        page.wait_for("word from the frame", "return heard.some(m => m.data.type === 'page')").await;
        page.js("return heard").await.as_array().cloned().unwrap_or_default()
    }
}

/// How tall the first element is.
pub async fn height(page: &Page) -> f64 {
    let script = "return document.querySelector('quiet-legs').getBoundingClientRect().height";
    page.js(script).await.as_f64().expect("a height")
}

/// In the frame: waits until it is as tall as what it shows, or as `least`.
pub async fn is_as_tall_as_shown(page: &Page, least: u32) {
    let script = "return innerHeight
        === Math.max(arguments[0], Math.ceil(document.documentElement.getBoundingClientRect().height))";
    page.wait_with("the frame to be as tall as what it shows", script, vec![json!(least)]).await;
}
