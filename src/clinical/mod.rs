//! The rules: answers in, findings out.
//!
//! [`answers::Answers`] is what was tapped and typed, word for word; [`assessment::Assessment`] is what it
//! means; [`assess`](report::assess) weighs it; the [`report::Report`] says it, each finding with its rule, the answers that
//! caused it, its sources and its review date. Pure: no clock, no storage, no screens.
//! Facts: evidence, sections 0 to 6.

pub mod akathisia;
pub mod answers;
pub mod assessment;
pub mod below;
pub mod combinations;
pub mod course;
pub mod criteria;
pub mod findings;
pub mod flow;
pub mod groups;
pub mod habits;
pub mod iron;
pub mod labs;
pub mod listed;
pub mod look_alikes;
pub mod medicines;
pub mod points;
pub mod problems;
pub mod reading;
pub mod report;
pub mod said;
pub mod say;
pub mod stopped;
pub mod time_notes;
pub mod urgency;
pub mod weighing;
pub mod withdrawal;
mod wording;
