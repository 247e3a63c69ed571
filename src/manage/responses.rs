//! The responses of the copies about records of whatever thread that are on their way to them.

use super::effect::{Effect, Purpose};
use super::purging;
use super::state::Manage;
use crate::port::ToThread;
use crate::store::copy::request::{CopyId, Request};
use crate::store::copy::store_error::StoreError;

/// Takes a copy's response to a write.
pub(super) fn wrote(manage: &mut Manage, copy: CopyId, key: &str, result: Result<(), StoreError>) -> Vec<Effect> {
    let (settled, requests) = manage.outbox.wrote(copy, key, result, manage.now);
    let mut effects = follow(manage, settled.map(|settled| settled.key), requests);
    effects.extend(purging::free_space(manage, key));
    effects
}

/// Takes the primary copy's response to a check.
pub(super) fn checked(manage: &mut Manage, key: &str, result: Result<(), StoreError>) -> Vec<Effect> {
    let (settled, requests) = manage.outbox.checked(key, result, manage.now);
    follow(manage, settled.map(|settled| settled.key), requests)
}

/// Sends the records again that were refused: there may be space for them now.
pub(super) fn has_space(manage: &mut Manage) -> Vec<Effect> {
    if !manage.outbox.is_refused() {
        return Vec::new();
    }
    manage.outbox.hurry(manage.now);
    manage.outbox.due(manage.now).into_iter().map(Effect::Store).collect()
}

fn follow(manage: &mut Manage, settled: Option<String>, requests: Vec<Request>) -> Vec<Effect> {
    let mut effects: Vec<Effect> = requests.into_iter().map(Effect::Store).collect();
    if let Some(key) = settled {
        effects.push(Effect::ToThread(ToThread::Kept(key.clone())));
        effects.extend(purging::kept(manage, &key));
        // Once the last record that undoes an import is kept, all records are read, and those of the import are removed.
        if manage.imports.kept(&key) {
            effects.push(Effect::ReadEverything(Purpose::Show));
        }
    }
    effects
}
