//! A number as it stands on a laboratory paper: `61`, `49,9`, ` 12 `, `<10`, `1 000`, `45 ng/mL`.
//!
//! Decides which digits were meant and what was typed after them; whether the unit fits and the size can be
//! right is decided by [`super::limits`]. Never guesses at letters: `l0`, `45-50` and `٤٥` are no numbers here.
//! A comma before exactly 3 digits (`1,250`) may be either mark, so it is read as thousands and said to be a guess.

use crate::decimal;

/// Whether the paper says less or more than the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The number itself.
    Exact,
    /// `<10`: the laboratory could not measure so little.
    Less,
    /// `>1000`: nor so much.
    More,
}

/// A number and what stood around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// `<` or `>`.
    pub sign: Sign,
    /// Negative when a minus was typed.
    pub number: f64,
    /// Sign and digits as typed, stray spaces gone: `<10`, `49,9`.
    pub digits: String,
    /// What was typed after the digits, often a unit; empty mostly.
    pub rest: String,
    /// Whether a comma was taken for a thousands mark without being sure.
    pub guessed: bool,
}

/// Reads a typed number; `None` when it is none.
pub fn read(typed: &str) -> Option<Typed> {
    let clean: String = typed.chars().filter(|c| !is_invisible(*c)).collect();
    let text = clean.trim();
    let (sign, text) = match text.strip_prefix(['<', '≤']) {
        Some(rest) => (Sign::Less, rest),
        None => text.strip_prefix(['>', '≥']).map_or((Sign::Exact, text), |rest| (Sign::More, rest)),
    };
    let text = if sign == Sign::Exact { text } else { text.strip_prefix('=').unwrap_or(text).trim_start() };
    let (minus, text) = text.strip_prefix(['-', '−']).map_or((false, text), |rest| (true, rest));
    let end = text.find(|c| !is_part_of_number(c)).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let digits = digits.trim();
    let (plain, guessed) = plain(digits)?;
    let number = decimal::parse(&plain)?;
    let mark = match sign {
        Sign::Exact => "",
        Sign::Less => "<",
        Sign::More => ">",
    };
    Some(Typed {
        sign,
        number: if minus { -number } else { number },
        digits: format!("{mark}{}{digits}", if minus { "-" } else { "" }),
        rest: rest.trim().to_owned(),
        guessed,
    })
}

/// Marks that come along when text is copied from a document, and that nobody sees.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_part_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',') || is_group_mark(c)
}

/// What some countries put between thousands: `1 000`, `1’000`.
fn is_group_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’')
}

/// The digits with a decimal point and nothing else, and whether that was a guess.
fn plain(text: &str) -> Option<(String, bool)> {
    let (whole, fraction, guessed) = split(text)?;
    let is_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let mut groups = whole.split(|c| c == ',' || c == '.' || is_group_mark(c));
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    is_digits(&digits).then(|| (format!("0{digits}.{fraction}0"), guessed))
}

/// Before and after the decimal mark.
fn split(text: &str) -> Option<(&str, &str, bool)> {
    let (comma, point) = (text.rfind(','), text.rfind('.'));
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    match (comma, point) {
        (None, None) => Some((text, "", false)),
        (Some(_), None) if commas > 1 => Some((text, "", false)),
        (None, Some(_)) if points > 1 => Some((text, "", false)),
        (Some(_), None) => {
            let (whole, fraction) = text.split_once(',')?;
            let thousands = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            if thousands { Some((text, "", true)) } else { Some((whole, fraction, false)) }
        }
        (None, Some(_)) => text.split_once('.').map(|(whole, fraction)| (whole, fraction, false)),
        (Some(_), Some(_)) => {
            // The later of the two is the decimal mark. Were there more of it, the fraction would be no digits.
            let mark = text.chars().rfind(|c| matches!(c, '.' | ','))?;
            text.split_once(mark).map(|(whole, fraction)| (whole, fraction, false))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_any_paper_prints_it() {
        for (typed, number) in [
            ("61", 61.0),
            ("49,9", 49.9),
            ("49.9", 49.9),
            (" 12 ", 12.0),
            ("1 000", 1000.0),
            ("1\u{a0}000,5", 1000.5),
            ("1\u{202f}000", 1000.0),
            ("1’000", 1000.0),
            ("1,000.5", 1000.5),
            ("1.000,5", 1000.5),
            ("1,000,000", 1_000_000.0),
            ("1.000.000", 1_000_000.0),
            ("123 456", 123_456.0),
            ("12.345.678,9", 12_345_678.9),
            ("1.250", 1.25),
            ("0,250", 0.25),
            ("0,20", 0.2),
            (".5", 0.5),
            ("5.", 5.0),
            ("-3", -3.0),
            ("−3", -3.0),
            ("\u{200e}45\u{200b}", 45.0),
        ] {
            let read = read(typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!((read.number, read.sign, read.guessed), (number, Sign::Exact, false), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_guessed_at() {
        for typed in [
            "",
            " ",
            "text",
            "l0",
            "4O",
            "45-50",
            "4 5",
            "1 00",
            "12.3.4",
            "1,2,3",
            "1.2,3.4",
            "1.000,000.5",
            "1,000.000,5",
            "1234 567",
            "1000,000,000",
            ",000,000",
            ".",
            ",",
            "<",
            "٤٥",
            "😀",
            "four",
        ] {
            let letters = read(typed).is_some_and(|t| !t.rest.is_empty());
            assert!(letters || read(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn less_and_more_are_kept_apart_from_the_number() {
        for (typed, sign, digits) in [
            ("<10", Sign::Less, "<10"),
            ("< 10", Sign::Less, "<10"),
            ("≤10", Sign::Less, "<10"),
            (">=1000", Sign::More, ">1000"),
        ] {
            let read = read(typed).unwrap();
            assert_eq!((read.sign, read.digits.as_str()), (sign, digits), "{typed}");
        }
    }

    #[test]
    fn a_unit_after_the_number_is_set_aside() {
        let read = read("45 ng/mL").unwrap();
        assert_eq!((read.number, read.digits.as_str(), read.rest.as_str()), (45.0, "45", "ng/mL"));
    }

    #[test]
    fn a_comma_before_three_digits_is_a_guess() {
        let read = read("1,250").unwrap();
        assert_eq!((read.number, read.guessed), (1250.0, true));
    }
}
