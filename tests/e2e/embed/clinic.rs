//! The clinic's site: another origin than the check's, because it is asked for by another name.

use crate::harness::page::Page;
use crate::harness::root;
use crate::harness::site::Site;

/// The site, for as long as a test runs.
pub struct Clinic {
    site: Site,
    app: String,
}

impl Clinic {
    /// A clinic that embeds the check of this page's site.
    pub fn of(page: &Page) -> Self {
        Self { site: Site::serve(&root().join("examples/clinic")), app: page.site.url("") }
    }

    /// Serves a page of the test's own and opens it. `{{app}}` is the origin of the check.
    pub async fn open(&self, page: &Page, name: &str, body: &str) {
        let html = format!(
            "<!doctype html><html lang=en><head><title>Clinic</title><link rel=icon href='data:,'></head><body><h1>A clinic</h1>{body}"
        );
        self.site.put(&format!("/{name}"), html.replace("{{app}}", &self.app));
        page.go(&self.site.url(&format!("/{name}")).replace("127.0.0.1", "localhost")).await;
    }
}
