//! Going from screen to screen: addresses, titles, Continue, and the words that come later.

use super::{App, LateWords};
use crate::browser::{clock, focus, location, words};
use crate::clinical::answers::Answers;
use crate::clinical::flow;
use crate::clinical::medicines::SEARCH;
use crate::clinical::problems::{self, Problem};
use crate::content::{Page, PageKind};
use crate::date::Date;
use crate::route::Route;
use crate::ui::{clinic, screens};
use leptos::prelude::*;

/// Milliseconds to wait before the words are fetched once more.
static TRY_AGAIN: [i32; 3] = [2_000, 8_000, 30_000];

impl App {
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
        focus::title(&screens::title(self, self.route.get_untracked(), problem));
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
        if self.complain(found) {
            return;
        }
        let changing = self.device.with_untracked(|device| device.changing.clone());
        self.go(following(page, &answers, self.today(), changing));
    }

    /// Says what is wrong with what was entered, at the top of the screen and beside each box; whether anything is.
    pub fn complain(self, problems: Vec<Problem>) -> bool {
        let wrong = !problems.is_empty();
        self.problems.set(problems);
        self.title();
        if wrong {
            focus::after_drawing(|| {
                focus::top();
                focus::to("#errors");
            });
        }
        wrong
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
            if arrived {
                clinic::tell_faults();
            }
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
}

/// The screen after a page: while changing, back to "Check your answers" unless new questions follow.
fn following(page: &Page, answers: &Answers, today: Date, changing: Option<Vec<&'static str>>) -> Route {
    let next = flow::next(page.id, answers, today);
    let Some(before) = changing else { return next.map_or(Route::Result, |page| Route::Check(page.id)) };
    let at = flow::asked(answers, today).skip_while(|asked| asked.id != page.id).skip(1);
    let new = at.into_iter().find(|asked| !before.contains(&asked.id) || asked.kind == PageKind::Answers);
    new.map_or(Route::Result, |page| Route::Check(page.id))
}
