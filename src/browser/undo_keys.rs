//! The keys that undo and do again. They are the widget's only while the focus is in it, in no field that has an undo of its own, and
//! there is something to undo: else the browser and the page have them.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::app::msg::ActionMsg;
use crate::widget::Msg;

/// What keeps its own undo: whatever text can be typed into.
const FIELDS: &str = "textarea, input:not([type=radio], [type=checkbox], [type=file], [type=button]), [contenteditable]:not([contenteditable=false])";

/// Listens to the keys of one widget until it is dropped.
pub(super) struct UndoKeys {
    offered: Rc<Cell<(bool, bool)>>,
    _listener: EventListener,
}

impl UndoKeys {
    /// Below this element. What the reader wants goes to `send`.
    pub(super) fn new(root: &Element, send: Rc<dyn Fn(Msg)>) -> Self {
        let offered = Rc::new(Cell::new((false, false)));
        let now = Rc::clone(&offered);
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(root, "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let (undo, redo) = now.get();
            let Some(wanted) = wanted(event).filter(|wanted| if *wanted == ActionMsg::Undid { undo } else { redo })
            else {
                return;
            };
            let at = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let is_field = at.is_none_or(|at| !matches!(at.closest(FIELDS), Ok(None)));
            if !is_field && !event.default_prevented() {
                event.prevent_default();
                send(wanted.into());
            }
        });
        Self { offered, _listener: listener }
    }

    /// From now on there is something to undo, or to do again, or not.
    pub(super) fn offer(&self, undo: bool, redo: bool) {
        self.offered.set((undo, redo));
    }
}

fn wanted(event: &KeyboardEvent) -> Option<ActionMsg> {
    let is_other = event.alt_key() || event.is_composing() || event.repeat();
    let (control, command) = (event.ctrl_key(), event.meta_key());
    if is_other || control == command {
        return None;
    }
    wanted_by(&event.key(), &event.code(), control, event.shift_key())
}

/// `key` is what is on the key, `code` where it is: that counts where the letters are not Latin.
fn wanted_by(key: &str, code: &str, control: bool, shift: bool) -> Option<ActionMsg> {
    let letter =
        if key.is_ascii() { key.to_ascii_lowercase() } else { code.trim_start_matches("Key").to_ascii_lowercase() };
    match letter.as_str() {
        "z" if shift => Some(ActionMsg::Redid),
        "z" => Some(ActionMsg::Undid),
        // With the command key it opens the history of the browser.
        "y" if control && !shift => Some(ActionMsg::Redid),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_counts_where_it_is_latin_and_the_place_where_it_is_not() {
        let undo = Some(ActionMsg::Undid);
        let redo = Some(ActionMsg::Redid);
        assert_eq!(wanted_by("z", "KeyZ", true, false), undo);
        assert_eq!(wanted_by("Z", "KeyZ", false, true), redo);
        assert_eq!(wanted_by("z", "KeyY", true, false), undo, "a German keyboard");
        assert_eq!(wanted_by("я", "KeyZ", true, false), undo, "a Russian keyboard");
        assert_eq!(wanted_by("y", "KeyY", true, false), redo);
        assert_eq!(wanted_by("y", "KeyY", false, false), None, "that is the browser's");
        assert_eq!(wanted_by("w", "KeyZ", true, false), None, "a French keyboard");
    }
}
