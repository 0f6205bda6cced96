//! How a text leaves the browser: as a file, through the share sheet, into the clipboard, or copied by hand.
//!
//! Decides which ways are offered, in which order, and what is said of what became of them. A screen gives the name, the
//! kind and how the text is made; it is made when somebody taps, inside the tap itself, as share sheets and clipboards
//! ask. Where a way is refused the next one is taken, and the last is always there: the text itself, to be selected.
//! Nothing is kept here, and nothing here knows what is in a text.

use super::button;
use crate::browser::{files, focus, in_frame, is_installed, is_sandboxed};
use crate::content::text::ways::{go, outcome};
use crate::content::{Key, Said};
use crate::ui::element::{El, el, say};
use leptos::prelude::*;
use std::sync::Arc;

/// What goes out.
pub struct Made {
    /// The text.
    pub text: String,
    /// What is said of it once it has gone out as a file.
    pub also: Vec<Said>,
}

impl Made {
    /// A text of which there is nothing to say.
    pub fn plain(text: String) -> Self {
        Self { text, also: Vec::new() }
    }
}

/// How a text is made; else why there is none, where the screen has not said it in its own place.
type Make = Arc<dyn Fn() -> Result<Made, Vec<Said>> + Send + Sync>;

/// A text and its ways out.
#[derive(Clone)]
pub struct Way {
    told: Outcome,
    media_type: &'static str,
    name: fn() -> String,
    make: Make,
    gone: fn(),
    says: [Key; 3],
    filled: bool,
    in_form: bool,
}

impl Way {
    /// With the outcome told in a place of the screen. `name`: what the file is called, today.
    pub fn new(
        told: Outcome,
        name: fn() -> String,
        media_type: &'static str,
        make: impl Fn() -> Result<Made, Vec<Said>> + Send + Sync + 'static,
    ) -> Self {
        let says = [go::SAVE, go::SHARE, go::COPY];
        Self { told, media_type, name, make: Arc::new(make), gone: || {}, says, filled: true, in_form: false }
    }

    /// With other words on "Save file", "Share" and "Copy as text".
    pub fn called(self, says: [Key; 3]) -> Self {
        Self { says, ..self }
    }

    /// With something to do once a file has gone out.
    pub fn then(self, gone: fn()) -> Self {
        Self { gone, ..self }
    }

    /// Where another button of the page is the filled one.
    pub fn second(self) -> Self {
        Self { filled: false, ..self }
    }

    /// The first button sends the form it stands in; the form calls [`Self::first`].
    pub fn in_form(self) -> Self {
        Self { in_form: true, ..self }
    }

    /// Every way, and where the outcome is told.
    pub fn part(self) -> El {
        let copy = el("div", "").child(self.copy_link());
        el("div", "ql-stack").child(self.buttons()).child(copy).child(self.told.block())
    }

    /// "Save file" and, where the browser shares such files, "Share". An app on the home screen of an iPhone cannot
    /// download: from there sharing comes first.
    pub fn buttons(&self) -> El {
        let Outcome { id, .. } = self.told;
        let [save, share, _] = self.says;
        let (first, other) = if self.shares_first() { (true, false) } else { (false, true) };
        let one = |shares: bool, leads: bool| {
            let class = if leads && self.filled { "ql-button" } else { "ql-button is-second" };
            let name = if shares { format!("share-{id}") } else { format!("save-{id}") };
            let made = if leads && self.in_form {
                el("button", class).attr("type", "submit")
            } else {
                let way = self.clone();
                button(class, move || if shares { way.share() } else { way.save() })
            };
            made.attr("id", name).words(if shares { share } else { save })
        };
        let both = files::can_share(&(self.name)(), self.media_type);
        el("div", "ql-buttons").child(one(first, true)).maybe(both.then(|| one(other, false)))
    }

    /// "Copy as text".
    pub fn copy_link(&self) -> El {
        let (id, [_, _, copy], way) = (self.told.id, self.says, self.clone());
        button("ql-link", move || way.copy()).attr("id", format!("clip-{id}")).words(copy)
    }

    fn shares_first(&self) -> bool {
        is_installed() && files::can_share(&(self.name)(), self.media_type)
    }

    /// What the first button does.
    pub fn first(&self) {
        if self.shares_first() { self.share() } else { self.save() }
    }

    fn made(&self) -> Option<Made> {
        self.told.clear();
        (self.make)().map_err(|why| self.told.tell(why)).ok()
    }

    /// Saves it as a file.
    pub fn save(&self) {
        if let Some(made) = self.made() {
            self.download(made);
        }
    }

    fn download(&self, made: Made) {
        if self.told.download(&(self.name)(), self.media_type, made) {
            (self.gone)();
        }
    }

    fn share(&self) {
        let Some(made) = self.made() else { return };
        let Ok(shared) = files::share(&(self.name)(), self.media_type, &made.text) else { return self.download(made) };
        let way = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match shared.await {
                files::Shared::Done => {
                    way.told.tell([vec![Said::plain(outcome::SHARED)], made.also].concat());
                    (way.gone)();
                }
                files::Shared::Cancelled => {}
                files::Shared::Refused => way.download(made),
            }
        });
    }

    fn copy(&self) {
        let Some(made) = self.made() else { return };
        let told = self.told;
        let Ok(asked) = files::copy(&made.text) else { return told.by_hand(outcome::BY_HAND, made.text) };
        wasm_bindgen_futures::spawn_local(async move {
            match asked.await {
                Ok(()) => told.plain(outcome::COPIED),
                Err(_) => told.by_hand(outcome::BY_HAND, made.text),
            }
        });
    }
}

/// Where the outcome is told.
#[derive(Clone, Copy)]
pub struct Outcome {
    id: &'static str,
    says: RwSignal<Vec<Said>>,
    text: RwSignal<Option<String>>,
}

impl Outcome {
    /// Nothing yet. `id`: unlike that of any other on the page; `save-<id>` and `<id>-text` are then those of its parts.
    pub fn new(id: &'static str) -> Self {
        Self { id, says: RwSignal::new(Vec::new()), text: RwSignal::new(None) }
    }

    /// Says this and nothing else.
    pub fn tell(self, says: Vec<Said>) {
        // The person may have gone on to another screen meanwhile.
        let _ = self.says.try_set(says);
    }

    /// Says one sentence.
    pub fn plain(self, key: Key) {
        self.tell(vec![Said::plain(key)]);
    }

    /// Says nothing any more.
    pub fn clear(self) {
        self.tell(Vec::new());
        let _ = self.text.try_set(None);
    }

    /// Saves a text as a file and says so; where the browser refuses, the text stands there. Says whether it went.
    pub fn download(self, name: &str, media_type: &str, made: Made) -> bool {
        if files::download(name, media_type, &made.text).is_err() {
            self.by_hand(outcome::REFUSED, made.text);
            return false;
        }
        if is_sandboxed() {
            self.by_hand(outcome::SANDBOXED, made.text);
            return false;
        }
        let mut says = vec![Said { key: outcome::SAVED, with: vec![("name", name.to_owned())] }];
        says.extend(made.also);
        says.extend(in_frame().then_some(Said::plain(outcome::FRAMED)));
        self.tell(says);
        true
    }

    /// Shows a text to be copied by hand.
    fn by_hand(self, why: Key, text: String) {
        self.plain(why);
        let _ = self.text.try_set(Some(text));
        let id = format!("{}-text", self.id);
        focus::after_drawing(move || focus::select(&id));
    }

    /// The lines, said to readers of the page as they come, and the text where it has to be copied by hand.
    pub fn block(self) -> El {
        let lines = move || self.says.get().into_iter().map(|said| el("p", "").text(said.text())).collect();
        let area = move || {
            let Some(text) = self.text.get() else { return Vec::new() };
            let id = format!("{}-text", self.id);
            let label = say("label", "ql-label", outcome::LABEL).attr("for", id.clone());
            let area = el("textarea", "ql-input ql-note-box").attr("id", id).attr("readonly", "").attr("rows", "6");
            vec![label, el("div", "ql-box is-text").child(area.value(move || text.clone()))]
        };
        el("div", "ql-tell")
            .child(el("div", "ql-told").attr("role", "status").block(lines))
            .child(el("div", "ql-fieldwrap").block(area))
    }
}
