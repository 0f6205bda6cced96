//! Asks the rules from a file: `cargo run --example assess -- case.json`, `-` for standard input, `--lines` for one
//! case a line. Prints the report as JSON; the format is that of docs/case.schema.json and docs/report.schema.json.
//!
//! A case that is not understood prints one line on standard error and nothing else, and the exit code is 2. With
//! `--lines` the other lines are answered all the same.

use quiet_legs::audit::{answer, to_line, to_page};
use quiet_legs::date::Date;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;
use std::{env, fs};

// A report is many short strings; this allocator hands them out in half the time of the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str = "usage: assess [--lines] CASE.json   (\"-\" reads standard input)";
const NOT_UNDERSTOOD: u8 = 2;

fn main() -> ExitCode {
    let mut lines = false;
    let mut file = None;
    for word in env::args().skip(1) {
        match word.as_str() {
            "--lines" => lines = true,
            _ if file.is_none() && (word == "-" || !word.starts_with('-')) => file = Some(word),
            _ => return refuse(USAGE),
        }
    }
    let Some(file) = file else { return refuse(USAGE) };
    let source: Box<dyn Read> = match file.as_str() {
        "-" => Box::new(io::stdin().lock()),
        path => match fs::File::open(path) {
            Ok(opened) => Box::new(opened),
            Err(error) => return refuse(&format!("{path:?}: {error}")),
        },
    };
    let (out, errors) = (BufWriter::new(io::stdout().lock()), io::stderr());
    let done = match lines {
        true => each_line(BufReader::new(source), out, errors, today()),
        false => one(source, out, errors, today()),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        // Whoever reads us has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => refuse(&format!("{file:?}: {error}")),
    }
}

fn one(mut source: impl Read, mut out: impl Write, mut errors: impl Write, today: Date) -> io::Result<u8> {
    let mut text = Vec::new();
    source.read_to_end(&mut text)?;
    match answer(&text, today) {
        Ok(answered) => {
            writeln!(out, "{}", to_page(&answered))?;
            out.flush()?;
            Ok(0)
        }
        Err(refused) => {
            writeln!(errors, "{refused}")?;
            Ok(NOT_UNDERSTOOD)
        }
    }
}

fn each_line(mut source: impl BufRead, mut out: impl Write, mut errors: impl Write, today: Date) -> io::Result<u8> {
    let (mut line, mut number, mut code) = (Vec::new(), 0u64, 0);
    while source.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        if !line.trim_ascii().is_empty() {
            match answer(line.trim_ascii(), today) {
                Ok(answered) => {
                    out.write_all(&to_line(&answered))?;
                    out.write_all(b"\n")?;
                }
                Err(refused) => {
                    writeln!(errors, "line {number}: {refused}")?;
                    code = NOT_UNDERSTOOD;
                }
            }
        }
        line.clear();
    }
    out.flush()?;
    Ok(code)
}

fn refuse(reason: &str) -> ExitCode {
    eprintln!("{reason}");
    ExitCode::from(NOT_UNDERSTOOD)
}

/// For cases that name no day: the day it is, by the clock of the world.
#[allow(clippy::disallowed_methods, reason = "a tool, not the core; a case names its own day")]
fn today() -> Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let days = i32::try_from(since.as_secs() / 86_400).unwrap_or_default();
    Date::from_day_number(days).unwrap_or(Date::literal(1970, 1, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date::literal(2026, 11, 23);

    /// Exit code, standard output and standard error.
    fn run(lines: bool, text: &str) -> (u8, String, String) {
        let (mut out, mut errors) = (Vec::new(), Vec::new());
        let code = match lines {
            true => each_line(text.as_bytes(), &mut out, &mut errors, TODAY),
            false => one(text.as_bytes(), &mut out, &mut errors, TODAY),
        };
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (code.unwrap(), text(out), text(errors))
    }

    #[test]
    fn a_case_that_is_not_understood_prints_one_line_on_standard_error_and_nothing_else() {
        for bad in ["{\"age\": 5}", "{\"labs\": {\"ferritin\": 7}}", "{", "", "\u{0}", "[1]\n{}"] {
            let (code, out, errors) = run(false, bad);
            assert_eq!((code, out.as_str(), errors.lines().count()), (2, "", 1), "{bad}: {errors}");
        }
    }

    #[test]
    fn a_bad_line_is_named_by_its_number_and_the_others_are_answered() {
        let (code, out, errors) = run(true, "{\"id\":\"a\"}\n\n{\"x\":1}\n{\"id\":\"b\"}");
        assert_eq!((code, errors.as_str()), (2, "line 3: x: unknown key\n"));
        let ids: Vec<&str> = out.lines().filter_map(|line| line.get(..9)).collect();
        assert_eq!(ids, ["{\"id\":\"a\"", "{\"id\":\"b\""]);
    }

    #[test]
    fn a_good_case_prints_json_and_nothing_on_standard_error() {
        for lines in [true, false] {
            let (code, out, errors) = run(lines, "{}");
            assert_eq!((code, errors.as_str()), (0, ""));
            assert!(out.starts_with('{') && out.contains("INCOMPLETE"));
        }
    }
}
