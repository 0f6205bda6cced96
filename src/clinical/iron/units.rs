//! The quantities of an iron paper, their units however they are spelt, and the way between units.
//!
//! Decides what `mcg/L`, `μg/l` and `ug/L` have in common, and turns a value into the unit of the tables:
//! ferritin ng/mL, saturation %, iron and TIBC µmol/L, transferrin g/L, haemoglobin g/dL, CRP mg/L.
//! Facts: evidence 6.1.

use crate::content::Key;
use crate::content::text::errors::names;

/// What a laboratory measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Quantity {
    Ferritin,
    Tsat,
    Iron,
    Tibc,
    Transferrin,
    Haemoglobin,
    Crp,
}

/// A unit that can be read.
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// As printed for people, and the code of its choice but for the letter µ.
    pub printed: &'static str,
    /// Spellings as [`plain`] leaves them.
    spelt: &'static [&'static str],
    way: Way,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Same,
    Times(f64),
    Over(f64),
    /// Over, then to one decimal: the factor itself is no more exact.
    RoundedOver(f64),
}

const PER_CENT: &[Unit] = &[Unit { printed: "%", spelt: &["%", "percent"], way: Way::Same }];
const FERRITIN: &[Unit] = &[
    Unit { printed: "ng/mL", spelt: &["ng/ml"], way: Way::Same },
    Unit { printed: "µg/L", spelt: &["ug/l"], way: Way::Same },
    Unit { printed: "pmol/L", spelt: &["pmol/l"], way: Way::RoundedOver(2.247) },
];
const IRON: &[Unit] = &[
    Unit { printed: "µmol/L", spelt: &["umol/l"], way: Way::Same },
    Unit { printed: "µg/dL", spelt: &["ug/dl"], way: Way::Times(0.179) },
];
const TRANSFERRIN: &[Unit] = &[
    Unit { printed: "g/L", spelt: &["g/l"], way: Way::Same },
    Unit { printed: "mg/dL", spelt: &["mg/dl"], way: Way::Over(100.0) },
];
const HAEMOGLOBIN: &[Unit] = &[
    Unit { printed: "g/dL", spelt: &["g/dl"], way: Way::Same },
    Unit { printed: "g/L", spelt: &["g/l"], way: Way::Over(10.0) },
    Unit { printed: "mmol/L", spelt: &["mmol/l"], way: Way::Over(0.6206) },
];
const CRP: &[Unit] = &[
    Unit { printed: "mg/L", spelt: &["mg/l"], way: Way::Same },
    Unit { printed: "mg/dL", spelt: &["mg/dl"], way: Way::Times(10.0) },
];

/// µmol/L of iron that 1 g/L of transferrin can carry.
pub const CARRIED_BY_TRANSFERRIN: f64 = 25.1;

impl Quantity {
    /// Every quantity, in the order asked.
    pub const ALL: &'static [Self] =
        &[Self::Ferritin, Self::Tsat, Self::Iron, Self::Tibc, Self::Transferrin, Self::Haemoglobin, Self::Crp];

    /// Key of its answer in `facts/check.toml`; the unit's is `<key>_unit`.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Ferritin => "ferritin",
            Self::Tsat => "tsat",
            Self::Iron => "iron",
            Self::Tibc => "tibc",
            Self::Transferrin => "transferrin",
            Self::Haemoglobin => "hb",
            Self::Crp => "crp",
        }
    }

    /// The quantity asked by a field.
    pub fn of_field(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|q| q.field() == id)
    }

    /// Its name inside a sentence.
    pub const fn name(self) -> Key {
        match self {
            Self::Ferritin => names::FERRITIN,
            Self::Tsat => names::TSAT,
            Self::Iron => names::IRON,
            Self::Tibc => names::TIBC,
            Self::Transferrin => names::TRANSFERRIN,
            Self::Haemoglobin => names::HAEMOGLOBIN,
            Self::Crp => names::CRP,
        }
    }

    /// An ordinary value, to show how to type one.
    pub const fn example(self) -> &'static str {
        match self {
            Self::Ferritin => "45",
            Self::Tsat => "22",
            Self::Iron => "12",
            Self::Tibc => "60",
            Self::Transferrin => "2.5",
            Self::Haemoglobin => "13.2",
            Self::Crp => "3",
        }
    }

    /// The units that can be read; the first is the one of the tables.
    pub const fn units(self) -> &'static [Unit] {
        match self {
            Self::Ferritin => FERRITIN,
            Self::Tsat => PER_CENT,
            Self::Iron | Self::Tibc => IRON,
            Self::Transferrin => TRANSFERRIN,
            Self::Haemoglobin => HAEMOGLOBIN,
            Self::Crp => CRP,
        }
    }

    /// The unit that this text spells.
    pub fn unit(self, text: &str) -> Option<&'static Unit> {
        self.spelt(&plain(text))
    }

    /// The unit of this spelling, as [`plain`] leaves it.
    pub fn spelt(self, plain: &str) -> Option<&'static Unit> {
        self.units().iter().find(|u| u.spelt.contains(&plain))
    }
}

impl Unit {
    /// Whether the same number means the same: ng/mL and µg/L do.
    pub fn is_same(&self, other: &Self) -> bool {
        self.way == other.way
    }

    /// Into the unit of the tables.
    pub fn read(&self, number: f64) -> f64 {
        match self.way {
            Way::Same => number,
            Way::Times(factor) => number * factor,
            Way::Over(factor) => number / factor,
            Way::RoundedOver(factor) => one_decimal(number / factor),
        }
    }

    /// From the unit of the tables back, to say a limit in the unit of the paper.
    pub fn print(&self, number: f64) -> f64 {
        match self.way {
            Way::Same => number,
            Way::Times(factor) => one_decimal(number / factor),
            Way::Over(factor) | Way::RoundedOver(factor) => one_decimal(number * factor),
        }
    }
}

/// Half up to one decimal. The hair added makes a half that binary numbers cannot hold a half again.
pub fn one_decimal(number: f64) -> f64 {
    (number * 10.0 + 0.5 + 1e-9).floor() / 10.0
}

/// One spelling of a unit: small letters, no spaces, `u` for every way to write "micro".
pub fn plain(unit: &str) -> String {
    let micro = |c| if matches!(c, 'µ' | 'μ') { 'u' } else { c.to_ascii_lowercase() };
    let mut text: String = unit.chars().filter(|c| !c.is_whitespace()).map(micro).collect();
    for litre in ["litre", "liter"] {
        if text.len() > litre.len() {
            text = text.replace(litre, "l");
        }
    }
    match text.strip_prefix("micro").or_else(|| text.strip_prefix("mc")) {
        Some(rest) => format!("u{}", rest.replace("gram", "g")),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_known_however_it_is_spelt() {
        for spelt in ["ug/L", "µg/L", "μg/L", "ug/l", "mcg/L", "mcg/l", "UG/L", "µg / l", "microg/L", "micrograms/L"]
        {
            let known = Quantity::Ferritin.unit(spelt).map(|u| u.printed);
            assert_eq!(known == Some("µg/L"), spelt != "micrograms/L", "{spelt}");
        }
        for spelt in ["umol/L", "µmol/l", "mcmol/L", "micromol/l"] {
            assert_eq!(Quantity::Iron.unit(spelt).map(|u| u.printed), Some("µmol/L"), "{spelt}");
        }
        for (quantity, spelt) in [
            (Quantity::Ferritin, "ng/ml"),
            (Quantity::Ferritin, "NG/ML"),
            (Quantity::Ferritin, "pmol/l"),
            (Quantity::Tibc, "mcg/dl"),
            (Quantity::Transferrin, "mg/dl"),
            (Quantity::Haemoglobin, "g/dl"),
            (Quantity::Haemoglobin, "mmol/l"),
            (Quantity::Crp, "mg/l"),
            (Quantity::Tsat, "%"),
        ] {
            assert!(quantity.unit(spelt).is_some(), "{spelt}");
        }
    }

    #[test]
    fn a_litre_may_be_written_out() {
        for spelt in ["µg/litre", "ug/Liter", "mcg / litre", "microg/liter"] {
            assert_eq!(Quantity::Ferritin.unit(spelt).map(|u| u.printed), Some("µg/L"), "{spelt}");
        }
        assert_eq!(Quantity::Tibc.unit("µmol/litre").map(|u| u.printed), Some("µmol/L"));
        for spelt in ["litre", "liter", "l"] {
            assert!(Quantity::ALL.iter().all(|quantity| quantity.unit(spelt).is_none()), "{spelt}");
        }
    }

    #[test]
    fn a_unit_of_another_quantity_is_not_taken() {
        assert_eq!(Quantity::Ferritin.unit("ug/dL"), None);
        assert_eq!(Quantity::Ferritin.unit("g/L"), None);
        assert_eq!(Quantity::Tsat.unit("umol/L"), None);
        assert_eq!(Quantity::Crp.unit(""), None);
    }

    #[test]
    fn halves_go_up_even_where_binary_numbers_fall_short() {
        for (number, rounded) in [(0.25, 0.3), (50.05, 50.1), (1.005, 1.0), (2.15, 2.2), (74.95, 75.0), (74.94, 74.9)] {
            assert_eq!(one_decimal(number), rounded, "{number}");
        }
    }
}
