//! How records become a thread: from storage at the start, and from elsewhere later.

use super::effect::Effect;
use super::env::Env;
use super::message::Found;
use super::model::{Announced, Model, Storage};
use crate::domain::operation_id::OperationId;
use crate::domain::thread::Thread;
use crate::domain::thread_id::ThreadKey;
use crate::store::operation_set::OperationSet;
use crate::store::record::{self, Decoded};
use crate::store::record_key::RecordKey;
use crate::store::store_error::StoreError;
use crate::store::thread_name::ThreadName;

/// Forgets the thread in memory and orders the configured one to be read.
pub(super) fn begin(model: &mut Model) -> Effect {
    model.ready = false;
    model.set = OperationSet::default();
    model.thread = Thread::default();
    model.forms.leave_thread();
    model.storage = Storage::Working;
    model.unreadable.clear();
    model.kept = None;
    model.undoable.clear();
    model.pending.clear();
    model.unkept.clear();
    model.named = false;
    model.list();
    Effect::ReadRecords { prefix: RecordKey::prefix(&model.config.thread.key()) }
}

/// Takes some of the records that were ordered.
pub(super) fn take_slice(model: &mut Model, prefix: &str, records: Vec<Found>, env: &mut Env) -> Vec<Effect> {
    if is_asked_for(model, prefix) {
        let thread = model.config.thread.key();
        for found in records {
            take(model, &thread, found, env);
        }
    }
    Vec::new()
}

/// Shows the thread, now that all of it has been read or nothing more can be.
pub(super) fn finish(model: &mut Model, prefix: &str, result: Result<(), StoreError>) -> Vec<Effect> {
    if !is_asked_for(model, prefix) || model.ready {
        return Vec::new();
    }
    match result {
        Err(StoreError::Blocked) => model.storage = Storage::Blocked,
        Err(_) => model.storage = Storage::Unreadable,
        Ok(()) => {}
    }
    if model.storage == Storage::Occupied {
        model.set = OperationSet::default();
        model.thread = Thread::default();
        model.unreadable.clear();
    }
    model.ready = true;
    model.list();
    vec![Effect::DispatchReady]
}

/// Takes a record that another tab or widget wrote while this one is shown.
pub(super) fn take_from_elsewhere(model: &mut Model, found: Found, env: &mut Env) -> Vec<Effect> {
    let before = model.thread.count();
    let thread = model.config.thread.key();
    if model.storage != Storage::Occupied && take(model, &thread, found, env) && model.ready {
        if model.thread.count() > before {
            model.announce(Announced::Arrived);
        }
        model.list();
    }
    Vec::new()
}

fn is_asked_for(model: &Model, prefix: &str) -> bool {
    prefix == RecordKey::prefix(&model.config.thread.key())
}

/// Takes one record of the configured thread, whose key is `thread`. True if it was news.
fn take(model: &mut Model, thread: &ThreadKey, found: Found, env: &mut Env) -> bool {
    let id = match RecordKey::parse(thread, &found.key) {
        None => return false,
        Some(Err(())) => return model.unreadable.insert(found.key),
        Some(Ok(key)) => key.id,
    };
    if id == OperationId::NAMING {
        return name(model, &found);
    }
    match record::decode(id, &found.value) {
        Ok(Decoded::Operation(operation)) => {
            env.observe(id.lamport);
            model.take(operation)
        }
        Ok(Decoded::Foreign) => {
            env.observe(id.lamport);
            false
        }
        Err(_) => model.unreadable.insert(found.key),
    }
}

fn name(model: &mut Model, found: &Found) -> bool {
    match ThreadName::decode(&found.value) {
        Some(name) if name.id == model.config.thread.as_str() => model.named = true,
        Some(_) if !model.ready => model.storage = Storage::Occupied,
        Some(_) => {}
        None => {
            model.named = true;
            model.unreadable.insert(found.key.clone());
        }
    }
    false
}
