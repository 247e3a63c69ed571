//! `localStorage` itself.

use article_widget::browser::local_storage::LocalStorage;
use article_widget::store::copy::key_value::{KeyValue, write_once};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::stored_text::StoredText;
use js_sys::{Function, JsString};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[path = "../support/key_value_contract.rs"]
mod key_value_contract;

/// Calls a function of `localStorage` with values that Rust strings cannot hold.
fn set_raw(key: &str, units: &[u16]) {
    let set = Function::new_with_args("key, value", "localStorage.setItem(key, value)");
    let value = JsString::from_char_code(units);
    set.call2(&JsValue::NULL, &JsValue::from_str(key), &value).expect("setting a key");
}

fn clear() {
    Function::new_no_args("localStorage.clear()").call0(&JsValue::NULL).expect("clearing");
}

#[wasm_bindgen_test]
fn local_storage_keeps_the_contract() {
    clear();
    key_value_contract::holds(&LocalStorage::Browser, "test:");
    clear();
}

#[wasm_bindgen_test]
fn what_is_not_well_formed_is_read_as_it_is_and_not_overwritten() {
    clear();
    set_raw("test:bad", &[0x31, 0xd800, 0x32]);
    let bad = StoredText::Units(vec![0x31, 0xd800, 0x32]);
    assert_eq!(LocalStorage::Browser.get("test:bad"), Ok(Some(bad.clone())));
    assert_eq!(write_once(&LocalStorage::Browser, "test:bad", "1"), Err(StoreError::Taken));
    assert_eq!(LocalStorage::Browser.get("test:bad"), Ok(Some(bad)));
    clear();
}

#[wasm_bindgen_test]
fn a_full_storage_says_that_it_is_full_and_keeps_what_it_has() {
    clear();
    assert_eq!(LocalStorage::Browser.set("test:small", "kept"), Ok(()));
    let fill = "x".repeat(5 * 1024 * 1024 - 100);
    assert_eq!(LocalStorage::Browser.set("test:fill", &fill), Ok(()));
    assert_eq!(write_once(&LocalStorage::Browser, "test:more", &"y".repeat(1000)), Err(StoreError::Full));
    assert_eq!(LocalStorage::Browser.get("test:more"), Ok(None));
    assert_eq!(LocalStorage::Browser.get("test:small"), Ok(Some(StoredText::from("kept"))));
    clear();
}
