//! What stands beside the nights, as its screens see it: three forms being filled in, and what lies in the store.
//!
//! Decides when a result, a change or an experiment is written; what ends up under a key is decided by `records`. A form
//! being filled in has a draft of its own for each record, so that none is lost by opening another. Which experiment is
//! running is looked up once, and again when one is written: the diary asks it at every entry.

use super::book::{self, with_store};
use super::parts::entry::Texts;
use super::state::App;
use crate::browser::{clock, crypto, storage};
use crate::clinical::answers::Answers;
use crate::content::Said;
use crate::diary::clock::Stamp;
use crate::diary::experiment::Experiment;
use crate::diary::form;
use crate::diary::night::Night;
use crate::diary::timeline::{Change, Lab};
use crate::records::envelope::ReadError;
use crate::records::store::Store;
use crate::records::versions::Versions;
use crate::records::{CHANGE, EXPERIMENT, LAB, change, check, experiment, lab};
use crate::route::Route;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

/// In place of an id: a record that is not kept yet.
const NEW: &str = "new";

thread_local! {
    static FORMS: Cell<Option<Forms>> = const { Cell::new(None) };
    /// The key of the experiment that is planned or under way, once it was looked for.
    static RUNNING: RefCell<Option<Option<String>>> = const { RefCell::new(None) };
}

/// The forms.
#[derive(Clone, Copy)]
pub struct Forms {
    /// Of a blood test result.
    pub lab: Sheet,
    /// Of a change.
    pub change: Sheet,
    /// Of what is tried.
    pub trial: Sheet,
}

/// A form being filled in.
#[derive(Clone, Copy)]
pub struct Sheet {
    app: App,
    prefix: &'static str,
    blank: fn(Option<&str>) -> Answers,
    /// Taps and typed words.
    pub given: RwSignal<Answers>,
    /// The record being changed; none for a new one.
    pub key: RwSignal<Option<String>>,
    /// A value to be confirmed, and what is unusual about it.
    pub asking: RwSignal<Option<(String, Said)>>,
    /// Whether it was saved just now.
    pub saved: RwSignal<bool>,
    /// The screen it was opened from, and leads back to.
    pub from: RwSignal<Route>,
}

/// Records of a kind that lie in the store.
pub struct Kept<T> {
    /// Each with its key.
    pub records: Vec<(String, T)>,
    /// How many cannot be read.
    pub unread: usize,
}

/// The forms of this page. Only for screens of the whole app, where they were begun.
pub fn forms() -> Option<Forms> {
    FORMS.with(Cell::get)
}

/// Begins, with what was being filled in before a reload.
pub fn begin(app: App) {
    let lab = Sheet::begin(app, LAB, |text| of(text, lab::decode, form::lab::of));
    let change = Sheet::begin(app, CHANGE, |text| of(text, change::decode, form::change::of));
    let trial = Sheet::begin(app, EXPERIMENT, |_| form::trial::offered(crypto::random()));
    FORMS.with(|forms| forms.set(Some(Forms { lab, change, trial })));
}

fn of<T>(text: Option<&str>, decode: fn(&str) -> Result<Versions<T>, ReadError>, form: fn(&T) -> Answers) -> Answers {
    text.and_then(|text| decode(text).ok()).map_or_else(Answers::default, |kept| form(&kept.now))
}

/// The address has changed.
pub fn arrive(route: Route) {
    let Some(forms) = forms() else { return };
    for sheet in [forms.lab, forms.change, forms.trial] {
        sheet.asking.set(None);
        if route != Route::Timeline {
            sheet.saved.set(false);
        }
        if !matches!(route, Route::Lab | Route::Change) {
            sheet.from.set(Route::Timeline);
        }
    }
}

/// Another tab wrote under a key (`None`: everything was cleared).
pub fn other_tab(key: Option<&str>) {
    if key.is_none_or(|key| key.starts_with(EXPERIMENT)) {
        RUNNING.with(|running| running.replace(None));
    }
    let Some(forms) = forms() else { return };
    for sheet in [forms.lab, forms.change] {
        let here = sheet.key.get_untracked();
        if here.is_some() && here.as_deref() == key && !sheet.is_begun() {
            sheet.open(here);
        }
    }
}

/// Everything is being deleted: what is being filled in goes too.
pub fn forget_everything() {
    RUNNING.with(|running| running.replace(None));
    let Some(forms) = forms() else { return };
    for sheet in [forms.lab, forms.change, forms.trial] {
        sheet.open(None);
        sheet.saved.set(false);
    }
}

/// Something is written under a key by this tab.
pub fn written(key: &str) {
    if key.starts_with(EXPERIMENT) {
        RUNNING.with(|running| running.replace(None));
    }
}

/// The experiment that is planned or under way.
pub fn running() -> Option<(String, Experiment)> {
    let over = over();
    let known = RUNNING.with(|running| running.borrow().clone());
    let key = known.unwrap_or_else(|| {
        let found = all(EXPERIMENT, experiment::decode).records.into_iter();
        let key = found.filter(|(_, plan)| plan.is_running(over)).map(|(key, _)| key).next();
        RUNNING.with(|running| running.replace(Some(key.clone())));
        key
    })?;
    let text = with_store(|store| store.read(&key)).ok().flatten()?;
    let plan = experiment::decode(&text).ok()?.now;
    plan.is_running(over).then_some((key, plan))
}

/// The last night that is over.
pub fn over() -> Night {
    let (today, now) = (clock::today(), clock::now());
    let last = Night(today).plus(-1).unwrap_or(Night(today));
    let noted = matches!(book::read(last), Ok(Some(_)));
    Night::over(today, now, noted).unwrap_or(last)
}

/// Everything of a kind.
pub fn all<T>(prefix: &str, decode: fn(&str) -> Result<Versions<T>, ReadError>) -> Kept<T> {
    let keys = with_store(|store| store.keys()).unwrap_or_default();
    let mut kept = Kept { records: Vec::new(), unread: 0 };
    for key in keys.into_iter().filter(|key| key.starts_with(prefix)) {
        let text = with_store(|store| store.read(&key)).ok().flatten().unwrap_or_default();
        match decode(&text) {
            Ok(versions) => kept.records.push((key, versions.now)),
            Err(_) => kept.unread += 1,
        }
    }
    kept
}

/// Every change, for what reads them beside the nights.
pub fn changes() -> Vec<Change> {
    all(CHANGE, change::decode).records.into_iter().map(|(_, change)| change).collect()
}

/// Keeps a result, in the place of the one being changed.
pub fn keep_lab(key: Option<String>, new: Lab, now: Stamp) {
    let text = |there: Option<&str>| match there.and_then(|text| lab::decode(text).ok()) {
        Some(kept) => {
            let created = kept.now.created;
            lab::encode(&kept.edit(Lab { created, ..new.clone() }, now))
        }
        None => lab::encode(&Versions::first(new.clone())),
    };
    keep(key, LAB, text, now);
}

/// Keeps a change, in the place of the one being changed.
pub fn keep_change(key: Option<String>, new: Change, now: Stamp) {
    let text = |there: Option<&str>| match there.and_then(|text| change::decode(text).ok()) {
        Some(kept) => {
            let created = kept.now.created;
            change::encode(&kept.edit(Change { created, ..new.clone() }, now))
        }
        None => change::encode(&Versions::first(new.clone())),
    };
    keep(key, CHANGE, text, now);
}

/// Keeps a plan, in the place of the one that lies there.
pub fn keep_plan(key: Option<String>, new: Experiment, now: Stamp) {
    let text = |there: Option<&str>| match there.and_then(|text| experiment::decode(text).ok()) {
        Some(kept) => experiment::encode(&kept.edit(new.clone(), now)),
        None => experiment::encode(&Versions::first(new.clone())),
    };
    keep(key, EXPERIMENT, text, now);
}

fn keep(key: Option<String>, prefix: &str, text: impl Fn(Option<&str>) -> String, now: Stamp) {
    let key = key.unwrap_or_else(|| format!("{prefix}{:016x}", crypto::random()));
    let there = with_store(|store| store.read(&key)).ok().flatten();
    let refused = book::put(&key, text(there.as_deref()), now);
    if let Some(book) = book::book() {
        book.changed(|news| {
            news.refused = refused;
            news.undo.clear();
        });
    }
}

impl Sheet {
    fn begin(app: App, prefix: &'static str, blank: fn(Option<&str>) -> Answers) -> Self {
        let sheet = Self {
            app,
            prefix,
            blank,
            given: RwSignal::new(Answers::default()),
            key: RwSignal::new(None),
            asking: RwSignal::new(None),
            saved: RwSignal::new(false),
            from: RwSignal::new(Route::Timeline),
        };
        sheet.open(storage::draft(prefix).filter(|key| !key.is_empty()));
        sheet
    }

    /// Opens a record, or a new one, with what was begun of it in this tab.
    pub fn open(self, key: Option<String>) {
        storage::keep_draft(self.prefix, key.as_deref());
        let draft = storage::draft(draft_of(self.prefix, key.as_deref()));
        let begun = draft.and_then(|text| check::decode(&text).ok()).map(|kept| kept.answers);
        self.given.set(begun.unwrap_or_else(|| self.untouched(key.as_deref())));
        self.key.set(key);
        self.asking.set(None);
    }

    fn untouched(self, key: Option<&str>) -> Answers {
        let text = key.and_then(|key| with_store(|store| store.read(key)).ok().flatten());
        (self.blank)(text.as_deref())
    }

    /// Whether something was entered since it was opened.
    pub fn is_begun(self) -> bool {
        let key = self.key.get_untracked();
        storage::draft(draft_of(self.prefix, key.as_deref())).is_some()
    }

    /// Takes a change of the form, and keeps it over a reload of this tab.
    pub fn change(self, edit: impl FnOnce(&mut Answers)) {
        self.given.update(edit);
        let key = self.key.get_untracked();
        let answers = self.given.get_untracked();
        let touched = answers != self.untouched(key.as_deref());
        let kept = check::Kept { page: String::new(), answers, done: false, saved: clock::saved() };
        let text = touched.then(|| check::encode(&kept));
        storage::keep_draft(draft_of(self.prefix, key.as_deref()), text.as_deref());
    }

    /// Forgets what was being filled in, and is ready for a new one.
    pub fn done(self) {
        let key = self.key.get_untracked();
        storage::keep_draft(draft_of(self.prefix, key.as_deref()), None);
        self.open(None);
    }
}

/// Whether this tab has begun to change a record and not saved it.
pub fn is_begun(prefix: &str, key: &str) -> bool {
    storage::draft(draft_of(prefix, Some(key))).is_some()
}

/// Forgets what was begun of a record.
pub fn forget(prefix: &str, key: &str) {
    storage::keep_draft(draft_of(prefix, Some(key)), None);
}

/// What the draft of a record is called: as its key, and so unlike that of any night.
fn draft_of(prefix: &str, key: Option<&str>) -> String {
    let id = key.and_then(|key| key.strip_prefix(prefix)).unwrap_or(NEW);
    format!("{prefix}{id}")
}

impl Texts for Sheet {
    fn of(self) -> App {
        self.app
    }

    fn texts(self) -> RwSignal<Answers> {
        self.given
    }

    fn put(self, key: &str, value: &str) {
        self.change(|given| given.set(key, value));
    }
}
