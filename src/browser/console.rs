//! The browser's console, for the page's developers.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = console, js_name = warn)]
    fn try_to_warn(message: &str) -> Result<(), JsValue>;
}

/// Writes a warning; a page may have put anything in the console's place.
pub(super) fn warn(message: &str) {
    let _ = try_to_warn(message);
}
