//! The lines that put the check into another page: with the script, as an element, and without any script.
//!
//! Knows what `public/embed.js` reads and nothing of how it works. An address is written so that nothing in it can end
//! the attribute it stands in.

/// What a frame may do. `public/embed.js` gives its own frames the same.
pub const MAY: &str = "allow-scripts allow-same-origin allow-forms allow-downloads allow-modals allow-popups";

/// Name of the frame, for those who cannot see it.
const TITLE: &str = "Restless legs check";

/// The folder of the site, from the address of its page: up to the last `/`, without what follows `?` or `#`.
pub fn folder(href: &str) -> &str {
    let end = href.find(['?', '#']).unwrap_or(href.len());
    let page = href.get(..end).unwrap_or_default();
    let last = page.rfind('/').map_or(page.len(), |at| at + 1);
    page.get(..last).unwrap_or_default()
}

/// Whether an address works on this device alone.
pub fn is_local(folder: &str) -> bool {
    let host = folder.split_once("://").map_or("", |(_, rest)| rest.split(['/', ':']).next().unwrap_or_default());
    host.is_empty() || host == "localhost" || host == "127.0.0.1" || host.starts_with('[')
}

/// One line with a script.
pub fn script(folder: &str) -> String {
    ["<script src=\"", &attribute(folder), "embed.js\"></script>"].concat()
}

/// The script once, and an element where the check is to stand.
pub fn element(folder: &str) -> String {
    let folder = attribute(folder);
    ["<script src=\"", &folder, "embed.js\" async></script>\n<quiet-legs src=\"", &folder, "\"></quiet-legs>"].concat()
}

/// A frame, where no script may run.
pub fn frame(folder: &str) -> String {
    [
        "<iframe src=\"",
        &attribute(folder),
        "index.html?embed=1\" title=\"",
        TITLE,
        "\" sandbox=\"",
        MAY,
        "\" allow=\"clipboard-write; web-share\" referrerpolicy=\"no-referrer\" width=\"100%\" height=\"800\"></iframe>",
    ]
    .concat()
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
