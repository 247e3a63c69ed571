//! The mirror in a real IndexedDB: what is written stays as it is, under the keys of its thread.
#![expect(clippy::panic, reason = "a test fails by panicking, its helpers too")]

use std::cell::RefCell;
use std::rc::Rc;

use article_widget::browser::mirror::Mirror;
use article_widget::store::copy::request::{CopyId, Found, Request, Response};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::stored_text::StoredText;
use js_sys::JsString;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mirror_support::{
    COPY, delete_database, fetched, found, listed, other_page, page, put, removed, responses, thread, write, written,
};

#[wasm_bindgen_test]
async fn a_value_is_written_once_and_read_back() {
    delete_database().await;
    assert_eq!(written("a", "one \u{1f600}").await, Ok(()));
    assert_eq!(written("a", "one \u{1f600}").await, Ok(()));
    assert_eq!(written("a", "two").await, Err(StoreError::Taken));
    assert_eq!(fetched(&["a", "absent"]).await, [found("a", "one \u{1f600}")]);
    assert_eq!(other_page("return get('a')", &JsValue::NULL).await, JsValue::from_str("one \u{1f600}"));
}

#[wasm_bindgen_test]
async fn two_writes_of_one_key_at_once_leave_the_first() {
    delete_database().await;
    let heard = Rc::new(RefCell::new(Vec::new()));
    for value in ["first", "second"] {
        let heard = Rc::clone(&heard);
        Mirror::run(write("a", value), Rc::new(move |response| heard.borrow_mut().push(response)));
    }
    assert_eq!(fetched(&["a"]).await, [found("a", "first")]);
    let results: Vec<_> = heard
        .take()
        .into_iter()
        .map(|response| match response {
            Response::Wrote { result, .. } => result,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(results, [Ok(()), Err(StoreError::Taken)]);
}

#[wasm_bindgen_test]
async fn what_was_asked_first_happens_first() {
    delete_database().await;
    let unheard: Rc<dyn Fn(Response)> = Rc::new(|_| ());
    Mirror::run(write("a", "1"), Rc::clone(&unheard));
    assert_eq!(removed(&["a"]).await, Ok(()));
    Mirror::run(write("b", "1"), unheard);
    assert_eq!(fetched(&["a", "b"]).await, [found("b", "1")]);
}

#[wasm_bindgen_test]
async fn what_is_written_is_asked_to_be_on_disk() {
    delete_database().await;
    page(
        "window.real = IDBDatabase.prototype.transaction;
        window.asked = [];
        IDBDatabase.prototype.transaction = function (...all) {
            const transaction = real.apply(this, all);
            asked.push(transaction.mode + ' ' + transaction.durability);
            return transaction;
        }",
        &JsValue::NULL,
    )
    .await;
    assert_eq!(written("a", "1").await, Ok(()));
    assert_eq!(removed(&["a"]).await, Ok(()));
    assert_eq!(fetched(&["a"]).await, []);
    let asked = page("IDBDatabase.prototype.transaction = real; return asked.join()", &JsValue::NULL).await;
    assert_eq!(asked.as_string().expect("a text"), "readwrite strict,readwrite strict,readonly default");
}

#[wasm_bindgen_test]
async fn a_draft_is_set_again_and_again_and_removed() {
    delete_database().await;
    let unheard: Rc<dyn Fn(Response)> = Rc::new(|response| panic!("{response:?}"));
    Mirror::run(put("d", "first"), Rc::clone(&unheard));
    Mirror::run(put("d", "second"), Rc::clone(&unheard));
    assert_eq!(fetched(&["d"]).await, [found("d", "second")]);
    Mirror::run(put("d", "third"), unheard);
    assert_eq!(fetched(&["d"]).await, [found("d", "third")]);
    assert_eq!(removed(&["d", "absent"]).await, Ok(()));
    assert_eq!(fetched(&["d"]).await, []);
    assert_eq!(removed(&[]).await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_list_names_the_keys_of_one_thread_only() {
    delete_database().await;
    let (ours, theirs) = (thread("ours"), thread("theirs"));
    assert_eq!(listed(&ours).await, Ok(vec![]));
    let mut keys: Vec<String> = ["aw1", "aw1i", "aw1g", "aw1d"]
        .iter()
        .flat_map(|family| {
            [format!("{family}:{ours}:"), format!("{family}:{ours}:a"), format!("{family}:{ours}:\u{ffff}")]
        })
        .collect();
    for key in &keys {
        assert_eq!(written(key, "x").await, Ok(()));
    }
    for key in [format!("aw1:{theirs}:a"), format!("aw1:{ours}"), format!("aw1:{ours};"), "aw1p:name".to_owned()] {
        assert_eq!(written(&key, "x").await, Ok(()));
    }
    let mut keys_listed = listed(&ours).await.expect("a list");
    keys_listed.sort();
    keys.sort();
    assert_eq!(keys_listed, keys);
}

#[wasm_bindgen_test]
async fn many_records_come_in_slices() {
    delete_database().await;
    assert_eq!(written("first", "x").await, Ok(()));
    other_page("for (let i = 0; i < 600; i++) put('v' + i, 'k' + i); await get('k0')", &JsValue::NULL).await;
    let keys = (0..601).map(|number| format!("k{number}")).collect();
    let responses = responses(Request::Fetch { copy: COPY, thread: thread("any"), keys }).await;
    let (mut slices, mut values) = (Vec::new(), Vec::new());
    for response in responses {
        let Response::Fetched { records, end, .. } = response else { panic!("{response:?}") };
        slices.push((records.len(), end));
        values.extend(records.into_iter().map(|record| record.value));
    }
    assert_eq!(slices, [(250, None), (250, None), (100, Some(Ok(())))]);
    assert!(values.iter().enumerate().all(|(number, value)| *value == StoredText::Text(format!("v{number}"))));
    assert_eq!(fetched(&[]).await, []);
}

#[wasm_bindgen_test]
async fn what_is_no_text_is_read_as_it_is_and_not_overwritten() {
    delete_database().await;
    assert_eq!(written("first", "x").await, Ok(()));
    other_page(
        "put(argument, 'bad'); put({ a: 1 }, 'object'); put(null, 'null'); await put(undefined, 'undefined')",
        &{ JsString::from_char_code(&[0x31, 0xd800, 0x32]).into() },
    )
    .await;
    let units = |key: &str, units: &[u16]| Found { key: key.to_owned(), value: StoredText::Units(units.to_vec()) };
    let records = fetched(&["bad", "object", "null", "absent"]).await;
    assert_eq!(records, [units("bad", &[0x31, 0xd800, 0x32]), units("object", &[]), units("null", &[])]);
    for key in ["bad", "object", "null", "undefined"] {
        assert_eq!(written(key, "1").await, Err(StoreError::Taken), "{key}");
    }
    let still = other_page("return await get('bad') === argument && (await get('object')).a === 1", &{
        JsString::from_char_code(&[0x31, 0xd800, 0x32]).into()
    })
    .await;
    assert_eq!(still, JsValue::TRUE);
}

#[wasm_bindgen_test]
async fn a_key_that_rust_cannot_spell_is_listed_and_counted() {
    delete_database().await;
    let thread = thread("odd");
    assert_eq!(listed(&thread).await, Ok(vec![]));
    let odd = format!("aw1:{thread}:");
    other_page("await put('x', argument + '\\ud800')", &JsValue::from_str(&odd)).await;
    let keys = listed(&thread).await.expect("a list");
    assert_eq!(keys, [format!("{odd}\u{fffd}")]);
    let key: Vec<&str> = keys.iter().map(String::as_str).collect();
    assert!(
        matches!(fetched(&key).await.as_slice(), [Found { value: StoredText::Units(units), .. }] if units.is_empty())
    );
}

#[wasm_bindgen_test]
async fn requests_to_the_other_place_are_ignored() {
    let unheard: Rc<dyn Fn(Response)> = Rc::new(|response| panic!("{response:?}"));
    Mirror::run(Request::List { copy: CopyId::Primary, thread: thread("a") }, Rc::clone(&unheard));
    Mirror::run(Request::Check { key: "a".to_owned(), value: Rc::from("1") }, unheard);
    assert_eq!(fetched(&["absent"]).await, []);
}
