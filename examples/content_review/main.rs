//! For the reviewer: `cargo run --example content_review` writes all content as one document, docs/content-review.md,
//! and puts the lists of codes into the two JSON Schemas. With `--due 2026-11-23` it writes nothing and lists the
//! rows whose review is past or near on that day.

mod due;
mod render;

use quiet_legs::audit::schemas::{of_case, of_report, rewritten};
use quiet_legs::date::Date;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => write(root),
        ["--due", day] => Date::parse(day)
            .ok_or_else(|| format!("{day:?} is no day as YYYY-MM-DD"))
            .and_then(|today| due::listed(root, today))
            .map(|list| print!("{list}")),
        _ => Err("usage: content_review [--due YYYY-MM-DD]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("content_review: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn write(root: &Path) -> Result<(), String> {
    let docs = root.join("docs");
    save(&docs.join("content-review.md"), &render::document(root)?)?;
    for (name, lists) in [("case.schema.json", of_case()), ("report.schema.json", of_report())] {
        let file = docs.join(name);
        let schema = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        save(&file, &rewritten(&schema, &lists))?;
    }
    Ok(())
}

fn save(file: &Path, text: &str) -> Result<(), String> {
    if fs::read_to_string(file).is_ok_and(|old| old == text) {
        println!("{}: unchanged", file.display());
        return Ok(());
    }
    fs::write(file, text).map_err(|e| format!("{}: {e}", file.display()))?;
    println!("{}: written", file.display());
    Ok(())
}
