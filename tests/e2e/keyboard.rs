//! The whole check without a mouse: Tab, arrows, Space, Enter, and always a visible focus.

use crate::harness::check::{CONTINUE, Check, SEARCH, START};
use crate::harness::page::Page;
use crate::harness::pages::{self, Field};
use crate::harness::plan::Plan;
use crate::harness::result::verdict;
use crate::harness::{PHONE, in_browser};
use serde_json::json;
use thirtyfour::Key;

/// More stops than the longest page has.
const STOPS: usize = 90;

/// Tabs forward until the focus is on an element that fits, never past the end of the page.
async fn tab_to(page: &Page, css: &str) {
    let fits = "return document.activeElement.matches(arguments[0])";
    for _ in 0..STOPS {
        if page.js_with(fits, vec![json!(css)]).await == json!(true) {
            return assert_focus_shows(page, css).await;
        }
        page.press(Key::Tab).await;
    }
    panic!("`{css}` is not reached with Tab");
}

/// The element with the focus, or the label or box around it, has an outline or a ring.
async fn assert_focus_shows(page: &Page, css: &str) {
    let script = "const at = document.activeElement;
        return [at, at.closest('label'), at.closest('.ql-box'), at.nextElementSibling].some(e => {
            if (!e) return false;
            const s = getComputedStyle(e);
            return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none';
        })";
    assert_eq!(page.js(script).await, json!(true), "the focus on `{css}` cannot be seen");
}

/// Moves through a group of choices with the arrow keys until one is chosen.
async fn arrow_to(page: &Page, name: &str, code: &str) {
    tab_to(page, &format!("input[name='{name}']")).await;
    for _ in 0..STOPS {
        if page.js("return document.activeElement.value").await == json!(code) {
            page.press(" ").await;
            let chosen = format!("return document.querySelector(\"input[name='{name}'][value='{code}']\").checked");
            assert_eq!(page.js(&chosen).await, json!(true), "{name} is {code}");
            return;
        }
        page.press(Key::Down).await;
    }
    panic!("{name}: the arrow keys do not reach {code}");
}

async fn type_at(page: &Page, css: &str, text: &str) {
    tab_to(page, css).await;
    page.press(text).await;
}

async fn answer(page: &Page, field: &Field, plan: &Plan) {
    match field.kind.as_str() {
        "checkboxes" => {
            for (code, _) in plan.under(&field.prefix) {
                if page.sees(&format!("label:has(input[name='{}.{code}'])", field.prefix)).await {
                    tab_to(page, &format!("input[name='{}.{code}']", field.prefix)).await;
                    page.press(" ").await;
                }
            }
        }
        "month_year" => {
            for part in ["month", "year"].map(|part| format!("{}_{part}", field.id)) {
                if let Some(text) = plan.get(&part) {
                    type_at(page, &format!("input[name='{part}']"), text).await;
                }
            }
        }
        "number" | "text" => {
            if let Some(text) = plan.get(&field.id) {
                type_at(page, &format!("input[name='{}']", field.id), text).await;
            }
        }
        _ => {
            if let Some(code) = plan.get(&field.id) {
                arrow_to(page, &field.id, code).await;
            }
        }
    }
}

/// Presses Enter on a button and waits for the next page, whose heading must have the focus.
async fn press_on(page: &Page, css: &str) {
    tab_to(page, css).await;
    let before = page.js("return location.hash").await;
    page.press(Key::Enter).await;
    let moved = "return location.hash !== arguments[0] && document.activeElement.localName === 'h1'";
    page.wait_with("the focus on the next heading", moved, vec![before]).await;
}

#[test]
fn the_check_can_be_done_from_the_first_page_to_the_result_with_the_keyboard_alone() {
    in_browser(PHONE, async |page| {
        let check = Check::open(page).await;
        let plan = Plan::fits().ferritin("18");
        press_on(page, START).await;
        loop {
            let place = check.place().await;
            if place == "answers" {
                break;
            }
            let asked = pages::page(&place);
            if asked.kind == "medicines" {
                type_at(page, SEARCH, "sertral").await;
                page.see(".ql-result").await;
                tab_to(page, ".ql-result").await;
                page.press(Key::Enter).await;
                page.see(".ql-listed").await;
            }
            let mut done: Vec<&str> = Vec::new();
            for field in &asked.fields {
                if field.kind != "checkboxes" || !done.contains(&field.prefix.as_str()) {
                    answer(page, field, &plan).await;
                }
                done.push(&field.prefix);
            }
            press_on(page, CONTINUE).await;
        }
        press_on(page, CONTINUE).await;
        assert!(verdict(page).await.starts_with("Your answers match"));
    });
}

#[test]
fn the_first_stop_of_every_page_skips_to_its_content() {
    in_browser(PHONE, async |page| {
        Check::open(page).await;
        page.press(Key::Tab).await;
        assert_eq!(page.js("return document.activeElement.className").await, json!("ql-skip"));
        assert_focus_shows(page, ".ql-skip").await;
        page.press(Key::Enter).await;
        page.wait_for("the focus in main", "return !!document.activeElement.closest('main')").await;
        assert_eq!(page.js("return location.hash").await, json!(""), "the skip button is no link");
    });
}

#[test]
fn a_tab_through_a_page_visits_everything_once_and_leaves_it() {
    in_browser(PHONE, async |page| {
        Check::begin(page, &Plan::fits(), "conditions").await;
        let mut visited = Vec::new();
        let name = "const e = document.activeElement; return e === document.body ? 'body' : e.outerHTML.slice(0, 120)";
        for _ in 0..STOPS {
            page.press(Key::Tab).await;
            let at = page.js_text(name).await;
            if visited.contains(&at) || at == "body" {
                return assert!(visited.len() > 10, "{visited:#?}");
            }
            visited.push(at);
        }
        panic!("Tab never leaves the page");
    });
}
