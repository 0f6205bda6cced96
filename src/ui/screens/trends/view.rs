//! Which nights are shown: the last 14, 28 or 90, or earlier ones.

use crate::content::text::trends_screen::control as text;
use crate::content::text::ui;
use crate::content::{Key, words};
use crate::diary::entry::Recorded;
use crate::diary::night::Night;
use crate::diary::timeline::Change;
use crate::diary::window::Window;
use crate::order::by_rank;
use crate::records::kind::Kind;
use crate::records::store::Store;
use crate::records::{CHANGE, change};
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el};
use crate::ui::parts::button;
use crate::{browser::focus, date::Date};
use leptos::prelude::*;

/// Lengths to choose from, and their words. The longest is also the longest of which patterns are looked for.
const LENGTHS: [(u16, Key); 3] = [(14, text::N14), (28, text::N28), (90, text::N90)];
const LATER: &str = "later-nights";
const EARLIER: &str = "earlier-nights";

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// How many nights.
    pub count: u16,
    /// How many nights before the last one they end.
    pub back: i32,
    /// What nights are compared around.
    pub around: Around,
}

/// The day that nights are set on either side of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// The latest change on the timeline.
    Latest,
    /// The change with this place among the kept ones, the latest first.
    Change(usize),
    /// A day.
    Day(Date),
}

impl Default for View {
    fn default() -> Self {
        Self { count: 14, back: 0, around: Around::Latest }
    }
}

/// What a part of the screen draws.
pub struct Shown<'a> {
    /// Which nights.
    pub window: Window,
    /// Those with an entry, oldest first.
    pub nights: &'a [Recorded],
    /// The first night of the diary.
    pub first: Option<Night>,
}

/// What is kept beside the nights that are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The first night of the diary.
    pub first: Option<Night>,
    /// Changes, the latest first.
    pub changes: Vec<Change>,
}

/// The heading, as the title of the page.
pub fn title(book: Book) -> Key {
    book.trends.with_untracked(heading)
}

/// The heading.
pub fn heading(view: &View) -> Key {
    match (view.back, view.count) {
        (1.., _) => ui::diary::TRENDS_EARLIER,
        (_, 28) => ui::diary::TRENDS_28,
        (_, 90) => ui::diary::TRENDS_90,
        _ => ui::diary::TRENDS,
    }
}

/// The nights of a view. `None` at the beginning of the calendar.
pub fn window(view: View) -> Option<Window> {
    let last = book::last_night();
    if view.back == 0 {
        return Window::last(view.count, last);
    }
    let to = last.plus(-view.back)?;
    Window::between(to.plus(1 - i32::from(view.count))?, to)
}

/// The first night, found by the names of keys alone, and the changes.
pub fn kept() -> Kept {
    book::with_store(|store| {
        let keys = store.keys().unwrap_or_default();
        let night = |key: &String| match Kind::of(key) {
            Some(Kind::Night(night)) => Some(night),
            _ => None,
        };
        let read = |key: &String| change::decode(&store.read(key).ok()??).ok();
        let first = keys.iter().filter_map(night).min();
        let mut changes: Vec<Change> =
            keys.iter().filter(|key| key.starts_with(CHANGE)).filter_map(|key| Some(read(key)?.now)).collect();
        by_rank(&mut changes, |change| (-change.day.day_number(), std::cmp::Reverse(change.created)));
        Kept { first, changes }
    })
}

/// How many nights, and earlier or later ones. Stays while the rest is drawn anew, so that the focus does.
pub fn control(book: Book, shown: Memo<Option<Window>>, kept: Memo<Kept>) -> El {
    let lengths = LENGTHS.map(|(count, says)| {
        let here = move || book.trends.with(|view| view.count == count).to_string();
        let tap = button("ql-turn", move || turn(book, |view| *view = View { count, back: 0, ..*view }));
        tap.live("aria-pressed", move || Some(here())).words(says)
    });
    let more = move || {
        let from = shown.get().map(Window::from);
        kept.with(|kept| kept.first).is_some_and(|first| from.is_some_and(|from| first < from))
    };
    let earlier = move || {
        let tap = move || {
            turn(book, |view| view.back += i32::from(view.count));
            if !more() {
                focus::to_id(LATER);
            }
        };
        button("ql-link", tap).attr("id", EARLIER).words(text::EARLIER)
    };
    let later = move || {
        let tap = move || {
            turn(book, |view| view.back = (view.back - i32::from(view.count)).max(0));
            if book.trends.with_untracked(|view| view.back == 0) {
                focus::to_id(EARLIER);
            }
        };
        button("ql-link", tap).attr("id", LATER).words(text::LATER)
    };
    let group = el("div", "ql-turns").attr("role", "group").attr("aria-label", words(text::LABEL)).children(lengths);
    let steps = el("div", "ql-turns").show(more, earlier).show(move || book.trends.with(|view| view.back > 0), later);
    el("div", "ql-control").child(group).child(steps)
}

fn turn(book: Book, edit: impl FnOnce(&mut View)) {
    book.trends.update(edit);
    book.app.title();
}
