//! How high texts are: what is drawn anew in the place of one takes no less room, so that nothing below it moves up, as long as the page is
//! as wide as it was.

use std::cell::RefCell;

use gloo::events::EventListener;
use web_sys::{Element, HtmlElement};

use super::{elements, page};

const PROPERTY: &str = "min-block-size";

/// Keeps the room of each comment's text below an element.
pub fn keep(root: &Element) {
    let texts = elements::within::<HtmlElement>(root, ".comments .comment-body");
    // All are measured before any is changed: the page is laid out once.
    let mut heights: Vec<(HtmlElement, f64)> =
        texts.map(|text| (text.clone(), text.get_bounding_client_rect().height())).collect();
    heights.retain(|(_, height)| *height > 0.0);
    for (text, height) in &heights {
        // To write a fraction takes 5 KB of code.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height, of which there is some")]
        let hundredths = (*height * 100.0).ceil() as u32;
        let _ = text.style().set_property(PROPERTY, &format!("calc({hundredths}px / 100)"));
    }
    give_back(heights.into_iter().map(|(text, _)| text).collect());
}

/// Lets texts be as high as they are once the page is wider or narrower. (Where it gets only higher, as a phone's bar goes, all stays.)
fn give_back(texts: Vec<HtmlElement>) {
    let Some(window) = page::window() else { return };
    let width = || page::window().and_then(|window| window.inner_width().ok()?.as_f64());
    let (before, texts) = (width(), RefCell::new(texts));
    EventListener::new(&window, "resize", move |_| {
        if width() != before {
            for text in texts.take() {
                let _ = text.style().remove_property(PROPERTY);
            }
        }
    })
    .forget();
}
