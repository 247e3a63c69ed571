//! Keys typed in the widget are not the page's shortcuts.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

thread_local! {
    static STOP: Closure<dyn FnMut(Event)> = Closure::new(|event: Event| event.stop_propagation());
}

/// Keeps what is typed in an element from listeners around it. Listeners of the page in the capture phase hear it all
/// the same, as a key on the widget's element.
pub fn keep_from_page(element: &Element) {
    STOP.with(|stop| {
        for name in ["keydown", "keypress", "keyup"] {
            // If this listener cannot be added, the page hears the keys too, and nothing else is wrong.
            let _ = element.add_event_listener_with_callback(name, stop.as_ref().unchecked_ref());
        }
    });
}
