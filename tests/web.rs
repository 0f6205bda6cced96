//! Parts of the screens and the doors to the browser, inside a real browser.
#![cfg(target_arch = "wasm32")]

use quiet_legs::browser::storage;
use quiet_legs::browser::{clock, document};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_text_that_was_kept_is_read_back_and_can_be_removed() {
    let key = "quiet-legs.check";
    assert_eq!(storage::write(key, "{\"typed\": \"4o5\"}"), Ok(()));
    assert_eq!(storage::read(key), Ok(Some("{\"typed\": \"4o5\"}".to_owned())));
    assert_eq!(storage::remove(key), Ok(()));
    assert_eq!(storage::read(key), Ok(None));
}

#[wasm_bindgen_test]
fn today_is_a_day_of_this_century() {
    assert!((2000..2100).contains(&clock::today().year()));
}

#[wasm_bindgen_test]
fn the_page_is_there() {
    assert!(document().is_some());
}
