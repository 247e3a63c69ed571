//! Counting characters as a reader does, by the browser's own tables; see `element/loader/page/graphemes.js`.

use wasm_bindgen::prelude::*;

use crate::domain::text_length;

#[wasm_bindgen(module = "/src/element/loader/page/graphemes.js")]
extern "C" {
    fn graphemes(text: &str) -> usize;
}

/// Has the browser count the characters of all texts that might be too long.
pub fn count() {
    text_length::let_count(graphemes);
}
