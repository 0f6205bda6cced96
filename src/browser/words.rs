//! The idle-loaded words: one file of our own site, fetched by everyone soon after the start,
//! whatever they do, so that the host's log never shows what somebody looked at.

use crate::content::text::{IDLE_FILE, load_idle};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The text of a file of our own site, which `boot.js` keeps for the build that may follow; `again` fetches it anew.
    #[wasm_bindgen(js_namespace = quietLegs, catch)]
    fn text(address: &str, again: bool) -> Result<js_sys::Promise, JsValue>;
}

thread_local! {
    /// What came last was another text than the words.
    static WRONG: Cell<bool> = const { Cell::new(false) };
}

/// Fetches the words, and calls back with whether they came. If they did not, try again later.
pub fn fetch_then(call: impl FnOnce(bool) + 'static) {
    wasm_bindgen_futures::spawn_local(async move { call(fetch().await) });
}

async fn fetch() -> bool {
    let Ok(promise) = text(&format!("./{IDLE_FILE}"), WRONG.get()) else { return false };
    let came = JsFuture::from(promise).await.ok().and_then(|text| text.as_string());
    let wrong = came.map(|text| load_idle(text).is_err());
    WRONG.set(wrong == Some(true));
    wrong == Some(false)
}
