//! `localStorage` and `sessionStorage` behind the key-value port.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

use super::page;
use crate::store::copy::key_value::KeyValue;
use crate::store::copy::store_error::StoreError;
use crate::store::format::stored_text::StoredText;

#[wasm_bindgen]
extern "C" {
    /// `Storage`, bound again because `web_sys` reads values as Rust strings, which turns lone surrogates into U+FFFD.
    #[wasm_bindgen(extends = js_sys::Object)]
    type RawStorage;
    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get_item(this: &RawStorage, key: &str) -> Result<Option<JsString>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set_item(this: &RawStorage, key: &str, value: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = removeItem)]
    fn remove_item(this: &RawStorage, key: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn key(this: &RawStorage, index: u32) -> Result<Option<JsString>, JsValue>;
    #[wasm_bindgen(method, catch, getter)]
    fn length(this: &RawStorage) -> Result<u32, JsValue>;
}

/// The origin's `localStorage` or `sessionStorage`. The browser is asked for it at every call, because the permission to use it can
/// change while a page is open.
#[derive(Clone, Copy, Debug, Default)]
pub enum LocalStorage {
    /// `localStorage`, which outlives the tab.
    #[default]
    Browser,
    /// `sessionStorage`, which ends with the tab.
    Tab,
}

impl LocalStorage {
    /// Whether it is the same object as `storageArea` of a `storage` event.
    pub fn is(self, area: &JsValue) -> bool {
        self.raw().is_ok_and(|raw| js_sys::Object::is(&raw, area))
    }

    fn raw(self) -> Result<RawStorage, StoreError> {
        // The getter itself throws where storage is blocked.
        let window = page::window().ok_or(StoreError::Blocked)?;
        let storage = match self {
            Self::Browser => window.local_storage(),
            Self::Tab => window.session_storage(),
        };
        storage.ok().flatten().map(|storage| RawStorage::from(JsValue::from(storage))).ok_or(StoreError::Blocked)
    }
}

impl KeyValue for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<StoredText>, StoreError> {
        let value = self.raw()?.get_item(key).map_err(|error| store_error(&error))?;
        Ok(value.map(|value| stored_text(&value)))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.raw()?.set_item(key, value).map_err(|error| store_error(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.raw()?.remove_item(key).map_err(|error| store_error(&error))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let storage = self.raw()?;
        let mut keys = Vec::new();
        for index in 0..storage.length().map_err(|error| store_error(&error))? {
            let key = storage.key(index).map_err(|error| store_error(&error))?;
            // A key that is not well-formed UTF-16 is listed with U+FFFD in it. No value is found under that, which is right: such a
            // key is none of the widget's.
            keys.extend(key.map(String::from).filter(|key| key.starts_with(prefix)));
        }
        Ok(keys)
    }
}

/// A stored value as it is, whether well-formed UTF-16 or not.
pub fn stored_text(value: &JsString) -> StoredText {
    let text = String::from(value);
    // Half of a surrogate pair becomes this character. Only where it stands are the units looked at one by one, each by a call.
    if !text.contains(char::REPLACEMENT_CHARACTER) || value.is_valid_utf16() {
        StoredText::Text(text)
    } else {
        StoredText::Units(value.iter().collect())
    }
}

/// Which error of storage a thrown value means. Firefox's older name for a full storage is still thrown by some versions.
fn store_error(thrown: &JsValue) -> StoreError {
    let name = js_sys::Reflect::get(thrown, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Blocked,
        _ => StoreError::Failed,
    }
}
