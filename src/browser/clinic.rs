//! What `boot.js` read of `clinic.json`, the colours a clinic wants, and lines for whoever set the site up.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = quietLegs, js_name = clinic)]
    static CLINIC: wasm_bindgen::JsValue;
    #[wasm_bindgen(js_namespace = console)]
    fn warn(text: &str);
}

/// The text of the file; empty where there is none.
pub fn text() -> String {
    CLINIC.with(|text| text.as_string()).unwrap_or_default()
}

/// Sets a variable of the style sheet, where the page's policy allows no style of its own.
pub fn set_variable(name: &str, value: &str) {
    let root = super::document().and_then(|page| page.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = root.style().set_property(name, value);
    }
}

/// A line in the browser's console, for whoever set the site up.
pub fn tell(text: &str) {
    warn(text);
}
