//! The only room that touches the web: storage, clock, address, focus, theme, files of our own site.
//!
//! Each web API hides behind a small function that can fail and never panics.

pub mod clinic;
pub mod clock;
pub mod crypto;
pub mod embed;
pub mod files;
pub mod focus;
pub mod keeping;
pub mod location;
pub mod panic;
pub mod paper;
pub mod storage;
pub mod theme;
pub mod whole;
pub mod words;

use web_sys::{Document, Window};

/// The window, if there is one.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The page.
pub fn document() -> Option<Document> {
    window().and_then(|w| w.document())
}

/// Where the app is drawn, emptied of the static first screen.
pub fn place() -> Option<web_sys::HtmlElement> {
    let place = document()?.get_element_by_id("app")?;
    place.set_text_content(None);
    wasm_bindgen::JsCast::dyn_into(place).ok()
}

/// Whether the page stands in a frame of another page.
pub fn in_frame() -> bool {
    let Some(window) = window() else { return false };
    match window.parent() {
        Ok(Some(parent)) => !js_sys::Object::is(parent.as_ref(), window.as_ref()),
        _ => true,
    }
}

/// Whether the page stands in a frame whose host took its origin away. Such a frame seldom lets a file out, and
/// nobody is told when it does not.
pub fn is_sandboxed() -> bool {
    window().is_some_and(|window| window.origin() == "null")
}

/// Whether the page was put on the home screen and opened from there.
pub fn is_installed() -> bool {
    let Some(window) = window() else { return false };
    let asked = window.match_media("(display-mode: standalone)").ok().flatten();
    asked.is_some_and(|answer| answer.matches())
}

/// Opens the print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}
