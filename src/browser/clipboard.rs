//! Putting a text on the reader's clipboard.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::page;

#[wasm_bindgen]
extern "C" {
    /// `Clipboard`, bound again because `web_sys` traps where a page has none (outside secure contexts).
    type RawClipboard;
    #[wasm_bindgen(method, catch, js_name = writeText)]
    fn write_text(this: &RawClipboard, text: &str) -> Result<Promise, JsValue>;
}

/// Copies a text, then says whether that worked. To be called while a press of the reader is being handled.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let begun = begin(text);
    spawn_local(async move {
        done(match begun {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        });
    });
}

fn begin(text: &str) -> Option<Promise> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    let clipboard = get(&get(&page::window()?.into(), "navigator")?, "clipboard")?;
    let promise = clipboard.unchecked_into::<RawClipboard>().write_text(text).ok()?;
    // A script of the page may have replaced `navigator.clipboard`, and its `writeText` may return anything.
    promise.is_instance_of::<Promise>().then_some(promise)
}
