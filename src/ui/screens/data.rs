//! Where the answers are, and deleting everything.

use crate::content::text::ui::{data, delete as ask, deleted};
use crate::content::{fill, words};
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::interruption;
use crate::ui::parts::{day, heading, link, list};
use crate::ui::state::{App, Keeping};
use leptos::prelude::*;

/// The screen; right after deleting it says what is gone.
pub fn screen(app: App) -> Vec<El> {
    if app.device.with_untracked(|device| device.deleted) {
        return vec![heading(deleted::TITLE), say("p", "ql-lead", deleted::TEXT)];
    }
    let delete = link("ql-button is-delete", Route::Delete).words(data::DELETE);
    vec![
        heading(data::TITLE),
        say("p", "ql-lead", data::WHERE),
        say("h2", "", data::KEPT_TITLE),
        el("div", "").block(move || vec![list(kept(app))]),
        say("p", "", data::OTHERS),
        say("p", "", data::LOSES),
        el("div", "ql-buttons").child(delete),
    ]
}

fn kept(app: App) -> Vec<String> {
    let count = app.answers.with(|answers| answers.count());
    let device = app.device.get();
    let on_device = device.settings.keep && matches!(device.keeping, Keeping::Saved(_) | Keeping::NotYet);
    let last = if matches!(device.keeping, Keeping::Saved(_)) { None } else { device.begun };
    let check = match (count, on_device) {
        (0, _) => words(data::NOTHING).to_owned(),
        (_, false) => words(data::MEMORY).to_owned(),
        (count, true) => {
            let last = last.unwrap_or_else(|| app.today());
            fill(data::CHECK, &[("count", &count.to_string()), ("day", &day(last))])
        }
    };
    let mut made = vec![check, words(data::SETTINGS).to_owned()];
    if device.aside {
        made.push(words(data::ASIDE).to_owned());
    }
    made
}

/// Whether to delete everything.
pub fn delete(app: App) -> El {
    let stay = (ask::KEEP, Route::Data);
    interruption(ask::TITLE, ask::TEXT, stay, ask::YES, move || {
        app.delete_everything();
        app.go(Route::Data);
    })
}
