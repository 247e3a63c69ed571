//! Dates written out as the reader's browser writes them, in the reader's time zone.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::domain::timestamp::Timestamp;

/// A date and time in words, in the browser's own language if `language` is empty.
pub fn written_out(at: Timestamp, language: &str) -> String {
    #[expect(clippy::cast_precision_loss, reason = "the range of dates fits 53 bits")]
    let date = Date::new(&JsValue::from_f64(at.millis() as f64));
    let options = Object::new();
    for (name, style) in [("dateStyle", "long"), ("timeStyle", "short")] {
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(style));
    }
    String::from(date.to_locale_string(language, &options))
}
