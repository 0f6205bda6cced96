//! How long a keystroke in the medicine search takes natively: `make bench`, beside the same in a browser.
//!
//! Types every name letter by letter, as tests/web_bench.rs does with the wasm build, and prints microseconds.

// A stopwatch: only the core has no clock.
#![allow(clippy::disallowed_methods)]

#[path = "../tests/keystrokes/mod.rs"]
mod keystrokes;

use keystrokes::{ROUNDS, Times};
use quiet_legs::content::names::prepare;
use std::time::Instant;

fn main() {
    let begun = Instant::now();
    let micros = || begun.elapsed().as_nanos() as f64 / 1000.0;
    prepare();
    println!("the index of names, native: {:.1} ms", micros() / 1000.0);
    measure("a keystroke, native", &keystrokes::all(), micros);
    // Nothing fits, so all is compared.
    let backwards: Vec<String> = keystrokes::names().iter().map(|name| name.chars().rev().collect()).collect();
    measure("a name backwards, native", &backwards, micros);
}

fn measure(what: &str, typed: &[String], micros: impl Fn() -> f64) {
    let Times { mean, late, slowest, longest } = keystrokes::time(typed, micros);
    println!(
        "{what}: {} of them, mean {mean:.1} us, 99 in 100 within {late:.1} us, slowest {slowest:.1} us \
         (each by its quickest of {ROUNDS} rounds; the longest of all {longest:.1} us)",
        typed.len()
    );
}
