//! Where the reader is: how far the page, and each box around the widget, is scrolled.

use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

/// What is scrolled, and how far. Not every engine keeps what is looked at in its place when rows above it come or go.
#[derive(Default)]
pub struct ScrollPosition(Vec<(Element, i32)>);

impl ScrollPosition {
    /// The place now, of whoever looks at this element.
    pub fn of(element: &Element) -> Self {
        let mut scrolled = Vec::new();
        let mut next = around(element);
        while let Some(element) = next {
            next = around(&element);
            // What is at its top now may be elsewhere then.
            let top = element.scroll_top();
            scrolled.push((element, top));
        }
        Self(scrolled)
    }

    /// Scrolls there again.
    pub fn restore(&self) {
        for (element, top) in &self.0 {
            element.set_scroll_top(*top);
        }
    }
}

/// The element around another one on the screen, through shadow roots.
fn around(element: &Element) -> Option<Element> {
    let slot = element.assigned_slot().map(Element::from);
    let parent = || element.parent_element();
    slot.or_else(parent).or_else(|| Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host()))
}
