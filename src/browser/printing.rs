//! When the browser is about to print the page, and when it has.

use std::rc::Rc;

use gloo::events::EventListener;

use super::window_events::listen;

/// Listens until it is dropped.
pub struct Printing {
    _listeners: [Option<EventListener>; 2],
}

impl Printing {
    /// `started` is called before the page is laid out for paper, `ended` when the reader has it back. What follows from the first
    /// is drawn before anybody else hears of it, in the release: see `loader/glue/printing.js`.
    pub fn new(started: &Rc<dyn Fn()>, ended: &Rc<dyn Fn()>) -> Self {
        Self { _listeners: [listen("beforeprint", started), listen("afterprint", ended)] }
    }
}
