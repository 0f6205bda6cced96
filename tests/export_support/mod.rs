//! One fixed case for the golden files, and cases of every kind, some of them meant to harm.
#![allow(dead_code)]

use crate::diary_support::{any_diary, diary, night, stamp};
use proptest::prelude::*;
use quiet_legs::clinical::answers::{Answers, ListedMedicine};
use quiet_legs::clinical::report::{Report, report};
use quiet_legs::content::{FieldKind, PAGES};
use quiet_legs::date::Date;
use quiet_legs::diary::clock::Clock;
use quiet_legs::diary::entry::Recorded;
use quiet_legs::diary::night::Rhythm;
use quiet_legs::diary::summary::{Summary, summary};
use quiet_legs::diary::timeline::{Lab, Test};
use quiet_legs::diary::window::Window;
use quiet_legs::export::Told;

pub const TODAY: Date = Date::literal(2026, 11, 24);

/// All that an export reads, owned.
#[derive(Clone, Debug)]
pub struct Case {
    pub answers: Answers,
    pub report: Report,
    pub nights: Option<Summary>,
    pub labs: Vec<Lab>,
}

impl Case {
    pub fn new(answers: Answers, nights: &[Recorded], labs: Vec<Lab>) -> Self {
        let report = report(&answers, TODAY);
        let window = Window::last(14, night("2026-11-23")).unwrap();
        Self { report, answers, nights: summary(nights, window, Rhythm::ByNight).ok(), labs }
    }

    pub fn told(&self) -> Told<'_> {
        let Self { answers, report, nights, labs } = self;
        Told { answers, report, nights: nights.as_ref(), labs, today: TODAY }
    }
}

pub fn answers(pairs: &[(&str, &str)]) -> Answers {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

pub fn listed(typed: &str, ids: &[&str], timing: &str) -> ListedMedicine {
    ListedMedicine { typed: typed.into(), ids: ids.iter().map(|id| (*id).into()).collect(), timing: timing.into() }
}

pub fn lab(test: Test, name: &str, value: &str, unit: &str, note: &str) -> Lab {
    Lab {
        test,
        name: name.into(),
        value: value.into(),
        unit: unit.into(),
        day: Date::literal(2026, 11, 2),
        note: note.into(),
        created: stamp(0),
        edited: stamp(0),
    }
}

/// A typical person: the five points fit, low iron in two kinds of units, three medicines, thirteen nights.
pub fn fixed() -> Case {
    let mut given = answers(&[
        ("who", "me"),
        ("age", "46"),
        ("country", "GB"),
        ("sign.none", "yes"),
        ("mood", "no"),
        ("treated", "no"),
        ("c1", "yes"),
        ("c1_unpleasant", "yes"),
        ("c2", "yes"),
        ("c3", "yes"),
        ("c4", "only_then"),
        ("which_leg", "both"),
        ("stopped", "no"),
        ("ak_body", "no"),
        ("tick.none", "yes"),
        ("days", "3"),
        ("duration", "12"),
        ("strength", "7"),
        ("impact_sleep", "very_much"),
        ("family", "yes"),
        ("substance.caffeine", "yes"),
        ("caffeine_last", "evening"),
        ("sex", "female"),
        ("pregnant", "no"),
        ("kidneys", "no"),
        ("condition.diabetes", "yes"),
        ("condition.migraine", "yes"),
        ("tested", "ferritin"),
        ("ferritin", "<10"),
        ("ferritin_unit", "ng/mL"),
        ("taken_month", "10"),
        ("taken_year", "2026"),
        ("iron", "8"),
        ("iron_unit", "umol/L"),
        ("transferrin", "3,0"),
        ("transferrin_unit", "g/L"),
        ("hb", "118"),
        ("hb_unit", "g/L"),
        ("crp", "2"),
        ("crp_unit", "mg/L"),
        ("on_iron", "no"),
        ("iv_iron", "no"),
    ]);
    given.medicines = vec![
        listed("Sertraline", &["sertraline"], "worse_within_6_weeks"),
        listed("Metformin 500", &["metformin"], "started_before_medicine"),
        listed("Grandma’s tea, “strong”; 1 cup", &[], ""),
    ];
    let strengths = [6, 7, 0, 5, 8, 6, 4, 0, 7, 6, 5, 6, 3].map(Some);
    let mut nights = diary("2026-11-11", &strengths);
    for (at, one) in nights.iter_mut().enumerate() {
        one.entry.at = Clock::new(if at % 3 == 0 { 0 } else { 22 }, 15);
        one.entry.lost = Some(20 + 5 * at as u16);
    }
    let labs = vec![
        lab(Test::Ferritin, "", "49.4", "pmol_l", "second test"),
        lab(Test::Other, "Vitamin B12", "310", "ng/L", ""),
        lab(Test::Ferritin, "", "5", "ug_dl", ""),
    ];
    Case::new(given, &nights, labs)
}

/// What people type who wish harm, or whose keyboard does.
pub fn hostile() -> Vec<String> {
    let texts = [
        "=HYPERLINK(\"http://example.org\",\"here\")",
        "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
        "\u{202e}gpj.exe\u{2066}\u{2069}",
        "one\r\ntwo\nthree\rfour\u{2028}five\u{85}six",
        "a\0b\u{1b}[31m\u{7f}\u{feff}\u{ffff}",
        "END:VEVENT\r\nATTENDEE:mailto:a@example.org\r\nBEGIN:VALARM",
        "\",\"resourceType\":\"Patient\",\"x\":\"",
        "a\\,b;c\\n{name} {{shell.name}}",
        "\u{a0}\u{3000}\u{2003}",
        "   ",
        "Jörg 🌙 שלום ٣",
    ];
    let mut all: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    all.extend(["ä".repeat(10_000), "a ".repeat(5_000), "\"\\\n,;".repeat(2_000), "🌙".repeat(10_000)]);
    all
}

/// The fixed case with a text in every place where people type.
pub fn typed_everywhere(text: &str) -> Case {
    let mut case = fixed();
    case.answers.set("stopped", "yes");
    for key in ["stopped_what", "age", "ferritin", "hb", "crp", "iron_unit", "taken_month", "taken_year", "strength"] {
        case.answers.set(key, text);
    }
    case.answers.medicines = vec![listed(text, &[], text), listed(text, &["sertraline", text], "unsure")];
    let labs = vec![lab(Test::Other, text, text, text, text), lab(Test::Ferritin, text, text, text, text)];
    let report = report(&case.answers, TODAY);
    Case { labs, report, ..case }
}

pub fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => prop::sample::select(hostile()), 3 => any::<String>(), 2 => "[0-9<>,. ]{0,6}", 1 => "\\PC{0,40}"]
}

/// Any answer to any question, codes of other questions and typed text among them.
pub fn any_answers() -> impl Strategy<Value = Answers> {
    let fields = || PAGES.iter().flat_map(|page| page.fields);
    let mut keys: Vec<String> = fields().map(|field| field.id.to_owned()).collect();
    let mut codes: Vec<String> = ["yes", "<10", "120", "8", "45", "2026", "49,9"].map(str::to_owned).to_vec();
    for field in fields() {
        keys.push(format!("sure.{}", field.id));
        match field.kind {
            FieldKind::Checkboxes { prefix } => {
                keys.extend(field.options.iter().map(|option| format!("{prefix}.{}", option.code)));
            }
            FieldKind::MonthYear => keys.extend(["month", "year"].map(|end| format!("{}_{end}", field.id))),
            _ => codes.extend(field.options.iter().map(|option| option.code.to_owned())),
        }
    }
    let value = prop_oneof![8 => prop::sample::select(codes), 1 => any_text()];
    let pairs = prop::collection::vec((prop::sample::select(keys), value), 0..90);
    let ids = prop::sample::select(quiet_legs::content::MEDICINES.iter().map(|row| row.id).collect::<Vec<_>>());
    let timing = prop::sample::select(vec!["", "worse_within_6_weeks", "started_before_medicine", "unsure", "x"]);
    let medicine = (any_text(), prop::collection::vec(ids, 0..3), timing);
    (pairs, prop::collection::vec(medicine, 0..4), any::<bool>()).prop_map(|(pairs, medicines, base)| {
        let mut answers = if base { fixed().answers } else { Answers::default() };
        for (key, value) in pairs {
            answers.set(&key, &value);
        }
        answers.medicines = medicines.iter().map(|(typed, ids, timing)| listed(typed, ids, timing)).collect();
        answers
    })
}

/// Anybody.
pub fn any_case() -> impl Strategy<Value = Case> {
    let labs = (prop::sample::select(Test::ALL), any_text(), any_text(), any_text(), any_text());
    let labs = labs.prop_map(|(test, name, value, unit, note)| lab(test, &name, &value, &unit, &note));
    (any_answers(), any_diary(), prop::collection::vec(labs, 0..3))
        .prop_map(|(answers, nights, labs)| Case::new(answers, &nights, labs))
}

/// Holds a golden file to the byte; `QUIET_LEGS_WRITE=1` writes it anew.
pub fn is_golden(file: &str, text: &str) {
    let path = format!("tests/golden/{file}");
    if std::env::var_os("QUIET_LEGS_WRITE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    assert!(std::fs::read(&path).is_ok_and(|kept| kept == text.as_bytes()), "{path} differs: look at what changed");
}
