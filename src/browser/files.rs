//! Files out of the page and into it: download, share sheet, clipboard, a file somebody chose.
//!
//! In an app on an iPhone's home screen a download can fail or trap the person, and the share sheet is the way out;
//! elsewhere the download is. Some browsers share some kinds of files only (Chromium: no JSON) and say so when asked to:
//! [`Shared::Refused`] means that the download is to be tried. Nothing here knows what is in a file.

use js_sys::{Array, Promise};
use std::future::Future;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DomException, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, ShareData, Url,
};

/// How long a download may take to begin, in ms, before its address is given up.
const BEGINS_WITHIN: i32 = 60_000;

/// Why a file did not go out or come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The browser has no such thing here.
    Unavailable,
    /// The file is larger than allowed.
    TooLarge,
    /// The browser refused or failed.
    Failed,
}

/// What became of a file offered to the share sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Handed over.
    Done,
    /// The person closed the sheet: say nothing.
    Cancelled,
    /// The browser does not share this: offer the download.
    Refused,
}

#[wasm_bindgen]
extern "C" {
    /// The navigator, where these need not exist: a call of what is missing is an error and not the end of the app.
    type Sharing;
    #[wasm_bindgen(method, catch, js_name = canShare)]
    fn can_share(this: &Sharing, data: &ShareData) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn share(this: &Sharing, data: &ShareData) -> Result<Promise, JsValue>;
}

/// Saves a text as a file, where the browser puts downloads. That it arrived cannot be known.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), FileError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options);
    let url = blob.and_then(|blob| Url::create_object_url_with_blob(&blob)).map_err(|_| FileError::Failed)?;
    let clicked = click(name, &url);
    // Too early, and the download fails in Safari.
    super::clock::after(BEGINS_WITHIN, move || {
        let _ = Url::revoke_object_url(&url);
    });
    clicked.ok_or(FileError::Failed)
}

fn click(name: &str, url: &str) -> Option<()> {
    let document = super::document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(url);
    link.set_download(name);
    link.set_hidden(true);
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}

/// Whether the browser says that it can share such a file. It may still refuse.
pub fn can_share(name: &str, media_type: &str) -> bool {
    parcel(name, media_type, "").is_some()
}

/// Offers a text as a file to the share sheet. To be called inside the tap itself; what it gives is waited for after.
pub fn share(name: &str, media_type: &str, text: &str) -> Result<impl Future<Output = Shared> + use<>, FileError> {
    let (navigator, data) = parcel(name, media_type, text).ok_or(FileError::Unavailable)?;
    let asked = navigator.share(&data).map_err(|_| FileError::Unavailable)?;
    Ok(async move {
        match JsFuture::from(asked).await {
            Ok(_) => Shared::Done,
            Err(error) if error.dyn_ref().is_some_and(|error: &DomException| error.name() == "AbortError") => {
                Shared::Cancelled
            }
            Err(_) => Shared::Refused,
        }
    })
}

fn parcel(name: &str, media_type: &str, text: &str) -> Option<(Sharing, ShareData)> {
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    let navigator: Sharing = super::window()?.navigator().unchecked_into();
    navigator.can_share(&data).ok()?.then_some((navigator, data))
}

/// Copies a text. To be called inside the tap itself; says afterwards whether it is in the clipboard.
pub fn copy(text: &str) -> Result<impl Future<Output = Result<(), FileError>> + use<>, FileError> {
    let clipboard = super::window().ok_or(FileError::Unavailable)?.navigator().clipboard();
    // Left out by browsers where the page is not secure.
    if AsRef::<JsValue>::as_ref(&clipboard).is_undefined() {
        return Err(FileError::Unavailable);
    }
    let asked = clipboard.write_text(text);
    Ok(async move { JsFuture::from(asked).await.map(drop).map_err(|_| FileError::Failed) })
}

/// The file somebody chose, from the `change` of a file input. The input is emptied, so that choosing the same file
/// again is a change again.
pub fn chosen(event: &web_sys::Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(file)
}

/// The text of a chosen file, read as UTF-8. One of more than `limit` bytes is not read at all.
pub async fn text_of(file: &File, limit: u32) -> Result<String, FileError> {
    if file.size() > f64::from(limit) {
        return Err(FileError::TooLarge);
    }
    // `Response` and not `Blob.text`, which older Safari does not have.
    let response = web_sys::Response::new_with_opt_blob(Some(file)).and_then(|response| response.text());
    let text = JsFuture::from(response.map_err(|_| FileError::Failed)?).await;
    text.ok().and_then(|text| text.as_string()).ok_or(FileError::Failed)
}
