//! The other build of the app, which has every screen: `boot.js` fetches it when idle and starts it in place of this one.
//! What only the memory of this page holds is handed over, because storage may be blocked.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = quietLegs, js_name = start, catch)]
    fn start_whole(check: &str, settings: &str) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(js_namespace = quietLegs, js_name = handed, catch)]
    fn handed_over() -> Result<JsValue, JsValue>;
}

/// Starts it with the check and the settings as texts, and calls back with whether it runs.
pub fn start(check: String, settings: String, call: impl FnOnce(bool) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        let started = match start_whole(&check, &settings) {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        };
        call(started);
    });
}

/// What the first build handed over: the check and the settings. Once only.
pub fn handed() -> Option<[String; 2]> {
    let both: js_sys::Array = handed_over().ok()?.dyn_into().ok()?;
    Some([both.get(0).as_string()?, both.get(1).as_string()?])
}
