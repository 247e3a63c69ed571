//! What the tests of the mirror share: its requests as calls, and another page of the same origin.
#![expect(clippy::panic, reason = "a test fails by panicking, its helpers too")]

use std::cell::RefCell;
use std::rc::Rc;

use article_widget::browser::mirror::Mirror;
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::store::copy::request::{CopyId, Found, Request, Response};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::stored_text::StoredText;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

pub(super) const COPY: CopyId = CopyId::Mirror;

/// Runs the body of an asynchronous function of the page's own language.
pub(super) async fn page(body: &str, argument: &JsValue) -> JsValue {
    let run = Function::new_with_args("argument", &format!("return (async () => {{ {body} }})()"));
    let promise: Promise = run.call1(&JsValue::NULL, argument).expect("a call").into();
    JsFuture::from(promise).await.expect("the page's own code")
}

/// As another page would; blocked if a connection stays open.
pub(super) async fn delete_database() {
    page(
        "await new Promise((done, failed) => {
            const request = indexedDB.deleteDatabase('article-widget');
            request.onsuccess = done;
            request.onerror = request.onblocked = failed;
        })",
        &JsValue::NULL,
    )
    .await;
}

/// Does something with the object store over another connection; `put(value, key)` and `get(key)` are there.
pub(super) async fn other_page(body: &str, argument: &JsValue) -> JsValue {
    let frame = "const database = await new Promise((done, failed) => {
            const request = indexedDB.open('article-widget');
            request.onsuccess = () => done(request.result);
            request.onerror = failed;
        });
        const transaction = database.transaction('records', 'readwrite');
        const ended = new Promise(done => transaction.oncomplete = transaction.onabort = done);
        const store = transaction.objectStore('records');
        const end = request => new Promise(done => request.onsuccess = () => done(request.result));
        const put = (value, key) => end(store.put(value, key));
        const get = key => end(store.get(key));
        const result = await (async () => { BODY })();
        await ended;
        database.close();
        return result";
    page(&frame.replace("BODY", body), argument).await
}

/// All responses to a request, up to the last.
pub(super) async fn responses(request: Request) -> Vec<Response> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let end = Promise::new(&mut |done: Function, _| {
        let heard = Rc::clone(&heard);
        let response = move |response: Response| {
            let more = matches!(response, Response::Fetched { end: None, .. });
            heard.borrow_mut().push(response);
            if !more {
                done.call0(&JsValue::NULL).expect("to be done");
            }
        };
        Mirror::run(request.clone(), Rc::new(response));
    });
    assert!(heard.borrow().is_empty(), "there was a response before the call returned");
    JsFuture::from(end).await.expect("a response");
    heard.take()
}

pub(super) async fn response(request: Request) -> Response {
    responses(request).await.pop().expect("a response")
}

pub(super) fn thread(name: &str) -> ThreadKey {
    ThreadId::explicit(name).expect("a thread").key()
}

pub(super) fn write(key: &str, value: &str) -> Request {
    Request::Write { copy: COPY, key: key.to_owned(), value: Rc::from(value) }
}

pub(super) fn put(key: &str, value: &str) -> Request {
    Request::Put { copy: COPY, key: key.to_owned(), value: Rc::from(value) }
}

pub(super) async fn written(key: &str, value: &str) -> Result<(), StoreError> {
    match response(write(key, value)).await {
        Response::Wrote { copy: COPY, key: named, result } if named == key => result,
        other => panic!("{other:?}"),
    }
}

pub(super) async fn listed(thread: &ThreadKey) -> Result<Vec<String>, StoreError> {
    match response(Request::List { copy: COPY, thread: thread.clone() }).await {
        Response::Listed { copy: COPY, thread: named, result } if named == *thread => result,
        other => panic!("{other:?}"),
    }
}

pub(super) async fn fetched(keys: &[&str]) -> Vec<Found> {
    let keys = keys.iter().map(|key| (*key).to_owned()).collect();
    match response(Request::Fetch { copy: COPY, thread: thread("any"), keys }).await {
        Response::Fetched { copy: COPY, records, end: Some(Ok(())), .. } => records,
        other => panic!("{other:?}"),
    }
}

pub(super) async fn removed(keys: &[&str]) -> Result<(), StoreError> {
    let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    match response(Request::Remove { copy: COPY, thread: thread("any"), keys: keys.clone() }).await {
        Response::Removed { copy: COPY, keys: named, result, .. } if named == keys => result,
        other => panic!("{other:?}"),
    }
}

pub(super) fn found(key: &str, value: &str) -> Found {
    Found { key: key.to_owned(), value: StoredText::from(value) }
}
