//! The clinic whose copy of the site this is, and the page of another site that it may stand in.
//!
//! Decides what takes the place of the header and the footer there, and which parts of the site are not offered. What a
//! clinic says is read once, when the site starts (`clinic.json`); what is wrong with it is told in the console when the
//! words for that are here.

use super::element::{El, el, say};
use super::parts::icons::{self, icon};
use super::parts::link;
use super::state::{App, Keeping};
use crate::browser::{clinic, embed, theme};
use crate::clinic::{self as settings, Clinic, Fault, Handover, Part, colour};
use crate::content::text::host as text;
use crate::content::text::shell;
use crate::content::{emergency, fill, words};
use crate::route::Route;
use leptos::prelude::*;
use std::sync::OnceLock;

static CLINIC: OnceLock<(Clinic, Vec<Fault>)> = OnceLock::new();

fn read() -> &'static (Clinic, Vec<Fault>) {
    CLINIC.get_or_init(|| clinic::text().map_or_else(Default::default, |text| settings::read(&text)))
}

/// What the clinic says of itself.
pub fn clinic() -> &'static Clinic {
    &read().0
}

/// Its name, or the address of its page where it gives none.
pub fn name() -> &'static str {
    let Clinic { name, handover, .. } = clinic();
    if name.is_empty() { handover.as_ref().map_or("", |to| &to.origin) } else { name }
}

/// Takes up what the clinic says, before anything is drawn.
pub fn begin() {
    emergency::serve(clinic().country, &clinic().emergency);
    for (name, value) in colour::palette(clinic()).into_iter().flatten() {
        theme::paint(":root", name, Some(&value));
    }
}

/// Says in the console what is wrong with `clinic.json`.
pub fn tell_faults() {
    for fault in &read().1 {
        clinic::tell(&fault.said().text());
    }
}

/// Whether the clinic leaves a screen out.
pub fn hides(route: Route) -> bool {
    let part = match route {
        Route::Diary
        | Route::Night(_)
        | Route::Saved
        | Route::Timeline
        | Route::Lab
        | Route::Change
        | Route::Experiment
        | Route::Trends
        | Route::Reminders => Part::Diary,
        Route::Learn => Part::Learn,
        Route::Topic(id) if id != "privacy" => Part::Learn,
        Route::Plan => Part::Plan,
        Route::Record => Part::Record,
        _ => return false,
    };
    !clinic().hidden.shows(part)
}

/// Whose patients this is for, and in another site the way to a tab of its own.
pub fn line() -> Option<El> {
    let (clinic, embedded) = (clinic(), embed::is_embedded());
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

/// To whom the person may show the result here: where the clinic allows for it, and the page around this one is the
/// clinic's or has not said yet whose it is.
pub fn handover() -> Option<&'static Handover> {
    let to = clinic().handover.as_ref()?;
    (embed::is_embedded() && embed::host().is_none_or(|host| host == to.origin)).then_some(to)
}
