//! The built site in a real Chromium (and where it matters in Firefox), over WebDriver, as people use it.
//!
//! Every file holds one kind of promise, every test is named for the one it keeps. The pages of the check, their
//! fields and the words looked for come from `content/`, so that a new question is walked by itself.
//! Needs `dist/`, chromedriver, Chromium and axe-core: `make test-e2e` brings and builds what is missing.

mod bad_input;
mod bench;
mod clinic;
mod clinic_site;
mod data;
mod diary;
mod embed;
mod everywhere;
mod fixtures;
mod forms;
mod guards;
mod harness;
mod hosting;
mod journeys;
mod keyboard;
mod learn;
mod looks;
mod plan;
mod printing;
mod privacy;
mod report;
mod servers;
mod storage;
mod timeline;
mod trends;
mod ways;
