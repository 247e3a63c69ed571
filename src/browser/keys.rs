//! Keys typed in the widget are not the page's shortcuts.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, Node, Window};

/// Keeps what is typed in an element from listeners around it. Listeners of the page in the capture phase hear it all
/// the same, as a key on the widget's element.
pub fn keep_from_page(element: &Element, window: &Window) {
    for name in ["keydown", "keypress", "keyup"] {
        EventListener::new(element, name, Event::stop_propagation).forget();
        let element = element.clone();
        let first = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(window, name, first, move |event| {
            let path = event.composed_path();
            if element.contains(path.get(0).dyn_ref::<Node>()) {
                keep_from_yew(event, path.length());
            }
        })
        .forget();
    }
}

/// A page that is a Yew application itself listens in the capture phase to whatever its elements listen to, and does the
/// bubbling of its own: nobody below could stop that. So the event is marked as Yew marks one for which none of the
/// application's elements is responsible.
fn keep_from_yew(event: &Event, path_length: u32) {
    for (name, value) in [("__yew_subtree_id", 0), ("__yew_subtree_cache_key", path_length)] {
        // Without the mark the key is heard there, as by other listeners in the capture phase.
        let _ = Reflect::set(event, &JsValue::from_str(name), &JsValue::from(value));
    }
}
