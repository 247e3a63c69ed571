//! "Your comments" of a small page, for the tests of this folder.
#![cfg(test)]

use std::rc::Rc;

use super::effect::Effect;
use super::import_preview::{ImportPreview, Incoming};
use super::state::Manage;
use crate::domain::author::{Author, AuthorId};
use crate::domain::body::Body;
use crate::domain::operation_id::{Actor, Lamport, OperationId};
use crate::domain::thread_id::{ThreadId, ThreadKey};
use crate::domain::timestamp::Timestamp;
use crate::port::Here;
use crate::replica::{Env, epoch_key};
use crate::store::copy::request::{CopyId, Found, Request, Response};
use crate::store::file::file_contents::FileContents;
use crate::store::file::import_preview::{ImportMode, Preview};
use crate::store::file::new_record::NewRecord;
use crate::store::file::thread_file::FileKind;
use crate::store::format::operation::{Kind, Operation};
use crate::store::format::record;
use crate::store::format::record_key::{Epoch, RecordKey};
use crate::store::format::thread_name::ThreadName;
use crate::store::oplog::epoch;

pub(super) fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(millis).unwrap()
}

pub(super) fn env() -> Env {
    Env::new(at(1_000), Actor(7), AuthorId::local(1))
}

fn thread() -> ThreadId {
    ThreadId::explicit("demo").unwrap()
}

/// The thread that is shown.
pub(super) fn here() -> ThreadKey {
    thread().key()
}

/// One that is not.
pub(super) fn elsewhere() -> ThreadKey {
    ThreadId::explicit("another").unwrap().key()
}

pub(super) fn manage() -> Manage {
    let name = ThreadName::new(&thread(), "Title", "https://example.org/");
    let here = Here { thread: thread(), name, ids: vec![here()], has_key_collision: false, author: None };
    Manage::new(here, at(1_000))
}

pub(super) fn id(lamport: u64) -> OperationId {
    OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(8) }
}

/// A comment of the reader's own.
pub(super) fn post(thread: &ThreadKey, lamport: u64) -> Found {
    let author = Author { id: AuthorId::local(1), name: None };
    let kind = Kind::Post { parent: None, body: Body::new("text").ok() };
    let operation = Operation { id: id(lamport), author, at: at(10), epoch: 0, draft: None, kind };
    let value = record::encode(&operation).unwrap().as_str().into();
    Found { key: RecordKey::own(thread, id(lamport)).to_string(), value }
}

/// The record that everything of a thread is deleted.
pub(super) fn deleted(thread: &ThreadKey, number: Epoch) -> Found {
    let value = epoch::encode(number).unwrap().as_str().into();
    Found { key: epoch_key(thread, number), value }
}

/// The keys that are to be written into a copy.
pub(super) fn written(effects: &[Effect], of: CopyId) -> Vec<&str> {
    let mut keys = Vec::new();
    for effect in effects {
        if let Effect::Store(Request::Write { copy, key, .. }) = effect
            && *copy == of
        {
            keys.push(key.as_str());
        }
    }
    keys
}

/// The keys that are to be removed, copy by copy.
pub(super) fn removed(effects: &[Effect]) -> Vec<(CopyId, Vec<String>)> {
    let response = |effect: &Effect| match effect {
        Effect::Store(request) => request.ended(Ok(())),
        _ => None,
    };
    let of = |response| match response {
        Response::Removed { copy, keys, .. } => Some((copy, keys)),
        _ => None,
    };
    effects.iter().filter_map(response).filter_map(of).collect()
}

/// What a file with one comment of somebody's for each of these threads would bring: comment 1 to the first, and so on.
pub(super) fn preview(threads: &[ThreadKey]) -> ImportPreview {
    let mut incoming = Vec::new();
    for (number, key) in (1..).zip(threads) {
        let new = vec![NewRecord::Imported { id: id(number), value: Rc::from("{}") }];
        let preview = Preview { new, ..Preview::default() };
        incoming.push(Incoming { key: key.clone(), name: None, preview, epoch: 0 });
    }
    let file = FileContents { kind: FileKind::Backup, at: None, threads: Vec::new(), refused: Vec::new(), whole: true };
    ImportPreview {
        file: Rc::new(file),
        mode: ImportMode::AsForeign,
        threads: incoming,
        records: Rc::default(),
        units_left: 1_000,
    }
}
