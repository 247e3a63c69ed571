//! Which histories of comments are open: the browser opens and closes them by itself, and says so afterwards.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::elements;
use crate::app::msg::HistoryMsg;
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

/// Reports what is opened and closed below an element, and what is open already, until what this gives is dropped.
pub(super) fn listen(root: &Element, send: Rc<dyn Fn(Msg)>) -> EventListener {
    elements::within(root, "details.history[open]").for_each(|details: Element| report(&details, &send));
    // The event does not rise: it is heard on its way down.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    EventListener::new_with_options(root, "toggle", options, move |event| {
        if let Some(details) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            report(&details, &send);
        }
    })
}

fn report(details: &Element, send: &Rc<dyn Fn(Msg)>) {
    if !details.matches(".history").is_ok_and(|is_history| is_history) {
        return;
    }
    let row = details.closest("[data-id]").ok().flatten();
    let id = row.and_then(|row| row.get_attribute("data-id")).as_deref().and_then(OperationId::parse);
    if let Some(id) = id {
        let is_open = details.has_attribute("open");
        send(if is_open { HistoryMsg::Opened(id) } else { HistoryMsg::Closed(id) }.into());
    }
}
