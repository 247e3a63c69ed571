//! Style sheets that come while a widget is shown; see `element/loader/page/sheets.js`.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

#[wasm_bindgen(module = "/src/element/loader/page/sheets.js")]
extern "C" {
    #[wasm_bindgen(js_name = wear)]
    fn wear_in(root: &Node, css: &str);
}

/// Has what the root of an element holds look as a sheet with this text says, from now on and wherever it is moved.
pub fn wear(element: &Element, css: &str) {
    wear_in(&element.get_root_node(), css);
}
