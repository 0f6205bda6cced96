//! The clinic's line, and what takes the place of the header and the footer where the page stands in another site.

use super::clinic::{handover, said};
use super::element::{El, el, say};
use super::parts::icons::{self, icon};
use super::parts::link;
use super::state::{App, Keeping};
use crate::browser::embed;
use crate::content::text::host as text;
use crate::content::text::shell;
use crate::content::{fill, words};
use crate::route::Route;
use leptos::prelude::*;

/// Whose patients this is for, and in another site the way to a tab of its own.
pub fn line() -> Option<El> {
    let (clinic, embedded) = (said(), embed::is_embedded());
    if clinic.name.is_empty() && !embedded {
        return None;
    }
    let name = match clinic.name.as_str() {
        "" => words(shell::NAME).to_owned(),
        name => fill(text::PATIENTS, &[("clinic", name)]),
    };
    let logo = || el("img", "ql-logo").attr("src", clinic.logo.clone()).attr("alt", "");
    let says = el("p", "").maybe((!clinic.logo.is_empty()).then(logo)).child(el("span", "").text(name.clone()));
    let open = || {
        let out = el("a", "").attr("href", "?").attr("target", "_blank").attr("rel", "noopener");
        out.child(icon(icons::OUT)).child(say("span", "", text::OPEN))
    };
    // In a frame it is the only header there is; else it stands below ours, as a part with a name.
    let line =
        if embedded { el("header", "ql-host") } else { el("section", "ql-host").attr("aria-label", name.clone()) };
    Some(line.child(says).maybe(embedded.then(open)))
}

/// What stands below every page in another site: where what is typed goes, and help.
pub fn footer(app: App) -> El {
    let keeping = move || {
        let key = app.device.with(|device| match device.keeping {
            Keeping::Refused(_) => text::REFUSED,
            _ if device.settings.keep => text::KEPT,
            _ => text::FORGOTTEN,
        });
        vec![say("span", "", if handover().is_some() { text::UNLESS } else { text::NOTHING }).text(" ").words(key)]
    };
    let help = link("", Route::Help).words(shell::footer::HELP);
    let says = el("p", "").child(el("span", "").block(keeping)).text(" ").words(text::NOTE).text(" ").child(help);
    el("footer", "ql-footer").child(says)
}
