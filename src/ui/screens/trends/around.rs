//! Nights before a day and from it on, side by side, and for a change with a known course when it is judged.
//!
//! Which nights stand where, and whether they are compared yet, is decided by `diary::before_after`.

use super::table::table;
use super::view::{Around, Kept};
use crate::browser::clock;
use crate::content::text::trends_screen::{around as text, changes as what};
use crate::content::{Key, Said, fill, words};
use crate::date::Date;
use crate::diary::before_after::{self, BeforeAfter, Nights};
use crate::diary::entry::Recorded;
use crate::diary::said;
use crate::diary::timeline::{Change, What};
use crate::diary::window::Window;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::chart::dots::{Side, dots, scale};
use crate::ui::parts::details::disclose;
use leptos::prelude::*;

const DAY: &str = "compare-day";
const PICK: &str = "compare-change";
const HINT: &str = "compare-problem";

/// The part: heading, the day to choose, and what was found.
pub fn part(book: Book, kept: Memo<Kept>) -> El {
    let future = RwSignal::new(false);
    let chosen = Memo::new(move |_| chosen(book, kept));
    let head = move || chosen.with(head);
    let body = move || {
        book.follow();
        chosen.with(|chosen| match chosen {
            None => vec![say("p", "", text::INTRO)],
            Some((day, None)) => compared(&before_after::around(&read(before_after::windows_around(*day)), *day), *day),
            Some((_, Some(change))) => of_change(change),
        })
    };
    let choose = disclose("choose-day", text::CHOOSE, false, move || {
        vec![el("div", "ql-choosing").block(move || changes(book, kept, future)).child(day(book, future))]
    });
    let made = el("section", "ql-part").attr("id", "around");
    made.flag("hidden", move || kept.with(|kept| kept.first.is_none())).block(head).child(choose).block(body)
}

/// The day, and the change when it is one.
fn chosen(book: Book, kept: Memo<Kept>) -> Option<(Date, Option<Change>)> {
    let today = clock::today();
    kept.with(|kept| {
        let change = match book.trends.with(|view| view.around) {
            Around::Day(day) => return Some((day, None)),
            Around::Latest => kept.changes.iter().find(|change| change.day <= today),
            Around::Change(at) => kept.changes.get(at),
        };
        change.map(|change| (change.day, Some(change.clone())))
    })
}

fn head(chosen: &Option<(Date, Option<Change>)>) -> Vec<El> {
    let Some((day, change)) = chosen else { return vec![say("h2", "", text::ANY)] };
    let mut made = vec![el("h2", "").text(fill(text::TITLE, &[("day", &said::day(*day))]))];
    let noted = change.as_ref().map(|change| fill(text::NOTED, &[("what", &named(change))]));
    made.extend(noted.map(|noted| el("p", "ql-small").text(noted)));
    made
}

/// "a dose changed, Sertraline".
fn named(change: &Change) -> String {
    let kind = words(kind(change.what));
    if change.name.is_empty() { kind.to_owned() } else { fill(what::NAMED, &[("what", kind), ("name", &change.name)]) }
}

const fn kind(kind: What) -> Key {
    match kind {
        What::IronTablets => what::IRON_TABLETS,
        What::IronInfusion => what::IRON_INFUSION,
        What::Started => what::STARTED,
        What::Stopped => what::STOPPED,
        What::Dose => what::DOSE,
        What::Cpap => what::CPAP,
        What::Pregnancy => what::PREGNANCY,
        What::Other => what::OTHER,
    }
}

/// The changes of the timeline, to pick one.
fn changes(book: Book, kept: Memo<Kept>, future: RwSignal<bool>) -> Vec<El> {
    let today = clock::today();
    let option = |(at, change): (usize, &Change)| {
        let says = fill(text::OPTION, &[("day", &said::day(change.day)), ("what", &named(change))]);
        el("option", "").attr("value", at.to_string()).text(says)
    };
    let options: Vec<El> =
        kept.with(|kept| kept.changes.iter().enumerate().filter(|(_, one)| one.day <= today).map(option).collect());
    if options.is_empty() {
        return Vec::new();
    }
    let pick = move |typed: String| {
        let at = typed.bytes().fold(0, |number, digit| number * 10 + usize::from(digit.wrapping_sub(b'0')));
        if !typed.is_empty() {
            future.set(false);
            book.trends.update(|view| view.around = Around::Change(at));
        }
    };
    let select = el("select", "ql-select").attr("id", PICK).attr("name", PICK);
    let select =
        select.child(say("option", "", text::PICK).attr("value", "")).children(options).on_text("change", pick);
    let label = say("label", "ql-label", text::CHANGES).attr("for", PICK);
    vec![el("div", "ql-fieldwrap").child(label).child(select)]
}

/// Any day.
fn day(book: Book, future: RwSignal<bool>) -> El {
    let shown = move || match book.trends.with(|view| view.around) {
        Around::Day(day) => day.to_string(),
        _ => String::new(),
    };
    let choose = move |typed: String| {
        let day = Date::parse(&typed);
        future.set(day.is_some_and(|day| day > clock::today()));
        if let Some(day) = day.filter(|day| *day <= clock::today()) {
            book.trends.update(|view| view.around = Around::Day(day));
        }
    };
    let input = el("input", "ql-input")
        .attr("type", "date")
        .attr("id", DAY)
        .attr("name", DAY)
        .attr("max", clock::today().to_string())
        .attr("aria-describedby", HINT)
        .live("aria-invalid", move || future.get().then(|| "true".to_owned()))
        .value(shown)
        .on_text("change", choose);
    let says = move || future.get().then(|| say("span", "ql-problem", text::FUTURE)).into_iter().collect();
    el("div", "")
        .class_when("ql-fieldwrap", "is-problem", move || future.get())
        .child(say("label", "ql-label", text::DATE).attr("for", DAY))
        .child(el("p", "").attr("id", HINT).attr("role", "status").block(says))
        .child(el("div", "ql-box is-date").child(input))
}

/// The entries of both sides, and no others.
fn read(windows: [Option<Window>; 2]) -> Vec<Recorded> {
    windows.into_iter().flatten().flat_map(|window| book::nights(window.to(), window.length())).collect()
}

/// When the change is judged and, unless that is still to come, its two sides.
fn of_change(change: &Change) -> Vec<El> {
    let judged = before_after::judged(change, clock::today());
    let says = |said: &[Said]| el("p", "").text(said.iter().map(Said::text).collect::<Vec<_>>().join(" "));
    let mut made: Vec<El> = judged.iter().map(|judged| says(&judged.says())).collect();
    if judged.is_some_and(|judged| judged.on.is_some() && !judged.has_passed()) {
        return made;
    }
    let windows = before_after::windows_of_change(change);
    let from = windows[1].map_or(change.day, |window| window.from().0);
    if from != change.day {
        let days = [("change", said::day(change.day)), ("day", said::day(from))];
        made.push(el("p", "ql-small").text(Said { key: text::WAITED, with: days.into() }.text()));
    }
    made.extend(compared(&before_after::of_change(&read(windows), change), from));
    made
}

/// Both sides as dots, the sentence below, and the same as a table.
fn compared(both: &BeforeAfter, day: Date) -> Vec<El> {
    let day = said::day(day);
    let sentence = both.says(&day).iter().map(Said::text).collect::<Vec<_>>().join(" ");
    let sentence = el("p", "").text(sentence);
    if both.before.nights + both.after.nights == 0 {
        return vec![sentence];
    }
    let after = fill(text::AFTER, &[("day", &day)]);
    let chart = el("figure", "ql-chart")
        .children(side(words(text::BEFORE), &both.before, Side::Before))
        .children(side(&after, &both.after, Side::After))
        .child(scale())
        .child(say("figcaption", "ql-small", text::KEY));
    let numbers = numbers(both);
    vec![chart, sentence, disclose("around-numbers", text::NUMBERS, false, move || vec![numbers()])]
}

fn side(name: &str, nights: &Nights, side: Side) -> [El; 2] {
    let count = counted(nights.nights);
    let one = |(strength, count): (usize, &usize)| {
        let with = [("strength", strength.to_string()), ("nights", counted(*count))];
        (*count > 0).then(|| Said { key: text::DOT, with: with.into() }.text())
    };
    let all: Vec<String> = nights.dots.iter().enumerate().filter_map(one).collect();
    let says = fill(text::CHART, &[("side", name), ("nights", &count), ("list", &all.join(" "))]);
    let head = el("p", "ql-side").child(el("b", "").text(name.to_owned())).child(el("span", "ql-small").text(count));
    [head, dots(nights, side, says)]
}

fn counted(nights: usize) -> String {
    fill(if nights == 1 { text::ONE } else { text::NIGHTS }, &[("count", &nights.to_string())])
}

fn numbers(both: &BeforeAfter) -> impl Fn() -> El + Send + 'static {
    let (before, after) = (both.before.dots, both.after.dots);
    move || {
        let row = |(strength, (one, other)): (usize, (&usize, &usize))| {
            let name = el("th", "").attr("scope", "row").text(strength.to_string());
            let cells = [one, other].map(|count| el("td", "").text(count.to_string()));
            el("tr", "").child(name).children(cells)
        };
        let body = el("tbody", "").children(before.iter().zip(&after).enumerate().map(row));
        let heads = [text::STRENGTH, text::NIGHTS_BEFORE, text::NIGHTS_AFTER];
        table(text::NUMBERS, heads.map(|key| say("th", "", key)), body)
    }
}
