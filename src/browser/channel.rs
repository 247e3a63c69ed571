//! Broadcasts between the pages of one origin, over a `BroadcastChannel`. Any script of the origin can speak there.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, EventTarget};

use super::local_storage::stored_text;
use super::page;
use crate::domain::thread_id::ThreadKey;
use crate::store::copy::request::{Broadcast, Found};
use crate::store::format::stored_text::StoredText;

const NAME: &str = "article-widget";
/// The longest message, in UTF-16 units; the longest record is far shorter.
const LONGEST: u32 = 1_048_576;
/// The longest key, in bytes.
const LONGEST_KEY: usize = 200;

/// One widget's end of the channel; closed when dropped. Where the browser has no such thing, nothing is told or heard.
pub struct Channel {
    open: Rc<RefCell<Option<Open>>>,
    _page: Vec<EventListener>,
}

struct Open {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.channel.close();
    }
}

impl Channel {
    /// Starts to receive what other pages, and other widgets of this page, broadcast, whatever the thread.
    pub fn new(hear: Rc<dyn Fn(Broadcast)>) -> Self {
        let open = Rc::new(RefCell::new(Open::new(&hear)));
        // An open channel would keep the page out of the browser's back/forward cache.
        let sleeping = Rc::clone(&open);
        let waking = Rc::clone(&open);
        let page = page::window().map(|window| {
            let sleep = EventListener::new(&window, "pagehide", move |event| {
                if persisted(event) {
                    sleeping.take();
                }
            });
            let wake = EventListener::new(&window, "pageshow", move |event| {
                if persisted(event) {
                    waking.replace(Open::new(&hear));
                }
            });
            vec![sleep, wake]
        });
        Self { open, _page: page.unwrap_or_default() }
    }

    /// Broadcasts to every other end of the channel. A record whose value is not well-formed text is left out: the other pages read
    /// it from storage sooner or later.
    pub fn broadcast(&self, broadcast: &Broadcast) {
        if let (Some(open), Some(text)) = (&*self.open.borrow(), encode(broadcast)) {
            let _ = open.channel.post_message(&JsValue::from_str(&text));
        }
    }
}

impl Open {
    fn new(hear: &Rc<dyn Fn(Broadcast)>) -> Option<Self> {
        let channel = BroadcastChannel::new(NAME).ok()?;
        // A page may have put anything in its place.
        let target = channel.dyn_ref::<EventTarget>()?;
        let hear = Rc::clone(hear);
        let listener = EventListener::new(target, "message", move |event| {
            let data = js_sys::Reflect::get(event, &JsValue::from_str("data")).ok();
            let text = data.and_then(|data| data.dyn_into::<JsString>().ok()).filter(|text| text.length() <= LONGEST);
            if let Some(broadcast) = text.and_then(|text| decode(&text)) {
                hear(broadcast);
            }
        });
        Some(Self { channel, _listener: listener })
    }
}

/// Whether the page is kept for the reader's coming back.
fn persisted(event: &web_sys::Event) -> bool {
    js_sys::Reflect::get(event, &JsValue::from_str("persisted")).is_ok_and(|kept| kept.is_truthy())
}

/// One string: a line that says what it is, then a line for each part but the last, which may have lines of its own.
fn encode(broadcast: &Broadcast) -> Option<String> {
    match broadcast {
        Broadcast::Record(Found { key, value: StoredText::Text(value) }) => {
            (!key.contains('\n')).then(|| format!("record\n{key}\n{value}"))
        }
        Broadcast::Record(_) => None,
        Broadcast::AskDrafts(thread) => Some(format!("drafts\n{thread}")),
        Broadcast::Forgotten => Some("forgotten\n".to_owned()),
    }
}

fn decode(text: &JsString) -> Option<Broadcast> {
    let (kind, rest) = first_line(text)?;
    match kind.as_str() {
        "record" => {
            let (key, value) = first_line(&rest)?;
            // The value alone may be ill-formed: it is judged like one that was found.
            let fits = !key.is_empty() && key.len() <= LONGEST_KEY;
            fits.then(|| Broadcast::Record(Found { key, value: stored_text(&value) }))
        }
        "drafts" => ThreadKey::parse(&rest.as_string()?).map(Broadcast::AskDrafts),
        "forgotten" => Some(Broadcast::Forgotten),
        _ => None,
    }
}

/// A well-formed line, and what follows it.
fn first_line(text: &JsString) -> Option<(String, JsString)> {
    let end = u32::try_from(text.index_of("\n", 0)).ok()?;
    match stored_text(&text.slice(0, end)) {
        StoredText::Text(line) => Some((line, text.slice(end + 1, text.length()))),
        StoredText::Units(_) => None,
    }
}
