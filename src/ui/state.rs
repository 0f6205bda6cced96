//! The state of the app: one value that every screen is handed, with few signals in it.
//!
//! Decides when things are kept: every answer when it is given. Decides nothing medical: what an answer means, which
//! page follows and what is wrong with one are asked of `clinical`. What cannot be kept stays in memory,
//! and [`Device::keeping`] says so.

mod device;
mod going;
mod keeping;

pub use device::{Device, Keeping, LateWords, Rest, Whole};

use crate::browser::storage;
use crate::browser::{clock, focus, in_frame, location, theme, whole};
use crate::clinical::answers::Answers;
use crate::clinical::flow;
use crate::clinical::problems::Problem;
use crate::clinical::report::{Report, report};
use crate::content::{self, Country, Emergency, Field, Page};
use crate::date::Date;
use crate::records::envelope::ReadError;
use crate::records::settings::{self, Settings, Theme};
use crate::records::{CHECK, SETTINGS, check};
use crate::route::Route;
use leptos::prelude::*;

/// Everything the screens share.
#[derive(Clone, Copy)]
pub struct App {
    /// The screen in front.
    pub route: RwSignal<Route>,
    /// The answers.
    pub answers: RwSignal<Answers>,
    /// What was wrong when Continue was last tapped.
    pub problems: RwSignal<Vec<Problem>>,
    /// Everything about this device and this visit.
    pub device: RwSignal<Device>,
    /// The screens that only the whole app has.
    pub rest: Option<&'static Rest>,
}

impl App {
    /// Reads what is kept, what the first build hands over, and where the address points.
    pub fn load(rest: Option<&'static Rest>) -> Self {
        let mut device = Device {
            settings: Settings { keep: !in_frame(), ..Settings::default() },
            day: Theme::System,
            keeping: Keeping::NotYet,
            begun: None,
            page: "",
            done: false,
            late: LateWords::Loading,
            learn: LateWords::Loading,
            whole: Whole::Quiet,
            other_tab: false,
            aside: false,
            deleted: false,
            changing: None,
            removed: None,
        };
        if let Ok(Some(text)) = storage::read(SETTINGS) {
            device.settings = settings::decode(&text).unwrap_or(device.settings);
        }
        let handed = whole::handed();
        if handed.is_some() {
            // The heading that had the focus went with the screen of the first build.
            focus::after_drawing(|| {
                focus::to("main h1");
            });
        }
        if let Some([_, settings]) = &handed {
            device.settings = settings::decode(settings).unwrap_or(device.settings);
        }
        let mut answers = Answers::default();
        match storage::read(CHECK) {
            Err(error) => device.keeping = Keeping::Refused(error),
            Ok(None) if device.settings.keep => {
                if let Err(error) = storage::has_room() {
                    device.keeping = Keeping::Refused(error);
                }
            }
            Ok(None) => {}
            Ok(Some(text)) => match check::decode(&text) {
                Ok(kept) => answers = device.take(kept),
                Err(ReadError::Newer) => device.keeping = Keeping::Newer,
                Err(ReadError::Unreadable) => {
                    device.aside = true;
                    if let Err(error) = storage::set_aside(CHECK, &text) {
                        device.keeping = Keeping::Refused(error);
                    }
                }
            },
        }
        if let Some(kept) = handed.and_then(|[check, _]| check::decode(&check).ok()) {
            answers = device.take(kept);
        }
        if !device.settings.keep && device.keeping == Keeping::NotYet {
            device.keeping = Keeping::Unwanted;
        }
        theme::show(device.settings.theme);
        Self {
            route: RwSignal::new(Route::parse(&location::hash())),
            answers: RwSignal::new(answers),
            problems: RwSignal::new(Vec::new()),
            device: RwSignal::new(device),
            rest,
        }
    }

    /// Today's date on the device.
    pub fn today(self) -> Date {
        clock::today()
    }

    /// What follows from the answers.
    pub fn report(self) -> Report {
        self.answers.with(|answers| report(answers, self.today()))
    }

    /// Whether an input is asked now.
    pub fn asks(self, page: &'static Page, field: &'static Field) -> bool {
        self.answers.with(|answers| flow::fields(page, answers, self.today()).any(|asked| asked.id == field.id))
    }

    /// The answer to an input, or an empty text.
    pub fn answer(self, key: &str) -> String {
        self.answers.with(|answers| answers.get(key).unwrap_or_default().to_owned())
    }

    /// Whether the answer is this code.
    pub fn is(self, key: &str, code: &str) -> bool {
        self.answers.with(|answers| answers.is(key, code))
    }

    /// Where the person lives, if they said.
    pub fn country(self) -> Option<Country> {
        self.answers.with(|answers| answers.get("country").and_then(Country::from_code))
    }

    /// Whom to call there.
    pub fn emergency(self) -> Option<&'static Emergency> {
        let here = self.answer("country");
        content::emergency::emergency(Some(here.as_str()).filter(|code| !code.is_empty()))
    }

    /// Takes a change of the answers and keeps it at once.
    pub fn change(self, edit: impl FnOnce(&mut Answers)) {
        self.answers.update(edit);
        self.save();
    }

    /// Gives or, with an empty text, takes back an answer.
    pub fn give(self, key: &str, value: &str) {
        self.change(|answers| answers.set(key, value));
    }

    /// Keeps everything, if that is wished and possible.
    pub fn save(self) {
        let wanted = self.device.with_untracked(|device| device.settings.keep && device.keeping != Keeping::Newer);
        if !wanted {
            return;
        }
        let keeping = match storage::write(CHECK, &self.check_text()) {
            Ok(()) => Keeping::Saved(clock::time()),
            Err(error) => Keeping::Refused(error),
        };
        if self.device.with_untracked(|device| device.keeping != keeping) {
            self.device.update(|device| device.keeping = keeping);
        }
    }

    /// The check as it would be kept.
    pub fn check_text(self) -> String {
        let (page, done) = self.device.with_untracked(|device| (device.page.to_owned(), device.done));
        check::encode(&check::Kept { page, answers: self.answers.get_untracked(), done, saved: clock::saved() })
    }

    /// Starts the build that has every screen in place of this one.
    pub fn start_whole(self) {
        if self.device.with_untracked(|device| device.whole == Whole::Loading) {
            return;
        }
        self.device.update(|device| device.whole = Whole::Loading);
        let settings = self.device.with_untracked(|device| settings::encode(device.settings, &clock::saved()));
        whole::start(self.check_text(), settings, move |started| {
            self.device.update(|device| device.whole = if started { Whole::Taken } else { Whole::Failed });
        });
    }

    /// Whether the whole app draws now and this build is to be silent.
    pub fn is_taken(self) -> bool {
        self.device.with_untracked(|device| device.whole == Whole::Taken)
    }
}
