//! What the clinic says whose copy of the site this is: read once, when the site starts (`clinic.json`).
//!
//! Decides which screens are not offered, and to whom a result may be shown. What is wrong with the file is told in the
//! console when the words for that are here. Draws nothing: see `host`.

use crate::browser::{clinic as file, embed, theme};
use crate::clinic::{self, Clinic, Fault, Handover, Part, colour};
use crate::content::emergency;
use crate::route::Route;
use std::sync::OnceLock;

static CLINIC: OnceLock<(Clinic, Vec<Fault>)> = OnceLock::new();

fn read() -> &'static (Clinic, Vec<Fault>) {
    CLINIC.get_or_init(|| file::text().map_or_else(Default::default, |text| clinic::read(&text)))
}

/// What it says of itself.
pub fn said() -> &'static Clinic {
    &read().0
}

/// Its name, or the address of its page where it gives none.
pub fn name() -> &'static str {
    let Clinic { name, handover, .. } = said();
    if name.is_empty() { handover.as_ref().map_or("", |to| &to.origin) } else { name }
}

/// Takes up what the clinic says, before anything is drawn.
pub fn begin() {
    emergency::serve(said().country, &said().emergency);
    for (name, value) in colour::palette(said()).into_iter().flatten() {
        theme::paint(":root", name, Some(&value));
    }
}

/// Says in the console what is wrong with `clinic.json`.
pub fn tell_faults() {
    for fault in &read().1 {
        file::tell(&fault.said().text());
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
    !said().hidden.shows(part)
}

/// To whom the person may show the result here: where the clinic allows for it, and the page around this one is the
/// clinic's or has not said yet whose it is.
pub fn handover() -> Option<&'static Handover> {
    let to = said().handover.as_ref()?;
    (embed::is_embedded() && embed::host().is_none_or(|host| host == to.origin)).then_some(to)
}
