//! Quiet Legs: a private restless-legs self-check that runs wholly in the visitor's browser.
//!
//! The rooms, in the order data goes through them:
//! [`content`] (what is known, and every sentence), [`clinical`] (answers in, findings out),
//! [`records`] (what is kept on the device) and [`route`] (addresses), then, compiled for the browser only,
//! `browser` (the one room that touches web APIs) and `ui` (screens; decides nothing medical).
//! All but those two are the core: no clock, no storage, no web types, no panics.
#![deny(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod clinical;
pub mod content;
pub mod date;
pub mod decimal;
pub mod order;
pub mod records;
pub mod route;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
