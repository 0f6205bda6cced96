//! How this works, in a few plain sentences.

use crate::content::Key;
use crate::content::text::{how, shell, ui};
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::{heading, link};
use crate::ui::state::App;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    vec![heading(shell::footer::HOW), with_late_words(app, |_| parts())]
}

fn parts() -> Vec<El> {
    let all: [(Key, Key); 5] = [
        (how::looks::TITLE, how::looks::TEXT),
        (how::cannot::TITLE, how::cannot::TEXT),
        (how::unsure::TITLE, how::unsure::TEXT),
        (how::private::TITLE, how::private::TEXT),
        (how::tested::TITLE, how::tested::TEXT),
    ];
    let part = |title, text| el("section", "ql-part").child(say("h2", "", title)).child(text);
    let mut made: Vec<El> = all.into_iter().map(|(title, text)| part(title, say("p", "", text))).collect();
    let sources = el("p", "").child(link("", Route::Sources).words(how::sources::TEXT));
    made.push(part(how::sources::TITLE, sources));
    let learn = el("p", "").child(link("", Route::Learn).words(ui::learn::TITLE));
    let clinic = el("p", "").child(link("", Route::Clinic).words(ui::clinic::TITLE));
    made.push(el("section", "ql-part").child(learn).child(clinic));
    made
}
