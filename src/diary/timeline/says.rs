//! Results and changes in words. A value stands as it was typed, and what it means is said elsewhere.

use super::{Change, Lab, Test, What};
use crate::content::text::timeline::{line, test, what};
use crate::content::{Key, fill, words};

impl Test {
    /// Its name, as a choice and as a heading.
    pub const fn title(self) -> Key {
        match self {
            Self::Ferritin => test::FERRITIN,
            Self::Tsat => test::TSAT,
            Self::Haemoglobin => test::HAEMOGLOBIN,
            Self::Crp => test::CRP,
            Self::Other => test::OTHER,
        }
    }
}

impl What {
    /// Its name, as a choice and as a heading.
    pub const fn title(self) -> Key {
        match self {
            Self::IronTablets => what::IRON_TABLETS,
            Self::IronInfusion => what::IRON_INFUSION,
            Self::Started => what::STARTED,
            Self::Stopped => what::STOPPED,
            Self::Dose => what::DOSE,
            Self::Cpap => what::CPAP,
            Self::Pregnancy => what::PREGNANCY,
            Self::Other => what::OTHER,
        }
    }
}

impl Lab {
    /// "Ferritin".
    pub fn title(&self) -> String {
        if self.name.is_empty() { words(self.test.title()).to_owned() } else { self.name.clone() }
    }

    /// "45 ng/mL", "22%", "45 (unit not known)".
    pub fn shown(&self) -> String {
        let with = [("value", self.value.as_str()), ("unit", self.unit.as_str())];
        match self.unit.as_str() {
            "" if self.test == Test::Other => self.value.clone(),
            "" => fill(line::NO_UNIT, &with),
            "%" => fill(line::PERCENT, &with),
            _ => fill(line::UNIT, &with),
        }
    }
}

impl Change {
    /// "Iron tablets", "Began: magnesium".
    pub fn title(&self) -> String {
        let what = words(self.what.title());
        match (self.name.as_str(), self.what) {
            ("", _) => what.to_owned(),
            (name, What::Other) => name.to_owned(),
            (name, _) => fill(line::NAMED, &[("what", what), ("name", name)]),
        }
    }
}
