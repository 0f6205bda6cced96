//! From a report, or from nights, to what can be carried away.
//!
//! Part of the core: reads reports, nights and words, and knows no screen, no clock and no storage.

pub mod csv;
pub mod text;
