//! What is known, and every sentence people read.
//!
//! `build.rs` turns `content/facts/*.toml` and `content/text/en/*.toml` into the `const` tables
//! included here, and fails the build when a row, a source, a review date or a text is missing.
//! It alone decides which words are compiled in and which come with the idle-loaded file;
//! callers ask [`words`](text::words) and never know. Facts: evidence, sections 0 to 6.

pub mod emergency;
pub mod knowledge;
pub mod late;
pub mod learn;
pub mod names;
mod rows;
pub mod tables;
pub mod text;
pub mod vocabulary;

pub use knowledge::{Course, Guideline, LabTest, TimeNote, Treatment};
pub use learn::{Block, Part, Question, Topic};
pub use tables::*;
pub use text::{Key, Said, fill, words};
pub use vocabulary::*;
