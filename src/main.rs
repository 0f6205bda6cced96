//! Starts the app in the browser. A native build has no screens: see `examples/`.

#[cfg(target_arch = "wasm32")]
fn main() {
    quiet_legs::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
