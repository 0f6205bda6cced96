//! The result: urgency first, then how well the answers fit and why, what may be behind it, iron, and what to say.
//!
//! Draws [`Report`] in its own order and leaves out empty parts. Every finding opens to the answers behind it, the rule,
//! the sources and the day of the last review.

mod finding;
mod iron;
mod tests;

pub use finding::{card, reasons};
pub use tests::why as why_tests;

use super::note;
use crate::browser::{in_frame, print};
use crate::clinical::flow;
use crate::clinical::report::{Finding, Fit, Report, Verdict};
use crate::content::text::capital;
use crate::content::text::host::SHOW as HANDOVER;
use crate::content::text::result_screen::{self as own, buttons, findings, left, more, why};
use crate::content::text::ui::result as shown;
use crate::content::{Group, Key, Said, Urgency, fill};
use crate::route::Route;
use crate::ui::clinic;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::{care_card, inset, with_late_words};
use crate::ui::parts::details::disclose;
use crate::ui::parts::icons::{self, icon};
use crate::ui::parts::{button, day, link, list};
use crate::ui::state::App;
use leptos::prelude::*;

/// The advice about long lists and the five most important; the rest stands behind one button (evidence 10.7).
const MEDICINES_SHOWN: usize = 6;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    let title = say("h1", "ql-result-title", shown::TITLE).attr("tabindex", "-1");
    vec![title, with_late_words(app, draw)]
}

/// "On this page" and "How sure is this?".
pub fn notes(app: App) -> Vec<El> {
    let sure = note(shown::SURE, say("p", "", shown::SURE_TEXT));
    let links = el("section", "ql-note ql-wide").block(move || {
        if !app.device.with(|device| device.late == crate::ui::state::LateWords::Ready) {
            return Vec::new();
        }
        let report = app.report();
        let jumps = parts(&report).into_iter().map(|(id, title)| {
            let jump = button("ql-link", move || crate::browser::focus::to_id(id)).words(title);
            el("li", "").child(jump)
        });
        vec![say("h2", "", shown::ON_THIS_PAGE), el("ul", "ql-jumps").children(jumps)]
    });
    vec![links, sure]
}

/// The parts that are there, by id and heading.
fn parts(report: &Report) -> Vec<(&'static str, Key)> {
    let iron_title = if report.iron.is_some() { own::iron::TITLE } else { Group::Iron.heading() };
    let there = [
        ("why", why::TITLE, !matches!(report.verdict, Verdict::CannotScreen)),
        ("behind", findings::TITLE, report.behind().next().is_some() || report.no_cause.is_some()),
        ("iron", iron_title, report.iron.is_some() || report.about_iron().next().is_some()),
        ("not-yet", more::NOT_LOOKED_AT, !report.not_looked_at.is_empty()),
        ("tests", more::TESTS, !report.tests.is_empty()),
        ("time", more::TIME, !report.time_notes.is_empty()),
        ("look-alikes", more::LOOK_ALIKES, !report.look_alikes.is_empty()),
        ("could-not-tell", more::COULD_NOT_TELL, !report.could_not_tell.is_empty()),
        ("to-say", more::TO_SAY, !report.to_say.is_empty()),
    ];
    there.into_iter().filter(|(_, _, is_there)| *is_there).map(|(id, title, _)| (id, title)).collect()
}

fn draw(app: App) -> Vec<El> {
    let report = app.report();
    let mut made = vec![date(app)];
    let other = app.answers.with_untracked(flow::is_for_another);
    made.extend(other.then(|| say("p", "ql-small", own::FOR_ANOTHER)));
    made.extend(urgency(app, &report));
    made.push(verdict(&report));
    made.extend(sentences(&report.verdict_says));
    made.extend(questions_left(app, &report));
    for (id, title) in parts(&report) {
        let part = el("section", "ql-part").attr("id", id).child(say("h2", "", title).attr("tabindex", "-1"));
        made.push(part.children(match id {
            "why" => why_table(&report),
            "behind" => behind(app, &report),
            "iron" => iron::part(app, &report),
            "not-yet" => vec![said_list(&report.not_looked_at)],
            "tests" => tests::part(app, &report),
            "time" => tests::time(app, &report),
            "look-alikes" => finding::look_alikes(app, &report),
            "could-not-tell" => vec![said_list(&report.could_not_tell)],
            _ => vec![list(report.to_say.iter().map(|said| format!("“{}”", said.text())))],
        }));
    }
    made.push(ways_on());
    made
}

fn date(app: App) -> El {
    let count = app.answers.with(|answers| flow::counted(answers, app.today()).count()).to_string();
    el("p", "ql-small").text(fill(own::DATE, &[("day", &day(app.today())), ("count", &count)]))
}

/// The care card of the most urgent reasons, then what else the person must know at once.
pub fn urgency(app: App, report: &Report) -> Vec<El> {
    let same: Vec<String> =
        unique(report.urgency_because.iter().filter(|r| r.urgency == report.urgency).map(|r| r.says.text()));
    let mut made = Vec::new();
    made.extend(care_card(report.urgency, same.clone(), app.emergency()));
    if report.urgency > Urgency::SameDay {
        let today = report.urgency_because.iter().filter(|r| r.urgency == Urgency::SameDay).map(|r| r.says.text());
        let today = unique(today);
        made.extend(if today.is_empty() { None } else { care_card(Urgency::SameDay, today, None) });
    }
    if report.urgency <= Urgency::Routine {
        let panel = el("div", "ql-panel").child(say("h2", "", more::ROUTINE));
        made.push(match same.as_slice() {
            [one] => panel.child(el("p", "").text(one.clone())),
            _ => panel.child(list(same)),
        });
    }
    made.extend(report.poison_line.into_iter().chain(report.helpline).map(|key| say("p", "ql-inset", key)));
    made.extend(report.no_warning_sign.as_ref().map(|said| el("p", "ql-small").text(said.text())));
    made
}

fn unique(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = Vec::new();
    for text in all {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen
}

fn verdict(report: &Report) -> El {
    let headline = report.verdict.headline();
    let sentence = say("p", "ql-verdict", headline.before);
    match headline.word_and_after {
        Some((word, after)) => sentence.text(" ").child(say("span", "ql-word", word)).text(" ").words(after),
        None => sentence,
    }
}

fn sentences(all: &[Said]) -> Vec<El> {
    all.iter().map(|said| el("p", "").text(said.text())).collect()
}

fn said_list(all: &[Said]) -> El {
    list(all.iter().map(Said::text))
}

/// Links to the questions an unfinished check still needs.
fn questions_left(app: App, report: &Report) -> Option<El> {
    if report.verdict != Verdict::Incomplete {
        return None;
    }
    let open: Vec<El> = app.answers.with(|answers| {
        let needed = ["age", "urge", "rest", "relief", "evening"];
        let asked = flow::asked(answers, app.today()).filter(|page| needed.contains(&page.id));
        let empty = asked.filter(|page| !page.fields.iter().any(|field| answers.get(field.id).is_some()));
        empty.map(|page| el("li", "").child(link("", Route::Check(page.id)).words(page.title))).collect()
    });
    let title = say("h2", "", left::TITLE);
    (!open.is_empty()).then(|| el("div", "ql-panel").child(title).child(el("ul", "ql-list").children(open)))
}

fn why_table(report: &Report) -> Vec<El> {
    let head = [why::POINT, why::ANSWER, why::FIT].map(|key| say("th", "", key).attr("scope", "col"));
    let head = el("thead", "").child(el("tr", "").children(head));
    let rows = report.points.iter().map(|point| {
        let answer: Vec<String> = point.answer.iter().map(Said::text).collect();
        let mark = match point.fit {
            Fit::Fits => icons::TICK,
            Fit::Partly | Fit::NotSure | Fit::NotAnswered => icons::UNSURE,
            Fit::DoesNotFit => icons::DASH,
        };
        el("tr", "")
            .child(say("th", "", point.name).attr("scope", "row"))
            .child(el("td", "").text(answer.join(". ")))
            .child(el("td", "ql-fit").child(icon(mark)).words(point.fit.says()))
    });
    vec![say("p", "ql-small", why::HINT), el("table", "ql-why").child(head).child(el("tbody", "").children(rows))]
}

fn behind(app: App, report: &Report) -> Vec<El> {
    let mut made: Vec<El> = sentences(report.no_cause.as_slice());
    for group in Group::ALL.iter().filter(|group| **group != Group::Iron) {
        let mut shown: Vec<(usize, Finding)> =
            report.behind().filter(|(_, f)| f.group == *group).map(|(at, f)| (at, f.clone())).collect();
        if shown.is_empty() {
            continue;
        }
        made.push(say("h3", "ql-group", group.heading()));
        let first = if *group == Group::Medicine { MEDICINES_SHOWN } else { usize::MAX };
        let rest = shown.split_off(first.min(shown.len()));
        let cards =
            move |some: &[(usize, Finding)]| some.iter().map(|(at, one)| finding::card(app, *at, one)).collect();
        let cards_of_first: Vec<El> = cards(&shown);
        made.extend(cards_of_first);
        if !rest.is_empty() {
            made.push(disclose("more-medicines", findings::MORE, false, move || cards(&rest)));
        }
    }
    if report.findings.iter().any(|f| f.group == Group::Medicine) {
        made.push(inset(findings::STOP, findings::STOP_WHY));
    }
    made
}

fn ways_on() -> El {
    let page = link("ql-button", Route::Report).words(buttons::REPORT);
    // Some browsers would print the page around a frame. The page for the doctor is printed from a tab of its own.
    let print = || button("ql-button is-second", print).child(icon(icons::PRINTER)).words(buttons::PRINT);
    let change = link("ql-button is-second", Route::Check("answers")).words(buttons::CHANGE);
    let plan = link("ql-button is-second", Route::Plan).words(buttons::PLAN);
    let show = || link("ql-button is-second", Route::Handover).text(fill(HANDOVER, &[("clinic", clinic::name())]));
    let delete = link("ql-link", Route::Delete).words(buttons::DELETE);
    let buttons = el("div", "ql-buttons")
        .child(page)
        .maybe(clinic::handover().map(|_| show()))
        .child(plan)
        .maybe((!in_frame()).then(print))
        .child(change);
    el("div", "ql-part").child(buttons).child(el("p", "ql-screen").child(delete))
}

/// A name as a heading.
fn heading(said: &Said) -> El {
    el("h3", "").text(capital(&said.text()))
}
