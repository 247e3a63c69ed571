//! IndexedDB as this program calls it: every call may throw, and every event is heard by a closure that is freed.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::page;
use crate::store::copy::store_error::StoreError;

// Bound by hand: web_sys knows `durability` only as an unstable API, and its getters trap where the browser throws.
#[wasm_bindgen]
extern "C" {
    /// `IDBFactory`.
    pub(super) type Factory;
    #[wasm_bindgen(method, catch)]
    pub(super) fn open(this: &Factory, name: &str, version: u32) -> Result<IdbRequest, JsValue>;

    /// `IDBDatabase`.
    #[derive(Clone)]
    pub(super) type Database;
    #[wasm_bindgen(method, catch, js_name = createObjectStore)]
    pub(super) fn create_object_store(this: &Database, name: &str) -> Result<Store, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Database, store: &str, mode: &str, options: &Object) -> Result<Transaction, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub(super) fn close(this: &Database) -> Result<(), JsValue>;

    /// `IDBTransaction`.
    #[derive(Clone)]
    pub(super) type Transaction;
    #[wasm_bindgen(method, catch, js_name = objectStore)]
    pub(super) fn object_store(this: &Transaction, name: &str) -> Result<Store, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn commit(this: &Transaction) -> Result<(), JsValue>;

    /// `IDBObjectStore` of string values under string keys that are not part of the values.
    #[derive(Clone)]
    pub(super) type Store;
    #[wasm_bindgen(method, catch)]
    pub(super) fn get(this: &Store, key: &str) -> Result<IdbRequest, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAllKeys)]
    pub(super) fn get_all_keys(this: &Store, range: &KeyRange) -> Result<IdbRequest, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAll)]
    pub(super) fn get_all(this: &Store, range: &KeyRange) -> Result<IdbRequest, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub(super) fn add(this: &Store, value: &str, key: &str) -> Result<IdbRequest, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub(super) fn put(this: &Store, value: &str, key: &str) -> Result<IdbRequest, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub(super) fn delete(this: &Store, key: &str) -> Result<IdbRequest, JsValue>;

    /// `IDBRequest`, also the kind that opens a database (`IDBOpenDBRequest`).
    #[derive(Clone)]
    pub(super) type IdbRequest;

    /// `IDBKeyRange`.
    #[wasm_bindgen(js_name = IDBKeyRange)]
    pub(super) type KeyRange;
    #[wasm_bindgen(static_method_of = KeyRange, js_class = "IDBKeyRange", catch)]
    fn bound(lower: &str, upper: &str, without_lower: bool, without_upper: bool) -> Result<KeyRange, JsValue>;

    /// `EventTarget`: a database, transaction or request, which have events.
    type Source;
    #[wasm_bindgen(method, catch, js_name = addEventListener)]
    fn add_event_listener(this: &Source, name: &str, hear: &JsValue) -> Result<(), JsValue>;
}

/// `window.indexedDB`; `None` where there is none, or where the page may not use it (the getter itself can throw).
pub(super) fn factory() -> Option<Factory> {
    let factory = field(&page::window()?.into(), "indexedDB");
    factory.is_object().then(|| factory.unchecked_into())
}

/// Whether a transaction may write.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// It only reads.
    Read,
    /// It writes too, and what it wrote is on disk once it is complete.
    Write,
}

/// Begins a transaction over one object store.
pub(super) fn begin(database: &Database, store: &str, mode: Mode) -> Result<Transaction, JsValue> {
    let options = Object::new();
    let mode = match mode {
        Mode::Read => "readonly",
        Mode::Write => {
            Reflect::set(&options, &JsValue::from_str("durability"), &JsValue::from_str("strict"))?;
            "readwrite"
        }
    };
    database.transaction(store, mode, &options)
}

/// Says that nothing more will be asked, so that the transaction goes through even if the page is left now.
pub(super) fn finish(transaction: &Transaction) {
    // Old browsers have no `commit`: there the transaction completes by itself once nothing more is asked.
    let _ = transaction.commit();
}

/// The range of all keys that begin with `prefix`, which ends with a colon.
pub(super) fn beginning_with(prefix: &str) -> Result<KeyRange, JsValue> {
    // `;` is the character after the colon, so this is the least text above all that begin with the prefix.
    let end = format!("{};", prefix.strip_suffix(':').unwrap_or(prefix));
    KeyRange::bound(prefix, &end, false, true)
}

/// The range of all keys of the widget, whatever they are for.
pub(super) fn every_key() -> Result<KeyRange, JsValue> {
    KeyRange::bound("aw1", "aw2", false, true)
}

/// The result of a request; `undefined` if it failed or is not done.
pub(super) fn outcome(idb_request: &IdbRequest) -> JsValue {
    field(idb_request, "result")
}

/// Why a request or a transaction failed.
pub(super) fn failure(failed: &JsValue) -> StoreError {
    match name_of(&field(failed, "error")).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        // Only `add` fails so: there is a value under the key.
        Some("ConstraintError") => StoreError::Taken,
        _ => StoreError::Failed,
    }
}

/// The name of a thrown or reported error.
pub(super) fn name_of(error: &JsValue) -> Option<String> {
    field(error, "name").as_string()
}

/// A property, where even asking may throw.
pub(super) fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A closure that hears any number of events, as long as it is kept.
pub(super) type Ear = Closure<dyn FnMut(Event)>;

/// Makes an [`Ear`]. It is freed when it is dropped, and may be dropped while it is being called.
pub(super) fn ear(hear: impl FnMut(Event) + 'static) -> Ear {
    Closure::wrap(Box::new(hear))
}

/// Lets an [`Ear`] hear the events of these names.
pub(super) fn listen(source: &JsValue, names: &[&str], ear: &Ear) -> Result<(), JsValue> {
    let source = source.unchecked_ref::<Source>();
    names.iter().try_for_each(|name| source.add_event_listener(name, ear.as_ref()))
}

/// Calls `hear` at the first of these events, and then frees it. If none ever comes, the browser's garbage collection frees it.
pub(super) fn once(source: &JsValue, names: &[&str], hear: Box<dyn FnOnce(Event)>) -> Result<(), JsValue> {
    let hear = Closure::once_into_js(hear);
    let source = source.unchecked_ref::<Source>();
    names.iter().try_for_each(|name| source.add_event_listener(name, &hear))
}
