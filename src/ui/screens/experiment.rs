//! Trying one thing: choosing it, the whole plan before it begins, how it stands, and what came of earlier ones.

mod past;
mod plan;

use crate::browser::clock;
use crate::content::text::trial::{design, form as text, running as run};
use crate::content::text::ui;
use crate::content::{Said, fill, words};
use crate::diary::experiment::{Design, Experiment, Outcome, Tried};
use crate::diary::form::trial::{self, DESIGN, DROP, FIRST, HEAVY, NIGHTS, TRIED};
use crate::diary::night::Night;
use crate::diary::said;
use crate::route::Route;
use crate::ui::beside::{self, Sheet};
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::details::disclose;
use crate::ui::parts::entry::{rows, tiles, tiles_of};
use crate::ui::parts::problems::error_summary;
use crate::ui::parts::{button, heading, link};
use crate::ui::state::App;
use leptos::prelude::*;

/// Nights looked at to see how somebody drinks.
const LOOKED_AT: i32 = 28;

/// The screen.
pub fn screen(app: App) -> Vec<El> {
    vec![heading(ui::diary::EXPERIMENT), with_late_words(app, draw)]
}

fn draw(_: App) -> Vec<El> {
    let (Some(book), Some(forms)) = (book::book(), beside::forms()) else { return Vec::new() };
    let running = Memo::new(move |_| {
        book.follow();
        beside::running()
    });
    let drawn: RwSignal<Option<Experiment>> = RwSignal::new(None);
    let front = move || match (running.get(), drawn.get()) {
        (Some((key, plan)), _) => under_way(&key, &plan),
        (None, Some(drawn_plan)) => plan::shown(forms.trial, drawn, &drawn_plan),
        (None, None) => choosing(book, forms.trial, drawn),
    };
    let key = move || running.with(|running| running.as_ref().map(|(key, _)| key.clone()));
    vec![el("div", "ql-trial").block(front), el("div", "").block(move || past::list(book, key().as_deref()))]
}

/// What is tried, and how.
fn choosing(book: Book, sheet: Sheet, drawn: RwSignal<Option<Experiment>>) -> Vec<El> {
    let things = Tried::ALL.iter().map(|tried| (tried.code(), tried.title())).collect();
    let designs = vec![(Design::Pairs.code(), design::PAIRS), (Design::Mixed.code(), design::MIXED)];
    let yes_no = || vec![("yes", text::YES), ("no", text::NO)];
    let said = |choices: Vec<(&'static str, crate::content::Key)>| -> Vec<(String, String)> {
        choices.into_iter().map(|(code, says)| (code.to_owned(), words(says).to_owned())).collect()
    };
    let lengths = trial::lengths().map(|nights| (nights.to_string(), nights.to_string())).collect();
    let heavy = move || tiles_of(sheet, HEAVY, text::HEAVY, Some(text::HEAVY_HINT), said(yes_no()));
    let form = el("form", "ql-form ql-entry")
        .attr("novalidate", "")
        .instead("submit", move || draw_plan(book, sheet, drawn))
        .child(rows(sheet, TRIED, text::TRIED, things))
        .show(move || sheet.given.with(trial::asks_heavy), heavy)
        .child(rows(sheet, DESIGN, text::DESIGN, designs))
        .child(tiles_of(sheet, NIGHTS, text::NIGHTS, Some(text::NIGHTS_HINT), lengths))
        .child(tiles_of(sheet, DROP, text::DROP, Some(text::DROP_HINT), said(yes_no())))
        .child(tiles(sheet, FIRST, text::FIRST, vec![("tonight", text::TONIGHT), ("tomorrow", text::TOMORROW)]))
        .child(el("div", "ql-buttons").child(say("button", "ql-button", text::SHOW).attr("type", "submit")));
    vec![say("p", "ql-lead", text::LEAD), say("p", "", text::BLOCKS), error_summary(book.app), form]
}

fn draw_plan(book: Book, sheet: Sheet, drawn: RwSignal<Option<Experiment>>) {
    let today = clock::today();
    let nights = book::nights(Night(today), LOOKED_AT);
    match trial::read(&sheet.given.get_untracked(), &nights, today, clock::edit_stamp()) {
        Ok(made) => {
            book.app.problems.set(Vec::new());
            book.app.title();
            drawn.set(Some(made));
            plan::to_top("#plan");
        }
        Err(problems) => book.complain(problems),
    }
}

/// The experiment that is planned or goes on.
fn under_way(key: &str, plan: &Experiment) -> Vec<El> {
    let (today, now) = (clock::today(), clock::now());
    let what = words(plan.wish.tried.title());
    let lead = if plan.wish.first > Night(today) { run::COMING } else { run::LEAD };
    let lead = fill(lead, &[("what", what), ("day", &said::day(plan.wish.first.0))]);
    let mut made = vec![el("h2", "").text(lead)];
    made.push(el("div", "ql-panel").children(lines(&plan.says_now(today, now))));
    let outcome = plan.outcome(&[], beside::over());
    if matches!(outcome, Outcome::Running { .. }) {
        made.extend(lines(&plan.says_outcome(&outcome, false)));
    }
    if plan.is_disturbed(&beside::changes()) {
        made.push(say("p", "", run::DISTURBED));
    }
    let whole = plan.clone();
    made.push(el("p", "").child(link("", Route::Diary).words(run::DIARY)));
    made.push(disclose("whole-plan", run::PLAN, false, move || plan::whole(&whole, Some(Night(today)))));
    let (key, plan) = (key.to_owned(), plan.clone());
    made.push(disclose("end-early", run::END, false, move || end(&key, &plan)));
    made
}

fn end(key: &str, plan: &Experiment) -> Vec<El> {
    let (key, plan) = (key.to_owned(), plan.clone());
    let yes = button("ql-button is-delete", move || {
        let ended = Experiment { ended: Some(clock::today()), ..plan.clone() };
        beside::keep_plan(Some(key.clone()), ended, clock::edit_stamp());
        plan::to_top("main h1");
    });
    vec![say("p", "", run::END_SAYS), el("div", "ql-buttons").child(yes.words(run::END_YES))]
}

/// One paragraph a sentence.
fn lines(said: &[Said]) -> Vec<El> {
    said.iter().map(|said| el("p", "").text(said.words())).collect()
}
