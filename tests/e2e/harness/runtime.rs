//! One tokio runtime for all tests.
//!
//! A session's connection belongs to the runtime it was opened on, and sessions go from test to test, which cargo
//! runs on threads of their own. So one thread drives the runtime for all, and tests only wait on it.

use std::sync::OnceLock;
use std::thread;
use tokio::runtime::{Builder, Handle};

static HANDLE: OnceLock<Handle> = OnceLock::new();

/// Runs a future to its end on the calling thread; its input and output are driven by the shared thread.
pub fn wait_for<T>(future: impl Future<Output = T>) -> T {
    HANDLE.get_or_init(start).block_on(future)
}

fn start() -> Handle {
    let runtime = Builder::new_current_thread().enable_all().build().expect("a tokio runtime");
    let handle = runtime.handle().clone();
    thread::spawn(move || runtime.block_on(std::future::pending::<()>()));
    handle
}
