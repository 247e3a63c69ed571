//! What every store that keeps text under keys must do: one suite, run on memory natively and on `localStorage` in a
//! browser.

use article_widget::store::copy::key_value::{KeyValue, write_once};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::stored_text::StoredText;

/// Runs the whole suite on a store that holds nothing under `prefix`.
#[track_caller]
pub(crate) fn holds(storage: &dyn KeyValue, prefix: &str) {
    nothing_is_there_at_first(storage, prefix);
    a_value_comes_back_as_it_was(storage, prefix);
    keys_are_listed_by_prefix(storage, prefix);
    a_value_is_written_once(storage, prefix);
    what_is_removed_is_gone(storage, prefix);
}

#[track_caller]
fn what_is_removed_is_gone(storage: &dyn KeyValue, prefix: &str) {
    let (gone, kept) = (format!("{prefix}gone"), format!("{prefix}gone:not"));
    for key in [&gone, &kept] {
        assert_eq!(storage.set(key, "x"), Ok(()));
    }
    assert_eq!(storage.remove(&gone), Ok(()));
    assert_eq!(storage.remove(&gone), Ok(()), "removing nothing is no failure");
    assert_eq!(storage.get(&gone), Ok(None));
    assert_eq!(storage.get(&kept), Ok(Some(StoredText::from("x"))));
}

#[track_caller]
fn nothing_is_there_at_first(storage: &dyn KeyValue, prefix: &str) {
    assert_eq!(storage.get(&format!("{prefix}none")), Ok(None));
    assert_eq!(storage.keys(prefix), Ok(Vec::new()));
}

#[track_caller]
fn a_value_comes_back_as_it_was(storage: &dyn KeyValue, prefix: &str) {
    let key = format!("{prefix}value");
    for value in ["", "plain", "\u{0}\u{1}\u{7f}", "é👩‍👩‍👧‍👦\u{2028}\u{feff}\u{ffff}", "שלום\r\n\t", "\"\\u0041"]
    {
        assert_eq!(storage.set(&key, value), Ok(()));
        assert_eq!(storage.get(&key), Ok(Some(StoredText::from(value))));
    }
}

#[track_caller]
fn keys_are_listed_by_prefix(storage: &dyn KeyValue, prefix: &str) {
    for name in ["list:a", "list:b", "lis"] {
        assert_eq!(storage.set(&format!("{prefix}{name}"), "x"), Ok(()));
    }
    let mut keys = storage.keys(&format!("{prefix}list:")).unwrap_or_default();
    keys.sort();
    assert_eq!(keys, [format!("{prefix}list:a"), format!("{prefix}list:b")]);
}

#[track_caller]
fn a_value_is_written_once(storage: &dyn KeyValue, prefix: &str) {
    let key = format!("{prefix}once");
    assert_eq!(write_once(storage, &key, "first"), Ok(()));
    assert_eq!(write_once(storage, &key, "first"), Ok(()));
    assert_eq!(write_once(storage, &key, "second"), Err(StoreError::Taken));
    assert_eq!(storage.get(&key), Ok(Some(StoredText::from("first"))));
}
