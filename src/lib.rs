//! Quiet Legs: a private restless-legs self-check that runs wholly in the visitor's browser.
//!
//! The rooms, in the order data goes through them:
//! [`content`] (what is known, and every sentence), [`clinic`] (what a clinic says of itself), [`clinical`] (answers in, findings out),
//! [`diary`] (nights, and what stands beside them), [`records`] (what is kept on the device), [`export`] (what can be carried away) and [`route`] (addresses), then,
//! compiled for the browser only, `browser` (the one room that touches web APIs) and `ui` (screens; decides nothing
//! medical). `audit`, compiled natively only, asks the same rules from a file.
//! All but `browser` and `ui` are the core: no clock, no storage, no web types, no panics.
#![deny(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod clinic;
pub mod clinical;
pub mod content;
pub mod date;
pub mod decimal;
pub mod diary;
pub mod export;
pub mod order;
pub mod records;
pub mod route;

#[cfg(not(target_arch = "wasm32"))]
pub mod audit;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
