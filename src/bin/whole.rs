//! Starts the whole app in the browser: the check, and the screens that the first build leaves out
//! (docs/decisions/0010-two-builds.md). A native build has no screens.

#[cfg(target_arch = "wasm32")]
fn main() {
    quiet_legs::ui::start(Some(&quiet_legs::ui::whole::REST));
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
