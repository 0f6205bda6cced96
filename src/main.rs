//! Starts the check in the browser, without the screens that are fetched when idle (`bin/whole.rs`). A native build has
//! no screens: see `examples/`.

#[cfg(target_arch = "wasm32")]
fn main() {
    quiet_legs::ui::start(None);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
