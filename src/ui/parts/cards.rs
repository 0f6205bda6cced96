//! Care cards, banners and the other boxes that ask for attention.

use super::icons::{self, icon};
use super::{button, link, list};
use crate::browser::storage::StoreError;
use crate::content::text::ui::{banner, late, urgent};
use crate::content::{Emergency, Key, Urgency, fill};
use crate::route::Route;
use crate::ui::element::{El, el, say};
use crate::ui::state::{App, Keeping, LateWords};
use leptos::prelude::*;

/// Where to get help and how soon; nothing for what can wait for the next visit.
pub fn care_card(level: Urgency, says: Vec<String>, call: Option<&'static Emergency>) -> Option<El> {
    let number = call.map_or("", Emergency::said);
    let titled = |key| fill(key, &[("number", number)]);
    let (class, when, title, path) = match level {
        Urgency::EmergencyNow => ("ql-care is-now", urgent::NOW, titled(urgent::NOW_TITLE), icons::PHONE),
        Urgency::SameDay => ("ql-care is-today", urgent::TODAY, titled(urgent::TODAY_TITLE), icons::CLOCK),
        Urgency::Soon => ("ql-care is-soon", urgent::SOON, titled(urgent::SOON_TITLE), icons::CALENDAR),
        Urgency::Routine | Urgency::SelfCare => return None,
    };
    let id = format!("care-{}", level.code());
    let head = el("div", "ql-care-head")
        .child(say("p", "ql-care-when", when))
        .child(el("h2", "").attr("id", id.clone()).text(title))
        .child(icon(path));
    let body = match says.as_slice() {
        [one] => el("p", "").text(one.clone()),
        _ => list(says),
    };
    let dial = call.filter(|row| level == Urgency::EmergencyNow && !row.dial.is_empty());
    let body = el("div", "ql-care-body").child(body).maybe(dial.map(|row| el("p", "").child(phone(row.dial))));
    Some(el("section", class).attr("aria-labelledby", id).child(head).child(body))
}

/// A number to tap.
pub fn phone(dial: &'static str) -> El {
    let call = fill(urgent::NOW_CALL, &[("number", dial)]);
    el("a", "ql-phone").attr("href", format!("tel:{dial}")).text(call)
}

/// What the person must know about keeping: nothing, when all is well.
pub fn banners(app: App) -> El {
    let draw = move || {
        let device = app.device.get();
        let mut made = Vec::new();
        let diary = app.route.get().needs_whole();
        let trouble = match device.keeping {
            Keeping::Refused(StoreError::Blocked) => Some((banner::BLOCKED, banner::DIARY_BLOCKED)),
            Keeping::Refused(StoreError::Full) => Some((banner::FULL, banner::DIARY_FULL)),
            Keeping::Newer => Some((banner::NEWER, banner::DIARY_NEWER)),
            Keeping::Unwanted if diary => Some((banner::DIARY_UNWANTED, banner::DIARY_UNWANTED)),
            Keeping::NotYet | Keeping::Saved(_) | Keeping::Unwanted => None,
        };
        made.extend(trouble.map(|(check, other)| {
            let says = notice("ql-banner is-strong", icons::PROBLEM, if diary { other } else { check });
            if diary { says.child(link("", Route::Data).words(banner::COPY)) } else { says }
        }));
        if device.aside {
            made.push(notice("ql-banner", icons::PROBLEM, banner::ASIDE));
        }
        if device.other_tab {
            made.push(notice("ql-banner", icons::SHEETS, banner::OTHER_TAB));
        }
        made
    };
    el("div", "ql-banners").attr("role", "status").block(draw)
}

fn notice(class: &'static str, path: &'static str, says: Key) -> El {
    el("div", class).child(icon(path)).child(say("p", "", says))
}

/// The sentence that must not be missed on any page about medicines.
pub fn inset(strong: Key, why: Key) -> El {
    let text = el("p", "").child(say("b", "", strong)).text(" ").words(why);
    el("div", "ql-inset").child(text)
}

/// What needs the words that come later: it waits for them, and says so when they do not come.
pub fn with_late_words(app: App, draw: fn(App) -> Vec<El>) -> El {
    with_late_words_or(app, draw, |_| Vec::new())
}

/// The same, with something to do meanwhile when they do not come.
pub fn with_late_words_or(app: App, draw: fn(App) -> Vec<El>, without: fn(App) -> Vec<El>) -> El {
    let late = Memo::new(move |_| app.device.with(|device| device.late));
    el("div", "ql-late").block(move || match late.get() {
        LateWords::Ready => draw(app),
        LateWords::Loading => vec![loading()],
        LateWords::Failed => {
            let mut made = vec![failed(move || app.fetch_words())];
            made.extend(without(app));
            made
        }
    })
}

/// Late words are on their way.
pub fn loading() -> El {
    say("p", "ql-hint", late::LOADING).attr("role", "status")
}

/// They did not come.
pub fn failed(again: impl FnMut() + Send + 'static) -> El {
    let retry = button("ql-button is-second", again).words(late::RETRY);
    el("div", "ql-panel").attr("role", "alert").child(say("p", "", late::FAILED)).child(retry)
}

/// A question before something that cannot be undone; the first choice is the one that loses nothing.
pub fn interruption(title: Key, text: Key, keep: (Key, Route), yes: Key, call: impl FnMut() + Send + 'static) -> El {
    let stay = link("ql-button", keep.1).words(keep.0);
    let go = button("ql-button is-delete", call).words(yes);
    el("section", "ql-interrupt")
        .child(super::heading(title))
        .child(say("p", "", text))
        .child(el("div", "ql-buttons").child(stay).child(go))
}
