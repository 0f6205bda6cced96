//! Checks `content/` and turns it into the tables that `src/content` includes.
//! A content fault fails the build, one line a fault: file, row, reason.

#[path = "src/content/compile/mod.rs"]
mod compile;

use std::{env, fs, path::PathBuf, process};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for watched in ["build.rs", "content", "src", "index.html", "examples"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    println!("cargo::rerun-if-env-changed=QUIET_LEGS_DRAFT");
    match compile::compile(&root) {
        Ok(made) => {
            for (name, text) in [("tables.rs", &made.tables), ("text.rs", &made.text)] {
                if let Err(error) = fs::write(out.join(name), text) {
                    println!("cargo::error=cannot write {name}: {error}");
                }
            }
        }
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            process::exit(1);
        }
    }
}
