//! Whether an element still has its listeners: Chromium and WebKit take them off all that is in a document when its frame is
//! taken out of the page (seen in Chromium 156 and WebKitGTK 2.50; not in Firefox 153).

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Element, Event};

/// An event that bubbles nowhere and that nobody else sends.
const KNOCK: &str = "article-widget:knock";

/// A listener put on an element only to find out whether the element still has its listeners.
#[derive(Debug)]
pub struct ListenerProbe {
    element: Element,
    has_heard: Rc<Cell<bool>>,
    _listener: EventListener,
}

impl ListenerProbe {
    /// Puts a listener of its own on the element.
    pub fn of(element: &Element) -> Self {
        let has_heard = Rc::<Cell<bool>>::default();
        let heard = Rc::clone(&has_heard);
        let listener = EventListener::new(element, KNOCK, move |_| heard.set(true));
        Self { element: element.clone(), has_heard, _listener: listener }
    }

    /// Whether the element still has this listener, and so those of Yew too.
    pub fn still_hears(&self) -> bool {
        self.has_heard.set(false);
        // If the event cannot be sent, the listener counts as taken off.
        let _ = Event::new(KNOCK).and_then(|knock| self.element.dispatch_event(&knock));
        self.has_heard.get()
    }
}
