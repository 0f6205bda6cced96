//! JSON as records of medicine want it: nothing empty in it, numbers as they were printed, names in the order given.
//!
//! `serde_json::Value` would sort the names and bring the printing of every number there is into the app.

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// Nothing; is left out wherever it stands.
    None,
    /// A text.
    Text(String),
    /// A number, its digits as they are to stand.
    Number(String),
    /// True or false.
    Is(bool),
    /// A list.
    List(Vec<Json>),
    /// Names and values.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// A text; an empty one is nothing.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A whole number.
    pub fn number(number: usize) -> Self {
        Self::Number(number.to_string())
    }

    /// A list of one.
    pub fn one(self) -> Self {
        list([self])
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::None => true,
            Self::Text(text) | Self::Number(text) => text.trim().is_empty(),
            Self::Is(_) => false,
            Self::List(all) => all.is_empty(),
            Self::Object(pairs) => pairs.is_empty(),
        }
    }

    /// As a file, one space a level.
    pub fn print(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, level: usize) {
        match self {
            Self::None => out.push_str("null"),
            Self::Text(text) => quoted(text, out),
            Self::Number(digits) => out.push_str(digits),
            Self::Is(yes) => out.push_str(if *yes { "true" } else { "false" }),
            Self::List(all) => {
                let items = all.iter().map(|item| (None, item));
                block(out, level, ['[', ']'], items);
            }
            Self::Object(pairs) => {
                let items = pairs.iter().map(|(name, value)| (Some(*name), value));
                block(out, level, ['{', '}'], items);
            }
        }
    }
}

/// Names and values; what is empty is left out.
pub fn object<const N: usize>(pairs: [(&'static str, Json); N]) -> Json {
    Json::Object(pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect())
}

/// A list; what is empty is left out.
pub fn list(all: impl IntoIterator<Item = Json>) -> Json {
    Json::List(all.into_iter().filter(|item| !item.is_empty()).collect())
}

fn block<'a>(
    out: &mut String,
    level: usize,
    [open, close]: [char; 2],
    items: impl Iterator<Item = (Option<&'static str>, &'a Json)>,
) {
    out.push(open);
    let mut any = false;
    for (name, value) in items {
        if any {
            out.push(',');
        }
        any = true;
        line(out, level + 1);
        if let Some(name) = name {
            quoted(name, out);
            out.push_str(": ");
        }
        value.write(out, level + 1);
    }
    if any {
        line(out, level);
    }
    out.push(close);
}

fn line(out: &mut String, level: usize) {
    out.push('\n');
    for _ in 0..level {
        out.push(' ');
    }
}

/// `<` and `&` too, so that a file shown as a page by mistake runs nothing.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if c.is_control() || matches!(c, '<' | '&' | '\u{2028}' | '\u{2029}') => {
                out.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    out.extend(char::from_digit((u32::from(c) >> shift) & 15, 16));
                }
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}
