//! Decimal numbers as people type and read them, in few bytes.
//!
//! Reading and printing numbers with the standard library brings its tables for every number there is: 30 kB of the
//! app (docs/decisions/0003-size.md). Laboratory values have a dozen digits at most; for those the result is the same
//! to the last bit, which the tests hold against the standard library. Knows no marks, units or limits.

/// Digits that count after the decimal point.
const PLACES: usize = 9;

/// The value of `digits` with an optional point (`45`, `49.9`, `.5`); `None` when anything else is in it or no digit.
/// Beyond 15 digits the last ones are rounded away.
pub fn parse(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut value = 0.0;
    let mut scale = 1.0;
    for byte in whole.bytes() {
        value = value * 10.0 + digit(byte)?;
    }
    for (at, byte) in fraction.bytes().enumerate() {
        let digit = digit(byte)?;
        if at < PLACES {
            value = value * 10.0 + digit;
            scale *= 10.0;
        }
    }
    Some(value / scale)
}

fn digit(byte: u8) -> Option<f64> {
    byte.is_ascii_digit().then(|| f64::from(byte - b'0'))
}

/// To at most `places` decimals (9 at most), half up, without zeros that say nothing: `45`, `49.9`, `-3`.
/// Values beyond what 64 bits hold are cut there.
pub fn print(value: f64, places: u32) -> String {
    let unit = 10_u64.pow(places.min(9));
    let scaled = (value.abs() * unit as f64 + 0.5) as u64;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let (whole, rest) = (scaled / unit, scaled % unit);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    // The 1 in front keeps the zeros after the point.
    let digits = (unit + rest).to_string();
    let fraction = digits.get(1..).unwrap_or_default();
    format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::{parse, print};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_of_a_dozen_digits_is_read_to_the_last_bit(text in "[0-9]{1,6}(\\.[0-9]{0,9})?|\\.[0-9]{1,9}") {
            prop_assert_eq!(parse(&text), text.parse().ok());
        }

        #[test]
        fn a_number_is_printed_as_the_standard_library_prints_it(hundredths in 0_u32..100_000_000) {
            let value = f64::from(hundredths) / 100.0;
            prop_assert_eq!(print(value, 2), value.to_string());
            prop_assert_eq!(parse(&print(value, 2)), Some(value));
        }

        #[test]
        fn nothing_typed_can_break_it(text in "\\PC{0,400}", value in any::<f64>(), places in any::<u32>()) {
            let _ = (parse(&text), print(value, places));
        }
    }

    #[test]
    fn zeros_are_kept_where_they_count_and_dropped_where_they_do_not() {
        for (value, places, printed) in [
            (45.0, 1, "45"),
            (49.9, 1, "49.9"),
            (0.05, 2, "0.05"),
            (1.01, 2, "1.01"),
            (111.11, 2, "111.11"),
            (-3.0, 1, "-3"),
            (-0.01, 1, "0"),
            (0.96, 1, "1"),
        ] {
            assert_eq!(print(value, places), printed);
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", ".", "-3", "1e5", "4 5", "1.2.3", "٤٥", "inf"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
