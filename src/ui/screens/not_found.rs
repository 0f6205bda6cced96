//! An address that leads nowhere.

use crate::content::text::ui::not_found;
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::parts::{heading, link};

/// The screen.
pub fn screen() -> Vec<El> {
    let home = link("", Route::Start).words(not_found::HOME);
    vec![heading(not_found::TITLE), say("p", "", not_found::TEXT), el("p", "").child(home)]
}
