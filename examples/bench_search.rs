//! How long a keystroke in the medicine search takes natively: `make bench`, beside the same in a browser.
//!
//! Types every name letter by letter, as tests/web_bench.rs does with the wasm build, and prints microseconds.

// A stopwatch: only the core has no clock.
#![allow(clippy::disallowed_methods)]

#[path = "../tests/keystrokes/mod.rs"]
mod keystrokes;

use std::time::Instant;

fn main() {
    let first = Instant::now();
    keystrokes::press("sertraline");
    println!("first search, native, which builds the index: {:.1} ms", micros(first) / 1000.0);
    measure("a keystroke, native", &keystrokes::all());
    // Nothing fits, so all is compared.
    let backwards: Vec<String> = keystrokes::names().iter().map(|name| name.chars().rev().collect()).collect();
    measure("a name backwards, native", &backwards);
}

fn measure(what: &str, typed: &[String]) {
    let times = typed.iter().map(|text| {
        let begun = Instant::now();
        keystrokes::press(text);
        micros(begun)
    });
    let (mean, late, slowest) = keystrokes::summary(times.collect());
    let count = typed.len();
    println!("{what}: {count} of them, mean {mean:.1} us, 99 in 100 within {late:.1} us, slowest {slowest:.1} us");
}

fn micros(begun: Instant) -> f64 {
    begun.elapsed().as_nanos() as f64 / 1000.0
}
