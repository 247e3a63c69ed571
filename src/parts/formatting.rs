//! The formatting of comments: reading and drawing it, and the tools of whoever writes.

use super::part::part;
use crate::browser::{clipboard, text_field};
use crate::view::formatting_hands::Hands;
use crate::view::formatting_views::{FORMATTING_VIEWS, FormattingViews};

/// The functions for formatting, and their looks.
#[derive(Clone, Copy, Debug)]
pub struct FormattingCode {
    /// Draws it.
    pub views: &'static FormattingViews,
    /// What these do in the page.
    pub hands: Hands,
    /// The style sheet of what they draw.
    pub sheet: &'static str,
}

static FORMATTING: FormattingCode = FormattingCode {
    views: &FORMATTING_VIEWS,
    hands: Hands {
        copy: |text, done| clipboard::copy(text, done),
        write: text_field::write,
        listen: |field, name, heard| Box::new(text_field::listen(field, name, heard)),
        later: |millis, act| Box::new(text_field::later(millis, act)),
    },
    sheet: concat!(
        include_str!(concat!(env!("OUT_DIR"), "/styles/formatted.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/format_tools.css")),
    ),
};

part! {
    /// Fetches what formatting needs, unless it is here.
    pub fn formatting() -> FormattingCode = FORMATTING
}
