//! How threads that are not shown are emptied, and how the reader learns that a deletion is done.

use super::deletions::Emptying;
use super::effect::{Effect, Purpose};
use super::model::{Announced, Model};
use crate::domain::thread_id::ThreadKey;
use crate::replica::{AT_RISK_AFTER, generation_key, remove_from};
use crate::store::backup::dumps;
use crate::store::generation::left_behind;
use crate::store::order::{Found, Place};
use crate::store::record_key::Generation;
use crate::store::store_error::StoreError;

/// Empties a thread of these keys, once the record that says so is kept for certain.
pub(super) fn begin(model: &mut Model, thread: ThreadKey, next: Generation, keys: Vec<String>) -> Vec<Effect> {
    let record = generation_key(&thread, next);
    let sent = model.discussion.keep_generation(&record, next);
    let effects = sent.into_iter().flat_map(Effect::of_sent).collect();
    let mut entry = Emptying { thread, record, sure: false, local: keys.clone(), mirror: keys };
    // What an earlier deletion has not removed yet goes with this one.
    for before in model.emptying.threads.extract_if(.., |before| before.thread == entry.thread) {
        entry.local.extend(before.local);
        entry.mirror.extend(before.mirror);
    }
    model.emptying.threads.push(entry);
    effects
}

/// Goes on with the deletions that a page did not finish: everything is at hand, and says what they left.
pub(super) fn resume(model: &mut Model, records: &[Found]) -> Vec<Effect> {
    if !records.iter().any(|found| found.key.starts_with("aw1g:")) {
        return Vec::new();
    }
    let mut effects = again(model);
    for dump in dumps(records) {
        if dump.thread == model.config.thread.key() || model.emptying.is_emptying(&dump.thread) {
            continue;
        }
        let (generation, keys) = left_behind(&dump.thread, &dump.records);
        if !keys.is_empty() {
            effects.extend(begin(model, dump.thread, generation, keys));
        }
    }
    effects
}

/// Orders once more what was not removed.
pub(super) fn again(model: &Model) -> Vec<Effect> {
    model.emptying.threads.iter().filter(|entry| entry.sure).flat_map(Emptying::remove).collect()
}

/// Removes what a thread kept, now that the record that says so is kept for certain.
pub(super) fn kept(model: &mut Model, record: &str) -> Vec<Effect> {
    let found = model.emptying.threads.iter_mut().find(|entry| entry.record == record);
    found.map_or_else(Vec::new, |entry| {
        entry.sure = true;
        entry.remove()
    })
}

/// Removes from the first place what a record there would say is deleted, if there is no room for the record, and the mirror
/// has it or there is none: what is deleted makes room for it.
pub(super) fn make_room(model: &Model, record: &str) -> Vec<Effect> {
    if !model.discussion.shown().outbox().lacks_room(record) {
        return Vec::new();
    }
    let entry = model.emptying.threads.iter().find(|entry| entry.record == record);
    let order = entry.and_then(|entry| remove_from(Place::Local, &entry.thread, &entry.local));
    order.map(Effect::Store).into_iter().collect()
}

/// Takes note that keys are gone from a place, or that there is no such place.
pub(super) fn removed(
    model: &mut Model,
    place: Place,
    thread: &ThreadKey,
    keys: &[String],
    result: Result<(), StoreError>,
) {
    if !matches!(result, Ok(()) | Err(StoreError::Blocked)) {
        return;
    }
    for entry in model.emptying.threads.iter_mut().filter(|entry| entry.thread == *thread) {
        let left = if place == Place::Local { &mut entry.local } else { &mut entry.mirror };
        if left == keys {
            left.clear();
        }
    }
    model.emptying.threads.retain(|entry| !entry.local.is_empty() || !entry.mirror.is_empty());
}

/// Says that what the reader ordered is deleted, once it is, or that it takes long.
pub(super) fn report(model: &mut Model) -> Vec<Effect> {
    let Some(since) = model.emptying.since else {
        return Vec::new();
    };
    if model.discussion.shown().is_emptying() || !model.emptying.threads.is_empty() {
        if !model.emptying.told && model.now.since(since) >= AT_RISK_AFTER {
            model.emptying.told = true;
            model.announce(Announced::NotDeleted);
        }
        return Vec::new();
    }
    model.emptying.since = None;
    if model.panel.as_ref().is_none_or(|panel| !panel.unfinished) {
        model.announce(Announced::DeletedEverything);
    }
    if model.panel.is_some() { vec![Effect::ReadEverything(Purpose::Show)] } else { Vec::new() }
}
