//! Everything the tests share: the site, the browser, the check as a person meets it.

pub mod answer;
pub mod axe;
pub mod check;
pub mod chromium;
pub mod copies;
pub mod driver;
pub mod firefox;
pub mod frames;
pub mod lent;
pub mod page;
pub mod pages;
pub mod plan;
pub mod print;
pub mod recorder;
pub mod result;
pub mod runtime;
pub mod server;
pub mod site;
pub mod tour;
pub mod webkit;

use chromium::Kind;
use page::Page;
use site::Site;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::pin::{Pin, pin};
use std::task::Poll;

/// What a test starts from.
#[derive(Clone, Copy)]
pub struct Setup {
    kind: Kind,
    width: u32,
    crashing: bool,
}

/// The site as released, in a Chromium as people have it, on a narrow phone.
pub const PHONE: Setup = Setup { kind: Kind::Plain, width: 360, crashing: false };

impl Setup {
    /// In another kind of browser.
    pub const fn of_kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// Which browser.
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// In a view of another width (not in Firefox and WebKit, which have that of their window).
    pub const fn wide(self, width: u32) -> Self {
        Self { width, ..self }
    }

    /// With the build that fails on purpose.
    pub const fn crashing(self) -> Self {
        Self { crashing: true, ..self }
    }
}

/// Runs one test in a browser. On failure it prints what the page showed and leaves a picture beside it.
pub fn in_browser(setup: Setup, test: impl AsyncFnOnce(&Page)) {
    runtime::wait_for(async {
        let site = Site::serve(&dist(setup.crashing));
        let page = Page::prepare(site, chromium::borrow(setup.kind).await, setup.kind, setup.width).await;
        let outcome = {
            let run = pin!(async {
                test(&page).await;
                page.assert_clean().await;
            });
            caught(run).await
        };
        match outcome {
            Ok(()) => chromium::give_back(setup.kind, page.tidy().await).await,
            Err(panic) => {
                leave_traces(&page).await;
                drop(page.driver.quit().await);
                resume_unwind(panic);
            }
        }
    });
}

async fn leave_traces(page: &Page) {
    let name = std::thread::current().name().unwrap_or("test").replace("::", ".");
    let picture = scratch("failures").join(format!("{name}.png"));
    drop(page.driver.screenshot(&picture).await);
    eprintln!("{}\npicture: {}", page.describe().await, picture.display());
}

/// A folder of the build's own for what tests leave.
pub fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder in the build's scratch space");
    folder
}

/// The built site: `dist/`, or the folder named by `E2E_DIST` (`E2E_CRASH_DIST` for the one that fails on purpose).
pub fn dist(crashing: bool) -> PathBuf {
    let (variable, usual) = if crashing { ("E2E_CRASH_DIST", "target/dist-crash") } else { ("E2E_DIST", "dist") };
    let folder = std::env::var_os(variable).map_or_else(|| root().join(usual), PathBuf::from);
    assert!(folder.join("index.html").is_file(), "{} has no index.html: build the site first", folder.display());
    folder
}

/// The folder of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Drives a future and catches its panic, so that the browser can still be asked what it shows.
async fn caught<F: Future>(mut future: Pin<&mut F>) -> std::thread::Result<F::Output> {
    std::future::poll_fn(move |context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}
