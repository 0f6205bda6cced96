//! Addresses: the part after `#`, as a type and back.
//!
//! Decides which screen an address means. An address names a page and nothing else: no answer, medicine or number
//! ever goes into it, because addresses stay in the browser's history and in links people pass on. The date of a night
//! may stand there: it says that the diary was open, as `#/diary` does.
//! Hash addresses need no server rules, so that one `dist/` works in any folder and in a frame.

use crate::clinical::flow;
use crate::content::TOPIC_IDS;
use crate::date::Date;
use crate::diary::night::Night;

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    Start,
    /// `#/again`: whether to throw the answers away and begin again.
    Again,
    /// `#/check/<page>`: a page of `content::PAGES`, by its id.
    Check(&'static str),
    /// `#/result`
    Result,
    /// `#/diary`: the night to note now, and the past ones.
    Diary,
    /// `#/diary/<date>`: one night.
    Night(Night),
    /// `#/diary/saved`: a night was just saved.
    Saved,
    /// `#/diary/results`: blood tests and changes beside the nights.
    Timeline,
    /// `#/diary/result`: a blood test to note.
    Lab,
    /// `#/diary/change`: a change to note.
    Change,
    /// `#/diary/experiment`: trying out one thing.
    Experiment,
    /// `#/trends`: what the nights show.
    Trends,
    /// `#/report`: the page for the doctor.
    Report,
    /// `#/report/code`: its summary as a code to scan.
    Code,
    /// `#/report/record`: the answers as data for a medical record.
    Record,
    /// `#/report/reminders`: reminders for a calendar.
    Reminders,
    /// `#/report/handover`: showing the result to the clinic whose page this stands in.
    Handover,
    /// `#/plan`: what to do next, step by step.
    Plan,
    /// `#/data`: what is kept here.
    Data,
    /// `#/data/copy`: bringing a copy in.
    Import,
    /// `#/data/delete`: whether to delete everything.
    Delete,
    /// `#/settings`
    Settings,
    /// `#/help`: emergency numbers, helplines, contact.
    Help,
    /// `#/learn`: the list of pages to read, and the search over them.
    Learn,
    /// `#/learn/<page>`: a page to read, by its id.
    Topic(&'static str),
    /// `#/learn/how`
    How,
    /// `#/clinic`: settings and lines for a clinic's own website.
    Clinic,
    /// `#/sources`
    Sources,
    /// Any other address.
    NotFound,
}

/// Every screen but the pages of the check, with its address.
const FIXED: [(Route, &str); 25] = [
    (Route::Start, "#/"),
    (Route::Again, "#/again"),
    (Route::Result, "#/result"),
    (Route::Diary, DIARY),
    (Route::Saved, "#/diary/saved"),
    (Route::Timeline, "#/diary/results"),
    (Route::Lab, "#/diary/result"),
    (Route::Change, "#/diary/change"),
    (Route::Experiment, "#/diary/experiment"),
    (Route::Trends, "#/trends"),
    (Route::Report, "#/report"),
    (Route::Code, "#/report/code"),
    (Route::Record, "#/report/record"),
    (Route::Reminders, "#/report/reminders"),
    (Route::Handover, "#/report/handover"),
    (Route::Plan, "#/plan"),
    (Route::Data, "#/data"),
    (Route::Import, "#/data/copy"),
    (Route::Delete, "#/data/delete"),
    (Route::Settings, "#/settings"),
    (Route::Help, "#/help"),
    (Route::Learn, LEARN),
    (Route::How, "#/learn/how"),
    (Route::Clinic, CLINIC),
    (Route::Sources, "#/sources"),
];

const CHECK: &str = "#/check/";
const DIARY: &str = "#/diary";
const LEARN: &str = "#/learn";
const CLINIC: &str = "#/clinic";

/// Addresses of the screens that only the whole app has; what stands behind a further `/` is one of them too.
pub const WHOLE: [&str; 9] =
    [DIARY, "#/trends", "#/report", "#/plan", "#/data", LEARN, "#/settings", "#/sources", CLINIC];

impl Route {
    /// Reads what stands after the page's address (`location.hash`); nothing at all is the start page.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_suffix('/').unwrap_or(hash);
        if matches!(hash, "" | "#") {
            return Self::Start;
        }
        if let Some(id) = hash.strip_prefix(CHECK) {
            return flow::page(id).map_or(Self::NotFound, |page| Self::Check(page.id));
        }
        if let Some((route, _)) = FIXED.iter().find(|(_, address)| *address == hash) {
            return *route;
        }
        if let Some(id) = hash.strip_prefix(LEARN).and_then(|rest| rest.strip_prefix('/')) {
            return TOPIC_IDS.iter().find(|known| **known == id).map_or(Self::NotFound, |id| Self::Topic(id));
        }
        let night = hash.strip_prefix(DIARY).and_then(|rest| Date::parse(rest.strip_prefix('/')?));
        night.map_or(Self::NotFound, |date| Self::Night(Night(date)))
    }

    /// The address, beginning with `#`.
    pub fn href(self) -> String {
        match self {
            Self::Check(id) => return format!("{CHECK}{id}"),
            Self::Night(night) => return format!("{DIARY}/{night}"),
            Self::Topic(id) => return format!("{LEARN}/{id}"),
            _ => {}
        }
        FIXED.iter().find(|(route, _)| *route == self).map_or("#/", |(_, address)| address).to_owned()
    }

    /// Whether only the whole app has this screen.
    pub fn needs_whole(self) -> bool {
        let href = self.href();
        let rest = WHOLE.iter().find_map(|address| href.strip_prefix(address));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}
