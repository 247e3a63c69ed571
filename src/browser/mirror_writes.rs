//! Several writes to the mirror in one transaction.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Event;

use super::indexed_db::{self, Store, Transaction};
use super::mirror_ask::{Ask, Ended, at_end};
use crate::store::copy::request::Request;
use crate::store::copy::store_error::StoreError;

/// Looks first and adds only where nothing stands, in one transaction, which no other page can come between.
pub(super) fn write(
    transaction: &Transaction,
    store: &Store,
    asks: Rc<[Ask]>,
    again: fn(Vec<Ask>),
) -> Result<(), JsValue> {
    let mut outcomes = Vec::new();
    for ask in &*asks {
        let last = outcomes.len() + 1 == asks.len();
        if let Request::Write { key, value, .. } = &ask.request {
            let finishing = last.then(|| transaction.clone());
            outcomes.push(write_one(store, key.clone(), Rc::clone(value), finishing)?);
        }
    }
    at_end(transaction, Box::new(move |ended| respond(&asks, &outcomes, ended, again)))
}

/// Gives where the outcome will stand when the transaction is at its end.
fn write_one(
    store: &Store,
    key: String,
    value: Rc<str>,
    finishing: Option<Transaction>,
) -> Result<Rc<Cell<Ended>>, JsValue> {
    let idb_request = store.get(&key)?;
    let outcome = Rc::new(Cell::new(Err(StoreError::Failed)));
    let (found, set, store) = (idb_request.clone(), Rc::clone(&outcome), store.clone());
    let look = move |_: Event| {
        let held = indexed_db::outcome(&found);
        if held.is_undefined() {
            // If this throws, the outcome stays a failure.
            let _ = add(&store, &key, &value, set);
        } else {
            set.set(if held == JsValue::from_str(&value) { Ok(()) } else { Err(StoreError::Taken) });
        }
        if let Some(transaction) = &finishing {
            indexed_db::finish(transaction);
        }
    };
    indexed_db::once(&idb_request, &["success"], Box::new(look))?;
    Ok(outcome)
}

/// Its own event says whether it worked: Firefox completes a transaction that was told to finish, whatever failed in it.
fn add(store: &Store, key: &str, value: &str, outcome: Rc<Cell<Ended>>) -> Result<(), JsValue> {
    let idb_request = store.add(value, key)?;
    let adding = idb_request.clone();
    let added = move |event: Event| {
        outcome.set(if event.type_() == "success" { Ok(()) } else { Err(indexed_db::failure(&adding)) });
    };
    indexed_db::once(&idb_request, &["success", "error"], Box::new(added))
}

fn respond(asks: &[Ask], outcomes: &[Rc<Cell<Ended>>], ended: Ended, again: fn(Vec<Ask>)) {
    if ended.is_err() && asks.len() > 1 {
        // One that has no space must not take the others with it.
        for ask in asks {
            again(vec![ask.clone()]);
        }
        return;
    }
    for (ask, outcome) in asks.iter().zip(outcomes) {
        let result = match (ended, outcome.get()) {
            // WebKit's transaction does not say why.
            (Err(StoreError::Failed), Err(own)) => Err(own),
            (ended, own) => ended.and(own),
        };
        ask.end(result);
    }
}
