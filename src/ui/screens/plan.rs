//! What to do next, in four steps: note nights, ask about tests, look at habits, talk about causes.
//!
//! Draws what `export::plan` decided, each step by itself, so that a tick or a new night draws nothing else anew.
//! What may be urgent stands on top, as in the result.

mod habits;
mod tests;

use super::result;
use crate::browser::clock;
use crate::clinical::report::Report;
use crate::content::text::learn::treatments;
use crate::content::text::plan::{self as text, go};
use crate::content::text::result_screen::{buttons, findings, more};
use crate::content::text::ui::plan as shown;
use crate::content::{Key, Said, Urgency};
use crate::diary::timeline::Lab;
use crate::export::plan::{Answered, Causes, Known, NIGHTS, Plan, Track, plan};
use crate::records::{LAB, lab};
use crate::route::Route;
use crate::ui::beside;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::{inset, with_late_words};
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::{button, heading, link};
use crate::ui::state::App;
use leptos::prelude::*;

/// The screen.
pub fn screen(book: Book) -> Vec<El> {
    vec![heading(shown::TITLE), with_late_words(book.app, draw)]
}

fn draw(app: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    let report = Memo::new(move |_| app.report());
    let plan = Memo::new(move |_| {
        book.follow();
        report.with(|report| drawn(app, report))
    });
    let step = |title: Key, inside: Box<dyn Fn() -> Vec<El> + Send>| {
        el("section", "ql-part ql-brief").child(say("h2", "", title)).child(el("div", "ql-stack").block(inside))
    };
    let track_of = Memo::new(move |_| plan.with(|plan| plan.track.clone()));
    let tests_of = Memo::new(move |_| plan.with(|plan| plan.tests.clone()));
    let habits_of = Memo::new(move |_| plan.with(|plan| plan.habits.clone()));
    let causes_of = Memo::new(move |_| plan.with(|plan| plan.causes.clone()));
    vec![
        say("p", "ql-lead", text::LEAD),
        el("div", "ql-stack").block(move || report.with(|report| first(app, report))),
        el("div", "").show(move || plan.with(|plan| plan.is_empty), empty),
        step(text::track::TITLE, Box::new(move || track_of.with(track))),
        step(
            text::tests::TITLE,
            Box::new(move || tests_of.with(|tests| report.with_untracked(|report| tests::step(book, report, tests)))),
        ),
        step(text::habits::TITLE, Box::new(move || habits_of.with(|habits| habits::step(app, habits)))),
        step(text::causes::TITLE, Box::new(move || causes_of.with(|causes| self::causes(app, causes)))),
        ways_on(),
    ]
}

fn drawn(app: App, report: &Report) -> Plan {
    let last = book::last_night();
    let nights = book::nights(last, i32::from(NIGHTS));
    let labs: Vec<Lab> = beside::all(LAB, lab::decode).records.into_iter().map(|(_, lab)| lab).collect();
    app.answers
        .with(|answers| plan(&Known { answers, report, nights: &nights, last, labs: &labs, today: clock::today() }))
}

/// What may be urgent. What can wait for the next visit is told in the result.
fn first(app: App, report: &Report) -> Vec<El> {
    let now = report.urgency > Urgency::Routine || report.helpline.is_some() || report.poison_line.is_some();
    if now { result::urgency(app, report) } else { Vec::new() }
}

fn empty() -> El {
    let check = link("ql-button", Route::Start).words(go::CHECK);
    let diary = link("ql-button is-second", Route::Diary).words(go::DIARY);
    el("div", "ql-panel")
        .child(say("h2", "", text::empty::TITLE))
        .child(say("p", "", text::empty::TEXT))
        .child(el("div", "ql-buttons").child(check).child(diary))
}

/// Sentences as one paragraph.
fn paragraph(said: &[Said]) -> El {
    el("p", "").text(said.iter().map(Said::text).collect::<Vec<_>>().join(" "))
}

/// Links side by side.
fn ways(all: Vec<(Route, Key)>) -> El {
    el("p", "ql-ways ql-screen").children(all.into_iter().map(|(to, says)| link("", to).words(says)))
}

/// What a step needs of the check, and the way there.
fn needed(answered: Answered, needs: Key) -> Vec<El> {
    match answered {
        Answered::Nothing => vec![say("p", "", needs), ways(vec![(Route::Start, go::CHECK)])],
        Answered::Part => vec![say("p", "", text::tests::LEFT), ways(vec![(Route::Result, go::LEFT)])],
        Answered::All => Vec::new(),
    }
}

fn track(track: &Track) -> Vec<El> {
    let mut on = vec![(Route::Diary, go::DIARY)];
    on.extend(track.picture.then_some((Route::Trends, text::track::TRENDS)));
    on.push((Route::Reminders, text::track::REMINDERS));
    vec![paragraph(&track.says), ways(on)]
}

fn causes(app: App, causes: &Causes) -> Vec<El> {
    let mut made = Vec::new();
    if causes.medicines {
        made.push(inset(findings::STOP, findings::STOP_WHY));
    }
    let empty = causes.groups.is_empty() && causes.times.is_empty();
    if !empty {
        made.push(say("p", "", text::causes::LEAD));
    }
    for group in &causes.groups {
        let cards = group.findings.iter().map(|(at, finding)| result::card(app, *at, finding));
        let part = el("div", "ql-stack").child(say("h3", "ql-group", group.group.heading())).children(cards);
        made.push(part.maybe(times(&group.times)));
    }
    made.extend(times(&causes.times));
    if empty || causes.answered != Answered::All {
        let needed = needed(causes.answered, text::causes::NEEDS);
        made.extend(if needed.is_empty() {
            let none = causes.none.clone().unwrap_or(Said::plain(text::causes::NONE));
            vec![paragraph(&[none])]
        } else {
            needed
        });
    }
    if !empty {
        made.push(ways(vec![(Route::Topic("treatments"), treatments::TITLE)]));
    }
    made
}

/// How long it takes, below what it belongs to.
fn times(times: &[crate::clinical::report::TimeSaid]) -> Option<El> {
    let said = times.iter().map(|note| say("p", "", note.says));
    (!times.is_empty()).then(|| el("div", "ql-panel").child(el("p", "").child(say("b", "", more::TIME))).children(said))
}

fn ways_on() -> El {
    let report = link("ql-button", Route::Report).words(go::REPORT);
    let print = button("ql-button is-second", || crate::browser::paper::print("main .ql-late"))
        .child(icon(icons::PRINTER))
        .words(buttons::PRINT);
    let result = el("p", "ql-screen").child(link("ql-link", Route::Result).words(go::RESULT));
    el("div", "ql-part").child(el("div", "ql-buttons").child(report).child(print)).child(result)
}
