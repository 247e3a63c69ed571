//! Requests to the browser's key-value storage, each with its response at once.

use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::local_storage::LocalStorage;
use crate::app::config::Persistence;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::key_value::{KeyValue, write_once};
use crate::store::copy::request::{CopyId, Found, Request, Response};
use crate::store::copy::store_error::StoreError;
use crate::store::format::record_key;
use crate::store::format::stored_text::StoredText;

/// How many records are read before the page gets a turn. 250 of them take about 8 ms on a slow phone.
const SLICE: usize = 250;

type Hear = Rc<dyn Fn(Response)>;

/// The storage that a widget may use; `None` for one that is to keep nothing.
pub fn storage(persistence: Persistence) -> Option<LocalStorage> {
    match persistence {
        Persistence::Browser => Some(LocalStorage::Browser),
        Persistence::Session => Some(LocalStorage::Tab),
        Persistence::Nowhere => None,
    }
}

/// Puts a draft into the storage that a widget may use. Where that is refused nobody can be told: the page is being left.
pub fn put(persistence: Persistence, key: &str, value: &str) {
    if let Some(storage) = storage(persistence) {
        let _ = storage.set(key, value);
    }
}

/// Carries out a request to [`CopyId::Primary`]. Where nothing is to be kept, storage counts as blocked.
pub fn run(mut request: Request, persistence: Persistence, respond: &Hear) {
    let Some(storage) = storage(persistence) else {
        return request.ended(Err(StoreError::Blocked)).into_iter().for_each(|none| respond(none));
    };
    let ended = match &mut request {
        Request::List { thread, .. } => {
            let of_thread = |key: &String| record_key::thread_of(key) == Some(thread.as_str());
            let result = storage.keys("aw1").map(|keys| keys.into_iter().filter(of_thread).collect());
            return respond(Response::Listed { copy: CopyId::Primary, thread: thread.clone(), result });
        }
        Request::Fetch { thread, keys, .. } => {
            return fetch(storage, thread.clone(), std::mem::take(keys), Rc::clone(respond));
        }
        Request::Write { key, value, .. } => write_once(&storage, key, value),
        Request::Check { key, value } => storage.get(key).and_then(|held| match held {
            Some(StoredText::Text(held)) if *held == **value => Ok(()),
            Some(_) => Err(StoreError::Taken),
            None => Err(StoreError::Vanished),
        }),
        Request::Put { key, value, .. } => storage.set(key, value),
        Request::Remove { keys, .. } => keys.iter().try_for_each(|key| storage.remove(key)),
    };
    request.ended(ended).into_iter().for_each(|end| respond(end));
}

fn fetch(storage: LocalStorage, thread: ThreadKey, mut keys: Vec<String>, respond: Hear) {
    let copy = CopyId::Primary;
    let rest = keys.split_off(keys.len().min(SLICE));
    let mut records = Vec::with_capacity(keys.len());
    let mut end = rest.is_empty().then_some(Ok(()));
    for key in keys {
        match storage.get(&key) {
            Ok(Some(value)) => records.push(Found { key, value }),
            // Listed and not there: a key that Rust cannot spell. Its record is counted, and left alone.
            Ok(None) if key.contains('\u{fffd}') => records.push(Found { key, value: StoredText::Units(Vec::new()) }),
            Ok(None) => {}
            Err(error) => {
                end = Some(Err(error));
                break;
            }
        }
    }
    respond(Response::Fetched { copy, thread: thread.clone(), records, end });
    if end.is_none() {
        // Not undone with the widget: a response to nobody is dropped, and the closure ends with the last slice.
        Timeout::new(0, move || fetch(storage, thread, rest, respond)).forget();
    }
}
