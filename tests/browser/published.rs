//! The file that a page publishes, as the browser's own network gives it, and the count of a thread that is not shown.

use std::cell::RefCell;
use std::rc::Rc;

use article_widget::browser::local_storage::LocalStorage;
use article_widget::browser::published_source::{Coming, PublishedLoad};
use article_widget::browser::thread_count::count;
use article_widget::domain::article_error::ArticleError;
use article_widget::domain::thread_id::ThreadId;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::format::envelope;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fake_network::FakeNetwork;

type Piece = Result<Option<Rc<[u8]>>, ArticleError>;
type Hear = Rc<dyn Fn(Piece)>;

/// Asks, and waits for what is heard.
async fn heard(ask: impl FnOnce(Hear)) -> Piece {
    let found = Rc::new(RefCell::new(None));
    let mut ask = Some(ask);
    let end = Promise::new(&mut |resolve: Function, _| {
        let found = Rc::clone(&found);
        let hear = Rc::new(move |piece| {
            found.replace(Some(piece));
            resolve.call0(&JsValue::NULL).expect("to resolve");
        });
        ask.take().expect("asked once")(hear);
    });
    JsFuture::from(end).await.expect("an end");
    found.take().expect("a piece")
}

#[wasm_bindgen_test]
async fn a_file_comes_in_pieces_each_when_it_is_asked_for() {
    let _network = FakeNetwork::responding(200, "application/jsonl", b"a file".to_vec());
    let hearing: Rc<RefCell<Option<Hear>>> = Rc::default();
    let hear = {
        let hearing = Rc::clone(&hearing);
        Rc::new(move |piece| {
            let hear = hearing.borrow().clone();
            hear.expect("somebody listens")(piece);
        })
    };
    let load: Rc<RefCell<Option<PublishedLoad>>> = Rc::default();
    let first = heard(|listen| {
        hearing.replace(Some(listen));
        load.replace(Some(PublishedLoad::begin("thread.jsonl".to_owned(), hear)));
    });
    assert_eq!(first.await.expect("a piece").as_deref(), Some(&b"a file"[..]));
    let second = heard(|listen| {
        hearing.replace(Some(listen));
        load.borrow().as_ref().expect("a load").more();
    });
    assert_eq!(second.await, Ok(None));
}

#[wasm_bindgen_test]
async fn a_file_that_cannot_be_had_says_why() {
    let missing = async || {
        let mut load = None;
        let load = &mut load;
        heard(move |listen| *load = Some(PublishedLoad::begin("thread.jsonl".to_owned(), listen))).await
    };
    let network = FakeNetwork::responding(404, "text/html", Vec::new());
    assert_eq!(missing().await, Err(ArticleError::Status(404)));
    drop(network);
    let mut load = None;
    let place = &mut load;
    let address = "javascript:alert(1)".to_owned();
    assert_eq!(
        heard(move |listen| *place = Some(PublishedLoad::begin(address, listen))).await,
        Err(ArticleError::Address)
    );
}

#[wasm_bindgen_test]
async fn a_thread_that_is_not_shown_is_counted_and_left_as_it_is() {
    let (thread, other) =
        (ThreadId::explicit("counted").expect("an id"), ThreadId::explicit("counted before").expect("an id"));
    let put = |thread: &ThreadId, id: &str, text: &str| {
        let json = format!("{{\"k\":\"post\",\"a\":{{\"id\":\"x\"}},\"t\":1,\"b\":\"{text}\"}}");
        let value = envelope::wrap(&json).expect("an envelope");
        LocalStorage::Browser.set(&format!("aw1:{}:{id}", thread.key()), &value).expect("to set");
    };
    put(&thread, "0000000010000000000001", "one");
    put(&thread, "0000000020000000000001", "two");
    put(&other, "0000000030000000000001", "three");
    let before = LocalStorage::Browser.keys("").expect("keys");
    assert_eq!(count(vec![thread.clone()], None).await, 2);
    assert_eq!(count(vec![thread.clone(), other.clone()], None).await, 3);
    let file = "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"publication\",\"at\":0}\n{\"thread\":\"counted\"}\n\
        {\"id\":\"0000000010000000000001\",\"record\":{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\"one\"}}\n\
        {\"id\":\"0000000040000000000001\",\"record\":{\"k\":\"post\",\"a\":{\"id\":\"y\"},\"t\":1,\"b\":\"four\"}}\n";
    let network = FakeNetwork::responding(200, "application/jsonl", file.as_bytes().to_vec());
    assert_eq!(count(vec![thread.clone()], Some("https://a.example/thread.jsonl".to_owned())).await, 3);
    drop(network);
    let network = FakeNetwork::responding(500, "text/html", Vec::new());
    assert_eq!(count(vec![thread.clone()], Some("https://a.example/thread.jsonl".to_owned())).await, 2);
    drop(network);
    assert_eq!(LocalStorage::Browser.keys("").expect("keys"), before);
    for key in before.iter().filter(|key| key.contains(thread.key().as_str()) || key.contains(other.key().as_str())) {
        LocalStorage::Browser.remove(key).expect("to remove");
    }
}
