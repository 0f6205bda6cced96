//! Earlier experiments, and what came of each by the plan made beforehand.

use super::{lines, plan};
use crate::browser::focus;
use crate::content::text::trial::{past as text, running as run};
use crate::content::{fill, words};
use crate::diary::experiment::Experiment;
use crate::diary::said;
use crate::order::by_rank;
use crate::records::{EXPERIMENT, experiment};
use crate::ui::beside;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::button;
use crate::ui::parts::details::disclose;
use leptos::prelude::*;

/// All but the one in front, newest first. One that was deleted just now can be brought back.
pub(super) fn list(book: Book, front: Option<&str>) -> Vec<El> {
    book.follow();
    let kept = beside::all(EXPERIMENT, experiment::decode);
    let mut all: Vec<(String, Experiment)> =
        kept.records.into_iter().filter(|(key, _)| Some(key.as_str()) != front).collect();
    by_rank(&mut all, |(_, plan)| plan.wish.first);
    let mut rows: Vec<El> = undo(book).into_iter().collect();
    rows.extend(all.iter().rev().map(|(key, plan)| one(book, key, plan)));
    if kept.unread > 0 {
        rows.push(el("li", "ql-beside-row").text(fill(text::BROKEN, &[("count", &kept.unread.to_string())])));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![say("h2", "ql-part-title", text::TITLE), el("ul", "ql-beside").children(rows)]
}

fn undo(book: Book) -> Option<El> {
    let gone = book.news.with(|news| news.undo.first().cloned())?;
    let plan = experiment::decode(gone.to.as_deref()?).ok()?.now;
    let says = fill(text::DELETED, &[("what", &named(&plan))]);
    let undo = button("ql-link", move || {
        book.undo();
        plan::to_top("main h1");
    });
    let undo = undo.attr("id", "undo").words(text::UNDO);
    Some(el("li", "ql-beside-row is-gone").child(el("p", "").text(says)).child(undo))
}

/// "Caffeine after midday, 3 November 2026 to 26 November 2026".
fn named(plan: &Experiment) -> String {
    let last = plan.last().unwrap_or(plan.wish.first);
    let (first, last) =
        (said::day(plan.wish.first.0), said::day(plan.ended.map_or(last.0, |day| day.max(plan.wish.first.0))));
    fill(text::NAME, &[("what", words(plan.wish.tried.title())), ("first", &first), ("last", &last)])
}

fn one(book: Book, key: &str, plan: &Experiment) -> El {
    let nights = plan.last().map(|last| book::nights(last, plan.length())).unwrap_or_default();
    let outcome = plan.outcome(&nights, beside::over());
    let disturbed = plan.is_disturbed(&beside::changes());
    let whole = plan.clone();
    let id = key.strip_prefix(EXPERIMENT).unwrap_or_default();
    let key = key.to_owned();
    let delete = move || {
        let key = key.clone();
        let yes = button("ql-button is-delete", move || {
            if book.delete(std::slice::from_ref(&key)) {
                focus::after_drawing(|| focus::to_id("undo"));
            }
        });
        vec![say("p", "", text::DELETE_SAYS), el("div", "ql-buttons").child(yes.words(text::DELETE_YES))]
    };
    el("li", "ql-beside-row")
        .child(el("h3", "").text(named(plan)))
        .children(lines(&plan.says_outcome(&outcome, disturbed)))
        .child(disclose(&format!("plan-{id}"), run::PLAN, false, move || plan::whole(&whole, None)))
        .child(disclose(&format!("delete-{id}"), text::DELETE, false, delete))
}
