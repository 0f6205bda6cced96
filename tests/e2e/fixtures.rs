//! What the built app of this version writes, one record of each kind: `make fixtures` puts them into
//! `tests/fixtures/version_1/`, where `records_fixtures` holds every later release to reading them.
//!
//! Run once for each version of a format, never to make a test pass.

use crate::diary::{SAVE, days_ago, open, save, strength};
use crate::harness::check::Check;
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::{PHONE, in_browser, root};
use serde_json::json;

/// The first key that begins so, without our prefix, becomes the file.
const KINDS: [(&str, &str); 7] = [
    ("check", "check"),
    ("settings", "settings"),
    ("meta", "meta"),
    ("night.", "night"),
    ("lab.", "lab"),
    ("change.", "change"),
    ("experiment.", "experiment"),
];

async fn tap(page: &Page, id: &str) {
    page.js_with("document.getElementById(arguments[0]).click()", vec![json!(id)]).await;
}

async fn night(page: &Page) {
    let night = days_ago(page, 2).await;
    open(page, &night).await;
    strength(page, 3).await;
    save(page).await;
    open(page, &night).await;
    page.click("[aria-controls='more']").await;
    page.click("[aria-controls='add-medicine']").await;
    strength(page, 8).await;
    for id in ["start-woke_me", "activity-hard", "caffeine-after_two", "alcohol-one", "got_up", "extra.bath"] {
        tap(page, id).await;
    }
    for (css, text) in [("#at", "23:45"), ("#lost", "50"), ("#add", "Magnesium"), ("#note", "Für Élise, “later” 🌙")]
    {
        page.type_into(css, text).await;
    }
    page.click(".ql-adding button").await;
    save(page).await;
}

/// Fills a form beside the nights and saves it.
async fn beside(page: &Page, path: &str, taps: &[&str], typed: &[(&str, &str)]) {
    Check::open_at(page, path).await;
    page.see(SAVE).await;
    for id in taps {
        tap(page, id).await;
    }
    let date = days_ago(page, 40).await;
    let parts: Vec<&str> = date.split('-').collect();
    for (css, text) in [("#year", parts[0]), ("#month", parts[1]), ("#day", parts[2])].iter().chain(typed) {
        page.type_into(css, text).await;
    }
    page.click(SAVE).await;
    page.wait_for("the list", "return location.hash === '#/diary/results'").await;
}

#[test]
#[ignore = "writes tests/fixtures/version_1: make fixtures"]
fn the_built_app_writes_one_record_of_each_kind() {
    in_browser(PHONE, async |page| {
        Check::begin(page, &Plan::fits().takes("sertral", "Sertraline").ferritin("49,9"), "answers").await;
        Check::open_at(page, "/#/settings").await;
        page.click("input[name=theme][value=dark]").await;
        night(page).await;
        beside(page, "/#/diary/result", &["test", "unit_ferritin"], &[("#value", "49,9"), ("#note", "Dr M")]).await;
        beside(page, "/#/diary/change", &["what"], &[("#note", "one a day")]).await;
        Check::open_at(page, "/#/diary/experiment").await;
        page.see(SAVE).await;
        tap(page, "tried-bath").await;
        tap(page, "first").await;
        page.click(SAVE).await;
        page.see("#plan").await;
        page.click(".ql-trial .ql-buttons .ql-button").await;
        page.wait_for(
            "the experiment",
            "return Object.keys(localStorage).some(k => k.startsWith('quiet-legs.experiment.'))",
        )
        .await;
        Check::open_at(page, "/#/data").await;
        page.js("window.copies = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then(t => window.copies.push(t)); return make.call(URL, blob); }").await;
        page.click("#save-copy").await;
        let copy = page.wait_for("the copy", "return window.copies[0]").await;
        page.wait_for("word of the copy", "return localStorage.getItem('quiet-legs.meta')").await;
        let folder = root().join("tests/fixtures/version_1");
        std::fs::create_dir_all(&folder).expect("the folder of fixtures");
        let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a fixture is written");
        write("copy.json", copy.as_str().expect("the text of the copy"));
        for (key, name) in KINDS {
            let script = "const k = Object.keys(localStorage).filter(k => k.startsWith('quiet-legs.' + arguments[0])).sort()[0]; return [k, localStorage[k]]";
            let found = page.js_with(script, vec![json!(key)]).await;
            let (key, text) = (found[0].as_str().expect("a key"), found[1].as_str().expect("a text"));
            write(&format!("{name}.json"), text);
            if name == "night" {
                write("night.key", key);
            }
        }
    });
}
