//! A person and their iron numbers in a line, for the tests of the iron rules.
#![allow(dead_code)]

use quiet_legs::clinical::answers::{Answers, ListedMedicine};
use quiet_legs::clinical::assessment::{Assessment, Lab, Pregnancy, Sex, Tri};
use quiet_legs::clinical::iron;
use quiet_legs::clinical::report::{IronReading, IronUrgencyOf};
use quiet_legs::content::{CONDITIONS, Condition, IronClass, IronModifier, Urgency};
use quiet_legs::date::Date;

/// The day of every test.
pub const TODAY: Date = Date::literal(2026, 11, 24);

/// A value as printed.
pub fn lab(value: &str, unit: &str) -> Option<Lab> {
    Some(Lab { value: value.to_owned(), unit: unit.to_owned() })
}

/// Ferritin in ng/mL and saturation in percent; `?` is not given.
pub fn person(age: f64, ferritin: &str, tsat: &str) -> Assessment {
    let mut a = Assessment::default();
    a.person.age_years = Some(age);
    a.labs.ferritin = lab(ferritin, "ng/mL").filter(|lab| lab.value != "?");
    a.labs.tsat = lab(tsat, "%").filter(|lab| lab.value != "?");
    a
}

/// Aged 40, sex not given.
pub fn adult(ferritin: &str, tsat: &str) -> Assessment {
    person(40.0, ferritin, tsat)
}

/// Aged 30, second trimester.
pub fn pregnant(ferritin: &str, tsat: &str) -> Assessment {
    let mut a = person(30.0, ferritin, tsat);
    a.person.sex = Some(Sex::Female);
    a.person.pregnancy = Pregnancy::Yes(Some(2));
    a
}

/// What is added to a person in one line.
pub trait With: Sized {
    /// CRP, mg/L.
    fn crp(self, value: &str) -> Self;
    /// Haemoglobin, g/dL.
    fn hb(self, value: &str) -> Self;
    fn sex(self, sex: Sex) -> Self;
    /// A condition of the table.
    fn ill(self, condition: &str) -> Self;
    /// A medicine of the table, confirmed.
    fn takes(self, medicine: &str) -> Self;
    /// Iron into a vein in the last 12 weeks.
    fn infused(self) -> Self;
    /// Day of the test.
    fn tested(self, year: u16, month: u8, day: u8) -> Self;
}

impl With for Assessment {
    fn crp(mut self, value: &str) -> Self {
        self.labs.crp = lab(value, "mg/L");
        self
    }

    fn hb(mut self, value: &str) -> Self {
        self.labs.haemoglobin = lab(value, "g/dL");
        self
    }

    fn sex(mut self, sex: Sex) -> Self {
        self.person.sex = Some(sex);
        self
    }

    fn ill(mut self, condition: &str) -> Self {
        let row: &Condition = CONDITIONS.iter().find(|row| row.id == condition).expect(condition);
        self.conditions.push(row.id);
        self
    }

    fn takes(mut self, medicine: &str) -> Self {
        let mut list = Answers::default();
        list.medicines.push(ListedMedicine {
            typed: medicine.to_owned(),
            ids: vec![medicine.to_owned()],
            ..ListedMedicine::default()
        });
        self.medicines.extend(Assessment::read(&list).medicines);
        self
    }

    fn infused(mut self) -> Self {
        self.labs.iv_iron_last_12_weeks = Some(Tri::Yes);
        self
    }

    fn tested(mut self, year: u16, month: u8, day: u8) -> Self {
        self.labs.taken_on = Date::new(year, month, day);
        self
    }
}

/// The reading of somebody who gave a value.
pub fn read(a: &Assessment) -> IronReading {
    iron::read(a, false, TODAY).expect("a value was given")
}

/// The class.
pub fn class(a: &Assessment) -> IronClass {
    read(a).class
}

/// Whether a modifier is there.
pub fn has(a: &Assessment, modifier: IronModifier) -> bool {
    read(a).modifiers.contains(&modifier)
}

/// The urgency of the class.
pub fn class_urgency(reading: &IronReading) -> Option<Urgency> {
    urgency(reading, IronUrgencyOf::Class(reading.class))
}

/// The urgency of one thing.
pub fn urgency(reading: &IronReading, of: IronUrgencyOf) -> Option<Urgency> {
    reading.urgencies.iter().find(|(who, _)| *who == of).map(|(_, urgency)| *urgency)
}

/// Every sentence that is said, with what to ask.
pub fn text(reading: &IronReading) -> String {
    let said = reading.problems.iter().chain(&reading.says).chain(&reading.ask);
    said.map(|said| said.text()).collect::<Vec<_>>().join("\n")
}
