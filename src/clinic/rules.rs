//! What each setting may be: its name in the file, its length, its form, and what is said when it is not so.
//!
//! One row a setting of text. `public/clinic.schema.json` says the same in patterns; tests hold them together.
//! Lengths are in characters.

use crate::content::text::clinic::{instead, wrong};
use crate::content::{EMERGENCY, Key};

/// A setting of text.
#[derive(Debug)]
pub struct Rule {
    /// Its name in the file; a dot stands before a name within another setting.
    pub name: &'static str,
    /// The most characters.
    pub most: usize,
    /// Whether a text that is not empty is of the right form.
    pub fits: fn(&str) -> bool,
    /// What is wrong when it is not.
    pub wrong: Key,
    /// What holds instead.
    pub instead: Key,
}

impl Rule {
    /// Whether a text that is not empty, and not too long, may stand here.
    pub fn allows(&self, text: &str) -> bool {
        !text.chars().any(|c| is_hidden(c) && !(c == '\n' && self.name == WELCOME.name)) && (self.fits)(text)
    }
}

/// The largest file, in bytes.
pub const FILE: usize = 16 * 1024;
/// The most lines of an address.
pub const LINES: usize = 6;
/// Languages the words are there in.
pub const LANGUAGES: [&str; 1] = ["en"];
/// How a picture file ends.
pub const PICTURES: [&str; 4] = [".svg", ".png", ".webp", ".jpg"];

/// For texts whose form says how long they are.
const ANY: usize = usize::MAX;

const fn rule(name: &'static str, most: usize, fits: fn(&str) -> bool, wrong: Key, instead: Key) -> Rule {
    Rule { name, most, fits, wrong, instead }
}

/// The clinic's name.
pub static NAME: Rule = rule("name", 80, any, wrong::CHARACTERS, instead::NAME);
/// Its telephone number.
pub static PHONE: Rule = rule("phone", 30, phone, wrong::PHONE, instead::PHONE);
/// Its website.
pub static LINK: Rule = rule("link", 300, link, wrong::LINK, instead::LINK);
/// A line of its address.
pub static LINE: Rule = rule("address", 80, any, wrong::CHARACTERS, instead::LINE);
/// Words to begin with.
pub static WELCOME: Rule = rule("welcome", 600, any, wrong::CHARACTERS, instead::WELCOME);
/// Where patients live.
pub static COUNTRY: Rule = rule("country", ANY, country, wrong::COUNTRY, instead::COUNTRY);
/// The emergency number.
pub static EMERGENCY_NUMBER: Rule = rule("emergency", ANY, emergency, wrong::EMERGENCY, instead::EMERGENCY);
/// The colour for light pages.
pub static LIGHT: Rule = rule("colours.light", ANY, colour, wrong::COLOUR, instead::COLOURS);
/// The colour for dark pages.
pub static DARK: Rule = rule("colours.dark", ANY, colour, wrong::COLOUR, instead::DARK);
/// The picture file.
pub static LOGO: Rule = rule("logo", 80, logo, wrong::LOGO, instead::LOGO);
/// The language.
pub static LANGUAGE: Rule = rule("language", ANY, language, wrong::LANGUAGE, instead::LANGUAGE);
/// The origin that may be handed a result.
pub static ORIGIN: Rule = rule("handover.origin", 200, origin, wrong::ORIGIN, instead::HANDOVER);
/// What is handed over.
pub static FORMAT: Rule = rule("handover.format", ANY, format, wrong::FORMAT, instead::HANDOVER);

/// Whether a character may stand in no text: one that controls, or one that turns the direction of reading.
pub fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

const fn any(_: &str) -> bool {
    true
}

fn phone(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_digit() || b" ()+-.".contains(&b);
    text.bytes().all(fits) && text.bytes().any(|b| b.is_ascii_digit())
}

fn country(text: &str) -> bool {
    EMERGENCY.iter().any(|row| row.country == text)
}

fn emergency(text: &str) -> bool {
    (2..=15).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn colour(text: &str) -> bool {
    super::Colour::parse(text).is_some()
}

fn logo(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b"._-".contains(&b);
    let stem = PICTURES.iter().find_map(|end| text.strip_suffix(end));
    stem.is_some_and(|stem| !stem.is_empty() && !stem.starts_with('.') && stem.bytes().all(fits))
}

fn language(text: &str) -> bool {
    LANGUAGES.contains(&text)
}

fn format(text: &str) -> bool {
    super::Format::ALL.iter().any(|(_, name)| *name == text)
}

/// A full address: `https`, or `http` on the device itself, to try things out.
fn link(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b);
    behind_host(text)
        .is_some_and(|rest| matches!(rest.bytes().next(), None | Some(b'/' | b'?' | b'#')) && rest.bytes().all(fits))
}

/// An origin exactly as browsers write it: nothing behind the host, small letters, no port that goes without saying.
fn origin(text: &str) -> bool {
    behind_host(text) == Some("")
        && !text.bytes().any(|b| b.is_ascii_uppercase())
        && !text.ends_with(if text.starts_with("https") { ":443" } else { ":80" })
}

/// What stands behind the host and its port.
fn behind_host(text: &str) -> Option<&str> {
    let (rest, open) = match text.strip_prefix("https://") {
        Some(rest) => (rest, true),
        None => (text.strip_prefix("http://")?, false),
    };
    let end = rest.bytes().position(|b| b"/?#".contains(&b)).unwrap_or(rest.len());
    let (authority, behind) = (rest.get(..end)?, rest.get(end..)?);
    let (host, port) = authority.split_once(':').unwrap_or((authority, "1"));
    let number = !port.starts_with('0') && port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok();
    let safe = if open { is_host(host) } else { matches!(host, "localhost" | "127.0.0.1") };
    (safe && number).then_some(behind)
}

/// Letters, digits and hyphens, with single full stops between them.
fn is_host(host: &str) -> bool {
    let mut before = b'.';
    for byte in host.bytes() {
        let fits = if byte == b'.' { before != b'.' } else { byte.is_ascii_alphanumeric() || byte == b'-' };
        if !fits {
            return false;
        }
        before = byte;
    }
    before != b'.'
}
