//! Names that are taken for each other: which always need a yes, which are offered together, which never meet.

use super::fold::compact;
use super::traps::{LookAlikeNames, LookAlikeRule};
use crate::content::{LOOK_ALIKE_NAMES, words};

fn holds(group: &LookAlikeNames, key: &str) -> bool {
    words(group.names).split(';').any(|name| compact(name) == key)
}

/// Whether this name is confirmed even when typed letter by letter.
pub fn always_asks(key: &str) -> bool {
    LOOK_ALIKE_NAMES.iter().any(|g| g.rule == LookAlikeRule::Always && holds(g, key))
}

/// Whether a name is known as a look-alike, whether or not it is a medicine of ours ("Lamisil").
pub fn is_known(key: &str) -> bool {
    LOOK_ALIKE_NAMES.iter().any(|g| holds(g, key))
}

/// The names to offer beside this one, in the form that is compared.
pub fn partners(key: &str) -> Vec<String> {
    LOOK_ALIKE_NAMES
        .iter()
        .filter(|g| g.rule != LookAlikeRule::Apart && holds(g, key))
        .flat_map(|g| words(g.names).split(';').map(compact))
        .filter(|name| name != key)
        .collect()
}

/// Whether a misspelling may never offer both names.
pub fn never_meet(a: &str, b: &str) -> bool {
    a != b && LOOK_ALIKE_NAMES.iter().any(|g| g.rule == LookAlikeRule::Apart && holds(g, a) && holds(g, b))
}
