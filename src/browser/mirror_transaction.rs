//! Each request to the mirror as one transaction, and its end as the response.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, JsString};
use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::indexed_db::{self, Database, IdbRequest, Mode, Store, Transaction};
use super::local_storage::stored_text;
use super::mirror_ask::{Ask, Ended, Hear, at_end};
use super::mirror_database::STORE;
use super::mirror_writes;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::{CopyId, Found, Request, Response};
use crate::store::copy::store_error::StoreError;
use crate::store::format::record_key;
use crate::store::format::stored_text::StoredText;

/// How many records are read before the page gets a turn.
const SLICE: usize = 250;

/// Begins the transaction for one request, or for several writes; those that come to nothing together are asked `again`, each by
/// itself.
///
/// # Errors
/// What the browser threw; there will be no response then.
pub(super) fn begin(database: &Database, asks: &Rc<[Ask]>, again: fn(Vec<Ask>)) -> Result<(), JsValue> {
    let Some(ask) = asks.first() else { return Ok(()) };
    let mode = match ask.request {
        Request::List { .. } | Request::Fetch { .. } => Mode::Read,
        _ => Mode::Write,
    };
    let transaction = indexed_db::begin(database, STORE, mode)?;
    let store = transaction.object_store(STORE)?;
    match &ask.request {
        Request::List { thread, .. } => list(&transaction, &store, thread.clone(), Rc::clone(&ask.respond)),
        Request::Fetch { thread, keys, .. } => {
            let respond = Rc::clone(&ask.respond);
            Fetching { transaction, store, thread: thread.clone(), respond }.begin(keys)
        }
        Request::Write { .. } => mirror_writes::write(&transaction, &store, Rc::clone(asks), again),
        Request::Put { key, value, .. } => {
            store.put(value, key)?;
            indexed_db::finish(&transaction);
            Ok(())
        }
        // Not told to finish: Firefox then completes it even if a key could not be removed.
        Request::Remove { keys, .. } => {
            for key in keys {
                store.delete(key)?;
            }
            let ask = ask.clone();
            at_end(&transaction, Box::new(move |ended| ask.end(ended)))
        }
        Request::Check { .. } => Ok(()),
    }
}

fn list(transaction: &Transaction, store: &Store, thread: ThreadKey, respond: Hear) -> Result<(), JsValue> {
    let mut idb_requests = Vec::new();
    for prefix in record_key::prefixes(&thread) {
        idb_requests.push(store.get_all_keys(&indexed_db::beginning_with(&prefix)?)?);
    }
    let ended = move |ended: Ended| {
        let mut keys = Vec::new();
        for idb_request in &idb_requests {
            add_keys(idb_request, &mut keys);
        }
        respond(Response::Listed { copy: CopyId::Mirror, thread, result: ended.map(|()| keys) });
    };
    at_end(transaction, Box::new(ended))
}

/// A key that is not well-formed is listed with U+FFFD in it, and then holds nothing.
fn add_keys(idb_request: &IdbRequest, keys: &mut Vec<String>) {
    if let Ok(found) = indexed_db::outcome(idb_request).dyn_into::<Array>() {
        for index in 0..found.length() {
            keys.extend(found.get(index).dyn_into::<JsString>().map(String::from));
        }
    }
}

/// Keys that are read in one transaction, slice by slice.
struct Fetching {
    transaction: Transaction,
    store: Store,
    thread: ThreadKey,
    respond: Hear,
}

impl Fetching {
    fn begin(self, keys: &[String]) -> Result<(), JsValue> {
        // Set once the last slice has been handed over.
        let responded = Rc::new(Cell::new(false));
        // A record that cannot be read must not take the others with it.
        let deaf = indexed_db::ear(|event| event.prevent_default());
        indexed_db::listen(&self.transaction, &["error"], &deaf)?;
        let (done, respond, thread) = (Rc::clone(&responded), Rc::clone(&self.respond), self.thread.clone());
        let unread = if keys.is_empty() { Ok(()) } else { Err(StoreError::Failed) };
        let ended = move |ended: Ended| {
            drop(deaf);
            if !done.get() {
                let end = Some(ended.and(unread));
                respond(Response::Fetched { copy: CopyId::Mirror, thread, records: Vec::new(), end });
            }
        };
        let transaction = self.transaction.clone();
        Rc::new(self).slice(Rc::from(keys), 0, responded)?;
        at_end(&transaction, Box::new(ended))
    }

    /// Asks for the slice that begins at `from`; the responses come in the order of the requests.
    fn slice(self: Rc<Self>, keys: Rc<[String]>, from: usize, responded: Rc<Cell<bool>>) -> Result<(), JsValue> {
        let upto = keys.len().min(from + SLICE);
        let mut idb_requests = Vec::new();
        for key in keys.get(from..upto).unwrap_or_default() {
            idb_requests.push(self.store.get(key)?);
        }
        let Some(last) = idb_requests.last().cloned() else {
            return Ok(());
        };
        let read = move |_: Event| {
            let slice = keys.get(from..upto).unwrap_or_default();
            let mut records = Vec::new();
            for (key, idb_request) in slice.iter().zip(&idb_requests) {
                records.extend(found(key, idb_request));
            }
            // The next request before the response: a transaction with nothing left to do ends.
            let more = upto < keys.len();
            let next = if more { Rc::clone(&self).slice(keys, upto, Rc::clone(&responded)) } else { Ok(()) };
            let end = if more { next.err().map(|_| Err(StoreError::Failed)) } else { Some(Ok(())) };
            responded.set(end.is_some());
            (self.respond)(Response::Fetched { copy: CopyId::Mirror, thread: self.thread.clone(), records, end });
        };
        indexed_db::once(&last, &["success", "error"], Box::new(read))
    }
}

/// What is there but is no text that Rust can spell is counted, and left alone.
fn found(key: &str, idb_request: &IdbRequest) -> Option<Found> {
    let held = indexed_db::outcome(idb_request);
    let failed = indexed_db::field(idb_request, "error").is_object();
    let value = match held.dyn_into::<JsString>() {
        Ok(text) => stored_text(&text),
        Err(held) if held.is_undefined() && !failed && !key.contains('\u{fffd}') => return None,
        Err(_) => StoredText::Units(Vec::new()),
    };
    Some(Found { key: key.to_owned(), value })
}
