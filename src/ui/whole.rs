//! The screens that only the whole app has, tied together in one place.

use super::beside;
use super::book;
use super::desk;
use super::element::El;
use super::screens::{
    change, clinic, code, data, diary, experiment, handover, how, lab, learn, plan, record, reminders, report, saved,
    settings, sources, timeline, trends,
};
use super::state::{App, Rest};
use crate::content::Key;
use crate::content::text::{shell, start, ui};
use crate::route::Route;

/// All of them.
pub static REST: Rest = Rest {
    begin: |app| {
        book::begin(app);
        beside::begin(app);
        desk::begin(app);
        learn::begin(app);
    },
    main,
    title,
    notes,
    arrive: |route| {
        if let Some(book) = book::book() {
            beside::arrive(route);
            book.arrive(route);
        }
    },
    other_tab: |key| {
        if let Some(book) = book::book() {
            beside::other_tab(key);
            book.other_tab(key);
        }
    },
    forget: || {
        desk::forget();
        if let Some(book) = book::book() {
            book.forget_everything();
        }
    },
    keep: |keep| {
        if let Some(book) = book::book() {
            book.keep(keep);
        }
    },
};

fn main(app: App, route: Route) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    match route {
        Route::Diary => diary::screen(book, None),
        Route::Night(night) => diary::screen(book, Some(night)),
        Route::Saved => saved::screen(book),
        Route::Trends => trends::screen(book),
        Route::Timeline => timeline::screen(app),
        Route::Lab => lab::screen(app),
        Route::Change => change::screen(app),
        Route::Experiment => experiment::screen(app),
        Route::Report => report::screen(book),
        Route::Code => code::screen(book),
        Route::Record => record::screen(book),
        Route::Reminders => reminders::screen(book),
        Route::Handover => handover::screen(book),
        Route::Plan => plan::screen(book),
        Route::Learn => learn::list(app),
        Route::Topic(id) => learn::topic(app, id),
        Route::How => how::screen(app),
        Route::Clinic => clinic::screen(app),
        Route::Settings => settings::screen(app),
        Route::Sources => sources::screen(app),
        Route::Delete => vec![data::delete(book)],
        Route::Import => data::bring_in(book),
        _ => data::screen(book),
    }
}

fn title(_: App, route: Route) -> Key {
    match route {
        Route::Diary | Route::Night(_) => book::book().map_or(ui::diary::OTHER, diary::title),
        Route::Saved => ui::diary::SAVED,
        Route::Timeline => ui::diary::TIMELINE,
        Route::Lab => ui::diary::LAB,
        Route::Change => ui::diary::CHANGE,
        Route::Experiment => ui::diary::EXPERIMENT,
        Route::Trends => book::book().map_or(ui::diary::TRENDS, trends::title),
        Route::Report => ui::report::TITLE,
        Route::Code => ui::report::CODE,
        Route::Record => ui::report::RECORD,
        Route::Reminders => ui::report::REMINDERS,
        Route::Handover => ui::report::HANDOVER,
        Route::Plan => ui::plan::TITLE,
        Route::Learn => ui::learn::TITLE,
        Route::Topic(id) => learn::title(id),
        Route::How => shell::footer::HOW,
        Route::Clinic => ui::clinic::TITLE,
        Route::Settings => ui::settings::TITLE,
        Route::Sources => start::known::LINK,
        Route::Import => ui::diary::IMPORT,
        Route::Delete => ui::delete::TITLE,
        _ => ui::data::TITLE,
    }
}

fn notes(app: App, route: Route) -> Vec<El> {
    match route {
        Route::Diary | Route::Night(_) => diary::notes(app),
        Route::Trends => trends::notes(app),
        _ => Vec::new(),
    }
}
