//! Stored operations as the widget itself would have written them, and what a storage dump says.

use crate::fail::{OrFail, fail};
use article_widget::domain::author::{Author, AuthorId, AuthorName};
use article_widget::domain::body::Body;
use article_widget::domain::composer_id::ComposerId;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::reaction::Reaction;
use article_widget::domain::syntax::Syntax;
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::copy::request::Found;
use article_widget::store::file::publication::publication;
use article_widget::store::format::draft::Draft;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record::{self, Decoded};
use article_widget::store::format::record_key::{RecordKey, Slot};
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::thread_name::ThreadName;
use article_widget::store::oplog::stored_thread::StoredThread;
use std::collections::BTreeMap;

/// 22 August 2025, noon UTC; every seeded operation is a minute later than the one before.
const FIRST: i64 = 1_755_864_000_000;
const MINUTE: i64 = 60_000;

/// A thread in the making.
#[derive(Debug)]
pub struct Seeds {
    id: ThreadId,
    thread: ThreadKey,
    lamport: u64,
    authors: BTreeMap<OperationId, Author>,
    entries: Vec<(String, String)>,
}

impl Seeds {
    /// Nothing yet in the thread with this id.
    #[track_caller]
    #[must_use]
    pub fn of_thread(id: &str) -> Self {
        let id = ThreadId::explicit(id).or_fail("a thread id");
        Self { thread: id.key(), id, lamport: 0, authors: BTreeMap::new(), entries: Vec::new() }
    }

    /// The record of the thread's name, which is written with the first comment.
    #[track_caller]
    pub fn name(&mut self) {
        let key = RecordKey::own(&self.thread, OperationId::NAMING).to_string();
        let value = ThreadName::new(&self.id, "A host page", self.id.as_str()).encode().or_fail("a name that fits");
        self.entries.push((key, value));
    }

    /// A comment at top level.
    #[track_caller]
    pub fn post(&mut self, name: &str, text: &str) -> OperationId {
        self.add(author(name), Kind::Post { parent: None, body: Some(body(text)) })
    }

    /// A formatted comment at top level.
    #[track_caller]
    pub fn formatted(&mut self, name: &str, text: &str) -> OperationId {
        let body = Body::written(text, Syntax::Markdown).ok().or_fail(text);
        self.add(author(name), Kind::Post { parent: None, body: Some(body) })
    }

    /// A formatted reply.
    #[track_caller]
    pub fn formatted_reply(&mut self, parent: OperationId, name: &str, text: &str) -> OperationId {
        let body = Body::written(text, Syntax::Markdown).ok().or_fail(text);
        self.add(author(name), Kind::Post { parent: Some(parent), body: Some(body) })
    }

    /// A text that another page has begun to write as a new comment.
    #[track_caller]
    pub fn draft(&mut self, text: &str) {
        let name = self.next_id();
        let draft = Draft { text: text.to_owned(), syntax: Syntax::Markdown, at: self.now(), closed: false, epoch: 0 };
        let slot = Slot::Draft { composer: ComposerId::New, name, actor: name.actor };
        self.entries
            .push((RecordKey::new(&self.thread, slot).to_string(), draft.encode().or_fail("a draft that fits")));
    }

    /// The file in which an author publishes what is seeded.
    #[track_caller]
    #[must_use]
    pub fn publication(&self) -> String {
        let found: Vec<Found> =
            self.entries.iter().map(|(key, value)| Found { key: key.clone(), value: value.as_str().into() }).collect();
        let thread = StoredThread::gather(&self.thread, &found);
        publication(&[(&self.thread, thread.name.as_ref(), &thread.set)], self.now())
    }

    /// A reply.
    #[track_caller]
    pub fn reply(&mut self, parent: OperationId, name: &str, text: &str) -> OperationId {
        self.add(author(name), Kind::Post { parent: Some(parent), body: Some(body(text)) })
    }

    /// A new text for a comment.
    #[track_caller]
    pub fn edit(&mut self, target: OperationId, text: &str) {
        let author = self.author_of(target);
        self.add(author, Kind::Edit { target, body: body(text) });
    }

    /// A deletion.
    #[track_caller]
    pub fn delete(&mut self, target: OperationId) {
        let author = self.author_of(target);
        self.add(author, Kind::Delete { target });
    }

    /// A reaction that is called so, if any can be; whether it is shown is another matter.
    #[track_caller]
    pub fn react(&mut self, target: OperationId, name: &str) {
        if let Some(reaction) = Reaction::named(name) {
            self.add(author("Mallory"), Kind::React { target, reaction, is_back: false });
        }
    }

    /// Bytes that are no operation, under a key of the thread that an operation could have.
    #[track_caller]
    pub fn garbage(&mut self, value: &str) {
        let key = self.next_key();
        self.entries.push((key, value.to_owned()));
    }

    /// The keys and values.
    #[must_use]
    pub fn entries(&self) -> &[(String, String)] {
        &self.entries
    }

    /// The key of the next operation, which is then taken.
    #[track_caller]
    pub fn next_key(&mut self) -> String {
        let id = self.next_id();
        RecordKey::own(&self.thread, id).to_string()
    }

    #[track_caller]
    fn add(&mut self, author: Author, kind: Kind) -> OperationId {
        let id = self.next_id();
        let at = self.now();
        self.authors.insert(id, author.clone());
        let value = record::encode(&Operation { id, author, at, epoch: 0, draft: None, kind })
            .or_fail("an operation that fits");
        self.entries.push((RecordKey::own(&self.thread, id).to_string(), value));
        id
    }

    /// When what is seeded now is done.
    #[track_caller]
    fn now(&self) -> Timestamp {
        let minutes = i64::try_from(self.lamport).or_fail("too many seeds");
        Timestamp::from_millis(FIRST + minutes * MINUTE).or_fail("a time")
    }

    /// A change counts only if it comes from the author of what it changes.
    #[track_caller]
    fn author_of(&self, target: OperationId) -> Author {
        self.authors.get(&target).cloned().or_fail("a seeded comment")
    }

    #[track_caller]
    fn next_id(&mut self) -> OperationId {
        self.lamport += 1;
        OperationId { lamport: Lamport::new(self.lamport).or_fail("too many seeds"), actor: Actor(42) }
    }
}

/// The operations in a dump of storage ([`Page::operations`](crate::Page::operations)), in the order of their ids.
/// A record that cannot be read fails the story.
#[track_caller]
#[must_use]
pub fn operations(dump: &BTreeMap<String, String>) -> Vec<Operation> {
    let mut found = Vec::new();
    for (key, value) in dump {
        let key: String = serde_json::from_str(key).or_fail("a key");
        let value: String = serde_json::from_str(value).or_fail("a value");
        let id = key.rsplit(':').next().and_then(OperationId::parse).or_fail(&key);
        match record::decode(id, &StoredText::Text(value)) {
            Ok(Decoded::Operation(operation)) => found.push(operation),
            Ok(Decoded::Foreign { .. }) => {}
            Err(error) => fail(format!("{key}: {error}")),
        }
    }
    found.sort_by_key(|operation| operation.id);
    found
}

/// One author per name.
#[track_caller]
fn author(name: &str) -> Author {
    let bits = name.bytes().fold(7, |bits: u128, byte| bits.wrapping_mul(0x0100_0000_01b3) ^ u128::from(byte));
    Author { id: AuthorId::local(bits), name: AuthorName::new(name).ok().or_fail("a name that fits") }
}

#[track_caller]
fn body(text: &str) -> Body {
    match Body::new(text) {
        Ok(body) => body,
        Err(error) => fail(format!("{error:?}: {text:?}")),
    }
}
