//! What people typed, fit for any format: no character that is no writing, none that turns the order of reading round.
//!
//! Decides which characters go. What a format makes of those that stay (commas, angle brackets) is decided there.

/// The text with line breaks of Unix and tabs, every other blank a plain space. What does not print is gone.
pub fn text(typed: &str) -> String {
    let mut kept = String::with_capacity(typed.len());
    let mut after_return = false;
    for c in typed.chars() {
        match c {
            '\n' if after_return => {}
            '\r' | '\n' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            ' ' | '\t' => kept.push(c),
            _ if is_gone(c) => {}
            _ if c.is_whitespace() => kept.push(' '),
            _ => kept.push(c),
        }
        after_return = c == '\r';
    }
    kept
}

/// The same on one line, without blanks at its ends and never two in a row.
pub fn line(typed: &str) -> String {
    let text = text(typed);
    let mut line = String::with_capacity(text.len());
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Controls, marks that turn reading round, the mark of a byte order, and what Unicode says is no character.
fn is_gone(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}
