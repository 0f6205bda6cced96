//! The build-time half of the content room: `content/**/*.toml` in, Rust tables out.
//!
//! Compiled into `build.rs` and into the tests that feed it broken copies, never into the crate.
//! Decides what may ship: an unknown or doubled id, a missing source, review date or text, an unused
//! text, bands that overlap or leave a gap, a branch that leads nowhere, and words that no page may say
//! are all faults.

mod choices;
mod courses;
mod dangers;
mod emit;
mod facts;
mod flow;
mod iron;
mod labs;
mod learn;
mod people;
mod read;
mod texts;
mod traps;
mod treatments;
#[allow(dead_code)]
#[path = "../vocabulary.rs"]
mod vocabulary;
mod wording;

pub use read::Fault;
use std::path::Path;

/// What a good `content/` becomes.
#[derive(Debug)]
pub struct Made {
    /// `const` tables, as Rust.
    pub tables: String,
    /// Keys and words, as Rust.
    pub text: String,
}

/// Reads and checks `content/` below `root`; `src/`, `examples/` and `index.html` are read only to see
/// which texts are used. All faults of a stage are reported together.
pub fn compile(root: &Path) -> Result<Made, Vec<Fault>> {
    let mut texts = texts::Texts::read(&root.join("content/text/en"))?;
    let docs = read::read_facts(&root.join("content/facts"))?;
    let mut faults = Vec::new();
    let mut tables = String::from("// Written by build.rs from content/facts. Do not edit.\n");
    facts::all(&docs, &mut texts, &mut tables, &mut faults);
    flow::pages(&docs, &mut texts, &mut tables, &mut faults);
    // While writing, QUIET_LEGS_DRAFT=1 lets texts wait for the screen that will use them. `make test` never sets it.
    if std::env::var_os("QUIET_LEGS_DRAFT").is_none() {
        texts.faults_of_use(root, &mut faults);
    }
    texts.faults_of_wording(&mut faults);
    if faults.is_empty() { Ok(Made { tables, text: texts.to_rust() }) } else { Err(faults) }
}
