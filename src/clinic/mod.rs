//! What a clinic says of itself beside `index.html`, in `clinic.json`: its name, its numbers, its colours, what is shown.
//!
//! Decides what a file means, and what holds instead where it says something wrong: a clinic's typing error never
//! breaks a page that somebody opens at night. All of it is text; nothing is ever read as HTML.
//! Knows nothing of fetching the file or of drawing it. The rules stand in `public/clinic.schema.json` too, for
//! editors; tests hold the two together. Why it is a room: docs/decisions/0015-clinic-room.md.

pub mod colour;
pub mod draft;
mod fault;
mod json;
mod read;
pub mod rules;
pub mod snippet;
mod write;

pub use colour::Colour;
pub use fault::Fault;
pub use read::read;
pub use write::write;

use crate::content::Emergency;

/// What a clinic says; empty or `None` where it says nothing. The default is a site of no clinic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clinic {
    /// Its name.
    pub name: String,
    /// Its telephone number, as it is to be read.
    pub phone: String,
    /// Its website.
    pub link: String,
    /// Lines of its address; none is empty.
    pub address: Vec<String>,
    /// A few words to begin with; `\n` ends a line.
    pub welcome: String,
    /// Where its patients live.
    pub country: Option<&'static Emergency>,
    /// What a phone dials in an emergency, digits only: the clinic's own choice, or its country's.
    pub emergency: String,
    /// Its colours, as it chose them; [`colour::palette`] makes them readable.
    pub colours: Option<Colours>,
    /// Name of a picture file beside `index.html`.
    pub logo: String,
    /// Code of one of [`rules::LANGUAGES`]; empty for the default.
    pub language: String,
    /// Parts of the site that are not shown.
    pub hidden: Hidden,
    /// Whether and how a result can be handed to the page around this one.
    pub handover: Option<Handover>,
}

/// A colour for light pages and one for dark pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// For light pages.
    pub light: Colour,
    /// For dark pages; made from the light one where a clinic gives none.
    pub dark: Option<Colour>,
}

/// A part of the site that a clinic can leave out. The check itself is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The diary, and what it shows.
    Diary,
    /// The pages to read.
    Learn,
    /// The plan.
    Plan,
    /// The answers as data for a medical record.
    Record,
}

impl Part {
    /// Every part, with its name in the file.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Diary, "diary"), (Self::Learn, "learn"), (Self::Plan, "plan"), (Self::Record, "record")];
}

/// Which parts are not shown; by default none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden(u8);

impl Hidden {
    /// All of them: only the check is left.
    pub const ALL: Self = Self(0b1111);

    /// Whether a part is shown.
    pub const fn shows(self, part: Part) -> bool {
        self.0 & (1 << part as u8) == 0
    }

    /// Shows a part, or hides it.
    pub const fn set(&mut self, part: Part, shown: bool) {
        let bit = 1 << part as u8;
        if shown { self.0 &= !bit } else { self.0 |= bit }
    }
}

/// To whom a result may be handed, when the person wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The origin of the clinic's page as browsers write it: `https://www.clinic.example`.
    pub origin: String,
    /// What is handed over.
    pub format: Format,
}

/// What is handed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A FHIR bundle.
    #[default]
    Fhir,
    /// The result as text.
    Text,
}

impl Format {
    /// Both, with their names in the file.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Fhir, Self::Fhir.name()), (Self::Text, Self::Text.name())];

    /// Its name in the file, and in the message that carries it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fhir => "fhir",
            Self::Text => "text",
        }
    }
}
