//! The place of what is formatted: the code that draws it comes when a text is drawn that needs it, or a reader begins to write.

use std::cell::Cell;

use yew::prelude::*;

use super::body_text::body_text;
use super::formatting_views::{FORMATTING_VIEWS, FormattingViews};
use crate::app::config::Config;
use crate::domain::body::Body;
use crate::domain::markup_signs::may_be_formatted;
use crate::domain::messages::Messages;
use crate::domain::syntax::Syntax;

thread_local! {
    static HERE: Cell<Option<&'static FormattingViews>> = const { Cell::new(None) };
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

/// From now on formatting is drawn by these.
pub fn format_by(views: &'static FormattingViews) {
    HERE.set(Some(views));
}

/// Whether something was drawn since this was asked last that needs the code for formatting.
pub fn take_wish() -> bool {
    WANTED.take()
}

/// What becomes of formatting.
#[derive(Clone, Copy)]
pub enum Formatting {
    /// The page has none: all texts stand as they were typed.
    Off,
    /// Its code is not here: texts stand as they were typed for now.
    Awaited,
    /// It is drawn by these.
    Here(&'static FormattingViews),
}

impl Formatting {
    /// What becomes of it now.
    pub(super) fn now(config: &Config) -> Self {
        if !config.formatting {
            return Self::Off;
        }
        let here = if cfg!(feature = "split") { HERE.get() } else { Some(&FORMATTING_VIEWS) };
        here.map_or(Self::Awaited, Self::Here)
    }

    /// What becomes of it in a text: nothing, where there is none in it.
    pub(super) fn of(self, body: &Body) -> Self {
        let is_formatted = || *body.syntax() == Syntax::Markdown && may_be_formatted(body.as_str());
        if self != Self::Off && is_formatted() { self } else { Self::Off }
    }

    /// Draws a text of which this is known; where the code that it needs is not here, as it was typed.
    pub(super) fn draw(self, body: &Body, messages: &Messages) -> Html {
        match self {
            Self::Here(views) => return (views.text)(body.as_str(), messages),
            Self::Awaited => WANTED.set(true),
            Self::Off => {}
        }
        body_text(body)
    }
}

/// There is one table of views.
impl PartialEq for Formatting {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}
