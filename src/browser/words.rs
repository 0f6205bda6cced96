//! The idle-loaded words: one file of our own site, fetched by everyone soon after the start,
//! whatever they do, so that the host's log never shows what somebody looked at.

use crate::content::text::{IDLE_FILE, load_idle};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Fetches the words, and calls back with whether they came. If they did not, try again later.
pub fn fetch_then(call: impl FnOnce(bool) + 'static) {
    wasm_bindgen_futures::spawn_local(async move { call(fetch().await) });
}

async fn fetch() -> bool {
    let Some(window) = super::window() else { return false };
    let Ok(answer) = JsFuture::from(window.fetch_with_str(&format!("./{IDLE_FILE}"))).await else { return false };
    let Ok(answer) = answer.dyn_into::<Response>() else { return false };
    let Some(text) = answer.ok().then(|| answer.text().ok()).flatten() else { return false };
    match JsFuture::from(text).await.ok().and_then(|t| t.as_string()) {
        Some(text) => load_idle(text).is_ok(),
        None => false,
    }
}
