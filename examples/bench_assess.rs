//! How many cases a second the audit tool answers on one core: `make bench`, or
//! `cargo run --profile native --example bench_assess -- [seconds]`.
//!
//! The cases are those of tests/cases, from an empty one to a long list of misspelt medicines, each read from its
//! text, weighed and printed. The aim is 20,000 a second.

use quiet_legs::audit::{Case, answer, to_line};
use quiet_legs::clinical::report::assess;
use quiet_legs::date::Date;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use std::{env, fs};

// The allocator of the audit tool.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const TODAY: Date = Date::literal(2026, 11, 23);

fn main() -> ExitCode {
    let seconds = env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(1.0);
    let cases = match cases() {
        Ok(cases) => cases,
        Err(reason) => {
            eprintln!("bench_assess: {reason}");
            return ExitCode::FAILURE;
        }
    };
    println!("{:22} {:>12} {:>12}", "cases a second of", "one core", "the clock");
    for (name, text) in &cases {
        print(name, rate(seconds / 10.0, 1, || whole(text)));
    }
    let read: Vec<Case<'_>> = cases.iter().filter_map(|(_, text)| Case::read(text, TODAY).ok()).collect();
    let rules = rate(seconds, read.len(), || {
        for case in &read {
            black_box(assess(&case.assessment, case.today));
        }
    });
    let all = rate(seconds, cases.len(), || cases.iter().for_each(|(_, text)| whole(text)));
    let mut strength = 0u64;
    let new = rate(seconds, cases.len(), || {
        strength += 1;
        cases.iter().for_each(|(_, text)| whole(&with_new_names(text, strength)));
    });
    print("all, rules alone", rules);
    print("all, names never seen", new);
    print("all, text to text", all);
    ExitCode::SUCCESS
}

/// The case with a strength behind each typed name that was in no case before.
fn with_new_names(text: &[u8], strength: u64) -> Vec<u8> {
    const TYPED: &str = "\"typed\": \"";
    let text = String::from_utf8_lossy(text);
    let mut parts = text.split(TYPED);
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').unwrap_or((part, ""));
        made.push_str(&format!("{TYPED}{name} {strength} mg\"{rest}"));
    }
    made.into_bytes()
}

fn whole(text: &[u8]) {
    if let Ok(answered) = answer(black_box(text), TODAY) {
        black_box(to_line(&answered));
    }
}

fn cases() -> Result<Vec<(String, Vec<u8>)>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let fault = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut cases = Vec::new();
    for entry in fs::read_dir(&folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        cases.push((name, fs::read(&path).map_err(fault)?));
    }
    cases.sort();
    Ok(cases)
}

/// How many a second: of the time this process had on a core, and by the clock, which runs while others have it.
struct Rate {
    core: f64,
    clock: f64,
}

fn print(what: &str, Rate { core, clock }: Rate) {
    println!("{what:22} {core:>12.0} {clock:>12.0}");
}

/// Runs of `each` in a second, times `of`.
#[allow(clippy::disallowed_methods, reason = "measures time; no part of the core")]
fn rate(seconds: f64, of: usize, mut each: impl FnMut()) -> Rate {
    each();
    const BETWEEN_LOOKS: usize = 8;
    let (begun, busy_before, mut runs) = (Instant::now(), busy(), 0usize);
    loop {
        for _ in 0..BETWEEN_LOOKS {
            each();
        }
        runs += BETWEEN_LOOKS;
        let spent = busy().saturating_sub(busy_before).as_secs_f64();
        if spent >= seconds.clamp(0.01, 600.0) {
            let done = (runs * of) as f64;
            return Rate { core: done / spent, clock: done / begun.elapsed().as_secs_f64() };
        }
    }
}

/// Time this process has had on a core; where the system does not tell, time that has passed.
#[allow(clippy::disallowed_methods, reason = "measures time; no part of the core")]
fn busy() -> Duration {
    static BEGUN: OnceLock<Instant> = OnceLock::new();
    let told = fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGUN.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}
