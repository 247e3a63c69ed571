//! How high texts are: what is drawn anew in the place of one takes no less room, so that nothing below it moves up.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Keeps the room of each comment's text below an element.
pub fn keep(root: &Element) {
    let Ok(found) = root.query_selector_all(".comments .comment-body") else { return };
    let texts = (0..found.length()).filter_map(|number| found.get(number)?.dyn_into::<HtmlElement>().ok());
    // All are measured before any is changed: the page is laid out once.
    let heights: Vec<(HtmlElement, f64)> =
        texts.map(|text| (text.clone(), text.get_bounding_client_rect().height())).collect();
    for (text, height) in heights.into_iter().filter(|(_, height)| *height > 0.0) {
        // To write a fraction takes 5 KB of code.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height, of which there is some")]
        let hundredths = (height * 100.0).ceil() as u32;
        let _ = text.style().set_property("min-block-size", &format!("calc({hundredths}px / 100)"));
    }
}
