//! Broadcasts between the widgets of one page, and from other tabs. A page gets no `storage` event for what it wrote itself.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::JsString;
use litemap::LiteMap;
use wasm_bindgen::{JsCast, JsValue};

use super::local_storage::stored_text;
use super::preferences::AUTHOR;
use super::{page, primary};
use crate::app::config::Persistence;
use crate::store::copy::request::{Broadcast, Found};

type Hear = Rc<dyn Fn(Broadcast)>;
type Entry = (Rc<Cell<Persistence>>, Hear);

thread_local! {
    static PEERS: RefCell<(u32, LiteMap<u32, Entry>)> = const { RefCell::new((0, LiteMap::new())) };
}

/// A widget that receives what other widgets of the page broadcast and other tabs write, until it is dropped.
pub struct Peer {
    /// Its number on this page, by which it is left out of its own broadcasts.
    pub number: u32,
    _storage: Option<EventListener>,
}

impl Peer {
    /// Starts to hear what is kept where this widget keeps it. Records of other threads come too; `emptied` is called when
    /// another page has emptied the storage.
    pub fn new(persistence: Rc<Cell<Persistence>>, hear: Hear, emptied: Rc<dyn Fn()>) -> Self {
        let number = PEERS.with_borrow_mut(|(last, peers)| {
            *last = last.wrapping_add(1);
            peers.insert(*last, (Rc::clone(&persistence), Rc::clone(&hear)));
            *last
        });
        let storage = page::window().map(|window| {
            EventListener::new(&window, "storage", move |event| {
                let field = |name| js_sys::Reflect::get(event, &JsValue::from_str(name)).ok();
                let area = field("storageArea").unwrap_or_default();
                // A frame of this tab shares what ends with the tab, and everybody what outlives it.
                if !primary::storage(persistence.get()).is_some_and(|storage| storage.is(&area)) {
                    return;
                }
                let text = |name| field(name).and_then(|value| value.dyn_into::<JsString>().ok());
                match (text("key"), text("newValue")) {
                    (Some(key), Some(value)) => {
                        hear(Broadcast::Record(Found { key: String::from(key), value: stored_text(&value) }));
                    }
                    (Some(key), None) if key == AUTHOR => hear(Broadcast::Forgotten),
                    (None, None) => emptied(),
                    _ => {}
                }
            })
        });
        Self { number, _storage: storage }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        PEERS.with_borrow_mut(|(_, peers)| peers.remove(&self.number));
    }
}

/// Tells all widgets of the page that keep things where the sender does, but the sender.
pub fn broadcast(sender: u32, persistence: Persistence, broadcast: &Broadcast) {
    let peers: Vec<Hear> = PEERS.with_borrow(|(_, peers)| {
        let told =
            peers.iter().filter(|(number, (theirs, _))| **number != sender && persistence.shares_with(theirs.get()));
        told.map(|(_, (_, hear))| Rc::clone(hear)).collect()
    });
    for hear in peers {
        hear(broadcast.clone());
    }
}
