//! What stands there while the rest of the app is fetched, and what to do when it does not come.

use crate::content::text::ui::wait;
use crate::ui::element::{El, el, say};
use crate::ui::parts::{button, heading};
use crate::ui::state::{App, Whole};
use leptos::prelude::*;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    let draw = move || {
        if app.device.with(|device| device.whole != Whole::Failed) {
            return vec![say("p", "ql-hint", wait::TEXT).attr("role", "status")];
        }
        let retry = button("ql-button is-second", move || app.start_whole()).words(wait::RETRY);
        vec![el("div", "ql-panel").attr("role", "alert").child(say("p", "", wait::FAILED)).child(retry)]
    };
    vec![heading(wait::TITLE), el("div", "").block(draw)]
}
