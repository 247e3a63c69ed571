//! Reading and writing a thread's records.

use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::local_storage::LocalStorage;
use super::neighbours;
use crate::app::Msg;
use crate::app::message::Found;
use crate::domain::operation_id::OperationId;
use crate::store::key_value::{KeyValue, write_once};
use crate::store::store_error::StoreError;
use crate::store::stored_text::StoredText;

/// How many records are read before the page gets a turn. 250 of them take about 8 ms on a slow phone.
const SLICE: usize = 250;

/// Reads all records under a prefix, a slice at a time; the first slice at once.
pub fn read(prefix: String, send: Rc<dyn Fn(Msg)>) {
    match LocalStorage.keys(&prefix) {
        Ok(keys) => read_slice(prefix, keys, send),
        Err(error) => send(Msg::FinishedReading { prefix, result: Err(error) }),
    }
}

fn read_slice(prefix: String, mut keys: Vec<String>, send: Rc<dyn Fn(Msg)>) {
    let rest = keys.split_off(keys.len().min(SLICE));
    let mut records = Vec::with_capacity(keys.len());
    for key in keys {
        match LocalStorage.get(&key) {
            Ok(Some(value)) => records.push(Found { key, value }),
            // Listed and not there: a key that Rust cannot spell. Its record is counted, and left alone.
            Ok(None) if key.contains('\u{fffd}') => records.push(Found { key, value: StoredText::Units(Vec::new()) }),
            Ok(None) => {}
            Err(error) => {
                send(Msg::ReadRecords { prefix: prefix.clone(), records });
                return send(Msg::FinishedReading { prefix, result: Err(error) });
            }
        }
    }
    send(Msg::ReadRecords { prefix: prefix.clone(), records });
    if rest.is_empty() {
        send(Msg::FinishedReading { prefix, result: Ok(()) });
    } else {
        // Not undone with the widget: an answer to nobody is dropped, and the closure ends with the last slice.
        Timeout::new(0, move || read_slice(prefix, rest, send)).forget();
    }
}

/// Writes a record once, and tells the page's other widgets if it is kept.
pub fn append(id: OperationId, key: String, value: String, teller: u32, send: &dyn Fn(Msg)) {
    let result = write_once(&LocalStorage, &key, &value);
    // Blocked storage leaves memory, which the page's widgets share.
    if matches!(result, Ok(()) | Err(StoreError::Blocked)) {
        neighbours::tell(teller, &Found { key, value: StoredText::Text(value) });
    }
    send(Msg::AppendedOperation { id, result });
}
