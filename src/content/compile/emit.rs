//! Small helpers that write Rust.

/// A Rust string literal.
pub fn literal(text: &str) -> String {
    format!("{text:?}")
}

/// The number in `Key(12)` or `Some(Key(12))`, as a cell; empty for `None`.
pub fn place(key: &str) -> String {
    key.chars().filter(char::is_ascii_digit).collect()
}

/// A name Rust accepts: letters, digits and underscores, keywords avoided.
pub fn rust_name(name: &str) -> String {
    let clean: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    match clean.as_str() {
        "where" | "type" | "in" | "as" | "if" | "else" | "move" | "use" | "mod" | "self" | "loop" | "for" => {
            clean + "_"
        }
        _ if clean.starts_with(|c: char| c.is_ascii_digit()) => format!("n{clean}"),
        _ => clean,
    }
}

/// `SCREAMING_CASE`, `snake_case` or `US` as the variant name the vocabulary uses.
pub fn variant(code: &str) -> String {
    code.split('_')
        .map(|part| {
            let mut chars = part.chars();
            let head: String = chars.next().map(|c| c.to_ascii_uppercase()).into_iter().collect();
            head + &chars.as_str().to_ascii_lowercase()
        })
        .collect()
}
