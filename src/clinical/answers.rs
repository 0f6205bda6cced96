//! What the person tapped and typed, word for word.
//!
//! Keys are those of `facts/check.toml`: `c3`, `sign.E1`, `look.M_CRAMP`, `taken_month`. A value is the code of
//! the choice, `yes` for a ticked box, or the text as typed. Nothing is corrected or thrown away here:
//! what it means is decided by [`super::assessment`], what is wrong with it by [`super::flow::problems`].

/// Longest text kept of one typed answer, in characters. Longer text is cut by the screens with a message,
/// and refused on reading back.
pub const LONGEST: usize = 10_000;

/// All answers of one check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// In order of key. A tree of the standard library is three KiB of code on a phone.
    given: Vec<(String, String)>,
    /// The person's own list, in the order added.
    pub medicines: Vec<ListedMedicine>,
}

/// One line of the person's medicine list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedMedicine {
    /// As typed, or the name tapped.
    pub typed: String,
    /// Ids of `content::MEDICINES` the person confirmed (two for a product with two ingredients);
    /// empty: kept as an unknown name.
    pub ids: Vec<String>,
    /// Code of [`super::medicines::Timing`], or empty.
    pub timing: String,
}

impl Answers {
    /// The answer, if one was given. Never an empty string.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.given.get(self.place(key).ok()?).map(|(_, value)| value.as_str())
    }

    /// Whether the answer is this code.
    pub fn is(&self, key: &str, code: &str) -> bool {
        self.get(key) == Some(code)
    }

    /// Gives or, with an empty text, takes back an answer.
    pub fn set(&mut self, key: &str, value: &str) {
        let place = self.place(key);
        if let Ok(at) = place {
            self.given.remove(at);
        }
        if !value.is_empty() {
            let (Ok(at) | Err(at)) = place;
            self.given.insert(at, (key.to_owned(), value.to_owned()));
        }
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.given.binary_search_by(|(given, _)| given.as_str().cmp(key))
    }

    /// Codes ticked under a prefix: `sign.E1 = yes` gives `E1`.
    pub fn ticked<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        self.given.iter().filter_map(move |(key, value)| {
            let code = key.strip_prefix(prefix)?.strip_prefix('.')?;
            (value == "yes").then_some(code)
        })
    }

    /// Ticks or unticks a box. A choice that stands apart ("None of these") and the others exclude each other;
    /// `apart` names every code of the prefix that stands apart.
    pub fn tick(&mut self, prefix: &str, code: &str, on: bool, apart: &[&str]) {
        if on {
            let alone = apart.contains(&code);
            let others: Vec<String> =
                self.ticked(prefix).filter(|c| alone || apart.contains(c)).map(str::to_owned).collect();
            for other in others {
                self.set(&format!("{prefix}.{other}"), "");
            }
        }
        self.set(&format!("{prefix}.{code}"), if on { "yes" } else { "" });
    }

    /// Every answer as `(key, value)`, in order of key.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.given.iter().map(|(k, v)| (k.as_str(), v.as_str()))
    }

    /// Whether nothing was answered yet.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.medicines.is_empty()
    }

    /// The medicine list without any other answer.
    pub fn medicines_alone(&self) -> Self {
        Self { given: Vec::new(), medicines: self.medicines.clone() }
    }

    /// How many answers there are, the medicine list counting as one.
    pub fn count(&self) -> usize {
        self.given.len() + usize::from(!self.medicines.is_empty())
    }
}

impl FromIterator<(String, String)> for Answers {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(pairs: T) -> Self {
        let mut answers = Self::default();
        for (key, value) in pairs {
            answers.set(&key, &value);
        }
        answers
    }
}
