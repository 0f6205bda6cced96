//! Title, scroll position and focus.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// Sets the title of the page.
pub fn title(text: &str) {
    if let Some(document) = super::document() {
        document.set_title(text);
    }
}

/// Scrolls to the top.
pub fn top() {
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves focus to the first element a selector finds; says whether there was one.
pub fn to(selector: &str) -> bool {
    let found = super::document().and_then(|d| d.query_selector(selector).ok().flatten());
    match found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        Some(element) => element.focus().is_ok(),
        None => false,
    }
}

/// Moves focus to the element with this id, and brings it into view.
pub fn to_id(id: &str) {
    let found = super::document().and_then(|d| d.get_element_by_id(id));
    if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Selects all of a text that stands in the field with this id, from its beginning, and brings it into view.
pub fn select(id: &str) {
    let found = super::document().and_then(|d| d.get_element_by_id(id));
    if let Some(field) = found.and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok()) {
        field.scroll_into_view();
        let _ = field.focus();
        field.select();
        field.set_scroll_top(0);
    }
}

/// The `name` of the input that has the focus.
pub fn name() -> Option<String> {
    super::document()?.active_element()?.get_attribute("name")
}

/// Runs something once the screen has been drawn.
pub fn after_drawing(run: impl FnOnce() + 'static) {
    super::clock::after(0, run);
}
