//! The address behind `#`: reading, going, listening. Other listeners of the window live here too.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::StorageEvent;

/// The address from `#` on.
pub fn hash() -> String {
    super::window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// The whole address.
pub fn href() -> String {
    super::window().and_then(|w| w.location().href().ok()).unwrap_or_default()
}

/// Goes to an address, as a step that Back undoes.
pub fn go(href: &str) {
    if let Some(window) = super::window() {
        let _ = window.location().set_hash(href);
    }
}

/// Goes to an address in place of this one: Back then leads past this screen.
pub fn replace(href: &str) {
    if let Some(window) = super::window() {
        let _ = window.location().replace(href);
    }
}

/// Calls back whenever the address changes, for as long as the page lives.
pub fn on_change(call: impl Fn() + 'static) {
    listen("hashchange", move |_| call());
}

/// Calls back when another tab changed what is kept: the key, or `None` when all was cleared.
pub fn on_other_tab(call: impl Fn(Option<String>) + 'static) {
    listen("storage", move |event| {
        if let Ok(event) = event.dyn_into::<StorageEvent>() {
            call(event.key());
        }
    });
}

fn listen(name: &str, call: impl Fn(web_sys::Event) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(call);
    if let Some(window) = super::window() {
        let _ = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}
