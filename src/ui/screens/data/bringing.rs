//! Bringing a copy in: choosing the file, unlocking it, and what was done. Whatever fails, it says that nothing was
//! changed.

use super::found;
use super::{passphrase, words};
use crate::browser::{crypto, files, focus};
use crate::clinical::problems::Problem;
use crate::content::text::copies::{bring, done, failed, lock, refused};
use crate::content::text::ui;
use crate::content::{Key, Said, fill};
use crate::records::import::{self, Preview, Refused};
use crate::records::journal::{self, ChangeError, Step};
use crate::records::locked::LockedError;
use crate::records::save::SaveError;
use crate::route::Route;
use crate::ui::book::{self, Book};
use crate::ui::copies;
use crate::ui::element::{El, el, say};
use crate::ui::parts::cards::with_late_words;
use crate::ui::parts::problems::{described, error_summary, has_problem, problem};
use crate::ui::parts::{button, heading, link};
use crate::ui::state::App;
use leptos::prelude::*;
use leptos::web_sys::File;

/// Largest file read, in bytes: a locked copy of the largest size.
const LARGEST: u32 = 90_000_000;
/// Name of the file input among the problems.
const FILE: &str = "file";

/// How far it is.
#[derive(Clone)]
pub enum Stage {
    /// No file yet, or one that was refused.
    Choose,
    /// Something takes a moment.
    Busy(Key),
    /// The text of a locked copy.
    Locked(String),
    /// What is in the file.
    Found(Preview),
    /// It is in: the steps that take it back.
    Done(Vec<Step>, usize),
    /// It was taken back; whether everything was.
    Undone(bool),
}

/// The screen.
pub fn screen(book: Book) -> Vec<El> {
    vec![heading(ui::diary::IMPORT), with_late_words(book.app, draw)]
}

fn draw(app: App) -> Vec<El> {
    let Some(book) = book::book() else { return Vec::new() };
    let stage = RwSignal::new(Stage::Choose);
    let typed = RwSignal::new(String::new());
    let show = move || match stage.get() {
        Stage::Choose => choose(book, stage),
        Stage::Busy(_) => Vec::new(),
        Stage::Locked(text) => locked(book, stage, typed, text),
        Stage::Found(preview) => found::draw(book, stage, &preview),
        Stage::Done(undo, left) => finished(book, stage, undo, left),
        Stage::Undone(wholly) => undone(book, stage, wholly),
    };
    let back = el("p", "").child(link("", Route::Data).words(bring::BACK));
    let busy = move || match stage.get() {
        Stage::Busy(says) => vec![say("p", "ql-lead", says)],
        _ => Vec::new(),
    };
    let status = el("div", "").attr("role", "status").block(busy);
    vec![error_summary(app), status, el("div", "ql-stack").block(show), back]
}

/// Goes on, with the focus on the heading of what comes.
pub fn to(book: Book, stage: RwSignal<Stage>, next: Stage) {
    book.app.problems.set(Vec::new());
    book.app.title();
    let target = match next {
        Stage::Found(_) => "#found",
        Stage::Locked(_) => "#locked",
        Stage::Done(..) | Stage::Undone(_) => "#done",
        Stage::Choose => "#file",
        Stage::Busy(_) => "",
    };
    if stage.try_set(next).is_none() && !target.is_empty() {
        focus::after_drawing(move || {
            focus::to(target);
        });
    }
}

fn choose(book: Book, stage: RwSignal<Stage>) -> Vec<El> {
    let app = book.app;
    let input = el("input", "")
        .attr("type", "file")
        .attr("id", FILE)
        .attr("accept", ".json,application/json,text/plain")
        .live("aria-describedby", described(app, FILE, Some("file-hint".to_owned())))
        .on_file(move |file| read(book, stage, file));
    let label = el("label", "ql-button ql-file").child(say("span", "", bring::CHOOSE)).child(input);
    let wrap = el("div", "")
        .class_when("ql-fieldwrap", "is-problem", move || has_problem(app, FILE))
        .child(problem(app, FILE))
        .child(el("div", "ql-buttons").child(label))
        .child(say("p", "ql-small", bring::HINT).attr("id", "file-hint"));
    vec![say("p", "", bring::TEXT), wrap]
}

fn read(book: Book, stage: RwSignal<Stage>, file: File) {
    to(book, stage, Stage::Busy(bring::READING));
    wasm_bindgen_futures::spawn_local(async move {
        match files::text_of(&file, LARGEST).await {
            Ok(text) => look_at(book, stage, text),
            Err(files::FileError::TooLarge) => refuse(book, stage, refused::TOO_LARGE),
            Err(_) => refuse(book, stage, refused::UNREADABLE),
        }
    });
}

fn look_at(book: Book, stage: RwSignal<Stage>, text: String) {
    match copies::with_check(book.app, |store| import::preview(store, &text)) {
        Ok(preview) => to(book, stage, Stage::Found(preview)),
        Err(Refused::Locked) if !crypto::is_available() => refuse(book, stage, lock::UNAVAILABLE),
        Err(Refused::Locked) => to(book, stage, Stage::Locked(text)),
        Err(why) => refuse(book, stage, because(why)),
    }
}

fn because(why: Refused) -> Key {
    match why {
        Refused::TooLarge => refused::TOO_LARGE,
        Refused::NotACopy => refused::NOT_A_COPY,
        Refused::Damaged | Refused::Locked => refused::DAMAGED,
        Refused::Newer => refused::NEWER,
        Refused::Empty => refused::EMPTY,
        Refused::Store(_) => refused::BLOCKED,
    }
}

/// Back to choosing, and why. The person may have gone on to another screen meanwhile.
fn refuse(book: Book, stage: RwSignal<Stage>, says: Key) {
    if stage.try_set(Stage::Choose).is_none() {
        complain(book, FILE, says);
    }
}

/// Says what is wrong, at the top and beside the field.
pub fn complain(book: Book, field: &'static str, says: Key) {
    book.complain(vec![Problem { field, says: Said::plain(says) }]);
}

fn locked(book: Book, stage: RwSignal<Stage>, typed: RwSignal<String>, text: String) -> Vec<El> {
    let unlock = move || unlock(book, stage, typed.get_untracked(), text.clone());
    let form = el("form", "ql-form ql-lock")
        .attr("novalidate", "")
        .instead("submit", unlock)
        .child(passphrase::field(book.app, typed, bring::LOCKED_TEXT, "current-password"))
        .child(say("button", "ql-button", bring::UNLOCK).attr("type", "submit"));
    vec![title(bring::LOCKED, "locked"), form, another(book, stage)]
}

/// A heading that takes the focus.
pub fn title(says: Key, id: &'static str) -> El {
    say("h2", "", says).attr("id", id).attr("tabindex", "-1")
}

fn unlock(book: Book, stage: RwSignal<Stage>, typed: String, file: String) {
    if typed.is_empty() {
        return complain(book, passphrase::FIELD, lock::EMPTY);
    }
    to(book, stage, Stage::Busy(bring::UNLOCKING));
    wasm_bindgen_futures::spawn_local(async move {
        use crypto::CryptoError;
        match crypto::decrypt(&typed, &file).await {
            Ok(text) => look_at(book, stage, text),
            Err(CryptoError::WrongPassphraseOrDamaged | CryptoError::NoPassphrase) => {
                if stage.try_set(Stage::Locked(file)).is_none() {
                    complain(book, passphrase::FIELD, refused::PASSPHRASE);
                }
            }
            Err(CryptoError::File(LockedError::Newer)) => refuse(book, stage, refused::NEWER),
            Err(CryptoError::File(LockedError::Rounds)) => refuse(book, stage, refused::ROUNDS),
            Err(CryptoError::File(LockedError::TooLarge)) => refuse(book, stage, refused::TOO_LARGE),
            Err(CryptoError::File(LockedError::NotLocked | LockedError::Damaged)) => {
                refuse(book, stage, refused::DAMAGED);
            }
            Err(CryptoError::Unavailable) => refuse(book, stage, lock::UNAVAILABLE),
            Err(CryptoError::Failed) => refuse(book, stage, refused::UNREADABLE),
        }
    });
}

/// Makes the change, and says how it went.
pub fn bring(book: Book, stage: RwSignal<Stage>, steps: &[Step]) {
    match copies::change(book, steps) {
        Ok(made) => to(book, stage, Stage::Done(journal::reversed(&made.steps), made.left.len())),
        Err(error) => complain(book, found::GO, why_not(error)),
    }
}

/// Why a change was not made.
pub fn why_not(error: ChangeError) -> Key {
    match error {
        ChangeError::Unchanged(SaveError::Full) => failed::FULL,
        ChangeError::Unchanged(SaveError::Blocked) => failed::BLOCKED,
        ChangeError::Unchanged(SaveError::Newer) => failed::NEWER,
        ChangeError::Unchanged(SaveError::Invalid) => failed::INVALID,
        ChangeError::Unfinished => failed::UNFINISHED,
    }
}

fn finished(book: Book, stage: RwSignal<Stage>, undo: Vec<Step>, left: usize) -> Vec<El> {
    let of = |fresh: bool| {
        let those = undo.iter().filter(move |step| step.to.is_none() == fresh);
        words::of_keys(those.map(|step| step.key.as_str()))
    };
    let lines = [(done::FRESH, of(true)), (done::CHANGED, of(false))];
    let lines = lines.into_iter().filter(|(_, what)| !what.is_empty());
    let lines: Vec<El> = lines.map(|(key, what)| el("p", "").text(fill(key, &[("what", &what)]))).collect();
    let take_back = move || match copies::change(book, &undo) {
        Ok(made) => to(book, stage, Stage::Undone(made.left.is_empty())),
        Err(error) => complain(book, UNDO, why_not(error)),
    };
    let others = (left > 0).then(|| el("p", "").text(fill(done::OTHERS, &[("count", &left.to_string())])));
    let says = if copies::is_kept(book.app) { done::SAFETY } else { done::MEMORY };
    let undo = button("ql-button is-second", take_back).attr("id", UNDO).words(done::UNDO);
    let made = el("div", "ql-stack")
        .child(title(done::TITLE, "done"))
        .children(lines)
        .maybe(others)
        .child(say("p", "", says))
        .child(problem(book.app, UNDO))
        .child(el("div", "ql-buttons").child(link("ql-button", Route::Diary).words(done::DIARY)).child(undo));
    vec![made]
}

const UNDO: &str = "undo";

fn undone(book: Book, stage: RwSignal<Stage>, wholly: bool) -> Vec<El> {
    vec![title(if wholly { done::UNDONE } else { done::PARTLY }, "done"), another(book, stage)]
}

/// Back to choosing a file.
pub fn another(book: Book, stage: RwSignal<Stage>) -> El {
    let tap = button("ql-link", move || to(book, stage, Stage::Choose)).attr("id", "another");
    el("div", "").child(tap.words(bring::OTHER))
}
