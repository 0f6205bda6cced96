//! The state of the app: one value that every screen is handed, with few signals in it.
//!
//! Decides when things are kept: every answer when it is given. Decides nothing medical: what an answer means, which
//! page follows and what is wrong with one are asked of `clinical`. What cannot be kept stays in memory,
//! and [`Device::keeping`] says so.

use super::element::El;
use crate::browser::storage::{self, StoreError};
use crate::browser::{clock, focus, in_frame, location, theme, whole, words};
use crate::clinical::answers::{Answers, ListedMedicine};
use crate::clinical::flow;
use crate::clinical::medicines::SEARCH;
use crate::clinical::problems::{self, Problem};
use crate::clinical::report::{Report, report};
use crate::content::{Country, EMERGENCY, Emergency, Field, Key, Page, PageKind};
use crate::date::Date;
use crate::records::envelope::ReadError;
use crate::records::settings::{self, Settings, Theme};
use crate::records::{CHECK, SETTINGS, check};
use crate::route::Route;
use leptos::prelude::*;

/// Milliseconds to wait before the words are fetched once more.
static TRY_AGAIN: [i32; 3] = [2_000, 8_000, 30_000];

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

/// The screens that only the whole app has (docs/decisions/0010-two-builds.md). The first build knows them by this type
/// alone, so that none of their code is in it.
pub struct Rest {
    /// Called once, when the app starts.
    pub begin: fn(App),
    /// What stands in `main`.
    pub main: fn(App, Route) -> Vec<El>,
    /// The title.
    pub title: fn(App, Route) -> Key,
    /// The notes in the margin.
    pub notes: fn(App, Route) -> Vec<El>,
    /// The address has changed.
    pub arrive: fn(Route),
    /// Another tab changed what is kept under a key.
    pub other_tab: fn(Option<&str>),
    /// Everything is being deleted: what memory holds is to be forgotten.
    pub forget: fn(),
    /// Whether to keep anything on the device was set anew.
    pub keep: fn(bool),
}

/// The build that has every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// Not asked for, or running.
    Quiet,
    /// On its way.
    Loading,
    /// It did not come.
    Failed,
    /// It draws now; this build has nothing more to say.
    Taken,
}

/// Where the answers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was written in this visit.
    NotYet,
    /// Saved at this time.
    Saved(String),
    /// Memory only, as wished.
    Unwanted,
    /// Memory only: the browser refuses.
    Refused(StoreError),
    /// Memory only: what lies here is of a newer version.
    Newer,
}

/// The words that come after the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LateWords {
    /// On their way.
    Loading,
    /// Here.
    Ready,
    /// They did not come.
    Failed,
}

/// About this device and this visit.
#[derive(Clone)]
pub struct Device {
    /// What is set.
    pub settings: Settings,
    /// The theme to go back to from the night.
    pub day: Theme,
    /// Where the answers are.
    pub keeping: Keeping,
    /// Day of the last change of the check that was found here.
    pub begun: Option<Date>,
    /// The page of the check that was last in front, or empty.
    pub page: &'static str,
    /// Whether the result was opened.
    pub done: bool,
    /// The words that come later.
    pub late: LateWords,
    /// The build that has every screen.
    pub whole: Whole,
    /// Another tab changed the answers.
    pub other_tab: bool,
    /// Something unreadable was found here and set aside.
    pub aside: bool,
    /// Everything was deleted in this visit.
    pub deleted: bool,
    /// Pages asked when a change was begun from "Check your answers"; Continue then leads back there.
    pub changing: Option<Vec<&'static str>>,
    /// The medicine removed last, and where it stood.
    pub removed: Option<(usize, ListedMedicine)>,
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
        EMERGENCY.iter().find(|row| row.country == here).or_else(|| EMERGENCY.last())
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

    /// What happens when the address has changed.
    pub fn arrive(self) {
        let route = Route::parse(&location::hash());
        self.problems.set(Vec::new());
        self.note(route);
        match self.rest {
            Some(rest) => (rest.arrive)(route),
            None if route.needs_whole() => self.start_whole(),
            None => {}
        }
        self.route.set(route);
        self.title();
        focus::after_drawing(|| {
            focus::top();
            focus::to("main h1");
        });
    }

    /// Remembers what page is in front, so that a later visit can go on there.
    pub fn note(self, route: Route) {
        self.device.update(|device| {
            device.other_tab = false;
            device.deleted &= route == Route::Data;
            match route {
                Route::Check(id) => {
                    device.page = id;
                    device.removed = None;
                    if flow::page(id).is_some_and(|page| page.kind == PageKind::Answers) {
                        device.changing = None;
                    }
                }
                Route::Result => device.done = true,
                _ => {}
            }
        });
        if matches!(route, Route::Check(_) | Route::Result) && !self.answers.with_untracked(Answers::is_empty) {
            self.save();
        }
    }

    /// Goes to a screen.
    pub fn go(self, route: Route) {
        location::go(&route.href());
    }

    /// Writes the title of the screen in front.
    pub fn title(self) {
        let problem = !self.problems.with_untracked(Vec::is_empty);
        focus::title(&super::screens::title(self, self.route.get_untracked(), problem));
    }

    fn late(self) -> LateWords {
        self.device.with_untracked(|device| device.late)
    }

    /// Continue: shows what is wrong, or goes on.
    pub fn go_on(self, page: &'static Page) {
        let answers = self.answers.get_untracked();
        let mut found = problems::of_page(page, &answers, self.today());
        // While its words are on their way the page has no box to put right.
        found.retain(|problem| problem.field != SEARCH || self.late() != LateWords::Loading);
        let wrong = !found.is_empty();
        self.problems.set(found);
        self.title();
        if wrong {
            focus::after_drawing(|| {
                focus::top();
                focus::to("#errors");
            });
            return;
        }
        let changing = self.device.with_untracked(|device| device.changing.clone());
        self.go(following(page, &answers, self.today(), changing));
    }

    /// Begins a change from "Check your answers" or the result.
    pub fn begin_change(self) {
        let today = self.today();
        let asked = self.answers.with_untracked(|answers| flow::asked(answers, today).map(|page| page.id).collect());
        self.device.update(|device| device.changing = Some(asked));
    }

    /// Fetches the words that come later. When they do not come it says so, and tries again by itself a few times.
    pub fn fetch_words(self) {
        self.device.update(|device| device.late = LateWords::Loading);
        self.try_words(&TRY_AGAIN);
    }

    fn try_words(self, again: &'static [i32]) {
        words::fetch_then(move |arrived| {
            let late = if arrived { LateWords::Ready } else { LateWords::Failed };
            if self.late() != LateWords::Ready && self.late() != late {
                self.device.update(|device| device.late = late);
            }
            if let Some((wait, rest)) = again.split_first()
                && !arrived
            {
                clock::after(*wait, move || self.try_words(rest));
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

impl Device {
    fn take(&mut self, kept: check::Kept) -> Answers {
        self.begun = kept.saved.get(..10).and_then(Date::parse);
        self.page = flow::page(&kept.page).map_or("", |page| page.id);
        self.done = kept.done;
        kept.answers
    }
}

/// The screen after a page: while changing, back to "Check your answers" unless new questions follow.
fn following(page: &Page, answers: &Answers, today: Date, changing: Option<Vec<&'static str>>) -> Route {
    let next = flow::next(page.id, answers, today);
    let Some(before) = changing else { return next.map_or(Route::Result, |page| Route::Check(page.id)) };
    let at = flow::asked(answers, today).skip_while(|asked| asked.id != page.id).skip(1);
    let new = at.into_iter().find(|asked| !before.contains(&asked.id) || asked.kind == PageKind::Answers);
    new.map_or(Route::Result, |page| Route::Check(page.id))
}
