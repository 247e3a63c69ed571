//! Everything that the mirror keeps, whatever the thread: over a connection of its own, closed at once.

use std::rc::Rc;

use js_sys::{Array, JsString};
use wasm_bindgen::prelude::*;

use super::indexed_db::{self, Database, IdbRequest, Mode};
use super::local_storage::stored_text;
use super::mirror_ask::at_end;
use super::mirror_database::{DATABASE, STORE, VERSION};
use crate::store::copy::request::Found;

/// Is called with what was found; `None` where there is something that could not be read.
type Hear = Rc<dyn Fn(Option<Vec<Found>>)>;

/// Reads everything and calls once with it; with nothing where there is no mirror. It may never call, if another page
/// holds the database.
pub(super) fn read(hear: Hear) {
    let nothing = Rc::clone(&hear);
    if open(hear).is_err() {
        // Refused outright: this page has no mirror.
        nothing(Some(Vec::new()));
    }
}

/// What there is where an error of this name is all that came.
fn nothing_or_unread(error: &JsValue) -> Option<Vec<Found>> {
    // Databases are forbidden here, or somebody else's has our name.
    let none = ["SecurityError", "InvalidStateError", "NotFoundError"];
    indexed_db::name_of(error).is_some_and(|name| none.contains(&name.as_str())).then(Vec::new)
}

fn open(hear: Hear) -> Result<(), JsValue> {
    let idb_request = indexed_db::factory().ok_or(JsValue::UNDEFINED)?.open(DATABASE, VERSION)?;
    let (making, opening) = (idb_request.clone(), idb_request.clone());
    let make = move |_| {
        // It is a new database, and must be one that everybody can use.
        let database: Database = indexed_db::outcome(&making).unchecked_into();
        let _ = database.create_object_store(STORE);
    };
    indexed_db::once(&idb_request, &["upgradeneeded"], Box::new(make))?;
    let opened = move |event: web_sys::Event| {
        event.prevent_default();
        let database: Database = indexed_db::outcome(&opening).unchecked_into();
        if event.type_() != "success" {
            hear(nothing_or_unread(&indexed_db::field(&opening, "error")));
        } else if let Err(thrown) = contents(database, Rc::clone(&hear)) {
            hear(nothing_or_unread(&thrown));
        }
    };
    indexed_db::once(&idb_request, &["success", "error"], Box::new(opened))
}

fn contents(database: Database, hear: Hear) -> Result<(), JsValue> {
    let transaction = indexed_db::begin(&database, STORE, Mode::Read)?;
    let store = transaction.object_store(STORE)?;
    let keys = store.get_all_keys(&indexed_db::every_key()?)?;
    let values = store.get_all(&indexed_db::every_key()?)?;
    let ended = move |_| {
        let _ = database.close();
        hear(pairs(&keys, &values));
    };
    at_end(&transaction, Box::new(ended))
}

fn pairs(keys: &IdbRequest, values: &IdbRequest) -> Option<Vec<Found>> {
    let keys = indexed_db::outcome(keys).dyn_into::<Array>().ok()?;
    let values = indexed_db::outcome(values).dyn_into::<Array>().ok()?;
    let pair = |index| {
        let key = keys.get(index).dyn_into::<JsString>().ok()?;
        let value = values.get(index).dyn_into::<JsString>().ok()?;
        Some(Found { key: String::from(key), value: stored_text(&value) })
    };
    Some((0..keys.length()).filter_map(pair).collect())
}
