//! The pages to read: found by a search that forgives, opened by a finding, whole without a script, and silent about
//! who read them.

use crate::harness::axe::findings_in_all_themes;
use crate::harness::check::Check;
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::{PHONE, in_browser};
use serde_json::json;

const SEARCH: &str = "#learn-search";
const FIRST_HIT: &str = ".ql-found .ql-links li a";

async fn open(page: &Page, path: &str, css: &str) {
    Check::open_at(page, path).await;
    page.see(css).await;
}

async fn search(page: &Page, typed: &str) {
    page.type_into(SEARCH, typed).await;
    page.wait_for("an answer", "return document.querySelector('.ql-found [role=status]')?.textContent").await;
}

async fn first_hit(page: &Page, typed: &str) -> String {
    search(page, typed).await;
    page.js_text(&format!("return document.querySelector('{FIRST_HIT}')?.textContent ?? ''")).await
}

#[test]
fn the_search_forgives_and_opens_what_it_found() {
    in_browser(PHONE, async |page| {
        open(page, "/#/learn", SEARCH).await;
        assert_eq!(first_hit(page, "pregnacy").await, "Hormones and pregnancy");
        assert_eq!(first_hit(page, "can anxiety cause").await, "Can anxiety cause restless legs?");
        assert_eq!(first_hit(page, "sertralin").await, "Sertraline");
        assert_eq!(first_hit(page, "diabet").await, "Diabetes");
        assert_eq!(first_hit(page, "ferritin").await, "Iron and ferritin");
        page.click(FIRST_HIT).await;
        page.wait_for("the page", "return location.hash === '#/learn/iron' && document.querySelector('h1')?.textContent === 'Iron and ferritin'").await;
    });
}

#[test]
fn what_is_not_found_is_said_and_nothing_typed_is_kept() {
    in_browser(PHONE, async |page| {
        open(page, "/#/learn", SEARCH).await;
        search(page, "zzzyxq").await;
        assert!(page.text(".ql-found").await.contains("Nothing found for “zzzyxq”"));
        assert!(!page.kept().await.contains("zzzyxq"));
        assert_eq!(page.js_text("return location.href").await, page.site.url("/#/learn"));
    });
}

#[test]
fn a_ferritin_typed_on_the_page_is_read_and_kept_nowhere() {
    in_browser(PHONE, async |page| {
        open(page, "/#/learn/iron", "#learn-ferritin").await;
        let before = page.kept().await;
        page.type_into("#learn-ferritin", "48").await;
        page.see(".ql-scale .is-here").await;
        assert!(page.text(".ql-zone-row.is-here").await.contains("30 to 75"));
        page.js("document.querySelectorAll('[name=learn-ferritin-unit]')[2].click()").await;
        page.wait_for(
            "the same number in another unit",
            "return document.querySelector('.ql-zone-row.is-here b')?.textContent === 'Under 30'",
        )
        .await;
        page.type_into("#learn-ferritin", "0").await;
        page.wait_for("no scale", "return !document.querySelector('.ql-scale')").await;
        assert_eq!(page.kept().await, before);
    });
}

#[test]
fn a_finding_opens_the_page_that_explains_it_and_back_leads_to_the_result() {
    in_browser(PHONE, async |page| {
        Check::result(page, &Plan::fits().ticks("condition", "diabetes")).await;
        page.see(".ql-finding a[href='#/learn/conditions']").await;
        page.click(".ql-finding a[href='#/learn/conditions']").await;
        page.wait_for("the page", "return document.querySelector('h1')?.textContent === 'Other conditions'").await;
        page.js("history.back()").await;
        page.see(".ql-finding a[href='#/learn/conditions']").await;
    });
}

#[test]
fn the_words_of_the_pages_come_to_everybody_whatever_they_open() {
    in_browser(PHONE, async |page| {
        Check::open(page).await;
        page.network_settles().await;
        let asked = "return performance.getEntriesByType('resource').map(r => r.name.split('/').pop()).join(' ')";
        page.wait_for(
            "the words",
            "return performance.getEntriesByType('resource').some(r => r.name.includes('/learn-'))",
        )
        .await;
        page.wait_for("the whole app", "return performance.getEntriesByType('resource').some(r => r.name.includes('_bg.wasm') && r.name.includes('whole'))").await;
        let before = page.js_text(asked).await;
        page.js("location.hash = '#/learn/iron'").await;
        page.see("#learn-ferritin").await;
        assert_eq!(page.js_text(asked).await, before, "opening a page asked the host for something");
    });
}

#[test]
fn a_plain_page_is_whole_without_a_script_and_axe_finds_nothing() {
    in_browser(PHONE, async |page| {
        for name in ["index", "iron", "questions", "help", "medicines", "dopamine"] {
            page.open(&format!("/learn/{name}.html")).await;
            page.see("main h1").await;
            let loaded = page.js("return performance.getEntriesByType('resource').map(r => r.name.split('/').pop()).filter(n => !['learn.css', 'icon.svg'].includes(n))").await;
            assert_eq!(loaded, json!([]), "{name}");
            assert_eq!(findings_in_all_themes(page, name).await, Vec::<String>::new());
        }
    });
}

#[test]
fn a_plain_page_fits_a_screen_of_320_pixels() {
    in_browser(PHONE.wide(320), async |page| {
        for name in ["index", "iron", "treatments", "medicines", "questions"] {
            page.open(&format!("/learn/{name}.html")).await;
            page.see("main h1").await;
            assert_eq!(page.js("return document.documentElement.scrollWidth").await, json!(320), "{name}");
        }
    });
}

/// The sentences of the page in front, without what a machine or a finger needs, white space taken out.
const SENTENCES: &str = "const close = e => e.textContent.replace(/\\s+/g, '');
    return [...document.querySelectorAll('main h1, main section p, main section li, main section h2, main section h3')].map(close).filter(t => t)";

#[test]
fn a_plain_page_and_the_app_say_the_same() {
    in_browser(PHONE, async |page| {
        for name in ["family", "what-it-is", "dopamine", "tonight", "children", "vitamins", "hormones", "five-points"] {
            page.open(&format!("/learn/{name}.html")).await;
            page.see("main h1").await;
            let said = page.js(SENTENCES).await;
            assert!(said.as_array().unwrap().len() > 12, "{name}: {said}");
            open(page, &format!("/#/learn/{name}"), "main section p").await;
            let missing = "const here = document.querySelector('main').textContent.replace(/\\s+/g, '');
                return arguments[0].filter(sentence => !here.includes(sentence))";
            assert_eq!(page.js_with(missing, vec![said]).await, json!([]), "{name}: only on the plain page");
        }
    });
}
