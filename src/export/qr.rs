//! A text as a QR code, made here.
//!
//! Decides how large a code may become: a screen of 320 px still shows it so that a clinic's scanner reads it. A text
//! that does not fit is refused; nothing is cut. Bytes stand as they are, without a mark for UTF-8, which hand-held
//! scanners type out as text; so [`super::summary`] keeps to plain letters where it can.

use crate::content::Said;
use crate::content::text::exports::qr as said;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The largest code: 105 squares a side.
const LARGEST: u8 = 22;
/// Bytes of text that the largest code holds.
pub const MOST: usize = 1003;

/// The squares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    size: usize,
    dark: Vec<bool>,
}

/// The text does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Characters of the text.
    pub characters: usize,
}

/// The code of a text.
pub fn code(text: &str) -> Result<Squares, TooLong> {
    let too_long = TooLong { characters: text.chars().count() };
    if text.len() > MOST {
        return Err(too_long);
    }
    let segment = QrSegment::make_bytes(text.as_bytes());
    let made =
        QrCode::encode_segments_advanced(&[segment], QrCodeEcc::Low, Version::MIN, Version::new(LARGEST), None, true);
    let made = made.map_err(|_| too_long)?;
    let side = 0..made.size();
    let dark = side.clone().flat_map(|y| side.clone().map(move |x| (x, y))).map(|(x, y)| made.get_module(x, y));
    Ok(Squares { size: usize::try_from(made.size()).unwrap_or_default(), dark: dark.collect() })
}

/// "346 characters."
pub fn says(text: &str) -> Said {
    Said { key: said::FITS, with: vec![("characters", text.chars().count().to_string())] }
}

impl TooLong {
    /// What to do instead, in a sentence.
    pub fn says(self) -> Said {
        let with = vec![("characters", self.characters.to_string()), ("most", MOST.to_string())];
        Said { key: said::TOO_LONG, with }
    }
}

impl Squares {
    /// Squares a side, without the light margin of 4 that a scanner needs around them.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Whether a square is dark; light outside.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && self.dark.get(y * self.size + x).copied().unwrap_or(false)
    }

    /// The dark squares as the `d` of an SVG path, one unit a square, each run of a row one box.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.size {
            let mut x = 0;
            while x < self.size {
                let run = (x..self.size).take_while(|x| self.is_dark(*x, y)).count();
                if run > 0 {
                    let (x, y, run) = (x.to_string(), y.to_string(), run.to_string());
                    for part in ["M", &x, " ", &y, "h", &run, "v1h-", &run, "z"] {
                        path.push_str(part);
                    }
                }
                x += run.max(1);
            }
        }
        path
    }
}
