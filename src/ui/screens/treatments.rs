//! What treatments are, what guidelines say of them, how long they take, and what people try by themselves.
//!
//! Education, the same for everybody: knows no answers, and holds no amount and no advice to begin anything.

use super::result::reasons;
use crate::clinical::medicines::strength;
use crate::content::text::result_screen::findings;
use crate::content::text::ui::treatments as ui;
use crate::content::{CARE, Care, Key, TREATMENTS, Treatment, fill, words};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::{inset, with_late_words};
use crate::ui::parts::heading;
use crate::ui::state::App;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    vec![heading(ui::TITLE), say("p", "ql-lead", ui::LEAD), with_late_words(app, parts)]
}

fn parts(app: App) -> Vec<El> {
    let part = |title: Key, cards: Vec<El>| el("section", "ql-part").child(say("h2", "", title)).children(cards);
    vec![
        inset(findings::STOP, findings::STOP_WHY),
        part(ui::DOCTORS, TREATMENTS.iter().map(|row| treatment(app, row)).collect()),
        part(ui::OWN, CARE.iter().map(|row| care(app, row)).collect()),
    ]
}

fn treatment(app: App, row: &'static Treatment) -> El {
    let says = [Some(row.what), Some(row.guidelines), row.time, row.warns].into_iter().flatten();
    let card = el("article", "ql-finding").child(say("h3", "", row.name)).children(says.map(|key| say("p", "", key)));
    card.child(reasons(app, &format!("treatment-{}", row.id), &[], &[], row.sources, row.reviewed))
}

fn care(app: App, row: &'static Care) -> El {
    let evidence = fill(findings::EVIDENCE, &[("words", words(strength(row.strength)))]);
    let card = el("article", "ql-finding").child(el("p", "ql-finding-top").text(evidence));
    let card = card.child(say("h3", "", row.name)).child(say("p", "", row.says));
    card.child(reasons(app, &format!("care-{}", row.id), &[], &[], row.sources, row.reviewed))
}
