//! Step 2: tests to ask about, each with its reason and, where it is there already, its result.
//!
//! The tests are those of the report. A result noted in the diary stands beside its test; a result that belongs to no
//! test that is asked about, because the check has read it, stands in a list of its own. Nothing is shown twice.

use super::results::{self, Found, There};
use super::{Answered, Known};
use crate::clinical::labs::SHARED;
use crate::clinical::report::TestToAsk;
use crate::content::{Key, Said, words};
use crate::diary::timeline::Test;

/// Step 2.
#[derive(Clone, Debug, PartialEq)]
pub struct Tests {
    /// How far the check has come.
    pub answered: Answered,
    /// The first look, then what is asked about for a reason; without empty ones.
    pub groups: Vec<Group>,
    /// Results that are here, of tests that are not asked about.
    pub there: Vec<There>,
    /// The sentence to ask with.
    pub how_to_ask: Option<Said>,
}

/// Tests of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Whether it is the first look.
    pub core: bool,
    /// The reason that several of them share, said once.
    pub shared: Option<Key>,
    /// Each test.
    pub asks: Vec<Ask>,
}

/// One test.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// `ferritin`, `tsh` …
    pub id: &'static str,
    /// Plain name.
    pub name: Key,
    /// What it shows and why this person could ask.
    pub says: Vec<Said>,
    /// The latest result noted in the diary.
    pub result: Option<Found>,
    /// Under which test the diary keeps it, and by which name.
    pub keeps: (Test, &'static str),
}

/// The tests, and the results that are here.
pub fn tests(known: &Known<'_>, answered: Answered) -> Tests {
    let group = |core: bool| {
        let of_group = || known.report.tests.iter().filter(move |test| test.core == core);
        let shared = of_group().flat_map(|test| &test.says).map(|said| said.key).find(|key| SHARED.contains(key));
        let asks: Vec<Ask> = of_group().map(|test| ask(known, test, shared)).collect();
        (!asks.is_empty()).then_some(Group { core, shared, asks })
    };
    let groups: Vec<Group> = [true, false].into_iter().filter_map(group).collect();
    let there = results::others(known, &known.report.tests);
    Tests { answered, groups, there, how_to_ask: known.report.how_to_ask.clone() }
}

fn ask(known: &Known<'_>, test: &TestToAsk, shared: Option<Key>) -> Ask {
    let keeps = results::test_of(test.id);
    Ask {
        id: test.id,
        name: test.name,
        says: test.says.iter().filter(|said| Some(said.key) != shared).cloned().collect(),
        result: results::latest(known, test),
        keeps: (keeps, if keeps == Test::Other { words(test.name) } else { "" }),
    }
}
