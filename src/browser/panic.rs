//! What happens when the app breaks: a plain message that is already in the page is shown.

/// Logs the panic to the console and shows `#crash`.
pub fn hook() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let Some(document) = super::document() else { return };
        if let Some(message) = document.get_element_by_id("crash") {
            let _ = message.remove_attribute("hidden");
        }
        if let Some(app) = document.get_element_by_id("app") {
            let _ = app.set_attribute("hidden", "");
        }
    }));
}
