//! axe-core, run on what is shown now: every rule, nothing switched off.
//!
//! It comes from its npm package and is put into the document from outside, so the page's policy stays as it is.
//! Axe is the floor, not the proof: the other tests look at focus, keys, sizes and words.

use super::page::Page;
use super::root;
use serde_json::Value;
use std::path::PathBuf;
use std::sync::LazyLock;

/// The themes a person can choose, as `data-theme` says them.
pub const THEMES: [&str; 4] = ["light", "dark", "contrast", "night"];

static AXE: LazyLock<String> = LazyLock::new(|| {
    let named = std::env::var_os("AXE").map(PathBuf::from);
    let file = named.unwrap_or_else(|| root().join("node_modules/axe-core/axe.min.js"));
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; npm install brings it", file.display()))
});

const RUN: &str = "return axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(seen =>
    seen.violations.map(v => v.id + ': ' + v.help + '\\n' +
        v.nodes.map(n => '    ' + n.target.join(' ') + '  ' + n.html.slice(0, 160) + '\\n    ' +
            n.any.concat(n.all, n.none).map(c => c.message).join('; ')).join('\\n')))";

/// What axe finds on the page in the theme it has now, one text a finding.
pub async fn findings(page: &Page) -> Vec<String> {
    if page.js("return typeof axe").await != "object" {
        page.js(&AXE).await;
    }
    match page.js(RUN).await {
        Value::Array(found) => found.iter().map(|f| f.as_str().unwrap_or_default().to_owned()).collect(),
        other => panic!("axe gave {other}"),
    }
}

/// What axe finds in each theme, named by screen and theme.
pub async fn findings_in_all_themes(page: &Page, screen: &str) -> Vec<String> {
    let mut all = Vec::new();
    for theme in THEMES {
        page.js(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
        all.extend(findings(page).await.into_iter().map(|f| format!("{screen} in {theme}: {f}")));
    }
    page.js("delete document.documentElement.dataset.theme").await;
    all
}
