//! Codes of the case format that are no codes of `content`: closed lists, both ways.
//!
//! Each list is the one the reader or the printer uses, so the schemas can be held against it.

use crate::clinical::assessment::{Answer, Explains, Impact, Sex, Tri};
use crate::clinical::medicines::Timing;
use crate::clinical::report::{Course, Verdict};

/// Yes, no, not sure.
pub const TRI: &[(&str, Tri)] = &[("yes", Tri::Yes), ("no", Tri::No), ("unsure", Tri::NotSure)];
/// C1 and C2.
pub const NOW: &[(&str, Answer)] = &[("yes", Answer::Yes), ("no", Answer::No), ("unsure", Answer::Unsure)];
/// C3 and C4: "it used to, not any more" is an answer too.
pub const NOW_OR_BEFORE: &[(&str, Answer)] =
    &[("yes", Answer::Yes), ("yes_before", Answer::Before), ("no", Answer::No), ("unsure", Answer::Unsure)];
/// What a look-alike explains.
pub const EXPLAINS: &[(&str, Explains)] =
    &[("all", Explains::All), ("some", Explains::Some), ("unsure", Explains::Unsure), ("no", Explains::No)];
/// Effect on life.
pub const IMPACT: &[(&str, Impact)] = &[
    ("none", Impact::None),
    ("a_little", Impact::ALittle),
    ("quite_a_lot", Impact::QuiteALot),
    ("very_much", Impact::VeryMuch),
];
/// As the laboratory records it.
pub const SEX: &[(&str, Sex)] = &[("female", Sex::Female), ("male", Sex::Male)];
/// When the legs began beside a medicine.
pub const TIMING: &[(&str, Timing)] = &[
    (Timing::WorseWithin6Weeks.code(), Timing::WorseWithin6Weeks),
    (Timing::StartedBeforeMedicine.code(), Timing::StartedBeforeMedicine),
    (Timing::Unsure.code(), Timing::Unsure),
];

/// How sure a match of a typed name is.
pub const CERTAINTIES: &[&str] = &["exact", "close", "ambiguous"];

/// Every verdict.
pub const VERDICTS: &[Verdict] = &[
    Verdict::Likely,
    Verdict::Possible,
    Verdict::NeedsDifferential,
    Verdict::Unlikely,
    Verdict::Incomplete,
    Verdict::CannotScreen,
];

/// Every course.
pub const COURSES: &[Course] = &[Course::ChronicPersistent, Course::Intermittent, Course::TooFew, Course::Unknown];

/// `D0` to `D31`, by number.
pub const DANGERS: [&str; 32] = [
    "D0", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "D11", "D12", "D13", "D14", "D15", "D16", "D17",
    "D18", "D19", "D20", "D21", "D22", "D23", "D24", "D25", "D26", "D27", "D28", "D29", "D30", "D31",
];
