//! Offering a text to the reader as a file.

use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use super::page;

/// How long the browser may take to begin the download, in milliseconds.
const KEPT_FOR: u32 = 60_000;

/// Downloads `text`, as UTF-8, under a proposed name. Gives whether the browser was asked; what it and the reader make of
/// it is not told to pages.
pub fn offer(name: &str, media_type: &str, text: &str) -> bool {
    download(name, media_type, text).is_some()
}

fn download(name: &str, media_type: &str, text: &str) -> Option<()> {
    let document = page::window()?.document()?;
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let link = document.create_element("a").ok()?.dyn_into::<HtmlElement>().ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    // Never part of the page: its own handlers of clicks must not see this one.
    let set = link.set_attribute("href", &url).and_then(|()| link.set_attribute("download", name));
    if set.is_ok() {
        link.click();
    }
    Timeout::new(KEPT_FOR, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    set.ok()
}
