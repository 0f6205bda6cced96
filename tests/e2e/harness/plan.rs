//! What a person would answer, as data: keys and codes of `content/facts/check.toml`.
//!
//! A plan holds for a whole check; the walk takes from it what the page in front of it asks, and leaves the rest
//! empty. So a test says only how its person differs from another.

use std::collections::BTreeMap;

/// The answers of one person.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    given: BTreeMap<String, String>,
    /// What is typed into the search, and the name that is then tapped.
    pub medicines: Vec<(&'static str, &'static str)>,
}

impl Plan {
    /// Somebody of 51 who fits on all points and takes nothing.
    pub fn fits() -> Self {
        let given = [
            ("who", "me"),
            ("age", "51"),
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
            ("strength", "6"),
            ("impact_sleep", "quite_a_lot"),
            ("impact_energy", "a_little"),
            ("impact_mood", "none"),
            ("impact_work", "a_little"),
            ("impact_distress", "a_little"),
            ("family", "no"),
            ("kicks", "yes"),
            ("sleepy", "no"),
            ("dopamine_helped", "unsure"),
            ("substance.none", "yes"),
            ("sex", "female"),
            ("pregnant", "no"),
            ("kidneys", "no"),
            ("condition.none", "yes"),
            ("tested", "no"),
            ("on_iron", "no"),
            ("iv_iron", "no"),
        ];
        Self::default().with_all(&given)
    }

    /// Somebody who says as little as the check lets them.
    pub fn says_little() -> Self {
        Self::default().with_all(&[("who", "me"), ("age", "51")])
    }

    /// With a ferritin result in ng/mL from 2 months ago.
    pub fn ferritin(self, value: &str) -> Self {
        let then = jiff::ZonedDateTime::now().date().saturating_sub(jiff::Span::new().months(2));
        let (month, year) = (then.month().to_string(), then.year().to_string());
        let unit = ("ferritin_unit", "ng/mL");
        self.with_all(&[
            ("tested", "ferritin"),
            ("ferritin", value),
            unit,
            ("taken_month", &month),
            ("taken_year", &year),
        ])
    }

    /// With a medicine found by typing and tapping.
    pub fn takes(mut self, typed: &'static str, name: &'static str) -> Self {
        self.medicines.push((typed, name));
        self
    }

    /// With another answer; an empty one takes it back.
    pub fn with(mut self, key: &str, value: &str) -> Self {
        if value.is_empty() {
            self.given.remove(key);
        } else {
            self.given.insert(key.to_owned(), value.to_owned());
        }
        self
    }

    /// With a box ticked instead of "None of these".
    pub fn ticks(self, prefix: &str, code: &str) -> Self {
        self.with(&format!("{prefix}.none"), "").with(&format!("{prefix}.{code}"), "yes")
    }

    fn with_all(mut self, given: &[(&str, &str)]) -> Self {
        self.given.extend(given.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())));
        self
    }

    /// The answer to one key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.given.get(key).map(String::as_str)
    }

    /// Codes under a prefix with their values, as `sign.E1`.
    pub fn under(&self, prefix: &str) -> impl Iterator<Item = (&str, &str)> {
        let start = format!("{prefix}.");
        self.given.iter().filter_map(move |(key, value)| Some((key.strip_prefix(&start)?, value.as_str())))
    }
}
