//! The published file on its way: first the part of the program that reads such files, then the file itself.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::missing::Missing;
use super::published::published;
use crate::app::effect::PublishedRequest;
use crate::app::msg::PublishedMsg;
use crate::browser::published_source::Coming;
use crate::widget::Msg;

/// What was asked for last. Dropping it ends the request, and nothing more is reported.
#[derive(Default)]
pub(super) struct PublishedFetch(Rc<Last>);

#[derive(Default)]
struct Last {
    /// The attempt, unless it was given up.
    attempt: Cell<Option<u32>>,
    file: RefCell<Option<Box<dyn Coming>>>,
}

impl PublishedFetch {
    /// Does what is asked for. What comes of it is sent.
    pub(super) fn carry_out(&self, request: PublishedRequest, send: Rc<dyn Fn(Msg)>) {
        let PublishedRequest::Fetch { address, attempt } = request else {
            return match request {
                PublishedRequest::More => self.0.file.borrow().iter().for_each(|file| file.more()),
                _ => self.give_up(None),
            };
        };
        self.give_up(Some(attempt));
        let last = Rc::downgrade(&self.0);
        spawn_local(async move {
            let part = published().await;
            let Some(last) = last.upgrade().filter(|last| last.attempt.get() == Some(attempt)) else { return };
            match part {
                Ok(part) => drop(last.file.replace(Some((part.begin)(address, attempt, send)))),
                Err(Missing) => send(PublishedMsg::Missed { attempt }.into()),
            }
        });
    }

    /// Ends what was asked for before; the attempt after it.
    fn give_up(&self, next: Option<u32>) {
        self.0.attempt.set(next);
        drop(self.0.file.take());
    }
}
