//! Everything that the mirror keeps, whatever the thread: over a connection of its own, closed at once.

use std::rc::Rc;

use js_sys::{Array, JsString};
use wasm_bindgen::prelude::*;

use super::indexed_db::{self, Database, Mode, Request};
use super::local_storage::stored_text;
use super::mirror::{DATABASE, STORE, VERSION};
use super::mirror_transaction::at_end;
use crate::store::order::Found;

/// Reads everything and calls once with it; with nothing where there is no mirror. It may never call, if another page
/// holds the database.
pub(super) fn read(hear: Rc<dyn Fn(Vec<Found>)>) {
    let nothing = Rc::clone(&hear);
    if open(hear).is_err() {
        nothing(Vec::new());
    }
}

fn open(hear: Rc<dyn Fn(Vec<Found>)>) -> Result<(), JsValue> {
    let request = indexed_db::factory().ok_or(JsValue::UNDEFINED)?.open(DATABASE, VERSION)?;
    let (making, opening) = (request.clone(), request.clone());
    let make = move |_| {
        // It is a new database, and must be one that everybody can use.
        let database: Database = indexed_db::outcome(&making).unchecked_into();
        let _ = database.create_object_store(STORE);
    };
    indexed_db::once(&request, &["upgradeneeded"], Box::new(make))?;
    let opened = move |event: web_sys::Event| {
        event.prevent_default();
        let database: Database = indexed_db::outcome(&opening).unchecked_into();
        let nothing = Rc::clone(&hear);
        if event.type_() != "success" || contents(database, Rc::clone(&hear)).is_err() {
            nothing(Vec::new());
        }
    };
    indexed_db::once(&request, &["success", "error"], Box::new(opened))
}

fn contents(database: Database, hear: Rc<dyn Fn(Vec<Found>)>) -> Result<(), JsValue> {
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

fn pairs(keys: &Request, values: &Request) -> Vec<Found> {
    let (Ok(keys), Ok(values)) =
        (indexed_db::outcome(keys).dyn_into::<Array>(), indexed_db::outcome(values).dyn_into::<Array>())
    else {
        return Vec::new();
    };
    let pair = |index| {
        let key = keys.get(index).dyn_into::<JsString>().ok()?;
        let value = values.get(index).dyn_into::<JsString>().ok()?;
        Some(Found { key: String::from(key), value: stored_text(&value) })
    };
    (0..keys.length()).filter_map(pair).collect()
}
