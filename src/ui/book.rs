//! The diary as the screens see it: the entry being filled in, and what lies in the store, read when it is drawn.
//!
//! Decides when a night is written and what the person is told about it; what ends up under a key is decided by
//! `records`. Nothing is cached: a screen reads the nights it shows, so opening costs the same after ten years.

mod keeping;

use super::screens::trends::View;
pub use super::shelf::{is_begun, last_night, nights, not_mine, offered, put, read, taken_before, with_store};
use super::state::App;
use crate::browser::storage;
use crate::browser::{clock, location};
use crate::clinical::answers::Answers;
use crate::clinical::problems::Problem;
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::diary::entry::Entry;
use crate::diary::form::{self, Form};
use crate::diary::night::Night;
use crate::records::journal::{self, Step};
use crate::records::kind::night_key;
use crate::records::recover::{self, Recovered};
use crate::records::save::SaveError;
use crate::records::store::Store;
use crate::records::versions::Versions;
use crate::records::{NIGHT, check, night};
use crate::route::Route;
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    static BOOK: Cell<Option<Book>> = const { Cell::new(None) };
}

/// What the diary's screens share.
#[derive(Clone, Copy)]
pub struct Book {
    /// The app around it.
    pub app: App,
    /// The entry being filled in.
    pub form: RwSignal<Form>,
    /// What to tell.
    pub news: RwSignal<News>,
    /// How many nights are in no copy, when it is time to say so; else 0.
    pub copy_due: RwSignal<usize>,
    /// Which nights the trends show. Kept while the page is open, so that Back leads to what was seen.
    pub trends: RwSignal<View>,
}

/// What changed, and what the person is to know about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Counts every change of what is kept: what read the store is drawn anew.
    pub revision: u32,
    /// The night saved last in this visit.
    pub saved: Option<Night>,
    /// Steps that undo what was deleted last, and how many nights or lines that was.
    pub undo: Vec<Step>,
    /// Texts that wait for room.
    pub waiting: usize,
    /// Why the last save did not reach the device.
    pub refused: Option<SaveError>,
    /// Another tab saved the night that is being filled in here.
    pub met: bool,
    /// What became of a change that an earlier visit had not finished.
    pub recovered: Vec<Recovered>,
}

/// The one book of this page. Only for screens of the whole app, where it was begun.
pub fn book() -> Option<Book> {
    BOOK.with(Cell::get)
}

/// Begins: finishes what an earlier visit left, and opens the night to fill in.
pub fn begin(app: App) {
    let keep = app.device.with_untracked(|device| device.settings.keep);
    with_store(|store| store.set_memory_only(!keep));
    let now = clock::edit_stamp();
    let recovered = with_store(|store| recover::recover(store, now)).unwrap_or_default();
    let night = offered();
    let book = Book {
        app,
        form: RwSignal::new(Form::empty(night)),
        news: RwSignal::new(News { recovered, ..News::default() }),
        copy_due: RwSignal::new(0),
        trends: RwSignal::new(View::default()),
    };
    BOOK.with(|cell| cell.set(Some(book)));
    book.open(match Route::parse(&location::hash()) {
        Route::Night(asked) => asked,
        _ => night,
    });
    book.try_again_later();
}

/// The form of a night as it is opened: with what is noted, and what this tab had begun to change of it.
fn opened(night: Night) -> Form {
    let mut form = match read(night) {
        Ok(Some(kept)) => Form::of(night, &kept.now),
        _ => Form::empty(night),
    };
    if let Some(draft) = storage::draft(night).and_then(|text| check::decode(&text).ok()) {
        form.given = draft.answers;
        form.opened = Date::parse(&draft.page).map(Night);
    }
    form
}

impl Book {
    /// Opens a night, with what was begun of it in this tab.
    pub fn open(self, night: Night) {
        if self.form.with_untracked(|form| form.night == night && !form.is_untouched()) {
            return;
        }
        self.form.set(opened(night));
        self.news.update(|news| news.met = false);
    }

    /// Takes a change of the form, and keeps it over a reload of this tab.
    pub fn change(self, edit: impl FnOnce(&mut Form)) {
        self.form.update(edit);
        self.form.with_untracked(|form| {
            let kept = check::Kept {
                page: form.opened.map(|night| night.to_string()).unwrap_or_default(),
                answers: form.given.clone(),
                done: false,
                saved: clock::saved(),
            };
            storage::keep_draft(form.night, (!form.is_untouched()).then(|| check::encode(&kept)).as_deref());
        });
    }

    /// The night that is open. What follows this is drawn anew when another is opened, and not at each letter typed.
    pub fn night(self) -> Memo<Night> {
        Memo::new(move |_| self.form.with(|form| form.night))
    }

    /// Gives or, with an empty text, takes back an answer.
    pub fn give(self, key: &str, value: &str) {
        self.change(|form| form.given.set(key, value));
    }

    /// What is given for a key.
    pub fn given(self, key: &str) -> String {
        self.form.with(|form| form.given.get(key).unwrap_or_default().to_owned())
    }

    /// Whether the answer is this code.
    pub fn is(self, key: &str, code: &str) -> bool {
        self.form.with(|form| form.given.is(key, code))
    }

    /// The same, without drawing anew when it changes.
    pub fn was(self, key: &str, code: &str) -> bool {
        self.form.with_untracked(|form| form.given.is(key, code))
    }

    /// The person's own list: from the check, from the last nights, and what was typed here.
    pub fn medicines(self, recent: &[String]) -> Vec<String> {
        let mut names: Vec<String> =
            self.app.answers.with(|answers: &Answers| answers.medicines.iter().map(|m| m.typed.clone()).collect());
        let here: Vec<String> = self.form.with(|form| form.given.ticked(form::TAKEN).map(str::to_owned).collect());
        for name in recent.iter().cloned().chain(here) {
            if name != form::NONE && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Saves the night being filled in. On trouble with what was typed says so and goes nowhere.
    pub fn save(self) -> bool {
        let now = clock::edit_stamp();
        let form = self.form.get_untracked();
        let entry = match form.entry(now) {
            Ok(entry) => entry,
            Err(problems) => {
                self.complain(problems);
                return false;
            }
        };
        self.app.problems.set(Vec::new());
        let refused = match form.opened {
            Some(from) if from != form.night => self.move_night(from, form.night, entry, now),
            _ => self.write(form.night, entry, now),
        };
        storage::keep_draft(form.night, None);
        self.changed(|news| {
            news.saved = Some(form.night);
            news.refused = refused;
            news.met = false;
            news.undo.clear();
        });
        self.open_anew(form.night);
        true
    }

    fn open_anew(self, night: Night) {
        self.form.set(Form::empty(night));
        self.open(night);
    }

    /// Says what is wrong with what was entered, at the top of the screen.
    pub fn complain(self, problems: Vec<Problem>) {
        self.app.complain(problems);
    }

    fn write(self, night: Night, entry: Entry, now: Stamp) -> Option<SaveError> {
        let text = match read(night) {
            Ok(Some(kept)) => {
                let created = kept.now.created;
                night::encode(night, &kept.edit(Entry { created, ..entry }, now))
            }
            _ => night::encode(night, &Versions::first(entry)),
        };
        put(&night_key(night), text, now)
    }

    /// Moves an entry to another night, which has none.
    fn move_night(self, from: Night, to: Night, entry: Entry, now: Stamp) -> Option<SaveError> {
        let key = night_key(from);
        let Ok(Some(there)) = with_store(|store| store.read(&key)) else { return self.write(to, entry, now) };
        let steps = [
            Step { key: night_key(to), from: None, to: Some(night::encode(to, &Versions::first(entry.clone()))) },
            Step { key, from: Some(there), to: None },
        ];
        match with_store(|store| journal::run(store, &steps, now)) {
            Ok(_) => None,
            Err(_) => self.write(to, entry, now),
        }
    }

    /// The form no longer belongs to a night that is gone.
    pub fn forget(self, night: Night) {
        storage::keep_draft(night, None);
        self.form.set(Form::empty(night));
    }

    /// Takes the entry being filled in to another night; where nothing was entered, opens that night. Says whether it
    /// did: a night that has an entry is not written over.
    pub fn move_to(self, night: Night) -> bool {
        let (here, untouched, opened) = self.form.with_untracked(|form| (form.night, form.is_untouched(), form.opened));
        if night == here {
            return true;
        }
        let there = !matches!(read(night), Ok(None));
        let back = opened == Some(night);
        if there && !back && !untouched {
            return false;
        }
        if !there && (opened.is_some() || !untouched) || back {
            storage::keep_draft(here, None);
            self.change(|form| form.night = night);
        }
        location::replace(&Route::Night(night).href());
        true
    }

    /// The address has changed.
    pub fn arrive(self, route: Route) {
        self.news.update(|news| {
            // Only a night that was deleted on its own page is brought back from the diary.
            if route != Route::Diary || news.undo.iter().any(|step| !step.key.starts_with(NIGHT)) {
                news.undo.clear();
            }
            news.recovered.clear();
        });
        match route {
            Route::Night(night) => self.open(night),
            Route::Diary if self.form.with_untracked(Form::is_untouched) => self.open_anew(offered()),
            _ => {}
        }
    }
}
