//! The formatting of comments: reading and drawing it, and the tools of whoever writes.

use web_sys::Element;

use super::part::part;
use crate::browser::{clipboard, text_field, text_heights};
use crate::view::formatting_hands::{Hands, act_by};
use crate::view::formatting_place::format_by;
use crate::view::formatting_views::FORMATTING_VIEWS;

/// The functions for formatting, and their looks.
#[derive(Clone, Copy, Debug)]
pub struct FormattingCode {
    /// Has texts drawn by this code from now on. Those that stand in this thread as they were typed keep their room.
    pub begin: fn(&Element),
    /// The style sheet of what it draws.
    pub sheet: &'static str,
}

static FORMATTING: FormattingCode = FormattingCode {
    begin,
    sheet: concat!(
        include_str!(concat!(env!("OUT_DIR"), "/styles/formatted.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/format_tools.css")),
    ),
};

static HANDS: Hands = Hands {
    copy: |text, done| clipboard::copy(text, done),
    write: text_field::write,
    listen: |field, name, heard| Box::new(text_field::listen(field, name, heard)),
    later: |millis, act| Box::new(text_field::later(millis, act)),
};

fn begin(thread: &Element) {
    text_heights::keep(thread);
    act_by(HANDS);
    format_by(&FORMATTING_VIEWS);
}

part! {
    /// Fetches what formatting needs, unless it is here.
    pub fn formatting() -> FormattingCode = FORMATTING
}
