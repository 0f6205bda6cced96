//! The one place that asks the device for the time.

use crate::date::Date;
use crate::diary::clock::{Clock, Stamp};

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

/// The time on the wall.
pub fn now() -> Clock {
    let now = js_sys::Date::new_0();
    Clock::from_minutes(now.get_hours() * 60 + now.get_minutes())
}

/// Now, for putting edits in order. A clock of the device that shows no sensible time gives the first second there is.
pub fn edit_stamp() -> Stamp {
    let seconds = js_sys::Date::now() / 1000.0;
    // Whole seconds up to the year 9000 fit both ways.
    Stamp::from_seconds(if (0.0..2.2e11).contains(&seconds) { seconds as i64 } else { 0 })
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

/// A moment in universal time (`2026-11-24T02:41:09Z`) as day and time on the device; `None` when it is none.
pub fn local(moment: &str) -> Option<(Date, String)> {
    let then = js_sys::Date::new(&moment.into());
    let number = |value: u32| u8::try_from(value).ok();
    let year = u16::try_from(then.get_full_year()).ok()?;
    // Of what is no moment every part is NaN, which becomes 0.
    let day = Date::new(year, number(then.get_month() + 1)?, number(then.get_date())?)?;
    Some((day, format!("{:02}:{:02}", then.get_hours(), then.get_minutes())))
}
