//! Standing inside a clinic's website: who the host is, and handing something over to it.
//!
//! `frame.js` talks with the host about height and page, and notes the host's origin once the host has said hello. Here
//! is the one other message, which carries what the person chose to show. It goes to the origin it is given and to no
//! other: the browser throws it away where another page is around this one.

use js_sys::{Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

const SOURCE: &str = "quiet-legs";
const VERSION: f64 = 1.0;

/// Whether the page was asked for as part of another site (`?embed=1`).
pub fn is_embedded() -> bool {
    root().is_some_and(|root| root.has_attribute("data-embed"))
}

/// The origin of the page around this one, once it has said hello.
pub fn host() -> Option<String> {
    root()?.get_attribute("data-host")
}

fn root() -> Option<web_sys::Element> {
    super::document()?.document_element()
}

/// Hands a text over to the page around this one, if that page is of this origin, and calls back when it says that it
/// has it. `None` where there is no such page.
pub fn hand_over(origin: &str, format: &str, content: &str, taken: impl Fn() + 'static) -> Option<()> {
    let window = super::window()?;
    if !super::in_frame() {
        return None;
    }
    let id = format!("{:016x}", super::crypto::random());
    wait_for_receipt(origin.to_owned(), id.clone(), taken);
    let message = Object::new();
    let texts = [("source", SOURCE), ("type", "handover"), ("id", &id), ("format", format), ("content", content)];
    for (name, text) in texts {
        Reflect::set(&message, &name.into(), &text.into()).ok()?;
    }
    Reflect::set(&message, &"version".into(), &VERSION.into()).ok()?;
    window.parent().ok()??.post_message(&message, origin).ok()
}

/// Listens for the receipt of what was handed over last.
fn wait_for_receipt(origin: String, id: String, taken: impl Fn() + 'static) {
    type Listener = Closure<dyn Fn(MessageEvent)>;
    thread_local! {
        static WAITING: RefCell<Option<Listener>> = const { RefCell::new(None) };
    }
    let Some(window) = super::window() else { return };
    let listener = Listener::new(move |event: MessageEvent| {
        if is_receipt(&event, &origin, &id) {
            taken();
        }
    });
    WAITING.with(|waiting| {
        let before = waiting.borrow_mut().take();
        if let Some(before) = &before {
            let _ = window.remove_event_listener_with_callback("message", before.as_ref().unchecked_ref());
        }
        let _ = window.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
        *waiting.borrow_mut() = Some(listener);
    });
}

fn is_receipt(event: &MessageEvent, origin: &str, id: &str) -> bool {
    let parent = super::window().and_then(|window| window.parent().ok().flatten());
    let from_parent = parent.is_some_and(|parent| {
        Reflect::get(event, &"source".into()).is_ok_and(|source| Object::is(&source, parent.as_ref()))
    });
    let data = event.data();
    let says = |name: &str, wanted: JsValue| Reflect::get(&data, &name.into()).is_ok_and(|value| value == wanted);
    from_parent
        && event.origin() == origin
        && says("source", SOURCE.into())
        && says("version", VERSION.into())
        && says("type", "received".into())
        && says("id", id.into())
}
