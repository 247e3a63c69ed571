//! Dates written out as the reader's browser writes them, in the reader's time zone.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot};

use crate::domain::timestamp::Timestamp;

#[wasm_bindgen]
extern "C" {
    /// `Date`, bound again because `js_sys` lets the error for an invalid language end the module.
    #[wasm_bindgen(extends = Object)]
    type RawDate;
    #[wasm_bindgen(method, catch, js_name = toLocaleString)]
    fn to_locale_string(this: &RawDate, language: &JsValue, options: &Object) -> Result<JsValue, JsValue>;
}

/// The language tag for dates in the widget `host`: its own `lang` or `data-lang`, else that of the page around it; empty if none says.
pub fn language(host: &Element) -> String {
    let mut from = host.clone();
    let around = || {
        loop {
            if let Ok(Some(element)) = from.closest("[lang]") {
                return element.get_attribute("lang");
            }
            // The widget may stand in the shadow root of a component of the page: then the search goes on outside of that component.
            from = from.get_root_node().dyn_into::<ShadowRoot>().ok()?.host();
        }
    };
    host.get_attribute("data-lang").or_else(around).unwrap_or_default()
}

/// A date and time in words, in `language` if the browser takes it for a language tag, else in the browser's own language.
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
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| at.to_string())
}

/// A language tag as `Intl` takes it: `undefined`, for the browser's own language, if the tag is empty.
pub(super) fn locale(language: &str) -> JsValue {
    if language.is_empty() { JsValue::UNDEFINED } else { JsValue::from_str(language) }
}
