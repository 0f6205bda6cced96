//! The theme of the page: `data-theme` on `<html>` and the colour of the browser's own frame.

use crate::records::settings::Theme;
use wasm_bindgen::JsCast;

/// Gives one element values for custom properties of the style sheet; without values ours hold again.
pub fn paint<const N: usize>(id: &str, names: &[&str; N], values: Option<[&str; N]>) {
    let found = super::document().and_then(|document| document.get_element_by_id(id));
    let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    let style = element.style();
    for (at, name) in names.iter().enumerate() {
        let value = values.and_then(|values| values.get(at).copied());
        let _ = match value {
            Some(value) => style.set_property(name, value),
            None => style.remove_property(name).map(drop),
        };
    }
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
            if let Some(meta) = metas.get(at) {
                if let Ok(meta) = meta.dyn_into::<web_sys::Element>() {
                    let _ = meta.set_attribute("content", colour.trim());
                }
            }
        }
    }
}
