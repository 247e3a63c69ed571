//! The article on its way: first the part of the program that reads articles, then the article itself.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::msg::RootMsg;
use crate::app::msg::ArticleMsg;
use crate::browser::fetching::Load;
use crate::domain::article_error::ArticleError;
use crate::parts;

/// What was asked for last. Dropping it ends the request, and its end is then not reported.
#[derive(Default)]
pub(super) struct ArticleFetch(Rc<Last>);

#[derive(Default)]
struct Last {
    attempt: Cell<u32>,
    load: RefCell<Option<Load>>,
}

impl ArticleFetch {
    /// Asks for the article at `src` (relative to the page), in place of what was asked for before, and reports once how it went.
    pub(super) fn begin(&self, src: String, attempt: u32, deliver: Rc<dyn Fn(RootMsg)>) {
        self.0.attempt.set(attempt);
        drop(self.0.load.take());
        let last = Rc::downgrade(&self.0);
        spawn_local(async move {
            let part = parts::article().await;
            let Some(last) = last.upgrade().filter(|last| last.attempt.get() == attempt) else { return };
            let report = move |result| deliver(RootMsg::Widget(ArticleMsg::Loaded { attempt, result }.into()));
            match part {
                Ok(part) => drop(last.load.replace(Some((part.load)(src, Box::new(report))))),
                Err(parts::Missing) => report(Err(ArticleError::Reader)),
            }
        });
    }
}
