//! How threads that are not shown are emptied, and how the reader learns that a deletion is done.

use super::deleting::{self, generation_key};
use super::effect::{Effect, Purpose};
use super::model::{Announced, Model, Storage};
use super::sending::AT_RISK_AFTER;
use super::{submitting, syncing};
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::store::backup::dumps;
use crate::store::generation::left_behind;
use crate::store::order::{Found, Place};
use crate::store::record_key::Generation;
use crate::store::store_error::StoreError;

/// Deletions that are under way.
#[derive(Clone, Debug, Default)]
pub(super) struct Deletions {
    threads: Vec<Emptying>,
    /// Since when the reader waits for what they ordered.
    since: Option<Timestamp>,
    /// Whether they were told that it is not done.
    told: bool,
}

/// A thread that is not shown and is being emptied.
#[derive(Clone, Debug)]
struct Emptying {
    thread: ThreadKey,
    /// The key of the record that says so.
    record: String,
    /// Whether that is kept for certain.
    sure: bool,
    /// What is not known to be gone, by place.
    local: Vec<String>,
    mirror: Vec<String>,
}

impl Deletions {
    /// When the reader is to be told that it is not done.
    pub(super) fn next_change(&self) -> Option<Timestamp> {
        self.since.filter(|_| !self.told).map(|since| since.plus(AT_RISK_AFTER))
    }

    /// Whether a thread is being emptied.
    pub(super) fn is_emptying(&self, thread: &ThreadKey) -> bool {
        self.threads.iter().any(|entry| entry.thread == *thread)
    }

    /// Takes note that the reader has ordered a deletion.
    pub(super) fn ordered(&mut self, now: Timestamp) {
        self.since = Some(now);
        self.told = false;
    }

    /// Says no more of what the reader ordered.
    pub(super) fn keep_quiet(&mut self) {
        self.since = None;
    }
}

/// Empties a thread of these keys, once the record that says so is kept for certain.
pub(super) fn begin(model: &mut Model, thread: ThreadKey, next: Generation, keys: Vec<String>) -> Vec<Effect> {
    let record = generation_key(&thread, next);
    let effects = deleting::keep_generation(model, &record, next);
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

impl Emptying {
    fn remove(&self) -> Vec<Effect> {
        let orders = [(Place::Local, &self.local), (Place::Mirror, &self.mirror)];
        orders.into_iter().flat_map(|(place, keys)| syncing::remove_from(place, &self.thread, keys)).collect()
    }
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
    if !model.outbox.lacks_room(record) {
        return Vec::new();
    }
    match model.emptying.threads.iter().find(|entry| entry.record == record) {
        Some(entry) => syncing::remove_from(Place::Local, &entry.thread, &entry.local).into_iter().collect(),
        None if submitting::removes(model, record) => syncing::remove_doomed(model, Place::Local).into_iter().collect(),
        None => Vec::new(),
    }
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
    let record = generation_key(&model.config.thread.key(), model.set.generation());
    let waits_here = model.outbox.holds(&record) || model.syncing.is_removing();
    // Where another thread's records stand, nothing of this one is kept.
    if (waits_here && model.storage != Storage::Occupied) || !model.emptying.threads.is_empty() {
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
