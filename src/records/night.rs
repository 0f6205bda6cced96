//! A night as it is kept: its entry and the version before.
//!
//! [`NightV1`] is frozen: a later shape is a new type, and this one is then read and carried over. A field this version
//! does not know makes the text unreadable, so that nothing in it is lost by writing it anew.

use super::envelope::{self, ReadError};
use super::versions::{Version, Versions};
use crate::clinical::answers::LONGEST;
use crate::diary::clock::{Clock, Stamp};
use crate::diary::entry::{Activity, Alcohol, Caffeine, Entry, Extra, Intensity, LONGEST_AWAKE, MOST_TAKEN, Moment};
use crate::diary::night::Night;
use serde::{Deserialize, Serialize};

const KIND: &str = "night";
const VERSION: u32 = 1;

/// Version 1, as it lies on devices.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NightV1 {
    night: String,
    now: EntryV1,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<EntryV1>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryV1 {
    intensity: u8,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    start: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    at: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    activity: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    taken: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    caffeine: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    alcohol: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lost: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    got_up: Option<bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    extras: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    created: String,
    edited: String,
}

impl Version for Entry {
    fn edited(&self) -> Stamp {
        self.edited
    }

    fn edited_at(self, stamp: Stamp) -> Self {
        Self { edited: stamp, ..self }
    }

    fn text(&self) -> String {
        envelope::write(&entry_v1(self))
    }
}

/// The text to keep. A text longer than [`LONGEST`] is cut there: the screens say so beside the field.
pub fn encode(night: Night, kept: &Versions<Entry>) -> String {
    let data =
        NightV1 { night: night.to_string(), now: entry_v1(&kept.now), before: kept.before.as_ref().map(entry_v1) };
    envelope::seal(KIND, VERSION, &kept.now.edited.to_string(), &data)
}

/// Reads a kept text back. It must be of this night.
pub fn decode(night: Night, text: &str) -> Result<Versions<Entry>, ReadError> {
    let (data, _) = envelope::open::<NightV1>(KIND, VERSION, text)?;
    if data.night != night.to_string() {
        return Err(ReadError::Unreadable);
    }
    let now = entry(data.now).ok_or(ReadError::Unreadable)?;
    let Some(before) = data.before else { return Ok(Versions::first(now)) };
    let before = entry(before).ok_or(ReadError::Unreadable)?;
    Ok(Versions::first(now).merge(Versions::first(before)))
}

fn entry_v1(entry: &Entry) -> EntryV1 {
    EntryV1 {
        intensity: entry.intensity.value(),
        start: entry.start.map(|v| v.code().to_owned()).unwrap_or_default(),
        at: entry.at.map(|clock| clock.to_string()).unwrap_or_default(),
        activity: entry.activity.map(|v| v.code().to_owned()).unwrap_or_default(),
        taken: entry.taken.as_ref().map(|names| names.iter().take(MOST_TAKEN).map(|name| cut(name)).collect()),
        caffeine: entry.caffeine.map(|v| v.code().to_owned()).unwrap_or_default(),
        alcohol: entry.alcohol.map(|v| v.code().to_owned()).unwrap_or_default(),
        lost: entry.lost.map(|minutes| minutes.min(LONGEST_AWAKE)),
        got_up: entry.got_up,
        extras: entry.extras.iter().map(|v| v.code().to_owned()).collect(),
        note: cut(&entry.note),
        created: entry.created.to_string(),
        edited: entry.edited.to_string(),
    }
}

fn entry(v1: EntryV1) -> Option<Entry> {
    let texts = v1.taken.iter().flatten().chain([&v1.note]);
    let fits = texts.into_iter().all(|text| fits(text))
        && v1.taken.as_ref().is_none_or(|taken| taken.len() <= MOST_TAKEN)
        && v1.lost.is_none_or(|minutes| minutes <= LONGEST_AWAKE)
        && v1.extras.len() <= Extra::ALL.len();
    fits.then_some(())?;
    Some(Entry {
        intensity: Intensity::new(v1.intensity)?,
        start: code(&v1.start, Moment::from_code)?,
        at: code(&v1.at, Clock::parse)?,
        activity: code(&v1.activity, Activity::from_code)?,
        taken: v1.taken,
        caffeine: code(&v1.caffeine, Caffeine::from_code)?,
        alcohol: code(&v1.alcohol, Alcohol::from_code)?,
        lost: v1.lost,
        got_up: v1.got_up,
        extras: v1.extras.iter().map(|code| Extra::from_code(code)).collect::<Option<_>>()?,
        note: v1.note,
        created: Stamp::parse(&v1.created)?,
        edited: Stamp::parse(&v1.edited)?,
    })
}

/// Nothing for an empty text; the whole entry is refused for one that is no code.
fn code<T>(text: &str, read: fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { read(text).map(Some) }
}

/// A text as long as we keep it.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// Whether a text is no longer than any we write.
pub(super) fn fits(text: &str) -> bool {
    text.chars().nth(LONGEST).is_none()
}
