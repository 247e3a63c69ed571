//! The field for the order of comments. Once the reader has used it, it heeds its value alone and no attribute of its options.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};

use crate::domain::sort::Sort;

/// Has the field in this element show the order, if there is one.
pub fn show(root: &Element, sort: Sort) {
    let field = root.query_selector("select[data-action=sort]").ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlSelectElement>().ok()) {
        field.set_value(sort.as_str());
    }
}
