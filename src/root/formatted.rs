//! What changes when the code for formatted texts has come.

use web_sys::Element;

use crate::browser::{sheets, text_heights};
use crate::parts::FormattingCode;
use crate::view::formatting_hands::act_by;
use crate::view::formatting_place::format_by;

/// Has texts drawn by this code from now on. Those that stand in the thread as they were typed keep their room.
pub(super) fn from_now_on(code: &FormattingCode, thread: &Element) {
    text_heights::keep(thread);
    act_by(code.hands);
    format_by(code.views);
    sheets::wear(thread, code.sheet);
}
