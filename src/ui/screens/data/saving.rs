//! Copies going out: as a file, through the share sheet, as text, locked, as a table.

use super::{passphrase, words as says};
use crate::browser::{crypto, files};
use crate::clinical::problems::Problem;
use crate::content::Said;
use crate::content::text::copies::{lock, saving};
use crate::export::csv;
use crate::ui::book::{self, Book};
use crate::ui::copies::{self, COPY};
use crate::ui::element::{El, el, say};
use crate::ui::parts::button;
use crate::ui::parts::details::disclose;
use crate::ui::parts::ways::{Made, Outcome, Way};
use leptos::prelude::*;

/// Shorter is easy to guess.
const SHORT: usize = 12;

/// The part of the page.
pub fn part(book: Book) -> El {
    let told = Outcome::new("copy");
    let way = way(book, told);
    let table = button("ql-button is-second", move || save_table(told)).attr("id", "save-table").words(saving::CSV);
    let share = files::can_share(&name(), COPY);
    super::part(saving::TITLE)
        .child(say("p", "", saving::TEXT))
        .child(way.buttons().child(table))
        .maybe(share.then(|| say("p", "ql-small", saving::SHARE_HINT)))
        .child(el("div", "").child(way.copy_link()))
        .child(told.block())
        .child(disclose("lock", lock::OPEN, false, move || locking(book, told)))
}

fn name() -> String {
    copies::name(".json")
}

/// A copy of everything, and its ways out.
fn way(book: Book, told: Outcome) -> Way {
    Way::new(told, name, COPY, move || copied(book))
        .called([saving::JSON, saving::SHARE, saving::CLIPBOARD])
        .then(gone_out)
}

fn gone_out() {
    if let Some(book) = book::book() {
        copies::gone_out(book);
    }
}

fn copied(book: Book) -> Result<Made, Vec<Said>> {
    let made = copies::everything(book.app).map_err(|_| vec![Said::plain(saving::FAILED)])?;
    let left = made.left_out.len();
    let unread = (left > 0).then(|| Said { key: saving::UNREAD, with: vec![("count", left.to_string())] });
    Ok(Made { text: made.text, also: unread.into_iter().collect() })
}

/// Saves everything as a file.
pub fn save(book: Book, told: Outcome) {
    way(book, told).save();
}

fn save_table(told: Outcome) {
    told.clear();
    let Some((text, unread)) = copies::table() else { return told.plain(saving::FAILED) };
    let mut also = vec![Said::plain(saving::TABLE)];
    also.extend((unread > 0).then(|| Said { key: saving::TABLE_UNREAD, with: vec![("nights", says::nights(unread))] }));
    told.download(&copies::name(".csv"), csv::MEDIA_TYPE, Made { text, also });
}

fn locking(book: Book, told: Outcome) -> Vec<El> {
    if !crypto::is_available() {
        return vec![say("p", "", lock::UNAVAILABLE)];
    }
    let typed = RwSignal::new(String::new());
    let done = Outcome::new("locked");
    let form = el("form", "ql-form ql-lock")
        .attr("novalidate", "")
        .instead("submit", move || save_locked(book, told, done, typed.get_untracked()))
        .child(say("p", "", lock::WARNING))
        .child(passphrase::field(book.app, typed, lock::HINT, "new-password"))
        .child(say("button", "ql-button is-second", lock::SAVE).attr("type", "submit"))
        .child(done.block());
    vec![form]
}

fn save_locked(book: Book, above: Outcome, told: Outcome, typed: String) {
    if typed.is_empty() {
        let says = Said::plain(lock::EMPTY);
        return book.complain(vec![Problem { field: passphrase::FIELD, says }]);
    }
    book.app.problems.set(Vec::new());
    book.app.title();
    above.clear();
    told.clear();
    let made = match copied(book) {
        Ok(made) => made,
        Err(why) => return told.tell(why),
    };
    told.plain(lock::WORKING);
    wasm_bindgen_futures::spawn_local(async move {
        let Ok(text) = crypto::encrypt(&typed, &made.text).await else { return told.plain(lock::FAILED) };
        let short = (typed.chars().count() < SHORT).then_some(Said::plain(lock::SHORT));
        let also = made.also.into_iter().chain(short).collect();
        if told.download(&copies::name("-locked.json"), COPY, Made { text, also }) {
            copies::gone_out(book);
        }
    });
}
