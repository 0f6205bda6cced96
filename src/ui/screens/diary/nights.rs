//! The last 14 nights as a strip, and the list of past nights, of which more are read only when asked for.

use super::of_night;
use crate::browser::clock;
use crate::content::fill;
use crate::content::text::diary::{list as text, row, strip as strip_text};
use crate::diary::entry::Recorded;
use crate::diary::night::Night;
use crate::diary::said;
use crate::diary::window::Window;
use crate::records::envelope::ReadError;
use crate::route::Route;
use crate::ui::book::{self, Book};
use crate::ui::element::{El, el, say};
use crate::ui::parts::chart::strip::bare;
use crate::ui::parts::{button, link};
use leptos::prelude::*;

/// Nights of a diary for the doctor.
const FORTNIGHT: i32 = 14;
/// How many more nights are listed at a time.
const MORE: i32 = 28;

/// How far the fortnight is, and where to go from here.
pub fn strip(book: Book) -> El {
    let draw = move || {
        book.follow();
        let last = book::last_night();
        let nights = book::nights(last, FORTNIGHT);
        let mut made = vec![say("h2", "", strip_text::TITLE)];
        made.push(if nights.is_empty() {
            el("div", "ql-panel").child(say("h3", "", text::EMPTY)).child(say("p", "", text::EMPTY_TEXT))
        } else {
            el("p", "ql-small").text(counts(&nights)).text(" ").text(progress(&nights, last))
        });
        let window = Window::last(FORTNIGHT as u16, last).filter(|_| !nights.is_empty());
        made.extend(window.into_iter().map(|window| bare(window, &nights)));
        made.push(links());
        made
    };
    el("section", "ql-strip-part").block(draw)
}

fn links() -> El {
    let all = [
        (Route::Trends, strip_text::TRENDS),
        (Route::Timeline, strip_text::TIMELINE),
        (Route::Experiment, strip_text::EXPERIMENT),
        (Route::Plan, crate::content::text::ui::plan::TITLE),
    ];
    el("p", "ql-ways").children(all.map(|(to, says)| link("", to).words(says)))
}

fn counts(nights: &[Recorded]) -> String {
    if nights.len() == 1 {
        return super::word(strip_text::ONE);
    }
    let symptoms = nights.iter().filter(|night| night.entry.symptoms()).count().to_string();
    fill(strip_text::COUNTS, &[("recorded", &nights.len().to_string()), ("symptoms", &symptoms)])
}

fn progress(nights: &[Recorded], last: Night) -> String {
    let day = nights.first().map_or(0, |first| last.since(first.night) + 1);
    if day >= FORTNIGHT {
        return super::word(strip_text::READY);
    }
    fill(strip_text::PROGRESS, &[("day", &day.to_string())])
}

/// The list, newest first, without the night that is open above.
pub fn list(book: Book) -> El {
    let shown = RwSignal::new(FORTNIGHT);
    let night = book.night();
    let rows = move || {
        book.follow();
        let last = book::last_night();
        let open = night.get();
        let all = (0..shown.get()).filter_map(|back| last.plus(-back)).filter(|night| *night != open);
        all.map(one).collect()
    };
    let earlier = button("ql-button is-second", move || shown.update(|count| *count += MORE)).words(text::EARLIER);
    el("section", "")
        .child(say("h2", "", text::TITLE))
        .child(el("ul", "ql-nights").block(rows))
        .child(el("div", "ql-buttons").child(earlier))
}

fn one(night: Night) -> El {
    let name = el("b", "").text(said::short(night, clock::today()));
    let kept = book::read(night);
    let (mark, line, action) = match &kept {
        Ok(Some(kept)) => {
            let strength = kept.now.intensity.value().to_string();
            (el("span", "ql-night-mark").text(strength), said::summary(&kept.now), row::EDIT)
        }
        Ok(None) => (empty_mark(), super::word(row::NONE), row::ADD),
        Err(ReadError::Newer) => (empty_mark(), super::word(row::NEWER), row::EDIT),
        Err(ReadError::Unreadable) => (empty_mark(), super::word(row::BROKEN), row::ADD),
    };
    let line = if book::is_begun(night) { super::word(row::BEGUN) } else { line };
    let words = el("span", "ql-night-words").child(name).child(el("span", "ql-small").text(line));
    let action = link("", Route::Night(night)).words(action).child(of_night(night));
    el("li", "ql-night-row").child(mark).child(words).child(action)
}

fn empty_mark() -> El {
    el("span", "ql-night-mark is-empty").attr("aria-hidden", "true").text("–")
}
