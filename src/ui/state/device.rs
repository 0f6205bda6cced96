//! What there is to know about this device and this visit, and about the build that has every screen.

use super::App;
use crate::browser::storage::StoreError;
use crate::clinical::answers::{Answers, ListedMedicine};
use crate::clinical::flow;
use crate::content::Key;
use crate::date::Date;
use crate::records::check;
use crate::records::settings::{Settings, Theme};
use crate::route::Route;
use crate::ui::element::El;

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
    /// The words of the pages to read, which only the whole app draws.
    pub learn: LateWords,
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

impl Device {
    pub(super) fn take(&mut self, kept: check::Kept) -> Answers {
        self.begun = kept.saved.get(..10).and_then(Date::parse);
        self.page = flow::page(&kept.page).map_or("", |page| page.id);
        self.done = kept.done;
        kept.answers
    }
}
