//! What is set, what is deleted, and what another tab wrote.

use super::{App, Keeping};
use crate::browser::storage::{self, StoreError};
use crate::browser::{clock, focus, theme};
use crate::clinical::answers::Answers;
use crate::records::settings::{self, Settings, Theme};
use crate::records::{CHECK, SETTINGS, check};
use leptos::prelude::*;

impl App {
    /// Sets something. Settings are no health data: they are kept even when the answers are not.
    pub fn set(self, edit: impl FnOnce(&mut Settings)) {
        let before = self.device.with_untracked(|device| device.settings);
        self.device.update(|device| {
            edit(&mut device.settings);
            if device.settings.theme != Theme::Night {
                device.day = device.settings.theme;
            }
        });
        let now = self.device.with_untracked(|device| device.settings);
        theme::show(now.theme);
        let _ = storage::write(SETTINGS, &settings::encode(now, &clock::saved()));
        if now.keep != before.keep {
            self.keep_or_forget(now.keep);
        }
    }

    fn keep_or_forget(self, keep: bool) {
        if let Some(rest) = self.rest {
            (rest.keep)(keep);
        }
        if keep {
            self.device.update(|device| device.keeping = Keeping::NotYet);
            if !self.answers.with_untracked(Answers::is_empty) {
                self.save();
            }
        } else {
            let removed = storage::remove(CHECK);
            self.device.update(|device| {
                device.keeping = removed.map_or_else(Keeping::Refused, |()| Keeping::Unwanted);
            });
        }
    }

    /// Night view, and back from it.
    pub fn turn_night(self) {
        let day = self.device.with_untracked(|device| device.day);
        self.set(|settings| settings.theme = if settings.theme == Theme::Night { day } else { Theme::Night });
    }

    /// Throws the answers away, here and on the device.
    pub fn forget_answers(self) {
        self.answers.set(Answers::default());
        let _ = storage::remove(CHECK);
        self.device.update(|device| {
            device.page = "";
            device.done = false;
            device.begun = None;
            device.changing = None;
            device.removed = None;
            if device.settings.keep && matches!(device.keeping, Keeping::Saved(_)) {
                device.keeping = Keeping::NotYet;
            }
        });
    }

    /// Deletes everything of this site from the device. What is set goes on for this visit only.
    pub fn delete_everything(self) {
        self.forget_answers();
        if let Some(rest) = self.rest {
            (rest.forget)();
        }
        let deleted = storage::remove_all();
        self.device.update(|device| {
            device.aside = false;
            device.other_tab = false;
            match deleted {
                Ok(()) => device.deleted = true,
                Err(StoreError::Blocked) => device.deleted = true,
                Err(error) => device.keeping = Keeping::Refused(error),
            }
            if device.keeping == Keeping::Newer {
                device.keeping = Keeping::NotYet;
            }
        });
    }

    /// Takes a check that was brought in, or put back as it was; `None` when there is none now.
    pub fn take_check(self, text: Option<&str>) {
        let kept = text.and_then(|text| check::decode(text).ok());
        let answers = kept.map(|kept| self.device.try_update(|device| device.take(kept)).unwrap_or_default());
        self.answers.set(answers.unwrap_or_default());
    }

    /// Takes settings that were brought in, or put back as they were.
    pub fn take_settings(self, text: &str) {
        if let Ok(now) = settings::decode(text) {
            self.device.update(|device| device.settings = now);
            theme::show(now.theme);
        }
    }

    /// Another tab changed what is kept under a key (`None`: everything was cleared).
    pub fn other_tab(self, key: Option<String>) {
        if key.as_deref().is_none_or(|key| key == SETTINGS)
            && let Ok(Some(text)) = storage::read(SETTINGS)
            && let Ok(now) = settings::decode(&text)
        {
            self.device.update(|device| device.settings = now);
            theme::show(now.theme);
            if let Some(rest) = self.rest {
                (rest.keep)(now.keep);
            }
        }
        if let Some(rest) = self.rest {
            (rest.other_tab)(key.as_deref());
        }
        if key.is_none_or(|key| key == CHECK) && self.device.with_untracked(|device| device.settings.keep) {
            self.take_newest();
        }
    }

    /// Loads the answers of the other tab, without dropping a text that is being typed here.
    fn take_newest(self) {
        let mut newest = match storage::read(CHECK) {
            Ok(Some(text)) => match check::decode(&text) {
                Ok(kept) => kept.answers,
                Err(_) => return,
            },
            Ok(None) => Answers::default(),
            Err(_) => return,
        };
        let here = self.answers.get_untracked();
        if let Some(key) = focus::name().filter(|_| !newest.is_empty())
            && let Some(text) = here.get(&key)
        {
            newest.set(&key, text);
        }
        if newest != here {
            self.answers.set(newest);
            self.device.update(|device| device.other_tab = true);
        }
    }
}
