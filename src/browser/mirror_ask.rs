//! What is asked of the mirror, and how it ends.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Event;

use super::indexed_db::{self, Transaction};
use crate::store::copy::request::{Request, Response};
use crate::store::copy::store_error::StoreError;

/// Who hears a response.
pub(super) type Hear = Rc<dyn Fn(Response)>;
/// How a transaction, or something asked in it, ended.
pub(super) type Ended = Result<(), StoreError>;

/// A request, and who wants its response.
#[derive(Clone)]
pub(super) struct Ask {
    /// The request.
    pub(super) request: Request,
    /// Is called with every response.
    pub(super) respond: Hear,
}

impl Ask {
    /// Responds by how the request ended, if it has found nothing.
    pub(super) fn end(&self, ended: Ended) {
        self.request.ended(ended).into_iter().for_each(|response| (self.respond)(response));
    }
}

/// Calls once when the transaction is complete or has come to nothing.
pub(super) fn at_end(transaction: &Transaction, hear: Box<dyn FnOnce(Ended)>) -> Result<(), JsValue> {
    let ending = transaction.clone();
    let hear = move |event: Event| {
        hear(if event.type_() == "complete" { Ok(()) } else { Err(indexed_db::failure(&ending)) });
    };
    indexed_db::once(transaction, &["complete", "abort"], Box::new(hear))
}
