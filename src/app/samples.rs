//! A discussion with a few comments, and what a room is given beside it, for the tests of this folder.
#![cfg(test)]

use super::config::Config;
use super::context::Context;
use super::step::Step;
use crate::discussion::Discussion;
use crate::domain::author::{Author, AuthorId};
use crate::domain::body::Body;
use crate::domain::operation_id::{Actor, Lamport, OperationId};
use crate::domain::thread_id::ThreadId;
use crate::domain::timestamp::Timestamp;
use crate::replica::{Env, Output};
use crate::store::copy::request::{CopyId, Found, Request, Response};
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record;
use crate::store::format::record_key::{RecordKey, Slot};
use crate::store::format::stored_text::StoredText;
use crate::store::oplog::operation_set::Element;
use crate::store::oplog::reactions::reactions;

/// What a room is given beside its `Msg`: the fields of a [`Context`].
pub(super) struct World {
    pub(super) config: Config,
    pub(super) discussion: Discussion,
    pub(super) env: Env,
}

impl World {
    /// A page whose discussion has not been read.
    pub(super) fn unread() -> Self {
        let mut discussion = Discussion::new(thread(), at(1_000));
        discussion.count_reactions_by(reactions);
        discussion.open(thread(), &[], at(1_000));
        let env = Env::new(at(1_000), Actor(7), AuthorId::local(1));
        Self { config: Config::plain(thread(), "Title", "https://example.org/"), discussion, env }
    }

    /// A page whose discussion was read: both copies have these records.
    pub(super) fn reading(records: &[Found]) -> Self {
        let mut world = Self::unread();
        for copy in CopyId::ALL {
            let keys = records.iter().map(|found| found.key.clone()).collect();
            world.discussion.listed(copy, &thread().key(), Ok(keys), &mut world.env);
            world.discussion.fetched(copy, &thread().key(), records.to_vec(), Some(Ok(())), &mut world.env);
        }
        assert!(world.discussion.shown().is_ready());
        world
    }

    pub(super) fn context(&mut self) -> Context<'_> {
        Context { config: &self.config, discussion: &mut self.discussion, env: &mut self.env }
    }

    /// Has both copies do what is asked of them, and waits until what they hold is believed.
    pub(super) fn keep(&mut self, steps: Vec<Step>) {
        let mut outputs = outputs(steps);
        while !outputs.is_empty() {
            outputs = self.respond(&outputs);
        }
        self.env.now = self.env.now.plus(1_000);
        self.discussion.is_now(self.env.now);
        let mut outputs = self.discussion.tick(&mut self.env);
        while !outputs.is_empty() {
            outputs = self.respond(&outputs);
        }
    }

    /// Has both copies do what is asked of them once, and gives what follows.
    pub(super) fn respond(&mut self, outputs: &[Output]) -> Vec<Output> {
        let mut next = Vec::new();
        for request in outputs.iter().filter_map(request) {
            next.extend(match request.ended(Ok(())) {
                Some(Response::Wrote { copy, key, result }) => self.discussion.wrote(copy, &key, result),
                Some(Response::Checked { key, result }) => self.discussion.checked(&key, result),
                Some(Response::Removed { copy, thread, keys, result }) => {
                    self.discussion.removed(copy, &thread, &keys, result)
                }
                _ => Vec::new(),
            });
        }
        next
    }
}

fn request(output: &Output) -> Option<&Request> {
    match output {
        Output::Ask(request) => Some(request),
        _ => None,
    }
}

pub(super) fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis).unwrap()
}

pub(super) fn thread() -> ThreadId {
    ThreadId::explicit("demo").unwrap()
}

/// An operation's id, made on another page.
pub(super) fn id(lamport: u64) -> OperationId {
    OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(8) }
}

pub(super) fn operation(lamport: u64, kind: Kind) -> Operation {
    let author = Author { id: AuthorId::local(1), name: None };
    let millis = i64::try_from(lamport).unwrap();
    Operation { id: id(lamport), author, at: at(millis), epoch: 0, draft: None, kind }
}

fn record(slot: Slot, operation: &Operation) -> Found {
    let value = StoredText::Text(record::encode(operation).unwrap());
    Found { key: RecordKey::new(&thread().key(), slot).to_string(), value }
}

/// A record of the reader's own.
pub(super) fn own(lamport: u64, kind: Kind) -> Found {
    record(Slot::Own(id(lamport)), &operation(lamport, kind))
}

/// A record that came from a file.
pub(super) fn foreign(lamport: u64, kind: Kind) -> Found {
    record(Slot::Imported { id: id(lamport), batch: id(9_999), epoch: 0 }, &operation(lamport, kind))
}

pub(super) fn post() -> Kind {
    Kind::Post { parent: None, body: Body::new("text").ok() }
}

pub(super) fn delete(lamport: u64) -> Kind {
    Kind::Delete { target: id(lamport) }
}

/// What the discussion has said.
pub(super) fn outputs(steps: Vec<Step>) -> Vec<Output> {
    let said = |step| match step {
        Step::Out(outputs) => outputs,
        _ => Vec::new(),
    };
    steps.into_iter().flat_map(said).collect()
}

/// The operations whose writing into the primary copy is asked for.
pub(super) fn appended(steps: &[Step]) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for step in steps {
        let Step::Out(outputs) = step else { continue };
        for output in outputs {
            let Output::Ask(Request::Write { copy: CopyId::Primary, key, value }) = output else { continue };
            if let Some(Ok(RecordKey { slot: Slot::Own(id), .. })) = RecordKey::parse(&thread().key(), key)
                && let Ok(element) = Element::read(id, &StoredText::from(&**value))
            {
                kinds.extend(element.operation.map(|operation| operation.kind));
            }
        }
    }
    kinds
}

/// The steps that are not outputs of the discussion.
pub(super) fn rest(steps: Vec<Step>) -> Vec<Step> {
    steps.into_iter().filter(|step| !matches!(step, Step::Out(_))).collect()
}
