//! Whatever is typed, wherever: a clear sentence beside the field and in the summary, the focus on the summary,
//! nothing else lost, and never a crash.

use crate::harness::check::{Check, SEARCH, input};
use crate::harness::page::Page;
use crate::harness::plan::Plan;
use crate::harness::{PHONE, in_browser};
use serde_json::{Value, json};

const EMOJI: &str = "🦵🏽🔥";
const RIGHT_TO_LEFT: &str = "שלום ברזל";
/// Right-to-left override, zero-width and combining characters, and a null-like escape.
const STRANGE: &str = "\u{202e}81\u{200b}\u{0301}<b>&amp;";

fn long(text: &str) -> String {
    text.repeat(10_000 / text.chars().count())
}

/// Types a value, presses Continue, and expects to be told what is wrong with this one field.
async fn is_refused(check: &Check<'_>, field: &str, value: &str) {
    let page = check.page;
    let others = other_values(page, field).await;
    page.paste_into(&input(field), value).await;
    let typed = check.typed(field).await;
    let shown: String = value.chars().take(20).collect();
    check.continue_with_errors().await;
    let told = page.js_with(TOLD, vec![json!(field)]).await;
    assert_eq!(told["title"], json!(true), "{field} = {shown}: the title does not begin with \"Error: \"");
    assert_eq!(told["focus"], json!(true), "{field} = {shown}: the focus is not on the summary");
    assert_eq!(
        told["link"],
        json!(true),
        "{field} = {shown}: no link in the summary says the same and leads to the field"
    );
    assert_eq!(told["invalid"], json!(true), "{field} = {shown}: the field is not marked");
    let sentence = told["sentence"].as_str().unwrap_or_default();
    assert!(
        sentence.starts_with("Problem:") && sentence.len() > 20,
        "{field} = {shown}: \"{sentence}\" beside the field"
    );
    assert_eq!(check.typed(field).await, typed, "{field}: what was typed is gone");
    assert_eq!(other_values(page, field).await, others, "{field} = {shown}: another field changed");
    assert!(!page.sees("#crash").await, "{field} = {shown}: crashed");
}

const TOLD: &str = "const [field] = arguments;
    const summary = document.querySelector('#errors');
    const box = document.querySelector(`main input[name='${field}']`);
    const described = [box, box.closest('fieldset')].map(e => e?.getAttribute('aria-describedby') ?? '').join(' ').split(' ');
    const sentence = described.map(id => document.getElementById(id)).find(e => e?.matches('.ql-problem'))?.innerText.trim() ?? '';
    const focus = document.activeElement === summary;
    const link = [...summary.querySelectorAll('a')].find(a => 'Problem: ' + a.innerText.trim() === sentence);
    link?.click();
    const group = box.closest('.ql-dates') ?? box;
    return {
        title: document.title.startsWith('Error: '),
        focus,
        link: !!link && group.contains(document.activeElement),
        invalid: box.getAttribute('aria-invalid') === 'true' && !!box.closest('.is-problem'),
        sentence,
    }";

async fn other_values(page: &Page, field: &str) -> Value {
    let script = "return [...document.querySelectorAll('main input')].filter(i => i.name !== arguments[0])
        .map(i => [i.name, i.type === 'radio' || i.type === 'checkbox' ? i.checked : i.value])";
    page.js_with(script, vec![json!(field)]).await
}

/// Texts that are no number of anything.
fn no_numbers() -> Vec<String> {
    let mut all: Vec<String> =
        ["forty", "-5", "4 5", "1e400", "NaN", "0x10", EMOJI, RIGHT_TO_LEFT, STRANGE].map(str::to_owned).into();
    all.extend([long("9"), long("x"), long("🦵")]);
    all
}

async fn all_are_refused(check: &Check<'_>, field: &str, more: &[&str]) {
    for value in no_numbers().iter().map(String::as_str).chain(more.iter().copied()) {
        is_refused(check, field, value).await;
    }
}

#[test]
fn an_age_that_is_none_is_refused_with_the_reason() {
    in_browser(PHONE, async |page| {
        let check = Check::begin(page, &Plan::fits(), "age").await;
        all_are_refused(&check, "age", &["", "121", "999"]).await;
        page.paste_into(&input("age"), "51").await;
        check.continue_().await;
        assert!(!page.title_has_error().await);
    });
}

#[test]
fn a_ferritin_that_is_none_is_refused_with_the_reason() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().ferritin("45");
        let check = Check::begin(page, &plan, "ferritin").await;
        check.answer_page(&plan).await;
        all_are_refused(&check, "ferritin", &["", "0", "100001"]).await;
    });
}

#[test]
fn a_date_that_is_none_or_lies_ahead_is_refused_with_the_reason() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().ferritin("45");
        let check = Check::begin(page, &plan, "ferritin").await;
        check.answer_page(&plan).await;
        all_are_refused(&check, "taken_month", &["0", "13", "-1"]).await;
        check.type_("taken_month", "3").await;
        let ahead = (jiff::ZonedDateTime::now().year() + 1).to_string();
        all_are_refused(&check, "taken_year", &["0", &ahead, "99999", "-2020"]).await;
    });
}

async fn labs_are_refused(page: &Page, on: &str, fields: &[&str]) {
    let check = Check::begin(page, &Plan::fits().ferritin("45"), on).await;
    for field in fields {
        all_are_refused(&check, field, &["1000000"]).await;
        page.paste_into(&input(field), "").await;
    }
    check.continue_().await;
}

#[test]
fn iron_tibc_transferrin_and_saturation_that_are_none_are_refused_with_the_reason() {
    in_browser(PHONE, async |page| {
        labs_are_refused(page, "other-iron", &["tsat", "iron", "tibc", "transferrin"]).await
    });
}

#[test]
fn haemoglobin_and_crp_that_are_none_are_refused_with_the_reason() {
    in_browser(PHONE, async |page| labs_are_refused(page, "blood-count", &["hb", "crp"]).await);
}

#[test]
fn free_text_takes_anything_and_shows_it_as_typed() {
    in_browser(PHONE, async |page| {
        let plan = Plan::fits().with("stopped", "yes").with("stopped_what", "x");
        let check = Check::begin(page, &plan, "stopped").await;
        for text in [EMOJI, RIGHT_TO_LEFT, STRANGE, "-5", &long("ab "), &long("🦵")] {
            check.answer_page(&plan).await;
            page.paste_into(&input("stopped_what"), text).await;
            check.continue_().await;
            check.back().await;
            let typed = check.typed("stopped_what").await;
            assert!(
                text.starts_with(typed.trim_end()) && !typed.is_empty(),
                "{:?}",
                typed.chars().take(40).collect::<String>()
            );
            assert!(!page.sees("#crash").await);
        }
        check.reload().await;
        assert!(!check.typed("stopped_what").await.is_empty());
        check.answer_until(&plan.with("stopped_what", STRANGE), "answers").await;
        assert!(page.text("main").await.contains("<b>&amp;"), "shown as typed, never read as markup");
    });
}

#[test]
fn a_medicine_name_takes_anything_and_is_kept_as_unknown() {
    in_browser(PHONE, async |page| {
        let check = Check::begin(page, &Plan::fits(), "medicines").await;
        for text in [EMOJI, RIGHT_TO_LEFT, STRANGE, "-5", "0", &long("x"), &long("🦵")] {
            page.paste_into(SEARCH, text).await;
            page.wait_for(
                "an answer to the search",
                "return !!document.querySelector('.ql-search [role=status]')?.textContent",
            )
            .await;
            assert!(!page.sees("#crash").await);
        }
        page.type_into(SEARCH, "").await;
        check.add_unknown_medicine(RIGHT_TO_LEFT).await;
        check.reload().await;
        assert!(page.text("main").await.contains(RIGHT_TO_LEFT));
    });
}

#[test]
fn a_question_that_must_be_answered_says_so() {
    in_browser(PHONE, async |page| {
        let check = Check::open(page).await;
        check.start().await;
        check.continue_with_errors().await;
        assert!(page.title_has_error().await);
        assert_eq!(page.js("return document.activeElement.id").await, json!("errors"));
        page.click("#errors a").await;
        let focused = "return document.activeElement.name === 'who'";
        page.wait_for("the focus on the first choice", focused).await;
        assert_eq!(check.place().await, "who", "a link in the summary moves the focus, not the page");
        check.choose("who", "me").await;
        check.continue_().await;
        assert!(!page.title_has_error().await);
    });
}

#[test]
fn an_address_that_does_not_exist_says_so_and_never_crashes() {
    in_browser(PHONE, async |page| {
        for path in
            ["/#/nowhere", "/#/check/", "/#/check/nothing", "/#/check/%F0%9F%A6%B5", "/#/%", "/#/check/../result"]
        {
            page.go("about:blank").await;
            Check::open_at(page, path).await;
            page.see("main h1").await;
            assert!(page.sees("main a[href='#/']").await, "{path}: no way home");
            assert!(!page.sees("#crash").await, "{path}");
        }
    });
}
