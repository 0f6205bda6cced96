//! Names that are taken for each other: which always need a yes, which are offered together, which never meet.

use super::fold::compact;
use super::traps::LookAlikeRule;
use crate::content::{LOOK_ALIKE_NAMES, words};

/// Every look-alike name in the form that is compared, with its group and the group's rule.
pub struct Alike(Vec<(Box<str>, usize, LookAlikeRule)>);

impl Alike {
    pub fn read() -> Self {
        let groups = LOOK_ALIKE_NAMES.iter().enumerate();
        let names = groups.flat_map(|(at, group)| {
            words(group.names).split(';').map(move |name| (compact(name).into_boxed_str(), at, group.rule))
        });
        Self(names.collect())
    }

    fn of<'a>(&'a self, key: &'a str) -> impl Iterator<Item = (usize, LookAlikeRule)> + 'a {
        self.0.iter().filter(move |(name, ..)| **name == *key).map(|(_, group, rule)| (*group, *rule))
    }

    /// Whether this name is confirmed even when typed letter by letter.
    pub fn always_asks(&self, key: &str) -> bool {
        self.of(key).any(|(_, rule)| rule == LookAlikeRule::Always)
    }

    /// Whether a name is known as a look-alike, whether or not it is a medicine of ours ("Lamisil").
    pub fn is_known(&self, key: &str) -> bool {
        self.of(key).next().is_some()
    }

    /// The names to offer beside this one, in the form that is compared.
    pub fn partners<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        let groups = self.of(key).filter(|(_, rule)| *rule != LookAlikeRule::Apart);
        groups.flat_map(move |(group, _)| {
            self.0.iter().filter(move |(name, at, _)| *at == group && **name != *key).map(|(name, ..)| &**name)
        })
    }

    /// Whether a misspelling may never offer both names.
    pub fn never_meet(&self, a: &str, b: &str) -> bool {
        a != b && self.of(a).any(|one| one.1 == LookAlikeRule::Apart && self.of(b).any(|other| other == one))
    }
}
