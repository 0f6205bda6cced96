//! The inputs of a night's entry: the strength picker, tiles, ticks and lines to type into, over the book's form.
//!
//! Native inputs in a `fieldset`, drawn by the same styles as those of the check.

use super::problems::{described, has_problem, problem};
use crate::content::text::ui::question;
use crate::content::{Key, words};
use crate::ui::book::Book;
use crate::ui::element::{El, el, say};

/// A choice: its code and its words.
pub type Choice = (&'static str, Key);

/// 0 to 10.
pub fn strength(book: Book, field: &'static str, legend: Key) -> El {
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
pub fn tiles(book: Book, field: &'static str, legend: Key, choices: Vec<Choice>) -> El {
    let count = choices.len().to_string();
    let tile = |(at, (code, says)): (usize, Choice)| {
        let input = radio(book, field, code.to_owned(), at == 0);
        el("label", "ql-tile").child(input).child(say("span", "", says))
    };
    let tiles = el("div", "ql-tiles").attr("data-count", count).children(choices.into_iter().enumerate().map(tile));
    group(book, field, legend, tiles)
}

fn group(book: Book, field: &'static str, legend: Key, control: El) -> El {
    let set = el("fieldset", "ql-field")
        .live("aria-describedby", described(book.app, field, None))
        .child(say("legend", "ql-label", legend))
        .child(problem(book.app, field))
        .child(control);
    el("div", "").class_when("ql-fieldwrap", "is-problem", move || has_problem(book.app, field)).child(set)
}

/// Chosen once more, an answer is taken back. A click comes from a tap, the space bar and the arrow keys alike.
fn radio(book: Book, field: &'static str, code: String, first: bool) -> El {
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
pub fn tick(book: Book, key: String, says: String, apart: bool, call: impl Fn(bool) + Send + 'static) -> El {
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
pub fn line(book: Book, field: &'static str, mode: &'static str) -> El {
    el("input", "ql-input")
        .attr("type", "text")
        .attr("id", field)
        .attr("name", field)
        .attr("inputmode", mode)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .live("aria-invalid", move || has_problem(book.app, field).then(|| "true".to_owned()))
        .live("aria-describedby", described(book.app, field, None))
        .value(move || book.given(field))
        .on_text("input", move |typed| book.give(field, &typed))
}
