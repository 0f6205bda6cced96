//! The frame around every screen, and what starts it.

use super::element::{El, el, say};
use super::parts::cards::banners;
use super::parts::icons::{self, icon, settling_line};
use super::parts::{button, link};
use super::screens;
use super::state::{App, Rest};
use super::{clinic, host};
use crate::browser::{embed, focus, location, panic, place};
use crate::content::text::{shell, start, ui};
use crate::content::words;
use crate::route::Route;
use leptos::mount::mount_to;
use leptos::prelude::*;

/// Draws the app over the static first screen and begins to listen.
pub fn start(rest: Option<&'static Rest>) {
    panic::hook();
    let Some(place) = place() else { return };
    clinic::begin();
    let drawn = mount_to(place, move || {
        let app = App::load(rest);
        if let Some(rest) = rest {
            (rest.begin)(app);
        }
        listen(app);
        app.note(app.route.get_untracked());
        app.title();
        (skip(), frame(app))
    });
    drawn.forget();
}

fn listen(app: App) {
    location::on_change(move || {
        crash_if_asked();
        if !app.is_taken() {
            app.arrive();
        }
    });
    location::on_other_tab(move |key| {
        if !app.is_taken() {
            app.other_tab(key);
        }
    });
    focus::after_drawing(move || app.fetch_words());
}

/// Only in builds made to try the crash message.
fn crash_if_asked() {
    #[cfg(feature = "crash-test")]
    assert!(location::hash() != "#/crash", "a crash on purpose");
}

/// A button and no link: the address names the screen.
fn skip() -> El {
    button("ql-skip", || {
        focus::to("#main");
    })
    .words(shell::SKIP)
}

fn frame(app: App) -> El {
    let route = app.route;
    let main = el("main", "ql-main").attr("id", "main").attr("tabindex", "-1");
    let main = main.block(move || screens::main(app, route.get(), banners(app)));
    let embedded = embed::is_embedded();
    el("div", "")
        .class_when("ql-frame", "is-saved", move || route.get() == Route::Saved)
        .maybe((!embedded).then(|| header(app)))
        .maybe(host::line())
        .child(el("div", "ql-cols").child(main).block(move || screens::notes(app, route.get())))
        .child(if embedded { host::footer(app) } else { footer() })
}

fn header(app: App) -> El {
    let turn = |class, path, says| el("span", class).child(icon(path)).words(says);
    let theme = button("ql-quiet ql-theme", move || app.turn_night())
        .child(turn("ql-to-night", icons::MOON, shell::NIGHT))
        .child(turn("ql-to-day", icons::SUN, shell::DAY));
    el("header", "ql-header")
        .child(link("ql-wordmark", Route::Start).words(shell::NAME))
        .child(theme)
        .child(settling_line())
        .block(move || hub(app.route.get()).into_iter().collect())
}

/// The row of links inside the parts of the site that are no questions.
fn hub(route: Route) -> Option<El> {
    let here = match route {
        Route::Diary | Route::Night(_) | Route::Timeline | Route::Lab | Route::Change | Route::Experiment => {
            Route::Diary
        }
        Route::Code | Route::Record | Route::Reminders | Route::Handover => Route::Report,
        Route::Result | Route::Trends | Route::Report | Route::Plan | Route::Data => route,
        Route::Import => Route::Data,
        _ => return None,
    };
    let item = |to: Route, says| {
        let current = (to == here).then(|| "page".to_owned());
        link("", to).attr_if("aria-current", current).words(says)
    };
    let check = if matches!(route, Route::Result | Route::Plan) { Route::Result } else { Route::Start };
    let items = [
        (check, ui::nav::CHECK),
        (Route::Diary, ui::nav::DIARY),
        (Route::Trends, ui::nav::TRENDS),
        (Route::Report, ui::nav::REPORT),
        (Route::Data, ui::nav::DATA),
    ];
    let nav = el("nav", "ql-nav").attr("aria-label", words(ui::nav::LABEL));
    Some(nav.children(items.map(|(to, says)| item(to, says))))
}

fn footer() -> El {
    use shell::footer as f;
    let links = [
        (Route::Help, f::HELP),
        (Route::How, f::HOW),
        (Route::Sources, f::SOURCES),
        (Route::Settings, f::SETTINGS),
        (Route::Data, start::also::DATA),
    ];
    let nav = el("nav", "").attr("aria-label", words(f::LABEL));
    let nav = nav.children(links.map(|(to, says)| link("", to).words(says)));
    el("footer", "ql-footer").child(nav).child(say("p", "", f::NOTE).text(" ").words(f::REVIEWED))
}
