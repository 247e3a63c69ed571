//! Dates and ages written out as the reader's browser writes them, dates in the reader's time zone; see `element/loader/page/dates.js`.

use std::cell::OnceCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot};

use crate::domain::age::AgeWriter;
use crate::domain::timestamp::Timestamp;

#[wasm_bindgen(module = "/src/element/loader/page/dates.js")]
extern "C" {
    /// `Intl.DateTimeFormat`.
    type Format;
    #[wasm_bindgen(catch, js_name = dateFormat)]
    fn date_format(language: &str, is_day: bool) -> Result<Format, JsValue>;
    /// `Intl.RelativeTimeFormat`.
    type Ages;
    #[wasm_bindgen(catch, js_name = ageFormat)]
    fn age_format(language: &str) -> Result<Ages, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn say(this: &Ages, count: f64, unit: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &Format, millis: f64) -> Result<JsValue, JsValue>;
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

/// Writes dates and times in words, in `language` if the browser takes it for a language tag, else in the browser's own language. What
/// knows the language is made once: that takes a hundred times as long as one date.
pub fn writer(language: String) -> Rc<dyn Fn(Timestamp) -> String> {
    let format = OnceCell::new();
    Rc::new(move |at| {
        let format: &Option<Format> = format.get_or_init(|| date_format(&language, false).ok());
        let text = format.as_ref().and_then(|format| format.format(millis(at)).ok()?.as_string());
        text.unwrap_or_else(|| at.to_string())
    })
}

/// Writes ages in words, in `language` likewise.
pub fn ages(language: String) -> AgeWriter {
    let format = OnceCell::new();
    Rc::new(move |count, unit| {
        let format: &Option<Ages> = format.get_or_init(|| age_format(&language).ok());
        #[expect(clippy::cast_precision_loss, reason = "no age has so many digits")]
        format.as_ref()?.say(count as f64, unit).ok()?.as_string()
    })
}

/// Writes the day that has begun at this time in words, in `language` likewise, the same in every time zone.
pub fn day(language: &str, at: Timestamp) -> Option<String> {
    date_format(language, true).ok()?.format(millis(at)).ok()?.as_string()
}

#[expect(clippy::cast_precision_loss, reason = "the range of dates fits 53 bits")]
fn millis(at: Timestamp) -> f64 {
    at.millis() as f64
}

/// A language tag as `Intl` takes it: `undefined`, for the browser's own language, if the tag is empty.
pub(super) fn locale(language: &str) -> JsValue {
    if language.is_empty() { JsValue::UNDEFINED } else { JsValue::from_str(language) }
}
