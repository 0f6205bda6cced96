//! Every name once, brought to the form that is compared, in order: built at the first search.

use super::aside::FORM;
use super::fold::{Typed, compact};
use crate::content::text::idle_ready;
use crate::content::{CLASS_WORDS, Country, Key, MEDICINES, Medicine, TRAPS, words};
use std::sync::OnceLock;

/// One name of one medicine.
pub struct Name {
    pub medicine: &'static Medicine,
    pub name: &'static str,
    /// Where it is sold under this name, as bits; `None` = a generic name.
    pub sold: Option<u16>,
    pub key: Box<str>,
}

/// What a key opens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opens {
    Trap(u16),
    Class(u16),
    Name(u16),
}

/// All names, and the keys that open them.
pub struct Index {
    pub names: Vec<Name>,
    keys: Vec<(Box<str>, Opens)>,
}

static INDEX: OnceLock<Index> = OnceLock::new();

/// The index, or `None` until the idle-loaded words are here.
pub fn index() -> Option<&'static Index> {
    idle_ready().then(|| INDEX.get_or_init(Index::build))
}

/// Countries whose brands a person there meets, as bits.
pub fn sells(country: Country) -> u16 {
    let also = match country {
        Country::Ie => bit(Country::Gb) | bit(Country::Eu),
        Country::Nz => bit(Country::Au),
        _ => 0,
    };
    bit(country) | also
}

/// `US:Zoloft` as its name and its country's bit; a generic name has none.
pub fn brand(part: &'static str) -> (&'static str, Option<u16>) {
    match part.split_once(':') {
        Some((code, name)) => (name, Country::from_code(code).map(bit)),
        None => (part, None),
    }
}

fn bit(country: Country) -> u16 {
    1 << country as u16
}

impl Index {
    fn build() -> Self {
        let mut me = Self { names: Vec::with_capacity(1600), keys: Vec::with_capacity(2000) };
        for medicine in &MEDICINES {
            me.add_names(medicine);
        }
        for (at, trap) in (0..).zip(&TRAPS) {
            me.add_words(trap.typed, Opens::Trap(at));
        }
        for (at, class) in (0..).zip(&CLASS_WORDS) {
            me.add_words(class.typed, Opens::Class(at));
        }
        me
    }

    fn add_names(&mut self, medicine: &'static Medicine) {
        let first = self.names.len();
        for part in words(medicine.names).split(';') {
            let (name, sold) = brand(part);
            let key = compact(name).into_boxed_str();
            let same = self.names.iter_mut().skip(first).find(|n| n.key == key);
            if let (Some(Name { sold: Some(all), .. }), Some(sold)) = (same, sold) {
                *all |= sold;
                continue;
            }
            let opens = Opens::Name(self.names.len() as u16);
            // "Effexor" opens "Effexor XR": what is set aside in a typed name is so here too.
            let short = Typed::read(name).without(FORM);
            if short.len() >= 4 && *short != *key {
                self.opens(short.into_boxed_str(), opens);
            }
            self.opens(key.clone(), opens);
            self.names.push(Name { medicine, name, sold, key });
        }
    }

    fn add_words(&mut self, line: Key, opens: Opens) {
        for name in words(line).split(';') {
            self.opens(compact(name).into_boxed_str(), opens);
        }
    }

    /// Puts a key in its place. Cheaper in bytes than a sort at the end, and as quick for two thousand.
    fn opens(&mut self, key: Box<str>, opens: Opens) {
        let new = (key, opens);
        let at = self.keys.partition_point(|old| *old < new);
        if self.keys.get(at) != Some(&new) {
            self.keys.insert(at, new);
        }
    }

    /// What this key opens: a trap before a class word before names.
    pub fn open(&self, key: &str) -> impl Iterator<Item = Opens> {
        let from = self.keys.partition_point(|(k, _)| **k < *key);
        self.keys.iter().skip(from).take_while(move |(k, _)| **k == *key).map(|(_, opens)| *opens)
    }

    /// The names this key opens.
    pub fn named(&'static self, key: &str) -> Vec<&'static Name> {
        self.open(key)
            .filter_map(|opens| match opens {
                Opens::Name(at) => self.names.get(usize::from(at)),
                _ => None,
            })
            .collect()
    }

    /// Every class word.
    pub fn classes(&self) -> impl Iterator<Item = (&str, u16)> {
        self.keys.iter().filter_map(|(key, opens)| match opens {
            Opens::Class(at) => Some((&**key, *at)),
            _ => None,
        })
    }
}
