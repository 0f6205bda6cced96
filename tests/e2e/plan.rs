//! The plan: it follows answers, nights and results, here and in another tab; a tick stays and goes into the copy; what
//! is urgent stands on top; and it works by keyboard, on the narrowest phone and where nothing can be kept.

use crate::diary::{days_ago, open as open_night, save as save_night, strength};
use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::Check;
use crate::harness::chromium::Kind;
use crate::harness::copies::{catch_files, copy, with_many};
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::result::comes_before;
use crate::harness::{PHONE, in_browser};
use serde_json::{Value, json};
use thirtyfour::Key;

const PLAN: &str = "/#/plan";
/// The last heading of the plan.
const DRAWN: &str = "return document.querySelectorAll('.ql-late > .ql-part > h2').length === 4";
const SAVE: &str = ".ql-entry button[type=submit]";

/// Everything answered as [`Plan::fits`] does, and more, as the app keeps it.
async fn answered(page: &Page, more: &Value) {
    let script = "const answers = {who: 'me', age: '51', country: 'GB', 'sign.none': 'yes', mood: 'no', treated: 'no',
            c1: 'yes', c1_unpleasant: 'yes', c2: 'yes', c3: 'yes', c4: 'only_then', which_leg: 'both', stopped: 'no',
            ak_body: 'no', 'tick.none': 'yes', days: '3', duration: '12', strength: '6', impact_sleep: 'quite_a_lot',
            ...arguments[0]};
        const medicines = answers.medicines ?? [];
        delete answers.medicines;
        localStorage.setItem('quiet-legs.check', JSON.stringify({app: 'quiet-legs', kind: 'check', version: 1,
            saved: '2026-11-26T11:37', data: {page: 'answers', answers, medicines, done: true}}))";
    page.put_and_open("/probe.html", "").await;
    page.js_with(script, vec![more.clone()]).await;
}

async fn open(page: &Page) {
    Check::open_at(page, PLAN).await;
    page.wait_for("the four steps", DRAWN).await;
}

async fn shows(page: &Page, text: &str) {
    let script = "return document.querySelector('main').innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
    page.wait_with(&format!("“{text}” on the plan"), script, vec![json!(text)]).await;
}

async fn is_ticked(page: &Page, id: &str) -> bool {
    page.js_with("return document.getElementById(arguments[0])?.checked ?? null", vec![json!(id)]).await == json!(true)
}

/// What is kept of ticks.
async fn ticked(page: &Page) -> Value {
    page.js("return JSON.parse(localStorage.getItem('quiet-legs.wishes') || 'null')?.data.now.ticked ?? null").await
}

async fn tap(page: &Page, id: &str) {
    page.js_with("document.getElementById(arguments[0]).click()", vec![json!(id)]).await;
}

#[test]
fn with_nothing_told_the_plan_leads_to_the_check_and_the_diary_and_says_what_each_step_needs() {
    in_browser(PHONE, async |page| {
        open(page).await;
        page.see(".ql-panel a[href='#/']").await;
        page.see(".ql-panel a[href='#/diary']").await;
        let text = page.text("main").await;
        assert!(text.contains("None of the last 14 nights") && text.contains("Do the check first."), "{text}");
        assert!(!page.sees("main .ql-care").await && !page.sees("main .ql-finding").await);
        page.js("localStorage.clear()").await;
        with_many(page, 1).await;
        open(page).await;
        shows(page, "1 of the last 14 nights is noted.").await;
        assert!(!page.sees(".ql-panel a[href='#/diary']").await, "it is empty no more");
    });
}

#[test]
fn the_result_leads_to_the_plan_and_a_changed_answer_changes_it() {
    in_browser(PHONE, async |page| {
        let check = Check::result(page, &Plan::fits()).await;
        check.step("main a.ql-button[href='#/plan']").await;
        page.wait_for("the four steps", DRAWN).await;
        page.see("#ask-ferritin").await;
        assert!(!page.sees("#ask-hba1c").await);
        page.open("/#/check/conditions").await;
        page.see("main h1").await;
        check.tick("condition", "diabetes").await;
        page.open(PLAN).await;
        page.see("#ask-hba1c").await;
        shows(page, "You told us about diabetes").await;
        assert!(page.text("main").await.contains("About 1 in 4 people with diabetes"), "and among the causes");
    });
}

#[test]
fn a_night_saved_and_a_tick_in_another_tab_are_seen_at_once() {
    in_browser(PHONE, async |page| {
        answered(page, &json!({})).await;
        open(page).await;
        shows(page, "None of the last 14 nights is noted yet.").await;
        let first = page.driver.window().await.expect("the first tab");
        let second = page.driver.new_tab().await.expect("a second tab");
        page.driver.switch_to_window(second).await.expect("the second tab");
        page.open("/probe.html").await;
        open_night(page, &days_ago(page, 2).await).await;
        strength(page, 4).await;
        save_night(page).await;
        open(page).await;
        shows(page, "1 of the last 14 nights is noted.").await;
        page.click("label:has(#ask-tsat)").await;
        page.driver.switch_to_window(first).await.expect("the first tab");
        shows(page, "1 of the last 14 nights is noted.").await;
        page.wait_for("the tick of the other tab", "return document.getElementById('ask-tsat').checked").await;
    });
}

#[test]
fn a_result_is_typed_in_from_the_plan_stands_there_and_can_be_read_by_the_check() {
    in_browser(PHONE, async |page| {
        answered(page, &json!({})).await;
        open(page).await;
        page.click("li:has(#ask-ferritin) a[href='#/diary/result']").await;
        page.see(SAVE).await;
        page.wait_for("ferritin chosen", "return document.getElementById('test').checked").await;
        page.type_into("#value", "49,9").await;
        tap(page, "unit_ferritin").await;
        let date = days_ago(page, 3).await;
        let parts: Vec<&str> = date.split('-').collect();
        for (css, text) in [("#year", parts[0]), ("#month", parts[1]), ("#day", parts[2])] {
            page.type_into(css, text).await;
        }
        page.click(SAVE).await;
        page.wait_for("the plan", "return location.hash === '#/plan'").await;
        shows(page, "Result: 49.9 ng/mL, ").await;
        page.click("li:has(#ask-ferritin) a[href='#/check/ferritin']").await;
        page.wait_for(
            "the number in the check",
            "return document.querySelector('input[name=ferritin]')?.value === '49.9'",
        )
        .await;
        assert!(Check { page }.is_chosen("ferritin_unit", "ng/mL").await);
        page.open(PLAN).await;
        shows(page, "Results that are here").await;
        shows(page, "Ferritin: 49.9 ng/mL").await;
        assert!(!page.sees("#ask-ferritin").await, "it is not asked about any more");
        shows(page, "Your iron numbers").await;
    });
}

#[test]
fn typing_a_result_in_never_drops_a_half_typed_one() {
    in_browser(PHONE, async |page| {
        answered(page, &json!({})).await;
        open(page).await;
        page.click("li:has(#ask-creatinine) a[href='#/diary/result']").await;
        page.wait_for("its name", "return document.getElementById('name')?.value === 'Creatinine'").await;
        page.type_into("#value", "80").await;
        page.click(".ql-back").await;
        page.wait_for("the plan", DRAWN).await;
        page.click("li:has(#ask-ferritin) a[href='#/diary/result']").await;
        page.wait_for("what was typed", "return document.getElementById('value')?.value === '80'").await;
        assert_eq!(page.js_text("return document.getElementById('name').value").await, "Creatinine");
    });
}

#[test]
fn a_tick_survives_a_reload_goes_into_the_copy_and_goes_with_everything() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        answered(page, &json!({})).await;
        open(page).await;
        page.click("label:has(#ask-ferritin)").await;
        page.click("label:has(#ask-tsat)").await;
        page.click("label:has(#ask-tsat)").await;
        assert_eq!(ticked(page).await, json!(["ferritin"]));
        page.reload().await;
        page.wait_for("the four steps", DRAWN).await;
        assert!(is_ticked(page, "ask-ferritin").await && !is_ticked(page, "ask-tsat").await);
        let text = copy(page).await;
        let read: Value = serde_json::from_str(&text).expect("a copy");
        assert_eq!(read["data"]["records"]["wishes"]["data"]["now"]["ticked"], json!(["ferritin"]));
        assert!(page.text("main").await.contains("your plan and questions"), "it is named among what is kept");
        page.open("/#/data/delete").await;
        page.click(".ql-interrupt .ql-button.is-delete").await;
        page.wait_for("everything to go", "return !localStorage.getItem('quiet-legs.wishes')").await;
    });
}

#[test]
fn by_keyboard_a_test_is_ticked_and_the_focus_stays_on_it() {
    in_browser(PHONE, async |page| {
        answered(page, &json!({})).await;
        open(page).await;
        let fits = "return document.activeElement.id === 'ask-tsat'";
        for _ in 0..40 {
            if page.js(fits).await == json!(true) {
                break;
            }
            page.press(Key::Tab).await;
        }
        assert_eq!(page.js(fits).await, json!(true), "reached with Tab");
        page.press(" ").await;
        page.wait_for("the tick", "return document.getElementById('ask-tsat').checked").await;
        assert_eq!(ticked(page).await, json!(["tsat"]));
        assert_eq!(page.js(fits).await, json!(true), "the focus stays");
        page.press(" ").await;
        page.wait_for("no tick", "return !document.getElementById('ask-tsat').checked").await;
    });
}

#[test]
fn where_nothing_can_be_kept_the_plan_works_for_the_visit() {
    in_browser(PHONE.of_kind(Kind::StorageBlocked), async |page| {
        let check = Check::result(page, &Plan::fits().takes("sertral", "Sertraline")).await;
        check.step("main a.ql-button[href='#/plan']").await;
        page.wait_for("the four steps", DRAWN).await;
        shows(page, "Do not stop or change any medicine").await;
        page.click("label:has(#ask-ferritin)").await;
        check.step("header a[href='#/diary']").await;
        check.history(-1).await;
        page.wait_for("the four steps", DRAWN).await;
        assert!(is_ticked(page, "ask-ferritin").await, "ticked still, in memory");
    });
}

#[test]
fn what_is_urgent_stands_above_the_steps() {
    in_browser(PHONE, async |page| {
        let low = json!({"tested": "ferritin", "ferritin": "9", "ferritin_unit": "ng/mL", "sign.none": "", "sign.SD6": "yes"});
        answered(page, &low).await;
        open(page).await;
        page.see("main .ql-care.is-today").await;
        assert!(comes_before(page, "main .ql-care.is-today", ".ql-late > .ql-part").await);
        page.js("localStorage.clear()").await;
        answered(page, &json!({})).await;
        open(page).await;
        assert!(!page.sees("main .ql-care").await, "what can wait is told in the result");
    });
}

#[test]
fn axe_finds_nothing_on_a_full_plan_and_nothing_scrolls_sideways_at_320_px() {
    in_browser(PHONE.wide(320), async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        let full = json!({"condition.diabetes": "yes", "substance.caffeine": "yes", "caffeine_last": "evening",
            "moving": "sitting", "medicines": [{"typed": "Sertraline", "ids": ["sertraline"], "timing": ""}]});
        with_many(page, 9).await;
        answered(page, &full).await;
        open(page).await;
        page.click("label:has(#ask-ferritin)").await;
        let mut found = findings_in_all_themes(page, "plan").await;
        page.js("document.querySelectorAll('main .ql-disclose[aria-expanded=false]').forEach(b => b.click())").await;
        found.extend(findings_in_all_themes(page, "plan, opened").await);
        assert!(found.is_empty(), "{}", found.join("\n"));
        let wide = page.js("return document.scrollingElement.scrollWidth").await;
        assert_eq!(wide, json!(320));
    });
}
