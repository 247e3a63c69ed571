//! The file that a page publishes: fetching it, and reading it piece by piece.

use std::rc::Rc;

use super::part::part;
use crate::app::msg::PublishedMsg;
use crate::app::published::READING;
use crate::browser::published_source::{Coming, PublishedLoad};
use crate::widget::Msg;

/// Where what happens goes.
type Send = Rc<dyn Fn(Msg)>;

/// The functions for published files.
#[derive(Clone, Copy, Debug)]
pub(super) struct PublishedCode {
    /// Hands over what reads the file, and asks for the file at an address (relative to the page) as this attempt. What comes of it is
    /// sent. Dropping what it gives ends the request.
    pub(super) begin: fn(String, u32, Send) -> Box<dyn Coming>,
}

static PUBLISHED: PublishedCode = PublishedCode { begin };

fn begin(address: String, attempt: u32, send: Send) -> Box<dyn Coming> {
    send(PublishedMsg::Came(READING).into());
    let report = move |piece| send(PublishedMsg::Read { attempt, piece }.into());
    Box::new(PublishedLoad::begin(address, Rc::new(report)))
}

part! {
    /// Fetches what published files need, unless it is here.
    pub(super) fn published() -> PublishedCode = PUBLISHED
}
