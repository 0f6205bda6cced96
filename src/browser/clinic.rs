//! What `boot.js` read of `clinic.json`, and lines for whoever set the site up.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = quietLegs, js_name = clinic)]
    static CLINIC: wasm_bindgen::JsValue;
    #[wasm_bindgen(js_namespace = console)]
    fn warn(text: &str);
}

/// The text of the file; `None` where it did not come.
pub fn text() -> Option<String> {
    CLINIC.with(|text| text.as_string())
}

/// A line in the browser's console, for whoever set the site up.
pub fn tell(text: &str) {
    warn(text);
}
