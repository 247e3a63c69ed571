//! The browser side of one widget: carries out effects, one arm each, and answers with messages.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement};

use super::article_source::{ArticleLoad, load_article};
use super::local_storage::LocalStorage;
use super::neighbours::Neighbour;
use super::{focus, page, preferences, records};
use crate::app::{Effect, Msg};
use crate::store::key_value::write_once;

/// One widget's browser side. Dropping it undoes its listeners, timers and requests.
pub struct Orders {
    host: HtmlElement,
    root: Element,
    send: Rc<dyn Fn(Msg)>,
    neighbour: Neighbour,
    _woken: Option<EventListener>,
    timer: RefCell<Option<Timeout>>,
    load: RefCell<Option<ArticleLoad>>,
}

impl Orders {
    /// For the widget of `host`, whose component draws into `root`; answers go to `send`.
    pub fn new(host: HtmlElement, root: Element, send: Rc<dyn Fn(Msg)>) -> Self {
        let hear = Rc::clone(&send);
        let neighbour = Neighbour::new(Rc::new(move |found| hear(Msg::SawRecord(found))));
        // A sleeping page's timers sleep too.
        let woken = page::window().and_then(|window| window.document()).map(|document| {
            let wake = Rc::clone(&send);
            EventListener::new(&document, "visibilitychange", move |_| wake(Msg::Ticked))
        });
        Self { host, root, send, neighbour, _woken: woken, timer: RefCell::default(), load: RefCell::default() }
    }

    /// Carries out one effect. What needs the page as it will be (`Focus`, `DispatchReady`) is for after drawing.
    pub fn run(&self, effect: Effect) {
        let send = Rc::clone(&self.send);
        match effect {
            Effect::ReadRecords { prefix } => records::read(prefix, send),
            Effect::ReadPreferences => {
                send(Msg::ReadPreferences { name: preferences::name(), author: preferences::author() });
            }
            Effect::AppendOperation { id, key, value } => {
                records::append(id, key, value, self.neighbour.number, &*send)
            }
            Effect::NameThread { key, value } => {
                let _ = write_once(&LocalStorage, &key, &value);
            }
            Effect::KeepName(name) => preferences::keep_name(&name),
            Effect::KeepAuthor(id) => preferences::keep_author(&id),
            Effect::FetchArticle { src, attempt } => {
                let load = load_article(src, move |result| {
                    send(Msg::LoadedArticle { attempt, result: result.map(Rc::new) });
                });
                self.load.replace(Some(load));
            }
            Effect::WakeAfter(millis) => {
                // A timer longer than 2^31 ms fires at once; an hour's error in "3 years ago" is none.
                let millis = u32::try_from(millis.min(3_600_000)).unwrap_or(3_600_000);
                self.timer.replace(Some(Timeout::new(millis, move || send(Msg::Ticked))));
            }
            Effect::Focus(target) => focus::focus(&self.root, target),
            Effect::DispatchReady => {
                let init = CustomEventInit::new();
                init.set_bubbles(true);
                init.set_composed(true);
                if let Ok(event) = CustomEvent::new_with_event_init_dict("article-widget:ready", &init) {
                    let _ = self.host.dispatch_event(&event);
                }
            }
        }
    }
}
