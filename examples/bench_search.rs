//! How long one keystroke in the medicine search takes: `suggest` and `find`, as the screen calls them.
//!
//! Types every name letter by letter and prints the mean, the slowest and the 99th percentile in microseconds.
//! Run with `cargo run --release --example bench_search`.

// A stopwatch: only the core has no clock.
#![allow(clippy::disallowed_methods)]

use quiet_legs::content::names::{find, suggest};
use quiet_legs::content::{Country, MEDICINES, words};
use std::hint::black_box;
use std::time::Instant;

fn main() {
    let names: Vec<&str> = MEDICINES
        .iter()
        .flat_map(|row| words(row.names).split(';'))
        .map(|part| part.split_once(':').map_or(part, |(_, name)| name))
        .collect();
    let first = Instant::now();
    black_box(find("sertraline", None));
    println!("first search, which builds the index: {} us", first.elapsed().as_micros());
    measure("every beginning of every name", names.iter().flat_map(|name| beginnings(name)));
    let slips = names.iter().map(|name| name.chars().rev().collect());
    measure("every name backwards (nothing fits: all is compared)", slips);
    measure("three unknown words", ["blue round tablets".to_owned(), "some thing unknowable".to_owned()].into_iter());
}

fn beginnings(name: &str) -> Vec<String> {
    name.char_indices().map(|(at, c)| name.get(..at + c.len_utf8()).unwrap_or_default().to_owned()).collect()
}

fn measure(what: &str, typed: impl Iterator<Item = String>) {
    let mut each: Vec<u128> = Vec::new();
    for text in typed {
        // The quickest of three: what else the machine does is not the search's.
        let times = [(); 3].map(|()| {
            let start = Instant::now();
            black_box(suggest(&text, Some(Country::Gb), 8));
            black_box(find(&text, Some(Country::Gb)));
            start.elapsed().as_nanos()
        });
        each.extend(times.iter().min());
    }
    each.sort_unstable();
    let micros = |nanos: u128| nanos as f64 / 1000.0;
    let mean = each.iter().sum::<u128>() / each.len().max(1) as u128;
    let (most, late) = (each.last().copied().unwrap_or(0), each.get(each.len() * 99 / 100).copied().unwrap_or(0));
    println!(
        "{what}: {} keystrokes, mean {:.1} us, 99 in 100 below {:.1} us, slowest {:.1} us",
        each.len(),
        micros(mean),
        micros(late),
        micros(most)
    );
}
