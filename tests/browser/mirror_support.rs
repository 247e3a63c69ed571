//! What the tests of the mirror share: its orders as calls, and another page of the same origin.
#![expect(clippy::panic, reason = "a test fails by panicking, its helpers too")]

use std::cell::RefCell;
use std::rc::Rc;

use article_widget::browser::mirror::Mirror;
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::store::copy::order::{Answer, Found, Order, Place};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::stored_text::StoredText;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

pub(super) const PLACE: Place = Place::Mirror;

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

/// All answers to an order, up to the last.
pub(super) async fn answers(order: Order) -> Vec<Answer> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let end = Promise::new(&mut |done: Function, _| {
        let heard = Rc::clone(&heard);
        let answer = move |answer: Answer| {
            let more = matches!(answer, Answer::Fetched { end: None, .. });
            heard.borrow_mut().push(answer);
            if !more {
                done.call0(&JsValue::NULL).expect("to be done");
            }
        };
        Mirror::run(order.clone(), Rc::new(answer));
    });
    assert!(heard.borrow().is_empty(), "answered before the call returned");
    JsFuture::from(end).await.expect("an answer");
    heard.take()
}

pub(super) async fn answer(order: Order) -> Answer {
    answers(order).await.pop().expect("an answer")
}

pub(super) fn thread(name: &str) -> ThreadKey {
    ThreadId::explicit(name).expect("a thread").key()
}

pub(super) fn write(key: &str, value: &str) -> Order {
    Order::Write { place: PLACE, key: key.to_owned(), value: Rc::from(value) }
}

pub(super) fn put(key: &str, value: &str) -> Order {
    Order::Put { place: PLACE, key: key.to_owned(), value: Rc::from(value) }
}

pub(super) async fn written(key: &str, value: &str) -> Result<(), StoreError> {
    match answer(write(key, value)).await {
        Answer::Wrote { place: PLACE, key: answered, result } if answered == key => result,
        other => panic!("{other:?}"),
    }
}

pub(super) async fn listed(thread: &ThreadKey) -> Result<Vec<String>, StoreError> {
    match answer(Order::List { place: PLACE, thread: thread.clone() }).await {
        Answer::Listed { place: PLACE, thread: answered, result } if answered == *thread => result,
        other => panic!("{other:?}"),
    }
}

pub(super) async fn fetched(keys: &[&str]) -> Vec<Found> {
    let keys = keys.iter().map(|key| (*key).to_owned()).collect();
    match answer(Order::Fetch { place: PLACE, thread: thread("any"), keys }).await {
        Answer::Fetched { place: PLACE, records, end: Some(Ok(())), .. } => records,
        other => panic!("{other:?}"),
    }
}

pub(super) async fn removed(keys: &[&str]) -> Result<(), StoreError> {
    let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    match answer(Order::Remove { place: PLACE, thread: thread("any"), keys: keys.clone() }).await {
        Answer::Removed { place: PLACE, keys: answered, result, .. } if answered == keys => result,
        other => panic!("{other:?}"),
    }
}

pub(super) fn found(key: &str, value: &str) -> Found {
    Found { key: key.to_owned(), value: StoredText::from(value) }
}
