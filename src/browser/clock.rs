//! The one place that asks the device for the time.

use crate::date::Date;

/// Today's civil date on the device.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).unwrap_or(1);
    let month = u8::try_from(now.get_month() + 1).unwrap_or(1);
    let day = u8::try_from(now.get_date()).unwrap_or(1);
    Date::literal(year, month, day)
}

/// Calls back after so many milliseconds.
pub fn after(milliseconds: i32, call: impl FnOnce() + 'static) {
    let closure = wasm_bindgen::closure::Closure::once_into_js(call);
    if let Some(window) = super::window() {
        let function = wasm_bindgen::JsCast::unchecked_ref(&closure);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds);
    }
}

/// `02:41`, local.
pub fn time() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// `2026-11-24T02:41`, local: when something was saved.
pub fn saved() -> String {
    format!("{}T{}", today(), time())
}

/// `20261124T024109123`, local: a name that nothing else has, for texts set aside.
pub fn stamp() -> String {
    let now = js_sys::Date::new_0();
    let day: String = today().to_string().split('-').collect();
    format!("{day}T{:02}{:02}{:02}{:03}", now.get_hours(), now.get_minutes(), now.get_seconds(), now.get_milliseconds())
}
