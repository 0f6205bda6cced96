//! A plan in full: what is fixed, and every block with its nights.

use super::lines;
use crate::browser::{clock, crypto, focus};
use crate::content::fill;
use crate::content::text::trial::plan as text;
use crate::diary::experiment::{Experiment, is_unsettled};
use crate::diary::form::trial::offered;
use crate::diary::night::Night;
use crate::diary::said;
use crate::ui::beside::{self, Sheet};
use crate::ui::element::{El, el, say};
use crate::ui::parts::button;
use leptos::prelude::*;

/// The plan before it begins.
pub(super) fn shown(sheet: Sheet, drawn: RwSignal<Option<Experiment>>, plan: &Experiment) -> Vec<El> {
    let new = plan.clone();
    let begin = button("ql-button", move || {
        beside::keep_plan(None, new.clone(), clock::edit_stamp());
        sheet.done();
        sheet.given.set(offered(crypto::random()));
        drawn.set(None);
        to_top("main h1");
    });
    let other = button("ql-button is-second", move || {
        drawn.set(None);
        to_top("main h1");
    });
    let mut made =
        vec![say("h2", "", text::TITLE).attr("id", "plan").attr("tabindex", "-1"), say("p", "ql-lead", text::LEAD)];
    made.extend(whole(plan, None));
    made.push(el("div", "ql-buttons").child(begin.words(text::BEGIN)).child(other.words(text::OTHER)));
    made
}

/// What is fixed, and the table of blocks.
pub(super) fn whole(plan: &Experiment, tonight: Option<Night>) -> Vec<El> {
    let unsettled = is_unsettled(&beside::changes(), plan.wish.first);
    let mut made = lines(&plan.says_plan(unsettled));
    made.push(blocks(plan, tonight));
    made
}

fn blocks(plan: &Experiment, tonight: Option<Night>) -> El {
    let head = [text::WHEN, text::WHAT].map(|key| say("th", "", key).attr("scope", "col"));
    let here = tonight.and_then(|night| plan.block_on(night)).map(|place| place.block);
    let row = |(at, (first, last, says)): (usize, (Night, Night, crate::content::Said))| {
        let with = [("first", said::evening(first)), ("last", said::evening(last))];
        let with: Vec<(&str, &str)> = with.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let nights = el("th", "").attr("scope", "row").text(fill(text::NIGHTS, &with));
        let current = (here == Some(at)).then(|| "true".to_owned());
        el("tr", "").attr_if("aria-current", current).child(nights).child(el("td", "").text(says.text()))
    };
    el("table", "ql-over-time")
        .child(say("caption", "", text::TABLE))
        .child(el("thead", "").child(el("tr", "").children(head)))
        .child(el("tbody", "").children(plan.says_blocks().into_iter().enumerate().map(row)))
}

/// To the top of the page, and the focus to what is new there.
pub(super) fn to_top(selector: &'static str) {
    focus::after_drawing(move || {
        focus::top();
        focus::to(selector);
    });
}
