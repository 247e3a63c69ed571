//! What changes when the code for formatted texts has come.

use web_sys::Element;

use super::msg::RootMsg;
use crate::browser::{sheets, text_heights};
use crate::parts::FormattingCode;
use crate::view::formatting_hands::act_by;
use crate::view::formatting_place::{format_by, take_wish};
use crate::widget::Part;

/// Has texts drawn by this code from now on. Those that stand in the thread as they were typed keep their room.
pub(super) fn from_now_on(code: &FormattingCode, thread: &Element) {
    text_heights::keep(thread);
    act_by(code.hands);
    format_by(code.views);
    sheets::wear(thread, code.sheet);
}

/// Asks for that code, if something was drawn that needs it.
pub(super) fn ask(deliver: &dyn Fn(RootMsg)) {
    if take_wish() {
        deliver(RootMsg::Widget(Part::Formatting.into()));
    }
}
