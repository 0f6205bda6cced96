//! Copies going out: as a file, through the share sheet, as text, locked, as a table.

use super::{passphrase, words as says};
use crate::browser::{crypto, files, focus};
use crate::clinical::problems::Problem;
use crate::content::Said;
use crate::content::text::copies::{lock, saving};
use crate::export::csv;
use crate::records::copy::Copy;
use crate::ui::book::Book;
use crate::ui::copies::{self, COPY};
use crate::ui::element::{El, el, say};
use crate::ui::parts::button;
use crate::ui::parts::details::disclose;
use leptos::prelude::*;

/// Shorter is easy to guess.
const SHORT: usize = 12;
/// The text to copy by hand.
const BY_HAND: &str = "copy-text";

/// Where the outcome is told.
#[derive(Clone, Copy)]
pub struct Told {
    says: RwSignal<Vec<Said>>,
    by_hand: RwSignal<Option<String>>,
}

impl Told {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { says: RwSignal::new(Vec::new()), by_hand: RwSignal::new(None) }
    }

    fn tell(self, says: Vec<Said>) {
        // The person may have gone on to another screen meanwhile.
        let _ = self.says.try_set(says);
    }

    fn plain(self, key: crate::content::Key) {
        self.tell(vec![Said::plain(key)]);
    }

    /// The lines, said to readers of the page as they come.
    pub fn block(self) -> El {
        let lines = move || self.says.get().into_iter().map(|said| el("p", "").text(said.text())).collect();
        let area = move || {
            let Some(text) = self.by_hand.get() else { return Vec::new() };
            let area =
                el("textarea", "ql-input ql-note-box").attr("id", BY_HAND).attr("readonly", "").attr("rows", "6");
            let label = say("label", "ql-label", saving::TEXT_LABEL).attr("for", BY_HAND);
            vec![label, el("div", "ql-box is-text").child(area.value(move || text.clone()))]
        };
        el("div", "ql-tell")
            .child(el("div", "ql-told").attr("role", "status").block(lines))
            .child(el("div", "ql-fieldwrap").block(area))
    }
}

/// The part of the page.
pub fn part(book: Book) -> El {
    let told = Told::new();
    let file = button("ql-button", move || save(book, told)).attr("id", "save-copy").words(saving::JSON);
    let share = files::can_share(&copies::name(".json"), COPY);
    let shared = share.then(|| button("ql-button is-second", move || hand_over(book, told)).words(saving::SHARE));
    let table = button("ql-button is-second", move || save_table(told)).attr("id", "save-table").words(saving::CSV);
    let text = button("ql-link", move || as_text(book, told)).attr("id", "copy-as-text").words(saving::CLIPBOARD);
    super::part(saving::TITLE)
        .child(say("p", "", saving::TEXT))
        .child(el("div", "ql-buttons").child(file).maybe(shared).child(table))
        .maybe(share.then(|| say("p", "ql-small", saving::SHARE_HINT)))
        .child(el("div", "").child(text))
        .child(told.block())
        .child(disclose("lock", lock::OPEN, false, move || locking(book, told)))
}

fn copied(book: Book, told: Told) -> Option<Copy> {
    told.by_hand.set(None);
    let made = copies::everything(book.app).ok();
    if made.is_none() {
        told.plain(saving::FAILED);
    }
    made
}

/// Saves everything as a file.
pub fn save(book: Book, told: Told) {
    if let Some(made) = copied(book, told) {
        download(book, told, copies::name(".json"), &made.text, made.left_out.len(), None);
    }
}

fn download(book: Book, told: Told, name: String, text: &str, left: usize, more: Option<Said>) {
    if files::download(&name, COPY, text).is_err() {
        return told.plain(saving::REFUSED);
    }
    let mut says = vec![Said { key: saving::SAVED, with: vec![("name", name)] }];
    says.extend(left_out(left, saving::UNREAD));
    says.extend(more);
    told.tell(says);
    copies::gone_out(book);
}

fn left_out(number: usize, key: crate::content::Key) -> Option<Said> {
    (number > 0).then(|| Said { key, with: vec![("count", number.to_string())] })
}

fn hand_over(book: Book, told: Told) {
    let Some(made) = copied(book, told) else { return };
    let name = copies::name(".json");
    let Ok(shared) = files::share(&name, COPY, &made.text) else {
        return download(book, told, name, &made.text, made.left_out.len(), None);
    };
    wasm_bindgen_futures::spawn_local(async move {
        match shared.await {
            files::Shared::Done => {
                told.plain(saving::SHARED);
                copies::gone_out(book);
            }
            files::Shared::Cancelled => {}
            files::Shared::Refused => download(book, told, name, &made.text, made.left_out.len(), None),
        }
    });
}

fn save_table(told: Told) {
    told.by_hand.set(None);
    let Some((text, unread)) = copies::table() else { return told.plain(saving::FAILED) };
    let name = copies::name(".csv");
    if files::download(&name, csv::MEDIA_TYPE, &text).is_err() {
        return told.plain(saving::REFUSED);
    }
    let mut says = vec![Said { key: saving::TABLE, with: vec![("name", name)] }];
    says.extend((unread > 0).then(|| Said { key: saving::TABLE_UNREAD, with: vec![("nights", says::nights(unread))] }));
    told.tell(says);
}

fn as_text(book: Book, told: Told) {
    let Some(made) = copied(book, told) else { return };
    let by_hand = move |text: String| {
        told.plain(saving::BY_HAND);
        let _ = told.by_hand.try_set(Some(text));
        focus::after_drawing(|| focus::to_id(BY_HAND));
    };
    let Ok(asked) = files::copy(&made.text) else { return by_hand(made.text) };
    wasm_bindgen_futures::spawn_local(async move {
        match asked.await {
            Ok(()) => told.plain(saving::COPIED),
            Err(_) => by_hand(made.text),
        }
    });
}

fn locking(book: Book, told: Told) -> Vec<El> {
    if !crypto::is_available() {
        return vec![say("p", "", lock::UNAVAILABLE)];
    }
    let typed = RwSignal::new(String::new());
    let done = Told::new();
    let form = el("form", "ql-form ql-lock")
        .attr("novalidate", "")
        .instead("submit", move || save_locked(book, told, done, typed.get_untracked()))
        .child(say("p", "", lock::WARNING))
        .child(passphrase::field(book.app, typed, lock::HINT, "new-password"))
        .child(say("button", "ql-button is-second", lock::SAVE).attr("type", "submit"))
        .child(done.block());
    vec![form]
}

fn save_locked(book: Book, above: Told, told: Told, typed: String) {
    if typed.is_empty() {
        let says = Said::plain(lock::EMPTY);
        return book.complain(vec![Problem { field: passphrase::FIELD, says }]);
    }
    book.app.problems.set(Vec::new());
    book.app.title();
    above.tell(Vec::new());
    let Some(made) = copied(book, told) else { return };
    told.plain(lock::WORKING);
    wasm_bindgen_futures::spawn_local(async move {
        let Ok(text) = crypto::encrypt(&typed, &made.text).await else { return told.plain(lock::FAILED) };
        let short = (typed.chars().count() < SHORT).then_some(Said::plain(lock::SHORT));
        download(book, told, copies::name("-locked.json"), &text, made.left_out.len(), short);
    });
}
