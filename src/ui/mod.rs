//! The screens: renders what the core found, and decides nothing medical.
//!
//! [`app`] is the frame, [`state`] the one value all screens share, [`element`] what everything is drawn with,
//! [`parts`] the form controls and boxes, [`screens`] one file a screen.

pub mod app;
pub mod beside;
pub mod book;
pub mod clinic;
mod copies;
mod desk;
pub mod element;
pub mod host;
pub mod parts;
pub mod screens;
pub mod shelf;
pub mod slip;
pub mod state;
pub mod told;
pub mod whole;
pub mod wishes;

pub use app::start;
