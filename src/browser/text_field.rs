//! The field of a composer: what happens in it, and writing into it as if the reader had typed, so that the browser's own undo takes that
//! back.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlTextAreaElement, InputEvent, InputEventInit};

#[wasm_bindgen]
extern "C" {
    /// `Document`, with the one command that browsers know to undo. It puts text into a field, never markup.
    type Commanded;
    #[wasm_bindgen(method, catch, js_name = execCommand)]
    fn exec_command(this: &Commanded, name: &str, shows: bool, text: &str) -> Result<bool, JsValue>;
}

/// Puts a text in place of what is selected in a field that has the focus.
pub fn write(field: &HtmlTextAreaElement, text: &str) {
    let before = field.value();
    let name = if text.is_empty() { "delete" } else { "insertText" };
    if let Some(document) = field.owner_document() {
        let worked = document.unchecked_into::<Commanded>().exec_command(name, false, text);
        if worked == Ok(true) && field.value() != before {
            return;
        }
    }
    // Where the browser has no such command for this field, its undo does not know of the change.
    if field.value() == before && field.set_range_text(text).is_ok() {
        let init = InputEventInit::new();
        init.set_bubbles(true);
        if let Ok(event) = InputEvent::new_with_event_init_dict("input", &init) {
            let _ = field.dispatch_event(&event);
        }
    }
}

/// Tells of the events of a name in a field, which can be kept from what the browser does by itself, until what it gives is dropped.
pub fn listen(field: &HtmlTextAreaElement, name: &'static str, heard: Box<dyn Fn(&Event)>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(field, name, options, move |event| heard(event))
}

/// Does something after so many milliseconds, unless what it gives is dropped before.
pub fn later(millis: u32, act: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(millis, act)
}
