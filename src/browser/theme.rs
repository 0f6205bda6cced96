//! The theme of the page: `data-theme` on `<html>` and the colour of the browser's own frame.

use crate::records::settings::Theme;
use wasm_bindgen::JsCast;

/// Gives the element a selector finds a value for a custom property of the style sheet; without one ours holds again.
pub fn paint(selector: &str, name: &str, value: Option<&str>) {
    let found = super::document().and_then(|page| page.query_selector(selector).ok().flatten());
    let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    let style = element.style();
    let _ = match value {
        Some(value) => style.set_property(name, value),
        None => style.remove_property(name).map(drop),
    };
}

/// Shows a theme. The style sheet does the rest.
pub fn show(theme: Theme) {
    let Some(document) = super::document() else { return };
    if let Some(root) = document.document_element() {
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            other => root.set_attribute("data-theme", other.code()),
        };
    }
    let colour = super::window()
        .zip(document.document_element())
        .and_then(|(w, root)| w.get_computed_style(&root).ok().flatten())
        .and_then(|style| style.get_property_value("--bg").ok());
    if let (Some(colour), Ok(metas)) = (colour, document.query_selector_all("meta[name=theme-color]")) {
        for at in 0..metas.length() {
            if let Some(Ok(meta)) = metas.get(at).map(|meta| meta.dyn_into::<web_sys::Element>()) {
                let _ = meta.set_attribute("content", colour.trim());
            }
        }
    }
}
