//! How other discussions are emptied, and how the reader learns that it is done.

use std::rc::Rc;

use super::effect::{Effect, Purpose};
use super::purge::Emptying;
use super::sending::sent;
use super::state::Manage;
use crate::domain::thread_id::ThreadKey;
use crate::port::ToThread;
use crate::port::announced::Announced;
use crate::replica::{AT_RISK_AFTER, generation_key, next_generation};
use crate::store::copy::order::{Found, News, Place};
use crate::store::copy::store_error::StoreError;
use crate::store::file::backup::dumps;
use crate::store::format::record_key::Generation;
use crate::store::oplog::generation::{self, left_behind};
use crate::store::oplog::stored_thread::StoredThread;

/// Empties a thread of these keys, once the record that says so is kept for certain.
pub(super) fn begin(manage: &mut Manage, thread: ThreadKey, next: Generation, keys: Vec<String>) -> Vec<Effect> {
    let record = generation_key(&thread, next);
    manage.raise(thread.clone(), next);
    let value = generation::encode(next).filter(|_| !manage.outbox.holds(&record));
    let effects = value.map_or_else(Vec::new, |value| sent(manage, record.clone(), Rc::from(value)));
    let mut entry = Emptying { thread, record, sure: false, left: Place::ALL.map(|place| (place, keys.clone())) };
    // What an earlier deletion has not removed yet goes with this one.
    for before in manage.purge.threads.extract_if(.., |before| before.thread == entry.thread) {
        for ((_, left), (_, before)) in entry.left.iter_mut().zip(before.left) {
            left.extend(before);
        }
    }
    manage.purge.threads.push(entry);
    effects
}

/// Goes on with the deletions that a page did not finish: everything is at hand, and says what they left.
pub(super) fn resume(manage: &mut Manage, records: &[Found]) -> Vec<Effect> {
    if !records.iter().any(|found| found.key.starts_with("aw1g:")) {
        return Vec::new();
    }
    let mut effects = again(manage);
    for dump in dumps(records) {
        if dump.thread == manage.here.key() || manage.purge.is_emptying(&dump.thread) {
            continue;
        }
        let (generation, keys) = left_behind(&dump.thread, &dump.records);
        if !keys.is_empty() {
            effects.extend(begin(manage, dump.thread, generation, keys));
        }
    }
    effects
}

/// Orders once more what was not removed.
pub(super) fn again(manage: &Manage) -> Vec<Effect> {
    manage.purge.threads.iter().filter(|entry| entry.sure).flat_map(Emptying::remove).collect()
}

/// Removes what a thread kept, now that the record that says so is kept for certain.
pub(super) fn kept(manage: &mut Manage, record: &str) -> Vec<Effect> {
    let found = manage.purge.threads.iter_mut().find(|entry| entry.record == record);
    found.map_or_else(Vec::new, |entry| {
        entry.sure = true;
        entry.remove()
    })
}

/// Removes from the first place what a record there would say is deleted, if there is no room for the record, and the mirror
/// has it or there is none: what is deleted makes room for it.
pub(super) fn make_room(manage: &Manage, record: &str) -> Vec<Effect> {
    if !manage.outbox.lacks_room(record) {
        return Vec::new();
    }
    let entry = manage.purge.threads.iter().find(|entry| entry.record == record);
    let [first, ..] = Place::ALL;
    let orders = entry.map_or_else(Vec::new, Emptying::remove);
    let is_first = |effect: &Effect| matches!(effect, Effect::Store(order) if order.place() == first);
    orders.into_iter().filter(is_first).collect()
}

/// Takes note that keys are gone from a place, or that there is no such place.
pub(super) fn removed(
    manage: &mut Manage,
    place: Place,
    thread: &ThreadKey,
    keys: &[String],
    result: Result<(), StoreError>,
) {
    if !matches!(result, Ok(()) | Err(StoreError::Blocked)) {
        return;
    }
    for entry in manage.purge.threads.iter_mut().filter(|entry| entry.thread == *thread) {
        entry.left.iter_mut().filter(|(of, left)| *of == place && left == keys).for_each(|(_, left)| left.clear());
    }
    manage.purge.threads.retain(|entry| entry.left.iter().any(|(_, left)| !left.is_empty()));
}

/// Says that what the reader ordered is deleted, once it is, or that it takes long.
pub(super) fn report(manage: &mut Manage) -> Vec<Effect> {
    let Some(since) = manage.purge.since else {
        return Vec::new();
    };
    if manage.purge.awaits_here || !manage.purge.threads.is_empty() {
        if !manage.purge.told && manage.now.since(since) >= AT_RISK_AFTER {
            manage.purge.told = true;
            return vec![Effect::Say(ToThread::Say(Announced::NotDeleted))];
        }
        return Vec::new();
    }
    manage.purge.since = None;
    let is_whole = manage.panel.as_ref().is_none_or(|panel| !panel.unfinished);
    let mut effects = Vec::new();
    if is_whole {
        effects.push(Effect::Say(ToThread::Say(Announced::DeletedEverything)));
    }
    if manage.panel.is_some() {
        effects.push(Effect::ReadEverything(Purpose::Show));
    }
    effects
}

/// Deletes everything of one other thread, or of all threads with the name and the author id, given what is kept.
pub(super) fn delete(manage: &mut Manage, only: Option<&ThreadKey>, records: &[Found], complete: bool) -> Vec<Effect> {
    manage.with_panel(|panel| panel.unfinished = !complete);
    let mut effects = Vec::new();
    for dump in dumps(records).into_iter().filter(|dump| only.is_none_or(|only| dump.thread == *only)) {
        if dump.thread == manage.here.key() {
            continue;
        }
        let newest = StoredThread::gather(&dump.thread, &dump.records).set.newest_generation();
        let is_taken = |key: &str| dump.records.iter().any(|found| found.key == key);
        let next = next_generation(&dump.thread, newest, is_taken);
        let mut keys: Vec<String> = dump.records.into_iter().map(|found| found.key).collect();
        keys.dedup();
        effects.extend(begin(manage, dump.thread, next, keys));
    }
    manage.purge.ordered(manage.now);
    if only.is_none() {
        manage.purge.awaits_here = true;
        effects.push(Effect::Say(ToThread::DeleteEverything { says: false }));
        effects.extend([Effect::ForgetPreferences, Effect::Tell(News::Forgotten)]);
    }
    effects
}
