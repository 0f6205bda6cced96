//! What the person wants of the appointment, as the plan and the report see it.
//!
//! `read` at each drawing; a block that calls [`Book::follow`] first is drawn anew when this tab or another one has
//! changed it. `edit` writes by the write rule, or into memory where nothing is kept. What ends up under the key is
//! decided by `records`. A box that is typed into belongs outside of a block that follows: it would lose its focus.

use super::book::{self, Book, with_store};
use crate::browser::clock;
use crate::records::WISHES;
use crate::records::store::Store;
use crate::records::versions::Versions;
use crate::records::wishes::{Wishes, decode, encode};

fn kept() -> Option<Versions<Wishes>> {
    let text = with_store(|store| store.read(WISHES)).ok().flatten()?;
    decode(&text).ok()
}

/// What is wished; nothing yet where nothing can be read.
pub fn read() -> Wishes {
    kept().map_or(Wishes::NONE, |kept| kept.now)
}

/// Changes it, out of what lies there now. Nothing is written where nothing changes.
pub fn edit(book: Book, change: impl FnOnce(&mut Wishes)) {
    let (now, there) = (clock::edit_stamp(), kept());
    let before = there.as_ref().map_or(Wishes::NONE, |there| there.now.clone());
    let mut new = before.clone();
    change(&mut new);
    if new == before {
        return;
    }
    let versions = match there {
        Some(there) => there.edit(new, now),
        None => Versions::first(Wishes { edited: now, ..new }),
    };
    let refused = book::put(WISHES, encode(&versions), now);
    book.changed(|news| news.refused = refused);
}
