//! Showing the result to the clinic: only where its settings say so, after a yes, once, and to its origin alone.

use super::clinic::{Clinic, FRAME};
use super::{CHROMIUM, FIREFOX, WEBKIT, walked_to_the_result};
use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::Check;
use crate::harness::page::Page;
use crate::harness::{PHONE, Setup, in_browser};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::prelude::*;

const TO_HANDOVER: &str = "main a[href='#/report/handover']";
/// Everything a page around could try; none of it makes the frame say a thing.
const DEMANDS: &str =
    "const say = words => frame.contentWindow.postMessage({source: 'quiet-legs', version: 1, ...words}, '*');
    for (const type of ['handover', 'hand', 'show', 'report', 'export', 'received']) {
        say({type});
        say({type, id: '0', format: 'fhir', content: ''});
    }
    for (let n = 0; n < 10000; n += 1) say({type: 'received', id: String(n)});";

/// The clinic's settings, with this as the origin to hand over to.
fn settings(page: &Page, origin: &str, format: &str) {
    let said =
        json!({"name": "Harbour Street Neurology", "country": "GB", "handover": {"origin": origin, "format": format}});
    page.site.put("/clinic.json", said.to_string());
}

async fn a_while() {
    tokio::time::sleep(Duration::from_millis(700)).await;
}

async fn handed(page: &Page) -> Vec<Value> {
    page.leave().await;
    let said = "return heard.map(m => m.data).filter(data => !['height', 'page'].includes(data.type))";
    let handed = page.js(said).await;
    page.enter(FRAME).await;
    handed.as_array().cloned().unwrap_or_default()
}

async fn at_the_result(page: &Page, clinic: &Clinic, name: &str) {
    clinic.open(page, name).await;
    clinic.heard(page).await;
    page.enter(FRAME).await;
    walked_to_the_result(page, None).await;
}

fn after_a_yes_the_clinics_page_gets_the_result_once(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        settings(page, &clinic.origin(), "fhir");
        at_the_result(page, &clinic, "index.html").await;
        page.click(TO_HANDOVER).await;
        page.see("#show").await;
        let asked = page.text("main").await;
        assert!(asked.contains("Harbour Street Neurology") && asked.contains(&clinic.origin()), "{asked}");
        assert_eq!(handed(page).await, Vec::<Value>::new(), "before the yes");
        page.click("#show").await;
        page.wait_for(
            "word that it arrived",
            "return document.querySelector('main').textContent.includes('says that it has your result')",
        )
        .await;
        a_while().await;
        let handed = handed(page).await;
        assert_eq!(handed.len(), 1, "{handed:?}");
        let mut keys: Vec<&String> = handed[0].as_object().expect("a message").keys().collect();
        keys.sort_unstable();
        assert_eq!(keys, ["content", "format", "id", "source", "type", "version"]);
        assert_eq!(handed[0]["format"], "fhir");
        let bundle: Value = serde_json::from_str(handed[0]["content"].as_str().expect("a text")).expect("JSON");
        assert_eq!(bundle["resourceType"], "Bundle");
        page.leave().await;
        assert!(page.text("#received").await.contains("Bundle"));
    });
}

#[test]
fn after_a_yes_the_clinics_page_gets_the_result_once_in_chromium() {
    after_a_yes_the_clinics_page_gets_the_result_once(CHROMIUM);
}

#[test]
fn after_a_yes_the_clinics_page_gets_the_result_once_in_firefox() {
    after_a_yes_the_clinics_page_gets_the_result_once(FIREFOX);
}

#[test]
fn after_a_yes_the_clinics_page_gets_the_result_once_in_webkit() {
    after_a_yes_the_clinics_page_gets_the_result_once(WEBKIT);
}

#[test]
fn the_question_can_be_read_and_answered_with_the_keyboard_in_every_theme() {
    in_browser(PHONE, async |page| {
        let clinic = Clinic::of(page);
        settings(page, &clinic.origin(), "fhir");
        at_the_result(page, &clinic, "index.html").await;
        page.click(TO_HANDOVER).await;
        page.see("#show").await;
        let mut found = findings_in_all_themes(page, "the question").await;
        page.js("document.querySelector('#show').focus()").await;
        page.press(Key::Enter).await;
        page.wait_for(
            "the focus on what became of it",
            "return document.activeElement.id === 'told' && document.activeElement.textContent.includes('says that it has')",
        )
        .await;
        found.extend(findings_in_all_themes(page, "the answer").await);
        assert_eq!(found, Vec::<String>::new());
        assert!(!page.sees("#show").await, "it could be shown twice");
        page.leave().await;
    });
}

#[test]
fn nothing_is_handed_over_on_demand() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        settings(page, &clinic.origin(), "text");
        at_the_result(page, &clinic, "index.html").await;
        page.click(TO_HANDOVER).await;
        page.see("#show").await;
        page.leave().await;
        page.js(&format!("const frame = (() => {{ {FRAME} }})(); {DEMANDS}")).await;
        a_while().await;
        page.enter(FRAME).await;
        assert_eq!(handed(page).await, Vec::<Value>::new());
        assert!(page.sees("#show").await, "the question went away");
        page.leave().await;
    });
}

/// The page takes nothing and says so often that it did: only the right receipt counts.
#[test]
fn a_forged_receipt_is_not_believed() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        settings(page, &clinic.origin(), "text");
        clinic.put(
            "own.html",
            "<!doctype html><html lang=en><head><title>Clinic</title><link rel=icon href='data:,'></head>
            <body><h1>A clinic</h1><script src='{{app}}/embed.js'></script></body></html>",
        );
        at_the_result(page, &clinic, "own.html").await;
        page.click(TO_HANDOVER).await;
        page.click("#show").await;
        page.leave().await;
        page.js(&format!("const frame = (() => {{ {FRAME} }})(); {DEMANDS}")).await;
        page.enter(FRAME).await;
        page.wait_for(
            "word that nothing was heard",
            "return document.querySelector('main').textContent.includes('has not said that it has it')",
        )
        .await;
        let handed = handed(page).await;
        assert_eq!((handed.len(), &handed[0]["format"]), (1, &json!("text")));
        page.leave().await;
    });
}

fn the_page_of_another_origin_is_offered_and_told_nothing(browser: Setup) {
    in_browser(browser, async |page| {
        let clinic = Clinic::of(page);
        settings(page, "https://www.clinic.example", "fhir");
        at_the_result(page, &clinic, "index.html").await;
        assert!(!page.sees(TO_HANDOVER).await, "offered to a page of another origin");
        page.js("location.hash = '#/report/handover'").await;
        page.wait_for(
            "word that it does not work here",
            "return document.querySelector('main').textContent.includes('Nothing was shown')",
        )
        .await;
        assert!(!page.sees("#show").await);
        page.leave().await;
        page.js(&format!("const frame = (() => {{ {FRAME} }})(); {DEMANDS}")).await;
        a_while().await;
        page.enter(FRAME).await;
        assert_eq!(handed(page).await, Vec::<Value>::new());
        page.leave().await;
    });
}

#[test]
fn the_page_of_another_origin_is_offered_and_told_nothing_in_chromium() {
    the_page_of_another_origin_is_offered_and_told_nothing(CHROMIUM);
}

#[test]
fn the_page_of_another_origin_is_offered_and_told_nothing_in_firefox() {
    the_page_of_another_origin_is_offered_and_told_nothing(FIREFOX);
}

#[test]
fn the_page_of_another_origin_is_offered_and_told_nothing_in_webkit() {
    the_page_of_another_origin_is_offered_and_told_nothing(WEBKIT);
}

#[test]
fn where_the_clinic_did_not_ask_for_it_it_is_not_offered() {
    in_browser(CHROMIUM, async |page| {
        let clinic = Clinic::of(page);
        at_the_result(page, &clinic, "index.html").await;
        assert!(!page.sees(TO_HANDOVER).await);
        assert!(!page.sees("main [href*=handover]").await);
        page.leave().await;
        assert_eq!(Check { page }.page.js("return handed").await, json!([]));
    });
}
