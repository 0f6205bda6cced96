//! The page for clinics: what is typed becomes a file that the site itself then follows, what is wrong is said before
//! it, nothing typed is lost, and the lines for a website hold this site's address.

use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::Check;
use crate::harness::chromium::Kind;
use crate::harness::copies::{catch_files, file};
use crate::harness::page::Page;
use crate::harness::pages::word;
use crate::harness::{PHONE, in_browser};
use serde_json::{Value, json};

const CLINIC: &str = "/#/clinic";

async fn open(page: &Page) {
    Check::open_at(page, CLINIC).await;
    page.see("[id=name]").await;
}

/// The selector of a box, whose id may hold a dot.
fn of(name: &str) -> String {
    format!("[id='{name}']")
}

async fn type_(page: &Page, name: &str, text: &str) {
    page.type_into(&of(name), text).await;
}

async fn typed(page: &Page, name: &str) -> String {
    page.js_text(&format!("return document.getElementById('{name}').value")).await
}

async fn tick(page: &Page, name: &str) {
    page.click(&format!("label:has({})", of(name))).await;
}

async fn pick(page: &Page, name: &str, value: &str) {
    let script = "const box = document.getElementById(arguments[0]); box.value = arguments[1];
        box.dispatchEvent(new Event('input', {bubbles: true})); box.dispatchEvent(new Event('change', {bubbles: true}));";
    page.js_with(script, vec![json!(name), json!(value)]).await;
}

/// Chooses a file with this text.
async fn bring(page: &Page, text: &str) {
    let script = "const input = document.getElementById('clinic-file'), files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'clinic.json', {type: 'application/json'}));
        input.files = files.files;
        input.dispatchEvent(new Event('change', {bubbles: true}));";
    page.js_with(script, vec![json!(text)]).await;
}

async fn says(page: &Page, words: &str) {
    let script = "return document.querySelector('main').textContent.includes(arguments[0])";
    page.wait_with(words, script, vec![json!(words)]).await;
}

/// Saves the file and gives its text.
async fn saved(page: &Page) -> String {
    page.click("#save-clinic").await;
    let (name, text) = file(page).await;
    assert_eq!(name, "clinic.json");
    text
}

/// Fills in a clinic.
async fn fill_in(page: &Page) {
    type_(page, "name", "Harbour Street <b>Neurology</b>").await;
    type_(page, "phone", "01632 960 101").await;
    type_(page, "link", "https://www.clinic.example/legs").await;
    type_(page, "address", "12 Harbour Street\nNewport").await;
    type_(page, "welcome", "Please bring the page it makes.").await;
    pick(page, "country", "GB").await;
    type_(page, "colours.light", "#7a0019").await;
    tick(page, "parts.plan").await;
}

#[test]
fn the_file_the_page_makes_is_followed_by_the_site_it_is_put_into() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        open(page).await;
        fill_in(page).await;
        says(page, &word("clinic_page", "ready", "yes")).await;
        let text = saved(page).await;
        let file: Value = serde_json::from_str(&text).expect("the file is JSON");
        assert_eq!(file["address"], json!(["12 Harbour Street", "Newport"]));
        assert_eq!(file["parts"], json!(["diary", "learn", "record"]));
        assert_eq!((&file["country"], &file["colours"]), (&json!("GB"), &json!({ "light": "#7a0019" })));
        assert!(file.get("handover").is_none() && file.get("emergency").is_none(), "{text}");

        page.site.put("/clinic.json", text);
        Check::open(page).await;
        let start = page.text("#app").await;
        assert!(start.contains("For patients of Harbour Street <b>Neurology</b>"), "{start}");
        assert!(start.contains("Please bring the page it makes.") && start.contains("999 or 112"), "{start}");
        let colour = "return getComputedStyle(document.querySelector('main .ql-button')).backgroundColor";
        assert_eq!(page.js_text(colour).await, "rgb(122, 0, 25)");
        Check::open_at(page, "/#/help").await;
        let help = page.text("main").await;
        for part in ["01632 960 101", "https://www.clinic.example/legs", "12 Harbour Street", "Newport"] {
            assert!(help.contains(part), "{part}: {help}");
        }
    });
}

#[test]
fn the_preview_wears_what_the_site_will_wear() {
    in_browser(PHONE, async |page| {
        open(page).await;
        let colour = |of: &str| format!("return getComputedStyle(document.querySelector('{of}')).backgroundColor");
        let light = colour("#preview-light .ql-button");
        let ours = page.js_text(&light).await;
        fill_in(page).await;
        type_(page, "colours.light", "#ff7f50").await;
        says(page, "It becomes").await;
        let becomes = page
            .js_text(
                "return document.getElementById('colours.light-told').textContent.match(/becomes (#[0-9a-f]{6})/)[1]",
            )
            .await;
        let hex = "const [r, g, b] = getComputedStyle(document.querySelector('#preview-light .ql-button')).backgroundColor.match(/\\d+/g);
            return '#' + [r, g, b].map(n => Number(n).toString(16).padStart(2, '0')).join('')";
        page.wait_with(
            "the preview in the colour it becomes",
            &format!("return (() => {{ {hex} }})() === arguments[0]"),
            vec![json!(becomes)],
        )
        .await;
        assert_ne!(page.js_text(&colour("#preview-dark")).await, page.js_text(&colour("#preview-light")).await);
        for panel in ["#preview-light", "#preview-dark"] {
            let text = page.text(panel).await;
            assert!(text.contains("For patients of Harbour Street <b>Neurology</b>"), "{text}");
            assert!(
                text.contains("Newport") && text.contains("999 or 112") && text.contains("01632 960 101"),
                "{text}"
            );
        }
        type_(page, "colours.light", "#").await;
        page.wait_with(
            "our own colour again",
            &format!("return (() => {{ {light} }})() === arguments[0]"),
            vec![json!(ours)],
        )
        .await;
    });
}

#[test]
fn a_colour_can_be_picked_and_is_typed_by_that() {
    in_browser(PHONE, async |page| {
        open(page).await;
        pick(page, "colours.light-pick", "#005a9c").await;
        assert_eq!(typed(page, "colours.light").await, "#005a9c");
        says(page, "Text in it can be read").await;
        says(page, "It is made from the colour on light pages").await;
    });
}

#[test]
fn what_is_wrong_is_said_at_the_top_and_beside_its_box_and_no_file_is_made() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        open(page).await;
        type_(page, "name", "A").await;
        type_(page, "phone", "ring us").await;
        type_(page, "link", "javascript:alert(1)").await;
        tick(page, "handover").await;
        type_(page, "handover.origin", "https://www.clinic.example/legs").await;
        says(page, &word("clinic_page", "ready", "wrong")).await;
        page.click("#save-clinic").await;
        page.see("#errors").await;
        assert_eq!(page.js("return window.files.length").await, json!(0));
        assert!(page.title_has_error().await);
        assert_eq!(page.js_text("return document.activeElement.id").await, "errors");
        let lines = page.js("return [...document.querySelectorAll('#errors li')].map(e => e.textContent)").await;
        let lines: Vec<&str> = lines.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(lines.len(), 3, "{lines:?}");
        for (line, label) in
            lines.iter().zip(["A telephone number is", "A link is", "The address a result may go to is"])
        {
            assert!(line.starts_with(label), "{line}");
        }
        page.click("#errors li:nth-child(3) a").await;
        assert_eq!(page.js_text("return document.activeElement.id").await, "handover.origin");
        let told = "const box = document.getElementById('handover.origin');
            return box.getAttribute('aria-invalid') + ' ' + box.getAttribute('aria-describedby').split(' ').every(id => document.getElementById(id))";
        assert_eq!(page.js_text(told).await, "true true");
        for (name, text) in
            [("phone", "123"), ("link", "https://a.example"), ("handover.origin", "https://www.clinic.example")]
        {
            type_(page, name, text).await;
        }
        let text = saved(page).await;
        assert!(text.contains("\"origin\": \"https://www.clinic.example\"") && text.contains("\"format\": \"fhir\""));
        assert!(!page.sees("#errors").await && !page.title_has_error().await);
    });
}

#[test]
fn it_says_what_is_missing_until_the_name_and_a_way_to_be_reached_are_there() {
    in_browser(PHONE, async |page| {
        open(page).await;
        let state = async || page.text("#clinic-state").await;
        let (name, way) = (word("clinic_page", "ready", "name"), word("clinic_page", "ready", "way"));
        assert!(state().await.contains(&name) && state().await.contains(&way));
        type_(page, "name", "A").await;
        assert!(!state().await.contains(&name) && state().await.contains(&way));
        type_(page, "link", "https://a.example").await;
        assert_eq!(state().await, word("clinic_page", "ready", "yes"));
    });
}

#[test]
fn what_is_typed_is_there_after_a_reload_and_after_going_back() {
    in_browser(PHONE, async |page| {
        open(page).await;
        fill_in(page).await;
        type_(page, "phone", "half a num").await;
        let there = async || {
            page.see("[id=name]").await;
            assert_eq!(typed(page, "name").await, "Harbour Street <b>Neurology</b>");
            assert_eq!(typed(page, "address").await, "12 Harbour Street\nNewport");
            assert_eq!(typed(page, "phone").await, "half a num");
            assert_eq!(typed(page, "country").await, "GB");
            assert_eq!(page.js("return document.getElementById('parts.plan').checked").await, json!(false));
        };
        page.reload().await;
        Check { page }.running().await;
        there().await;
        page.click("main a.ql-back").await;
        page.wait_for("another page", "return location.hash === '#/learn/how'").await;
        page.js("history.back()").await;
        there().await;
        assert_eq!(page.kept().await, "{}", "and nothing of it on the device");
    });
}

#[test]
fn where_storage_is_blocked_the_page_works_and_says_that_nothing_is_kept() {
    in_browser(PHONE.of_kind(Kind::StorageBlocked), async |page| {
        catch_files(page).await;
        open(page).await;
        says(page, &word("clinic_page", "page", "kept_not")).await;
        fill_in(page).await;
        page.js("location.hash = '#/learn/how'").await;
        page.wait_for("another page", "return document.querySelector('h1').textContent !== 'For clinics'").await;
        page.js("history.back()").await;
        page.see("[id=name]").await;
        assert!(saved(page).await.contains("Harbour Street"));
    });
}

#[test]
fn a_file_that_is_brought_in_fills_the_boxes_right_or_wrong_and_can_be_taken_back() {
    in_browser(PHONE, async |page| {
        open(page).await;
        type_(page, "name", "Typed before").await;
        bring(page, r#"{"name": "From the file", "phone": "ring us", "fax": "1", "parts": []}"#).await;
        page.see("#clinic-faults").await;
        assert_eq!(typed(page, "name").await, "From the file");
        assert_eq!(typed(page, "phone").await, "ring us");
        assert_eq!(page.js("return document.querySelectorAll('[id^=\"parts.\"]:checked').length").await, json!(0));
        let faults = page.text("#clinic-faults").await;
        assert!(faults.contains("clinic.json, phone:") && faults.contains("clinic.json, fax:"), "{faults}");
        bring(page, "{\"name\": \"A\",").await;
        says(page, "Nothing was changed").await;
        assert_eq!(typed(page, "name").await, "From the file");
        page.click("#clinic-undo").await;
        says(page, &word("clinic_page", "bring", "undone")).await;
        assert_eq!(typed(page, "name").await, "Typed before");
        bring(page, r#"{"name": "First"}"#).await;
        page.see("#clinic-undo").await;
        bring(page, r#"{"name": "Second"}"#).await;
        page.wait_for("the second", "return document.getElementById('name').value === 'Second'").await;
        for name in ["First", "Typed before"] {
            page.click("#clinic-undo").await;
            assert_eq!(typed(page, "name").await, name);
        }
        assert!(!page.sees("#clinic-undo").await);
        bring(page, &" ".repeat(20_000)).await;
        says(page, &word("clinic_page", "bring", "large")).await;
    });
}

#[test]
fn the_lines_hold_this_sites_address_and_are_copied_as_they_stand() {
    in_browser(PHONE, async |page| {
        page.before_every_load(
            "window.copied = []; Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { copied.push(text); }}})",
        )
        .await;
        Check::open_at(page, "/some/folder/#/clinic").await;
        let site = page.site.url("/some/folder/");
        page.see("#line-script").await;
        assert_eq!(page.text("#lines-site").await, site);
        says(page, &word("clinic_page", "lines", "local")).await;
        for (id, part) in [("script", "embed.js"), ("element", "<quiet-legs"), ("frame", "index.html?embed=1")] {
            page.click(&format!("#clip-{id}")).await;
            let copied = page.wait_for("a copy", "return copied.shift()").await;
            let line = typed(page, &format!("line-{id}")).await;
            assert_eq!(copied, json!(line));
            assert!(line.contains(&site) && line.contains(part), "{line}");
        }
    });
}

#[test]
fn it_can_be_filled_in_and_saved_with_the_keyboard_alone() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        open(page).await;
        page.js("document.querySelector('h1').focus()").await;
        let mut met = Vec::new();
        for _ in 0..60 {
            page.press("\u{e004}").await;
            let id = page.js_text("return document.activeElement.id").await;
            if id == "name" {
                page.press("A clinic").await;
            }
            met.push(id.clone());
            if id == "save-clinic" {
                page.press("\u{e007}").await;
                break;
            }
        }
        assert!(file(page).await.1.contains("A clinic"), "{met:?}");
        for name in [
            "clinic-file",
            "phone",
            "welcome",
            "country",
            "colours.light",
            "colours.light-pick",
            "parts.diary",
            "handover",
        ] {
            assert!(met.iter().any(|id| id == name), "{name} of {met:?}");
        }
    });
}

#[test]
fn axe_finds_nothing_on_it_filled_in_or_wrong() {
    in_browser(PHONE, async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        catch_files(page).await;
        open(page).await;
        fill_in(page).await;
        type_(page, "colours.light", "#ffd700").await;
        tick(page, "handover").await;
        page.click("[aria-controls=clinic-inside]").await;
        let mut found = findings_in_all_themes(page, "filled in").await;
        type_(page, "phone", "ring us").await;
        page.click("#save-clinic").await;
        page.see("#errors").await;
        found.extend(findings_in_all_themes(page, "wrong").await);
        bring(page, r#"{"name": 1, "fax": "1"}"#).await;
        page.see("#clinic-faults").await;
        found.extend(findings_in_all_themes(page, "brought in").await);
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn filled_with_the_longest_words_nothing_scrolls_sideways_at_320_px() {
    in_browser(PHONE.wide(320), async |page| {
        open(page).await;
        for (name, text) in
            [("name", "W".repeat(80)), ("welcome", "m".repeat(600)), ("link", format!("https://{}", "a".repeat(290)))]
        {
            page.paste_into(&of(name), &text).await;
        }
        tick(page, "handover").await;
        page.click("[aria-controls=clinic-inside]").await;
        page.click("#save-clinic").await;
        for direction in ["ltr", "rtl"] {
            page.js(&format!("document.documentElement.dir = '{direction}'")).await;
            assert_eq!(page.js("return document.scrollingElement.scrollWidth").await, json!(320), "{direction}");
            // A panel hides what sticks out of it.
            let cut = "return [...document.querySelectorAll('main .ql-care')].filter(e => e.scrollWidth > e.clientWidth).length";
            assert_eq!(page.js(cut).await, json!(0), "{direction}");
        }
        page.js("document.documentElement.dir = 'ltr'").await;
    });
}
