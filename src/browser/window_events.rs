//! What happens to the window as a whole.

use std::rc::Rc;

use gloo::events::EventListener;

use super::page;

/// Has a function called at every event of a name, until the returned listener is dropped; `None` where there is no window.
pub(super) fn listen(name: &'static str, call: &Rc<dyn Fn()>) -> Option<EventListener> {
    let (window, call) = (page::window()?, Rc::clone(call));
    Some(EventListener::new(&window, name, move |_| call()))
}
