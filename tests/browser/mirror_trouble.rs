//! What the page, the browser or another page does to the mirror, and how it then responds.
#![expect(clippy::panic, reason = "a test fails by panicking, its helpers too")]

use std::cell::RefCell;
use std::rc::Rc;

use article_widget::browser::mirror::Mirror;
use article_widget::store::copy::request::{Request, Response};
use article_widget::store::copy::store_error::StoreError;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mirror_support::{
    COPY, delete_database, fetched, found, listed, page, put, removed, response, thread, write, written,
};

#[wasm_bindgen_test]
async fn one_write_that_fails_does_not_take_those_of_the_same_moment_with_it() {
    delete_database().await;
    assert_eq!(written("taken", "before").await, Ok(()));
    page(
        "window.real = IDBObjectStore.prototype.add;
        IDBObjectStore.prototype.add = function (value, key) {
            const request = real.call(this, value, key);
            if (key === 'large') {
                Object.defineProperty(this.transaction, 'error', { get: () => ({ name: 'QuotaExceededError' }) });
                this.transaction.abort();
            }
            return request;
        }",
        &JsValue::NULL,
    )
    .await;
    let heard = Rc::new(RefCell::new(Vec::new()));
    for key in ["small", "taken", "large", "after"] {
        let heard = Rc::clone(&heard);
        let hear = move |response| match response {
            Response::Wrote { key, result, .. } => heard.borrow_mut().push((key, result)),
            other => panic!("{other:?}"),
        };
        Mirror::run(write(key, "now"), Rc::new(hear));
    }
    page("await new Promise(done => setTimeout(done, 50))", &JsValue::NULL).await;
    assert_eq!(
        fetched(&["small", "taken", "large", "after"]).await,
        [found("small", "now"), found("taken", "before"), found("after", "now")]
    );
    page("IDBObjectStore.prototype.add = real", &JsValue::NULL).await;
    let named = |key: &str, result| (key.to_owned(), result);
    assert_eq!(
        heard.take(),
        [
            named("small", Ok(())),
            named("taken", Err(StoreError::Taken)),
            named("large", Err(StoreError::Full)),
            named("after", Ok(()))
        ]
    );
}

#[wasm_bindgen_test]
async fn a_complete_transaction_in_which_the_write_failed_has_written_nothing() {
    delete_database().await;
    assert_eq!(written("a", "before").await, Ok(()));
    // As Firefox does it when a transaction was told to finish before the failure.
    page(
        "window.real = IDBObjectStore.prototype;
        window.methods = Object.getOwnPropertyDescriptors(real);
        real.get = function () { return methods.get.value.call(this, 'absent') };
        real.add = function (...all) {
            const request = methods.add.value.apply(this, all);
            request.addEventListener('error', event => event.preventDefault());
            return request;
        };
        window.commit = IDBTransaction.prototype.commit;
        IDBTransaction.prototype.commit = () => {}",
        &JsValue::NULL,
    )
    .await;
    assert_eq!(written("a", "now").await, Err(StoreError::Taken));
    page("Object.defineProperties(real, methods); IDBTransaction.prototype.commit = commit", &JsValue::NULL).await;
    assert_eq!(fetched(&["a"]).await, [found("a", "before")]);
}

#[wasm_bindgen_test]
async fn another_page_can_delete_the_database_and_the_next_request_makes_it_again() {
    delete_database().await;
    assert_eq!(written("a", "1").await, Ok(()));
    // Fails if our connection stays in the way.
    delete_database().await;
    assert_eq!(fetched(&["a"]).await, []);
    assert_eq!(written("a", "2").await, Ok(()));
}

#[wasm_bindgen_test]
async fn requests_wait_while_another_page_holds_the_database() {
    delete_database().await;
    assert_eq!(written("a", "1").await, Ok(()));
    // A deletion that waits for a connection, which is held until somebody lets go: whoever opens now, waits too.
    page(
        "window.held = await new Promise(done => {
            const request = indexedDB.open('article-widget');
            request.onsuccess = () => done(request.result);
        });
        await new Promise(done => indexedDB.deleteDatabase('article-widget').onblocked = done)",
        &JsValue::NULL,
    )
    .await;
    let heard = Rc::new(RefCell::new(Vec::new()));
    for request in [put("d", "1"), write("a", "2"), put("d", "2"), put("e", "3")] {
        let heard = Rc::clone(&heard);
        Mirror::run(request, Rc::new(move |response| heard.borrow_mut().push(response)));
    }
    page("await new Promise(done => setTimeout(done, 50))", &JsValue::NULL).await;
    assert!(heard.borrow().is_empty());
    page("held.close()", &JsValue::NULL).await;
    assert_eq!(fetched(&["a", "d", "e"]).await, [found("a", "2"), found("d", "2"), found("e", "3")]);
    assert!(matches!(heard.take().as_slice(), [Response::Wrote { result: Ok(()), .. }]));
}

#[wasm_bindgen_test]
async fn a_connection_that_is_closing_is_replaced_once() {
    delete_database().await;
    assert_eq!(written("a", "1").await, Ok(()));
    let refuse = "window.real = IDBDatabase.prototype.transaction;
        window.left = argument;
        IDBDatabase.prototype.transaction = function (...all) {
            if (left-- > 0) throw new DOMException('closing', 'InvalidStateError');
            return real.apply(this, all);
        }";
    let restore = "IDBDatabase.prototype.transaction = real";
    page(refuse, &JsValue::from(1)).await;
    assert_eq!(written("a", "1").await, Ok(()));
    page(restore, &JsValue::NULL).await;
    page(refuse, &JsValue::from(9)).await;
    assert_eq!(written("b", "1").await, Err(StoreError::Failed));
    page(restore, &JsValue::NULL).await;
    assert_eq!(written("b", "1").await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_transaction_without_space_says_that_it_is_full() {
    delete_database().await;
    let abort = "window.real = IDBObjectStore.prototype.add;
        IDBObjectStore.prototype.add = function (...all) {
            const request = real.apply(this, all);
            const why = argument && new DOMException('no room', argument);
            Object.defineProperty(this.transaction, 'error', { get: () => why });
            this.transaction.abort();
            return request;
        }";
    for (name, error) in
        [(JsValue::from_str("QuotaExceededError"), StoreError::Full), (JsValue::NULL, StoreError::Failed)]
    {
        page(abort, &name).await;
        assert_eq!(written("a", "1").await, Err(error));
        page("IDBObjectStore.prototype.add = real", &JsValue::NULL).await;
        assert_eq!(fetched(&["a"]).await, []);
    }
    assert_eq!(written("a", "1").await, Ok(()));
}

#[wasm_bindgen_test]
async fn without_an_indexeddb_the_response_to_every_request_is_blocked() {
    let blocked = Err(StoreError::Blocked);
    for property in [
        "get() { throw new DOMException('no', 'SecurityError') }",
        "value: null",
        "value: undefined",
        "value: {}",
        "value: { open: () => undefined }",
        "value: { open: () => { throw new DOMException('no', 'SecurityError') } }",
        "value: { open: () => { const request = new EventTarget; request.error = { name: 'InvalidStateError' };
            setTimeout(() => request.dispatchEvent(new Event('error'))); return request; } }",
    ] {
        // Whatever is open is closed by it.
        delete_database().await;
        let shadow = format!(
            "window.real = Object.getOwnPropertyDescriptor(window, 'indexedDB');
            Object.defineProperty(window, 'indexedDB', {{ configurable: true, {property} }})"
        );
        page(&shadow, &JsValue::NULL).await;
        assert_eq!(written("a", "1").await, blocked, "{property}");
        assert_eq!(listed(&thread("a")).await, Err(StoreError::Blocked), "{property}");
        assert_eq!(removed(&["a"]).await, blocked, "{property}");
        let fetch = Request::Fetch { copy: COPY, thread: thread("a"), keys: vec!["a".to_owned()] };
        assert!(
            matches!(response(fetch).await, Response::Fetched { end: Some(Err(StoreError::Blocked)), .. }),
            "{property}"
        );
        page("Object.defineProperty(window, 'indexedDB', real)", &JsValue::NULL).await;
        assert_eq!(written("a", "1").await, Ok(()), "{property}");
    }
}

#[wasm_bindgen_test]
async fn a_database_of_another_version_or_shape_is_left_alone() {
    for make in [
        // A later version.
        "const request = indexedDB.open('article-widget', 2);
        request.onupgradeneeded = () => request.result.createObjectStore('records')",
        // No such object store.
        "const request = indexedDB.open('article-widget', 1)",
    ] {
        delete_database().await;
        let make = format!("{make}; await new Promise(done => request.onsuccess = done); request.result.close()");
        page(&make, &JsValue::NULL).await;
        assert_eq!(written("a", "1").await, Err(StoreError::Blocked));
    }
    delete_database().await;
}
