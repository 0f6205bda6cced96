//! Reading the file: each setting by its rule, and the default wherever a rule is broken.
//!
//! Never fails. What is wrong is told once each, in the order of the file; the colours are judged last.

use super::fault::{Fault, shown};
use super::json::{self, Value};
use super::rules::{self, FILE, LINES, Rule};
use super::{Clinic, Colour, Colours, Format, Handover, Hidden, Part, colour};
use crate::content::text::clinic::{instead, wrong};
use crate::content::{EMERGENCY, Key};

type Pairs = Vec<(String, Value)>;

/// What the file says, and what is wrong with it.
pub fn read(text: &str) -> (Clinic, Vec<Fault>) {
    let mut reading = Reading::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > FILE {
        let fault = Fault::new("", wrong::LARGE, instead::NOTHING);
        reading.faults.push(fault.with("most", (FILE / 1024).to_string()));
        return (reading.clinic, reading.faults);
    }
    match json::parse(text) {
        Ok(Value::Pairs(pairs)) => reading.pairs("", &pairs, Reading::setting),
        Ok(_) => reading.fault("", wrong::NOT_PAIRS, instead::NOTHING),
        Err((line, column)) => {
            let fault = Fault::new("", wrong::BROKEN, instead::NOTHING);
            reading.faults.push(fault.with("line", line.to_string()).with("column", column.to_string()));
        }
    }
    reading.ended()
}

#[derive(Default)]
struct Reading {
    clinic: Clinic,
    faults: Vec<Fault>,
    /// What stands in `colours` and in `handover`, until all of it is read.
    light: String,
    dark: String,
    origin: String,
    format: String,
    /// Whether one of these was refused.
    refused: bool,
}

impl Reading {
    fn fault(&mut self, at: &str, wrong: Key, instead: Key) {
        self.faults.push(Fault::new(at, wrong, instead));
    }

    /// Hands on each pair of a set once; what is doubled or unknown is told.
    fn pairs(&mut self, within: &str, pairs: &Pairs, take: fn(&mut Self, &str, &Value) -> bool) {
        for (at, (name, value)) in pairs.iter().enumerate() {
            let full = [within, name.as_str()].concat();
            if pairs.iter().take(at).any(|(before, _)| before == name) {
                self.fault(&full, wrong::TWICE, instead::FIRST);
            } else if !take(self, name, value) {
                self.fault(&full, wrong::UNKNOWN, instead::IGNORED);
            }
        }
    }

    /// Takes one setting; false when there is none of this name.
    fn setting(&mut self, name: &str, value: &Value) -> bool {
        match name {
            "$schema" => {}
            "name" => self.clinic.name = self.text(&rules::NAME, value),
            "phone" => self.clinic.phone = self.text(&rules::PHONE, value),
            "link" => self.clinic.link = self.text(&rules::LINK, value),
            "address" => self.address(value),
            "welcome" => self.clinic.welcome = self.text(&rules::WELCOME, value),
            "country" => {
                let id = self.text(&rules::COUNTRY, value);
                self.clinic.country = EMERGENCY.iter().find(|row| row.country == id);
            }
            "emergency" => self.clinic.emergency = self.text(&rules::EMERGENCY_NUMBER, value),
            "colours" => self.colours(value),
            "logo" => self.clinic.logo = self.text(&rules::LOGO, value),
            "language" => self.clinic.language = self.text(&rules::LANGUAGE, value),
            "parts" => self.parts(value),
            "handover" => self.handover(value),
            _ => return false,
        }
        true
    }

    /// A text as its rule allows it; empty where it does not, or where nothing stands.
    fn text(&mut self, rule: &Rule, value: &Value) -> String {
        self.line(rule, rule.name, value)
    }

    fn line(&mut self, rule: &Rule, at: &str, value: &Value) -> String {
        let fault = match value {
            Value::Text(text) if text.chars().nth(rule.most).is_some() => {
                Fault::new(at, wrong::LONG, rule.instead).with("most", rule.most.to_string())
            }
            Value::Text(text) if text.is_empty() || rule.allows(text) => return text.trim().to_owned(),
            Value::Text(text) => Fault::new(at, rule.wrong, rule.instead).with("value", shown(text)),
            _ => Fault::new(at, wrong::NOT_TEXT, rule.instead),
        };
        self.faults.push(fault);
        self.refused = true;
        String::new()
    }

    fn address(&mut self, value: &Value) {
        let Value::List(lines) = value else {
            return self.fault(rules::LINE.name, wrong::NOT_LIST, instead::ADDRESS);
        };
        if lines.len() > LINES {
            let fault = Fault::new(rules::LINE.name, wrong::MANY, instead::LINES);
            self.faults.push(fault.with("most", LINES.to_string()));
        }
        for (at, line) in lines.iter().take(LINES).enumerate() {
            let line = self.line(&rules::LINE, &placed(rules::LINE.name, at), line);
            if !line.is_empty() {
                self.clinic.address.push(line);
            }
        }
    }

    fn parts(&mut self, value: &Value) {
        let Value::List(names) = value else {
            return self.fault(PARTS, wrong::NOT_LIST, instead::PARTS);
        };
        let mut hidden = Hidden::ALL;
        for (at, name) in names.iter().enumerate() {
            let known = Part::ALL.iter().find(|(_, known)| matches!(name, Value::Text(name) if name == known));
            match known {
                Some((part, _)) => hidden.set(*part, true),
                None => self.fault(&placed(PARTS, at), wrong::PART, instead::IGNORED),
            }
        }
        self.clinic.hidden = hidden;
    }

    fn colours(&mut self, value: &Value) {
        let Value::Pairs(pairs) = value else {
            return self.fault(COLOURS, wrong::NOT_PAIRS, instead::COLOURS);
        };
        self.refused = false;
        self.pairs("colours.", pairs, |me, name, value| {
            match name {
                "light" => me.light = me.text(&rules::LIGHT, value),
                "dark" => me.dark = me.text(&rules::DARK, value),
                _ => return false,
            }
            true
        });
        let dark = Colour::parse(&self.dark);
        self.clinic.colours = Colour::parse(&self.light).map(|light| Colours { light, dark });
        if self.light.is_empty() && !self.refused {
            self.fault(rules::LIGHT.name, wrong::MISSING, instead::COLOURS);
        }
    }

    fn handover(&mut self, value: &Value) {
        let Value::Pairs(pairs) = value else {
            return self.fault(HANDOVER, wrong::NOT_PAIRS, instead::HANDOVER);
        };
        self.refused = false;
        self.pairs("handover.", pairs, |me, name, value| {
            match name {
                "origin" => me.origin = me.text(&rules::ORIGIN, value),
                "format" => me.format = me.text(&rules::FORMAT, value),
                _ => return false,
            }
            true
        });
        if self.refused {
            return;
        }
        if self.origin.is_empty() {
            return self.fault(rules::ORIGIN.name, wrong::MISSING, instead::HANDOVER);
        }
        let format = Format::ALL.iter().find(|(_, name)| *name == self.format).map(|(format, _)| *format);
        self.clinic.handover = Some(Handover { origin: self.origin.clone(), format: format.unwrap_or_default() });
    }

    /// What follows from the whole.
    fn ended(mut self) -> (Clinic, Vec<Fault>) {
        if let (Some(row), "") = (self.clinic.country, self.clinic.emergency.as_str()) {
            self.clinic.emergency = row.dial.to_owned();
        }
        if let Some(colours) = self.clinic.colours {
            let [light, dark] = colour::used(colours);
            self.faint(&rules::LIGHT, wrong::FAINT_LIGHT, colours.light, light, colour::LIGHT_GROUND);
            self.faint(&rules::DARK, wrong::FAINT_DARK, colours.dark.unwrap_or(dark), dark, colour::DARK_GROUND);
        }
        (self.clinic, self.faults)
    }

    /// Tells of a colour that was made readable.
    fn faint(&mut self, rule: &Rule, wrong: Key, given: Colour, used: Colour, ground: Colour) {
        if given != used {
            let fault = Fault::new(rule.name, wrong, instead::COLOUR);
            let ratio = colour::said(colour::contrast(given, ground));
            self.faults.push(fault.with("given", given.print()).with("ratio", ratio).with("used", used.print()));
        }
    }
}

const PARTS: &str = "parts";
const COLOURS: &str = "colours";
const HANDOVER: &str = "handover";

/// `address #2`.
fn placed(name: &str, at: usize) -> String {
    [name, " #", &(at + 1).to_string()].concat()
}
