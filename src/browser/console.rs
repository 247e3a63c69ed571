//! The browser's console, for the page's developers.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Writes a warning.
    #[wasm_bindgen(js_namespace = console)]
    pub fn warn(message: &str);
}
