//! The check as a person meets it: one method for each thing they can do.
//!
//! The only file that knows how the markup names things. A step waits until the next page is there: another address,
//! its title set and the focus on its heading.

use super::page::Page;
use super::pages::{self, Field};
use super::plan::Plan;
use serde_json::json;

/// The check in a tab.
pub struct Check<'a> {
    /// The tab.
    pub page: &'a Page,
}

/// Where the tab is: the hash without `#/check/`, or the whole hash elsewhere.
const WHERE: &str = "return location.hash.replace('#/check/', '') || '#/'";

impl<'a> Check<'a> {
    /// Opens the first page and waits until the app has taken over.
    pub async fn open(page: &'a Page) -> Self {
        Self::open_at(page, "/").await
    }

    /// Opens an address of the site and waits until the app has taken over.
    pub async fn open_at(page: &'a Page, path: &str) -> Self {
        page.open(path).await;
        let check = Self { page };
        check.running().await;
        check
    }

    /// Waits until the app has taken over.
    pub async fn running(&self) {
        self.page.wait_for("the app to take over", RUNNING).await;
    }

    /// Where the tab is.
    pub async fn place(&self) -> String {
        self.page.js_text(WHERE).await
    }

    /// Loads the page again, and waits until the app has taken over.
    pub async fn reload(&self) {
        self.page.reload().await;
        self.running().await;
    }

    /// Taps "Start now" and waits for the first question.
    pub async fn start(&self) {
        self.step(START).await;
    }

    /// Opens the first page, starts, and answers up to a page.
    pub async fn begin(page: &'a Page, plan: &Plan, until: &str) -> Self {
        let check = Self::open(page).await;
        check.start().await;
        check.answer_until(plan, until).await;
        check
    }

    /// Taps something that leads to another page, and waits for that page.
    pub async fn step(&self, css: &str) {
        let before = self.page.js("return [location.hash, document.title]").await;
        self.page.click(css).await;
        self.arrived(&before).await;
    }

    /// Waits for a page that is not the one of before.
    async fn arrived(&self, before: &serde_json::Value) {
        let script = "return location.hash !== arguments[0][0] && document.title !== arguments[0][1]
            && document.activeElement?.localName === 'h1'";
        let what = format!("the page after {before}, with the focus on its heading");
        self.page.wait_with(&what, script, vec![before.clone()]).await;
    }

    /// Taps "Continue" and waits for the next page.
    pub async fn continue_(&self) {
        self.step(CONTINUE).await;
    }

    /// Taps "Continue" and waits for the error summary.
    pub async fn continue_with_errors(&self) {
        // An earlier summary may still be there: the new one takes the focus.
        self.page.js("document.activeElement?.blur()").await;
        self.page.click(CONTINUE).await;
        let focused = "return document.activeElement?.matches(arguments[0])";
        self.page.wait_with("the focus on the error summary", focused, vec![json!(ERRORS)]).await;
    }

    /// Taps the link back.
    pub async fn back(&self) {
        self.step(".ql-back").await;
    }

    /// Uses the browser's Back or Forward button.
    pub async fn history(&self, steps: i32) {
        let before = self.page.js("return [location.hash, document.title]").await;
        self.page.js(&format!("history.go({steps})")).await;
        let script = "return location.hash !== arguments[0][0] && document.title !== arguments[0][1]";
        self.page.wait_with("the page of the browser's history", script, vec![before]).await;
    }

    /// Chooses one of several.
    pub async fn choose(&self, field: &str, code: &str) {
        self.page.click(&option(field, code)).await;
    }

    /// Ticks or unticks a box.
    pub async fn tick(&self, prefix: &str, code: &str) {
        let css = tickbox(prefix, code);
        if !self.page.sees(&css).await && self.page.sees(MORE).await {
            self.page.click(MORE).await;
        }
        self.page.click(&css).await;
    }

    /// Types an answer.
    pub async fn type_(&self, field: &str, text: &str) {
        self.page.type_into(&input(field), text).await;
    }

    /// What stands in an input.
    pub async fn typed(&self, field: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.value ?? 'no such input'";
        let value = self.page.js_with(script, vec![json!(input(field))]).await;
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Whether a choice is chosen.
    pub async fn is_chosen(&self, field: &str, code: &str) -> bool {
        self.page.sees(&format!("{}:has(:checked)", option(field, code))).await
    }

    /// Adds a medicine by typing part of its name and tapping the name found.
    pub async fn add_medicine(&self, typed: &str, name: &str) {
        self.page.type_into(SEARCH, typed).await;
        let script = "const found = [...document.querySelectorAll('.ql-result')]
                .find(b => b.querySelector('.ql-name')?.textContent.trim() === arguments[0]);
            found?.setAttribute('data-found', ''); return !!found";
        self.page.wait_with(&format!("{name} among the medicines found"), script, vec![json!(name)]).await;
        self.page.click(".ql-result[data-found]").await;
        let script =
            "return [...document.querySelectorAll('.ql-listed')].some(l => l.innerText.includes(arguments[0]))";
        self.page.wait_with(&format!("{name} on the list"), script, vec![json!(name)]).await;
    }

    /// Adds a name that nothing is known about, as typed.
    pub async fn add_unknown_medicine(&self, typed: &str) {
        self.page.type_into(SEARCH, typed).await;
        self.page.click(ADD_AS_TYPED).await;
        let script =
            "return [...document.querySelectorAll('.ql-listed')].some(l => l.innerText.includes(arguments[0]))";
        self.page.wait_with(&format!("{typed} on the list"), script, vec![json!(typed)]).await;
    }

    /// Goes to the first page by the name at the top.
    pub async fn open_start(&self) {
        self.step(".ql-wordmark").await;
    }

    /// Goes to "Your data", from whatever page is in front.
    pub async fn to_data(&self) {
        self.step(TO_DATA).await;
    }

    /// Answers what the page in front asks, as far as the plan says.
    pub async fn answer_page(&self, plan: &Plan) {
        let page = pages::page(&self.place().await);
        if page.kind == "medicines" {
            for (typed, name) in &plan.medicines {
                self.add_medicine(typed, name).await;
            }
        }
        let mut done: Vec<&str> = Vec::new();
        for field in &page.fields {
            if !done.contains(&field.prefix.as_str()) {
                self.answer_field(field, plan).await;
            }
            done.push(&field.prefix);
        }
    }

    async fn answer_field(&self, field: &Field, plan: &Plan) {
        match field.kind.as_str() {
            "checkboxes" => {
                for (code, _) in plan.under(&field.prefix) {
                    self.tick(&field.prefix, code).await;
                }
            }
            "month_year" => {
                for part in ["month", "year"].map(|part| format!("{}_{part}", field.id)) {
                    if let Some(text) = plan.get(&part) {
                        self.type_(&part, text).await;
                    }
                }
            }
            "number" | "text" => {
                if let Some(text) = plan.get(&field.id) {
                    self.type_(&field.id, text).await;
                }
            }
            _ if field.id.is_empty() => {
                for (code, value) in plan.under(&field.prefix) {
                    self.choose(&format!("{}.{code}", field.prefix), value).await;
                }
            }
            _ => {
                if let Some(code) = plan.get(&field.id) {
                    self.choose(&field.id, code).await;
                }
            }
        }
    }

    /// Answers page after page until one is in front; gives the pages left behind.
    pub async fn answer_until(&self, plan: &Plan, until: &str) -> Vec<String> {
        self.walk(plan, until, async |_| {}).await
    }

    /// As [`Self::answer_until`], and looks at each answered page, the last one too, before going on.
    pub async fn walk(&self, plan: &Plan, until: &str, mut look: impl AsyncFnMut(&str)) -> Vec<String> {
        let mut seen = Vec::new();
        loop {
            let place = self.place().await;
            if place == until {
                look(&place).await;
                return seen;
            }
            assert!(!seen.contains(&place), "the page \"{place}\" came twice, after {seen:?}");
            assert!(!place.starts_with("#/"), "left the check for {place} before \"{until}\", after {seen:?}");
            self.answer_page(plan).await;
            look(&place).await;
            seen.push(place);
            self.continue_().await;
        }
    }

    /// Answers everything and opens the result.
    pub async fn result(page: &'a Page, plan: &Plan) -> Self {
        let check = Self::begin(page, plan, "answers").await;
        check.continue_().await;
        check
    }
}

/// True once the app's own page stands where the static one stood.
pub const RUNNING: &str =
    "return document.documentElement.dataset.boot === 'on' && !!document.querySelector('#main h1')";
/// "Start now".
pub const START: &str = "#main a.ql-button";
/// "Continue", on every page of the check.
pub const CONTINUE: &str = "main button.ql-button[type=submit]";
/// The error summary.
pub const ERRORS: &str = "#errors";
/// The box to type a medicine's name into.
pub const SEARCH: &str = ".ql-search input";
/// "No, forget them when I close".
pub const DO_NOT_KEEP: &str = "label:has(input[name=keep][value=no])";
/// Says that nothing can be kept.
pub const NOT_SAVED: &str = ".ql-banner.is-strong";
/// Says that another tab changed something.
pub const OTHER_TAB: &str = ".ql-banner:not(.is-strong)";
/// The button to the night view and back.
pub const THEME: &str = "header .ql-theme";
/// The way to "Your data", on every page.
pub const TO_DATA: &str = "a[href='#/data']";
/// "Delete everything", which asks first.
pub const DELETE_EVERYTHING: &str = "main a[href='#/data/delete']";
/// "Yes, delete everything".
pub const YES_DELETE: &str = ".ql-interrupt .ql-button.is-delete";
/// Opens the medicines by group.
pub const GROUPS: &str = "main .ql-disclose[aria-expanded=false]";
/// Adds what was typed although it is not known.
pub const ADD_AS_TYPED: &str = ".ql-search .ql-found .ql-link";
/// The button behind which rarer choices stand.
pub const MORE: &str = "main .ql-disclose[aria-expanded=false]";

/// The label to tap for one of several choices.
pub fn option(field: &str, code: &str) -> String {
    format!("label:has(input[name='{field}'][value='{code}'])")
}

/// The label to tap for a box.
pub fn tickbox(prefix: &str, code: &str) -> String {
    format!("label:has(input[name='{prefix}.{code}'])")
}

/// An input to type into.
pub fn input(field: &str) -> String {
    format!("main input[name='{field}']")
}
