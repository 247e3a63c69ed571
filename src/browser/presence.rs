//! When the reader comes to the page and when they turn away from it.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::VisibilityState;

use super::page;

/// Listens until it is dropped. Both kinds of news can come several times for one coming or going.
pub struct Presence {
    _listeners: Vec<EventListener>,
}

impl Presence {
    /// `woken` is called when the page is shown, focused or visible again: it may have slept, and its timers with it.
    /// `hidden` is called when it is left, hidden or no longer focused: it may never run again.
    pub fn new(woken: Rc<dyn Fn()>, hidden: Rc<dyn Fn()>) -> Self {
        let mut listeners = Vec::new();
        if let Some(window) = page::window() {
            let calls = [("pageshow", &woken), ("focus", &woken), ("pagehide", &hidden), ("blur", &hidden)];
            for (name, call) in calls {
                let call = Rc::clone(call);
                listeners.push(EventListener::new(&window, name, move |_| call()));
            }
            if let Some(document) = window.document() {
                let page = document.clone();
                listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
                    if page.visibility_state() == VisibilityState::Hidden { hidden() } else { woken() }
                }));
            }
        }
        Self { _listeners: listeners }
    }
}
