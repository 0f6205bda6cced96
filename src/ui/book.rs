//! The diary as the screens see it: the entry being filled in, and what lies in the store, read when it is drawn.
//!
//! Decides when a night is written and what the person is told about it; what ends up under a key is decided by
//! `records`. Nothing is cached: a screen reads the nights it shows, so opening costs the same after ten years.

use super::beside;
use super::screens::trends::View;
use super::state::{App, Keeping};
use crate::browser::storage::{self, Device};
use crate::browser::{clock, focus, location};
use crate::clinical::answers::Answers;
use crate::clinical::problems::Problem;
use crate::date::Date;
use crate::diary::clock::Stamp;
use crate::diary::entry::{Entry, Recorded};
use crate::diary::form::{self, Form};
use crate::diary::night::{Night, Rhythm};
use crate::records::envelope::ReadError;
use crate::records::journal::{self, ChangeError, Done, Step};
use crate::records::kind::{Kind, night_key};
use crate::records::layered::Layered;
use crate::records::recover::{self, Recovered};
use crate::records::save::{SaveError, save};
use crate::records::store::{Store, StoreError};
use crate::records::versions::Versions;
use crate::records::{CHECK, DELETED, NIGHT, check, night};
use crate::route::Route;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// How often to try again to write what waits for room, in milliseconds.
const RETRY: i32 = 5_000;

thread_local! {
    static STORE: Layered<Device> = const { Layered::new(Device, false) };
    static BOOK: Cell<Option<Book>> = const { Cell::new(None) };
    /// What this tab wrote last under a key: another tab that wrote at the same moment may have overlooked it.
    static MINE: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
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

/// Runs something with the store.
pub fn with_store<T>(run: impl FnOnce(&Layered<Device>) -> T) -> T {
    STORE.with(run)
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

/// The night to note now.
pub fn offered() -> Night {
    let (today, now) = (clock::today(), clock::now());
    let last = Night(today).plus(-1);
    let empty = last.is_none_or(|night| read(night).is_ok_and(|kept| kept.is_none()));
    Night::offered(today, now, Rhythm::ByNight, empty).unwrap_or(Night(today))
}

/// The night just gone, or tonight once it has an entry.
pub fn last_night() -> Night {
    let tonight = Night(clock::today());
    let noted = matches!(read(tonight), Ok(Some(_)));
    if noted { tonight } else { tonight.plus(-1).unwrap_or(tonight) }
}

/// What is noted for a night.
pub fn read(night: Night) -> Result<Option<Versions<Entry>>, ReadError> {
    match with_store(|store| store.read(&night_key(night))) {
        Ok(Some(text)) => night::decode(night, &text).map(Some),
        _ => Ok(None),
    }
}

/// Whether this tab has begun an entry of a night and not saved it.
pub fn is_begun(night: Night) -> bool {
    storage::draft(night).is_some()
}

/// The entries of so many nights up to and with the last one, oldest first. Reads no other key.
pub fn nights(last: Night, count: i32) -> Vec<Recorded> {
    let one = |back: i32| {
        let night = last.plus(-back)?;
        read(night).ok().flatten().map(|kept| Recorded { night, entry: kept.now })
    };
    (0..count).rev().filter_map(one).collect()
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
    pub fn medicines(self) -> Vec<String> {
        let mut names: Vec<String> =
            self.app.answers.with(|answers: &Answers| answers.medicines.iter().map(|m| m.typed.clone()).collect());
        let night = self.form.with(|form| form.night);
        let recent = nights(night, 14).into_iter().rev().flat_map(|r| r.entry.taken.unwrap_or_default());
        let here: Vec<String> = self.form.with(|form| form.given.ticked(form::TAKEN).map(str::to_owned).collect());
        for name in recent.chain(here) {
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
        self.app.problems.set(problems);
        self.app.title();
        focus::after_drawing(|| {
            focus::top();
            focus::to("#errors");
        });
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

    /// Deletes the keys in one change that can be undone. Says whether it was done.
    pub fn delete(self, keys: &[String]) -> bool {
        let now = clock::edit_stamp();
        let step = |key: &String| {
            let from = with_store(|store| store.read(key)).ok().flatten()?;
            Some(Step { key: key.clone(), from: Some(from), to: None })
        };
        let steps: Vec<Step> = keys.iter().filter_map(step).collect();
        not_mine(keys);
        self.run(&steps, now)
    }

    /// Makes a change of several keys that can be undone.
    pub fn run(self, steps: &[Step], now: Stamp) -> bool {
        steps.iter().for_each(|step| beside::written(&step.key));
        match with_store(|store| journal::run(store, steps, now)) {
            Ok(done) => {
                self.changed(|news| {
                    news.undo = journal::reversed(&done.steps);
                    news.refused = None;
                });
                true
            }
            Err(ChangeError::Unchanged(error)) => {
                self.changed(|news| news.refused = Some(error));
                false
            }
            Err(ChangeError::Unfinished) => {
                self.changed(|news| news.refused = Some(SaveError::Full));
                false
            }
        }
    }

    /// Makes a change whose outcome the screen itself tells. Where nothing was changed, nothing waits in memory either.
    pub fn attempt(self, steps: &[Step], now: Stamp) -> Result<Done, ChangeError> {
        let gone: Vec<String> = steps.iter().filter(|step| step.to.is_none()).map(|step| step.key.clone()).collect();
        not_mine(&gone);
        let done = with_store(|store| journal::run(store, steps, now))?;
        done.steps.iter().for_each(|step| beside::other_tab(Some(&step.key)));
        self.changed(|_| {});
        self.draw_form_anew(|key| done.steps.iter().any(|step| step.key == key));
        Ok(done)
    }

    /// The night that is open follows what became of it, unless an entry is being filled in.
    pub fn draw_form_anew(self, is_changed: impl Fn(&str) -> bool) {
        let (night, untouched) = self.form.with_untracked(|form| (form.night, form.is_untouched()));
        if !is_changed(&night_key(night)) {
            return;
        }
        if untouched {
            self.open_anew(night);
        } else {
            self.news.update(|news| news.met = true);
        }
    }

    /// Everything is being deleted: nothing of it may come back from memory.
    pub fn forget_everything(self) {
        with_store(Layered::let_all_go);
        MINE.with(|mine| mine.borrow_mut().clear());
        storage::forget_drafts();
        beside::forget_everything();
        self.form.set(Form::empty(Night(clock::today()).plus(-1).unwrap_or(Night(clock::today()))));
        self.copy_due.set(0);
        self.trends.set(View::default());
        let revision = self.news.with_untracked(|news| news.revision);
        self.news.set(News { revision: revision.wrapping_add(1), ..News::default() });
    }

    /// Takes back what was deleted or brought in last.
    pub fn undo(self) {
        let steps = self.news.with_untracked(|news| news.undo.clone());
        if self.run(&steps, clock::edit_stamp()) {
            self.news.update(|news| news.undo.clear());
        }
        let night = self.form.with_untracked(|form| form.night);
        self.open(night);
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

    /// What is kept has changed.
    pub fn changed(self, edit: impl FnOnce(&mut News)) {
        let waiting = with_store(Layered::held);
        self.news.update(|news| {
            edit(news);
            news.revision = news.revision.wrapping_add(1);
            news.waiting = waiting;
        });
        self.tell();
    }

    /// The banner of the app follows what became of the last save.
    fn tell(self) {
        let refused = self.news.with_untracked(|news| news.refused);
        let keeping = match refused {
            Some(SaveError::Full) => Keeping::Refused(StoreError::Full),
            Some(SaveError::Blocked) if !self.app.device.with_untracked(|device| device.settings.keep) => {
                Keeping::Unwanted
            }
            Some(SaveError::Blocked) => Keeping::Refused(StoreError::Blocked),
            Some(SaveError::Newer) => Keeping::Newer,
            Some(SaveError::Invalid) | None => return,
        };
        self.app.device.update(|device| device.keeping = keeping);
    }

    /// What reads the store asks this first, and is drawn anew when it has changed.
    pub fn follow(self) {
        self.news.with(|news| news.revision);
    }

    fn try_again_later(self) {
        clock::after(RETRY, move || {
            self.retry();
            self.try_again_later();
        });
    }

    /// Writes what waits for room, if there is some now.
    pub fn retry(self) {
        let before = with_store(Layered::held);
        if before == 0 || with_store(|store| store.retry(clock::edit_stamp())) == before {
            return;
        }
        if with_store(Layered::held) == 0 {
            self.app.device.update(|device| device.keeping = Keeping::Saved(clock::time()));
        }
        self.changed(|news| news.refused = None);
    }

    /// Whether to keep anything on the device was set anew: what memory holds is then written. What lies on the device
    /// stays there until it is deleted.
    pub fn keep(self, keep: bool) {
        with_store(|store| {
            store.set_memory_only(!keep);
            // A check lies in this memory only while a copy is looked at: the app itself keeps the newest one.
            store.let_go(CHECK);
        });
        self.retry();
    }

    /// Another tab wrote under a key (`None`: everything was cleared).
    pub fn other_tab(self, key: Option<&str>) {
        match key {
            // What waits for room is not written at once: the room may come from everything being deleted.
            Some(DELETED) => {
                self.forget_everything();
                self.app.take_check(None);
                self.app.device.update(|device| device.other_tab = true);
                return;
            }
            Some(key) => meet_again(key),
            None => MINE.with(|mine| mine.borrow_mut().clear()),
        }
        self.changed(|_| {});
        let form = self.form.get_untracked();
        if key.is_some_and(|key| key != night_key(form.night)) {
            return;
        }
        if form.is_untouched() {
            self.open_anew(form.night);
        } else {
            self.news.update(|news| news.met = true);
        }
    }
}

/// Writes a text by the write rule; what the store refuses is held in memory.
pub fn put(key: &str, text: String, now: Stamp) -> Option<SaveError> {
    beside::written(key);
    match with_store(|store| save(store, key, &text, now)) {
        Ok(saved) => {
            // What keeps no second version is whoever wrote it last: two tabs would write it against each other for ever.
            if Kind::of(key).is_some_and(Kind::keeps_both) {
                MINE.with(|mine| mine.borrow_mut().insert(key.to_owned(), saved.text));
            }
            let memory = with_store(Layered::is_memory_only);
            memory.then_some(SaveError::Blocked)
        }
        Err(error) => {
            with_store(|store| store.hold(key, text));
            Some(error)
        }
    }
}

/// Two tabs that write one key at the same moment do not see each other: whichever hears of it meets again.
fn meet_again(key: &str) {
    let mine = MINE.with(|mine| mine.borrow().get(key).cloned());
    let Some(mine) = mine else { return };
    match with_store(|store| store.read(key)) {
        // Deleted in the other tab, on purpose.
        Ok(None) => drop(MINE.with(|all| all.borrow_mut().remove(key))),
        Ok(Some(_)) => drop(put(key, mine, clock::edit_stamp())),
        Err(_) => {}
    }
}

/// This tab no longer stands for what it wrote under these keys.
pub fn not_mine(keys: &[String]) {
    MINE.with(|mine| mine.borrow_mut().retain(|key, _| !keys.contains(key)));
}
