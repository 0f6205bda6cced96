//! What the screens about one's own data do with the store: copies out, what is noted about them, and the check that
//! only memory may hold.
//!
//! What a copy is and what becomes of one that comes in is decided by `records`.

use super::book::{self, Book, with_store};
use super::state::{App, Keeping};
use crate::browser::{clock, focus, keeping};
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::export::csv;
use crate::records::copy::{self, Copy};
use crate::records::import::{Choice, Preview};
use crate::records::journal::{ChangeError, Done, Step};
use crate::records::kind::Kind;
use crate::records::meta::{self, Meta};
use crate::records::recover;
use crate::records::store::{Store, StoreError};
use crate::records::usage::{self, Usage};
use crate::records::{CHECK, META, SETTINGS, check, settings};
use leptos::prelude::*;
use std::cell::Cell;

/// What a copy is, for a file.
pub const COPY: &str = "application/json";

thread_local! {
    /// Whether this visit has looked for the reminder.
    static LOOKED: Cell<bool> = const { Cell::new(false) };
}

/// What is known about the keeping.
pub fn noted() -> Meta {
    let text = with_store(|store| store.read(META)).ok().flatten();
    text.and_then(|text| meta::decode(&text).ok()).unwrap_or_default()
}

/// Notes something about the keeping. That it cannot be kept is no trouble of its own.
pub fn note(edit: impl FnOnce(&mut Meta)) {
    let mut known = noted();
    edit(&mut known);
    let text = meta::encode(&known, &clock::saved());
    let _ = book::put(META, text, clock::edit_stamp());
}

/// `quiet-legs-2026-11-24.json`: a name that says the day and nothing about health.
pub fn name(ending: &str) -> String {
    format!("quiet-legs-{}{ending}", clock::today())
}

/// What is kept, with the check that only memory holds.
pub fn usage(app: App) -> Result<Usage, StoreError> {
    with_check(app, |store| usage::usage(store))
}

/// A copy of everything. What could not be read is set aside where there is room.
pub fn everything(app: App) -> Result<Copy, StoreError> {
    let made = with_check(app, |store| copy::export(store, &clock::saved()))?;
    let now = clock::edit_stamp();
    for key in &made.left_out {
        let _ = with_store(|store| recover::set_aside_if_broken(store, key, now));
    }
    Ok(made)
}

/// All nights as a table, and how many could not be read.
pub fn table() -> Option<(String, usize)> {
    let nights = with_store(|store| usage::nights(store)).ok()?;
    Some((csv::table(&nights.entries)?, nights.unread.len()))
}

/// A copy has gone out. After the first one the browser is asked to keep the data.
pub fn gone_out(book: Book) {
    let today = clock::today();
    let first = noted().persisted.is_none();
    note(|meta| {
        meta.last_copy = Some(today);
        meta.put_off = None;
    });
    book.copy_due.set(0);
    book.changed(|_| {});
    if first && is_kept(book.app) {
        ask_to_keep(book, || {});
    }
}

/// Whether anything reaches the device.
pub fn is_kept(app: App) -> bool {
    let wanted = app.device.with_untracked(|device| device.settings.keep);
    wanted && !with_store(|store| store.is_memory_only())
}

/// Asks the browser to keep the data, and notes its answer.
pub fn ask_to_keep(book: Book, then: impl FnOnce() + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        if let Ok(answer) = keeping::persist().await {
            note(|meta| meta.persisted = Some(answer));
            book.changed(|_| {});
        }
        then();
    });
}

/// Runs something with a store that also has the check where only the memory of the app holds it.
pub fn with_check<T>(app: App, run: impl FnOnce(&dyn Store) -> T) -> T {
    let held = with_store(|store| {
        let there = store.read(CHECK).ok().flatten().and_then(|text| check::decode(&text).ok());
        let here = app.answers.get_untracked();
        let stray = app.device.with_untracked(|device| match device.keeping {
            Keeping::Unwanted | Keeping::Refused(_) => true,
            Keeping::Newer | Keeping::NotYet | Keeping::Saved(_) => !device.settings.keep,
        });
        let missing = stray && !here.is_empty() && there.is_none_or(|there| there.answers != here);
        if missing {
            store.hold(CHECK, app.check_text());
        }
        missing
    });
    let made = with_store(|store| run(store));
    if held {
        with_store(|store| {
            // Where nothing is kept, it stays as it is, so that a change can be taken back to the letter.
            if !store.is_memory_only() {
                store.let_go(CHECK);
            }
        });
    }
    made
}

/// The steps that bring a file in. Whether this device keeps anything stays as it is set here.
pub fn steps(app: App, preview: &Preview, choice: Choice) -> Vec<Step> {
    let keep = app.device.with_untracked(|device| device.settings.keep);
    let mut steps = preview.steps(choice, clock::edit_stamp());
    for step in &mut steps {
        if step.key == SETTINGS
            && let Some(theirs) = step.to.as_deref().and_then(|text| settings::decode(text).ok())
            && theirs.keep != keep
        {
            step.to = Some(settings::encode(settings::Settings { keep, ..theirs }, &clock::saved()));
        }
    }
    steps
}

/// Makes a change of many things; the check and the settings in front follow it.
pub fn change(book: Book, steps: &[Step]) -> Result<Done, ChangeError> {
    let app = book.app;
    let now: Stamp = clock::edit_stamp();
    let (done, check, set) = with_check(app, |_| {
        let done = book.attempt(steps, now);
        let read = |key: &str| with_store(|store| store.read(key)).ok().flatten();
        (done, read(CHECK), read(SETTINGS))
    });
    let done = done?;
    let touches = |key: &str| done.steps.iter().any(|step| step.key == key);
    if touches(CHECK) {
        app.take_check(check.as_deref());
    }
    if touches(SETTINGS)
        && let Some(text) = set
    {
        app.take_settings(&text);
    }
    Ok(done)
}

/// Looks once in a visit, after the diary was drawn, whether to remind of a copy.
pub fn look_for_reminder(book: Book) {
    if LOOKED.with(|looked| looked.replace(true)) {
        return;
    }
    focus::after_drawing(move || {
        let (known, today): (Meta, Date) = (noted(), clock::today());
        let nights = with_store(|store| usage::nights_since_copy(store, &known, today)).unwrap_or(0);
        if usage::is_copy_due(nights, &known, today, clock::now()) {
            book.copy_due.set(nights);
        }
    });
}

/// Puts the reminder off.
pub fn put_off(book: Book) {
    let today = clock::today();
    note(|meta| meta.put_off = Some(today));
    book.copy_due.set(0);
}

/// How many of a kind stand among keys: nights, results, changes, and everything else.
pub fn counts<'k>(keys: impl Iterator<Item = &'k str>) -> Usage {
    let mut found = Usage::default();
    for key in keys {
        match Kind::of(key) {
            Some(Kind::Night(_)) => found.nights += 1,
            Some(Kind::Lab) => found.results += 1,
            Some(Kind::Change) => found.changes += 1,
            Some(Kind::Experiment) => found.experiments += 1,
            Some(Kind::Wishes) => found.wishes += 1,
            Some(Kind::Check) => found.checks += 1,
            Some(Kind::Settings | Kind::Meta) | None => {}
        }
    }
    found
}

/// Removes these keys at once and for good.
pub fn remove_for_good(book: Book, keys: &[String]) -> Result<(), StoreError> {
    book::not_mine(keys);
    for key in keys {
        with_store(|store| store.remove(key))?;
    }
    book.changed(|_| {});
    book.draw_form_anew(|key| keys.iter().any(|gone| gone == key));
    Ok(())
}

/// Keys that begin so, in order.
pub fn keys(prefix: &str) -> Vec<String> {
    let mut found = with_store(|store| store.keys()).unwrap_or_default();
    found.retain(|key| key.starts_with(prefix));
    crate::order::by_rank(&mut found, String::clone);
    found
}

/// The text under a key.
pub fn text_of(key: &str) -> Option<String> {
    with_store(|store| store.read(key)).ok().flatten()
}
