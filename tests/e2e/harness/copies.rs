//! What a test about copies needs: nights to have, the files that leave the page, and a file to bring in.

use super::check::Check;
use super::page::Page;
use serde_json::{Value, json};

/// Keeps what leaves the page as a file in `window.files`, in place of the browser's own download.
const CATCH: &str = "window.files = [];
    const made = new Map(), make = URL.createObjectURL;
    URL.createObjectURL = blob => { const url = make.call(URL, blob); made.set(url, blob); return url; };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
        const blob = made.get(this.href);
        if (!this.download || !blob) return click.call(this);
        const text = bytes => new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
        blob.arrayBuffer().then(bytes => files.push({name: this.download, type: blob.type, text: text(bytes)}));
    };";

/// Writes nights as the app does: `[days ago, strength, note]`.
const SEED: &str = "const t = '2026-11-01T08:00:00Z';
    for (const [days, intensity, note] of arguments[0]) {
        const d = new Date(); d.setHours(12); d.setDate(d.getDate() - days);
        const night = [d.getFullYear(), String(d.getMonth() + 1).padStart(2, '0'), String(d.getDate()).padStart(2, '0')].join('-');
        const now = {intensity, ...(note ? {note} : {}), created: t, edited: t};
        localStorage.setItem('quiet-legs.night.' + night,
            JSON.stringify({app: 'quiet-legs', kind: 'night', version: 1, saved: t, data: {night, now}}));
    }";

/// A page of the site with these nights kept.
pub async fn with_nights(page: &Page, nights: &[(i32, u8, &str)]) {
    page.put_and_open("/probe.html", "").await;
    page.js_with(SEED, vec![json!(nights)]).await;
}

/// So many nights, up to and with yesterday.
pub async fn with_many(page: &Page, count: i32) {
    let nights: Vec<(i32, u8, &str)> = (1..=count).map(|days| (days, 5, "")).collect();
    with_nights(page, &nights).await;
}

/// From the next page on, files that leave are kept for [`file`].
pub async fn catch_files(page: &Page) {
    page.before_every_load(CATCH).await;
}

/// "Your data", with its words.
pub async fn open(page: &Page) {
    Check::open_at(page, "/#/data").await;
    page.see("#save-copy").await;
}

/// The next file that leaves: its name and its text.
pub async fn file(page: &Page) -> (String, String) {
    let file = page.wait_for("a file to leave", "return window.files.shift() ?? null").await;
    let text = |part: &str| file[part].as_str().unwrap_or_default().to_owned();
    (text("name"), text("text"))
}

/// A copy of everything, from "Your data".
pub async fn copy(page: &Page) -> String {
    open(page).await;
    page.click("#save-copy").await;
    let (name, text) = file(page).await;
    assert!(name.starts_with("quiet-legs-20") && name.ends_with(".json"), "{name}");
    text
}

/// Opens "Bring in a copy" and chooses a file with this text.
pub async fn choose(page: &Page, text: &str) {
    Check::open_at(page, "/#/data/copy").await;
    page.see("#file").await;
    choose_here(page, text).await;
}

/// Chooses a file on the page in front.
pub async fn choose_here(page: &Page, text: &str) {
    let script = "const input = document.getElementById('file'), files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'a.json', {type: 'application/json'}));
        input.files = files.files;
        input.dispatchEvent(new Event('change', {bubbles: true}));";
    page.js_with(script, vec![json!(text)]).await;
}

/// Every text that is kept, but safety copies and what the site knows about its keeping.
pub async fn kept(page: &Page) -> Value {
    let script = "return Object.fromEntries(Object.entries(localStorage).sort().filter(([key]) =>
        key.startsWith('quiet-legs.') && !/\\.(safety|meta|journal)/.test(key)))";
    page.js(script).await
}

/// Fills the room that is left.
pub async fn fill(page: &Page) {
    page.js("let size = 1 << 22, n = 0;
        while (size > 0) { try { localStorage.setItem('fill' + n++, 'x'.repeat(size)) } catch { size >>= 1 } }")
        .await;
}

/// Makes the clock of every page from now on show an hour of today.
pub async fn at_hour(page: &Page, hour: u8) {
    let script = format!(
        "(() => {{ const Real = Date, then = new Real(); then.setHours({hour}, 5, 0, 0);
        const shift = then - new Real();
        window.Date = class extends Real {{
            constructor(...given) {{ if (given.length) super(...given); else super(Real.now() + shift); }}
            static now() {{ return Real.now() + shift; }}
        }}; }})();"
    );
    page.before_every_load(&script).await;
}
