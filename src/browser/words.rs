//! The idle-loaded words: two files of our own site, fetched by everyone soon after the start,
//! whatever they do, so that the host's log never shows what somebody looked at.

use crate::content::text::{IDLE_FILE, LEARN_FILE, WrongIdleFile, load_idle, load_learn};
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
    /// What came last was another text than the words, of either file.
    static WRONG: [Cell<bool>; 2] = const { [Cell::new(false), Cell::new(false)] };
}

/// Fetches the words, and calls back with whether they came. If they did not, try again later. Those of the pages to
/// read are asked for then, and kept by `boot.js` for the build that has those pages.
pub fn fetch_then(call: impl FnOnce(bool) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        call(fetch(0, IDLE_FILE, load_idle).await);
        let _ = text(&format!("./{LEARN_FILE}"), false);
    });
}

/// The same for the words of the pages to read.
pub fn learn_then(call: impl FnOnce(bool) + 'static) {
    wasm_bindgen_futures::spawn_local(async move { call(fetch(1, LEARN_FILE, load_learn).await) });
}

async fn fetch(which: usize, file: &str, load: fn(String) -> Result<(), WrongIdleFile>) -> bool {
    let again = WRONG.with(|wrong| wrong.get(which).is_some_and(Cell::get));
    let Ok(promise) = text(&format!("./{file}"), again) else { return false };
    let came = JsFuture::from(promise).await.ok().and_then(|text| text.as_string());
    let wrong = came.map(|text| load(text).is_err());
    WRONG.with(|of| of.get(which).inspect(|of| of.set(wrong == Some(true))).is_some() && wrong == Some(false))
}
