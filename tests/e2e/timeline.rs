//! Blood tests, changes and experiments: kept with what was there before, refused in words, never lost half-typed, and
//! seen in every tab.

use crate::diary::{days_ago, open as open_diary};
use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::Check;
use crate::harness::page::Page;
use crate::harness::{PHONE, in_browser};
use serde_json::{Value, json};

const SAVE: &str = ".ql-entry button[type=submit]";
const LIST: &str = "/#/diary/results";

/// Opens a screen and waits for what is drawn when its words are there.
async fn open(page: &Page, path: &str, css: &str) {
    Check::open_at(page, path).await;
    page.see(css).await;
}

/// Everything kept of a kind, as `[now, before]`.
async fn kept(page: &Page, kind: &str) -> Vec<Value> {
    let script = "return Object.keys(localStorage).filter(k => k.startsWith('quiet-legs.' + arguments[0] + '.'))
        .sort().map(k => JSON.parse(localStorage[k]).data)";
    page.js_with(script, vec![json!(kind)]).await.as_array().cloned().unwrap_or_default()
}

async fn tap(page: &Page, id: &str) {
    page.js_with("document.getElementById(arguments[0]).click()", vec![json!(id)]).await;
}

/// Types a day that is so many days ago.
async fn day(page: &Page, days: i32) {
    let date = days_ago(page, days).await;
    let parts: Vec<&str> = date.split('-').collect();
    for (box_, text) in [("#year", parts[0]), ("#month", parts[1]), ("#day", parts[2])] {
        page.type_into(box_, text).await;
    }
}

async fn ferritin(page: &Page, value: &str, days: i32) {
    open(page, "/#/diary/result", SAVE).await;
    tap(page, "test").await;
    page.type_into("#value", value).await;
    tap(page, "unit_ferritin").await;
    day(page, days).await;
}

async fn save(page: &Page) {
    page.click(SAVE).await;
    page.wait_for("the list", "return location.hash === '#/diary/results' && !!document.querySelector('.ql-beside')")
        .await;
}

#[test]
fn a_result_is_kept_as_typed_and_an_edit_keeps_the_version_before() {
    in_browser(PHONE, async |page| {
        ferritin(page, "49,9", 40).await;
        page.type_into("#note", "Dr M").await;
        save(page).await;
        assert!(page.text("main").await.contains("It is on your list."));
        let all = kept(page, "lab").await;
        assert_eq!((&all[0]["now"]["value"], &all[0]["now"]["unit"]), (&json!("49.9"), &json!("ng/mL")));
        let row = page.text(".ql-beside-row").await;
        assert!(row.contains("49.9 ng/mL") && row.contains("Dr M"), "{row}");
        page.click(".ql-beside-row a[id^=edit]").await;
        page.wait_for("the value", "return document.getElementById('value')?.value === '49.9'").await;
        page.type_into("#value", "52").await;
        save(page).await;
        let all = kept(page, "lab").await;
        assert_eq!((all.len(), &all[0]["now"]["value"]), (1, &json!("52")));
        assert_eq!(all[0]["before"]["value"], json!("49.9"));
        ferritin(page, "30", 400).await;
        save(page).await;
        let table = page.text(".ql-over-time").await;
        assert!(table.contains("30 ng/mL") && table.contains("52 ng/mL"), "{table}");
    });
}

#[test]
fn what_cannot_be_right_is_said_and_stays_in_its_box_and_the_unusual_is_asked_about() {
    in_browser(PHONE, async |page| {
        ferritin(page, "l0", -2).await;
        page.click(SAVE).await;
        page.see("#errors").await;
        let errors = page.text("#errors").await;
        assert!(errors.contains("as a number") && errors.contains("not come yet"), "{errors}");
        assert!(page.title_has_error().await);
        assert_eq!(page.js_text("return document.getElementById('value').value").await, "l0");
        page.type_into("#value", "1500").await;
        day(page, 3).await;
        page.click(SAVE).await;
        page.see("#asking").await;
        assert!(page.text(".ql-asking").await.contains("1500 ng/mL"));
        assert!(kept(page, "lab").await.is_empty());
        page.click(".ql-asking .is-second").await;
        page.see(".ql-beside-row").await;
        assert_eq!(kept(page, "lab").await[0]["now"]["value"], json!("1500"));
    });
}

#[test]
fn a_half_typed_form_is_still_there_after_a_reload_also_when_another_was_opened_between() {
    in_browser(PHONE, async |page| {
        ferritin(page, "45", 40).await;
        save(page).await;
        page.click(".ql-beside-row a[id^=edit]").await;
        page.wait_for("the value", "return document.getElementById('value')?.value === '45'").await;
        page.type_into("#value", "46").await;
        page.reload().await;
        page.see(SAVE).await;
        assert_eq!(page.js_text("return document.getElementById('value').value").await, "46");
        page.click(".ql-back").await;
        page.see(".ql-beside-row").await;
        assert!(page.text(".ql-beside-row").await.contains("not saved yet"));
        page.click(".ql-main a[href='#/diary/result'].ql-button").await;
        page.see(SAVE).await;
        tap(page, "test-crp").await;
        page.type_into("#value", "3").await;
        page.click(".ql-back").await;
        page.click(".ql-beside-row a[id^=edit]").await;
        page.wait_for("what was begun", "return document.getElementById('value')?.value === '46'").await;
        save(page).await;
        assert_eq!(kept(page, "lab").await[0]["now"]["value"], json!("46"));
        page.click(".ql-main a[href='#/diary/result'].ql-button").await;
        page.wait_for("the new one", "return document.getElementById('value')?.value === '3'").await;
        Check::open_at(page, "/#/diary/change").await;
        page.see(SAVE).await;
        tap(page, "what-dose").await;
        page.type_into("#name", "half a na").await;
        page.reload().await;
        page.see("#name").await;
        assert_eq!(page.js_text("return document.getElementById('name').value").await, "half a na");
    });
}

#[test]
fn a_change_says_its_honest_window_and_a_deleted_one_can_be_brought_back() {
    in_browser(PHONE, async |page| {
        for days in [30, 200] {
            open(page, "/#/diary/change", SAVE).await;
            tap(page, "what").await;
            day(page, days).await;
            save(page).await;
        }
        let main = page.text("main").await;
        assert!(main.contains("about 12 weeks") && main.contains("That is in 54 days."), "{main}");
        assert!(main.contains("That time has passed.") && page.sees("main a[href='#/trends']").await);
        page.click(".ql-beside-row button").await;
        page.see("#undo").await;
        assert_eq!(kept(page, "change").await.len(), 1);
        page.click("#undo").await;
        page.wait_for("both to be there", "return document.querySelectorAll('[id^=edit]').length === 2").await;
        assert_eq!(kept(page, "change").await.len(), 2);
        page.click(".ql-beside-row button").await;
        page.see("#undo").await;
        open_diary(page, "").await;
        assert!(!page.text("main").await.contains("The night is deleted."), "a change is no night");
    });
}

/// Puts the tab where it is 2 pm, when last night and tonight can both be noted and "tonight" is the coming one.
async fn afternoon(page: &Page) {
    let hour = page.js("return new Date().getUTCHours()").await.as_i64().unwrap_or_default();
    let east = 14 - hour;
    // In these names the sign is that of the way back to Greenwich.
    let zone = if east < 0 { format!("Etc/GMT+{}", -east) } else { format!("Etc/GMT-{east}") };
    page.devtools("Emulation.setTimezoneOverride", json!({"timezoneId": zone})).await;
}

/// Leaves the tab in the zone of the machine.
async fn zone_of_the_machine(page: &Page) {
    page.devtools("Emulation.setTimezoneOverride", json!({"timezoneId": ""})).await;
}

#[test]
fn an_experiment_is_shown_in_full_before_it_begins_and_tonight_is_said_at_the_entry() {
    in_browser(PHONE, async |page| {
        afternoon(page).await;
        open(page, "/#/diary/experiment", SAVE).await;
        tap(page, "tried-alcohol").await;
        page.click(SAVE).await;
        page.see("#errors").await;
        assert!(page.text("#errors").await.contains("whether you drink a lot"));
        tap(page, "tried-bath").await;
        tap(page, "first").await;
        page.click(SAVE).await;
        page.see("#plan").await;
        let rows = "return document.querySelectorAll('.ql-over-time tbody tr').length";
        assert_eq!(page.js(rows).await, json!(12));
        let first = page.text(".ql-over-time").await;
        assert!(kept(page, "experiment").await.is_empty(), "nothing has begun");
        page.click(".ql-trial .ql-button.is-second").await;
        page.click(SAVE).await;
        page.see("#plan").await;
        assert_eq!(page.text(".ql-over-time").await, first, "nobody draws until they like it");
        page.click(".ql-trial .ql-buttons .ql-button").await;
        page.see(".ql-trial .ql-panel").await;
        let plan = kept(page, "experiment").await;
        assert_eq!(plan[0]["now"]["tried"], json!("bath"));
        assert!(page.text(".ql-trial .ql-panel").await.contains("block 1 of 12"));
        let tonight = days_ago(page, 0).await;
        open_diary(page, &tonight).await;
        let line = "return document.querySelector('.ql-trial-line').textContent.includes('block 1 of 12')";
        page.wait_for("the plan beside the entry", line).await;
        open(page, "/#/diary/experiment", "[aria-controls=end-early]").await;
        page.click("[aria-controls=end-early]").await;
        page.click("#end-early button").await;
        page.wait_for("the end", "return document.querySelector('main').textContent.includes('too short to tell')")
            .await;
        assert!(kept(page, "experiment").await[0]["now"]["ended"].is_string());
        page.click(".ql-beside-row [aria-controls^=delete]").await;
        page.click(".ql-beside-row .is-delete").await;
        page.click("#undo").await;
        page.see(".ql-beside-row [aria-controls^=delete]").await;
        assert_eq!(kept(page, "experiment").await.len(), 1);
        zone_of_the_machine(page).await;
    });
}

#[test]
fn two_tabs_see_what_the_other_keeps() {
    in_browser(PHONE, async |page| {
        afternoon(page).await;
        open(page, LIST, ".ql-beside-empty").await;
        let first = page.driver.window().await.expect("the first tab");
        let second = page.driver.new_tab().await.expect("a second tab");
        page.driver.switch_to_window(second.clone()).await.expect("the second tab");
        afternoon(page).await;
        ferritin(page, "45", 40).await;
        save(page).await;
        page.driver.switch_to_window(first.clone()).await.expect("the first tab");
        page.wait_for("the other tab's result", "return !!document.querySelector('.ql-beside-row')").await;
        open_diary(page, &days_ago(page, 0).await).await;
        page.driver.switch_to_window(second).await.expect("the second tab");
        open(page, "/#/diary/experiment", SAVE).await;
        tap(page, "tried").await;
        tap(page, "first").await;
        page.click(SAVE).await;
        page.click(".ql-trial .ql-buttons .ql-button").await;
        page.see(".ql-trial .ql-panel").await;
        page.driver.switch_to_window(first).await.expect("the first tab");
        let line = "return document.querySelector('.ql-trial-line').textContent.includes('block 1 of 12')";
        page.wait_for("the other tab's experiment", line).await;
        zone_of_the_machine(page).await;
    });
}

#[test]
fn axe_finds_nothing_beside_the_nights() {
    in_browser(PHONE, async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        let mut found = Vec::new();
        ferritin(page, "l0", -2).await;
        page.click(SAVE).await;
        page.see("#errors").await;
        found.extend(findings_in_all_themes(page, "result, refused").await);
        page.type_into("#value", "1500").await;
        day(page, 3).await;
        page.click(SAVE).await;
        page.see("#asking").await;
        found.extend(findings_in_all_themes(page, "result, asked").await);
        page.click(".ql-asking .is-second").await;
        page.see(".ql-beside-row").await;
        ferritin(page, "30", 400).await;
        save(page).await;
        open(page, "/#/diary/change", SAVE).await;
        tap(page, "what-dose").await;
        page.see("#name").await;
        found.extend(findings_in_all_themes(page, "change").await);
        tap(page, "what").await;
        day(page, 200).await;
        save(page).await;
        found.extend(findings_in_all_themes(page, "timeline").await);
        page.click(".ql-beside-row button").await;
        page.see("#undo").await;
        found.extend(findings_in_all_themes(page, "timeline, one deleted").await);
        open(page, "/#/diary/experiment", SAVE).await;
        tap(page, "tried-alcohol").await;
        page.see("#heavy").await;
        found.extend(findings_in_all_themes(page, "experiment").await);
        tap(page, "heavy-no").await;
        page.click(SAVE).await;
        page.see("#plan").await;
        found.extend(findings_in_all_themes(page, "experiment, planned").await);
        page.click(".ql-trial .ql-buttons .ql-button").await;
        page.click("[aria-controls=whole-plan]").await;
        page.click("[aria-controls=end-early]").await;
        found.extend(findings_in_all_themes(page, "experiment, under way").await);
        page.click("#end-early button").await;
        page.click(".ql-beside-row [aria-controls^=delete]").await;
        found.extend(findings_in_all_themes(page, "experiment, ended").await);
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}
