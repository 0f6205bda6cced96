//! From a report to what can be carried away.
//!
//! Part of the core: reads reports and words, and knows no screen, no clock and no storage.

pub mod text;
