//! Words by key.
//!
//! A [`Key`] below [`FIRST_COUNT`] is compiled in everywhere. The others are compiled in natively and
//! come with an idle-loaded file ([`IDLE_FILE`], and [`LEARN_FILE`] for the pages to read; one string a line) in the
//! browser: until [`load_idle`] has run, [`words`] answers an empty string for them and [`idle_ready`] is false.

use std::borrow::Cow;
use std::sync::OnceLock;

/// One sentence or name of `content/text/<language>`, or one line of names from `content/facts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u16);

include!(concat!(env!("OUT_DIR"), "/text.rs"));

type Lines = OnceLock<Vec<&'static str>>;

static IDLE: Lines = Lines::new();
static LEARN: Lines = Lines::new();

/// The words of a key, with placeholders such as `{age}` still in them.
pub fn words(key: Key) -> &'static str {
    let at = usize::from(key.0);
    match FIRST.get(at) {
        Some(text) => text,
        None if at >= LEARN_BASE => learn().get(at - LEARN_BASE).copied().unwrap_or(""),
        None => idle().get(at - FIRST_COUNT).copied().unwrap_or(""),
    }
}

/// Whether the idle-loaded words are here.
pub fn idle_ready() -> bool {
    cfg!(not(target_arch = "wasm32")) || IDLE.get().is_some()
}

/// Whether the words of the pages to read are here.
pub fn learn_ready() -> bool {
    cfg!(not(target_arch = "wasm32")) || LEARN.get().is_some()
}

/// Whether the words of a key are here, if they come late.
pub fn late_ready(key: Key) -> bool {
    if usize::from(key.0) >= LEARN_BASE { learn_ready() } else { idle_ready() }
}

/// Takes the text of [`IDLE_FILE`]. Errors when it is not, to the letter, the file this build was made with (cut
/// short on the way, or another page in its place); a second call is ignored.
pub fn load_idle(text: String) -> Result<(), WrongIdleFile> {
    load(text, IDLE_DIGEST, &IDLE)
}

/// The same for [`LEARN_FILE`].
pub fn load_learn(text: String) -> Result<(), WrongIdleFile> {
    load(text, LEARN_DIGEST, &LEARN)
}

fn load(text: String, wanted: u64, lines: &Lines) -> Result<(), WrongIdleFile> {
    if digest(&text) != wanted {
        return Err(WrongIdleFile);
    }
    let _ = lines.set(String::leak(text).split('\n').collect());
    Ok(())
}

/// FNV-1a, 64 bits.
pub fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The file is not the one this build was made with.
#[derive(Debug, PartialEq, Eq)]
pub struct WrongIdleFile;

#[cfg(target_arch = "wasm32")]
fn idle() -> &'static [&'static str] {
    IDLE.get().map(Vec::as_slice).unwrap_or_default()
}

#[cfg(target_arch = "wasm32")]
fn learn() -> &'static [&'static str] {
    LEARN.get().map(Vec::as_slice).unwrap_or_default()
}

#[cfg(not(target_arch = "wasm32"))]
fn idle() -> &'static [&'static str] {
    IDLE.get_or_init(|| IDLE_TEXT.split('\n').collect())
}

#[cfg(not(target_arch = "wasm32"))]
fn learn() -> &'static [&'static str] {
    LEARN.get_or_init(|| LEARN_TEXT.split('\n').collect())
}

/// Words with their placeholders filled: `fill(KEY, &[("age", "51")])`.
/// A placeholder that is not given stays as it is, so that a test can find it.
/// What stands for a placeholder is never read for placeholders itself: people type some of it.
pub fn fill(key: Key, values: &[(&str, &str)]) -> String {
    filled(key, &|name| values.iter().find(|(given, _)| *given == name).map(|(_, value)| *value))
}

fn filled<'v>(key: Key, value: &dyn Fn(&str) -> Option<&'v str>) -> String {
    let mut rest = words(key);
    let mut text = String::with_capacity(rest.len() + 64);
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let here = after.split_once('}').and_then(|(name, after)| Some((value(name)?, after)));
        let (filled, after) = here.unwrap_or(("{", after));
        text.push_str(filled);
        rest = after;
    }
    text.push_str(rest);
    text
}

/// A name as the beginning of a line. Only plain letters change: names in the tables begin with one.
pub fn capital(name: &str) -> String {
    let mut text = name.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The names of the months.
pub const MONTHS: [Key; 12] = {
    use ui::months as m;
    [m::M1, m::M2, m::M3, m::M4, m::M5, m::M6, m::M7, m::M8, m::M9, m::M10, m::M11, m::M12]
};

/// `November`; nothing outside 1 to 12.
pub fn month(number: u8) -> &'static str {
    MONTHS.get(usize::from(number).wrapping_sub(1)).map_or("", |key| words(*key))
}

/// A sentence chosen by a rule: the key and the values for its placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which sentence.
    pub key: Key,
    /// Placeholder values, as `(name, value)`.
    pub with: Vec<(&'static str, String)>,
}

impl Said {
    /// A sentence without placeholders.
    pub const fn plain(key: Key) -> Self {
        Self { key, with: Vec::new() }
    }

    /// The words, filled only where there is something to fill.
    pub fn words(&self) -> Cow<'static, str> {
        if self.with.is_empty() { Cow::Borrowed(words(self.key)) } else { Cow::Owned(self.text()) }
    }

    /// The words, filled.
    pub fn text(&self) -> String {
        filled(self.key, &|name| self.with.iter().find(|(given, _)| *given == name).map(|(_, value)| value.as_str()))
    }
}
