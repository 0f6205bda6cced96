//! Printing a page that stands inside another site: in a tab of its own, because some browsers would print the host's.
//!
//! The tab is empty and of this site: it gets the styles, the heading and the parts to print, as they stand, and asks no
//! server for anything. Nothing on it works but the browser's own commands.

use super::{document, in_frame, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement, Window};

/// What a page has for the screen alone.
const NOT_PRINTED: &str = ".ql-screen, .ql-buttons, .ql-control, .ql-back, .ql-banners, button";

/// Prints this page; inside another site, what `selector` finds of it, in a tab of its own. Where no tab may be opened
/// the browser's own way is left.
pub fn print(selector: &str) {
    if !in_frame() || opened(selector).is_none() {
        super::print();
    }
}

fn opened(selector: &str) -> Option<()> {
    let here = document()?;
    let shown: Vec<Element> = [found(&here, "main h1"), found(&here, selector)].into_iter().flatten().collect();
    let tab = window()?.open_with_url_and_target("", "_blank").ok()??;
    let there = tab.document()?;
    let styles = here.query_selector("link[rel=stylesheet]").ok()??;
    fill(&there, &here, &shown)?;
    print_once_styled(&there, &styles, tab)
}

fn found(page: &Document, selector: &str) -> Option<Element> {
    page.query_selector(selector).ok()?
}

fn fill(there: &Document, here: &Document, shown: &[Element]) -> Option<()> {
    let language = here.document_element()?.get_attribute("lang").unwrap_or_default();
    there.document_element()?.set_attribute("lang", &language).ok()?;
    there.set_title(&here.title());
    let main = there.create_element("main").ok()?;
    main.set_class_name("ql-main");
    for part in shown {
        let copy = there.import_node_with_deep(part, true).ok()?;
        main.append_child(&copy).ok()?;
    }
    let extra = main.query_selector_all(NOT_PRINTED).ok()?;
    for at in 0..extra.length() {
        // What belongs to another window is no `Element` of this one to a checked cast.
        if let Some(node) = extra.item(at) {
            node.unchecked_into::<Element>().remove();
        }
    }
    let frame = there.create_element("div").ok()?;
    frame.set_class_name("ql-frame");
    frame.append_child(&main).ok()?;
    there.body()?.append_child(&frame).ok()?;
    Some(())
}

/// Styles first, then the printer: without them the page would be a heap of words.
fn print_once_styled(there: &Document, styles: &Element, tab: Window) -> Option<()> {
    let link: HtmlElement = there.import_node_with_deep(styles, true).ok()?.unchecked_into();
    // An empty tab has no address of its own that a relative one could begin from.
    let href = js_sys::Reflect::get(styles, &"href".into()).ok()?.as_string()?;
    link.set_attribute("href", &href).ok()?;
    let print = Closure::once_into_js(move || {
        let _ = tab.print();
    });
    link.set_onload(Some(print.unchecked_ref()));
    there.head()?.append_child(&link).ok()?;
    Some(())
}
