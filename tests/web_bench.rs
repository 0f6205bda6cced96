//! How long a keystroke in the medicine search takes in the wasm build, inside a real browser: `make bench`.
//!
//! Prints and asserts nothing about time. A browser's clock moves in steps of 0.1 ms where pages are not isolated, so
//! single keystrokes are told no finer; the mean is that of all together.
#![cfg(target_arch = "wasm32")]

mod keystrokes;

use keystrokes::{ROUNDS, Times};
use quiet_legs::content::names::prepare;
use quiet_legs::content::text::{IDLE_TEXT, load_idle};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_keystroke_in_the_medicine_search() {
    assert_eq!(load_idle(IDLE_TEXT.to_owned()), Ok(()));
    let begun = now();
    prepare();
    console_log!("the index of names in the browser, built when the box is drawn: {:.1} ms", now() - begun);
    let typed = keystrokes::all();
    assert!(typed.len() > 1000);
    let Times { mean, late, slowest, longest } = keystrokes::time(&typed, now);
    console_log!(
        "a keystroke, wasm: {} of them, mean {:.1} us, 99 in 100 within {late:.1} ms, slowest {slowest:.1} ms \
         (each by its quickest of {ROUNDS} rounds; the longest of all {longest:.1} ms)",
        typed.len(),
        mean * 1000.0
    );
}

/// `performance.now()`, in ms.
fn now() -> f64 {
    let performance = js_sys::Reflect::get(&js_sys::global(), &"performance".into()).unwrap_or_default();
    let now = js_sys::Reflect::get(&performance, &"now".into()).unwrap_or_default();
    let now = now.dyn_ref::<js_sys::Function>().and_then(|now| now.call0(&performance).ok());
    now.and_then(|ms| ms.as_f64()).unwrap_or_default()
}
