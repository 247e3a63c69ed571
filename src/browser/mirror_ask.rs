//! What is asked of the mirror, and how it ends.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Event;

use super::indexed_db::{self, Transaction};
use crate::store::copy::order::{Answer, Order};
use crate::store::copy::store_error::StoreError;

/// Who hears an answer.
pub(super) type Hear = Rc<dyn Fn(Answer)>;
/// How a transaction, or something asked in it, ended.
pub(super) type Ended = Result<(), StoreError>;

/// An order, and who wants its answer.
#[derive(Clone)]
pub(super) struct Ask {
    /// The order.
    pub(super) order: Order,
    /// Is called with every answer.
    pub(super) answer: Hear,
}

impl Ask {
    /// Answers by how the order ended, if it has found nothing.
    pub(super) fn end(&self, ended: Ended) {
        self.order.ended(ended).into_iter().for_each(|answer| (self.answer)(answer));
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
