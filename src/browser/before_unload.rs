//! Asking a reader who leaves the page whether to stay, while something is not saved.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::page;

/// One widget's question; it is asked only while armed, because a page with such a listener is slower to come back to.
#[derive(Default)]
pub struct BeforeUnload(RefCell<Option<EventListener>>);

impl BeforeUnload {
    /// Starts or stops asking. Dropping this stops it too.
    pub fn set(&self, armed: bool) {
        let mut listener = self.0.borrow_mut();
        if !armed {
            *listener = None;
        } else if listener.is_none() {
            *listener = page::window().map(|window| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&window, "beforeunload", options, |event| {
                    event.prevent_default();
                    // What some browsers wait for; none shows the text.
                    let _ = Reflect::set(event, &JsValue::from_str("returnValue"), &JsValue::from_str("?"));
                })
            });
        }
    }
}
