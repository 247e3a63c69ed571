//! A replica of a small thread, and two copies that respond to it, for the tests of this folder.
#![cfg(test)]

use std::rc::Rc;

use super::env::Env;
use super::output::{Event, Output};
use super::removal::remove_from;
use super::state::Replica;
use crate::domain::author::{Author, AuthorId};
use crate::domain::body::Body;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::{Actor, Lamport, OperationId};
use crate::domain::syntax::Syntax;
use crate::domain::thread_id::{ThreadId, ThreadKey};
use crate::domain::timestamp::Timestamp;
use crate::store::copy::request::{CopyId, Found, Request, Response};
use crate::store::copy::store_error::StoreError;
use crate::store::format::draft::Draft;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record;
use crate::store::format::record_key::{Epoch, RecordKey, Slot};
use crate::store::format::stored_text::StoredText;
use crate::store::format::thread_name::ThreadName;
use crate::store::oplog::epoch;

/// The page that looks.
pub(super) const HERE: Actor = Actor(7);
/// Another page of the browser.
pub(super) const ELSEWHERE: Actor = Actor(8);

pub(super) fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis).unwrap()
}

pub(super) fn env() -> Env {
    Env::new(at(1_000), HERE, AuthorId::local(1))
}

pub(super) fn thread() -> ThreadId {
    ThreadId::explicit("demo").unwrap()
}

pub(super) fn key() -> ThreadKey {
    thread().key()
}

/// An operation's id, made on the other page.
pub(super) fn id(lamport: u64) -> OperationId {
    OperationId { lamport: Lamport::new(lamport).unwrap(), actor: ELSEWHERE }
}

fn found(slot: Slot, value: String) -> Found {
    Found { key: RecordKey::new(&key(), slot).to_string(), value: StoredText::Text(value) }
}

/// An own record.
pub(super) fn record(lamport: u64, kind: Kind) -> Found {
    made_in(0, lamport, kind)
}

/// The same, of an epoch.
pub(super) fn made_in(epoch: Epoch, lamport: u64, kind: Kind) -> Found {
    let author = Author { id: AuthorId::local(1), name: None };
    let operation = Operation { id: id(lamport), author, at: at(10), epoch, draft: None, kind };
    found(Slot::Own(id(lamport)), record::encode(&operation).unwrap())
}

pub(super) fn post(lamport: u64) -> Found {
    record(lamport, Kind::Post { parent: None, body: Some(Body::new("text").unwrap()) })
}

pub(super) fn erase(lamport: u64, target: u64) -> Found {
    record(lamport, Kind::Erase { target: id(target), changes: Vec::new() })
}

pub(super) fn deleted_everything(epoch: Epoch) -> Found {
    found(Slot::Epoch(epoch), epoch::encode(epoch).unwrap())
}

/// The record that names a thread under the key of this one.
pub(super) fn named(thread: &str) -> Found {
    let name = ThreadName::new(&ThreadId::explicit(thread).unwrap(), "Title", "https://example.org/");
    found(Slot::Own(OperationId::NAMING), name.encode().unwrap())
}

/// A text that a page left in a composer.
pub(super) fn draft(composer: ComposerId, lamport: u64, actor: Actor, text: &str, millis: i64) -> Found {
    let draft = Draft { text: text.to_owned(), syntax: Syntax::Plain, at: at(millis), closed: false, epoch: 0 };
    found(Slot::Draft { composer, name: id(lamport), actor }, draft.encode().unwrap())
}

pub(super) fn value(found: &Found) -> Rc<str> {
    match &found.value {
        StoredText::Text(text) => Rc::from(text.as_str()),
        StoredText::Units(_) => unreachable!("these are texts"),
    }
}

/// A replica that has just asked for what the primary copy has.
pub(super) fn opened() -> Replica {
    let mut replica = Replica::new(thread(), at(1_000));
    assert_eq!(replica.open(thread()), [list(CopyId::Primary)]);
    replica
}

/// A replica that has read both copies.
pub(super) fn read(local: &[Found], mirror: &[Found]) -> Replica {
    let mut replica = opened();
    round(&mut replica, local, Ok(mirror), &mut env());
    replica
}

/// What a replica does once both copies have given what they have; it has asked the first one.
pub(super) fn round(
    replica: &mut Replica,
    local: &[Found],
    mirror: Result<&[Found], StoreError>,
    env: &mut Env,
) -> Vec<Output> {
    let mut outputs = gives(replica, CopyId::Primary, Ok(local), env);
    outputs.extend(gives(replica, CopyId::Mirror, mirror, env));
    outputs
}

/// What a replica does once a copy has given what it has.
pub(super) fn gives(
    replica: &mut Replica,
    copy: CopyId,
    has: Result<&[Found], StoreError>,
    env: &mut Env,
) -> Vec<Output> {
    let keys = has.map(|has| has.iter().map(|found| found.key.clone()).collect());
    let mut outputs = replica.listed(copy, &key(), keys, env);
    if let Some(Output::Ask(Request::Fetch { keys, .. })) = outputs.last() {
        let asked = has.unwrap().iter().filter(|found| keys.contains(&found.key)).cloned().collect();
        outputs.pop();
        outputs.extend(replica.fetched(copy, &key(), asked, Some(Ok(())), env));
    }
    outputs
}

pub(super) fn list(copy: CopyId) -> Output {
    Output::Ask(Request::List { copy, thread: key() })
}

pub(super) fn write(copy: CopyId, found: &Found) -> Output {
    Output::Ask(Request::Write { copy, key: found.key.clone(), value: value(found) })
}

pub(super) fn remove(copy: CopyId, all: &[&Found]) -> Output {
    let keys: Vec<String> = all.iter().map(|found| found.key.clone()).collect();
    Output::Ask(remove_from(copy, &key(), &keys).unwrap())
}

/// The keys that are to be removed from a copy, if that is asked.
pub(super) fn removed(output: &Output) -> Option<(CopyId, Vec<String>)> {
    match output {
        Output::Ask(request) => match request.ended(Ok(())) {
            Some(Response::Removed { copy, keys, .. }) => Some((copy, keys)),
            _ => None,
        },
        Output::Broadcast(_) | Output::Event(_) => None,
    }
}

/// What is asked of the copies that changes them.
pub(super) fn changes(outputs: Vec<Output>) -> Vec<Output> {
    let reads =
        |request: &Request| matches!(request, Request::List { .. } | Request::Fetch { .. } | Request::Check { .. });
    let is_change = |output: &Output| matches!(output, Output::Ask(request) if !reads(request));
    outputs.into_iter().filter(is_change).collect()
}

/// What has happened.
pub(super) fn events(outputs: Vec<Output>) -> Vec<Event> {
    let event = |output| match output {
        Output::Event(event) => Some(event),
        Output::Ask(_) | Output::Broadcast(_) => None,
    };
    outputs.into_iter().filter_map(event).collect()
}
