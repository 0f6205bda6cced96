//! Settings while somebody types them: boxes with their text, right or wrong, and the file they make.
//!
//! Decides nothing about right or wrong: the page for clinics writes the file and has it read, so that it tells the
//! very faults that visitors' browsers would find. A file that is brought in fills the boxes as it stands.

use super::json::{self, Value};
use super::rules::{self, Rule};
use super::{Clinic, Fault, Format, Part};
use crate::clinical::answers::Answers;
use crate::content::text::clinic::wrong;
use crate::content::text::clinic_page::{hand, look, place, problem, ready, who};
use crate::content::{Key, Said, words};
use crate::export::json::{Json, list};

/// The boxes by name: the settings' own names, `address` with a line for each, `parts.diary` … as `yes`,
/// `handover` as `yes`, `colours.light`, `handover.origin` ….
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft(pub Answers);

/// Boxes whose text is a setting of the same name.
const TEXTS: [&rules::Rule; 8] = [
    &rules::NAME,
    &rules::PHONE,
    &rules::LINK,
    &rules::WELCOME,
    &rules::COUNTRY,
    &rules::EMERGENCY_NUMBER,
    &rules::LOGO,
    &rules::LANGUAGE,
];

/// Name of the box that allows handing over.
pub const HANDOVER: &str = "handover";
const ADDRESS: &str = "address";
const COLOURS: &str = "colours";
const PARTS: &str = "parts";
const YES: &str = "yes";

impl Draft {
    /// As the page first offers it: everything shown, nothing handed over.
    pub fn empty() -> Self {
        let mut draft = Self::of(&Clinic::default());
        draft.0.set(rules::FORMAT.name, Format::default().name());
        draft
    }

    /// The boxes of settings that are in order.
    pub fn of(clinic: &Clinic) -> Self {
        let mut boxes = Answers::default();
        let country = clinic.country.map_or("", |row| row.country);
        let follows = clinic.country.is_some_and(|row| row.dial == clinic.emergency);
        let texts =
            [&clinic.name, &clinic.phone, &clinic.link, &clinic.welcome, "", "", &clinic.logo, &clinic.language];
        for (rule, text) in TEXTS.iter().zip(texts) {
            boxes.set(rule.name, text);
        }
        boxes.set(rules::COUNTRY.name, country);
        boxes.set(rules::EMERGENCY_NUMBER.name, if follows { "" } else { &clinic.emergency });
        boxes.set(ADDRESS, &clinic.address.join("\n"));
        if let Some(colours) = clinic.colours {
            boxes.set(rules::LIGHT.name, &colours.light.print());
            boxes.set(rules::DARK.name, &colours.dark.map(super::Colour::print).unwrap_or_default());
        }
        for (part, name) in Part::ALL {
            boxes.tick(PARTS, name, clinic.hidden.shows(part), &[]);
        }
        if let Some(handover) = &clinic.handover {
            boxes.set(HANDOVER, YES);
            boxes.set(rules::ORIGIN.name, &handover.origin);
            boxes.set(rules::FORMAT.name, handover.format.name());
        }
        Self(boxes)
    }

    /// The boxes of a file as it stands, wrong values included; `None` when it is no settings at all.
    pub fn read(text: &str) -> Option<Self> {
        let Ok(Value::Pairs(pairs)) = json::parse(text.strip_prefix('\u{feff}').unwrap_or(text)) else { return None };
        let mut draft = Self::empty();
        // From the end, so that of a doubled setting the first one holds.
        for (name, value) in pairs.iter().rev() {
            draft.take("", name, value);
        }
        Some(draft)
    }

    fn take(&mut self, within: &str, name: &str, value: &Value) {
        let full = [within, name].concat();
        match (full.as_str(), value) {
            (PARTS, Value::List(shown)) => {
                for (_, part) in Part::ALL {
                    let is = |value: &Value| matches!(value, Value::Text(text) if text == part);
                    self.0.tick(PARTS, part, shown.iter().any(is), &[]);
                }
            }
            (ADDRESS, Value::List(lines)) => {
                let texts =
                    lines.iter().filter_map(|line| if let Value::Text(text) = line { Some(text) } else { None });
                self.0.set(ADDRESS, &texts.map(String::as_str).collect::<Vec<_>>().join("\n"));
            }
            (COLOURS | HANDOVER, Value::Pairs(pairs)) if within.is_empty() => {
                if full == HANDOVER {
                    self.0.set(HANDOVER, YES);
                }
                for (inner, value) in pairs.iter().rev() {
                    self.take(&[name, "."].concat(), inner, value);
                }
            }
            (_, Value::Text(text)) if is_box(&full) => self.0.set(&full, text),
            _ => {}
        }
    }

    /// The file these boxes make, right or wrong.
    pub fn print(&self) -> String {
        let text = |name: &str| Json::text(self.0.get(name).unwrap_or_default());
        let mut pairs = vec![("$schema", Json::text(SCHEMA))];
        let mut put = |name: &'static str, value: Json| {
            if !value.is_empty() {
                pairs.push((name, value));
            }
        };
        let lines = self.0.get(ADDRESS).unwrap_or_default().lines();
        let colours = [("light", text(rules::LIGHT.name)), ("dark", text(rules::DARK.name))];
        let [name, phone, link, welcome, country, emergency, logo, language] = TEXTS.map(|rule| rule.name);
        for name in [name, phone, link] {
            put(name, text(name));
        }
        put(ADDRESS, list(lines.map(|line| Json::text(line.trim()))));
        for name in [welcome, country, emergency] {
            put(name, text(name));
        }
        put(COLOURS, Json::Object(colours.into_iter().filter(|(_, value)| !value.is_empty()).collect()));
        for name in [logo, language] {
            put(name, text(name));
        }
        let shown: Vec<&str> = Part::ALL.iter().map(|(_, name)| *name).filter(|name| self.shows(name)).collect();
        if shown.len() < Part::ALL.len() {
            // A list of nothing says something: that only the check is shown.
            pairs.push((PARTS, Json::List(shown.into_iter().map(Json::text).collect())));
        }
        if self.0.is(HANDOVER, YES) {
            let format = self.0.get(rules::FORMAT.name).unwrap_or_else(|| Format::default().name());
            let both = vec![("origin", text(rules::ORIGIN.name)), ("format", Json::text(format))];
            pairs.push((HANDOVER, Json::Object(both)));
        }
        Json::Object(pairs).print()
    }

    fn shows(&self, name: &str) -> bool {
        self.0.is(&part(name), YES)
    }
}

/// Name of the box of a part, `parts.diary`.
pub fn part(name: &str) -> String {
    [PARTS, ".", name].concat()
}

/// What a clinic must still fill in before patients see the site under its name: who it is, and a way to reach it.
pub fn missing(clinic: &Clinic) -> Vec<Key> {
    let name = clinic.name.is_empty().then_some(ready::NAME);
    let way = (clinic.phone.is_empty() && clinic.link.is_empty()).then_some(ready::WAY);
    name.into_iter().chain(way).collect()
}

/// What is wrong with the box of a name, in the words of the page: a fault tells which setting of the file it is in.
pub fn problem(fault: &Fault) -> Option<(&'static str, Said)> {
    let (name, place) = fault.at.split_once(" #").unwrap_or((&fault.at, ""));
    let (rule, label) = LABELS.iter().find(|(rule, _)| rule.name == name)?;
    let key = match fault.wrong.key {
        wrong::MISSING => problem::MISSING,
        // What its rule says names the box itself.
        own if own == rule.wrong && own != wrong::CHARACTERS && own != wrong::COLOUR => {
            return Some((rule.name, fault.wrong.clone()));
        }
        _ if place.is_empty() => problem::OF,
        _ => problem::OF_LINE,
    };
    let with = [("label", words(*label).to_owned()), ("line", place.to_owned()), ("wrong", fault.wrong.text())];
    Some((rule.name, Said { key, with: Vec::from(with) }))
}

/// The box of each setting, as the page calls it.
const LABELS: [(&Rule, Key); 12] = [
    (&rules::NAME, who::NAME),
    (&rules::PHONE, who::PHONE),
    (&rules::LINK, who::LINK),
    (&rules::LINE, who::ADDRESS),
    (&rules::WELCOME, who::WELCOME),
    (&rules::COUNTRY, place::COUNTRY),
    (&rules::EMERGENCY_NUMBER, place::EMERGENCY),
    (&rules::LIGHT, look::LIGHT),
    (&rules::DARK, look::DARK),
    (&rules::LOGO, look::LOGO),
    (&rules::ORIGIN, hand::ORIGIN),
    (&rules::FORMAT, hand::FORMAT),
];

/// What the file says of itself, for editors that check while somebody types.
const SCHEMA: &str = "clinic.schema.json";

fn is_box(name: &str) -> bool {
    let within = [&rules::LIGHT, &rules::DARK, &rules::ORIGIN, &rules::FORMAT];
    TEXTS.iter().chain(&within).any(|rule| rule.name == name)
}
