//! A widget in a long thread, with two copies that respond at once and agree to everything.

use std::rc::Rc;

use article_widget::app::composers::ComposerId;
use article_widget::app::config::Config;
use article_widget::app::msg::{ComposerMsg, ListMsg};
use article_widget::app::{App, Effect, Env, Msg, update};
use article_widget::domain::author::{Author, AuthorId};
use article_widget::domain::body::Body;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::sort::Sort;
use article_widget::domain::thread_id::ThreadId;
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::copy::request::{Broadcast, CopyId, Found, Request, Response};
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record;
use article_widget::store::format::record_key::RecordKey;

/// When the page is opened: 2025-08-22, noon, UTC.
const NOON: i64 = 1_755_864_000_000;
/// Who has written the thread.
const READER: u128 = 1;

/// The widget and what surrounds it.
#[derive(Clone)]
pub(crate) struct Page {
    app: App,
    env: Env,
    /// Everything that is kept when the page is opened.
    kept: Rc<Vec<Found>>,
    /// Requests of the last act that the reader need not wait for.
    waiting: Vec<Request>,
    /// Where the next number by chance comes from.
    chance: u64,
    /// The last number of another tab's operations.
    heard: u64,
}

impl Page {
    /// A page that has read so many comments, every other one a reply.
    pub(crate) fn with_comments(size: u64, sort: Sort) -> Self {
        let thread = ThreadId::explicit("growth").expect("this is an id");
        let now = Timestamp::from_millis(NOON).expect("this is a time");
        let mut page = Self {
            app: App::new(Config { sort, ..Config::plain(thread, "A page", "https://page.example/") }, now),
            env: Env::new(now, Actor(2), AuthorId::local(READER)),
            kept: Rc::default(),
            waiting: Vec::new(),
            chance: size,
            heard: size,
        };
        let mut kept = Vec::new();
        for number in 1..=size {
            let parent = (number % 2 == 0).then(|| id(1 + page.draw() % (number - 1)));
            let at = NOON - 60_000 * i64::try_from(size - number).expect("a thread is not that long");
            kept.push(page.record(number, at, Kind::Post { parent, body: Some(body(number, "post")) }));
        }
        page.kept = Rc::new(kept);
        page.send(Msg::Started);
        page.come_to_rest();
        assert_eq!(page.size(), size, "all comments are shown");
        page
    }

    /// How many comments are shown.
    pub(crate) fn size(&self) -> u64 {
        self.app.thread().count() as u64
    }

    /// Everything that was kept when the page was opened.
    pub(crate) fn kept(&self) -> &[Found] {
        &self.kept
    }

    /// What the clock says.
    pub(crate) fn now(&self) -> Timestamp {
        self.env.now
    }

    /// The composer for a new comment, which is always open.
    pub(crate) fn open_new(&mut self) -> ComposerId {
        ComposerId::New
    }

    /// Opens the composer for a reply to a comment by chance.
    pub(crate) fn open_reply(&mut self) -> ComposerId {
        let answered = self.comment();
        self.send(ComposerMsg::PressedReply(answered).into());
        ComposerId::Reply(answered)
    }

    /// Opens the composer for editing a comment by chance.
    pub(crate) fn open_edit(&mut self) -> ComposerId {
        let edited = self.comment();
        self.send(ComposerMsg::PressedEdit(edited).into());
        ComposerId::Edit(edited)
    }

    /// What is sent from a composer.
    pub(crate) fn submission(&mut self, composer: ComposerId) -> Msg {
        let body = body(self.draw(), "text").as_str().to_owned();
        ComposerMsg::Submitted { composer, name: Some(String::new()), body }.into()
    }

    /// Sends what stands in a composer; the key-value storage accepts what is asked of it, so that it is shown.
    pub(crate) fn submit(&mut self, submitted: Msg) {
        self.send(submitted);
        let is_local = |request: &&Request| matches!(request, Request::Write { copy: CopyId::Primary, .. });
        let response = self.waiting.iter().find(is_local).and_then(|request| request.ended(Ok(())));
        self.send(Msg::Responded(response.expect("what was sent is asked to be kept")));
    }

    /// The broadcast of a comment that another tab has posted.
    pub(crate) fn broadcast_of_comment(&mut self) -> Msg {
        self.broadcast(|number, _| Kind::Post { parent: None, body: Some(body(number, "heard")) })
    }

    /// The broadcast of a reply to a comment by chance.
    pub(crate) fn broadcast_of_reply(&mut self) -> Msg {
        self.broadcast(|number, answered| Kind::Post { parent: Some(answered), body: Some(body(number, "heard")) })
    }

    /// The broadcast of an edit of a comment by chance.
    pub(crate) fn broadcast_of_edit(&mut self) -> Msg {
        self.broadcast(|number, target| Kind::Edit { target, body: body(number, "heard") })
    }

    /// The press of what folds the branch below a comment by chance.
    pub(crate) fn press_of_fold(&mut self) -> Msg {
        ListMsg::PressedFold(self.comment()).into()
    }

    /// Delivers a `Msg`. Of the requests that follow those that read are carried out, the others wait.
    pub(crate) fn send(&mut self, msg: Msg) {
        let mut next = vec![msg];
        while let Some(msg) = next.pop() {
            for effect in update(&mut self.app, msg, &mut self.env) {
                match effect {
                    Effect::Store(Request::List { copy, thread }) => {
                        let keys = self.kept.iter().map(|found| found.key.clone()).collect();
                        next.push(Msg::Responded(Response::Listed { copy, thread, result: Ok(keys) }));
                    }
                    Effect::Store(Request::Fetch { copy, thread, .. }) => {
                        let records = self.kept.to_vec();
                        next.push(Msg::Responded(Response::Fetched { copy, thread, records, end: Some(Ok(())) }));
                    }
                    Effect::Store(request) => self.waiting.push(request),
                    _ => {}
                }
            }
        }
    }

    /// Responds to all requests, and lets time go on until what was written is believed to be kept.
    pub(crate) fn come_to_rest(&mut self) {
        for _ in 0..2 {
            for request in std::mem::take(&mut self.waiting) {
                request.ended(Ok(())).into_iter().for_each(|response| self.send(Msg::Responded(response)));
            }
            self.env.now = self.env.now.plus(1_000);
            self.send(Msg::Ticked);
        }
        for request in std::mem::take(&mut self.waiting) {
            request.ended(Ok(())).into_iter().for_each(|response| self.send(Msg::Responded(response)));
        }
        assert!(self.app.discussion().is_all_kept(), "storage has agreed to everything");
    }

    /// A comment of the thread by chance.
    fn comment(&mut self) -> OperationId {
        let all = self.kept.len() as u64;
        id(1 + self.draw() % all)
    }

    fn broadcast(&mut self, kind: impl FnOnce(u64, OperationId) -> Kind) -> Msg {
        // Later than whatever is known here, and than the comment that it may be about.
        self.heard = self.heard.max(self.app.discussion().shown().set().latest().value()) + 1;
        let about = self.comment();
        Msg::Heard(Broadcast::Record(self.record(self.heard, self.env.now.millis(), kind(self.heard, about))))
    }

    fn record(&self, number: u64, at: i64, kind: Kind) -> Found {
        let operation = Operation {
            id: id(number),
            author: Author { id: AuthorId::local(READER), name: None },
            at: Timestamp::from_millis(at).expect("this is a time"),
            epoch: 0,
            draft: None,
            kind,
        };
        let value = record::encode(&operation).expect("this can be written");
        let key = RecordKey::own(&self.app.config.thread.key(), operation.id).to_string();
        Found { key, value: value.as_str().into() }
    }

    /// A number by chance, the same in every run (Knuth's MMIX generator).
    fn draw(&mut self) -> u64 {
        self.chance = self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.chance >> 33
    }
}

fn id(number: u64) -> OperationId {
    OperationId { lamport: Lamport::new(number).expect("a thread is not that long"), actor: Actor(1) }
}

fn body(number: u64, what: &str) -> Body {
    let text = format!("Comment {number}, a {what}. The tide went out and the boats lay on the sand until evening.");
    Body::new(&text).expect("this is a text")
}
