//! Broadcasts between pages, and what any other script says on the same channel.

use std::cell::RefCell;
use std::rc::Rc;

use article_widget::browser::channel::Channel;
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::store::copy::request::{Broadcast, Found};
use article_widget::store::format::stored_text::StoredText;
use js_sys::{Function, JsString, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

type Heard = Rc<RefCell<Vec<Broadcast>>>;

fn thread(name: &str) -> ThreadKey {
    ThreadId::explicit(name).expect("a thread").key()
}

fn channel() -> (Channel, Heard) {
    let heard = Heard::default();
    let hear = Rc::clone(&heard);
    (Channel::new(Rc::new(move |broadcast| hear.borrow_mut().push(broadcast))), heard)
}

fn record(key: &str, value: StoredText) -> Broadcast {
    Broadcast::Record(Found { key: key.to_owned(), value })
}

async fn page(body: &str, argument: &JsValue) {
    let run = Function::new_with_args("argument", &format!("return (async () => {{ {body} }})()"));
    let promise: Promise = run.call1(&JsValue::NULL, argument).expect("a call").into();
    JsFuture::from(promise).await.expect("the page's own code");
}

/// Messages arrive in order: what was told before has been heard when this has come back.
async fn all_heard() {
    page(
        "const here = new BroadcastChannel('article-widget'), there = new BroadcastChannel('article-widget');
        const came = new Promise(done => there.onmessage = event => event.data === 0 && done());
        here.postMessage(0);
        await came;
        here.close(); there.close();
        await new Promise(done => setTimeout(done, 20))",
        &JsValue::NULL,
    )
    .await;
}

/// As another script of the origin says it.
async fn say(what: &JsValue) {
    page(
        "const channel = new BroadcastChannel('article-widget'); channel.postMessage(argument); channel.close()",
        what,
    )
    .await;
}

#[wasm_bindgen_test]
async fn broadcasts_reach_every_other_end_once_and_not_the_teller() {
    let (first, heard_by_first) = channel();
    let (second, heard_by_second) = channel();
    let (third, heard_by_third) = channel();
    let broadcast = record("aw1:x", StoredText::from("line one\nline two \u{1f600}\n"));
    let asked = Broadcast::AskDrafts(thread("a"));
    first.broadcast(&broadcast);
    second.broadcast(&asked);
    all_heard().await;
    assert_eq!(heard_by_first.take(), std::slice::from_ref(&asked));
    assert_eq!(heard_by_second.take(), std::slice::from_ref(&broadcast));
    assert_eq!(heard_by_third.take(), [broadcast, asked]);
    drop(third);
}

#[wasm_bindgen_test]
async fn a_dropped_end_is_closed() {
    let (first, _) = channel();
    let (second, heard) = channel();
    drop(second);
    first.broadcast(&record("k", StoredText::from("v")));
    all_heard().await;
    assert_eq!(heard.take(), []);
}

#[wasm_bindgen_test]
async fn what_is_no_news_is_ignored() {
    let (_channel, heard) = channel();
    for text in [
        "",
        "record",
        "record\nkey",
        "record\n\nvalue",
        "drafts",
        "drafts\n",
        "drafts\nother",
        "Record\nk\nv",
        "x\nk\nv",
    ] {
        say(&JsValue::from_str(text)).await;
    }
    say(&JsValue::from_str(&format!("record\n{}\nv", "k".repeat(201)))).await;
    say(&JsValue::from_str(&format!("record\nk\n{}", "v".repeat(1_048_576)))).await;
    for other in
        [JsValue::NULL, JsValue::UNDEFINED, JsValue::from(1), js_sys::Object::new().into(), js_sys::Array::new().into()]
    {
        say(&other).await;
    }
    let with_surrogate = |before: &str, after: &str| {
        let mut units: Vec<u16> = before.encode_utf16().collect();
        units.push(0xd800);
        units.extend(after.encode_utf16());
        JsValue::from(JsString::from_char_code(&units))
    };
    say(&with_surrogate("record\nk", "\nv")).await;
    say(&with_surrogate("rec", "ord\nk\nv")).await;
    say(&with_surrogate("record\nk", "")).await;
    say(&with_surrogate("drafts\n", "")).await;
    say(&with_surrogate("record\nk\nv", "w")).await;
    say(&JsValue::from_str("record\nk\n")).await;
    all_heard().await;
    let ill_formed = StoredText::Units(vec![u16::from(b'v'), 0xd800, u16::from(b'w')]);
    assert_eq!(heard.take(), [record("k", ill_formed), record("k", StoredText::from(""))]);
}

#[wasm_bindgen_test]
async fn a_page_that_may_come_back_is_closed_until_it_does() {
    let (_channel, heard) = channel();
    let event = "dispatchEvent(new PageTransitionEvent(argument, { persisted: true }))";
    page(event, &JsValue::from_str("pagehide")).await;
    say(&JsValue::from_str("record\nk\nmissed")).await;
    all_heard().await;
    page(event, &JsValue::from_str("pageshow")).await;
    say(&JsValue::from_str("record\nk\nheard")).await;
    all_heard().await;
    assert_eq!(heard.take(), [record("k", StoredText::from("heard"))]);
}

#[wasm_bindgen_test]
async fn without_broadcast_channels_nothing_is_told_or_heard() {
    for fake in ["undefined", "null", "class { close() {} }", "class { constructor() { throw 1 } }"] {
        page(&format!("window.real = BroadcastChannel; window.BroadcastChannel = {fake}"), &JsValue::NULL).await;
        let (channel, heard) = channel();
        channel.broadcast(&record("k", StoredText::from("v")));
        drop(channel);
        page("window.BroadcastChannel = real", &JsValue::NULL).await;
        assert_eq!(heard.take(), []);
    }
}
