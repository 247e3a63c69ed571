//! Elements of the page that a selector finds.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// Those of one kind below an element, in the order of the document; none for a selector that cannot be read.
pub(super) fn within<T: JsCast>(root: &Element, selector: &str) -> impl Iterator<Item = T> {
    let found = root.query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, |found| found.length());
    (0..length).filter_map(move |number| found.as_ref()?.get(number)?.dyn_into().ok())
}
