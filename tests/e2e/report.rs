//! The page for the doctor: it says what was told, in two copies; what somebody wants to ask stands on it and stays.

mod printed;

use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::{Check, YES_DELETE};
use crate::harness::chromium::Kind;
use crate::harness::copies::{catch_files, file, with_nights};
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::result::verdict;
use crate::harness::{PHONE, in_browser};
use serde_json::json;

/// The sheet.
const SHEET: &str = ".ql-report";
/// The box for one's own questions.
const OWN: &str = "#own-questions";
const FOR_DOCTOR: &str = ".ql-turns:first-child .ql-turn:last-child";
const NIGHTS_28: &str = ".ql-turns:last-child .ql-turn:last-child";

/// Keeps a check that was answered to its end, as the app does.
pub const CHECK: &str = "const answers = {who:'me', age:'46', country:'GB', 'sign.none':'yes', mood:'no', treated:'no', c1:'yes',
        c1_unpleasant:'yes', c2:'yes', c3:'yes', c4:'only_then', which_leg:'both', stopped:'no', ak_body:'no', 'tick.none':'yes',
        days:'3', duration:'12', strength:'7', impact_sleep:'very_much', family:'yes', sex:'female', pregnant:'no', kidneys:'no',
        'condition.diabetes':'yes', tested:'ferritin', ferritin:'45', ferritin_unit:'ng/mL', taken_month:'10', taken_year:'2026',
        on_iron:'no', iv_iron:'no', ...arguments[0]};
    const medicines = [{typed:'Sertraline', ids:['sertraline'], timing:'worse_within_6_weeks'}, ...arguments[1]];
    localStorage.setItem('quiet-legs.check', JSON.stringify({app:'quiet-legs', kind:'check', version:1,
        saved:'2026-11-01T08:00', data:{page:'answers', answers, medicines, done:true}}));";

/// A check and some nights are kept, and the page is opened.
async fn with_report(page: &Page, nights: &[(i32, u8, &str)]) {
    with_nights(page, nights).await;
    page.js_with(CHECK, vec![json!({}), json!([])]).await;
    open(page).await;
}

async fn open(page: &Page) {
    Check::open_at(page, "/#/report").await;
    page.see(SHEET).await;
}

fn fortnight() -> Vec<(i32, u8, &'static str)> {
    (1..=14).map(|days| (days, 1 + (days % 9) as u8, "")).collect()
}

async fn sheet_says(page: &Page, words: &str, does: bool) {
    let script = "return document.querySelector('.ql-report').textContent.includes(arguments[0]) === arguments[1]";
    page.wait_with(&format!("the sheet to say {words}: {does}"), script, vec![json!(words), json!(does)]).await;
}

#[test]
fn the_page_says_what_the_result_said_and_what_was_told() {
    in_browser(PHONE, async |page| {
        Check::result(page, &Plan::fits().takes("sertral", "Sertraline").ferritin("18")).await;
        let told = verdict(page).await;
        page.click("main a[href='#/report']").await;
        page.see(SHEET).await;
        for words in [told.as_str(), "Sertraline", "18 ng/mL", "None reported", "not checked", "Not a diagnosis."] {
            sheet_says(page, words, true).await;
        }
        assert_eq!(page.js("return document.querySelectorAll('.ql-report [id=diary]').length").await, json!(0));
    });
}

#[test]
fn the_clinicians_copy_is_shown_again_after_a_reload() {
    in_browser(PHONE, async |page| {
        with_report(page, &fortnight()).await;
        sheet_says(page, "N06AB06", false).await;
        page.click(FOR_DOCTOR).await;
        for code in ["C1 ", "N06AB06", "medicine.sertraline", "LIKELY", "G25.81"] {
            sheet_says(page, code, true).await;
        }
        Check { page }.reload().await;
        page.see(SHEET).await;
        sheet_says(page, "N06AB06", true).await;
    });
}

#[test]
fn a_question_of_ones_own_stands_on_the_page_while_it_is_typed_and_is_kept() {
    in_browser(PHONE, async |page| {
        with_report(page, &[]).await;
        page.type_into(OWN, "Is my <b>sleep tablet</b> part of it?").await;
        sheet_says(page, "Is my <b>sleep tablet</b> part of it?", true).await;
        assert_eq!(page.js("return document.querySelectorAll('.ql-report b').length").await, json!(0));
        assert_eq!(page.js_text("return document.activeElement.id").await, "own-questions", "the focus stays");
        Check { page }.reload().await;
        page.see(SHEET).await;
        sheet_says(page, "sleep tablet", true).await;
        assert_eq!(
            page.js_text("return document.getElementById('own-questions').value").await,
            "Is my <b>sleep tablet</b> part of it?"
        );
    });
}

#[test]
fn questions_that_are_too_long_are_told_and_stay_in_the_box() {
    in_browser(PHONE, async |page| {
        with_report(page, &[]).await;
        page.paste_into(OWN, &"a ".repeat(1_100)).await;
        page.wait_for(
            "word that it is too long",
            "return document.getElementById('own-questions-left').textContent.includes('200 characters too long')",
        )
        .await;
        assert_eq!(page.js("return document.getElementById('own-questions').value.length").await, json!(2200));
    });
}

#[test]
fn a_suggested_question_can_be_left_out_by_keyboard_and_keeps_the_focus() {
    in_browser(PHONE, async |page| {
        with_report(page, &[]).await;
        sheet_says(page, "Could sertraline be part of it?", true).await;
        let focus = "const label = [...document.querySelectorAll('.ql-option')].find(l => l.textContent.includes('sertraline'));
            label.querySelector('input').focus(); return true";
        page.js(focus).await;
        page.press(" ").await;
        sheet_says(page, "Could sertraline be part of it?", false).await;
        assert_eq!(page.js_text("return document.activeElement.type").await, "checkbox", "the focus stays");
        Check { page }.reload().await;
        page.see(SHEET).await;
        sheet_says(page, "Could sertraline be part of it?", false).await;
        page.js(focus).await;
        page.press(" ").await;
        sheet_says(page, "Could sertraline be part of it?", true).await;
    });
}

#[test]
fn as_many_nights_are_shown_as_are_asked_for() {
    in_browser(PHONE, async |page| {
        let nights: Vec<(i32, u8, &str)> = (1..=28).map(|days| (days, 5, "")).collect();
        with_report(page, &nights).await;
        sheet_says(page, "14 of 14 nights recorded", true).await;
        assert_eq!(page.js("return document.querySelectorAll('#diary tbody tr').length").await, json!(14));
        page.click(NIGHTS_28).await;
        sheet_says(page, "28 of 28 nights recorded", true).await;
        assert_eq!(page.js("return document.querySelectorAll('#diary figure').length").await, json!(2));
    });
}

#[test]
fn the_message_is_the_page_as_text_in_a_file_that_tells_no_health_words() {
    in_browser(PHONE, async |page| {
        catch_files(page).await;
        with_report(page, &fortnight()).await;
        page.click("#save-page").await;
        let (name, text) = file(page).await;
        assert!(name.starts_with("20") && name.ends_with("-page.txt") && name.len() == 19, "{name}");
        for words in ["Restless legs summary", "Sertraline", "45 ng/mL, October 2026", "14 of 14 nights", "[ ] "] {
            assert!(text.contains(words), "{words} is missing: {text}");
        }
        assert!(text.chars().count() < 4_000, "{} characters", text.chars().count());
    });
}

#[test]
fn nothing_of_the_page_is_left_after_everything_was_deleted() {
    in_browser(PHONE, async |page| {
        with_report(page, &fortnight()).await;
        page.type_into(OWN, "Mine").await;
        sheet_says(page, "Mine", true).await;
        Check::open_at(page, "/#/data/delete").await;
        page.click(YES_DELETE).await;
        page.wait_for("nothing kept", "return !Object.keys(localStorage).some(k => k.startsWith('quiet-legs.'))").await;
        Check::open_at(page, "/#/report").await;
        page.wait_for(
            "the empty page",
            "return document.querySelector('main').textContent.includes('nothing')
            || !document.querySelector('.ql-report')",
        )
        .await;
        assert!(!page.text("main").await.contains("Mine"));
    });
}

#[test]
fn where_nothing_can_be_kept_the_page_is_made_from_memory() {
    in_browser(PHONE.of_kind(Kind::StorageBlocked), async |page| {
        Check::result(page, &Plan::fits().takes("sertral", "Sertraline")).await;
        page.click("main a[href='#/report']").await;
        page.see(SHEET).await;
        page.type_into(OWN, "Mine").await;
        for words in ["Sertraline", "Mine"] {
            sheet_says(page, words, true).await;
        }
    });
}

/// Notes that a tab opened from here was asked to print.
const NOTES_PRINTING: &str = "const open = window.open;
    window.open = (...given) => { const tab = open.apply(window, given); tab.print = () => { tab.printed = true; }; return tab; }";

/// From inside a frame: the page for the doctor, with these words on it, stands in a tab of its own and is printed there.
/// Ends on the page around.
pub async fn prints_in_its_own_tab(page: &Page, words: &str) {
    page.js(NOTES_PRINTING).await;
    let here = page.driver.window().await.expect("this tab");
    page.click("#print").await;
    let tabs = page.driver.windows().await.expect("the tabs");
    let tab = tabs.into_iter().find(|tab| *tab != here).expect("a tab of its own");
    page.driver.switch_to_window(tab).await.expect("the tab");
    page.wait_for("the styles, then the printer", "return window.printed === true").await;
    sheet_says(page, words, true).await;
    assert_eq!(page.js_text("return document.querySelector('h1').textContent").await, "Restless legs summary");
    assert_eq!(
        page.js("return document.querySelectorAll('button, a.ql-button, .ql-screen, nav').length").await,
        json!(0)
    );
    let styled = "return getComputedStyle(document.querySelector('.ql-facts > div')).display";
    assert_eq!(page.js_text(styled).await, "grid");
    page.driver.close_window().await.expect("the tab closes");
    page.driver.switch_to_window(here).await.expect("the page around");
}

#[test]
fn inside_another_page_it_is_printed_from_a_tab_of_its_own() {
    in_browser(PHONE, async |page| {
        with_nights(page, &fortnight()).await;
        page.js_with(CHECK, vec![json!({}), json!([])]).await;
        let host =
            "<h1>A clinic</h1><iframe title='Restless legs check' src='/#/report' width=340 height=700></iframe>";
        page.put_and_open("/host.html", host).await;
        page.driver.enter_frame(0).await.expect("the frame");
        page.see(SHEET).await;
        sheet_says(page, "Sertraline", true).await;
        prints_in_its_own_tab(page, "Sertraline").await;
    });
}

#[test]
fn axe_finds_nothing_on_a_full_page_and_nothing_scrolls_sideways_at_320_px() {
    in_browser(PHONE.wide(320), async |page| {
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        with_report(page, &fortnight()).await;
        let mut found = findings_in_all_themes(page, "page for the doctor").await;
        page.click(FOR_DOCTOR).await;
        sheet_says(page, "N06AB06", true).await;
        page.type_into(OWN, "Mine").await;
        found.extend(findings_in_all_themes(page, "page for the doctor, with codes").await);
        assert!(found.is_empty(), "{}", found.join("\n"));
        assert_eq!(page.js("return document.scrollingElement.scrollWidth").await, json!(320));
    });
}
