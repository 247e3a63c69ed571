//! The file that a reader has chosen in the panel.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Element, HtmlInputElement};

use crate::store::file::file_contents::FileError;
use crate::store::file::thread_file::MOST_BYTES;

/// Hears of a file: its name, and its text.
pub type HearFile = Rc<dyn Fn(String, Result<Rc<str>, FileError>)>;

/// Reads the file chosen in the panel below `root`, and calls `hear` once with its name and its text. Bytes that are not UTF-8 come
/// as U+FFFD, and the file's digest then says that it is not whole. Nothing happens where no file was chosen.
pub fn read(root: &Element, hear: HearFile) {
    let Some(field) =
        root.query_selector("#panel-file").ok().flatten().and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    let Some(file) = field.files().and_then(|files| files.get(0)) else {
        return;
    };
    let name = file.name();
    // So that the same file can be chosen again.
    field.set_value("");
    let blob: Blob = file.unchecked_into();
    #[expect(clippy::cast_precision_loss, reason = "20 MiB are exact")]
    let most = MOST_BYTES as f64;
    if blob.size() > most {
        return hear(name, Err(FileError::TooLarge));
    }
    let text = blob.text();
    wasm_bindgen_futures::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(text).await.ok().and_then(|text: JsValue| text.as_string());
        hear(name, text.map(Rc::from).ok_or(FileError::NoHeader));
    });
}
