//! The result as a person reads it.

use super::page::Page;
use serde_json::json;

/// The verdict sentence.
pub async fn verdict(page: &Page) -> String {
    page.text(".ql-verdict").await
}

/// The care cards from the top, in words.
pub async fn care_cards(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('main .ql-care')].map(c => c.innerText)";
    let cards = page.js(script).await;
    cards.as_array().into_iter().flatten().map(folded).collect()
}

/// Everything that stands on the page, opened or not.
pub async fn everything(page: &Page) -> String {
    folded(&page.js("return document.querySelector('main').textContent").await)
}

/// A finding by its name, after its "Why it says this" was opened.
pub async fn finding(page: &Page, name: &str) -> String {
    let script = "const found = [...document.querySelectorAll('.ql-finding')]
            .find(f => f.querySelector('h3')?.textContent.trim() === arguments[0]);
        found?.setAttribute('data-found', ''); return !!found";
    page.wait_with(&format!("a finding about {name}"), script, vec![json!(name)]).await;
    page.click(".ql-finding[data-found] .ql-disclose[aria-expanded=false]").await;
    page.see(".ql-finding[data-found] .ql-disclosed").await;
    let text = page.text(".ql-finding[data-found]").await;
    page.js("document.querySelector('[data-found]').removeAttribute('data-found')").await;
    text
}

/// Rows of the table of the five points: point, answer, how it counts.
pub async fn points(page: &Page) -> Vec<[String; 3]> {
    let script =
        "return [...document.querySelectorAll('.ql-why tbody tr')].map(r => [...r.cells].map(c => c.innerText))";
    let rows = page.js(script).await;
    let cells = |row: &serde_json::Value| [0, 1, 2].map(|i| row.get(i).map(folded).unwrap_or_default());
    rows.as_array().into_iter().flatten().map(cells).collect()
}

/// Whether the first of two elements comes before the second on the page.
pub async fn comes_before(page: &Page, first: &str, second: &str) -> bool {
    let script = "const [a, b] = [...arguments].map(css => document.querySelector(css));
        return !!(a && b && a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING)";
    page.js_with(script, vec![json!(first), json!(second)]).await == json!(true)
}

fn folded(text: &serde_json::Value) -> String {
    text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
