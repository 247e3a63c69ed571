//! Dates written out as the reader's browser writes them, in the reader's time zone.

use js_sys::{Date, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::domain::timestamp::Timestamp;

#[wasm_bindgen]
extern "C" {
    /// `Date`, bound again because `js_sys` lets the error for an invalid language end the module.
    #[wasm_bindgen(extends = Object)]
    type RawDate;
    #[wasm_bindgen(method, catch, js_name = toLocaleString)]
    fn to_locale_string(this: &RawDate, language: &JsValue, options: &Object) -> Result<JsString, JsValue>;
}

/// The language that dates beside `host` are written in: its own, else that of the page around it; empty if none says.
pub fn language(host: &Element) -> String {
    let around = || host.closest("[lang]").ok().flatten().and_then(|element| element.get_attribute("lang"));
    host.get_attribute("data-lang").or_else(around).unwrap_or_default()
}

/// A date and time in words, in `language` if that is one, else in the browser's own.
pub fn written_out(at: Timestamp, language: &str) -> String {
    #[expect(clippy::cast_precision_loss, reason = "the range of dates fits 53 bits")]
    let date: RawDate = Date::new(&JsValue::from_f64(at.millis() as f64)).unchecked_into();
    let options = Object::new();
    for (name, style) in [("dateStyle", "long"), ("timeStyle", "short")] {
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(style));
    }
    let language = locale(language);
    date.to_locale_string(&language, &options)
        .or_else(|_| date.to_locale_string(&JsValue::UNDEFINED, &options))
        .map_or_else(|_| at.to_string(), String::from)
}

/// A language as `Intl` takes it: nothing for the browser's own.
pub(super) fn locale(language: &str) -> JsValue {
    if language.is_empty() { JsValue::UNDEFINED } else { JsValue::from_str(language) }
}
