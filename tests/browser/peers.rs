//! What the widgets of one page tell each other, and what they take for broadcasts of other pages.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use article_widget::app::config::Persistence;
use article_widget::browser::peers::{Peer, broadcast};
use article_widget::store::copy::request::{Broadcast, Found};
use article_widget::store::format::stored_text::StoredText;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

struct Widget {
    peer: Peer,
    persistence: Rc<Cell<Persistence>>,
    /// The keys that it heard of; empty where all was emptied.
    heard: Rc<RefCell<Vec<String>>>,
}

fn widget(persistence: Persistence) -> Widget {
    let (persistence, heard) = (Rc::new(Cell::new(persistence)), Rc::new(RefCell::default()));
    let (hear, emptied) = (Rc::clone(&heard), Rc::clone(&heard));
    let hear = move |broadcast| {
        if let Broadcast::Record(Found { key, .. }) = broadcast {
            RefCell::<Vec<String>>::borrow_mut(&hear).push(key);
        }
    };
    let peer =
        Peer::new(Rc::clone(&persistence), Rc::new(hear), Rc::new(move || emptied.borrow_mut().push(String::new())));
    Widget { peer, persistence, heard }
}

fn record(key: &str) -> Broadcast {
    Broadcast::Record(Found { key: key.to_owned(), value: StoredText::from("1") })
}

#[wasm_bindgen_test]
fn what_is_kept_for_a_while_is_told_to_nobody_who_keeps_it_for_longer() {
    let widgets = [Persistence::Browser, Persistence::Session, Persistence::Nowhere, Persistence::Nowhere].map(widget);
    let session = widget(Persistence::Session);
    for (sender, key) in widgets.iter().zip(["browser", "session", "nowhere", "nowhere"]) {
        broadcast(sender.peer.number, sender.persistence.get(), &record(key));
    }
    assert!(widgets.iter().all(|widget| widget.heard.borrow().is_empty()));
    assert_eq!(session.heard.take(), ["session"]);
    session.persistence.set(Persistence::Browser);
    let [browser, ..] = &widgets;
    broadcast(browser.peer.number, Persistence::Browser, &record("later"));
    assert_eq!(session.heard.take(), ["later"], "it keeps things elsewhere by now");
}

#[wasm_bindgen_test]
fn an_event_of_another_storage_is_no_news() {
    let widgets = [Persistence::Browser, Persistence::Session, Persistence::Nowhere].map(widget);
    let say = Function::new_no_args(
        "const say = (key, storageArea) =>
            dispatchEvent(new StorageEvent('storage', { key, newValue: key && '1', storageArea }));
        say('local', localStorage);
        say('session', sessionStorage);
        say('nobody', null);
        say(null, localStorage);
        say(null, sessionStorage)",
    );
    say.call0(&JsValue::NULL).expect("events");
    let [browser, session, nowhere] = widgets.map(|widget| widget.heard.take());
    assert_eq!(
        (browser, session),
        (vec!["local".to_owned(), String::new()], vec!["session".to_owned(), String::new()])
    );
    assert!(nowhere.is_empty());
}
