//! Changes of what is kept: several keys at once, taking them back, what waits for room, and other tabs.

use super::{Book, News};
use crate::browser::{clock, storage};
use crate::diary::clock::Stamp;
use crate::diary::form::Form;
use crate::diary::night::Night;
use crate::records::journal::{self, ChangeError, Done, Step};
use crate::records::kind::night_key;
use crate::records::layered::Layered;
use crate::records::save::SaveError;
use crate::records::store::{Store, StoreError};
use crate::records::{CHECK, DELETED};
use crate::ui::beside;
use crate::ui::screens::trends::View;
use crate::ui::shelf::{meet_again, not_mine, nothing_mine, with_store};
use crate::ui::state::Keeping;
use leptos::prelude::*;

/// How often to try again to write what waits for room, in milliseconds.
const RETRY: i32 = 5_000;

impl Book {
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
        nothing_mine();
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

    pub(super) fn try_again_later(self) {
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
            None => nothing_mine(),
        }
        self.changed(|_| {});
        self.draw_form_anew(|open| key.is_none_or(|key| key == open));
    }
}
