//! The inputs of the diary's forms: the strength picker, tiles, rows, ticks, and boxes to type into.
//!
//! They work over any [`Paper`]: a night's entry, a blood test result, a change, a plan.
//! Native inputs in a `fieldset`, drawn by the same styles as those of the check.

use super::problems::{described, has_problem, problem};
use crate::clinical::answers::{Answers, LONGEST};
use crate::content::text::diary::form as text;
use crate::content::text::timeline::form::DAY_BOX;
use crate::content::text::ui::question;
use crate::content::{Key, fill, words};
use crate::diary::form::day::Boxes;
use crate::ui::book::Book;
use crate::ui::element::{El, el, say};
use crate::ui::state::App;
use leptos::prelude::*;

/// How many characters of a note may be left before it says how many.
const NEARLY_FULL: usize = 500;

/// A form being filled in.
pub trait Paper: Copy + Send + Sync + 'static {
    /// The app around it, which holds what is wrong.
    fn app(self) -> App;
    /// What is given for a key.
    fn given(self, key: &str) -> String;
    /// Gives or, with an empty text, takes back an answer.
    fn give(self, key: &str, value: &str);
    /// Whether the answer is this code.
    fn is(self, key: &str, code: &str) -> bool;
    /// The same, without drawing anew when it changes.
    fn was(self, key: &str, code: &str) -> bool;
}

/// A [`Paper`] whose boxes are texts under keys.
pub trait Texts: Copy + Send + Sync + 'static {
    /// The app around it.
    fn of(self) -> App;
    /// The texts.
    fn texts(self) -> RwSignal<Answers>;
    /// Gives or, with an empty text, takes back one, and keeps it as this paper does.
    fn put(self, key: &str, value: &str);
}

impl<T: Texts> Paper for T {
    fn app(self) -> App {
        self.of()
    }

    fn given(self, key: &str) -> String {
        self.texts().with(|given| given.get(key).unwrap_or_default().to_owned())
    }

    fn give(self, key: &str, value: &str) {
        self.put(key, value);
    }

    fn is(self, key: &str, code: &str) -> bool {
        self.texts().with(|given| given.is(key, code))
    }

    fn was(self, key: &str, code: &str) -> bool {
        self.texts().with_untracked(|given| given.is(key, code))
    }
}

impl Paper for Book {
    fn app(self) -> App {
        self.app
    }

    fn given(self, key: &str) -> String {
        Self::given(self, key)
    }

    fn give(self, key: &str, value: &str) {
        Self::give(self, key, value);
    }

    fn is(self, key: &str, code: &str) -> bool {
        Self::is(self, key, code)
    }

    fn was(self, key: &str, code: &str) -> bool {
        Self::was(self, key, code)
    }
}

/// A choice: its code and its words.
pub type Choice = (&'static str, Key);

/// 0 to 10.
pub fn strength(book: impl Paper, field: &'static str, legend: Key) -> El {
    let pick = move |class, number: u8, beside: Option<El>| {
        let input = radio(book, field, number.to_string(), number == 0);
        el("label", class).child(input).child(el("span", "").text(number.to_string()).maybe(beside))
    };
    let none = el("small", "").text(format!(" {}", words(question::PICKER_NONE)));
    let ten = el("div", "ql-picks").children((1..=10).map(|number| pick("ql-pick", number, None)));
    let ends = [question::PICKER_LEAST, question::PICKER_MOST].map(|key| say("span", "", key));
    let picker = el("div", "ql-picker").child(pick("ql-pick is-none", 0, Some(none))).child(ten);
    let picking = el("div", "ql-picking").child(picker).child(el("p", "ql-ends").children(ends));
    group(book, field, legend, picking)
}

/// Two to four short words side by side.
pub fn tiles(book: impl Paper, field: &'static str, legend: Key, choices: Vec<Choice>) -> El {
    let said = choices.into_iter().map(|(code, says)| (code.to_owned(), words(says).to_owned()));
    tiles_of(book, field, legend, None, said.collect())
}

/// The same with words that are no text of ours, such as units, and with a hint.
pub fn tiles_of(
    book: impl Paper,
    field: &'static str,
    legend: Key,
    hint: Option<Key>,
    choices: Vec<(String, String)>,
) -> El {
    let count = choices.len().to_string();
    let tile = |(at, (code, says)): (usize, (String, String))| {
        let input = radio(book, field, code, at == 0);
        el("label", "ql-tile").child(input).child(el("span", "").text(says))
    };
    let tiles = el("div", "ql-tiles").attr("data-count", count).children(choices.into_iter().enumerate().map(tile));
    hinted_group(book, field, legend, hint, tiles)
}

/// One of several, as rows.
pub fn rows(book: impl Paper, field: &'static str, legend: Key, choices: Vec<Choice>) -> El {
    let row = |(at, (code, says)): (usize, Choice)| {
        let input = radio(book, field, code.to_owned(), at == 0);
        el("label", "")
            .class_when("ql-option", "is-chosen", move || book.is(field, code))
            .child(input)
            .child(el("span", "ql-mark"))
            .child(el("span", "ql-words").child(say("span", "", says)))
    };
    let rows = el("div", "ql-options").children(choices.into_iter().enumerate().map(row));
    group(book, field, legend, rows)
}

fn group(book: impl Paper, field: &'static str, legend: Key, control: El) -> El {
    hinted_group(book, field, legend, None, control)
}

fn hinted_group(book: impl Paper, field: &'static str, legend: Key, hint: Option<Key>, control: El) -> El {
    let (hint, id) = hinted(field, hint);
    let set = el("fieldset", "ql-field")
        .live("aria-describedby", described(book.app(), field, id))
        .child(say("legend", "ql-label", legend))
        .maybe(hint)
        .child(problem(book.app(), field))
        .child(control);
    el("div", "").class_when("ql-fieldwrap", "is-problem", move || has_problem(book.app(), field)).child(set)
}

/// The line under a label, and its id.
fn hinted(field: &str, hint: Option<Key>) -> (Option<El>, Option<String>) {
    let id = format!("{field}-hint");
    (hint.map(|key| say("p", "ql-small", key).attr("id", id.clone())), hint.map(|_| id))
}

/// Chosen once more, an answer is taken back. A click comes from a tap, the space bar and the arrow keys alike.
fn radio(book: impl Paper, field: &'static str, code: String, first: bool) -> El {
    let (shown, given) = (code.clone(), code.clone());
    let id = if first { field.to_owned() } else { format!("{field}-{code}") };
    el("input", "")
        .attr("type", "radio")
        .attr("id", id)
        .attr("name", field)
        .attr("value", code)
        .flag("checked", move || book.is(field, &shown))
        .on("click", move || book.give(field, if book.was(field, &given) { "" } else { &given }))
}

/// One box to tick, as a row.
pub fn tick(book: impl Paper, key: String, says: String, apart: bool, call: impl Fn(bool) + Send + 'static) -> El {
    let (shown, chosen) = (key.clone(), key.clone());
    let input = el("input", "")
        .attr("type", "checkbox")
        .attr("id", key.clone())
        .attr("name", key)
        .flag("checked", move || book.is(&shown, "yes"))
        .on_tick(call);
    el("label", "")
        .class_when(if apart { "ql-option is-apart" } else { "ql-option" }, "is-chosen", move || {
            book.is(&chosen, "yes")
        })
        .child(input)
        .child(el("span", "ql-mark"))
        .child(el("span", "ql-words").child(el("span", "").text(says)))
}

/// A line to type into. What is typed is kept at each stroke, and never changed while typing.
pub fn line(book: impl Paper, field: &'static str, mode: &'static str) -> El {
    typed(book, field, field, mode).live("aria-describedby", described(book.app(), field, None))
}

/// The same for a box that is one of several of a field, whose problem stands at the first.
pub fn typed(book: impl Paper, key: &'static str, field: &'static str, mode: &'static str) -> El {
    el("input", "ql-input")
        .attr("type", "text")
        .attr("id", key)
        .attr("name", key)
        .attr("inputmode", mode)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .live("aria-invalid", move || has_problem(book.app(), field).then(|| "true".to_owned()))
        .value(move || book.given(key))
        .on_text("input", move |typed| book.give(key, &typed))
}

/// A line with its label, hint, problem and what stands after it in the box.
pub fn labelled(
    book: impl Paper,
    field: &'static str,
    label: Key,
    hint: Option<Key>,
    class: &'static str,
    unit: Option<El>,
) -> El {
    let (hint, id) = hinted(field, hint);
    let mode = if class == "ql-box is-text" { "text" } else { "decimal" };
    let input = typed(book, field, field, mode).live("aria-describedby", described(book.app(), field, id));
    el("div", "")
        .class_when("ql-fieldwrap", "is-problem", move || has_problem(book.app(), field))
        .child(say("label", "ql-label", label).attr("for", field))
        .maybe(hint)
        .child(problem(book.app(), field))
        .child(el("div", class).child(input).maybe(unit))
}

/// A day, month and year, typed.
pub fn date(book: impl Paper, boxes: &'static Boxes, legend: Key, hint: String) -> El {
    let first = boxes.day;
    let boxed = |key: &'static str, label: Key, class: &'static str| {
        let label = say("label", "ql-small", label).attr("for", key);
        el("div", "").child(label).child(el("div", class).child(typed(book, key, first, "numeric")))
    };
    let inputs = el("div", "ql-dates is-day")
        .child(boxed(boxes.day, DAY_BOX, "ql-box is-month"))
        .child(boxed(boxes.month, question::MONTH, "ql-box is-month"))
        .child(boxed(boxes.year, question::YEAR, "ql-box is-year"));
    let id = format!("{first}-hint");
    let set = el("fieldset", "ql-field")
        .live("aria-describedby", described(book.app(), first, Some(id.clone())))
        .child(say("legend", "ql-label", legend))
        .child(el("p", "ql-small").attr("id", id).text(hint))
        .child(problem(book.app(), first))
        .child(inputs);
    el("div", "").class_when("ql-fieldwrap", "is-problem", move || has_problem(book.app(), first)).child(set)
}

/// A note of any length up to the longest, which says when little room is left.
pub fn note(book: impl Paper, field: &'static str, label: Key) -> El {
    let area = el("textarea", "ql-input ql-note-box")
        .attr("id", field)
        .attr("name", field)
        .attr("rows", "3")
        .live("aria-invalid", move || has_problem(book.app(), field).then(|| "true".to_owned()))
        .live("aria-describedby", described(book.app(), field, Some("note-left".to_owned())))
        .value(move || book.given(field))
        .on_text("input", move |typed| book.give(field, &typed));
    let left = move || {
        let left = LONGEST.saturating_sub(book.given(field).chars().count());
        let says = fill(text::NOTE_LEFT, &[("left", &left.to_string())]);
        (left < NEARLY_FULL).then(|| el("span", "").text(says)).into_iter().collect()
    };
    el("div", "")
        .class_when("ql-fieldwrap", "is-problem", move || has_problem(book.app(), field))
        .child(say("label", "ql-label", label).attr("for", field))
        .child(problem(book.app(), field))
        .child(el("div", "ql-box is-text").child(area))
        .child(el("p", "ql-small").attr("id", "note-left").block(left))
}
