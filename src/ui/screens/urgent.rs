//! After the warning signs: whom to call, then on with the check. It is never in the way.

use super::question::{back, form, go_on};
use crate::clinical::reading::red_flags;
use crate::content::text::ui::urgent;
use crate::content::{Emergency, Page, Sign, Urgency, fill};
use crate::ui::element::{El, say};
use crate::ui::parts::cards::care_card;
use crate::ui::parts::heading;
use crate::ui::state::App;
use leptos::prelude::*;

/// The screen.
pub fn screen(app: App, page: &'static Page) -> Vec<El> {
    let form = form(app, page).child(heading(page.title)).maybe(page.hint.map(|hint| say("p", "ql-hint", hint)));
    let form = form.block(move || cards(app));
    vec![back(app, page), form.child(go_on())]
}

fn cards(app: App) -> Vec<El> {
    let signs: Vec<&'static Sign> = app.answers.with(red_flags);
    let emergency = app.emergency();
    let number = emergency.map_or("", Emergency::said);
    let card = |level: Urgency| {
        let of_level = signs.iter().filter(|sign| sign.urgency == level);
        let says: Vec<String> = of_level.map(|sign| fill(sign.act, &[("number", number)])).collect();
        if says.is_empty() { None } else { care_card(level, says, emergency) }
    };
    let mut made: Vec<El> = [Urgency::EmergencyNow, Urgency::SameDay].into_iter().filter_map(card).collect();
    if made.is_empty() {
        made.push(say("p", "", urgent::NONE));
    }
    let low = app.is("mood", "yes") || app.is("mood", "skip") || app.is("sign.SD3", "yes");
    let swallowed = app.is("sign.E8", "yes");
    made.extend(emergency.filter(|_| swallowed).and_then(|row| row.poison).map(|key| say("p", "ql-inset", key)));
    made.extend(emergency.filter(|_| low).map(|row| say("p", "ql-inset", row.helpline)));
    made
}
