//! A page that is a Yew application itself takes nothing that happens in the widget for its own.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Marks an element as Yew marks the root of an application inside another, which answers for all events from there. A Yew
/// application listens in the capture phase and does the bubbling of its own, so that nobody below could keep keys from it, and
/// where a handler of its stops an event, the event would not come here at all.
pub fn keep_from_yew(element: &Element) {
    // The number is Yew's for nobody. Ours are kept under another name: see xtask/src/release/bundler.rs.
    let _ = Reflect::set(element, &JsValue::from_str("__yew_subtree_id"), &JsValue::from(0));
}
