//! What is in a file before anything changes, and what is to become of what differs.

use super::bringing::{self, Stage, bring, title};
use super::words;
use crate::content::text::copies::{found, left};
use crate::content::{Key, fill, words as word};
use crate::records::import::{Choice, Item, Left, Preview};
use crate::ui::book::Book;
use crate::ui::copies;
use crate::ui::element::{El, el, say};
use crate::ui::parts::details::disclose;
use crate::ui::parts::problems::problem;
use crate::ui::parts::{button, list};
use leptos::prelude::*;

/// The button that does it, among the problems.
pub const GO: &str = "bring";
const CHOICES: [(Choice, &str, Key, Key); 3] = [
    (Choice::Both, "both", found::BOTH, found::BOTH_HINT),
    (Choice::Mine, "mine", found::MINE, found::MINE_HINT),
    (Choice::Theirs, "theirs", found::THEIRS, found::THEIRS_HINT),
];

/// The preview.
pub fn draw(book: Book, stage: RwSignal<Stage>, preview: &Preview) -> Vec<El> {
    let choice = RwSignal::new(Choice::Both);
    let mut made = vec![title(found::TITLE, "found"), summary(preview)];
    if !preview.left.is_empty() {
        let lines: Vec<String> = preview.left.iter().map(|(key, why)| left_out(key, *why)).collect();
        made.push(disclose("left-out", found::WHICH_LEFT, preview.left.len() < 4, move || vec![list(lines.clone())]));
    }
    if !preview.differing.is_empty() {
        let lines: Vec<String> = preview.differing.iter().map(|item| words::what(&item.key)).collect();
        made.push(disclose("differing", found::WHICH, lines.len() < 4, move || vec![list(lines.clone())]));
        made.push(choices(preview, choice));
    }
    if preview.new.is_empty() && preview.differing.is_empty() && preview.earlier.is_empty() {
        made.push(say("p", "", found::NOTHING));
        made.push(bringing::another(book, stage));
        return made;
    }
    let unchanged = RwSignal::new(false);
    let preview = preview.clone();
    let go = button("ql-button", move || {
        let steps = copies::steps(book.app, &preview, choice.get_untracked());
        unchanged.set(steps.is_empty());
        if !steps.is_empty() {
            bring(book, stage, &steps);
        }
    });
    let stay = move || bringing::to(book, stage, Stage::Choose);
    let says = move || if unchanged.get() { vec![say("p", "", found::UNCHANGED)] } else { Vec::new() };
    made.extend([
        problem(book.app, GO),
        el("div", "ql-buttons").child(go.attr("id", GO).words(found::GO)),
        el("div", "").attr("role", "status").block(says),
        el("div", "").child(button("ql-link", stay).words(found::STAY)),
    ]);
    made
}

fn summary(preview: &Preview) -> El {
    let of = |items: &[Item]| words::of_keys(items.iter().map(|item| item.key.as_str()));
    let row = |says: Key, value: String| {
        let value = if value.is_empty() { word(found::NONE).to_owned() } else { value };
        el("div", "ql-row").child(say("dt", "", says)).child(el("dd", "").text(value))
    };
    let number = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    el("dl", "ql-summary")
        .child(row(found::NEW, of(&preview.new)))
        .child(row(found::SAME, number(preview.same)))
        .child(row(found::DIFFER, of(&preview.differing)))
        .child(row(found::LEFT, number(preview.left.len())))
}

fn left_out(key: &str, why: Left) -> String {
    let why = match why {
        Left::UnknownKey => left::UNKNOWN,
        Left::Unreadable => left::UNREADABLE,
        Left::Newer => left::NEWER,
        Left::Twice => left::TWICE,
        Left::MineUnreadable => left::MINE_UNREADABLE,
        Left::MineNewer => left::MINE_NEWER,
    };
    fill(left::LINE, &[("what", &words::what(key)), ("why", word(why))])
}

fn choices(preview: &Preview, choice: RwSignal<Choice>) -> El {
    let row = |(this, code, says, hint): (Choice, &'static str, Key, Key)| {
        let chosen = move || choice.get() == this;
        let input = el("input", "")
            .attr("type", "radio")
            .attr("name", "choice")
            .attr("id", format!("choice-{code}"))
            .attr("value", code)
            .flag("checked", chosen)
            .on("change", move || choice.set(this));
        let text = el("span", "ql-words").child(say("span", "", says)).child(say("span", "ql-small", hint));
        el("label", "")
            .class_when("ql-option", "is-chosen", chosen)
            .child(input)
            .child(el("span", "ql-mark"))
            .child(text)
    };
    let count = preview.differing.len();
    let asks = if count == 1 {
        word(found::CHOICE_ONE).to_owned()
    } else {
        fill(found::CHOICE, &[("count", &count.to_string())])
    };
    let whole = preview
        .differing
        .iter()
        .any(|item| crate::records::kind::Kind::of(&item.key).is_some_and(|kind| !kind.keeps_both()));
    let field = el("fieldset", "ql-field")
        .child(el("legend", "ql-label").text(asks))
        .maybe(whole.then(|| say("p", "ql-small", found::WHOLE)))
        .child(el("div", "ql-options").children(CHOICES.map(row)));
    el("div", "ql-fieldwrap").child(field)
}
