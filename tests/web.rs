//! Parts of the screens and the doors to the browser, inside a real browser.
#![cfg(target_arch = "wasm32")]

use quiet_legs::browser::crypto::{CryptoError, decrypt, encrypt, is_available};
use quiet_legs::browser::files::{FileError, download, text_of};
use quiet_legs::browser::{clock, document, files, keeping, storage};
use quiet_legs::records::locked::LockedError;
use wasm_bindgen_test::console_log;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_text_that_was_kept_is_read_back_and_can_be_removed() {
    let key = "quiet-legs.check";
    assert_eq!(storage::write(key, "{\"typed\": \"4o5\"}"), Ok(()));
    assert_eq!(storage::read(key), Ok(Some("{\"typed\": \"4o5\"}".to_owned())));
    assert_eq!(storage::remove(key), Ok(()));
    assert_eq!(storage::read(key), Ok(None));
}

#[wasm_bindgen_test]
fn today_is_a_day_of_this_century() {
    assert!((2000..2100).contains(&clock::today().year()));
}

#[wasm_bindgen_test]
fn the_page_is_there() {
    assert!(document().is_some());
}

const SECRET: &str = "A night in “März”, \u{1f319}, and a \0.";

#[wasm_bindgen_test]
async fn what_was_locked_is_unlocked_letter_for_letter_by_the_same_passphrase_alone() {
    assert!(is_available());
    let begun = js_sys::Date::now();
    let file = encrypt("Schlaf gut, Élise", SECRET).await.unwrap();
    console_log!("locking a short text: {} ms", js_sys::Date::now() - begun);
    assert!(!file.contains("night") && file.starts_with("{\"app\":\"quiet-legs\",\"kind\":\"locked copy\""));
    assert_eq!(decrypt("Schlaf gut, Élise", &file).await.as_deref(), Ok(SECRET));
    assert_eq!(
        decrypt("Schlaf gut, E\u{301}lise", &file).await.as_deref(),
        Ok(SECRET),
        "the same letter from another keyboard"
    );
    for wrong in ["Schlaf gut, Elise", "Schlaf gut, Élise ", "schlaf gut, Élise"] {
        assert_eq!(decrypt(wrong, &file).await, Err(CryptoError::WrongPassphraseOrDamaged));
    }
    assert_eq!(decrypt("", &file).await, Err(CryptoError::NoPassphrase));
    assert_eq!(encrypt("", SECRET).await, Err(CryptoError::NoPassphrase));
}

#[wasm_bindgen_test]
async fn two_files_of_one_text_share_neither_salt_nor_vector() {
    let (one, other) = (encrypt("x", SECRET).await.unwrap(), encrypt("x", SECRET).await.unwrap());
    let field = |file: &str, name: &str| {
        file.split(&format!("\"{name}\":\"")).nth(1).map(|rest| rest.split('"').next().map(str::to_owned))
    };
    for name in ["salt", "iv", "text"] {
        assert_ne!(field(&one, name), field(&other, name), "{name}");
    }
}

#[wasm_bindgen_test]
async fn a_locked_file_that_was_tampered_with_is_refused() {
    let file = encrypt("x", SECRET).await.unwrap();
    // What stands in the open is bound too: another day of saving, or more rounds, and nothing opens.
    let day = clock::today().year().to_string();
    let (_, rest) = file.split_once("\"text\":\"").unwrap();
    let letter = if rest.starts_with('A') { 'B' } else { 'A' };
    let text = file.replacen(rest, &format!("{letter}{}", rest.get(1..).unwrap()), 1);
    for changed in [file.replacen(&day, "1999", 1), file.replace("600000", "600001"), text] {
        assert_ne!(changed, file);
        assert_eq!(decrypt("x", &changed).await, Err(CryptoError::WrongPassphraseOrDamaged));
    }
    assert_eq!(decrypt("x", &file.replace("600000", "1")).await, Err(CryptoError::File(LockedError::Rounds)));
    assert_eq!(decrypt("x", "{}").await, Err(CryptoError::File(LockedError::NotLocked)));
}

#[wasm_bindgen_test]
async fn a_copy_of_ten_years_is_locked_and_unlocked_whole() {
    let copy = "{\"night\":\"ä\"}".repeat(120_000);
    let begun = js_sys::Date::now();
    let file = encrypt("x", &copy).await.unwrap();
    let locked = js_sys::Date::now();
    assert!(decrypt("x", &file).await.as_deref() == Ok(copy.as_str()));
    let unlocked = js_sys::Date::now() - locked;
    console_log!("{} bytes: locked in {} ms, unlocked in {unlocked} ms", copy.len(), locked - begun);
}

#[wasm_bindgen_test]
async fn a_chosen_file_is_read_whole_or_not_at_all() {
    let parts = js_sys::Array::of1(&"\u{feff}Für Elise".into());
    let file = web_sys::File::new_with_str_sequence(&parts, "a.json").unwrap();
    assert_eq!(text_of(&file, 100).await.as_deref(), Ok("Für Elise"));
    assert_eq!(text_of(&file, 5).await, Err(FileError::TooLarge));
}

#[wasm_bindgen_test]
async fn saving_sharing_and_copying_end_in_an_answer_and_never_in_a_crash() {
    assert_eq!(download("quiet-legs.json", "application/json", "{}"), Ok(()));
    let _ = files::can_share("quiet-legs.json", "application/json");
    // Without a tap the browser refuses; it must say so and not throw.
    if let Ok(asked) = files::share("quiet-legs.csv", "text/csv", "a") {
        assert_ne!(asked.await, files::Shared::Done);
    }
    if let Ok(asked) = files::copy("a") {
        let _ = asked.await;
    }
}

#[wasm_bindgen_test]
async fn the_browser_answers_what_it_keeps_and_how_much_room_there_is() {
    assert!(keeping::persisted().await.is_ok());
    assert!(keeping::persist().await.is_ok());
    let room = keeping::room().await.unwrap();
    assert!(room.all > room.used);
}
