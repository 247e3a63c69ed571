//! What the views of formatting do in the page: it comes with their code, from the layers that may touch the page.

use std::any::Any;
use std::cell::Cell;

use web_sys::{Event, HtmlTextAreaElement};

/// What is said to whoever copies: whether it worked.
pub type Copied = Box<dyn FnOnce(bool)>;

/// What is told of an event.
pub type Heard = Box<dyn Fn(&Event)>;

/// What is done later.
pub type Act = Box<dyn FnOnce()>;

/// What ends something when it is dropped.
pub type Held = Box<dyn Any>;

/// The functions.
#[derive(Clone, Copy, Debug)]
pub struct Hands {
    /// Puts a text on the clipboard.
    pub copy: fn(&str, Copied),
    /// Puts a text in place of what is selected in a field, as if it had been typed.
    pub write: fn(&HtmlTextAreaElement, &str),
    /// Tells of the events of a name in a field, until what it gives is dropped.
    pub listen: fn(&HtmlTextAreaElement, &'static str, Heard) -> Held,
    /// Does something after so many milliseconds, unless what it gives is dropped before.
    pub later: fn(u32, Act) -> Held,
}

thread_local! {
    static HERE: Cell<Option<Hands>> = const { Cell::new(None) };
}

/// From now on the views act with these.
pub fn act_by(hands: Hands) {
    HERE.set(Some(hands));
}

/// What acts in the page, if it is here.
pub(super) fn hands() -> Option<Hands> {
    HERE.get()
}
