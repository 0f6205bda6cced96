//! What a person has set: the theme, and whether to keep answers on the device.
//!
//! Holds nothing about health, and so may be kept even when the answers are not. `public/early.js` reads
//! `data.theme` before the first paint.

use super::envelope::{self, ReadError};
use serde::{Deserialize, Serialize};

const KIND: &str = "settings";
const VERSION: u32 = 1;

/// How the site looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device wishes.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
    /// Dim and warm, for the night.
    Night,
}

impl Theme {
    /// Every theme, in the order offered.
    pub const ALL: [Self; 5] = [Self::System, Self::Light, Self::Dark, Self::Contrast, Self::Night];

    /// As kept, and as written into `data-theme`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
            Self::Night => "night",
        }
    }

    /// Reads a code back.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// Everything set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The theme.
    pub theme: Theme,
    /// Whether answers are kept on the device.
    pub keep: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::System, keep: true }
    }
}

#[derive(Serialize, Deserialize)]
struct SettingsV1 {
    theme: String,
    keep: bool,
}

/// The text to keep. `saved` is the local time of the device.
pub fn encode(settings: Settings, saved: &str) -> String {
    let data = SettingsV1 { theme: settings.theme.code().to_owned(), keep: settings.keep };
    envelope::seal(KIND, VERSION, saved, &data)
}

/// Reads a kept text back. A theme that is not known is the device's own.
pub fn decode(text: &str) -> Result<Settings, ReadError> {
    let (data, _) = envelope::open::<SettingsV1>(KIND, VERSION, text)?;
    Ok(Settings { theme: Theme::from_code(&data.theme).unwrap_or_default(), keep: data.keep })
}
