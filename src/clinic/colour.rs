//! A clinic's colours, made readable.
//!
//! Decides how far a colour is darkened or lightened until text in it can be read on every ground of the pages
//! (WCAG 2.2, 1.4.3: 4.5 to 1). It keeps its hue: only black or white is mixed in. The grounds are those of
//! style/tokens.css and style/themes.css, which a test compares. The night and contrast themes keep our own colours.

use super::{Clinic, Colours};

/// Hundredths of the contrast that text needs.
pub const ENOUGH: u32 = 450;
/// Hundredths of the contrast of a dark-page colour that is made from the light one.
const GOOD: u32 = 700;
/// The darkest ground of light pages that links stand on. White text on a colour that can be read here can be read too.
pub const LIGHT_GROUND: Colour = Colour([0xe9, 0xe9, 0xf1]);
/// The lightest ground of dark pages that links stand on.
pub const DARK_GROUND: Colour = Colour([0x2b, 0x2c, 0x40]);

/// Our own colour on light pages (`--accent` of style/tokens.css), where a clinic has none.
pub const OUR_LIGHT: Colour = Colour([0x32, 0x3a, 0x6e]);
/// Our own colour on dark pages.
pub const OUR_DARK: Colour = Colour([0xbc, 0xc3, 0xf0]);
/// Names of what [`palette`] gives values for.
pub const VARIABLES: [&str; 4] = ["--clinic", "--clinic-hover", "--clinic-dark", "--clinic-dark-hover"];

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// `#114b5f` or `#abc`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let short = digits.len() == 3;
        if !short && digits.len() != 6 {
            return None;
        }
        let mut made = [0; 3];
        for (at, digit) in digits.chars().enumerate() {
            let digit = u8::try_from(digit.to_digit(16)?).ok()?;
            let part = made.get_mut(if short { at } else { at / 2 })?;
            *part = if short { digit * 17 } else { *part * 16 + digit };
        }
        Some(Self(made))
    }

    /// `#114b5f`.
    pub fn print(self) -> String {
        let digits = self.0.iter().flat_map(|part| [part >> 4, part & 15]);
        let letters = digits.filter_map(|digit| char::from_digit(u32::from(digit), 16));
        let mut text = String::from("#");
        text.extend(letters);
        text
    }

    /// This with so many 255ths of another in it.
    fn mixed(self, other: Self, share: u16) -> Self {
        let [a, b] = [self.0, other.0];
        let part = |a: u8, b: u8| ((u16::from(a) * (255 - share) + u16::from(b) * share + 127) / 255) as u8;
        let ([r, g, b], [other_r, other_g, other_b]) = (a, b);
        Self([part(r, other_r), part(g, other_g), part(b, other_b)])
    }

    /// Relative luminance as WCAG 2.2 defines it, 0 to 1.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

/// The light of one part. `powf` would bring its tables into the app: the power of 2.4 is a square and the fifth root
/// of a square, and a fifth root is found by Newton's steps.
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 {
        return part / 12.92;
    }
    let part = (part + 0.055) / 1.055;
    let square = part * part;
    let mut root = 1.0;
    for _ in 0..12 {
        root = 0.8 * root + 0.2 * square / (root * root * root * root);
    }
    square * root
}

/// Contrast in hundredths, rounded down: 450 is 4.5 to 1.
pub fn contrast(one: Colour, other: Colour) -> u32 {
    let (one, other) = (one.luminance() + 0.05, other.luminance() + 0.05);
    let ratio = if one > other { one / other } else { other / one };
    (ratio * 100.0) as u32
}

/// A contrast in words: 457 is `4.5`. Rounded down, so that what is too little never looks enough.
pub fn said(contrast: u32) -> String {
    [(contrast / 100).to_string(), ".".to_owned(), (contrast / 10 % 10).to_string()].concat()
}

/// The first colour on the way from this one to `end` that has so many hundredths of contrast with a ground.
fn towards(colour: Colour, end: Colour, ground: Colour, least: u32) -> Colour {
    let steps = (0..=255).map(|share| colour.mixed(end, share));
    steps.into_iter().find(|step| contrast(*step, ground) >= least).unwrap_or(end)
}

/// The colour as it is used on light pages.
pub fn on_light(colour: Colour) -> Colour {
    towards(colour, Colour::BLACK, LIGHT_GROUND, ENOUGH)
}

/// The colour as it is used on dark pages.
pub fn on_dark(colour: Colour) -> Colour {
    towards(colour, Colour::WHITE, DARK_GROUND, ENOUGH)
}

/// The colour for dark pages that is made from the one for light pages.
pub fn made_for_dark(light: Colour) -> Colour {
    towards(light, Colour::WHITE, DARK_GROUND, GOOD)
}

/// Both as they are used: for light pages, for dark pages.
pub fn used(colours: Colours) -> [Colour; 2] {
    [on_light(colours.light), colours.dark.map_or_else(|| made_for_dark(colours.light), on_dark)]
}

/// The style sheet's variables and their values; `None` for a clinic without colours.
/// Text on a dark-page colour is dark: it reads on every dark ground, and so does each of them on it.
pub fn palette(clinic: &Clinic) -> Option<[(&'static str, String); 4]> {
    let [light, dark] = used(clinic.colours?);
    // What the pointer is over stands out more, never less.
    let (light_hover, dark_hover) = (light.mixed(Colour::BLACK, 70), dark.mixed(Colour::WHITE, 110));
    let [name, hover_name, dark_name, dark_hover_name] = VARIABLES;
    Some([
        (name, light.print()),
        (hover_name, light_hover.print()),
        (dark_name, dark.print()),
        (dark_hover_name, dark_hover.print()),
    ])
}
