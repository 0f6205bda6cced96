//! A locked copy is read back letter for letter, and one that is not ours is refused with a reason before any computing.

use proptest::prelude::*;
use quiet_legs::records::locked::{Header, IV, LockedError, ROUNDS, SALT, is_locked, open, seal};

/// As version 1 lies in files. Never change this text.
const LOCKED_1: &str = r#"{"app":"quiet-legs","kind":"locked copy","version":1,"saved":"2026-11-25T03:00","data":{"kdf":"PBKDF2-SHA-256","rounds":600000,"salt":"AAECAwQFBgcICQoLDA0ODw==","cipher":"AES-GCM-256","iv":"AAECAwQFBgcICQoL","text":"AAECAwQFBgcICQoLDA0ODxAREg=="}}"#;

fn header() -> Header {
    let (mut salt, mut iv) = ([0; SALT], [0; IV]);
    (0..).zip(&mut salt).for_each(|(at, byte)| *byte = at);
    (0..).zip(&mut iv).for_each(|(at, byte)| *byte = at);
    Header { saved: "2026-11-25T03:00".into(), rounds: ROUNDS, salt, iv }
}

fn locked() -> Vec<u8> {
    (0..19).collect()
}

#[test]
fn a_file_of_version_1_is_read_and_written_as_it_always_was() {
    assert_eq!(seal(&header(), &locked()), LOCKED_1);
    assert_eq!(open(LOCKED_1), Ok((header(), locked())));
    assert_eq!(open(&format!("\u{feff}{LOCKED_1}")), Ok((header(), locked())));
}

#[test]
fn what_stands_in_the_open_is_bound_in_one_order_for_ever() {
    let bound = "quiet-legs\nlocked copy\n1\nPBKDF2-SHA-256\n600000\nAAECAwQFBgcICQoLDA0ODw==\nAES-GCM-256\nAAECAwQFBgcICQoL\n2026-11-25T03:00";
    assert_eq!(header().bound(), bound);
}

#[test]
fn a_file_that_is_none_of_ours_is_refused_with_the_reason() {
    use LockedError::{Damaged, Newer, NotLocked, Rounds};
    for (from, to, expected) in [
        ("quiet-legs", "another", NotLocked),
        ("locked copy", "copy", NotLocked),
        (r#""version":1"#, r#""version":2"#, Newer),
        (r#""version":1"#, r#""version":0"#, Damaged),
        ("PBKDF2-SHA-256", "Argon2id", Newer),
        ("AES-GCM-256", "AES-CBC-256", Newer),
        ("600000", "0", Rounds),
        ("600000", "1000", Rounds),
        ("600000", "599999", Rounds),
        ("600000", "10000001", Rounds),
        ("600000", "4294967296", Rounds),
        ("600000", "18446744073709551615", Rounds),
        ("600000", "18446744073709551616", Damaged),
        ("600000", "-600000", Damaged),
        ("600000", "600000.5", Damaged),
        ("600000", "\"600000\"", Damaged),
        ("AAECAwQFBgcICQoLDA0ODw==", "", Damaged),
        ("AAECAwQFBgcICQoLDA0ODw==", "AAECAwQFBgcICQoLDA0O", Damaged),
        ("AAECAwQFBgcICQoLDA0ODw==", "AAECAwQFBgcICQoLDA0ODx==", Damaged),
        (r#""iv":"AAECAwQFBgcICQoL""#, r#""iv":"AAECAwQFBgcICQoLDA0ODw==""#, Damaged),
        ("AAECAwQFBgcICQoLDA0ODxAREg==", "AAECAwQFBgcICQoLDA0ODw==", Damaged),
        ("AAECAwQFBgcICQoLDA0ODxAREg==", "not base64", Damaged),
        (r#""iv""#, r#""nonce""#, Damaged),
        (r#""kdf""#, r#""more":1,"kdf""#, Damaged),
        (r#""rounds":600000"#, r#""rounds":600000,"rounds":600000"#, Damaged),
    ] {
        let file = LOCKED_1.replace(from, to);
        assert_ne!(file, LOCKED_1, "{from}");
        assert_eq!(open(&file), Err(expected), "{from} -> {to}");
    }
    for text in ["", "{}", "null", "[[[[", "PK\u{3}\u{4}"] {
        assert_eq!(open(text), Err(NotLocked), "{text}");
    }
    assert_eq!(open(&" ".repeat(100 << 20)), Err(LockedError::TooLarge));
}

#[test]
fn a_file_cut_short_anywhere_is_refused() {
    for end in 0..LOCKED_1.len() {
        let refused = open(&LOCKED_1[..end]).unwrap_err();
        assert!(matches!(refused, LockedError::NotLocked | LockedError::Damaged), "{end}: {refused:?}");
    }
    assert!(is_locked(LOCKED_1));
}

proptest! {
    #[test]
    fn every_locked_text_comes_back(salt in any::<[u8; SALT]>(), iv in any::<[u8; IV]>(), saved in any::<String>(), rounds in ROUNDS..=10_000_000, locked in prop::collection::vec(any::<u8>(), 17..200)) {
        let header = Header { saved, rounds, salt, iv };
        prop_assert_eq!(open(&seal(&header, &locked)), Ok((header, locked)));
    }

    #[test]
    fn two_headers_are_never_bound_alike(a in any::<[u8; SALT]>(), b in any::<[u8; SALT]>(), one in any::<String>(), other in any::<String>()) {
        let with = |salt, saved: &String| Header { salt, saved: saved.clone(), ..header() };
        prop_assert_eq!(with(a, &one).bound() == with(b, &other).bound(), a == b && one == other);
    }

    #[test]
    fn a_changed_byte_never_makes_the_reader_panic(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = LOCKED_1.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = open(&String::from_utf8_lossy(&bytes));
    }
}
