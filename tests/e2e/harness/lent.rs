//! Sessions of browsers whose driver serves one session only: each with a driver of its own, lent to test after test.

use super::driver::Driver;
use std::sync::Mutex;
use thirtyfour::prelude::*;

/// The sessions of one browser.
pub struct Lent {
    idle: Mutex<Vec<WebDriver>>,
    /// Kept until this process ends, as their guards are.
    drivers: Mutex<Vec<Driver>>,
}

impl Lent {
    /// None yet.
    pub const fn new() -> Self {
        Self { idle: Mutex::new(Vec::new()), drivers: Mutex::new(Vec::new()) }
    }

    /// A session: an idle one where there is one, else one that is started, with its driver.
    pub async fn borrow(&self, start: impl AsyncFnOnce() -> (WebDriver, Driver)) -> WebDriver {
        let idle = self.idle.lock().expect("the idle sessions").pop();
        if let Some(session) = idle {
            return session;
        }
        let (session, driver) = start().await;
        self.drivers.lock().expect("the drivers").push(driver);
        session
    }

    /// Takes a session back for the next test.
    pub fn give_back(&self, session: WebDriver) {
        self.idle.lock().expect("the idle sessions").push(session);
    }
}
