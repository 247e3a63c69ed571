//! A widget without a browser: sends messages, keeps what is ordered to be kept, and shows what a reader would see.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot be set up has failed")]

mod embedder;
pub(crate) mod looking;
pub(crate) mod network;

use std::collections::VecDeque;
use std::rc::Rc;

use article_widget::app::form::FormId;
use article_widget::app::message::Measure;
use article_widget::app::{Effect, Env, FocusTarget, Model, Msg, update};
use article_widget::domain::author::AuthorId;
use article_widget::domain::operation_id::{Actor, OperationId};
use article_widget::domain::sort::Sort;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::key_value::{InMemory, KeyValue, write_once};
use article_widget::store::order::{Answer, Found, News, Order, Place};
use article_widget::store::record_key;
use article_widget::store::store_error::StoreError;
use article_widget::store::stored_text::StoredText;

/// 2025-08-22, noon, UTC.
pub(crate) const NOON: i64 = 1_755_864_000_000;

/// One widget of one page.
pub(crate) struct Page {
    pub(crate) model: Model,
    pub(crate) env: Env,
    /// The browser's storage, which all its tabs share.
    pub(crate) storage: Rc<InMemory>,
    /// The second copy.
    pub(crate) mirror: Rc<InMemory>,
    /// What every write is answered with, instead of being done.
    pub(crate) refuse: Option<StoreError>,
    /// What every order to the mirror is answered with, instead of being done.
    pub(crate) refuse_mirror: Option<StoreError>,
    /// Whether the mirror answers at all.
    pub(crate) mirror_hangs: bool,
    /// Whether nothing answers: the test does.
    pub(crate) silent: bool,
    /// What every measuring of the room is answered with.
    pub(crate) measure: Measure,
    /// How many more writes there is room for.
    pub(crate) room: Option<u32>,
    /// There is no room for another write as long as this text stands in storage.
    pub(crate) is_full_while: Option<&'static str>,
    /// Whether the test answers how much room there is.
    pub(crate) asks_for_room_later: bool,
    /// How many more slices of an import there is time for.
    pub(crate) slices: Option<u32>,
    /// What it can fetch.
    pub(crate) network: network::Network,
    /// How many author ids were drawn.
    drawn: u32,
    /// Everything ordered since the last [`Page::orders`].
    ordered: Vec<Effect>,
}

impl Page {
    /// A page that has not started yet. Pages with different numbers are different tabs.
    pub(crate) fn new(number: u64) -> Self {
        let now = Timestamp::from_millis(NOON).unwrap();
        Self {
            model: Model::new(embedder::config(), now),
            env: Env::new(now, Actor(number), AuthorId::local(u128::from(number))),
            storage: Rc::default(),
            mirror: Rc::default(),
            refuse: None,
            refuse_mirror: None,
            mirror_hangs: false,
            silent: false,
            measure: Measure { origin: 0, ours: 0, quota: 5_242_880 },
            room: None,
            is_full_while: None,
            asks_for_room_later: false,
            slices: None,
            network: network::Network::default(),
            drawn: 0,
            ordered: Vec::new(),
        }
    }

    /// A page that has read its empty storage.
    pub(crate) fn started() -> Self {
        let mut page = Self::new(1);
        page.send(Msg::Started);
        page.orders();
        page
    }

    /// The same browser after the page was loaded again.
    pub(crate) fn reloaded(self, number: u64) -> Self {
        let mut page = Self { storage: self.storage, mirror: self.mirror, ..Self::new(number) };
        page.env.now = self.env.now;
        page.send(Msg::Started);
        page
    }

    /// Another tab of the same browser, not started yet.
    pub(crate) fn beside(&self, number: u64) -> Self {
        let (storage, mirror) = (Rc::clone(&self.storage), Rc::clone(&self.mirror));
        let mut page = Self { storage, mirror, ..Self::new(number) };
        page.env.now = self.env.now;
        page
    }

    /// A browser in which a page was killed a while after this was typed into its box for a new comment.
    pub(crate) fn left_behind(text: &str) -> Self {
        let mut page = Self::started();
        page.type_text(FormId::New, text);
        page.wait(1_000);
        page
    }

    /// Another tab of the same browser.
    pub(crate) fn another_tab(&self, number: u64) -> Self {
        let mut page = self.beside(number);
        page.send(Msg::Started);
        page
    }

    /// Lets time pass and the page notice.
    pub(crate) fn wait(&mut self, millis: i64) {
        self.env.now = Timestamp::from_millis(self.env.now.millis() + millis).unwrap();
        self.send(Msg::Ticked);
    }

    /// Lets as much time pass as a write needs until it is believed.
    pub(crate) fn settle(&mut self) {
        self.wait(1_000);
    }

    /// Delivers a message and carries out what follows, as the browser would.
    pub(crate) fn send(&mut self, message: Msg) {
        let mut waiting = VecDeque::from([message]);
        while let Some(message) = waiting.pop_front() {
            for effect in update(&mut self.model, message, &mut self.env) {
                waiting.extend(self.carry_out(&effect));
                self.ordered.push(effect);
            }
        }
        self.check_rows();
    }

    fn carry_out(&mut self, effect: &Effect) -> Vec<Msg> {
        match effect {
            Effect::Store(order) => self.obey(order),
            Effect::MeasureRoom if self.asks_for_room_later => Vec::new(),
            Effect::MeasureRoom => vec![Msg::MeasuredRoom(self.measure)],
            Effect::ReadPreferences => {
                let read = |key| match self.storage.get(key) {
                    Ok(Some(StoredText::Text(text))) => Some(text),
                    _ => None,
                };
                let author = read("aw1p:author").and_then(|id| AuthorId::parse_local(&id));
                let sort = read("aw1p:sort").and_then(|name| Sort::parse(&name));
                vec![Msg::ReadPreferences { name: read("aw1p:name"), author, sort }]
            }
            Effect::KeepName(name) => {
                self.storage.set("aw1p:name", name).unwrap();
                Vec::new()
            }
            Effect::KeepSort(sort) => {
                self.storage.set("aw1p:sort", sort.as_str()).unwrap();
                Vec::new()
            }
            Effect::KeepAuthor(id) => {
                self.storage.set("aw1p:author", id.as_str()).unwrap();
                Vec::new()
            }
            Effect::ForgetPreferences => {
                ["aw1p:name", "aw1p:author", "aw1p:sort"].iter().for_each(|key| self.storage.remove(key).unwrap());
                Vec::new()
            }
            Effect::DrawAuthor => {
                self.drawn += 1;
                vec![Msg::DrewAuthor(AuthorId::local(u128::from(self.drawn) << 64))]
            }
            Effect::ReadEverything(purpose) => {
                let mut records = self.stored();
                let complete = !self.mirror_hangs && matches!(self.refuse_mirror, None | Some(StoreError::Blocked));
                let readable = complete && self.refuse_mirror.is_none();
                let mirrored = self.mirrored().into_iter().filter(|found| readable && !records.contains(found));
                records.extend(mirrored.collect::<Vec<_>>());
                let records = records.into_iter().map(|(key, value)| Found { key, value }).collect();
                vec![Msg::ReadEverything { purpose: purpose.clone(), records, complete, measure: self.measure }]
            }
            Effect::Published(order) => self.network.obey(order),
            Effect::Continue(work) if self.slices != Some(0) => {
                self.slices = self.slices.map(|slices| slices - 1);
                vec![Msg::GotTime(*work)]
            }
            _ => Vec::new(),
        }
    }

    /// Does what one of the two places is asked, unless it refuses.
    fn obey(&mut self, order: &Order) -> Vec<Msg> {
        let place = order.place();
        let refused = match (place, order) {
            (_, Order::Check { .. }) => None,
            (Place::Mirror, _) => self.refuse_mirror,
            (Place::Local, Order::Write { .. }) => {
                let is_full = self.is_full_while.is_some_and(|text| self.is_stored(text));
                let full = (self.room == Some(0) || is_full).then_some(StoreError::Full);
                self.room = self.room.map(|writes| writes.saturating_sub(1));
                self.refuse.or(full)
            }
            (Place::Local, _) => self.refuse,
        };
        if self.silent || place == Place::Mirror && self.mirror_hangs {
            return Vec::new();
        }
        let copy = if place == Place::Local { &*self.storage } else { &*self.mirror };
        let told = |answer| vec![Msg::Answered(answer)];
        let ended = match order {
            _ if refused.is_some() => refused.map_or(Ok(()), Err),
            Order::List { thread, .. } => {
                let of_thread = |key: &String| record_key::thread_of(key) == Some(thread.as_str());
                let keys = copy.keys("").unwrap().into_iter().filter(of_thread).collect();
                return told(Answer::Listed { place, thread: thread.clone(), result: Ok(keys) });
            }
            Order::Fetch { thread, keys, .. } => {
                let found = |key: &String| Some(Found { value: copy.get(key).unwrap()?, key: key.clone() });
                let records = keys.iter().filter_map(found).collect();
                return told(Answer::Fetched { place, thread: thread.clone(), records, end: Some(Ok(())) });
            }
            Order::Write { key, value, .. } => write_once(copy, key, value),
            Order::Check { key, value } => match copy.get(key).unwrap() {
                Some(held) if held == StoredText::from(&**value) => Ok(()),
                Some(_) => Err(StoreError::Taken),
                None => Err(StoreError::Vanished),
            },
            Order::Put { key, value, .. } => copy.set(key, value),
            Order::Remove { keys, .. } => keys.iter().try_for_each(|key| copy.remove(key)),
        };
        order.ended(ended).into_iter().flat_map(told).collect()
    }

    /// Delivers what another page has told.
    pub(crate) fn hear(&mut self, told: &[Effect]) {
        for effect in told {
            if let Effect::Tell(news) = effect {
                self.send(Msg::Heard(news.clone()));
            }
        }
    }

    /// Tells a record, as another page would.
    pub(crate) fn hear_record(&mut self, key: String, value: StoredText) {
        self.send(Msg::Heard(News::Record(Found { key, value })));
    }

    /// What was ordered since the last call.
    pub(crate) fn orders(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.ordered)
    }

    /// Where the focus was put last since the last [`Page::orders`].
    pub(crate) fn focus(&self) -> Option<FocusTarget> {
        self.ordered.iter().rev().find_map(|effect| match effect {
            Effect::Focus(target) => Some(*target),
            _ => None,
        })
    }

    /// Sends a form.
    pub(crate) fn submit(&mut self, form: FormId, name: &str, body: &str) {
        self.send(Msg::SubmittedForm { form, name: Some(name.to_owned()), body: body.to_owned() });
    }

    /// Posts a comment and gives its id.
    #[track_caller]
    pub(crate) fn post(&mut self, body: &str) -> OperationId {
        self.submit(FormId::New, "", body);
        self.row(body)
    }

    /// Replies and gives the reply's id.
    #[track_caller]
    pub(crate) fn reply(&mut self, to: OperationId, body: &str) -> OperationId {
        self.send(Msg::PressedReply(to));
        self.submit(FormId::Reply(to), "", body);
        self.row(body)
    }

    /// The id of the comment with this text.
    #[track_caller]
    pub(crate) fn row(&self, body: &str) -> OperationId {
        let found = self.model.rows.iter().find(|row| row.comment.current.body.as_str() == body);
        found.unwrap_or_else(|| panic!("no comment says {body:?}")).comment.id
    }

    /// Notes a text in a box, as the page does at every key.
    pub(crate) fn type_text(&mut self, form: FormId, text: &str) {
        self.send(Msg::Typed { form, text: text.to_owned() });
    }
}
