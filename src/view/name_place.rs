//! The place of a name that is odd: what draws it comes when a thread has one.

use std::cell::Cell;

use yew::prelude::*;

use super::names::odd_name;
use crate::app::names::Oddity;
use crate::domain::author::Author;
use crate::domain::messages::Messages;

/// Draws an odd name.
pub type DrawName = fn(&Messages, &Author, Oddity) -> Html;

thread_local! {
    static HERE: Cell<Option<DrawName>> = const { Cell::new(None) };
}

/// From now on odd names are drawn by this.
pub fn draw_names_by(draw: DrawName) {
    HERE.set(Some(draw));
}

/// Draws a name, if it is odd and what draws it is here.
pub(super) fn name_place(messages: &Messages, author: &Author, odd: Oddity) -> Option<Html> {
    let draw = if cfg!(feature = "split") { HERE.get() } else { Some(odd_name as DrawName) };
    draw.filter(|_| odd != Oddity::default()).map(|draw| draw(messages, author, odd))
}
