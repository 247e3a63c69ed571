//! A widget without a browser: sends `Msg`s, keeps what is asked to be kept, and shows what a reader would see.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot be set up has failed")]

mod embedder;
mod fake_browser;
mod long_thread;
pub(crate) mod looking;
pub(crate) mod network;
pub(crate) mod traced;

use std::collections::VecDeque;
use std::rc::Rc;

use article_widget::app::composers::ComposerId;
use article_widget::app::msg::ComposerMsg;
use article_widget::app::{self, Env, FocusTarget, Msg};
use article_widget::domain::author::AuthorId;
use article_widget::domain::operation_id::{Actor, OperationId};
use article_widget::domain::timestamp::Timestamp;
use article_widget::manage;
use article_widget::port::ToThread;
use article_widget::store::copy::key_value::InMemory;
use article_widget::store::copy::request::{Broadcast, Found};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::copy::usage::Usage;
use article_widget::store::format::stored_text::StoredText;
use article_widget::widget::{self, Effect, Widget};
use looking::{of_manage, of_thread};

/// 2025-08-22, noon, UTC.
pub(crate) const NOON: i64 = 1_755_864_000_000;

/// One widget of one page.
pub(crate) struct Page {
    pub(crate) widget: Widget,
    pub(crate) env: Env,
    /// The primary copy, which all tabs of the browser share.
    pub(crate) storage: Rc<InMemory>,
    /// The mirror.
    pub(crate) mirror: Rc<InMemory>,
    /// What every request to the primary copy but a check is refused with.
    pub(crate) refuse: Option<StoreError>,
    /// What every request to the mirror is refused with.
    pub(crate) refuse_mirror: Option<StoreError>,
    /// Whether the mirror leaves every request without a response.
    pub(crate) mirror_hangs: bool,
    /// Whether neither copy responds: the test sends the responses itself.
    pub(crate) silent: bool,
    /// The result of every measuring of the usage.
    pub(crate) usage: Usage,
    /// How many more writes the primary copy has space for.
    pub(crate) room: Option<u32>,
    /// The primary copy has no space for another write as long as this text stands in it.
    pub(crate) is_full_while: Option<&'static str>,
    /// Whether the test itself says how much space there is.
    pub(crate) asks_for_space_later: bool,
    /// How many more slices of an import there is time for.
    pub(crate) slices: Option<u32>,
    /// Whether it has no time to draw more rows than the first: the test itself says when it has.
    pub(crate) draws_later: bool,
    /// What it can fetch.
    pub(crate) network: network::Network,
    /// How many author ids were drawn.
    drawn: u32,
    /// The effects that have come since the last [`Page::effects`].
    effects: Vec<Effect>,
    /// Its number among the pages of its test.
    number: u32,
}

impl Page {
    /// A page that has not started yet. Pages with different numbers are different tabs.
    pub(crate) fn new(number: u64) -> Self {
        let now = Timestamp::from_millis(NOON).unwrap();
        Self {
            widget: Widget::new(embedder::config(), now),
            env: Env::new(now, Actor(number), AuthorId::local(u128::from(number))),
            storage: Rc::default(),
            mirror: Rc::default(),
            refuse: None,
            refuse_mirror: None,
            mirror_hangs: false,
            silent: false,
            usage: Usage { origin: 0, ours: 0, quota: 5_242_880 },
            room: None,
            is_full_while: None,
            asks_for_space_later: false,
            slices: None,
            draws_later: false,
            network: network::Network::default(),
            drawn: 0,
            effects: Vec::new(),
            number: traced::next_page(),
        }
    }

    /// A page that has read its empty storage.
    pub(crate) fn started() -> Self {
        let mut page = Self::new(1);
        page.send(Msg::Started);
        page.effects();
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

    /// A browser in which a page was killed a while after this was typed into its composer for a new comment.
    pub(crate) fn left_behind(text: &str) -> Self {
        let mut page = Self::started();
        page.type_text(ComposerId::New, text);
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
        self.send(manage::Msg::Ticked);
    }

    /// Lets as much time pass as a write needs until it is believed.
    pub(crate) fn settle(&mut self) {
        self.wait(1_000);
    }

    /// Delivers a `Msg` and carries out what follows, as the browser would.
    pub(crate) fn send(&mut self, msg: impl Into<widget::Msg>) {
        let mut waiting = VecDeque::from([msg.into()]);
        if waiting.contains(&Msg::Started.into()) {
            self.look_first();
        }
        while let Some(msg) = waiting.pop_front() {
            // One tick is told to both programs: what the other makes nothing of is not written down.
            let is_second_tick = msg == widget::Msg::Manage(manage::Msg::Ticked);
            let effects = self.widget.update(msg, &mut self.env);
            if !(is_second_tick && effects.is_empty()) {
                traced::note(self.number, &effects);
            }
            for effect in effects {
                waiting.extend(self.carry_out(&effect));
                self.effects.push(effect);
            }
        }
        self.check_rows();
    }

    /// Delivers what another page has told.
    pub(crate) fn hear(&mut self, told: &[Broadcast]) {
        for broadcast in told {
            self.send(Msg::Heard(broadcast.clone()));
        }
    }

    /// Tells a record, as another page would.
    pub(crate) fn hear_record(&mut self, key: String, value: StoredText) {
        self.send(Msg::Heard(Broadcast::Record(Found { key, value })));
    }

    /// The effects of the thread since the last look.
    pub(crate) fn effects(&mut self) -> Vec<app::Effect> {
        self.all_effects().into_iter().filter_map(of_thread).collect()
    }

    /// The effects of "Your comments" since the last look.
    pub(crate) fn managed(&mut self) -> Vec<manage::Effect> {
        self.all_effects().into_iter().filter_map(of_manage).collect()
    }

    /// The effects of both since the last look.
    pub(crate) fn all_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// What the page has told the others since the last look.
    pub(crate) fn told(&mut self) -> Vec<Broadcast> {
        self.all_effects().iter().filter_map(looking::told).cloned().collect()
    }

    /// Where the focus was put last since the last [`Page::effects`].
    pub(crate) fn focus(&self) -> Option<FocusTarget> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::App(app::Effect::Focus(target)) => Some(Some(*target)),
            Effect::Manage(manage::Effect::Focus(_)) => Some(None),
            _ => None,
        })?
    }

    /// The same, if it was put into "Your comments".
    pub(crate) fn managed_focus(&self) -> Option<manage::FocusTarget> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::App(app::Effect::Focus(_)) => Some(None),
            Effect::Manage(manage::Effect::Focus(target)) => Some(Some(*target)),
            _ => None,
        })?
    }

    /// Sends a composer.
    pub(crate) fn submit(&mut self, composer: ComposerId, name: &str, body: &str) {
        self.send(ComposerMsg::Submitted { composer, name: Some(name.to_owned()), body: body.to_owned() });
    }

    /// Posts a comment and gives its id.
    #[track_caller]
    pub(crate) fn post(&mut self, body: &str) -> OperationId {
        self.submit(ComposerId::New, "", body);
        self.row(body)
    }

    /// Replies and gives the reply's id.
    #[track_caller]
    pub(crate) fn reply(&mut self, to: OperationId, body: &str) -> OperationId {
        self.send(ComposerMsg::PressedReply(to));
        self.submit(ComposerId::Reply(to), "", body);
        self.row(body)
    }

    /// The id of the comment with this text.
    #[track_caller]
    pub(crate) fn row(&self, body: &str) -> OperationId {
        let found = self.widget.app.rows().iter().find(|row| row.comment.current.body.as_str() == body);
        found.unwrap_or_else(|| panic!("no comment says {body:?}")).comment.id
    }

    /// Deletes everything of the discussion, as "Your comments" does once the reader is sure.
    pub(crate) fn delete_everything(&mut self) {
        self.send(ToThread::DeleteEverything { says: true });
    }

    /// Notes a text in a composer, as the page does at every key.
    pub(crate) fn type_text(&mut self, composer: ComposerId, text: &str) {
        self.send(ComposerMsg::Typed { composer, text: text.to_owned() });
    }
}
