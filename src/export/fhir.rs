//! The check for a medical record: an HL7 FHIR R4 `Bundle` (collection).
//!
//! Decides what goes in: the questions, the answers, the blood values with LOINC and UCUM, what the answers and the
//! nights come to, and the medicines listed. Not a document and not a diagnosis: nothing in it is a `Condition`, and each
//! piece says that the person told it and nobody checked. Who the person is stands in it only where it was given for
//! this one export.

mod listed;
mod observations;
pub mod questionnaire;
mod response;

use super::json::{Json, object};
use super::{Told, clean};
use crate::clinical::flow::counted;
use crate::content::text::exports::fhir as said;
use crate::content::text::idle_ready;
use crate::content::words;
use crate::date::Date;

/// Who the person is, typed for one export and kept nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// As typed; blank is nobody.
    pub name: String,
    /// Day of birth.
    pub born: Option<Date>,
}

/// What every piece says of its origin.
struct Origin {
    /// Whom it is about.
    subject: Json,
    /// The answers it was made from.
    derived: Json,
    /// The day of the export.
    today: String,
}

impl Origin {
    /// "Told by the person …", and what else there is to say.
    fn note(&self, more: &str) -> Json {
        let text = [words(said::NOTE), if more.is_empty() { "" } else { " " }, more].concat();
        object([("text", Json::text(text))]).one()
    }
}

/// The bundle as a file. `None` while the words are not here yet.
pub fn bundle(told: &Told<'_>, identity: Option<&Identity>) -> Option<String> {
    idle_ready().then_some(())?;
    let answers = counted(told.answers, told.today);
    let today = told.today.to_string();
    // Names of the pieces hold nothing but what is in the file itself.
    let seed = seed(&response::response(&answers, told, &Json::None, &today).print());
    let urn = |at: usize| urn(seed, at);
    let patient = identity.map(|who| (who, clean::line(&who.name))).filter(|(_, name)| !name.is_empty());
    let subject = match &patient {
        Some((_, name)) => object([("reference", Json::text(urn(1))), ("display", Json::text(&**name))]),
        None => object([("display", Json::text(words(said::PERSON)))]),
    };
    let derived = object([("reference", Json::text(urn(0)))]).one();
    let origin = Origin { subject: subject.clone(), derived, today: today.clone() };
    let mut entries = vec![
        entry(questionnaire::URL.to_owned(), questionnaire::questionnaire()),
        entry(urn(0), response::response(&answers, told, &subject, &today)),
    ];
    entries.extend(patient.map(|(who, name)| entry(urn(1), person(who, &name))));
    let pieces = observations::all(&answers, told, &origin).into_iter().chain(listed::all(told, &origin));
    entries.extend(pieces.enumerate().map(|(at, piece)| entry(urn(at + 2), piece)));
    let bundle = object([
        ("resourceType", Json::text("Bundle")),
        ("type", Json::text("collection")),
        ("entry", Json::List(entries)),
    ]);
    Some(bundle.print())
}

fn entry(url: String, resource: Json) -> Json {
    object([("fullUrl", Json::text(url)), ("resource", resource)])
}

fn person(who: &Identity, name: &str) -> Json {
    object([
        ("resourceType", Json::text("Patient")),
        ("name", object([("text", Json::text(name))]).one()),
        ("birthDate", who.born.map_or(Json::None, |born| Json::text(born.to_string()))),
    ])
}

/// What somebody typed, or words of ours; nothing where nothing is left of it.
fn typed(text: &str) -> Json {
    Json::text(clean::text(text).trim())
}

/// A name of an own thing, without a code of any system.
fn called(text: &str) -> Json {
    object([("text", typed(text))])
}

fn coded(system: &str, code: &str, display: &str) -> Json {
    object([("system", Json::text(system)), ("code", Json::text(code)), ("display", typed(display))])
}

/// Two numbers that follow from everything told, so that two bundles do not call their pieces alike.
fn seed(text: &str) -> [u64; 2] {
    [0xcbf2_9ce4_8422_2325, 0x6c62_272e_07bb_0142].map(|start| mixed(start, text))
}

fn mixed(start: u64, text: &str) -> u64 {
    text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A name for a piece of this bundle: a UUID of the kind made by an own rule (version 8).
fn urn(seed: [u64; 2], at: usize) -> String {
    let [high, low] = seed.map(|number| mixed(number, &at.to_string()));
    let high = (high & 0xffff_ffff_ffff_0fff) | 0x8000;
    let low = (low & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000;
    let digits = [format!("{high:016x}"), format!("{low:016x}")].concat();
    let part = |range: std::ops::Range<usize>| digits.get(range).unwrap_or_default().to_owned();
    ["urn:uuid:", &part(0..8), "-", &part(8..12), "-", &part(12..16), "-", &part(16..20), "-", &part(20..32)].concat()
}
