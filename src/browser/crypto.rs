//! Locking and unlocking the text of a copy with a passphrase, by the browser's own WebCrypto.
//!
//! AES-GCM with a key of 256 bits, made by PBKDF2-SHA-256; salt and vector are new for every file. What the file looks
//! like is decided in `records::locked`. Nobody can recover a passphrase, and the browser cannot tell a wrong one from
//! a damaged file: both fail in the same way. Pages that did not come over https have no WebCrypto.

use crate::records::locked::{self, Header, IV, LockedError, ROUNDS, SALT};
use js_sys::{Array, JsString, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, AesKeyGenParams, Crypto, CryptoKey, Pbkdf2Params, SubtleCrypto};

const BITS: u16 = 256;

/// Why a text was not locked or unlocked. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CryptoError {
    /// The browser has no WebCrypto here.
    Unavailable,
    /// An empty passphrase locks nothing.
    NoPassphrase,
    /// The file is not worth trying.
    File(LockedError),
    /// The passphrase is another one, or the file is damaged.
    WrongPassphraseOrDamaged,
    /// The browser failed.
    Failed,
}

/// Whether this page can lock and unlock.
pub fn is_available() -> bool {
    doors().is_ok()
}

/// A number that nobody can foresee; where the browser has none, the time.
pub fn random() -> u64 {
    let mut bytes = [0; 8];
    let crypto = super::window().and_then(|window| window.crypto().ok());
    match crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)) {
        Some(Ok(_)) => u64::from_le_bytes(bytes),
        _ => js_sys::Date::now() as u64,
    }
}

/// The text of a locked file.
pub async fn encrypt(passphrase: &str, text: &str) -> Result<String, CryptoError> {
    let (crypto, subtle) = doors()?;
    let mut header = Header { saved: super::clock::saved(), rounds: ROUNDS, salt: [0; SALT], iv: [0; IV] };
    for bytes in [header.salt.as_mut_slice(), header.iv.as_mut_slice()] {
        crypto.get_random_values_with_u8_array(bytes).map_err(|_| CryptoError::Failed)?;
    }
    let key = key(&subtle, passphrase, &header, "encrypt").await?;
    let clear = Uint8Array::from(text.as_bytes());
    let asked = subtle.encrypt_with_object_and_js_u8_array(&params(&header), &key, &clear);
    let locked = done(asked).await.ok_or(CryptoError::Failed)?;
    Ok(locked::seal(&header, &Uint8Array::new(&locked).to_vec()))
}

/// The text in a locked file.
pub async fn decrypt(passphrase: &str, file: &str) -> Result<String, CryptoError> {
    let (header, locked) = locked::open(file).map_err(CryptoError::File)?;
    let (_, subtle) = doors()?;
    let key = key(&subtle, passphrase, &header, "decrypt").await?;
    let locked = Uint8Array::from(locked.as_slice());
    let asked = subtle.decrypt_with_object_and_js_u8_array(&params(&header), &key, &locked);
    let clear = done(asked).await.ok_or(CryptoError::WrongPassphraseOrDamaged)?;
    String::from_utf8(Uint8Array::new(&clear).to_vec()).map_err(|_| CryptoError::WrongPassphraseOrDamaged)
}

fn doors() -> Result<(Crypto, SubtleCrypto), CryptoError> {
    let crypto = super::window().and_then(|window| window.crypto().ok()).ok_or(CryptoError::Unavailable)?;
    let subtle = crypto.subtle();
    // Left out by browsers where the page is not secure.
    if AsRef::<JsValue>::as_ref(&subtle).is_undefined() { Err(CryptoError::Unavailable) } else { Ok((crypto, subtle)) }
}

/// The key of a passphrase, for one use. Letters that look the same are the same, however a keyboard makes them (NFC).
async fn key(subtle: &SubtleCrypto, passphrase: &str, header: &Header, used: &str) -> Result<CryptoKey, CryptoError> {
    if passphrase.is_empty() {
        return Err(CryptoError::NoPassphrase);
    }
    let typed = String::from(JsString::from(passphrase).normalize("NFC"));
    let raw = Uint8Array::from(typed.as_bytes());
    let asked = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &only("deriveKey"));
    let base: CryptoKey = done(asked).await.ok_or(CryptoError::Failed)?.unchecked_into();
    let salt = Uint8Array::from(header.salt.as_slice());
    let way = Pbkdf2Params::new_with_str("PBKDF2", "SHA-256", header.rounds, &salt);
    let kind = AesKeyGenParams::new("AES-GCM", BITS);
    let asked = subtle.derive_key_with_object_and_object(&way, &base, &kind, false, &only(used));
    Ok(done(asked).await.ok_or(CryptoError::Failed)?.unchecked_into())
}

fn params(header: &Header) -> AesGcmParams {
    let params = AesGcmParams::new_with_u8_array("AES-GCM", &Uint8Array::from(header.iv.as_slice()));
    params.set_additional_data_u8_array(&Uint8Array::from(header.bound().as_bytes()));
    params
}

fn only(usage: &str) -> Array {
    Array::of1(&usage.into())
}

async fn done(asked: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(asked.ok()?).await.ok()
}
