//! Reading a tree of JSON strictly: every refusal names the path and the reason on one line.
//!
//! A path is a chain of borrowed steps and becomes a text only when something is refused.

use super::json::Json;
use std::borrow::Cow;
use std::fmt;

/// Why a case was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// `labs.ferritin.unit`, `medicines[0].typed`; `$` for the whole.
    pub path: String,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

/// Where a value stands.
#[derive(Clone, Copy)]
pub enum Path<'p> {
    /// The whole.
    Root,
    /// Under a key.
    Key(&'p Path<'p>, &'p str),
    /// At a place in a list.
    Item(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("$"),
            Self::Key(Self::Root, key) if is_plain(key) => f.write_str(key),
            Self::Key(parent, key) if is_plain(key) => write!(f, "{parent}.{key}"),
            Self::Key(parent, key) => write!(f, "{parent}[{}]", shown(key)),
            Self::Item(parent, at) => write!(f, "{parent}[{at}]"),
        }
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.len() <= 40 && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// A text of the case inside a message: short, and never a line of its own.
pub fn shown(text: &str) -> String {
    const MOST: usize = 40;
    let mut short: String = text.chars().take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    format!("{short:?}")
}

/// A value that is there and is not null.
pub struct At<'p, 'j> {
    /// Where it stands.
    pub path: Path<'p>,
    /// What it is.
    pub json: &'j Json<'j>,
}

impl<'p, 'j> At<'p, 'j> {
    /// A refusal of this value.
    pub fn refuse(&self, reason: impl Into<String>) -> Refused {
        Refused { path: self.path.to_string(), reason: reason.into() }
    }

    fn must_be(&self, wanted: &str) -> Refused {
        self.refuse(format!("must be {wanted}, not {}", self.json.kind()))
    }

    /// An object with no other keys than these, each at most once.
    pub fn object(self, known: &[&str]) -> Result<Object<'p, 'j>, Refused> {
        let Json::Object(fields) = self.json else { return Err(self.must_be("an object")) };
        for (at, (key, _)) in fields.iter().enumerate() {
            let reason = if !known.contains(&&**key) {
                "unknown key"
            } else if fields.iter().take(at).any(|(earlier, _)| earlier == key) {
                "this key stands twice"
            } else {
                continue;
            };
            return Err(Refused { path: Path::Key(&self.path, key).to_string(), reason: reason.into() });
        }
        Ok(Object { path: self.path, fields })
    }

    /// The items of a list; a null among them is `None`.
    pub fn list<T>(
        self,
        most: usize,
        mut each: impl FnMut(At<'_, 'j>) -> Result<T, Refused>,
    ) -> Result<Vec<Option<T>>, Refused> {
        let Json::List(items) = self.json else { return Err(self.must_be("a list")) };
        if items.len() > most {
            return Err(self.refuse(format!("holds {} items, at most {most} are read", items.len())));
        }
        let read = items.iter().enumerate().map(|(at, json)| match json {
            Json::Null => Ok(None),
            _ => each(At { path: Path::Item(&self.path, at), json }).map(Some),
        });
        read.collect()
    }

    /// A text as it stands.
    pub fn text(&self) -> Result<&'j str, Refused> {
        match self.json {
            Json::Text(text) => Ok(text),
            _ => Err(self.must_be("a text")),
        }
    }

    /// A text that says something.
    pub fn name(&self) -> Result<&'j str, Refused> {
        let text = self.text()?;
        if text.trim().is_empty() {
            return Err(self.refuse("must not be empty"));
        }
        if text.chars().nth(crate::clinical::answers::LONGEST).is_some() {
            return Err(self.refuse(format!("is longer than {} characters", crate::clinical::answers::LONGEST)));
        }
        Ok(text)
    }

    /// One of a closed list.
    pub fn code<T: Copy>(&self, known: &[(&'static str, T)]) -> Result<T, Refused> {
        let all = || known.iter().map(|(code, _)| *code).collect::<Vec<_>>().join(", ");
        let Json::Text(text) = self.json else { return Err(self.must_be(&format!("one of {}", all()))) };
        let found = known.iter().find(|(code, _)| code == text).map(|(_, value)| *value);
        found.ok_or_else(|| self.refuse(format!("must be one of {}, not {}", all(), shown(text))))
    }

    /// An id of a table.
    pub fn id(&self, what: &str, mut known: impl Iterator<Item = &'static str>) -> Result<&'static str, Refused> {
        let text = self.text()?;
        known.find(|id| *id == text).ok_or_else(|| self.refuse(format!("{} is no id of a {what}", shown(text))))
    }

    /// A number within limits, both included.
    pub fn number(&self, least: f64, most: f64) -> Result<f64, Refused> {
        let Json::Number(number) = self.json else { return Err(self.must_be("a number")) };
        if (least..=most).contains(number) {
            return Ok(*number);
        }
        let wanted =
            if most == f64::MAX { format!("{least} or more") } else { format!("a number from {least} to {most}") };
        Err(self.refuse(format!("must be {wanted}, not {number}")))
    }

    /// A whole number within limits, both included.
    pub fn whole(&self, least: u32, most: u32) -> Result<u32, Refused> {
        let number = self.number(f64::from(least), f64::from(most))?;
        if number.fract() == 0.0 { Ok(number as u32) } else { Err(self.refuse("must be a whole number")) }
    }
}

/// An object whose keys are all known.
pub struct Object<'p, 'j> {
    path: Path<'p>,
    fields: &'j [(Cow<'j, str>, Json<'j>)],
}

impl<'j> Object<'_, 'j> {
    /// The value of a key, unless it is missing or null.
    pub fn at<'s>(&'s self, key: &'s str) -> Option<At<'s, 'j>> {
        let (_, json) = self.fields.iter().find(|(name, json)| name == key && *json != Json::Null)?;
        Some(At { path: Path::Key(&self.path, key), json })
    }

    /// The value of a key, read; `None` when it is missing or null.
    pub fn read<'s, T>(
        &'s self,
        key: &'s str,
        how: impl FnOnce(At<'s, 'j>) -> Result<T, Refused>,
    ) -> Result<Option<T>, Refused> {
        self.at(key).map(how).transpose()
    }

    /// Whether the object is there with nothing in it.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }
}
