//! When the reader comes back to the page, and when they turn away from it.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::VisibilityState;

use super::page;
use super::window_events::listen;

/// Listens until it is dropped. For one coming or going of the reader, `woken` or `hidden` may be called several times.
pub struct PageVisibility {
    _listeners: Vec<EventListener>,
}

impl PageVisibility {
    /// `woken` is called when the page is shown, focused or visible again: the browser may have suspended it, and its timers with it.
    /// `hidden` is called when it is left, hidden or no longer focused: the page may never run again.
    pub fn new(woken: Rc<dyn Fn()>, hidden: Rc<dyn Fn()>) -> Self {
        let calls = [("pageshow", &woken), ("focus", &woken), ("pagehide", &hidden), ("blur", &hidden)];
        let mut listeners: Vec<EventListener> =
            calls.into_iter().filter_map(|(name, call)| listen(name, call)).collect();
        if let Some(document) = page::window().and_then(|window| window.document()) {
            let page = document.clone();
            listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
                if page.visibility_state() == VisibilityState::Hidden { hidden() } else { woken() }
            }));
        }
        Self { _listeners: listeners }
    }
}
